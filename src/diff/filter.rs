//! Some of the changes of a set.

use super::{ChangeSet, ProvisionChange, ReadingKind, What, words_changed};
use crate::law::{Kind, Locator};

/// Which changes are asked for. What is empty asks for everything.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Filter {
    /// Addresses in the earlier version: these provisions and all within them.
    pub old: Vec<Locator>,
    /// Addresses in the later version.
    pub new: Vec<Locator>,
    /// What happened, or what the change amounts to.
    pub only: Vec<Sort>,
    /// What kind of provision or unit changed.
    pub kinds: Vec<KindOf>,
}

/// A sort of change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// By what happened; one that is moved and modified is both.
    What(What),
    /// By a reading of it.
    Reading(ReadingKind),
}

/// The kind of what changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KindOf {
    /// Everything in units of a kind: articles, annexes, recitals.
    Unit(Kind),
    /// Provisions of a kind, such as definitions.
    Provision(Kind),
    /// Chapters, sections and the like.
    Divisions,
}

impl ChangeSet {
    /// Keeps what the filter asks for. Words are counted anew in what is left of each unit.
    pub fn filtered(mut self, filter: &Filter) -> ChangeSet {
        self.units.retain_mut(|unit| {
            let kind = unit.kind;
            unit.changes.retain(|change| filter.takes(change, Some(kind)));
            (unit.words_removed, unit.words_added) = words_changed(&unit.changes);
            !unit.changes.is_empty()
        });
        self.divisions.retain(|change| filter.takes(change, None));
        self
    }
}

impl Filter {
    fn takes(&self, change: &ProvisionChange, unit: Option<Kind>) -> bool {
        self.takes_place(change) && self.takes_sort(change) && self.takes_kind(change, unit)
    }

    fn takes_place(&self, change: &ProvisionChange) -> bool {
        let within = |wanted: &[Locator], place: &Option<Locator>| {
            place.as_ref().is_some_and(|place| wanted.iter().any(|wanted| wanted.contains(place)))
        };
        (self.old.is_empty() && self.new.is_empty()) || within(&self.old, &change.old) || within(&self.new, &change.new)
    }

    fn takes_sort(&self, change: &ProvisionChange) -> bool {
        let both = change.what == What::MovedAndModified;
        self.only.is_empty()
            || self.only.iter().any(|sort| match sort {
                Sort::What(what @ (What::Moved | What::Modified)) => both || change.what == *what,
                Sort::What(what) => change.what == *what,
                Sort::Reading(kind) => change.readings.iter().any(|reading| reading.kind == *kind),
            })
    }

    fn takes_kind(&self, change: &ProvisionChange, unit: Option<Kind>) -> bool {
        self.kinds.is_empty()
            || self.kinds.iter().any(|kind| match kind {
                KindOf::Unit(kind) => unit == Some(*kind),
                KindOf::Provision(kind) => change.kind == *kind,
                KindOf::Divisions => unit.is_none(),
            })
    }
}
