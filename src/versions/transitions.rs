//! Transitions: a base, an amending act and the official result, by which the reading and applying of orders is proved.

use std::path::Path;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::name::{VersionName, VersionNameError};
use super::resolve::{ResolveError, Wanted, of_language};
use crate::amend::{Proof, day_of_proof, derive, prove};
use crate::law::{Language, Stage, Version};
use crate::library::Library;

/// A base, an amending act, and what the official editors made of both.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Transition {
    /// The version that is amended: a version's name, or `CELEX/DATE` with the act's own date for texts of the Official
    /// Journal.
    pub before: String,
    /// The amending act.
    pub amending: String,
    /// The official result.
    pub after: String,
}

/// A transition in one language, and how the derived version compares with the official one.
#[derive(Debug)]
pub struct Proved {
    /// The transition.
    pub transition: Transition,
    /// The language.
    pub language: Language,
    /// The proof, or why there is none.
    pub proof: Result<Proof, TransitionError>,
}

/// A list of transitions that cannot be read, or one whose versions are not there.
#[derive(Debug, thiserror::Error)]
pub enum TransitionError {
    /// The file cannot be read.
    #[error("{path}: {source}")]
    Unreadable {
        /// The file.
        path: String,
        /// What the system says.
        source: std::io::Error,
    },
    /// The file holds something else.
    #[error("{path}: expected a list of objects with 'before', 'amending' and 'after': {source}")]
    Malformed {
        /// The file.
        path: String,
        /// What is wrong with it.
        source: serde_json::Error,
    },
    /// Something that names no version.
    #[error(transparent)]
    Name(#[from] VersionNameError),
    /// A version that is not there.
    #[error(transparent)]
    Version(#[from] ResolveError),
}

/// Reads a list of transitions.
///
/// # Errors
/// A file that cannot be read or holds something else.
pub fn transitions(path: &Path) -> Result<Vec<Transition>, TransitionError> {
    let name = path.display().to_string();
    let text =
        std::fs::read_to_string(path).map_err(|source| TransitionError::Unreadable { path: name.clone(), source })?;
    serde_json::from_str(&text).map_err(|source| TransitionError::Malformed { path: name, source })
}

/// Proves transitions in each of the languages in which the library has all three versions, on all processors; `done` is
/// called after each. A transition that is there in no language fails once.
pub fn prove_all(library: &Library, list: &[Transition], wanted: &Wanted, done: impl Fn() + Sync) -> Vec<Proved> {
    let proved: Vec<Vec<Proved>> = list
        .par_iter()
        .map(|transition| {
            let each =
                wanted.languages.par_iter().map(|language| (*language, one(library, transition, *language, wanted)));
            let each: Vec<_> = each.collect();
            done();
            let any = each.iter().any(|(_, proof)| proof.is_ok());
            let kept = each.into_iter().enumerate().filter(|(at, (_, proof))| proof.is_ok() || (!any && *at == 0));
            kept.map(|(_, (language, proof))| Proved { transition: transition.clone(), language, proof }).collect()
        })
        .collect();
    proved.into_iter().flatten().collect()
}

fn one(
    library: &Library,
    transition: &Transition,
    language: Language,
    wanted: &Wanted,
) -> Result<Proof, TransitionError> {
    let find = |name: &str| version(library, name, language, wanted);
    let (base, act, official) = (find(&transition.before)?, find(&transition.amending)?, find(&transition.after)?);
    let on = Some(day_of_proof(&official, &act));
    let derived = derive(&base, &act, on);
    Ok(prove(&base, &derived.orders, &derived.applied, &official, on))
}

fn version(library: &Library, name: &str, language: Language, wanted: &Wanted) -> Result<Version, TransitionError> {
    let typed: VersionName = name.replacen('/', "@", 1).parse()?;
    match of_language(library, &typed, language, wanted) {
        Ok(version) => Ok(version),
        // Texts of the Official Journal may be named by the date of the act.
        Err(error) => {
            let VersionName::Of { work, date: Some(day), .. } = typed else { return Err(error.into()) };
            let journal = VersionName::Of { work, date: None, stage: Some(Stage::Oj) };
            let found = of_language(library, &journal, language, wanted).ok();
            found.filter(|version| version.source.act_date == Some(day)).ok_or_else(|| error.into())
        }
    }
}
