//! Which deadlines of two versions are the same.

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::Entry;
use crate::law::Locator;

/// Likeness of the words of two deadlines from which they are the same.
const ALIKE: f32 = 0.4;

/// Pairs the entries of two calendars: the same kind at the same place, the most alike first; then the same kind and actors
/// with the same words wherever they stand.
pub(super) fn pairs<'e>(olds: &[&'e Entry], news: &[&'e Entry]) -> Vec<(Option<&'e Entry>, Option<&'e Entry>)> {
    let mut scored: Vec<(f32, usize, usize)> = Vec::new();
    for (i, old) in olds.iter().enumerate() {
        for (j, new) in news.iter().enumerate() {
            let score = likeness(old, new);
            if score > 0.0 {
                scored.push((score, i, j));
            }
        }
    }
    scored.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)).then(a.2.cmp(&b.2)));
    let (mut of_old, mut of_new) = (vec![None; olds.len()], vec![None; news.len()]);
    for (_, i, j) in scored {
        if of_old[i].is_none() && of_new[j].is_none() {
            of_old[i] = Some(j);
            of_new[j] = Some(i);
        }
    }
    let gone = olds.iter().enumerate().filter(|(i, _)| of_old[*i].is_none()).map(|(_, old)| (Some(*old), None));
    let there = news.iter().enumerate().map(|(j, new)| (of_new[j].map(|i| olds[i]), Some(*new)));
    there.chain(gone).collect()
}

/// How alike two deadlines are, up to 2; 0 where they are not the same.
fn likeness(old: &Entry, new: &Entry) -> f32 {
    let (was, is) = (&old.deadline, &new.deadline);
    if was.kind != is.kind {
        return 0.0;
    }
    let words = ratio(&was.what, &is.what);
    let place = |locator: Option<&Locator>| locator.map(|locator| locator.segments().to_vec()).unwrap_or_default();
    let (there, here) = (place(was.basis.first()), place(is.basis.first()));
    let same_place = there == here || there.starts_with(&here) || here.starts_with(&there);
    let same_actors = was.who.iter().any(|actor| is.who.contains(actor)) || was.who == is.who;
    match (same_place, same_actors) {
        (true, true) => 1.0 + words,
        (true, false) if words >= ALIKE => 0.5 + words,
        (false, true) if words >= 1.0 - ALIKE => words,
        _ => 0.0,
    }
}

/// The share of the words of two texts that they have in common, in order: 1 where they are the same.
fn ratio(old: &str, new: &str) -> f32 {
    let (old, new): (Vec<&str>, Vec<&str>) = (old.split_whitespace().collect(), new.split_whitespace().collect());
    let kept = |op: &DiffOp| if let DiffOp::Equal { len, .. } = op { *len } else { 0 };
    let same: usize = capture_diff_slices(Algorithm::Patience, &old, &new).iter().map(kept).sum();
    if old.is_empty() && new.is_empty() { 1.0 } else { 2.0 * same as f32 / (old.len() + new.len()) as f32 }
}
