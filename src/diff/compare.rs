//! The comparison itself: units, then what is in them, down to the leaf.

use rayon::prelude::*;

use super::align::{Row, Scope, align, bag, dice};
use super::elsewhere;
use super::readings::readings;
use super::tree::Tree;
use super::words::{Spotted, runs, whole};
use super::{
    ChangeSet, FORMAT, Instruction, NotCompared, Op, ProvisionChange, Reading, Run, Side, UnitChange, What,
    words_changed,
};
use crate::law::{Kind, Language, Locator, Outline, Part, Version, comparison_form};

/// Compares two versions.
///
/// Recitals are compared where both sides have them. Footnotes and the act's title, preamble and closing words are no
/// units and are not compared. The result is the same for the same input, empty for a version against itself, and for
/// the same two versions the other way round it is the same with old and new exchanged.
pub fn compare(old: &Version, new: &Version) -> ChangeSet {
    let (old_outline, new_outline) = rayon::join(|| Outline::of(old), || Outline::of(new));
    let recitals = !old.recitals.is_empty() && !new.recitals.is_empty();
    let parts: &[Part] =
        if recitals { &[Part::Recitals, Part::Body, Part::Annexes] } else { &[Part::Body, Part::Annexes] };
    let (old_tree, new_tree) = rayon::join(|| Tree::of(&old_outline, parts), || Tree::of(&new_outline, parts));
    let comparison = Comparison { old: old_tree, new: new_tree, language: new.language };
    let mut units: Vec<UnitChange> = parts.iter().flat_map(|part| comparison.units(*part)).collect();
    elsewhere::find(&mut units);
    let mut not_compared = vec![NotCompared::Footnotes];
    if !recitals && (!old.recitals.is_empty() || !new.recitals.is_empty()) {
        not_compared.insert(0, NotCompared::Recitals);
    }
    let divisions = comparison.divisions();
    ChangeSet { format: FORMAT, old: Side::of(old), new: Side::of(new), units, divisions, not_compared }
}

struct Comparison<'o, 'a> {
    old: Tree<'o, 'a>,
    new: Tree<'o, 'a>,
    language: Language,
}

/// A provision with its partner, or one that has none.
#[derive(Debug, Clone, Copy)]
struct Matched {
    old: Option<usize>,
    new: Option<usize>,
    moved: bool,
}

impl Comparison<'_, '_> {
    fn units(&self, part: Part) -> Vec<UnitChange> {
        let matched = self.matched(&self.old.units(part), &self.new.units(part), Scope::Whole);
        matched.into_par_iter().filter_map(|matched| self.unit(matched)).collect()
    }

    fn unit(&self, matched: Matched) -> Option<UnitChange> {
        let mut changes = Vec::new();
        self.provision(matched, &mut changes);
        let changed_within = changes.iter().any(|change| {
            let own_move = change.old.as_ref() == self.old_locator(matched) && change.what == What::Moved;
            !own_move
        });
        let what = what(matched, changed_within)?;
        let (was, is) = (matched.old.map(|at| self.old.provision(at)), matched.new.map(|at| self.new.provision(at)));
        let heading = is.and_then(|unit| unit.heading.clone()).or_else(|| was?.heading.clone());
        let (words_removed, words_added) = words_changed(&changes);
        Some(UnitChange {
            old: self.old_locator(matched).cloned(),
            new: self.new_locator(matched).cloned(),
            kind: is.or(was)?.kind,
            heading,
            what,
            words_removed,
            words_added,
            changes,
        })
    }

    fn old_locator(&self, matched: Matched) -> Option<&Locator> {
        matched.old.map(|at| self.old.locator(at))
    }

    fn new_locator(&self, matched: Matched) -> Option<&Locator> {
        matched.new.map(|at| self.new.locator(at))
    }

