//! The words of two texts compared.

use serde::Serialize;
use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::law::{Language, comparison_form};
use crate::prose;

/// What happened to a run of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Op {
    /// It is in both.
    Kept,
    /// It is gone.
    Removed,
    /// It is new.
    Added,
}

/// A run of words with what happened to it. The kept and removed runs of a text joined give the old text back, the
/// kept and added ones the new text in its comparison form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Run {
    /// What happened to it.
    pub op: Op,
    /// Its text as published; of kept words, as the later version has it.
    pub text: String,
    /// The same words as the earlier version has them, where its typography differs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub old_text: Option<String>,
}

/// A token of a text: from its start to the start of the next, so that the tokens joined give the text.
struct Token<'t> {
    slice: &'t str,
    key: String,
}

/// Compares two texts word by word. Dates, references and numbers with their unit are one word each.
pub(super) fn runs(old: &str, new: &str, language: Language) -> Vec<Run> {
    let (old_tokens, new_tokens) = (tokens(old, language), tokens(new, language));
    let old_keys: Vec<&str> = old_tokens.iter().map(|token| token.key.as_str()).collect();
    let new_keys: Vec<&str> = new_tokens.iter().map(|token| token.key.as_str()).collect();
    let ops = capture_diff_slices(Algorithm::Histogram, &old_keys, &new_keys);
    let mut runs = Vec::new();
    for op in bridged(&ops, &old_keys) {
        let text = |tokens: &[Token<'_>], range: std::ops::Range<usize>| tokens[range].iter().map(|t| t.slice).collect::<String>();
        let (was, is) = (text(&old_tokens, op.old.clone()), text(&new_tokens, op.new.clone()));
        if op.same {
            let old_text = (was != is).then_some(was);
            runs.push(Run { op: Op::Kept, text: is, old_text });
            continue;
        }
        if !was.is_empty() {
            runs.push(Run { op: Op::Removed, text: was, old_text: None });
        }
        if !is.is_empty() {
            runs.push(Run { op: Op::Added, text: is, old_text: None });
        }
    }
    runs
}

/// A whole text as one run.
pub(super) fn whole(op: Op, text: &str) -> Vec<Run> {
    if text.is_empty() { Vec::new() } else { vec![Run { op, text: text.to_owned(), old_text: None }] }
}

struct Hunk {
    same: bool,
    old: std::ops::Range<usize>,
    new: std::ops::Range<usize>,
}

/// The operations, with little islands of kept words ('of', 'the', a comma) between larger changes taken into them:
/// a sentence rewritten reads better whole than as lace.
fn bridged(ops: &[DiffOp], old_keys: &[&str]) -> Vec<Hunk> {
    let mut hunks: Vec<Hunk> = Vec::new();
    for (at, op) in ops.iter().enumerate() {
        let same = matches!(op, DiffOp::Equal { .. });
        let size = |op: Option<&DiffOp>| op.map_or(0, |op| op.old_range().len().max(op.new_range().len()));
        let island = same
            && at > 0
            && at + 1 < ops.len()
            && old_keys[op.old_range()].iter().all(|key| key.chars().count() <= 3)
            && op.old_range().len() <= 2
            && size(ops.get(at - 1)) + size(ops.get(at + 1)) >= 6;
        let same = same && !island;
        match hunks.last_mut() {
            Some(last) if !last.same && !same => {
                last.old.end = op.old_range().end;
                last.new.end = op.new_range().end;
            }
            _ => hunks.push(Hunk { same, old: op.old_range(), new: op.new_range() }),
        }
    }
    hunks
}

fn tokens(text: &str, language: Language) -> Vec<Token<'_>> {
    let mut whole: Vec<(usize, usize)> = prose::dates(text, language).iter().map(|found| (found.start, found.end)).collect();
    whole.extend(prose::references(text, language).iter().map(|found| (found.start, found.end)));
    whole.extend(prose::numbers(text, language).iter().map(|found| (found.start, found.end)));
    whole.sort_by_key(|(start, end)| (*start, std::cmp::Reverse(*end)));
    let mut starts = Vec::new();
    let mut at = 0;
    let mut next_whole = whole.into_iter().peekable();
    let mut in_word = false;
    while at < text.len() {
        while next_whole.next_if(|(start, _)| *start < at).is_some() {}
        if let Some((start, end)) = next_whole.next_if(|(start, end)| *start == at && *end > at) {
            starts.push(start);
            at = end;
            in_word = false;
            continue;
        }
        let Some(c) = text[at..].chars().next() else { break };
        let space = c.is_whitespace() || c == '\u{a0}';
        let joins = matches!(c, '-' | '\u{2010}' | '\u{2011}' | '\'' | '\u{2019}') && in_word;
        let word = c.is_alphanumeric() || joins;
        if !space && !(word && in_word) {
            starts.push(at);
        }
        in_word = word;
        at += c.len_utf8();
    }
    // White space before the first token belongs to it.
    if let Some(first) = starts.first_mut() {
        *first = 0;
    }
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    starts
        .iter()
        .zip(ends)
        .map(|(start, end)| {
            let slice = &text[*start..end];
            Token { slice, key: comparison_form(slice.trim_end()) }
        })
        .collect()
}

/// How many words a run has: what stands between white space and holds a letter or a figure.
pub(super) fn count(text: &str) -> usize {
    text.split(|c: char| c.is_whitespace() || c == '\u{a0}').filter(|word| word.chars().any(char::is_alphanumeric)).count()
}
