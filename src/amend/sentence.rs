//! The words of an order as tokens: what is quoted is one token, articles before nouns are left out.

use std::ops::Range;

use crate::languages::{DraftingWords, vocabulary};
use crate::law::Language;
use crate::prose::{Input, Meaning, Token, fold, tokens};

/// A text that may be an order.
pub(super) struct Sentence<'t> {
    /// The text.
    pub text: &'t str,
    /// Its language.
    pub language: Language,
    /// Its tokens.
    pub tokens: Vec<Token>,
}

impl<'t> Sentence<'t> {
    /// Splits a text into tokens.
    pub fn of(text: &'t str, language: Language) -> Sentence<'t> {
        let words = drafting(language);
        let mut all = Vec::new();
        let mut add = |range: Range<usize>| {
            for token in tokens(&text[range.clone()], language) {
                let span = token.span.start + range.start..token.span.end + range.start;
                // 'La' is not a Roman number here.
                let wordlike = matches!(token.means, Meaning::Word | Meaning::Capitals(_));
                let skipped = wordlike && is_one_of(&text[span.clone()], words.determiners);
                if !skipped {
                    all.push(Token { means: token.means, span });
                }
            }
        };
        let mut from = 0;
        let mut quoted = Vec::new();
        for span in quotations(text) {
            add(from..span.start);
            from = span.end;
            quoted.push(span);
        }
        add(from..text.len());
        all.extend(quoted.into_iter().map(|span| Token { means: Meaning::Quoted, span }));
        all.sort_by_key(|token| token.span.start);
        drop_respectively(text, words, &mut all);
        drop_colons(text, &mut all);
        Sentence { text, language, tokens: all }
    }

    /// The words of the language.
    pub fn words(&self) -> &'static DraftingWords {
        drafting(self.language)
    }

    /// What a token says, in lower case and without determiners.
    pub fn said(&self, token: &Token) -> String {
        plain(&self.text[token.span.clone()], self.words().determiners)
    }

    /// The words between the quotation marks of a token.
    pub fn within(&self, token: &Token) -> &'t str {
        let quoted = &self.text[token.span.clone()];
        let mark = |c: char| OPENING.contains(&c) || CLOSING.contains(&c) || crate::law::is_space(c);
        quoted
            .strip_prefix(OPENING)
            .unwrap_or(quoted)
            .strip_suffix(CLOSING)
            .unwrap_or(quoted)
            .trim_matches(|c: char| crate::law::is_space(c) && mark(c))
    }

    /// Takes one of several phrases off the input, the longest that fits.
    pub fn take_phrase(&self, phrases: &[&str], input: &mut Input<'_>) -> Option<usize> {
        let mut best: Option<(usize, usize)> = None;
        for (at, phrase) in phrases.iter().enumerate() {
            let length = self.length_of(phrase, input);
            if let Some(length) = length.filter(|length| best.is_none_or(|(_, longest)| *length > longest)) {
                best = Some((at, length));
            }
        }
        let (at, length) = best?;
        *input = &input[length..];
        Some(at)
    }

    /// How many tokens of the input a phrase takes; `None` where it does not stand there. A `*` stands for the rest of a
    /// word.
    pub fn length_of(&self, phrase: &str, input: &[Token]) -> Option<usize> {
        let mut length = 0;
        let determiners = self.words().determiners;
        // 'qu’il' is two tokens.
        let words = phrase.split(' ').flat_map(|word| word.split_inclusive('\''));
        for word in words.filter(|word| !determiners.contains(word)) {
            let said = self.said(input.get(length)?);
            // 'in the' and 'de la' are one token each.
            let fits = match word.strip_suffix('*') {
                Some(start) => said.starts_with(start),
                None => said == word,
            };
            if fits {
                length += 1;
                continue;
            }
            return self.length_in_pieces(phrase, input);
        }
        Some(length)
    }

    /// As [`Sentence::length_of`], where a token holds several words of the phrase.
    fn length_in_pieces(&self, phrase: &str, input: &[Token]) -> Option<usize> {
        let plain = plain(phrase, self.words().determiners);
        let mut rest = plain.as_str();
        let mut length = 0;
        while !rest.is_empty() {
            let said = self.said(input.get(length)?);
            let after = if said.is_empty() { None } else { rest.strip_prefix(said.as_str()) };
            rest = match (after, rest.split_once('*')) {
                (Some(after), _) if after.is_empty() || after.starts_with(' ') => after.trim_start(),
                (_, Some((start, after))) if !start.contains(' ') && said.starts_with(start) => after.trim_start(),
                _ => return None,
            };
            length += 1;
        }
        Some(length)
    }
}

