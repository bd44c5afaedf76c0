//! The footnotes of a page, which stand at its foot and are referred to by links.

use std::collections::{HashMap, HashSet};

use super::super::dom::{Element, Node};
use super::super::line::LineBuilder;
use super::classes::{Role, role};
use crate::law::Footnote;

/// The footnotes of a page by the target of the links that lead to them.
#[derive(Debug, Default)]
pub(super) struct NoteIndex {
    by_target: HashMap<String, Footnote>,
    /// The targets in the order of the page.
    targets: Vec<String>,
    referred_to: HashSet<String>,
}

impl NoteIndex {
    /// Reads all footnotes of a page.
    pub fn of(root: &Element) -> NoteIndex {
        let mut index = NoteIndex::default();
        let mut last: Option<String> = None;
        for element in root.walk().filter(|element| element.name == "p") {
            match role(element) {
                Some(Role::Note) => {}
                _ => {
                    last = None;
                    continue;
                }
            }
            let (target, note) = read_note(element);
            match (target, &last) {
                (Some(target), _) => {
                    index.by_target.insert(target.clone(), note);
                    index.targets.push(target.clone());
                    last = Some(target);
                }
                // A further paragraph of the same note.
                (None, Some(before)) => {
                    if let Some(known) = index.by_target.get_mut(before) {
                        known.text.push('\n');
                        known.text.push_str(&note.text);
                    }
                }
                (None, None) => {}
            }
        }
        index
    }

    /// The footnote that a link leads to.
    pub fn follow(&mut self, href: &str) -> Option<Footnote> {
        let target = href.strip_prefix('#')?;
        let note = self.by_target.get(target)?;
        self.referred_to.insert(target.to_owned());
        Some(note.clone())
    }

    /// The footnotes that no link led to, in the order of the page.
    pub fn without_reference(&self) -> impl Iterator<Item = &Footnote> {
        let alone = self.targets.iter().filter(|target| !self.referred_to.contains(*target));
        alone.filter_map(|target| self.by_target.get(target))
    }
}

/// The note's target and its wording without its sign.
fn read_note(element: &Element) -> (Option<String>, Footnote) {
    let mut target = None;
    let mut sign = String::new();
    let mut builder = LineBuilder::default();
    for node in &element.nodes {
        match node {
            Node::Element(link) if target.is_none() && link.name == "a" && link.attribute("id").is_some() => {
                target = link.attribute("id").map(str::to_owned);
                sign = link.line().trim_matches(|c: char| matches!(c, '(' | ')') || c.is_whitespace()).to_owned();
                builder.take_back("(");
            }
            Node::Element(other) if is_sign_of_amendment(other) => {}
            Node::Element(other) => push_all(other, &mut builder),
            Node::Text(text) => {
                let sign_closes =
                    target.is_some() && builder.text().trim().is_empty() && text.trim_start().starts_with(')');
                let text = if sign_closes { text.trim_start().trim_start_matches(')') } else { text };
                builder.push(text, &[]);
            }
            Node::Instruction(..) => {}
        }
    }
    (target, Footnote { sign, text: builder.finish().text })
}

/// ►M1, ◄: what an amending act did to a note is not kept.
fn is_sign_of_amendment(element: &Element) -> bool {
    let line = element.line();
    line.starts_with(['►', '◄', '▼']) && !line.contains(' ')
}

fn push_all(element: &Element, builder: &mut LineBuilder) {
    for node in &element.nodes {
        match node {
            Node::Element(element) if is_sign_of_amendment(element) => {}
            Node::Element(element) => push_all(element, builder),
            Node::Text(text) => builder.push(text, &[]),
            Node::Instruction(..) => {}
        }
    }
}
