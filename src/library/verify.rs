//! The integrity of a library.

use super::Library;
use super::error::LibraryError;

/// Something wrong with a library.
#[derive(Debug)]
pub struct Fault {
    /// What is wrong, with the file and the place in it.
    pub error: LibraryError,
}

/// Reads every version of every layer and returns how many there are, and what is wrong with them.
pub fn verify(library: &Library) -> (usize, Vec<Fault>) {
    let entries: Vec<_> = library.layers().iter().flat_map(|layer| &layer.entries).collect();
    let faults = entries.iter().filter_map(|entry| library.load(entry).err()).map(|error| Fault { error }).collect();
    (entries.len(), faults)
}
