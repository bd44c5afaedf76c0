//! From provisions to duties.

use std::collections::HashMap;
use std::ops::Range;

use super::actors::{Named, Surroundings, distinct, heading, named};
use super::clause::{Clause, bare, clauses, sentences, trimmed};
use super::lexicon::{Lexicon, lexicon};
use super::lists::{Inherited, points};
use super::{FoundDuty, Span, terms};
use crate::languages::Points;
use crate::law::{Actor, Duty, Kind, Language, Locator, Modality, Outline, Part, Placed, Version, When};

/// The duties of a version, read from its articles, in the order of the text.
pub fn extract(version: &Version) -> Vec<FoundDuty> {
    let Some(words) = lexicon(version.language) else { return Vec::new() };
    let outline = Outline::of(version);
    let around = Surroundings::of(version, &outline, words);
    let mut reader = Reader {
        language: version.language,
        words,
        outline: &outline,
        around: &around,
        lists: HashMap::new(),
        article: None,
        last: Vec::new(),
        found: Vec::new(),
        open: None,
    };
    for placed in outline.all() {
        if is_enacting(placed, &outline) {
            reader.provision(placed);
        }
    }
    reader.found
}

/// Whether a provision is the act's own and can impose something: in an article, and neither quoted from another act, nor a
/// definition, nor deleted.
pub(super) fn is_enacting(placed: &Placed<'_>, outline: &Outline<'_>) -> bool {
    let mut around = std::iter::once(placed).chain(outline.above(placed));
    placed.part == Part::Body
        && around
            .all(|one| !matches!(one.provision.kind, Kind::Quotation | Kind::Definition) && !one.provision.is_deleted())
}

struct Reader<'r, 'a> {
    language: Language,
    words: &'static Lexicon,
    outline: &'r Outline<'a>,
    around: &'r Surroundings,
    /// What is before the list that a provision's points belong to.
    lists: HashMap<Locator, Inherited>,
    article: Option<Locator>,
    /// Who was last found to have a duty in the article.
    last: Vec<Actor>,
    found: Vec<FoundDuty>,
    /// The last clause read, which may have no act but that of its points: 'Providers shall:'.
    open: Option<Open>,
}

/// A clause that leads a list in.
#[derive(Clone)]
struct Open {
    who: Vec<Actor>,
    modality: Modality,
    by: Option<When>,
    condition: Option<String>,
    act: Range<usize>,
}

/// What is known of a duty before it is put together.
struct Part_ {
    who: Vec<Actor>,
    named: Option<Range<usize>>,
    modality: Modality,
    verb: Range<usize>,
    lead: Range<usize>,
    act: Range<usize>,
}

impl Reader<'_, '_> {
    fn provision(&mut self, placed: &Placed<'_>) {
        let provision = placed.provision;
        let article = self.outline.unit_of(placed).map(|unit| unit.locator.clone());
        if article != self.article {
            self.article = article;
            self.last.clear();
        }
        let idle = self.outline.unit_of(placed).and_then(|unit| unit.provision.heading.as_deref());
        if idle.is_some_and(|heading| self.words.idle_headings.is_match(heading.trim())) {
            return;
        }
        let Some(text) = provision.text.as_deref() else { return };
        let children: Vec<&str> = provision
            .children
            .iter()
            .filter(|child| matches!(child.kind, Kind::Point | Kind::Indent) && !child.is_deleted())
            .filter_map(|child| child.text.as_deref())
            .collect();
        let inherited = placed.parent.and_then(|at| self.lists.get(&self.outline.all()[at].locator)).cloned();
        let all = sentences(text);
        for (at, sentence) in all.iter().enumerate() {
            let leads = at + 1 == all.len() && !children.is_empty();
            let before = self.found.len();
            self.open = None;
            match &inherited {
                // What a clause is about, or on which conditions: no clause of its own.
                Some(list) if at == 0 && list.points == Points::Content => {}
                Some(list) if at == 0 || list.points == Points::Conditions => {
                    self.point(placed, text, sentence.clone(), list);
                }
                _ => self.sentence(placed, text, sentence.clone()),
            }
            if leads {
                self.lead(placed, &text[sentence.clone()], &children, before);
            }
        }
    }

