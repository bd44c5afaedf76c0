//! How French texts that are not published yet describe the dates that they leave open.

use crate::languages::{BlankWords, Unit};
use crate::law::Event;

pub(super) const WORDS: BlankWords = BlankWords {
    events: &[("date d’entrée en vigueur", Event::EntryIntoForce), ("date de publication", Event::Publication)],
    after: &["après", "suivant", "à compter"],
    units: &[
        ("jour", 1, Unit::Days),
        ("jours", 1, Unit::Days),
        ("semaine", 7, Unit::Days),
        ("semaines", 7, Unit::Days),
        ("mois", 1, Unit::Months),
        ("an", 12, Unit::Months),
        ("ans", 12, Unit::Months),
        ("année", 12, Unit::Months),
        ("années", 12, Unit::Months),
    ],
};
