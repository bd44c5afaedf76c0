//! Each transition of the corpus: one version, one amending act, the next version.

use std::collections::BTreeSet;

use lexdelta::diff::{ChangeSet, compare};
use lexdelta::law::Language;
use serde::Deserialize;

use crate::{corpus, marks};

#[derive(Debug, Deserialize)]
struct Transition {
    before: String,
    after: String,
    amending: String,
}

/// A unit where comparison and marks are known to disagree, and which of the two names it.
struct Disagreement {
    after: &'static str,
    unit: &'static str,
    named_by: NamedBy,
}

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Clone, Copy)]
enum NamedBy {
    Comparison,
    Marks,
}

/// The reasons are in `docs/accuracy.md`.
const DISAGREEMENTS: &[Disagreement] = &[
    // Instructions of earlier acts that apply from the same day.
    Disagreement { after: "32006L0112/2011-01-01", unit: "art_53", named_by: NamedBy::Comparison },
    Disagreement { after: "32006L0112/2011-01-01", unit: "art_54", named_by: NamedBy::Comparison },
    Disagreement { after: "32006L0112/2011-01-01", unit: "art_111", named_by: NamedBy::Comparison },
    Disagreement { after: "32006L0112/2011-01-01", unit: "art_127", named_by: NamedBy::Comparison },
    // The page of 2011 shows less of the structure of these annexes than the Formex of 2018.
    Disagreement { after: "32011L0083/2018-07-01", unit: "anx_I", named_by: NamedBy::Comparison },
    Disagreement { after: "32011L0083/2018-07-01", unit: "anx_II", named_by: NamedBy::Comparison },
    // Corrigenda taken up with the amending act.
    Disagreement { after: "32023R1114/2024-01-09", unit: "art_45", named_by: NamedBy::Comparison },
    Disagreement { after: "32023R1114/2024-01-09", unit: "art_81", named_by: NamedBy::Comparison },
    Disagreement { after: "32023R1114/2024-01-09", unit: "art_92", named_by: NamedBy::Comparison },
    Disagreement { after: "32023R1114/2024-01-09", unit: "art_111", named_by: NamedBy::Comparison },
    Disagreement { after: "32024L1760/2025-04-17", unit: "art_6", named_by: NamedBy::Comparison },
    // A full stop that no mark accounts for.
    Disagreement { after: "32023R1115/2025-12-26", unit: "art_12", named_by: NamedBy::Comparison },
];

/// A corrigendum that replaced the whole French text, article by article.
const CORRECTED_WHOLE: (&str, Language) = ("32024L1760/2025-04-17", Language::Fr);

/// An act that was repealed whole: every unit carries the mark, and the text stands as it was.
const REPEALED: &str = "32000R1346/2017-06-26";

#[test]
fn the_units_that_changed_are_those_that_the_consolidation_marks() {
    let Some(folder) = corpus::folder_for("transitions") else { return };
    let list = std::fs::read_to_string(folder.join("transitions.json")).expect("the list of transitions");
    let transitions: Vec<Transition> = serde_json::from_str(&list).expect("the list of transitions");
    assert_eq!(transitions.len(), 27);
    let mut found = BTreeSet::new();
    for transition in &transitions {
        for language in [Language::En, Language::Fr] {
            let versions =
                [&transition.before, &transition.after].map(|of| corpus::version("transitions", of, language));
            let [Some(before), Some(after)] = versions else {
                panic!("{transition:?}: not in the corpus in {language}")
            };
            if transition.after == REPEALED {
                let repealed = after.repealed_by().map(|done| done.act.as_str());
                assert_eq!((repealed, compare(before, after).is_empty()), (Some("32015R0848"), true), "{language}");
                continue;
            }
            let act = transition.amending.split('/').next().unwrap_or_default();
            let (changed, marked) = (changed(&compare(before, after)), marks::touched(after, act));
            let named = |by: NamedBy, units: &BTreeSet<String>, other: &BTreeSet<String>| {
                units.difference(other).map(|unit| (transition.after.clone(), unit.clone(), by)).collect::<Vec<_>>()
            };
            if (transition.after.as_str(), language) == CORRECTED_WHOLE {
                let corrected = marks::touched_by(after, |act| act.is_corrigendum());
                assert!(marked.is_subset(&changed) && changed.is_subset(&corrected.union(&marked).cloned().collect()));
                continue;
            }
            found.extend(named(NamedBy::Comparison, &changed, &marked));
            found.extend(named(NamedBy::Marks, &marked, &changed));
        }
    }
    let known: BTreeSet<_> =
        DISAGREEMENTS.iter().map(|known| (known.after.to_owned(), known.unit.to_owned(), known.named_by)).collect();
    let report =
        |pairs: Vec<&(String, String, NamedBy)>| pairs.iter().map(|pair| format!("{pair:?}\n")).collect::<String>();
    assert_eq!(report(found.difference(&known).collect()), "", "disagreements that are not in the list");
    assert_eq!(report(known.difference(&found).collect()), "", "listed disagreements that are none any more");
}

fn changed(changes: &ChangeSet) -> BTreeSet<String> {
    // A unit that moved is named by both places.
    changes.units.iter().flat_map(|unit| [&unit.old, &unit.new]).flatten().map(ToString::to_string).collect()
}
