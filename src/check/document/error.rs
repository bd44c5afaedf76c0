//! Why a letter could not be read.

use std::path::PathBuf;

use crate::import::PdfCause;

/// A letter that could not be read.
#[derive(Debug, thiserror::Error)]
pub enum DocumentError {
    /// The file cannot be read at all.
    #[error("{}: cannot be read: {source}", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// The file is larger than any letter.
    #[error("{}: {size} bytes, where a letter of at most {limit} is read", path.display())]
    TooLarge {
        /// The file.
        path: PathBuf,
        /// Its size.
        size: u64,
        /// The most that is read.
        limit: u64,
    },
    /// There are no words in it.
    #[error("{}: no words in it to check", path.display())]
    Empty {
        /// The file.
        path: PathBuf,
    },
    /// The bytes are no text in a known encoding.
    #[error("{}: no text in UTF-8 or UTF-16: byte {at} is the first that does not fit", path.display())]
    Encoding {
        /// The file.
        path: PathBuf,
        /// The first byte that does not fit.
        at: usize,
    },
    /// It is something else than a letter.
    #[error("{}: {found}, where a letter as text, Markdown, HTML, DOCX or PDF was expected", path.display())]
    NoLetter {
        /// The file.
        path: PathBuf,
        /// What it is.
        found: &'static str,
    },
    /// A DOCX that cannot be taken apart, or that would take up too much room.
    #[error("{}: {cause}", path.display())]
    Docx {
        /// The file.
        path: PathBuf,
        /// What is wrong.
        cause: String,
    },
    /// A PDF that cannot be taken apart, or that has no text.
    #[error("{}: {cause}", path.display())]
    Pdf {
        /// The file.
        path: PathBuf,
        /// What is wrong.
        cause: PdfCause,
    },
}
