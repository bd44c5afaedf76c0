//! Terms: by when, for how long, how often.
//!
//! Source: Regulation (EEC, Euratom) No 1182/71 (periods are counted from an event).

use std::ops::Range;

use regex::Captures;

use super::lexicon::Lexicon;
use crate::languages::Term;
use crate::law::{Count, Language, Occasion, Period, Repetition, When};
use crate::prose::dates;

/// A term in a text.
#[derive(Debug, Clone)]
pub(super) struct FoundTerm {
    pub span: Range<usize>,
    pub term: Term,
    pub when: When,
}

/// The terms in a part of a text, in order.
pub(super) fn find(text: &str, range: Range<usize>, words: &Lexicon, language: Language) -> Vec<FoundTerm> {
    let part = &text[range.clone()];
    let mut found: Vec<FoundTerm> = Vec::new();
    for (says, term) in &words.terms {
        for hit in says.captures_iter(part) {
            let Some(whole) = hit.get(0) else { continue };
            // The words for the event may run on into the next term.
            let core = hit.name("event").map_or(whole.end(), |event| event.start());
            let span = range.start + whole.start()..range.start + core;
            if found.iter().any(|other| other.span.start < span.end && span.start < other.span.end) {
                continue;
            }
            if let Some(when) = read(&hit, *term, words, language) {
                found.push(FoundTerm { span, term: *term, when });
            }
        }
    }
    found.sort_by_key(|one| one.span.start);
    found
}

fn read(hit: &Captures<'_>, term: Term, words: &Lexicon, language: Language) -> Option<When> {
    let event = || hit.name("event").map(|event| occasion(event.as_str(), words));
    let said = || Occasion::Words(hit[0].trim().to_owned());
    let counted = || Some(Count { period: period(hit, words)?, event: event().unwrap_or_else(said) });
    Some(match term {
        Term::Date => {
            let day = When::Date(dates(hit.name("date")?.as_str(), language).first()?.date);
            match period(hit, words) {
                Some(period) => When::Every(Repetition { period, from: Some(Box::new(day)) }),
                None => day,
            }
        }
        Term::After => When::After(counted()?),
        Term::Before => When::Before(counted()?),
        Term::For => When::For(counted()?),
        Term::Every => When::Every(Repetition { period: period(hit, words)?, from: None }),
        Term::Yearly => When::Every(Repetition { period: Period::Years(1), from: None }),
        Term::OnDay => When::At(event()?),
        Term::Immediately => When::Immediately(None),
        Term::At => match period(hit, words) {
            Some(_) => When::Before(counted()?),
            None => When::At(said()),
        },
    })
}

fn period(hit: &Captures<'_>, words: &Lexicon) -> Option<Period> {
    let number = hit.name("number").map_or_else(|| "1".to_owned(), |number| number.as_str().to_lowercase());
    let count = number.parse().ok().or_else(|| words.numbers.get(number.as_str()).copied())?;
    let unit = hit.name("unit")?.as_str();
    words.units.iter().find(|(says, _)| says.is_match(unit)).map(|(_, period)| period(count))
}

fn occasion(said: &str, words: &Lexicon) -> Occasion {
    let said = said.trim();
    let known = words.events.iter().find(|(says, _)| says.is_match(said));
    match known {
        Some((_, event)) => Occasion::Of(*event),
        None => Occasion::Words(said.to_owned()),
    }
}

/// The dates and counted periods in a part of a text, in order, those too that no words say how to count.
pub(super) fn counted(text: &str, range: Range<usize>, words: &Lexicon, language: Language) -> Vec<FoundTerm> {
    let mut found = find(text, range.clone(), words, language);
    let part = &text[range.clone()];
    for hit in words.bare_periods.captures_iter(part) {
        let Some(whole) = hit.get(0) else { continue };
        let span = range.start + whole.start()..range.start + whole.end();
        if let Some(when) = read(&hit, Term::For, words, language)
            && !found.iter().any(|other| other.span.start < span.end && span.start < other.span.end)
        {
            found.push(FoundTerm { span, term: Term::For, when });
        }
    }
    for day in dates(part, language) {
        let span = range.start + day.start..range.start + day.end;
        // 'for a period of five years from 1 August 2024' is one term.
        if found.iter().any(|other| {
            other.term != Term::Date && span.start.saturating_sub(other.span.end) <= 1 && other.span.end <= span.start
        }) {
            continue;
        }
        if !found.iter().any(|other| other.span.start < span.end && span.start < other.span.end) {
            found.push(FoundTerm { span, term: Term::Date, when: When::Date(day.date) });
        }
    }
    found.retain(|one| {
        !words.no_term.is_match(&text[..one.span.end]) && !words.no_term.is_match(&text[one.span.start..])
    });
    found.sort_by_key(|one| one.span.start);
    let mut found = from_then_on(text, found, words);
    let at_once = found.iter().find(|one| one.term == Term::Immediately).map(|one| one.when.clone());
    found.retain(|one| !matches!(one.term, Term::Immediately | Term::At) || matches!(one.when, When::Before(_)));
    if let (Some(at_once), [one]) = (at_once, found.as_mut_slice())
        && one.term == Term::After
    {
        one.when = When::EarlierOf(vec![at_once, one.when.clone()]);
    }
    found
}

/// The one term that several in a clause come to, with the words of the first.
///
/// 'without undue delay, and in any event within 15 days' is the earlier of the two.
pub(super) fn combined(found: &[FoundTerm]) -> Option<(When, Range<usize>)> {
    let rank = |term: Term| match term {
        Term::Date | Term::OnDay => 0,
        Term::After | Term::Before | Term::For => 1,
        Term::Every | Term::Yearly => 2,
        Term::Immediately => 3,
        Term::At => 4,
    };
    let best = found.iter().min_by_key(|one| rank(one.term))?;
    let at_once = found.iter().find(|one| one.term == Term::Immediately);
    let when = match (best.term, at_once) {
        (Term::After | Term::Date, Some(other)) => When::EarlierOf(vec![other.when.clone(), best.when.clone()]),
        _ => best.when.clone(),
    };
    Some((when, best.span.clone()))
}

/// Joins 'from one year after the establishment' and 'every year thereafter', and drops what says the same again.
fn from_then_on(text: &str, found: Vec<FoundTerm>, words: &Lexicon) -> Vec<FoundTerm> {
    let mut joined: Vec<FoundTerm> = Vec::new();
    for mut one in found {
        if let When::Every(again) = &mut one.when
            && words.thereafter.is_match(&text[one.span.end..])
        {
            let before = joined.pop_if(|last| matches!(last.term, Term::Date | Term::After));
            if let Some(before) = before {
                again.from = Some(Box::new(before.when));
            }
            let period = again.period;
            joined.retain(|other| !matches!(&other.when, When::Every(other) if other.period == period));
        }
        joined.push(one);
    }
    joined
}
