//! Dates with what they are said of.

use std::ops::Range;

use super::sentences::Sentence;
use super::words::{Words, all};
use super::written::{Written, month, year_word};
use super::{Claim, Letter, Says, gap};
use crate::languages::{Happening, Topic};
use crate::law::{Date, Language};

/// How far a word may stand from a date, within one clause, to be what the date is said of.
const FAR: usize = 140;

/// How far before 'van' a word may end that the date is an attribute of: 'het mandaat van de Raad van 13 maart'.
const NOUN: usize = 24;

/// A date with what it is said of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateClaim {
    /// The days that the words can mean: one, or those of a month; none where the year is not certain.
    pub days: Option<(Date, Date)>,
    /// What happened or will happen then.
    pub happening: Option<Happening>,
    /// What it is about.
    pub topics: Vec<Topic>,
    /// Whether it says by when.
    pub is_limit: bool,
    /// Whether it is a plan, a hope or a question.
    pub is_open: bool,
}

/// How a date without a year is placed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Relation {
    Past,
    Coming,
    /// So many years from that of the letter.
    Year(i16),
}

/// A date as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Raw {
    pub span: Range<usize>,
    pub day: Option<i8>,
    pub month: i8,
    pub year: Option<i16>,
    pub relation: Option<Relation>,
}

impl Raw {
    /// The day, where it is written whole.
    pub fn full(&self) -> Option<Date> {
        Date::new(self.year?, self.month, self.day?)
    }

    fn in_year(&self, year: i16) -> Option<(Date, Date)> {
        match self.day {
            Some(day) => Date::new(year, self.month, day).map(|day| (day, day)),
            None => month(year, self.month),
        }
    }

    /// The days that it means in a letter that was written then.
    fn days(&self, written: Option<Written>) -> Option<(Date, Date)> {
        if let Some(year) = self.year {
            return self.in_year(year);
        }
        let written = written?;
        let on = |day: Date| {
            let years = || (day.year() - 1..=day.year() + 1).filter_map(|year| self.in_year(year));
            match self.relation {
                Some(Relation::Past) => years().filter(|(from, _)| *from <= day).max(),
                Some(Relation::Coming) => years().filter(|(_, to)| *to >= day).min(),
                Some(Relation::Year(shift)) => self.in_year(day.year() + shift),
                None => years().min_by_key(|(from, _)| day.days_to(*from).abs()),
            }
        };
        // Whatever day the letter was written on, it must mean the same.
        let (first, last) = (on(written.from)?, on(written.to)?);
        (first == last).then_some(first)
    }
}

/// The dates in a text that begins at `offset`.
pub(super) fn raw_dates(text: &str, offset: usize, words: &Words) -> Vec<Raw> {
    let read = words.dates.captures_iter(text).filter_map(|found| {
        let whole = found.get(0)?;
        let named = |names: &[&str]| names.iter().find_map(|name| found.name(name)).map(|hit| hit.as_str());
        let span = whole.start() + offset..whole.end() + offset;
        if let Some(iso) = named(&["iso"]) {
            let date: Date = iso.parse().ok()?;
            return Some(Raw {
                span,
                day: Some(date.day()),
                month: date.month(),
                year: Some(date.year()),
                relation: None,
            });
        }
        let month = match named(&["month5"]) {
            Some(figures) => figures.parse().ok()?,
            None => {
                let name = named(&["month", "month2", "month3", "month4"])?.to_lowercase();
                i8::try_from(words.months.iter().position(|known| *known == name)? + 1).ok()?
            }
        };
        let day = named(&["day", "day2", "day5"]).map(str::parse).transpose().ok()?;
        let year = named(&["year", "year2", "year3", "year4", "year5"]).map(str::parse).transpose().ok()?;
        // A day that the calendar does not have is no date, in any year.
        Date::new(year.unwrap_or(2024), month, day.unwrap_or(1))?;
        let relation = named(&["rel", "rel3", "rel4"]).and_then(relation);
        Some(Raw { span, day, month, year, relation })
    });
    read.collect()
}

fn relation(word: &str) -> Option<Relation> {
    for language in Language::ALL {
        let Some(words) = crate::languages::vocabulary(language).claims else { continue };
        let is = |known: &&&str| known.eq_ignore_ascii_case(word);
        if words.past.iter().any(|known| is(&known)) {
            return Some(Relation::Past);
        }
        if words.coming.iter().any(|known| is(&known)) {
            return Some(Relation::Coming);
        }
        if let Some(shift) = year_word(word, language) {
            return Some(Relation::Year(shift));
        }
    }
    None
}

