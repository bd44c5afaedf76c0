//! The references in a version's texts, each with where it leads or why that cannot be said.

use rayon::prelude::*;
use serde::Serialize;

use super::amendments::Amended;
use super::relations::Relations;
use super::{EdgeKind, Evidence};
use crate::law::{Kind, Locator, Outline, Placed, SegmentKind, Version};
use crate::prose::{OwnReference, Target, own_references, references};

/// A reference in a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Reference {
    /// Where it stands.
    #[serde(flatten)]
    pub evidence: Evidence,
    /// Its words.
    pub words: String,
    /// What it says of its target.
    pub relation: EdgeKind,
    /// Where it leads.
    pub to: Destination,
    /// What it says, before it is looked up; none where it only says 'this Article'.
    #[serde(skip)]
    pub target: Option<Target>,
}

/// Where a reference leads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Destination {
    /// To these provisions of the act: one, or all of a range.
    Here(Vec<Locator>),
    /// To the act as a whole.
    Act,
    /// To another act.
    Elsewhere {
        /// Its CELEX number, or that of a treaty.
        act: String,
        /// The provision there, as far as it is named: `art_6/par_1`, `art_9..15`.
        #[serde(skip_serializing_if = "Option::is_none")]
        at: Option<String>,
    },
    /// That cannot be said.
    Unresolved {
        /// What it names: `art_6/par_1`.
        at: String,
        /// Why.
        why: Unresolved,
    },
}

/// Why a reference leads nowhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unresolved {
    /// The version has no such provision.
    Missing,
    /// The version has several that it can mean.
    Several(Vec<Locator>),
    /// It stands in words that are quoted for another act, and which act that is cannot be said.
    Quoted,
}

/// Reads the references of a version, in the order of the text.
pub(super) fn read(version: &Version, outline: &Outline<'_>, amended: &Amended) -> Vec<Reference> {
    let reader = Reader { version, outline, amended };
    outline.all().par_iter().filter(|placed| !placed.provision.is_deleted()).flat_map_iter(|one| reader.of(one)).collect()
}

struct Reader<'r, 'a> {
    version: &'r Version,
    outline: &'r Outline<'a>,
    amended: &'r Amended,
}

impl Reader<'_, '_> {
    fn of(&self, placed: &Placed<'_>) -> Vec<Reference> {
        let Some(text) = placed.provision.text.as_deref() else { return Vec::new() };
        let language = self.version.language;
        let found = references(text, language);
        let own = own_references(text, language);
        if found.is_empty() && own.is_empty() {
            return Vec::new();
        }
        let quoted = is_quoted(placed, self.outline);
        let within = |own: &OwnReference| found.iter().any(|found| found.start <= own.start && own.end <= found.end);
        let own: Vec<OwnReference> = own.into_iter().filter(|own| !quoted && !within(own)).collect();
        let mut relations = Relations::of(text, placed, self.outline, language);
        let evidence = |start: usize, end: usize| Evidence { place: placed.locator.clone(), start, end };
        let mut all: Vec<Reference> = Vec::new();
        for found in found {
            let to = self.destination(&found.target, placed, quoted);
            all.push(Reference {
                evidence: evidence(found.start, found.end),
                words: text[found.start..found.end].to_owned(),
                relation: EdgeKind::RefersTo,
                to,
                target: Some(found.target),
            });
        }
        for found in own {
            let Some(to) = self.own(&found, placed) else { continue };
            all.push(Reference {
                evidence: evidence(found.start, found.end),
                words: text[found.start..found.end].to_owned(),
                relation: EdgeKind::RefersTo,
                to,
                target: None,
            });
        }
        all.sort_by_key(|one| (one.evidence.start, one.evidence.end));
        for one in &mut all {
            one.relation = relations.at(one.evidence.start, one.evidence.end);
        }
        all
    }

