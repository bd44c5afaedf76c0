//! References to provisions, in the numbers of the text that was current when the letter was written.

use super::{Judge, Ruling, Verdict};
use crate::check::claims::{ActOf, Claim, ReferenceClaim};
use crate::check::facts::{SUBJECTS_OF, Text, is_exclusive, place_of};
use crate::languages::{CheckPhrase, Topic};
use crate::law::{Locator, Segment, SegmentKind};
use crate::prose::{Address, Step};

/// Where a reference leads in a text.
enum Led {
    /// To a provision.
    To(Locator),
    /// To a unit that has the provision no more or not yet, as the text shows.
    NotIn(Locator, u32),
    /// Nowhere, and the text has every unit of its kind up to this one.
    Nowhere(Locator),
    /// It cannot be said: the text is an excerpt.
    Unknown,
}

impl Judge<'_, '_> {
    pub(super) fn reference(&self, claim: &Claim, reference: &ReferenceClaim) -> Ruling {
        if let ActOf::Unknown(words) = &reference.act {
            return Ruling::undecided(self.say(CheckPhrase::UnknownAct, &[("work", words.clone())]));
        }
        let mut resolved: Vec<&String> = Vec::new();
        for work in &claim.works {
            let texts = self.facts.current(work, self.written);
            // An act of which there is no text can have the provision too.
            if texts.is_empty() || texts.iter().any(|text| matches!(led(text, reference), Led::To(_))) {
                resolved.push(work);
            }
        }
        if resolved.len() > 1 {
            let works = resolved.iter().map(|work| self.title(work)).collect::<Vec<_>>().join(", ");
            return Ruling::of(Verdict::Ambiguous, vec![self.say(CheckPhrase::SeveralActs, &[("works", works)])]);
        }
        let Some(work) = resolved.first().copied().or(claim.works.first()) else {
            return Ruling::undecided(self.say(CheckPhrase::NoAct, &[]));
        };
        let certain = reference.act == ActOf::Stated(work.clone());
        Ruling { work: Some(work.clone()), ..self.in_work(work, reference, certain) }
    }

    fn in_work(&self, work: &str, reference: &ReferenceClaim, certain: bool) -> Ruling {
        let current = self.facts.current(work, self.written);
        if current.is_empty() {
            return Ruling::gap(self.say(CheckPhrase::NoText, &[("work", self.title(work))]));
        }
        for text in &current {
            if let Led::To(place) = led(text, reference) {
                return self.found(text, &place, reference, certain);
            }
        }
        // The numbers of another stage.
        let is_current = |text: &&Text<'_>| !current.iter().any(|known| known.version.name() == text.version.name());
        let other = self.facts.texts(work).filter(is_current).find_map(|text| match led(text, reference) {
            Led::To(place) => Some((text, place)),
            _ => None,
        });
        let newest = current[current.len() - 1];
        let missing = current.iter().find_map(|text| match led(text, reference) {
            Led::NotIn(unit, last) => Some((*text, unit, Some(last))),
            Led::Nowhere(last) => Some((*text, last, None)),
            _ => None,
        });
        match (other, missing) {
            (Some((text, place)), _) if text.version.date > newest.version.date && certain => {
                let with = [("version", text.version.name())];
                Ruling::confirmed(self.provision(text, &place)).noting([self.say(CheckPhrase::SettledLater, &with)])
            }
            (Some((text, place)), Some((now, ..))) if certain => {
                let with = [("version", now.version.name())];
                let because = vec![self.provision(text, &place), self.say(CheckPhrase::ChangedBy, &with)];
                let instead = self.in_published(text, &place);
                Ruling { instead, ..Ruling::of(Verdict::Outdated, because) }
            }
            (None, Some((text, near, last))) if certain => self.not_there(text, &near, last, reference),
            _ => Ruling::gap(self.say(CheckPhrase::Excerpt, &[("version", newest.version.name())])),
        }
    }

    fn not_there(&self, text: &Text<'_>, near: &Locator, last: Option<u32>, reference: &ReferenceClaim) -> Ruling {
        let segments = reference.target.address.segments();
        let typed = Locator::from_segments(segments).map(|place| self.place(&place)).unwrap_or_default();
        let nearest = match last {
            Some(last) => format!("{}: 1–{last}", self.place(near)),
            None => format!("… {}", self.place(near)),
        };
        let with = [("place", typed), ("version", text.version.name()), ("heading", nearest)];
        let because = vec![self.say(CheckPhrase::NoProvision, &with)];
        let ruling = Ruling::of(Verdict::Contradicted, because);
        match reference.topic.and_then(|topic| self.subject(text, topic)) {
            Some(place) => ruling.instead(crate::prose::citation(&place, self.letter)),
            None => ruling,
        }
    }

