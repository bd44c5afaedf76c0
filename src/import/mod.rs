//! Official files → versions, a file per format.

mod assemble;
mod blocks;
mod dom;
mod draft;
mod error;
mod finish;
mod formex;
mod labels;
mod line;
mod package;
mod report;
mod source;
mod trail;

use std::path::Path;

pub use error::{ArchiveCause, Cause, ImportError, Malformed};
pub use finish::Imported;
pub use package::{Candidate, CandidateKind, find};
pub use report::{ImportReport, LeftOut, UnknownElement};

use crate::law::Stage;

/// The version of the importer, which is part of each version's provenance: it changes when the same file is read
/// into a different version.
pub const IMPORTER: &str = "1";

/// Reads one candidate into a version.
///
/// # Errors
/// A file that cannot be read, is broken, or lacks what a version needs (who it is, from when, in which language).
pub fn read(candidate: &Candidate) -> Result<Imported, ImportError> {
    match candidate.kind {
        CandidateKind::Formex => read_formex(&candidate.path, package::open_formex(&candidate.path)?),
        CandidateKind::Archive => read_formex(&candidate.path, package::open_zip(&candidate.path)?),
        CandidateKind::Page => Err(ImportError::Nothing { path: candidate.path.clone() }),
    }
}

fn read_formex(path: &Path, package: package::FormexPackage) -> Result<Imported, ImportError> {
    let mut report = ImportReport::default();
    let missing = |what: &str| ImportError::Missing { path: path.to_owned(), missing: what.to_owned() };
    let root = &package.elements[0];
    let identity = if root.name == "CONS.ACT" {
        let data = formex::read_consolidation_data(root);
        let celex = data.celex.ok_or_else(|| missing("no CELEX number (FAM.COMP/BIB.DATA/NO.CELEX)"))?;
        finish::Identity {
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
