//! Each transition of the corpus: one version, one amending act, the next version.

use std::collections::BTreeSet;

use lexdelta::diff::{ChangeSet, compare};
use lexdelta::law::Language;
use serde::Deserialize;

use crate::{corpus, marks};

/// A version, an amending act and the next version, by their folders.
#[derive(Debug, Deserialize)]
pub struct Transition {
    pub before: String,
    pub after: String,
    pub amending: String,
}

/// The transitions of the corpus; none without one.
pub fn transitions(test: &str) -> Option<Vec<Transition>> {
    let folder = corpus::folder_for(test)?;
    let list = std::fs::read_to_string(folder.join("transitions.json")).expect("the list of transitions");
    Some(serde_json::from_str(&list).expect("the list of transitions"))
}

/// Units that the comparison names and no mark, by the version and their address. The reasons are in `docs/accuracy.md`.
const WITHOUT_MARK: &[(&str, &str)] = &[
    // Instructions of earlier acts that apply from the same day.
    ("32006L0112/2011-01-01", "art_53"),
    ("32006L0112/2011-01-01", "art_54"),
    ("32006L0112/2011-01-01", "art_111"),
    ("32006L0112/2011-01-01", "art_127"),
    // The page of 2011 shows less of the structure of these annexes than the Formex of 2018.
    ("32011L0083/2018-07-01", "anx_I"),
    ("32011L0083/2018-07-01", "anx_II"),
    // Corrigenda taken up with the amending act.
    ("32023R1114/2024-01-09", "art_45"),
    ("32023R1114/2024-01-09", "art_81"),
    ("32023R1114/2024-01-09", "art_92"),
    ("32023R1114/2024-01-09", "art_111"),
    ("32024L1760/2025-04-17", "art_6"),
    // A full stop that no mark accounts for.
    ("32023R1115/2025-12-26", "art_12"),
];

/// A corrigendum that replaced the whole French text, article by article.
const CORRECTED_WHOLE: (&str, Language) = ("32024L1760/2025-04-17", Language::Fr);

/// An act that was repealed whole: every unit carries the mark, and the text stands as it was.
const REPEALED: &str = "32000R1346/2017-06-26";

#[test]
fn the_units_that_changed_are_those_that_the_consolidation_marks() {
    let Some(transitions) = transitions("transitions") else { return };
    assert_eq!(transitions.len(), 27);
    let mut without_mark = BTreeSet::new();
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
            if (transition.after.as_str(), language) == CORRECTED_WHOLE {
                let corrected = marks::touched_by(after, |act| act.is_corrigendum());
                assert!(marked.is_subset(&changed) && changed.is_subset(&corrected.union(&marked).cloned().collect()));
                continue;
            }
            let unchanged: Vec<&String> = marked.difference(&changed).collect();
            assert!(unchanged.is_empty(), "{} in {language}: marked and not changed: {unchanged:?}", transition.after);
            without_mark.extend(changed.difference(&marked).map(|unit| (transition.after.clone(), unit.clone())));
        }
    }
    let known: BTreeSet<_> =
        WITHOUT_MARK.iter().map(|(after, unit)| ((*after).to_owned(), (*unit).to_owned())).collect();
    let report = |pairs: Vec<&(String, String)>| pairs.iter().map(|pair| format!("{pair:?}\n")).collect::<String>();
    assert_eq!(report(without_mark.difference(&known).collect()), "", "disagreements that are not in the list");
    assert_eq!(report(known.difference(&without_mark).collect()), "", "listed disagreements that are none any more");
}

fn changed(changes: &ChangeSet) -> BTreeSet<String> {
    // A unit that moved is named by both places.
    changes.units.iter().flat_map(|unit| [&unit.old, &unit.new]).flatten().map(ToString::to_string).collect()
}
