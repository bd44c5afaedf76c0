//! What depends on what: each type of edge on acts that say it in one line, and the official AI Act as a whole.

use std::collections::BTreeSet;

use lexdelta::diff::compare;
use lexdelta::graph::reach::{Change, Start, mentions, reach};
use lexdelta::graph::{Destination, EdgeKind, Fault, Graph, Names, Node, Part, Selection, Unresolved};
use lexdelta::graph::{broken, broken_by, export};
use lexdelta::law::{
    Actor, Deadline, DeadlineKind, Duty, Governed, Kind, Language, Locator, Modality, Outline, Provision, Version, When,
};
use lexdelta::prose::define_terms;
use proptest::prelude::*;

use super::notation;

const ACT: &str = "
chapter I: Barrels
  article 1: Definitions
    paragraph
      point 1: ‘barrel’ means a vessel for rain;
      point 2: ‘owner of a barrel’ means whoever owns a barrel;
      point 3: ‘barrel inspection body’ means who looks at it.
  article 2: Duties
    paragraph 1: Owners of barrels shall empty each barrel as set out in Articles 3 to 5.
    paragraph 2: By way of derogation from paragraph 1, barrel inspection bodies need not, unless this Article or this Chapter says so.
      point a: in the cases of the first subparagraph of paragraph 3;
    paragraph 3: One.
      subparagraph: In the case of Article 3(1) of Regulation (EU) 2016/679 and Article 9 of that Regulation.
  article 3: Lids
    paragraph 1: The Commission is empowered to adopt delegated acts in accordance with Article 5 to amend Annex I.
  article 3a: Handles
    paragraph 1: Handles hold.
  article 4: Penalties
    paragraph 1: Non-compliance with the duty referred to in Article 2(1) shall be subject to fines, under Article 5.
    paragraph 2: Infringements of the following, other than of Article 3, shall be subject to fines:
      point a: the obligations of owners pursuant to Article 2(2) and (3);
  article 5: Exercise of the delegation
    paragraph 1: The power referred to in Article 3(1) is conferred. See Article 77 and Annex I, points 1 and 2.
annex I: List
  point 1: Rain barrels.
  point 2: Other barrels.
";

fn act() -> Version {
    let mut act = notation::version("32031R0077", "2031-02-01", ACT);
    define_terms(&mut act);
    act
}

fn at(locator: &str) -> Locator {
    locator.parse().expect("an address")
}

fn duty() -> Duty {
    Duty {
        basis: vec![at("art_2/par_1")],
        actors: vec![Actor::Operator],
        towards: Vec::new(),
        modality: Modality::Must,
        act: "empty each barrel".to_owned(),
        condition: None,
        exception: None,
        by: None,
        sanction: vec![at("art_4/par_1")],
    }
}

fn deadline(kind: DeadlineKind, basis: &str, governs: Option<(&[&str], &[&str])>) -> Deadline {
    let all = |places: &[&str]| places.iter().map(|place| at(place)).collect();
    Deadline {
        kind,
        basis: vec![at(basis)],
        when: When::Date("2031-08-02".parse().expect("a day")),
        who: Vec::new(),
        what: "it starts".to_owned(),
        governs: governs.map(|(provisions, except)| Governed { provisions: all(provisions), except: all(except) }),
        as_regards: None,
    }
}

/// The edges of a kind as 'from → to', with the words that they rest on.
fn edges(graph: &Graph, version: &Version, kind: EdgeKind) -> Vec<String> {
    let outline = Outline::of(version);
    let inner = graph.inner();
    let of_kind = inner.edge_indices().filter(|edge| inner[*edge].kind == kind);
    let said = of_kind.map(|edge| {
        let (from, to) = inner.edge_endpoints(edge).expect("an edge has ends");
        let evidence = &inner[edge].evidence;
        let text = outline.get(&evidence.place).and_then(|placed| placed.provision.text.as_deref()).unwrap_or_default();
        let words = text.get(evidence.start..evidence.end).expect("evidence lies within its text");
        let there = inner[edge].at.as_deref().map(|at| format!("#{at}")).unwrap_or_default();
        format!("{} → {}{there} ‹{words}›", inner[from].id(), inner[to].id())
    });
    said.collect()
}

