//! The pages of a calendar, and of what moves between two.

use super::evidence::{confidence, sources as evidence_sources};
use super::places::places;
use super::sources::{cautions, source};
use crate::calendar::{Calendar, Entry, Moment, Shift, ShiftKind};
use crate::diff::Side;
use crate::duties::Origin;
use crate::languages::{Phrase, vocabulary};
use crate::law::{Actor, Case, Date, DeadlineKind, Language, Locator, Outline, Version, When};
use crate::prose::{citation, long_date, time};
use crate::report::page::{Cell, Page, Section, Table};

/// Which entries of a calendar are shown.
#[derive(Debug, Clone, Default)]
pub struct Shown {
    /// Only what binds one of these; everything where there are none.
    pub roles: Vec<Actor>,
    /// Only the entries of this day.
    pub on: Option<Date>,
    /// Only up to this day.
    pub until: Option<Date>,
    /// What stays as it was, all of it.
    pub unchanged: bool,
    /// By day, one after the other, instead of a table.
    pub timeline: bool,
}

impl Shown {
    /// Whether an entry is shown.
    pub fn takes(&self, entry: &Entry) -> bool {
        let role = self.roles.is_empty() || self.roles.iter().any(|role| entry.binds(*role));
        let on = self.on.is_none_or(|on| entry.sorts_by() == Some(on));
        role && on && self.until.is_none_or(|until| entry.sorts_by().is_some_and(|day| day <= until))
    }

    /// Whether a shift is shown.
    pub fn takes_shift(&self, shift: &Shift) -> bool {
        let day = |moment: &Option<Moment>| moment.as_ref().and_then(|one| one.day.or(one.latest));
        let days = [day(&shift.old), day(&shift.new)];
        let role =
            self.roles.is_empty() || shift.who.is_empty() || self.roles.iter().any(|role| shift.who.contains(role));
        let on = self.on.is_none_or(|on| days.contains(&Some(on)));
        role && on && self.until.is_none_or(|until| days.iter().flatten().any(|day| *day <= until))
    }
}

/// The page of a calendar: what has a day as a table, what is counted from something else below it.
pub fn calendar(calendar: &Calendar, version: &Version, origin: Origin, shown: &Shown, language: Language) -> Page {
    let say = vocabulary(language).phrases;
    let taken: Vec<&Entry> = calendar.entries.iter().filter(|entry| shown.takes(entry)).collect();
    let dated: Vec<&Entry> = taken.iter().copied().filter(|entry| entry.sorts_by().is_some()).collect();
    let counted = taken.iter().copied().filter(|entry| entry.sorts_by().is_none());
    let mut sections = Vec::new();
    if shown.timeline {
        sections.extend(by_day(&dated, language));
    }
    let counted: Vec<String> = counted.map(|entry| line(entry, language)).collect();
    if !counted.is_empty() {
        sections.push(Section::of_lines("counted".to_owned(), say(Phrase::Counted).to_owned(), counted.into_iter()));
    }
    let mut total = format!("{}: {}", say(Phrase::Calendar), taken.len());
    if let (Some(on), true) = (shown.on, taken.is_empty()) {
        total = format!("{} {}", say(Phrase::NoneOnThatDay), long_date(on, language));
        sections.extend(calendar.nearest(on).into_iter().flatten().map(|day| near(calendar, day, language)));
    }
    let side = Side::of(version);
    let rows = dated.iter().map(|entry| (None, row(entry, language)));
    let columns = [Phrase::Day, Phrase::KindOfDeadline, Phrase::What, Phrase::Basis];
    let table = || Table::of(Phrase::Calendar, &columns, 2, rows, language).narrow(&[3]);
    let mut notes = cautions(&[&side], language);
    notes.push(say(origin_phrase(origin)).to_owned());
    Page {
        text_language: version.language,
        sources: vec![(say(Phrase::Source).to_owned(), source(&side, language))],
        notes,
        summary: (!shown.timeline && !dated.is_empty()).then(table),
        total,
        sections,
        ..Page::titled(language, format!("{}: {}", say(Phrase::Calendar), calendar.version))
    }
}

fn origin_phrase(origin: Origin) -> Phrase {
    match origin {
        Origin::Curated => Phrase::Curated,
        Origin::Read => Phrase::ReadFromText,
        Origin::Both => Phrase::CuratedAndRead,
    }
}

fn row(entry: &Entry, language: Language) -> Vec<Cell> {
    let say = vocabulary(language).phrases;
    let basis = basis(entry, language);
    let cells = [
        day(entry, language),
        say(Phrase::Deadline(entry.deadline.kind)).to_owned(),
        told(&entry.deadline.who, &what(entry, language), language),
        basis,
    ];
    cells.into_iter().map(Cell::Words).collect()
}

