//! Whether the amending acts of a library fit what they amend.

use super::name::VersionName;
use super::resolve::{Wanted, single};
use crate::amend::derive;
use crate::law::{Fidelity, Locator, Version};
use crate::library::Library;

/// An order of an amending act that does not fit what it amends.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{act}, {place}: {why} ({base})")]
pub struct Unfit {
    /// The name of the version of the amending act.
    pub act: String,
    /// The name of the version that it amends.
    pub base: String,
    /// The address of the order.
    pub place: Locator,
    /// What is wrong.
    pub why: String,
}

/// The orders of the digests of amending acts that cannot be read, or whose target is not in what they amend. A work of
/// which the library has no digest is passed over.
pub fn unfit(library: &Library) -> Vec<Unfit> {
    let mut found = Vec::new();
    for work in library.works() {
        for entry in library.entries(&work.name).into_iter().filter(|_| !work.amends.is_empty()) {
            let Ok(act) = library.load(entry) else { continue };
            if act.fidelity != Fidelity::Digest {
                continue;
            }
            for base in work.amends.iter().filter_map(|name| base_of(library, name, &act)) {
                found.extend(against(&act, &base));
            }
        }
    }
    found
}

/// The digest of a work that was in force when an act was drawn up.
fn base_of(library: &Library, name: &str, act: &Version) -> Option<Version> {
    let name: VersionName = library.work(name)?.name.parse().ok()?;
    let wanted = Wanted { languages: vec![act.language], fidelity: Some(Fidelity::Digest), on: act.date };
    single(library, &name, &wanted).ok()
}

fn against(act: &Version, base: &Version) -> Vec<Unfit> {
    let derived = derive(base, act, None);
    let fault = |place: &Locator, why: String| Unfit { act: act.name(), base: base.name(), place: place.clone(), why };
    let conflicts = derived.applied.conflicts().map(|(place, conflict)| fault(place, conflict.to_string()));
    let unread = derived.orders.unread_for(&base.source.celex);
    conflicts.chain(unread.map(|one| fault(&one.place, format!("not read: {}", one.text)))).collect()
}
