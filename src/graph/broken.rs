//! References that lead nowhere, or to something that is no more what it was.

use std::collections::HashMap;

use serde::Serialize;

use super::references::{Destination, Reference, Unresolved, look_up};
use super::{EdgeKind, Graph};
use crate::diff::{ChangeSet, What};
use crate::law::{Celex, Locator, Outline, Placed, Provision, Version, comparison_form};
use crate::prose::Terms;

/// A reference that is broken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Broken {
    /// The version that it stands in.
    pub version: String,
    /// The reference.
    pub reference: Reference,
    /// What is wrong with its target.
    pub fault: Fault,
}

/// What is wrong with the target of a reference.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fault {
    /// There is no such provision.
    Missing,
    /// There are several that can be meant.
    Several(Vec<Locator>),
    /// It was deleted or repealed: only its place is kept.
    Deleted(Locator),
    /// It is there without any words.
    Emptied(Locator),
    /// What was meant stands elsewhere now.
    Renumbered {
        /// Where it stood.
        was: Locator,
        /// Where it stands.
        now: Locator,
    },
}

/// What a change broke.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct BrokenBy {
    /// References within the act.
    pub inside: Vec<Broken>,
    /// References from other works to the act.
    pub outside: Vec<Broken>,
    /// Terms that mean something else, or nothing, where the text still uses them.
    pub terms: Vec<TermShift>,
}

/// A term whose definition changed under the provisions that use it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct TermShift {
    /// The term.
    pub term: String,
    /// Where it was defined.
    pub old: Option<Locator>,
    /// Where it is defined; nowhere where the definition is gone.
    pub new: Option<Locator>,
    /// The provisions that use it, in the later version.
    pub used_in: Vec<Locator>,
}

/// The references of a version that lead nowhere, or to provisions that are deleted or empty.
pub fn broken(graph: &Graph, version: &Version) -> Vec<Broken> {
    let outline = Outline::of(version);
    let faulty = graph.references().iter().filter_map(|reference| {
        let fault = fault(&reference.to, &outline)?;
        Some(Broken { version: graph.version.clone(), reference: reference.clone(), fault })
    });
    faulty.collect()
}

/// What a change from one version to another broke: in the later version, and in other works.
pub fn broken_by(old: (&Version, &Graph), new: (&Version, &Graph), changes: &ChangeSet, others: &[Graph]) -> BrokenBy {
    let ((old, before), (new, graph)) = (old, new);
    let mut said: HashMap<&Locator, Vec<&Reference>> = HashMap::new();
    for reference in before.references() {
        said.entry(&reference.evidence.place).or_default().push(reference);
    }
    let shift = Shift { old: Outline::of(old), new: Outline::of(new), moved: moves(changes), said };
    let inside = graph.references().iter().filter_map(|reference| {
        let fault = shift.fault(reference)?;
        Some(Broken { version: graph.version.clone(), reference: reference.clone(), fault })
    });
    // The act that made the change speaks of the text as it was and as it will be.
    let made_it = |other: &Graph| new.source.amended_by.iter().any(|act| act.celex == other.act.as_str());
    let outside = others.iter().filter(|other| other.act != graph.act && !made_it(other)).flat_map(|other| {
        let shift = &shift;
        other.references().iter().filter_map(move |reference| {
            let fault = shift.fault_from_outside(reference, &graph.act)?;
            Some(Broken { version: other.version.clone(), reference: reference.clone(), fault })
        })
    });
    BrokenBy { inside: inside.collect(), outside: outside.collect(), terms: shift.terms(graph, changes) }
}

/// What is wrong with where a reference leads in its own version.
fn fault(to: &Destination, outline: &Outline<'_>) -> Option<Fault> {
    match to {
        Destination::Unresolved { why, .. } => match why {
            Unresolved::Missing => Some(Fault::Missing),
            Unresolved::Several(candidates) => Some(Fault::Several(candidates.clone())),
            // Nothing can be said of what belongs, or may belong, to another act.
            Unresolved::Quoted | Unresolved::OfAnother => None,
        },
        // Of a range, some may be gone: the others are still meant.
        Destination::Here(places) => {
            let mut faults = places.iter().map(|place| fault_of(place, outline));
            let first = faults.next().flatten()?;
            faults.all(|fault| fault.is_some()).then_some(first)
        }
        Destination::Act | Destination::Elsewhere { .. } => None,
    }
}

