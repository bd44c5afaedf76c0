//! What can go wrong when an official file is read.

use std::path::PathBuf;

use crate::law::{CelexError, Defect};

/// A file that could not be imported: which one, what was expected, what was found.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// The file cannot be opened or read.
    #[error("{}: {source}", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// The file is larger than is read.
    #[error("{}: {size} bytes; no more than {limit} bytes are read from one file", path.display())]
    TooLarge {
        /// The file.
        path: PathBuf,
        /// Its size.
        size: u64,
        /// The limit.
        limit: u64,
    },
    /// The file is not text in UTF-8.
    #[error("{}: not UTF-8 at byte {at}; official files are UTF-8, so this one is damaged or was converted", path.display())]
    NotUtf8 {
        /// The file.
        path: PathBuf,
        /// The first byte that does not fit.
        at: usize,
    },
    /// The file's markup is broken.
    #[error("{}{}: {}", path.display(), malformed.place(), malformed.cause)]
    Malformed {
        /// The file.
        path: PathBuf,
        /// Where and how.
        malformed: Malformed,
    },
    /// The archive is broken or unsafe.
    #[error("{}: {cause}", path.display())]
    Archive {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        cause: ArchiveCause,
    },
    /// The PDF is broken, or is no document of the Council with an act in it.
    #[error("{}: {cause}", path.display())]
    Pdf {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        cause: PdfCause,
    },
    /// A document of an act that the library does not know by the number of its procedure.
    #[error(
        "{}: {document} is of procedure {procedure}, and the library has no work with that number, so it cannot tell \
         which act this is",
        path.display()
    )]
    UnknownProcedure {
        /// The file.
        path: PathBuf,
        /// The number of the document.
        document: String,
        /// The number of the procedure.
        procedure: String,
    },
    /// The file is none that the importer reads.
    #[error(
        "{}: {found}; expected a Formex 4 act or consolidation, a page of EUR-Lex, or a PDF of the Council",
        path.display()
    )]
    Unrecognised {
        /// The file.
        path: PathBuf,
        /// What it seems to be.
        found: String,
    },
    /// A folder or an archive without a file that can be imported.
    #[error("{}: no Formex package, no EUR-Lex page and no PDF in it", path.display())]
    Nothing {
        /// The folder or archive.
        path: PathBuf,
    },
    /// The file lacks something that a version needs.
    #[error("{}: {missing}", path.display())]
    Missing {
        /// The file.
        path: PathBuf,
        /// What is missing, and what to do.
        missing: String,
    },
    /// A page of a consolidation that EUR-Lex publishes without text, because the act was repealed.
    #[error(
        "{}: the page of this consolidation holds no text, because the act was repealed; its Formex package has the text",
        path.display()
    )]
    WithoutText {
        /// The file.
        path: PathBuf,
    },
    /// The document's number is none.
    #[error("{}: {source}", path.display())]
    Celex {
        /// The file.
        path: PathBuf,
        /// What was found.
        source: CelexError,
    },
    /// The result contradicts the model: a fault of this program.
    #[error("{}: read into an unsound version ({defect}); please report this file", path.display())]
    Unsound {
        /// The file.
        path: PathBuf,
        /// The first contradiction.
        defect: Defect,
    },
    /// The file holds elements that the importer does not know, and the caller asked to be strict.
    #[error("{}: {count} unknown elements, the first {first}", path.display())]
    Unknown {
        /// The file.
        path: PathBuf,
        /// How many.
        count: usize,
        /// The path of the first one.
        first: String,
    },
}

/// Broken markup.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Malformed {
    /// The line, counted from one, where it is known.
    pub line: Option<u32>,
    /// What is wrong.
    pub cause: Cause,
}

impl Malformed {
    fn place(&self) -> String {
        self.line.map_or(String::new(), |line| format!(", line {line}"))
    }
}

/// How markup is broken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Cause {
    /// The parser's own words.
    #[error("not well-formed: {0}")]
    NotWellFormed(String),
    /// A document type with entities of its own.
    #[error("the document type declares entities of its own, which are not expanded")]
    OwnEntities,
    /// Elements nested too deeply.
    #[error("elements nested more than {0} deep")]
    TooDeep(usize),
}

/// What is wrong with a PDF.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PdfCause {
    /// Its structure is broken.
    #[error("not a sound PDF: {0}")]
    Broken(String),
    /// Part of it is not what it was made as.
    #[error("a damaged PDF: the contents of its object {object} cannot be unpacked")]
    Damaged {
        /// The number of the object.
        object: u32,
    },
    /// It would grow too much.
    #[error("a PDF that grows beyond {limit} bytes when unpacked; nothing was read from it")]
    Grows {
        /// The limit.
        limit: u64,
    },
    /// It made the crate that takes it apart fail.
    #[error("a PDF that cannot be taken apart: it is damaged, or made in a way that is not known")]
    Unreadable,
    /// It needs a password.
    #[error("an encrypted PDF; a copy without protection can be read")]
    Encrypted,
    /// It holds pictures only, or nothing.
    #[error("a PDF without text; a scan cannot be read")]
    WithoutText,
    /// It is longer than is read.
    #[error("a PDF with more than {limit} characters, which is more than is read")]
    TooLong {
        /// The limit.
        limit: usize,
    },
    /// A page holds more than is read.
    #[error("a PDF with more than {limit} characters on one page, which is more than is read")]
    FullPage {
        /// The limit.
        limit: usize,
    },
    /// No number of a document.
    #[error("a PDF whose first page bears no number of the Council; expected a document such as 'PE-CONS 30/26'")]
    NoDocument,
    /// No number of a procedure.
    #[error("no number of a legislative procedure on the first page; expected one such as '2025/0359(COD)'")]
    NoProcedure,
    /// No language that is read.
    #[error("no language that is read at the foot of the first page; expected EN, FR or NL")]
    NoLanguage,
    /// No date.
    #[error("no date on the first page; expected the day of the document")]
    NoDate,
    /// A page without a running foot.
    #[error("page {page} does not bear the number of the document at its foot, so the file is not all there")]
    NoFoot {
        /// The page, counted from one.
        page: usize,
    },
    /// No articles.
    #[error("no article in it; expected a text in the Council's layout of an act")]
    NoArticles,
}

/// What is wrong with an archive.
#[derive(Debug, thiserror::Error)]
pub enum ArchiveCause {
    /// The archive's structure is broken.
    #[error("not a sound zip archive: {0}")]
    Broken(String),
    /// A name that leads out of the archive.
    #[error("it holds a file named '{0}', which leads out of the archive; nothing was read from it")]
    Name(String),
    /// Too many files.
    #[error("it holds {found} files; no more than {limit} are read")]
    Files {
        /// How many it holds.
        found: usize,
        /// The limit.
        limit: usize,
    },
    /// It would grow too much.
    #[error("'{name}' grows beyond {limit} bytes when unpacked; nothing more was read from it")]
    Size {
        /// The file in the archive.
        name: String,
        /// The limit.
        limit: u64,
    },
}
