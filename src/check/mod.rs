//! A letter: what it says of acts, and whether it is so.
//!
//! A verdict rests on what the library holds as data (the milestones of works, the calendars and outlines of versions,
//! their tables of correspondences), never on the likeness of words alone. Where that does not decide, the claim is not
//! decidable and says why.

mod claims;
mod document;
mod facts;
mod verdict;

use serde::Serialize;

pub use claims::{Basis, ClaimKind, Written};
pub use document::{Document, DocumentError, Place};
pub use verdict::{Certainty, Finding, Verdict};

use crate::languages::CheckPhrase;
use crate::law::{Date, Language, Work};
use crate::library::{Library, LibraryError};
use claims::{Claim, Letter};
use facts::Shelf;

/// How a letter is to be checked.
#[derive(Debug, Clone)]
pub struct Options {
    /// The day of the letter, in place of the one that it bears.
    pub as_of: Option<Date>,
    /// Only these versions are looked at; all of the works that the letter names where there are none.
    pub against: Vec<String>,
    /// The language of the findings.
    pub language: Language,
}

/// What became of a letter.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Checked {
    /// The language of the letter.
    pub letter_language: Language,
    /// When it was written.
    pub written: Option<Written>,
    /// What was found of each claim, in the order of the letter.
    pub findings: Vec<Finding>,
}

impl Checked {
    /// How many claims of a kind have a verdict.
    pub fn count(&self, kind: ClaimKind, verdict: Verdict) -> usize {
        self.findings.iter().filter(|finding| finding.kind == kind && finding.verdict == verdict).count()
    }

    /// What the library would have to know to decide more, each once.
    pub fn gaps(&self) -> Vec<&str> {
        let mut gaps: Vec<&str> = self.findings.iter().filter_map(|finding| finding.gap.as_deref()).collect();
        gaps.sort_unstable();
        gaps.dedup();
        gaps
    }
}

/// Checks a letter against a library.
///
/// # Errors
/// A version of the library that cannot be read.
pub fn check(document: &Document, library: &Library, options: &Options) -> Result<Checked, LibraryError> {
    let works: Vec<&Work> = library.works();
    let Some(letter) = Letter::of(document, &works, options.as_of) else {
        return Ok(Checked { letter_language: options.language, written: None, findings: Vec::new() });
    };
    let claims = letter.claims();
    let mut spoken_of: Vec<String> =
        claims.iter().filter(|claim| claim.kind() != ClaimKind::Name).flat_map(of_claim).collect();
    spoken_of.sort();
    spoken_of.dedup();
    let languages = [letter.language, Language::En, Language::Nl, Language::Fr];
    let shelf = Shelf::load(library, &spoken_of, &languages, &options.against)?;
    let facts = shelf.facts(&works);
    let judge =
        verdict::Judge { facts: &facts, written: letter.written, language: options.language, letter: letter.language };
    let findings = claims.iter().filter_map(|claim| judge.finding(claim)).collect();
    Ok(Checked { letter_language: letter.language, written: letter.written, findings })
}

/// The works whose texts a claim needs.
fn of_claim(claim: &Claim) -> Vec<String> {
    match &claim.says {
        claims::Says::Document(_) | claims::Says::Name(_) => Vec::new(),
        claims::Says::Date(date) if date.happening.is_none() => Vec::new(),
        _ => claim.works.clone(),
    }
}

/// A phrase of findings in a language, English where it has none.
pub fn phrase(phrase: CheckPhrase, language: Language) -> &'static str {
    let words = [language, Language::En].into_iter().find_map(|language| crate::languages::vocabulary(language).claims);
    words.map_or("", |words| (words.phrases)(phrase))
}
