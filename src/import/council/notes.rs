//! Notes, hung where their signs stand.

use std::collections::HashMap;

use super::super::line::{Line, LineBuilder};
use super::lines::{SIGN, SIGN_END};
use super::pieces::Piece;
use crate::law::Footnote;

/// Hangs the notes of quoted texts on their signs, which stand before them.
pub(super) fn hang_notes(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut out: Vec<Piece> = Vec::new();
    for piece in pieces {
        let Piece::Note(sign, words) = &piece else {
            out.push(piece);
            continue;
        };
        let signed = format!("{SIGN}{sign}{SIGN_END}");
        let place = out.iter_mut().rev().find_map(|before| match before {
            Piece::Paragraph(paragraph) if paragraph.text.contains(&signed) => Some(&mut paragraph.text),
            _ => None,
        });
        match place {
            Some(text) => *text = text.replacen(&signed, &format!("{SIGN}{sign}{SIGN}{words}{SIGN_END}"), 1),
            None => out.push(piece),
        }
    }
    out
}

/// Builds a line, with the notes whose signs stand in it.
pub(super) fn line(text: &str, notes: &HashMap<String, String>) -> Line {
    let mut builder = LineBuilder::default();
    let mut parts = text.split(SIGN_END).peekable();
    while let Some(part) = parts.next() {
        // All but the last part end with a sign, which its words follow where they are known already.
        let signed = part.split_once(SIGN).filter(|_| parts.peek().is_some());
        let Some((before, sign)) = signed else {
            builder.push(part, &[]);
            continue;
        };
        builder.push(before, &[]);
        let (sign, words) = sign.split_once(SIGN).map_or((sign, None), |(sign, words)| (sign, Some(words)));
        match words.or_else(|| notes.get(sign.trim()).map(String::as_str)) {
            Some(words) => builder.note(Footnote { sign: sign.trim().to_owned(), text: words.to_owned() }),
            None => builder.push(sign, &[]),
        }
    }
    builder.finish()
}

#[cfg(test)]
mod tests {
    use super::super::pieces::Paragraph;
    use super::*;

    #[test]
    fn a_note_of_a_quoted_text_hangs_on_the_sign_before_it() {
        let text = format!("De kuiper{SIGN}*{SIGN_END}, die telt.");
        let paragraph = Piece::Paragraph(Paragraph { text, ..Paragraph::default() });
        let pieces = hang_notes(vec![paragraph, Piece::Note("*".into(), "Kuipersblad 7.”;".into())]);
        let [Piece::Paragraph(paragraph)] = pieces.as_slice() else { panic!("{pieces:?}") };
        let line = line(&paragraph.text, &HashMap::new());
        assert_eq!((line.text.as_str(), line.notes[0].0), ("De kuiper, die telt.", 9));
        assert_eq!(line.notes[0].1, Footnote { sign: "*".into(), text: "Kuipersblad 7.”;".into() });
    }

    #[test]
    fn a_raised_figure_without_a_note_stays_in_the_text() {
        assert_eq!(line(&format!("20 m{SIGN}2{SIGN_END} hout"), &HashMap::new()).text, "20 m2 hout");
    }
}
