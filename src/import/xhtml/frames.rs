//! Headings open what follows them: from a flat run of headings and blocks to divisions, articles and annexes.

use super::super::assemble::{is_tail, last_line};
use super::super::blocks::{Annex, Article, Block, Division, Item, ItemKind};
use super::super::line::Line;
use super::super::quotations::OPENING;
use super::nest;
use crate::law::{Kind, Language};

/// Collects the blocks of a container, opening a frame at each heading and closing it where the next one of its rank
/// or a higher one begins.
pub(super) struct Frames {
    language: Language,
    open: Vec<Frame>,
    done: Vec<Block>,
}

struct Frame {
    rank: Rank,
    head: Head,
    blocks: Vec<Block>,
}

enum Head {
    Division { heading: Vec<Line>, label: Option<Line> },
    Article { label: Line, heading: Option<Line> },
    Annex { title: Vec<Line> },
}

/// How far out a frame reaches: a frame ends where one of a lower or equal rank begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Annex,
    Appendix,
    Division(u8),
    /// A heading in an annex: its depth as laid out, then the rank of its name ('Part I' reaches further than '1.').
    Group(u8, u8),
    Article,
    /// An article quoted within an article.
    QuotedArticle,
}

/// The rank of the name of a heading that heads named ones of the same layout.
const HEADS_ALL: u8 = 0;
/// The rank of the name of a heading that has none.
const UNNAMED: u8 = u8::MAX;

impl Frames {
    pub fn new(language: Language) -> Frames {
        Frames { language, open: Vec::new(), done: Vec::new() }
    }

    /// Adds a block to the innermost frame. Text without a word in it ends the line before it; a list after a point
    /// whose depth the layout does not show, and which announces it, belongs to that point.
    pub fn push(&mut self, block: Block) {
        let blocks = self.innermost();
        match (blocks.last_mut(), block) {
            (Some(_), Block::Text(line)) if is_stray_dash(&line) => {}
            (Some(last), Block::Text(line)) if is_tail(&line) => {
                if let Some(before) = last_line(last) {
                    before.append("", line);
                }
            }
            (Some(Block::Item(point)), Block::Item(item))
                if point.kind == ItemKind::FlatPoint && item.kind == ItemKind::Point && announces_list(point) =>
            {
                point.blocks.push(Block::Item(item));
            }
            (_, block) => blocks.push(block),
        }
    }

    /// Adds words to the line before them.
    pub fn extend_line(&mut self, line: Line) {
        match self.innermost().last_mut().and_then(last_line) {
            Some(before) => before.append(" ", line),
            None => self.push(Block::Text(line)),
        }
    }

    /// Adds a block to the point before it.
    pub fn continue_point(&mut self, block: Block) {
        if matches!(&block, Block::Text(line) if is_stray_dash(line)) {
            return;
        }
        match self.innermost().last_mut() {
            Some(Block::Item(point)) if point.kind == ItemKind::FlatPoint => point.blocks.push(block),
            _ => self.push(block),
        }
    }

    /// The blocks of the innermost frame so far.
    pub fn innermost(&mut self) -> &mut Vec<Block> {
        match self.open.last_mut() {
            Some(frame) => &mut frame.blocks,
            None => &mut self.done,
        }
    }

    /// Whether the last words end in a colon, so that a quotation or list is to be expected.
    pub fn announces(&mut self) -> bool {
        let last = self.innermost().last_mut().and_then(last_line);
        last.is_some_and(|line| line.text.trim_end().ends_with(':'))
    }

    /// Whether an article is open.
    pub fn in_article(&self) -> bool {
        matches!(self.open.last(), Some(Frame { head: Head::Article { .. }, .. }))
    }

    /// Whether an annex is open.
    pub fn in_annex(&self) -> bool {
        self.open.iter().any(|frame| matches!(frame.head, Head::Annex { .. }))
    }

    /// 'CHAPTER III'
    pub fn division_number(&mut self, line: Line) {
        let kind = super::super::labels::division_kind(&line.text, self.language);
        let rank = kind.and_then(Kind::division_rank).unwrap_or(u8::MAX);
        self.start(Rank::Division(rank), Head::Division { heading: vec![line], label: None });
    }

    /// The heading below the number of a division.
    pub fn division_heading(&mut self, line: Line) {
        match self.open.last_mut() {
            Some(Frame { head: Head::Division { heading, .. }, blocks, .. }) if blocks.is_empty() => heading.push(line),
            _ => self.start(Rank::Division(u8::MAX), Head::Division { heading: vec![line], label: None }),
        }
    }

