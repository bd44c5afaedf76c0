//! The duties and deadlines of a version: curated by hand where it has them, read from the wording where it has none.

use serde::Serialize;

use super::{deadlines, extract};
use crate::law::{Deadline, Duty, Locator, Outline, Version};

/// Where the duties or deadlines of a version come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Origin {
    /// Curated by hand.
    Curated,
    /// Read from the wording.
    Read,
    /// Curated by hand where an amending act left the wording as it was, read from the wording where it did not.
    Both,
}

/// The duties of a version, and where they come from.
pub fn stated_duties(version: &Version) -> (Vec<Duty>, Origin) {
    let read = || extract(version).into_iter().map(|found| found.duty).collect();
    let near = |own: &Locator, place: &Locator| own.contains(place) || place.contains(own);
    stated(version, &version.duties, read, |duty| duty.basis.first(), near)
}

/// The deadlines of a version, and where they come from.
pub fn stated_deadlines(version: &Version) -> (Vec<Deadline>, Origin) {
    // Dates of one article depend on one another: where some are curated, none is read beside them.
    let near = |own: &Locator, place: &Locator| own.segments().first() == place.segments().first();
    stated(version, &version.deadlines, || deadlines(version), |deadline| deadline.basis.first(), near)
}

fn stated<T: Clone>(
    version: &Version,
    curated: &[T],
    read: impl FnOnce() -> Vec<T>,
    basis: impl Fn(&T) -> Option<&Locator>,
    near: impl Fn(&Locator, &Locator) -> bool,
) -> (Vec<T>, Origin) {
    if curated.is_empty() {
        return (read(), Origin::Read);
    }
    if version.derived.is_none() {
        return (curated.to_vec(), Origin::Curated);
    }
    let outline = Outline::of(version);
    let mut all = curated.to_vec();
    let missing = read().into_iter().filter(|one| {
        let Some(place) = basis(one) else { return false };
        is_amended(&outline, place) && !curated.iter().filter_map(&basis).any(|own| near(own, place))
    });
    all.extend(missing.collect::<Vec<_>>());
    (all, Origin::Both)
}

/// Whether an amending act wrote the provision at a place, something that it stands in, or something in it.
fn is_amended(outline: &Outline<'_>, place: &Locator) -> bool {
    let Some(placed) = outline.get(place) else { return false };
    let around = outline.above(placed).any(|above| above.provision.amended.iter().any(|done| done.is_of_whole()));
    around || outline.from(place).iter().any(|below| !below.provision.amended.is_empty())
}
