//! Findings as one page of HTML: the letter, with the words marked and the verdicts in the margin.

use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment, Value, context};
use serde::Serialize;

use super::{Letter, Shown, counts, gaps, remarks, written};
use crate::check::{Verdict, phrase};
use crate::languages::CheckPhrase;

const TEMPLATE: &str = include_str!("letter.html.j2");

/// The letters as one self-contained page.
pub fn html(letters: &[Letter], shown: &Shown) -> String {
    let mut environment = Environment::new();
    environment.set_auto_escape_callback(|_| AutoEscape::Html);
    let heads: Vec<&str> = Verdict::ALL.iter().map(|verdict| verdict.printed(shown.language)).collect();
    let page = context! {
        language => shown.language.code(),
        title => phrase(CheckPhrase::Title, shown.language),
        claims => phrase(CheckPhrase::Claims, shown.language),
        gaps_title => phrase(CheckPhrase::Gaps, shown.language),
        letters => Value::from(Serde(letters.iter().map(|letter| sheet(letter, shown)).collect::<Vec<Sheet>>())),
        heads => heads,
        rows => Value::from(Serde(counts(letters).into_iter().map(|(kind, row)| (kind, row[..Verdict::ALL.len()].to_vec())).collect::<Vec<_>>())),
        gaps => gaps(letters).into_iter().map(str::to_owned).collect::<Vec<String>>(),
    };
    // The template is part of this program and takes any letter: if it fails, it fails for all, and a test says so.
    environment.render_named_str("letter.html", TEMPLATE, page).unwrap_or_else(|error| format!("<!-- {error} -->"))
}

#[derive(Debug, Clone, Serialize)]
struct Sheet {
    path: String,
    language: &'static str,
    written: String,
    lines: Vec<Row>,
}

/// A line of the letter with what is found in it.
#[derive(Debug, Clone, Serialize)]
struct Row {
    number: usize,
    runs: Vec<(String, Option<&'static str>)>,
    findings: Vec<Margin>,
}

#[derive(Debug, Clone, Serialize)]
struct Margin {
    verdict: &'static str,
    printed: &'static str,
    words: String,
    remarks: Vec<(&'static str, String)>,
}

fn sheet(letter: &Letter, shown: &Shown) -> Sheet {
    let mut marks: Vec<(usize, std::ops::Range<usize>, &'static str)> = Vec::new();
    let mut margins: Vec<(usize, Margin)> = Vec::new();
    for finding in letter.checked.findings.iter().filter(|finding| shown.takes(finding)) {
        let verdict = finding.verdict.name();
        marks.extend(letter.document.marked(&finding.span).into_iter().map(|(line, span)| (line, span, verdict)));
        let said = remarks(finding, shown.language).into_iter().map(|(called, line)| (called, line.to_owned()));
        let printed = finding.verdict.printed(shown.language);
        let margin = Margin { verdict, printed, words: finding.words.clone(), remarks: said.collect() };
        margins.push((finding.place.line - 1, margin));
    }
    marks.sort_by_key(|(line, span, _)| (*line, span.start));
    let mut marks = marks.into_iter().peekable();
    let mut margins = margins.into_iter().peekable();
    let mut lines = Vec::new();
    for (at, text) in letter.document.lines.iter().enumerate() {
        let mut runs = Vec::new();
        let mut from = 0;
        while let Some((_, span, verdict)) = marks.next_if(|(line, ..)| *line == at) {
            // Of two marks that overlap, the first stands.
            if span.start < from {
                continue;
            }
            runs.push((text[from..span.start].to_owned(), None));
            runs.push((text[span.clone()].to_owned(), Some(verdict)));
            from = span.end;
        }
        runs.push((text[from..].to_owned(), None));
        let mut findings = Vec::new();
        while let Some((_, margin)) = margins.next_if(|(line, _)| *line <= at) {
            findings.push(margin);
        }
        if !text.trim().is_empty() {
            lines.push(Row { number: at + 1, runs, findings });
        }
    }
    Sheet {
        path: letter.path.clone(),
        language: letter.checked.letter_language.code(),
        written: written(&letter.checked, shown.language),
        lines,
    }
}
