//! Dates in running text.

use regex::Regex;

use super::tokens::SPACE;
use crate::languages::{CalendarWords, PerLanguage, vocabulary};
use crate::law::{Date, Language};

/// A date in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FoundDate {
    /// First byte.
    pub start: usize,
    /// Byte after the last.
    pub end: usize,
    /// The day.
    pub date: Date,
}

/// Finds the dates in a text, in order: '2 August 2026', '1er janvier 2010', '12.7.2024'.
///
/// A month without a year, or a year alone, is no date. Days that the calendar does not have are passed over.
pub fn dates(text: &str, language: Language) -> Vec<FoundDate> {
    // Every date has a year, and most provisions have none.
    if !text.as_bytes().windows(4).any(|four| four.iter().all(u8::is_ascii_digit)) {
        return Vec::new();
    }
    let Some(reader) = reader(language) else { return Vec::new() };
    let in_words = reader.words.captures_iter(text).filter_map(|found| {
        let whole = found.get(0)?;
        let month = found[2].to_lowercase();
        let month = reader.months.iter().position(|known| *known == month)?;
        let date = Date::new(found[3].parse().ok()?, i8::try_from(month + 1).ok()?, found[1].parse().ok()?)?;
        Some(FoundDate { start: whole.start(), end: whole.end(), date })
    });
    let in_figures = reader.figures.captures_iter(text).filter_map(|found| {
        let whole = found.get(0)?;
        let date = Date::new(found[3].parse().ok()?, found[2].parse().ok()?, found[1].parse().ok()?)?;
        Some(FoundDate { start: whole.start(), end: whole.end(), date })
    });
    let mut all: Vec<FoundDate> = in_words.chain(in_figures).collect();
    all.sort_by_key(|found| found.start);
    all
}

/// A day as running text writes it: '2 August 2026', '1er août 2026', '2 augustus 2026'.
pub fn long_date(date: Date, language: Language) -> String {
    let calendar = &vocabulary(language).calendar;
    let month = usize::try_from(date.month()).ok().and_then(|month| calendar.months.get(month.checked_sub(1)?));
    let first = if date.day() == 1 { calendar.first_day } else { "" };
    format!("{}{first} {} {}", date.day(), month.copied().unwrap_or_default(), date.year())
}

struct DateReader {
    words: Regex,
    figures: Regex,
    months: Vec<String>,
}

fn reader(language: Language) -> Option<&'static DateReader> {
    static READERS: PerLanguage<Option<DateReader>> = PerLanguage::new();
    READERS.get(language, |words| build(&words.calendar)).as_ref()
}

fn build(calendar: &CalendarWords) -> Option<DateReader> {
    let months: Vec<String> = calendar.months.iter().map(|month| month.to_lowercase()).collect();
    let first = if calendar.first_day.is_empty() { String::new() } else { format!("(?:{})?", calendar.first_day) };
    let words =
        format!(r"(?i)(?-u:\b)([0-9]{{1,2}}){first}{SPACE}+({}),?{SPACE}+([0-9]{{4}})(?-u:\b)", months.join("|"));
    let figures = r"(?-u:\b)([0-9]{1,2})[./]([0-9]{1,2})[./]([0-9]{4})(?-u:\b)";
    Some(DateReader { words: Regex::new(&words).ok()?, figures: Regex::new(figures).ok()?, months })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, language: Language) -> Vec<String> {
        dates(text, language).into_iter().map(|f| format!("{} = {}", &text[f.start..f.end], f.date)).collect()
    }

    #[test]
    fn dates_are_read_in_every_language() {
        assert_eq!(found("It shall apply from 2 August 2026.", Language::En), ["2 August 2026 = 2026-08-02"]);
        assert_eq!(found("à partir du 1er janvier 2010", Language::Fr), ["1er janvier 2010 = 2010-01-01"]);
        assert_eq!(found("met ingang van 2\u{a0}augustus 2026.", Language::Nl), ["2\u{a0}augustus 2026 = 2026-08-02"]);
        assert_eq!(found("OJ L 97, 9.4.2008, p. 72", Language::En), ["9.4.2008 = 2008-04-09"]);
    }

    #[test]
    fn what_only_looks_like_a_date_is_none() {
        assert!(found("31 February 2026", Language::En).is_empty());
        assert!(found("August 2026", Language::En).is_empty());
        assert!(found("Regulation 12/2008", Language::En).is_empty());
    }
}
