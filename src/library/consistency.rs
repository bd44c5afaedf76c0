//! Whether what a version says of its own provisions is there.

use std::collections::BTreeSet;

use crate::law::{Fidelity, Kind, Locator, Outline, Placed, Version};
use crate::prose::{FoundReference, references};

/// Something that a version says of itself and that is not so.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Inconsistency {
    /// A statement names a source that is not listed.
    #[error("the evidence names the source '{id}', which is not on its list of sources")]
    NoSource {
        /// The sign.
        id: String,
    },
    /// A place that is named does not exist.
    #[error("{what} names {place}, which the text does not have")]
    NoPlace {
        /// What names it.
        what: &'static str,
        /// The place.
        place: Locator,
    },
    /// A reference leads nowhere.
    #[error("{at}: '{words}' leads to no provision of this text")]
    NoTarget {
        /// Where it stands.
        at: Locator,
        /// The words of the reference.
        words: String,
    },
}

/// Everything in a version that names what is not there.
///
/// References are followed in digests only: official texts are as they are, with their slips.
pub(super) fn inconsistencies(version: &Version) -> Vec<Inconsistency> {
    let outline = Outline::of(version);
    let mut found: Vec<Inconsistency> = Vec::new();
    let sources = version.evidence.unnamed_sources();
    found.extend(sources.into_iter().map(|id| Inconsistency::NoSource { id: id.to_owned() }));
    let stated = version.evidence.stated.iter().flat_map(|one| &one.places).map(|place| ("the evidence", place));
    let corresponding = version.correspondences.iter().flat_map(|one| &one.places);
    let corresponding = corresponding.map(|place| ("a correspondence", place));
    let duties = version.duties.iter().flat_map(|duty| duty.basis.iter().chain(&duty.sanction));
    let duties = duties.map(|place| ("a duty", place));
    let deadlines = version.deadlines.iter().flat_map(|deadline| {
        let governed = deadline.governs.iter().flat_map(|governed| governed.provisions.iter().chain(&governed.except));
        let cases = deadline.as_regards.iter().flat_map(|case| &case.provisions);
        deadline.basis.iter().chain(governed).chain(cases)
    });
    let deadlines = deadlines.map(|place| ("a deadline", place));
    let named: BTreeSet<_> = stated.chain(corresponding).chain(duties).chain(deadlines).collect();
    let missing = named.into_iter().filter(|(_, place)| outline.get(place).is_none());
    found.extend(missing.map(|(what, place)| Inconsistency::NoPlace { what, place: place.clone() }));
    if version.fidelity == Fidelity::Digest && version.source.caution.is_none() {
        found.extend(outline.all().iter().flat_map(|placed| lost(placed, &outline, version)));
    }
    found
}

/// The references of a provision to this act that lead to nothing.
fn lost(placed: &Placed<'_>, outline: &Outline<'_>, version: &Version) -> Vec<Inconsistency> {
    let quoted = std::iter::once(placed).chain(outline.above(placed)).any(|one| one.provision.kind == Kind::Quotation);
    let Some(text) = placed.provision.text.as_deref().filter(|_| !quoted) else { return Vec::new() };
    let leads_nowhere = |found: &FoundReference| {
        found.target.act.is_none() && found.target.address.resolve_from(outline, Some(placed)).is_empty()
    };
    references(text, version.language)
        .into_iter()
        .filter(leads_nowhere)
        .map(|found| Inconsistency::NoTarget {
            at: placed.locator.clone(),
            words: text[found.start..found.end].to_owned(),
        })
        .collect()
}