#[test]
fn references_lead_where_their_words_say() {
    let act = act();
    let graph = Graph::of(&act, &[], &[]);
    let expected = [
        "art_2/par_1 → art_3 ‹Articles 3 to 5›",
        "art_2/par_1 → art_3a ‹Articles 3 to 5›",
        "art_2/par_1 → art_4 ‹Articles 3 to 5›",
        "art_2/par_1 → art_5 ‹Articles 3 to 5›",
        "art_2/par_2 → art_2 ‹this Article›",
        "art_2/par_2 → cpt_I ‹this Chapter›",
        "art_2/par_2/pnt_a → art_2/par_3/sub_1 ‹first subparagraph of paragraph 3›",
        "art_2/par_3/sub_1 → work:32016R0679#art_3/par_1 ‹Article 3(1) of Regulation (EU) 2016/679›",
        "art_2/par_3/sub_1 → work:32016R0679#art_9 ‹Article 9›",
        "art_3/par_1 → anx_I ‹Annex I›",
        "art_4/par_1 → art_5 ‹Article 5›",
        "art_4/par_2 → art_3 ‹Article 3›",
        "art_5/par_1 → art_3/par_1 ‹Article 3(1)›",
        "art_5/par_1 → anx_I/pnt_1 ‹Annex I, points 1›",
        "art_5/par_1 → anx_I/pnt_2 ‹2›",
    ];
    assert_eq!(edges(&graph, &act, EdgeKind::RefersTo), expected);
}

#[test]
fn exceptions_powers_and_penalties_are_told_from_mere_references() {
    let act = act();
    let graph = Graph::of(&act, &[], &[]);
    assert_eq!(edges(&graph, &act, EdgeKind::DerogatesFrom), ["art_2/par_2 → art_2/par_1 ‹paragraph 1›"]);
    assert_eq!(edges(&graph, &act, EdgeKind::Empowers), ["art_3/par_1 → art_5 ‹Article 5›"]);
    let sanctions = [
        "art_4/par_1 → art_2/par_1 ‹Article 2(1)›",
        "art_4/par_2/pnt_a → art_2/par_2 ‹Article 2(2)›",
        "art_4/par_2/pnt_a → art_2/par_3 ‹(3)›",
    ];
    assert_eq!(edges(&graph, &act, EdgeKind::Sanctions), sanctions);
}

#[test]
fn the_same_relations_are_read_in_dutch_and_french() {
    let cases = [
        (
            Language::Nl,
            "article 2: Sancties\n  paragraph 1: In afwijking van lid 2 geldt niets.\n  paragraph 2: De Commissie is bevoegd overeenkomstig artikel 3 gedelegeerde handelingen vast te stellen.\n  paragraph 3: Niet-naleving van artikel 3 wordt bestraft.\narticle 3: Deksels\n  paragraph 1: Dicht.",
        ),
        (
            Language::Fr,
            "article 2: Sanctions\n  paragraph 1: Par dérogation au paragraphe 2, rien ne vaut.\n  paragraph 2: La Commission est habilitée à adopter des actes délégués conformément à l’article 3.\n  paragraph 3: Le non-respect de l’article 3 est puni.\narticle 3: Couvercles\n  paragraph 1: Fermés.",
        ),
    ];
    for (language, text) in cases {
        let act = Version { language, ..notation::version("32031R0077", "2031-02-01", text) };
        let graph = Graph::of(&act, &[], &[]);
        let leads = |kind| edges(&graph, &act, kind).len();
        let kinds = [EdgeKind::DerogatesFrom, EdgeKind::Empowers, EdgeKind::Sanctions, EdgeKind::RefersTo];
        assert_eq!(kinds.map(leads), [1, 1, 1, 0], "{language}: {:?}", graph.references());
    }
}

