//! What depends on what in a version: provisions, duties, actors, deadlines, terms and other works, joined by typed edges.
//! Every edge has the words that it rests on.

mod amendments;
mod broken;
mod build;
mod duties;
pub mod export;
mod names;
mod part;
pub mod reach;
mod references;
mod relations;
mod terms;

use std::collections::HashMap;

use petgraph::Direction;
use petgraph::graph::{DiGraph, EdgeIndex, NodeIndex};
use petgraph::visit::EdgeRef;
use serde::Serialize;

pub use broken::{Broken, BrokenBy, Fault, TermShift, broken, broken_by};
pub use names::{Names, act_cited, place_cited};
pub use part::{Link, Part, Selection};
pub use references::{Destination, Reference, Unresolved};

use crate::law::{Actor, Celex, Deadline, DeadlineKind, Duty, Kind, Language, Locator, Modality, Version, When};

/// What depends on what in a version.
#[derive(Debug)]
pub struct Graph {
    /// The name of the version.
    pub version: String,
    /// The act.
    pub act: Celex,
    /// The language of the version.
    pub language: Language,
    inner: DiGraph<Node, Edge>,
    places: HashMap<Locator, NodeIndex>,
    references: Vec<Reference>,
}

/// Something that others depend on, or that depends on others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "kebab-case")]
pub enum Node {
    /// A provision.
    Provision {
        /// Its address.
        locator: Locator,
        /// What it is.
        is: Kind,
        /// Its heading.
        #[serde(skip_serializing_if = "Option::is_none")]
        heading: Option<String>,
        /// Whether only its place is kept.
        #[serde(skip_serializing_if = "std::ops::Not::not")]
        deleted: bool,
    },
    /// A duty, a prohibition or a power.
    Duty {
        /// Its place in the list that the graph was made from.
        index: usize,
        /// How strict it is.
        modality: Modality,
        /// What is to be done or left.
        act: String,
    },
    /// Who acts.
    Actor {
        /// Who.
        actor: Actor,
    },
    /// A deadline.
    Deadline {
        /// Its place in the list that the graph was made from.
        index: usize,
        /// What it is for.
        deadline: DeadlineKind,
        /// When.
        when: When,
        /// What is due or starts.
        what: String,
        /// What it does not govern, within what it governs.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        except: Vec<Locator>,
    },
    /// A defined term.
    Term {
        /// As it is defined.
        term: String,
    },
    /// An act; the version's own where it is meant as a whole.
    Work {
        /// Its CELEX number, or that of a treaty.
        celex: String,
    },
}

/// What joins two nodes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Edge {
    /// How it joins them.
    pub kind: EdgeKind,
    /// The words that say so.
    pub evidence: Evidence,
    /// The provision that is meant in another act: `art_6/par_1`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<String>,
}

/// The words that an edge rests on.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Evidence {
    /// The provision that they stand in.
    pub place: Locator,
    /// Their first byte in its text.
    pub start: usize,
    /// The byte after their last; equal to `start` where the place says it, and no words.
    pub end: usize,
}

