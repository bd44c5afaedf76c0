//! Paragraphs → blocks: what stands further right than a number belongs to it.

use std::collections::HashMap;
use std::iter::Peekable;
use std::vec::IntoIter;

use super::super::blocks::{Annex, Article, Block, Division, Item, ItemKind};
use super::super::line::Line;
use super::super::quotations;
use super::super::report::ImportReport;
use super::notes::line;
use super::numbers;
use super::pieces::{Paragraph, Piece};
use super::units::{is_annex, is_article, is_heading, is_unit, names_points};
use crate::law::Language;

/// Builds blocks from the paragraphs of a document.
pub(super) struct Nest<'a> {
    pub pieces: Peekable<IntoIter<Piece>>,
    pub notes: &'a HashMap<String, String>,
    pub language: Language,
    pub report: &'a mut ImportReport,
}

/// Where blocks stand.
#[derive(Clone, Copy)]
struct Place {
    /// Only what starts further right belongs to it.
    floor: f64,
    /// Whether it is the text itself, where every article and annex belongs.
    outermost: bool,
    /// Whether numbered things are points: in annexes, and where an instruction names points.
    points: bool,
    /// Whether points have headings.
    in_annex: bool,
    /// How deep it is nested.
    depth: usize,
}

/// Deepest nesting that is read: a file can go on indenting for ever.
const DEEPEST: usize = 40;

impl Nest<'_> {
    /// The blocks up to the end of the document.
    pub fn all(&mut self) -> Vec<Block> {
        self.blocks(Place { floor: f64::NEG_INFINITY, outermost: true, points: false, in_annex: false, depth: 0 })
    }

    fn blocks(&mut self, place: Place) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut quoted_at = None;
        while let Some(piece) = self.pieces.next_if(|piece| belongs(piece, place, quoted_at, self.language)) {
            match piece {
                Piece::Table(rows) => {
                    let notes = self.notes;
                    blocks.push(rows.block(&|text| line(text, notes)));
                }
                // Notes hang where their sign stands; one without a sign in the text is kept as text.
                Piece::Note(sign, text) => blocks.push(Block::Text(line(&format!("{sign} {text}"), self.notes))),
                Piece::Paragraph(paragraph) => {
                    if is_unit(&paragraph.text, self.language) {
                        quoted_at = Some(paragraph.x);
                    }
                    blocks.push(self.block(paragraph, place));
                }
            }
        }
        blocks
    }

    fn block(&mut self, paragraph: Paragraph, place: Place) -> Block {
        if place.depth >= DEEPEST {
            let words = [paragraph.label.as_deref().unwrap_or_default(), &paragraph.text];
            return Block::Text(self.line(&words.join(" ")));
        }
        let place = Place { depth: place.depth + 1, ..place };
        if is_article(&paragraph.text, self.language) {
            return self.article(&paragraph, place);
        }
        if is_annex(&paragraph.text, self.language) {
            return self.annex(&paragraph, place);
        }
        match &paragraph.label {
            Some(label) => self.item(label, &paragraph, place),
            None => Block::Text(self.line(&paragraph.text)),
        }
    }

    fn article(&mut self, label: &Paragraph, place: Place) -> Block {
        let heading = self.pieces.next_if(|next| matches!(next, Piece::Paragraph(p) if p.close && p.label.is_none()));
        let heading = heading.and_then(|piece| self.text_of(piece));
        let blocks = self.blocks(Place { outermost: false, points: false, in_annex: false, ..place });
        Block::Article(Article { label: self.line(&label.text), heading, blocks })
    }

    fn annex(&mut self, label: &Paragraph, place: Place) -> Block {
        let mut title = vec![self.line(&label.text)];
        let heads = |next: &Piece| matches!(next, Piece::Paragraph(p) if p.label.is_none() && is_heading(&p.text));
        while let Some(heading) = self.pieces.next_if(heads) {
            title.extend(self.text_of(heading));
        }
        let blocks = self.blocks(Place { outermost: false, points: true, in_annex: true, ..place });
        Block::Annex(Annex { title, blocks })
    }

    fn item(&mut self, label: &str, paragraph: &Paragraph, place: Place) -> Block {
        let points = place.in_annex || names_points(&paragraph.text, self.language);
        let below = Place { floor: paragraph.x + 1.0, outermost: false, points, ..place };
        let (label_line, text) = (self.line(label), self.line(&paragraph.text));
        if place.in_annex && is_heading(&paragraph.text) {
            let blocks = self.blocks(below);
            return Block::Division(Division { label: Some(label_line), heading: vec![text], blocks });
        }
        let is_paragraph = numbers::is_of_paragraph(label) && !place.points;
        let kind = if is_paragraph { ItemKind::Paragraph } else { ItemKind::Point };
        let mut blocks = vec![Block::Text(text)];
        blocks.extend(self.blocks(below));
        Block::Item(Item { kind, label: label_line, blocks: self.close_quotation(label, blocks) })
    }

    /// Makes a quotation of what an instruction announces and a mark closes, where the mark that opens it is missing.
    fn close_quotation(&mut self, label: &str, mut blocks: Vec<Block>) -> Vec<Block> {
        let Some((Block::Text(first), rest)) = blocks.split_first() else { return blocks };
        let texts = rest.iter().map(|block| match block {
            Block::Text(line) => Some(line.text.as_str()),
            _ => None,
        });
        let Some(texts) = texts.collect::<Option<Vec<&str>>>() else { return blocks };
        let (Some(opening), Some(last)) = (texts.first(), texts.last()) else { return blocks };
        let marks = |mark: char| texts.iter().map(|text| text.matches(mark).count()).sum::<usize>();
        let unopened = !opening.starts_with(quotations::OPENING) && marks('”') > marks('“');
        if !(first.text.ends_with(':') && unopened && quotations::ends_quoted(last)) {
            return blocks;
        }
        self.report.doubt(format!("{label}: no mark opens the quotation that '{}' announces", first.text));
        let quoted = blocks.split_off(1);
        blocks.push(Block::Quotation(quoted));
        blocks
    }

    fn text_of(&self, piece: Piece) -> Option<Line> {
        match piece {
            Piece::Paragraph(paragraph) => Some(self.line(&paragraph.text)),
            _ => None,
        }
    }

    fn line(&self, text: &str) -> Line {
        line(text, self.notes)
    }
}

