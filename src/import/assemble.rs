//! From blocks to provisions: the rules of EU drafting by which a layout is a structure.
//!
//! - An article consists of paragraphs. Where they have no numbers, each block of running text is one.
//! - A numbered paragraph or point that holds several blocks of running text consists of subparagraphs.
//! - A list belongs to the running text before it.
//! - In an annex, running text is an unnumbered paragraph, and what has a number is a point.
//!
//! Source: Joint Practical Guide, guideline 15; Interinstitutional Style Guide, 2.7.

use std::collections::VecDeque;

use super::blocks::{Article, Block, Deleted, Division, Item, ItemKind, Remnant, Table};
use super::draft::Draft;
use super::labels;
use super::line::{Line, Passage};
use super::quotations;
use crate::law::{Kind, Language, Number};

/// Turns blocks into provisions.
pub(super) struct Assembler {
    /// The language of the labels.
    pub language: Language,
}

/// Running text with the lists, tables and quotations that follow it.
#[derive(Default)]
struct Group {
    text: Option<Line>,
    below: Vec<Draft>,
}

/// What a container makes of running text.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Running {
    /// Every block is an unnumbered paragraph (articles, annexes, quotations).
    Paragraphs,
    /// One block is the container's own text, several are subparagraphs (paragraphs, points, recitals).
    Subparagraphs,
}

impl Assembler {
    /// Assembles the enacting terms.
    pub fn body(&self, blocks: Vec<Block>) -> Vec<Draft> {
        self.container(blocks, Running::Paragraphs, Kind::Annex).1
    }

    /// Assembles the annexes.
    pub fn annexes(&self, blocks: Vec<Block>) -> Vec<Draft> {
        self.container(blocks, Running::Paragraphs, Kind::Quotation).1
    }

    /// Assembles one recital.
    pub fn recital(&self, item: Item) -> Draft {
        let mut draft = Draft::new(Kind::Recital);
        draft.number = Number::read(&item.label.text).ok();
        draft.label = Some(item.label);
        (draft.text, draft.children) = self.container(item.blocks, Running::Subparagraphs, Kind::Recital);
        draft
    }

    /// Assembles what stands in a container: its own text and its children.
    fn container(&self, blocks: Vec<Block>, running: Running, within: Kind) -> (Option<Line>, Vec<Draft>) {
        let mut out: Vec<Draft> = Vec::new();
        let mut groups: Vec<Group> = Vec::new();
        let mut blocks = VecDeque::from(quotations::gather(blocks));
        while let Some(block) = blocks.pop_front() {
            match block {
                Block::Text(line) => groups.push(Group { text: Some(line), below: Vec::new() }),
                Block::Item(item) if item.kind == ItemKind::Paragraph && takes_paragraphs(within) => {
                    self.flush(&mut groups, &mut out, running);
                    out.push(self.paragraph(item));
                }
                Block::Item(item) => self.attach(&mut groups, self.point(item)),
                Block::Table(table) => self.attach(&mut groups, self.table(table)),
                Block::Quotation(blocks) => self.attach(&mut groups, self.quotation(blocks)),
                Block::Deleted(deleted) => self.deleted(deleted, within, &mut groups, &mut out, running),
                Block::Division(mut division) if takes_divisions(within) => {
                    self.flush(&mut groups, &mut out, running);
                    if division.blocks.is_empty() && division.label.is_none() {
                        // A heading with nothing under it heads what follows it, up to the next heading.
                        let heads =
                            |block: &Block| !matches!(block, Block::Division(_) | Block::Article(_) | Block::Annex(_));
                        while let Some(next) = blocks.pop_front_if(|next| heads(next)) {
                            division.blocks.push(next);
                        }
                    }
                    out.push(self.division(division, within));
                }
                Block::Division(division) => {
                    // A heading inside running text has no place of its own there: it becomes running text.
                    let lines = division.label.into_iter().chain(division.heading).map(Block::Text);
                    for block in lines.chain(division.blocks).collect::<Vec<_>>().into_iter().rev() {
                        blocks.push_front(block);
                    }
                }
                Block::Article(article) => {
                    self.flush(&mut groups, &mut out, running);
                    out.push(self.article(article));
                }
                Block::Annex(annex) => {
                    self.flush(&mut groups, &mut out, running);
                    out.push(self.annex(annex.title, annex.blocks, within));
                }
                Block::Contents(lines) => {
                    self.flush(&mut groups, &mut out, running);
                    out.push(contents(lines));
                }
                Block::QuotationEnd => {}
            }
        }
        self.finish(groups, out, running)
    }

