//! Running text: dates, references, each with its span.

mod dates;

pub use dates::{FoundDate, dates};
