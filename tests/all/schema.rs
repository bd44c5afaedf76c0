//! The schemas that are shipped are those of the types, and what the program writes and ships fits them.

use std::path::{Path, PathBuf};

use lexdelta::law::Language;
use lexdelta::library::{SchemaOf, schema, to_json};

use crate::corpus;

fn shipped(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/schema").join(name)
}

#[test]
fn the_shipped_schemas_are_those_of_the_types() {
    for (of, name) in [(SchemaOf::Version, "version.schema.json"), (SchemaOf::Work, "work.schema.json")] {
        let path = shipped(name);
        // LEXDELTA_UPDATE=1 writes them anew after a change of the types.
        if std::env::var_os("LEXDELTA_UPDATE").is_some() {
            std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder for schemas");
            std::fs::write(&path, schema(of)).expect("a schema");
        }
        let there = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(
            there == schema(of),
            "{}: differs from the types; LEXDELTA_UPDATE=1 cargo test writes it",
            path.display()
        );
    }
}

#[test]
fn the_texts_that_ship_fit_the_schemas() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("texts");
    let mut checked = 0;
    for folder in std::fs::read_dir(root)
        .expect("texts/")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.is_dir())
    {
        for file in std::fs::read_dir(folder).expect("a work").map(|entry| entry.expect("an entry").path()) {
            let of = if file.ends_with("work.json") { SchemaOf::Work } else { SchemaOf::Version };
            let text = std::fs::read_to_string(&file).expect("a text");
            assert_eq!(errors(of, &text), "", "{}", file.display());
            checked += 1;
        }
    }
    assert!(checked >= 4);
}

#[test]
fn imported_versions_fit_the_schema() {
    for language in Language::ALL {
        let Some(version) = corpus::version("schema", "32024R1689/2024-06-13", language) else { return };
        let text = String::from_utf8(to_json(version)).expect("JSON is UTF-8");
        assert_eq!(errors(SchemaOf::Version, &text), "", "{language}");
    }
}

#[test]
fn a_file_with_an_unknown_field_fits_no_schema() {
    let text = r#"{"format": 1, "name": "x", "celex": "32024R0001", "kind": "regulation", "colour": "blue"}"#;
    assert!(errors(SchemaOf::Work, text).contains("colour"));
}

fn errors(of: SchemaOf, text: &str) -> String {
    let schema = serde_json::from_str(&schema(of)).expect("a schema is JSON");
    let validator = jsonschema::validator_for(&schema).expect("a sound schema");
    let value = serde_json::from_str(text).expect("JSON");
    validator.iter_errors(&value).take(3).map(|error| format!("{error} at {}\n", error.instance_path())).collect()
}
