//! The derived version: a base with amending acts applied, as others know it.

use super::apply::{Applied, apply};
use super::instruction::Orders;
use super::read::instructions;
use crate::law::{AmendingAct, AppliedAct, Date, Derivation, Evidence, Locator, Outline, Statement, Version};

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
    let mut caution = CAUTION.to_owned();
    if !derivation.is_complete() {
        caution.push_str(&format!(" {INCOMPLETE}"));
    }
    if let Some(of_act) = &act.source.caution {
        caution.push_str(&format!(" {}: {of_act}", act.name()));
    }
    version.source.caution = Some(caution);
    version.derived = Some(derivation);
    let touched = touched(&version, act);
    version.evidence.take_up(evidence(&touched, act, base));
    // The provision that says so counts; what it is read with may have changed around it.
    let stays = |basis: &[Locator]| {
        let own = basis.first();
        !own.is_some_and(|place| touched.iter().any(|(by, _)| by.contains(place) || place.contains(by)))
    };
    version.duties.retain(|duty| stays(&duty.basis));
    version.deadlines.retain(|deadline| stays(&deadline.basis));
    let curated = act.deadlines_of.iter().filter(|one| is_of(base, &one.work)).flat_map(|one| &one.deadlines);
    version.deadlines.extend(curated.cloned());
    Derived { version, orders, applied }
}

/// Whether a work, by its short name or CELEX number, is that of a version.
fn is_of(version: &Version, work: &str) -> bool {
    work == version.work || work.eq_ignore_ascii_case(version.source.celex.as_str())
}

/// What an act's evidence says of the version that its orders made: the statements at the places that they wrote, what was
/// kept, what is not known.
fn evidence(touched: &[(Locator, Locator)], act: &Version, base: &Version) -> Evidence {
    let of_base = |work: &str| is_of(base, work);
    let mut stated: Vec<Statement> = Vec::new();
    for (place, instruction) in touched {
        let Some(statement) = act.evidence.statement(instruction) else { continue };
        let same = |known: &Statement| {
            (known.confidence, &known.sources, &known.note)
                == (statement.confidence, &statement.sources, &statement.note)
        };
        match stated.last_mut().filter(|known| same(known)) {
            Some(known) => known.places.push(place.clone()),
            None => stated.push(Statement { places: vec![place.clone()], ..statement.clone() }),
        }
    }
    Evidence {
        sources: act.evidence.sources.clone(),
        stated,
        kept: act.evidence.kept.iter().filter(|one| of_base(&one.work)).cloned().collect(),
        unknown: act.evidence.unknown.iter().filter(|one| of_base(&one.work)).cloned().collect(),
    }
}

/// The places that the orders of an act wrote or deleted, each with the address of the order.
fn touched(version: &Version, act: &Version) -> Vec<(Locator, Locator)> {
    let outline = Outline::of(version);
    let marks = outline.all().iter().flat_map(|placed| {
        let done = placed.provision.amended.iter().chain(&placed.provision.deleted);
        done.filter(|done| done.act == act.source.celex.as_str()).filter_map(|done| {
            let own = done.instruction.as_deref()?.rsplit(" + ").next()?.parse().ok()?;
            Some((placed.locator.clone(), own))
        })
    });
    marks.collect()
}

/// The day up to which orders are carried out to be held against an official version: that from which it is valid. One that
/// takes up an act is never older than that act's entry into force, whatever its text is read to say.
pub fn day_of_proof(official: &Version, act: &Version) -> Date {
    super::entry_into_force(act).map_or(official.date, |day| day.max(official.date))
}
