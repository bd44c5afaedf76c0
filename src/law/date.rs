use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A calendar day, written as ISO 8601: `2026-08-02`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(with = "String", extend("pattern" = r"^\d{4}-\d{2}-\d{2}$"))]
pub struct Date(jiff::civil::Date);

/// The text is not a day of the calendar.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("'{found}' is not a date: expected a day of the calendar as YYYY-MM-DD, such as 2026-08-02")]
pub struct DateError {
    /// What stood there instead.
    pub found: String,
}

/// A stretch of time that an act counts in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Period {
    /// Hours.
    Hours(u16),
    /// Days of the calendar.
    Days(u16),
    /// Days other than public holidays, Saturdays and Sundays.
    WorkingDays(u16),
    /// Weeks.
    Weeks(u16),
    /// Months.
    Months(u16),
    /// Years.
    Years(u16),
}

impl Date {
    /// The first day that can be written: 1 January 1000.
    pub const FIRST: Date = Date(jiff::civil::Date::constant(1000, 1, 1));

    /// The day of a year, month (1 to 12) and day of the month; `None` where the calendar has no such day.
    pub fn new(year: i16, month: i8, day: i8) -> Option<Date> {
        jiff::civil::Date::new(year, month, day).ok().filter(|date| date.year() >= 1000).map(Date)
    }

    /// Reads `20260802`, as Formex writes dates.
    pub fn from_compact(text: &str) -> Option<Date> {
        if text.len() != 8 || !text.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        Date::new(text[..4].parse().ok()?, text[4..6].parse().ok()?, text[6..].parse().ok()?)
    }

    /// Reads `2.8.2026` or `02/08/2026`: day, month, year, as the pages of EUR-Lex write dates.
    pub fn from_day_first(text: &str) -> Option<Date> {
        let mut parts = text.trim().split(['.', '/']);
        let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
        if parts.next().is_some() || year.len() != 4 {
            return None;
        }
        Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
    }

    /// The day on which a period that is counted from an event of this day comes to its last day: the day of the event
    /// does not count, so that twenty-four months from 1 August 2024 end on 2 August 2026. `None` beyond the calendar, and for
    /// working days, which hang on the holidays of a Member State or an institution.
    ///
    /// Source: Regulation (EEC, Euratom) No 1182/71, Article 3(1) and (2)(b) and (c).
    pub fn end_of(self, period: Period) -> Option<Date> {
        let span = jiff::Span::new();
        let first = self.0.tomorrow().ok()?;
        let last = match period {
            Period::Days(days) => self.0.checked_add(span.try_days(days).ok()?),
            Period::Weeks(weeks) => first.checked_add(span.try_weeks(weeks).ok()?),
            Period::Months(months) => first.checked_add(span.try_months(months).ok()?),
            Period::Years(years) => first.checked_add(span.try_years(years).ok()?),
            Period::Hours(_) | Period::WorkingDays(_) => return None,
        };
        last.ok().map(Date)
    }

    /// The day a number of days later; `None` beyond the calendar.
    pub fn days_later(self, days: u16) -> Option<Date> {
        self.0.checked_add(jiff::Span::new().days(i64::from(days))).ok().map(Date)
    }

    /// How many days another day is later; negative where it is earlier.
    pub fn days_to(self, other: Date) -> i32 {
        self.0.until(other.0).map_or(0, |span| span.get_days())
    }

    /// How many whole months another day is later; none where it is not whole months.
    pub fn months_to(self, other: Date) -> Option<i32> {
        let span = self.0.until((jiff::Unit::Month, other.0)).ok()?;
        (span.get_days() == 0).then_some(span.get_months())
    }

    /// The year, from 1000 on.
    pub fn year(self) -> i16 {
        self.0.year()
    }

    /// The month, from 1 to 12.
    pub fn month(self) -> i8 {
        self.0.month()
    }

    /// The day of the month, from 1.
    pub fn day(self) -> i8 {
        self.0.day()
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year(), self.month(), self.day())
    }
}

impl FromStr for Date {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Date, DateError> {
        let error = || DateError { found: text.chars().take(40).collect() };
        let bytes = text.as_bytes();
        let shaped = bytes.len() == 10
            && bytes.iter().enumerate().all(|(at, b)| if at == 4 || at == 7 { *b == b'-' } else { b.is_ascii_digit() });
        if !shaped {
            return Err(error());
        }
        Date::from_compact(&text.replace('-', "")).ok_or_else(error)
    }
}

impl TryFrom<String> for Date {
    type Error = DateError;
    fn try_from(text: String) -> Result<Date, DateError> {
        text.parse()
    }
}

impl From<Date> for String {
    fn from(date: Date) -> String {
        date.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_days_of_the_calendar_are_dates() {
        assert_eq!("2026-08-02".parse::<Date>().unwrap().to_string(), "2026-08-02");
        for text in [
            "",
            "2026-8-2",
            "2026-02-30",
            "2026-13-01",
            "02-08-2026",
            "2026-08-02T00:00",
            "２０２６-08-02",
            "0026-08-02",
        ] {
            assert!(text.parse::<Date>().is_err(), "{text}");
        }
    }

    #[test]
    fn the_day_of_an_event_does_not_count() {
        let end = |date: &str, period| date.parse::<Date>().unwrap().end_of(period).unwrap().to_string();
        assert_eq!(end("2024-08-01", Period::Months(24)), "2026-08-02");
        assert_eq!(end("2031-01-30", Period::Months(1)), "2031-02-28");
        assert_eq!(end("2031-01-30", Period::Days(3)), "2031-02-02");
        assert_eq!(Date::new(9999, 12, 31).unwrap().end_of(Period::Days(1)), None);
    }

    #[test]
    fn dates_of_official_files_are_read() {
        let day = Date::new(2024, 7, 12);
        assert_eq!(Date::from_compact("20240712"), day);
        assert_eq!(Date::from_day_first("12.7.2024"), day);
        assert_eq!(Date::from_day_first("12/07/2024"), day);
        assert_eq!(Date::from_day_first("12.7.24"), None);
    }
}
