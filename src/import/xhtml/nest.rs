//! Lists whose layout does not show their depth: from a flat run of numbered blocks to lists within lists.

use super::super::assemble::join_to_paragraphs;
use super::super::blocks::{Block, Item, ItemKind};
use super::super::quotations;

/// Arranges the blocks of an article: paragraphs take what follows them, then each is arranged for itself.
pub(super) fn arrange_article(blocks: Vec<Block>) -> Vec<Block> {
    let mut blocks = join_to_paragraphs(quotations::gather(blocks));
    for block in &mut blocks {
        if let Block::Item(item) = block {
            item.blocks = arrange(std::mem::take(&mut item.blocks));
        }
    }
    arrange(blocks)
}

/// Arranges the blocks of any other container.
pub(super) fn arrange(blocks: Vec<Block>) -> Vec<Block> {
    nest(quotations::gather(blocks))
}

/// The manner of a label.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Manner {
    /// `—`
    Dash,
    /// `1.`
    FigureStop,
    /// `(1)`, `1)`
    FigureBracket,
    /// `3.1.`
    Decimal,
    /// `(a)`, `a)`
    Lower,
    /// `(A)`, `A)`
    Upper,
    /// `A.`
    UpperStop,
    /// `(i)`, `ii)`
    Roman,
    /// Anything else.
    Other,
}

fn nest(blocks: Vec<Block>) -> Vec<Block> {
    let labels: Vec<Option<String>> = blocks
        .iter()
        .map(|block| match block {
            Block::Item(Item { kind: ItemKind::FlatPoint, label, .. }) => Some(label.text.clone()),
            _ => None,
        })
        .collect();
    let mut out: Vec<Block> = Vec::new();
    // The manners of the lists that are open, from the outermost, with the last label of each.
    let mut open: Vec<(Manner, String)> = Vec::new();
    for (at, block) in blocks.into_iter().enumerate() {
        let Some(label) = &labels[at] else {
            if !matches!(block, Block::Deleted(_)) {
                open.clear();
            }
            out.push(block);
            continue;
        };
        let next = labels.get(at + 1).and_then(Option::as_deref);
        let depth = depth_of(label, next, &open);
        let manner = match open.get(depth) {
            Some((manner, _)) => *manner,
            None => manner_of(label, next, open.last()),
        };
        open.truncate(depth);
        open.push((manner, label.clone()));
        if let Block::Item(mut item) = block {
            item.kind = ItemKind::Point;
            place(&mut out, depth, Block::Item(item));
        }
    }
    out
}

/// Puts a block `depth` lists below the end of `blocks`.
fn place(blocks: &mut Vec<Block>, depth: usize, block: Block) {
    if depth > 0
        && let Some(Block::Item(item)) = blocks.iter_mut().rev().find(|block| matches!(block, Block::Item(_)))
    {
        place(&mut item.blocks, depth - 1, block);
        return;
    }
    blocks.push(block);
}

/// How many lists deep a label stands.
fn depth_of(label: &str, next: Option<&str>, open: &[(Manner, String)]) -> usize {
    // A label that follows on the last one of an open list continues that list, the innermost first.
    for (depth, (manner, last)) in open.iter().enumerate().rev() {
        if fits(label, *manner) && follows(last, label, *manner) && !starts_roman_list(label, next, *manner) {
            return depth;
        }
    }
    let own = manner_of(label, next, open.last());
    if is_first(label, own) {
        // A first label opens a list below; one of a manner that is open already restarts that list.
        return open.iter().position(|(manner, _)| *manner == own).unwrap_or(open.len());
    }
    // A gap in the numbering: deleted points leave them, inserted ones fill them.
    open.iter().rposition(|(manner, _)| *manner == own).unwrap_or(if open.is_empty() { 0 } else { open.len() - 1 })
}

/// Whether '(i)' after '(h)' begins a Roman list: the next label decides.
fn starts_roman_list(label: &str, next: Option<&str>, manner: Manner) -> bool {
    manner == Manner::Lower && bare(label) == "i" && next.is_some_and(|next| bare(next) == "ii")
}

