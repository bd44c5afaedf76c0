//! The pages of duties: who must do what, what became of it, and how well it was read.

use super::sources::{cautions, source};
use crate::diff::Side;
use crate::duties::{Accuracy, DutyChange, Measured, Pairing};
use crate::languages::{Phrase, PrintedTerms, vocabulary};
use crate::law::{Actor, Count, Duty, Event, Language, Occasion, Period, Repetition, Version, When};
use crate::prose::{citation, long_date};
use crate::report::page::{Cell, Page, Section, Table};

/// The page of a version's duties, by actor. `curated` says whether they were curated by hand or read from the wording.
pub fn obligations(version: &Version, duties: &[&Duty], curated: bool, language: Language) -> Page {
    let say = vocabulary(language).phrases;
    let side = Side::of(version);
    let columns = [Phrase::Actor, Phrase::Strictness, Phrase::Act, Phrase::ByWhen, Phrase::Basis];
    let mut rows: Vec<(Actor, &Duty)> =
        duties.iter().flat_map(|duty| duty.actors.iter().map(move |actor| (*actor, *duty))).collect();
    rows.sort_by_key(|(actor, _)| *actor);
    let mut named = None;
    let rows = rows.into_iter().map(|(actor, duty)| {
        // The actor stands once, before the first of its duties.
        let first = named != Some(actor);
        named = Some(actor);
        let who = if first { name(actor, language) } else { String::new() };
        (None, [vec![who], told(duty, language)].concat().into_iter().map(Cell::Words).collect())
    });
    Page {
        text_language: version.language,
        sources: vec![(say(Phrase::Source).to_owned(), source(&side, language))],
        notes: cautions(&[&side], language).into_iter().chain([origin(curated, language)]).collect(),
        summary: Some(Table::of(Phrase::Obligations, &columns, 2, rows, language)),
        total: format!("{}: {}", say(Phrase::Obligations), duties.len()),
        ..Page::titled(language, format!("{}: {}", say(Phrase::Obligations), version.name()))
    }
}

