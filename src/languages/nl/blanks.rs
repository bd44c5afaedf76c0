//! How Dutch texts that are not published yet describe the dates that they leave open.

use crate::languages::{BlankWords, Unit};
use crate::law::Event;

pub(super) const WORDS: BlankWords = BlankWords {
    events: &[
        ("datum van inwerkingtreding van", Event::EntryIntoForce),
        ("datum van bekendmaking van", Event::Publication),
    ],
    after: &["na", "vanaf"],
    units: &[
        ("dag", 1, Unit::Days),
        ("dagen", 1, Unit::Days),
        ("week", 7, Unit::Days),
        ("weken", 7, Unit::Days),
        ("maand", 1, Unit::Months),
        ("maanden", 1, Unit::Months),
        ("jaar", 12, Unit::Months),
        ("jaren", 12, Unit::Months),
    ],
};
