//! Lines → paragraphs and tables.

use super::lines::PageLine;
use super::numbers;
use super::pages::{Text, split_note};
use super::tables;

/// What the text consists of.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Piece {
    Paragraph(Paragraph),
    Table(tables::Rows),
    /// A note of a quoted text: its sign and its words.
    Note(String, String),
}

/// Lines that belong together.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Paragraph {
    /// Where it starts, its number included.
    pub x: f64,
    /// Its number as printed.
    pub label: Option<String>,
    pub text: String,
    /// Whether it stands as close to what is before it as its lines do to each other.
    pub close: bool,
}

/// Lines further apart than this, in sizes of their characters, are two paragraphs.
const APART: f64 = 2.2;

/// What the lines are to be told by.
pub(super) struct Signs<'a> {
    /// Whether a line is the number of an article or annex, which ends its paragraph.
    pub is_unit: &'a dyn Fn(&str) -> bool,
    /// The words that join the members of a list.
    pub conjunctions: &'a [&'a str],
}

/// Puts lines together.
pub(super) fn pieces(text: &Text, signs: &Signs<'_>) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    // Where the last line of the page before starts, if its paragraph goes on over the page.
    let mut goes_on: Option<f64> = None;
    for page in &text.pages {
        let mut at = 0;
        while at < page.lines.len() {
            if let Some((rows, length)) = tables::at(&page.lines[at..], signs.conjunctions) {
                pieces.push(Piece::Table(rows));
                at += length;
                continue;
            }
            let before = at.checked_sub(1).map(|before| &page.lines[before]);
            add(&mut pieces, before, &page.lines[at], goes_on, signs);
            at += 1;
        }
        goes_on = page.lines.last().filter(|_| page.goes_on).map(|line| line.x);
    }
    pieces
}

fn add(pieces: &mut Vec<Piece>, before: Option<&PageLine>, line: &PageLine, goes_on: Option<f64>, signs: &Signs<'_>) {
    if is_rule(&line.text) {
        return;
    }
    if let Some((sign, words)) = split_note(&line.text) {
        pieces.push(Piece::Note(sign.to_owned(), words.to_owned()));
        return;
    }
    let near = match before {
        Some(before) => line.y - before.y < before.size.max(line.size) * APART,
        // Nothing goes on further to the left.
        None => goes_on.is_some_and(|x| line.x > x - 1.0),
    };
    let starts = numbers::starts_item(&line.text) || (signs.is_unit)(&line.text);
    match pieces.last_mut() {
        Some(Piece::Note(_, words)) if near && !starts => add_line(words, &line.text, signs.conjunctions),
        Some(Piece::Paragraph(last)) if near && !starts && !(signs.is_unit)(&last.text) => {
            add_line(&mut last.text, &line.text, signs.conjunctions);
        }
        _ => pieces.push(Piece::Paragraph(paragraph(line, near))),
    }
}

fn paragraph(line: &PageLine, close: bool) -> Paragraph {
    let (label, text) = match numbers::split(&line.text) {
        Some((label, rest)) => (Some(label.to_owned()), rest),
        None => (None, line.text.as_str()),
    };
    Paragraph { x: line.x, label, text: text.replace('\t', " "), close }
}

/// Puts a line after the lines before it.
///
/// These documents are set without breaking words, so a hyphen at the end of a line is a word's own: it joins the lines.
/// The hyphen of a shortened word ('voor- en nadelen') keeps its space, which the conjunction after it shows.
pub(super) fn add_line(text: &mut String, line: &str, conjunctions: &[&str]) {
    let line = line.replace('\t', " ");
    let first = line.split_whitespace().next().unwrap_or_default();
    let hyphen = text.ends_with(['-', '\u{2010}', '\u{2011}', '\u{ad}']);
    if !hyphen || conjunctions.contains(&first) {
        text.push(' ');
    }
    text.push_str(line.trim_start());
}

/// Whether a line is the rule above the notes of a quoted text.
pub(super) fn is_rule(text: &str) -> bool {
    text.len() >= 4 && text.bytes().all(|byte| byte == b'_')
}

#[cfg(test)]
mod tests {
    use super::super::pages::TextPage;
    use super::*;

    fn joined(lines: &[&str]) -> String {
        let mut text = lines[0].to_owned();
        lines[1..].iter().for_each(|line| add_line(&mut text, line, &["en", "of"]));
        text
    }

    #[test]
    fn a_hyphen_at_the_end_of_a_line_belongs_to_its_word() {
        assert_eq!(joined(&["de regen-", "tonnen van", "de kuiper"]), "de regen-tonnen van de kuiper");
        assert_eq!(joined(&["een hoepel of -", "duig"]), "een hoepel of -duig");
    }

    #[test]
    fn the_hyphen_of_a_shortened_word_keeps_its_space() {
        assert_eq!(joined(&["een duig-", "of hoepelmaker"]), "een duig- of hoepelmaker");
    }

    fn read(lines: &[(f64, f64, &str)], goes_on: bool) -> Vec<Piece> {
        let line = |(x, y, text): &(f64, f64, &str)| PageLine { x: *x, y: *y, size: 12.0, text: (*text).to_owned() };
        let page = TextPage { lines: lines.iter().map(line).collect(), goes_on };
        let next = TextPage { lines: vec![line(&(99.0, 72.0, "Daarna rust hij."))], goes_on: false };
        let text = Text { pages: vec![page, next], ..Text::default() };
        let is_unit = |text: &str| text.starts_with("Artikel");
        pieces(&text, &Signs { is_unit: &is_unit, conjunctions: &["en"] })
    }

    fn text(piece: &Piece) -> &str {
        match piece {
            Piece::Paragraph(paragraph) => &paragraph.text,
            Piece::Table(_) | Piece::Note(..) => "",
        }
    }

    fn texts(pieces: &[Piece]) -> Vec<&str> {
        pieces.iter().map(text).collect()
    }

    #[test]
    fn lines_that_stand_close_are_one_paragraph() {
        let lines = [(56.0, 72.0, "Artikel 3"), (56.0, 92.7, "Vaten"), (56.0, 125.0, "a)\teen"), (99.0, 145.7, "vat")];
        let pieces = read(&lines, false);
        assert_eq!(texts(&pieces), ["Artikel 3", "Vaten", "een vat", "Daarna rust hij."]);
        assert!(matches!(&pieces[1], Piece::Paragraph(heading) if heading.close));
        assert!(matches!(&pieces[2], Piece::Paragraph(item) if item.label.as_deref() == Some("a)")));
    }

    #[test]
    fn a_paragraph_that_goes_on_over_the_page_is_one() {
        assert_eq!(texts(&read(&[(99.0, 72.0, "De kuiper telt.")], true)), ["De kuiper telt. Daarna rust hij."]);
    }
}
