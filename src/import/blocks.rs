//! The shape that every importer gives to what it reads, before it is made into provisions.

use super::line::{AmendmentId, Line};
use crate::law::{CellSpan, Number};

/// A block of text as laid out in the file.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// A stretch of running text.
    Text(Line),
    /// Something that begins with a number, a letter or a dash.
    Item(Item),
    /// A passage under a heading: part, title, chapter, section, or a heading without a number.
    Division(Division),
    /// An article.
    Article(Article),
    /// An annex or appendix.
    Annex(Annex),
    /// A table.
    Table(Table),
    /// Text quoted from another act.
    Quotation(Vec<Block>),
    /// A table of contents that is part of the act.
    Contents(Vec<Line>),
    /// The remnant of something that was deleted.
    Deleted(Deleted),
    /// The place where quoted text ends, where its closing mark stands in a footnote.
    QuotationEnd,
}

/// What an item is where its label alone does not say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ItemKind {
    /// A numbered paragraph of an article.
    Paragraph,
    /// A point or indent of a list.
    Point,
    /// A point or indent whose layout does not show how deep it stands.
    FlatPoint,
}

/// Something that begins with a number, a letter or a dash.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// Paragraph or point.
    pub kind: ItemKind,
    /// Its number as printed.
    pub label: Line,
    /// What stands in it.
    pub blocks: Vec<Block>,
}

/// A passage under a heading.
#[derive(Debug, Clone, PartialEq)]
pub struct Division {
    /// Its number where the file sets it apart from the heading.
    pub label: Option<Line>,
    /// The lines of its heading.
    pub heading: Vec<Line>,
    /// What stands under the heading.
    pub blocks: Vec<Block>,
}

/// An article.
#[derive(Debug, Clone, PartialEq)]
pub struct Article {
    /// 'Article 6'.
    pub label: Line,
    /// Its heading.
    pub heading: Option<Line>,
    /// What stands in it.
    pub blocks: Vec<Block>,
}

/// An annex or appendix.
#[derive(Debug, Clone, PartialEq)]
pub struct Annex {
    /// The lines of its title, the first of them 'ANNEX III'.
    pub title: Vec<Line>,
    /// What stands in it.
    pub blocks: Vec<Block>,
}

/// A table.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Table {
    /// Its title.
    pub title: Vec<Line>,
    /// Explanations and notes that stand above or below its rows.
    pub remarks: Vec<Block>,
    /// Its rows.
    pub rows: Vec<Row>,
}

/// A row of a table.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Row {
    /// Whether it heads the table.
    pub header: bool,
    /// Its cells.
    pub cells: Vec<Cell>,
}

/// A cell of a row.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Cell {
    /// How many columns and rows it covers, where more than one.
    pub span: Option<CellSpan>,
    /// What stands in it.
    pub blocks: Vec<Block>,
}

/// The remnant of something that was deleted.
#[derive(Debug, Clone, PartialEq)]
pub struct Deleted {
    /// The amendment that deleted it.
    pub by: AmendmentId,
    /// What it was, where the file says so.
    pub was: Option<Remnant>,
}

/// What a deleted thing was.
#[derive(Debug, Clone, PartialEq)]
pub enum Remnant {
    /// A numbered paragraph.
    Paragraph(Option<Number>),
    /// A point, or an indent where it has no number.
    Point(Option<Number>),
    /// An article.
    Article(Option<Number>),
    /// A division, with its heading's first line.
    Division(String),
    /// An annex, with its title's first line.
    Annex(String),
    /// A row of a table.
    Row,
    /// Running text.
    Text,
}
