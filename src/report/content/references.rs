//! The pages of references: where each leads, and which are broken.

use super::sources::{cautions, source};
use crate::diff::Side;
use crate::graph::{Broken, BrokenBy, Destination, EdgeKind, Fault, Graph, Names, Reference, TermShift, Unresolved};
use crate::graph::{act_cited, place_cited};
use crate::languages::{Phrase, vocabulary};
use crate::law::{Language, Locator, Version};
use crate::prose::citation;
use crate::report::page::{Cell, Page, Section, Table};

/// The references that a page is about.
#[derive(Debug, Clone, Copy)]
pub struct Shown<'s> {
    /// The version that they stand in.
    pub version: &'s Version,
    /// Its graph.
    pub graph: &'s Graph,
    /// The language of the page.
    pub language: Language,
}

/// The page of references, in the order of the text.
pub fn references(shown: &Shown<'_>, references: &[&Reference]) -> Page {
    let language = shown.language;
    let say = vocabulary(language).phrases;
    let names = Names::new(shown.graph, language);
    let rows = references.iter().map(|one| {
        let relation = if one.relation == EdgeKind::RefersTo { "" } else { names.edge(one.relation) };
        let cells = [
            citation(&one.evidence.place, language),
            one.words.clone(),
            destination(&one.to, language),
            relation.to_owned(),
        ];
        (None, cells.map(Cell::Words).to_vec())
    });
    let columns = [Phrase::From, Phrase::Wording, Phrase::To, Phrase::Relation];
    let nowhere = references.iter().filter(|one| matches!(one.to, Destination::Unresolved { .. })).count();
    Page {
        summary: Some(Table::of(Phrase::References, &columns, 2, rows, language)),
        total: format!(
            "{}: {}; {nowhere} {}",
            say(Phrase::References),
            references.len(),
            say(Phrase::ReferencesUnresolved)
        ),
        ..page(shown, Phrase::References)
    }
}

/// The page of the broken references of one version.
pub fn broken(shown: &Shown<'_>, broken: &[Broken]) -> Page {
    let language = shown.language;
    Page {
        summary: Some(table(broken, language)),
        total: total(broken.len(), language),
        ..page(shown, Phrase::BrokenReferences)
    }
}

/// The page of what a change broke: within the act, in other works, and the terms that mean something else.
pub fn broken_by(shown: &Shown<'_>, old: &Version, found: &BrokenBy) -> Page {
    let language = shown.language;
    let say = vocabulary(language).phrases;
    let mut sections = Vec::new();
    if !found.outside.is_empty() {
        let lines = found.outside.iter().map(|one| {
            let place = citation(&one.reference.evidence.place, language);
            format!("{}, {place}: {} – {}", one.version, one.reference.words, fault(&one.fault, language))
        });
        sections.push(Section::of_lines("from-outside".to_owned(), say(Phrase::BrokenFromOutside).to_owned(), lines));
    }
    if !found.terms.is_empty() {
        let lines = found.terms.iter().map(|one| shifted(one, language));
        sections.push(Section::of_lines("terms".to_owned(), say(Phrase::TermsShifted).to_owned(), lines));
    }
    let (before, now) = (Side::of(old), Side::of(shown.version));
    Page {
        sources: vec![
            (say(Phrase::Earlier).to_owned(), source(&before, language)),
            (say(Phrase::Later).to_owned(), source(&now, language)),
        ],
        notes: cautions(&[&before, &now], language),
        summary: Some(table(&found.inside, language)),
        total: total(found.inside.len() + found.outside.len(), language),
        sections,
        ..Page::titled(language, format!("{}: {} → {}", say(Phrase::BrokenReferences), before.version, now.version))
    }
}

fn page(shown: &Shown<'_>, title: Phrase) -> Page {
    let say = vocabulary(shown.language).phrases;
    let side = Side::of(shown.version);
    Page {
        text_language: shown.version.language,
        sources: vec![(say(Phrase::Source).to_owned(), source(&side, shown.language))],
        notes: cautions(&[&side], shown.language),
        ..Page::titled(shown.language, format!("{}: {}", say(title), side.version))
    }
}

fn total(count: usize, language: Language) -> String {
    let say = vocabulary(language).phrases;
    match count {
        0 => say(Phrase::NothingBroken).to_owned(),
        count => format!("{}: {count}", say(Phrase::BrokenReferences)),
    }
}

fn table(broken: &[Broken], language: Language) -> Table {
    let rows = broken.iter().map(|one| {
        let cells = [
            citation(&one.reference.evidence.place, language),
            one.reference.words.clone(),
            fault(&one.fault, language),
        ];
        (None, cells.map(Cell::Words).to_vec())
    });
    let columns = [Phrase::From, Phrase::Wording, Phrase::To];
    Table::of(Phrase::BrokenReferences, &columns, 2, rows, language)
}

fn destination(to: &Destination, language: Language) -> String {
    let say = vocabulary(language).phrases;
    match to {
        Destination::Here(places) => match &places[..] {
            [first, .., last] => format!("{} – {}", citation(first, language), citation(last, language)),
            places => cited(places, language),
        },
        Destination::Act => say(Phrase::TheActItself).to_owned(),
        Destination::Elsewhere { act, at: Some(at) } => {
            format!("{}, {}", place_cited(at, language), act_cited(act, language))
        }
        Destination::Elsewhere { act, at: None } => act_cited(act, language),
        Destination::Unresolved { at, why } => {
            let why = match why {
                Unresolved::Missing => say(Phrase::NoProvision).to_owned(),
                Unresolved::Several(places) => several(places, language),
                Unresolved::Quoted => say(Phrase::QuotedElsewhere).to_owned(),
                Unresolved::OfAnother => say(Phrase::MayBeOfAnother).to_owned(),
            };
            format!("({}: {why})", place_cited(at, language))
        }
    }
}

fn fault(fault: &Fault, language: Language) -> String {
    let say = vocabulary(language).phrases;
    let with = |place: &Locator, what: Phrase| format!("{}: {}", citation(place, language), say(what));
    match fault {
        Fault::Missing => say(Phrase::NoProvision).to_owned(),
        Fault::Several(places) => several(places, language),
        Fault::Deleted(place) => with(place, Phrase::TargetDeleted),
        Fault::Emptied(place) => with(place, Phrase::TargetEmptied),
        Fault::Renumbered { was, now } => {
            format!("{} {} {}", citation(was, language), say(Phrase::TargetRenumbered), citation(now, language))
        }
    }
}

fn several(places: &[Locator], language: Language) -> String {
    format!("{} {}", (vocabulary(language).phrases)(Phrase::CanBeSeveral), cited(places, language))
}

fn cited(places: &[Locator], language: Language) -> String {
    places.iter().map(|place| citation(place, language)).collect::<Vec<_>>().join("; ")
}

/// '‘deployer’ (Article 3, point (4)): used in Article 4; Article 26': by article, as points alone would fill pages.
fn shifted(one: &TermShift, language: Language) -> String {
    let say = vocabulary(language).phrases;
    let mut units: Vec<Locator> = Vec::new();
    for place in &one.used_in {
        let unit = Locator::root(place.segments()[0].clone());
        if !units.contains(&unit) {
            units.push(unit);
        }
    }
    let place = match &one.new {
        Some(place) => citation(place, language),
        None => say(Phrase::DefinitionGone).to_owned(),
    };
    format!("‘{}’ ({place}), {}: {}", one.term, say(Phrase::UsedIn), cited(&units, language))
}
