//! The page of several versions beside each other.

use std::collections::HashSet;

use super::evidence::{sources as evidence_sources, statement, unknown};
use super::sources::{cautions, source};
use crate::diff::{ColumnCell, Columns, Position, Row, Side};
use crate::languages::{Phrase, vocabulary};
use crate::law::Language;
use crate::prose::citation;
use crate::report::page::{Page, Passage};
use crate::report::sheet::{CellTone, RowLevel, Sheet, SheetCell, SheetColumn, SheetRow, Style};

/// How versions beside each other are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Shown {
    /// How changes are marked.
    pub style: Style,
    /// Rows of which all columns agree one by one, instead of as one line.
    pub unchanged: bool,
    /// An empty last column, for what is agreed.
    pub agreement: bool,
}

/// The page of several versions beside each other.
/// `work` is what people call the act.
pub fn columns(set: &Columns, work: Option<&str>, shown: Shown, language: Language) -> Page {
    let say = vocabulary(language).phrases;
    let sides: Vec<&Side> = set.columns.iter().collect();
    let names: Vec<&str> = sides.iter().map(|side| say(Phrase::Stage(side.stage))).collect();
    let used: HashSet<&str> = set.rows.iter().flat_map(|row| &row.cells).flat_map(signs).collect();
    let numbered = sides.iter().enumerate();
    let unknown = set.rows.iter().flat_map(|row| &row.cells).filter(|cell| cell.position == Position::Unknown).count();
    let agree = set.rows.iter().filter(|row| row.agree).count();
    let mut total = format!("{}: {} ({}: {agree}", say(Phrase::Rows), set.rows.len(), say(Phrase::AllAgree));
    if unknown > 0 {
        total.push_str(&format!("; {}: {unknown}", say(Phrase::CellsNotKnown)));
    }
    total.push(')');
    let mut notes = cautions(&sides, language);
    let not_carried = |cell: &ColumnCell| cell.position == Position::NotCarried;
    if set.rows.iter().flat_map(|row| &row.cells).any(not_carried) {
        notes.push(say(Phrase::RecitalsNotCompared).to_owned());
    }
    Page {
        text_language: sides.first().map_or(language, |side| side.language),
        sources: numbered
            .map(|(at, side)| ((at + 1).to_string(), format!("{}: {}", side.version, source(side, language))))
            .collect(),
        notes,
        total,
        sheet: Some(sheet(set, shown, language)),
        sections: evidence_sources(&sides, &used, language).into_iter().collect(),
        ..Page::titled(language, format!("{}: {}", work.unwrap_or(say(Phrase::ColumnsTitle)), names.join(" | ")))
    }
}

/// The signs of the sources that a cell rests on.
fn signs(cell: &ColumnCell) -> impl Iterator<Item = &str> {
    let stated = cell.established.iter().flat_map(|one| &one.sources);
    let searched = cell.unknown.iter().flat_map(|one| &one.searched);
    stated.chain(searched).map(String::as_str)
}

fn sheet(set: &Columns, shown: Shown, language: Language) -> Sheet {
    let say = vocabulary(language).phrases;
    let mut columns: Vec<SheetColumn> = set
        .columns
        .iter()
        .enumerate()
        .map(|(at, side)| SheetColumn {
            number: Some(at + 1),
            name: say(Phrase::Stage(side.stage)).to_owned(),
            version: Some(side.version.clone()),
            date: Some(side.date),
        })
        .collect();
    if shown.agreement {
        let name = say(Phrase::AgreementColumn).to_owned();
        columns.push(SheetColumn { number: None, name, version: None, date: None });
    }
    let mut writer = Writer { shown, language, said: vec![Vec::new(); set.columns.len()], rows: Vec::new() };
    let mut folded: Vec<&Row> = Vec::new();
    for unit in units(&set.rows) {
        if !shown.unchanged && unit.iter().all(|row| row.agree) {
            // Divisions only order articles: there is nothing to say of them where nothing happened.
            folded.extend(unit.iter().filter(|row| !row.kind.is_division()));
            continue;
        }
        writer.fold(&mut folded);
        writer.unit(unit);
    }
    writer.fold(&mut folded);
    Sheet {
        style: shown.style,
        number: say(Phrase::RowNumber).to_owned(),
        address: say(Phrase::Unit).to_owned(),
        columns,
        rows: writer.rows,
    }
}

/// The rows unit by unit, the head first; a division is one of its own.
fn units(rows: &[Row]) -> impl Iterator<Item = &[Row]> {
    let heads = |row: &Row| row.kind.is_unit() || row.kind.is_division();
    rows.chunk_by(move |_, next| !heads(next))
}

struct Writer {
    shown: Shown,
    language: Language,
    /// What was said last in each column of how well it is established: what holds for several rows is said once.
    said: Vec<Vec<String>>,
    rows: Vec<SheetRow>,
}

