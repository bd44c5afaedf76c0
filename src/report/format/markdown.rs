//! Pages as Markdown: headings, a table, deletions struck through, insertions in bold.

use super::{Layout, sides};
use crate::diff::{Op, Run};
use crate::report::page::{Cell, Page, Table, Tone};

pub(super) fn render(page: &Page, layout: Layout) -> String {
    let mut out = format!("# {}\n\n", escaped(&page.title));
    for (name, value) in &page.sources {
        out.push_str(&format!("- **{}**: {}\n", escaped(name), escaped(value)));
    }
    for note in &page.notes {
        out.push_str(&format!("\n> {}\n", escaped(note)));
    }
    if !page.total.is_empty() {
        out.push_str(&format!("\n{}\n", escaped(&page.total)));
    }
    if let Some(summary) = &page.summary {
        out.push('\n');
        out.push_str(&table(summary));
    }
    for section in &page.sections {
        out.push_str(&format!("\n## {}\n", escaped(&section.heading)));
        if let Some(status) = &section.status {
            out.push_str(&format!("\n{}\n", escaped(status)));
        }
        for block in &section.blocks {
            let status = block.status.as_deref().map(|status| format!(" ({status})")).unwrap_or_default();
            out.push_str(&format!("\n**{}**{}\n", escaped(&block.address), escaped(&status)));
            for origin in &block.origins {
                out.push_str(&format!("\n*{}*\n", escaped(origin)));
            }
            for passage in &block.passages {
                if layout.side_by_side && block.tone == Tone::Changed {
                    let (old, new) = sides(&passage.runs);
                    out.push_str(&format!("\n| − | + |\n|---|---|\n| {} | {} |\n", inline(&old), inline(&new)));
                } else {
                    out.push_str(&format!("\n{}\n", inline(&passage.runs)));
                }
            }
            if !block.readings.is_empty() {
                out.push('\n');
            }
            for reading in &block.readings {
                out.push_str(&format!("- {}\n", escaped(reading)));
            }
        }
    }
    out
}

fn table(table: &Table) -> String {
    let mut out = format!("| {} |\n|", table.columns.iter().map(|c| escaped(c)).collect::<Vec<_>>().join(" | "));
    let counts =
        table.rows.first().map(|(_, row)| row.iter().map(|cell| matches!(cell, Cell::Count(_))).collect::<Vec<_>>());
    for at in 0..table.columns.len() {
        let count = counts.as_ref().and_then(|counts| counts.get(at)).is_some_and(|count| *count);
        out.push_str(if count { "---:|" } else { "---|" });
    }
    out.push('\n');
    for (_, row) in &table.rows {
        let cells = row.iter().map(|cell| match cell {
            Cell::Words(words) => escaped(words),
            Cell::Count(count) => count.to_string(),
        });
        out.push_str(&format!("| {} |\n", cells.collect::<Vec<_>>().join(" | ")));
    }
    out
}

fn inline(runs: &[Run]) -> String {
    let mut out = String::new();
    for run in runs {
        let text = escaped(&run.text.replace('\n', " "));
        // Marks must touch the words, or Markdown takes them as characters.
        let (lead, rest) = text.split_at(text.len() - text.trim_start().len());
        let (core, tail) = rest.split_at(rest.trim_end().len());
        out.push_str(lead);
        match run.op {
            _ if core.is_empty() => {}
            Op::Kept => out.push_str(core),
            Op::Removed => out.push_str(&format!("~~{core}~~")),
            Op::Added => out.push_str(&format!("**{core}**")),
        }
        out.push_str(tail);
        // Two marks side by side would read as one.
        if tail.is_empty() && run.op == Op::Removed {
            out.push(' ');
        }
    }
    out.trim().to_owned()
}

/// The text with everything escaped that Markdown or HTML would take as markup.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '#' => {
                out.push('\\');
                out.push(c);
            }
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '\n' => out.push(' '),
            c => out.push(c),
        }
    }
    out
}