/// The dates of a sentence.
pub(super) fn find(letter: &Letter<'_>, sentence: &Sentence, claims: &mut Vec<Claim>) {
    let dates = raw_dates(letter.text(&sentence.span), sentence.span.start, letter.words);
    for raw in &dates {
        let clause = sentence.clause_of(raw.span.start).clone();
        let others: Vec<&Range<usize>> = dates.iter().filter(|other| *other != raw).map(|other| &other.span).collect();
        let before = &letter.document.text[sentence.span.start..raw.span.start];
        let of_document = letter.words.documents.is_match(before);
        let limit = letter.words.due.is_match(before);
        // 'de visie van juli 2025': the date belongs to the noun before it.
        let noun = letter.words.attribute.find(before).map(|hit| sentence.span.start + hit.start());
        let tied = (!of_document).then(|| tied(letter, &raw.span, &clause, &sentence.span, &others, noun)).flatten();
        let topics = near_topics(letter, &raw.span, &clause, &sentence.span, tied.is_some() || limit);
        let happening = match tied {
            Some(happening) => Some(happening),
            None if limit && !of_document && !topics.is_empty() => Some(Happening::Due),
            None => None,
        };
        // What is planned for a meeting need not come about there.
        let is_open = letter.words.meetings.is_match(before)
            || letter.words.open.is_match(letter.text(&clause))
            || letter.text(&sentence.span).ends_with('?');
        let (works, from_context) = letter.works_near(&raw.span, &clause, sentence);
        let says = DateClaim { days: raw.days(letter.written), happening, topics, is_limit: limit, is_open };
        claims.push(letter.claim(raw.span.clone(), Says::Date(says), works, from_context));
    }
}

/// What is said to happen on a date: the nearest word for it in the clause, else in the sentence, with no other date in
/// between.
fn tied(
    letter: &Letter<'_>,
    at: &Range<usize>,
    clause: &Range<usize>,
    sentence: &Range<usize>,
    others: &[&Range<usize>],
    noun: Option<usize>,
) -> Option<Happening> {
    [clause, sentence].into_iter().find_map(|within| {
        let hits = all(&letter.words.happenings, letter.text(within), within.start);
        let free = |span: &Range<usize>| {
            let (from, to) = (span.end.min(at.end), span.start.max(at.start));
            !others.iter().any(|other| other.start >= from && other.end <= to)
        };
        // After 'en' or 'and' comes what is said of the next date.
        let own = |span: &Range<usize>| {
            let (from, to) = if span.start >= at.end { (at.end, span.start) } else { (span.end, at.start) };
            let between = letter.document.text.get(from..to).unwrap_or_default();
            let joined = letter.vocabulary.and.iter().any(|and| between.contains(and));
            let beyond =
                |other: &&Range<usize>| (other.start >= span.end) == (span.start >= at.end) && gap(other, span) <= FAR;
            !joined || !others.iter().any(beyond)
        };
        // 'The museum applies the AI Act' does not say from when the act applies.
        let is_done_to = |(happening, span): &(Happening, Range<usize>)| {
            let behind = letter.mentions_in(&(span.end..span.end + 6)).next().is_some();
            *happening == Happening::Application && letter.language == Language::En && behind
        };
        // A word that embraces the date ('heeft op 21 april 2021 een voorstel gedaan') is nearest of all.
        let of_noun =
            |span: &Range<usize>| noun.is_none_or(|noun| span.end <= noun + 1 && noun.saturating_sub(span.end) < NOUN);
        let near =
            hits.into_iter().filter(|hit| free(&hit.1) && own(&hit.1) && !is_done_to(hit) && gap(&hit.1, at) <= FAR);
        let near = near.filter(|(_, span)| {
            letter.words.meetings.is_match(&letter.document.text[sentence.start..at.start]) || of_noun(span)
        });
        near.min_by_key(|(_, span)| gap(span, at)).map(|(happening, _)| happening)
    })
}

/// The subjects of a clause, the nearest first; where it has none, those of its sentence, if something is tied to the
/// date at all.
fn near_topics(
    letter: &Letter<'_>,
    at: &Range<usize>,
    clause: &Range<usize>,
    sentence: &Range<usize>,
    is_tied: bool,
) -> Vec<Topic> {
    let sorted = |within: &Range<usize>| {
        let mut topics = letter.topics(within);
        topics.sort_by_key(|(_, span)| gap(span, at));
        topics.into_iter().map(|(topic, _)| topic).collect::<Vec<Topic>>()
    };
    let own = sorted(clause);
    // A clause that names an act of its own is about that act as a whole.
    let names_act = letter.mentions_in(clause).any(|mention| !mention.is_guess);
    if own.is_empty() && is_tied && !names_act { sorted(sentence) } else { own }
}
