//! The days on which what a letter speaks of applies or is due, in one text.

use super::{Judge, Text};
use crate::check::facts::{SUBJECTS_OF, place_of};
use crate::languages::{CheckPhrase, Topic, vocabulary};
use crate::law::{Case, Date, DeadlineKind, Language, Locator};
use crate::prose::{dates, references};

/// A day of a text with where it stands.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Day {
    pub date: Date,
    /// In words, for the reader.
    pub line: String,
    /// Whether it is the day from which the subject applies, not one beside it.
    pub is_rule: bool,
}

impl Judge<'_, '_> {
    /// The days that a text has for a subject; with `due`, those by which something is to be done too.
    pub(super) fn days(&self, text: &Text<'_>, topic: Topic, due: bool) -> Vec<Day> {
        if text.version.work != SUBJECTS_OF {
            return Vec::new();
        }
        let Some((place, _)) = place_of(topic) else { return self.due(text, topic) };
        let Some(place) = text.here(&[place]).into_iter().next() else { return Vec::new() };
        let mut days = Vec::new();
        for rule in text.calendar.applies(&text.outline, &place) {
            if !holds(rule.case.as_ref(), topic) {
                continue;
            }
            for date in [rule.day, rule.latest].into_iter().flatten() {
                let with = [("place", self.place(&place)), ("version", text.version.name()), ("date", self.day(date))];
                let line = self.say(CheckPhrase::Applies, &with);
                let day =
                    Day { date, line: beside(line, rule.basis.first().map(|basis| self.place(basis))), is_rule: true };
                if !days.contains(&day) {
                    days.push(day);
                }
            }
        }
        let placed = text.outline.get(&place);
        let above: Vec<&Locator> =
            placed.into_iter().flat_map(|placed| text.outline.above(placed)).map(|above| &above.locator).collect();
        for entry in &text.calendar.entries {
            let governs = entry.deadline.governs.as_ref();
            let reached = governs.is_some_and(|own| own.provisions.iter().any(|one| place.contains(one)));
            let around = governs.is_some_and(|own| own.provisions.iter().any(|one| above.contains(&one)));
            let bars = matches!(entry.deadline.kind, DeadlineKind::Transition | DeadlineKind::Prohibition);
            let stands = entry.deadline.basis.iter().any(|basis| place.contains(basis));
            let high_risk = matches!(topic, Topic::HighRisk | Topic::HighRiskUses | Topic::HighRiskProducts);
            let of_high_risk = high_risk && bars && entry.deadline.basis.first().is_some_and(is_on_existing);
            let grace = around && entry.deadline.kind == DeadlineKind::Transition;
            let is_meant = grace || (reached && (bars || entry.is_application())) || (due && stands) || of_high_risk;
            if let Some(date) = entry.sorts_by().filter(|_| is_meant) {
                days.push(Day { date, line: self.deadline(text, &entry.deadline, date), is_rule: due && stands });
            }
        }
        days
    }

    fn deadline(&self, text: &Text<'_>, deadline: &crate::law::Deadline, date: Date) -> String {
        let place = deadline.basis.first().map(|place| self.place(place)).unwrap_or_default();
        let with = [
            ("what", deadline.what.clone()),
            ("place", place),
            ("version", text.version.name()),
            ("date", self.day(date)),
        ];
        self.say(CheckPhrase::Deadline, &with)
    }

    /// The deadlines by which acts or guidelines of the Commission are due.
    fn due(&self, text: &Text<'_>, topic: Topic) -> Vec<Day> {
        let named = |words: &str| says(words, topic, text.version.language);
        let due = text.calendar.entries.iter().filter(|entry| entry.deadline.kind == DeadlineKind::Duty);
        let due = due.filter(|entry| named(&entry.deadline.what));
        due.filter_map(|entry| {
            let date = entry.sorts_by()?;
            Some(Day { date, line: self.deadline(text, &entry.deadline, date), is_rule: true })
        })
        .collect()
    }

    /// Every deadline of a text on some days, in words.
    pub(super) fn on(&self, text: &Text<'_>, from: Date, to: Date) -> Vec<String> {
        let within = text.calendar.entries.iter().filter_map(|entry| Some((entry, entry.sorts_by()?)));
        let within = within.filter(|(_, date)| (from..=to).contains(date));
        within.map(|(entry, date)| self.deadline(text, &entry.deadline, date)).collect()
    }