    /// Pairs two rows; what has no partner stands alone, at the place where it stood.
    fn matched(&self, olds: &[usize], news: &[usize], scope: Scope) -> Vec<Matched> {
        if olds.is_empty() {
            return news.iter().map(|new| Matched { old: None, new: Some(*new), moved: false }).collect();
        }
        let couples =
            align(&Row { tree: &self.old, places: olds, scope }, &Row { tree: &self.new, places: news, scope });
        let mut of_new = vec![None; news.len()];
        let mut is_paired = vec![false; olds.len()];
        for couple in couples {
            of_new[couple.new] = Some(couple);
            is_paired[couple.old] = true;
        }
        let gone = |range: std::ops::Range<usize>| {
            let alone = range.filter(|at| !is_paired[*at]);
            alone.map(|at| Matched { old: Some(olds[at]), new: None, moved: false }).collect::<Vec<_>>()
        };
        let mut out = Vec::new();
        let mut next = 0;
        for (j, new) in news.iter().enumerate() {
            if let Some(couple) = of_new[j]
                && couple.old >= next
            {
                out.extend(gone(next..couple.old));
                next = couple.old + 1;
            }
            let old = of_new[j].map(|couple| olds[couple.old]);
            let moved = of_new[j].is_some_and(|couple| self.moved(olds[couple.old], *new, couple.crosses));
            out.push(Matched { old, new: Some(*new), moved });
        }
        out.extend(gone(next..olds.len()));
        out
    }

    /// Whether a provision stands at another place among its siblings. A place that is only counted shifts when a
    /// neighbour comes or goes: that is no move.
    fn moved(&self, old: usize, new: usize, crosses: bool) -> bool {
        match (self.old.key(old), self.new.key(new)) {
            (None, None) => crosses,
            (was, is) => was != is,
        }
    }

    /// Compares a provision with its partner and everything below them.
    fn provision(&self, matched: Matched, changes: &mut Vec<ProvisionChange>) {
        if let (Some(old), Some(new)) = (matched.old, matched.new) {
            if let Some(heir) = heir(&self.old, old, &self.new, new) {
                let below = Matched { old: Some(old), new: Some(heir), moved: false };
                let beside = self.new.children[new].iter().filter(|at| **at != heir);
                let beside = beside.map(|at| Matched { old: None, new: Some(*at), moved: false });
                return self.divided(matched, below, beside.collect(), changes);
            }
            if let Some(heir) = heir(&self.new, new, &self.old, old) {
                let below = Matched { old: Some(heir), new: Some(new), moved: false };
                let beside = self.old.children[old].iter().filter(|at| **at != heir);
                let beside = beside.map(|at| Matched { old: Some(*at), new: None, moved: false });
                return self.divided(matched, below, beside.collect(), changes);
            }
        }
        changes.extend(self.own(matched, Extent::All));
        let olds = matched.old.map_or(&[][..], |at| &self.old.children[at]);
        let news = matched.new.map_or(&[][..], |at| &self.new.children[at]);
        for below in self.matched(olds, news, Scope::Whole) {
            self.provision(below, changes);
        }
    }

    /// Compares a provision whose wording stands in one of several subparagraphs on the other side.
    fn divided(&self, whole: Matched, heir: Matched, beside: Vec<Matched>, changes: &mut Vec<ProvisionChange>) {
        changes.extend(self.own(whole, Extent::Heading));
        let mut rows: Vec<Matched> = beside;
        rows.push(heir);
        // In the order of the side that is divided.
        let divided_new = heir.old == whole.old;
        rows.sort_by_key(|row| if divided_new { row.new } else { row.old });
        for row in rows {
            if (row.old, row.new) != (heir.old, heir.new) {
                self.provision(row, changes);
                continue;
            }
            changes.extend(self.own(heir, Extent::Text));
            let olds = heir.old.map_or(&[][..], |at| &self.old.children[at]);
            let news = heir.new.map_or(&[][..], |at| &self.new.children[at]);
            for below in self.matched(olds, news, Scope::Whole) {
                self.provision(below, changes);
            }
        }
    }

    /// The change of a provision's own heading, wording and place, without what is below it.
    fn own(&self, matched: Matched, extent: Extent) -> Option<ProvisionChange> {
        let (was, is) = (matched.old.map(|at| self.old.provision(at)), matched.new.map(|at| self.new.provision(at)));
        let heading = match extent {
            Extent::Text => Vec::new(),
            _ => self.words(was.map(|p| p.heading.as_deref()), is.map(|p| p.heading.as_deref())).0,
        };
        let (text, readings) = match extent {
            Extent::Heading => (Vec::new(), Vec::new()),
            _ => self.words(was.map(|p| p.text.as_deref()), is.map(|p| p.text.as_deref())),
        };
        let worded = !heading.is_empty() || !text.is_empty();
        let what = what(matched, worded)?;
        // A container without words of its own is told by what is in it.
        if !worded && matches!(what, What::New | What::Deleted) {
            return None;
        }
        let provision = is.or(was)?;
        Some(ProvisionChange {
            old: self.old_locator(matched).cloned(),
            new: self.new_locator(matched).cloned(),
            kind: provision.kind,
            label: provision.label.clone(),
            what,
            elsewhere: None,
            made_by: self.made_by(matched),
            heading,
            text,
            readings,
        })
    }

