//! The page of a comparison.

use std::collections::HashSet;

use super::evidence::{not_known, sources as evidence_sources, statement};
use super::sources::{cautions, instruction, source};
use crate::diff::{ChangeSet, NotCompared, ProvisionChange, Reading, ReadingKind, Span, UnitChange, What};
use crate::languages::{Phrase, vocabulary};
use crate::law::{Celex, Language, Locator};
use crate::prose::{act_name, citation};
use crate::report::page::{Block, Cell, Page, Passage, Section, Table, Tone};

/// The page of a comparison: a summary, then each changed provision with its address.
/// `work` is what people call the act.
pub fn changes(set: &ChangeSet, work: Option<&str>, language: Language) -> Page {
    let say = vocabulary(language).phrases;
    let mut notes = cautions(&[&set.old, &set.new], language);
    for part in &set.not_compared {
        notes.push(
            say(match part {
                NotCompared::Recitals => Phrase::RecitalsNotCompared,
                NotCompared::Footnotes => Phrase::FootnotesNotCompared,
            })
            .to_owned(),
        );
    }
    let count = |wanted: &[What]| set.units.iter().filter(|unit| wanted.contains(&unit.what)).count();
    let counts = [
        (count(&[What::Modified, What::MovedAndModified]), Phrase::Modified),
        (count(&[What::New]), Phrase::New),
        (count(&[What::Deleted]), Phrase::Deleted),
        (count(&[What::Moved]), Phrase::Moved),
    ];
    let counted: Vec<String> = counts
        .iter()
        .filter(|(count, _)| *count > 0)
        // A word before its figure has no plural in French to agree with.
        .map(|(count, phrase)| format!("{} {count}", say(*phrase)))
        .collect();
    let total = if set.units.is_empty() && set.divisions.is_empty() {
        say(Phrase::NoChange).to_owned()
    } else {
        let not_known = count(&[What::Unknown]);
        let changed = format!("{}: {}", say(Phrase::ChangedUnits), set.units.len() - not_known);
        let counted = if counted.is_empty() { String::new() } else { format!(" ({})", counted.join(", ")) };
        let not_known =
            if not_known == 0 { String::new() } else { format!("; {}: {not_known}", say(Phrase::NotKnown)) };
        format!("{changed}{counted}{not_known}")
    };
    let mut sections: Vec<Section> = Vec::new();
    if !set.divisions.is_empty() {
        sections.push(Section {
            anchor: "divisions".to_owned(),
            heading: say(Phrase::Divisions).to_owned(),
            status: None,
            blocks: set.divisions.iter().map(|change| block(change, language)).collect(),
        });
    }
    sections.extend(set.units.iter().map(|unit| section(unit, language)));
    sections.extend(evidence_sources(&[&set.old, &set.new], &sources_of(set), language));
    Page {
        language,
        text_language: set.new.language,
        title: match work {
            Some(work) => format!("{work}: {} → {}", set.old.version, set.new.version),
            None => format!("{} → {}", set.old.version, set.new.version),
        },
        sources: vec![
            (say(Phrase::Earlier).to_owned(), source(&set.old, language)),
            (say(Phrase::Later).to_owned(), source(&set.new, language)),
        ],
        notes,
        figure: None,
        summary: (!set.units.is_empty()).then(|| summary(set, language)),
        total,
        sheet: None,
        sections,
    }
}

/// The signs of the sources that the changes rest on.
fn sources_of(set: &ChangeSet) -> HashSet<&str> {
    let changes = || set.units.iter().flat_map(|unit| &unit.changes);
    let stated = changes().flat_map(|change| &change.relies_on).flat_map(|one| &one.statement.sources);
    let searched = changes().flat_map(|change| &change.unknown).flat_map(|one| &one.searched);
    stated.chain(searched).map(String::as_str).collect()
}

fn summary(set: &ChangeSet, language: Language) -> Table {
    let columns = [Phrase::Unit, Phrase::Heading, Phrase::WhatHappened, Phrase::WordsRemoved, Phrase::WordsAdded];
    let rows = set.units.iter().map(|unit| {
        let cells = vec![
            Cell::Words(name(unit, language)),
            Cell::Words(unit.heading.clone().unwrap_or_default()),
            Cell::Words(status(unit.what, unit.old != unit.new, language)),
            Cell::Count(unit.words_removed),
            Cell::Count(unit.words_added),
        ];
        (unit.locator().map(ToString::to_string), cells)
    });
    Table::of(Phrase::ChangedUnits, &columns, 1, rows, language)
}

fn name(unit: &UnitChange, language: Language) -> String {
    place(&unit.old, &unit.new, unit.old != unit.new, language)
}

/// Where a provision stands: at both its places where it moved.
fn place(old: &Option<Locator>, new: &Option<Locator>, moved: bool, language: Language) -> String {
    match (old, new) {
        (Some(old), Some(new)) if moved => format!("{} → {}", citation(old, language), citation(new, language)),
        _ => new.as_ref().or(old.as_ref()).map(|locator| citation(locator, language)).unwrap_or_default(),
    }
}

