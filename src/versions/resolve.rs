//! Looking up versions by their names.

use super::name::VersionName;
use crate::amend::derive;
use crate::law::{Date, Fidelity, Language, Stage, Version};
use crate::library::{Entry, Library, LibraryError, Place, read_version};

/// What is asked for beside the names.
#[derive(Debug, Clone)]
pub struct Wanted {
    /// The languages of the text that will do, the best one first.
    pub languages: Vec<Language>,
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
    #[error("the library has no work named '{name}'")]
    NoWork {
        /// The name.
        name: String,
        /// The names that there are.
        known: Vec<String>,
    },
    /// No such version.
    #[error("{name} is not in the library{}", wanted_words(languages, *fidelity))]
    NoVersion {
        /// The name.
        name: String,
        /// The languages asked for.
        languages: Vec<Language>,
        /// The fidelity asked for.
        fidelity: Option<Fidelity>,
        /// The versions of the work that there are.
        candidates: Vec<String>,
    },
    /// Several versions.
    #[error("{name} can be {}", candidates.join(" or "))]
    Ambiguous {
        /// The name.
        name: String,
        /// All of them.
        candidates: Vec<String>,
    },
    /// One side is official wording, the other a digest.
    #[error("{old} is {old_fidelity} and {new} is {new_fidelity}: every word would differ, so they are not compared")]
    Fidelity {
        /// The name of the old version.
        old: String,
        /// Whose words it holds.
        old_fidelity: Fidelity,
        /// The name of the new version.
        new: String,
        /// Whose words it holds.
        new_fidelity: Fidelity,
    },
    /// No language has both sides.
    #[error(
        "{old} is in the library in {} and {new} in {}: only texts of one language can be compared",
        list(old_languages),
        list(new_languages)
    )]
    Languages {
        /// The name of the old version.
        old: String,
        /// The languages in which it is there.
        old_languages: Vec<Language>,
        /// The name of the new version.
        new: String,
        /// The languages in which it is there.
        new_languages: Vec<Language>,
    },
    /// The act does not amend the base.
    #[error("{act} has no orders for {base}, as far as they can be read")]
    NoOrders {
        /// The name of the act.
        act: String,
        /// The name of the base.
        base: String,
    },
    /// A file that cannot be read.
    #[error(transparent)]
    Library(#[from] LibraryError),
}

fn wanted_words(languages: &[Language], fidelity: Option<Fidelity>) -> String {
    let languages =
        if languages.len() == Language::ALL.len() { String::new() } else { format!(" in {}", list(languages)) };
    fidelity.map_or(languages.clone(), |fidelity| format!("{languages} as {fidelity}"))
}

fn list(languages: &[Language]) -> String {
    languages.iter().map(|language| language.code()).collect::<Vec<_>>().join(", ")
}

/// The texts of one version in one language, at most one of each fidelity.
type Texts = Vec<Version>;

/// The version of that name in the first language that has it; official wording before a digest.
///
/// # Errors
/// No such version, or several.
pub fn single(library: &Library, name: &VersionName, wanted: &Wanted) -> Result<Version, ResolveError> {
    if let VersionName::File(path) = name {
        return Ok(read_version(path)?);
    }
    for language in languages(library, name, &wanted.languages)? {
        match of_language(library, name, language, wanted) {
            Err(ResolveError::NoVersion { .. }) => {}
            found => return found,
        }
    }
    Err(no_version(library, name, &wanted.languages, wanted.fidelity))
}

/// The version of that name in a language; official wording before a digest.
pub(super) fn of_language(
    library: &Library,
    name: &VersionName,
    language: Language,
    wanted: &Wanted,
) -> Result<Version, ResolveError> {
    let mut texts = texts(library, name, language, wanted)?;
    texts.sort_by_key(|version| version.fidelity);
    texts.into_iter().next().ok_or_else(|| no_version(library, name, &wanted.languages, wanted.fidelity))
}