/// Whether a piece belongs to a place. An article or annex that no mark opens belongs to the text itself, or stands just
/// below one that is quoted.
fn belongs(piece: &Piece, place: Place, quoted_at: Option<f64>, language: Language) -> bool {
    let paragraph = match piece {
        Piece::Paragraph(paragraph) => paragraph,
        Piece::Table(rows) => return rows.x > place.floor,
        Piece::Note(..) => return true,
    };
    let is_unit = paragraph.label.is_none() && is_unit(&paragraph.text, language);
    let is_quoted = paragraph.text.starts_with(quotations::OPENING)
        || quoted_at.is_some_and(|x: f64| (x - paragraph.x).abs() < 1.0);
    paragraph.x > place.floor && (!is_unit || is_quoted || place.outermost)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn nested(pieces: Vec<Piece>) -> Vec<Block> {
        let (notes, mut report) = (HashMap::new(), ImportReport::default());
        let pieces = pieces.into_iter().peekable();
        Nest { pieces, notes: &notes, language: Language::Nl, report: &mut report }.all()
    }

    fn item(x: f64, label: &str, text: &str) -> Piece {
        Piece::Paragraph(Paragraph { x, label: Some(label.to_owned()), text: text.to_owned(), close: false })
    }

    fn depth(blocks: &[Block]) -> usize {
        let below = blocks.iter().map(|block| match block {
            Block::Item(item) => 1 + depth(&item.blocks),
            _ => 0,
        });
        below.max().unwrap_or(0)
    }

    #[test]
    fn what_stands_further_right_belongs_to_the_number_before_it() {
        let pieces = vec![item(56.0, "1)", "vaten"), item(99.0, "a)", "rond"), item(56.0, "2)", "kuipen")];
        let blocks = nested(pieces);
        assert_eq!((blocks.len(), depth(&blocks)), (2, 2));
    }

    #[test]
    fn a_file_that_indents_for_ever_is_read_to_a_limit() {
        let pieces = (0..50_000).map(|at| item(f64::from(at) * 2.0, "a)", "dieper")).collect();
        assert_eq!(depth(&nested(pieces)), DEEPEST);
    }
}
