//! Text quoted from another act, where the layout does not set it apart: found by its quotation marks.
//!
//! Source: Joint Practical Guide, guideline 18.12 (the new text is placed between quotation marks).

use super::blocks::Block;
use super::line::Line;

pub(super) const OPENING: [char; 6] = ['‘', '“', '„', '«', '‚', '‹'];
const CLOSING: [char; 5] = ['’', '”', '»', '›', '“'];

/// Puts runs of blocks that begin with an opening quotation mark, after words that announce them (':'), and end with a
/// closing one, into quotations.
pub(super) fn gather(blocks: Vec<Block>) -> Vec<Block> {
    let mut out: Vec<Block> = Vec::new();
    let mut blocks = blocks.into_iter().peekable();
    while let Some(block) = blocks.next() {
        let announced = out.last().is_some_and(|before| last_text(before).is_some_and(announces));
        if !(announced && opens(&block)) {
            out.push(block);
            continue;
        }
        let mark = opening_mark(&block);
        let closes = |block: &Block| closes_in_text(block, mark);
        if closes(&block) || (closes_in_note(&block) && blocks.peek().is_none()) {
            out.push(Block::Quotation(vec![block]));
            continue;
        }
        let rest: Vec<Block> = blocks.by_ref().collect();
        let end = rest.iter().position(closes);
        // Where the closing mark stands in a footnote, the quotation runs to the end of the same place.
        let end = end.or_else(|| closes_in_note(&block).then(|| rest.len().checked_sub(1)).flatten());
        let end = end.or_else(|| rest.iter().any(closes_in_note).then(|| rest.len().checked_sub(1)).flatten());
        match end {
            Some(end) => {
                let mut quoted = vec![block];
                let mut rest = rest.into_iter();
                quoted.extend(rest.by_ref().take(end + 1));
                out.push(Block::Quotation(quoted));
                out.extend(gather(rest.collect()));
            }
            // Nothing closes it: the footnote that does may stand at the end of the page. What follows in the same
            // place belongs to it, if it is a provision and not a quoted term.
            None if !matches!(block, Block::Text(_)) => {
                out.push(Block::Quotation(std::iter::once(block).chain(rest).collect()));
            }
            None => {
                out.push(block);
                out.extend(rest);
            }
        }
        break;
    }
    out.extend(blocks);
    out
}

fn announces(line: &Line) -> bool {
    // A stray mark may stand behind the colon.
    line.text.trim_end_matches(|c: char| c.is_whitespace() || CLOSING.contains(&c)).ends_with(':')
}

/// Whether a block begins with an opening quotation mark that is not closed again at once, as around a defined term.
fn opens(block: &Block) -> bool {
    match block {
        Block::Text(line) => line.text.starts_with(OPENING) && !closes_before_its_end(&line.text),
        _ => opening_mark(block).is_some(),
    }
}

/// The opening quotation mark that a block begins with.
fn opening_mark(block: &Block) -> Option<char> {
    let line = match block {
        Block::Item(item) => &item.label,
        Block::Article(article) => &article.label,
        Block::Division(division) => division.label.iter().chain(&division.heading).next()?,
        Block::Annex(annex) => annex.title.first()?,
        Block::Text(line) => line,
        Block::Table(table) => {
            let cells = table.rows.first()?.cells.iter();
            return cells.flat_map(|cell| &cell.blocks).next().filter(|block| opens(block)).and_then(opening_mark);
        }
        _ => return None,
    };
    line.text.chars().next().filter(|c| OPENING.contains(c))
}

