//! The page of a check of the library.

use crate::languages::{Phrase, vocabulary};
use crate::law::Language;
use crate::report::page::{Page, Section};

/// The page of a check: how much was read, and what is wrong.
pub fn verification(versions: usize, faults: &[String], language: Language) -> Page {
    let say = |phrase: Phrase| (vocabulary(language).phrases)(phrase);
    let lines = faults.iter().cloned();
    let section = || Section::of_lines("faults".to_owned(), say(Phrase::Faults).to_owned(), lines);
    Page {
        total: format!("{} {}, {} {}", versions, say(Phrase::VersionsRead), faults.len(), say(Phrase::Faults)),
        sections: (!faults.is_empty()).then(section).into_iter().collect(),
        ..Page::titled(language, say(Phrase::Verified).to_owned())
    }
}