    /// The instructions that the later version names for a provision and the earlier one does not.
    fn made_by(&self, matched: Matched) -> Vec<Instruction> {
        let mut now = match (matched.old, matched.new) {
            (_, Some(new)) => self.new.amendments(new),
            (Some(old), None) => self.new.amendments_of_deletion(self.old.locator(old)),
            (None, None) => Vec::new(),
        };
        let before = matched.old.map_or_else(Vec::new, |old| self.old.amendments(old));
        now.retain(|amendment| !before.contains(amendment));
        let mut instructions: Vec<Instruction> = now
            .into_iter()
            .map(|amendment| Instruction { act: amendment.act.clone(), place: amendment.instruction.clone() })
            .collect();
        instructions.sort();
        instructions.dedup();
        instructions
    }

    /// The runs of words between two texts, with what they amount to; none where the texts do not differ.
    fn words(&self, old: Option<Option<&str>>, new: Option<Option<&str>>) -> (Vec<Run>, Vec<Reading>) {
        let (was, is) = (old.flatten().unwrap_or_default(), new.flatten().unwrap_or_default());
        if old.is_some() && new.is_some() && (was == is || comparison_form(was) == comparison_form(is)) {
            return (Vec::new(), Vec::new());
        }
        let (old_text, new_text) = (Spotted::of(was, self.language), Spotted::of(is, self.language));
        let runs = match (old.is_some(), new.is_some()) {
            (true, true) => runs(&old_text, &new_text),
            (true, false) => whole(Op::Removed, was),
            (false, _) => whole(Op::Added, is),
        };
        let readings = readings(&old_text, &new_text);
        (runs, readings)
    }

    /// Changes of divisions: their place, number and heading, without the articles in them.
    fn divisions(&self) -> Vec<ProvisionChange> {
        let mut changes = Vec::new();
        self.divisions_below(&self.old.divisions(None), &self.new.divisions(None), &mut changes);
        changes
    }

    fn divisions_below(&self, olds: &[usize], news: &[usize], changes: &mut Vec<ProvisionChange>) {
        for matched in self.matched(olds, news, Scope::Own) {
            changes.extend(self.own(matched, Extent::All));
            let olds = matched.old.map_or_else(Vec::new, |at| self.old.divisions(Some(at)));
            let news = matched.new.map_or_else(Vec::new, |at| self.new.divisions(Some(at)));
            self.divisions_below(&olds, &news, changes);
        }
    }
}

/// How much of a provision is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Extent {
    All,
    Heading,
    Text,
}

/// The subparagraph in which the wording of a provision stands once the provision is divided into subparagraphs: the one
/// most alike, the first of equals.
fn heir(whole: &Tree<'_, '_>, at: usize, divided: &Tree<'_, '_>, into: usize) -> Option<usize> {
    let is_subparagraph = |tree: &Tree<'_, '_>, at: usize| tree.provision(at).kind == Kind::Subparagraph;
    let text = whole.provision(at).text.as_deref()?;
    let is_whole = !whole.children[at].iter().any(|child| is_subparagraph(whole, *child));
    if !is_whole || divided.provision(into).text.is_some() {
        return None;
    }
    let own = bag(std::iter::once(text));
    let subparagraphs = divided.children[into].iter().copied().filter(|child| is_subparagraph(divided, *child));
    let likeness = |child: usize| dice(&own, &bag(divided.provision(child).text.as_deref().into_iter()));
    subparagraphs.rev().max_by(|a, b| likeness(*a).total_cmp(&likeness(*b)))
}

fn what(matched: Matched, worded: bool) -> Option<What> {
    match (matched.old, matched.new) {
        (None, None) => None,
        (None, Some(_)) => Some(What::New),
        (Some(_), None) => Some(What::Deleted),
        (Some(_), Some(_)) => match (matched.moved, worded) {
            (true, true) => Some(What::MovedAndModified),
            (true, false) => Some(What::Moved),
            (false, true) => Some(What::Modified),
            (false, false) => None,
        },
    }
}