    fn finish(&self, groups: Vec<Group>, mut out: Vec<Draft>, running: Running) -> (Option<Line>, Vec<Draft>) {
        let texts = groups.iter().filter(|group| group.text.is_some()).count();
        if running != Running::Paragraphs && texts <= 1 && out.is_empty() {
            let mut text = None;
            let mut before = Vec::new();
            let mut after = Vec::new();
            for group in groups {
                if group.text.is_some() {
                    text = group.text;
                    after.extend(group.below);
                } else if text.is_none() {
                    before.extend(group.below);
                } else {
                    after.extend(group.below);
                }
            }
            before.append(&mut after);
            return (text, before);
        }
        let mut groups = groups;
        self.flush(&mut groups, &mut out, running);
        (None, out)
    }

    fn attach(&self, groups: &mut Vec<Group>, draft: Draft) {
        if groups.is_empty() {
            groups.push(Group::default());
        }
        if let Some(group) = groups.last_mut() {
            group.below.push(draft);
        }
    }

    /// Ends the groups so far: each becomes a paragraph or subparagraph; lists without text stand for themselves.
    fn flush(&self, groups: &mut Vec<Group>, out: &mut Vec<Draft>, running: Running) {
        let kind = if running == Running::Subparagraphs { Kind::Subparagraph } else { Kind::Paragraph };
        for group in groups.drain(..) {
            match group.text {
                Some(text) => {
                    let mut draft = Draft::new(kind);
                    draft.text = Some(text);
                    draft.children = group.below;
                    out.push(draft);
                }
                None => out.extend(group.below),
            }
        }
    }

    fn paragraph(&self, item: Item) -> Draft {
        let mut draft = Draft::new(Kind::Paragraph);
        draft.number = Number::read(&item.label.text).ok();
        draft.label = Some(item.label);
        (draft.text, draft.children) = self.container(item.blocks, Running::Subparagraphs, Kind::Paragraph);
        draft
    }

    fn point(&self, item: Item) -> Draft {
        let number = Number::read(&item.label.text).ok();
        let mut draft = Draft::new(if number.is_some() { Kind::Point } else { Kind::Indent });
        draft.number = number;
        draft.label = Some(item.label).filter(|label| !label.is_empty());
        (draft.text, draft.children) = self.container(item.blocks, Running::Subparagraphs, Kind::Point);
        draft
    }

    fn quotation(&self, blocks: Vec<Block>) -> Draft {
        let mut draft = Draft::new(Kind::Quotation);
        let blocks = join_to_paragraphs(blocks);
        draft.children = self.container(blocks, Running::Paragraphs, Kind::Quotation).1;
        draft
    }

    pub(super) fn article(&self, article: Article) -> Draft {
        let mut draft = Draft::new(Kind::Article);
        draft.number = labels::article_number(&article.label.text);
        draft.label = Some(article.label);
        draft.heading = article.heading.filter(|heading| !heading.is_empty());
        let blocks = join_to_paragraphs(article.blocks);
        let (_, children) = self.container(blocks, Running::Paragraphs, Kind::Article);
        draft.children = wrap_loose(children);
        draft
    }

    fn division(&self, division: Division, within: Kind) -> Draft {
        let parts = labels::division(division.label, division.heading, self.language);
        let mut draft = Draft::new(parts.kind);
        draft.number = parts.number;
        draft.label = parts.label;
        draft.heading = parts.heading;
        let allowed = within == Kind::Quotation || within.may_contain(parts.kind);
        if !allowed {
            draft.kind = Kind::Group;
        }
        if draft.kind == Kind::Point {
            (draft.text, draft.children) = self.container(division.blocks, Running::Subparagraphs, Kind::Group);
        } else {
            (_, draft.children) = self.container(division.blocks, Running::Paragraphs, draft.kind);
        }
        draft
    }

    fn annex(&self, title: Vec<Line>, blocks: Vec<Block>, within: Kind) -> Draft {
        let parts = labels::annex(title, self.language);
        let nested = matches!(within, Kind::Annex | Kind::Appendix);
        let mut draft = Draft::new(if nested { Kind::Appendix } else { parts.kind });
        draft.number = parts.number;
        draft.label = parts.label;
        draft.heading = parts.heading;
        (_, draft.children) = self.container(blocks, Running::Paragraphs, Kind::Annex);
        draft
    }

    fn table(&self, table: Table) -> Draft {
        let mut draft = Draft::new(Kind::Table);
        draft.heading = join_lines(table.title);
        for row in table.rows {
            let mut line = Draft::new(Kind::Row);
            line.header = row.header;
            for cell in row.cells {
                let mut field = Draft::new(Kind::Cell);
                field.span = cell.span;
                field.text = flatten(cell.blocks).filter(|line| !line.is_empty());
                line.children.push(field);
            }
            draft.children.push(line);
        }
        for text in flat_lines(table.remarks).into_iter().filter(|line| !line.is_blank()) {
            let mut paragraph = Draft::new(Kind::Paragraph);
            paragraph.text = Some(text);
            draft.children.push(paragraph);
        }
        draft
    }