    /// 'Article 6'
    pub fn article_number(&mut self, label: Line, quoted: bool) {
        let quoted = quoted || label.text.starts_with(OPENING);
        let rank = if quoted && self.in_article() { Rank::QuotedArticle } else { Rank::Article };
        self.start(rank, Head::Article { label, heading: None });
    }

    /// Ends the article that is open, if one is.
    pub fn end_article(&mut self) {
        while self.in_article() {
            self.close();
        }
    }

    /// The heading of an article. Where its article is already under way, the line is running text.
    pub fn article_heading(&mut self, line: Line) {
        match self.open.last_mut() {
            Some(Frame { head: Head::Article { heading, .. }, blocks, .. }) if blocks.is_empty() => match heading {
                Some(known) => known.append(" ", line),
                None => *heading = Some(line),
            },
            _ => self.push(Block::Text(line)),
        }
    }

    /// The first line of an annex's title, or a further one that looks like it.
    pub fn annex_number(&mut self, line: Line) {
        let begins = super::super::labels::is_annex_label(&line.text, self.language);
        if !begins
            && matches!(self.open.last(), Some(Frame { head: Head::Annex { .. }, blocks, .. }) if blocks.is_empty())
        {
            self.annex_heading(line);
            return;
        }
        let appendix = super::super::labels::annex(vec![line.clone()], self.language).kind == Kind::Appendix;
        let rank = if appendix && self.in_annex() { Rank::Appendix } else { Rank::Annex };
        self.start(rank, Head::Annex { title: vec![line] });
    }

    /// A further line of an annex's title.
    pub fn annex_heading(&mut self, line: Line) {
        match self.open.last_mut() {
            Some(Frame { head: Head::Annex { title }, blocks, .. }) if blocks.is_empty() => title.push(line),
            _ => self.push(Block::Text(line)),
        }
    }

    /// A heading within an annex, with its number where the page sets it apart.
    pub fn group_heading(&mut self, level: u8, label: Option<Line>, line: Line) {
        let named = label.as_ref().unwrap_or(&line);
        let kind = super::super::labels::division_kind(&named.text, self.language);
        if let Some(Frame { rank, head: Head::Division { heading, .. }, blocks }) = self.open.last_mut()
            && let Rank::Group(own, name) = rank
            && *own == level
            && blocks.is_empty()
        {
            if label.is_none() && kind.is_none() {
                heading.push(line);
                return;
            }
            // A heading without a name, directly before 'Part A', heads all parts that follow.
            if *name == UNNAMED && kind.is_some() {
                *rank = Rank::Group(level, HEADS_ALL);
            }
        }
        let name = kind.and_then(Kind::division_rank).map_or(UNNAMED, |rank| HEADS_ALL + 1 + rank);
        self.start(Rank::Group(level, name), Head::Division { heading: vec![line], label });
    }

    fn start(&mut self, rank: Rank, head: Head) {
        while self.open.last().is_some_and(|frame| frame.rank >= rank) {
            self.close();
        }
        self.open.push(Frame { rank, head, blocks: Vec::new() });
    }

    fn close(&mut self) {
        let Some(frame) = self.open.pop() else { return };
        let block = match frame.head {
            Head::Division { heading, label } => {
                let blocks = nest::arrange(frame.blocks);
                Block::Division(Division { label, heading, blocks })
            }
            Head::Article { label, heading } => {
                let blocks = nest::arrange_article(frame.blocks);
                Block::Article(Article { label, heading, blocks })
            }
            Head::Annex { title } => Block::Annex(Annex { title, blocks: nest::arrange(frame.blocks) }),
        };
        self.push(block);
    }

    /// Ends all frames and gives what was collected.
    pub fn finish(mut self) -> Vec<Block> {
        while !self.open.is_empty() {
            self.close();
        }
        nest::arrange(self.done)
    }
}

/// Old pages leave dashes without words between the points of a list.
fn is_stray_dash(line: &Line) -> bool {
    !line.text.is_empty() && line.text.chars().all(|c| matches!(c, '—' | '–' | '-'))
}

/// Whether a point's text ends in a colon, or a list has begun in it.
fn announces_list(point: &Item) -> bool {
    match point.blocks.last() {
        Some(Block::Text(line)) => line.text.trim_end().ends_with(':'),
        Some(Block::Item(_)) => true,
        _ => false,
    }
}
