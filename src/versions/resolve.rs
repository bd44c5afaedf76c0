//! Looking up versions by their names.

use super::name::VersionName;
use crate::law::{Date, Fidelity, Language, Stage, Version};
use crate::library::{Entry, Library, LibraryError, read_version};

/// What is asked for beside the names.
#[derive(Debug, Clone, Copy)]
pub struct Wanted {
    /// The language of the text.
    pub language: Language,
    /// The only fidelity that is accepted.
    pub fidelity: Option<Fidelity>,
    /// The day for which a work's name alone stands.
    pub on: Date,
}

/// Two versions that can be compared.
#[derive(Debug)]
pub struct Pair {
    /// The earlier.
    pub old: Version,
    /// The later.
    pub new: Version,
}

/// A name that leads to no version, or to several.
#[derive(Debug, thiserror::Error)]
pub enum ResolveError {
    /// No such work.
    #[error("the library has no work named '{name}'; it has {}", known.join(", "))]
    NoWork {
        /// The name.
        name: String,
        /// The names that there are.
        known: Vec<String>,
    },
    /// No such version.
    #[error("{name} is not in the library in {language}{}; it has {}", fidelity_words(*.fidelity), list(candidates))]
    NoVersion {
        /// The name.
        name: String,
        /// The language.
        language: Language,
        /// The fidelity asked for.
        fidelity: Option<Fidelity>,
        /// The versions that there are.
        candidates: Vec<String>,
    },
    /// Several versions.
    #[error("{name} can be {}: name one of them", candidates.join(" or "))]
    Ambiguous {
        /// The name.
        name: String,
        /// All of them.
        candidates: Vec<String>,
    },
    /// One side is official wording, the other a digest.
    #[error("{old} is {old_fidelity} and {new} is {new_fidelity}: every word would differ, so they are not compared; import the official file of {digest} with lexdelta import, or compare digests with --fidelity digest")]
    Fidelity {
        /// The name of the old version.
        old: String,
        /// Whose words it holds.
        old_fidelity: Fidelity,
        /// The name of the new version.
        new: String,
        /// Whose words it holds.
        new_fidelity: Fidelity,
        /// The one that is a digest.
        digest: String,
    },
    /// Versions in two languages.
    #[error("{old} is in {old_language} and {new} in {new_language}: only texts of one language can be compared")]
    Languages {
        /// The name of the old version.
        old: String,
        /// Its language.
        old_language: Language,
        /// The name of the new version.
        new: String,
        /// Its language.
        new_language: Language,
    },
    /// A file that cannot be read.
    #[error(transparent)]
    Library(#[from] LibraryError),
}

fn fidelity_words(fidelity: Option<Fidelity>) -> String {
    fidelity.map(|fidelity| format!(" as {fidelity}")).unwrap_or_default()
}

fn list(candidates: &[String]) -> String {
    if candidates.is_empty() { "no version of it; lexdelta import adds official files".to_owned() } else { candidates.join(", ") }
}

/// The version of that name; official wording before a digest.
///
/// # Errors
/// No such version, or several.
pub fn single(library: &Library, name: &VersionName, wanted: &Wanted) -> Result<Version, ResolveError> {
    let found = candidates(library, name, wanted)?;
    found.into_iter().next_back().ok_or_else(|| ResolveError::NoVersion {
        name: name.to_string(),
        language: wanted.language,
        fidelity: wanted.fidelity,
        candidates: Vec::new(),
    })
}

/// Two versions of one fidelity and language: official wording if both sides have it, else digests.
///
/// # Errors
/// No such version, or several; only one side in the same fidelity or language.
pub fn pair(library: &Library, old: &VersionName, new: &VersionName, wanted: &Wanted) -> Result<Pair, ResolveError> {
    let (olds, news) = rayon::join(|| candidates(library, old, wanted), || candidates(library, new, wanted));
    let (mut olds, mut news) = (olds?, news?);
    for fidelity in [Fidelity::Verbatim, Fidelity::Digest] {
        let at = |versions: &[Version]| versions.iter().position(|version| version.fidelity == fidelity);
        if let (Some(i), Some(j)) = (at(&olds), at(&news)) {
            let (old, new) = (olds.swap_remove(i), news.swap_remove(j));
            if old.language != new.language {
                return Err(ResolveError::Languages {
                    old: old.name(),
                    old_language: old.language,
                    new: new.name(),
                    new_language: new.language,
                });
            }
            return Ok(Pair { old, new });
        }
    }
    let (old, new) = (&olds[0], &news[0]);
    let digest = if old.fidelity == Fidelity::Digest { old } else { new };
    Err(ResolveError::Fidelity {
        old: old.name(),
        old_fidelity: old.fidelity,
        new: new.name(),
        new_fidelity: new.fidelity,
        digest: digest.name(),
    })
}

/// The texts of the one version that the name means, digest first; never empty.
fn candidates(library: &Library, name: &VersionName, wanted: &Wanted) -> Result<Vec<Version>, ResolveError> {
    let (work, date, stage) = match name {
        VersionName::File(path) => return Ok(vec![read_version(path)?]),
        VersionName::Of { work, date, stage } => (work, *date, *stage),
    };
    let Some(work) = library.work(work) else {
        let known = library.works().into_iter().map(|work| work.name.clone()).collect();
        return Err(ResolveError::NoWork { name: work.clone(), known });
    };
    let all = library.entries(&work.name);
    let fits = |entry: &&&Entry| {
        entry.language == wanted.language
            && date.is_none_or(|date| entry.date == date)
            && stage.is_none_or(|stage| entry.stage == stage)
    };
    let mut found: Vec<&Entry> = all.iter().filter(fits).copied().collect();
    if date.is_none() && stage.is_none() {
        found = in_force(&found, wanted.on);
    }
    let mut loaded = Vec::new();
    for entry in &found {
        let version = library.load(entry)?;
        if wanted.fidelity.is_none_or(|fidelity| version.fidelity == fidelity) {
            loaded.push(version);
        }
    }
    let mut names: Vec<String> = loaded.iter().map(Version::name).collect();
    names.dedup();
    match names.len() {
        0 => {
            let mut candidates: Vec<String> =
                all.iter().map(|entry| format!("{}@{}.{} ({})", entry.work, entry.date, entry.stage, entry.language)).collect();
            candidates.dedup();
            Err(ResolveError::NoVersion { name: name.to_string(), language: wanted.language, fidelity: wanted.fidelity, candidates })
        }
        1 => {
            loaded.sort_by_key(|version| std::cmp::Reverse(version.fidelity));
            Ok(loaded)
        }
        _ => Err(ResolveError::Ambiguous { name: name.to_string(), candidates: names }),
    }
}

/// The latest published text up to a day: the Official Journal's, or a consolidation.
fn in_force<'e>(entries: &[&'e Entry], on: Date) -> Vec<&'e Entry> {
    let published = |entry: &&&Entry| matches!(entry.stage, Stage::Oj | Stage::Consolidated) && entry.date <= on;
    let latest = entries.iter().filter(published).map(|entry| (entry.date, entry.stage)).max();
    entries.iter().filter(|entry| Some((entry.date, entry.stage)) == latest).copied().collect()
}
