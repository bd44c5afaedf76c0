//! The page of a check of the library.

use crate::languages::{Phrase, vocabulary};
use crate::law::Language;
use crate::library::Verified;
use crate::report::page::{Page, Section};

/// The page of a check: how much was read, and what is wrong.
pub fn verification(verified: &Verified, language: Language) -> Page {
    let say = |phrase: Phrase| (vocabulary(language).phrases)(phrase);
    let faults = verified.faults.iter().map(ToString::to_string);
    let section = || Section::of_lines("faults".to_owned(), say(Phrase::Faults).to_owned(), faults);
    Page {
        total: format!(
            "{} {}, {} {}",
            verified.versions,
            say(Phrase::VersionsRead),
            verified.faults.len(),
            say(Phrase::Faults)
        ),
        sections: (!verified.faults.is_empty()).then(section).into_iter().collect(),
        ..Page::titled(language, say(Phrase::Verified).to_owned())
    }
}
