//! What can go wrong in a command, and what can be done about it.

use std::path::PathBuf;

use lexdelta::check::DocumentError;
use lexdelta::import::ImportError;
use lexdelta::law::{Language, Locator};
use lexdelta::library::LibraryError;
use lexdelta::prose::{Unresolved, citation};
use lexdelta::versions::{ResolveError, TransitionError};

/// A command that failed.
#[derive(Debug, thiserror::Error)]
pub enum CliError {
    /// A version that is not there.
    #[error(transparent)]
    Version(#[from] ResolveError),
    /// A list of transitions.
    #[error(transparent)]
    Transitions(#[from] TransitionError),
    /// A provision that is not there.
    #[error(transparent)]
    Provision(#[from] Unresolved),
    /// A file of the library.
    #[error(transparent)]
    Library(#[from] LibraryError),
    /// An official file.
    #[error(transparent)]
    Import(#[from] ImportError),
    /// A letter.
    #[error(transparent)]
    Letter(#[from] lexdelta::check::DocumentError),
    /// Several official files at once.
    #[error("{failed} of {all} files could not be imported; the library is as it was")]
    Imports {
        /// How many failed.
        failed: usize,
        /// How many there were.
        all: usize,
    },
    /// A work that is not in the library.
    #[error("the library has no work named '{name}'")]
    Work {
        /// The name.
        name: String,
        /// The names that there are.
        known: Vec<String>,
    },
    /// Arguments that do not go together.
    #[error("{0}")]
    Usage(String),
    /// Output that cannot be written.
    #[error("{}: cannot be written: {source}", path.display())]
    Output {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// Standard output that cannot be written.
    #[error("standard output: {0}")]
    Stdout(std::io::Error),
    /// The reader of standard output went away, which is no failure.
    #[error("standard output was closed")]
    Closed,
}

impl CliError {
    /// The error for a write to standard output.
    pub fn of_stdout(error: std::io::Error) -> CliError {
        if error.kind() == std::io::ErrorKind::BrokenPipe { CliError::Closed } else { CliError::Stdout(error) }
    }

    /// The exit code of the process: 2 for wrong usage, 1 for everything else.
    pub fn code(&self) -> u8 {
        if matches!(self, CliError::Usage(_)) { 2 } else { 1 }
    }

    /// What the user can do about it, a line each.
    pub fn hints(&self) -> Vec<String> {
        match self {
            CliError::Version(error) => version_hints(error),
            CliError::Work { known, .. } => vec![format!("one of {}", known.join(", "))],
            CliError::Provision(Unresolved::Nowhere { nearest, version, .. }) if !nearest.is_empty() => {
                let nearest = cited(nearest);
                vec![format!("one of {} in {version}", nearest.join("; "))]
            }
            CliError::Provision(Unresolved::Several { candidates, .. }) => {
                vec![format!("one of {}", cited(candidates).join("; "))]
            }
            CliError::Provision(Unresolved::Nowhere { version, .. }) => {
                vec![format!("lexdelta show {version}, which prints every provision with its address")]
            }
            CliError::Library(error) => library_hints(error),
            CliError::Import(error) => import_hints(error),
            CliError::Letter(error) => letter_hints(error),
            CliError::Imports { failed, all } if failed < all => {
                vec!["--keep-going, which imports the files that can be read".to_owned()]
            }
            _ => Vec::new(),
        }
    }
}

/// Addresses as they can be typed.
fn cited(locators: &[Locator]) -> Vec<String> {
    locators.iter().map(|locator| format!("'{}'", citation(locator, Language::En))).collect()
}

fn version_hints(error: &ResolveError) -> Vec<String> {
    match error {
        ResolveError::NoWork { known, .. } => vec![
            format!("one of {}", known.join(", ")),
            "lexdelta import FILE, which adds an official file to your library".to_owned(),
        ],
        ResolveError::NoVersion { candidates, .. } if candidates.is_empty() => {
            vec!["lexdelta import FILE, which adds an official file to your library".to_owned()]
        }
        ResolveError::NoVersion { candidates, .. } => vec![format!("one of {}", candidates.join(", "))],
        ResolveError::Ambiguous { candidates, .. } => vec![format!("one of {}", candidates.join(", "))],
        ResolveError::Fidelity { .. } => vec![
            "--fidelity digest, where both sides have a digest".to_owned(),
            "lexdelta import FILE, with the official file of the side that is a digest".to_owned(),
        ],
        ResolveError::Languages { .. } => {
            vec!["lexdelta import FILE, with the file in the language of the other side".to_owned()]
        }
        ResolveError::NoOrders { act, .. } => {
            vec![format!("lexdelta instructions {act}, which lists its orders and what could not be read")]
        }
        ResolveError::Library(error) => library_hints(error),
    }
}

fn import_hints(error: &ImportError) -> Vec<String> {
    match error {
        ImportError::UnknownProcedure { procedure, .. } => vec![
            "lexdelta import FILE, with the act itself from the Official Journal, where it is published".to_owned(),
            format!("then \"procedure\": \"{procedure}\" in the work.json of that act in your library"),
        ],
        _ => Vec::new(),
    }
}

fn letter_hints(error: &DocumentError) -> Vec<String> {
    match error {
        DocumentError::Pdf { .. } => {
            vec!["a PDF with a text layer, as a program for text recognition makes of a scan".to_owned()]
        }
        DocumentError::Encoding { .. } => vec!["the letter saved as UTF-8".to_owned()],
        DocumentError::NoLetter { .. } => vec!["the letter saved as text, DOCX or PDF".to_owned()],
        _ => Vec::new(),
    }
}

fn library_hints(error: &LibraryError) -> Vec<String> {
    match error {
        LibraryError::Damaged { .. } | LibraryError::Unsound { .. } => vec![
            "mend the file, or move it away and import the official file again".to_owned(),
            "lexdelta verify, which lists every damaged file".to_owned(),
        ],
        LibraryError::Unwritable { .. } => vec!["--library FOLDER, with a folder that you can write to".to_owned()],
        LibraryError::Different { .. } => vec![
            "--replace, which puts the new text in its place".to_owned(),
            "lexdelta diff, with the JSON file that is named here, to see what differs".to_owned(),
        ],
        _ => Vec::new(),
    }
}
