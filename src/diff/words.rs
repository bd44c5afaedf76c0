//! The words of two texts compared.

use std::ops::Range;

use serde::Serialize;
use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::law::{Language, comparison_form, is_space};
use crate::prose::{self, FoundDate, FoundNumber, FoundReference};

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
/// kept and added ones the new text: see [`old_text`] and [`new_text`].
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

/// The earlier text that runs were made from.
pub fn old_text(runs: &[Run]) -> String {
    let kept = runs.iter().filter(|run| run.op != Op::Added);
    kept.map(|run| run.old_text.as_deref().unwrap_or(&run.text)).collect()
}

/// The later text that runs were made from.
pub fn new_text(runs: &[Run]) -> String {
    runs.iter().filter(|run| run.op != Op::Removed).map(|run| run.text.as_str()).collect()
}

/// A text with the dates, references and numbers in it.
pub(super) struct Spotted<'t> {
    pub text: &'t str,
    pub dates: Vec<FoundDate>,
    pub references: Vec<FoundReference>,
    /// Numbers outside dates and references.
    pub numbers: Vec<FoundNumber>,
}

impl<'t> Spotted<'t> {
    pub fn of(text: &'t str, language: Language) -> Spotted<'t> {
        let dates = prose::dates(text, language);
        let references = prose::references(text, language);
        let mut numbers = prose::numbers(text, language);
        let taken = |start: usize| {
            dates.iter().any(|date| (date.start..date.end).contains(&start))
                || references.iter().any(|reference| (reference.start..reference.end).contains(&start))
        };
        numbers.retain(|number| !taken(number.start));
        Spotted { text, dates, references, numbers }
    }
}

/// A token of a text: from its start to the start of the next, so that the tokens joined give the text.
struct Token<'t> {
    slice: &'t str,
    key: String,
}

/// Compares two texts word by word. Dates, references and numbers with their unit are one word each.
pub(super) fn runs(old: &Spotted<'_>, new: &Spotted<'_>) -> Vec<Run> {
    // The same two texts are always compared in the same direction, so that the result is the same whichever is called
    // the old one.
    if (old.text.len(), old.text) > (new.text.len(), new.text) {
        runs_of(directed(new, old).into_iter().map(Piece::turned).collect())
    } else {
        runs_of(directed(old, new))
    }
}

/// Words of two texts that stand in the same place.
struct Piece {
    old: String,
    new: String,
    /// Whether they are the same words.
    same: bool,
}

impl Piece {
    /// The piece with old and new exchanged.
    fn turned(self) -> Piece {
        Piece { old: self.new, new: self.old, same: self.same }
    }
}