    fn deleted(&self, deleted: Deleted, within: Kind, groups: &mut Vec<Group>, out: &mut Vec<Draft>, running: Running) {
        if matches!(deleted.was, Some(Remnant::Text) | None) && running != Running::Paragraphs {
            // Deleted words have no place of their own: the text before them remembers the deletion.
            if let Some(text) = groups.last_mut().and_then(|group| group.text.as_mut()) {
                let end = text.text.len();
                text.amended.push(Passage { start: end, end, by: deleted.by });
            }
            return;
        }
        let mut draft = Draft::new(Kind::Point);
        draft.deleted = Some(deleted.by);
        match deleted.was {
            Some(Remnant::Article(number)) => (draft.kind, draft.number) = (Kind::Article, number),
            Some(Remnant::Paragraph(number)) if takes_paragraphs(within) => {
                (draft.kind, draft.number) = (Kind::Paragraph, number);
            }
            Some(Remnant::Point(number) | Remnant::Paragraph(number)) => {
                draft.kind = if number.is_some() { Kind::Point } else { Kind::Indent };
                draft.number = number;
            }
            Some(Remnant::Division(title)) => {
                let parts = labels::division(None, vec![plain(&title)], self.language);
                (draft.kind, draft.number) = (parts.kind, parts.number);
            }
            Some(Remnant::Annex(title)) => {
                let parts = labels::annex(vec![plain(&title)], self.language);
                (draft.kind, draft.number) = (parts.kind, parts.number);
            }
            Some(Remnant::Text) | None => {
                draft.kind = match running {
                    Running::Subparagraphs => Kind::Subparagraph,
                    Running::Paragraphs => Kind::Paragraph,
                };
            }
            Some(Remnant::Row) => draft.kind = Kind::Row,
        }
        let stands_alone = takes_paragraphs(within) || within.is_annex_like();
        if stands_alone && !matches!(draft.kind, Kind::Point | Kind::Indent) {
            self.flush(groups, out, running);
            out.push(draft);
        } else if within.may_contain(draft.kind) || within == Kind::Article {
            self.attach(groups, draft);
        }
    }
}

fn plain(text: &str) -> Line {
    Line { text: text.to_owned(), ..Line::default() }
}

fn takes_paragraphs(within: Kind) -> bool {
    matches!(within, Kind::Article | Kind::Quotation)
}

fn takes_divisions(within: Kind) -> bool {
    within.is_annex_like() || within == Kind::Quotation
}

/// Moves running text that follows a numbered paragraph of an article into that paragraph.
pub(super) fn join_to_paragraphs(blocks: Vec<Block>) -> Vec<Block> {
    let mut out: Vec<Block> = Vec::new();
    for block in blocks {
        let opens = matches!(&block, Block::Item(item) if item.kind == ItemKind::Paragraph);
        let stays = matches!(&block, Block::Deleted(Deleted { was: None | Some(Remnant::Paragraph(_)), .. }));
        let last_paragraph = out.iter_mut().rev().find_map(|before| match before {
            Block::Item(item) if item.kind == ItemKind::Paragraph => Some(item),
            _ => None,
        });
        match last_paragraph {
            Some(paragraph) if !opens && !stays => paragraph.blocks.push(block),
            _ => out.push(block),
        }
    }
    out
}

/// Puts lists and tables that stand in an article without any text into an unnumbered paragraph.
fn wrap_loose(children: Vec<Draft>) -> Vec<Draft> {
    let mut out: Vec<Draft> = Vec::new();
    let mut loose = false;
    for child in children {
        if child.kind == Kind::Paragraph {
            loose = false;
            out.push(child);
        } else if let Some(last) = out.last_mut().filter(|_| loose) {
            last.children.push(child);
        } else {
            let mut paragraph = Draft::new(Kind::Paragraph);
            paragraph.children.push(child);
            out.push(paragraph);
            loose = true;
        }
    }
    out
}

fn contents(lines: Vec<Line>) -> Draft {
    let mut draft = Draft::new(Kind::Contents);
    let mut lines = lines.into_iter();
    draft.heading = lines.next();
    draft.children = lines
        .map(|line| {
            let mut entry = Draft::new(Kind::ContentsEntry);
            entry.text = Some(line);
            entry
        })
        .collect();
    draft
}

/// Lines of a heading as one line.
pub(super) fn join_lines(lines: Vec<Line>) -> Option<Line> {
    let mut lines = lines.into_iter();
    let mut first = lines.next()?;
    for line in lines {
        first.append(" ", line);
    }
    Some(first)
}

/// All lines of blocks as one line, with a line break between: what a cell of a table holds.
fn flatten(blocks: Vec<Block>) -> Option<Line> {
    flat_lines(blocks).into_iter().reduce(|mut all, line| {
        all.append("\n", line);
        all
    })
}

