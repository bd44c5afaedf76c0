//! Pages for a terminal.

mod sheet;

use anstyle::{AnsiColor, Style};
use comfy_table::{CellAlignment, ColumnConstraint, ContentArrangement, Width};
use rayon::prelude::*;
use unicode_width::UnicodeWidthStr;

use super::{Layout, sides};
use crate::diff::{Op, Run};
use crate::report::page::{Block, Cell, Page, Section, Table, Tone};

const REMOVED: Style = AnsiColor::Red.on_default().strikethrough();
const ADDED: Style = AnsiColor::Green.on_default().underline();
const STRONG: Style = Style::new().bold();
const FAINT: Style = Style::new().dimmed();
const PLAIN: Style = Style::new();

/// Where a line may be broken: not at a no-break space.
const BREAKS: [char; 4] = [' ', '\n', '\t', '\r'];

/// How wide a column is that is kept narrow.
const NARROW: u16 = 20;

/// The narrowest column that text is broken into.
const NARROWEST: usize = 20;

pub(super) fn render(page: &Page, layout: Layout) -> String {
    let mut out = Printer { out: String::new(), layout };
    out.paragraph(&page.title, STRONG, "", "");
    for (name, value) in &page.sources {
        out.paragraph(&format!("{name}: {value}"), PLAIN, "", "     ");
    }
    for note in &page.notes {
        out.paragraph(note, PLAIN, "! ", "  ");
    }
    if let Some(summary) = &page.summary {
        out.out.push('\n');
        out.out.push_str(&table(summary, layout.width));
    }
    if !page.total.is_empty() {
        out.out.push('\n');
        out.paragraph(&page.total, PLAIN, "", "");
    }
    if let Some(sheet) = &page.sheet {
        out.sheet(sheet);
    }
    let sections: Vec<String> = page
        .sections
        .par_iter()
        .map(|section| {
            let mut out = Printer { out: String::new(), layout };
            out.section(section);
            out.out
        })
        .collect();
    out.out + &sections.concat()
}

/// Draws a table, of which only one column may be wrapped: names and counts are read at a glance.
fn table(table: &Table, width: usize) -> String {
    let mut drawn = comfy_table::Table::new();
    drawn.load_style(comfy_table::presets::NOTHING);
    drawn.set_content_arrangement(ContentArrangement::Dynamic);
    drawn.set_width(u16::try_from(width).unwrap_or(u16::MAX));
    drawn.set_header(table.columns.iter());
    for (_, row) in &table.rows {
        drawn.add_row(row.iter().map(|cell| match cell {
            Cell::Words(words) => comfy_table::Cell::new(words),
            Cell::Count(count) => comfy_table::Cell::new(count).set_alignment(CellAlignment::Right),
        }));
    }
    for (at, column) in drawn.column_iter_mut().enumerate() {
        column.set_constraint(if at == table.yields {
            ColumnConstraint::LowerBoundary(Width::Fixed(12))
        } else if table.kept_narrow.contains(&at) {
            ColumnConstraint::UpperBoundary(Width::Fixed(NARROW))
        } else {
            ColumnConstraint::ContentWidth
        });
    }
    let lines = drawn.lines().map(|line| line.trim_end().to_owned());
    lines.collect::<Vec<_>>().join("\n") + "\n"
}

struct Printer {
    out: String,
    layout: Layout,
}

impl Printer {
    fn section(&mut self, section: &Section) {
        self.out.push('\n');
        self.paragraph(&section.heading, STRONG, "", "  ");
        if let Some(status) = &section.status {
            self.paragraph(status, FAINT, "", "");
        }
        for part in &section.blocks {
            self.block(part);
        }
    }

    fn block(&mut self, block: &Block) {
        let status = block.status.as_deref().map(|status| format!(" ({status})")).unwrap_or_default();
        self.paragraph(&format!("{}{status}", block.address), PLAIN, "  ", "    ");
        for origin in &block.origins {
            self.paragraph(origin, FAINT, "    ", "      ");
        }
        for passage in &block.passages {
            if self.layout.side_by_side && block.tone == Tone::Changed {
                let (old, new) = sides(&passage.runs);
                self.columns(&old, &new);
            } else {
                self.runs(&passage.runs, "    ");
            }
        }
        for reading in &block.readings {
            self.paragraph(reading, FAINT, "    • ", "      ");
        }
    }

    /// Prints words of one style, broken into lines.
    fn paragraph(&mut self, text: &str, style: Style, first: &str, rest: &str) {
        let options = textwrap::Options::new(self.layout.width)
            .initial_indent(first)
            .subsequent_indent(rest)
            .break_words(false)
            .word_splitter(textwrap::WordSplitter::NoHyphenation);
        for line in textwrap::wrap(text, options) {
            self.styled(&line, style);
            self.out.push('\n');
        }
    }

    fn styled(&mut self, text: &str, style: Style) {
        if self.layout.colour && !style.is_plain() {
            self.out.push_str(&format!("{style}{text}{style:#}"));
        } else {
            self.out.push_str(text);
        }
    }

    fn runs(&mut self, runs: &[Run], indent: &str) {
        let room = self.layout.width.saturating_sub(indent.len()).max(NARROWEST);
        for line in lines(runs, room, self.layout.colour) {
            self.out.push_str(indent);
            self.line(&line);
            self.out.push('\n');
        }
    }

