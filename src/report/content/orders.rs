//! The page of what an amending act orders.

use super::evidence::{confidence, sources as evidence_sources, statement, unknown};
use super::sources::source;
use crate::amend::{Content, Instruction, Operation, Orders, Unread};
use crate::diff::Side;
use crate::languages::{Phrase, vocabulary};
use crate::law::{Celex, Language, Locator, Segment, SegmentKind, Statement, Version};
use crate::prose::{act_name, citation, long_date};
use crate::report::page::{Cell, Page, Section, Table};

/// The page of an act's instructions: a table, then each with the words that it was read from, then what was not read.
/// `held` says of which acts the library has a text.
pub fn orders(orders: &Orders, act: &Version, held: impl Fn(&Celex) -> bool, language: Language) -> Page {
    let say = vocabulary(language).phrases;
    let mut acts: Vec<&Celex> = Vec::new();
    for celex in orders.instructions.iter().filter_map(|one| one.act.as_ref()) {
        if !acts.contains(&celex) {
            acts.push(celex);
        }
    }
    let notes = acts.iter().map(|celex| {
        let count = orders.instructions.iter().filter(|one| one.act.as_ref() == Some(celex)).count();
        let missing = if held(celex) { String::new() } else { format!(" – {}", say(Phrase::BaseMissing)) };
        format!("{}: {count}{missing}", act_name(celex, language))
    });
    let in_force = orders.in_force.map(|day| format!("{}: {}", say(Phrase::InForce), long_date(day, language)));
    // With a column more, the act that is amended most goes without saying.
    let stated = orders.instructions.iter().any(|one| one.stated.is_some());
    let last = if stated { Phrase::Established } else { Phrase::AmendedAct };
    let columns = [Phrase::Order, Phrase::DoesWhat, Phrase::AmendedPlace, last];
    let rows = orders.instructions.iter().map(|one| {
        let act = one.act.as_ref().map(|celex| act_name(celex, language)).unwrap_or_default();
        let told = one.act.as_ref() != acts.first().copied() && !act.is_empty();
        let target = if stated && told { format!("{act}, {}", targets(one, language)) } else { targets(one, language) };
        let last = if stated { confidence(one.stated.as_ref().map(|stated| stated.confidence), language) } else { act };
        let cells = [place(one, language), say(does(one.operation)).to_owned(), target, last];
        (Some(anchor(one)), cells.into_iter().map(Cell::Words).collect())
    });
    let sections = orders.instructions.iter().map(|one| section(one, act, language));
    Page {
        text_language: act.language,
        sources: vec![(say(Phrase::Source).to_owned(), source(&Side::of(act), language))],
        notes: notes.chain(in_force).collect(),
        summary: Some(Table::of(Phrase::Instructions, &columns, 2, rows, language)),
        total: format!(
            "{}: {}; {}: {}",
            say(Phrase::Instructions),
            orders.instructions.len(),
            say(Phrase::Unread),
            orders.unread.len()
        ),
        sections: sections
            .chain(unread(&orders.unread, language))
            .chain(not_ordered(act, language))
            .chain(evidence_sources(&[&Side::of(act)], &act.evidence.source_ids(), language))
            .collect(),
        ..Page::titled(language, format!("{}: {}", say(Phrase::Instructions), orders.version))
    }
}

/// What the sources say stays as it was, and what is not known: a section each, with a line for each passage.
pub(super) fn not_ordered(act: &Version, language: Language) -> impl Iterator<Item = Section> + use<> {
    let say = vocabulary(language).phrases;
    let cited =
        |places: &[Locator]| places.iter().map(|place| citation(place, language)).collect::<Vec<_>>().join("; ");
    let kept: Vec<String> = act
        .evidence
        .kept
        .iter()
        .map(|one| {
            let stated = Statement {
                places: Vec::new(),
                confidence: one.confidence,
                sources: one.sources.clone(),
                note: one.note.clone(),
            };
            format!("{}, {}: {}", one.work, cited(&one.places), statement(&stated, language))
        })
        .collect();
    let not_known = act.evidence.unknown.iter();
    let not_known: Vec<String> =
        not_known.map(|one| format!("{}, {}: {}", one.work, cited(&one.places), unknown(one, language))).collect();
    let section = |anchor: &str, phrase: Phrase, lines: Vec<String>| {
        let heading = say(phrase).to_owned();
        (!lines.is_empty()).then(|| Section::of_lines(anchor.to_owned(), heading, lines.into_iter()))
    };
    let kept = section("kept", Phrase::StaysAsItWas, kept);
    kept.into_iter().chain(section("not-known", Phrase::PlacesNotKnown, not_known))
}