/// All lines of blocks, in order. Labels stand before their texts.
fn flat_lines(blocks: Vec<Block>) -> Vec<Line> {
    let mut out: Vec<Line> = Vec::new();
    for block in blocks {
        match block {
            Block::Text(line) => out.push(line),
            Block::Item(item) => {
                let mut label = item.label;
                let mut lines = flat_lines(item.blocks).into_iter();
                if let Some(first) = lines.next() {
                    label.append(" ", first);
                }
                out.push(label);
                out.extend(lines);
            }
            Block::Division(division) => {
                out.extend(division.label.into_iter().chain(division.heading));
                out.extend(flat_lines(division.blocks));
            }
            Block::Quotation(blocks) => out.extend(flat_lines(blocks)),
            Block::Article(article) => {
                out.extend(std::iter::once(article.label).chain(article.heading));
                out.extend(flat_lines(article.blocks));
            }
            Block::Annex(annex) => {
                out.extend(annex.title);
                out.extend(flat_lines(annex.blocks));
            }
            Block::Table(table) => {
                out.extend(table.title);
                let cells = table.rows.into_iter().flat_map(|row| row.cells);
                out.extend(cells.flat_map(|cell| flat_lines(cell.blocks)));
                out.extend(flat_lines(table.remarks));
            }
            Block::Contents(lines) => out.extend(lines),
            Block::Deleted(deleted) => {
                let at = out.last().map_or(0, |line| line.text.len());
                let passage = Passage { start: at, end: at, by: deleted.by };
                match out.last_mut() {
                    Some(before) => before.amended.push(passage),
                    None => out.push(Line { amended: vec![passage], ..Line::default() }),
                }
            }
            Block::QuotationEnd => {}
        }
    }
    out
}

/// Whether a line is only the punctuation that ends the line before it, as the semicolon after a quotation.
pub(super) fn is_tail(line: &Line) -> bool {
    let closes =
        |c: char| matches!(c, '.' | ';' | ',' | ':' | '!' | '?' | '’' | '”' | '»' | '\'' | '"' | ')' | ' ' | '\u{a0}');
    !line.text.is_empty() && line.text.chars().all(closes)
}

/// The last line of running text in a block.
pub(super) fn last_line(block: &mut Block) -> Option<&mut Line> {
    match block {
        Block::Text(line) => Some(line),
        Block::Item(item) => item.blocks.last_mut().and_then(last_line),
        Block::Division(division) => division.blocks.last_mut().and_then(last_line),
        Block::Article(article) => article.blocks.last_mut().and_then(last_line),
        Block::Annex(annex) => annex.blocks.last_mut().and_then(last_line),
        Block::Quotation(blocks) => blocks.last_mut().and_then(last_line),
        Block::Table(table) => table.rows.last_mut()?.cells.last_mut()?.blocks.last_mut().and_then(last_line),
        Block::Contents(_) | Block::Deleted(_) | Block::QuotationEnd => None,
    }
}

/// The words of blocks, block by block with a line break between.
pub(super) fn plain_text(blocks: &[Block]) -> String {
    let mut lines = Vec::new();
    for block in blocks {
        collect(block, &mut lines);
    }
    lines.join("\n")
}

fn collect(block: &Block, lines: &mut Vec<String>) {
    match block {
        Block::Text(line) => lines.push(line.text.clone()),
        Block::Item(item) => {
            lines.push(item.label.text.clone());
            item.blocks.iter().for_each(|block| collect(block, lines));
        }
        Block::Division(division) => {
            lines.extend(division.label.iter().chain(&division.heading).map(|line| line.text.clone()));
            division.blocks.iter().for_each(|block| collect(block, lines));
        }
        Block::Article(article) => {
            lines.extend(Some(&article.label).into_iter().chain(&article.heading).map(|line| line.text.clone()));
            article.blocks.iter().for_each(|block| collect(block, lines));
        }
        Block::Annex(annex) => {
            lines.extend(annex.title.iter().map(|line| line.text.clone()));
            annex.blocks.iter().for_each(|block| collect(block, lines));
        }
        Block::Table(table) => {
            lines.extend(table.title.iter().map(|line| line.text.clone()));
            table.remarks.iter().for_each(|block| collect(block, lines));
            let cells = table.rows.iter().flat_map(|row| &row.cells);
            cells.flat_map(|cell| &cell.blocks).for_each(|block| collect(block, lines));
        }
        Block::Quotation(blocks) => blocks.iter().for_each(|block| collect(block, lines)),
        Block::Contents(entries) => lines.extend(entries.iter().map(|line| line.text.clone())),
        Block::Deleted(_) | Block::QuotationEnd => {}
    }
}
