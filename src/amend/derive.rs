//! The derived version: a base with amending acts applied, as others know it.

use super::apply::{Applied, apply};
use super::instruction::Orders;
use super::read::instructions;
use crate::law::{AmendingAct, AppliedAct, Date, Derivation, Version};

/// What is said of every derived version.
const CAUTION: &str = "Computed from the base and the amending act, unofficial; no institution has checked it.";
/// What is said of one that lacks some of what was ordered.
const INCOMPLETE: &str = "Incomplete: some orders could not be read or carried out.";

/// A derived version, with the orders of the act and what became of them.
#[derive(Debug, Clone, PartialEq)]
pub struct Derived {
    /// The version.
    pub version: Version,
    /// The orders of the act.
    pub orders: Orders,
    /// What became of them.
    pub applied: Applied,
}

/// Applies an amending act to a version; with `on`, what applies on that day.
///
/// The derived version bears the date and stage of the amending act; with `on`, that day. It is complete where every order
/// for the base was read and carried out.
pub fn derive(base: &Version, act: &Version, on: Option<Date>) -> Derived {
    let orders = instructions(act);
    let applied = apply(base, &orders, on);
    let mut version = applied.version.clone();
    version.date = on.unwrap_or(act.date);
    version.stage = act.stage;
    version.source.document = format!("{} as amended by {}", base.source.document, act.source.document);
    version.source.eli = None;
    version.source.url = None;
    version.source.import = None;
    version.source.edition = None;
    version.source.amended_by.push(AmendingAct {
        celex: act.source.celex.to_string(),
        sign: None,
        title: Some(act.source.document.clone()),
    });
    let taken_up = AppliedAct {
        version: act.name(),
        done: applied.done(),
        not_yet: applied.not_yet(),
        conflicts: applied.conflicts().map(|(place, _)| place.to_string()).collect(),
        unread: orders.unread_for(&base.source.celex).map(|unread| unread.place.to_string()).collect(),
    };
    let mut derivation = base.derived.clone().unwrap_or_else(|| Derivation { base: base.name(), acts: Vec::new() });
    derivation.acts.push(taken_up);
    version.source.caution =
        Some(if derivation.is_complete() { CAUTION.to_owned() } else { format!("{CAUTION} {INCOMPLETE}") });
    version.derived = Some(derivation);
    Derived { version, orders, applied }
}

/// The day up to which orders are carried out to be held against an official version: that from which it is valid. One that
/// takes up an act is never older than that act's entry into force, whatever its text is read to say.
pub fn day_of_proof(official: &Version, act: &Version) -> Date {
    super::entry_into_force(act).map_or(official.date, |day| day.max(official.date))
}