#[test]
fn terms_are_used_in_every_form_the_longest_first_and_not_where_they_are_defined() {
    let act = act();
    let graph = Graph::of(&act, &[], &[]);
    let defines = [
        "art_1/pnt_1 → term:barrel ‹barrel›",
        "art_1/pnt_2 → term:owner of a barrel ‹owner of a barrel›",
        "art_1/pnt_3 → term:barrel inspection body ‹barrel inspection body›",
    ];
    assert_eq!(edges(&graph, &act, EdgeKind::Defines), defines);
    let uses = [
        "art_1/pnt_2 → term:barrel ‹barrel›",
        "art_2/par_1 → term:barrel ‹barrels›",
        "art_2/par_2 → term:barrel inspection body ‹barrel inspection bodies›",
        "anx_I/pnt_1 → term:barrel ‹barrels›",
        "anx_I/pnt_2 → term:barrel ‹barrels›",
    ];
    assert_eq!(edges(&graph, &act, EdgeKind::UsesTerm), uses);
}

#[test]
fn duties_and_deadlines_are_joined_to_what_they_rest_on_and_govern() {
    let act = act();
    let due = deadline(DeadlineKind::Duty, "art_2/par_1", None);
    let applies = deadline(DeadlineKind::Application, "art_5/par_1", Some((&["cpt_I"], &["art_3"])));
    let graph = Graph::of(&act, &[duty()], &[due, applies]);
    let joined = |kind| {
        let with_words = edges(&graph, &act, kind);
        with_words.iter().map(|edge| edge.split(" ‹").next().unwrap_or_default().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(joined(EdgeKind::Imposes), ["art_2/par_1 → duty:0"]);
    assert_eq!(joined(EdgeKind::Binds), ["duty:0 → actor:operator"]);
    assert_eq!(joined(EdgeKind::Sets), ["art_2/par_1 → deadline:0", "art_5/par_1 → deadline:1"]);
    assert_eq!(joined(EdgeKind::Governs), ["deadline:0 → duty:0", "deadline:1 → cpt_I"]);
    assert!(joined(EdgeKind::Sanctions).contains(&"art_4/par_1 → duty:0".to_owned()));
    assert!(joined(EdgeKind::Contains).contains(&"cpt_I → art_2".to_owned()));
}

#[test]
fn an_amending_act_is_joined_to_what_it_amends_and_its_words_to_that_act() {
    let mut act = notation::version(
        "32032R0015",
        "2032-02-01",
        "article 1: Amendments to Regulation (EU) 2031/77\n  paragraph: Regulation (EU) 2031/77 is amended as follows:\n    point 1: Article 2(1) is replaced by the following:\n    point 2: Article 3 is deleted.",
    );
    let mut quotation = Provision::new(Kind::Quotation);
    let mut paragraph = Provision::new(Kind::Paragraph);
    paragraph.number = lexdelta::law::Number::new("1").ok();
    paragraph.label = Some("‘1.".to_owned());
    paragraph.text = Some("Owners shall empty each barrel under Article 3.’;".to_owned());
    quotation.children.push(paragraph);
    act.body[0].children[0].children[0].children.push(quotation);
    let graph = Graph::of(&act, &[], &[]);
    let amends = edges(&graph, &act, EdgeKind::Amends);
    let leads = |start: &str| amends.iter().filter(|edge| edge.starts_with(start)).count();
    assert_eq!(
        (leads("art_1/pnt_1 → work:32031R0077#art_2/par_1"), leads("art_1/pnt_2 → work:32031R0077#art_3")),
        (1, 1)
    );
    for reference in graph.references() {
        let elsewhere = matches!(&reference.to, Destination::Elsewhere { act, .. } if act == "32031R0077");
        assert!(elsewhere, "{reference:?}");
    }
}

fn reached(graph: &Graph, start: &str, change: Change, depth: usize) -> Vec<String> {
    let node = graph.find(|node| node.id() == start).expect("a node");
    let found = reach(graph, &[Start { node, change }], depth);
    found.iter().map(|one| graph.inner()[one.node].id()).collect()
}

#[test]
fn a_change_travels_along_its_own_edges_and_no_further_than_asked() {
    let act = act();
    let applies = deadline(DeadlineKind::Application, "art_5/par_1", Some((&["art_2", "art_3"], &["art_2/par_2"])));
    let graph = Graph::of(&act, &[duty()], &[applies]);
    let words = reached(&graph, "art_2/par_1", Change::Wording, 3);
    assert_eq!(words, ["duty:0", "art_2/par_2", "actor:operator"], "its exception, its duty, and who has it");
    assert_eq!(reached(&graph, "art_2/par_1", Change::Wording, 1), ["duty:0", "art_2/par_2"]);
    let date = reached(&graph, "art_5/par_1", Change::Date, 4);
    for within in ["deadline:0", "art_2", "art_2/par_1", "art_3/par_1", "duty:0", "actor:operator"] {
        assert!(date.contains(&within.to_owned()), "{within}: {date:?}");
    }
    assert!(!date.contains(&"art_2/par_2".to_owned()), "what is excepted is not governed: {date:?}");
    let definition = reached(&graph, "art_1/pnt_1", Change::Definition, 4);
    for using in ["term:barrel", "anx_I/pnt_2", "art_2/par_1", "duty:0", "art_1/pnt_2", "term:owner of a barrel"] {
        assert!(definition.contains(&using.to_owned()), "{using}: {definition:?}");
    }
    let gone = reached(&graph, "art_3", Change::Gone, 1);
    for referring in ["art_2/par_1", "art_4/par_2", "art_5/par_1", "deadline:0"] {
        assert!(gone.contains(&referring.to_owned()), "{referring}: {gone:?}");
    }
}

#[test]
fn a_mention_is_kept_apart_from_reach() {
    let act = act();
    let graph = Graph::of(&act, &[], &[]);
    assert_eq!(reached(&graph, "art_3/par_1", Change::Wording, 9), ["art_5"; 0], "a rule on lids reaches nobody");
    let changed = graph.at(&at("art_3/par_1")).expect("a node");
    let mentioned = mentions(&graph, &[changed]);
    let from = mentioned.iter().map(|edge| graph.inner()[graph.edge(*edge).expect("an edge").0].id());
    assert_eq!(from.collect::<BTreeSet<_>>(), ["art_2/par_1", "art_4/par_2", "art_5/par_1"].map(str::to_owned).into());
}

#[test]
fn the_date_of_the_act_as_a_whole_is_not_that_of_provisions_with_their_own() {
    let act = act();
    let whole = deadline(DeadlineKind::Application, "art_5/par_1", None);
    let own = deadline(DeadlineKind::Application, "art_2/par_3", Some((&["art_3"], &[])));
    let graph = Graph::of(&act, &[], &[whole, own]);
    let date = reached(&graph, "deadline:0", Change::Date, 3);
    assert!(date.contains(&"art_2/par_1".to_owned()) && date.contains(&"work:32031R0077".to_owned()), "{date:?}");
    assert!(!date.contains(&"art_3".to_owned()), "{date:?}");
}

#[test]
fn what_a_change_broke_is_told_from_what_was_broken_before() {
    let old = act();
    let text = ACT
        .replace("  article 3: Lids\n    paragraph 1: The Commission is empowered to adopt delegated acts in accordance with Article 5 to amend Annex I.\n", "")
        .replace("a vessel for rain", "any vessel at all");
    let mut new = notation::version("32031R0077", "2032-02-01", &text);
    define_terms(&mut new);
    let graph = Graph::of(&new, &[], &[]);
    let before = Graph::of(&old, &[], &[]);
    let citing = notation::version(
        "32033R0001",
        "2033-01-01",
        "article 1: Use\n  paragraph 1: As in Article 3(1) of Regulation (EU) 2031/77 and Article 2 thereof.",
    );
    let others = [Graph::of(&citing, &[], &[])];
    let found = broken_by((&old, &before), (&new, &graph), &compare(&old, &new), &others);
    let inside: Vec<(String, &str)> = found
        .inside
        .iter()
        .map(|one| (one.reference.evidence.place.to_string(), one.reference.words.as_str()))
        .collect();
    let expected = [("art_2/par_1", "Articles 3 to 5"), ("art_4/par_2", "Article 3"), ("art_5/par_1", "Article 3(1)")];
    assert_eq!(inside, expected.map(|(place, words)| (place.to_owned(), words)), "Article 77 was never there");
    let outside: Vec<&str> = found.outside.iter().map(|one| one.reference.words.as_str()).collect();
    assert_eq!(outside, ["Article 3(1) of Regulation (EU) 2031/77"]);
    let terms: Vec<&str> = found.terms.iter().map(|shift| shift.term.as_str()).collect();
    assert_eq!(terms, ["barrel"]);
}

#[test]
fn broken_references_of_one_version_have_their_reason() {
    let mut act = act();
    let last = act.body[0].children.iter_mut().find(|article| article.heading.as_deref() == Some("Handles"));
    let last = last.expect("an article");
    last.children[0].text = None;
    last.children[0].label = Some("1.".to_owned());
    act.body[0].children[1].children[2].text = Some("See Article 3a(1).".to_owned());
    let graph = Graph::of(&act, &[], &[]);
    let found: Vec<(String, Fault)> =
        broken(&graph, &act).into_iter().map(|one| (one.reference.words, one.fault)).collect();
    let expected =
        [("Article 3a(1)".to_owned(), Fault::Emptied(at("art_3a/par_1"))), ("Article 77".to_owned(), Fault::Missing)];
    assert_eq!(found, expected);
}

#[test]
fn exports_hold_every_node_escape_every_text_and_are_the_same_every_time() {
    let mut act = act();
    act.body[0].children[1].heading = Some("<script>\"x\" & `y` \\ #z ]--></script>".to_owned());
    let graph = Graph::of(&act, &[duty()], &[]);
    let around = graph.at(&at("art_2")).into_iter().collect();
    let part = Part::of(&graph, &Selection { around, depth: 2, kinds: Vec::new() });
    let names = Names::new(&graph, Language::En);
    let svg = export::svg(&graph, &part, &names, "<b>&");
    assert_eq!(svg, export::svg(&graph, &part, &names, "<b>&"));
    let document = roxmltree::Document::parse(&svg).expect("well-formed XML");
    let titles: Vec<&str> =
        document.descendants().filter(|node| node.has_tag_name("title")).filter_map(|node| node.text()).collect();
    assert_eq!(titles[0], "<b>&");
    for node in &part.nodes {
        let name = names.short(&graph.inner()[*node]);
        assert!(titles.iter().any(|title| title.starts_with(&name)), "{name} is not in the picture");
    }
    let described = document.descendants().find(|node| node.has_tag_name("desc")).and_then(|node| node.text());
    assert!(described.expect("a description").contains("Article 2(2) derogates from Article 2(1)."));
    let dot = export::dot(&graph, &part, &names);
    assert!(dot.contains(r#"<script>\"x\" & `y` \\ #z"#), "{dot}");
    let mermaid = export::mermaid(&graph, &part, &names);
    assert!(!mermaid.contains("<script") && mermaid.contains("#lt;script"), "{mermaid}");
    let json = serde_json::to_value(export::json(&graph, &part, &names)).expect("a value");
    assert_eq!(json["nodes"].as_array().map(Vec::len), Some(part.nodes.len()));
    assert_eq!(json["edges"].as_array().map(Vec::len), Some(part.edge_count()));
}

#[test]
fn a_part_of_a_graph_lies_around_what_is_asked_for() {
    let act = act();
    let graph = Graph::of(&act, &[], &[]);
    let around: Vec<_> = graph.at(&at("art_3")).into_iter().collect();
    let names = |depth, kinds: &[EdgeKind]| {
        let part = Part::of(&graph, &Selection { around: around.clone(), depth, kinds: kinds.to_vec() });
        part.nodes.iter().map(|node| graph.inner()[*node].id()).collect::<BTreeSet<_>>()
    };
    assert_eq!(names(1, &[EdgeKind::Empowers]), ["art_3", "art_3/par_1", "art_5"].map(str::to_owned).into());
    assert!(names(1, &[]).is_subset(&names(2, &[])) && names(1, &[]) != names(2, &[]));
    let units = Part::of(&graph, &Selection::default()).by_unit(&graph);
    for node in &units.nodes {
        let node = &graph.inner()[*node];
        assert!(node.locator().is_none_or(|place| place.segments().len() == 1), "{}", node.id());
    }
}

proptest! {
    /// Whatever the words are, each reference is evidence that lies in its text, and every picture is well-formed.
    #[test]
    fn no_words_make_the_graph_fail(
        words in proptest::collection::vec(
            prop::sample::select(vec![
                "Articles", "Article", "2", "(1)", "to", "9", "and", ",", ". ", "à l’", "é", "\u{a0}", "this", "Chapter",
                "paragraph", "first subparagraph", "of", "Annex I", "points", "(a)", "by way of derogation from", "the",
                "Regulation (EU) 2016/679", "‘barrel’", "Non-compliance with", "thereof", "\u{1}", "<", "&", "..", "5(1)(a)",
            ]),
            0..25,
        ),
    ) {
        let mut act = act();
        act.body[0].children[3].children[0].text = Some(words.join(" "));
        act.body[0].children[4].children[0].text = Some(words.concat());
        let graph = Graph::of(&act, &[duty()], &[]);
        let outline = Outline::of(&act);
        for reference in graph.references() {
            let placed = outline.get(&reference.evidence.place).expect("a provision");
            let text = placed.provision.text.as_deref().unwrap_or_default();
            prop_assert_eq!(text.get(reference.evidence.start..reference.evidence.end), Some(reference.words.as_str()));
        }
        let part = Part::of(&graph, &Selection::default()).by_unit(&graph);
        let svg = export::svg(&graph, &part, &Names::new(&graph, Language::En), "title");
        prop_assert!(roxmltree::Document::parse(&svg).is_ok());
    }

    #[test]
    fn each_node_is_reached_once_by_a_path_that_starts_in_the_change(
        nodes in proptest::collection::vec((0usize..60, 0u8..4), 1..4),
        depth in 0usize..6,
    ) {
        let act = act();
        let applies = deadline(DeadlineKind::Application, "art_5/par_1", Some((&["cpt_I"], &["art_3"])));
        let graph = Graph::of(&act, &[duty()], &[applies]);
        let all: Vec<_> = graph.inner().node_indices().collect();
        let changes = [Change::Wording, Change::Date, Change::Definition, Change::Gone];
        let starts: Vec<Start> = nodes
            .into_iter()
            .map(|(node, change)| Start { node: all[node % all.len()], change: changes[usize::from(change)] })
            .collect();
        let found = reach(&graph, &starts, depth);
        let mut seen = BTreeSet::new();
        for one in &found {
            prop_assert!(seen.insert(one.node), "reached twice");
            prop_assert!(starts.contains(&one.start));
            prop_assert!(!one.path.is_empty() && !starts.iter().any(|start| start.node == one.node));
            let mut at = one.start.node;
            let mut steps = 0;
            for step in &one.path {
                let (from, to, edge) = graph.edge(step.edge).expect("an edge");
                let (from, to) = if step.forward { (from, to) } else { (to, from) };
                prop_assert_eq!(at, from, "the path hangs together");
                at = to;
                steps += usize::from(edge.kind != EdgeKind::Contains);
            }
            prop_assert_eq!(at, one.node);
            prop_assert!(steps <= depth);
        }
        // Further asked, nothing that was reached is lost.
        let further: BTreeSet<_> = reach(&graph, &starts, depth + 1).into_iter().map(|one| one.node).collect();
        prop_assert!(seen.is_subset(&further));
    }
}

#[test]
fn words_that_may_belong_to_another_act_are_not_called_broken() {
    let act = notation::version(
        "32031R0077",
        "2031-02-01",
        "article 1: Scope\n  paragraph 1: As in Directive 2006/42/EC, and in the cases of Article 12.\n  paragraph 2: Article 12 applies.",
    );
    let graph = Graph::of(&act, &[], &[]);
    let why: Vec<Option<&Unresolved>> = graph
        .references()
        .iter()
        .map(|one| match &one.to {
            Destination::Unresolved { why, .. } => Some(why),
            _ => None,
        })
        .collect();
    assert_eq!(why, [None, Some(&Unresolved::OfAnother), Some(&Unresolved::Missing)]);
    assert_eq!(broken(&graph, &act).len(), 1);
    assert!(graph.find(|node| matches!(node, Node::Work { celex } if celex == "32006L0042")).is_some());
}