fn fault_of(place: &Locator, outline: &Outline<'_>) -> Option<Fault> {
    let Some(placed) = outline.get(place) else { return Some(Fault::Missing) };
    let deleted = std::iter::once(placed).chain(outline.above(placed)).any(|one| one.provision.is_deleted());
    if deleted {
        return Some(Fault::Deleted(place.clone()));
    }
    is_empty(placed.provision).then(|| Fault::Emptied(place.clone()))
}

/// Whether a provision has no words of its own or within it; a heading alone orders nothing.
fn is_empty(provision: &Provision) -> bool {
    !provision.walk().any(|one| !one.is_deleted() && one.text.as_deref().is_some_and(|text| !text.trim().is_empty()))
}

/// Where provisions stood and where they stand.
fn moves(changes: &ChangeSet) -> HashMap<Locator, Locator> {
    let provisions = changes.units.iter().flat_map(|unit| &unit.changes).chain(&changes.divisions);
    let places = provisions.map(|change| (&change.old, &change.new));
    let places = places.chain(changes.units.iter().map(|unit| (&unit.old, &unit.new)));
    places.filter_map(|(old, new)| Some((old.clone()?, new.clone()?))).filter(|(old, new)| old != new).collect()
}

struct Shift<'a> {
    old: Outline<'a>,
    new: Outline<'a>,
    moved: HashMap<Locator, Locator>,
    /// The references of the earlier version, by where they stand.
    said: HashMap<&'a Locator, Vec<&'a Reference>>,
}

