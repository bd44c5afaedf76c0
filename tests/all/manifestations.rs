//! Formex and the page of one version are the same text.

use std::collections::BTreeSet;

use lexdelta::diff::compare;
use lexdelta::law::Language;

use crate::corpus::{self, Case};

/// Versions whose two files really differ, with the units in which they do. The reasons are in `docs/accuracy.md`.
const REAL_DIFFERENCES: &[(&str, Language, &str)] = &[
    ("32011L0083/2018-07-01", Language::En, "anx_I"),
    ("32011L0083/2018-07-01", Language::En, "anx_II"),
    ("32011L0083/2018-07-01", Language::Fr, "anx_I"),
    ("32011L0083/2018-07-01", Language::Fr, "anx_II"),
    ("32011L0083/2022-05-28", Language::En, "anx_I"),
    ("32011L0083/2022-05-28", Language::Fr, "anx_I"),
    ("32011L0083/2022-05-28", Language::Fr, "anx_II"),
    ("32019R2144/2026-01-07", Language::En, "anx_I"),
    ("32019R2144/2026-01-07", Language::En, "anx_IV"),
    ("32019R2144/2026-01-07", Language::Fr, "anx_I"),
    ("32019R2144/2026-08-02", Language::En, "anx_I"),
    ("32019R2144/2026-08-02", Language::En, "anx_IV"),
    ("32019R2144/2026-08-02", Language::Fr, "anx_I"),
];

#[test]
fn formex_and_page_of_one_version_compare_as_equal() {
    let cases = corpus::cases("manifestations");
    let mut pairs = 0;
    let mut folders = BTreeSet::new();
    let mut found = BTreeSet::new();
    for formex in cases.iter().filter(|case| case.is_formex()) {
        for page in cases.iter().filter(|case| !case.is_formex() && is_same_version(case, formex)) {
            let (Some(formex_version), Some(page_version)) = (formex.version(), page.version()) else { continue };
            pairs += 1;
            folders.insert(page.folder());
            for unit in compare(formex_version, page_version).units {
                let locator = unit.locator().map(ToString::to_string).unwrap_or_default();
                found.insert((page.folder(), page_version.language, locator));
            }
        }
    }
    if cases.is_empty() {
        return;
    }
    let known: BTreeSet<_> = REAL_DIFFERENCES
        .iter()
        .map(|(folder, language, unit)| ((*folder).to_owned(), *language, (*unit).to_owned()))
        .collect();
    assert_eq!(found, known);
    // One consolidation is of a repealed act, and its page holds no text.
    assert_eq!((folders.len(), pairs), (38, 76));
}

fn is_same_version(page: &Case, formex: &Case) -> bool {
    let of = |case: &Case| case.version().map(|version| (version.name(), version.language));
    page.folder() == formex.folder() && of(page) == of(formex)
}

#[test]
fn formex_and_page_have_the_same_provisions_with_the_same_wording() {
    let Some((_, _)) = corpus::ai_acts("manifestations", Language::En) else { return };
    for folder in ["32024R1689/2024-06-13", "32024R1689/2026-07-27"] {
        let cases = corpus::cases("manifestations").iter().filter(|case| case.folder() == folder);
        let english = cases.filter(|case| case.version().is_some_and(|version| version.language == Language::En));
        let versions: Vec<_> = english.filter_map(Case::version).collect();
        assert!(versions.len() >= 2, "{folder}");
        for other in &versions[1..] {
            let (all, others) = (versions[0].provisions().count(), other.provisions().count());
            assert_eq!(all, others, "{folder}");
            assert!(compare(versions[0], other).is_empty(), "{folder}");
        }
    }
}
