//! Lines put together into running text: words that were broken at a line's end are whole again, and what belongs to
//! the page is left out.

use std::collections::{HashMap, HashSet};

use super::{Document, Line, Piece};
use crate::law::Date;

/// How often a short line must stand in a letter to be a header or a footer.
const REPEATED: usize = 3;

/// Longest header or footer, in characters.
const LONGEST_HEADER: usize = 120;

/// A line shorter than this part of the longest usual one, after the end of a sentence, ends a paragraph.
const SHORT: f64 = 0.8;

/// Words that fit into this part of a line would not have been moved to the next.
const FITS: f64 = 0.7;

/// Puts lines together.
pub(super) fn flow(lines: Vec<Line>, made: Option<Date>) -> Document {
    let headers = headers(&lines);
    let compounds = compounds(&lines);
    let layout = Layout::of(&lines);
    let mut flow = Flow::default();
    let mut blanks = 0;
    let mut before: Option<&Line> = None;
    for (at, line) in lines.iter().enumerate() {
        let words = line.text.trim();
        if words.is_empty() {
            blanks += 1;
            continue;
        }
        if headers.contains(&shape(words)) || is_page_number(words) {
            continue;
        }
        let breaks = before.is_none_or(|before| layout.breaks(before, line, blanks));
        flow.join(before, line, breaks, &compounds);
        flow.add(at, line);
        (before, blanks) = (Some(line), 0);
    }
    flow.end();
    let texts = lines.into_iter().map(|line| line.text).collect();
    Document { text: flow.text, paragraphs: flow.paragraphs, lines: texts, made, pieces: flow.pieces }
}

#[derive(Default)]
struct Flow {
    text: String,
    paragraphs: Vec<std::ops::Range<usize>>,
    pieces: Vec<Piece>,
    open: usize,
}

impl Flow {
    /// Ends a paragraph, or joins a line to the one before it.
    fn join(&mut self, before: Option<&Line>, line: &Line, breaks: bool, compounds: &HashSet<String>) {
        if breaks {
            self.end();
            return;
        }
        let head: String = line.text.trim_start().chars().take_while(|c| c.is_alphanumeric()).collect();
        let broken = self.text.ends_with('-') && head.starts_with(char::is_lowercase);
        if broken && before.is_some() {
            let stem = self.text.trim_end_matches('-');
            let tail: String = stem.chars().rev().take_while(|c| c.is_alphanumeric() || *c == '-').collect();
            let stem: String = tail.chars().rev().collect();
            let acronym = stem.chars().filter(|c| c.is_uppercase()).count() > 1;
            // 'AI-systemen' and 'hoog-risico' keep the hyphen that 'verorde-ning' loses.
            if !acronym && !compounds.contains(&format!("{stem}-{head}").to_lowercase()) {
                self.text.pop();
            }
        } else if !self.text.ends_with(['-', '/']) || !self.is_in_address() {
            self.text.push(' ');
        }
    }

    /// Whether the text ends in an address of the web, which goes on in the next line.
    fn is_in_address(&self) -> bool {
        let last = self.text.rsplit(char::is_whitespace).next().unwrap_or_default();
        last.contains("://") || last.contains("www.")
    }

    fn add(&mut self, at: usize, line: &Line) {
        let mut column = line.text.len() - line.text.trim_start().len();
        let end = line.text.trim_end().len();
        while let Some(mark) = next_mark(&line.text[column..end]) {
            self.piece(at, line, column, column + mark.start);
            column += mark.end;
            if mark.begins_note {
                self.end();
            }
        }
        self.piece(at, line, column, end);
    }

    fn piece(&mut self, at: usize, line: &Line, from: usize, to: usize) {
        let mut start = from;
        if self.text.len() == self.open {
            start += line.text[from..to].len() - line.text[from..to].trim_start().len();
        }
        if start < to {
            self.pieces.push(Piece { start: self.text.len(), line: at, column: start, page: line.page });
            self.text.push_str(&line.text[start..to]);
        }
    }

    fn end(&mut self) {
        if self.text.len() > self.open {
            self.paragraphs.push(self.open..self.text.len());
            self.text.push('\n');
        }
        self.open = self.text.len();
    }
}

struct NoteMark {
    start: usize,
    end: usize,
    begins_note: bool,
}

