//! lexdelta.
pub mod import;
pub mod languages;
pub mod law;
pub mod prose;
