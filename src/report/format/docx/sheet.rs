//! Several texts beside each other, as one table.

use super::body::{Body, Look, Marking, RowKind, Shade};
use crate::diff::Op;
use crate::law::Language;
use crate::report::sheet::{CellTone, RowLevel, Sheet, SheetCell, SheetRow, Style};

/// The width of a page on its side between its margins, in twentieths of a point.
const WIDTH: usize = 15_398;
const NUMBER: usize = 760;
const ADDRESS: usize = 1_480;

pub(super) fn write(body: &mut Body, sheet: &Sheet, language: Language) {
    let text = WIDTH.saturating_sub(NUMBER + ADDRESS) / sheet.columns.len().max(1);
    let widths: Vec<usize> = [NUMBER, ADDRESS].into_iter().chain(sheet.columns.iter().map(|_| text)).collect();
    let marking = match sheet.style {
        Style::Tracked => Marking::Tracked,
        Style::Council => Marking::Printed,
    };
    body.table(&widths, |body| {
        body.row(RowKind::Head, |body| head(body, sheet, text, language));
        for row in &sheet.rows {
            body.row(kind(row), |body| {
                let shade = (row.level == RowLevel::Unit).then_some(Shade::Head);
                body.cell(NUMBER, 1, shade, |body| body.line("TableCount", language, &row.number));
                body.cell(ADDRESS, 1, shade, |body| body.line(address_style(row), language, &row.address));
                if row.cells.is_empty() {
                    let columns = sheet.columns.len();
                    body.cell(text * columns, columns, shade, |body| {
                        let look = Look {
                            bold: row.level == RowLevel::Unit,
                            italic: row.level == RowLevel::Folded,
                            faint: row.level == RowLevel::Folded,
                            ..Look::default()
                        };
                        let note = row.note.as_deref().unwrap_or_default();
                        body.paragraph("TableText", Op::Kept, 0, |body| body.words(note, look, language));
                    });
                }
                for one in &row.cells {
                    let shade = if one.tone == CellTone::Unknown { Some(Shade::Striped) } else { shade };
                    body.cell(text, 1, shade, |body| cell(body, one, marking, language));
                }
            });
        }
    });
}

fn head(body: &mut Body, sheet: &Sheet, text: usize, language: Language) {
    body.cell(NUMBER, 1, Some(Shade::Head), |body| body.line("TableHead", language, &sheet.number));
    body.cell(ADDRESS, 1, Some(Shade::Head), |body| body.line("TableHead", language, &sheet.address));
    for column in &sheet.columns {
        body.cell(text, 1, Some(Shade::Head), |body| {
            let number = column.number.map(|number| format!("{number}. ")).unwrap_or_default();
            body.line("TableHead", language, &format!("{number}{}", column.name));
            if let Some(version) = &column.version {
                // The names of derived versions are long: they may be broken where two acts meet.
                body.line("TableNote", language, &version.replace('+', " + "));
            }
        });
    }
}

/// The longest cell, in bytes of text, of a row that is kept whole: about a third of a page.
const SHORT: usize = 600;

fn kind(row: &SheetRow) -> RowKind {
    let length = |cell: &SheetCell| {
        let words = cell.passages.iter().flat_map(|passage| &passage.runs).map(|run| run.text.len()).sum::<usize>();
        words + cell.grounds.iter().map(String::len).sum::<usize>()
    };
    if row.cells.iter().all(|cell| length(cell) <= SHORT) { RowKind::Short } else { RowKind::Long }
}

/// Heads of units are headings, so that the document can be walked through by them.
fn address_style(row: &SheetRow) -> &'static str {
    match row.level {
        RowLevel::Unit => "TableHeading",
        RowLevel::Provision | RowLevel::Folded => "TableText",
    }
}

fn cell(body: &mut Body, cell: &SheetCell, marking: Marking, language: Language) {
    let mut empty = true;
    let told: Vec<&str> = cell.status.iter().chain(&cell.place).map(String::as_str).collect();
    if !told.is_empty() {
        let unknown = cell.tone == CellTone::Unknown;
        let look = Look { italic: true, bold: unknown, faint: !unknown, ..Look::default() };
        body.paragraph("TableText", Op::Kept, 0, |body| body.words(&told.join(", "), look, language));
        empty = false;
    }
    for passage in &cell.passages {
        if !cell.took.is_empty() && !passage.heading {
            continue;
        }
        let look = Look { bold: passage.heading, ..Look::default() };
        body.paragraph("TableText", Op::Kept, 0, |body| body.runs(&passage.runs, look, marking));
        empty = false;
    }
    if !cell.took.is_empty() {
        body.paragraph("TableText", Op::Kept, 0, |body| {
            for one in &cell.took {
                let other = one.column != Some(1);
                if other {
                    let sign = one.column.map_or_else(|| "–".to_owned(), |column| column.to_string());
                    body.words(&sign, Look { raised: true, bold: true, ..Look::default() }, language);
                }
                body.words(&one.text, Look { underlined: other, ..Look::default() }, language);
            }
        });
        empty = false;
    }
    for line in &cell.grounds {
        body.line("TableNote", language, line);
        empty = false;
    }
    if empty {
        body.line("TableText", language, "");
    }
}
