//! Pages as Markdown: headings, a table, deletions struck through, insertions in bold.

use super::{Layout, sides, took_words};
use crate::diff::{Op, Run};
use crate::report::page::{Cell, Page, Table, Tone};
use crate::report::sheet::{RowLevel, Sheet, SheetCell, Style};

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
    if let Some(sheet) = &page.sheet {
        out.push('\n');
        out.push_str(&self::sheet(sheet));
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

/// Several texts beside each other, as one table.
fn sheet(sheet: &Sheet) -> String {
    let heads = sheet.columns.iter().map(|column| match (column.number, &column.version) {
        (Some(number), Some(version)) => format!("{number}. {}<br>{}", escaped(&column.name), escaped(version)),
        _ => escaped(&column.name),
    });
    let heads: Vec<String> = [escaped(&sheet.number), escaped(&sheet.address)].into_iter().chain(heads).collect();
    let mut out = format!("| {} |\n|---:|---|{}\n", heads.join(" | "), "---|".repeat(sheet.columns.len()));
    for row in &sheet.rows {
        let address =
            if row.level == RowLevel::Unit { format!("**{}**", escaped(&row.address)) } else { escaped(&row.address) };
        let cells = match &row.note {
            Some(note) => vec![format!("*{}*", escaped(note))],
            None => row.cells.iter().map(|cell| sheet_cell(cell, sheet.style)).collect(),
        };
        let missing = sheet.columns.len().saturating_sub(cells.len());
        let cells = cells.into_iter().chain(std::iter::repeat_n(String::new(), missing)).collect::<Vec<_>>();
        out.push_str(&format!("| {} | {address} | {} |\n", row.number, cells.join(" | ")));
    }
    out
}

fn sheet_cell(cell: &SheetCell, style: Style) -> String {
    let mut lines: Vec<String> = cell.status.iter().map(|status| format!("*{}*", escaped(status))).collect();
    lines.extend(cell.place.as_deref().map(escaped));
    for passage in &cell.passages {
        if cell.took.is_empty() || passage.heading {
            let words = inline(&passage.runs);
            // Emphasis that is bold and underlined is how the Council marks new words.
            lines.push(match style {
                Style::Tracked => words,
                Style::Council => underlined(&passage.runs),
            });
        }
    }
    if !cell.took.is_empty() {
        lines.push(escaped(&took_words(&cell.took)));
    }
    lines.extend(cell.grounds.iter().map(|line| format!("<small>{}</small>", escaped(line))));
    lines.join("<br>")
}

/// Runs with the added words bold and underlined.
fn underlined(runs: &[Run]) -> String {
    let parts = runs.iter().map(|run| {
        let words = inline(std::slice::from_ref(run));
        let (lead, tail) = (run.text.starts_with(char::is_whitespace), run.text.ends_with(char::is_whitespace));
        let words = if run.op == Op::Added && !words.is_empty() { format!("<u>{words}</u>") } else { words };
        format!("{}{words}{}", if lead { " " } else { "" }, if tail { " " } else { "" })
    });
    parts.collect::<String>().trim().to_owned()
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
