//! The official files that tests compare with.

use std::collections::BTreeSet;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, OnceLock};

use lexdelta::import::{self, Candidate, ImportError, Imported};
use lexdelta::law::{Language, Stage, Version};
use lexdelta::library::Library;
use rayon::prelude::*;

/// A file of the corpus with what the importer made of it.
pub struct Case {
    pub candidate: Candidate,
    pub result: Result<Imported, ImportError>,
}

impl Case {
    /// The file's path within the corpus.
    pub fn name(&self) -> String {
        let root = folder().expect("there are cases only where there is a corpus");
        self.candidate.path.strip_prefix(root).unwrap_or(&self.candidate.path).display().to_string()
    }

    pub fn version(&self) -> Option<&Version> {
        self.result.as_ref().ok().map(|imported| &imported.version)
    }

    /// The folder `CELEX/DATE` that the file belongs to.
    pub fn folder(&self) -> String {
        self.name().split('/').skip(1).take(2).collect::<Vec<_>>().join("/")
    }

    pub fn is_formex(&self) -> bool {
        matches!(self.candidate.kind, import::CandidateKind::Formex | import::CandidateKind::Archive)
    }
}

/// The corpus; without one, says on standard error, once for each test, what is skipped, and returns `None`.
pub fn folder_for(test: &str) -> Option<&'static Path> {
    static SAID: Mutex<BTreeSet<String>> = Mutex::new(BTreeSet::new());
    if folder().is_none() && SAID.lock().expect("no test panics here").insert(test.to_owned()) {
        // Written past the test harness, which would keep the words of tests that pass to itself.
        let skipped = format!("skipped: {test}: LEXDELTA_CORPUS names no folder with official files\n");
        std::io::stderr().write_all(skipped.as_bytes()).expect("standard error");
    }
    folder()
}

fn folder() -> Option<&'static Path> {
    static FOLDER: OnceLock<Option<PathBuf>> = OnceLock::new();
    let folder = FOLDER.get_or_init(|| {
        let named = std::env::var_os("LEXDELTA_CORPUS").map(PathBuf::from)?;
        assert!(named.join("eu").is_dir(), "LEXDELTA_CORPUS: {} has no folder eu/", named.display());
        Some(named)
    });
    folder.as_deref()
}

/// Every file under `eu/`, read once for all tests; empty without a corpus.
pub fn cases(test: &str) -> &'static [Case] {
    static CASES: OnceLock<Vec<Case>> = OnceLock::new();
    let Some(folder) = folder_for(test) else { return &[] };
    CASES.get_or_init(|| {
        let candidates = import::find_all(&[folder.join("eu")]).expect("the corpus can be listed");
        let library = Library::open(None).expect("the compiled-in texts");
        let read = |candidate| Case { result: import::read(&candidate, &library), candidate };
        candidates.into_par_iter().map(read).collect()
    })
}

/// The version of a folder of the corpus in a language: from Formex where it is there, else from the page.
pub fn version(test: &str, folder: &str, language: Language) -> Option<&'static Version> {
    let of_folder = || cases(test).iter().filter(|case| case.folder() == folder);
    let in_language = |case: &&Case| case.version().is_some_and(|version| version.language == language);
    let formex = of_folder().filter(|case| case.is_formex()).find(in_language);
    formex.or_else(|| of_folder().find(in_language)).and_then(Case::version)
}

/// The AI Act of 2024 and of 27 July 2026.
pub fn ai_acts(test: &str, language: Language) -> Option<(&'static Version, &'static Version)> {
    let old = version(test, "32024R1689/2024-06-13", language)?;
    let new = version(test, "32024R1689/2026-07-27", language)?;
    assert_eq!((old.stage, new.stage), (Stage::Oj, Stage::Consolidated));
    Some((old, new))
}
