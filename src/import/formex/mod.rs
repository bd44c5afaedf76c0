//! Formex 4, the format in which the Publications Office keeps the Official Journal and its consolidations.
//!
//! Source: Formex 4 schema and manual, Publications Office of the European Union.

mod flow;
mod inline;
mod metadata;
mod structure;

use super::dom::Element;
use super::raw::RawAct;
use super::report::ImportReport;
use super::trail::Trail;

pub(super) use inline::{subscript, superscript};
pub(super) use metadata::{DocumentData, read_consolidation_data, read_document_data};

/// Reads the files of an act of the Official Journal: the act first, then its annexes in order.
pub(super) fn read_act(files: &[Element], report: &mut ImportReport) -> RawAct {
    let mut act = RawAct::default();
    let mut reader = Reader::new(report);
    for file in files {
        reader.path = vec![file.name.clone()];
        reader.read_part(file, &mut act);
    }
    act.trail = reader.trail;
    act
}

/// Reads a consolidation.
pub(super) fn read_consolidation(file: &Element, report: &mut ImportReport) -> RawAct {
    let mut act = RawAct::default();
    let mut reader = Reader::new(report);
    reader.path = vec![file.name.clone()];
    for element in file.elements() {
        match element.name.as_str() {
            "INFO.CONSLEG" | "INFO.PROD" => {}
            "CONS.DOC" => reader.read_part(element, &mut act),
            _ => {
                reader.unknown(element);
            }
        }
    }
    act.trail = reader.trail;
    act
}

/// Walks through the elements of a Formex file.
struct Reader<'r> {
    trail: Trail,
    report: &'r mut ImportReport,
    path: Vec<String>,
    /// Set inside what is printed in capitals.
    capitals: bool,
}

impl<'r> Reader<'r> {
    fn new(report: &'r mut ImportReport) -> Reader<'r> {
        Reader { trail: Trail::default(), report, path: Vec::new(), capitals: false }
    }

    fn unknown(&mut self, element: &Element) {
        let path = format!("{}/{}", self.path.join("/"), element.name);
        self.report.unknown(&path, element.has_text());
    }

    /// Runs `read` with `element` on the path.
    fn within<T>(&mut self, element: &Element, read: impl FnOnce(&mut Self) -> T) -> T {
        self.path.push(element.name.clone());
        let result = read(self);
        self.path.pop();
        result
    }
}
