//! A part of a graph in the forms that other programs read: Graphviz, Mermaid, JSON, SVG.

mod dot;
mod json;
mod layout;
mod mermaid;
mod svg;

pub use dot::dot;
pub use json::{Exported, ExportedEdge, ExportedNode, json};
pub use mermaid::mermaid;
pub use svg::svg;

use super::{EdgeKind, Node};

/// How a line is drawn: told apart by its dashes and its head, not by colour alone.
struct Stroke {
    /// Lengths of dashes and gaps; none for a line without gaps.
    dashes: &'static [u8],
    width: f32,
    /// Red, green, blue.
    colour: &'static str,
    head: Head,
}

/// The head of an arrow.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Head {
    Full,
    Open,
    Diamond,
    Dot,
}

/// Colours of the same darkness, dark enough on white (at least 4.5 to 1) to be read in print without colour.
fn stroke(kind: EdgeKind) -> Stroke {
    let (dashes, width, colour, head): (&[u8], f32, &str, Head) = match kind {
        EdgeKind::Contains => (&[1, 4], 1.2, "#555555", Head::Diamond),
        EdgeKind::RefersTo => (&[], 1.2, "#1f4e9c", Head::Full),
        EdgeKind::Defines => (&[], 2.4, "#0b6b3a", Head::Dot),
        EdgeKind::UsesTerm => (&[2, 3], 1.2, "#0b6b3a", Head::Open),
        EdgeKind::Imposes => (&[], 2.4, "#7a3b00", Head::Full),
        EdgeKind::Binds => (&[7, 3], 1.2, "#7a3b00", Head::Open),
        EdgeKind::Sets => (&[], 2.4, "#6a1b7a", Head::Dot),
        EdgeKind::Governs => (&[9, 4], 1.6, "#6a1b7a", Head::Full),
        EdgeKind::Amends => (&[9, 3, 2, 3], 1.6, "#1f4e9c", Head::Diamond),
        EdgeKind::DerogatesFrom => (&[4, 4], 1.6, "#9b0000", Head::Open),
        EdgeKind::Empowers => (&[12, 3, 2, 3, 2, 3], 1.6, "#00636b", Head::Full),
        EdgeKind::Sanctions => (&[2, 2], 2.4, "#9b0000", Head::Full),
    };
    Stroke { dashes, width, colour, head }
}

/// The shape of a node's box, by which kinds are told apart.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    Box,
    Round,
    Ellipse,
    Hexagon,
    Note,
    Folder,
}

fn shape(node: &Node) -> Shape {
    match node {
        Node::Provision { .. } => Shape::Box,
        Node::Duty { .. } => Shape::Round,
        Node::Actor { .. } => Shape::Ellipse,
        Node::Deadline { .. } => Shape::Hexagon,
        Node::Term { .. } => Shape::Note,
        Node::Work { .. } => Shape::Folder,
    }
}

/// A text shortened to a number of characters, at a word where there is one.
fn shortened(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let cut: String = text.chars().take(most).collect();
    let end = cut.rfind(' ').filter(|at| *at > cut.len() / 2).unwrap_or(cut.len());
    format!("{}…", cut[..end].trim_end())
}
