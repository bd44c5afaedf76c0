//! How English texts that are not published yet describe the dates that they leave open.

use crate::languages::{BlankWords, Unit};
use crate::law::Event;

pub(super) const WORDS: BlankWords = BlankWords {
    events: &[("date of entry into force of", Event::EntryIntoForce), ("date of publication of", Event::Publication)],
    after: &["after", "from"],
    units: &[
        ("day", 1, Unit::Days),
        ("days", 1, Unit::Days),
        ("week", 7, Unit::Days),
        ("weeks", 7, Unit::Days),
        ("month", 1, Unit::Months),
        ("months", 1, Unit::Months),
        ("year", 12, Unit::Months),
        ("years", 12, Unit::Months),
    ],
};
