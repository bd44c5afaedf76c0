//! One layer of the library: a folder per work.

use std::path::Path;

use include_dir::{Dir, include_dir};

use super::Entry;
use super::error::{LibraryError, Place};
use super::file;
use crate::law::Work;

static TEXTS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/texts");

/// Works with their versions' files, which are not read yet.
#[derive(Debug, Default)]
pub(super) struct Layer {
    pub works: Vec<Work>,
    pub entries: Vec<Entry>,
}

/// The compiled-in texts.
pub(super) fn built_in() -> Result<Layer, LibraryError> {
    let mut layer = Layer::default();
    for folder in TEXTS.dirs() {
        for found in folder.files() {
            let name = found.path().to_string_lossy().into_owned();
            let work = folder.path().to_string_lossy().into_owned();
            layer.add(&work, Place::BuiltIn(name), || Ok(found.contents().to_vec()))?;
        }
    }
    Ok(layer)
}

/// A compiled-in file.
pub(super) fn built_in_file(name: &str) -> Option<&'static [u8]> {
    TEXTS.get_file(name).map(|file| file.contents())
}

/// A user's folder.
pub(super) fn on_disk(folder: &Path) -> Result<Layer, LibraryError> {
    let mut layer = Layer::default();
    for work in sorted(folder)?.into_iter().filter(|path| path.is_dir()) {
        let name = work.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        for path in sorted(&work)?.into_iter().filter(|path| path.is_file()) {
            let read = || file::read_bytes(&path);
            layer.add(&name, Place::File(path.clone()), read)?;
        }
    }
    Ok(layer)
}

fn sorted(folder: &Path) -> Result<Vec<std::path::PathBuf>, LibraryError> {
    let unreadable = |source| LibraryError::Unreadable { path: folder.to_owned(), source };
    let entries = std::fs::read_dir(folder).map_err(unreadable)?;
    let mut paths = entries.map(|entry| entry.map(|entry| entry.path())).collect::<Result<Vec<_>, _>>().map_err(unreadable)?;
    paths.sort();
    Ok(paths)
}

impl Layer {
    fn add(
        &mut self,
        work: &str,
        place: Place,
        read: impl FnOnce() -> Result<Vec<u8>, LibraryError>,
    ) -> Result<(), LibraryError> {
        let name = match &place {
            Place::BuiltIn(name) => name.rsplit('/').next().unwrap_or_default().to_owned(),
            Place::File(path) => path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default(),
        };
        if name == "work.json" {
            self.works.push(file::parse_work(&read()?, &place)?);
        } else if let Some((date, stage, language)) = file::parse_name(&name) {
            self.entries.push(Entry { work: work.to_owned(), date, stage, language, place });
        }
        Ok(())
    }
}
