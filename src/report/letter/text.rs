//! Findings as a compiler prints them: the verdict, the line with the words marked, the reasons, what to write instead.

use std::fmt::Write;
use std::ops::Range;

use anstyle::{AnsiColor, Style};
use unicode_width::UnicodeWidthStr;

use super::{Letter, Shown, counts, gaps, remarks, written};
use crate::check::{Finding, Verdict, phrase};
use crate::languages::CheckPhrase;

/// Letters and their findings for a terminal.
pub fn text(letters: &[Letter], shown: &Shown) -> String {
    let mut out = String::new();
    for letter in letters {
        if shown.counts_only {
            continue;
        }
        let title = phrase(CheckPhrase::Title, shown.language);
        let _ = writeln!(out, "{title} {} ({})\n", letter.path, written(&letter.checked, shown.language));
        for finding in letter.checked.findings.iter().filter(|finding| shown.takes(finding)) {
            self::finding(letter, finding, shown, &mut out);
        }
    }
    table(letters, shown, &mut out);
    let gaps = gaps(letters);
    if !gaps.is_empty() && !shown.counts_only {
        let _ = writeln!(out, "\n{}:", phrase(CheckPhrase::Gaps, shown.language));
        gaps.iter().for_each(|gap| {
            let _ = writeln!(out, "  {gap}");
        });
    }
    out
}

fn finding(letter: &Letter, finding: &Finding, shown: &Shown, out: &mut String) {
    let style = if shown.colour { style(finding.verdict) } else { Style::new() };
    let verdict = finding.verdict.printed(shown.language);
    let place = finding.place;
    let _ = writeln!(out, "{style}{verdict}{style:#}: {}", one_line(&finding.words));
    let number = place.line.to_string();
    let margin = " ".repeat(number.len());
    let _ = writeln!(out, "{margin}--> {}:{}:{}", letter.path, place.line, place.column);
    let _ = writeln!(out, "{margin} |");
    for (line, span) in letter.document.marked(&finding.span) {
        let Some(text) = letter.document.lines.get(line) else { continue };
        let (before, marked, after) = cut(text, &span, shown.width.saturating_sub(margin.len() + 3));
        let number = format!("{:>width$}", line + 1, width = number.len());
        let _ = writeln!(out, "{number} | {before}{style}{marked}{style:#}{after}");
        let (indent, length) = (before.width(), marked.width().max(1));
        let _ = writeln!(out, "{margin} | {}{style}{}{style:#}", " ".repeat(indent), "^".repeat(length));
    }
    for (called, line) in remarks(finding, shown.language) {
        let _ = writeln!(out, "{margin} = {called}: {line}");
    }
    out.push('\n');
}

/// A line with some words marked, cut to a width around them.
fn cut<'t>(line: &'t str, span: &Range<usize>, width: usize) -> (String, &'t str, String) {
    let (before, marked, after) = (&line[..span.start], &line[span.clone()], &line[span.end..]);
    let before = before.trim_start();
    let room = width.saturating_sub(marked.chars().count());
    let lead = before.chars().count().min(room * 2 / 3);
    let mut head: String = before.chars().skip(before.chars().count() - lead).collect();
    let mut tail: String = after.trim_end().chars().take(room - lead).collect();
    if head.len() < before.len() {
        head = format!("…{}", head.chars().skip(1).collect::<String>());
    }
    if tail.len() < after.trim_end().len() {
        tail.pop();
        tail.push('…');
    }
    (head.replace('\t', " "), marked, tail.replace('\t', " "))
}

fn table(letters: &[Letter], shown: &Shown, out: &mut String) {
    let heads: Vec<&str> = Verdict::ALL.iter().map(|verdict| verdict.printed(shown.language)).collect();
    let first = phrase(CheckPhrase::Claims, shown.language);
    let _ = writeln!(out, "{first:<12}{}", heads.iter().map(|head| format!("{head:>20}")).collect::<String>());
    for (kind, row) in counts(letters) {
        let cells: String = row[..heads.len()].iter().map(|count| format!("{count:>20}")).collect();
        let _ = writeln!(out, "{kind:<12}{cells}");
    }
}

fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn style(verdict: Verdict) -> Style {
    let colour = match verdict {
        Verdict::Contradicted => AnsiColor::Red,
        Verdict::Outdated => AnsiColor::Yellow,
        Verdict::Ambiguous => AnsiColor::Magenta,
        Verdict::Confirmed => AnsiColor::Green,
        Verdict::NotDecidable => AnsiColor::Blue,
    };
    colour.on_default().bold()
}
