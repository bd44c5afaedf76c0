//! Numbers at the start of a paragraph: '1.', '“14 bis)', '(3)', '–'.

use std::sync::OnceLock;

use regex::Regex;

use crate::law::Number;

/// Takes the number off a paragraph. Where its number is longer than the indent, no tab stands after it.
pub(super) fn split(text: &str) -> Option<(&str, &str)> {
    static LABEL: OnceLock<Option<Regex>> = OnceLock::new();
    let pattern = r"^([“‘„«]?[\s\u{a0}]?(?:\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-z]{1,2}|[ivxl]{1,6})(?:[\s\u{a0}]-?[a-z]{3,14})?[.)]|[–—•]))[\s\u{a0}]+(\S.*)$";
    let found = LABEL.get_or_init(|| Regex::new(pattern).ok()).as_ref()?.captures(text)?;
    let (label, rest) = (found.get(1)?.as_str(), found.get(2)?.as_str());
    let is_dash = label.ends_with(['–', '—', '•']);
    (is_dash || Number::read(label).is_ok()).then_some((label, rest))
}

/// Whether a line sets a number apart by a tab.
pub(super) fn starts_item(line: &str) -> bool {
    split(line).is_some_and(|(label, _)| line[label.len()..].trim_start_matches(' ').starts_with('\t'))
}

/// Whether a number is that of a paragraph: figures and a full stop.
pub(super) fn is_of_paragraph(label: &str) -> bool {
    let bare = label.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '(');
    bare.starts_with(|c: char| c.is_ascii_digit()) && bare.ends_with('.')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_taken_off_with_their_adverbs() {
        assert_eq!(split("1.\tDe kuiper"), Some(("1.", "De kuiper")));
        assert_eq!(split("“14 bis)\t“vat”: een ton"), Some(("“14 bis)", "“vat”: een ton")));
        assert_eq!(split("1 ter. De kuiper"), Some(("1 ter.", "De kuiper")));
        assert_eq!(split("(12)\tEen vat"), Some(("(12)", "Een vat")));
        assert_eq!(split("–\thoepels"), Some(("–", "hoepels")));
    }

    #[test]
    fn words_are_no_numbers() {
        for text in ["de kuiper. Hij", "(EU) 2031/77 is", "2031. Dat jaar", "12 vaten.", "1 vat. Twee"] {
            assert_eq!(split(text), None, "{text}");
        }
    }
}
