//! Sentences and their clauses: a subject, a verb that says how strictly, an act.

use std::ops::Range;

use super::lexicon::Lexicon;
use crate::law::Modality;

/// A clause that may impose something. Every range is one of bytes in the provision's text.
#[derive(Debug, Clone)]
pub(super) struct Clause {
    /// What stands before the subject: 'Where the system presents a risk'.
    pub lead: Range<usize>,
    /// The subject; empty where it goes on from the clause before.
    pub subject: Range<usize>,
    /// The verb that says how strictly.
    pub verb: Range<usize>,
    /// What is to be done, up to the end of the clause.
    pub act: Range<usize>,
    pub modality: Modality,
    /// Whether the subject is that of the clause before.
    pub goes_on: bool,
}

/// The sentences of a text, and the parts of a point between semicolons.
pub(super) fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut from = 0;
    let bytes = text.as_bytes();
    for (at, mark) in text.char_indices() {
        let ends = match mark {
            ';' => true,
            '.' => {
                let rest = text[at + 1..].trim_start_matches(['’', '”', '»', ')']);
                let after = rest.trim_start();
                let abbreviated = at > 0 && {
                    let word = text[..at].rsplit([' ', '\u{a0}', '(']).next().unwrap_or_default();
                    word.len() <= 2
                        && word.chars().all(char::is_alphanumeric)
                        && !word.is_empty()
                        && !bytes[at - 1].is_ascii_digit()
                };
                rest.len() != after.len()
                    && !abbreviated
                    && after.starts_with(|c: char| c.is_uppercase() || matches!(c, '‘' | '“' | '«'))
            }
            _ => false,
        };
        if ends {
            found.push(trimmed(text, from..at + 1));
            from = at + 1;
        }
    }
    found.push(trimmed(text, from..text.len()));
    // What is left behind the last semicolon is 'and' or 'or'.
    let last = found.len().saturating_sub(1);
    let mut at = 0;
    found.retain(|range| {
        at += 1;
        !range.is_empty() && (at <= last || at == 1 || text[range.clone()].contains(char::is_whitespace))
    });
    found
}

/// The range without white space at its ends.
pub(super) fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let whole = &text[range.clone()];
    let start = range.start + whole.len() - whole.trim_start().len();
    let end = range.end - (whole.len() - whole.trim_end().len());
    start..end.max(start)
}

/// The range without the marks that close or join a clause.
pub(super) fn bare(text: &str, range: Range<usize>) -> Range<usize> {
    let whole = &text[range.clone()];
    let is_mark = |c: char| c.is_whitespace() || matches!(c, '.' | ',' | ';' | ':');
    let start = range.start + whole.len() - whole.trim_start_matches(is_mark).len();
    let end = range.end - (whole.len() - whole.trim_end_matches(is_mark).len());
    start..end.max(start)
}

struct Verb {
    span: Range<usize>,
    modality: Modality,
    is_act: bool,
}

/// The clauses of a sentence that say what must, must not or may be done.
pub(super) fn clauses(text: &str, sentence: Range<usize>, words: &Lexicon) -> Vec<Clause> {
    let mut clauses: Vec<Clause> = Vec::new();
    let mut from = sentence.start;
    for verb in verbs(text, sentence.clone(), words) {
        let before = &text[from..verb.span.start];
        let first = clauses.is_empty();
        let mut negated = false;
        let behind = inverted_subject(text, &verb, sentence.end, words);
        // A verb that is the act itself is one only beside the actor that it belongs to.
        if verb.is_act && behind.is_none() && !named_before(before, words) {
            continue;
        }
        let (lead, subject, goes_on) = if let Some(behind) =
            behind.clone().filter(|_| first && !named_before(before, words))
        {
            (from..verb.span.start, behind, false)
        } else if first {
            if is_embedded(before, words) {
                continue;
            }
            let opened = words.openers.is_match(before) && !words.negative.is_match(before);
            if opened && !before.contains(',') {
                continue;
            }
            let cut = if opened { subject_start(before, words) } else { 0 };
            (from..from + cut, from + cut..verb.span.start, false)
        } else if words.again.is_match(before.trim_end()) {
            let at = verb.span.start;
            negated = words.again.find(before.trim_end()).is_some_and(|joint| words.negative.is_match(joint.as_str()));
            (at..at, at..at, true)
        } else {
            let joint = words.further.find_iter(before).last();
            let Some(joint) = joint else { continue };
            let rest = &before[joint.end()..];
            // ', or shall' offers a choice within one act.
            if rest.trim().is_empty() || is_embedded(rest, words) {
                continue;
            }
            let opened = words.openers.is_match(rest);
            if opened && !rest.contains(',') {
                continue;
            }
            let cut = joint.end() + if opened { subject_start(rest, words) } else { 0 };
            (from + joint.end()..from + cut, from + cut..verb.span.start, false)
        };
        if let Some(last) = clauses.last_mut() {
            let end = if goes_on {
                let said = text[from..verb.span.start].trim_end();
                from + words.again.find(said).map_or(said.len(), |joint| joint.start())
            } else {
                words.further.find_iter(before).last().map_or(verb.span.start, |joint| from + joint.start())
            };
            last.act.end = end.max(last.act.start);
        }
        let mut start = if verb.is_act { verb.span.start } else { verb.span.end };
        if goes_on && !verb.is_act {
            // 'nor shall they represent'.
            let rest = text[start..sentence.end].trim_start();
            let inverted = words.pronouns.find(rest).map_or(0, |hit| hit.end());
            start = sentence.end - rest.len() + inverted;
        }
        clauses.push(Clause {
            lead: bare(text, lead),
            subject: bare(text, subject),
            verb: verb.span.clone(),
            act: start..sentence.end,
            modality: if negated { Modality::MustNot } else { verb.modality },
            goes_on,
        });
        from = verb.span.end;
    }
    for clause in &mut clauses {
        clause.act = bare(text, clause.act.clone());
    }
    clauses
}

