//! Several versions that can be put beside each other.

use super::name::VersionName;
use super::resolve::{ResolveError, Wanted, pair, single};
use crate::law::{Fidelity, Version};
use crate::library::Library;

/// Versions of one fidelity and language: the first language that has all of them, official wording if all have it, else
/// digests.
///
/// # Errors
/// No such version, or several of one name; no language or no fidelity that all of them have.
pub fn several(library: &Library, names: &[VersionName], wanted: &Wanted) -> Result<Vec<Version>, ResolveError> {
    let mut failed: Option<ResolveError> = None;
    let fidelities = Fidelity::ALL.into_iter().filter(|one| wanted.fidelity.is_none_or(|only| only == *one));
    for language in &wanted.languages {
        for fidelity in fidelities.clone() {
            let wanted = Wanted { languages: vec![*language], fidelity: Some(fidelity), on: wanted.on };
            let found: Result<Vec<Version>, _> = names.iter().map(|name| single(library, name, &wanted)).collect();
            match found {
                // A file is what it is, whatever was asked for.
                Ok(versions) if versions.iter().all(|one| one.language == *language && one.fidelity == fidelity) => {
                    return Ok(versions);
                }
                Ok(_) => {}
                Err(error) => failed = failed.or(Some(error)),
            }
        }
    }
    // The first two that do not go together tell best what is missing.
    if let Some((first, rest)) = names.split_first() {
        for name in rest {
            pair(library, first, name, wanted)?;
        }
    }
    Err(failed.unwrap_or_else(|| ResolveError::Ambiguous {
        name: names.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "),
        candidates: vec!["texts of several languages or fidelities".to_owned()],
    }))
}
