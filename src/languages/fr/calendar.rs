//! How French writes dates.

use crate::languages::CalendarWords;

pub(super) const WORDS: CalendarWords = CalendarWords {
    months: [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ],
    first_day: "er",
    units: &["jours", "jour", "semaines", "semaine", "mois", "ans", "an", "années", "année", "heures", "heure"],
};
