//! What can go wrong in the library.

use std::fmt;
use std::path::PathBuf;

use super::consistency::Inconsistency;
use crate::law::{Date, Defect, Stage};

/// Where a file of the library is kept.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// Compiled into the program, under this name.
    BuiltIn(String),
    /// A file on disk.
    File(PathBuf),
}

impl serde::Serialize for Place {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Place::BuiltIn(name) => write!(f, "compiled-in texts/{name}"),
            Place::File(path) => write!(f, "{}", path.display()),
        }
    }
}

/// A file of the library that cannot be read or written.
#[derive(Debug, thiserror::Error)]
pub enum LibraryError {
    /// The system refuses.
    #[error("{}: {source}", path.display())]
    Unreadable {
        /// The file or folder.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// The system refuses.
    #[error("{}: cannot be written: {source}; the library is as it was", path.display())]
    Unwritable {
        /// The file or folder.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// The file is not what the format asks for.
    #[error("{place}, line {line}, column {column}: {cause}")]
    Damaged {
        /// The file.
        place: Place,
        /// The line, from 1.
        line: usize,
        /// The column, from 1.
        column: usize,
        /// What is wrong.
        cause: String,
    },
    /// The file can be read but contradicts the model.
    #[error("{place}: {defect}")]
    Unsound {
        /// The file.
        place: Place,
        /// The first contradiction.
        defect: Defect,
    },
    /// The file holds another version than its name says.
    #[error("{place}: the file holds {says}; rename it, or import the official file again")]
    Misnamed {
        /// The file.
        place: Place,
        /// What it holds.
        says: String,
    },
    /// Another text of the same version is there already.
    #[error("{place}: the library has another text of {version}; --replace puts this one in its place")]
    Different {
        /// The file.
        place: Place,
        /// The version's name.
        version: String,
    },
    /// No folder to write to.
    #[error("no folder for the library: name one with --library or LEXDELTA_LIBRARY")]
    NoFolder,
    /// The file says something of its own text that is not so.
    #[error("{place}: {what}")]
    Inconsistent {
        /// The file.
        place: Place,
        /// What is not so.
        what: Inconsistency,
    },
    /// A stage of a work's timeline of which the library has no text and does not say why.
    #[error(
        "{work}: the timeline has the stage '{stage}' of {date}; add its text, or say in \"no-text\" why there is none"
    )]
    NoStage {
        /// The work.
        work: String,
        /// The stage.
        stage: Stage,
        /// Its day.
        date: Date,
    },
    /// A version in a folder without a work.
    #[error("{place}: no work.json says what '{work}' is")]
    NoWork {
        /// The file.
        place: Place,
        /// The name of the folder.
        work: String,
    },
}
