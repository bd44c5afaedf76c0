//! Words within a passage: found whatever their typography, and changed with everything that hangs on the passage.

use std::ops::Range;

use crate::law::{Action, Amendment, Provision, comparison_form, is_space};

/// Where some words stand in a text, compared as texts are compared: quotation marks, dashes and white space of any shape
/// are the same. Words are found whole.
pub(super) fn occurrences(text: &str, words: &str) -> Vec<Range<usize>> {
    let wanted: Vec<char> = comparison_form(words).chars().collect();
    if wanted.is_empty() {
        return Vec::new();
    }
    let folded = folded(text);
    let mut found = Vec::new();
    let mut at = 0;
    while at + wanted.len() <= folded.len() {
        let here = &folded[at..at + wanted.len()];
        let same = here.iter().zip(&wanted).all(|((c, _), want)| c == want);
        let before = at.checked_sub(1).map(|at| folded[at].0);
        let after = folded.get(at + wanted.len()).map(|(c, _)| *c);
        let joins = |one: Option<char>, other: char| one.is_some_and(char::is_alphanumeric) && other.is_alphanumeric();
        if same && !joins(before, wanted[0]) && !joins(after, wanted[wanted.len() - 1]) {
            found.push(here[0].1.start..here[here.len() - 1].1.end);
            at += wanted.len();
        } else {
            at += 1;
        }
    }
    found
}

/// The characters of the comparison form of a text, each with the bytes that it stands for.
fn folded(text: &str) -> Vec<(char, Range<usize>)> {
    let mut out: Vec<(char, Range<usize>)> = Vec::new();
    let mut chars = text.char_indices().peekable();
    while let Some((start, c)) = chars.next() {
        let mut end = start + c.len_utf8();
        if is_space(c) {
            while let Some((at, next)) = chars.peek().copied().filter(|(_, next)| is_space(*next)) {
                end = at + next.len_utf8();
                chars.next();
            }
            out.push((' ', start..end));
            continue;
        }
        let form = comparison_form(&text[start..end]);
        out.extend(form.chars().map(|c| (c, start..end)));
    }
    // A space beside a guillemet or before a closing mark is typography.
    let closes = |c: char| matches!(c, ',' | '.' | ';' | ':' | '!' | '?' | ')' | ']');
    let mut kept: Vec<(char, Range<usize>)> = Vec::with_capacity(out.len());
    for (at, (c, range)) in out.iter().enumerate() {
        let next = out.get(at + 1).map(|(next, _)| *next);
        let guillemet = |range: &Range<usize>| matches!(&text[range.clone()], "«" | "»");
        let beside = kept.last().is_some_and(|(_, range)| &text[range.clone()] == "«")
            || out.get(at + 1).is_some_and(|(_, range)| guillemet(range) && &text[range.clone()] == "»");
        if *c == ' ' && (next.is_some_and(closes) || beside) {
            continue;
        }
        kept.push((*c, range.clone()));
    }
    kept
}

/// Puts words in the place of a part of a provision's text, and notes who did it.
pub(super) fn edit(own: &mut Provision, range: Range<usize>, words: &str, by: &Amendment, action: Action) {
    let Some(text) = own.text.as_mut() else { return };
    text.replace_range(range.clone(), words);
    let (removed, added) = (range.end - range.start, words.len());
    let shift = |at: usize| {
        if at <= range.start {
            at
        } else if at >= range.end {
            at - removed + added
        } else {
            range.start
        }
    };
    own.marks.retain(|mark| mark.end <= range.start || mark.start >= range.end || mark.start == mark.end);
    for mark in &mut own.marks {
        (mark.start, mark.end) = (shift(mark.start), shift(mark.end));
    }
    for done in &mut own.amended {
        done.start = done.start.map(shift);
        done.end = done.end.map(shift).map(|end| end.max(done.start.unwrap_or(end)));
    }
    let (start, end) = (Some(range.start), Some(range.start + added));
    own.amended.push(Amendment { action, start, end, only: None, ..by.clone() });
}

/// The sentences of a text. A full stop ends one where white space and a capital follow; not after a single letter or the
/// usual abbreviations.
///
/// Source: Interinstitutional Style Guide, 10.4 (abbreviations in texts).
pub(super) fn sentences(text: &str) -> Vec<Range<usize>> {
    const ABBREVIATIONS: [&str; 12] = ["No", "Nos", "no", "nos", "Art", "art", "p", "pp", "cf", "nr", "e.g", "i.e"];
    let mut found = Vec::new();
    let mut start = 0;
    for (at, c) in text.char_indices() {
        if !matches!(c, '.' | '!' | '?') {
            continue;
        }
        let after = &text[at + c.len_utf8()..];
        let rest = after.trim_start_matches(['’', '”', '»', ')']);
        let end = text.len() - rest.len();
        let next = rest.trim_start_matches(is_space);
        if next.len() == rest.len() || !next.starts_with(|c: char| c.is_uppercase() || "‘“«(".contains(c)) {
            continue;
        }
        let word = text[..at].rsplit(|c: char| is_space(c) || c == '(').next().unwrap_or_default();
        if ABBREVIATIONS.contains(&word) || (word.len() == 1 && word.chars().all(char::is_alphabetic)) {
            continue;
        }
        found.push(start..end);
        start = text.len() - next.len();
    }
    if start < text.len() {
        found.push(start..text.len());
    }
    found
}

/// One of the sentences of a text by its place from 1; 0 is the last.
pub(super) fn sentence_at(all: &[Range<usize>], place: usize) -> Option<&Range<usize>> {
    if place == 0 { all.last() } else { all.get(place - 1) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_whole_and_whatever_their_typography() {
        let text = "les «\u{a0}tonneaux\u{a0}» d’eau; tonneaux";
        assert_eq!(occurrences(text, "«tonneaux»").len(), 1);
        assert_eq!(occurrences(text, "tonneaux").len(), 2);
        assert_eq!(occurrences("30\u{a0}000 barrels", "30 000 barrels").len(), 1);
        assert_eq!(occurrences("barrels", "barrel").len(), 0);
        assert_eq!(occurrences("the owner’s lid", "owner's").first(), Some(&(4..13)));
    }

    #[test]
    fn an_edit_moves_what_hangs_behind_it() {
        use crate::law::{Kind, Mark, MarkKind};
        let mut own = Provision::new(Kind::Paragraph);
        own.text = Some("ten barrels by 1 May 2032.".to_owned());
        own.marks = vec![Mark { start: 15, end: 25, kind: MarkKind::Date, value: "2032-05-01".to_owned() }];
        let by = Amendment {
            action: Action::Replaced,
            act: "x".to_owned(),
            instruction: None,
            only: None,
            start: None,
            end: None,
        };
        edit(&mut own, 0..3, "twelve", &by, Action::Replaced);
        let text = own.text.unwrap();
        assert_eq!(&text[own.marks[0].start..own.marks[0].end], "1 May 2032");
        assert_eq!(own.amended[0].start.zip(own.amended[0].end), Some((0, 6)));
    }

    #[test]
    fn sentences_end_where_the_next_begins() {
        let text = "See Regulation (EC) No. 5 and Art. 6. The owner may (e.g. in May) act. Where A. B. acts, stop.";
        let found: Vec<&str> = sentences(text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(
            found,
            ["See Regulation (EC) No. 5 and Art. 6.", "The owner may (e.g. in May) act.", "Where A. B. acts, stop."]
        );
    }
}
