//! What moves between two calendars, what is new, what goes, and what stays.

use serde::Serialize;

use super::application::{Applies, applies, same_case};
use super::{Calendar, Entry, key};
use crate::law::{Actor, Case, Date, DeadlineKind, Locator, Outline, Part, When};

/// A deadline in both versions, or in one of them.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Shift {
    /// What became of it.
    pub change: ShiftKind,
    /// The kind of deadline.
    pub kind: DeadlineKind,
    /// What is due or starts, in the words of the later version where it has it.
    pub what: String,
    /// Whom it binds.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub who: Vec<Actor>,
    /// The provisions that start to apply, for application.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub provisions: Vec<Locator>,
    /// The cases for which alone it holds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub case: Option<Case>,
    /// In the earlier version.
    pub old: Option<Moment>,
    /// In the later version.
    pub new: Option<Moment>,
}

/// When something is due in one version, and where that says so.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Moment {
    /// The rule.
    pub when: When,
    /// The day, where it is certain.
    pub day: Option<Date>,
    /// The day by which it has come at the latest.
    pub latest: Option<Date>,
    /// The provisions that say so.
    pub basis: Vec<Locator>,
}

/// What became of a deadline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case", tag = "is")]
pub enum ShiftKind {
    /// It falls on another day.
    Moved {
        /// By how many days: later where positive.
        days: i32,
        /// By how many whole months, where it is whole months.
        months: Option<i32>,
    },
    /// It hung on something outside the text, and is a day now.
    BecameFixed,
    /// It was a day, and hangs on something outside the text now.
    BecameConditional,
    /// It is counted in another way.
    Changed,
    /// It is new.
    New,
    /// It is gone.
    Dropped,
    /// One of the versions does not know the provision that sets it.
    NotKnown,
    /// It stays as it was.
    Unchanged,
}

/// Compares two calendars, with the outlines of their versions. What moves comes first, by the earlier day that matters;
/// what stays comes last.
pub fn compare(old: &Calendar, new: &Calendar, old_outline: &Outline<'_>, new_outline: &Outline<'_>) -> Vec<Shift> {
    let mut shifts = applications((old, old_outline), (new, new_outline));
    let others = |calendar: &'_ Calendar| -> Vec<usize> {
        let all = calendar.entries.iter().enumerate();
        all.filter(|(_, entry)| !(entry.is_application() && entry.deadline.governs.is_some()))
            .map(|(at, _)| at)
            .collect()
    };
    let (olds, news) = (others(old), others(new));
    let olds: Vec<&Entry> = olds.into_iter().map(|at| &old.entries[at]).collect();
    let news: Vec<&Entry> = news.into_iter().map(|at| &new.entries[at]).collect();
    shifts.extend(key::pairs(&olds, &news).into_iter().filter_map(|(was, is)| shift(was, is)));
    shifts.sort_by_key(|shift| (shift.change == ShiftKind::Unchanged, first_day(shift).is_none(), first_day(shift)));
    shifts
}

/// The day by which a shift is put in order: that of the later version, else that of the earlier.
fn first_day(shift: &Shift) -> Option<Date> {
    let day = |moment: &Option<Moment>| moment.as_ref().and_then(|moment| moment.day.or(moment.latest));
    day(&shift.new).or_else(|| day(&shift.old))
}

fn shift(was: Option<&Entry>, is: Option<&Entry>) -> Option<Shift> {
    let one = is.or(was)?;
    let moment = |entry: &Entry| Moment {
        when: entry.deadline.when.clone(),
        day: entry.day,
        latest: entry.latest,
        basis: entry.deadline.basis.clone(),
    };
    let (old, new) = (was.map(moment), is.map(moment));
    let not_known = was.into_iter().chain(is).any(|entry| entry.unknown.is_some());
    Some(Shift {
        change: if not_known { ShiftKind::NotKnown } else { became(old.as_ref(), new.as_ref()) },
        kind: one.deadline.kind,
        what: one.deadline.what.clone(),
        who: one.deadline.who.clone(),
        provisions: Vec::new(),
        case: one.deadline.as_regards.clone(),
        old,
        new,
    })
}