fn manner_of(label: &str, next: Option<&str>, last: Option<&(Manner, String)>) -> Manner {
    let text = bare(label);
    let stop = label.trim_end().ends_with('.');
    if text.is_empty() {
        return Manner::Dash;
    }
    if text.contains('.') {
        return Manner::Decimal;
    }
    if text.starts_with(|c: char| c.is_ascii_digit()) {
        return if stop { Manner::FigureStop } else { Manner::FigureBracket };
    }
    if text.chars().all(|c| c.is_ascii_uppercase()) {
        return if stop { Manner::UpperStop } else { Manner::Upper };
    }
    if !text.chars().all(|c| c.is_ascii_lowercase()) {
        return Manner::Other;
    }
    if roman(text).is_none() {
        return Manner::Lower;
    }
    let continues = |manner: Manner| last.is_some_and(|(open, last)| *open == manner && follows(last, text, manner));
    match text {
        "i" if continues(Manner::Lower) && !starts_roman_list(label, next, Manner::Lower) => Manner::Lower,
        "v" | "x" | "l" if !continues(Manner::Roman) => Manner::Lower,
        _ => Manner::Roman,
    }
}

fn fits(label: &str, manner: Manner) -> bool {
    let text = bare(label);
    match manner {
        Manner::Dash => text.is_empty(),
        Manner::Decimal => text.contains('.'),
        Manner::FigureStop => text.starts_with(|c: char| c.is_ascii_digit()) && label.trim_end().ends_with('.'),
        Manner::FigureBracket => {
            text.starts_with(|c: char| c.is_ascii_digit()) && !text.contains('.') && !label.trim_end().ends_with('.')
        }
        Manner::Lower => !text.is_empty() && text.chars().all(|c| c.is_ascii_lowercase()),
        Manner::Roman => roman(text).is_some(),
        Manner::Upper | Manner::UpperStop => !text.is_empty() && text.chars().all(|c| c.is_ascii_uppercase()),
        Manner::Other => true,
    }
}

/// Whether `label` can be the next after `last` in a list.
fn follows(last: &str, label: &str, manner: Manner) -> bool {
    let (last, label) = (bare(last), bare(label));
    match manner {
        Manner::Dash => label.is_empty(),
        Manner::FigureStop | Manner::FigureBracket => match (leading_figures(last), leading_figures(label)) {
            (Some(last), Some(label)) => label == last + 1 || label == last,
            _ => false,
        },
        Manner::Decimal => true,
        Manner::Roman => match (roman(last), roman(label)) {
            (Some(last), Some(label)) => label == last + 1,
            _ => false,
        },
        Manner::Lower | Manner::Upper | Manner::UpperStop => letters_follow(last, label),
        Manner::Other => true,
    }
}

/// `b` after `a`, `ba` or `c` after `b`, `bb` after `ba`, `aa` after `z`.
fn letters_follow(last: &str, label: &str) -> bool {
    let (last, label) = (last.to_ascii_lowercase(), label.to_ascii_lowercase());
    let next = |letter: char| char::from_u32(letter as u32 + 1);
    let (Some(last_first), Some(first)) = (last.chars().next(), label.chars().next()) else { return false };
    if label.len() == last.len() + 1 && label.starts_with(&last) && label.ends_with('a') {
        return true;
    }
    if label.len() == last.len() && label.len() > 1 {
        let (a, b) = (&last[..last.len() - 1], &label[..label.len() - 1]);
        let ends = (last.chars().next_back(), label.chars().next_back());
        return a == b && matches!(ends, (Some(x), Some(y)) if next(x) == Some(y));
    }
    (label.len() == 1 && next(last_first) == Some(first)) || (last == "z" && label == "aa")
}

fn is_first(label: &str, manner: Manner) -> bool {
    let text = bare(label);
    match manner {
        Manner::Dash | Manner::Decimal => true,
        Manner::Lower | Manner::Upper | Manner::UpperStop => text.eq_ignore_ascii_case("a"),
        Manner::Roman => text == "i",
        Manner::FigureStop | Manner::FigureBracket => leading_figures(text) == Some(1),
        Manner::Other => false,
    }
}

fn bare(label: &str) -> &str {
    let text = label.trim_matches(|c: char| !c.is_alphanumeric());
    // 'b bis' counts as its letter: the adverb says that it was inserted.
    text.split(crate::law::is_space).next().unwrap_or(text)
}

fn leading_figures(text: &str) -> Option<u32> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    text[..digits].parse().ok()
}

fn roman(text: &str) -> Option<u32> {
    let value = |c| match c {
        'i' => Some(1),
        'v' => Some(5),
        'x' => Some(10),
        'l' => Some(50),
        _ => None,
    };
    let values = text.chars().map(value).collect::<Option<Vec<u32>>>()?;
    let mut total = 0_i64;
    for (at, &this) in values.iter().enumerate() {
        let before_larger = values.get(at + 1).is_some_and(|next| *next > this);
        total += if before_larger { -i64::from(this) } else { i64::from(this) };
    }
    u32::try_from(total).ok().filter(|total| *total > 0)
}
