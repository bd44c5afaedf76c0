//! The references in a version's texts, each with where it leads or why that cannot be said.

use rayon::prelude::*;
use serde::Serialize;

use super::amendments::Amended;
use super::relations::Relations;
use super::{EdgeKind, Evidence};
use crate::languages::vocabulary;
use crate::law::{Kind, Locator, Outline, Part, Placed, SegmentKind, Version};
use crate::prose::{Address, FoundReference, OwnReference, Target, all_references, references};

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
    /// The version has no such provision, and another act is spoken of in the same text, to which it may belong.
    OfAnother,
}

/// Reads the references of a version, in the order of the text.
pub(super) fn read(version: &Version, outline: &Outline<'_>, amended: &Amended) -> Vec<Reference> {
    let reader = Reader { version, outline, amended };
    outline
        .all()
        .par_iter()
        .filter(|placed| !placed.provision.is_deleted())
        .flat_map_iter(|one| reader.of(one))
        .collect()
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
        let (found, own) = all_references(text, language);
        if found.is_empty() && own.is_empty() {
            return Vec::new();
        }
        let quoted = is_quoted(placed, self.outline);
        let within = |own: &OwnReference| found.iter().any(|found| found.start <= own.start && own.end <= found.end);
        let own: Vec<OwnReference> = own.into_iter().filter(|own| !quoted && !within(own)).collect();
        let mut relations = Relations::of(text, placed, self.outline, language);
        let evidence = |start: usize, end: usize| Evidence { place: placed.locator.clone(), start, end };
        let mut all: Vec<Reference> = Vec::new();
        let mut destinations: Vec<Destination> =
            found.iter().map(|found| self.destination(&found.target, placed, quoted)).collect();
        for at in 0..found.len() {
            if let Some(to) = self.in_its_sentence(&found, &destinations, at, text) {
                destinations[at] = to;
            }
        }
        for (found, to) in found.into_iter().zip(destinations) {
            let to = self.doubted(to, text, placed);
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
            None if let Some(act) = self.amended.act_at(&placed.locator) => {
                Destination::Elsewhere { act: act.to_string(), at }
            }
            None if let Some(act) = self.act_of_column(placed) => Destination::Elsewhere { act, at },
            None if quoted => Destination::Unresolved { at: at.unwrap_or_default(), why: Unresolved::Quoted },
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

    /// What a reference that leads nowhere by itself leads to beside its neighbours in the sentence: 'points 6 and 8' after
    /// 'Section A of Annex VIII', 'points 4.3 and 4.4' before 'point 5 of Annex VII'.
    fn in_its_sentence(
        &self,
        found: &[FoundReference],
        destinations: &[Destination],
        at: usize,
        text: &str,
    ) -> Option<Destination> {
        let Destination::Unresolved { why: Unresolved::Missing | Unresolved::Several(_), .. } = &destinations[at]
        else {
            return None;
        };
        let first = found[at].target.address.segments().first().map(|segment| segment.kind)?;
        if matches!(first, SegmentKind::Article | SegmentKind::Annex | SegmentKind::Recital) {
            // 'Points 8 and 9 of Annex VIII' in Section B, of which the sentence spoke before.
            return self.narrowed(&destinations[at], destinations[..at].last()?);
        }
        let before = (0..at).rev().take_while(|other| is_one_sentence(text, found[*other].end, found[at].start));
        let behind =
            (at + 1..found.len()).take_while(|other| is_one_sentence(text, found[at].end, found[*other].start));
        before.chain(behind).find_map(|other| match &destinations[other] {
            Destination::Here(places) | Destination::Unresolved { why: Unresolved::Several(places), .. } => {
                let beside = self.outline.get(places.first()?)?;
                look_up(&found[at].target, self.outline, Some(beside)).ok().map(Destination::Here)
            }
            _ => None,
        })
    }

    /// Of several provisions, the one that stands in the same division of an annex as what was named before.
    fn narrowed(&self, to: &Destination, before: &Destination) -> Option<Destination> {
        let (Destination::Unresolved { why: Unresolved::Several(candidates), .. }, Destination::Here(places)) =
            (to, before)
        else {
            return None;
        };
        let beside = places.first()?.parent()?;
        let mut within = candidates.iter().filter(|one| beside.contains(one));
        let one = within.next()?;
        within.next().is_none().then(|| Destination::Here(vec![one.clone()]))
    }

    /// A reference that leads nowhere, where it may belong to another act of which its text speaks.
    fn doubted(&self, to: Destination, text: &str, placed: &Placed<'_>) -> Destination {
        match to {
            Destination::Unresolved { at, why: Unresolved::Missing | Unresolved::Several(_) }
                if self.speaks_of_another(text, placed) =>
            {
                Destination::Unresolved { at, why: Unresolved::OfAnother }
            }
            to => to,
        }
    }

    fn speaks_of_another(&self, text: &str, placed: &Placed<'_>) -> bool {
        let words = &vocabulary(self.version.language).acts;
        let instruments = words.instruments.iter().chain(words.treaties.iter().map(|(word, _)| word));
        // The preamble of an amending act speaks of the act that it amends.
        let preamble = matches!(placed.part, Part::Preamble | Part::Recitals);
        let own = self.version.source.celex.as_str();
        let mut acts = references(text, self.version.language).into_iter().filter_map(|found| found.target.act);
        (preamble && self.amended.is_any())
            || acts.any(|act| act != own)
            || instruments.into_iter().any(|word| text.contains(word))
    }

    /// The other act that the head of a table's column names: correlation tables list its articles below.
    fn act_of_column(&self, placed: &Placed<'_>) -> Option<String> {
        let row = self.outline.above(placed).next().filter(|_| placed.provision.kind == Kind::Cell)?;
        let table = self.outline.above(row).next()?;
        let column = row.provision.children.iter().position(|cell| std::ptr::eq(cell, placed.provision))?;
        let head = table.provision.children.first().filter(|head| !std::ptr::eq(*head, row.provision))?;
        let words = head.children.get(column)?.full_text();
        let named = references(&words, self.version.language).into_iter().find_map(|found| found.target.act)?;
        (named != self.version.source.celex.as_str()).then_some(named)
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
    let first = match single(target.address.resolve_from(outline, context)) {
        // The first subparagraph of a paragraph that has no others is the paragraph.
        Err(Unresolved::Missing) => {
            let plain = without_first_subparagraph(&target.address).ok_or(Unresolved::Missing)?;
            return look_up(&Target { address: plain, ..target.clone() }, outline, context);
        }
        first => first?,
    };
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

fn without_first_subparagraph(address: &Address) -> Option<Address> {
    let is_first = |step: &crate::prose::Step| {
        step.kind == Some(SegmentKind::Subparagraph)
            && step.number.as_ref().is_some_and(|number| number.as_str() == "1")
    };
    let mut plain = address.clone();
    plain.steps.retain(|step| !is_first(step));
    (plain.steps.len() < address.steps.len() && !plain.steps.is_empty()).then_some(plain)
}

/// Whether no sentence ends between two places of a text.
fn is_one_sentence(text: &str, from: usize, to: usize) -> bool {
    let between = text.get(from..).unwrap_or_default();
    let ends = between.match_indices(". ").take_while(|(at, _)| from + at < to);
    // 'Points 4.3., 4.4. and 4.5' is none.
    !ends.into_iter().any(|(at, stop)| between[at + stop.len()..].starts_with(char::is_uppercase))
}

fn is_quoted(placed: &Placed<'_>, outline: &Outline<'_>) -> bool {
    std::iter::once(placed).chain(outline.above(placed)).any(|one| one.provision.kind == Kind::Quotation)
}
