//! Dates.

use super::subjects::Day;
use super::{Judge, Ruling, Text, Verdict};
use crate::calendar::Entry;
use crate::check::claims::{Claim, DateClaim};
use crate::check::facts::{SUBJECTS_OF, amends, is};
use crate::languages::{CheckPhrase, Happening, Topic};
use crate::law::{Date, Language, Milestone, Work};

/// How many days off a date may be to be nearly right.
const NEAR: i32 = 45;

/// How long before a limit something may have come for the limit to be kept: longer, and the letter means something else.
const KEPT: i32 = 370;

impl Judge<'_, '_> {
    pub(super) fn date(&self, claim: &Claim, date: &DateClaim) -> Ruling {
        let Some(happening) = date.happening else {
            return Ruling::undecided(self.say(CheckPhrase::NoEvent, &[]));
        };
        let Some((from, to)) = date.days else {
            return Ruling::undecided(self.say(CheckPhrase::UnclearYear, &[]));
        };
        let works: Vec<&Work> = claim.works.iter().filter_map(|work| self.facts.work(work)).collect();
        if works.is_empty() {
            return Ruling::undecided(self.say(CheckPhrase::NoAct, &[]));
        }
        let asked = Asked { date, happening, from, to };
        let ruled = |work: &&Work| Ruling { work: Some(work.name.clone()), ..self.of_work(work, &asked) };
        let rulings: Vec<Ruling> = works.iter().map(ruled).collect();
        let first = |verdict| rulings.iter().find(|ruling| ruling.verdict == verdict).cloned();
        if let Some(confirmed) = first(Verdict::Confirmed) {
            return confirmed;
        }
        // The date can be one of the act of which the library knows no such event.
        if let Some(gap) = rulings.iter().find(|ruling| ruling.gap.is_some()) {
            return gap.clone();
        }
        let against = first(Verdict::Contradicted).or_else(|| first(Verdict::Outdated));
        match against {
            // What the sentence does not name may be something else.
            Some(ruling) if claim.from_context => {
                Ruling::undecided(self.say(CheckPhrase::NoAct, &[])).noting(ruling.because)
            }
            Some(ruling) if date.is_open && ruling.verdict == Verdict::Contradicted => {
                Ruling::undecided(self.say(CheckPhrase::OpenStatement, &[])).noting(ruling.because)
            }
            Some(ruling) => ruling,
            None => rulings.into_iter().next().unwrap_or_else(|| Ruling::undecided(String::new())),
        }
    }

    fn of_work(&self, work: &Work, asked: &Asked<'_>) -> Ruling {
        let applies = matches!(asked.happening, Happening::EntryIntoForce | Happening::Application | Happening::Due);
        if let Some(topic) = asked.date.topics.first().copied().filter(|_| applies)
            && let Some(ruling) = self.of_subject(work, topic, asked)
        {
            // 'De regels treden in werking' may stand for the act as a whole.
            if asked.happening == Happening::EntryIntoForce && ruling.verdict != Verdict::Confirmed {
                let of_act = self.of_milestones(work, asked);
                return if of_act.verdict == Verdict::Confirmed { of_act } else { ruling };
            }
            return ruling;
        }
        match asked.happening {
            Happening::Due => Ruling::undecided(self.say(CheckPhrase::NoEvent, &[])),
            Happening::Application => self.application(work, asked),
            _ => self.of_milestones(work, asked),
        }
    }

