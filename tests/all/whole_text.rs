//! Nothing is lost on import: a simple reader finds the same text.

use lexdelta::import::{CandidateKind, ImportError, Imported};

use crate::corpus::{self, Case};
use crate::plain_text::{self, Tokens};

/// What is known to differ: a part of the file's path, what the simple reader finds more (or less) of, and why.
///
/// Every page of Directive 2011/83/EU refers seven times to one note, which hangs on each of the seven places; in its
/// consolidations, three boxed figures in a row ('4', '5', '6') are one line.
const KNOWN: [(&str, &[(&str, i64)]); 4] = [
    ("32011L0083/2011-10-25/en.xhtml", &[(".", -6), ("appropriate", -6), ("as", -6), ("delete", -6)]),
    ("32011L0083/2011-10-25/fr.xhtml", &[(".", -6), ("biffez", -6), ("inutile", -6), ("la", -6), ("mention", -6)]),
    (
        "/en.xhtml",
        &[(".", -6), ("4", 1), ("456", -1), ("5", 1), ("6", 1), ("appropriate", -6), ("as", -6), ("delete", -6)],
    ),
    (
        "/fr.xhtml",
        &[
            (".", -6),
            ("4", 1),
            ("456", -1),
            ("5", 1),
            ("6", 1),
            ("biffez", -6),
            ("inutile", -6),
            ("la", -6),
            ("mention", -6),
        ],
    ),
];

fn is_known(case: &Case, difference: &[(String, i64)]) -> bool {
    let same = |known: &[(&str, i64)]| {
        known.len() == difference.len() && known.iter().zip(difference).all(|((a, n), (b, m))| a == b && n == m)
    };
    case.folder().starts_with("32011L0083/")
        && KNOWN.iter().any(|(path, known)| case.name().ends_with(path) && same(known))
}

#[test]
fn every_official_file_is_read_without_an_unknown_element_that_holds_text() {
    let mut failures = Vec::new();
    for case in corpus::cases("whole text") {
        match &case.result {
            Ok(imported) => {
                let unknown = imported.report.unknown.iter().filter(|unknown| unknown.has_text);
                failures.extend(unknown.map(|unknown| format!("{}: {}", case.name(), unknown.path)));
            }
            // The act was repealed.
            Err(ImportError::WithoutText { .. }) if case.folder() == "32000R1346/2017-06-26" => {}
            Err(error) => failures.push(error.to_string()),
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn every_word_of_an_official_file_is_imported_or_listed_as_left_out() {
    let mut failures = Vec::new();
    for case in corpus::cases("whole text") {
        let Ok(imported) = &case.result else { continue };
        let lost = tokens_of_file(case).minus(&tokens_of(imported));
        if !lost.is_empty() && !is_known(case, &lost) {
            failures.push(format!("{}: {lost:?}", case.name()));
        }
    }
    assert!(failures.is_empty(), "{} files\n{}", failures.len(), failures.join("\n"));
}

fn tokens_of_file(case: &Case) -> Tokens {
    let mut tokens = Tokens::default();
    match case.candidate.kind {
        CandidateKind::Page => tokens.add(&plain_text::page(&case.candidate.path)),
        // The archive holds the same files as the folder beside it.
        CandidateKind::Archive => tokens.add(&plain_text::formex(&wrapper_beside(case))),
        CandidateKind::Formex => tokens.add(&plain_text::formex(&case.candidate.path)),
        CandidateKind::Pdf => unreachable!("the folder eu/ holds no PDF"),
    }
    tokens
}

fn wrapper_beside(case: &Case) -> std::path::PathBuf {
    let folder = case.candidate.path.with_extension("");
    let files = std::fs::read_dir(folder).expect("the folder is beside its archive");
    let paths = files.map(|file| file.expect("a file").path());
    paths.into_iter().find(|path| path.to_string_lossy().ends_with(".doc.fmx.xml")).expect("a wrapper")
}

fn tokens_of(imported: &Imported) -> Tokens {
    let mut tokens = Tokens::default();
    for provision in imported.version.provisions() {
        let own = [&provision.label, &provision.heading, &provision.text];
        own.into_iter().flatten().for_each(|text| tokens.add(text));
        provision.notes.iter().for_each(|note| tokens.add(&note.text));
    }
    for left in &imported.report.left_out {
        left.text.iter().for_each(|text| tokens.add(text));
    }
    tokens
}
