//! The whole text of changed units with its changes, line by line: what a document with tracked changes is made from.

use std::collections::HashMap;
use std::ops::Range;

use serde::Serialize;
use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::compare::Comparison;
use super::tree::Tree;
use super::words::{Spotted, runs, whole};
use super::{ChangeSet, Op, Run};
use crate::law::{Kind, Locator, Outline, Part, Provision, Version, is_space};

/// The text of a unit with its changes. Its lines without what was added are the earlier text, its lines without what was
/// removed the later one, to the letter.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct RedlineUnit {
    /// Its address in the earlier version.
    pub old: Option<Locator>,
    /// Its address in the later version.
    pub new: Option<Locator>,
    /// Its lines: what is removed before what is added in its place.
    pub lines: Vec<RedlineLine>,
}

/// A line of a text: a heading, or a provision with its number.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct RedlineLine {
    /// What it is.
    pub part: LinePart,
    /// How deep it stands among points.
    pub depth: usize,
    /// What happened to the line as a whole; a kept one may have other words.
    pub op: Op,
    /// Its number as published.
    pub label: Vec<Run>,
    /// Its words.
    pub text: Vec<Run>,
}

/// What a line of a unit is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum LinePart {
    /// The number and the heading of the unit.
    Head,
    /// The heading of something in it.
    Heading,
    /// Text.
    Text,
}

/// A line of one version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What it is.
    pub part: LinePart,
    /// How deep it stands among points.
    pub depth: usize,
    /// Its number as published.
    pub label: Option<String>,
    /// Its words.
    pub text: String,
    /// The place of its provision in the outline.
    at: usize,
}

/// The lines of a unit of a version.
pub fn lines(outline: &Outline<'_>, unit: &Locator) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let Some(first) = outline.all().iter().position(|placed| placed.locator == *unit) else { return lines };
    // The number of a provision without words of its own stands before the first words in it.
    let mut waiting: Option<String> = None;
    let count = outline.from(unit).len();
    for at in first..first + count {
        let placed = &outline.all()[at];
        let provision = placed.provision;
        let gone = |one: &crate::law::Placed<'_>| one.provision.is_deleted();
        if gone(placed) || outline.above(placed).any(gone) || provision.kind == Kind::Cell {
            continue;
        }
        let above = outline.above(placed).take_while(|above| unit.contains(&above.locator));
        let is_listed = |kind: Kind| matches!(kind, Kind::Point | Kind::Indent | Kind::Definition);
        let depth =
            above.filter(|above| is_listed(above.provision.kind)).count() + usize::from(is_listed(provision.kind));
        let mut label = waiting
            .take()
            .into_iter()
            .chain(provision.label.as_deref().map(plain))
            .reduce(|one, next| format!("{one} {next}"));
        if at == first {
            let text = provision.heading.clone().unwrap_or_default();
            lines.push(Line { part: LinePart::Head, depth: 0, label: label.take(), text, at });
        } else if let Some(heading) = &provision.heading {
            lines.push(Line { part: LinePart::Heading, depth, label: label.take(), text: heading.clone(), at });
        }
        match text_of(provision) {
            Some(text) => lines.push(Line { part: LinePart::Text, depth, label, text, at }),
            None => waiting = label,
        }
    }
    // A number with nothing behind it is a line of its own.
    if let Some(label) = waiting {
        lines.push(Line {
            part: LinePart::Text,
            depth: 0,
            label: Some(label),
            text: String::new(),
            at: first + count - 1,
        });
    }
    lines
}

/// A number with plain spaces: which space a typesetter put into 'Article 4' is no change that anybody decides on.
fn plain(label: &str) -> String {
    label.replace(is_space, " ")
}

fn text_of(provision: &Provision) -> Option<String> {
    match provision.kind {
        Kind::Row => {
            let cells = provision.children.iter().map(|cell| cell.full_text().replace('\n', " "));
            Some(cells.collect::<Vec<_>>().join(" | "))
        }
        _ => provision.text.clone(),
    }
}

/// The text of the units of a set of changes, which was made from these two versions.
pub fn redline(set: &ChangeSet, old: &Version, new: &Version) -> Vec<RedlineUnit> {
    let (old_outline, new_outline) = (Outline::of(old), Outline::of(new));
    let parts = [Part::Recitals, Part::Body, Part::Annexes];
    let comparison = Comparison {
        old: Tree::of(&old_outline, &parts),
        new: Tree::of(&new_outline, &parts),
        language: new.language,
        amended_by: &new.source.amended_by,
    };
    let pairs = comparison.pairs(&parts).into_iter().filter(|pair| pair.words);
    let partner: HashMap<usize, usize> = pairs.map(|pair| (pair.old, pair.new)).collect();
    let units = set.units.iter().map(|unit| {
        let of = |outline: &Outline<'_>, place: &Option<Locator>| {
            place.as_ref().map(|place| lines(outline, place)).unwrap_or_default()
        };
        let (was, is) = (of(&old_outline, &unit.old), of(&new_outline, &unit.new));
        RedlineUnit { old: unit.old.clone(), new: unit.new.clone(), lines: merged(&was, &is, &partner, new) }
    });
    units.collect()
}

