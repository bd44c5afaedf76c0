//! One file of the library: its name, its bytes, reading and writing it.

use std::io::Write;
use std::path::Path;

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::error::{LibraryError, Place};
use crate::law::{Date, Language, Stage, Version, Work};

/// The name of a version's file: `2024-07-12.oj.en.json`.
pub(super) fn name(version: &Version) -> String {
    format!("{}.{}.{}.json", version.date, version.stage, version.language)
}

/// Reads date, stage and language from a version's file name; `None` for any other file.
pub(super) fn parse_name(name: &str) -> Option<(Date, Stage, Language)> {
    let mut parts = name.strip_suffix(".json")?.split('.');
    let date = parts.next()?.parse().ok()?;
    let stage = Stage::from_name(parts.next()?)?;
    let language = Language::from_code(parts.next()?)?;
    parts.next().is_none().then_some((date, stage, language))
}

/// The bytes that a value is stored as: pretty JSON in the order of the type's fields, with a line break at the end.
pub(super) fn bytes<T: Serialize>(value: &T) -> Vec<u8> {
    // Neither type has a map with keys that are no strings, which is all that can fail here.
    let mut bytes = serde_json::to_vec_pretty(value).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

pub(super) fn read_bytes(path: &Path) -> Result<Vec<u8>, LibraryError> {
    std::fs::read(path).map_err(|source| LibraryError::Unreadable { path: path.to_owned(), source })
}

fn parse<T: DeserializeOwned>(bytes: &[u8], place: &Place) -> Result<T, LibraryError> {
    serde_json::from_slice(bytes).map_err(|error| {
        let cause = error.to_string();
        // The position has its own place in the message.
        let cause = cause.split(" at line ").next().unwrap_or_default().to_owned();
        LibraryError::Damaged { place: place.clone(), line: error.line(), column: error.column(), cause }
    })
}

pub(super) fn parse_work(bytes: &[u8], place: &Place) -> Result<Work, LibraryError> {
    parse(bytes, place)
}

pub(super) fn parse_version(bytes: &[u8], place: &Place) -> Result<Version, LibraryError> {
    let version: Version = parse(bytes, place)?;
    match version.defects().into_iter().next() {
        Some(defect) => Err(LibraryError::Unsound { place: place.clone(), defect }),
        None => Ok(version),
    }
}

/// Reads a version from a JSON file anywhere.
///
/// # Errors
/// A file that cannot be read, is damaged, or contradicts the model.
pub fn read_version(path: &Path) -> Result<Version, LibraryError> {
    parse_version(&read_bytes(path)?, &Place::File(path.to_owned()))
}

/// Writes a file whole or not at all: to a temporary file beside it, which then takes its name.
pub(super) fn write(path: &Path, bytes: &[u8]) -> Result<(), LibraryError> {
    let folder = path.parent().unwrap_or(Path::new("."));
    let unwritable = |source| LibraryError::Unwritable { path: path.to_owned(), source };
    std::fs::create_dir_all(folder).map_err(unwritable)?;
    let mut file = tempfile::NamedTempFile::new_in(folder).map_err(unwritable)?;
    file.write_all(bytes).and_then(|()| file.as_file().sync_all()).map_err(unwritable)?;
    file.persist(path).map_err(|error| unwritable(error.error))?;
    Ok(())
}

/// The files that have a schema.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SchemaOf {
    /// A version's file.
    Version,
    /// `work.json`.
    Work,
}

/// The JSON Schema of a kind of file, generated from the types that read it.
pub fn schema(of: SchemaOf) -> String {
    let schema = match of {
        SchemaOf::Version => schemars::schema_for!(Version),
        SchemaOf::Work => schemars::schema_for!(Work),
    };
    String::from_utf8(bytes(&schema)).unwrap_or_default()
}
