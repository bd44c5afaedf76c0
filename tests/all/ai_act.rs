//! The AI Act of 2024 and of 27 July 2026: what the program exists for.

use std::collections::BTreeSet;

use lexdelta::diff::{NotCompared, ReadingKind, What, compare};
use lexdelta::law::{Kind, Language, Outline, Version};

use crate::{corpus, marks};

fn count(version: &Version, kind: Kind) -> usize {
    let outline = Outline::of(version);
    let units = outline.all().iter().filter(|placed| placed.provision.kind == kind && !placed.provision.is_deleted());
    // Articles that the act quotes from other acts are not its own.
    units.filter(|placed| placed.locator.segments().len() == 1).count()
}

#[test]
fn the_act_has_its_recitals_articles_and_annexes() {
    for language in Language::ALL {
        let Some(old) = corpus::version("AI Act", "32024R1689/2024-06-13", language) else { return };
        let counts = [Kind::Recital, Kind::Article, Kind::Annex].map(|kind| count(old, kind));
        assert_eq!(counts, [180, 113, 13], "{language}");
    }
    for language in [Language::En, Language::Fr] {
        let Some(new) = corpus::version("AI Act", "32024R1689/2026-07-27", language) else { return };
        assert_eq!([Kind::Article, Kind::Annex].map(|kind| count(new, kind)), [119, 14], "{language}");
        let outline = Outline::of(new);
        for article in ["art_4a", "art_60a", "art_75a", "art_75b", "art_75c", "art_75d"] {
            assert!(outline.get(&article.parse().expect("a locator")).is_some(), "{language}: {article}");
        }
    }
}

#[test]
fn the_changed_units_are_the_45_that_the_consolidation_marks() {
    for language in [Language::En, Language::Fr] {
        let Some((old, new)) = corpus::ai_acts("AI Act", language) else { return };
        let changes = compare(old, new);
        let units = |what: What| changes.units.iter().filter(move |unit| unit.what == what);
        let names =
            |what: What| units(what).filter_map(|unit| unit.locator()).map(ToString::to_string).collect::<Vec<_>>();
        assert_eq!(names(What::Modified).len(), 38, "{language}");
        assert_eq!(
            names(What::New),
            ["art_4a", "art_60a", "art_75a", "art_75b", "art_75c", "art_75d", "anx_XIV"],
            "{language}"
        );
        let all: BTreeSet<String> =
            changes.units.iter().filter_map(|unit| unit.locator()).map(ToString::to_string).collect();
        assert_eq!(all.len(), 45);
        assert_eq!(all, marks::touched(new, "32026R1744"), "{language}");
        assert_eq!(changes.not_compared, [NotCompared::Recitals, NotCompared::Footnotes], "{language}");
    }
}

#[test]
fn the_new_dates_of_application_are_read_from_article_113() {
    for language in [Language::En, Language::Fr] {
        let Some((old, new)) = corpus::ai_acts("AI Act", language) else { return };
        let changes = compare(old, new);
        let article =
            changes.units.iter().find(|unit| unit.locator().is_some_and(|locator| locator.to_string() == "art_113"));
        let readings = article.expect("Article 113 changed").changes.iter().flat_map(|change| &change.readings);
        let dates = readings.filter(|reading| reading.kind == ReadingKind::Date);
        let added: BTreeSet<&str> =
            dates.filter_map(|reading| reading.added.as_ref()).map(|span| span.value.as_str()).collect();
        assert_eq!(added, BTreeSet::from(["2026-07-27", "2026-12-02", "2027-12-02", "2028-08-02"]), "{language}");
    }
}

#[test]
fn each_change_names_the_instruction_that_made_it() {
    let Some((old, new)) = corpus::ai_acts("AI Act", Language::En) else { return };
    for unit in &compare(old, new).units {
        for change in &unit.changes {
            let made_by = &change.made_by;
            let from_the_omnibus = !made_by.is_empty() && made_by.iter().all(|made| made.act == "32026R1744");
            assert!(from_the_omnibus, "{:?}: {made_by:?}", change.locator());
        }
    }
}

#[test]
fn wording_that_went_to_another_article_is_followed() {
    let Some((old, new)) = corpus::ai_acts("AI Act", Language::En) else { return };
    let changes = compare(old, new);
    let all = || changes.units.iter().flat_map(|unit| &unit.changes);
    let elsewhere = |what: What, locator: &str| {
        let change =
            all().find(|change| change.what == what && change.locator().is_some_and(|own| own.to_string() == locator));
        change.and_then(|change| change.elsewhere.as_ref()).map(ToString::to_string)
    };
    assert_eq!(elsewhere(What::Deleted, "art_10/par_5/pnt_a").as_deref(), Some("art_4a/par_1/pnt_a"));
    assert_eq!(elsewhere(What::New, "art_4a/par_1/pnt_a").as_deref(), Some("art_10/par_5/pnt_a"));
}
