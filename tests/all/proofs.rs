//! Amending acts of the corpus: read, applied, and held against what the EU's own editors published.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use lexdelta::amend::{Fate, Instruction, Level, Orders, Proof, apply, day_of_proof, derive, instructions, prove};
use lexdelta::law::{Language, MarkKind, Outline, Part, SegmentKind, Stage, Version};
use rayon::prelude::*;

use crate::corpus;
use crate::council::adopted;
use crate::transitions::transitions;

/// Units of which the official text differs from the orders, by the version, the language and the address: corrections by
/// the editors and slips of theirs. Each is explained in `docs/accuracy.md`.
const EDITORS: &[(&str, &str, &str)] = &[
    ("32005L0029/2026-09-27", "fr", "art_2"),
    ("32006L0112/2010-08-11", "en", "art_248a"),
    ("32006L0112/2010-08-11", "fr", "art_248a"),
    ("32011L0083/2022-05-28", "en", "anx_I"),
    ("32011L0083/2022-05-28", "fr", "anx_I"),
    ("32014R0910/2024-05-20", "en", "art_3"),
    ("32014R0910/2024-05-20", "en", "anx_V"),
    ("32014R0910/2024-05-20", "fr", "art_3"),
    ("32014R0910/2024-05-20", "fr", "art_24"),
    ("32023R1115/2025-12-26", "fr", "art_35"),
    ("32024L1760/2026-03-18", "en", "art_36"),
];

/// The proof of each transition, with the folder of its result.
fn proofs(test: &str) -> Vec<(String, Proof)> {
    let Some(list) = transitions(test) else { return Vec::new() };
    let both = list.iter().flat_map(|one| [Language::En, Language::Fr].map(|language| (one, language)));
    let both: Vec<_> = both.collect();
    // Read first: a job that waits for the files must not be the one that another job of the same pool waits for.
    corpus::cases(test);
    both.into_par_iter()
        .map(|(transition, language)| {
            let find = |folder: &String| {
                corpus::version(test, folder, language).unwrap_or_else(|| panic!("{folder} is not there in {language}"))
            };
            let (base, act, official) = (find(&transition.before), find(&transition.amending), find(&transition.after));
            let on = Some(day_of_proof(official, act));
            let derived = derive(base, act, on);
            (transition.after.clone(), prove(base, &derived.orders, &derived.applied, official, on))
        })
        .collect()
}

#[test]
fn what_is_proven_stays_proven() {
    let proofs = proofs("proofs");
    if proofs.is_empty() {
        return;
    }
    let proven: BTreeSet<String> = proofs
        .iter()
        .flat_map(|(after, proof)| {
            let equal = proof.units.iter().filter(|unit| unit.ordered && unit.equal);
            equal.map(move |unit| format!("{after} {} {}", proof.language, unit.locator))
        })
        .collect();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/proven.txt");
    if std::env::var_os("LEXDELTA_UPDATE").is_some() {
        let lines: Vec<&str> = proven.iter().map(String::as_str).collect();
        std::fs::write(&path, lines.join("\n") + "\n").expect("the list");
        return;
    }
    let listed: BTreeSet<String> =
        std::fs::read_to_string(&path).expect("the list").lines().map(str::to_owned).collect();
    let lost: Vec<&String> = listed.difference(&proven).collect();
    let won: Vec<&String> = proven.difference(&listed).collect();
    assert!(lost.is_empty(), "proven before and not now: {lost:#?}");
    assert!(won.is_empty(), "proven and not in tests/proven.txt: {won:#?}");
}

#[test]
fn every_difference_is_explained() {
    let mut unexplained = Vec::new();
    let mut met = BTreeSet::new();
    for (after, proof) in &proofs("explanations") {
        for unit in proof.units.iter().filter(|unit| unit.ordered && !unit.equal) {
            let key = (after.clone(), proof.language.to_string(), unit.locator.to_string());
            let known = EDITORS.iter().any(|(a, l, u)| (*a, *l, *u) == (&*key.0, &*key.1, &*key.2));
            if known {
                met.insert(key);
            } else if unit.reasons.is_empty() {
                unexplained.push(key);
            }
        }
        assert!(proof.unread.is_empty() && proof.conflicts.is_empty(), "{after}: {:?}", proof.conflicts);
    }
    assert!(unexplained.is_empty(), "{unexplained:#?}");
    let listed = if met.is_empty() && corpus::folder_for("explanations").is_none() { 0 } else { EDITORS.len() };
    assert_eq!(met.len(), listed, "a listed difference is none any more");
}

