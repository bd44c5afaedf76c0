//! The comparison itself: units, then what is in them, down to the leaf.

use std::collections::HashMap;

use rayon::prelude::*;

use super::align::{Row, Scope, align, bag, dice};
use super::readings::readings;
use super::tree::Tree;
use super::words::{Spotted, new_text, old_text, runs, runs_in_parts, whole};
use super::{
    ChangeSet, FORMAT, Instruction, NotCompared, Op, ProvisionChange, Reading, Run, Side, UnitChange, What,
    words_changed,
};
use super::{elsewhere, known};
use crate::law::{AmendingAct, Kind, Language, Locator, Outline, Part, Version, comparison_form};

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
    let comparison =
        Comparison { old: old_tree, new: new_tree, language: new.language, amended_by: &new.source.amended_by };
    let mut units: Vec<UnitChange> = parts.iter().flat_map(|part| comparison.units(*part)).collect();
    elsewhere::find(&mut units);
    known::mark(
        &mut units,
        &known::Known { version: old, outline: &old_outline },
        &known::Known { version: new, outline: &new_outline },
    );
    let mut not_compared = vec![NotCompared::Footnotes];
    if !recitals && (!old.recitals.is_empty() || !new.recitals.is_empty()) {
        not_compared.insert(0, NotCompared::Recitals);
    }
    let divisions = comparison.divisions();
    ChangeSet { format: FORMAT, old: Side::of(old), new: Side::of(new), units, divisions, not_compared }
}

pub(super) struct Comparison<'o, 'a> {
    pub old: Tree<'o, 'a>,
    pub new: Tree<'o, 'a>,
    pub language: Language,
    /// The acts that the later version takes up.
    pub amended_by: &'a [AmendingAct],
}

/// A provision with its partner, or one that has none.
#[derive(Debug, Clone, Copy)]
pub(super) struct Matched {
    pub old: Option<usize>,
    pub new: Option<usize>,
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
    pub fn matched(&self, olds: &[usize], news: &[usize], scope: Scope) -> Vec<Matched> {
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
        if let Some(divided) = Divided::of(&self.old, &self.new, matched.old, matched.new) {
            return self.divided(matched, &divided, changes);
        }
        changes.extend(self.own(matched, Extent::All));
        let olds = matched.old.map_or(&[][..], |at| &self.old.children[at]);
        let news = matched.new.map_or(&[][..], |at| &self.new.children[at]);
        for below in self.matched(olds, news, Scope::Whole) {
            self.provision(below, changes);
        }
    }

    /// Compares a provision that is whole on one side with its subparagraphs on the other: each shows which of its words
    /// were there before.
    fn divided(&self, matched: Matched, divided: &Divided, changes: &mut Vec<ProvisionChange>) {
        changes.extend(self.own(matched, Extent::Heading));
        let (whole_tree, parts_tree) =
            if divided.whole_is_old { (&self.old, &self.new) } else { (&self.new, &self.old) };
        let text = |tree: &Tree<'_, '_>, at: usize| tree.provision(at).text.clone().unwrap_or_default();
        let whole_text = text(whole_tree, divided.whole);
        let part_texts: Vec<String> = divided.parts.iter().map(|part| text(parts_tree, *part)).collect();
        let whole = Spotted::of(&whole_text, self.language);
        let parts: Vec<Spotted<'_>> = part_texts.iter().map(|text| Spotted::of(text, self.language)).collect();
        let pieces = runs_in_parts(&whole, &parts, divided.whole_is_old);
        let orient = |whole: Option<usize>, part: Option<usize>| {
            let (old, new) = if divided.whole_is_old { (whole, part) } else { (part, whole) };
            Matched { old, new, moved: false }
        };
        let mut runs_of_part: HashMap<usize, Vec<Run>> = divided.parts.iter().copied().zip(pieces).collect();
        for &child in &parts_tree.children[divided.within] {
            let Some(runs) = runs_of_part.remove(&child) else {
                self.provision(orient(None, Some(child)), changes);
                continue;
            };
            let inherits = runs.iter().any(|run| run.op == Op::Kept);
            let place = orient(inherits.then_some(divided.whole), Some(child));
            changes.extend(self.part(place, runs));
            let of_whole = if child == divided.heir { whole_tree.children[divided.whole].as_slice() } else { &[] };
            let of_part = parts_tree.children[child].as_slice();
            let (olds, news) = if divided.whole_is_old { (of_whole, of_part) } else { (of_part, of_whole) };
            for below in self.matched(olds, news, Scope::Whole) {
                self.provision(below, changes);
            }
        }
    }

