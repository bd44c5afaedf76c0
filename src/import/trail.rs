//! The amendments met in a file, and under which of them the reader stands.

use super::line::AmendmentId;
use crate::law::{Action, Amendment};

/// The amendments of a file, in the order in which they were met.
#[derive(Debug, Default)]
pub struct Trail {
    known: Vec<Amendment>,
    open: Vec<(String, AmendmentId)>,
    /// Ids of the open amendments that leave wording behind; kept in step with `open`.
    writing: Vec<AmendmentId>,
}

impl Trail {
    /// Starts an amendment; `key` ends it.
    pub fn open(&mut self, key: &str, amendment: Amendment) -> AmendmentId {
        let id = self.id_of(amendment);
        self.open.push((key.to_owned(), id));
        self.refresh();
        id
    }

    /// Ends the amendment that was started with that key; says whether there was one.
    pub fn close(&mut self, key: &str) -> bool {
        let before = self.open.len();
        self.open.retain(|(known, _)| known != key);
        self.refresh();
        self.open.len() < before
    }

    /// The number of an amendment, given once for equal ones.
    pub fn id_of(&mut self, amendment: Amendment) -> AmendmentId {
        if let Some(at) = self.known.iter().position(|known| *known == amendment) {
            return at;
        }
        self.known.push(amendment);
        self.known.len() - 1
    }

    /// The amendments under which wording stands at this place.
    pub fn writing(&self) -> &[AmendmentId] {
        &self.writing
    }

    /// The amendment that deleted what stands at this place.
    pub fn deleting(&self) -> Option<AmendmentId> {
        self.open.iter().map(|(_, id)| *id).find(|id| self.known[*id].action == Action::Deleted)
    }

    /// An amendment by its number.
    pub fn get(&self, id: AmendmentId) -> &Amendment {
        &self.known[id]
    }

    fn refresh(&mut self) {
        let leaves_words = |id: &AmendmentId| self.known[*id].action != Action::Deleted;
        self.writing = self.open.iter().map(|(_, id)| *id).filter(leaves_words).collect();
        self.writing.dedup();
    }
}
