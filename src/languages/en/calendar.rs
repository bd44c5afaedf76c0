//! How English writes dates.

use crate::languages::CalendarWords;

pub(super) const WORDS: CalendarWords = CalendarWords {
    months: [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    first_day: "",
    units: &["days", "day", "weeks", "week", "months", "month", "years", "year", "hours", "hour"],
};