/// The next mark of a note, as programs that take the text out of a DOCX write it: `[footnoteRef:3]`, `[3: The note]`.
fn next_mark(text: &str) -> Option<NoteMark> {
    for (start, _) in text.match_indices('[') {
        let rest = &text[start + 1..];
        if let Some(number) = rest.strip_prefix("footnoteRef:").or_else(|| rest.strip_prefix("bookmark: ")) {
            let end = number.find(']').filter(|end| *end < 40);
            if let Some(end) = end {
                let head = rest.len() - number.len();
                return Some(NoteMark { start, end: start + 1 + head + end + 1, begins_note: false });
            }
        }
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        if (1..=3).contains(&digits) && rest[digits..].starts_with(": ") {
            return Some(NoteMark { start, end: start + 1 + digits + 2, begins_note: true });
        }
    }
    None
}

/// How the lines of a letter are broken.
struct Layout {
    /// Blank lines that stand between the lines of one paragraph.
    spacing: usize,
    /// The length of full lines.
    width: f64,
}

impl Layout {
    fn of(lines: &[Line]) -> Layout {
        let mut gaps: HashMap<usize, usize> = HashMap::new();
        let mut gap = None;
        let mut lengths = Vec::new();
        for line in lines {
            if line.text.trim().is_empty() {
                gap = gap.map(|gap| gap + 1);
                continue;
            }
            if let Some(gap) = gap {
                *gaps.entry(gap).or_default() += 1;
            }
            gap = Some(0);
            lengths.push(line.text.trim().chars().count());
        }
        lengths.sort_unstable();
        let width = lengths.get(lengths.len() * 9 / 10).copied().unwrap_or_default();
        let all: usize = gaps.values().sum();
        // Where a blank line follows nearly every line, as in the text of some PDFs, it says nothing.
        let double = gaps.get(&1).is_some_and(|count| count * 10 > all * 7);
        Layout { spacing: usize::from(double), width: width as f64 }
    }

    fn breaks(&self, before: &Line, line: &Line, blanks: usize) -> bool {
        if before.whole || line.whole {
            return true;
        }
        let (last, next) = (before.text.trim(), line.text.trim());
        let goes_on = next.starts_with(char::is_lowercase) && !last.ends_with(['.', '?', '!', ':', ';']);
        if goes_on {
            return false;
        }
        let ended = last.ends_with(['.', '?', '!', ':', ']']);
        let short = (last.chars().count() as f64) < self.width * SHORT;
        // The next word would have stood in the line, had the paragraph gone on.
        let word = next.split_whitespace().next().map_or(0, |word| word.chars().count());
        let fits = ((last.chars().count() + 1 + word) as f64) < self.width * FITS;
        fits || blanks > self.spacing || (ended && short) || is_item(next)
    }
}

/// Whether a line begins an item of a list.
fn is_item(line: &str) -> bool {
    line.starts_with(['•', '–', '·', '▪', '>']) || line.starts_with("- ") || line.starts_with("* ")
}

fn is_page_number(line: &str) -> bool {
    line.len() <= 4 && line.bytes().all(|byte| byte.is_ascii_digit())
}

/// A line with its figures made alike, so that the number of the page does not count.
fn shape(line: &str) -> String {
    line.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect()
}

/// The lines that stand on many pages.
fn headers(lines: &[Line]) -> HashSet<String> {
    let mut counts: HashMap<String, usize> = HashMap::new();
    let short = lines.iter().map(|line| line.text.trim()).filter(|line| line.chars().count() <= LONGEST_HEADER);
    // What ends a sentence belongs to the text, however often it stands there.
    for line in short.filter(|line| line.contains(|c: char| c.is_ascii_digit()) && !line.ends_with(['.', '?', ':'])) {
        *counts.entry(shape(line)).or_default() += 1;
    }
    counts.into_iter().filter(|(_, count)| *count >= REPEATED).map(|(line, _)| line).collect()
}

/// The words with a hyphen that stand within a line somewhere, in lower case.
fn compounds(lines: &[Line]) -> HashSet<String> {
    let words = lines.iter().flat_map(|line| line.text.trim().split(|c: char| !c.is_alphanumeric() && c != '-'));
    words.filter(|word| word.trim_matches('-').contains('-')).map(str::to_lowercase).collect()
}
