//! Which acts a version amends, and where.

use super::build::Builder;
use super::{Edge, EdgeKind, Evidence};
use crate::amend::{Instruction, instructions};
use crate::law::{Celex, Kind, Locator, Version};

/// What a version orders about other acts.
pub(super) struct Amended {
    orders: Vec<Instruction>,
}

impl Amended {
    /// Reads the orders of a version that has words for another act.
    pub(super) fn by(version: &Version) -> Amended {
        // Orders bring new words, which stand in quotation; those that only repeal need no graph of their own.
        let quotes = version.provisions().any(|provision| provision.kind == Kind::Quotation);
        Amended { orders: if quotes { instructions(version).instructions } else { Vec::new() } }
    }

    /// The act that the words at a place are meant for.
    pub(super) fn act_at(&self, place: &Locator) -> Option<&Celex> {
        let around = self.orders.iter().filter(|order| order.place.contains(place));
        around.max_by_key(|order| order.place.segments().len()).and_then(|order| order.act.as_ref())
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