    /// A provision that is there: whether it is about what the letter says.
    fn found(&self, text: &Text<'_>, place: &Locator, reference: &ReferenceClaim, certain: bool) -> Ruling {
        let there = self.provision(text, place);
        let notes: Vec<String> = self.numbered_elsewhere(text, place).into_iter().collect();
        let confirmed = Ruling::confirmed(there.clone()).noting(notes);
        let Some(topic) = reference.topic.filter(|topic| is_exclusive(*topic)) else { return confirmed };
        let Some(own) = self.subject(text, topic) else { return confirmed };
        let unit = root(place);
        let Some((_, also)) = place_of(topic) else { return confirmed };
        let allowed = text.here(also).iter().any(|other| root(other) == unit);
        if unit.last().kind != SegmentKind::Article || root(&own) == unit || allowed {
            return confirmed;
        }
        let subject = self.subject_line(text, &own);
        let elsewhere =
            self.facts.texts(&text.version.work).filter(|other| other.version.name() != text.version.name());
        let before = elsewhere.filter(|other| other.version.date < text.version.date);
        let formerly = before.into_iter().find(|other| {
            self.subject(other, topic).is_some_and(|was| root(&was) == unit) && other.outline.get(place).is_some()
        });
        let instead = crate::prose::citation(&own, self.letter);
        if let Some(was) = formerly {
            let with = [("version", text.version.name())];
            let because = vec![self.provision(was, place), subject, self.say(CheckPhrase::ChangedBy, &with)];
            return Ruling::of(Verdict::Outdated, because).instead(instead);
        }
        if !certain {
            return confirmed;
        }
        let with = [("place", there)];
        Ruling::of(Verdict::Contradicted, vec![self.say(CheckPhrase::OtherSubject, &with), subject]).instead(instead)
    }

    /// Where a subject stands in a text.
    pub(super) fn subject(&self, text: &Text<'_>, topic: Topic) -> Option<Locator> {
        if text.version.work != SUBJECTS_OF {
            return None;
        }
        let (place, _) = place_of(topic)?;
        text.here(&[place]).into_iter().next()
    }

    fn subject_line(&self, text: &Text<'_>, place: &Locator) -> String {
        let with = [("place", self.place(place)), ("heading", text.heading(place)), ("version", text.version.name())];
        self.say(CheckPhrase::SubjectIn, &with)
    }

    /// The number of a draft's provision in the act as published.
    fn numbered_elsewhere(&self, text: &Text<'_>, place: &Locator) -> Option<String> {
        let (to, version) = text.in_published(place)?;
        let moved = to.iter().any(|other| other != place);
        let places = to.iter().map(|place| self.place(place)).collect::<Vec<_>>().join(", ");
        let with = [("place", places), ("version", version.to_owned())];
        (moved && !to.is_empty()).then(|| self.say(CheckPhrase::NumberedIn, &with))
    }

    fn in_published(&self, text: &Text<'_>, place: &Locator) -> Option<String> {
        let (to, _) = text.in_published(place)?;
        to.first().map(|place| crate::prose::citation(place, self.letter))
    }
}

fn root(place: &Locator) -> Locator {
    Locator::root(place.segments()[0].clone())
}

/// Where a reference leads in a text.
fn led(text: &Text<'_>, reference: &ReferenceClaim) -> Led {
    let address = &reference.target.address;
    let also = customary(&reference.target.address);
    if let Some(placed) =
        [address, &also].into_iter().find_map(|address| address.resolve(&text.outline).first().copied())
    {
        return match &reference.target.through {
            // Of a range, the last must be there too.
            Some(last) => {
                let mut segments = placed.locator.segments().to_vec();
                if let Some(end) = segments.last_mut() {
                    *end = Segment::new(end.kind, last.clone());
                }
                match Locator::from_segments(segments).is_some_and(|place| text.outline.get(&place).is_some()) {
                    true => Led::To(placed.locator.clone()),
                    false => nowhere(text, placed.locator.segments()),
                }
            }
            None => Led::To(placed.locator.clone()),
        };
    }
    nowhere(text, &also.segments())
}

/// The address as letters write it: 'eerste lid' is paragraph 1, and the 'deel A' of an annex a section.
fn customary(address: &Address) -> Address {
    let steps = address.steps.iter().map(|step| {
        let kind = match step.kind {
            Some(SegmentKind::UnnumberedParagraph) => Some(SegmentKind::Paragraph),
            Some(SegmentKind::Part) => Some(SegmentKind::Section),
            kind => kind,
        };
        Step { kind, ..step.clone() }
    });
    Address { steps: steps.collect() }
}

fn nowhere(text: &Text<'_>, segments: &[Segment]) -> Led {
    let Some(first) = segments.first() else { return Led::Unknown };
    let unit = Locator::root(first.clone());
    if text.outline.get(&unit).is_none() {
        let listed = matches!(first.kind, SegmentKind::Article | SegmentKind::Annex | SegmentKind::Recital);
        let plain = first.number.as_ref().is_some_and(|number| number.is_arabic() || number.roman().is_some());
        return text.last_of_all(first.kind).filter(|_| listed && plain).map_or(Led::Unknown, Led::Nowhere);
    }
    let paragraph = segments.get(1).filter(|segment| segment.kind == SegmentKind::Paragraph);
    let number = paragraph.and_then(|segment| segment.number.as_ref()?.as_str().parse::<u32>().ok());
    match (number, text.last_paragraph(&unit)) {
        (Some(number), Some(last)) if number > last => Led::NotIn(unit, last),
        _ => Led::Unknown,
    }
}
