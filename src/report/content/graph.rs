//! The page of what depends on what in a version.

use super::sources::{cautions, source};
use crate::diff::Side;
use crate::graph::{Edge, Graph, Names, Part, place_cited};
use crate::languages::{Phrase, vocabulary};
use crate::law::{Language, Outline, Version};
use crate::report::page::{Cell, Page, Table};

/// The page of a part of a version's graph: every edge with the words that it rests on. `title` is what it is about.
pub fn graph(version: &Version, graph: &Graph, part: &Part, title: &str, language: Language) -> Page {
    let say = vocabulary(language).phrases;
    let names = Names::new(graph, language);
    let outline = Outline::of(version);
    let columns = [Phrase::From, Phrase::Relation, Phrase::To, Phrase::Wording];
    let edges = part.links.iter().flat_map(|link| &link.edges).filter_map(|edge| graph.edge(*edge));
    let rows = edges.map(|(from, to, edge)| {
        let name = |node| {
            let node = &graph.inner()[node];
            let said = names.long(node).filter(|_| node.locator().is_none());
            said.map_or_else(|| names.short(node), |long| format!("{}: {long}", names.short(node)))
        };
        let to = match &edge.at {
            Some(at) => format!("{}, {}", name(to), place_cited(at, language)),
            None => name(to),
        };
        let words = words(edge, &outline).to_owned();
        (None, [name(from), names.edge(edge.kind).to_owned(), to, words].map(Cell::Words).to_vec())
    });
    let side = Side::of(version);
    Page {
        text_language: version.language,
        sources: vec![(say(Phrase::Source).to_owned(), source(&side, language))],
        notes: cautions(&[&side], language),
        summary: Some(Table::of(Phrase::Edges, &columns, 2, rows, language)),
        total: format!(
            "{} {}, {} {}",
            part.nodes.len(),
            say(Phrase::Nodes),
            part.edge_count(),
            say(Phrase::EdgesCounted)
        ),
        ..Page::titled(language, format!("{}: {title}", say(Phrase::Graph)))
    }
}

/// The words of an edge, where they are fewer than the whole provision.
fn words<'a>(edge: &Edge, outline: &Outline<'a>) -> &'a str {
    let placed = outline.get(&edge.evidence.place);
    let text = placed.and_then(|placed| placed.provision.text.as_deref()).unwrap_or_default();
    let whole = edge.evidence.start == 0 && edge.evidence.end == text.len();
    text.get(edge.evidence.start..edge.evidence.end).filter(|_| !whole).unwrap_or_default()
}