macro_rules! edge_kinds {
    ($($(#[$doc:meta])* $variant:ident => $code:literal,)+) => {
        /// How an edge joins two nodes.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        #[serde(rename_all = "kebab-case")]
        pub enum EdgeKind {
            $($(#[$doc])* $variant,)+
        }

        impl EdgeKind {
            /// Every kind of edge, in the order in which tables show them.
            pub const ALL: &'static [EdgeKind] = &[$(EdgeKind::$variant,)+];

            /// The name used on the command line and in what is given to machines.
            pub fn code(self) -> &'static str {
                match self {
                    $(EdgeKind::$variant => $code,)+
                }
            }
        }
    };
}

edge_kinds! {
    /// Provision → provision directly within it; the act → its chapters, articles, annexes, recitals.
    Contains => "contains",
    /// Provision → provision or work that it refers to.
    RefersTo => "refers-to",
    /// Provision → term that it defines.
    Defines => "defines",
    /// Provision → defined term that it uses.
    UsesTerm => "uses-term",
    /// Provision → duty that rests on it.
    Imposes => "imposes",
    /// Duty or deadline → actor.
    Binds => "binds",
    /// Provision → deadline that it sets.
    Sets => "sets",
    /// Deadline → provision, duty, or the act as a whole.
    Governs => "governs",
    /// Provision of an amending act → work that it amends.
    Amends => "amends",
    /// Provision → provision or work that it makes an exception from.
    DerogatesFrom => "derogates-from",
    /// Provision that confers a power → provision under which the power is exercised.
    Empowers => "empowers",
    /// Provision → provision or duty whose breach it punishes.
    Sanctions => "sanctions",
}

impl EdgeKind {
    /// The kind with that name.
    pub fn from_code(code: &str) -> Option<EdgeKind> {
        EdgeKind::ALL.iter().copied().find(|kind| kind.code() == code)
    }

    /// Whether an edge of the kind is a reference in the text.
    pub fn is_reference(self) -> bool {
        matches!(self, EdgeKind::RefersTo | EdgeKind::DerogatesFrom | EdgeKind::Empowers | EdgeKind::Sanctions)
    }
}

impl Node {
    /// The name by which machines know the node; no two nodes of a graph have the same.
    pub fn id(&self) -> String {
        match self {
            Node::Provision { locator, .. } => locator.to_string(),
            Node::Duty { index, .. } => format!("duty:{index}"),
            Node::Actor { actor } => format!("actor:{}", actor.code()),
            Node::Deadline { index, .. } => format!("deadline:{index}"),
            Node::Term { term } => format!("term:{term}"),
            Node::Work { celex } => format!("work:{celex}"),
        }
    }

    /// The name of its kind.
    pub fn kind(&self) -> &'static str {
        match self {
            Node::Provision { .. } => "provision",
            Node::Duty { .. } => "duty",
            Node::Actor { .. } => "actor",
            Node::Deadline { .. } => "deadline",
            Node::Term { .. } => "term",
            Node::Work { .. } => "work",
        }
    }

    /// The address, where it is a provision.
    pub fn locator(&self) -> Option<&Locator> {
        match self {
            Node::Provision { locator, .. } => Some(locator),
            _ => None,
        }
    }
}

impl Graph {
    /// The graph of a version with its duties and deadlines, curated or extracted.
    pub fn of(version: &Version, duties: &[Duty], deadlines: &[Deadline]) -> Graph {
        build::build(version, duties, deadlines)
    }

    /// The graph itself, for algorithms.
    pub fn inner(&self) -> &DiGraph<Node, Edge> {
        &self.inner
    }

    /// Every reference in the texts, in their order, with where it leads or why that cannot be said.
    pub fn references(&self) -> &[Reference] {
        &self.references
    }

    /// The node of a provision.
    pub fn at(&self, locator: &Locator) -> Option<NodeIndex> {
        self.places.get(locator).copied()
    }

    /// The first node that is like that.
    pub fn find(&self, is: impl Fn(&Node) -> bool) -> Option<NodeIndex> {
        self.inner.node_indices().find(|at| is(&self.inner[*at]))
    }

    /// A node and all within it, in the order of the text.
    pub fn within(&self, node: NodeIndex) -> Vec<NodeIndex> {
        let mut all = Vec::new();
        let mut stack = vec![node];
        while let Some(next) = stack.pop() {
            all.push(next);
            // Edges come with the last one first, which a stack turns around.
            stack.extend(
                self.inner.edges(next).filter(|edge| edge.weight().kind == EdgeKind::Contains).map(|e| e.target()),
            );
        }
        all.sort();
        all
    }

    /// What a provision stands in, from the innermost; the act as a whole last.
    pub fn above(&self, node: NodeIndex) -> impl Iterator<Item = NodeIndex> + '_ {
        let parent = |node: NodeIndex| {
            let into = self.inner.edges_directed(node, Direction::Incoming);
            into.filter(|edge| edge.weight().kind == EdgeKind::Contains).map(|edge| edge.source()).next()
        };
        std::iter::successors(parent(node), move |node| parent(*node))
    }

    /// The two ends of an edge and what it is.
    pub fn edge(&self, edge: EdgeIndex) -> Option<(NodeIndex, NodeIndex, &Edge)> {
        let (from, to) = self.inner.edge_endpoints(edge)?;
        Some((from, to, &self.inner[edge]))
    }

    /// How many nodes there are of each kind, and how many edges.
    pub fn counts(&self) -> Counts {
        let mut counts = Counts::default();
        for node in self.inner.node_weights() {
            *counts.nodes.entry(node.kind()).or_default() += 1;
        }
        for edge in self.inner.edge_weights() {
            *counts.edges.entry(edge.kind.code()).or_default() += 1;
        }
        counts
    }
}

/// How many nodes and edges there are of each kind.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// Nodes.
    pub nodes: std::collections::BTreeMap<&'static str, usize>,
    /// Edges.
    pub edges: std::collections::BTreeMap<&'static str, usize>,
}
