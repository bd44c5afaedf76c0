//! The parts of an act: title, preamble, recitals, enacting terms, closing, annexes.

use super::super::blocks::{Block, Item, ItemKind};
use super::super::line::Line;
use super::super::raw::RawAct;
use super::super::report::ImportReport;
use super::nest::Nest;
use super::pages::Text;
use super::pieces::{Paragraph, Piece, Signs, pieces};
use super::{notes, units};
use crate::languages::vocabulary;
use crate::law::Language;

/// Reads the act from the text of a document.
pub(super) fn read(text: Text, language: Language, report: &mut ImportReport) -> RawAct {
    let words = vocabulary(language);
    let is_unit = |line: &str| units::is_unit(line, language);
    let signs = Signs { is_unit: &is_unit, conjunctions: words.provisions.conjunctions };
    let mut front = notes::hang_notes(pieces(&text, &signs));
    let first_article = |piece: &Piece| is_paragraph(piece, |text| units::is_article(text, language));
    let enacting = front.iter().position(first_article).unwrap_or(front.len());
    let mut body = front.split_off(enacting);
    let concludes = |text: &str| {
        let start = text.to_lowercase();
        words.acts.concluding.iter().any(|known| start.starts_with(known))
    };
    let closing = body.iter().position(|piece| is_paragraph(piece, concludes)).unwrap_or(body.len());
    let mut closing = body.split_off(closing);
    let annexes = closing.iter().position(|piece| is_paragraph(piece, |text| units::is_annex(text, language)));
    let annexes = closing.split_off(annexes.unwrap_or(closing.len()));

    let mut raw = front_of(front, &text);
    raw.closing = signed(closing, &text);
    let mut nested =
        |pieces: Vec<Piece>| Nest { pieces: pieces.into_iter().peekable(), notes: &text.notes, language, report }.all();
    raw.body = nested(body);
    raw.annexes = nested(annexes);
    raw
}

fn is_paragraph(piece: &Piece, is: impl Fn(&str) -> bool) -> bool {
    matches!(piece, Piece::Paragraph(paragraph) if paragraph.label.is_none() && is(&paragraph.text))
}

/// Title, preamble and recitals.
fn front_of(pieces: Vec<Piece>, text: &Text) -> RawAct {
    let mut raw = RawAct::default();
    for piece in pieces {
        if let Piece::Paragraph(paragraph) = piece {
            add_to_front(&mut raw, &paragraph, &|text_of| notes::line(text_of, &text.notes));
        }
    }
    // 'Whereas:' is the last paragraph before the recitals.
    if !raw.recitals.is_empty() {
        raw.recital_opening.extend(raw.citations.pop_if(|last| last.text.ends_with(':')));
    }
    raw
}

fn add_to_front(raw: &mut RawAct, paragraph: &Paragraph, line: &dyn Fn(&str) -> Line) {
    let words = line(&paragraph.text);
    let item = |label: &String| Item {
        kind: ItemKind::Point,
        label: line(label),
        blocks: vec![Block::Text(line(&paragraph.text))],
    };
    match (&paragraph.label, raw.recitals.last_mut()) {
        (Some(label), _) if label.starts_with('(') => raw.recitals.push(Block::Item(item(label))),
        _ if is_formula(&paragraph.text, ':') => raw.preamble_closing.push(words),
        // What follows a recital belongs to it, up to the words that close the preamble.
        (label, Some(Block::Item(recital))) if raw.preamble_closing.is_empty() => {
            let below = label.as_ref().map_or_else(|| Block::Text(words), |label| Block::Item(item(label)));
            recital.blocks.push(below);
        }
        _ if is_formula(&paragraph.text, ',') => raw.preamble_opening.push(words),
        _ if raw.preamble_opening.is_empty() => raw.title.push(words),
        _ => raw.citations.push(words),
    }
}

/// Whether a paragraph is a solemn form in capitals that ends with a mark.
fn is_formula(text: &str, mark: char) -> bool {
    let letters = || text.chars().filter(|c| c.is_alphabetic());
    text.ends_with(mark) && letters().count() > 8 && letters().all(char::is_uppercase)
}

/// The closing words; those who sign stand side by side.
fn signed(pieces: Vec<Piece>, text: &Text) -> Vec<Line> {
    let mut lines = Vec::new();
    for piece in pieces {
        match piece {
            Piece::Paragraph(paragraph) => lines.push(notes::line(&paragraph.text, &text.notes)),
            Piece::Table(table) => {
                let columns = table.rows.iter().map(Vec::len).max().unwrap_or(0);
                let cells = (0..columns).flat_map(|at| table.rows.iter().filter_map(move |row| row.get(at)));
                lines.extend(cells.filter(|cell| !cell.is_empty()).map(|cell| notes::line(cell, &text.notes)));
            }
            Piece::Note(_, words) => lines.push(notes::line(&words, &text.notes)),
        }
    }
    lines
}
