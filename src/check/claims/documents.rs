//! The numbers of documents: of the Commission, the Council, Parliament, of acts, and of national parliaments.

use std::sync::OnceLock;

use regex::Regex;

use super::{Claim, DocumentClaim, Letter, Says};
use crate::prose::references;

/// How far the name of an act may stand from a number in brackets that is said to be its own.
const BESIDE: usize = 6;

fn reader() -> Option<&'static Regex> {
    static READER: OnceLock<Option<Regex>> = OnceLock::new();
    let source = r"(?x)
        (?P<com>\b(?:COM|SWD|JOIN)\s?/?\s?(?:\((?P<year>\d{4})\)|/?(?P<year2>\d{4}))\s?/?\s?(?P<number>\d{1,4}))(?:\s(?:final|def\.?))?
      | \b(?P<celex>[356]\d{4}(?:PC|DC|SC|[RLDH])\d{4})\b
      | \bST\s?(?P<council>\d{4,5}/(?:\d/)?\d{2}(?:\s(?:REV|INIT|ADD|COR)\s?\d*)?)
      | \b(?P<pecons>PE-CONS\s?\d{1,3}/(?:\d/)?\d{2})
      | \bPE\s?-?(?P<parliament>\d{3}\.\d{3})
      | \b(?P<report>A\d{1,2}-\d{4}/\d{4}|T\d{1,2}-\d{4}/\d{4}|P\d{1,2}_TA\(\d{4}\)\d{4})";
    READER.get_or_init(|| Regex::new(source).ok()).as_ref()
}

pub(super) fn find(letter: &Letter<'_>, claims: &mut Vec<Claim>) {
    let text = letter.document.text.as_str();
    let Some(reader) = reader() else { return };
    for found in reader.captures_iter(text) {
        let Some(whole) = found.get(0) else { continue };
        let named = |name: &str| found.name(name).map(|hit| hit.as_str());
        let number = if let Some(number) = named("number") {
            let kind: String = whole.as_str().chars().take_while(char::is_ascii_alphabetic).collect();
            let year = named("year").or(named("year2")).unwrap_or_default();
            format!("{kind}({year}) {}", number.trim_start_matches('0'))
        } else if let Some(council) = named("council") {
            format!("ST {council}")
        } else if let Some(parliament) = named("parliament") {
            format!("PE{parliament}")
        } else {
            whole.as_str().to_owned()
        };
        push(letter, whole.range(), number, false, claims);
    }
    for found in letter.words.papers.find_iter(text) {
        push(letter, found.range(), found.as_str().to_owned(), true, claims);
    }
    for paragraph in &letter.document.paragraphs {
        let words = &text[paragraph.clone()];
        if !words.contains('/') {
            continue;
        }
        for cited in references(words, letter.language) {
            let Some(celex) = cited.target.act.filter(|_| cited.target.address.steps.is_empty()) else { continue };
            let span = cited.start + paragraph.start..cited.end + paragraph.start;
            // A treaty has no number that could be wrong.
            if celex.starts_with('3')
                && !claims.iter().any(|known| known.span.start < span.end && span.start < known.span.end)
            {
                push(letter, span, celex, false, claims);
            }
        }
    }
}

fn push(letter: &Letter<'_>, span: std::ops::Range<usize>, number: String, national: bool, claims: &mut Vec<Claim>) {
    let (beside, is_of_work) = beside(letter, &span);
    let works = beside.iter().cloned().collect();
    let says = DocumentClaim { number, national, beside, is_of_work };
    claims.push(letter.claim(span, Says::Document(says), works, false));
}

/// The act whose name stands right before the number, with nothing but a bracket between, or right after it in
/// brackets.
fn beside(letter: &Letter<'_>, span: &std::ops::Range<usize>) -> (Option<String>, bool) {
    let text = letter.document.text.as_str();
    let before = letter.mentions.iter().rev().find(|mention| mention.span.end <= span.start);
    let between = |from: usize, to: usize| {
        let words = text.get(from..to).unwrap_or_default();
        words.len() <= BESIDE && words.contains('(') && words.chars().all(|c| c.is_whitespace() || "(,".contains(c))
    };
    if let Some(mention) = before.filter(|mention| between(mention.span.end, span.start)) {
        return (Some(mention.work.clone()), true);
    }
    let after = letter.mentions.iter().find(|mention| mention.span.start >= span.end);
    if let Some(mention) = after.filter(|mention| between(span.end, mention.span.start)) {
        return (Some(mention.work.clone()), true);
    }
    (None, false)
}
