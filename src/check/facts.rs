//! What the library knows of the works that a letter speaks of: their texts, calendars, milestones, and where a subject
//! stands in each text.

use std::collections::BTreeMap;

use super::claims::Written;
use crate::calendar::Calendar;
use crate::languages::{Happening, Topic};
use crate::law::{Date, Event, Language, Locator, Milestone, Number, Outline, SegmentKind, Stage, Version, Work};
use crate::library::{Entry, Library, LibraryError, Place};
use crate::prose::references;

/// The texts of some works, read whole.
pub struct Shelf {
    versions: Vec<Version>,
    chosen: bool,
}

/// A text with what is asked of it again and again.
pub struct Text<'a> {
    /// The version.
    pub version: &'a Version,
    /// Its provisions.
    pub outline: Outline<'a>,
    /// Its calendar.
    pub calendar: Calendar,
}

/// What the library knows.
pub struct Facts<'a> {
    /// The works.
    pub works: &'a [&'a Work],
    texts: Vec<Text<'a>>,
    /// Whether the caller chose the versions: then all of them count, whatever day the letter is of.
    chosen: bool,
}

impl Shelf {
    /// Reads every version of the works, in the first language that each has, and of those that amend a work without a
    /// text of its own. With `against`, only versions of those names.
    pub fn load(
        library: &Library,
        works: &[String],
        languages: &[Language],
        against: &[String],
    ) -> Result<Shelf, LibraryError> {
        let mut wanted: Vec<String> = works.to_vec();
        for work in works.iter().filter_map(|name| library.work(name)) {
            let amending = library.works().into_iter().filter(|other| amends(other, work));
            // What amends a work is where its next dates stand before a text has taken them up.
            wanted.extend(amending.map(|other| other.name.clone()));
        }
        wanted.sort();
        wanted.dedup();
        let mut versions = Vec::new();
        for work in &wanted {
            let mut best: BTreeMap<(Date, Stage), &Entry> = BTreeMap::new();
            for entry in library.entries(work) {
                let rank = |entry: &Entry| {
                    let language = languages.iter().position(|language| *language == entry.language);
                    (language.unwrap_or(languages.len()), matches!(entry.place, Place::BuiltIn(_)))
                };
                let known = best.entry((entry.date, entry.stage)).or_insert(entry);
                if rank(entry) < rank(known) {
                    *known = entry;
                }
            }
            let named = |entry: &&&Entry| {
                against.is_empty()
                    || against.iter().any(|name| *name == entry.name() || entry.name().starts_with(&format!("{name}.")))
            };
            for entry in best.values().filter(named) {
                versions.push(library.load(entry)?);
            }
        }
        Ok(Shelf { versions, chosen: !against.is_empty() })
    }

    /// The texts with their provisions and calendars.
    pub fn facts<'a>(&'a self, works: &'a [&'a Work]) -> Facts<'a> {
        let day_of = |celex: &str, event: Event| {
            works.iter().find(|work| work.celex.as_str() == celex).and_then(|work| work.day_of(event))
        };
        let text = |version: &'a Version| Text {
            version,
            outline: Outline::of(version),
            calendar: Calendar::of(version, &version.deadlines, &day_of),
        };
        Facts { works, texts: self.versions.iter().map(text).collect(), chosen: self.chosen }
    }
}

/// Whether a work amends another.
pub fn amends(amending: &Work, work: &Work) -> bool {
    amending.amends.iter().any(|named| work.answers_to(named))
}

/// Whether a work says in its title that it repeals another.
pub fn repeals(repealing: &Work, work: &Work) -> bool {
    let titles = repealing.names.iter().filter(|names| names.language == Language::En);
    titles.filter_map(|names| names.title.as_deref()).filter(|title| title.contains("repealing")).any(|title| {
        references(title, Language::En).iter().any(|found| {
            let lead = &title[..found.start];
            let named = found.target.act.as_deref() == Some(work.celex.as_str());
            named && lead.rfind("repealing") > lead.rfind("amending")
        })
    })
}

