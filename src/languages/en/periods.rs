//! How periods and conditions of time are written.

use crate::languages::PeriodWords;
use crate::law::Event;

pub(super) const WORDS: PeriodWords = PeriodWords {
    hours: ["hour", "hours"],
    days: ["day", "days"],
    working_days: ["working day", "working days"],
    weeks: ["week", "weeks"],
    months: ["month", "months"],
    years: ["year", "years"],
    after: "{period} after {event}",
    before: "{period} before {event}",
    at: "{event}",
    immediately: "immediately",
    immediately_after: "immediately: {event}",
    every: "every {period}",
    every_from: "every {period}, first {from}",
    lasting: "for {period} from {event}",
    earlier: "the earliest of: ",
    later: "the latest of: ",
    events: &[(Event::Publication, "publication"), (Event::EntryIntoForce, "entry into force")],
};