    fn destination(&self, target: &Target, placed: &Placed<'_>, quoted: bool) -> Destination {
        let place = Target { act: None, ..target.clone() }.value();
        let at = (!place.is_empty()).then_some(place);
        match &target.act {
            Some(act) if act == self.version.source.celex.as_str() && at.is_none() => Destination::Act,
            Some(act) if act != self.version.source.celex.as_str() => Destination::Elsewhere { act: act.clone(), at },
            None if quoted => match self.amended.act_at(&placed.locator) {
                Some(act) => Destination::Elsewhere { act: act.to_string(), at },
                None => Destination::Unresolved { at: at.unwrap_or_default(), why: Unresolved::Quoted },
            },
            named => {
                // An address in the act, said in full, is not one that starts where it stands.
                let context = if named.is_some() { None } else { Some(placed) };
                match look_up(target, self.outline, context) {
                    Ok(places) => Destination::Here(places),
                    Err(why) => Destination::Unresolved { at: at.unwrap_or_default(), why },
                }
            }
        }
    }

    /// What 'this Article' leads to: the innermost article that the words stand in. Other words that look the same ('at
    /// this point') lead nowhere and are no references.
    fn own(&self, found: &OwnReference, placed: &Placed<'_>) -> Option<Destination> {
        let mut around = std::iter::once(placed).chain(self.outline.above(placed));
        let own = around.find(|one| one.locator.last().kind == found.step || is_called(one, found.step));
        match own {
            Some(own) => Some(Destination::Here(vec![own.locator.clone()])),
            None if matches!(found.step, SegmentKind::Article | SegmentKind::Chapter | SegmentKind::Annex) => {
                Some(Destination::Unresolved { at: found.step.code().to_owned(), why: Unresolved::Missing })
            }
            None => None,
        }
    }
}

/// Whether 'this paragraph' can mean a provision that is counted and not numbered.
fn is_called(placed: &Placed<'_>, step: SegmentKind) -> bool {
    let kind = placed.locator.last().kind;
    matches!(
        (step, kind),
        (SegmentKind::Paragraph | SegmentKind::Subparagraph, SegmentKind::UnnumberedParagraph)
            | (SegmentKind::Point, SegmentKind::Indent)
    )
}

/// The provisions that a target leads to in a version: one, or all of a range.
pub(super) fn look_up(
    target: &Target,
    outline: &Outline<'_>,
    context: Option<&Placed<'_>>,
) -> Result<Vec<Locator>, Unresolved> {
    let single = |found: Vec<&Placed<'_>>| match found[..] {
        [] => Err(Unresolved::Missing),
        [one] => Ok(one.locator.clone()),
        _ => Err(Unresolved::Several(found.into_iter().map(|one| one.locator.clone()).collect())),
    };
    let first = single(target.address.resolve_from(outline, context))?;
    let Some(through) = &target.through else { return Ok(vec![first]) };
    let mut end = target.address.clone();
    if let Some(step) = end.steps.last_mut() {
        step.number = Some(through.clone());
    }
    let last = single(end.resolve_from(outline, context))?;
    let all = outline.all();
    let at = |locator: &Locator| all.iter().position(|placed| placed.locator == *locator);
    let (Some(from), Some(to)) = (at(&first), at(&last)) else { return Err(Unresolved::Missing) };
    let alike = |placed: &&Placed<'_>| {
        placed.locator.parent() == first.parent() && placed.locator.last().kind == first.last().kind
    };
    let between = all.get(from..=to).unwrap_or_default().iter().filter(alike).map(|placed| placed.locator.clone());
    let between: Vec<Locator> = between.collect();
    if between.is_empty() { Err(Unresolved::Missing) } else { Ok(between) }
}

fn is_quoted(placed: &Placed<'_>, outline: &Outline<'_>) -> bool {
    std::iter::once(placed).chain(outline.above(placed)).any(|one| one.provision.kind == Kind::Quotation)
}
