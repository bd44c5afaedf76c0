//! The integrity of a library.

use std::path::Path;

use rayon::prelude::*;

use super::consistency::inconsistencies;
use super::error::LibraryError;
use super::{Library, layers};
use crate::law::Stage;

/// What a check of a library found.
#[derive(Debug)]
pub struct Verified {
    /// How many versions were read.
    pub versions: usize,
    /// What is wrong, with the file and the place in it.
    pub faults: Vec<LibraryError>,
}

/// Reads every version of every layer: whether it has the form of the schema, whether it contradicts the model, whether
/// it is what its name says, whether its work is known, and whether what it names of itself is there. Every stage of a
/// work's timeline has a text, or the timeline says why there is none.
pub fn verify(folder: Option<&Path>) -> Verified {
    let mut layers = layers(folder);
    let mut faults: Vec<LibraryError> = layers.iter_mut().flat_map(|layer| layer.faults.drain(..)).collect();
    let library = Library { layers, folder: folder.map(Path::to_owned) };
    let entries: Vec<_> = library.layers.iter().flat_map(|layer| &layer.entries).collect();
    faults.par_extend(entries.par_iter().flat_map_iter(|entry| {
        if library.work(&entry.work).is_none() {
            return vec![LibraryError::NoWork { place: entry.place.clone(), work: entry.work.clone() }];
        }
        match library.load(entry) {
            Ok(version) => {
                let wrong = inconsistencies(&version).into_iter();
                wrong.map(|what| LibraryError::Inconsistent { place: entry.place.clone(), what }).collect()
            }
            Err(fault) => vec![fault],
        }
    }));
    for work in library.works() {
        let has = |stage: Stage| library.entries(&work.name).iter().any(|entry| entry.stage == stage);
        let steps = work.timeline.iter().filter(|step| work.no_text.is_none() && step.no_text.is_none());
        let missing = steps.filter_map(|step| Some((step.stage.filter(|stage| !has(*stage))?, step.date)));
        faults.extend(missing.map(|(stage, date)| LibraryError::NoStage { work: work.name.clone(), stage, date }));
    }
    Verified { versions: entries.len(), faults }
}
