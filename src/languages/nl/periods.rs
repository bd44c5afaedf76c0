//! How periods and conditions of time are written.

use crate::languages::PeriodWords;
use crate::law::Event;

pub(super) const WORDS: PeriodWords = PeriodWords {
    hours: ["uur", "uur"],
    days: ["dag", "dagen"],
    working_days: ["werkdag", "werkdagen"],
    weeks: ["week", "weken"],
    months: ["maand", "maanden"],
    years: ["jaar", "jaar"],
    after: "{period} na {event}",
    before: "{period} vóór {event}",
    at: "{event}",
    immediately: "onmiddellijk",
    immediately_after: "onmiddellijk: {event}",
    every: "om de {period}",
    every_from: "om de {period}, voor het eerst {from}",
    lasting: "gedurende {period} vanaf {event}",
    earlier: "het vroegste van: ",
    later: "het laatste van: ",
    events: &[(Event::Publication, "bekendmaking"), (Event::EntryIntoForce, "inwerkingtreding")],
};
