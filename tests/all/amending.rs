//! Orders carried out on invented acts: a file for each form of drafting, with the act before, the orders, the act after,
//! and what became of each order.
//!
//! With `LEXDELTA_UPDATE` set, the last two parts are written anew: read them before they are committed.

use std::path::{Path, PathBuf};

use lexdelta::amend::{Fate, Operation, derive, instructions};
use lexdelta::law::{Kind, Language, Locator, Provision, Version, comparison_form};
use lexdelta::prose::{citation, define_terms, note_marks};
use proptest::prelude::*;

use crate::notation::{printed, version};

struct Case {
    path: PathBuf,
    before: String,
    orders: String,
    after: String,
    became: String,
}

fn cases() -> Vec<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/amend");
    let mut paths: Vec<PathBuf> =
        std::fs::read_dir(folder).expect("the cases").map(|entry| entry.expect("a file").path()).collect();
    paths.sort();
    paths
        .into_iter()
        .map(|path| {
            let text = std::fs::read_to_string(&path).expect("a case");
            let part = |name: &str| {
                let start = text.find(&format!("# {name}\n")).map(|at| at + name.len() + 3);
                let rest = start.map(|start| &text[start..]).unwrap_or_default();
                rest.split("\n# ").next().unwrap_or_default().trim_end().to_owned()
            };
            Case { before: part("before"), orders: part("orders"), after: part("after"), became: part("became"), path }
        })
        .collect()
}

/// The act before and the act with the orders, as an importer would give them.
fn acts(case: &Case) -> (Version, Version) {
    let mut base = version("32031R0077", "2031-03-14", &case.before);
    let act = version("32032R0015", "2032-04-10", &case.orders);
    define_terms(&mut base);
    note_marks(&mut base, &|_| true);
    (base, act)
}

fn became(base: &Version, act: &Version) -> String {
    let derived = derive(base, act, None);
    let mut lines: Vec<String> = derived
        .applied
        .outcomes
        .iter()
        .map(|outcome| match &outcome.fate {
            Fate::Done => format!("{}: done", outcome.place),
            Fate::NotYet(from) => format!("{}: from {from}", outcome.place),
            Fate::Conflict(conflict) => format!("{}: {conflict}", outcome.place),
        })
        .collect();
    lines.extend(derived.orders.unread.iter().map(|unread| format!("{}: not read", unread.place)));
    lines.join("\n")
}

