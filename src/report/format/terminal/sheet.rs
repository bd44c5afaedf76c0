//! Several texts beside each other in a terminal: there is no room for columns, so that each row is a block.

use super::{FAINT, PLAIN, Printer, STRONG};
use crate::diff::{Op, Run};
use crate::report::format::took_words;
use crate::report::sheet::{CellTone, RowLevel, Sheet, SheetCell, SheetColumn};

impl Printer {
    pub(super) fn sheet(&mut self, sheet: &Sheet) {
        for row in &sheet.rows {
            self.out.push('\n');
            let note = row.note.as_ref().map(|note| format!(" – {note}")).unwrap_or_default();
            let style = match row.level {
                RowLevel::Unit => STRONG,
                RowLevel::Provision => PLAIN,
                RowLevel::Folded => FAINT,
            };
            self.paragraph(&format!("{}  {}{note}", row.number, row.address), style, "", "  ");
            let mut rest = row.cells.as_slice();
            let mut columns = sheet.columns.as_slice();
            while !rest.is_empty() {
                // What is the same word in several columns is said once.
                let alike =
                    rest.iter().take_while(|cell| is_quiet(cell) && cell.status == rest[0].status).count().max(1);
                self.cell(&rest[0], &columns[..alike.min(columns.len())]);
                rest = &rest[alike..];
                columns = columns.get(alike..).unwrap_or_default();
            }
        }
    }

    fn cell(&mut self, cell: &SheetCell, columns: &[SheetColumn]) {
        let numbers: Vec<String> = columns.iter().filter_map(|one| one.number).map(|one| one.to_string()).collect();
        let name =
            columns.first().filter(|_| columns.len() == 1).map(|one| format!(" {}", one.name)).unwrap_or_default();
        let told: Vec<&str> = cell.status.iter().chain(&cell.place).map(String::as_str).collect();
        let told = if told.is_empty() { String::new() } else { format!(": {}", told.join(", ")) };
        self.paragraph(&format!("[{}]{name}{told}", numbers.join(", ")), FAINT, "  ", "      ");
        for passage in &cell.passages {
            if cell.took.is_empty() || passage.heading {
                self.runs(&passage.runs, "      ");
            }
        }
        if !cell.took.is_empty() {
            self.runs(&[Run { op: Op::Kept, text: took_words(&cell.took), old_text: None }], "      ");
        }
        for line in &cell.grounds {
            self.paragraph(line, FAINT, "      ", "        ");
        }
    }
}

/// Whether a cell only says a word.
fn is_quiet(cell: &SheetCell) -> bool {
    cell.tone == CellTone::Quiet && cell.passages.is_empty() && cell.grounds.is_empty() && cell.place.is_none()
}
