//! The comparison itself: units, then what is in them, down to the leaf.

use std::collections::HashMap;

use super::align::{Candidate, align};
use super::readings::readings;
use super::words::{count, runs, whole};
use super::{ChangeSet, NotCompared, Op, ProvisionChange, Run, Side, UnitChange, What};
use crate::law::{Kind, Language, Locator, Outline, Part, Placed, Provision, SegmentKind, Version, comparison_form};

/// Compares two versions.
///
/// Recitals are compared where both sides have them. Footnotes and the act's title, preamble and closing words are no
/// units and are not compared. The result is the same for the same input, and empty for a version against itself.
pub fn compare(old: &Version, new: &Version) -> ChangeSet {
    let (old_outline, new_outline) = rayon::join(|| Outline::of(old), || Outline::of(new));
    let recitals = !old.recitals.is_empty() && !new.recitals.is_empty();
    let comparison = Comparison { old: Tree::of(&old_outline), new: Tree::of(&new_outline), language: new.language };
    let mut units = Vec::new();
    for part in [Part::Recitals, Part::Body, Part::Annexes] {
        if part != Part::Recitals || recitals {
            units.extend(comparison.units(part));
        }
    }
    let mut not_compared = vec![NotCompared::Footnotes];
    if !recitals && (!old.recitals.is_empty() || !new.recitals.is_empty()) {
        not_compared.insert(0, NotCompared::Recitals);
    }
    ChangeSet { old: Side::of(old), new: Side::of(new), units, divisions: comparison.divisions(), not_compared }
}

/// An outline with the children of each place.
struct Tree<'o, 'a> {
    all: &'o [Placed<'a>],
    children: Vec<Vec<usize>>,
}

impl<'o, 'a> Tree<'o, 'a> {
    fn of(outline: &'o Outline<'a>) -> Tree<'o, 'a> {
        let all = outline.all();
        let mut children = vec![Vec::new(); all.len()];
        for (at, placed) in all.iter().enumerate() {
            if let Some(parent) = placed.parent.filter(|_| !placed.provision.is_deleted()) {
                children[parent].push(at);
            }
        }
        Tree { all, children }
    }

    fn provision(&self, at: usize) -> &'a Provision {
        self.all[at].provision
    }

    fn locator(&self, at: usize) -> &Locator {
        &self.all[at].locator
    }

    /// The units of a part in order, without those inside other units.
    fn units(&self, part: Part) -> Vec<usize> {
        let is_unit = |at: usize| self.provision(at).kind.is_unit();
        let nested = |at: usize| {
            let mut parent = self.all[at].parent;
            while let Some(above) = parent {
                if is_unit(above) {
                    return true;
                }
                parent = self.all[above].parent;
            }
            false
        };
        (0..self.all.len())
            .filter(|at| self.all[*at].part == part && is_unit(*at) && !self.provision(*at).is_deleted() && !nested(*at))
            .collect()
    }

    fn candidate(&self, at: usize) -> Candidate {
        let provision = self.provision(at);
        let step = SegmentKind::of(provision);
        let key = (!step.is_counted()).then(|| self.locator(at).last().to_string());
        // Points and definitions are one thing here: a digest may know more than an import.
        let group = if provision.kind == Kind::Definition { Kind::Point.name() } else { provision.kind.name() };
        Candidate { key, group, text: wording(provision) }
    }
}

/// Everything that a provision says, without numbers as printed, in the comparison form.
fn wording(provision: &Provision) -> String {
    let mut text = String::new();
    for part in provision.walk().filter(|part| !part.is_deleted()) {
        for own in [&part.heading, &part.text].into_iter().flatten() {
            text.push_str(own);
            text.push('\n');
        }
    }
    comparison_form(&text)
}

struct Comparison<'o, 'a> {
    old: Tree<'o, 'a>,
    new: Tree<'o, 'a>,
    language: Language,
}

impl Comparison<'_, '_> {
    fn units(&self, part: Part) -> Vec<UnitChange> {
        let (olds, news) = (self.old.units(part), self.new.units(part));
        self.matched(&olds, &news)
            .into_iter()
            .filter_map(|(old, new)| {
                let mut changes = Vec::new();
                self.provision(old, new, &mut changes);
                let what = what(old.map(|at| self.old.locator(at)), new.map(|at| self.new.locator(at)), changes.iter().any(|c| c.what != What::Moved || !c.heading.is_empty()))?;
                Some(self.unit(old, new, what, changes))
            })
            .collect()
    }

    fn unit(&self, old: Option<usize>, new: Option<usize>, what: What, changes: Vec<ProvisionChange>) -> UnitChange {
        let heading_of = |provision: &Provision| provision.heading.clone();
        let heading = new.and_then(|at| heading_of(self.new.provision(at))).or_else(|| old.and_then(|at| heading_of(self.old.provision(at))));
        let words = |op: Op| {
            let all = changes.iter().flat_map(|change| change.heading.iter().chain(&change.text));
            all.filter(|run| run.op == op).map(|run| count(&run.text)).sum()
        };
        UnitChange {
            old: old.map(|at| self.old.locator(at).clone()),
            new: new.map(|at| self.new.locator(at).clone()),
            heading,
            what,
            words_removed: words(Op::Removed),
            words_added: words(Op::Added),
            changes,
        }
    }

