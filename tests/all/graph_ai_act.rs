//! The graph of the official AI Act, held against what the act says of itself.

use std::collections::{BTreeMap, BTreeSet};

use lexdelta::graph::reach::{Change, Start, reach};
use lexdelta::graph::{Destination, EdgeKind, Fault, Graph, broken};
use lexdelta::law::{Language, Locator, Outline, Version};

use super::corpus;

fn at(locator: &str) -> Locator {
    locator.parse().expect("an address")
}

/// The AI Act, with the duties and deadlines that the digest names.
fn ai_act(test: &str) -> Option<(&'static Version, Graph)> {
    let (_, new) = corpus::ai_acts(test, Language::En)?;
    let library = lexdelta::library::Library::open(None).expect("the compiled-in texts");
    let entries = library.entries("ai-act");
    let entry = entries.into_iter().find(|entry| entry.date == new.date && entry.language == Language::En);
    let digest = library.load(entry.expect("the digest")).expect("a sound file");
    Some((new, Graph::of(new, &digest.duties, &digest.deadlines)))
}

#[test]
fn every_reference_of_the_ai_act_leads_somewhere_or_says_why_not() {
    let Some((act, graph)) = ai_act("every_reference_of_the_ai_act") else { return };
    let outline = Outline::of(act);
    let mut nowhere: Vec<String> = Vec::new();
    for reference in graph.references() {
        match &reference.to {
            Destination::Here(places) => {
                assert!(!places.is_empty() && places.iter().all(|place| outline.get(place).is_some()), "{reference:?}");
            }
            Destination::Unresolved { why, .. } => nowhere.push(format!("{} {why:?}", reference.evidence.place)),
            Destination::Act | Destination::Elsewhere { .. } => {}
        }
    }
    assert_eq!(nowhere, [] as [&str; 0], "of {}", graph.references().len());
    let found = broken(&graph, act);
    let found: Vec<(String, &Fault)> =
        found.iter().map(|one| (one.reference.evidence.place.to_string(), &one.fault)).collect();
    // Regulation (EU) 2026/1744 deleted the point and left the reference to it.
    let left = Fault::Deleted(at("anx_VIII/sct_B/pnt_9"));
    assert_eq!(found, [("art_49/par_4/sub_1/pnt_b".to_owned(), &left)]);
}

#[test]
fn every_way_of_marking_a_reference_finds_no_more_than_the_graph() {
    let Some((act, graph)) = ai_act("every_way_of_marking_a_reference") else { return };
    let read: BTreeSet<(String, usize)> = graph
        .references()
        .iter()
        .map(|reference| (reference.evidence.place.to_string(), reference.evidence.start))
        .collect();
    let outline = Outline::of(act);
    for placed in outline.all().iter().filter(|placed| !placed.provision.is_deleted()) {
        for mark in placed.provision.marks.iter().filter(|mark| mark.kind == lexdelta::law::MarkKind::Reference) {
            assert!(read.contains(&(placed.locator.to_string(), mark.start)), "{}: {}", placed.locator, mark.value);
        }
    }
}

#[test]
fn the_graph_of_the_ai_act_holds_what_the_act_says() {
    let Some((act, graph)) = ai_act("the_graph_of_the_ai_act") else { return };
    let counts = graph.counts();
    assert_eq!(counts.nodes["provision"], Outline::of(act).all().len());
    assert_eq!(counts.edges["contains"], counts.nodes["provision"], "each stands in one other, or in the act");
    let terms: usize = act.provisions().map(|provision| provision.terms.len()).sum();
    assert_eq!((counts.nodes["term"], counts.edges["defines"]), (terms, terms), "no term is defined twice");
    // Article 97(2) lists every power to adopt delegated acts: the graph reads them from where they are conferred.
    let to = |id: &str, kind: EdgeKind| {
        let node = graph.find(|node| node.id() == id).expect("a node");
        let into = graph.inner().edges_directed(node, petgraph::Direction::Incoming);
        let from = into.filter(|edge| edge.weight().kind == kind).map(|edge| {
            let place = edge.weight().evidence.place.segments().iter().take(2);
            place.map(ToString::to_string).collect::<Vec<_>>().join("/")
        });
        from.collect::<BTreeSet<_>>()
    };
    let listed = graph.references().iter().filter(|one| one.evidence.place == at("art_97/par_2"));
    let listed: BTreeSet<String> = listed
        .filter_map(|one| match &one.to {
            Destination::Here(places) => places.first().map(ToString::to_string),
            _ => None,
        })
        .collect();
    let mut conferred = to("art_97", EdgeKind::Empowers);
    conferred.extend(to("art_97/par_2", EdgeKind::Empowers));
    assert_eq!(conferred, listed);
    let punished: BTreeSet<String> =
        ["art_5", "art_16", "art_22", "art_23", "art_24", "art_26", "art_31", "art_34", "art_50"]
            .map(str::to_owned)
            .into();
    for article in &punished {
        assert!(!to(article, EdgeKind::Sanctions).is_empty(), "{article}");
    }
    assert!(to("art_96", EdgeKind::Sanctions).is_empty(), "guidelines are no breach");
    let amended = ["32008R0300", "32013R0167", "32013R0168", "32014L0090", "32018R1139", "32019R2144", "32020L1828"];
    for celex in amended {
        assert!(!to(&format!("work:{celex}"), EdgeKind::Amends).is_empty(), "{celex}");
    }
}

#[test]
fn a_word_in_article_60_does_not_reach_half_the_act() {
    let Some((_, graph)) = ai_act("a_word_in_article_60") else { return };
    let node = graph.at(&at("art_60/par_4")).expect("a node");
    let found = reach(&graph, &[Start { node, change: Change::Wording }], 6);
    let provisions = found.iter().filter(|one| graph.inner()[one.node].locator().is_some()).count();
    assert!(provisions <= 3, "{provisions} of {}", found.len());
    assert!(found.len() < 40, "{}", found.len());
}

#[test]
fn the_same_references_are_read_in_every_language() {
    let read = |language| {
        let (old, _) = corpus::ai_acts("the_same_references", language)?;
        let graph = Graph::of(old, &[], &[]);
        let mut into: BTreeMap<String, usize> = BTreeMap::new();
        for kind in [EdgeKind::Empowers, EdgeKind::Sanctions, EdgeKind::DerogatesFrom] {
            into.insert(kind.code().to_owned(), graph.counts().edges.get(kind.code()).copied().unwrap_or_default());
        }
        Some(into)
    };
    let (Some(english), Some(dutch), Some(french)) = (read(Language::En), read(Language::Nl), read(Language::Fr))
    else {
        return;
    };
    for (language, other) in [("nl", dutch), ("fr", french)] {
        for (kind, count) in &english {
            let there = other[kind];
            assert!(
                there * 10 >= count * 8 && there * 8 <= count * 10,
                "{language}: {there} {kind}, {count} in English"
            );
        }
    }
}
