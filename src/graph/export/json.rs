//! JSON: every node, every edge, and what each edge rests on.

use serde::Serialize;

use crate::graph::{Edge, Graph, Names, Node, Part};

/// A part of a graph, for machines.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Exported<'g> {
    /// The version of this form.
    pub format: u32,
    /// The name of the version.
    pub version: &'g str,
    /// The nodes.
    pub nodes: Vec<ExportedNode<'g>>,
    /// The edges.
    pub edges: Vec<ExportedEdge<'g>>,
}

/// A node, for machines.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct ExportedNode<'g> {
    /// Its name among the nodes.
    pub id: String,
    /// What people call it.
    pub name: String,
    /// What it is.
    #[serde(flatten)]
    pub node: &'g Node,
}

/// An edge, for machines.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct ExportedEdge<'g> {
    /// The name of the node that it leads from.
    pub from: String,
    /// The name of the node that it leads to.
    pub to: String,
    /// What it is, and what it rests on.
    #[serde(flatten)]
    pub edge: &'g Edge,
}

/// The part as a value for machines.
pub fn json<'g>(graph: &'g Graph, part: &Part, names: &Names<'_>) -> Exported<'g> {
    let node = |at: &petgraph::graph::NodeIndex| {
        let node = &graph.inner()[*at];
        ExportedNode { id: node.id(), name: names.short(node), node }
    };
    let edges = part.links.iter().flat_map(|link| &link.edges).filter_map(|edge| graph.edge(*edge));
    let edges =
        edges.map(|(from, to, edge)| ExportedEdge { from: graph.inner()[from].id(), to: graph.inner()[to].id(), edge });
    Exported {
        format: 1,
        version: &graph.version,
        nodes: part.nodes.iter().map(node).collect(),
        edges: edges.collect(),
    }
}
