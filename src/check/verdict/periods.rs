//! Periods up to which an act applies or is carried out.

use super::{Judge, Ruling, Verdict};
use crate::check::claims::{Claim, PeriodClaim, PeriodUnit};
use crate::check::facts::{SUBJECTS_OF, Text};
use crate::languages::{CheckPhrase, vocabulary};
use crate::law::{Event, Locator, Period};

impl Judge<'_, '_> {
    pub(super) fn period(&self, claim: &Claim, period: &PeriodClaim) -> Ruling {
        let none = || Ruling::undecided(self.say(CheckPhrase::NoPeriod, &[]));
        let Some(work) = claim.works.first() else { return none() };
        let current = self.facts.current(work, self.written);
        for text in &current {
            if let Some(place) = stated(text, period) {
                let with = [("place", self.place(&place)), ("version", text.version.name())];
                return Ruling::confirmed(self.say(CheckPhrase::PeriodIn, &with));
            }
        }
        let known = self.facts.work(work).filter(|_| period.of_application && !claim.from_context);
        let (Some(work), Some(text)) = (known, current.first()) else { return none() };
        let in_force = work.day_of(Event::EntryIntoForce);
        let Some(day) = in_force.and_then(|day| day.end_of(length(period)?)) else { return none() };
        let rules = text.calendar.entries.iter().filter(|entry| entry.is_application());
        let Some(rule) = rules.clone().find(|rule| rule.day == Some(day)) else {
            let general =
                rules.filter(|rule| rule.deadline.governs.as_ref().is_some_and(|own| own.provisions.is_empty()));
            let general = general.filter_map(|rule| Some((rule.day?, rule.deadline.basis.first()?.clone()))).next();
            let Some((day, place)) = general else { return none() };
            let with = [
                ("place", self.place(&place)),
                ("version", text.version.name()),
                ("date", self.day(day)),
                ("what", work.short_title(self.language).to_owned()),
            ];
            return Ruling::of(Verdict::Contradicted, vec![self.say(CheckPhrase::Deadline, &with)])
                .instead(self.written_day(day));
        };
        let place = rule.deadline.basis.first().map(|place| self.place(place)).unwrap_or_default();
        let with = [
            ("place", place),
            ("version", text.version.name()),
            ("date", self.day(day)),
            ("what", rule.deadline.what.clone()),
        ];
        Ruling::confirmed(self.say(CheckPhrase::Deadline, &with))
    }
}

fn length(period: &PeriodClaim) -> Option<Period> {
    Some(match period.unit {
        PeriodUnit::Days => Period::Days(period.count),
        PeriodUnit::Weeks => Period::Weeks(period.count),
        PeriodUnit::Months => Period::Months(period.count),
        PeriodUnit::Years => Period::Years(period.count),
    })
}

/// The provision on entry into force and application that has the period.
fn stated(text: &Text<'_>, period: &PeriodClaim) -> Option<Locator> {
    if text.version.work != SUBJECTS_OF {
        return None;
    }
    let language = vocabulary(text.version.language);
    let units = match period.unit {
        PeriodUnit::Days => language.periods.days,
        PeriodUnit::Weeks => language.periods.weeks,
        PeriodUnit::Months => language.periods.months,
        PeriodUnit::Years => language.periods.years,
    };
    let cardinal = language.claims.and_then(|words| words.cardinals.get(usize::from(period.count).checked_sub(1)?));
    let mut spellings: Vec<String> = cardinal
        .into_iter()
        .map(|word| (*word).to_owned())
        .chain([period.count.to_string()])
        .map(|number| format!("{number} {}", units[1]))
        .collect();
    // 'the twentieth day after its publication'
    spellings.extend(
        language.provisions.ordinal(usize::from(period.count)).map(|ordinal| format!("{ordinal} {}", units[0])),
    );
    let unit = text.here(&["art_113"]).into_iter().next()?;
    let below = text.outline.from(&unit).iter();
    let has = |words: &str| spellings.iter().any(|spelling| words.to_lowercase().contains(spelling.as_str()));
    below.filter(|placed| placed.provision.text.as_deref().is_some_and(has)).map(|placed| placed.locator.clone()).next()
}
