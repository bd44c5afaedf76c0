//! Several versions beside each other.

use lexdelta::diff::{Columns, Position, columns, new_text, old_text};
use lexdelta::law::{Date, Kind, Language, Outline, Version, comparison_form};
use lexdelta::library::Library;
use lexdelta::versions::{Wanted, several};

use crate::commands::output;

const STAGES: [&str; 5] = [
    "ai-act@oj",
    "ai-act+omnibus-ai@proposal",
    "ai-act+omnibus-ai@council-mandate",
    "ai-act+omnibus-ai@parliament-position",
    "ai-act@2026-07-27",
];

fn versions() -> Vec<Version> {
    let library = Library::open(None).expect("the texts that ship");
    let wanted = Wanted {
        languages: vec![Language::En],
        fidelity: None,
        on: Date::new(2026, 11, 24).expect("a day of the calendar"),
    };
    let names: Vec<_> = STAGES.iter().map(|name| name.parse().expect("a name")).collect();
    several(&library, &names, &wanted).expect("every stage")
}

fn all(versions: &[Version], origins: bool) -> Columns {
    let versions: Vec<&Version> = versions.iter().collect();
    columns(&versions, &vec![Vec::new(); versions.len()], origins)
}

#[test]
fn an_article_in_four_stages() {
    insta::assert_snapshot!(output(&[&["columns"], &STAGES[..], &["Article 4"]].concat()));
}

#[test]
fn every_provision_of_every_version_stands_in_one_row_with_its_own_words() {
    let versions = versions();
    let set = all(&versions, false);
    for (column, version) in versions.iter().enumerate() {
        let outline = Outline::of(version);
        let mut places = Vec::new();
        for row in &set.rows {
            let cell = &row.cells[column];
            let Some(place) = &cell.place else { continue };
            places.push(place.clone());
            let provision = outline.get(place).expect("a place of the version").provision;
            if matches!(cell.position, Position::Unknown) || row.kind == Kind::Row {
                continue;
            }
            let own = |text: &Option<String>| text.clone().unwrap_or_default();
            assert_eq!(new_text(&cell.text), own(&provision.text), "{place}");
            assert_eq!(new_text(&cell.heading), own(&provision.heading), "{place}");
            let first = old_text(&row.cells[0].text);
            if cell.position == Position::Changed && row.cells[0].position == Position::First {
                assert_eq!(comparison_form(&old_text(&cell.text)), comparison_form(&first), "{place}");
            }
        }
        let worded = outline.all().iter().filter(|placed| {
            let provision = placed.provision;
            let in_unit = outline.unit_of(placed).is_some();
            in_unit && !provision.is_deleted() && provision.kind != Kind::Cell && provision.text.is_some()
        });
        for placed in worded {
            let count = places.iter().filter(|place| **place == placed.locator).count();
            assert_eq!(count, 1, "{} in {}", placed.locator, version.name());
        }
    }
}

#[test]
fn what_is_not_known_is_never_called_unchanged() {
    let versions = versions();
    let set = all(&versions, false);
    let mut unknown = 0;
    for row in &set.rows {
        for (cell, version) in row.cells.iter().zip(&versions) {
            let place = cell.place.as_ref().unwrap_or(&row.place);
            let is_unknown = version.evidence.unknown_at(place).is_some();
            assert_eq!(cell.position == Position::Unknown, is_unknown, "{place} in {}", version.name());
            assert!(!is_unknown || (!row.agree && cell.text.is_empty()), "{place}");
            unknown += usize::from(is_unknown);
        }
    }
    assert!(unknown > 90, "{unknown} cells are not known");
    // A passage that no version has stands in a row all the same.
    for (version, column) in versions.iter().zip(0..) {
        for place in version.evidence.unknown.iter().flat_map(|one| &one.places) {
            let told = |row: &&lexdelta::diff::Row| {
                place.contains(row.cells[column].place.as_ref().unwrap_or(&row.place))
                    && row.cells[column].position == Position::Unknown
            };
            assert!(set.rows.iter().any(|row| told(&row)), "{place} of {} is in no row", version.name());
        }
    }
}

#[test]
fn every_word_of_the_last_column_is_traced_to_a_column_that_has_it() {
    let versions = versions();
    let set = all(&versions, true);
    let mut traced = [0_usize; STAGES.len() + 1];
    for row in &set.rows {
        let Some((last, earlier)) = row.cells.split_last() else { continue };
        let joined: String = last.took.iter().map(|one| one.text.as_str()).collect();
        assert_eq!(joined, new_text(&last.text), "{}", row.place);
        for one in &last.took {
            let words = one.text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
            let Some(column) = one.column else {
                traced[0] += words.count();
                continue;
            };
            let source = new_text(&earlier[column - 1].text).to_lowercase();
            for word in words {
                assert!(source.contains(&word.to_lowercase()), "{}: '{word}' is not in column {column}", row.place);
                traced[column] += 1;
            }
        }
    }
    assert!(traced[..STAGES.len()].iter().all(|count| *count > 0), "{traced:?}");
}

#[test]
fn rows_of_which_all_agree_are_one_line_unless_asked_for() {
    let two = ["columns", "ai-act@oj", "ai-act@2026-07-27", "50"];
    let short = output(&two);
    assert!(short.contains("Article 50(1) – Article 50(6) – all columns agree"), "{short}");
    let long = output(&[&two[..], &["--unchanged"]].concat());
    assert!(!long.contains("all columns agree") || long.matches("no change").count() > 3, "{long}");
}

#[test]
fn columns_in_every_format() {
    let args = |format: &'static str| {
        [&["columns"], &STAGES[..], &["4", "--format", format, "--last-from", "--agreement"]].concat()
    };
    let html = output(&args("html"));
    for part in ["class=\"unknown\"", "<ins>", "<del>", "<sup>4</sup>", "landscape", "Draft agreement"] {
        assert!(html.contains(part), "{part} is not in the page");
    }
    let markdown = output(&args("md"));
    assert!(
        markdown.lines().filter(|line| line.starts_with("| ")).all(|line| line.matches(" | ").count() >= 6),
        "{markdown}"
    );
    let value: serde_json::Value = serde_json::from_str(&output(&args("json"))).expect("JSON");
    assert_eq!(value["columns"].as_array().map(Vec::len), Some(5));
}

#[test]
fn provisions_are_told_from_versions() {
    let two = |rest: &[&str]| output(&[&["columns", "ai-act@oj", "ai-act@2026-07-27"], rest].concat());
    assert_eq!(two(&["4"]), two(&["--", "Article 4"]));
}
