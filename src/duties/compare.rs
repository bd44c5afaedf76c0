//! What becomes of duties between two versions.

use crate::law::Duty;

/// What became of a duty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum DutyChange {
    /// It is new.
    Added,
}

/// A duty of both versions.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct Pairing {
    /// What became of it.
    pub change: DutyChange,
}

/// Compares the duties of two versions.
pub fn compare(_old: &[Duty], _new: &[Duty]) -> Vec<Pairing> {
    Vec::new()
}
