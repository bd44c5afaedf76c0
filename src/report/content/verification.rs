//! The page of a check of the library.

use crate::languages::{Phrase, vocabulary};
use crate::law::Language;
use crate::library::Verified;
use crate::report::page::{Block, Page, Section};

/// The page of a check: how much was read, and what is wrong.
pub fn verification(verified: &Verified, language: Language) -> Page {
    let say = |phrase: Phrase| (vocabulary(language).phrases)(phrase);
    let faults: Vec<Block> = verified.faults.iter().map(|fault| Block::line(fault.to_string())).collect();
    Page {
        language,
        text_language: language,
        title: say(Phrase::Verified).to_owned(),
        sources: Vec::new(),
        notes: Vec::new(),
        summary: None,
        total: format!(
            "{} {}, {} {}",
            verified.versions,
            say(Phrase::VersionsRead),
            verified.faults.len(),
            say(Phrase::Faults)
        ),
        sections: if faults.is_empty() {
            Vec::new()
        } else {
            vec![Section {
                anchor: "faults".to_owned(),
                heading: say(Phrase::Faults).to_owned(),
                status: None,
                blocks: faults,
            }]
        },
    }
}
