//! Official files → versions, a file per format.

mod assemble;
mod batch;
mod blocks;
mod council;
mod dom;
mod draft;
mod error;
mod finish;
mod formex;
mod labels;
mod line;
mod package;
mod quotations;
mod raw;
mod report;
mod source;
mod trail;
mod xhtml;

use std::path::Path;

pub use batch::{Batch, OtherFile, Read, find_all, read_all, work_of};
pub use council::{READER_THREAD, pdf_lines};
pub use error::{ArchiveCause, Cause, ImportError, Malformed, PdfCause};
pub use finish::Imported;
pub use package::{Candidate, CandidateKind, find};
pub use report::{ImportReport, LeftOut, UnknownElement};

use crate::law::Stage;
use crate::library::Library;

/// The version of the importer, which is part of each version's provenance: it changes when the same file is read
/// into a different version.
pub const IMPORTER: &str = "1";

/// Reads one candidate into a version.
///
/// A document that bears no number of an act, only that of its procedure, is one of a work that `library` knows.
///
/// # Errors
/// A file that cannot be read, is broken, or lacks what a version needs (who it is, from when, in which language).
pub fn read(candidate: &Candidate, library: &Library) -> Result<Imported, ImportError> {
    match candidate.kind {
        CandidateKind::Formex => read_formex(&candidate.path, package::open_formex(&candidate.path)?),
        CandidateKind::Archive => read_formex(&candidate.path, package::open_zip(&candidate.path)?),
        CandidateKind::Page => read_page(&candidate.path),
        CandidateKind::Pdf => council::read(&candidate.path, &library.works()),
    }
}

fn read_page(path: &Path) -> Result<Imported, ImportError> {
    let text = source::decode(source::read_bytes(path)?, path)?;
    let root = match dom::parse_xml(&text) {
        Ok(root) => root,
        Err(malformed) if malformed.cause == Cause::OwnEntities => {
            return Err(ImportError::Malformed { path: path.to_owned(), malformed });
        }
        Err(xml) => {
            // Pages saved from a browser are not well-formed. A page that HTML cannot make sense of either is reported
            // with what is wrong with it as XML, which says where.
            let broken = || ImportError::Malformed { path: path.to_owned(), malformed: xml.clone() };
            if !text.to_ascii_lowercase().trim_end().ends_with("</html>") {
                return Err(broken());
            }
            dom::parse_html(&text).map_err(|_| broken())?
        }
    };
    let missing = |what: &str| ImportError::Missing { path: path.to_owned(), missing: what.to_owned() };
    let data = xhtml::read_page_data(&root).ok_or_else(|| ImportError::Unrecognised {
        path: path.to_owned(),
        found: "an HTML page that is none of an act in English, French or Dutch on EUR-Lex".to_owned(),
    })?;
    if data.without_text {
        return Err(ImportError::WithoutText { path: path.to_owned() });
    }
    let consolidated = data.generation == xhtml::Generation::Consolidation;
    let identity = finish::Identity {
        document: None,
        celex: data.celex.clone().ok_or_else(|| missing("no number of an act in its title"))?,
        stage: if consolidated { Stage::Consolidated } else { Stage::Oj },
        date: data.date.ok_or_else(|| missing("no date at its head"))?,
        language: data.language,
        act_date: data.signed,
        eli: None,
        edition: data.edition.clone(),
        amended_by: data.amended_by.clone(),
        format: if consolidated { "xhtml-consolidation" } else { "xhtml-oj" },
    };
    let mut report = ImportReport::default();
    let raw = xhtml::read_page(&root, &data, &mut report);
    finish::finish(path, identity, raw, report, &[text])
}

fn read_formex(path: &Path, package: package::FormexPackage) -> Result<Imported, ImportError> {
    let mut report = ImportReport::default();
    let missing = |what: &str| ImportError::Missing { path: path.to_owned(), missing: what.to_owned() };
    let root = &package.elements[0];
    let identity = if root.name == "CONS.ACT" {
        let data = formex::read_consolidation_data(root);
        let celex = data.celex.ok_or_else(|| missing("no CELEX number (FAM.COMP/BIB.DATA/NO.CELEX)"))?;
        finish::Identity {
            document: None,
            celex: finish::celex(&celex, path)?,
            stage: Stage::Consolidated,
            date: data.valid_from.ok_or_else(|| missing("no day of validity (INFO.CONSLEG START.DATE)"))?,
            language: data.language.ok_or_else(|| missing("no language that is read (LG.DOC: EN, FR, NL)"))?,
            act_date: data.signed,
            eli: None,
            edition: data.edition,
            amended_by: data.amended_by,
            format: "formex-consolidation",
        }
    } else {
        let data = package.document.as_ref().ok_or_else(|| missing("no wrapper"))?;
        finish::Identity {
            document: None,
            celex: data.celex.clone().ok_or_else(|| missing("no number of a regulation, directive or decision"))?,
            stage: Stage::Oj,
            date: data.published.ok_or_else(|| missing("no day of publication (PUBLICATION.REF/DATE)"))?,
            language: data.language.ok_or_else(|| missing("no language that is read (LG.DOC: EN, FR, NL)"))?,
            act_date: data.signed,
            eli: data.eli.clone(),
            edition: None,
            amended_by: Vec::new(),
            format: "formex",
        }
    };
    let raw = if root.name == "CONS.ACT" {
        formex::read_consolidation(root, &mut report)
    } else {
        formex::read_act(&package.elements, &mut report)
    };
    finish::finish(path, identity, raw, report, &package.files)
}
