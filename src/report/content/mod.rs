//! What results say, as pages.

mod changes;
mod contents;
mod imports;
mod provisions;
mod sources;
mod verification;

pub use changes::changes;
pub use contents::contents;
pub use imports::{ImportedFile, imports};
pub use provisions::provisions;
pub use verification::verification;
