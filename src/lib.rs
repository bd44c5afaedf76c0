//! lexdelta.
pub mod import;
pub mod languages;
pub mod law;
pub mod prose;
pub mod diff;
pub mod library;
pub mod versions;
pub mod report;
