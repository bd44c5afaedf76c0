//! What results say, as pages.

mod changes;
mod contents;
mod provisions;

pub use changes::changes;
pub use contents::contents;
pub use provisions::provisions;