/// Two versions of one fidelity and language: the first language that has both, official wording if both sides have
/// it, else digests.
///
/// # Errors
/// No such version, or several; no language or no fidelity that both sides have.
pub fn pair(library: &Library, old: &VersionName, new: &VersionName, wanted: &Wanted) -> Result<Pair, ResolveError> {
    let (old_file, new_file) = rayon::join(|| file(old), || file(new));
    let (mut old_file, mut new_file) = (old_file?, new_file?);
    let there = |name: &VersionName, file: &Option<Version>| match file {
        Some(version) => Ok(vec![version.language]),
        None => languages(library, name, &wanted.languages),
    };
    let (old_languages, new_languages) = (there(old, &old_file)?, there(new, &new_file)?);
    for (name, there) in [(old, &old_languages), (new, &new_languages)] {
        if there.is_empty() {
            return Err(no_version(library, name, &wanted.languages, wanted.fidelity));
        }
    }
    let mut mixed = None;
    for language in old_languages.iter().copied().filter(|language| new_languages.contains(language)) {
        let side = |name: &VersionName, file: &mut Option<Version>| match file.take() {
            Some(version) => Ok(vec![version]),
            None => texts(library, name, language, wanted),
        };
        let (olds, news) = rayon::join(|| side(old, &mut old_file), || side(new, &mut new_file));
        match matching(olds?, news?) {
            Ok(pair) => return Ok(pair),
            Err(error) => mixed = mixed.or(error),
        }
    }
    Err(mixed.unwrap_or_else(|| ResolveError::Languages {
        old: old.to_string(),
        old_languages,
        new: new.to_string(),
        new_languages,
    }))
}

/// The version in the file that a name is, if it is one.
fn file(name: &VersionName) -> Result<Option<Version>, ResolveError> {
    match name {
        VersionName::File(path) => Ok(Some(read_version(path)?)),
        VersionName::Of { .. } | VersionName::Derived { .. } => Ok(None),
    }
}

/// The pair of one fidelity; else what is in the way, unless a side has no text at all.
fn matching(mut olds: Texts, mut news: Texts) -> Result<Pair, Option<ResolveError>> {
    for fidelity in Fidelity::ALL {
        let at = |versions: &[Version]| versions.iter().position(|version| version.fidelity == fidelity);
        if let (Some(i), Some(j)) = (at(&olds), at(&news)) {
            return Ok(Pair { old: olds.swap_remove(i), new: news.swap_remove(j) });
        }
    }
    let (Some(old), Some(new)) = (olds.first(), news.first()) else { return Err(None) };
    Err(Some(ResolveError::Fidelity {
        old: old.name(),
        old_fidelity: old.fidelity,
        new: new.name(),
        new_fidelity: new.fidelity,
    }))
}

/// Those of the languages, in their order, in which the named version is there.
fn languages(library: &Library, name: &VersionName, wanted: &[Language]) -> Result<Vec<Language>, ResolveError> {
    if let VersionName::Derived { base, acts } = name {
        let mut there = wanted.to_vec();
        for part in std::iter::once(base.as_ref()).chain(acts) {
            there = match file(part)? {
                Some(version) => there.into_iter().filter(|language| *language == version.language).collect(),
                None => languages(library, part, &there)?,
            };
            if there.is_empty() {
                return Err(no_version(library, part, wanted, None));
            }
        }
        return Ok(there);
    }
    let entries = entries(library, name)?;
    let there = |language: &Language| entries.iter().any(|entry| entry.language == *language);
    Ok(wanted.iter().copied().filter(there).collect())
}

/// The entries of the library that the name can mean, in every language.
fn entries<'l>(library: &'l Library, name: &VersionName) -> Result<Vec<&'l Entry>, ResolveError> {
    let VersionName::Of { work, date, stage } = name else { return Ok(Vec::new()) };
    let Some(work) = library.work(work) else {
        let known = library.with_texts();
        return Err(ResolveError::NoWork { name: work.clone(), known });
    };
    let all = library.entries(&work.name);
    // The Official Journal publishes an act as it was adopted.
    let adopted =
        |language: Language| all.iter().any(|other| other.stage == Stage::Adopted && other.language == language);
    let as_adopted = |entry: &Entry| entry.stage == Stage::Oj && !adopted(entry.language);
    let fits = |entry: &&Entry| {
        date.is_none_or(|date| entry.date == date)
            && stage.is_none_or(|stage| entry.stage == stage || (stage == Stage::Adopted && as_adopted(entry)))
    };
    Ok(all.iter().copied().filter(fits).collect())
}

