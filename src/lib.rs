//! lexdelta.
pub mod diff;
pub mod import;
pub mod languages;
pub mod law;
pub mod library;
pub mod prose;
pub mod report;
pub mod versions;
