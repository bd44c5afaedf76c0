//! From when and by when: the deadlines of a version as a calendar, the day from which each provision applies, and what
//! moves between two versions.

mod application;
mod compare;
mod key;

pub use application::Applies;
pub use compare::{Moment, Shift, ShiftKind, compare};

use std::collections::BTreeMap;

use serde::Serialize;

use crate::law::{Actor, Confidence, Date, Deadline, DeadlineKind, Event, Outline, Version};

/// The deadlines of a version, each with the day that it comes to.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Calendar {
    /// The name of the version.
    pub version: String,
    /// The deadlines: those with a day in order of it, then the others in the order of the text.
    pub entries: Vec<Entry>,
    /// The days on which the amending acts entered into force that the version takes up, by CELEX number.
    #[serde(skip)]
    pub acts_in_force: BTreeMap<String, Date>,
}

/// A deadline with the day that it comes to.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Entry {
    /// The deadline.
    #[serde(flatten)]
    pub deadline: Deadline,
    /// The day, where it is certain.
    pub day: Option<Date>,
    /// The day by which it has come at the latest, where that is certain.
    pub latest: Option<Date>,
    /// How well the provision that sets it is established, where the version is not read from its own document.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub confidence: Option<Confidence>,
    /// Why it is not known, where the version does not know the provision that sets it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unknown: Option<String>,
}

impl Entry {
    /// The day by which it is put in order.
    pub fn sorts_by(&self) -> Option<Date> {
        self.day.or(self.latest)
    }

    /// Whether it binds an actor; one that binds nobody by name binds whoever the provision concerns.
    pub fn binds(&self, actor: Actor) -> bool {
        self.deadline.who.contains(&actor) || self.deadline.who.is_empty()
    }

    /// Whether it says from when provisions apply.
    pub fn is_application(&self) -> bool {
        matches!(self.deadline.kind, DeadlineKind::Application | DeadlineKind::Prohibition)
            && (self.deadline.governs.is_some() || self.deadline.kind == DeadlineKind::Application)
    }
}

impl Calendar {
    /// The calendar of a version with some deadlines; `day_of` tells the days of the events of an act, by its CELEX number.
    pub fn of(version: &Version, deadlines: &[Deadline], day_of: &dyn Fn(&str, Event) -> Option<Date>) -> Calendar {
        let own = |event| day_of(version.source.celex.as_str(), event);
        let amending = version.source.amended_by.iter().map(|act| &act.celex);
        let in_force = amending.filter_map(|act| Some((act.clone(), day_of(act, Event::EntryIntoForce)?)));
        let mut entries: Vec<Entry> = deadlines
            .iter()
            .map(|deadline| {
                let place = deadline.basis.first();
                let not_known = place.and_then(|place| version.evidence.unknown_at(place));
                Entry {
                    day: deadline.when.day(&own),
                    latest: deadline.when.latest_day(&own),
                    confidence: place.and_then(|place| version.evidence.statement(place)).map(|one| one.confidence),
                    unknown: not_known.map(|one| one.note.clone().unwrap_or_default()),
                    deadline: deadline.clone(),
                }
            })
            .collect();
        // Stable: those of one day stay in the order of their kinds and of the text.
        entries.sort_by_key(|entry| (entry.sorts_by().is_none(), entry.sorts_by(), entry.deadline.kind));
        Calendar { version: version.name(), entries, acts_in_force: in_force.collect() }
    }

    /// From when a provision applies: an answer for each case that the act tells apart, the one without a case first; none
    /// where no rule of application reaches it.
    pub fn applies(&self, outline: &Outline<'_>, place: &crate::law::Locator) -> Vec<Applies> {
        application::applies(self, outline, place, false)
    }

    /// The entries on a day.
    pub fn on(&self, day: Date) -> impl Iterator<Item = &Entry> {
        self.entries.iter().filter(move |entry| entry.sorts_by() == Some(day))
    }

    /// The days of the calendar that are nearest to another: the last before it, the first after it.
    pub fn nearest(&self, day: Date) -> [Option<Date>; 2] {
        let days = || self.entries.iter().filter_map(Entry::sorts_by);
        [days().filter(|other| *other < day).max(), days().filter(|other| *other > day).min()]
    }
}
