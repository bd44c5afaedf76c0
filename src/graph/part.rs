//! A part of a graph, as it is shown: a neighbourhood, some kinds of edge, provisions drawn together by article.

use std::collections::{BTreeMap, BTreeSet};

use petgraph::Direction;
use petgraph::graph::{EdgeIndex, NodeIndex};
use petgraph::visit::EdgeRef;

use super::{EdgeKind, Graph, Node};

/// What part of a graph is wanted.
#[derive(Debug, Clone, Default)]
pub struct Selection {
    /// The nodes around which it lies; everything where there are none.
    pub around: Vec<NodeIndex>,
    /// How many steps away from them; what stands within something is no step away from it.
    pub depth: usize,
    /// The kinds of edges; all where there are none.
    pub kinds: Vec<EdgeKind>,
}

/// A part of a graph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Its nodes, in the order of the graph.
    pub nodes: Vec<NodeIndex>,
    /// What joins them; edges of one kind between the same nodes are one link.
    pub links: Vec<Link>,
}

/// Edges of one kind between two nodes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// From where.
    pub from: NodeIndex,
    /// To where.
    pub to: NodeIndex,
    /// The kind.
    pub kind: EdgeKind,
    /// The edges, at least one.
    pub edges: Vec<EdgeIndex>,
}

impl Part {
    /// The part of a graph that is wanted.
    pub fn of(graph: &Graph, wanted: &Selection) -> Part {
        let wants = |kind: EdgeKind| wanted.kinds.is_empty() || wanted.kinds.contains(&kind);
        let edges: BTreeSet<EdgeIndex> = match wanted.around.is_empty() {
            true => graph.inner.edge_indices().filter(|edge| wants(graph.inner[*edge].kind)).collect(),
            false => around(graph, wanted),
        };
        let mut nodes: BTreeSet<NodeIndex> = wanted.around.iter().copied().collect();
        for edge in &edges {
            nodes.extend(graph.inner.edge_endpoints(*edge).into_iter().flat_map(|(from, to)| [from, to]));
        }
        Part::with(graph, nodes, edges, |node| node)
    }

    /// The same with provisions drawn as the article, annex or recital that they stand in.
    pub fn by_unit(self, graph: &Graph) -> Part {
        let edges = self.links.into_iter().flat_map(|link| link.edges).collect();
        let unit = |node: NodeIndex| {
            let is_unit = |at: &NodeIndex| matches!(&graph.inner[*at], Node::Provision { is, .. } if is.is_unit());
            std::iter::once(node).chain(graph.above(node)).filter(is_unit).last().unwrap_or(node)
        };
        let nodes = self.nodes.into_iter().map(unit).collect();
        Part::with(graph, nodes, edges, unit)
    }

    fn with(
        graph: &Graph,
        nodes: BTreeSet<NodeIndex>,
        edges: BTreeSet<EdgeIndex>,
        drawn_as: impl Fn(NodeIndex) -> NodeIndex,
    ) -> Part {
        let mut links: BTreeMap<(NodeIndex, NodeIndex, EdgeKind), Vec<EdgeIndex>> = BTreeMap::new();
        for edge in edges {
            let Some((from, to)) = graph.inner.edge_endpoints(edge) else { continue };
            let (drawn_from, drawn_to) = (drawn_as(from), drawn_as(to));
            if drawn_from != drawn_to || from == to {
                links.entry((drawn_from, drawn_to, graph.inner[edge].kind)).or_default().push(edge);
            }
        }
        let links = links.into_iter().map(|((from, to, kind), edges)| Link { from, to, kind, edges }).collect();
        Part { nodes: nodes.into_iter().collect(), links }
    }

    /// How many edges the links stand for.
    pub fn edge_count(&self) -> usize {
        self.links.iter().map(|link| link.edges.len()).sum()
    }
}

/// The edges around some nodes, and those by which their parts hang together.
fn around(graph: &Graph, wanted: &Selection) -> BTreeSet<EdgeIndex> {
    let wants = |kind: EdgeKind| wanted.kinds.is_empty() || wanted.kinds.contains(&kind);
    let contains = wants(EdgeKind::Contains);
    let mut edges = BTreeSet::new();
    let mut seen: BTreeSet<NodeIndex> = BTreeSet::new();
    let mut ring: BTreeSet<NodeIndex> = wanted.around.iter().flat_map(|node| graph.within(*node)).collect();
    for _ in 0..wanted.depth {
        let mut next = BTreeSet::new();
        for node in &ring {
            for way in [Direction::Outgoing, Direction::Incoming] {
                for edge in graph.inner.edges_directed(*node, way) {
                    let kind = edge.weight().kind;
                    if kind == EdgeKind::Contains || !wants(kind) {
                        continue;
                    }
                    edges.insert(edge.id());
                    let other = if way == Direction::Outgoing { edge.target() } else { edge.source() };
                    next.insert(other);
                }
            }
        }
        seen.append(&mut ring);
        // What is reached stands for all within it, but not for what the act as a whole contains.
        let whole = |node: &NodeIndex| graph.inner[*node].locator().is_none();
        ring = next.iter().flat_map(|node| if whole(node) { vec![*node] } else { graph.within(*node) }).collect();
        ring.retain(|node| !seen.contains(node));
    }
    if contains {
        edges.extend(containing(graph, &wanted.around, &edges));
    }
    edges
}

/// The steps from the nodes asked for down to those within them that an edge leads from or to.
fn containing(graph: &Graph, around: &[NodeIndex], edges: &BTreeSet<EdgeIndex>) -> Vec<EdgeIndex> {
    let mut steps = Vec::new();
    let ends = edges.iter().filter_map(|edge| graph.inner.edge_endpoints(*edge)).flat_map(|(from, to)| [from, to]);
    for end in ends.collect::<BTreeSet<_>>() {
        let mut path = Vec::new();
        let mut at = end;
        while !around.contains(&at) {
            let into = graph.inner.edges_directed(at, Direction::Incoming);
            let Some(edge) = into.into_iter().find(|edge| edge.weight().kind == EdgeKind::Contains) else {
                path.clear();
                break;
            };
            path.push(edge.id());
            at = edge.source();
        }
        steps.append(&mut path);
    }
    steps
}