/// The pieces of two texts in turn.
fn directed(from: &Spotted<'_>, to: &Spotted<'_>) -> Vec<Piece> {
    let (from, to) = (tokens(from), tokens(to));
    let text = |tokens: &[Token<'_>], range: Range<usize>| tokens[range].iter().map(|token| token.slice).collect();
    let hunks = hunks(from.iter(), to.iter()).into_iter();
    hunks.map(|hunk| Piece { old: text(&from, hunk.from), new: text(&to, hunk.to), same: hunk.same }).collect()
}

/// Compares a text with the parts that it was divided into, or joined from: the runs of each part, with the words of the
/// whole that stand in it or went at its place.
pub(super) fn runs_in_parts(whole: &Spotted<'_>, parts: &[Spotted<'_>], whole_is_old: bool) -> Vec<Vec<Run>> {
    let whole_tokens = tokens(whole);
    let part_tokens: Vec<(usize, Token<'_>)> = parts
        .iter()
        .enumerate()
        .flat_map(|(at, part)| tokens(part).into_iter().map(move |token| (at, token)))
        .collect();
    let mut pieces: Vec<Vec<Piece>> = parts.iter().map(|_| Vec::new()).collect();
    let mut push = |part: usize, of_whole: &str, of_part: &str, same: bool| match pieces[part].last_mut() {
        Some(last) if last.same == same => {
            last.old.push_str(of_whole);
            last.new.push_str(of_part);
        }
        _ => pieces[part].push(Piece { old: of_whole.to_owned(), new: of_part.to_owned(), same }),
    };
    for hunk in hunks(whole_tokens.iter(), part_tokens.iter().map(|(_, token)| token)) {
        if hunk.same {
            for (whole, part) in hunk.from.zip(hunk.to) {
                push(part_tokens[part].0, whole_tokens[whole].slice, part_tokens[part].1.slice, true);
            }
            continue;
        }
        // What is in no part went where the next words stand, or the last ones.
        let place = part_tokens.get(hunk.to.start).or(part_tokens.last()).map_or(0, |(part, _)| *part);
        for token in &whole_tokens[hunk.from] {
            push(place, token.slice, "", false);
        }
        for (part, token) in &part_tokens[hunk.to] {
            push(*part, "", token.slice, false);
        }
    }
    let oriented = |piece: Piece| if whole_is_old { piece } else { piece.turned() };
    pieces.into_iter().map(|pieces| runs_of(pieces.into_iter().map(oriented).collect())).collect()
}

/// The runs of the pieces of two texts.
fn runs_of(mut pieces: Vec<Piece>) -> Vec<Run> {
    // White space after kept words that only one side has belongs to what that side has next: 'the act[- of 2024-]{+,+}'.
    for at in 1..pieces.len() {
        let (before, after) = pieces.split_at_mut(at);
        let ([.., kept], [next, ..]) = (before, after) else { continue };
        if kept.same && !next.same && trailing_space(&kept.old) != trailing_space(&kept.new) {
            hand_on_space(&mut kept.old, &mut next.old);
            hand_on_space(&mut kept.new, &mut next.new);
        }
    }
    let mut runs = Vec::new();
    for Piece { old, new, same } in pieces {
        if same {
            let old_text = (old != new).then_some(old);
            runs.push(Run { op: Op::Kept, text: new, old_text });
        } else {
            runs.extend(whole(Op::Removed, &old).into_iter().chain(whole(Op::Added, &new)));
        }
    }
    runs
}

fn trailing_space(text: &str) -> &str {
    &text[text.trim_end_matches(is_space).len()..]
}

/// Moves the white space at the end of a text to the start of the next one, where that has words.
fn hand_on_space(text: &mut String, next: &mut String) {
    if !next.is_empty() {
        let space = text.split_off(text.len() - trailing_space(text).len());
        next.insert_str(0, &space);
    }
}

/// A whole text as one run.
pub(super) fn whole(op: Op, text: &str) -> Vec<Run> {
    if text.is_empty() { Vec::new() } else { vec![Run { op, text: text.to_owned(), old_text: None }] }
}

struct Hunk {
    same: bool,
    from: Range<usize>,
    to: Range<usize>,
}

/// Most tokens of an island of kept words that is taken into the changes around it.
const LARGEST_ISLAND: usize = 2;
/// Longest word that such an island may hold: 'of', 'the', a comma.
const LONGEST_IN_ISLAND: usize = 3;
/// Fewest changed tokens around an island that is taken into them.
const SMALLEST_SEA: usize = 6;

/// What is the same and what is not in two rows of tokens.
fn hunks<'t>(from: impl Iterator<Item = &'t Token<'t>>, to: impl Iterator<Item = &'t Token<'t>>) -> Vec<Hunk> {
    let from: Vec<&str> = from.map(|token| token.key.as_str()).collect();
    let to: Vec<&str> = to.map(|token| token.key.as_str()).collect();
    bridged(&capture_diff_slices(Algorithm::Histogram, &from, &to), &from)
}

/// The operations, with little islands of kept words between larger changes taken into them: a sentence rewritten
/// reads better whole than as lace.
fn bridged(ops: &[DiffOp], from_keys: &[&str]) -> Vec<Hunk> {
    let size = |op: Option<&DiffOp>| op.map_or(0, |op| op.old_range().len().max(op.new_range().len()));
    let mut hunks: Vec<Hunk> = Vec::new();
    for (at, op) in ops.iter().enumerate() {
        let equal = matches!(op, DiffOp::Equal { .. });
        let island = equal
            && at > 0
            && at + 1 < ops.len()
            && op.old_range().len() <= LARGEST_ISLAND
            && from_keys[op.old_range()].iter().all(|key| key.chars().count() <= LONGEST_IN_ISLAND)
            && size(ops.get(at - 1)) + size(ops.get(at + 1)) >= SMALLEST_SEA;
        let same = equal && !island;
        match hunks.last_mut() {
            Some(last) if !last.same && !same => {
                last.from.end = op.old_range().end;
                last.to.end = op.new_range().end;
            }
            _ => hunks.push(Hunk { same, from: op.old_range(), to: op.new_range() }),
        }
    }
    hunks
}