/// The day of an entry; 'at the latest' where it may come earlier.
fn day(entry: &Entry, language: Language) -> String {
    let say = vocabulary(language).phrases;
    match (entry.day, entry.latest) {
        (Some(day), _) => long_date(day, language),
        (None, Some(latest)) => format!("{} {}", say(Phrase::AtTheLatest), long_date(latest, language)),
        (None, None) => time(&entry.deadline.when, language),
    }
}

fn what(entry: &Entry, language: Language) -> String {
    let say = vocabulary(language).phrases;
    let mut what = entry.deadline.what.clone();
    if entry.day.is_none() && entry.latest.is_some() {
        what.push_str(&format!(" ({})", time(&entry.deadline.when, language)));
    }
    if let Some(stated) = entry.confidence {
        what.push_str(&format!(" [{}]", confidence(Some(stated), language)));
    }
    if let Some(why) = &entry.unknown {
        what = format!("{}: {why}", say(Phrase::NotKnown));
    }
    what
}

/// 'Commission: guidelines on …'.
fn told(who: &[Actor], what: &str, language: Language) -> String {
    let names: Vec<&str> = who.iter().map(|actor| (vocabulary(language).actors)(*actor)).collect();
    if names.is_empty() { what.to_owned() } else { format!("{}: {what}", names.join(", ")) }
}

fn line(entry: &Entry, language: Language) -> String {
    let basis = basis(entry, language);
    let told = told(&entry.deadline.who, &what(entry, language), language);
    format!("{basis}: {}: {told}", time(&entry.deadline.when, language))
}

fn by_day(dated: &[&Entry], language: Language) -> Vec<Section> {
    let say = vocabulary(language).phrases;
    let sections = dated.chunk_by(|one, next| one.sorts_by() == next.sorts_by()).map(|alike| {
        let lines = alike.iter().map(|entry| {
            let basis = basis(entry, language);
            let kind = say(Phrase::Deadline(entry.deadline.kind));
            format!("{kind}: {} ({basis})", told(&entry.deadline.who, &what(entry, language), language))
        });
        let anchor = alike[0].sorts_by().map(|day| day.to_string()).unwrap_or_default();
        Section::of_lines(anchor, day(alike[0], language), lines)
    });
    sections.collect()
}

/// What falls on a day that is near one that was asked for.
fn near(calendar: &Calendar, day: Date, language: Language) -> Section {
    let say = vocabulary(language).phrases;
    let lines = calendar.on(day).map(|entry| line(entry, language));
    Section::of_lines(
        day.to_string(),
        format!("{}: {}", say(Phrase::NearestDay), long_date(day, language)),
        lines.collect::<Vec<_>>().into_iter(),
    )
}

/// The page of what moves between two calendars: the moves as a table, then what stays.
pub fn shifts(
    shifts: &[Shift],
    versions: [&Version; 2],
    new_outline: &Outline<'_>,
    origin: Origin,
    shown: &Shown,
    language: Language,
) -> Page {
    let say = vocabulary(language).phrases;
    let sides = versions.map(Side::of);
    let taken: Vec<&Shift> = shifts.iter().filter(|shift| shown.takes_shift(shift)).collect();
    let (stay, moved): (Vec<&Shift>, Vec<&Shift>) =
        taken.into_iter().partition(|shift| shift.change == ShiftKind::Unchanged);
    let columns = [Phrase::What, Phrase::Before, Phrase::After, Phrase::Shift];
    let has_day = |shift: &&&Shift| shift.old.iter().chain(&shift.new).any(|one| one.day.or(one.latest).is_some());
    let (dated, counted): (Vec<&&Shift>, Vec<&&Shift>) = moved.iter().partition(has_day);
    let rows = dated.iter().map(|shift| {
        let moment = |one: &Option<Moment>| one.as_ref().map(|one| moment(one, language)).unwrap_or_default();
        let cells = [
            subject(shift, new_outline, language),
            moment(&shift.old),
            moment(&shift.new),
            change(shift.change, language),
        ];
        (None, cells.into_iter().map(Cell::Words).collect())
    });
    let rows: Vec<_> = rows.collect();
    let mut sections = Vec::new();
    if !counted.is_empty() {
        let lines = counted.iter().map(|shift| {
            let moment = |one: &Option<Moment>| one.as_ref().map_or("–".to_owned(), |one| moment(one, language));
            let told = subject(shift, new_outline, language);
            format!("{}: {told}: {} → {}", change(shift.change, language), moment(&shift.old), moment(&shift.new))
        });
        let lines: Vec<String> = lines.collect();
        sections.push(Section::of_lines("counted".to_owned(), say(Phrase::Counted).to_owned(), lines.into_iter()));
    }
    let well_known = |shift: &&&Shift| {
        shown.unchanged
            || matches!(shift.kind, DeadlineKind::Application | DeadlineKind::Prohibition | DeadlineKind::Transition)
    };
    let stays: Vec<String> = stay
        .iter()
        .filter(well_known)
        .filter_map(|shift| {
            let when = moment(shift.new.as_ref()?, language);
            Some(format!("{when}: {}", subject(shift, new_outline, language)))
        })
        .collect();
    if !stays.is_empty() {
        sections.push(Section::of_lines("unchanged".to_owned(), say(Phrase::WhatStays).to_owned(), stays.into_iter()));
    }
    let both: Vec<&Side> = sides.iter().collect();
    let used = versions.iter().flat_map(|version| version.evidence.source_ids()).collect();
    sections.extend(evidence_sources(&both, &used, language));
    let mut notes = cautions(&both, language);
    notes.push(say(origin_phrase(origin)).to_owned());
    Page {
        text_language: versions[1].language,
        sources: vec![
            (say(Phrase::Earlier).to_owned(), source(&sides[0], language)),
            (say(Phrase::Later).to_owned(), source(&sides[1], language)),
        ],
        notes,
        summary: (!rows.is_empty())
            .then(|| Table::of(Phrase::Calendar, &columns, 0, rows.into_iter(), language).narrow(&[1, 2])),
        total: format!("{}; {} {}", counts(&moved, language), say(Phrase::Unchanged), stay.len()),
        sections,
        ..Page::titled(language, format!("{}: {} → {}", say(Phrase::Calendar), versions[0].name(), versions[1].name()))
    }
}

