//! Findings as SARIF 2.1.0, which editors and code hosts show beside the text.
//!
//! Source: OASIS, Static Analysis Results Interchange Format 2.1.0, sections 3.13 (log), 3.27 (result).

use serde_json::{Value, json};

use super::{Letter, Shown, remarks};
use crate::check::{Finding, Verdict};

/// Letters and their findings as SARIF.
pub fn sarif(letters: &[Letter], shown: &Shown) -> String {
    let rules: Vec<Value> = Verdict::ALL
        .iter()
        .map(|verdict| {
            json!({
                "id": verdict.name(),
                "shortDescription": { "text": verdict.printed(shown.language) },
            })
        })
        .collect();
    let results: Vec<Value> = letters
        .iter()
        .flat_map(|letter| {
            let taken = letter.checked.findings.iter().filter(|finding| shown.takes(finding));
            taken.map(|finding| result(letter, finding, shown)).collect::<Vec<Value>>()
        })
        .collect();
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "lexdelta",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": rules,
            } },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    // Only maps with keys that are no strings could fail here.
    serde_json::to_string_pretty(&log).unwrap_or_default() + "\n"
}

fn result(letter: &Letter, finding: &Finding, shown: &Shown) -> Value {
    let lines: Vec<String> =
        remarks(finding, shown.language).into_iter().map(|(called, line)| format!("{called}: {line}")).collect();
    let text = format!("{}: {}\n{}", finding.verdict.printed(shown.language), finding.words, lines.join("\n"));
    let marked = letter.document.marked(&finding.span);
    let end = marked.last().and_then(|(line, span)| {
        let text = letter.document.lines.get(*line)?;
        Some((line + 1, text[..span.end].chars().count() + 1))
    });
    let (end_line, end_column) = end.unwrap_or((finding.place.line, finding.place.column));
    json!({
        "ruleId": finding.verdict.name(),
        "level": level(finding.verdict),
        "message": { "text": text },
        "locations": [{ "physicalLocation": {
            "artifactLocation": { "uri": uri(&letter.path) },
            "region": {
                "startLine": finding.place.line,
                "startColumn": finding.place.column,
                "endLine": end_line,
                "endColumn": end_column,
                "snippet": { "text": finding.words },
            },
        } }],
    })
}

fn level(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Contradicted => "error",
        Verdict::Outdated => "warning",
        Verdict::Ambiguous => "note",
        Verdict::Confirmed | Verdict::NotDecidable => "none",
    }
}

/// A path as a reference of RFC 3986.
fn uri(path: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte);
    let path = path.replace('\\', "/");
    path.bytes().map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}