    /// What the words before a list make of its points; `before` is the number of duties found before them.
    fn lead(&mut self, placed: &Placed<'_>, said: &str, children: &[&str], before: usize) {
        let points = points(said, children.iter().copied(), self.words);
        let text = placed.provision.text.as_deref().unwrap_or_default();
        let Some(open) = self.open.clone() else {
            self.lists.insert(placed.locator.clone(), Inherited::content(placed.locator.clone()));
            return;
        };
        let who = match points {
            Points::ActsOfOther => {
                let other = named(text, open.act.clone(), self.words);
                other.first().map_or(open.who.clone(), |one| self.narrow(vec![one.actor]))
            }
            _ => open.who.clone(),
        };
        let modality = if points == Points::Conditions { Modality::Must } else { open.modality };
        let (lead, by, condition) = (placed.locator.clone(), open.by, open.condition);
        let act = self.found.last().filter(|_| points == Points::Cases).map(|found| found.act.clone());
        self.lists.insert(placed.locator.clone(), Inherited { points, who, modality, lead, by, condition, act });
        if matches!(points, Points::Acts | Points::Cases) && self.found.len() > before {
            self.found.pop();
        }
    }

    /// A point that is an act itself, or a condition that somebody has to see to.
    fn point(&mut self, placed: &Placed<'_>, text: &str, sentence: Range<usize>, list: &Inherited) {
        let own_verb = |clause: &Clause| matches!(clause.modality, Modality::Must | Modality::MustNot);
        if list.points == Points::Conditions && clauses(text, sentence.clone(), self.words).iter().any(own_verb) {
            self.last.clone_from(&list.who);
            self.sentence(placed, text, sentence);
            return;
        }
        let act = bare(text, sentence);
        if let Some(done) = &list.act {
            let said =
                self.outline.get(&done.provision).and_then(|lead| lead.provision.text.clone()).unwrap_or_default();
            let at = act.start..act.start;
            let part = Part_ {
                who: list.who.clone(),
                named: None,
                modality: list.modality,
                verb: at.clone(),
                lead: at,
                act: act.clone(),
            };
            self.add(placed, text, part, Some(list));
            if let Some(found) = self.found.last_mut() {
                found.duty.act = said.get(done.start..done.end).unwrap_or_default().to_owned();
                found.duty.condition = Some(text[act].to_owned());
                found.act = done.clone();
            }
            return;
        }
        for act in self.acts(text, act) {
            let mut modality = self.toned(&text[act.clone()], list.modality);
            if list.modality == Modality::Must && self.words.prohibits.is_match(&text[act.clone()]) {
                modality = Modality::MustNot;
            }
            let at = act.start..act.start;
            self.open = Some(Open {
                who: list.who.clone(),
                modality,
                by: list.by.clone(),
                condition: list.condition.clone(),
                act: act.clone(),
            });
            let part = Part_ { who: list.who.clone(), named: None, modality, verb: at.clone(), lead: at, act };
            self.add(placed, text, part, Some(list));
        }
    }

    fn sentence(&mut self, placed: &Placed<'_>, text: &str, sentence: Range<usize>) {
        let mut who: Vec<Actor> = Vec::new();
        for clause in clauses(text, sentence, self.words) {
            let (actors, named) = self.who(placed, text, &clause, &who);
            let said = format!("{} {}", &text[clause.verb.clone()], &text[clause.act.clone()]);
            let said = said.as_str();
            let of_thing = named.is_none() && !clause.goes_on;
            if self.words.no_duty.is_match(said) || (of_thing && self.words.no_duty_of_things.is_match(said)) {
                who = actors;
                continue;
            }
            let strictness = match clause.modality {
                Modality::Must | Modality::May if self.words.negative.is_match(&text[clause.subject.clone()]) => {
                    Modality::MustNot
                }
                own => own,
            };
            for (at, act) in self.acts(text, clause.act.clone()).into_iter().enumerate() {
                let lead = if at == 0 || !clause.lead.is_empty() { clause.lead.clone() } else { act.start..act.start };
                let modality = self.toned(&text[act.clone()], strictness);
                let condition = self.condition(&text[lead.clone()]);
                self.open = Some(Open { who: actors.clone(), modality, by: None, condition, act: act.clone() });
                let part =
                    Part_ { who: actors.clone(), named: named.clone(), modality, verb: clause.verb.clone(), lead, act };
                self.add(placed, text, part, None);
            }
            who = actors;
        }
    }

    /// How strictly an act is asked for, by its own words: a duty may be one to try, or to encourage.
    fn toned(&self, act: &str, own: Modality) -> Modality {
        let tone = self.words.tones.iter().find(|(says, _)| says.is_match(act)).map(|(_, tone)| *tone);
        tone.filter(|_| own == Modality::Must).unwrap_or(own)
    }