/// Every verb of modality in a sentence, in order, the longest where several start at one place.
fn verbs(text: &str, sentence: Range<usize>, words: &Lexicon) -> Vec<Verb> {
    let mut found: Vec<Verb> = Vec::new();
    let part = &text[sentence.clone()];
    for (says, modality, is_act) in &words.modals {
        for hit in says.find_iter(part) {
            let span = sentence.start + hit.start()..sentence.start + hit.end();
            if !found.iter().any(|other| other.span.start < span.end && span.start < other.span.end) {
                found.push(Verb { span, modality: *modality, is_act: *is_act });
            }
        }
    }
    found.sort_by_key(|verb| verb.span.start);
    found
}

/// Whether a verb that follows belongs to a clause within the clause: after 'which', without another verb between.
fn is_embedded(before: &str, words: &Lexicon) -> bool {
    let shown: Vec<Range<usize>> = words.demonstratives.find_iter(before).map(|hit| hit.range()).collect();
    let opens = |hit: &regex::Match<'_>| !shown.iter().any(|shown| shown.contains(&hit.start()));
    // At the head of a sentence it points back: 'That report'.
    let points = before.len() - before.trim_start().len();
    let opens = |hit: &regex::Match<'_>| opens(hit) && (hit.start() > points || words.openers.is_match(before));
    let Some(last) = words.subordinators.find_iter(before).filter(opens).last() else { return false };
    let rest = &before[last.end()..];
    // Past its own comma, a clause that opens the sentence is over.
    let over = words.finite.is_match(rest) || (rest.contains(',') && !rest.trim().is_empty());
    !over
}

/// Where the subject starts in what stands before the verb, where the sentence opens with something else.
fn subject_start(before: &str, words: &Lexicon) -> usize {
    let commas: Vec<usize> = before.match_indices(',').map(|(at, _)| at + 1).collect();
    let mut best = None;
    for &at in commas.iter().rev() {
        let rest = before[at..].trim_start();
        if rest.is_empty() {
            continue;
        }
        let head = before.len() - rest.len();
        let joined = words.joins.is_match(rest.split_inclusive(' ').next().unwrap_or_default().trim());
        let aside = words.openers.is_match(rest);
        let names = words.pronouns.is_match(rest)
            || words
                .actors
                .iter()
                .any(|(says, _)| says.find(rest).is_some_and(|hit| words.heads.is_match(rest[..hit.start()].trim())));
        if aside {
            continue;
        }
        if best.is_none() || (names && !joined) {
            best = Some(head);
        }
        if names {
            // A list of actors goes on before the comma.
            let earlier = before[..at - 1].rsplit(',').next().unwrap_or_default().trim();
            let listed = !words.openers.is_match(earlier)
                && words.actors.iter().any(|(says, _)| {
                    says.find(earlier).is_some_and(|hit| {
                        let after = &earlier[hit.end()..];
                        let qualified =
                            words.subordinators.find(after.trim_start()).is_some_and(|sub| sub.start() == 0);
                        words.heads.is_match(earlier[..hit.start()].trim()) && (after.is_empty() || qualified)
                    })
                });
            if !listed {
                break;
            }
        }
    }
    best.unwrap_or(0)
}

/// The actor right behind a verb, where the language puts subjects there: 'zorgt de aanbieder ervoor'.
fn inverted_subject(text: &str, verb: &Verb, end: usize, words: &Lexicon) -> Option<Range<usize>> {
    if !words.inverts {
        return None;
    }
    let rest = &text[verb.span.end..end];
    let hits = words.actors.iter().filter_map(|(says, _)| says.find(rest));
    let nearest = hits.min_by_key(|hit| (hit.start(), std::cmp::Reverse(hit.end())))?;
    words.heads.is_match(rest[..nearest.start()].trim()).then(|| verb.span.end..verb.span.end + nearest.end())
}

/// Whether an actor heads what stands before a verb.
fn named_before(before: &str, words: &Lexicon) -> bool {
    let heads = |(says, _): &(regex::Regex, crate::law::Actor)| {
        says.find(before).is_some_and(|hit| words.heads.is_match(before[..hit.start()].trim()))
    };
    words.pronouns.is_match(before.trim_start()) || words.actors.iter().any(heads)
}
