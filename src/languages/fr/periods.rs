//! How periods and conditions of time are written.

use crate::languages::PeriodWords;
use crate::law::Event;

pub(super) const WORDS: PeriodWords = PeriodWords {
    hours: ["heure", "heures"],
    days: ["jour", "jours"],
    working_days: ["jour ouvrable", "jours ouvrables"],
    weeks: ["semaine", "semaines"],
    months: ["mois", "mois"],
    years: ["an", "ans"],
    after: "{period} après {event}",
    before: "{period} avant {event}",
    at: "{event}",
    immediately: "immédiatement",
    immediately_after: "immédiatement : {event}",
    every: "tous les {period}",
    every_from: "tous les {period}, la première fois {from}",
    lasting: "pendant {period} à compter de {event}",
    earlier: "le plus tôt de : ",
    later: "le plus tard de : ",
    events: &[(Event::Publication, "la publication"), (Event::EntryIntoForce, "l’entrée en vigueur")],
};