    fn condition(&self, lead: &str) -> Option<String> {
        let opens = self.words.condition.find(lead).is_some_and(|hit| hit.start() == 0);
        opens.then(|| lead.to_owned())
    }

    /// The acts that one verb of modality governs: 'investigate the causes, and inform the authority'.
    fn acts(&self, text: &str, whole: Range<usize>) -> Vec<Range<usize>> {
        let mut acts = Vec::new();
        let mut from = whole.start;
        let said = &text[whole.clone()];
        for hit in self.words.second_verb.captures_iter(said) {
            let (Some(joint), Some(verb)) = (hit.get(0), hit.name("verb")) else { continue };
            let before = &text[from..whole.start + joint.start()];
            let parted = joint.as_str().starts_with(',');
            let shared = self.words.unfinished.is_match(before.trim_end());
            if shared || (!parted && self.words.inner_verb.is_match(before)) {
                continue;
            }
            acts.push(bare(text, from..whole.start + joint.start()));
            from = whole.start + verb.start();
        }
        acts.push(bare(text, from..whole.end));
        acts
    }

    /// Who a clause binds, with the words that say so; `before` are those of the clause before it in the sentence.
    fn who(
        &self,
        placed: &Placed<'_>,
        text: &str,
        clause: &Clause,
        before: &[Actor],
    ) -> (Vec<Actor>, Option<Range<usize>>) {
        let words = self.words;
        let act = &text[clause.act.clone()];
        let subject = &text[clause.subject.clone()];
        let (found, heads) = heading(text, clause.subject.clone(), words);
        let passive = words.passive.is_match(act);
        let suffered = words.suffered.is_match(act);
        let of = |found: Vec<Named>| {
            let span = found.first().zip(found.last()).map(|(first, last)| first.span.start..last.span.end);
            (self.narrow(distinct(found.into_iter().map(|one| one.actor))), span)
        };
        if passive && let Some(agent) = self.agent(text, clause.act.clone()) {
            return of(agent);
        }
        if clause.goes_on {
            return (before.to_vec(), None);
        }
        if heads && !suffered {
            return of(found);
        }
        if words.pronouns.is_match(subject) && !suffered {
            // 'That authority' is the one named last by that name.
            let noun: String = subject.rsplit([' ', '\u{a0}']).next().unwrap_or_default().chars().take(6).collect();
            if subject.contains([' ', '\u{a0}']) {
                let before = named(text, 0..clause.subject.start, words);
                let called = |one: &&Named| text[one.span.clone()].to_lowercase().contains(&noun.to_lowercase());
                if let Some(one) = before.iter().rev().find(called) {
                    return of(vec![one.clone()]);
                }
            }
            if let Some(of_lead) = self.lead_actor(text, clause.lead.clone()) {
                return of(of_lead);
            }
            if !self.last.is_empty() {
                return (self.last.clone(), None);
            }
        }
        let around = &text[clause.lead.start..clause.subject.end.max(clause.lead.end)];
        let made = |said: &str| words.made_by.iter().find(|(says, _)| says.is_match(said));
        if let Some((_, actors)) = made(subject).or_else(|| made(around).filter(|_| clause.lead.len() < 40)) {
            return (self.narrow(actors.to_vec()), None);
        }
        // Persons are those whom something is about.
        let acting: Vec<Named> =
            found.into_iter().filter(|one| !matches!(one.actor, Actor::Person | Actor::Anyone)).collect();
        if !acting.is_empty() && !suffered {
            return of(acting);
        }
        let excluded: Vec<Actor> = if suffered {
            named(text, clause.subject.clone(), words).into_iter().map(|one| one.actor).collect()
        } else {
            Vec::new()
        };
        let lead = &text[clause.lead.clone()];
        if words.on_behalf.is_match(lead)
            && let Some(of_lead) = self.lead_actor(text, clause.lead.clone())
        {
            return of(of_lead);
        }
        (self.unnamed(placed, subject, &self.narrow(excluded)), None)
    }

    /// The subject of the clause that leads a sentence in: 'Where a notified body decides …, it shall'.
    fn lead_actor(&self, text: &str, lead: Range<usize>) -> Option<Vec<Named>> {
        let mut from = lead.start;
        for part in text[lead].split(',') {
            let opened = self.words.openers.find(part).map_or(0, |hit| hit.end());
            let (found, heads) = heading(text, from + opened..from + part.len(), self.words);
            if heads {
                return Some(found);
            }
            from += part.len() + 1;
        }
        None
    }