/// The lines of both versions in one order, that of each kept.
fn merged(was: &[Line], is: &[Line], partner: &HashMap<usize, usize>, new: &Version) -> Vec<RedlineLine> {
    let place: HashMap<(usize, LinePart), usize> =
        is.iter().enumerate().map(|(at, line)| ((line.at, line.part), at)).collect();
    let found = was.iter().enumerate().filter_map(|(at, line)| {
        let other = place.get(&(*partner.get(&line.at)?, line.part))?;
        Some((at, *other))
    });
    let mut out = Vec::new();
    let (mut i, mut j) = (0, 0);
    // What left its order is taken out of one place and put in at another.
    for (at, other) in rising(&found.collect::<Vec<_>>()).into_iter().chain([(was.len(), is.len())]) {
        out.extend(was[i..at].iter().map(|line| line.whole(Op::Removed)));
        out.extend(is[j..other].iter().map(|line| line.whole(Op::Added)));
        if let (Some(old), Some(now)) = (was.get(at), is.get(other)) {
            out.push(kept(old, now, new));
        }
        (i, j) = (at + 1, other + 1);
    }
    out
}

impl Line {
    fn whole(&self, op: Op) -> RedlineLine {
        RedlineLine {
            part: self.part,
            depth: self.depth,
            op,
            label: whole(op, self.label.as_deref().unwrap_or_default()),
            text: whole(op, &self.text),
        }
    }
}

fn kept(old: &Line, now: &Line, new: &Version) -> RedlineLine {
    let (was, is) = (old.label.as_deref().unwrap_or_default(), now.label.as_deref().unwrap_or_default());
    let label = if was == is { whole(Op::Kept, is) } else { [whole(Op::Removed, was), whole(Op::Added, is)].concat() };
    let text = if old.text == now.text {
        whole(Op::Kept, &now.text)
    } else {
        exact(runs(&Spotted::of(&old.text, new.language), &Spotted::of(&now.text, new.language)))
    };
    RedlineLine { part: now.part, depth: now.depth, op: Op::Kept, label, text }
}

/// Runs in which kept words are the same to the letter: other typography is a change.
fn exact(runs: Vec<Run>) -> Vec<Run> {
    let mut out = Vec::new();
    for run in runs {
        let Some(was) = &run.old_text else {
            out.push(run);
            continue;
        };
        let (was, is): (Vec<char>, Vec<char>) = (was.chars().collect(), run.text.chars().collect());
        for op in capture_diff_slices(Algorithm::Myers, &was, &is) {
            let of = |chars: &[char], range: Range<usize>| chars[range].iter().collect::<String>();
            let (old, new) = (of(&was, op.old_range()), of(&is, op.new_range()));
            if matches!(op, DiffOp::Equal { .. }) {
                out.extend(whole(Op::Kept, &new));
            } else {
                out.extend(whole(Op::Removed, &old).into_iter().chain(whole(Op::Added, &new)));
            }
        }
    }
    out
}

/// A longest run of pairs of which both members rise; the first members do already.
fn rising(pairs: &[(usize, usize)]) -> Vec<(usize, usize)> {
    let mut best: Vec<(usize, Option<usize>)> = Vec::new();
    for (at, (_, place)) in pairs.iter().enumerate() {
        let before = (0..at).filter(|k| pairs[*k].1 < *place).max_by_key(|k| (best[*k].0, std::cmp::Reverse(*k)));
        best.push((1 + before.map_or(0, |k| best[k].0), before));
    }
    let last = (0..pairs.len()).max_by_key(|at| (best[*at].0, std::cmp::Reverse(*at)));
    let mut run: Vec<(usize, usize)> = std::iter::successors(last, |at| best[*at].1).map(|at| pairs[at]).collect();
    run.reverse();
    run
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_left_its_order_is_left_out() {
        assert_eq!(rising(&[(0, 3), (1, 0), (2, 1), (4, 2)]), [(1, 0), (2, 1), (4, 2)]);
        assert_eq!(rising(&[]), []);
    }

    #[test]
    fn other_typography_is_a_change_of_the_marks_alone() {
        let run =
            Run {
                op: Op::Kept, text: "the ‘Charter’ of".to_owned(), old_text: Some("the 'Charter’ of".to_owned())
            };
        let told: Vec<(Op, String)> = exact(vec![run]).into_iter().map(|run| (run.op, run.text)).collect();
        let expected = [(Op::Kept, "the "), (Op::Removed, "'"), (Op::Added, "‘"), (Op::Kept, "Charter’ of")];
        assert_eq!(told, expected.map(|(op, text)| (op, text.to_owned())));
    }
}
