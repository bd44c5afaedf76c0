//! The body of a document: paragraphs, runs of words, tables.

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

use super::tag;
use crate::diff::{Op, Run};
use crate::law::{Date, Language};

/// Who made the tracked changes.
const AUTHOR: &str = "lexdelta";

const MAIN: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// The body of a document that is being written.
pub(super) struct Body {
    out: Writer<Vec<u8>>,
    /// The language of the texts.
    language: Language,
    /// The day of tracked changes.
    date: Date,
    /// The number of the last tracked change.
    change: usize,
    /// The number of the last paragraph.
    paragraph: usize,
}

/// How words look.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Look {
    pub bold: bool,
    pub italic: bool,
    pub underlined: bool,
    pub struck: bool,
    pub raised: bool,
    pub faint: bool,
}

/// How changes among runs are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Marking {
    /// As tracked changes.
    Tracked,
    /// New words bold and underlined, deleted ones struck through.
    Printed,
}

impl Body {
    pub fn new(language: Language, date: Date) -> Body {
        let mut body = Body { out: Writer::new(Vec::new()), language, date, change: 0, paragraph: 0 };
        body.put(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), Some("yes"))));
        body.open("w:document", &[("xmlns:w", MAIN), ("xmlns:r", RELATIONS)]);
        body.open("w:body", &[]);
        body
    }

    /// Ends the document with the layout of its pages.
    pub fn finish(mut self, landscape: bool) -> Vec<u8> {
        self.open("w:sectPr", &[]);
        self.empty("w:footerReference", &[("w:type", "default"), ("r:id", "rId3")]);
        if landscape {
            self.empty("w:pgSz", &[("w:w", "16838"), ("w:h", "11906"), ("w:orient", "landscape")]);
        } else {
            self.empty("w:pgSz", &[("w:w", "11906"), ("w:h", "16838")]);
        }
        let margin = if landscape { "720" } else { "1134" };
        let sides = ["w:top", "w:right", "w:bottom", "w:left"].map(|side| (side, margin));
        self.empty("w:pgMar", &[&sides[..], &[("w:header", "454"), ("w:footer", "454"), ("w:gutter", "0")]].concat());
        self.close("w:sectPr");
        self.close("w:body");
        self.close("w:document");
        self.out.into_inner()
    }

    /// A paragraph of the program's own words.
    pub fn line(&mut self, style: &str, language: Language, text: &str) {
        self.paragraph(style, Op::Kept, 0, |body| body.words(text, Look::default(), language));
    }

    /// A paragraph. The mark at its end is tracked where all of it was added or removed: else accepting or rejecting would
    /// leave an empty paragraph behind.
    pub fn paragraph(&mut self, style: &str, mark: Op, depth: usize, fill: impl FnOnce(&mut Body)) {
        self.paragraph += 1;
        self.open("w:p", &[]);
        self.open("w:pPr", &[]);
        self.empty("w:pStyle", &[("w:val", style)]);
        if depth > 0 {
            let left = (depth * 454).to_string();
            self.empty("w:ind", &[("w:left", &left)]);
        }
        if let Some(element) = element(mark) {
            self.open("w:rPr", &[]);
            let attributes = self.stamp();
            self.empty(element, &borrowed(&attributes));
            self.close("w:rPr");
        }
        self.close("w:pPr");
        fill(self);
        self.close("w:p");
    }

    /// Words in a language.
    pub fn words(&mut self, text: &str, look: Look, language: Language) {
        self.run(text, look, language, "w:t");
    }

    /// Words of the texts, with what happened to them.
    pub fn runs(&mut self, runs: &[Run], look: Look, marking: Marking) {
        for run in runs {
            let language = self.language;
            match (element(run.op), marking) {
                (None, _) => self.words(&run.text, look, language),
                (Some(element), Marking::Tracked) => {
                    let attributes = self.stamp();
                    self.open(element, &borrowed(&attributes));
                    self.run(&run.text, look, language, if run.op == Op::Removed { "w:delText" } else { "w:t" });
                    self.close(element);
                }
                (Some(_), Marking::Printed) => {
                    let added = run.op == Op::Added;
                    let marks =
                        Look { bold: look.bold || added, underlined: added, struck: run.op == Op::Removed, ..look };
                    self.words(&run.text, marks, language);
                }
            }
        }
    }

    fn run(&mut self, text: &str, look: Look, language: Language, element: &'static str) {
        if text.is_empty() {
            return;
        }
        self.open("w:r", &[]);
        self.look(look, language);
        let mut piece = String::new();
        for c in text.chars() {
            match c {
                '\n' | '\t' => {
                    self.text(element, &mut piece);
                    self.empty(if c == '\n' { "w:br" } else { "w:tab" }, &[]);
                }
                c => push_shown(c, &mut piece),
            }
        }
        self.text(element, &mut piece);
        self.close("w:r");
    }

    fn look(&mut self, look: Look, language: Language) {
        self.open("w:rPr", &[]);
        // In the order of the schema.
        for (on, name) in [(look.bold, "w:b"), (look.italic, "w:i"), (look.struck, "w:strike")] {
            if on {
                self.empty(name, &[]);
            }
        }
        let valued = [
            (look.faint, "w:color", "595959"),
            (look.underlined, "w:u", "single"),
            (look.raised, "w:vertAlign", "superscript"),
        ];
        for (_, name, value) in valued.into_iter().filter(|(on, _, _)| *on) {
            self.empty(name, &[("w:val", value)]);
        }
        self.empty("w:lang", &[("w:val", tag(language))]);
        self.close("w:rPr");
    }

    fn text(&mut self, element: &'static str, piece: &mut String) {
        if !piece.is_empty() {
            self.open(element, &[("xml:space", "preserve")]);
            self.put(Event::Text(BytesText::new(piece)));
            self.close(element);
            piece.clear();
        }
    }

    /// A table with columns of these widths, in twentieths of a point.
    pub fn table(&mut self, widths: &[usize], fill: impl FnOnce(&mut Body)) {
        self.open("w:tbl", &[]);
        self.open("w:tblPr", &[]);
        self.empty("w:tblStyle", &[("w:val", "Grid")]);
        let total = widths.iter().sum::<usize>().to_string();
        self.empty("w:tblW", &[("w:w", &total), ("w:type", "dxa")]);
        self.empty("w:tblLayout", &[("w:type", "fixed")]);
        self.empty("w:tblLook", &[("w:firstRow", "1"), ("w:noVBand", "1")]);
        self.close("w:tblPr");
        self.open("w:tblGrid", &[]);
        for width in widths {
            self.empty("w:gridCol", &[("w:w", &width.to_string())]);
        }
        self.close("w:tblGrid");
        fill(self);
        self.close("w:tbl");
    }

    /// A row of a table; the head is repeated on every page.
    pub fn row(&mut self, kind: RowKind, fill: impl FnOnce(&mut Body)) {
        self.open("w:tr", &[]);
        if kind != RowKind::Long {
            self.open("w:trPr", &[]);
            self.empty("w:cantSplit", &[]);
            if kind == RowKind::Head {
                self.empty("w:tblHeader", &[]);
            }
            self.close("w:trPr");
        }
        fill(self);
        self.close("w:tr");
    }

    /// A cell of a table, which must hold a paragraph.
    pub fn cell(&mut self, width: usize, columns: usize, shade: Option<Shade>, fill: impl FnOnce(&mut Body)) {
        self.open("w:tc", &[]);
        self.open("w:tcPr", &[]);
        self.empty("w:tcW", &[("w:w", &width.to_string()), ("w:type", "dxa")]);
        if columns > 1 {
            self.empty("w:gridSpan", &[("w:val", &columns.to_string())]);
        }
        match shade {
            Some(Shade::Head) => self.empty("w:shd", &[("w:val", "clear"), ("w:color", "auto"), ("w:fill", "E7E6E6")]),
            Some(Shade::Striped) => {
                self.empty("w:shd", &[("w:val", "thinDiagStripe"), ("w:color", "BFBFBF"), ("w:fill", "F2F2F2")]);
            }
            None => {}
        }
        self.close("w:tcPr");
        fill(self);
        self.close("w:tc");
    }

    /// Who made a tracked change and when, with its number.
    ///
    /// The day is that of the text; the time of the day only tells the changes of a paragraph from those of the next.
    /// LibreOffice joins a change at the end of a paragraph with one of the same author and time at the start of the next
    /// paragraph, and takes the mark between them along, which is not part of either: rejecting them would run a kept
    /// paragraph into the one behind.
    fn stamp(&mut self) -> [(&'static str, String); 3] {
        self.change += 1;
        let date = format!("{}T00:{:02}:00Z", self.date, 10 * (self.paragraph % 2));
        [("w:id", self.change.to_string()), ("w:author", AUTHOR.to_owned()), ("w:date", date)]
    }

    fn open(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.put(Event::Start(BytesStart::new(name).with_attributes(attributes.iter().copied())));
    }

    fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.put(Event::Empty(BytesStart::new(name).with_attributes(attributes.iter().copied())));
    }

    fn close(&mut self, name: &str) {
        self.put(Event::End(BytesEnd::new(name)));
    }

    fn put(&mut self, event: Event<'_>) {
        // Memory takes everything that is written to it.
        let written = self.out.write_event(event);
        debug_assert!(written.is_ok());
    }
}

/// What a row of a table is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RowKind {
    /// The head, which is repeated on every page.
    Head,
    /// One that stays whole on a page.
    Short,
    /// One that may go over to the next page.
    Long,
}

/// How a cell is shaded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shade {
    /// A head.
    Head,
    /// What is not known, which must be told apart in print, too.
    Striped,
}

fn borrowed<'a>(attributes: &'a [(&'static str, String); 3]) -> [(&'static str, &'a str); 3] {
    [0, 1, 2].map(|at| (attributes[at].0, attributes[at].1.as_str()))
}

fn element(op: Op) -> Option<&'static str> {
    match op {
        Op::Kept => None,
        Op::Removed => Some("w:del"),
        Op::Added => Some("w:ins"),
    }
}

/// Adds a character as it can be shown. XML has no control characters, and a mark that turns the direction of writing could
/// make a text read otherwise than it is written: both are shown by their number.
pub(super) fn push_shown(c: char, out: &mut String) {
    let hidden = matches!(c, '\u{0}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{fffe}' | '\u{ffff}')
        || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    if hidden {
        out.push_str(&format!("[U+{:04X}]", c as u32));
    } else {
        out.push(c);
    }
}
