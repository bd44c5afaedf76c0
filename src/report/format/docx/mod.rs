//! Pages as Word documents: the parts of a WordprocessingML package that are needed, and no more.
//!
//! The same page gives the same bytes: no clock, no random identifier, files of the archive dated 1980. What comes from a
//! text is only ever the content of an element, written by `quick-xml`, which escapes it.
//!
//! Source: ECMA-376, Part 1 (WordprocessingML); the order of elements is that of its schema, which Word insists on.

mod body;
mod front;
mod package;
mod redline;
mod sheet;
mod styles;

use body::Body;

use crate::diff::RedlineUnit;
use crate::languages::{Phrase, vocabulary};
use crate::law::{Date, Language};
use crate::report::page::Page;

/// Writes a page as a Word document; one with several texts beside each other lies on its side.
pub fn docx(page: &Page) -> Vec<u8> {
    let dates = page.sheet.iter().flat_map(|sheet| &sheet.columns).filter_map(|column| column.date);
    let date = dates.max().unwrap_or(Date::FIRST);
    let mut body = Body::new(page.text_language, date);
    front::write(&mut body, page);
    if let Some(sheet) = &page.sheet {
        sheet::write(&mut body, sheet, page.language);
    }
    front::sections(&mut body, page);
    package::pack(&body.finish(page.sheet.is_some()), page, date)
}

/// Writes a page as a Word document in which the changes of some units are tracked: accepting all of them gives the later
/// text, rejecting all the earlier one.
/// `date` is that of the changes.
pub fn docx_redline(page: &Page, units: &[RedlineUnit], date: Date) -> Vec<u8> {
    let mut body = Body::new(page.text_language, date);
    front::write(&mut body, page);
    body.line("Heading1", page.language, (vocabulary(page.language).phrases)(Phrase::Redline));
    redline::write(&mut body, units);
    // The last paragraph of a document cannot be taken away, so that it must not be a tracked one.
    body.line("End", page.language, END);
    front::sections(&mut body, page);
    package::pack(&body.finish(false), page, date)
}

/// The line behind the text with its changes.
const END: &str = "* * *";

/// The tag of a language in Word.
fn tag(language: Language) -> &'static str {
    match language {
        Language::En => "en-GB",
        Language::Fr => "fr-FR",
        Language::Nl => "nl-NL",
    }
}