/// The texts of the one version that the name means in a language; the user's own in place of one compiled in.
fn texts(library: &Library, name: &VersionName, language: Language, wanted: &Wanted) -> Result<Texts, ResolveError> {
    match name {
        VersionName::Derived { base, acts } => return derived(library, base, acts, language, wanted),
        VersionName::File(path) => {
            let version = read_version(path)?;
            return Ok(if version.language == language { vec![version] } else { Vec::new() });
        }
        VersionName::Of { .. } => {}
    }
    let mut entries = entries(library, name)?;
    entries.retain(|entry| entry.language == language);
    if matches!(name, VersionName::Of { date: None, stage: None, .. }) {
        entries = in_force(&entries, wanted.on);
    }
    let mut texts: Texts = Vec::new();
    // What is compiled in comes first, so that a user's own text can take its place.
    entries.sort_by_key(|entry| matches!(entry.place, Place::File(_)));
    for entry in entries {
        let version = library.load(entry)?;
        if wanted.fidelity.is_some_and(|fidelity| version.fidelity != fidelity) {
            continue;
        }
        texts.retain(|known| {
            (known.date, known.stage, known.fidelity) != (version.date, version.stage, version.fidelity)
        });
        texts.push(version);
    }
    let mut names: Vec<String> = texts.iter().map(Version::name).collect();
    names.sort();
    names.dedup();
    if names.len() > 1 {
        return Err(ResolveError::Ambiguous { name: name.to_string(), candidates: names });
    }
    Ok(texts)
}

/// The versions computed from a base and amending acts, one for each fidelity that all of them have.
fn derived(
    library: &Library,
    base: &VersionName,
    acts: &[VersionName],
    language: Language,
    wanted: &Wanted,
) -> Result<Texts, ResolveError> {
    let acts = acts.iter().map(|act| texts(library, act, language, wanted)).collect::<Result<Vec<Texts>, _>>()?;
    // The base alone is the one that the first of the acts found.
    let first = acts.first().and_then(|texts| texts.first()).map_or(wanted.on, |act| act.date);
    let bases = texts(library, base, language, &Wanted { on: first, ..wanted.clone() })?;
    let mut all = Texts::new();
    for base in bases {
        let same = |texts: &Texts| texts.iter().find(|act| act.fidelity == base.fidelity).cloned();
        let Some(acts) = acts.iter().map(same).collect::<Option<Vec<Version>>>() else { continue };
        let mut version = base;
        for act in acts {
            version = apply_to(version, &act)?;
        }
        all.push(version);
    }
    Ok(all)
}

fn apply_to(base: Version, act: &Version) -> Result<Version, ResolveError> {
    let derived = derive(&base, act, None);
    // An act of which only reports are known has no orders, and still says what is not known.
    let tells = derived.version.evidence.unknown.len() > base.evidence.unknown.len();
    if derived.applied.outcomes.is_empty() && !tells {
        return Err(ResolveError::NoOrders { act: act.name(), base: base.name() });
    }
    Ok(derived.version)
}

/// The latest published text up to a day: the Official Journal's, or a consolidation.
fn in_force<'e>(entries: &[&'e Entry], on: Date) -> Vec<&'e Entry> {
    let published = |entry: &&&Entry| matches!(entry.stage, Stage::Oj | Stage::Consolidated) && entry.date <= on;
    let latest = entries.iter().filter(published).map(|entry| (entry.date, entry.stage)).max();
    entries.iter().filter(|entry| Some((entry.date, entry.stage)) == latest).copied().collect()
}

fn no_version(
    library: &Library,
    name: &VersionName,
    languages: &[Language],
    fidelity: Option<Fidelity>,
) -> ResolveError {
    let work = match name {
        VersionName::Of { work, .. } => library.work(work).map(|work| work.name.clone()).unwrap_or_default(),
        VersionName::File(_) | VersionName::Derived { .. } => String::new(),
    };
    let mut candidates: Vec<String> =
        library.entries(&work).iter().map(|entry| format!("{} ({})", entry.name(), entry.language)).collect();
    candidates.dedup();
    ResolveError::NoVersion { name: name.to_string(), languages: languages.to_vec(), fidelity, candidates }
}
