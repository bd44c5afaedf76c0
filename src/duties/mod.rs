//! Duties: who must, must not or may do what, to whom, under which condition and by when, read from the wording of an
//! act; how well that reading agrees with what was curated by hand; and what becomes of duties between two versions.
//!
//! ```text
//! provision ──sentences──▶ clauses (subject, verb, act) ──who──▶ FoundDuty
//!      └── words before a list: what its points are
//! ```
//!
//! Source: Joint Practical Guide, guideline 2.3 (enacting terms: 'shall', 'may', 'should').

mod actors;
mod clause;
mod compare;
mod deadlines;
mod extract;
mod lexicon;
mod lists;
mod measure;
mod stated;
mod terms;

pub use compare::{DutyChange, Pairing, compare};
pub use deadlines::deadlines;
pub use extract::extract;
pub use measure::{Accuracy, Measured, measure, measure_deadlines};
pub use stated::{Origin, stated_deadlines, stated_duties};

use crate::law::{Duty, Locator};

/// A duty with the words that it rests on.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct FoundDuty {
    /// The duty.
    pub duty: Duty,
    /// The words that say who; none where they were found elsewhere: in a heading, in a definition.
    pub who: Option<Span>,
    /// The words that say how strictly.
    pub modality: Span,
    /// The words that say what.
    pub act: Span,
    /// The words that say by when.
    pub by: Option<Span>,
}

/// Words of a provision.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Span {
    /// The provision.
    pub provision: Locator,
    /// First byte in its text.
    pub start: usize,
    /// Byte after the last.
    pub end: usize,
}
