//! Running text within a line of a page.

use std::borrow::Cow;
use std::sync::OnceLock;

use regex::Regex;

use super::super::dom::{Element, Node};
use super::super::formex::{subscript, superscript};
use super::super::line::{Line, LineBuilder};
use super::Reader;
use super::classes::has_class;
use crate::law::{Action, Amendment, MarkKind};

const BLOCK_KEY: &str = "block";

impl Reader<'_> {
    /// Reads an element as one line.
    pub(super) fn line(&mut self, element: &Element) -> Line {
        let mut builder = LineBuilder::default();
        self.within(element, |reader| reader.inline_nodes(&element.nodes, &mut builder));
        builder.finish()
    }

    pub(super) fn inline_nodes(&mut self, nodes: &[Node], line: &mut LineBuilder) {
        for at in 0..nodes.len() {
            self.inline_node(nodes, at, line);
        }
    }

    /// Adds the node at a place among its siblings to a line.
    pub(super) fn inline_node(&mut self, nodes: &[Node], at: usize, line: &mut LineBuilder) {
        match &nodes[at] {
            Node::Text(text) => {
                let before = at.checked_sub(1).map(|before| &nodes[before]);
                let after_sign = matches!(before, Some(Node::Element(e)) if self.is_bare_note_link(e));
                let text = if after_sign { after_bracket(text) } else { text };
                // The space after a sign ► belongs to the sign.
                let after_mark = matches!(before, Some(Node::Element(e)) if e.line().starts_with('►'));
                let text = if after_mark { text.strip_prefix([' ', '\u{a0}']).unwrap_or(text) } else { text };
                self.push(text, line);
            }
            Node::Instruction(..) => {}
            Node::Element(element) => self.inline(element, line),
        }
    }

    pub(super) fn inline(&mut self, element: &Element, line: &mut LineBuilder) {
        match element.name.as_str() {
            "a" => self.link(element, line),
            "br" => line.push(" ", &[]),
            "img" => {
                let name = element.attribute("alt").or(element.attribute("src")).unwrap_or("?").to_owned();
                let amendments = self.trail.writing().to_vec();
                line.placeholder(MarkKind::Image, &name, &amendments);
            }
            "span" => self.span(element, line),
            "p" | "div" | "td" | "tr" | "table" | "tbody" => {
                line.push(" ", &[]);
                self.within(element, |reader| reader.inline_nodes(&element.nodes, line));
                line.push(" ", &[]);
            }
            "b" | "i" | "em" | "strong" | "sup" | "sub" | "u" | "font" => self.span(element, line),
            "hr" | "col" => {}
            _ => {
                self.unknown(element);
                self.within(element, |reader| reader.inline_nodes(&element.nodes, line));
            }
        }
    }

    pub(super) fn push(&mut self, text: &str, line: &mut LineBuilder) {
        if self.trail.deleting().is_some() {
            self.report.left_out("signs of deletion", text);
            return;
        }
        let text = &*with_whole_codes(text);
        // Pages lose the space between a date and an opening guillemet, which Formex has.
        let mut rest = text;
        while let Some(at) = rest.find('«') {
            line.push(&rest[..at], self.trail.writing());
            let after = &rest[at + '«'.len_utf8()..];
            if line.text().ends_with(char::is_alphanumeric) && after.starts_with(char::is_alphanumeric) {
                line.push(" ", &[]);
            }
            line.push("«", self.trail.writing());
            rest = after;
        }
        line.push(rest, self.trail.writing());
    }

    fn span(&mut self, element: &Element, line: &mut LineBuilder) {
        let text = element.line();
        if text == "◄" {
            self.close_inline();
            return;
        }
        let shift: Option<fn(char) -> Option<char>> =
            if has_class(element, "superscript") || has_class(element, "super") || element.name == "sup" {
                Some(superscript)
            } else if has_class(element, "subscript") || has_class(element, "sub") || element.name == "sub" {
                Some(subscript)
            } else {
                None
            };
        if let Some(shift) = shift
            && !element.nodes.iter().any(|node| matches!(node, Node::Element(_)))
        {
            line.close_up();
            let shifted = text.chars().map(shift).collect::<Option<String>>();
            self.push(shifted.as_deref().unwrap_or(&element.text()), line);
            return;
        }
        self.within(element, |reader| reader.inline_nodes(&element.nodes, line));
    }

    /// Whether a link leads to a footnote and the brackets around its sign stand outside of it.
    fn is_bare_note_link(&self, element: &Element) -> bool {
        element.name == "a" && is_note_target(element) && !element.line().starts_with('(')
    }

    fn link(&mut self, element: &Element, line: &mut LineBuilder) {
        if is_note_target(element) {
            if !element.line().starts_with('(') {
                line.take_back("(");
            }
            match element.attribute("href").and_then(|href| self.notes.follow(href)) {
                Some(note) => line.note(note),
                None => line.note_sign(element.line().trim_matches(['(', ')', ' ']).to_owned()),
            }
            return;
        }
        let text = element.line();
        if text.starts_with('►') {
            line.mark_boundary();
            let deleting = self.open_inline(element.attribute("title").unwrap_or(""));
            if let Some(id) = deleting {
                line.deletion(id);
            }
            return;
        }
        self.within(element, |reader| reader.inline_nodes(&element.nodes, line));
    }

    /// Follows a sign within a line (►M1 … ◄); gives the amendment where it is a deletion.
    fn open_inline(&mut self, title: &str) -> Option<usize> {
        let amendment = amendment_of(title);
        let key = amendment.map(|amendment| {
            self.marks_opened += 1;
            let key = format!("inline{}", self.marks_opened);
            let deleted = amendment.action == Action::Deleted;
            let id = self.trail.open(&key, amendment);
            (key, deleted.then_some(id))
        });
        let deleting = key.as_ref().and_then(|(_, id)| *id);
        self.inline_marks.push(key.map(|(key, _)| key));
        deleting
    }

    fn close_inline(&mut self) {
        match self.inline_marks.pop() {
            Some(Some(key)) => {
                self.trail.close(&key);
            }
            Some(None) => {}
            None => self.report.doubt("a sign ◄ ends a passage that never began".to_owned()),
        }
    }

    /// Follows a sign between blocks (▼M1); gives the amendment where it stands for something deleted.
    pub(super) fn block_mark(&mut self, element: &Element) -> Option<usize> {
        let mut deleted = None;
        for link in element.walk().filter(|element| element.name == "a") {
            self.trail.close(BLOCK_KEY);
            let Some(amendment) = amendment_of(link.attribute("title").unwrap_or("")) else { continue };
            if amendment.action == Action::Deleted {
                deleted = Some(self.trail.id_of(amendment));
            } else {
                self.trail.open(BLOCK_KEY, amendment);
            }
        }
        deleted
    }
}

