//! A version, its duties and its deadlines → the graph, in small passes.

use std::collections::HashMap;

use petgraph::graph::{DiGraph, NodeIndex};

use super::amendments::Amended;
use super::references::{self, Destination, Reference};
use super::{Edge, EdgeKind, Evidence, Graph, Node};
use crate::law::{Actor, Deadline, Duty, Locator, Outline, Version};

/// The graph as far as it is made.
pub(super) struct Builder<'b, 'a> {
    pub(super) version: &'b Version,
    pub(super) outline: &'b Outline<'a>,
    inner: DiGraph<Node, Edge>,
    places: HashMap<Locator, NodeIndex>,
    works: HashMap<String, NodeIndex>,
    actors: HashMap<Actor, NodeIndex>,
}

pub(super) fn build(version: &Version, duties: &[Duty], deadlines: &[Deadline]) -> Graph {
    let outline = Outline::of(version);
    let amended = Amended::by(version);
    let references = references::read(version, &outline, &amended);
    let mut builder = Builder {
        version,
        outline: &outline,
        inner: DiGraph::new(),
        places: HashMap::new(),
        works: HashMap::new(),
        actors: HashMap::new(),
    };
    builder.provisions();
    builder.references(&references);
    builder.terms();
    let duties = builder.duties(duties);
    builder.deadlines(deadlines, &duties);
    builder.amendments(&amended);
    let Builder { inner, places, .. } = builder;
    Graph {
        version: version.name(),
        act: version.source.celex.clone(),
        language: version.language,
        inner,
        places,
        references,
    }
}

impl Builder<'_, '_> {
    /// A node for each provision, at the same place as in the outline, and one for the act, which contains the outermost.
    fn provisions(&mut self) {
        for placed in self.outline.all() {
            let provision = placed.provision;
            let node = self.inner.add_node(Node::Provision {
                locator: placed.locator.clone(),
                is: provision.kind,
                heading: provision.heading.clone(),
                deleted: provision.is_deleted(),
            });
            self.places.insert(placed.locator.clone(), node);
        }
        let act = self.work(self.version.source.celex.as_str());
        for (at, placed) in self.outline.all().iter().enumerate() {
            let above = placed.parent.map_or(act, NodeIndex::new);
            let evidence = Evidence { place: placed.locator.clone(), start: 0, end: 0 };
            self.join(above, NodeIndex::new(at), Edge { kind: EdgeKind::Contains, evidence, at: None });
        }
    }

    fn references(&mut self, references: &[Reference]) {
        for reference in references {
            let Some(from) = self.at(&reference.evidence.place) else { continue };
            let edge = |at: Option<String>| Edge { kind: reference.relation, evidence: reference.evidence.clone(), at };
            match &reference.to {
                Destination::Here(places) => {
                    for to in places.iter().filter_map(|place| self.at(place)).collect::<Vec<_>>() {
                        self.join(from, to, edge(None));
                    }
                }
                Destination::Act => {
                    let act = self.work(self.version.source.celex.as_str());
                    self.join(from, act, edge(None));
                }
                Destination::Elsewhere { act, at } => {
                    let work = self.work(act);
                    self.join(from, work, edge(at.clone()));
                }
                Destination::Unresolved { .. } => {}
            }
        }
    }

    pub(super) fn add(&mut self, node: Node) -> NodeIndex {
        self.inner.add_node(node)
    }

    pub(super) fn join(&mut self, from: NodeIndex, to: NodeIndex, edge: Edge) {
        self.inner.add_edge(from, to, edge);
    }

    /// The node of a provision.
    pub(super) fn at(&self, locator: &Locator) -> Option<NodeIndex> {
        self.places.get(locator).copied()
    }

    /// The node of an act.
    pub(super) fn work(&mut self, celex: &str) -> NodeIndex {
        if let Some(known) = self.works.get(celex) {
            return *known;
        }
        let node = self.inner.add_node(Node::Work { celex: celex.to_owned() });
        self.works.insert(celex.to_owned(), node);
        node
    }

    /// The node of an actor.
    pub(super) fn actor(&mut self, actor: Actor) -> NodeIndex {
        if let Some(known) = self.actors.get(&actor) {
            return *known;
        }
        let node = self.inner.add_node(Node::Actor { actor });
        self.actors.insert(actor, node);
        node
    }

    /// The text of a provision; empty where it has none.
    pub(super) fn text(&self, node: NodeIndex) -> &str {
        self.outline.all().get(node.index()).and_then(|placed| placed.provision.text.as_deref()).unwrap_or_default()
    }

    /// A whole provision as evidence.
    pub(super) fn whole(&self, place: &Locator) -> Evidence {
        let end = self.at(place).map_or(0, |node| self.text(node).len());
        Evidence { place: place.clone(), start: 0, end }
    }
}
