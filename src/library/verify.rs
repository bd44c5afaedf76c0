//! The integrity of a library.

use std::path::Path;

use rayon::prelude::*;

use super::error::LibraryError;
use super::{Library, layers};

/// What a check of a library found.
#[derive(Debug)]
pub struct Verified {
    /// How many versions were read.
    pub versions: usize,
    /// What is wrong, with the file and the place in it.
    pub faults: Vec<LibraryError>,
}

/// Reads every version of every layer: whether it has the form of the schema, whether it contradicts the model, whether
/// it is what its name says, and whether its work is known.
pub fn verify(folder: Option<&Path>) -> Verified {
    let mut layers = layers(folder);
    let mut faults: Vec<LibraryError> = layers.iter_mut().flat_map(|layer| layer.faults.drain(..)).collect();
    let library = Library { layers, folder: folder.map(Path::to_owned) };
    let entries: Vec<_> = library.layers.iter().flat_map(|layer| &layer.entries).collect();
    faults.par_extend(entries.par_iter().filter_map(|entry| {
        if library.work(&entry.work).is_none() {
            return Some(LibraryError::NoWork { place: entry.place.clone(), work: entry.work.clone() });
        }
        library.load(entry).err()
    }));
    Verified { versions: entries.len(), faults }
}
