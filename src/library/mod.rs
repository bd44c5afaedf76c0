//! The library on disk: works and versions as JSON, compiled in and the user's own over it.

mod consistency;
mod error;
mod file;
mod layer;
mod verify;

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

pub use consistency::Inconsistency;
pub use error::{LibraryError, Place};
pub use file::{SchemaOf, read_version, schema, to_json, write_whole};
pub use verify::{Verified, verify};

use serde::Serialize;

use crate::law::{Celex, Date, Language, Stage, Version, Work, version_name};
use layer::Layer;

/// Works and versions, from the compiled-in texts and from a user's folder over them.
#[derive(Debug)]
pub struct Library {
    layers: Vec<Layer>,
    folder: Option<PathBuf>,
}

/// A version that the library holds, known from its file's name; see [`Library::load`].
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Entry {
    /// The short name of the work.
    pub work: String,
    /// The version's date.
    pub date: Date,
    /// The version's stage.
    pub stage: Stage,
    /// The version's language.
    pub language: Language,
    /// Where it is kept.
    pub place: Place,
}

impl Entry {
    /// The name that the command line knows the version by; see [`version_name`].
    pub fn name(&self) -> String {
        version_name(&self.work, self.date, self.stage)
    }
}

/// What storing a version did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stored {
    /// The library did not have it.
    New,
    /// The library had the same.
    Unchanged,
    /// It took the place of another text of the same version.
    Replaced,
    /// The library has a text of the same version from another file, with the same wording, and kept it.
    SameWording,
}

/// What storing a version at a path is to do.
fn outcome(path: &Path, version: &Version, bytes: &[u8], replace: bool) -> Result<Stored, LibraryError> {
    let there = match std::fs::read(path) {
        Ok(there) => there,
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => return Ok(Stored::New),
        Err(source) => return Err(LibraryError::Unreadable { path: path.to_owned(), source }),
    };
    if there == bytes {
        return Ok(Stored::Unchanged);
    }
    if replace {
        return Ok(Stored::Replaced);
    }
    let place = Place::File(path.to_owned());
    let known = file::parse_version(&there, &place)?;
    let sum = |version: &Version| version.source.import.as_ref().map(|record| record.sha256.clone());
    if sum(&known).is_some() && sum(&known) == sum(version) {
        return Ok(Stored::Replaced);
    }
    if known.has_wording_of(version) {
        return Ok(Stored::SameWording);
    }
    Err(LibraryError::Different { place, version: version.name() })
}

/// The layers, those that are laid over others last.
fn layers(folder: Option<&Path>) -> Vec<Layer> {
    let mut layers = vec![layer::built_in()];
    layers.extend(folder.filter(|folder| folder.exists()).map(layer::on_disk));
    layers
}

/// Whether a text can be the short name of a work: lower-case letters, digits and hyphens, a letter first.
pub fn is_work_name(name: &str) -> bool {
    let sound = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    name.starts_with(|first: char| first.is_ascii_lowercase()) && name.bytes().all(sound)
}

impl Library {
    /// Opens the compiled-in texts with a user's folder over them. The folder need not exist.
    ///
    /// # Errors
    /// A folder that cannot be listed, a damaged `work.json`.
    pub fn open(folder: Option<&Path>) -> Result<Library, LibraryError> {
        let mut layers = layers(folder);
        let fault = layers.iter_mut().find_map(|layer| layer.faults.drain(..).next());
        match fault {
            Some(fault) => Err(fault),
            None => Ok(Library { layers, folder: folder.map(Path::to_owned) }),
        }
    }

    /// The works, those compiled in first. A user's `work.json` takes the place of the compiled-in one; where a user's
    /// library knows an act under another name, as one imported before its name was known, the first name counts.
    pub fn works(&self) -> Vec<&Work> {
        let mut works: Vec<&Work> = Vec::new();
        for work in self.all_works() {
            match works.iter_mut().find(|known| known.celex == work.celex) {
                Some(known) if known.name == work.name => *known = work,
                Some(_) => {}
                None => works.push(work),
            }
        }
        works
    }