/// The page of what became of duties between two versions.
pub fn obligation_changes(
    old: &Version,
    new: &Version,
    changes: &[Pairing<'_>],
    curated: bool,
    language: Language,
) -> Page {
    let say = vocabulary(language).phrases;
    let sides = [Side::of(old), Side::of(new)];
    let both: Vec<&Side> = sides.iter().collect();
    let columns = [Phrase::WhatHappened, Phrase::Actor, Phrase::Strictness, Phrase::Act, Phrase::ByWhen, Phrase::Basis];
    let rows = changes.iter().enumerate().filter_map(|(at, one)| {
        let duty = one.new.or(one.old)?;
        let who = duty.actors.iter().map(|actor| name(*actor, language)).collect::<Vec<_>>().join(", ");
        let cells = [vec![say(happened(one.change)).to_owned(), who], told(duty, language)].concat();
        let anchor = one.old.zip(one.new).map(|_| format!("duty-{at}"));
        Some((anchor, cells.into_iter().map(Cell::Words).collect()))
    });
    let sections = changes.iter().enumerate().filter_map(|(at, one)| {
        let (was, is) = one.old.zip(one.new)?;
        let line = |phrase: Phrase, duty: &Duty| {
            let who = duty.actors.iter().map(|actor| name(*actor, language)).collect::<Vec<_>>().join(", ");
            format!("{}: {who}: {}", say(phrase), told(duty, language).join("; "))
        };
        let heading = format!("{}: {}", places(is, language), say(happened(one.change)));
        let lines = [line(Phrase::Earlier, was), line(Phrase::Later, is)];
        Some(Section::of_lines(format!("duty-{at}"), heading, lines.into_iter()))
    });
    let counts = DutyChange::ALL.iter().filter(|change| **change != DutyChange::Kept).map(|change| {
        let count = changes.iter().filter(|one| one.change == *change).count();
        format!("{} {count}", say(happened(*change)))
    });
    Page {
        text_language: new.language,
        sources: [(Phrase::Earlier, &sides[0]), (Phrase::Later, &sides[1])]
            .map(|(phrase, side)| (say(phrase).to_owned(), source(side, language)))
            .to_vec(),
        notes: cautions(&both, language).into_iter().chain([origin(curated, language)]).collect(),
        summary: Some(Table::of(Phrase::Obligations, &columns, 3, rows, language)),
        total: format!("{}: {}", say(Phrase::Obligations), counts.collect::<Vec<_>>().join(", ")),
        sections: sections.collect(),
        ..Page::titled(language, format!("{}: {} → {}", say(Phrase::Obligations), old.name(), new.name()))
    }
}

/// The page of how well the duties of a version were read.
pub fn accuracy(version: &Version, accuracy: &Accuracy, language: Language) -> Page {
    let say = vocabulary(language).phrases;
    let side = Side::of(version);
    let columns = [Phrase::What, Phrase::Score, Phrase::FoundInAll, Phrase::OfAll, Phrase::Recall, Phrase::Precision];
    let measured = [
        (Phrase::Obligations, accuracy.duties),
        (Phrase::Actor, accuracy.actors),
        (Phrase::Strictness, accuracy.modality),
        (Phrase::Towards, accuracy.towards),
        (Phrase::ByWhen, accuracy.deadline),
    ];
    let percent = |share: f64| Cell::Words(format!("{:.1} %", share * 100.0));
    let rows = measured.map(|(phrase, Measured { right, found, wanted })| {
        let one = Measured { right, found, wanted };
        let cells = vec![
            Cell::Words(say(phrase).to_owned()),
            Cell::Count(right),
            Cell::Count(found),
            Cell::Count(wanted),
            percent(one.recall()),
            percent(one.precision()),
        ];
        (None, cells)
    });
    let lines = |duties: &[Duty]| -> Vec<String> {
        let line = |duty: &Duty| {
            let who = duty.actors.iter().map(|actor| name(*actor, language)).collect::<Vec<_>>().join(", ");
            format!("{who}: {}", told(duty, language).join("; "))
        };
        duties.iter().map(line).collect()
    };
    let section = |anchor: &str, phrase: Phrase, duties: &[Duty]| {
        let heading = format!("{}: {}", say(phrase), duties.len());
        Section::of_lines(anchor.to_owned(), heading, lines(duties).into_iter())
    };
    Page {
        text_language: version.language,
        sources: vec![(say(Phrase::Source).to_owned(), source(&side, language))],
        summary: Some(Table::of(Phrase::Obligations, &columns, 0, rows.into_iter(), language)),
        sections: vec![
            section("missed", Phrase::Missed, &accuracy.missed),
            section("false-finds", Phrase::FalseFinds, &accuracy.false_finds),
        ],
        ..Page::titled(language, format!("{}: {}", say(Phrase::Obligations), version.name()))
    }
}

fn origin(curated: bool, language: Language) -> String {
    let phrase = if curated { Phrase::CuratedNote } else { Phrase::ExtractedNote };
    (vocabulary(language).phrases)(phrase).to_owned()
}

fn name(actor: Actor, language: Language) -> String {
    (vocabulary(language).duties.names)(actor).to_owned()
}

fn happened(change: DutyChange) -> Phrase {
    match change {
        DutyChange::Added => Phrase::Added,
        DutyChange::Dropped => Phrase::Dropped,
        DutyChange::Hardened => Phrase::Hardened,
        DutyChange::Softened => Phrase::Softened,
        DutyChange::Changed => Phrase::Modified,
        DutyChange::Moved => Phrase::Moved,
        DutyChange::Kept => Phrase::StaysAsItWas,
    }
}

/// How strictly, what, by when and where, as words.
fn told(duty: &Duty, language: Language) -> Vec<String> {
    let modality = (vocabulary(language).phrases)(Phrase::Modality(duty.modality)).to_owned();
    let by = duty.by.as_ref().map(|when| term(when, language)).unwrap_or_default();
    vec![modality, duty.act.clone(), by, places(duty, language)]
}

fn places(duty: &Duty, language: Language) -> String {
    duty.basis.first().map(|place| citation(place, language)).unwrap_or_default()
}

/// When something is due, as words.
pub(super) fn term(when: &When, language: Language) -> String {
    let words: &PrintedTerms = &vocabulary(language).duties.printed;
    let counted = |form: &str, count: &Count| {
        let event = occasion(&count.event, words);
        form.replace("{period}", &period(count.period, words)).replace("{event}", &event)
    };
    match when {
        When::Date(date) => long_date(*date, language),
        When::After(count) => counted(words.after, count),
        When::Before(count) => counted(words.before, count),
        When::For(count) => counted(words.lasting, count),
        When::At(event) => occasion(event, words),
        When::Immediately(_) => words.immediately.to_owned(),
        When::Every(Repetition { period: again, from }) => {
            let every = words.every.replace("{period}", &period(*again, words));
            from.as_ref().map_or(every.clone(), |from| format!("{}; {every}", term(from, language)))
        }
        When::EarlierOf(all) | When::LaterOf(all) => {
            all.iter().map(|one| term(one, language)).collect::<Vec<_>>().join(" / ")
        }
        When::Unknown(said) => said.clone(),
    }
}

fn occasion(event: &Occasion, words: &PrintedTerms) -> String {
    match event {
        Occasion::Of(Event::EntryIntoForce) => words.entry_into_force.to_owned(),
        Occasion::Of(Event::Publication) => words.publication.to_owned(),
        Occasion::Words(said) => said.clone(),
    }
}

fn period(period: Period, words: &PrintedTerms) -> String {
    let (count, unit) = match period {
        Period::Hours(count) => (count, words.units[0]),
        Period::Days(count) => (count, words.units[1]),
        Period::WorkingDays(count) => (count, words.units[2]),
        Period::Weeks(count) => (count, words.units[3]),
        Period::Months(count) => (count, words.units[4]),
        Period::Years(count) => (count, words.units[5]),
    };
    format!("{count} {}", if count == 1 { unit.0 } else { unit.1 })
}
