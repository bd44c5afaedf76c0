//! Defined terms in running text.

use std::collections::HashMap;
use std::sync::OnceLock;

use regex::Regex;

use super::tokens::{LETTER, fold};
use crate::languages::vocabulary;
use crate::law::Language;

/// A defined term where a text uses it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FoundTerm {
    /// First byte.
    pub start: usize,
    /// Byte after the last.
    pub end: usize,
    /// The place of the term in the list that was looked for.
    pub term: usize,
}

/// Terms to be found in texts, in every form that their words take.
pub struct Terms {
    /// The terms that start with a word in some form, the longest first.
    by_first: HashMap<String, Vec<usize>>,
    /// For each term, the forms of each of its words.
    words: Vec<Vec<Vec<String>>>,
}

impl Terms {
    /// The terms of a list, as they are defined.
    pub fn new<'t>(terms: impl Iterator<Item = &'t str>, language: Language) -> Terms {
        let forms = &vocabulary(language).terms;
        let words: Vec<Vec<Vec<String>>> =
            terms.map(|term| pieces(term).map(|piece| forms.forms_of(&piece.folded)).collect()).collect();
        let mut by_first: HashMap<String, Vec<usize>> = HashMap::new();
        for (at, term) in words.iter().enumerate() {
            for form in term.first().into_iter().flatten() {
                by_first.entry(form.clone()).or_default().push(at);
            }
        }
        for same_start in by_first.values_mut() {
            same_start.sort_by_key(|at| (std::cmp::Reverse(words[*at].len()), *at));
        }
        Terms { by_first, words }
    }

    /// Where a text uses the terms, in order: at each place the longest, and none within another.
    pub fn find(&self, text: &str) -> Vec<FoundTerm> {
        let pieces: Vec<Piece<'_>> = pieces(text).collect();
        let mut found = Vec::new();
        let mut at = 0;
        while at < pieces.len() {
            let here = &pieces[at..];
            let candidates = self.by_first.get(here[0].folded.as_ref()).into_iter().flatten();
            let hit = candidates.copied().find(|term| self.stands_at(*term, here, text));
            match hit {
                Some(term) => {
                    let last = at + self.words[term].len() - 1;
                    found.push(FoundTerm { start: pieces[at].start, end: pieces[last].end, term });
                    at = last + 1;
                }
                None => at += 1,
            }
        }
        found
    }

    fn stands_at(&self, term: usize, pieces: &[Piece<'_>], text: &str) -> bool {
        let words = &self.words[term];
        pieces.len() >= words.len()
            && words.iter().zip(pieces).all(|(forms, piece)| forms.iter().any(|form| *form == piece.folded))
            && pieces[..words.len()].windows(2).all(|two| joins(&text[two[0].end..two[1].start]))
    }
}

/// A word of a text in lower case, and where it stands.
struct Piece<'t> {
    folded: std::borrow::Cow<'t, str>,
    start: usize,
    end: usize,
}

/// The words of a text. An apostrophe separates: 'provider’s', 'd’IA'; a hyphen does not: 'high-risk' is one word, in
/// which no 'risk' is used.
fn pieces(text: &str) -> impl Iterator<Item = Piece<'_>> {
    static WORD: OnceLock<Option<Regex>> = OnceLock::new();
    let pattern = format!(r"{LETTER}(?:[-\u{{2010}}\u{{2011}}]?(?:{LETTER}|[0-9]))*");
    let word = WORD.get_or_init(|| Regex::new(&pattern).ok());
    word.iter().flat_map(move |word| word.find_iter(text)).map(|found| {
        let folded = fold(found.as_str());
        let folded = match folded.contains(['\u{2010}', '\u{2011}']) {
            true => folded.replace(['\u{2010}', '\u{2011}'], "-").into(),
            false => folded,
        };
        Piece { folded, start: found.start(), end: found.end() }
    })
}

/// Whether what stands between two words leaves them one expression: spaces and quotation marks do.
fn joins(between: &str) -> bool {
    between.chars().all(|c| c.is_whitespace() || matches!(c, '‘' | '’' | '“' | '”' | '„' | '«' | '»' | '\'' | '"'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found<'t>(terms: &[&str], text: &'t str, language: Language) -> Vec<&'t str> {
        let terms = Terms::new(terms.iter().copied(), language);
        terms.find(text).into_iter().map(|found| &text[found.start..found.end]).collect()
    }

    #[test]
    fn terms_are_found_in_the_forms_of_each_language() {
        let cases: [(Language, &[&str], &str, &[&str]); 3] = [
            (
                Language::En,
                &["AI system", "notified body", "placing on the market", "provider"],
                "Providers’ AI systems placed on the market; notified bodies and the provider’s staff.",
                &["Providers", "AI systems", "placed on the market", "notified bodies", "provider"],
            ),
            (
                Language::Nl,
                &["AI-systeem", "in de handel brengen", "ernstig incident", "risico", "autoriteit"],
                "AI‑systemen die in de handel zijn gebracht, in de handel gebracht, ernstige incidenten, risico’s, autoriteiten",
                &["AI‑systemen", "in de handel gebracht", "ernstige incidenten", "risico", "autoriteiten"],
            ),
            (
                Language::Fr,
                &["système d’IA", "mise sur le marché", "organisme notifié"],
                "les systèmes d'IA mis sur le marché par des organismes notifiés",
                &["systèmes d'IA", "mis sur le marché", "organismes notifiés"],
            ),
        ];
        for (language, terms, text, expected) in cases {
            assert_eq!(found(terms, text, language), expected, "{text}");
        }
    }

    #[test]
    fn the_longest_term_counts_and_none_within_another_or_across_a_mark() {
        let terms = ["AI system", "general-purpose AI system", "risk", "provider"];
        let text = "a general-purpose AI system, a high-risk AI system; at risk. Providing is no provider: AI, system";
        let expected = ["general-purpose AI system", "AI system", "risk", "provider"];
        assert_eq!(found(&terms, text, Language::En), expected);
    }
}
