//! Checked letters as text in the manner of a compiler, Markdown, HTML with the letter itself, and SARIF; a file per
//! format.

mod html;
mod markdown;
mod sarif;
mod text;

pub use html::html;
pub use markdown::markdown;
pub use sarif::sarif;
pub use text::text;

use crate::check::{Basis, Checked, ClaimKind, Document, Finding, Verdict, phrase};
use crate::languages::CheckPhrase;
use crate::law::Language;
use crate::prose::long_date;

/// A letter with what was found.
#[derive(Debug)]
pub struct Letter {
    /// Its path as it was given.
    pub path: String,
    /// The letter.
    pub document: Document,
    /// What was found.
    pub checked: Checked,
}

/// What is shown of checked letters.
#[derive(Debug, Clone)]
pub struct Shown {
    /// The verdicts of which findings are shown.
    pub verdicts: Vec<Verdict>,
    /// Only the counts.
    pub counts_only: bool,
    /// The language of the report.
    pub language: Language,
    /// Columns of the terminal.
    pub width: usize,
    /// Whether the terminal shows colours.
    pub colour: bool,
}

impl Shown {
    fn takes(&self, finding: &Finding) -> bool {
        self.verdicts.contains(&finding.verdict)
    }
}

/// When a letter was written, in words.
fn written(checked: &Checked, language: Language) -> String {
    let Some(written) = checked.written else { return phrase(CheckPhrase::WrittenUnknown, language).to_owned() };
    let says = if written.basis == Basis::Estimated { CheckPhrase::WrittenAbout } else { CheckPhrase::Written };
    let words = phrase(says, language).replace("{from}", &long_date(written.from, language));
    words.replace("{to}", &long_date(written.to, language))
}

/// The counts of all letters: a row for each kind of claim, a column for each verdict, sums last.
fn counts(letters: &[Letter]) -> Vec<(&'static str, Vec<usize>)> {
    let count = |kind, verdict| letters.iter().map(|letter| letter.checked.count(kind, verdict)).sum::<usize>();
    let row = |kind: ClaimKind| {
        let each: Vec<usize> = Verdict::ALL.iter().map(|verdict| count(kind, *verdict)).collect();
        let all = each.iter().sum();
        (kind.name(), each.into_iter().chain([all]).collect::<Vec<usize>>())
    };
    let rows: Vec<_> = ClaimKind::ALL.into_iter().map(row).collect();
    let width = Verdict::ALL.len() + 1;
    let sums = (0..width).map(|at| rows.iter().map(|(_, row)| row[at]).sum()).collect();
    rows.into_iter().chain([("", sums)]).collect()
}

/// The gaps of all letters, each once.
fn gaps(letters: &[Letter]) -> Vec<&str> {
    let mut gaps: Vec<&str> = letters.iter().flat_map(|letter| letter.checked.gaps()).collect();
    gaps.sort_unstable();
    gaps.dedup();
    gaps
}

/// The reasons, the correction and the notes of a finding, each with what it is called.
fn remarks(finding: &Finding, language: Language) -> Vec<(&'static str, &str)> {
    let because = finding.because.iter().map(|line| (CheckPhrase::Evidence, line.as_str()));
    let instead = finding.instead.iter().map(|line| (CheckPhrase::Instead, line.as_str()));
    let notes = finding.notes.iter().map(|line| (CheckPhrase::Note, line.as_str()));
    because.chain(instead).chain(notes).map(|(says, line)| (phrase(says, language), line)).collect()
}
