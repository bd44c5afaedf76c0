//! What becomes of duties between two versions.

use serde::Serialize;

use super::lexicon::lexicon;
use super::measure::likeness;
use crate::law::{Duty, Language, Locator, Modality};

/// What became of a duty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum DutyChange {
    /// Nobody had it before.
    Added,
    /// Nobody has it any more.
    Dropped,
    /// It is asked for more strictly.
    Hardened,
    /// It is asked for less strictly.
    Softened,
    /// Who, what, when or on which condition is another.
    Changed,
    /// It stands elsewhere and is the same.
    Moved,
    /// It is the same.
    Kept,
}

impl DutyChange {
    /// Every change, in the order in which tables count them.
    pub const ALL: [DutyChange; 7] = [
        DutyChange::Added,
        DutyChange::Dropped,
        DutyChange::Hardened,
        DutyChange::Softened,
        DutyChange::Changed,
        DutyChange::Moved,
        DutyChange::Kept,
    ];
}

/// A duty of one version with that of the other that it is or was.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Pairing<'d> {
    /// What became of it.
    pub change: DutyChange,
    /// The duty of the earlier version.
    pub old: Option<&'d Duty>,
    /// The duty of the later version.
    pub new: Option<&'d Duty>,
}

/// How alike acts must be, of 1000, to be one duty at the same place, and at another.
const ALIKE_HERE: i64 = 300;
const ALIKE_ELSEWHERE: i64 = 800;

/// Compares the duties of two versions: those at one place whose acts are alike are the same duty, then those of one actor whose
/// acts are much alike wherever they stand. In the order of the later version; what is dropped stands where it stood.
pub fn compare<'d>(old: &'d [Duty], new: &'d [Duty], language: Language) -> Vec<Pairing<'d>> {
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for same_place in [true, false] {
        let mut candidates: Vec<(i64, usize, usize)> = Vec::new();
        for (before, was) in old.iter().enumerate() {
            if pairs.iter().any(|(taken, _)| *taken == before) {
                continue;
            }
            for (after, is) in new.iter().enumerate() {
                if (place(was) == place(is)) != same_place || pairs.iter().any(|(_, taken)| *taken == after) {
                    continue;
                }
                let like = likeness(&was.act, &is.act);
                let common = was.actors.iter().any(|actor| is.actors.contains(actor));
                let least = if same_place { ALIKE_HERE } else { ALIKE_ELSEWHERE };
                if like >= least && (same_place || common) {
                    candidates.push((
                        like + i64::from(common) * 100 + i64::from(was.act == is.act) * 1000,
                        before,
                        after,
                    ));
                }
            }
        }
        candidates.sort_by_key(|(like, before, after)| (std::cmp::Reverse(*like), *before, *after));
        for (_, before, after) in candidates {
            if !pairs.iter().any(|(one, other)| *one == before || *other == after) {
                pairs.push((before, after));
            }
        }
    }
    in_order(old, new, &pairs, language)
}

fn in_order<'d>(old: &'d [Duty], new: &'d [Duty], pairs: &[(usize, usize)], language: Language) -> Vec<Pairing<'d>> {
    let mut all = Vec::new();
    let mut dropped = (0..old.len()).filter(|at| !pairs.iter().any(|(before, _)| before == at)).peekable();
    for (after, is) in new.iter().enumerate() {
        let was = pairs.iter().find(|(_, other)| *other == after).map(|(before, _)| *before);
        if let Some(was) = was {
            while let Some(gone) = dropped.next_if(|gone| *gone < was) {
                all.push(Pairing { change: DutyChange::Dropped, old: old.get(gone), new: None });
            }
        }
        let change = was.and_then(|at| old.get(at)).map_or(DutyChange::Added, |was| became(was, is, language));
        all.push(Pairing { change, old: was.and_then(|at| old.get(at)), new: Some(is) });
    }
    all.extend(dropped.map(|gone| Pairing { change: DutyChange::Dropped, old: old.get(gone), new: None }));
    all
}

fn place(duty: &Duty) -> Option<&Locator> {
    duty.basis.first()
}

fn became(was: &Duty, is: &Duty, language: Language) -> DutyChange {
    let (before, after) = (weight(was, language), weight(is, language));
    let same = |one: &Duty, other: &Duty| {
        let told = |duty: &Duty| {
            (duty.modality, duty.actors.clone(), duty.condition.clone(), duty.exception.clone(), duty.by.clone())
        };
        one.act == other.act && told(one) == told(other)
    };
    if after > before {
        DutyChange::Hardened
    } else if after < before {
        DutyChange::Softened
    } else if !same(was, is) {
        DutyChange::Changed
    } else if place(was) != place(is) {
        DutyChange::Moved
    } else {
        DutyChange::Kept
    }
}

/// How heavy a duty is: its modality first, then the words that weaken or tighten its act.
fn weight(duty: &Duty, language: Language) -> i32 {
    let rank = match duty.modality {
        Modality::MustNot | Modality::Must => 4,
        Modality::BestEffort => 3,
        Modality::Encourage => 2,
        Modality::IsTo => 1,
        Modality::May => 0,
    };
    let qualifiers = lexicon(language).map(|words| words.qualifiers.as_slice()).unwrap_or_default();
    let worded: i32 =
        qualifiers.iter().filter(|(says, _)| says.is_match(&duty.act)).map(|(_, weight)| i32::from(*weight)).sum();
    rank * 100 + worded
}