    /// Who is meant where a clause names nobody.
    fn unnamed(&self, placed: &Placed<'_>, subject: &str, excluded: &[Actor]) -> Vec<Actor> {
        let words = self.words;
        let article = self.article.clone().unwrap_or_else(|| placed.locator.clone());
        let own = self.outline.get(&article).and_then(|unit| unit.provision.heading.clone()).unwrap_or_default();
        let in_heading = named(&own, 0..own.len(), words);
        let binds =
            words.binding_heading.is_match(&own) || in_heading.first().is_some_and(|first| first.span.start == 0);
        let headed = distinct(in_heading.into_iter().filter(|_| binds).map(|one| one.actor));
        let defined = self.around.defined(subject).filter(|_| excluded.is_empty());
        let candidates = [
            self.around.bearers(placed, self.outline),
            self.narrow(defined.into_iter().collect()),
            self.narrow(headed),
            self.last.clone(),
            self.narrow(self.around.headed(&article, words)),
        ];
        let mut fitting = candidates.into_iter().filter(|actors| !actors.is_empty());
        fitting
            .find(|actors| !actors.iter().any(|actor| excluded.contains(actor)))
            .unwrap_or_else(|| vec![Actor::Unspecified])
    }

    /// The agent of a passive phrase: 'drawn up by the provider'.
    fn agent(&self, text: &str, act: Range<usize>) -> Option<Vec<Named>> {
        let said = &text[act.clone()];
        let near = said.char_indices().nth(90).map_or(said.len(), |(at, _)| at);
        // What follows a comma or 'which' has agents of its own.
        let near = said[..near].find(',').unwrap_or(near);
        let near = self.words.subordinators.find(&said[..near]).map_or(near, |hit| hit.start());
        self.words.agent.find_iter(&said[..near]).find_map(|hit| {
            let (found, heads) = heading(text, act.start + hit.end()..act.end, self.words);
            heads.then_some(found)
        })
    }

    fn narrow(&self, actors: Vec<Actor>) -> Vec<Actor> {
        match &self.article {
            Some(article) => self.around.narrowed(article, actors, self.words),
            None => actors,
        }
    }

    fn add(&mut self, placed: &Placed<'_>, text: &str, mut part: Part_, list: Option<&Inherited>) {
        let words = self.words;
        let own = &placed.locator;
        let act = trimmed(text, part.act.clone());
        if act.is_empty() {
            return;
        }
        if part.who == [Actor::Unspecified] {
            let doers = words.doers.iter().filter(|(says, _)| says.is_match(&text[act.clone()]));
            let doers = distinct(doers.flat_map(|(_, actors)| actors.iter().copied()));
            if !doers.is_empty() {
                part.who = self.narrow(doers);
            }
        }
        let mut due = terms::find(text, part.lead.clone(), words, self.language);
        due.extend(terms::find(text, act.clone(), words, self.language));
        let (by, by_span) = match terms::combined(&due) {
            Some((when, span)) => (Some(when), Some(span)),
            None => (list.and_then(|list| list.by.clone()), None),
        };
        let towards = named(text, act.clone(), words).into_iter().map(|one| one.actor);
        let towards =
            self.narrow(distinct(towards.filter(|actor| !part.who.contains(actor) && *actor != Actor::Unspecified)));
        let inner = || words.condition.find(&text[act.clone()]).map(|hit| text[act.clone()][hit.start()..].to_owned());
        let condition = self.condition(&text[part.lead.clone()]).or_else(inner);
        let exception = words.exception.find(&text[act.clone()]).map(|hit| text[act.clone()][hit.start()..].to_owned());
        let span = |range: Range<usize>| Span { provision: own.clone(), start: range.start, end: range.end };
        let mut basis = vec![own.clone()];
        basis.extend(list.map(|list| list.lead.clone()).filter(|lead| lead != own));
        if !part.who.contains(&Actor::Unspecified) {
            self.last.clone_from(&part.who);
        }
        self.found.push(FoundDuty {
            duty: Duty {
                basis,
                actors: part.who,
                towards,
                modality: part.modality,
                act: text[act.clone()].to_owned(),
                condition: condition.or_else(|| list.and_then(|list| list.condition.clone())),
                exception,
                by,
                sanction: Vec::new(),
            },
            who: part.named.map(span),
            modality: span(part.verb),
            act: span(act),
            by: by_span.map(span),
        });
    }
}