    /// The change of a subparagraph that has some of the words of a whole provision.
    fn part(&self, place: Matched, text: Vec<Run>) -> Option<ProvisionChange> {
        let (was, is) = (old_text(&text), new_text(&text));
        if comparison_form(&was) == comparison_form(&is) {
            return None;
        }
        let readings = readings(&Spotted::of(&was, self.language), &Spotted::of(&is, self.language));
        let provision = place.new.map(|at| self.new.provision(at)).or(place.old.map(|at| self.old.provision(at)))?;
        Some(ProvisionChange {
            old: self.old_locator(place).cloned(),
            new: self.new_locator(place).cloned(),
            kind: provision.kind,
            label: provision.label.clone(),
            what: what(place, true)?,
            elsewhere: None,
            made_by: self.made_by(place),
            heading: Vec::new(),
            text,
            readings,
            relies_on: Vec::new(),
            unknown: Vec::new(),
        })
    }

    /// The change of a provision's own heading, wording and place, without what is below it.
    fn own(&self, matched: Matched, extent: Extent) -> Option<ProvisionChange> {
        let (was, is) = (matched.old.map(|at| self.old.provision(at)), matched.new.map(|at| self.new.provision(at)));
        let heading = self.words(was.map(|p| p.heading.as_deref()), is.map(|p| p.heading.as_deref())).0;
        let (text, readings) = match extent {
            Extent::Heading => (Vec::new(), Vec::new()),
            Extent::All => self.words(was.map(|p| p.text.as_deref()), is.map(|p| p.text.as_deref())),
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
            relies_on: Vec::new(),
            unknown: Vec::new(),
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
        let mut instructions: Vec<Instruction> =
            now.into_iter().map(|done| Instruction::of(done, self.amended_by)).collect();
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
}

/// A provision with a text of its own on one side, and divided into subparagraphs on the other.
pub(super) struct Divided {
    pub whole_is_old: bool,
    /// The provision that is whole.
    pub whole: usize,
    /// The provision that is divided.
    pub within: usize,
    /// Its subparagraphs.
    pub parts: Vec<usize>,
    /// The subparagraph that is most alike the whole, the first of equals: what stands below the whole is its own.
    pub heir: usize,
}

impl Divided {
    pub fn of(
        old_tree: &Tree<'_, '_>,
        new_tree: &Tree<'_, '_>,
        old: Option<usize>,
        new: Option<usize>,
    ) -> Option<Divided> {
        let (old, new) = (old?, new?);
        Divided::from(old_tree, old, new_tree, new, true).or_else(|| Divided::from(new_tree, new, old_tree, old, false))
    }

    fn from(
        whole_tree: &Tree<'_, '_>,
        whole: usize,
        parts_tree: &Tree<'_, '_>,
        within: usize,
        whole_is_old: bool,
    ) -> Option<Divided> {
        let subparagraphs = |tree: &Tree<'_, '_>, at: usize| -> Vec<usize> {
            let is_one = |child: &usize| tree.provision(*child).kind == Kind::Subparagraph;
            tree.children[at].iter().copied().filter(is_one).collect()
        };
        let text = whole_tree.provision(whole).text.as_deref()?;
        if !subparagraphs(whole_tree, whole).is_empty() || parts_tree.provision(within).text.is_some() {
            return None;
        }
        let parts = subparagraphs(parts_tree, within);
        let own = bag(std::iter::once(text));
        let likeness = |part: usize| dice(&own, &bag(parts_tree.provision(part).text.as_deref().into_iter()));
        let heir = parts.iter().copied().rev().max_by(|a, b| likeness(*a).total_cmp(&likeness(*b)))?;
        Some(Divided { whole_is_old, whole, within, parts, heir })
    }
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