#[test]
fn each_form_of_drafting_changes_what_it_says_and_nothing_else() {
    let mut wrong = Vec::new();
    for case in cases() {
        let (base, act) = acts(&case);
        let after = printed(&derive(&base, &act, None).version);
        let became = became(&base, &act);
        if std::env::var_os("LEXDELTA_UPDATE").is_some() {
            let text = format!(
                "# before\n{}\n\n# orders\n{}\n\n# after\n{after}\n\n# became\n{became}\n",
                case.before, case.orders
            );
            std::fs::write(&case.path, text).expect("the case");
        } else if (after.as_str(), became.as_str()) != (case.after.as_str(), case.became.as_str()) {
            wrong.push(format!("{}:\n{after}\n# became\n{became}", case.path.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

/// A step of an address that orders name, below another of lower rank.
fn steps() -> impl Strategy<Value = String> {
    let number = || 1..40u8;
    let letter = || (b'a'..=b'h').prop_map(char::from);
    let article = (number(), prop::option::of(number()), prop::option::of(1..9u8), prop::option::of(letter()))
        .prop_map(|(article, paragraph, part, point)| {
            let mut out = format!("art_{article}");
            out.extend(paragraph.map(|number| format!("/par_{number}")));
            out.extend(part.filter(|_| paragraph.is_some()).map(|place| format!("/sub_{place}")));
            out.extend(point.map(|letter| format!("/pnt_{letter}")));
            out
        });
    let annex =
        (prop::sample::select(&["I", "II", "IV", "XIV"][..]), prop::option::of(number())).prop_map(|(annex, point)| {
            format!("anx_{annex}{}", point.map(|number| format!("/pnt_{number}")).unwrap_or_default())
        });
    prop_oneof![article, annex]
}

proptest! {
    #[test]
    fn an_order_printed_in_its_form_reads_back_as_the_same_order(
        steps in steps(),
        language in prop::sample::select(&Language::ALL[..]),
        form in 0..3usize,
    ) {
        let locator: Locator = steps.parse().expect("an address");
        let cited = citation(&locator, language);
        // In each language: replaced, deleted, words deleted.
        let forms = match language {
            Language::En => ["{} is replaced by the following:", "{} is deleted;", "in {}, the words ‘a lid’ are deleted;"],
            Language::Fr => ["{} est remplacé par le texte suivant:", "{} est supprimé;", "dans {}, les mots «a lid» sont supprimés;"],
            Language::Nl => ["{} wordt vervangen door:", "{} wordt geschrapt;", "in {} worden de woorden “a lid” geschrapt;"],
        };
        let operation = [Operation::Replace, Operation::Delete, Operation::DeleteWords][form];
        let order = forms[form].replace("{}", &cited);
        let act = match language {
            Language::En => "Regulation (EU) 2031/77 is amended as follows:",
            Language::Fr => "Le règlement (UE) 2031/77 est modifié comme suit:",
            Language::Nl => "Verordening (EU) 2031/77 wordt als volgt gewijzigd:",
        };
        let quoted = if form == 0 { "\n      quotation\n        paragraph: ‘New.’" } else { "" };
        let text = format!("article 1: Orders\n  paragraph: {act}\n    point 1: {order}{quoted}");
        let mut version = version("32032R0015", "2032-04-10", &text);
        version.language = language;
        let orders = instructions(&version);
        prop_assert!(orders.unread.is_empty(), "{order}");
        prop_assert_eq!(orders.instructions.len(), 1, "{}", order);
        let read = &orders.instructions[0];
        let path: Vec<String> = read.targets[0].path.iter().map(ToString::to_string).collect();
        prop_assert_eq!((path.join("/"), read.operation), (steps, operation), "{}", order);
    }
}

/// A provision as JSON, by which two are the same to the last byte.
fn bytes(provision: &Provision) -> String {
    serde_json::to_string(provision).expect("a provision")
}

#[test]
fn units_that_no_order_names_stay_as_they_are_to_the_byte() {
    for case in cases().iter().filter(|case| !case.path.to_string_lossy().contains("throughout")) {
        let (base, act) = acts(case);
        let derived = derive(&base, &act, None).version;
        let named = |provision: &Provision| {
            let number = provision.number.as_ref().map(ToString::to_string).unwrap_or_default();
            let name = if provision.kind == Kind::Annex { "Annex" } else { "Article" };
            let words = [format!("{name} {number}"), format!("{name}s {number}"), format!("and {number} are")];
            words.iter().any(|words| case.orders.contains(words.as_str()))
        };
        let units = |version: &Version| version.body.iter().chain(&version.annexes).cloned().collect::<Vec<_>>();
        for unit in units(&base).iter().filter(|unit| !named(unit)) {
            let same = units(&derived).iter().any(|other| bytes(other) == bytes(unit));
            assert!(same, "{}: {:?} changed", case.path.display(), unit.number);
        }
    }
}

#[test]
fn an_act_that_is_applied_already_is_a_conflict() {
    for case in cases() {
        let (base, act) = acts(&case);
        let once = derive(&base, &act, None);
        let twice = derive(&once.version, &act, None);
        for (outcome, before) in twice.applied.outcomes.iter().zip(&once.applied.outcomes) {
            if before.fate == Fate::Done {
                let refused = matches!(&outcome.fate, Fate::Conflict(_));
                assert!(refused, "{}: {} is carried out twice", case.path.display(), outcome.place);
            }
        }
        assert_eq!(printed(&twice.version), printed(&once.version), "{}", case.path.display());
    }
}

#[test]
fn instructions_in_another_order_give_the_same_act_or_a_conflict() {
    for case in cases() {
        let (base, act) = acts(&case);
        let orders = instructions(&act);
        let mut turned = orders.clone();
        turned.instructions.reverse();
        let one = lexdelta::amend::apply(&base, &orders, None);
        let other = lexdelta::amend::apply(&base, &turned, None);
        let clean =
            |applied: &lexdelta::amend::Applied| applied.outcomes.iter().all(|outcome| outcome.fate == Fate::Done);
        if clean(&one) && clean(&other) {
            assert_eq!(printed(&one.version), printed(&other.version), "{}", case.path.display());
        }
        assert_eq!(clean(&one), clean(&other), "{}: a conflict in one order only", case.path.display());
    }
}

#[test]
fn every_new_passage_names_the_instruction_that_put_it_there() {
    for case in cases() {
        let (base, act) = acts(&case);
        let derived = derive(&base, &act, None).version;
        let old: Vec<String> = base.provisions().filter_map(|one| one.text.as_deref().map(comparison_form)).collect();
        for top in derived.body.iter().chain(&derived.annexes) {
            unaccounted(top, &old, false, &case.path);
        }
    }
}

/// Finds words that are new and that neither their provision nor one that it stands in accounts for.
fn unaccounted(provision: &Provision, old: &[String], accounted: bool, path: &Path) {
    let accounted =
        accounted || provision.amended.iter().any(|done| done.act == "32032R0015" && done.instruction.is_some());
    if let Some(text) = &provision.text {
        assert!(accounted || old.contains(&comparison_form(text)), "{}: nobody put '{text}' there", path.display());
    }
    provision.children.iter().for_each(|child| unaccounted(child, old, accounted, path));
}