#[test]
fn the_omnibus_makes_the_consolidation_of_the_ai_act() {
    // The French consolidation takes up a corrigendum too, which the consolidation of 2024 holds and the Official Journal
    // does not.
    for (language, stage) in [(Language::En, "oj"), (Language::Fr, "consolidated")] {
        let Some((_, official)) = corpus::ai_acts("the omnibus", language) else { return };
        let bases = corpus::cases("the omnibus").iter().filter_map(corpus::Case::version);
        let base = bases
            .filter(|version| version.source.celex == official.source.celex && version.language == language)
            .find(|version| version.date < official.date && version.stage.name() == stage)
            .expect("a base");
        let act = corpus::version("the omnibus", "32026R1744/2026-07-08", language).expect("the act");
        let derived = derive(base, act, None);
        let proof = prove(base, &derived.orders, &derived.applied, official, None);
        let differing: Vec<_> = proof.units.iter().filter(|unit| !unit.equal).map(|unit| &unit.locator).collect();
        assert!(differing.is_empty(), "{language}: {differing:?}");
        assert_eq!((proof.units.len(), proof.read, proof.done), (45, 72, 72), "{language}");
        assert!(proof.is_complete(), "{language}");
        assert!(derived.version.defects().is_empty(), "{language}");
    }
}

#[test]
fn the_page_of_an_act_gives_the_orders_that_its_formex_gives() {
    let test = "orders of a page";
    let cases = corpus::cases(test).iter().filter(|case| case.folder() == "32024R1689/2024-06-13");
    let english = cases.filter(|case| case.version().is_some_and(|version| version.language == Language::En));
    let (formex, pages): (Vec<_>, Vec<_>) = english.partition(|case| case.is_formex());
    let (Some(formex), Some(page)) = (formex.first(), pages.first()) else { return };
    let orders = |case: &corpus::Case| instructions(case.version().expect("a version"));
    let (one, other) = (orders(formex), orders(page));
    assert_eq!((one.unread.len(), other.unread.len()), (0, 0));
    let gists = |orders: &Orders| orders.instructions.iter().map(gist).collect::<Vec<_>>();
    assert_eq!(gists(&one), gists(&other));
    assert_eq!(one.instructions.len(), 14, "Articles 102 to 110");
}

#[test]
fn one_act_amends_several() {
    let test = "several acts";
    let Some(act) = corpus::version(test, "32026R1744/2026-07-08", Language::En) else { return };
    let orders = instructions(act);
    let of = |celex: &str| {
        orders.instructions.iter().filter(|one| one.act.as_ref().is_some_and(|act| act.as_str() == celex)).count()
    };
    assert_eq!((of("32024R1689"), of("32018R1139"), of("32023R1230")), (72, 7, 4));
    let aviation = corpus::version(test, "32018R1139/2026-08-02", Language::En).expect("the base");
    let applied = apply(aviation, &orders, None);
    assert_eq!(applied.outcomes.len(), 7);
    assert!(applied.outcomes.iter().all(|outcome| outcome.fate == Fate::Done));
}

/// What an instruction does to what, without the words of a language.
fn gist(one: &Instruction) -> (String, String, Option<String>, Vec<String>, Vec<String>) {
    // What English calls a paragraph without a number, Dutch calls an alinea.
    let step = |level: &Level| match level {
        Level::Numbered(segment) if segment.kind == SegmentKind::UnnumberedParagraph => {
            format!("sub_{}", segment.number.as_ref().map(ToString::to_string).unwrap_or_default())
        }
        other => other.to_string(),
    };
    let targets = one.targets.iter().map(|target| {
        let steps: Vec<String> = target.path.iter().map(step).collect();
        format!("{} {}", steps.join("/"), target.aspect)
    });
    let content = match &one.content {
        lexdelta::amend::Content::Provisions(provisions) => provisions
            .iter()
            .filter(|provision| provision.number.is_some())
            .map(|provision| provision.number.as_ref().map(ToString::to_string).unwrap_or_default())
            .collect(),
        _ => Vec::new(),
    };
    let operation = format!("{:?}", one.operation);
    (one.place.to_string(), operation, one.act.as_ref().map(ToString::to_string), targets.collect(), content)
}

#[test]
fn the_dutch_text_gives_the_same_orders_as_the_english_one() {
    let test = "Dutch orders";
    let Some(english) = corpus::version(test, "32026R1744/2026-07-08", Language::En) else { return };
    let dutch = adopted(test).expect("the adopted text").version;
    let gists = |orders: &Orders| orders.instructions.iter().map(gist).collect::<Vec<_>>();
    let (ours, theirs) = (instructions(&dutch), instructions(english));
    assert_eq!((ours.unread.len(), theirs.unread.len()), (0, 0));
    for (one, other) in gists(&ours).iter().zip(&gists(&theirs)) {
        assert_eq!(one, other);
    }
    assert_eq!(ours.instructions.len(), theirs.instructions.len());
}