impl<'a> Facts<'a> {
    /// The work of that name.
    pub fn work(&self, name: &str) -> Option<&'a Work> {
        self.works.iter().find(|work| work.name == name).copied()
    }

    /// The texts of a work, by date.
    pub fn texts<'f>(&'f self, work: &'f str) -> impl Iterator<Item = &'f Text<'a>> + use<'f, 'a> {
        self.texts.iter().filter(move |text| text.version.work == work)
    }

    /// The texts of the works that amend a work.
    pub fn amending<'f>(&'f self, work: &'f Work) -> impl Iterator<Item = &'f Text<'a>> + use<'f, 'a> {
        self.texts.iter().filter(move |text| self.work(&text.version.work).is_some_and(|other| amends(other, work)))
    }

    /// The texts against which a letter is to be read: of an act in force the latest that was published before the letter,
    /// else the drafts up to then, the first of them first.
    pub fn current<'f>(&'f self, work: &'f str, written: Option<Written>) -> Vec<&'f Text<'a>> {
        if self.chosen {
            return self.texts(work).collect();
        }
        let until = written.map(|written| written.to);
        let known = |text: &&Text<'_>| until.is_none_or(|until| text.version.date <= until);
        let published = |text: &&Text<'_>| matches!(text.version.stage, Stage::Oj | Stage::Consolidated);
        let latest = self.texts(work).filter(known).filter(published).max_by_key(|text| text.version.date);
        match latest {
            Some(text) => vec![text],
            None => self.texts(work).filter(known).collect(),
        }
    }
}

/// Whether a milestone is a happening: by the stage that it reaches and what it means, else by how the library words it.
pub fn is(milestone: &Milestone, happening: Happening) -> bool {
    let event = milestone.event.as_str();
    let says = |starts: &[&str]| starts.iter().any(|start| event.starts_with(start));
    match happening {
        Happening::Proposal => milestone.stage == Some(Stage::Proposal) || says(&["Commission proposal"]),
        Happening::OfficialJournal => milestone.means == Some(Event::Publication) || milestone.stage == Some(Stage::Oj),
        Happening::Signature => says(&["Signed"]),
        Happening::EntryIntoForce => milestone.means == Some(Event::EntryIntoForce) || says(&["Entry into force"]),
        Happening::Application => says(&["General date of application", "Application"]) || event.contains(" apply"),
        Happening::Mandate => {
            milestone.stage == Some(Stage::CouncilMandate)
                || says(&["General approach of", "Mandate of", "Council authorises"])
        }
        Happening::ParliamentPosition => {
            milestone.stage == Some(Stage::ParliamentPosition)
                || says(&["Position of Parliament", "Parliament adopts its"])
        }
        Happening::Agreement => milestone.stage == Some(Stage::Agreement) || says(&["Provisional agreement"]),
        Happening::CouncilAdoption => says(&["Council adopts", "Adoption by the Council", "Adopted by the Council"]),
        Happening::ParliamentAdoption => says(&["Vote of Parliament", "Parliament adopts"]),
        Happening::Trilogue => event.contains("rilogue"),
        Happening::Due => false,
    }
}

/// The work in whose numbering [`place_of`] speaks.
pub const SUBJECTS_OF: &str = "ai-act";

