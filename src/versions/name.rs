//! How versions are named on the command line.

use std::path::PathBuf;
use std::str::FromStr;

use crate::law::{Date, Stage};

/// The name of a version: `ai-act@oj`, `ai-act@2026-07-27`, `32024R1689@2024-07-12.consolidated`, `ai-act`,
/// `ai-act+omnibus-ai@oj`, or the path of a JSON file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum VersionName {
    /// A version of a work.
    Of {
        /// The short name or the CELEX number of the work.
        work: String,
        /// Its date.
        date: Option<Date>,
        /// Its stage.
        stage: Option<Stage>,
    },
    /// A file that holds a version.
    File(PathBuf),
    /// A version computed from a base and amending acts: `ai-act+omnibus-ai@oj`, `ai-act@oj+omnibus-ai@oj`. A base without
    /// a date or stage is the one in force when the first of the acts was made.
    Derived {
        /// The version that is amended.
        base: Box<VersionName>,
        /// The amending acts, in the order in which they are applied.
        acts: Vec<VersionName>,
    },
}

/// The text names no version.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum VersionNameError {
    /// A word after `@` that is neither a date nor a stage.
    #[error("'{found}' in '{name}' is neither a date (YYYY-MM-DD) nor a stage ({})", stages())]
    Unknown {
        /// The whole name.
        name: String,
        /// The word.
        found: String,
    },
    /// Nothing before `@`.
    #[error("'{0}': the name of a work is missing, as in ai-act@oj")]
    NoWork(String),
}

fn stages() -> String {
    Stage::ALL.map(Stage::name).join(", ")
}

impl FromStr for VersionName {
    type Err = VersionNameError;

    fn from_str(text: &str) -> Result<VersionName, VersionNameError> {
        if text.ends_with(".json") {
            return Ok(VersionName::File(PathBuf::from(text)));
        }
        if let Some((base, acts)) = text.split_once('+') {
            let acts = acts.split('+').map(VersionName::from_str).collect::<Result<Vec<_>, _>>()?;
            return Ok(VersionName::Derived { base: Box::new(base.parse()?), acts });
        }
        let (work, at) = text.split_once('@').map_or((text, None), |(work, at)| (work, Some(at)));
        if work.is_empty() {
            return Err(VersionNameError::NoWork(text.to_owned()));
        }
        let (mut date, mut stage) = (None, None);
        if let Some(at) = at {
            let unknown = |found: &str| VersionNameError::Unknown { name: text.to_owned(), found: found.to_owned() };
            let (first, second) = at.split_once('.').map_or((at, None), |(first, second)| (first, Some(second)));
            match (first.parse::<Date>(), Stage::from_name(first)) {
                (Ok(day), _) => date = Some(day),
                (_, Some(known)) if second.is_none() => stage = Some(known),
                _ => return Err(unknown(first)),
            }
            if let Some(second) = second {
                stage = Some(Stage::from_name(second).ok_or_else(|| unknown(second))?);
            }
        }
        Ok(VersionName::Of { work: work.to_owned(), date, stage })
    }
}

impl std::fmt::Display for VersionName {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            VersionName::File(path) => write!(f, "{}", path.display()),
            VersionName::Derived { base, acts } => {
                base.fmt(f)?;
                acts.iter().try_for_each(|act| write!(f, "+{act}"))
            }
            VersionName::Of { work, date, stage } => {
                let at = [date.map(|date| date.to_string()), stage.map(|stage| stage.to_string())];
                let at: Vec<String> = at.into_iter().flatten().collect();
                if at.is_empty() { f.write_str(work) } else { write!(f, "{work}@{}", at.join(".")) }
            }
        }
    }
}
