//! How Dutch writes dates.

use crate::languages::CalendarWords;

pub(super) const WORDS: CalendarWords = CalendarWords {
    months: [
        "januari",
        "februari",
        "maart",
        "april",
        "mei",
        "juni",
        "juli",
        "augustus",
        "september",
        "oktober",
        "november",
        "december",
    ],
    first_day: "",
    units: &["dagen", "dag", "weken", "week", "maanden", "maand", "jaren", "jaar", "uren", "uur"],
};
