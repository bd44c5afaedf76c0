//! What a page says of how well something is established.

use std::collections::HashSet;

use crate::diff::{NotKnown, Side, WhichSide};
use crate::languages::{Phrase, vocabulary};
use crate::law::{Confidence, EvidenceSource, Language, Statement, Unknown};
use crate::report::page::Section;

/// 'established: single source (AE13794): what is doubtful'.
pub(super) fn statement(statement: &Statement, language: Language) -> String {
    let say = vocabulary(language).phrases;
    let sources = listed(&statement.sources);
    let note = statement.note.as_ref().map(|note| format!(": {note}")).unwrap_or_default();
    format!("{}{sources}{note}", say(Phrase::Confidence(statement.confidence)))
}

fn listed(sources: &[String]) -> String {
    if sources.is_empty() { String::new() } else { format!(" ({})", sources.join(", ")) }
}

/// Which version does not know a passage, what was searched, and what is known of it.
pub(super) fn not_known(one: &NotKnown, language: Language) -> String {
    let phrase = match one.side {
        WhichSide::Old => Phrase::OldNotKnown,
        WhichSide::New => Phrase::NewNotKnown,
    };
    unknown_words(phrase, &one.searched, one.note.as_deref(), language)
}

/// That a version does not know a passage of its own.
pub(super) fn unknown(one: &Unknown, language: Language) -> String {
    unknown_words(Phrase::TextNotKnown, &one.searched, one.note.as_deref(), language)
}

fn unknown_words(phrase: Phrase, searched: &[String], note: Option<&str>, language: Language) -> String {
    let say = vocabulary(language).phrases;
    let mut line = say(phrase).to_owned();
    if !searched.is_empty() {
        line.push_str(&format!("; {}: {}", say(Phrase::Searched), searched.join(", ")));
    }
    if let Some(note) = note {
        line.push_str(&format!("; {note}"));
    }
    line
}

/// A confidence as a word of a table; nothing where a text is read from its own document.
pub(super) fn confidence(stated: Option<Confidence>, language: Language) -> String {
    let say = vocabulary(language).phrases;
    stated.map(|confidence| say(Phrase::Confidence(confidence)).to_owned()).unwrap_or_default()
}

/// The sources that the signs on a page stand for: those of `used`.
pub(super) fn sources(sides: &[&Side], used: &HashSet<&str>, language: Language) -> Option<Section> {
    let mut listed: Vec<&EvidenceSource> = Vec::new();
    for source in sides.iter().flat_map(|side| &side.evidence_sources) {
        if used.contains(source.id.as_str()) && !listed.iter().any(|known| known.id == source.id) {
            listed.push(source);
        }
    }
    let say = vocabulary(language).phrases;
    let lines = listed.iter().map(|source| {
        let url = source.url.as_ref().map(|url| format!(", {url}")).unwrap_or_default();
        format!("{}: {}{url}", source.id, source.document)
    });
    let heading = say(Phrase::Sources).to_owned();
    (!listed.is_empty()).then(|| Section::of_lines("sources".to_owned(), heading, lines))
}
