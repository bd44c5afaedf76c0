//! One file of the library: its name, its bytes, reading and writing it.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use tempfile::NamedTempFile;

use super::error::{LibraryError, Place};
use crate::law::{Date, Defect, FORMAT, Language, Stage, Version, Work};

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

/// A version as its file holds it: the same bytes for the same version.
pub fn to_json(version: &Version) -> Vec<u8> {
    bytes(version)
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

/// Reads a work; `folder` is the name of the folder that it stands in.
pub(super) fn parse_work(bytes: &[u8], place: &Place, folder: &str) -> Result<Work, LibraryError> {
    let work: Work = parse(bytes, place)?;
    if work.format != FORMAT {
        return Err(LibraryError::Unsound { place: place.clone(), defect: Defect::Format { found: work.format } });
    }
    if work.name != folder {
        return Err(LibraryError::Misnamed { place: place.clone(), says: format!("the work '{}'", work.name) });
    }
    Ok(work)
}

/// The file that names the works of a library in their order.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Order {
    #[serde(rename = "format")]
    _format: u32,
    works: Vec<String>,
}

pub(super) fn parse_order(bytes: &[u8], place: &Place) -> Result<Vec<String>, LibraryError> {
    parse::<Order>(bytes, place).map(|order| order.works)
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

/// A file that is written beside its place and has only to take its name.
pub(super) struct Staged {
    path: PathBuf,
    file: NamedTempFile,
}

impl Staged {
    /// Writes the bytes to a temporary file in the folder of `path`, which is made where it is missing.
    pub fn write(path: &Path, bytes: &[u8]) -> io::Result<Staged> {
        // A link keeps pointing where it points: what it leads to is written.
        let path = if path.is_symlink() { path.canonicalize()? } else { path.to_owned() };
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        std::fs::create_dir_all(folder)?;
        let mut file = new_file(folder)?;
        file.write_all(bytes)?;
        file.as_file().sync_all()?;
        Ok(Staged { path, file })
    }

    /// The place that it is for.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Gives the file its name, in place of one that had it.
    pub fn commit(self) -> io::Result<()> {
        self.file.persist(&self.path).map(|_| ()).map_err(|error| error.error)
    }
}

/// A temporary file that, once it has its name, may be read by whoever may read other new files.
fn new_file(folder: &Path) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".lexdelta-");
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder.tempfile_in(folder)
}

/// Writes a file whole or not at all. A device or a pipe is written to as it is.
///
/// # Errors
/// What the system says.
pub fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if path.metadata().is_ok_and(|there| !there.is_file() && !there.is_dir()) {
        return std::fs::write(path, bytes);
    }
    Staged::write(path, bytes)?.commit()
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
