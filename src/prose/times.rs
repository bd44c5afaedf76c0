//! Days and periods as they are written.

use super::long_date;
use crate::languages::{PeriodWords, vocabulary};
use crate::law::{Count, Language, Occasion, Period, Repetition, When};

/// A time in words: '2 August 2026', '15 days after the request', 'every two years'. Events that are no event of the act
/// itself stay in the words of the version.
pub fn time(when: &When, language: Language) -> String {
    let words = &vocabulary(language).periods;
    match when {
        When::Date(date) => long_date(*date, language),
        When::After(count) => counted(words.after, count, words),
        When::Before(count) => counted(words.before, count, words),
        When::For(count) => counted(words.lasting, count, words),
        When::At(event) => words.at.replace("{event}", &occasion(event, words)),
        When::Immediately(None) => words.immediately.to_owned(),
        When::Immediately(Some(event)) => words.immediately_after.replace("{event}", &occasion(event, words)),
        When::Every(Repetition { period: every, from: None }) => {
            words.every.replace("{period}", &period(*every, words))
        }
        When::Every(Repetition { period: every, from: Some(from) }) => {
            let pattern = words.every_from.replace("{period}", &period(*every, words));
            pattern.replace("{from}", &time(from, language))
        }
        When::EarlierOf(all) => format!("{}{}", words.earlier, listed(all, language)),
        When::LaterOf(all) => format!("{}{}", words.later, listed(all, language)),
        When::Unknown(prose) => prose.clone(),
    }
}

fn listed(all: &[When], language: Language) -> String {
    all.iter().map(|one| time(one, language)).collect::<Vec<_>>().join("; ")
}

fn counted(pattern: &str, count: &Count, words: &PeriodWords) -> String {
    pattern.replace("{period}", &period(count.period, words)).replace("{event}", &occasion(&count.event, words))
}

fn occasion(event: &Occasion, words: &PeriodWords) -> String {
    match event {
        Occasion::Words(prose) => prose.clone(),
        Occasion::Of(event) => {
            let name = words.events.iter().find(|(known, _)| known == event);
            name.map(|(_, name)| (*name).to_owned()).unwrap_or_default()
        }
    }
}

fn period(period: Period, words: &PeriodWords) -> String {
    let (count, names) = match period {
        Period::Hours(count) => (count, words.hours),
        Period::Days(count) => (count, words.days),
        Period::WorkingDays(count) => (count, words.working_days),
        Period::Weeks(count) => (count, words.weeks),
        Period::Months(count) => (count, words.months),
        Period::Years(count) => (count, words.years),
    };
    format!("{count} {}", if count == 1 { names[0] } else { names[1] })
}