    /// When what the letter speaks of applies, or is due.
    fn of_subject(&self, work: &Work, topic: Topic, asked: &Asked<'_>) -> Option<Ruling> {
        let due = asked.happening == Happening::Due || asked.date.is_limit;
        if self.facts.texts(&work.name).next().is_none() {
            return self.set_for(work, topic, asked);
        }
        let subjects = self.facts.work(SUBJECTS_OF)?;
        if work.name != subjects.name && !amends(work, subjects) {
            return None;
        }
        let current = self.facts.current(&subjects.name, self.written);
        let now: Vec<Day> = current.iter().flat_map(|text| self.days(text, topic, due)).collect();
        if let Some(day) = now.iter().find(|day| asked.meets(day.date)) {
            return Some(Ruling::confirmed(day.line.clone()));
        }
        let newest = current.iter().map(|text| text.version.date).max();
        let others = |later: bool| {
            let texts = self.facts.texts(&subjects.name).filter(move |text| {
                newest.is_none_or(|newest| if later { text.version.date > newest } else { text.version.date < newest })
            });
            texts.flat_map(|text| self.days(text, topic, due).into_iter().map(move |day| (text, day)))
        };
        if let Some((text, day)) = others(true).find(|(_, day)| asked.meets(day.date)) {
            let with = [("version", text.version.name())];
            return Some(Ruling::confirmed(day.line).noting([self.say(CheckPhrase::SettledLater, &with)]));
        }
        let closest = now.iter().min_by_key(|day| asked.off(day.date)).cloned();
        let rules: Vec<Day> = now.into_iter().filter(|day| day.is_rule).collect();
        let nearest = rules.iter().min_by_key(|day| asked.off(day.date))?.clone();
        if let Some((_, was)) = others(false).find(|(_, day)| asked.meets(day.date)) {
            let now = current.first().map(|text| text.version.name()).unwrap_or_default();
            let because = vec![was.line, self.say(CheckPhrase::ChangedBy, &[("version", now)]), nearest.line.clone()];
            return Some(Ruling::of(Verdict::Outdated, because).instead(self.written_day(nearest.date)));
        }
        if let Some(ruling) = self.ordered_in_drafts(subjects, topic, asked, closest.as_ref().unwrap_or(&nearest)) {
            return Some(ruling);
        }
        // Acts and guidelines are many; only one that is nearly right is the one that is meant.
        let several = rules.iter().map(|day| day.date).collect::<std::collections::BTreeSet<_>>().len() > 1;
        if several && matches!(topic, Topic::DelegatedActs | Topic::Guidelines) {
            let lines = rules.into_iter().map(|day| day.line).collect();
            let because = vec![self.say(CheckPhrase::SeveralDates, &[])];
            return Some(Ruling { notes: lines, ..Ruling::of(Verdict::NotDecidable, because) });
        }
        Some(self.against(subjects, nearest, asked, &current))
    }

    /// A date of a draft of an amending act: right for that stage, outdated once a later one has settled it.
    fn ordered_in_drafts(&self, work: &Work, topic: Topic, asked: &Asked<'_>, nearest: &Day) -> Option<Ruling> {
        let (draft, day) = self
            .facts
            .amending(work)
            .find_map(|text| Some((text, self.ordered(text, topic, asked.from, asked.to)?)))?;
        let until = self.written.map(|written| written.to);
        let later = self.facts.amending(work).filter(|text| {
            text.version.work == draft.version.work
                && text.version.date > draft.version.date
                && until.is_none_or(|until| text.version.date <= until)
        });
        let settled = later.filter(|text| self.ordered(text, topic, asked.from, asked.to).is_none()).last();
        match settled {
            Some(text) => {
                let with = [("version", text.version.name())];
                let because = vec![day.line, self.say(CheckPhrase::ChangedBy, &with), nearest.line.clone()];
                Some(Ruling::of(Verdict::Outdated, because).instead(self.written_day(nearest.date)))
            }
            None => Some(Ruling::confirmed(day.line)),
        }
    }