impl Writer {
    fn unit(&mut self, rows: &[Row]) {
        self.said.iter_mut().for_each(Vec::clear);
        let mut folded: Vec<&Row> = Vec::new();
        for row in rows {
            let head = row.kind.is_unit() || row.kind.is_division();
            if head && row.agree {
                let heading = row.cells.first().map(|cell| crate::diff::new_text(&cell.heading)).unwrap_or_default();
                let text = row.cells.first().is_some_and(|cell| !cell.text.is_empty());
                if !text {
                    self.rows.push(self.noted(&[row], RowLevel::Unit, Some(heading).filter(|words| !words.is_empty())));
                    continue;
                }
            }
            if row.agree && !self.shown.unchanged {
                folded.push(row);
                continue;
            }
            self.fold(&mut folded);
            let level = if head { RowLevel::Unit } else { RowLevel::Provision };
            let written = self.row(row, level);
            self.rows.push(written);
        }
        self.fold(&mut folded);
    }

    /// Writes one line for rows of which all columns agree.
    fn fold(&mut self, folded: &mut Vec<&Row>) {
        if !folded.is_empty() {
            let note = (vocabulary(self.language).phrases)(Phrase::AllAgree).to_owned();
            let line = self.noted(folded, RowLevel::Folded, Some(note));
            self.rows.push(line);
            folded.clear();
        }
    }

    /// A line without cells.
    fn noted(&self, rows: &[&Row], level: RowLevel, note: Option<String>) -> SheetRow {
        let (Some(first), Some(last)) = (rows.first(), rows.last()) else {
            return SheetRow {
                number: String::new(),
                anchor: String::new(),
                address: String::new(),
                level,
                note,
                cells: Vec::new(),
            };
        };
        let range = |from: String, to: String| if from == to { from } else { format!("{from} – {to}") };
        SheetRow {
            number: range(first.number.to_string(), last.number.to_string()).replace(' ', ""),
            anchor: first.place.to_string(),
            address: range(citation(&first.place, self.language), citation(&last.place, self.language)),
            level,
            note,
            cells: Vec::new(),
        }
    }

    fn row(&mut self, row: &Row, level: RowLevel) -> SheetRow {
        let mut cells: Vec<SheetCell> = Vec::new();
        for (column, cell) in row.cells.iter().enumerate() {
            let mut written = self.cell(row, cell);
            let grounds = grounds(cell, self.language);
            if self.said[column] != grounds && !matches!(cell.position, Position::Absent | Position::NotCarried) {
                written.grounds.clone_from(&grounds);
                self.said[column] = grounds;
            }
            cells.push(written);
        }
        if self.shown.agreement {
            cells.push(SheetCell {
                tone: CellTone::Text,
                status: None,
                place: None,
                passages: Vec::new(),
                took: Vec::new(),
                grounds: Vec::new(),
            });
        }
        SheetRow {
            number: row.number.to_string(),
            anchor: row.place.to_string(),
            address: citation(&row.place, self.language),
            level,
            note: None,
            cells,
        }
    }

    fn cell(&self, row: &Row, cell: &ColumnCell) -> SheetCell {
        let say = vocabulary(self.language).phrases;
        let phrase = match cell.position {
            Position::First | Position::Changed => None,
            Position::Same => Some(Phrase::NoChangeHere),
            Position::New => Some(Phrase::New),
            Position::Deleted => Some(Phrase::Deleted),
            Position::Absent => Some(Phrase::NotThere),
            Position::Unknown => Some(Phrase::NotKnown),
            Position::NotCompared => Some(Phrase::FirstNotKnown),
            Position::NotCarried => Some(Phrase::NoRecitals),
        };
        let same_as = cell.same_as.map(|column| format!("{} {} {column}", say(Phrase::SameAs), say(Phrase::Column)));
        let status: Vec<String> = phrase.map(|phrase| say(phrase).to_owned()).into_iter().chain(same_as).collect();
        let worded = !matches!(cell.position, Position::Same | Position::Unknown);
        let passage =
            |heading: bool, runs: &[_]| (worded && !runs.is_empty()).then(|| Passage { heading, runs: runs.to_vec() });
        SheetCell {
            tone: match cell.position {
                Position::Unknown => CellTone::Unknown,
                Position::Same | Position::Absent | Position::NotCarried => CellTone::Quiet,
                _ => CellTone::Text,
            },
            status: (!status.is_empty()).then(|| status.join(", ")),
            place: cell.place.as_ref().filter(|place| **place != row.place).map(|place| citation(place, self.language)),
            passages: [passage(true, &cell.heading), passage(false, &cell.text)].into_iter().flatten().collect(),
            took: cell.took.clone(),
            grounds: Vec::new(),
        }
    }
}

/// How well a cell is established, or why it is not known: a line each.
fn grounds(cell: &ColumnCell, language: Language) -> Vec<String> {
    let stated = cell.established.iter().map(|one| statement(one, language));
    let not_known = cell.unknown.iter().map(|one| unknown(one, language));
    stated.chain(not_known).collect()
}
