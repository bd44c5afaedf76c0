//! What a change of words amounts to, as far as the words alone tell.

use serde::Serialize;

use super::words::Spotted;

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

/// Reads the change from one text to another; either may be empty.
pub(super) fn readings(old: &Spotted<'_>, new: &Spotted<'_>) -> Vec<Reading> {
    if !old.text.is_empty() && !new.text.is_empty() && letters(old.text) == letters(new.text) {
        let span = |text: &str| Span { value: String::new(), words: text.to_owned(), start: 0, end: text.len() };
        let (removed, added) = (Some(span(old.text)), Some(span(new.text)));
        return vec![Reading { kind: ReadingKind::Editorial, removed, added }];
    }
    let mut readings = Vec::new();
    for kind in [ReadingKind::Date, ReadingKind::Reference, ReadingKind::Number] {
        let (mut gone, mut come) = (spans(old, kind), spans(new, kind));
        cancel(&mut gone, &mut come);
        // One for one is a date that moved, a reference that points elsewhere.
        if gone.len() == 1 && come.len() == 1 {
            readings.push(Reading { kind, removed: gone.pop(), added: come.pop() });
        }
        readings.extend(gone.into_iter().map(|span| Reading { kind, removed: Some(span), added: None }));
        readings.extend(come.into_iter().map(|span| Reading { kind, removed: None, added: Some(span) }));
    }
    readings
}

fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

fn spans(spotted: &Spotted<'_>, kind: ReadingKind) -> Vec<Span> {
    let span = |start: usize, end: usize, value: String| Span {
        value,
        words: spotted.text[start..end].to_owned(),
        start,
        end,
    };
    match kind {
        ReadingKind::Date => {
            spotted.dates.iter().map(|found| span(found.start, found.end, found.date.to_string())).collect()
        }
        ReadingKind::Reference => {
            spotted.references.iter().map(|found| span(found.start, found.end, found.target.value())).collect()
        }
        ReadingKind::Number => {
            spotted.numbers.iter().map(|found| span(found.start, found.end, found.value.clone())).collect()
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
