//! The words of duties in a language, ready to be looked for.

use std::collections::HashMap;

use regex::Regex;

use crate::languages::{Counted, DutyWords, PerLanguage, Points, Term};
use crate::law::{Actor, DeadlineKind, Event, Language, Modality};

pub(super) struct Lexicon {
    pub actors: Vec<(Regex, Actor)>,
    pub under: Vec<(Regex, Actor, Actor)>,
    pub made_by: Vec<(Regex, &'static [Actor])>,
    /// Whether a verb may stand before its subject.
    pub inverts: bool,
    pub modals: Vec<(Regex, Modality, bool)>,
    pub tones: Vec<(Regex, Modality)>,
    pub doers: Vec<(Regex, &'static [Actor])>,
    pub binding_heading: Regex,
    pub on_behalf: Regex,
    pub prohibits: Regex,
    pub no_duty: Regex,
    pub no_duty_of_things: Regex,
    pub openers: Regex,
    pub subordinators: Regex,
    pub demonstratives: Regex,
    pub negative: Regex,
    pub unfinished: Regex,
    pub finite: Regex,
    pub joins: Regex,
    pub heads: Regex,
    pub again: Regex,
    pub further: Regex,
    pub pronouns: Regex,
    pub passive: Regex,
    pub suffered: Regex,
    pub agent: Regex,
    pub second_verb: Regex,
    pub inner_verb: Regex,
    pub condition: Regex,
    pub exception: Regex,
    pub lists: Vec<(Regex, Regex, Points)>,
    pub idle_headings: Regex,
    pub bearer: Regex,
    pub numbers: HashMap<&'static str, u16>,
    pub units: Vec<(Regex, Counted)>,
    pub terms: Vec<(Regex, Term)>,
    pub bare_periods: Regex,
    pub no_term: Regex,
    pub thereafter: Regex,
    pub events: Vec<(Regex, Event)>,
    pub excepts: Regex,
    pub regards: Regex,
    pub qualifiers: Vec<(Regex, i8)>,
    pub dated: Vec<(Regex, DeadlineKind)>,
}

/// The lexicon of a language; none only where a pattern of its data is no pattern, which a test rules out.
pub(super) fn lexicon(language: Language) -> Option<&'static Lexicon> {
    static LEXICONS: PerLanguage<Option<Lexicon>> = PerLanguage::new();
    LEXICONS.get(language, |words| build(&words.duties, &words.calendar.months).ok()).as_ref()
}

/// A pattern with any white space where it has a space: official texts set hard ones after short words.
fn spaced(pattern: &str) -> String {
    pattern.replace(' ', r"\s")
}

/// A pattern that finds whole words, and capitals where it is written in small letters.
fn anywhere(pattern: &str) -> Result<Regex, regex::Error> {
    let small = pattern.starts_with(|c: char| !c.is_uppercase());
    Regex::new(&format!(r"{}\b(?:{})\b", if small { "(?i)" } else { "" }, spaced(pattern)))
}

/// A pattern for the start of a text.
fn start(pattern: &str) -> Result<Regex, regex::Error> {
    Regex::new(&format!(r"(?i)^(?:{})", spaced(pattern)))
}

/// A pattern for the end of a text.
fn end(pattern: &str) -> Result<Regex, regex::Error> {
    Regex::new(&format!(r"(?i)(?:{})$", spaced(pattern)))
}

fn whole(pattern: &str) -> Result<Regex, regex::Error> {
    Regex::new(&format!(r"(?i)^(?:{})$", spaced(pattern)))
}

/// A pattern that can stand anywhere, with its own edges.
fn free(pattern: &str) -> Result<Regex, regex::Error> {
    Regex::new(&format!("(?i){}", spaced(pattern)))
}

/// A list of words with what they mean, the words as patterns.
fn each<T: Copy>(
    list: &[(&'static str, T)],
    pattern: impl Fn(&str) -> Result<Regex, regex::Error>,
) -> Result<Vec<(Regex, T)>, regex::Error> {
    list.iter().map(|(says, means)| Ok((pattern(says)?, *means))).collect()
}

pub(super) fn build(words: &DutyWords, months: &[&str; 12]) -> Result<Lexicon, regex::Error> {
    let number = words.numbers.iter().map(|(word, _)| *word).collect::<Vec<_>>().join("|");
    let unit = words.units.iter().map(|(word, _)| *word).collect::<Vec<_>>().join("|");
    let expand = |says: &str| {
        says.replace("{period}", &format!(r"(?P<number>[0-9]+|{number})[\s\u{{a0}}-]+(?P<unit>{unit})"))
            .replace(
                "{date}",
                &format!(r"(?P<date>[0-9]{{1,2}}(?:er)?[\s\u{{a0}}]+(?:{})[\s\u{{a0}}]+[0-9]{{4}})", months.join("|")),
            )
            .replace("{event}", r"(?P<event>[^,;:.]+)")
    };
    Ok(Lexicon {
        actors: each(words.actors, anywhere)?,
        under: words
            .under
            .iter()
            .map(|(says, from, to)| Ok((free(says)?, *from, *to)))
            .collect::<Result<_, regex::Error>>()?,
        made_by: each(words.made_by, free)?,
        inverts: words.inverts,
        modals: words
            .modals
            .iter()
            .map(|modal| Ok((anywhere(modal.says)?, modal.modality, modal.is_act)))
            .collect::<Result<_, regex::Error>>()?,
        tones: each(words.tones, start)?,
        doers: each(words.doers, free)?,
        binding_heading: free(words.binding_heading)?,
        on_behalf: start(words.on_behalf)?,
        prohibits: free(words.prohibits)?,
        no_duty: start(&words.no_duty.join("|"))?,
        no_duty_of_things: start(words.no_duty_of_things)?,
        openers: start(words.openers)?,
        subordinators: anywhere(words.subordinators)?,
        demonstratives: free(words.demonstratives)?,
        negative: start(words.negative)?,
        unfinished: end(words.unfinished)?,
        finite: anywhere(words.finite)?,
        joins: whole(words.joins)?,
        heads: whole(words.heads)?,
        again: end(words.again)?,
        further: free(words.further)?,
        pronouns: start(words.pronouns)?,
        passive: start(words.passive)?,
        suffered: start(words.suffered)?,
        agent: free(words.agent)?,
        second_verb: free(words.second_verb)?,
        inner_verb: free(words.inner_verb)?,
        condition: free(words.condition)?,
        exception: free(words.exception)?,
        lists: words
            .lists
            .iter()
            .map(|list| Ok((end(list.lead)?, start(list.point)?, list.points)))
            .collect::<Result<_, regex::Error>>()?,
        idle_headings: start(words.idle_headings)?,
        bearer: free(words.bearer)?,
        numbers: words.numbers.iter().copied().collect(),
        units: each(words.units, whole)?,
        terms: each(words.terms, |says| free(&expand(says)))?,
        bare_periods: free(&expand(r"\b{period}\b"))?,
        no_term: free(words.no_term)?,
        thereafter: start(words.thereafter)?,
        events: each(words.events, free)?,
        excepts: free(words.excepts)?,
        regards: free(words.regards)?,
        qualifiers: each(words.qualifiers, free)?,
        dated: each(words.dated, free)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::languages::vocabulary;

    #[test]
    fn every_pattern_of_every_language_is_one() {
        for language in Language::ALL {
            let words = vocabulary(language);
            let built = build(&words.duties, &words.calendar.months);
            assert!(built.is_ok(), "{language}: {}", built.err().map(|error| error.to_string()).unwrap_or_default());
        }
    }
}
