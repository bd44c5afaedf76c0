//! Who: actors named in a text, and who is meant where a clause names nobody.

use std::collections::HashMap;
use std::ops::Range;

use super::lexicon::Lexicon;
use crate::law::{Actor, Locator, Outline, Placed, Version};
use crate::prose::references;

/// An actor named in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Named {
    pub span: Range<usize>,
    pub actor: Actor,
}

/// The actors named in a part of a text, in order; the longest name where several start or end at one place.
pub(super) fn named(text: &str, range: Range<usize>, words: &Lexicon) -> Vec<Named> {
    let part = &text[range.clone()];
    let mut found: Vec<Named> = words
        .actors
        .iter()
        .flat_map(|(says, actor)| {
            let offset = range.start;
            says.find_iter(part).map(move |hit| Named { span: hit.start() + offset..hit.end() + offset, actor: *actor })
        })
        .collect();
    found.sort_by_key(|one| (one.span.start, std::cmp::Reverse(one.span.len())));
    let mut kept: Vec<Named> = Vec::new();
    for one in found {
        if kept.last().is_none_or(|last| last.span.end <= one.span.start) {
            kept.push(one);
        }
    }
    kept
}

/// The actors that head a phrase: 'providers and deployers of …'; and whether the first of them does head it, rather than
/// standing within: 'the staff of notified bodies'.
pub(super) fn heading(text: &str, range: Range<usize>, words: &Lexicon) -> (Vec<Named>, bool) {
    let all = named(text, range.clone(), words);
    let Some(first) = all.first().cloned() else { return (Vec::new(), false) };
    let heads = words.heads.is_match(text[range.start..first.span.start].trim());
    let mut alike = vec![first];
    for next in &all[1..] {
        let end = alike.last().map_or(range.start, |last| last.span.end);
        if !words.joins.is_match(&text[end..next.span.start]) {
            break;
        }
        alike.push(next.clone());
    }
    (alike, heads)
}

/// Each actor once.
pub(super) fn distinct(found: impl IntoIterator<Item = Actor>) -> Vec<Actor> {
    let mut actors = Vec::new();
    for actor in found {
        if !actors.contains(&actor) {
            actors.push(actor);
        }
    }
    actors
}

/// What an act says of actors in other places than the clause: in headings, definitions, duties to comply.
pub(super) struct Surroundings {
    /// What each article says in its heading and those of its divisions, from the innermost.
    headings: HashMap<Locator, Vec<String>>,
    /// Defined terms, in small letters, with the actor that their definition names first.
    terms: Vec<(String, Actor)>,
    /// Divisions with those who must comply with all that they hold.
    bearers: Vec<(String, Vec<Actor>)>,
}

impl Surroundings {
    pub(super) fn of(version: &Version, outline: &Outline<'_>, words: &Lexicon) -> Surroundings {
        let mut headings = HashMap::new();
        let mut terms = Vec::new();
        let mut bearers = Vec::new();
        for placed in outline.all() {
            let own = std::iter::once(placed).chain(outline.above(placed));
            if placed.provision.kind == crate::law::Kind::Article {
                headings.insert(placed.locator.clone(), own.filter_map(|one| one.provision.heading.clone()).collect());
            }
            let Some(text) = placed.provision.text.as_deref() else { continue };
            for term in &placed.provision.terms {
                let after = text.find(term.as_str()).map_or(0, |at| at + term.len());
                let about = |one: &&Named| !matches!(one.actor, Actor::Person | Actor::Anyone | Actor::Unspecified);
                if let Some(one) = named(text, after..text.len(), words).iter().find(about) {
                    terms.push((term.to_lowercase(), one.actor));
                }
            }
            if let Some(hit) = words.bearer.captures(text).and_then(|hit| hit.name("division")) {
                let lead = outline.above(placed).filter_map(|above| above.provision.text.as_deref());
                let said: Vec<&str> = std::iter::once(&text[..hit.start()]).chain(lead).collect();
                let who = said.iter().find_map(|said| {
                    let (who, heads) = heading(said, 0..said.len(), words);
                    heads.then(|| distinct(who.into_iter().map(|one| one.actor)))
                });
                if let Some(who) = who {
                    bearers.extend(division(hit.as_str(), placed, outline, version).map(|name| (name, who.clone())));
                }
            }
        }
        // Terms that are longer say more.
        terms.sort_by_key(|(term, _)| std::cmp::Reverse(term.len()));
        Surroundings { headings, terms, bearers }
    }

    /// Who a heading names, the innermost first.
    pub(super) fn headed(&self, article: &Locator, words: &Lexicon) -> Vec<Actor> {
        let headings = self.headings.get(article).map(Vec::as_slice).unwrap_or_default();
        headings
            .iter()
            .map(|heading| distinct(named(heading, 0..heading.len(), words).into_iter().map(|one| one.actor)))
            .find(|actors| !actors.is_empty())
            .unwrap_or_default()
    }

    /// Who must comply with all that a division above the provision holds.
    pub(super) fn bearers(&self, placed: &Placed<'_>, outline: &Outline<'_>) -> Vec<Actor> {
        let mut above = outline.above(placed).map(|above| above.locator.to_string());
        above
            .find_map(|name| self.bearers.iter().find(|(division, _)| *division == name))
            .map(|(_, who)| who.clone())
            .unwrap_or_default()
    }

    /// The actor in the definition of the first defined term in a phrase.
    pub(super) fn defined(&self, phrase: &str) -> Option<Actor> {
        let phrase = phrase.to_lowercase();
        self.terms.iter().find(|(term, _)| phrase.contains(term.as_str())).map(|(_, actor)| *actor)
    }

    /// What the headings above an article make of its actors.
    pub(super) fn narrowed(&self, article: &Locator, actors: Vec<Actor>, words: &Lexicon) -> Vec<Actor> {
        let headings = self.headings.get(article).map(Vec::as_slice).unwrap_or_default();
        let narrow = |actor: Actor| {
            let fits = |(says, from, _): &&(regex::Regex, Actor, Actor)| {
                *from == actor && headings.iter().any(|heading| says.is_match(heading))
            };
            words.under.iter().find(fits).map_or(actor, |(_, _, to)| *to)
        };
        distinct(actors.into_iter().map(narrow))
    }
}

/// The addresses of the divisions that a phrase names, seen from a provision.
fn division(
    phrase: &str,
    placed: &Placed<'_>,
    outline: &Outline<'_>,
    version: &Version,
) -> impl Iterator<Item = String> {
    let found = references(phrase, version.language).into_iter().filter(|one| one.target.act.is_none());
    let places: Vec<String> = found
        .flat_map(|one| {
            one.target
                .address
                .resolve_from(outline, Some(placed))
                .into_iter()
                .map(|place| place.locator.to_string())
                .collect::<Vec<_>>()
        })
        .collect();
    places.into_iter()
}