/// Where a subject stands in the AI Act as published, and which other units speak of it too.
///
/// Source: Regulation (EU) 2024/1689, headings of the articles.
pub fn place_of(topic: Topic) -> Option<(&'static str, &'static [&'static str])> {
    let place: (&str, &[&str]) = match topic {
        Topic::Literacy => ("art_4", &["art_3", "art_95", "art_66"]),
        Topic::Prohibitions => ("art_5", &["art_3", "art_99", "art_112", "art_96"]),
        Topic::IntimateImages => ("art_5/par_1/sub_1/pnt_ba", &["art_5"]),
        Topic::HighRiskProducts | Topic::HighRiskUses | Topic::HighRisk => ("art_8", &[]),
        Topic::HumanOversight => ("art_14", &["art_26", "art_8", "art_13", "art_27", "art_60"]),
        Topic::CeMarking => ("art_48", &["art_3", "art_16", "art_23", "art_24", "art_47", "art_43", "art_30"]),
        Topic::SyntheticContent => ("art_50/par_2", &["art_50"]),
        Topic::Transparency => ("art_50", &["art_13", "art_53", "art_1", "art_96", "art_26"]),
        Topic::GeneralPurpose => ("art_53", &[]),
        Topic::Sandboxes => ("art_57", &["art_58", "art_59", "art_3", "art_62", "art_60", "art_2"]),
        Topic::Penalties => ("art_99", &["art_100", "art_101"]),
        Topic::Transition => ("art_111", &[]),
        Topic::EntryAndApplication => ("art_113", &[]),
        Topic::RiskManagement => ("art_9", &["art_17", "art_8"]),
        Topic::DataGovernance => ("art_10", &["art_17", "art_4a"]),
        Topic::RightsImpact => ("art_27", &[]),
        Topic::DelegatedActs | Topic::Guidelines => return None,
    };
    Some(place)
}

/// Whether a subject has one article to itself, so that another article given for it is wrong.
pub fn is_exclusive(topic: Topic) -> bool {
    matches!(
        topic,
        Topic::Literacy
            | Topic::Prohibitions
            | Topic::HumanOversight
            | Topic::CeMarking
            | Topic::Transparency
            | Topic::Sandboxes
            | Topic::Penalties
            | Topic::RiskManagement
            | Topic::DataGovernance
            | Topic::RightsImpact
            | Topic::Transition
    )
}

impl Text<'_> {
    /// Places of the published act in the numbers of this text, by its own table of correspondences.
    pub fn here(&self, places: &[&str]) -> Vec<Locator> {
        let read = places.iter().filter_map(|place| place.parse::<Locator>().ok());
        if self.version.correspondences.is_empty() {
            return read.filter(|place| self.outline.get(place).is_some()).collect();
        }
        let table = self.version.correspondences.iter().filter(|one| one.version.ends_with(".oj"));
        let table: Vec<_> = table.collect();
        read.flat_map(|place| {
            let exact = table.iter().filter(|one| one.to.contains(&place)).flat_map(|one| one.places.clone());
            exact.collect::<Vec<Locator>>()
        })
        .collect()
    }

    /// Where a place of this text stands in the published act, where a table says so.
    pub fn in_published(&self, place: &Locator) -> Option<(&[Locator], &str)> {
        let found = self.version.correspondences.iter().find(|one| one.places.contains(place))?;
        Some((&found.to, &found.version))
    }

    /// The last unit of a kind, where the text has every one from the first on: only then is what it lacks known not to be.
    pub fn last_of_all(&self, kind: SegmentKind) -> Option<Locator> {
        let units = self.outline.all().iter().filter(|placed| {
            let segments = placed.locator.segments();
            segments.len() == 1 && segments[0].kind == kind
        });
        let mut last = None;
        let mut next = 1;
        for unit in units {
            let number = unit.locator.last().number.as_ref()?;
            let count = if kind == SegmentKind::Annex { number.roman() } else { number.as_str().parse().ok() };
            match count {
                Some(count) if count == next => {
                    next += 1;
                    last = Some(unit.locator.clone());
                }
                // 'Article 4a' stands between the others.
                None if next > 1 => {}
                _ => return None,
            }
        }
        last
    }

    /// The highest number of the paragraphs of a unit, where they are numbered from the first on without a gap.
    pub fn last_paragraph(&self, unit: &Locator) -> Option<u32> {
        let depth = unit.segments().len() + 1;
        let below = self.outline.from(unit).iter().map(|placed| &placed.locator);
        let paragraphs =
            below.filter(|place| place.segments().len() == depth && place.last().kind == SegmentKind::Paragraph);
        let numbers: Vec<u32> =
            paragraphs.filter_map(|place| place.last().number.as_ref().map(Number::as_str)?.parse().ok()).collect();
        let whole = numbers.iter().zip(1..).all(|(number, at)| *number == at);
        numbers.last().copied().filter(|_| whole)
    }

    /// The heading of a unit.
    pub fn heading(&self, place: &Locator) -> String {
        let unit = self.outline.get(place).and_then(|placed| self.outline.unit_of(placed));
        unit.and_then(|unit| unit.provision.heading.clone()).unwrap_or_default()
    }
}
