//! A version as the comparison walks through it: addresses, children, and a print of each provision's wording.

use std::hash::{DefaultHasher, Hash, Hasher};

use rayon::prelude::*;

use crate::law::{
    Action, Amendment, Kind, Locator, Outline, Part, Placed, Provision, Segment, SegmentKind, comparison_form,
};

/// An outline with the children of each place by their addresses. Deleted provisions are no children: only their place is kept.
pub(super) struct Tree<'o, 'a> {
    outline: &'o Outline<'a>,
    pub children: Vec<Vec<usize>>,
    own: Vec<Print>,
    whole: Vec<Print>,
}

/// How much of a provision is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Scope {
    /// Its heading and its own text.
    Own,
    /// All that is below it too.
    Whole,
}

/// What is known of the wording of a provision and all below it without reading it again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Print {
    /// The same for the same wording in its comparison form. Two wordings with one hash would be paired wrongly, and
    /// their difference would still be shown, because paired texts are compared themselves.
    hash: u64,
    words: usize,
}

impl<'o, 'a> Tree<'o, 'a> {
    /// The tree of an outline, to be walked through in some of its parts.
    pub fn of(outline: &'o Outline<'a>, parts: &[Part]) -> Tree<'o, 'a> {
        let all = outline.all();
        let mut children = vec![Vec::new(); all.len()];
        for (at, placed) in all.iter().enumerate() {
            if let Some(parent) = parent_by_address(all, placed).filter(|_| !placed.provision.is_deleted()) {
                children[parent].push(at);
            }
        }
        let print = |placed: &Placed<'_>| {
            if parts.contains(&placed.part) { own_print(placed.provision) } else { Print { hash: 0, words: 0 } }
        };
        let own: Vec<Print> = all.par_iter().map(print).collect();
        let mut whole = own.clone();
        // Children stand after their parents, so that from the end every child is known before its parent.
        for at in (0..all.len()).rev() {
            if children[at].is_empty() {
                continue;
            }
            let mut hasher = DefaultHasher::new();
            whole[at].hash.hash(&mut hasher);
            let mut words = whole[at].words;
            for child in &children[at] {
                whole[*child].hash.hash(&mut hasher);
                words += whole[*child].words;
            }
            whole[at] = Print { hash: hasher.finish(), words };
        }
        Tree { outline, children, own, whole }
    }

    fn placed(&self, at: usize) -> &'o Placed<'a> {
        &self.outline.all()[at]
    }

    /// The top of what is in a part of the act: what stands in nothing else.
    pub fn tops(&self, part: Part) -> Vec<usize> {
        let all = self.outline.all().iter().enumerate();
        all.filter(|(_, placed)| placed.part == part && placed.parent.is_none() && !placed.provision.is_deleted())
            .map(|(at, _)| at)
            .collect()
    }

    pub fn provision(&self, at: usize) -> &'a Provision {
        self.placed(at).provision
    }

    pub fn locator(&self, at: usize) -> &Locator {
        &self.placed(at).locator
    }

    /// The units of a part in order, without those inside other units.
    pub fn units(&self, part: Part) -> Vec<usize> {
        let is_unit = |placed: &Placed<'_>| placed.provision.kind.is_unit();
        let nested = |placed: &Placed<'_>| self.outline.above(placed).any(is_unit);
        let all = self.outline.all().iter().enumerate();
        all.filter(|(_, placed)| {
            placed.part == part && is_unit(placed) && !placed.provision.is_deleted() && !nested(placed)
        })
        .map(|(at, _)| at)
        .collect()
    }

    /// The divisions of the enacting terms that stand directly in another one, or in none.
    pub fn divisions(&self, within: Option<usize>) -> Vec<usize> {
        let is_division = |at: &usize| {
            let placed = self.placed(*at);
            placed.part == Part::Body && placed.provision.kind.is_division() && !placed.provision.is_deleted()
        };
        match within {
            Some(at) => self.children[at].iter().copied().filter(is_division).collect(),
            None => {
                let all = 0..self.children.len();
                all.filter(|at| self.placed(*at).parent.is_none()).filter(is_division).collect()
            }
        }
    }

    /// What amending acts did to a provision: to itself, and to all of something that it stands in.
    pub fn amendments(&self, at: usize) -> Vec<&'a Amendment> {
        self.amendments_of(self.placed(at))
    }

    fn amendments_of(&self, placed: &Placed<'a>) -> Vec<&'a Amendment> {
        let around = self.outline.above(placed).flat_map(|above| &above.provision.amended);
        placed.provision.amended.iter().chain(around.filter(|done| done.is_of_whole())).collect()
    }

    /// What deleted the provision that stood at an address: named at the remnant of it, or at what it stood in.
    pub fn amendments_of_deletion(&self, locator: &Locator) -> Vec<&'a Amendment> {
        let mut places = std::iter::successors(Some(locator.clone()), Locator::parent);
        let Some(placed) = places.find_map(|place| self.outline.get(&place)) else { return Vec::new() };
        match &placed.provision.deleted {
            Some(deleted) => vec![deleted],
            None => {
                let mut done = self.amendments_of(placed);
                done.retain(|done| done.action != Action::Inserted);
                done
            }
        }
    }

    /// The step that names a provision; none where it is addressed by its place in order.
    pub fn key(&self, at: usize) -> Option<&Segment> {
        let step = SegmentKind::of(self.provision(at));
        (!step.is_counted()).then(|| self.locator(at).last())
    }

    /// What may be paired: only provisions of one group are.
    pub fn group(&self, at: usize) -> Kind {
        match self.provision(at).kind {
            // A digest may know definitions where an import knows points.
            Kind::Definition => Kind::Point,
            kind => kind,
        }
    }

    /// A value that is the same for the same wording.
    pub fn print(&self, at: usize, scope: Scope) -> u64 {
        self.prints(scope)[at].hash
    }

    /// How many words there are.
    pub fn words(&self, at: usize, scope: Scope) -> usize {
        self.prints(scope)[at].words
    }

    fn prints(&self, scope: Scope) -> &[Print] {
        match scope {
            Scope::Own => &self.own,
            Scope::Whole => &self.whole,
        }
    }
}

/// What a provision stands in by its address. That of a point in an annex leaves out the paragraph that introduces it, so
/// that it makes no difference whether a layout shows the point in that paragraph or after it.
fn parent_by_address(all: &[Placed<'_>], placed: &Placed<'_>) -> Option<usize> {
    let within = |at: &usize| {
        let above = &all[*at].locator;
        above.segments().len() < placed.locator.segments().len() && above.contains(&placed.locator)
    };
    let innermost = placed.parent?;
    let found = std::iter::successors(Some(innermost), |at| all[*at].parent).find(within);
    // Articles are addressed without their chapter, which they stand in all the same.
    found.or(Some(innermost))
}

fn own_print(provision: &Provision) -> Print {
    let mut hasher = DefaultHasher::new();
    let mut words = 0;
    for own in [&provision.heading, &provision.text] {
        let form = own.as_deref().map(comparison_form).unwrap_or_default();
        form.hash(&mut hasher);
        words += form.split(' ').filter(|word| !word.is_empty()).count();
    }
    Print { hash: hasher.finish(), words }
}