    /// Pairs two rows; what has no partner stands alone, at the place where it stood.
    fn matched(&self, olds: &[usize], news: &[usize]) -> Vec<(Option<usize>, Option<usize>)> {
        let old_row: Vec<Candidate> = olds.iter().map(|at| self.old.candidate(*at)).collect();
        let new_row: Vec<Candidate> = news.iter().map(|at| self.new.candidate(*at)).collect();
        let pairs = align(&old_row, &new_row);
        let by_new: HashMap<usize, usize> = pairs.iter().map(|(i, j)| (*j, *i)).collect();
        let paired: HashMap<usize, usize> = pairs.into_iter().collect();
        let mut out = Vec::new();
        let mut next_gone = 0;
        for (j, at) in news.iter().enumerate() {
            let partner = by_new.get(&j).copied();
            if let Some(i) = partner {
                for gone in next_gone..i {
                    if !paired.contains_key(&gone) {
                        out.push((Some(olds[gone]), None));
                    }
                }
                next_gone = next_gone.max(i + 1);
            }
            out.push((partner.map(|i| olds[i]), Some(*at)));
        }
        out.extend((next_gone..olds.len()).filter(|gone| !paired.contains_key(gone)).map(|gone| (Some(olds[gone]), None)));
        out
    }

    /// Compares a provision with its partner and everything below them.
    fn provision(&self, old: Option<usize>, new: Option<usize>, changes: &mut Vec<ProvisionChange>) {
        changes.extend(self.own(old, new));
        let below = |tree: &Tree<'_, '_>, at: Option<usize>| at.map_or(Vec::new(), |at| tree.children[at].clone());
        let (olds, news) = (below(&self.old, old), below(&self.new, new));
        for (old, new) in self.matched(&olds, &news) {
            self.provision(old, new, changes);
        }
    }

    /// The change of a provision's own heading, wording and place, without what is below it.
    fn own(&self, old: Option<usize>, new: Option<usize>) -> Option<ProvisionChange> {
        let (was, is) = (old.map(|at| self.old.provision(at)), new.map(|at| self.new.provision(at)));
        let heading = self.words(was.map(|p| p.heading.as_deref()), is.map(|p| p.heading.as_deref()));
        let text = self.words(was.map(|p| p.text.as_deref()), is.map(|p| p.text.as_deref()));
        let (old_locator, new_locator) = (old.map(|at| self.old.locator(at)), new.map(|at| self.new.locator(at)));
        let worded = !heading.is_empty() || !text.is_empty();
        let what = what(old_locator, new_locator, worded)?;
        // A container without words of its own is told by what is in it.
        if !worded && matches!(what, What::New | What::Deleted) {
            return None;
        }
        let readings = readings(&text, self.language);
        Some(ProvisionChange {
            old: old_locator.cloned(),
            new: new_locator.cloned(),
            label: is.or(was).and_then(|provision| provision.label.clone()),
            what,
            heading,
            text,
            readings,
        })
    }

    /// The runs of words between two texts; none where they do not differ.
    fn words(&self, old: Option<Option<&str>>, new: Option<Option<&str>>) -> Vec<Run> {
        let (was, is) = (old.flatten().unwrap_or_default(), new.flatten().unwrap_or_default());
        match (old.is_some(), new.is_some()) {
            (true, false) => whole(Op::Removed, was),
            (false, _) => whole(Op::Added, is),
            (true, true) if was == is || comparison_form(was) == comparison_form(is) => Vec::new(),
            (true, true) => runs(was, is, self.language),
        }
    }

    /// Changes of divisions: their place, number and heading, without the articles in them.
    fn divisions(&self) -> Vec<ProvisionChange> {
        let row = |tree: &Tree<'_, '_>| {
            let division = |at: &usize| {
                let placed = &tree.all[*at];
                placed.part == Part::Body && placed.provision.kind.is_division() && !placed.provision.is_deleted()
            };
            (0..tree.all.len()).filter(division).collect::<Vec<_>>()
        };
        let (olds, news) = (row(&self.old), row(&self.new));
        let candidate = |tree: &Tree<'_, '_>, at: usize| Candidate {
            key: Some(tree.locator(at).to_string()),
            group: tree.provision(at).kind.name(),
            text: comparison_form(tree.provision(at).heading.as_deref().unwrap_or_default()),
        };
        let old_row: Vec<_> = olds.iter().map(|at| candidate(&self.old, *at)).collect();
        let new_row: Vec<_> = news.iter().map(|at| candidate(&self.new, *at)).collect();
        let pairs: HashMap<usize, usize> = align(&old_row, &new_row).into_iter().map(|(i, j)| (j, i)).collect();
        let gone = (0..olds.len()).filter(|i| !pairs.values().any(|known| known == i)).map(|i| (Some(olds[i]), None));
        let there = (0..news.len()).map(|j| (pairs.get(&j).map(|i| olds[*i]), Some(news[j])));
        there.chain(gone).filter_map(|(old, new)| self.own(old, new)).collect()
    }
}

fn what(old: Option<&Locator>, new: Option<&Locator>, worded: bool) -> Option<What> {
    match (old, new) {
        (None, None) => None,
        (None, Some(_)) => Some(What::New),
        (Some(_), None) => Some(What::Deleted),
        // A place that is only counted shifts when a neighbour comes or goes: that is no move.
        (Some(old), Some(new)) => match (renumbered(old, new), worded) {
            (true, true) => Some(What::MovedAndModified),
            (true, false) => Some(What::Moved),
            (false, true) => Some(What::Modified),
            (false, false) => None,
        },
    }
}

/// Whether the last step that bears a number differs.
fn renumbered(old: &Locator, new: &Locator) -> bool {
    let (old, new) = (old.last(), new.last());
    !(old.kind.is_counted() && new.kind.is_counted()) && old != new
}
