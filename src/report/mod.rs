//! What a result says (`content`, as one page model) and how it is written (`format`). Contents and formats add up:
//! each format writes every page.

mod content;
mod format;
pub mod letter;
mod page;

pub use content::{
    CalendarShown, ImportedFile, Origin, calendar, changes, contents, derivation, imports, orders, proof, proofs,
    provisions, shifts, verification,
};
pub use format::{Format, Layout, ics, render};
pub use page::{Block, Cell, Page, Passage, Section, Table, Tone};