/// Whether the mark that opens a text is closed within it: '‘Charter’ means …'.
fn closes_before_its_end(text: &str) -> bool {
    let Some(open) = text.chars().next() else { return false };
    let close = match open {
        '‘' | '‚' => '’',
        '“' | '„' => '”',
        '«' => '»',
        '‹' => '›',
        _ => return false,
    };
    let body = text.trim_end_matches(|c: char| !c.is_alphanumeric());
    let mut depth = 0;
    let mut chars = body.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if c == open {
            depth += 1;
        } else if c == close {
            // An apostrophe stands between letters.
            let before = body[..at].chars().next_back().is_some_and(char::is_alphanumeric);
            let after = chars.peek().is_some_and(|(_, next)| next.is_alphanumeric());
            if !(close == '’' && before && after) {
                depth -= 1;
                if depth == 0 {
                    return true;
                }
            }
        }
    }
    false
}

/// Whether a block ends with a closing quotation mark, perhaps with a punctuation mark after it, that does not close a
/// quotation within the one that `mark` opens.
fn closes_in_text(block: &Block, mark: Option<char>) -> bool {
    let closes = |line: &Line| ends_quoted(&line.text) && !ends_inner_quotation(&line.text, mark);
    ends_in_note(block) || last_text(block).is_some_and(closes)
}

/// Whether the mark at the end of a text closes a quotation of another kind that the same text opens.
fn ends_inner_quotation(text: &str, mark: Option<char>) -> bool {
    [('“', '”'), ('«', '»')].into_iter().any(|(open, close)| {
        let ends = text.trim_end_matches(|c: char| !CLOSING.contains(&c)).ends_with(close);
        ends && mark.is_some_and(|mark| mark != open && mark != '„')
            && text.matches(open).count() >= text.matches(close).count()
    })
}

/// Whether a block hangs a footnote that ends with a closing quotation mark.
fn closes_in_note(block: &Block) -> bool {
    let within = match block {
        Block::Text(line) => return line.notes.iter().any(|(_, note)| ends_quoted(&note.text)),
        Block::Item(item) => &item.blocks,
        Block::Division(division) => &division.blocks,
        Block::Article(article) => &article.blocks,
        Block::Annex(annex) => &annex.blocks,
        Block::Quotation(blocks) => blocks,
        Block::Table(table) => {
            let cells = table.rows.iter().flat_map(|row| &row.cells);
            return cells.flat_map(|cell| &cell.blocks).any(closes_in_note);
        }
        Block::Contents(_) | Block::Deleted(_) | Block::QuotationEnd => return false,
    };
    within.iter().any(closes_in_note)
}

fn ends_in_note(block: &Block) -> bool {
    let last = match block {
        Block::QuotationEnd => return true,
        Block::Item(item) => item.blocks.last(),
        Block::Division(division) => division.blocks.last(),
        Block::Article(article) => article.blocks.last(),
        Block::Annex(annex) => annex.blocks.last(),
        Block::Quotation(blocks) => blocks.last(),
        Block::Text(_) | Block::Table(_) | Block::Contents(_) | Block::Deleted(_) => None,
    };
    last.is_some_and(ends_in_note)
}

/// Whether a text ends with a closing quotation mark, perhaps with a punctuation mark after it.
pub(super) fn ends_quoted(text: &str) -> bool {
    let text = text.trim_end_matches(|c: char| matches!(c, '.' | ';' | ',' | '"') || c.is_whitespace());
    text.ends_with(CLOSING)
}

fn last_text(block: &Block) -> Option<&Line> {
    match block {
        Block::Text(line) => Some(line),
        Block::Item(item) => item.blocks.last().map_or(Some(&item.label), last_text),
        Block::Division(division) => division.blocks.last().map_or(division.heading.last(), last_text),
        Block::Article(article) => article.blocks.last().map_or(article.heading.as_ref(), last_text),
        Block::Annex(annex) => annex.blocks.last().map_or(annex.title.last(), last_text),
        Block::Quotation(blocks) => blocks.last().and_then(last_text),
        Block::Table(table) => {
            let cells = table.rows.last()?.cells.iter().rev();
            cells.flat_map(|cell| cell.blocks.iter().rev()).next().and_then(last_text)
        }
        Block::Contents(_) | Block::Deleted(_) | Block::QuotationEnd => None,
    }
}