    fn columns(&mut self, old: &[Run], new: &[Run]) {
        let room = (self.layout.width.saturating_sub(7) / 2).max(NARROWEST);
        let (left, right) = (lines(old, room, self.layout.colour), lines(new, room, self.layout.colour));
        for at in 0..left.len().max(right.len()) {
            self.out.push_str("    ");
            let width = left.get(at).map_or(0, |line| {
                self.line(line);
                line.width
            });
            self.out.extend(std::iter::repeat_n(' ', room.saturating_sub(width)));
            self.out.push_str(" │ ");
            if let Some(line) = right.get(at) {
                self.line(line);
            }
            self.out.truncate(self.out.trim_end_matches(' ').len());
            self.out.push('\n');
        }
    }

    fn line(&mut self, line: &Line) {
        for (style, text) in &line.pieces {
            self.styled(text, *style);
        }
    }
}

/// A line of words, those of one style together.
#[derive(Default)]
struct Line {
    pieces: Vec<(Style, String)>,
    width: usize,
}

impl Line {
    fn push(&mut self, text: &str, style: Style) {
        self.width += text.width();
        match self.pieces.last_mut() {
            Some((last, words)) if *last == style => words.push_str(text),
            _ => self.pieces.push((style, text.to_owned())),
        }
    }
}

/// Words that touch, across runs: 'SMEs[-.-]{+;+}'. No line is broken within.
struct Cluster {
    pieces: Line,
    /// Whether the space before it lies within a run.
    spaced_within: bool,
}

/// Breaks runs into lines of a width. Where colour is not shown, marks stand around what is removed and added.
fn lines(runs: &[Run], width: usize, colour: bool) -> Vec<Line> {
    let mut lines = vec![Line::default()];
    for cluster in clusters(runs, colour) {
        let Some(line) = lines.last_mut() else { break };
        if line.width > 0 && line.width + 1 + cluster.pieces.width > width {
            lines.push(Line::default());
        } else if line.width > 0 {
            // A space between words of one run is part of the stretch.
            let style =
                cluster.pieces.pieces.first().filter(|_| cluster.spaced_within).map_or(PLAIN, |(style, _)| *style);
            line.push(" ", style);
        }
        if let Some(line) = lines.last_mut() {
            cluster.pieces.pieces.iter().for_each(|(style, text)| line.push(text, *style));
        }
    }
    lines
}

fn clusters(runs: &[Run], colour: bool) -> Vec<Cluster> {
    let mut clusters: Vec<Cluster> = Vec::new();
    // Whether the next word touches the last one.
    let mut touches = false;
    for run in runs {
        let (style, open, close) = match run.op {
            Op::Kept => (PLAIN, "", ""),
            Op::Removed => (REMOVED, "[-", "-]"),
            Op::Added => (ADDED, "{+", "+}"),
        };
        let (open, close) = if colour { ("", "") } else { (open, close) };
        touches &= !run.text.starts_with(BREAKS);
        let mut words = run.text.split(BREAKS).filter(|word| !word.is_empty()).enumerate().peekable();
        while let Some((at, word)) = words.next() {
            if !touches {
                clusters.push(Cluster { pieces: Line::default(), spaced_within: at > 0 });
            }
            if let Some(cluster) = clusters.last_mut() {
                let (open, close) = (if at == 0 { open } else { "" }, if words.peek().is_none() { close } else { "" });
                [open, word, close].into_iter().for_each(|piece| cluster.pieces.push(piece, style));
            }
            touches = false;
        }
        touches = !run.text.ends_with(BREAKS);
    }
    clusters
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(op: Op, text: &str) -> Run {
        Run { op, text: text.to_owned(), old_text: None }
    }

    fn plain(runs: &[Run], width: usize) -> Vec<String> {
        let words = |line: Line| line.pieces.into_iter().map(|(_, text)| text).collect::<String>();
        lines(runs, width, false).into_iter().map(words).collect()
    }

    #[test]
    fn words_that_touch_stay_together_across_runs() {
        let runs = [run(Op::Kept, "of SMEs"), run(Op::Removed, " and"), run(Op::Added, ","), run(Op::Kept, ".")];
        assert_eq!(plain(&runs, 80), ["of SMEs [-and-]{+,+}."]);
    }

    #[test]
    fn no_line_is_broken_at_a_no_break_space() {
        assert_eq!(plain(&[run(Op::Kept, "more than 2\u{a0}500 litres")], 11), ["more than", "2\u{a0}500", "litres"]);
    }

    #[test]
    fn no_line_is_broken_within_words_that_touch() {
        let runs = [run(Op::Kept, "in point (1)"), run(Op::Removed, "."), run(Op::Added, ";")];
        assert_eq!(plain(&runs, 18), ["in point", "(1)[-.-]{+;+}"]);
    }

    #[test]
    fn no_line_is_wider_than_asked_unless_one_word_is() {
        let runs = [run(Op::Kept, "one two three "), run(Op::Added, "four five "), run(Op::Kept, "abcdefghijklmnop")];
        assert_eq!(plain(&runs, 12), ["one two", "three {+four", "five+}", "abcdefghijklmnop"]);
    }
}
