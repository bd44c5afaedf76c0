//! What a result says (`content`, as one page model) and how it is written (`format`). Contents and formats add up:
//! each format writes every page.

mod content;
mod format;
mod page;

pub use content::{
    CalendarShown, ImportedFile, Shown, accuracy, broken, broken_by, calendar, changes, contents, derivation, graph,
    imports, obligation_changes, obligations, orders, proof, proofs, provisions, references, shifts, verification,
};
pub use format::{Format, Layout, ics, render};
pub use page::{Block, Cell, Page, Passage, Section, Table, Tone};