/// The addresses of a version's enacting terms and annexes that apply, each with its dates.
fn dated(version: &Version) -> BTreeMap<String, Vec<String>> {
    let outline = Outline::of(version);
    let enacting = outline.all().iter().filter(|placed| matches!(placed.part, Part::Body | Part::Annexes));
    let alive = enacting.filter(|placed| !placed.provision.is_deleted());
    alive
        .map(|placed| {
            let dates = placed.provision.marks.iter().filter(|mark| mark.kind == MarkKind::Date);
            let mut dates: Vec<String> = dates.map(|mark| mark.value.clone()).collect();
            dates.sort();
            (placed.locator.to_string(), dates)
        })
        .collect()
}

/// Units in which the two languages name other articles, annexes or acts, as far as the reader of references sees: one says
/// 'this Article' where the other gives its number, or names an act once for several of its articles.
const WORDED_OTHERWISE: [&str; 10] =
    ["anx_I", "art_105", "art_2", "art_26", "art_3", "art_5", "art_55", "art_65", "art_73", "art_97"];

/// What each unit refers to: the articles and annexes by their numbers, other acts by theirs.
fn referred(version: &Version) -> BTreeMap<String, BTreeSet<String>> {
    let outline = Outline::of(version);
    let mut all: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for placed in outline.all() {
        let Some(unit) = outline.unit_of(placed).filter(|unit| unit.part != Part::Recitals) else { continue };
        let marks = placed.provision.marks.iter().filter(|mark| mark.kind == MarkKind::Reference);
        let roots = marks.filter_map(|mark| {
            let root = mark.value.split(['/', '.']).next().unwrap_or_default();
            // Relative references are worded by each language in its own way.
            (root.contains('#') || root.starts_with("art_") || root.starts_with("anx_")).then(|| root.to_owned())
        });
        all.entry(unit.locator.to_string()).or_default().extend(roots);
    }
    all
}

#[test]
fn the_dutch_act_of_july_2026_has_the_addresses_dates_and_references_of_the_english_one() {
    let test = "the Dutch act";
    let Some((_, english)) = corpus::ai_acts(test, Language::En) else { return };
    let act = adopted(test).expect("the adopted text").version;
    // The Official Journal numbers two paragraphs of Article 73 alike in Dutch; the consolidation of 2024 corrects that.
    let dutch = corpus::cases(test).iter().filter_map(corpus::Case::version);
    let base = dutch
        .filter(|version| version.source.celex == english.source.celex && version.language == Language::Nl)
        .find(|version| version.stage == Stage::Consolidated)
        .expect("the Dutch consolidation of 2024");
    let derived = derive(base, &act, None);
    assert!(derived.version.derived.as_ref().is_some_and(lexdelta::law::Derivation::is_complete));
    let (ours, theirs) = (dated(&derived.version), dated(english));
    let addresses = |of: &BTreeMap<String, Vec<String>>| of.keys().cloned().collect::<BTreeSet<_>>();
    let only = |one: &BTreeSet<String>, other: &BTreeSet<String>| one.difference(other).cloned().collect::<Vec<_>>();
    let (here, there) = (addresses(&ours), addresses(&theirs));
    assert_eq!(only(&here, &there), [] as [String; 0], "in Dutch only");
    // The English page sets the heading of the new annex as its first paragraph.
    assert_eq!(only(&there, &here), ["anx_XIV/unp_1"], "in English only");
    let differing: Vec<_> = ours.iter().filter(|(address, dates)| theirs.get(*address) != Some(dates)).collect();
    assert!(differing.is_empty(), "{differing:#?}");
    let (ours, theirs) = (referred(&derived.version), referred(english));
    let differing: Vec<String> = ours
        .iter()
        .filter(|(unit, named)| theirs.get(*unit) != Some(named) && !WORDED_OTHERWISE.contains(&unit.as_str()))
        .map(|(unit, named)| {
            let other = theirs.get(unit).cloned().unwrap_or_default();
            format!(
                "{unit}: nl {:?} en {:?}",
                named.difference(&other).collect::<Vec<_>>(),
                other.difference(named).collect::<Vec<_>>()
            )
        })
        .collect();
    assert!(differing.is_empty(), "{}", differing.join("\n"));
}
