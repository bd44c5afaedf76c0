//! What stands before and after the texts: title, sources, notes, summary; sections of words.

use super::body::{Body, Look, Marking, RowKind, Shade};
use crate::diff::Op;
use crate::report::page::{Block, Cell, Page, Table};

/// The width of a page between its margins, in twentieths of a point.
const WIDTH: usize = 9638;

pub(super) fn write(body: &mut Body, page: &Page) {
    body.line("Title", page.language, &page.title);
    for (name, value) in &page.sources {
        body.paragraph("Source", Op::Kept, 0, |body| {
            body.words(&format!("{name}: "), Look { bold: true, ..Look::default() }, page.language);
            body.words(value, Look::default(), page.language);
        });
    }
    for note in &page.notes {
        body.line("Note", page.language, note);
    }
    if !page.total.is_empty() {
        body.line("Normal", page.language, &page.total);
    }
    if let Some(summary) = &page.summary {
        body.line("Heading1", page.language, &summary.caption);
        table(body, summary, page);
    }
}

pub(super) fn sections(body: &mut Body, page: &Page) {
    for section in &page.sections {
        body.line("Heading1", page.language, &section.heading);
        if let Some(status) = &section.status {
            body.line("Source", page.language, status);
        }
        section.blocks.iter().for_each(|one| block(body, one, page));
    }
}

fn block(body: &mut Body, block: &Block, page: &Page) {
    let is_line = block.passages.is_empty() && block.status.is_none();
    let status = block.status.as_ref().map(|status| format!(" ({status})")).unwrap_or_default();
    body.line(if is_line { "Source" } else { "Heading3" }, page.language, &format!("{}{status}", block.address));
    for origin in &block.origins {
        body.line("Source", page.language, origin);
    }
    for passage in &block.passages {
        let look = Look { italic: passage.heading, ..Look::default() };
        body.paragraph("Normal", Op::Kept, 0, |body| body.runs(&passage.runs, look, Marking::Tracked));
    }
    for reading in &block.readings {
        body.line("Source", page.language, reading);
    }
}

/// A table whose widest column is the one that gives way.
fn table(body: &mut Body, table: &Table, page: &Page) {
    let columns = table.columns.len().max(1);
    let is_count = |at: usize| {
        let mut cells = table.rows.iter().filter_map(|(_, row)| row.get(at));
        cells.clone().next().is_some() && cells.all(|cell| matches!(cell, Cell::Count(_)))
    };
    let mut widths: Vec<usize> = (0..columns).map(|at| if is_count(at) { 800 } else { 1900 }).collect();
    let others: usize = widths.iter().enumerate().filter(|(at, _)| *at != table.yields).map(|(_, width)| width).sum();
    if let Some(width) = widths.get_mut(table.yields) {
        *width = WIDTH.saturating_sub(others).max(1200);
    }
    body.table(&widths, |body| {
        body.row(RowKind::Head, |body| {
            for (head, width) in table.columns.iter().zip(&widths) {
                body.cell(*width, 1, Some(Shade::Head), |body| body.line("TableHead", page.language, head));
            }
        });
        for (_, row) in &table.rows {
            body.row(RowKind::Short, |body| {
                for (cell, width) in row.iter().zip(&widths) {
                    body.cell(*width, 1, None, |body| match cell {
                        Cell::Words(words) => body.line("TableText", page.language, words),
                        Cell::Count(count) => body.line("TableCount", page.language, &count.to_string()),
                    });
                }
            });
        }
    });
}
