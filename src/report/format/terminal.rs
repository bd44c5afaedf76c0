//! Pages for a terminal.

use anstyle::{AnsiColor, Style};
use comfy_table::{CellAlignment, ColumnConstraint, ContentArrangement, Width};

use super::{Layout, sides};
use crate::diff::{Op, Run};
use crate::report::page::{Block, Cell, Page, Section, Table, Tone};

const REMOVED: Style = AnsiColor::Red.on_default().strikethrough();
const ADDED: Style = AnsiColor::Green.on_default().underline();
const STRONG: Style = Style::new().bold();
const FAINT: Style = Style::new().dimmed();

pub(super) fn render(page: &Page, layout: Layout) -> String {
    let mut out = String::new();
    out.push_str(&format!("{STRONG}{}{STRONG:#}\n", page.title));
    for (name, value) in &page.sources {
        out.push_str(&wrapped(&format!("{name}: {value}"), layout.width, "", "     "));
    }
    for note in &page.notes {
        out.push_str(&wrapped(note, layout.width, "! ", "  "));
    }
    if let Some(summary) = &page.summary {
        out.push('\n');
        out.push_str(&table(summary, layout.width));
        out.push('\n');
    }
    if !page.total.is_empty() {
        out.push_str(&format!("{}\n", page.total));
    }
    for part in &page.sections {
        section(part, layout, &mut out);
    }
    out
}

fn wrapped(text: &str, width: usize, first: &str, rest: &str) -> String {
    let options = textwrap::Options::new(width).initial_indent(first).subsequent_indent(rest).break_words(false);
    let mut out = textwrap::fill(text, options);
    out.push('\n');
    out
}

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
    // Only the second column may wrap: names and counts are read at a glance.
    for (at, column) in drawn.column_iter_mut().enumerate() {
        if at != 1 {
            column.set_constraint(ColumnConstraint::ContentWidth);
        } else {
            column.set_constraint(ColumnConstraint::LowerBoundary(Width::Fixed(12)));
        }
    }
    let lines = drawn.lines().map(|line| line.trim_end().to_owned());
    lines.collect::<Vec<_>>().join("\n") + "\n"
}

fn section(section: &Section, layout: Layout, out: &mut String) {
    out.push('\n');
    out.push_str(&format!("{STRONG}{}{STRONG:#}", wrapped(&section.heading, layout.width, "", "  ").trim_end()));
    if let Some(status) = &section.status {
        out.push_str(&format!("\n{FAINT}{status}{FAINT:#}"));
    }
    out.push('\n');
    for part in &section.blocks {
        block(part, layout, out);
    }
}

fn block(block: &Block, layout: Layout, out: &mut String) {
    let status = block.status.as_deref().map(|status| format!(" ({status})")).unwrap_or_default();
    out.push_str(&wrapped(&format!("{}{status}", block.address), layout.width, "  ", "    "));
    for passage in &block.passages {
        if layout.side_by_side && block.tone == Tone::Changed {
            let (old, new) = sides(&passage.runs);
            out.push_str(&columns(&old, &new, layout));
        } else {
            out.push_str(&styled_lines(&passage.runs, layout.width, "    ", layout.marks));
        }
    }
    for reading in &block.readings {
        out.push_str(&format!("{FAINT}{}{FAINT:#}\n", wrapped(reading, layout.width, "    • ", "      ").trim_end()));
    }
}

/// A word with the style that it is printed in.
struct Word {
    text: String,
    style: Style,
}

/// Breaks styled runs into lines of a width; marks stand for the styles where colour is not shown.
fn lines(runs: &[Run], width: usize, marks: bool) -> Vec<Vec<Word>> {
    let mut lines: Vec<Vec<Word>> = vec![Vec::new()];
    let mut room = width;
    let mut glued = false;
    for run in runs {
        let (style, open, close) = match run.op {
            Op::Kept => (Style::new(), "", ""),
            Op::Removed => (REMOVED, "[-", "-]"),
            Op::Added => (ADDED, "{+", "+}"),
        };
        let (open, close) = if marks { (open, close) } else { ("", "") };
        let spaced_end = run.text.ends_with(char::is_whitespace);
        let words: Vec<&str> = run.text.split_whitespace().collect();
        let last = words.len().saturating_sub(1);
        if run.text.starts_with(char::is_whitespace) {
            glued = false;
        }
        for (at, word) in words.iter().enumerate() {
            let mut text = String::new();
            if at == 0 {
                text.push_str(open);
            }
            text.push_str(word);
            if at == last {
                text.push_str(close);
            }
            let size = text.chars().count() + usize::from(!glued);
            let starts_line = lines.last().is_none_or(Vec::is_empty);
            if size > room && !starts_line && !glued {
                lines.push(Vec::new());
                room = width;
            } else if !starts_line && !glued && let Some(line) = lines.last_mut() {
                line.push(Word { text: " ".to_owned(), style: Style::new() });
            }
            room = room.saturating_sub(size);
            if let Some(line) = lines.last_mut() {
                line.push(Word { text, style });
            }
            glued = at == last && !spaced_end;
        }
    }
    lines
}

fn print_line(line: &[Word]) -> (String, usize) {
    let mut out = String::new();
    let mut width = 0;
    for word in line {
        width += word.text.chars().count();
        if word.style.is_plain() { out.push_str(&word.text) } else { out.push_str(&format!("{0}{1}{0:#}", word.style, word.text)) }
    }
    (out, width)
}

fn styled_lines(runs: &[Run], width: usize, indent: &str, marks: bool) -> String {
    let room = width.saturating_sub(indent.len()).max(20);
    lines(runs, room, marks).iter().map(|line| format!("{indent}{}\n", print_line(line).0)).collect()
}

fn columns(old: &[Run], new: &[Run], layout: Layout) -> String {
    let room = (layout.width.saturating_sub(7) / 2).max(20);
    let (left, right) = (lines(old, room, layout.marks), lines(new, room, layout.marks));
    let mut out = String::new();
    for at in 0..left.len().max(right.len()) {
        let (was, width) = left.get(at).map_or((String::new(), 0), |line| print_line(line));
        let is = right.get(at).map_or(String::new(), |line| print_line(line).0);
        out.push_str(format!("    {was}{} │ {is}", " ".repeat(room.saturating_sub(width))).trim_end());
        out.push('\n');
    }
    out
}
