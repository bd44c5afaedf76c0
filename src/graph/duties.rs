//! Who must do what by when: duties, actors and deadlines, joined to the provisions that they rest on.

use petgraph::graph::NodeIndex;

use super::build::Builder;
use super::{Edge, EdgeKind, Node};
use crate::law::{Deadline, DeadlineKind, Duty};

impl Builder<'_, '_> {
    /// Provision → duty → actor, and what punishes a breach.
    pub(super) fn duties<'d>(&mut self, duties: &'d [Duty]) -> Vec<(NodeIndex, &'d Duty)> {
        let nodes = duties.iter().enumerate().map(|(index, duty)| {
            let node = self.add(Node::Duty { index, modality: duty.modality, act: duty.act.clone() });
            for (kind, places) in [(EdgeKind::Imposes, &duty.basis), (EdgeKind::Sanctions, &duty.sanction)] {
                for place in places {
                    if let Some(from) = self.at(place) {
                        let evidence = self.whole(place);
                        self.join(from, node, Edge { kind, evidence, at: None });
                    }
                }
            }
            if let Some(place) = duty.basis.first() {
                for actor in &duty.actors {
                    let (to, evidence) = (self.actor(*actor), self.whole(place));
                    self.join(node, to, Edge { kind: EdgeKind::Binds, evidence, at: None });
                }
            }
            (node, duty)
        });
        nodes.collect()
    }

    /// Provision → deadline → what it governs and whom it binds.
    pub(super) fn deadlines(&mut self, deadlines: &[Deadline], duties: &[(NodeIndex, &Duty)]) {
        for (index, deadline) in deadlines.iter().enumerate() {
            let node = self.add(Node::Deadline {
                index,
                deadline: deadline.kind,
                when: deadline.when.clone(),
                what: deadline.what.clone(),
                except: deadline.governs.as_ref().map(|governed| governed.except.clone()).unwrap_or_default(),
            });
            for place in &deadline.basis {
                if let Some(from) = self.at(place) {
                    let evidence = self.whole(place);
                    self.join(from, node, Edge { kind: EdgeKind::Sets, evidence, at: None });
                }
            }
            let Some(place) = deadline.basis.first() else { continue };
            let evidence = self.whole(place);
            for to in self.governed(deadline, duties) {
                self.join(node, to, Edge { kind: EdgeKind::Governs, evidence: evidence.clone(), at: None });
            }
            for actor in &deadline.who {
                let to = self.actor(*actor);
                self.join(node, to, Edge { kind: EdgeKind::Binds, evidence: evidence.clone(), at: None });
            }
        }
    }

    fn governed(&mut self, deadline: &Deadline, duties: &[(NodeIndex, &Duty)]) -> Vec<NodeIndex> {
        let named = deadline.governs.as_ref().map(|governed| &governed.provisions[..]);
        match named {
            Some(places @ [_, ..]) => places.iter().filter_map(|place| self.at(place)).collect(),
            // A deadline for the application of nothing in particular is that of the act as a whole.
            _ if deadline.kind == DeadlineKind::Application => vec![self.work(self.version.source.celex.as_str())],
            _ => due(deadline, duties),
        }
    }
}

/// The duties that are due by a deadline: those of the same provision and actor; of these, where some have a term of
/// their own, the ones with that term.
fn due(deadline: &Deadline, duties: &[(NodeIndex, &Duty)]) -> Vec<NodeIndex> {
    let same_actor = |duty: &Duty| deadline.who.is_empty() || duty.actors.iter().any(|who| deadline.who.contains(who));
    let candidates: Vec<&(NodeIndex, &Duty)> =
        duties.iter().filter(|(_, duty)| duty.basis.first() == deadline.basis.first() && same_actor(duty)).collect();
    let exact: Vec<NodeIndex> =
        candidates.iter().filter(|(_, duty)| duty.by.as_ref() == Some(&deadline.when)).map(|(node, _)| *node).collect();
    if exact.is_empty() { candidates.into_iter().map(|(node, _)| *node).collect() } else { exact }
}
