//! Which acts a version amends, and where.

use super::build::Builder;
use super::{Edge, EdgeKind, Evidence};
use crate::amend::{Instruction, Orders, instructions};
use crate::law::{Celex, Kind, Locator, Version};

/// What a version orders about other acts.
pub(super) struct Amended {
    orders: Vec<Instruction>,
    /// Where there are words for which act: orders, read or not.
    places: Vec<(Locator, Celex)>,
}

impl Amended {
    /// Reads the orders of a version that has words for another act.
    pub(super) fn by(version: &Version) -> Amended {
        // Orders bring new words, which stand in quotation; those that only repeal need no graph of their own.
        if !version.provisions().any(|provision| provision.kind == Kind::Quotation) {
            return Amended { orders: Vec::new(), places: Vec::new() };
        }
        let Orders { instructions, unread, .. } = instructions(version);
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
                let evidence = Evidence { place: order.place.clone(), start, end };
                let at = at.filter(|at| !at.is_empty());
                self.join(from, work, Edge { kind: EdgeKind::Amends, evidence, at });
            }
        }
    }
}
