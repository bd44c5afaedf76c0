//! What a consolidation's own marks say: which units an amending act touched.

use std::collections::BTreeSet;

use lexdelta::law::{Celex, Outline, Version};

/// The units (articles, annexes) that carry a mark of the act, or in which something carries one, by their addresses.
pub fn touched(version: &Version, act: &str) -> BTreeSet<String> {
    touched_by(version, |celex| celex.as_str() == act)
}

/// As [`touched`], for every act that is asked for.
pub fn touched_by(version: &Version, asked_for: impl Fn(&Celex) -> bool) -> BTreeSet<String> {
    let by = |name: &str| Celex::parse(name).is_ok_and(|celex| asked_for(&celex));
    let outline = Outline::of(version);
    let marked = outline.all().iter().filter(|placed| {
        let done = placed.provision.amended.iter().chain(&placed.provision.deleted);
        done.into_iter().any(|done| by(&done.act))
    });
    let mut units = BTreeSet::new();
    for placed in marked {
        match outline.unit_of(placed) {
            Some(unit) => {
                units.insert(unit.locator.to_string());
            }
            // A chapter, a section: the articles in it, where all of it was written anew and not only its heading.
            None if placed.provision.amended.iter().any(|done| by(&done.act) && done.is_of_whole()) => {
                let within = outline.from(&placed.locator).iter().filter(|below| below.provision.kind.is_unit());
                units.extend(within.map(|below| below.locator.to_string()));
            }
            None => {}
        }
    }
    units
}