/// What a sign's title says: '32026R1744: REPLACED'. The base act's own sign has no action.
fn amendment_of(title: &str) -> Option<Amendment> {
    let (act, action) = title.split_once(':')?;
    let action = match action.trim() {
        "INSERTED" => Action::Inserted,
        "DELETED" => Action::Deleted,
        "REPEALED" => Action::Repealed,
        _ => Action::Replaced,
    };
    let act = act.trim().to_owned();
    Some(Amendment { action, act, instruction: None, only: None, start: None, end: None })
}

/// Whether a link leads to a note at the foot of the page or of a table.
fn is_note_target(element: &Element) -> bool {
    element.attribute("href").is_some_and(|href| {
        let id = href.strip_prefix('#').unwrap_or("");
        id.starts_with("ntr") || (id.starts_with('E') && id[1..].bytes().all(|b| b.is_ascii_digit()))
    })
}

/// Codes of the Combined Nomenclature after 'ex' as print has them: pages set 'ex 02 01' for ex 0201.
fn with_whole_codes(text: &str) -> Cow<'_, str> {
    static PAIRS: OnceLock<Option<Regex>> = OnceLock::new();
    let pattern = r"(?-u:\b)ex[\x20\u{a0}]*([0-9]{2})[\x20\u{a0}]([0-9]{2})(?-u:\b)";
    match PAIRS.get_or_init(|| Regex::new(pattern).ok()) {
        Some(pairs) if text.contains("ex") => pairs.replace_all(text, "ex\u{a0}$1$2"),
        _ => Cow::Borrowed(text),
    }
}

fn after_bracket(text: &str) -> &str {
    text.trim_start().strip_prefix(')').unwrap_or(text)
}
