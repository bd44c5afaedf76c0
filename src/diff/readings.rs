//! What a change of words amounts to, as far as the words alone tell.

use serde::Serialize;

use super::words::{Op, Run};
use crate::law::Language;
use crate::prose;

/// What a change of words amounts to, with the text that it rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Reading {
    /// What it is about.
    pub kind: ReadingKind,
    /// What was there: an ISO 8601 date, a locator, a number with its unit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub removed: Option<Span>,
    /// What is there now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub added: Option<Span>,
}

/// What a reading is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ReadingKind {
    /// A date.
    Date,
    /// A reference.
    Reference,
    /// A number or an amount.
    Number,
    /// Typography, punctuation or capitals only.
    Editorial,
}

/// A place in the old or the new text of a provision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Span {
    /// What stands there, in a form that machines can compare.
    pub value: String,
    /// The words as published.
    pub words: String,
    /// First byte.
    pub start: usize,
    /// Byte after the last.
    pub end: usize,
}

/// Reads the changes of a provision's text.
pub(super) fn readings(text: &[Run], language: Language) -> Vec<Reading> {
    if text.iter().all(|run| run.op == Op::Kept) {
        return Vec::new();
    }
    let (old, new) = (joined(text, Op::Removed), joined(text, Op::Added));
    if !old.is_empty() && !new.is_empty() && letters(&old) == letters(&new) {
        let span = |text: &str| Span { value: String::new(), words: text.to_owned(), start: 0, end: text.len() };
        return vec![Reading { kind: ReadingKind::Editorial, removed: Some(span(&old)), added: Some(span(&new)) }];
    }
    let mut readings = Vec::new();
    for kind in [ReadingKind::Date, ReadingKind::Reference, ReadingKind::Number] {
        let (mut gone, mut come) = (spans(&old, kind, language), spans(&new, kind, language));
        cancel(&mut gone, &mut come);
        // One for one is a date that moved, a reference that points elsewhere.
        let paired = gone.len() == 1 && come.len() == 1;
        if paired {
            readings.push(Reading { kind, removed: gone.pop(), added: come.pop() });
        }
        readings.extend(gone.into_iter().map(|span| Reading { kind, removed: Some(span), added: None }));
        readings.extend(come.into_iter().map(|span| Reading { kind, removed: None, added: Some(span) }));
    }
    readings
}

/// The old text (kept and removed words) or the new one (kept and added).
fn joined(text: &[Run], with: Op) -> String {
    let mut out = String::new();
    for run in text.iter().filter(|run| run.op == Op::Kept || run.op == with) {
        match (&run.old_text, with) {
            (Some(old), Op::Removed) => out.push_str(old),
            _ => out.push_str(&run.text),
        }
    }
    out
}

fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

fn spans(text: &str, kind: ReadingKind, language: Language) -> Vec<Span> {
    let span = |start: usize, end: usize, value: String| Span { value, words: text[start..end].to_owned(), start, end };
    match kind {
        ReadingKind::Date => {
            prose::dates(text, language).into_iter().map(|f| span(f.start, f.end, f.date.to_string())).collect()
        }
        ReadingKind::Reference => {
            prose::references(text, language).into_iter().map(|f| span(f.start, f.end, f.target.value())).collect()
        }
        ReadingKind::Number => {
            let dates = prose::dates(text, language).into_iter().map(|f| f.start..f.end);
            let references = prose::references(text, language).into_iter().map(|f| f.start..f.end);
            let taken: Vec<_> = dates.chain(references).collect();
            let free = |start: usize| !taken.iter().any(|range| range.contains(&start));
            let numbers = prose::numbers(text, language).into_iter().filter(|f| free(f.start));
            numbers.map(|f| span(f.start, f.end, f.value)).collect()
        }
        ReadingKind::Editorial => Vec::new(),
    }
}

/// Takes out what is on both sides.
fn cancel(gone: &mut Vec<Span>, come: &mut Vec<Span>) {
    gone.retain(|old| match come.iter().position(|new| new.value == old.value) {
        Some(at) => {
            come.remove(at);
            false
        }
        None => true,
    });
}