    fn all_works(&self) -> impl Iterator<Item = &Work> {
        self.layers.iter().flat_map(|layer| &layer.works)
    }

    /// The short names of the works of which it has a text.
    pub fn with_texts(&self) -> Vec<String> {
        let works = self.works().into_iter().filter(|work| !self.entries(&work.name).is_empty());
        works.map(|work| work.name.clone()).collect()
    }

    /// The work with that short name or CELEX number.
    pub fn work(&self, name: &str) -> Option<&Work> {
        let known = self.all_works().find(|work| work.answers_to(name))?;
        self.work_of(&known.celex)
    }

    /// The work with that CELEX number.
    pub fn work_of(&self, celex: &Celex) -> Option<&Work> {
        self.works().into_iter().find(|work| work.celex == *celex)
    }

    /// The versions of a work in order of date, stage and language; the compiled-in before the user's.
    pub fn entries(&self, work: &str) -> Vec<&Entry> {
        let celex = self.work(work).map(|work| &work.celex);
        let mut folders: Vec<&str> =
            self.all_works().filter(|other| Some(&other.celex) == celex).map(|other| other.name.as_str()).collect();
        folders.push(work);
        let all = self.layers.iter().flat_map(|layer| &layer.entries);
        let mut entries: Vec<&Entry> = all.filter(|entry| folders.contains(&entry.work.as_str())).collect();
        entries.sort_by_key(|entry| (entry.date, entry.stage, entry.language, &entry.place, &entry.work));
        entries
    }

    /// Reads a version.
    ///
    /// # Errors
    /// A file that cannot be read, is damaged, or contradicts the model or its own name.
    pub fn load(&self, entry: &Entry) -> Result<Version, LibraryError> {
        let bytes = match &entry.place {
            Place::BuiltIn(name) => layer::built_in_file(name).unwrap_or_default().to_vec(),
            Place::File(path) => file::read_bytes(path)?,
        };
        let version = file::parse_version(&bytes, &entry.place)?;
        let named = (&version.work, version.date, version.stage, version.language);
        if named != (&entry.work, entry.date, entry.stage, entry.language) {
            return Err(LibraryError::Misnamed {
                place: entry.place.clone(),
                says: format!("{} ({})", version.name(), version.language),
            });
        }
        Ok(version)
    }

    /// Stores versions in the user's folder, all or none; a work that the library does not know gets a `work.json`
    /// there. A text that was imported from the same file by an older importer is replaced, one of another file with the
    /// same wording stays.
    ///
    /// # Errors
    /// No folder, a folder that cannot be written, another text of the same version when `replace` is not set.
    pub fn store(&self, versions: &[(&Version, &Work)], replace: bool) -> Result<Vec<Stored>, LibraryError> {
        let folder = self.folder.as_deref().ok_or(LibraryError::NoFolder)?;
        let mut done = Vec::new();
        let mut staged = Vec::new();
        let mut new_works: Vec<&str> = Vec::new();
        let mut stage = |path: PathBuf, bytes: &[u8]| {
            let written = file::Staged::write(&path, bytes);
            staged.push(written.map_err(|source| LibraryError::Unwritable { path, source })?);
            Ok::<_, LibraryError>(())
        };
        for (version, work) in versions {
            let path = folder.join(&version.work).join(file::name(version));
            let bytes = file::bytes(*version);
            let stored = outcome(&path, version, &bytes, replace)?;
            done.push(stored);
            if matches!(stored, Stored::Unchanged | Stored::SameWording) {
                continue;
            }
            if self.work(&work.name).is_none() && !new_works.contains(&work.name.as_str()) {
                new_works.push(&work.name);
                stage(folder.join(&work.name).join("work.json"), &file::bytes(*work))?;
            }
            stage(path, &bytes)?;
        }
        for file in staged {
            let path = file.path().to_owned();
            file.commit().map_err(|source| LibraryError::Unwritable { path, source })?;
        }
        Ok(done)
    }

    /// The user's folder.
    pub fn folder(&self) -> Option<&Path> {
        self.folder.as_deref()
    }
}