fn status(what: What, renumbered: bool, language: Language) -> String {
    let say = vocabulary(language).phrases;
    let moved = say(if renumbered { Phrase::Renumbered } else { Phrase::Moved });
    match what {
        What::Modified => say(Phrase::Modified).to_owned(),
        What::New => say(Phrase::New).to_owned(),
        What::Deleted => say(Phrase::Deleted).to_owned(),
        What::Moved => moved.to_owned(),
        What::MovedAndModified => format!("{moved}, {}", say(Phrase::Modified)),
        What::Unknown => say(Phrase::NotKnown).to_owned(),
    }
}

fn section(unit: &UnitChange, language: Language) -> Section {
    let name = name(unit, language);
    let mut said: Vec<String> = Vec::new();
    let blocks = unit.changes.iter().map(|change| {
        let mut block = block(change, language);
        // What holds for several changes in a row is said once.
        let grounds = grounds(change, language);
        if grounds != said {
            block.origins.extend(grounds.iter().cloned());
            said = grounds;
        }
        block
    });
    let blocks = blocks.collect();
    let heading = match &unit.heading {
        Some(heading) => format!("{name} – {heading}"),
        None => name,
    };
    Section {
        anchor: unit.locator().map(ToString::to_string).unwrap_or_default(),
        heading,
        status: Some(format!(
            "{} · −{} +{}",
            status(unit.what, unit.old != unit.new, language),
            unit.words_removed,
            unit.words_added
        )),
        blocks,
    }
}

/// How well a change is established, or why it is not known: a line each.
fn grounds(change: &ProvisionChange, language: Language) -> Vec<String> {
    let relied_on = change.relies_on.iter().map(|one| statement(&one.statement, language));
    let not_known = change.unknown.iter().map(|one| not_known(one, language));
    let mut lines: Vec<String> = relied_on.chain(not_known).collect();
    lines.dedup();
    lines
}

fn block(change: &ProvisionChange, language: Language) -> Block {
    let moved = matches!(change.what, What::Moved | What::MovedAndModified);
    let passage = |heading: bool, runs: &Vec<_>| (!runs.is_empty()).then(|| Passage { heading, runs: runs.clone() });
    Block {
        address: place(&change.old, &change.new, moved, language),
        status: Some(status(change.what, change.old != change.new, language)),
        origins: origins(change, language),
        tone: match change.what {
            What::New => Tone::New,
            What::Deleted => Tone::Deleted,
            _ => Tone::Changed,
        },
        passages: [passage(true, &change.heading), passage(false, &change.text)].into_iter().flatten().collect(),
        readings: change.readings.iter().map(|reading| line(reading, language)).collect(),
    }
}

/// Who made a change, and where the wording went or came from.
fn origins(change: &ProvisionChange, language: Language) -> Vec<String> {
    let say = vocabulary(language).phrases;
    let mut lines = Vec::new();
    if let Some(place) = &change.elsewhere {
        let phrase = if change.what == What::Deleted { Phrase::NowIn } else { Phrase::FormerlyIn };
        lines.push(format!("{} {}", say(phrase), citation(place, language)));
    }
    let made_by = change.made_by.iter().map(|made| instruction(made, language));
    let made_by: Vec<String> = made_by.collect();
    if !made_by.is_empty() {
        lines.push(format!("{} {}", say(Phrase::By), made_by.join("; ")));
    }
    lines
}

fn line(reading: &Reading, language: Language) -> String {
    let say = vocabulary(language).phrases;
    let name = say(match reading.kind {
        ReadingKind::Date => Phrase::Date,
        ReadingKind::Reference => Phrase::Reference,
        ReadingKind::Number => Phrase::Number,
        ReadingKind::Editorial => return say(Phrase::Editorial).to_owned(),
    });
    let words = |span: &Span| match reading.kind {
        ReadingKind::Date => format!("{} [{}]", span.words, span.value),
        ReadingKind::Reference => reference(span, language),
        _ => span.words.clone(),
    };
    match (&reading.removed, &reading.added) {
        (Some(old), Some(new)) => format!("{name}: {} → {}", words(old), words(new)),
        (Some(old), None) => format!("{name} {}: {}", say(Phrase::Removed), words(old)),
        (None, Some(new)) => format!("{name} {}: {}", say(Phrase::Added), words(new)),
        (None, None) => name.to_owned(),
    }
}

/// A reference as it is cited: a member of a list does not say in the text what it is a member of ('(bb)').
fn reference(span: &Span, language: Language) -> String {
    // A range is told best by its own words.
    if span.value.contains("..") {
        return span.words.clone();
    }
    let (act, place) =
        span.value.split_once('#').map_or((None, span.value.as_str()), |(act, place)| (Some(act), place));
    match (act.and_then(|act| Celex::parse(act).ok()), place.parse::<Locator>()) {
        (None, Ok(place)) if act.is_none() => citation(&place, language),
        (Some(act), Ok(place)) => format!("{}, {}", citation(&place, language), act_name(&act, language)),
        _ => span.words.clone(),
    }
}
