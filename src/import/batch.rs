//! Many files at once, and what becomes of them in a library.

use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::error::ImportError;
use super::package::{Candidate, find};
use super::report::ImportReport;
use super::{Imported, read};
use crate::law::{Names, Version, Work};
use crate::library::Library;

/// What was read from several files.
#[derive(Debug, Default)]
pub struct Batch {
    /// The versions, in the order of the files; one for each version and language.
    pub read: Vec<Read>,
    /// The files that could not be read, in their order.
    pub failed: Vec<ImportError>,
    /// The pages that have no text to read, in their order. Beside other files they are no failure.
    pub without_text: Vec<ImportError>,
}

/// A version that was read, with what was met.
#[derive(Debug)]
pub struct Read {
    /// The file.
    pub path: PathBuf,
    /// The version.
    pub version: Version,
    /// What the import met that its reader should know of.
    pub report: ImportReport,
    /// Other files of the same version and language, which gave way to this one.
    pub others: Vec<OtherFile>,
}

/// A file of a version that was read from another file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OtherFile {
    /// The file.
    pub path: PathBuf,
    /// Whether it has the same provisions with the same wording.
    pub same: bool,
}

/// Lists what can be imported at several paths, each file once.
///
/// # Errors
/// The first path that cannot be read or holds nothing that is known.
pub fn find_all(paths: &[PathBuf]) -> Result<Vec<Candidate>, ImportError> {
    let mut candidates: Vec<Candidate> = Vec::new();
    for path in paths {
        for candidate in find(path)? {
            if !candidates.contains(&candidate) {
                candidates.push(candidate);
            }
        }
    }
    Ok(candidates)
}

/// Reads candidates on all processors; `done` is called after each. `library` tells which works there are.
///
/// With `strict`, a file with elements that the importer does not know counts as failed.
pub fn read_all(candidates: &[Candidate], strict: bool, library: &Library, done: impl Fn() + Sync) -> Batch {
    let results: Vec<Result<Imported, ImportError>> = candidates
        .par_iter()
        .map(|candidate| {
            let result = read(candidate, library).and_then(|imported| checked(imported, &candidate.path, strict));
            done();
            result
        })
        .collect();
    let mut batch = Batch::default();
    for (candidate, result) in candidates.iter().zip(results) {
        match result {
            Ok(imported) => batch.add(candidate.path.clone(), imported),
            Err(error @ ImportError::WithoutText { .. }) => batch.without_text.push(error),
            Err(error) => batch.failed.push(error),
        }
    }
    batch
}

fn checked(imported: Imported, path: &Path, strict: bool) -> Result<Imported, ImportError> {
    match imported.report.unknown.first() {
        Some(first) if strict => Err(ImportError::Unknown {
            path: path.to_owned(),
            count: imported.report.unknown.iter().map(|unknown| unknown.count).sum(),
            first: first.path.clone(),
        }),
        _ => Ok(imported),
    }
}

impl Batch {
    fn add(&mut self, path: PathBuf, imported: Imported) {
        let Imported { version, report } = imported;
        let mut read = Read { path, version, report, others: Vec::new() };
        let Some(known) = self.read.iter_mut().find(|known| known.version.is_same_as(&read.version)) else {
            self.read.push(read);
            return;
        };
        let same = known.version.has_wording_of(&read.version);
        // Pages are made from Formex and show less of the structure.
        if is_page(&known.version) && !is_page(&read.version) {
            std::mem::swap(known, &mut read);
            known.others.append(&mut read.others);
        }
        known.others.push(OtherFile { path: read.path, same });
    }
}

fn is_page(version: &Version) -> bool {
    version.source.import.as_ref().is_some_and(|record| record.format.starts_with("xhtml"))
}

/// The work in a library that a version belongs to; one that the library does not know is made up, under its CELEX
/// number or the name given.
pub fn work_of(version: &Version, library: &Library, name: Option<&str>) -> Work {
    if let Some(known) = library.work_of(&version.source.celex) {
        return known.clone();
    }
    let celex = version.source.celex.clone();
    let mut work = Work::unnamed(name.map_or_else(|| celex.to_string(), str::to_owned), celex);
    work.names.push(Names {
        language: version.language,
        short: version.source.document.clone(),
        title: version.title.first().and_then(|title| title.text.clone()),
        also: Vec::new(),
    });
    work
}