fn tokens<'t>(spotted: &Spotted<'t>) -> Vec<Token<'t>> {
    let text = spotted.text;
    let starts = starts(spotted);
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    let slices = starts.iter().zip(ends).map(|(start, end)| &text[*start..end]);
    slices.map(|slice| Token { slice, key: comparison_form(slice.trim_end()) }).collect()
}

/// Where the tokens of a text start.
fn starts(spotted: &Spotted<'_>) -> Vec<usize> {
    let text = spotted.text;
    let mut whole: Vec<(usize, usize)> = spotted.dates.iter().map(|found| (found.start, found.end)).collect();
    whole.extend(spotted.references.iter().map(|found| (found.start, found.end)));
    whole.extend(spotted.numbers.iter().map(|found| (found.start, found.end)));
    whole.sort_by_key(|(start, end)| (*start, std::cmp::Reverse(*end)));
    let mut next_whole = whole.into_iter().peekable();
    let mut starts = Vec::new();
    let mut at = 0;
    let mut in_word = false;
    while let Some(c) = text[at..].chars().next() {
        while next_whole.next_if(|(start, _)| *start < at).is_some() {}
        if let Some((start, end)) = next_whole.next_if(|(start, end)| *start == at && *end > at) {
            starts.push(start);
            at = end;
            in_word = false;
            continue;
        }
        let joins = in_word && matches!(c, '-' | '\u{2010}' | '\u{2011}' | '\'' | '\u{2019}');
        let word = c.is_alphanumeric() || joins;
        let goes_on = word && in_word;
        if !is_space(c) && !goes_on {
            starts.push(at);
        }
        in_word = word;
        at += c.len_utf8();
    }
    // White space before the first token belongs to it.
    match starts.first_mut() {
        Some(first) => *first = 0,
        None if !text.is_empty() => starts.push(0),
        None => {}
    }
    starts
}

/// How many words a run has: what stands between white space and holds a letter or a figure.
pub(super) fn count(text: &str) -> usize {
    text.split(is_space).filter(|word| word.chars().any(char::is_alphanumeric)).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(old: &str, new: &str) -> String {
        let spotted = |text| Spotted::of(text, Language::En);
        let runs = runs(&spotted(old), &spotted(new));
        assert_eq!((old_text(&runs).as_str(), new_text(&runs).as_str()), (old, new));
        let marked = runs.iter().map(|run| match run.op {
            Op::Kept => run.text.clone(),
            Op::Removed => format!("[-{}-]", run.text),
            Op::Added => format!("{{+{}+}}", run.text),
        });
        marked.collect()
    }

    #[test]
    fn dates_references_and_amounts_are_one_word() {
        assert_eq!(
            shown("By 2 August 2026, Article 6(1) applies.", "By 2 August 2027, Article 6(2) applies."),
            "By [-2 August 2026-]{+2 August 2027+}, [-Article 6(1) -]{+Article 6(2) +}applies."
        );
        assert_eq!(shown("up to EUR 15 000 000", "up to EUR 35 000 000"), "up to [-EUR 15 000 000-]{+EUR 35 000 000+}");
    }

    #[test]
    fn a_space_that_one_side_has_goes_with_its_words() {
        assert_eq!(
            shown("the act of 2024 applies", "the act, as amended, applies"),
            "the act[- of 2024 -]{+, as amended, +}applies"
        );
    }

    #[test]
    fn little_islands_are_taken_into_the_changes_around_them() {
        let (old, new) = (
            "the roles and tasks of authorities under this Chapter",
            "references in this Chapter to them of course then",
        );
        assert!(!shown(old, new).contains("-]of"), "{}", shown(old, new));
    }
}
