//! What results say, as pages.

mod changes;
mod contents;
mod derivations;
mod evidence;
mod imports;
mod obligations;
mod orders;
mod provisions;
mod sources;
mod verification;

pub use changes::changes;
pub use contents::contents;
pub use derivations::{derivation, proof, proofs};
pub use imports::{ImportedFile, imports};
pub use obligations::{accuracy, obligation_changes, obligations};
pub use orders::orders;
pub use provisions::provisions;
pub use verification::verification;
