//! Findings as Markdown.

use std::fmt::Write;

use super::{Letter, Shown, counts, gaps, remarks, written};
use crate::check::{Verdict, phrase};
use crate::languages::CheckPhrase;

/// Letters and their findings as Markdown.
pub fn markdown(letters: &[Letter], shown: &Shown) -> String {
    let mut out = String::new();
    for letter in letters.iter().filter(|_| !shown.counts_only) {
        let title = phrase(CheckPhrase::Title, shown.language);
        let _ = writeln!(out, "# {title} {}\n\n{}\n", escaped(&letter.path), written(&letter.checked, shown.language));
        for finding in letter.checked.findings.iter().filter(|finding| shown.takes(finding)) {
            let verdict = finding.verdict.printed(shown.language);
            let words = finding.words.split_whitespace().collect::<Vec<_>>().join(" ");
            let place = finding.place;
            let _ = writeln!(out, "- **{verdict}** ({}:{}): “{}”", place.line, place.column, escaped(&words));
            for (called, line) in remarks(finding, shown.language) {
                let _ = writeln!(out, "  - {called}: {}", escaped(line));
            }
        }
        out.push('\n');
    }
    let heads: Vec<&str> = Verdict::ALL.iter().map(|verdict| verdict.printed(shown.language)).collect();
    let _ = writeln!(out, "| {} | {} |", phrase(CheckPhrase::Claims, shown.language), heads.join(" | "));
    let _ = writeln!(out, "|---|{}", "--:|".repeat(heads.len()));
    for (kind, row) in counts(letters) {
        let cells: Vec<String> = row[..heads.len()].iter().map(ToString::to_string).collect();
        let _ = writeln!(out, "| {kind} | {} |", cells.join(" | "));
    }
    let gaps = gaps(letters);
    if !gaps.is_empty() && !shown.counts_only {
        let _ = writeln!(out, "\n## {}\n", phrase(CheckPhrase::Gaps, shown.language));
        gaps.iter().for_each(|gap| {
            let _ = writeln!(out, "- {}", escaped(gap));
        });
    }
    out
}

/// Text in which nothing is markup.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}
