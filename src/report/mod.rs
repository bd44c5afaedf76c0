//! What a result says (`content`, as one page model) and how it is written (`format`). Contents and formats add up:
//! each format writes every page.

mod content;
mod format;
pub mod letter;
mod page;
mod sheet;

pub use content::{
    CalendarShown, ColumnsShown, ImportedFile, Shown, accuracy, broken, broken_by, calendar, changes, columns,
    contents, derivation, graph, imports, obligation_changes, obligations, orders, proof, proofs, provisions, redline,
    references, shifts, verification,
};
pub use format::{Format, Layout, docx, docx_redline, ics, render};
pub use page::{Block, Cell, Page, Passage, Section, Table, Tone};
pub use sheet::{CellTone, RowLevel, Sheet, SheetCell, SheetColumn, SheetRow, Style};
