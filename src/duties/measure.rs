//! How well duties and deadlines that were read agree with those that were curated by hand.

use serde::Serialize;

use super::FoundDuty;
use crate::law::{Date, Deadline, Duty, Locator, Period, When};

/// How well duties that were read agree with curated ones.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Accuracy {
    /// Duties, by provision, actor and modality.
    pub duties: Measured,
    /// Of those at one place with like acts: the actors are the same.
    pub actors: Measured,
    /// The modality is the same.
    pub modality: Measured,
    /// Somebody to whom the duty is owed is there on both sides or on neither.
    pub towards: Measured,
    /// A term is there on both sides or on neither.
    pub deadline: Measured,
    /// Curated duties that were not found.
    pub missed: Vec<Duty>,
    /// Found duties that were not curated.
    pub false_finds: Vec<Duty>,
}

/// How many of what was looked for were found.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Measured {
    /// Found and wanted.
    pub right: usize,
    /// All found.
    pub found: usize,
    /// All wanted.
    pub wanted: usize,
}

impl Measured {
    /// The share of what is wanted that was found.
    pub fn recall(&self) -> f64 {
        share(self.right, self.wanted)
    }

    /// The share of what was found that is wanted.
    pub fn precision(&self) -> f64 {
        share(self.right, self.found)
    }
}

fn share(part: usize, whole: usize) -> f64 {
    // Counts of duties are far below the figures that a float cannot hold.
    #[allow(clippy::cast_precision_loss)]
    if whole == 0 { 1.0 } else { part as f64 / whole as f64 }
}

/// Compares the duties that were read with those that were curated.
///
/// Two are the same if the provision with the act is the same, or one is a step below the other, an actor is common, and the
/// modality is the same. Each counts once; the likest are taken first.
pub fn measure(found: &[FoundDuty], curated: &[Duty]) -> Accuracy {
    let found: Vec<&Duty> = found.iter().map(|one| &one.duty).collect();
    let strict = pairs(&found, curated, &|one, other| {
        one.modality == other.modality && one.actors.iter().any(|actor| other.actors.contains(actor))
    });
    let loose = pairs(&found, curated, &|_, _| true);
    let field = |same: &dyn Fn(&Duty, &Duty) -> bool| {
        let right = loose.iter().filter(|(at, wanted)| same(found[*at], &curated[*wanted])).count();
        Measured { right, found: loose.len(), wanted: loose.len() }
    };
    let missed = (0..curated.len()).filter(|at| !strict.iter().any(|(_, wanted)| wanted == at));
    let false_finds = (0..found.len()).filter(|at| !strict.iter().any(|(one, _)| one == at));
    Accuracy {
        duties: Measured { right: strict.len(), found: found.len(), wanted: curated.len() },
        actors: field(&|one, other| one.actors.iter().any(|actor| other.actors.contains(actor))),
        modality: field(&|one, other| one.modality == other.modality),
        towards: field(&|one, other| one.towards.is_empty() == other.towards.is_empty()),
        deadline: field(&|one, other| one.by.is_none() == other.by.is_none()),
        missed: missed.map(|at| curated[at].clone()).collect(),
        false_finds: false_finds.map(|at| found[at].clone()).collect(),
    }
}

/// Pairs each with at most one of the other side, the likest first.
fn pairs(found: &[&Duty], curated: &[Duty], fits: &dyn Fn(&Duty, &Duty) -> bool) -> Vec<(usize, usize)> {
    let mut candidates: Vec<(i64, usize, usize)> = Vec::new();
    for (at, one) in found.iter().enumerate() {
        for (wanted, other) in curated.iter().enumerate() {
            let (Some(own), Some(theirs)) = (one.basis.first(), other.basis.first()) else { continue };
            if is_near(own, theirs) && fits(one, other) {
                let same_place = i64::from(own == theirs) * 10_000;
                let same_actor = i64::from(one.actors == other.actors) * 500;
                let same_modality = i64::from(one.modality == other.modality) * 2000;
                candidates.push((same_place + same_actor + same_modality + likeness(&one.act, &other.act), at, wanted));
            }
        }
    }
    candidates.sort_by_key(|(score, at, wanted)| (std::cmp::Reverse(*score), *at, *wanted));
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for (_, at, wanted) in candidates {
        if !pairs.iter().any(|(one, other)| *one == at || *other == wanted) {
            pairs.push((at, wanted));
        }
    }
    pairs.sort_unstable();
    pairs
}

/// Whether two addresses are the same, or one is a step below the other.
fn is_near(one: &Locator, other: &Locator) -> bool {
    one.segments().len().abs_diff(other.segments().len()) <= 1 && (one.contains(other) || other.contains(one))
}

/// How alike two acts are, from 0 to 1000: the share of their longer words that both have.
pub(super) fn likeness(one: &str, other: &str) -> i64 {
    let words = |text: &str| -> std::collections::BTreeSet<String> {
        let split = text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().count() > 3);
        split.map(|word| word.to_lowercase().chars().take(6).collect()).collect()
    };
    let (one, other) = (words(one), words(other));
    let common = one.intersection(&other).count();
    let all = one.len().min(other.len()).max(1);
    i64::try_from(common * 1000 / all).unwrap_or(0)
}

/// Compares the deadlines that were read with those that were curated: the same days, or the same period at the same
/// provision; each counts once. Returns the measure, what was missed, and what was found beyond.
pub fn measure_deadlines(found: &[Deadline], curated: &[Deadline]) -> (Measured, Vec<Deadline>, Vec<Deadline>) {
    let mut taken = vec![false; found.len()];
    let mut missed = Vec::new();
    for wanted in curated {
        let fits = |one: &Deadline| {
            let near = one.basis.first().zip(wanted.basis.first()).is_some_and(|(own, theirs)| is_near(own, theirs));
            near && is_same(&one.when, &wanted.when)
        };
        match (0..found.len()).find(|at| !taken[*at] && fits(&found[*at])) {
            Some(at) => taken[at] = true,
            None => missed.push(wanted.clone()),
        }
    }
    let right = curated.len() - missed.len();
    let beyond = found.iter().zip(&taken).filter(|(_, taken)| !**taken).map(|(one, _)| one.clone()).collect();
    (Measured { right, found: found.len(), wanted: curated.len() }, missed, beyond)
}

fn is_same(one: &When, other: &When) -> bool {
    let (days, theirs): (Vec<Date>, Vec<Date>) = (one.days(), other.days());
    let (own_periods, their_periods) = (periods(one), periods(other));
    if !theirs.is_empty() {
        return days == theirs;
    }
    if !their_periods.is_empty() {
        return their_periods.iter().any(|period| own_periods.contains(period));
    }
    own_periods.is_empty() && days.is_empty()
}

/// Two weeks are fourteen days.
fn in_days(period: Period) -> Period {
    match period {
        Period::Weeks(weeks) => Period::Days(weeks.saturating_mul(7)),
        other => other,
    }
}

fn periods(when: &When) -> Vec<Period> {
    match when {
        When::After(count) | When::Before(count) | When::For(count) => vec![in_days(count.period)],
        When::Every(again) => {
            let from = again.from.as_ref().map(|from| periods(from)).unwrap_or_default();
            std::iter::once(again.period).chain(from).collect()
        }
        When::EarlierOf(all) | When::LaterOf(all) => all.iter().flat_map(periods).collect(),
        _ => Vec::new(),
    }
}
