//! Pages as bytes, a file per format.

mod docx;
mod html;
mod ics;
mod markdown;
mod terminal;

pub use docx::{docx, docx_redline};
pub use ics::ics;

use super::page::Page;

/// A format that pages are written in. JSON is not among them: machines get the values, not the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Text for a terminal, with ANSI styles where it shows colours.
    Terminal,
    /// Markdown.
    Markdown,
    /// One self-contained HTML file.
    Html,
}

/// How a page is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Layout {
    /// Columns of a terminal.
    pub width: usize,
    /// Old and new text beside each other.
    pub side_by_side: bool,
    /// Whether the terminal shows colours; else removed and added words stand in marks.
    pub colour: bool,
}

/// Writes a page.
pub fn render(page: &Page, format: Format, layout: Layout) -> String {
    match format {
        Format::Terminal => terminal::render(page, layout),
        Format::Markdown => markdown::render(page, layout),
        Format::Html => html::render(page, layout),
    }
}

/// The old and the new side of some runs, each without the other's words.
fn sides(runs: &[crate::diff::Run]) -> (Vec<crate::diff::Run>, Vec<crate::diff::Run>) {
    use crate::diff::{Op, Run};
    let old = runs
        .iter()
        .filter(|run| run.op != Op::Added)
        .map(|run| Run { text: run.old_text.clone().unwrap_or_else(|| run.text.clone()), ..run.clone() });
    let new = runs.iter().filter(|run| run.op != Op::Removed).cloned();
    (old.collect(), new.collect())
}

/// Words by the column that they were taken from: those of the first column as they are, the others in brackets behind the
/// number of their column; a dash stands for words that no earlier column has.
fn took_words(took: &[crate::diff::Took]) -> String {
    let pieces = took.iter().map(|one| {
        let words = one.text.trim_end();
        let space = &one.text[words.len()..];
        match one.column {
            Some(1) => one.text.clone(),
            Some(column) => format!("[{column}: {words}]{space}"),
            None => format!("[–: {words}]{space}"),
        }
    });
    pieces.collect()
}