fn counts(moved: &[&Shift], language: Language) -> String {
    let say = vocabulary(language).phrases;
    let phrases = [
        Phrase::MovedBy,
        Phrase::BecameFixed,
        Phrase::BecameConditional,
        Phrase::Changed,
        Phrase::New,
        Phrase::Dropped,
        Phrase::NotKnown,
    ];
    let counted = phrases.iter().filter_map(|phrase| {
        let count = moved.iter().filter(|shift| name(shift.change) == *phrase).count();
        (count > 0).then(|| format!("{} {count}", say(*phrase)))
    });
    counted.collect::<Vec<_>>().join(", ")
}

fn name(change: ShiftKind) -> Phrase {
    match change {
        ShiftKind::Moved { .. } => Phrase::MovedBy,
        ShiftKind::BecameFixed => Phrase::BecameFixed,
        ShiftKind::BecameConditional => Phrase::BecameConditional,
        ShiftKind::Changed => Phrase::Changed,
        ShiftKind::New => Phrase::New,
        ShiftKind::Dropped => Phrase::Dropped,
        ShiftKind::NotKnown => Phrase::NotKnown,
        ShiftKind::Unchanged => Phrase::Unchanged,
    }
}

/// '+16 months', '−6 days', 'new'.
fn change(change: ShiftKind, language: Language) -> String {
    let words = &vocabulary(language).periods;
    let told = |count: i32, names: [&str; 2]| {
        let sign = if count < 0 { '−' } else { '+' };
        format!("{sign}{} {}", count.abs(), if count.abs() == 1 { names[0] } else { names[1] })
    };
    match change {
        ShiftKind::Moved { months: Some(months), .. } => told(months, words.months),
        ShiftKind::Moved { days, months: None } => told(days, words.days),
        other => (vocabulary(language).phrases)(name(other)).to_owned(),
    }
}

fn moment(moment: &Moment, language: Language) -> String {
    due(&moment.when, moment.day, moment.latest, language)
}

/// When something is due: the day where it is certain, else the rule with the day by which it has come at the latest.
pub(super) fn due(when: &When, day: Option<Date>, latest: Option<Date>, language: Language) -> String {
    let say = vocabulary(language).phrases;
    match (day, latest) {
        (Some(day), _) => long_date(day, language),
        (None, Some(latest)) => {
            format!("{} ({} {})", time(when, language), say(Phrase::AtTheLatest), long_date(latest, language))
        }
        (None, None) => time(when, language),
    }
}

/// The provision that sets a deadline, as cited.
fn basis(entry: &Entry, language: Language) -> String {
    entry.deadline.basis.first().map(|place| citation(place, language)).unwrap_or_default()
}

/// What a shift is about: the provisions that start to apply, or who must do what; with its basis.
fn subject(shift: &Shift, outline: &Outline<'_>, language: Language) -> String {
    let say = vocabulary(language).phrases;
    let mut told = if shift.provisions.is_empty() {
        told(&shift.who, &shift.what, language)
    } else {
        format!("{}: {}", say(Phrase::Deadline(shift.kind)), places(&shift.provisions, outline, language))
    };
    if let (Some(Case { words, .. }), false) = (&shift.case, shift.provisions.is_empty()) {
        told.push_str(&format!("; {} {words}", say(Phrase::AsRegards)));
    }
    let basis = |one: &Option<Moment>| one.as_ref().and_then(|one| one.basis.first().cloned());
    let mut bases: Vec<Locator> = basis(&shift.old).into_iter().chain(basis(&shift.new)).collect();
    bases.dedup();
    let bases: Vec<String> = bases.iter().map(|place| citation(place, language)).collect();
    format!("{told} ({})", bases.join(" → "))
}
