//! Letters: read from text, Markdown, HTML, DOCX and PDF into one running text that remembers where each word stands.

mod docx;
mod error;
mod flow;
mod html;
mod text;

use std::fs::File;
use std::io::Read;
use std::ops::Range;
use std::path::Path;

use serde::Serialize;

pub use error::DocumentError;

use crate::import;
use crate::law::Date;

/// Largest file that is read: a scanned letter of many pages, as PDF.
const LARGEST_FILE: u64 = 64 * 1024 * 1024;

/// Most text that is read. The longest letter to a parliament that was seen has 0.15 MB.
const LONGEST_TEXT: usize = 8 * 1024 * 1024;

/// A letter as running text.
#[derive(Debug, Clone)]
pub struct Document {
    /// The running text: paragraphs without the breaks, hyphens and headers of the page, one after the other.
    pub text: String,
    /// The paragraphs, as bytes of `text`.
    pub paragraphs: Vec<Range<usize>>,
    /// The lines as they stand in the file, for showing.
    pub lines: Vec<String>,
    /// The day that the file itself says it was made on.
    pub made: Option<Date>,
    pieces: Vec<Piece>,
}

/// A stretch of the running text that comes from one line, character by character.
#[derive(Debug, Clone, Copy)]
struct Piece {
    /// First byte in the running text.
    start: usize,
    /// The line that it comes from, from 0.
    line: usize,
    /// First byte in that line.
    column: usize,
    /// The page, from 1.
    page: usize,
}

/// Where something stands in a letter, everything counted from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Place {
    /// The line; in a DOCX or a page of HTML, the paragraph as it stands in the file.
    pub line: usize,
    /// The character in the line.
    pub column: usize,
    /// The page, where the file tells.
    pub page: usize,
    /// The paragraph.
    pub paragraph: usize,
}

/// A line of a file before it is part of the running text.
#[derive(Debug, Clone, Default)]
struct Line {
    text: String,
    page: usize,
    /// Whether it is a paragraph of its own, whatever stands around it.
    whole: bool,
}

impl Document {
    /// Reads a letter; its first bytes say what it is, whatever its name.
    ///
    /// # Errors
    /// A file that cannot be read, is no letter, is too large, or has no words in it.
    pub fn read(path: &Path) -> Result<Document, DocumentError> {
        let bytes = read_bytes(path)?;
        let no_letter = |found| DocumentError::NoLetter { path: path.to_owned(), found };
        let empty = || DocumentError::Empty { path: path.to_owned() };
        let (lines, made) = if bytes.starts_with(b"%PDF") {
            (pdf(bytes, path)?, None)
        } else if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
            docx::read(bytes, path)?
        } else if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
            return Err(no_letter("a file of an Office before 2007 (.doc, .xls)"));
        } else {
            let text = text::decode(bytes, path)?;
            let head: String = text.chars().take(2_000).collect::<String>().to_ascii_lowercase();
            if head.contains("<html") || head.contains("<!doctype html") {
                (html::read(&text), None)
            } else if text.contains('\0') {
                return Err(no_letter("a file of bytes that are no text"));
            } else {
                (text::lines(&text), None)
            }
        };
        let long: usize = lines.iter().map(|line| line.text.len()).sum();
        if long > LONGEST_TEXT {
            let (size, limit) = (long as u64, LONGEST_TEXT as u64);
            return Err(DocumentError::TooLarge { path: path.to_owned(), size, limit });
        }
        let document = flow::flow(lines, made);
        if document.text.chars().any(char::is_alphabetic) { Ok(document) } else { Err(empty()) }
    }

    /// A letter from plain text or Markdown.
    pub fn of_text(text: &str) -> Document {
        flow::flow(text::lines(text), None)
    }

    /// Where a byte of the running text stands.
    pub fn place(&self, at: usize) -> Place {
        let piece = self.piece(at);
        let paragraph = self.paragraphs.partition_point(|paragraph| paragraph.start <= at).max(1);
        let line = self.lines.get(piece.line).map(String::as_str).unwrap_or_default();
        let byte = (piece.column + (at - piece.start.min(at))).min(line.len());
        let column = line.char_indices().take_while(|(start, _)| *start < byte).count() + 1;
        Place { line: piece.line + 1, column, page: piece.page, paragraph }
    }

    /// The stretches of lines that a stretch of the running text comes from: the line, and bytes of it.
    pub fn marked(&self, span: &Range<usize>) -> Vec<(usize, Range<usize>)> {
        let first = self.pieces.partition_point(|piece| piece.start <= span.start).saturating_sub(1);
        let mut marked = Vec::new();
        for (at, piece) in self.pieces.iter().enumerate().skip(first) {
            if piece.start >= span.end {
                break;
            }
            let end = self.pieces.get(at + 1).map_or(self.text.len(), |next| next.start).min(span.end);
            let start = piece.start.max(span.start);
            let line = self.lines.get(piece.line).map(String::as_str).unwrap_or_default();
            // The space between two lines stands for white space of the first, of whatever width.
            let within = |byte: usize| line.floor_char_boundary(byte.min(line.len()));
            let from = within(piece.column + start - piece.start);
            let to = within(piece.column + end.max(start) - piece.start);
            if from < to {
                marked.push((piece.line, from..to));
            }
        }
        marked
    }

    fn piece(&self, at: usize) -> Piece {
        let found = self.pieces.partition_point(|piece| piece.start <= at).checked_sub(1);
        found.and_then(|found| self.pieces.get(found)).copied().unwrap_or(Piece {
            start: 0,
            line: 0,
            column: 0,
            page: 1,
        })
    }
}

fn read_bytes(path: &Path) -> Result<Vec<u8>, DocumentError> {
    let unreadable = |source| DocumentError::Unreadable { path: path.to_owned(), source };
    let file = File::open(path).map_err(unreadable)?;
    let mut bytes = Vec::new();
    file.take(LARGEST_FILE + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    if bytes.is_empty() {
        return Err(DocumentError::Empty { path: path.to_owned() });
    }
    if bytes.len() as u64 > LARGEST_FILE {
        let size = bytes.len() as u64;
        return Err(DocumentError::TooLarge { path: path.to_owned(), size, limit: LARGEST_FILE });
    }
    Ok(bytes)
}

fn pdf(bytes: Vec<u8>, path: &Path) -> Result<Vec<Line>, DocumentError> {
    let pages = import::pdf_lines(bytes).map_err(|cause| DocumentError::Pdf { path: path.to_owned(), cause })?;
    let numbered = pages.into_iter().enumerate();
    let lines =
        numbered.flat_map(|(at, page)| page.into_iter().map(move |text| Line { text, page: at + 1, whole: false }));
    Ok(lines.collect())
}
