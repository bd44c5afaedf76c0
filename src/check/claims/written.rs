//! When a letter was written: given, stated in it, told by its file, or estimated from the dates that it names.

use std::collections::HashMap;

use serde::Serialize;

use super::dates::{Raw, Relation, raw_dates};
use super::words::Words;
use crate::check::document::Document;
use crate::languages::vocabulary;
use crate::law::{Date, Language};

/// How much of a letter's start is searched for the day that it bears, in bytes.
const HEAD: usize = 6_000;

/// When a letter was written: from some day to another, which are the same where the day is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Written {
    /// Not before this day.
    pub from: Date,
    /// Not after this day.
    pub to: Date,
    /// How it is known.
    pub basis: Basis,
}

/// How the day of a letter is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Basis {
    /// The caller gave it.
    Given,
    /// The letter bears it.
    Stated,
    /// The file says when it was made.
    File,
    /// It follows from the dates that the letter names.
    Estimated,
}

/// When a letter was written.
pub(super) fn written(document: &Document, words: &Words, as_of: Option<Date>) -> Option<Written> {
    let on = |day: Date, basis| Some(Written { from: day, to: day, basis });
    if let Some(day) = as_of {
        return on(day, Basis::Given);
    }
    let dates = raw_dates(&document.text, 0, words);
    let stated = dates.iter().take_while(|raw| raw.span.start < HEAD).find_map(|raw| {
        let (at, span) = document.marked(&raw.span).into_iter().next()?;
        let before = document.lines.get(at)?.get(..span.start)?;
        // The label can stand in the line above.
        let above = || document.lines[..at].iter().rev().map(|line| line.trim()).find(|line| !line.is_empty());
        let label = if before.trim().is_empty() { above().unwrap_or_default() } else { before };
        let padded = format!("{} ", label.trim());
        (words.dateline.is_match(&padded) && padded.len() < 60).then(|| raw.full()).flatten()
    });
    if let Some(day) = stated {
        return on(day, Basis::Stated);
    }
    if let Some(day) = document.made {
        return on(day, Basis::File);
    }
    estimated(&dates)
}

/// The year that most dates bear; narrowed by dates of which the letter says that they are still to come, and by full
/// dates before those.
fn estimated(dates: &[Raw]) -> Option<Written> {
    let mut years: HashMap<i16, usize> = HashMap::new();
    for year in dates.iter().filter_map(|raw| raw.year) {
        *years.entry(year).or_default() += 1;
    }
    let (year, _) = years.into_iter().max_by_key(|(year, count)| (*count, *year))?;
    let mut from = Date::new(year, 1, 1)?;
    let mut to = Date::new(year, 12, 31)?;
    let coming = dates.iter().filter(|raw| raw.relation == Some(Relation::Coming));
    let coming = coming.filter_map(|raw| Date::new(raw.year.unwrap_or(year), raw.month, raw.day?)).min();
    if let Some(coming) = coming.filter(|coming| *coming >= from && *coming <= to) {
        to = coming;
        from = dates.iter().filter_map(Raw::full).filter(|day| *day < to).max().map_or(from, |day| day.max(from));
    }
    Some(Written { from, to, basis: Basis::Estimated })
}

/// The first and the last day of a month.
pub(super) fn month(year: i16, month: i8) -> Option<(Date, Date)> {
    let first = Date::new(year, month, 1)?;
    let last = (28..=31).rev().find_map(|day| Date::new(year, month, day))?;
    Some((first, last))
}

/// 'this year', 'last year', 'next year' of a language.
pub(super) fn year_word(word: &str, language: Language) -> Option<i16> {
    let spaced = word.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    let years = vocabulary(language).claims?.years;
    [0, -1, 1].into_iter().zip(years).find(|(_, known)| *known == spaced).map(|(shift, _)| shift)
}
