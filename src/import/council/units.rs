//! What paragraphs are told by: numbers of articles and annexes, headings, instructions.

use super::super::{labels, quotations};
use super::lines::SIGN_END;
use crate::languages::vocabulary;
use crate::law::{Language, SegmentKind};

/// Whether a paragraph is the number of an article or annex.
pub(super) fn is_unit(text: &str, language: Language) -> bool {
    is_article(text, language) || is_annex(text, language)
}

/// Whether a paragraph is the number of an article: 'Artikel 4 bis'.
pub(super) fn is_article(text: &str, language: Language) -> bool {
    let name = vocabulary(language).provisions.printed(SegmentKind::Article);
    let bare = text.trim_start_matches(quotations::OPENING);
    let word = bare.split_whitespace().next().unwrap_or_default();
    word.starts_with(char::is_uppercase)
        && word.to_lowercase() == name.to_lowercase()
        && labels::article_number(bare).is_some()
}

/// Whether a paragraph is the number of an annex.
pub(super) fn is_annex(text: &str, language: Language) -> bool {
    let bare = text.trim_start_matches(quotations::OPENING);
    bare.starts_with(char::is_uppercase) && labels::is_annex_label(bare, language)
}

/// Whether words stand as a heading: nothing ends them.
pub(super) fn is_heading(text: &str) -> bool {
    !text.trim_end().ends_with(['.', ';', ':', ',', '”', '’', '»', SIGN_END])
}

/// Whether an instruction names points and no paragraphs: 'in afdeling B wordt het volgende punt toegevoegd:'.
pub(super) fn names_points(text: &str, language: Language) -> bool {
    let words: Vec<String> = text.split(|c: char| !c.is_alphabetic()).map(str::to_lowercase).collect();
    let names = |kind: SegmentKind| {
        let name = vocabulary(language).provisions.names.iter().find(|name| name.kind == kind);
        name.is_some_and(|name| words.iter().any(|word| name.read.contains(&word.as_str())))
    };
    text.ends_with(':') && names(SegmentKind::Point) && !names(SegmentKind::Paragraph)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn articles_and_annexes_stand_alone_on_their_lines() {
        for text in ["Artikel 4", "“Artikel 4 bis", "“Bijlage XIV", "BIJLAGE"] {
            assert!(is_unit(text, Language::Nl), "{text}");
        }
        assert!(is_unit("‘Article 4a", Language::En) && is_unit("Article premier", Language::Fr));
        for text in ["Artikel 4 van de kuipers", "artikel 4", "Artikel", "bijlage I wordt gewijzigd:"] {
            assert!(!is_unit(text, Language::Nl), "{text}");
        }
    }

    #[test]
    fn an_instruction_tells_whether_it_brings_points() {
        assert!(names_points("het volgende punt wordt toegevoegd:", Language::Nl));
        assert!(!names_points("lid 3, punt a), wordt vervangen door:", Language::Nl));
        assert!(!names_points("een punt", Language::Nl));
    }
}
