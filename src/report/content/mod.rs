//! What results say, as pages.

mod calendar;
mod changes;
mod columns;
mod contents;
mod derivations;
mod evidence;
mod graph;
mod imports;
mod obligations;
mod orders;
mod places;
mod provisions;
mod redline;
mod references;
mod sources;
mod verification;

pub use calendar::{Shown as CalendarShown, calendar, shifts};
pub use changes::changes;
pub use columns::{Shown as ColumnsShown, columns};
pub use contents::contents;
pub use derivations::{derivation, proof, proofs};
pub use graph::graph;
pub use imports::{ImportedFile, imports};
pub use obligations::{accuracy, obligation_changes, obligations};
pub use orders::orders;
pub use provisions::provisions;
pub use redline::redline;
pub use references::{Shown, broken, broken_by, references};
pub use verification::verification;
