//! Sentences and their clauses.

use std::ops::Range;

use super::words::Words;
use crate::check::document::Document;

/// A sentence of a letter.
#[derive(Debug, Clone, PartialEq)]
pub struct Sentence {
    /// The sentence.
    pub span: Range<usize>,
    /// The paragraph that it stands in.
    pub paragraph: Range<usize>,
    /// Its clauses, one after the other.
    pub clauses: Vec<Range<usize>>,
}

impl Sentence {
    /// The clause in which something stands.
    pub fn clause_of(&self, at: usize) -> &Range<usize> {
        self.clauses.iter().find(|clause| clause.contains(&at)).unwrap_or(&self.span)
    }
}

/// Words with a full stop that end no sentence.
const ABBREVIATED: [&str; 24] = [
    "jl", "nr", "nrs", "art", "artt", "jo", "bijv", "o.a", "d.d", "a.s", "resp", "ca", "zgn", "e.g", "i.e", "no", "p",
    "pp", "c.q", "vgl", "cf", "dr", "mr", "drs",
];

/// The sentences of a letter, paragraph by paragraph.
pub(super) fn sentences(document: &Document, words: &Words) -> Vec<Sentence> {
    let mut found = Vec::new();
    for paragraph in &document.paragraphs {
        let text = &document.text[paragraph.clone()];
        let mut start = 0;
        for end in ends(text) {
            push(text, start..end, paragraph, words, &mut found);
            start = end;
        }
        push(text, start..text.len(), paragraph, words, &mut found);
    }
    found
}

fn push(text: &str, span: Range<usize>, paragraph: &Range<usize>, words: &Words, found: &mut Vec<Sentence>) {
    let lead = text[span.clone()].len() - text[span.clone()].trim_start().len();
    let span = span.start + lead..span.end;
    if text[span.clone()].trim().is_empty() {
        return;
    }
    let mut clauses = Vec::new();
    let mut from = span.start;
    for hit in words.clause.find_iter(&text[span.clone()]) {
        let at = span.start + hit.start() + 1;
        clauses.push(from..at);
        from = at;
    }
    clauses.push(from..span.end);
    let shift = |range: Range<usize>| range.start + paragraph.start..range.end + paragraph.start;
    found.push(Sentence {
        span: shift(span),
        paragraph: paragraph.clone(),
        clauses: clauses.into_iter().map(shift).collect(),
    });
}

/// Where sentences end: after a full stop that is none of an abbreviation, before white space and a capital or a figure.
fn ends(text: &str) -> Vec<usize> {
    let mut ends = Vec::new();
    for (at, mark) in text.char_indices().filter(|(_, c)| matches!(c, '.' | '?' | '!')) {
        let rest = &text[at + 1..];
        let next = rest.trim_start();
        let spaced = next.len() < rest.len();
        let opens = next.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || "([‘“'\"".contains(c));
        if !spaced || !opens {
            continue;
        }
        let word = text[..at].rsplit(|c: char| c.is_whitespace() || c == '(').next().unwrap_or_default();
        let abbreviated = ABBREVIATED.contains(&word.to_lowercase().as_str())
            || (word.chars().count() == 1 && word.chars().all(char::is_alphabetic));
        // 'op 11 november jl. Deze brief' does end a sentence.
        let ended = word.eq_ignore_ascii_case("jl") && next.starts_with(char::is_uppercase);
        if mark != '.' || !abbreviated || ended {
            ends.push(at + 1);
        }
    }
    ends
}
