//! Mermaid, as pages in Markdown draw it.

use std::collections::HashMap;

use super::{Shape, shape, shortened};
use crate::graph::{EdgeKind, Graph, Names, Part};

/// The part as a Mermaid flowchart.
pub fn mermaid(graph: &Graph, part: &Part, names: &Names<'_>) -> String {
    let mut out = String::from("flowchart LR\n");
    let places: HashMap<_, usize> = part.nodes.iter().enumerate().map(|(at, node)| (*node, at)).collect();
    for (at, node) in part.nodes.iter().enumerate() {
        let node = &graph.inner()[*node];
        let label = match names.long(node) {
            Some(long) => format!("{}<br/>{}", escaped(&names.short(node)), escaped(&shortened(&long, 60))),
            None => escaped(&names.short(node)),
        };
        let (open, close) = match shape(node) {
            Shape::Box => ("[", "]"),
            Shape::Round => ("(", ")"),
            Shape::Ellipse => ("([", "])"),
            Shape::Hexagon => ("{{", "}}"),
            Shape::Note => (">", "]"),
            Shape::Folder => ("[[", "]]"),
        };
        out.push_str(&format!("    n{at}{open}\"{label}\"{close}\n"));
    }
    for link in &part.links {
        let (Some(from), Some(to)) = (places.get(&link.from), places.get(&link.to)) else { continue };
        let arrow = match link.kind {
            EdgeKind::Imposes | EdgeKind::Defines | EdgeKind::Sets | EdgeKind::Sanctions => "==>",
            EdgeKind::RefersTo => "-->",
            _ => "-.->",
        };
        let count = if link.edges.len() > 1 { format!(" ×{}", link.edges.len()) } else { String::new() };
        out.push_str(&format!("    n{from} {arrow}|\"{}{count}\"| n{to}\n", escaped(names.edge(link.kind))));
    }
    out
}

/// A text without anything that Mermaid, or the HTML in its labels, takes as markup.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '"' => out.push_str("#quot;"),
            '#' => out.push_str("#35;"),
            '<' => out.push_str("#lt;"),
            '>' => out.push_str("#gt;"),
            '&' => out.push_str("#amp;"),
            '`' => out.push_str("#96;"),
            '\\' => out.push_str("#92;"),
            c if c.is_whitespace() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}