fn became(old: Option<&Moment>, new: Option<&Moment>) -> ShiftKind {
    let (old, new) = match (old, new) {
        (Some(old), Some(new)) => (old, new),
        (None, _) => return ShiftKind::New,
        (_, None) => return ShiftKind::Dropped,
    };
    if old.when == new.when {
        return ShiftKind::Unchanged;
    }
    match (old.day, new.day) {
        (Some(was), Some(is)) if was == is => ShiftKind::Unchanged,
        (Some(was), Some(is)) => ShiftKind::Moved { days: was.days_to(is), months: was.months_to(is) },
        (None, Some(_)) if old.when.is_conditional() => ShiftKind::BecameFixed,
        (Some(_), None) if new.when.is_conditional() => ShiftKind::BecameConditional,
        _ => ShiftKind::Changed,
    }
}

/// What one version says of when a provision applies, for each case and for all others.
type Answers = Vec<Applies>;

/// From when provisions apply, in both versions: the provisions that share an answer together, and of what stands in
/// another only what has an answer of its own.
fn applications(old: (&Calendar, &Outline<'_>), new: (&Calendar, &Outline<'_>)) -> Vec<Shift> {
    let mut shifts: Vec<Shift> = Vec::new();
    let cases = cases(old.0, new.0);
    let mut above: Vec<Vec<Option<Answer>>> = vec![Vec::new(); new.1.all().len()];
    for (at, placed) in new.1.all().iter().enumerate() {
        if !matches!(placed.part, Part::Body | Part::Annexes) {
            continue;
        }
        let was = old.1.get(&placed.locator).map(|_| old.0.applies(old.1, &placed.locator));
        let is = applies(new.0, new.1, &placed.locator, was.is_none());
        let own: Vec<Option<Answer>> = cases.iter().map(|case| answer(was.as_ref(), &is, case.as_ref())).collect();
        let inherited = placed.parent.map(|parent| above[parent].clone()).unwrap_or_default();
        for (which, found) in own.iter().enumerate() {
            if let Some(found) = found
                && inherited.get(which).and_then(Option::as_ref) != Some(found)
            {
                add(&mut shifts, found, &placed.locator, cases[which].as_ref());
            }
        }
        above[at] = own;
    }
    shifts
}

/// The answers of both versions for a provision and a case.
type Answer = (Option<Moment>, Option<Moment>);

fn answer(was: Option<&Answers>, is: &Answers, case: Option<&Case>) -> Option<Answer> {
    let own = |answers: &Answers| answers.iter().any(|one| case.is_some() && same_case(one.case.as_ref(), case));
    // A case is of interest only where one of the versions tells it apart here.
    if case.is_some() && !own(is) && !was.is_some_and(own) {
        return None;
    }
    let of = |answers: &Answers| {
        let fits = answers.iter().find(|one| same_case(one.case.as_ref(), case));
        let fits = fits.or_else(|| answers.iter().find(|one| one.case.is_none()));
        fits.map(|one| Moment { when: one.when.clone(), day: one.day, latest: one.latest, basis: one.basis.clone() })
    };
    let without_case = |answers: &Answers| answers.iter().any(|one| one.case.is_none());
    if case.is_none() && !without_case(is) && !is.is_empty() {
        return None;
    }
    let (old, new) = (was.and_then(of), of(is));
    // A rule for another case alone says nothing of this one.
    if was.is_some() && old.is_none() {
        return None;
    }
    (old.is_some() || new.is_some()).then_some((old, new))
}

/// The cases that two calendars tell apart, and the absence of one.
fn cases(old: &Calendar, new: &Calendar) -> Vec<Option<Case>> {
    let mut cases: Vec<Option<Case>> = vec![None];
    for entry in new.entries.iter().chain(&old.entries).filter(|entry| entry.is_application()) {
        let Some(case) = &entry.deadline.as_regards else { continue };
        if !cases.iter().any(|known| same_case(known.as_ref(), Some(case))) {
            cases.push(Some(case.clone()));
        }
    }
    cases
}

fn add(shifts: &mut Vec<Shift>, (old, new): &Answer, place: &Locator, case: Option<&Case>) {
    let same = |shift: &&mut Shift| shift.old == *old && shift.new == *new && shift.case.as_ref() == case;
    if let Some(known) = shifts.iter_mut().find(same) {
        known.provisions.push(place.clone());
        return;
    }
    shifts.push(Shift {
        change: became(old.as_ref(), new.as_ref()),
        kind: DeadlineKind::Application,
        what: String::new(),
        who: Vec::new(),
        provisions: vec![place.clone()],
        case: case.cloned(),
        old: old.clone(),
        new: new.clone(),
    });
}
