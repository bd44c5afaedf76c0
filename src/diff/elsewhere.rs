//! Wording that went from one article or annex to another: 'Article 10(5) stands in Article 4a(1) now'.

use super::align::{Bag, at_most, bag, best_first, dice};
use super::{Op, ProvisionChange, UnitChange, What};

/// Likeness from which wording counts as taken over. Higher than within an article, where the place speaks too.
const TAKEN_OVER: f64 = 0.7;

/// Fewest words by which wording is known elsewhere.
const DISTINCTIVE: usize = 10;

/// Notes on provisions that are gone where their wording is new, and the other way round: the pairs that are most alike
/// of all, each provision once.
pub(super) fn find(units: &mut [UnitChange]) {
    let gone = candidates(units, What::Deleted, Op::Removed);
    let new = candidates(units, What::New, Op::Added);
    let mut scored: Vec<(f64, usize, usize)> = Vec::new();
    for (i, (_, old)) in gone.iter().enumerate() {
        for (j, (_, is)) in new.iter().enumerate() {
            let likeness = if at_most(old, is) >= TAKEN_OVER { dice(old, is) } else { 0.0 };
            if likeness >= TAKEN_OVER {
                scored.push((likeness, i, j));
            }
        }
    }
    for (i, j) in best_first(scored) {
        let ((old_unit, old_change), (new_unit, new_change)) = (gone[i].0, new[j].0);
        let from = units[old_unit].changes[old_change].old.clone();
        let to = units[new_unit].changes[new_change].new.clone();
        units[old_unit].changes[old_change].elsewhere = to;
        units[new_unit].changes[new_change].elsewhere = from;
    }
}

/// The changes of a sort with enough words, by their unit and place in it.
fn candidates(units: &[UnitChange], what: What, op: Op) -> Vec<((usize, usize), Bag)> {
    let words =
        |change: &ProvisionChange| bag(change.text.iter().filter(|run| run.op == op).map(|run| run.text.as_str()));
    let all = units.iter().enumerate().flat_map(|(unit, changed)| {
        let own = changed.changes.iter().enumerate().filter(|(_, change)| change.what == what);
        own.map(move |(at, change)| ((unit, at), words(change)))
    });
    all.filter(|(_, bag)| bag.len() >= DISTINCTIVE).collect()
}
