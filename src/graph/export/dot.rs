//! Graphviz.

use petgraph::dot::{Config, Dot};
use petgraph::graph::DiGraph;

use super::{Head, Shape, shape, shortened, stroke};
use crate::graph::{Graph, Link, Names, Node, Part};

/// The part in the language of Graphviz.
pub fn dot(graph: &Graph, part: &Part, names: &Names<'_>) -> String {
    let mut drawn: DiGraph<&Node, &Link> = DiGraph::new();
    let places: std::collections::HashMap<_, _> =
        part.nodes.iter().map(|node| (*node, drawn.add_node(&graph.inner()[*node]))).collect();
    for link in &part.links {
        if let (Some(from), Some(to)) = (places.get(&link.from), places.get(&link.to)) {
            drawn.add_edge(*from, *to, link);
        }
    }
    let edge = |_: &DiGraph<&Node, &Link>, edge: petgraph::graph::EdgeReference<'_, &Link>| {
        let link = *edge.weight();
        let line = stroke(link.kind);
        let style = if line.dashes.is_empty() {
            "solid"
        } else if line.dashes[0] <= 2 {
            "dotted"
        } else {
            "dashed"
        };
        let count = if link.edges.len() > 1 { format!(" ({})", link.edges.len()) } else { String::new() };
        format!(
            "label={} style={style} penwidth={} color=\"{}\" arrowhead={}",
            quoted(&format!("{}{count}", names.edge(link.kind))),
            line.width,
            line.colour,
            match line.head {
                Head::Full => "normal",
                Head::Open => "vee",
                Head::Diamond => "diamond",
                Head::Dot => "dot",
            }
        )
    };
    let node = |_: &DiGraph<&Node, &Link>, (_, node): (_, &&Node)| {
        let label = match names.long(node) {
            Some(long) => format!("{}\n{}", names.short(node), shortened(&long, 60)),
            None => names.short(node),
        };
        let shape = match shape(node) {
            Shape::Box => "shape=box",
            Shape::Round => "shape=box style=rounded",
            Shape::Ellipse => "shape=ellipse",
            Shape::Hexagon => "shape=hexagon",
            Shape::Note => "shape=note",
            Shape::Folder => "shape=folder",
        };
        format!("label={} id={} {shape}", quoted(&label), quoted(&node.id()))
    };
    let config = [Config::EdgeNoLabel, Config::NodeNoLabel, Config::GraphContentOnly];
    let body = Dot::with_attr_getters(&drawn, &config, &edge, &node);
    format!(
        "digraph {} {{\n    rankdir=LR\n    node [fontname=\"sans-serif\" fontsize=11]\n    edge [fontname=\"sans-serif\" fontsize=9]\n{body:?}}}\n",
        quoted(&graph.version)
    )
}

/// A string of Graphviz: quotation marks and backslashes escaped, line breaks as it writes them.
fn quoted(text: &str) -> String {
    let escaped = text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
    format!("\"{escaped}\"")
}