impl Shift<'_> {
    /// Where a provision of the earlier version stands in the later one, as far as that is another place.
    fn now(&self, place: &Locator) -> Option<Locator> {
        let above = std::iter::successors(Some(place.clone()), Locator::parent);
        let (was, now) = above.into_iter().find_map(|above| Some((above.clone(), self.moved.get(&above)?)))?;
        let tail = place.segments()[was.segments().len()..].iter();
        Some(tail.fold(now.clone(), |locator, segment| locator.join(segment.clone())))
    }

    /// Where a provision of the later version stood in the earlier one, as far as it was there.
    fn before<'o>(&'o self, place: &Locator) -> Option<&'o Placed<'o>> {
        let moved = self.moved.iter().find(|(_, now)| *now == place || now.contains(place));
        match moved {
            Some((was, now)) => {
                let tail = place.segments()[now.segments().len()..].iter();
                self.old.get(&tail.fold(was.clone(), |locator, segment| locator.join(segment.clone())))
            }
            None => self.old.get(place),
        }
    }

    /// What the change did to a reference that stands in the later version.
    fn fault(&self, reference: &Reference) -> Option<Fault> {
        let now = fault(&reference.to, &self.new);
        let stood = self.before(&reference.evidence.place);
        let text = stood.and_then(|placed| placed.provision.text.as_deref()).unwrap_or_default();
        let said_so = !text.is_empty() && comparison_form(text).contains(&comparison_form(&reference.words));
        let said = stood.and_then(|placed| self.said.get(&placed.locator)).into_iter().flatten();
        let same = |one: &&&Reference| one.target == reference.target && same(&one.words, &reference.words);
        let meant = said.filter(|one| one.target.is_some()).find(same).and_then(|one| match &one.to {
            Destination::Here(places) => Some(places.clone()),
            _ => None,
        });
        let meant = meant.filter(|places| places.iter().any(|place| fault_of(place, &self.old).is_none()));
        match (now, meant) {
            // It led nowhere before, too, and in the same words.
            (Some(_), None) if said_so => None,
            (Some(fault), Some(places)) => Some(self.renumbered(&places, reference).unwrap_or(fault)),
            // The words are new, and lead nowhere.
            (Some(fault), None) => Some(fault),
            (None, Some(places)) => self.renumbered(&places, reference),
            (None, None) => None,
        }
    }

    /// That what was meant by a reference stands elsewhere, where the reference does not lead.
    fn renumbered(&self, meant: &[Locator], reference: &Reference) -> Option<Fault> {
        // Only a single provision: the ends of a range say what is within it.
        let [was] = meant else { return None };
        // Words that are one of several now are still where they were.
        let now = self.now(was).filter(|now| !was.contains(now) && !now.contains(was))?;
        let leads = matches!(&reference.to, Destination::Here(places) if places.contains(&now));
        (!leads && self.new.get(&now).is_some()).then(|| Fault::Renumbered { was: was.clone(), now })
    }

    /// What the change did to a reference in another act.
    fn fault_from_outside(&self, reference: &Reference, act: &Celex) -> Option<Fault> {
        let target = reference.target.as_ref()?;
        let Destination::Elsewhere { act: named, at: Some(_) } = &reference.to else { return None };
        if named != act.as_str() {
            return None;
        }
        let meant = look_up(target, &self.old, None).ok()?;
        if !meant.iter().any(|place| fault_of(place, &self.old).is_none()) {
            return None;
        }
        let (to, fault) = match look_up(target, &self.new, None) {
            Ok(places) => {
                let to = Destination::Here(places);
                let fault = fault(&to, &self.new);
                (to, fault)
            }
            Err(why) => {
                let to = Destination::Unresolved { at: String::new(), why };
                let fault = fault(&to, &self.new);
                (to, fault)
            }
        };
        self.renumbered(&meant, &Reference { to, ..reference.clone() }).or(fault)
    }

    /// The terms whose definitions changed, with the provisions that use them.
    fn terms(&self, graph: &Graph, changes: &ChangeSet) -> Vec<TermShift> {
        let changed = changes.units.iter().flat_map(|unit| &unit.changes).filter(|change| {
            matches!(change.what, What::Modified | What::MovedAndModified | What::Deleted) && !change.text.is_empty()
        });
        let mut shifts: Vec<TermShift> = Vec::new();
        for change in changed {
            let terms = |outline: &Outline<'_>, place: &Option<Locator>| {
                let placed = place.as_ref().and_then(|place| outline.get(place));
                placed.map(|placed| placed.provision.terms.clone()).unwrap_or_default()
            };
            let (was, is) = (terms(&self.old, &change.old), terms(&self.new, &change.new));
            for term in &was {
                let kept = is.iter().any(|other| same(term, other)).then(|| change.new.clone()).flatten();
                let new = kept.or_else(|| self.defined(term));
                let used_in = match &new {
                    Some(_) => users(graph, term),
                    None => self.still_used(term, graph),
                };
                if !used_in.is_empty() {
                    shifts.push(TermShift { term: term.clone(), old: change.old.clone(), new, used_in });
                }
            }
        }
        shifts
    }

    /// Where the later version defines a term.
    fn defined(&self, term: &str) -> Option<Locator> {
        let defines = |placed: &&Placed<'_>| placed.provision.terms.iter().any(|other| same(term, other));
        self.new.all().iter().find(defines).map(|placed| placed.locator.clone())
    }

    /// The provisions of the later version that use a term without a definition.
    fn still_used(&self, term: &str, graph: &Graph) -> Vec<Locator> {
        let terms = Terms::new(std::iter::once(term), graph.language);
        let uses = |placed: &&Placed<'_>| {
            let text = placed.provision.text.as_deref().unwrap_or_default();
            !placed.provision.is_deleted() && !terms.find(text).is_empty()
        };
        self.new.all().iter().filter(uses).map(|placed| placed.locator.clone()).collect()
    }
}

fn same(term: &str, other: &str) -> bool {
    comparison_form(term).to_lowercase() == comparison_form(other).to_lowercase()
}

/// The provisions that use a defined term.
fn users(graph: &Graph, term: &str) -> Vec<Locator> {
    let is_term = |node: &super::Node| matches!(node, super::Node::Term { term: known } if same(known, term));
    let Some(node) = graph.find(is_term) else { return Vec::new() };
    let into = graph.inner().edges_directed(node, petgraph::Direction::Incoming);
    let mut places: Vec<Locator> = into
        .filter(|edge| edge.weight().kind == EdgeKind::UsesTerm)
        .map(|edge| edge.weight().evidence.place.clone())
        .collect();
    // Edges come with the last one first.
    places.reverse();
    places
}