/// What an operation is called.
pub(super) fn does(operation: Operation) -> Phrase {
    match operation {
        Operation::Replace => Phrase::Replaces,
        Operation::Insert => Phrase::Inserts,
        Operation::Delete => Phrase::Deletes,
        Operation::Repeal => Phrase::Repeals,
        Operation::Renumber => Phrase::Renumbers,
        Operation::ReplaceWords => Phrase::ReplacesWords,
        Operation::InsertWords => Phrase::InsertsWords,
        Operation::DeleteWords => Phrase::DeletesWords,
    }
}

/// The address of an instruction, as cited.
pub(super) fn place(one: &Instruction, language: Language) -> String {
    match &one.ordered_by {
        Some(order) => format!("{} + {}", citation(order, language), citation(&one.place, language)),
        None => citation(&one.place, language),
    }
}

/// What an instruction is about, as cited; for what is inserted, what comes.
pub(super) fn targets(one: &Instruction, language: Language) -> String {
    let named: Vec<String> =
        one.targets.iter().map(|target| target.cited(language)).filter(|name| !name.is_empty()).collect();
    let comes = match one.operation {
        Operation::Insert => content(one, language),
        _ => String::new(),
    };
    match (named.is_empty(), comes.is_empty()) {
        (false, false) => format!("{}: {comes}", named.join(", ")),
        (true, false) => comes,
        _ => named.join(", "),
    }
}

/// What an instruction puts in, by its numbers.
pub(super) fn content(one: &Instruction, language: Language) -> String {
    match &one.content {
        Content::None => String::new(),
        Content::Words(words) => words.join(", "),
        Content::Provisions(provisions) => {
            let names = provisions.iter().map(|provision| {
                let kind = SegmentKind::of(provision);
                match &provision.number {
                    Some(number) => citation(&Locator::root(Segment::new(kind, number.clone())), language),
                    None => vocabulary(language).provisions.printed(kind).to_owned(),
                }
            });
            names.collect::<Vec<_>>().join(", ")
        }
    }
}

fn anchor(one: &Instruction) -> String {
    one.address().replace(" + ", "--")
}

fn section(one: &Instruction, act: &Version, language: Language) -> Section {
    let say = vocabulary(language).phrases;
    let mut lines = vec![format!("{}: {}", say(Phrase::WordsRead), one.text)];
    let comes = content(one, language);
    if !comes.is_empty() {
        lines.push(format!("{}: {comes}", say(Phrase::NewContent)));
    }
    if let Some(from) = one.applies_from {
        lines.push(format!("{}: {}", say(Phrase::AppliesFrom), long_date(from, language)));
    }
    lines.extend(one.stated.as_ref().map(|stated| statement(stated, language)));
    lines.extend(link(one, act));
    let heading = format!("{}: {}, {}", place(one, language), say(does(one.operation)), targets(one, language));
    Section::of_lines(anchor(one), heading, lines.into_iter())
}

/// The article of the amending act in which an instruction stands, in the European Legislation Identifier of its text.
///
/// Source: Council Conclusions 2012/C 325/02: a subdivision follows the number of the act.
pub(super) fn link(one: &Instruction, act: &Version) -> Option<String> {
    let unit = one.place.segments().first()?;
    let number = unit.number.as_ref().map(|number| format!("_{number}")).unwrap_or_default();
    let eli = act.source.celex.eli()?;
    Some(format!("http://data.europa.eu/eli/{eli}/{}{number}/oj", unit.kind.code()))
}

/// What was not read, a section each.
pub(super) fn unread(unread: &[Unread], language: Language) -> impl Iterator<Item = Section> + '_ {
    let say = vocabulary(language).phrases;
    unread.iter().map(move |one| {
        let heading = format!("{}: {}", citation(&one.place, language), say(Phrase::Unread));
        Section::of_lines(format!("unread-{}", one.place), heading, std::iter::once(one.text.clone()))
    })
}
