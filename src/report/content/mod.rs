//! What results say, as pages.

mod calendar;
mod changes;
mod columns;
mod contents;
mod derivations;
mod evidence;
mod imports;
mod orders;
mod places;
mod provisions;
mod redline;
mod sources;
mod verification;

pub use calendar::{Origin, Shown as CalendarShown, calendar, shifts};
pub use changes::changes;
pub use columns::{Shown as ColumnsShown, columns};
pub use contents::contents;
pub use derivations::{derivation, proof, proofs};
pub use imports::{ImportedFile, imports};
pub use orders::orders;
pub use provisions::provisions;
pub use redline::redline;
pub use verification::verification;
