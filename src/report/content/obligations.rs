//! The pages of duties: who must do what, what became of it, and how well it was read.

use super::sources::{cautions, source};
use crate::diff::Side;
use crate::duties::{Accuracy, DutyChange, Measured, Pairing};
use crate::languages::{Phrase, vocabulary};
use crate::law::{Actor, Duty, Language, Modality, Version};
use crate::prose::{citation, time};
use crate::report::page::{Cell, Page, Section, Table};

/// The page of a version's duties, by actor. `curated` says whether they were curated by hand or read from the wording.
pub fn obligations(version: &Version, duties: &[&Duty], curated: bool, language: Language) -> Page {
    let say = vocabulary(language).phrases;
    let side = Side::of(version);
    let actors: Vec<Actor> =
        Actor::ALL.iter().copied().filter(|actor| duties.iter().any(|duty| duty.actors.contains(actor))).collect();
    let of = |actor: Actor| duties.iter().filter(move |duty| duty.actors.contains(&actor));
    // An act as a law writes it is too long for a column: the table counts, the sections tell.
    let columns = [Phrase::Actor, Phrase::MustBe, Phrase::MustNotBe, Phrase::MayBe, Phrase::OtherBe];
    let rows = actors.iter().map(|actor| {
        let count =
            |wanted: &[Modality]| Cell::Count(of(*actor).filter(|duty| wanted.contains(&duty.modality)).count());
        let soft = [Modality::BestEffort, Modality::Encourage, Modality::IsTo];
        let counts = vec![count(&[Modality::Must]), count(&[Modality::MustNot]), count(&[Modality::May]), count(&soft)];
        (Some(actor.code().to_owned()), [vec![Cell::Words(name(*actor, language))], counts].concat())
    });
    let sections = actors.iter().map(|actor| {
        let lines = of(*actor).map(|duty| line(duty, language));
        Section::of_lines(actor.code().to_owned(), name(*actor, language), lines)
    });
    Page {
        text_language: version.language,
        sources: vec![(say(Phrase::Source).to_owned(), source(&side, language))],
        notes: cautions(&[&side], language).into_iter().chain([origin(curated, language)]).collect(),
        summary: Some(Table::of(Phrase::Obligations, &columns, 0, rows, language)),
        total: format!("{}: {}", say(Phrase::Obligations), duties.len()),
        sections: sections.collect(),
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
    let columns = [Phrase::WhatHappened, Phrase::Actor, Phrase::Strictness, Phrase::Basis];
    let rows = changes.iter().enumerate().filter_map(|(at, one)| {
        let duty = one.new.or(one.old)?;
        let modality = say(Phrase::Modality(duty.modality)).to_owned();
        let cells = [say(happened(one.change)).to_owned(), who(duty, language), modality, places(duty, language)];
        Some((Some(format!("duty-{at}")), cells.into_iter().map(Cell::Words).collect()))
    });
    let sections = changes.iter().enumerate().filter_map(|(at, one)| {
        let duty = one.new.or(one.old)?;
        let told =
            |phrase: Phrase, duty: &Duty| format!("{}: {}: {}", say(phrase), who(duty, language), line(duty, language));
        let heading = format!("{}: {}", places(duty, language), say(happened(one.change)));
        let was = one.old.map(|was| told(Phrase::Earlier, was));
        let is = one.new.map(|is| told(Phrase::Later, is));
        Some(Section::of_lines(format!("duty-{at}"), heading, was.into_iter().chain(is)))
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
        summary: Some(Table::of(Phrase::Obligations, &columns, 1, rows, language)),
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
        duties.iter().map(|duty| format!("{}: {}", who(duty, language), line(duty, language))).collect()
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
    (vocabulary(language).actors)(actor).to_owned()
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

fn who(duty: &Duty, language: Language) -> String {
    duty.actors.iter().map(|actor| name(*actor, language)).collect::<Vec<_>>().join(", ")
}

/// How strictly, what, by when and where, as words: 'must: keep the logs (for 6 months from …; Article 19(1))'.
fn line(duty: &Duty, language: Language) -> String {
    let modality = (vocabulary(language).phrases)(Phrase::Modality(duty.modality));
    let by = duty.by.as_ref().map(|when| format!("{}; ", time(when, language))).unwrap_or_default();
    format!("{modality}: {} ({by}{})", duty.act, places(duty, language))
}

fn places(duty: &Duty, language: Language) -> String {
    duty.basis.first().map(|place| citation(place, language)).unwrap_or_default()
}
