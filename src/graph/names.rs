//! What nodes and edges are called for people.

use super::{EdgeKind, Graph, Node};
use crate::languages::{Phrase, vocabulary};
use crate::law::{Celex, Language, Locator};
use crate::prose::{act_name, citation, long_date};

/// What nodes and edges of a graph are called in a language.
#[derive(Debug, Clone, Copy)]
pub struct Names<'g> {
    graph: &'g Graph,
    language: Language,
}

impl<'g> Names<'g> {
    /// The names of a graph's nodes in a language.
    pub fn new(graph: &'g Graph, language: Language) -> Names<'g> {
        Names { graph, language }
    }

    /// The language.
    pub fn language(&self) -> Language {
        self.language
    }

    /// What a node is called, in a few words: 'Article 6(1)', 'Regulation (EU) 2016/679', '2 August 2026'.
    pub fn short(&self, node: &Node) -> String {
        match node {
            Node::Provision { locator, .. } => citation(locator, self.language),
            Node::Duty { index, .. } => format!("{} {}", self.say(Phrase::NodeDuty), index + 1),
            Node::Actor { actor } => actor.code().replace('-', " "),
            Node::Deadline { index, when, .. } => match when.days()[..] {
                [] => format!("{} {}", self.say(Phrase::NodeDeadline), index + 1),
                ref days => days.iter().map(|day| long_date(*day, self.language)).collect::<Vec<_>>().join(" / "),
            },
            Node::Term { term } => format!("‘{term}’"),
            Node::Work { celex } if *celex == self.graph.act.as_str() => self.say(Phrase::TheActItself).to_owned(),
            Node::Work { celex } => act_cited(celex, self.language),
        }
    }

    /// What is said of a node beside its name: its heading, what is due.
    pub fn long(&self, node: &Node) -> Option<String> {
        match node {
            Node::Provision { deleted: true, .. } => Some(self.say(Phrase::Deleted).to_owned()),
            Node::Provision { heading, .. } => heading.clone(),
            Node::Duty { act, .. } => Some(act.clone()),
            Node::Deadline { what, .. } => Some(what.clone()),
            Node::Actor { .. } | Node::Term { .. } | Node::Work { .. } => None,
        }
    }

    /// What an edge says: 'refers to'.
    pub fn edge(&self, kind: EdgeKind) -> &'static str {
        self.say(match kind {
            EdgeKind::Contains => Phrase::EdgeContains,
            EdgeKind::RefersTo => Phrase::EdgeRefersTo,
            EdgeKind::Defines => Phrase::EdgeDefines,
            EdgeKind::UsesTerm => Phrase::EdgeUsesTerm,
            EdgeKind::Imposes => Phrase::EdgeImposes,
            EdgeKind::Binds => Phrase::EdgeBinds,
            EdgeKind::Sets => Phrase::EdgeSets,
            EdgeKind::Governs => Phrase::EdgeGoverns,
            EdgeKind::Amends => Phrase::EdgeAmends,
            EdgeKind::DerogatesFrom => Phrase::EdgeDerogatesFrom,
            EdgeKind::Empowers => Phrase::EdgeEmpowers,
            EdgeKind::Sanctions => Phrase::EdgeSanctions,
        })
    }

    fn say(&self, phrase: Phrase) -> &'static str {
        (vocabulary(self.language).phrases)(phrase)
    }
}

/// An act by its CELEX number, as it is cited; a treaty has none of its own and keeps its number.
pub fn act_cited(celex: &str, language: Language) -> String {
    let treaties = vocabulary(language).acts.treaties;
    let treaty = treaties.iter().find(|(_, number)| *number == celex).map(|(name, _)| (*name).to_owned());
    treaty.unwrap_or_else(|| Celex::parse(celex).map_or_else(|_| celex.to_owned(), |celex| act_name(&celex, language)))
}

/// A place in another act, as an edge keeps it, as it is cited: 'Article 6(1)'; what is more than an address stays as it is.
pub fn place_cited(at: &str, language: Language) -> String {
    match at.split_once("..") {
        Some((first, last)) => match first.parse::<Locator>() {
            Ok(first) => format!("{}–{last}", citation(&first, language)),
            Err(_) => at.to_owned(),
        },
        None => at.parse::<Locator>().map_or_else(|_| at.to_owned(), |place| citation(&place, language)),
    }
}
