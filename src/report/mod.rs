//! What a result says (`content`, as one page model) and how it is written (`format`). Contents and formats add up:
//! each format writes every page.

mod content;
mod format;
mod page;

pub use content::{
    ImportedFile, accuracy, changes, contents, derivation, imports, obligation_changes, obligations, orders, proof,
    proofs, provisions, verification,
};
pub use format::{Format, Layout, render};
pub use page::{Block, Cell, Page, Passage, Section, Table, Tone};