    /// What an amending act sets for a work of which the library has no text.
    fn set_for(&self, work: &Work, topic: Topic, asked: &Asked<'_>) -> Option<Ruling> {
        // The act that another has replaced is often meant when that one is.
        let meant =
            self.facts.works.iter().find(|other| crate::check::facts::repeals(other, work)).copied().unwrap_or(work);
        // Of several stages the latest counts.
        let mut amending: Vec<&Text<'_>> = self.facts.amending(meant).collect();
        amending.sort_by_key(|text| std::cmp::Reverse(text.version.date));
        let days: Vec<Day> = amending.iter().flat_map(|text| self.set_by(text, meant.celex.as_str(), topic)).collect();
        if let Some(day) = days.iter().find(|day| asked.meets(day.date)) {
            return Some(Ruling::confirmed(day.line.clone()));
        }
        let nearest = days.into_iter().min_by_key(|day| asked.off(day.date))?;
        let subjects: Vec<&Text<'_>> = self.facts.texts(SUBJECTS_OF).collect();
        let elsewhere = subjects.iter().rev().flat_map(|text| self.on_subject(text, topic, asked));
        let notes: Vec<String> = elsewhere.take(1).map(|what| self.belongs(asked.from, &what)).collect();
        Some(self.against(meant, nearest, asked, &[]).noting(notes))
    }

    fn on_subject(&self, text: &Text<'_>, topic: Topic, asked: &Asked<'_>) -> Vec<String> {
        let days = self.days(text, topic, true);
        days.into_iter().filter(|day| asked.meets(day.date)).map(|day| day.line).collect()
    }

    fn application(&self, work: &Work, asked: &Asked<'_>) -> Ruling {
        let current = self.facts.current(&work.name, self.written);
        let later =
            self.facts.texts(&work.name).filter(|text| current.iter().all(|now| now.version.date < text.version.date));
        let texts: Vec<&Text<'_>> = current.iter().copied().chain(later).collect();
        for text in &texts {
            let rules = text.calendar.entries.iter().filter(|entry| entry.is_application());
            let met = rules
                .filter(|entry| entry.deadline.governs.is_some())
                .find(|entry| entry.sorts_by().is_some_and(|day| asked.meets(day)));
            if met.is_some() {
                let lines = self.on(text, asked.from, asked.to);
                return Ruling::of(Verdict::Confirmed, lines.into_iter().take(2).collect());
            }
        }
        let known = work.timeline.iter().filter(|milestone| is(milestone, Happening::Application)).count();
        if known == 0 {
            return Ruling::gap(
                self.say(CheckPhrase::NoMilestone, &[("work", work.short_title(self.language).to_owned())]),
            );
        }
        self.of_milestones(work, asked)
    }

    /// What happened to the act itself.
    fn of_milestones(&self, work: &Work, asked: &Asked<'_>) -> Ruling {
        let title = work.short_title(self.language).to_owned();
        let mut happening = asked.happening;
        let mut of_kind: Vec<&Milestone> = work.timeline.iter().filter(|one| is(one, happening)).collect();
        if of_kind.is_empty() && happening == Happening::OfficialJournal {
            // 'De wet is gepubliceerd' of what is only proposed.
            happening = Happening::Proposal;
            of_kind = work.timeline.iter().filter(|one| is(one, happening)).collect();
        }
        let of_kin = work.timeline.iter().filter(|one| kin(happening).iter().any(|kin| is(one, *kin)));
        if let Some(one) = of_kind.iter().copied().chain(of_kin).find(|one| asked.meets(one.date)) {
            return Ruling::confirmed(self.milestone(work, one));
        }
        let named = work
            .timeline
            .iter()
            .find(|one| crate::prose::dates(&one.event, Language::En).iter().any(|date| asked.meets(date.date)));
        if let Some(one) = named {
            return Ruling::confirmed(self.milestone(work, one));
        }
        let Some(nearest) = of_kind.iter().min_by_key(|one| asked.off(one.date)) else {
            return Ruling::gap(self.say(CheckPhrase::NoMilestone, &[("work", title)]));
        };
        // Meetings are many, and the library does not list them all.
        if happening == Happening::Trilogue {
            return Ruling::undecided(self.say(CheckPhrase::SeveralDates, &[]));
        }
        let other = work.timeline.iter().find(|one| asked.meets(one.date));
        let notes = other.map(|one| self.belongs(asked.from, &self.milestone(work, one)));
        let day = Day { date: nearest.date, line: self.milestone(work, nearest), is_rule: true };
        self.against(work, day, asked, &[]).noting(notes)
    }

