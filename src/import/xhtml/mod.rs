//! Pages of EUR-Lex: texts of the Official Journal (class names with and without `oj-`) and consolidations (with their
//! signs ►B ►M1 ▼B ▼M1).
//!
//! The pages are made from Formex by the Publications Office. Their layout keeps less of the structure than Formex
//! does, so some of it is read from numbering and indentation.

mod classes;
mod flow;
mod frames;
mod head;
mod inline;
mod nest;
mod notes;
mod page;
mod tables;

use super::dom::Element;
use super::raw::RawAct;
use super::report::ImportReport;
use super::trail::Trail;
use crate::law::Language;

pub(super) use head::{Generation, PageData, read_page_data};

/// Reads a page.
pub(super) fn read_page(root: &Element, data: &PageData, report: &mut ImportReport) -> RawAct {
    let notes = notes::NoteIndex::of(root);
    let mut reader = Reader {
        trail: Trail::default(),
        report,
        path: Vec::new(),
        notes,
        language: data.language,
        generation: data.generation,
        inline_marks: Vec::new(),
        marks_opened: 0,
        in_broken_line: false,
        after_box: false,
    };
    let body = root.walk().find(|element| element.name == "body").unwrap_or(root);
    let mut act = reader.page(body);
    for note in reader.notes.without_reference() {
        reader.report.left_out("footnotes that nothing refers to", &note.text);
    }
    act.trail = reader.trail;
    act
}

/// Walks through the elements of a page.
struct Reader<'r> {
    trail: Trail,
    report: &'r mut ImportReport,
    path: Vec<String>,
    notes: notes::NoteIndex,
    language: Language,
    generation: Generation,
    /// Keys of the amendments opened within lines (►M1), the last one last; none for ►B.
    inline_marks: Vec<Option<String>>,
    marks_opened: usize,
    /// Whether the last paragraph was a piece of a line that boxed figures break.
    in_broken_line: bool,
    /// Whether the last block was a boxed figure.
    after_box: bool,
}

impl Reader<'_> {
    fn unknown(&mut self, element: &Element) {
        let class = element.attribute("class").map(|class| format!(".{class}")).unwrap_or_default();
        let path = format!("{}/{}{class}", self.path.join("/"), element.name);
        self.report.unknown(&path, element.has_text());
    }

    fn within<T>(&mut self, element: &Element, read: impl FnOnce(&mut Self) -> T) -> T {
        self.path.push(element.name.clone());
        let result = read(self);
        self.path.pop();
        result
    }
}
