//! Tables: lines set closer than the text around them, with a jump between the columns.

use super::super::blocks::{Block, Cell, Row, Table};
use super::super::line::Line;
use super::lines::{PageLine, SIGN};
use super::numbers;
use super::pieces::add_line;

/// The rows of a table, as the words of their cells.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Rows {
    pub x: f64,
    /// How many of the rows head the table.
    pub heads: usize,
    pub rows: Vec<Vec<String>>,
}

/// Lines nearer than this, in sizes of their characters, are set closer than running text.
const CLOSE: f64 = 1.4;
/// Rows nearer than this belong to one table, where each has a jump between its columns.
const ROWS_CLOSE: f64 = 2.2;

/// The table that starts at the first of the lines, and how many of them it takes.
pub(super) fn at(lines: &[PageLine], conjunctions: &[&str]) -> Option<(Rows, usize)> {
    let close = |pair: &[PageLine]| {
        let limit = if pair.iter().all(has_columns) { ROWS_CLOSE } else { CLOSE };
        pair[1].y - pair[0].y < pair[0].size * limit
    };
    let length = 1 + lines.windows(2).take_while(|pair| close(pair)).count();
    let run = &lines[..length];
    let starts_elsewhere = run[0].text.starts_with(SIGN) || numbers::starts_item(&run[0].text);
    let row = run.iter().position(has_columns)?;
    if length < 2 || starts_elsewhere {
        return None;
    }
    let columns = run[row].text.split('\t').count();
    let mut table = Rows { x: run[0].x, heads: usize::from(row > 0), rows: Vec::new() };
    let left = run[row].x;
    for (at, line) in run.iter().enumerate() {
        let cells: Vec<&str> = line.text.split('\t').collect();
        let starts = at == 0 || at == row || (at > row && cells.len() > 1);
        if starts {
            let empty = std::iter::repeat_n(String::new(), columns.saturating_sub(cells.len()));
            table.rows.push(cells.iter().map(|cell| (*cell).to_owned()).chain(empty).collect());
        } else if let Some(row_so_far) = table.rows.last_mut() {
            // A line that goes on in a later column starts to the right of the first.
            let column = if at > row && line.x > left + 1.0 { columns - 1 } else { 0 };
            if let Some(cell) = row_so_far.get_mut(column) {
                add_line(cell, &line.text, conjunctions);
            }
        }
    }
    Some((table, length))
}

fn has_columns(line: &PageLine) -> bool {
    line.text.contains('\t') && !line.text.starts_with(SIGN) && !numbers::starts_item(&line.text)
}

impl Rows {
    /// The table as a block.
    pub fn block(self, line: &dyn Fn(&str) -> Line) -> Block {
        let cell = |text: &String| Cell { span: None, blocks: vec![Block::Text(line(text))] };
        let rows = self.rows.iter().enumerate();
        let rows = rows.map(|(at, row)| Row { header: at < self.heads, cells: row.iter().map(cell).collect() });
        Block::Table(Table { rows: rows.collect(), ..Table::default() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(lines: &[(f64, f64, &str)]) -> Vec<PageLine> {
        let line = |(x, y, text): &(f64, f64, &str)| PageLine { x: *x, y: *y, size: 12.0, text: (*text).to_owned() };
        lines.iter().map(line).collect()
    }

    #[test]
    fn lines_set_close_with_columns_are_a_table() {
        let lines = lines(&[
            (168.0, 135.0, "Code vat-"),
            (162.0, 149.0, "maten"),
            (161.0, 163.0, "VAT 01\tTonnen van"),
            (232.0, 177.0, "eikenhout"),
            (161.0, 191.0, "VAT 02\tKuipen"),
            (127.0, 212.0, "b.\tDeksels"),
        ]);
        let (table, length) = at(&lines, &[]).unwrap();
        assert_eq!((length, table.heads), (5, 1));
        assert_eq!(table.rows, [["Code vat-maten", ""], ["VAT 01", "Tonnen van eikenhout"], ["VAT 02", "Kuipen"]]);
    }

    #[test]
    fn items_and_running_text_are_no_table() {
        assert!(at(&lines(&[(99.0, 72.0, "a)\teen vat"), (127.0, 86.0, "van hout")]), &[]).is_none());
        assert!(at(&lines(&[(99.0, 72.0, "een vat"), (99.0, 86.0, "van hout")]), &[]).is_none());
    }
}
