//! What a result says (`content`, as one page model) and how it is written (`format`). Contents and formats add up:
//! each format writes every page.

mod content;
mod format;
mod page;
mod sheet;

pub use content::{
    CalendarShown, ColumnsShown, ImportedFile, Origin, calendar, changes, columns, contents, derivation, imports,
    orders, proof, proofs, provisions, redline, shifts, verification,
};
pub use format::{Format, Layout, docx, docx_redline, ics, render};
pub use page::{Block, Cell, Page, Passage, Section, Table, Tone};
pub use sheet::{CellTone, RowLevel, Sheet, SheetCell, SheetColumn, SheetRow, Style};
