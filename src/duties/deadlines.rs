//! Deadlines: every date and every counted period of the articles, with what it is for.
//!
//! Source: Joint Practical Guide, guideline 20 (entry into force, application, transitional provisions).

use std::ops::Range;

use super::clause::{bare, sentences};
use super::extract::{extract, is_enacting};
use super::lexicon::{Lexicon, lexicon};
use super::{FoundDuty, terms};
use crate::law::{Actor, Case, Deadline, DeadlineKind, Governed, Locator, Number, Outline, Placed, Version, When};
use crate::prose::{FoundReference, references};

/// The deadlines of a version, read from its articles, in the order of the text.
pub fn deadlines(version: &Version) -> Vec<Deadline> {
    let Some(words) = lexicon(version.language) else { return Vec::new() };
    let outline = Outline::of(version);
    let duties = extract(version);
    let reader = Reader { version, words, outline: &outline, duties: &duties };
    outline
        .all()
        .iter()
        .filter(|placed| is_enacting(placed, &outline))
        .flat_map(|placed| reader.provision(placed))
        .collect()
}

struct Reader<'r, 'a> {
    version: &'r Version,
    words: &'static Lexicon,
    outline: &'r Outline<'a>,
    duties: &'r [FoundDuty],
}

impl Reader<'_, '_> {
    fn provision(&self, placed: &Placed<'_>) -> Vec<Deadline> {
        let Some(own) = placed.provision.text.as_deref() else { return Vec::new() };
        let lead = placed.parent.map(|at| &self.outline.all()[at]);
        let lead =
            lead.filter(|lead| lead.provision.text.as_deref().is_some_and(|text| text.trim_end().ends_with(':')));
        let mut found = Vec::new();
        for sentence in sentences(own) {
            // The words before a list belong to the sentence of its first words.
            let before = lead.filter(|_| sentence.start == 0).and_then(|lead| lead.provision.text.as_deref());
            let before = before.map(|text| sentences(text).pop().map_or(text, |last| &text[last])).unwrap_or_default();
            let text = format!("{before} {}", &own[sentence.clone()]);
            let shift = before.len() + 1;
            let counted = terms::counted(&text, shift..text.len(), self.words, self.version.language);
            let mut since = 0;
            for (at, one) in counted.iter().enumerate() {
                let next = counted.get(at + 1).map_or(text.len(), |next| next.span.start);
                let part = Part { text: &text, since, term: one.span.clone(), next };
                let basis = std::iter::once(placed).chain(lead.filter(|_| shift > 1));
                let at_own = sentence.start + one.span.start - shift;
                found.push(self.deadline(
                    basis.map(|placed| placed.locator.clone()).collect(),
                    &part,
                    &one.when,
                    at_own,
                ));
                since = one.span.end;
            }
        }
        found
    }

    fn deadline(&self, basis: Vec<Locator>, part: &Part<'_>, when: &When, at: usize) -> Deadline {
        let said = &part.text[part.since..part.next];
        let found = self.words.dated.iter().find(|(says, _)| says.is_match(said));
        let found = found.or_else(|| self.words.dated.iter().find(|(says, _)| says.is_match(part.text)));
        let kind = found.map_or(DeadlineKind::Duty, |(_, kind)| *kind);
        let own = basis.first().cloned();
        let duty = self.duties.iter().filter(|duty| Some(&duty.act.provision) == own.as_ref());
        let duty = duty.max_by_key(|duty| (duty.act.start <= at, std::cmp::Reverse(duty.act.start.abs_diff(at))));
        let place = own.as_ref().and_then(|own| self.outline.get(own));
        let (governs, as_regards) = match (kind, place) {
            (DeadlineKind::Application, Some(place)) => self.application(part, place),
            (DeadlineKind::Transition, Some(place)) => self.transition(part, place),
            _ => (None, None),
        };
        let what = match (kind, duty) {
            (DeadlineKind::Application | DeadlineKind::Transition, _) | (_, None) => {
                part.text[bare(part.text, 0..part.text.len())].to_owned()
            }
            (_, Some(duty)) => duty.duty.act.clone(),
        };
        let who: Vec<Actor> = duty.map(|duty| duty.duty.actors.clone()).unwrap_or_default();
        let who = if kind == DeadlineKind::Application { Vec::new() } else { who };
        Deadline { kind, basis, when: when.clone(), who, what, governs, as_regards }
    }