/// The drafting words of a language.
pub(super) fn drafting(language: Language) -> &'static DraftingWords {
    &vocabulary(language).drafting
}

/// Drops the colons of 'les mots: «x»'.
fn drop_colons(text: &str, tokens: &mut Vec<Token>) {
    for at in (1..tokens.len()).rev() {
        if tokens[at].means == Meaning::Quoted && &text[tokens[at - 1].span.clone()] == ":" {
            tokens.remove(at - 1);
        }
    }
}

/// Drops 'respectively' with the commas around it.
fn drop_respectively(text: &str, words: &DraftingWords, tokens: &mut Vec<Token>) {
    while let Some(at) = tokens.iter().position(|token| is_one_of(&text[token.span.clone()], words.respectively)) {
        let is_comma = |at: usize| tokens.get(at).is_some_and(|token| token.means == Meaning::Comma);
        let between = at > 0 && is_comma(at - 1) && is_comma(at + 1);
        let range = if between { at - 1..at + 2 } else { at..at + 1 };
        tokens.drain(range);
    }
}

fn is_one_of(word: &str, list: &[&str]) -> bool {
    list.contains(&fold(word).as_ref())
}

/// Lower case, without determiners.
fn plain(text: &str, determiners: &[&str]) -> String {
    let folded = fold(text);
    if !folded.contains(' ') {
        return folded.into_owned();
    }
    let kept: Vec<&str> = folded.split(' ').filter(|word| !determiners.contains(word)).collect();
    kept.join(" ")
}

pub(super) const OPENING: [char; 6] = ['‘', '“', '„', '«', '"', '‚'];
pub(super) const CLOSING: [char; 4] = ['’', '”', '»', '"'];

/// The closing marks that can end what a mark opens.
fn closing_of(open: char) -> &'static [char] {
    match open {
        '‘' | '‚' => &['’'],
        '“' => &['”'],
        '„' => &['”', '“'],
        '«' => &['»'],
        _ => &['"'],
    }
}

/// The stretches of a text between quotation marks, marks included, the outermost ones.
pub(super) fn quotations(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut chars = text.char_indices();
    while let Some((start, open)) = chars.next() {
        if !OPENING.contains(&open) {
            continue;
        }
        if let Some(end) = closing(&text[start..]) {
            found.push(start..start + end);
            while chars.clone().next().is_some_and(|(at, _)| at < start + end) {
                chars.next();
            }
        }
    }
    found
}

/// Where the quotation ends that a text starts with: the byte after its closing mark.
fn closing(text: &str) -> Option<usize> {
    let open = text.chars().next()?;
    let close = closing_of(open);
    let mut depth = 0;
    for (at, c) in text.char_indices() {
        let after = at + c.len_utf8();
        if c == open && (open != '"' || at == 0) {
            depth += 1;
        } else if close.contains(&c) {
            // An apostrophe stands before a letter.
            let apostrophe = c == '’' && text[after..].chars().next().is_some_and(char::is_alphanumeric);
            if !apostrophe {
                depth -= 1;
            }
            if depth == 0 {
                return Some(after);
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_quoted_is_one_token() {
        let quoted =
            |text: &str| -> Vec<String> { quotations(text).into_iter().map(|range| text[range].to_owned()).collect() };
        assert_eq!(quoted("the words ‘the owner’s lid’ are replaced by ‘a lid’;"), ["‘the owner’s lid’", "‘a lid’"]);
        assert_eq!(quoted("les mots «l’eau» sont supprimés"), ["«l’eau»"]);
        assert_eq!(quoted("‘a “b” c’"), ["‘a “b” c’"]);
        assert_eq!(quoted("nothing ‘closes this"), [] as [&str; 0]);
    }

    #[test]
    fn determiners_do_not_count() {
        let sentence = Sentence::of("in the Annex, the heading", Language::En);
        let said: Vec<String> = sentence.tokens.iter().map(|token| sentence.said(token)).collect();
        assert_eq!(said, ["in", "annex", ",", "heading"]);
    }

    #[test]
    fn phrases_are_found_across_and_within_tokens() {
        let sentence = Sentence::of("throughout the text of the European Parliament", Language::En);
        assert_eq!(sentence.length_of("throughout text", &sentence.tokens), Some(2));
        assert_eq!(sentence.length_of("through*", &sentence.tokens), Some(1));
        assert_eq!(sentence.length_of("of european parliament", &sentence.tokens[2..]), Some(3));
        assert_eq!(sentence.length_of("of the european parliament", &sentence.tokens[2..]), Some(3));
        assert_eq!(sentence.length_of("of council", &sentence.tokens[2..]), None);
    }
}
