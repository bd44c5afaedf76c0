//! The words of claims as regular expressions, made once for each language.

use std::ops::Range;

use regex::Regex;

use crate::languages::{ClaimWords, Happening, PerLanguage, Topic};
use crate::law::Language;

/// The expressions of a language.
pub(super) struct Words {
    pub happenings: Vec<(Happening, Regex)>,
    pub topics: Vec<(Topic, Regex)>,
    pub due: Regex,
    pub open: Regex,
    pub documents: Regex,
    pub meetings: Regex,
    pub attribute: Regex,
    pub dates: Regex,
    pub months: Vec<String>,
    pub dateline: Regex,
    pub clause: Regex,
    pub steps: Regex,
    pub about: [Regex; 2],
    pub act_links: Regex,
    pub own_act: Regex,
    pub hereafter: Regex,
    pub period: Regex,
    pub papers: Regex,
}

/// The expressions of a language; none where letters in it are not read.
pub(super) fn words(language: Language) -> Option<&'static Words> {
    static WORDS: PerLanguage<Option<Words>> = PerLanguage::new();
    WORDS.get(language, |words| build(words.claims?, &words.calendar.months)).as_ref()
}

/// Everything that a table finds in a text that begins at `offset`; where two overlap, the entry that stands first in the
/// table counts.
pub(super) fn all<T: Copy>(table: &[(T, Regex)], text: &str, offset: usize) -> Vec<(T, Range<usize>)> {
    let mut found: Vec<(T, Range<usize>)> = Vec::new();
    for (means, reader) in table {
        for hit in reader.find_iter(text) {
            let span = hit.start() + offset..hit.end() + offset;
            if !found.iter().any(|(_, known)| known.start < span.end && span.start < known.end) {
                found.push((*means, span));
            }
        }
    }
    found
}

fn build(words: &ClaimWords, months: &[&str]) -> Option<Words> {
    let within = |source: &str| Regex::new(&format!(r"(?i)\b(?:{source})\b")).ok();
    let table = |source: &str| Regex::new(&format!(r"(?i)\b(?:{source})")).ok();
    let start = |source: &str| Regex::new(&format!(r"(?i)^(?:{source})")).ok();
    let months: Vec<String> = months.iter().map(|month| month.to_lowercase()).collect();
    let years = words.years.join("|").replace(' ', r"\s+");
    let behind = words.past.iter().chain(words.coming).map(|word| regex::escape(word)).collect::<Vec<_>>().join("|");
    let names = months.join("|");
    let leads = words.month_leads;
    // A day, a month and perhaps a year; a month and a day; a month with a year; a month after 'in'.
    let dates = format!(
        r"(?ix)
          \b(?P<iso>\d{{4}}-\d{{2}}-\d{{2}})\b
        | \b(?P<day>\d{{1,2}})(?:st|nd|rd|th|e)?\s+(?:of\s+)?(?P<month>{names})\b(?:\s+(?P<year>(?:19|20)\d{{2}})\b)?(?:\s+(?P<rel>{behind}|{years}))?
        | \b(?P<month2>{names})\s+(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s+(?P<year2>(?:19|20)\d{{2}})\b)?
        | \b(?P<month3>{names})\s+(?:(?P<year3>(?:19|20)\d{{2}})\b|(?P<rel3>{years}))
        | \b(?:{leads})\s+(?P<month4>{names})\b(?:\s+(?:(?P<year4>(?:19|20)\d{{2}})\b|(?P<rel4>{years})))?
        | \b(?P<day5>\d{{1,2}})[./](?P<month5>\d{{1,2}})[./](?P<year5>(?:19|20)\d{{2}})\b",
    );
    Some(Words {
        happenings: words
            .happenings
            .iter()
            .map(|(means, source)| Some((*means, table(source)?)))
            .collect::<Option<_>>()?,
        topics: words.topics.iter().map(|(means, source)| Some((*means, table(source)?))).collect::<Option<_>>()?,
        due: Regex::new(&format!(r"(?i)\b(?:{})\s*$", words.due)).ok()?,
        open: within(words.open)?,
        documents: Regex::new(&format!(r"(?i)\b(?:{})$", words.documents)).ok()?,
        meetings: Regex::new(&format!(r"(?i)\b(?:{})$", words.meetings)).ok()?,
        attribute: Regex::new(&format!(r"(?i)\b(?:{})\s*$", words.attribute)).ok()?,
        dates: Regex::new(&dates).ok()?,
        months,
        dateline: Regex::new(&format!(r"(?i)\b(?:{})$", words.dateline)).ok()?,
        clause: Regex::new(&format!(r"(?i)(?:[,;:(]\s+|\s)(?:{})\b|;\s|,\s", words.clause)).ok()?,
        steps: start(words.steps)?,
        about: [
            Regex::new(&format!("(?i){}", words.about[0])).ok()?,
            Regex::new(&format!("(?i){}", words.about[1])).ok()?,
        ],
        act_links: start(words.act_links)?,
        own_act: within(words.own_act)?,
        hereafter: within(words.hereafter).or_else(|| Regex::new(words.hereafter).ok())?,
        period: within(words.period)?,
        papers: Regex::new(&format!(r"(?i)\b(?:{})", words.papers)).ok()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_every_language_that_is_read_are_sound() {
        for language in [Language::En, Language::Nl] {
            assert!(words(language).is_some(), "{language}: an expression that cannot be read");
        }
    }
}
