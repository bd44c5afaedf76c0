//! Which acts a version amends, and where.

use super::build::Builder;
use super::{Edge, EdgeKind};
use crate::amend::{Instruction, Orders, instructions};
use crate::law::{Celex, Evidence, Kind, Locator, Provision, Version};
use crate::prose::references;

/// What a version orders about other acts.
pub(super) struct Amended {
    orders: Vec<Instruction>,
    /// Where there are words for which act: orders, read or not.
    places: Vec<(Locator, Celex)>,
}

impl Amended {
    /// Reads the orders of a version that has words for another act.
    pub(super) fn by(version: &Version) -> Amended {
        let ordering = ordering(version);
        if ordering.is_empty() {
            return Amended { orders: Vec::new(), places: Vec::new() };
        }
        // Looking for orders in every sentence of an act takes far longer than all else here: only what can hold them is
        // read. Articles are addressed without their chapter, so that each keeps its address.
        let excerpt = Version {
            body: ordering,
            preamble: Vec::new(),
            recitals: Vec::new(),
            closing: Vec::new(),
            title: version.title.clone(),
            annexes: version.annexes.clone(),
            source: version.source.clone(),
            work: version.work.clone(),
            derived: None,
            evidence: Evidence::default(),
            correspondences: Vec::new(),
            duties: Vec::new(),
            deadlines: Vec::new(),
            deadlines_of: Vec::new(),
            ..*version
        };
        let Orders { instructions, unread, .. } = instructions(&excerpt);
        let read = instructions.iter().map(|order| (&order.place, &order.act));
        let places = read.chain(unread.iter().map(|unread| (&unread.place, &unread.act)));
        let places = places.filter_map(|(place, act)| Some((place.clone(), act.clone()?))).collect();
        Amended { orders: instructions, places }
    }

    /// The act that the words at a place are meant for: those of an order, of what it quotes, and of what leads in to it.
    pub(super) fn act_at(&self, place: &Locator) -> Option<&Celex> {
        let above = |order: &Locator| order.contains(place);
        // The words at the head of an article lead in to orders for several acts, or name theirs.
        let below = |order: &Locator| place.segments().len() > 1 && place.contains(order);
        let around = self.places.iter().filter(|(order, _)| above(order) || below(order));
        around.max_by_key(|(order, _)| order.segments().len()).map(|(_, act)| act)
    }

    /// Whether the version amends anything.
    pub(super) fn is_any(&self) -> bool {
        !self.places.is_empty()
    }
}

/// The articles that can hold orders: those that quote, as orders bring new words, and those whose heading names an act.
fn ordering(version: &Version) -> Vec<Provision> {
    let mut articles = Vec::new();
    let mut stack: Vec<&Provision> = version.body.iter().rev().collect();
    while let Some(next) = stack.pop() {
        if next.kind != Kind::Article {
            stack.extend(next.children.iter().rev());
            continue;
        }
        let quotes = next.walk().any(|one| one.kind == Kind::Quotation);
        let heading = next.heading.as_deref().unwrap_or_default();
        if quotes || references(heading, version.language).iter().any(|found| found.target.act.is_some()) {
            articles.push(next.clone());
        }
    }
    articles
}

impl Builder<'_, '_> {
    /// Provision of an amending act → work, an edge for each target of its orders.
    pub(super) fn amendments(&mut self, amended: &Amended) {
        for order in &amended.orders {
            let (Some(act), Some(from)) = (&order.act, self.at(&order.place)) else { continue };
            let work = self.work(act.as_str());
            let text = self.text(from);
            let (start, end) = text.find(order.text.as_str()).map_or((0, text.len()), |at| (at, at + order.text.len()));
            let targets: Vec<Option<String>> = match order.targets.is_empty() {
                true => vec![None],
                false => order.targets.iter().map(|target| Some(target.to_string())).collect(),
            };
            for at in targets {
                let evidence = super::Evidence { place: order.place.clone(), start, end };
                let at = at.filter(|at| !at.is_empty());
                self.join(from, work, Edge { kind: EdgeKind::Amends, evidence, at });
            }
        }
    }
}