    /// The ruling against a date, with the nearest right one.
    fn against(&self, work: &Work, nearest: Day, asked: &Asked<'_>, texts: &[&Text<'_>]) -> Ruling {
        let known = work.timeline.iter().map(|one| one.date);
        let known = known.chain(texts.iter().flat_map(|text| text.calendar.entries.iter().filter_map(Entry::sorts_by)));
        let of_other = asked.from == asked.to && known.into_iter().any(|date| date == asked.from);
        if !of_other && !asked.is_slip_of(nearest.date) {
            // What is neither nearly right nor the day of something else is said of something else.
            return Ruling::undecided(self.say(CheckPhrase::FarOff, &[])).noting([nearest.line]);
        }
        let off = self.say(CheckPhrase::DaysOff, &[("days", asked.off(nearest.date).to_string())]);
        let others = texts.iter().flat_map(|text| self.on(text, asked.from, asked.to)).take(1);
        let notes: Vec<String> = others.map(|what| self.belongs(asked.from, &what)).collect();
        Ruling::of(Verdict::Contradicted, vec![format!("{} ({off})", nearest.line)])
            .instead(self.written_day(nearest.date))
            .noting(notes)
    }

    fn belongs(&self, date: Date, what: &str) -> String {
        self.say(CheckPhrase::BelongsTo, &[("date", self.day(date)), ("what", what.to_owned())])
    }
}

/// What is asked of a date.
struct Asked<'d> {
    date: &'d DateClaim,
    happening: Happening,
    from: Date,
    to: Date,
}

impl Asked<'_> {
    /// Whether a day is the one that the letter means, or keeps the limit that it sets.
    fn meets(&self, day: Date) -> bool {
        let kept = self.date.is_limit
            && self.from != self.to
            && matches!(self.happening, Happening::EntryIntoForce | Happening::Application)
            && day <= self.to
            && day.days_to(self.to) < KEPT;
        (self.from..=self.to).contains(&day) || kept
    }

    /// Whether the date can be a slip for another: near it, with one of month and year another, or with the figures of its
    /// day the other way round.
    fn is_slip_of(&self, right: Date) -> bool {
        let said = self.from;
        if self.from != self.to {
            return self.off(right) <= NEAR
                || (said.month() == right.month() && (said.year() - right.year()).abs() <= 3);
        }
        let swapped = said.day() % 10 * 10 + said.day() / 10 == right.day();
        let same_month = said.month() == right.month() && said.year() == right.year();
        let year_alike = said.year() == right.year() || said.month() == right.month();
        let same_day = said.day() == right.day() && year_alike && self.off(right) <= 3 * 366;
        self.off(right) <= NEAR || (same_month && swapped) || same_day
    }

    /// How many days another is off.
    fn off(&self, day: Date) -> i32 {
        if day < self.from { day.days_to(self.from) } else { self.to.days_to(day).max(0) }
    }
}

/// Happenings that letters call by the words of another.
fn kin(happening: Happening) -> &'static [Happening] {
    match happening {
        Happening::ParliamentPosition => &[Happening::ParliamentAdoption],
        Happening::ParliamentAdoption => &[Happening::ParliamentPosition],
        Happening::OfficialJournal => &[Happening::Proposal],
        Happening::Proposal => &[],
        _ => &[],
    }
}

/// What stands before a date from which something has been so, which is no day by which it is due.
pub(super) fn since(language: Language) -> &'static str {
    match language {
        Language::En => "from ",
        Language::Fr => "à compter du ",
        Language::Nl => "vanaf ",
    }
}
