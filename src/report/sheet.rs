//! Several texts beside each other on a page.

use serde::Serialize;

use super::page::Passage;
use crate::diff::Took;
use crate::law::Date;

/// A table of texts, a column for each.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Sheet {
    /// How changes are marked.
    pub style: Style,
    /// The head of the column of row numbers.
    pub number: String,
    /// The head of the column of addresses.
    pub address: String,
    /// The columns of texts.
    pub columns: Vec<SheetColumn>,
    /// The rows.
    pub rows: Vec<SheetRow>,
}

/// How changes are marked in a table of texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Style {
    /// As tracked changes.
    #[default]
    Tracked,
    /// As the Council marks them: new words bold and underlined, deleted ones struck through.
    Council,
}

/// A column of a table of texts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct SheetColumn {
    /// Its number, counted from 1; none for the empty column.
    pub number: Option<usize>,
    /// What it is called: 'Council mandate'.
    pub name: String,
    /// The name of the version.
    pub version: Option<String>,
    /// The date of the version.
    pub date: Option<Date>,
}

/// A row of a table of texts.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct SheetRow {
    /// Its number, or the first and the last number of those that it stands for: '12', '13–19'.
    pub number: String,
    /// The name by which the page links to it.
    pub anchor: String,
    /// Its address as cited.
    pub address: String,
    /// What it is.
    pub level: RowLevel,
    /// What holds for all its columns, where there are no cells.
    pub note: Option<String>,
    /// What each column has; none where a note stands for all of them.
    pub cells: Vec<SheetCell>,
}

/// What a row of a table of texts is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum RowLevel {
    /// The head of an article, annex, recital or division.
    Unit,
    /// A provision.
    Provision,
    /// Rows of which all columns agree.
    Folded,
}

/// A cell of a table of texts.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct SheetCell {
    /// How it is to be shown.
    pub tone: CellTone,
    /// What happened to the provision, where its words alone do not say.
    pub status: Option<String>,
    /// Its address there, where that is another one.
    pub place: Option<String>,
    /// Its heading and its text.
    pub passages: Vec<Passage>,
    /// The words of its text by the first column that has them, which are shown in place of the text.
    pub took: Vec<Took>,
    /// How well it is established, or why it is not known.
    pub grounds: Vec<String>,
}

/// How a cell is to be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum CellTone {
    /// A text.
    Text,
    /// A word about it: nothing changed, or nothing is there.
    Quiet,
    /// It is not known.
    Unknown,
}