    /// The dates that an amending act sets for a work without a text of its own, where its words are about a subject: in
    /// the article of which the lead-in names that work.
    pub(super) fn set_by(&self, text: &Text<'_>, celex: &str, topic: Topic) -> Vec<Day> {
        let language = text.version.language;
        let mut days = Vec::new();
        for placed in text.outline.all() {
            let words = placed.provision.text.as_deref().unwrap_or_default();
            let found = dates(words, language);
            if found.is_empty()
                || !text.outline.above(placed).any(|above| names(above.provision.text.as_deref(), celex, language))
            {
                continue;
            }
            // The date and the words for the subject stand in one paragraph.
            if !says(words, topic, language) {
                continue;
            }
            for date in found {
                if !words[..date.start].ends_with(super::dates::since(language)) {
                    let with = [
                        ("what", short(words, date.start)),
                        ("place", self.place(&placed.locator)),
                        ("version", text.version.name()),
                        ("date", self.day(date.date)),
                    ];
                    days.push(Day { date: date.date, line: self.say(CheckPhrase::Deadline, &with), is_rule: true });
                }
            }
        }
        days
    }

    /// The places of a text in whose orders a date stands, where they amend the unit that a subject stands in.
    pub(super) fn ordered(&self, text: &Text<'_>, topic: Topic, from: Date, to: Date) -> Option<Day> {
        let (place, _) = place_of(topic)?;
        let place: Locator = place.parse().ok()?;
        let wanted = ["art_113", "art_111"].iter().filter_map(|place| place.parse::<Locator>().ok());
        let units: Vec<Locator> = std::iter::once(Locator::root(place.segments()[0].clone())).chain(wanted).collect();
        let language = text.version.language;
        text.outline.all().iter().find_map(|placed| {
            let words = placed.provision.text.as_deref()?;
            let date = dates(words, language).into_iter().find(|date| (from..=to).contains(&date.date))?;
            let about = says(words, topic, language) || placed_orders(text, placed, &units[..1]);
            if !about || !placed_orders(text, placed, &units) {
                return None;
            }
            let with = [
                ("what", short(words, date.start)),
                ("place", self.place(&placed.locator)),
                ("version", text.version.name()),
                ("date", self.day(date.date)),
            ];
            Some(Day { date: date.date, line: self.say(CheckPhrase::Deadline, &with), is_rule: true })
        })
    }
}

/// Whether an order above a provision names one of the units.
fn placed_orders(text: &Text<'_>, placed: &crate::law::Placed<'_>, units: &[Locator]) -> bool {
    std::iter::once(placed).chain(text.outline.above(placed)).any(|above| {
        let words = above.provision.text.as_deref().unwrap_or_default();
        references(words, text.version.language).iter().any(|found| {
            let segments = found.target.address.segments();
            segments.first().is_some_and(|first| units.iter().any(|unit| unit.segments()[0] == *first))
        })
    })
}

/// Whether a deadline is one for what is on the market already.
fn is_on_existing(basis: &Locator) -> bool {
    basis.to_string().starts_with("art_111/par_2")
}

fn beside(line: String, basis: Option<String>) -> String {
    basis.map_or(line.clone(), |basis| format!("{line}: {basis}"))
}

/// The sentence of a text in which something stands.
fn short(words: &str, at: usize) -> String {
    let start = words[..at].rfind(". ").map_or(0, |end| end + 2);
    let end = words[at..].find(". ").map_or(words.len(), |end| at + end + 1);
    words[start..end].to_owned()
}

/// Whether words of a text speak of a subject.
fn says(words: &str, topic: Topic, language: Language) -> bool {
    let table = vocabulary(language).claims.map_or(&[][..], |words| words.topics);
    let sources = table.iter().filter(|(known, _)| *known == topic).map(|(_, source)| source);
    sources
        .into_iter()
        .any(|source| regex::Regex::new(&format!("(?i){source}")).is_ok_and(|reader| reader.is_match(words)))
}

fn names(words: Option<&str>, celex: &str, language: Language) -> bool {
    words
        .is_some_and(|words| references(words, language).iter().any(|found| found.target.act.as_deref() == Some(celex)))
}

/// Whether a rule for some cases is one for the subject.
fn holds(case: Option<&Case>, topic: Topic) -> bool {
    let Some(case) = case else { return true };
    let of = |annex: &str| case.provisions.iter().any(|place| place.to_string() == annex);
    match topic {
        Topic::HighRiskProducts => of("anx_I") || of("art_6/par_1"),
        Topic::HighRiskUses => of("anx_III") || of("art_6/par_2"),
        _ => true,
    }
}
