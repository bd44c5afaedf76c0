//! A page: the one model that every content is made into and every format writes.

use serde::Serialize;

use super::sheet::Sheet;
use crate::diff::Run;
use crate::languages::{Phrase, vocabulary};
use crate::law::Language;

/// A report, before it has a format.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Page {
    /// The language of the page's own words.
    pub language: Language,
    /// The language of the quoted texts.
    pub text_language: Language,
    /// Its title.
    pub title: String,
    /// What the page rests on: a name and a value in each line.
    pub sources: Vec<(String, String)>,
    /// What a reader must know first.
    pub notes: Vec<String>,
    /// A picture of what the summary holds, as SVG; formats that hold no picture leave it out.
    pub figure: Option<String>,
    /// The summary.
    pub summary: Option<Table>,
    /// One line that counts what is on the page.
    pub total: String,
    /// Several texts beside each other.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sheet: Option<Sheet>,
    /// The details.
    pub sections: Vec<Section>,
}

impl Page {
    /// A page of the program's own words under a title, to be filled.
    pub fn titled(language: Language, title: String) -> Page {
        Page {
            language,
            text_language: language,
            title,
            sources: Vec::new(),
            notes: Vec::new(),
            figure: None,
            summary: None,
            total: String::new(),
            sheet: None,
            sections: Vec::new(),
        }
    }

    /// The page without its details.
    pub fn without_sections(mut self) -> Page {
        self.sections.clear();
        self
    }
}

/// A table.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Table {
    /// What it shows.
    pub caption: String,
    /// The heads of its columns.
    pub columns: Vec<String>,
    /// The column that gives way where there is not room for all, counted from 0.
    pub yields: usize,
    /// Columns that are kept narrow where there is not room for all.
    pub kept_narrow: Vec<usize>,
    /// Its rows, each with the anchor of the section that it leads to.
    pub rows: Vec<(Option<String>, Vec<Cell>)>,
}

impl Table {
    /// A table with its columns named in a language; see [`Table`] for the rest.
    pub fn of(
        caption: Phrase,
        columns: &[Phrase],
        yields: usize,
        rows: impl Iterator<Item = (Option<String>, Vec<Cell>)>,
        language: Language,
    ) -> Table {
        let say = vocabulary(language).phrases;
        Table {
            caption: say(caption).to_owned(),
            columns: columns.iter().map(|phrase| say(*phrase).to_owned()).collect(),
            yields,
            kept_narrow: Vec::new(),
            rows: rows.collect(),
        }
    }

    /// The table with columns that are kept narrow where there is not room for all.
    pub fn narrow(self, columns: &[usize]) -> Table {
        Table { kept_narrow: columns.to_vec(), ..self }
    }
}

/// A cell of a table.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Cell {
    /// Words.
    Words(String),
    /// A count.
    Count(usize),
}

/// A part of a page with a heading.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Section {
    /// The name by which the page links to it.
    pub anchor: String,
    /// Its heading.
    pub heading: String,
    /// What is said next to the heading.
    pub status: Option<String>,
    /// What it holds.
    pub blocks: Vec<Block>,
}

impl Section {
    /// A section of lines that are no provisions.
    pub fn of_lines(anchor: String, heading: String, lines: impl Iterator<Item = String>) -> Section {
        Section { anchor, heading, status: None, blocks: lines.map(Block::line).collect() }
    }
}

/// A provision on a page.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Block {
    /// Its address, as cited.
    pub address: String,
    /// What happened to it.
    pub status: Option<String>,
    /// Who did it, and where the wording went or came from, a line each.
    pub origins: Vec<String>,
    /// How it is to be shown.
    pub tone: Tone,
    /// Its heading and its text.
    pub passages: Vec<Passage>,
    /// What the change amounts to, a line each.
    pub readings: Vec<String>,
}

impl Block {
    /// A line of text that is no provision.
    fn line(text: String) -> Block {
        Block {
            address: text,
            status: None,
            origins: Vec::new(),
            tone: Tone::Plain,
            passages: Vec::new(),
            readings: Vec::new(),
        }
    }
}

/// A heading or a text.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Passage {
    /// Whether it is a heading.
    pub heading: bool,
    /// Its words with what happened to them.
    pub runs: Vec<Run>,
}

/// How a block is to be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Tone {
    /// As it is.
    Plain,
    /// Something in it changed.
    Changed,
    /// All of it is new.
    New,
    /// All of it is gone.
    Deleted,
}
