//! The digests that ship: sound, in our own words, and true to the official texts.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use lexdelta::diff::compare;
use lexdelta::law::{Fidelity, Kind, Language, Outline, Stage, Version};
use lexdelta::library::{Library, read_version, to_json, verify};
use lexdelta::versions::unfit;

use crate::grounding::days;
use crate::{corpus, council};

pub fn digests() -> Vec<Version> {
    let library = Library::open(None).expect("the compiled-in texts are sound");
    let works = library.works();
    let entries = works.iter().flat_map(|work| library.entries(&work.name));
    entries.map(|entry| library.load(entry).expect("a sound text")).collect()
}

#[test]
fn the_compiled_in_texts_are_sound_digests() {
    let verified = verify(None);
    assert!(verified.faults.is_empty(), "{:?}", verified.faults);
    let library = Library::open(None).expect("the compiled-in texts are sound");
    assert_eq!(unfit(&library), [], "every order has its target");
    for version in digests() {
        assert_eq!(version.fidelity, Fidelity::Digest, "{}: official wording is never shipped", version.name());
        let grounded = !version.source.checked_against.is_empty() || !version.evidence.is_empty();
        assert!(version.source.import.is_none() && grounded, "{}", version.name());
    }
}

#[test]
fn the_files_are_in_the_form_that_the_program_writes() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("texts");
    for version in digests() {
        let name = format!("{}/{}.{}.{}.json", version.work, version.date, version.stage, version.language);
        let path = folder.join(&name);
        if std::env::var_os("LEXDELTA_UPDATE").is_some() {
            std::fs::write(&path, to_json(&read_version(&path).expect("a sound text"))).expect("written");
        }
        assert_eq!(
            std::fs::read(&path).expect("a text"),
            to_json(&read_version(&path).expect("a sound text")),
            "{name}"
        );
    }
}

/// The official text of the same version, where the corpus has one.
pub fn official(test: &str, digest: &Version) -> Option<&'static Version> {
    let folder = match (digest.work.as_str(), digest.stage) {
        ("ai-act", Stage::Oj) => "32024R1689/2024-06-13",
        ("ai-act", Stage::Consolidated) => "32024R1689/2026-07-27",
        ("omnibus-ai", Stage::Oj) => "32026R1744/2026-07-08",
        ("omnibus-ai", Stage::Adopted) => return council::adopted_once(test),
        _ => return None,
    };
    corpus::version(test, folder, digest.language)
}

fn units(version: &Version) -> BTreeSet<String> {
    let outline = Outline::of(version);
    let units = outline.all().iter().filter(|placed| matches!(placed.provision.kind, Kind::Article | Kind::Annex));
    units.map(|placed| placed.locator.to_string()).collect()
}

#[test]
fn a_digested_unit_has_every_provision_of_the_official_one() {
    for digest in digests() {
        let Some(official) = official("texts", &digest) else { continue };
        let (of_digest, of_official) = (Outline::of(&digest), Outline::of(official));
        for unit in units(&digest) {
            let unit = unit.parse().expect("a locator");
            let addresses = |outline: &Outline<'_>| {
                outline.from(&unit).iter().map(|placed| placed.locator.to_string()).collect::<Vec<_>>()
            };
            assert_eq!(addresses(&of_digest), addresses(&of_official), "{}", digest.name());
        }
    }
}

#[test]
fn every_date_of_the_official_wording_is_in_the_digest_and_no_other() {
    for digest in digests() {
        let Some(official) = official("texts", &digest) else { continue };
        let covered = units(&digest);
        let dated = |version: &Version| {
            let outline = Outline::of(version);
            let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
            for placed in outline.all() {
                let unit = outline.unit_of(placed).map(|unit| unit.locator.to_string());
                if unit.is_none_or(|unit| !covered.contains(&unit)) {
                    continue;
                }
                let days = days(placed, version.language);
                if !days.is_empty() {
                    found.insert(placed.locator.to_string(), days);
                }
            }
            found
        };
        assert_eq!(dated(&digest), dated(official), "{}", digest.name());
    }
}

#[test]
fn digests_and_official_texts_agree_on_which_units_changed() {
    let Some((old, new)) = corpus::ai_acts("texts", Language::En) else { return };
    let all = digests();
    let digest = |year: i16| {
        let of_year = |version: &&Version| {
            version.date.year() == year
                && version.language == Language::En
                && matches!(version.stage, Stage::Oj | Stage::Consolidated)
        };
        all.iter().filter(|version| version.work == "ai-act").find(of_year).expect("an English digest of each year")
    };
    let covered = units(digest(2026));
    let changed = |old: &Version, new: &Version| {
        let changes = compare(old, new).units;
        let names = changes.iter().filter_map(|unit| unit.locator()).map(ToString::to_string);
        names.filter(|unit| covered.contains(unit)).collect::<BTreeSet<_>>()
    };
    assert_eq!(changed(digest(2024), digest(2026)), changed(old, new));
}
