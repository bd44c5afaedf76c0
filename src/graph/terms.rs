//! Defined terms: where they are defined and where they are used.

use std::collections::HashMap;

use petgraph::graph::NodeIndex;
use rayon::prelude::*;

use super::build::Builder;
use super::{Edge, EdgeKind, Evidence, Node};
use crate::law::{Placed, comparison_form};
use crate::prose::Terms;

impl Builder<'_, '_> {
    /// Provision → term that it defines, and provision → term that it uses: an edge for each provision and term, with the
    /// first use as evidence. A definition does not use its own term.
    pub(super) fn terms(&mut self) {
        let defined = self.defined();
        if defined.is_empty() {
            return;
        }
        let terms = Terms::new(defined.iter().map(|one| one.term.as_str()), self.version.language);
        let outline = self.outline;
        let used = outline.all().par_iter().enumerate().filter(|(_, placed)| !placed.provision.is_deleted());
        let used: Vec<(usize, Vec<(usize, Evidence)>)> =
            used.map(|(at, placed)| (at, used_in(placed, &terms))).filter(|(_, used)| !used.is_empty()).collect();
        let nodes: Vec<NodeIndex> = defined.iter().map(|one| self.add(Node::Term { term: one.term.clone() })).collect();
        for (one, node) in defined.iter().zip(&nodes) {
            for (place, evidence) in &one.by {
                let edge = Edge { kind: EdgeKind::Defines, evidence: evidence.clone(), at: None };
                self.join(NodeIndex::new(*place), *node, edge);
            }
        }
        for (at, used) in used {
            for (term, evidence) in used {
                if !defined[term].by.iter().any(|(_, own)| own.place.contains(&evidence.place)) {
                    let edge = Edge { kind: EdgeKind::UsesTerm, evidence, at: None };
                    self.join(NodeIndex::new(at), nodes[term], edge);
                }
            }
        }
    }

    fn defined(&self) -> Vec<Defined> {
        let mut defined: Vec<Defined> = Vec::new();
        let mut known: HashMap<String, usize> = HashMap::new();
        for (at, placed) in self.outline.all().iter().enumerate() {
            let text = placed.provision.text.as_deref().unwrap_or_default();
            for term in &placed.provision.terms {
                let which = *known.entry(comparison_form(term).to_lowercase()).or_insert(defined.len());
                if which == defined.len() {
                    defined.push(Defined { term: term.clone(), by: Vec::new() });
                }
                let start = text.find(term.as_str()).unwrap_or(0);
                let end = if text[start..].starts_with(term.as_str()) { start + term.len() } else { text.len() };
                defined[which].by.push((at, Evidence { place: placed.locator.clone(), start, end }));
            }
        }
        defined
    }
}

/// A term with the provisions that define it.
struct Defined {
    term: String,
    by: Vec<(usize, Evidence)>,
}

fn used_in(placed: &Placed<'_>, terms: &Terms) -> Vec<(usize, Evidence)> {
    let mut used: Vec<(usize, Evidence)> = Vec::new();
    for found in terms.find(placed.provision.text.as_deref().unwrap_or_default()) {
        if !used.iter().any(|(term, _)| *term == found.term) {
            let evidence = Evidence { place: placed.locator.clone(), start: found.start, end: found.end };
            used.push((found.term, evidence));
        }
    }
    used
}
