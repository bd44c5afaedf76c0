//! Numbers and amounts in running text, with what they count.

use regex::Regex;

use super::tokens::{LETTER, SPACE};
use crate::languages::{PerLanguage, Vocabulary};
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
    if !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return Vec::new();
    }
    let Some(pattern) = pattern(language) else { return Vec::new() };
    pattern
        .find_iter(text)
        .map(|found| FoundNumber { start: found.start(), end: found.end(), value: comparison_form(found.as_str()) })
        .collect()
}

fn pattern(language: Language) -> Option<&'static Regex> {
    static PATTERNS: PerLanguage<Option<Regex>> = PerLanguage::new();
    PATTERNS.get(language, build).as_ref()
}

fn build(words: &Vocabulary) -> Option<Regex> {
    let units: Vec<String> = words.calendar.units.iter().map(|unit| regex::escape(unit)).collect();
    let space = SPACE;
    let figure = format!(r"[0-9]{{1,3}}(?:{space}[0-9]{{3}})+(?:[.,][0-9]+)?|[0-9]+(?:[.,][0-9]+)*");
    let edge = r"(?-u:\b)";
    let before = format!(r"(?:{edge}EUR{space}?|€{space}?|{edge}|\^)");
    let unit = format!(r"(?:{space}?(?:%|EUR{edge}|€)|{space}(?:{LETTER}+{space})?(?:{})(?:{edge}))", units.join("|"));
    let pattern = format!(r"(?i){before}(?:{figure})(?:{unit})?");
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