    /// 'Chapters I and II shall apply from …, with the exception of Article 5'.
    fn application(&self, part: &Part<'_>, place: &Placed<'_>) -> (Option<Governed>, Option<Case>) {
        let language = self.version.language;
        let all: Vec<FoundReference> =
            references(part.text, language).into_iter().filter(|one| one.target.act.is_none()).collect();
        let before = &part.text[part.since..part.term.start];
        // What is excepted before the verb is no subject of it; for a second date, what the first excepted is its subject.
        let exception = self.words.excepts.find(before).filter(|_| part.since == 0);
        let subject_end = part.since + exception.map_or(before.len(), |hit| hit.start());
        let within = |range: Range<usize>| -> Vec<Locator> {
            let inside = all.iter().filter(|one| one.start >= range.start && one.end <= range.end);
            inside.flat_map(|one| self.places(one, place)).collect()
        };
        let provisions = within(part.since..subject_end);
        let mut except = within(subject_end..part.term.start);
        let after = &part.text[part.term.end..part.next];
        if let Some(hit) = self.words.excepts.find(after) {
            except.extend(within(part.term.end + hit.end()..part.next));
        }
        let case = self.words.regards.find(after).map(|hit| part.term.end + hit.end()..part.next).map(|range| Case {
            provisions: within(range.clone()),
            words: part.text[bare(part.text, range)].to_owned(),
        });
        let enters = provisions.is_empty() && except.is_empty();
        (Some(Governed { provisions, except }).filter(|_| !enters), case)
    }

    /// 'Without prejudice to the application of Article 5, systems that … before … shall be brought into compliance by …'.
    fn transition(&self, part: &Part<'_>, place: &Placed<'_>) -> (Option<Governed>, Option<Case>) {
        let found = references(part.text, self.version.language);
        let verb =
            self.words.modals.iter().filter_map(|(says, _, _)| says.find(part.text)).map(|hit| hit.start()).min();
        let verb = verb.unwrap_or(part.text.len());
        let own: Vec<&FoundReference> = found.iter().filter(|one| one.target.act.is_none()).collect();
        let saved = self.words.excepts.find(part.text).map_or(0, |hit| hit.end());
        let except = own.iter().find(|one| saved > 0 && one.start >= saved && one.start < saved + 12);
        let except: Vec<Locator> = except.map(|one| self.places(one, place)).unwrap_or_default();
        let of = |from: usize, to: usize| -> Vec<Locator> {
            let inside = own.iter().filter(|one| one.start >= from && one.end <= to);
            inside.flat_map(|one| self.places(one, place)).filter(|found| !except.contains(found)).collect()
        };
        let subject = part.text[..verb].rfind(',').filter(|_| saved > 0).map_or(0, |at| at + 1);
        let words = part.text[bare(part.text, subject..verb)].to_owned();
        let case = Case { provisions: of(subject, verb), words };
        (Some(Governed { provisions: of(verb, part.text.len()), except }), Some(case))
    }

    /// The provisions that a reference leads to, each of a range.
    fn places(&self, one: &FoundReference, place: &Placed<'_>) -> Vec<Locator> {
        let ends = one.target.through.as_ref().zip(one.target.address.steps.last());
        let numbers: Vec<Option<Number>> = ends
            .and_then(|(last, step)| step.number.as_ref()?.through(last))
            .map_or(vec![None], |numbers| numbers.into_iter().map(Some).collect());
        let mut found = Vec::new();
        for number in numbers {
            let mut address = one.target.address.clone();
            if let (Some(number), Some(step)) = (number, address.steps.last_mut()) {
                step.number = Some(number);
            }
            found
                .extend(address.resolve_from(self.outline, Some(place)).into_iter().map(|found| found.locator.clone()));
        }
        found
    }
}

/// A term in a sentence, with the words that can be about it.
struct Part<'t> {
    text: &'t str,
    /// Where the term before it ends.
    since: usize,
    term: Range<usize>,
    /// Where the next term starts.
    next: usize,
}
