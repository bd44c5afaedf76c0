//! The library on disk: works and versions as JSON, compiled in and the user's own over it.

mod error;
mod file;
mod layer;
mod verify;

use std::path::{Path, PathBuf};

pub use error::{LibraryError, Place};
pub use file::{read_version, schema, SchemaOf};
pub use verify::{Fault, verify};

use crate::law::{Celex, Date, Language, Stage, Version, Work};
use layer::Layer;

/// Works and versions, from the compiled-in texts and from a user's folder over them.
#[derive(Debug)]
pub struct Library {
    layers: Vec<Layer>,
    folder: Option<PathBuf>,
}

/// A version that the library holds, known from its file's name; see [`Library::load`].
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
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

/// What storing a version did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stored {
    /// The library did not have it.
    New,
    /// The library had the same.
    Unchanged,
    /// It took the place of another text of the same version.
    Replaced,
}

impl Library {
    /// Opens the compiled-in texts with a user's folder over them. The folder need not exist.
    ///
    /// # Errors
    /// A folder that cannot be listed, a damaged `work.json`.
    pub fn open(folder: Option<&Path>) -> Result<Library, LibraryError> {
        let mut layers = vec![layer::built_in()?];
        if let Some(folder) = folder.filter(|folder| folder.exists()) {
            layers.push(layer::on_disk(folder)?);
        }
        Ok(Library { layers, folder: folder.map(Path::to_owned) })
    }

    /// The works, those compiled in first. A user's `work.json` takes the place of the compiled-in one.
    pub fn works(&self) -> Vec<&Work> {
        let mut works: Vec<&Work> = Vec::new();
        for work in self.layers.iter().flat_map(|layer| &layer.works) {
            match works.iter_mut().find(|known| known.name == work.name) {
                Some(known) => *known = work,
                None => works.push(work),
            }
        }
        works
    }

    /// The work with that short name or CELEX number.
    pub fn work(&self, name: &str) -> Option<&Work> {
        self.works().into_iter().find(|work| work.answers_to(name))
    }

    /// The work with that CELEX number.
    pub fn work_of(&self, celex: &Celex) -> Option<&Work> {
        self.works().into_iter().find(|work| work.celex == *celex)
    }

    /// The versions of a work in order of date, stage and language; the compiled-in before the user's.
    pub fn entries(&self, work: &str) -> Vec<&Entry> {
        let all = self.layers.iter().flat_map(|layer| &layer.entries);
        let mut entries: Vec<&Entry> = all.filter(|entry| entry.work == work).collect();
        entries.sort();
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

    /// Stores a version in the user's folder; its work gets a `work.json` there if the library does not know it.
    ///
    /// # Errors
    /// No folder, a folder that cannot be written, another text of the same version when `replace` is not set.
    pub fn store(&self, version: &Version, work: &Work, replace: bool) -> Result<Stored, LibraryError> {
        let folder = self.folder.as_deref().ok_or(LibraryError::NoFolder)?.join(&version.work);
        let path = folder.join(file::name(version));
        let bytes = file::bytes(version);
        let stored = match std::fs::read(&path) {
            Ok(there) if there == bytes => return Ok(Stored::Unchanged),
            Ok(_) if !replace => return Err(LibraryError::Different { place: Place::File(path), version: version.name() }),
            Ok(_) => Stored::Replaced,
            Err(_) => Stored::New,
        };
        if self.work(&work.name).is_none() {
            file::write(&folder.join("work.json"), &file::bytes(work))?;
        }
        file::write(&path, &bytes)?;
        Ok(stored)
    }

    /// The user's folder.
    pub fn folder(&self) -> Option<&Path> {
        self.folder.as_deref()
    }

    fn layers(&self) -> &[Layer] {
        &self.layers
    }
}
