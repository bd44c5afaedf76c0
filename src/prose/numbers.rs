//! Numbers and amounts in running text, with what they count.

use std::collections::HashMap;
use std::sync::OnceLock;

use regex::Regex;

use crate::languages::vocabulary;
use crate::law::{Language, comparison_form};

/// A number in a text, with its unit where it has one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundNumber {
    /// First byte.
    pub start: usize,
    /// Byte after the last.
    pub end: usize,
    /// The number with its unit, in its comparison form: `EUR 15 000 000`, `3 %`, `18 months`.
    pub value: String,
}

/// Finds the numbers in a text, in order, each with its unit: 'EUR 35 000 000', '7 %', '15 days', '10^25'.
///
/// Numbers inside dates and references are found too: whoever looks for plain numbers takes those places out first.
pub fn numbers(text: &str, language: Language) -> Vec<FoundNumber> {
    let Some(pattern) = pattern(language) else { return Vec::new() };
    pattern
        .find_iter(text)
        .map(|found| FoundNumber { start: found.start(), end: found.end(), value: comparison_form(found.as_str()) })
        .collect()
}

fn pattern(language: Language) -> Option<&'static Regex> {
    static PATTERNS: OnceLock<HashMap<Language, Regex>> = OnceLock::new();
    PATTERNS
        .get_or_init(|| Language::ALL.into_iter().filter_map(|known| Some((known, build(known)?))).collect())
        .get(&language)
}

fn build(language: Language) -> Option<Regex> {
    let words = vocabulary(language);
    let units: Vec<String> = words.calendar.units.iter().map(|unit| regex::escape(unit)).collect();
    let figure = r"\d{1,3}(?:[\s\u{a0}\u{202f}]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)*";
    let space = r"[\s\u{a0}\u{202f}]?";
    let pattern = format!(
        r"(?i)(?:\bEUR{space}|€{space}|\b|\^)(?:{figure})(?:{space}(?:%|EUR\b|€)|[\s\u{{a0}}](?:[\p{{L}}]+[\s\u{{a0}}])?(?:{})\b)?",
        units.join("|")
    );
    Regex::new(&pattern).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_keep_their_unit() {
        let found = |text, language| numbers(text, language).into_iter().map(|n| n.value).collect::<Vec<_>>();
        assert_eq!(
            found("fines of up to EUR 35\u{a0}000\u{a0}000 or 7 % of turnover within 15 working days", Language::En),
            ["EUR 35 000 000", "7 %", "15 working days"]
        );
        assert_eq!(found("jusqu'à 750 000 EUR, 18 mois après", Language::Fr), ["750 000 EUR", "18 mois"]);
        assert_eq!(found("binnen 15 dagen", Language::Nl), ["15 dagen"]);
    }
}
