//! One layer of the library: a folder per work.

use std::path::{Path, PathBuf};

use include_dir::{Dir, include_dir};

use super::Entry;
use super::error::{LibraryError, Place};
use super::file;
use crate::law::Work;

static TEXTS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/texts");

/// The file that names the works of a layer in their order.
const ORDER: &str = "library.json";

/// Works with their versions' files, which are not read yet.
#[derive(Debug, Default)]
pub(super) struct Layer {
    pub works: Vec<Work>,
    pub entries: Vec<Entry>,
    /// What could not be read.
    pub faults: Vec<LibraryError>,
}

/// The compiled-in texts.
pub(super) fn built_in() -> Layer {
    let mut layer = Layer::default();
    for folder in TEXTS.dirs() {
        let work = folder.path().to_string_lossy();
        for found in folder.files() {
            let name = found.path().to_string_lossy().into_owned();
            layer.add(&work, Place::BuiltIn(name), || Ok(found.contents().to_vec()));
        }
    }
    if let Some(order) = TEXTS.get_file(ORDER) {
        layer.arrange(order.contents(), &Place::BuiltIn(ORDER.to_owned()));
    }
    layer
}

/// A compiled-in file.
pub(super) fn built_in_file(name: &str) -> Option<&'static [u8]> {
    TEXTS.get_file(name).map(|file| file.contents())
}

/// A user's folder.
pub(super) fn on_disk(folder: &Path) -> Layer {
    let mut layer = Layer::default();
    for work in layer.sorted(folder).into_iter().filter(|path| path.is_dir()) {
        let name = work.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        for path in layer.sorted(&work).into_iter().filter(|path| path.is_file()) {
            let read = || file::read_bytes(&path);
            layer.add(&name, Place::File(path.clone()), read);
        }
    }
    let order = folder.join(ORDER);
    match std::fs::read(&order) {
        Ok(bytes) => layer.arrange(&bytes, &Place::File(order)),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
        Err(source) => layer.faults.push(LibraryError::Unreadable { path: order, source }),
    }
    layer
}

impl Layer {
    fn sorted(&mut self, folder: &Path) -> Vec<PathBuf> {
        let listed = std::fs::read_dir(folder)
            .and_then(|entries| entries.map(|entry| entry.map(|entry| entry.path())).collect::<Result<Vec<_>, _>>());
        match listed {
            Ok(mut paths) => {
                paths.sort();
                paths
            }
            Err(source) => {
                self.faults.push(LibraryError::Unreadable { path: folder.to_owned(), source });
                Vec::new()
            }
        }
    }

    fn add(&mut self, work: &str, place: Place, read: impl FnOnce() -> Result<Vec<u8>, LibraryError>) {
        let name = match &place {
            Place::BuiltIn(name) => name.rsplit('/').next().unwrap_or_default().to_owned(),
            Place::File(path) => path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default(),
        };
        if name == "work.json" {
            match read().and_then(|bytes| file::parse_work(&bytes, &place, work)) {
                Ok(work) => self.works.push(work),
                Err(fault) => self.faults.push(fault),
            }
        } else if let Some((date, stage, language)) = file::parse_name(&name) {
            self.entries.push(Entry { work: work.to_owned(), date, stage, language, place });
        }
    }

    /// Puts the works in the order that the file of the layer gives; others follow.
    fn arrange(&mut self, bytes: &[u8], place: &Place) {
        match file::parse_order(bytes, place) {
            Ok(order) => {
                let rank = |work: &Work| order.iter().position(|name| *name == work.name).unwrap_or(order.len());
                self.works.sort_by_key(rank);
            }
            Err(fault) => self.faults.push(fault),
        }
    }
}
