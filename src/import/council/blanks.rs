//! Dates that the text leaves open until it is published: '… [18 months after the date of entry into force of …]'.

use std::sync::OnceLock;

use regex::Regex;

use crate::languages::{Unit, vocabulary};
use crate::law::{Date, Event, Language, Mark, MarkKind, Period, Provision, Version, Work};

/// Notes the dates that the blanks of a version stand for, as far as the work's timeline tells them.
pub(super) fn place(version: &mut Version, work: &Work) {
    let language = version.language;
    for part in version.parts_mut() {
        part.iter_mut().for_each(|provision| hang(provision, work, language));
    }
}

fn hang(provision: &mut Provision, work: &Work, language: Language) {
    if let Some(text) = &provision.text {
        let found = blanks(text, language);
        let dated = found.into_iter().filter_map(|blank| Some((blank.date(work)?, blank)));
        let mark = |(date, blank): (Date, Blank)| Mark {
            start: blank.start,
            end: blank.end,
            kind: MarkKind::Date,
            value: date.to_string(),
        };
        provision.marks.extend(dated.map(mark));
        provision.marks.sort();
    }
    provision.children.iter_mut().for_each(|child| hang(child, work, language));
}

/// A date that a text leaves open.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Blank {
    start: usize,
    end: usize,
    event: Event,
    /// How long after the event.
    period: Option<Period>,
}

impl Blank {
    fn date(&self, work: &Work) -> Option<Date> {
        let day = work.day_of(self.event)?;
        self.period.map_or(Some(day), |period| day.end_of(period))
    }
}

/// The blanks of a text whose description is known.
fn blanks(text: &str, language: Language) -> Vec<Blank> {
    static BLANK: OnceLock<Option<Regex>> = OnceLock::new();
    let Some(blank) = BLANK.get_or_init(|| Regex::new(r"(?:…|\.\.\.)[\s\u{a0}]*\[([^\[\]]+)\]").ok()) else {
        return Vec::new();
    };
    let found = blank.captures_iter(text).filter_map(|found| {
        let whole = found.get(0)?;
        let (event, period) = described(&found[1], language)?;
        Some(Blank { start: whole.start(), end: whole.end(), event, period })
    });
    found.collect()
}

/// The event of this act that a description names, and how long after it; `None` where it says something else.
fn described(description: &str, language: Language) -> Option<(Event, Option<Period>)> {
    let words = vocabulary(language);
    let description = description.to_lowercase().replace('\'', "’");
    let text = description.split(crate::law::is_space).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    let (at, phrase, event) =
        words.blanks.events.iter().find_map(|(phrase, event)| Some((text.find(phrase)?, phrase, *event)))?;
    let act: Vec<&str> = text[at + phrase.len()..].split(' ').collect();
    if !act.iter().any(|word| words.provisions.own.contains(word)) {
        return None;
    }
    let before = text[..at].trim();
    if !before.starts_with(|c: char| c.is_ascii_digit()) {
        return Some((event, None));
    }
    let (count, rest) = before.split_once(' ')?;
    let (unit, rest) = rest.split_once(' ')?;
    let (_, size, unit) = words.blanks.units.iter().find(|(name, ..)| *name == unit)?;
    if !words.blanks.after.iter().any(|word| rest.starts_with(word)) {
        return None;
    }
    let length = count.parse::<u16>().ok()?.checked_mul(*size)?;
    Some((event, Some(if *unit == Unit::Days { Period::Days(length) } else { Period::Months(length) })))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, language: Language) -> Option<(Event, Option<Period>)> {
        blanks(text, language).pop().map(|blank| (blank.event, blank.period))
    }

    #[test]
    fn blanks_are_read_in_every_language() {
        let force = Event::EntryIntoForce;
        assert_eq!(
            read("uiterlijk … [datum van inwerkingtreding van deze verordening]", Language::Nl),
            Some((force, None))
        );
        assert_eq!(
            read("by … [6 months after the date of entry into force of this measure]", Language::En),
            Some((force, Some(Period::Months(6))))
        );
        assert_eq!(
            read("le … [2 ans après la date d'entrée en vigueur du présent tarif]", Language::Fr),
            Some((force, Some(Period::Months(24))))
        );
        assert_eq!(
            read("op … [3 weken na de datum van bekendmaking van dit besluit]", Language::Nl),
            Some((Event::Publication, Some(Period::Days(21))))
        );
    }

    #[test]
    fn other_blanks_are_left_alone() {
        for text in ["… [datum van inwerkingtreding van Richtlijn 2031/7]", "… [nummer]", "[datum]", "…"] {
            assert_eq!(read(text, Language::Nl), None, "{text}");
        }
    }
}
