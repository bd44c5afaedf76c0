//! Numbers and headings as printed, taken apart: 'CHAPTER III', 'Section A — Information …', 'ANNEXE IV bis'.

use super::assemble::join_lines;
use super::line::Line;
use crate::languages::vocabulary;
use crate::law::{Kind, Language, Number, SegmentKind};

/// The head of a division or annex.
pub(super) struct Head {
    pub kind: Kind,
    pub number: Option<Number>,
    pub label: Option<Line>,
    pub heading: Option<Line>,
}

const DIVISIONS: [(SegmentKind, Kind); 5] = [
    (SegmentKind::Part, Kind::Part),
    (SegmentKind::Title, Kind::Title),
    (SegmentKind::Chapter, Kind::Chapter),
    (SegmentKind::Section, Kind::Section),
    (SegmentKind::Subsection, Kind::Subsection),
];

const ANNEXES: [(SegmentKind, Kind); 2] = [(SegmentKind::Annex, Kind::Annex), (SegmentKind::Appendix, Kind::Appendix)];

/// The number in 'Article 75a', 'Article premier', '‘Article 4a'.
pub(super) fn article_number(label: &str) -> Option<Number> {
    let label = label.trim_start_matches(|c: char| !c.is_alphanumeric());
    let (_, rest) = label.split_once(crate::law::is_space)?;
    let lower = rest.trim().to_lowercase();
    if matches!(lower.as_str(), "unique" | "sole") {
        return Number::new("1").ok();
    }
    Number::read(rest).ok()
}

/// Takes the heading of a division apart.
pub(super) fn division(label: Option<Line>, heading: Vec<Line>, language: Language) -> Head {
    if let Some(label) = label {
        let kind = match named_number(&label.text, &DIVISIONS, language) {
            Some(found) => Some((found.kind, found.number)),
            None => Number::read(&label.text).ok().map(|number| (Kind::Point, Some(number))),
        };
        let heading = join_lines(heading).filter(|heading| !heading.is_empty());
        return match kind {
            Some((kind, number)) => Head { kind, number, label: Some(label), heading },
            None => {
                let heading = join_lines([Some(label), heading].into_iter().flatten().collect());
                Head { kind: Kind::Group, number: None, label: None, heading }
            }
        };
    }
    take_apart(heading, &DIVISIONS, language).unwrap_or_else(|heading| Head {
        kind: Kind::Group,
        number: None,
        label: None,
        heading: join_lines(heading),
    })
}

/// Takes the title of an annex or appendix apart.
pub(super) fn annex(title: Vec<Line>, language: Language) -> Head {
    take_apart(title, &ANNEXES, language).unwrap_or_else(|title| Head {
        kind: Kind::Annex,
        number: None,
        label: None,
        heading: join_lines(title),
    })
}

/// Whether a line is the number of a division: 'CHAPTER III'.
pub(super) fn division_kind(line: &str, language: Language) -> Option<Kind> {
    named_number(line, &DIVISIONS, language).map(|found| found.kind)
}

/// Whether a line is the number of an annex or appendix.
pub(super) fn is_annex_label(line: &str, language: Language) -> bool {
    named_number(line, &ANNEXES, language).is_some()
}

fn take_apart(mut lines: Vec<Line>, names: &[(SegmentKind, Kind)], language: Language) -> Result<Head, Vec<Line>> {
    let Some(found) = lines.first().and_then(|first| named_number(&first.text, names, language)) else {
        return Err(lines);
    };
    let (label, rest) = lines.remove(0).split_at(found.end);
    if !rest.is_blank() {
        lines.insert(0, rest);
    }
    let heading = join_lines(lines).filter(|heading| !heading.is_empty());
    Ok(Head { kind: found.kind, number: found.number, label: Some(label), heading })
}

struct Found {
    kind: Kind,
    number: Option<Number>,
    /// The byte after the number and the sign that separates it from a heading on the same line.
    end: usize,
}

/// Finds 'CHAPTER III', 'Section A —', 'ANNEXE IV bis' at the start of a line.
///
/// The number must be followed by the end of the line or by a full stop, colon or dash; otherwise the line only begins
/// with such a word ('Part of the …').
fn named_number(line: &str, names: &[(SegmentKind, Kind)], language: Language) -> Option<Found> {
    let words = &vocabulary(language).provisions;
    let start = line.len() - line.trim_start_matches(|c: char| !c.is_alphanumeric()).len();
    let text = &line[start..];
    for (step, kind) in names {
        let Some(name) = words.names.iter().find(|name| name.kind == *step) else { continue };
        let written = name.printed.to_lowercase();
        let after = match strip_prefix_ignoring_case(text, &written) {
            Some(after) if after.is_empty() || after.starts_with(crate::law::is_space) => after,
            _ => continue,
        };
        let label = after.trim_start_matches(crate::law::is_space);
        let offset = line.len() - label.len();
        if label.is_empty() {
            let nameless = matches!(kind, Kind::Annex | Kind::Appendix);
            return nameless.then_some(Found { kind: *kind, number: None, end: line.len() });
        }
        if let Some((number, length)) = leading_number(label) {
            let tail = &label[length..];
            let separator = tail.trim_start_matches(crate::law::is_space);
            let cut = separator.trim_start_matches(|c: char| matches!(c, '.' | ':' | '\u{2010}'..='\u{2015}' | '-'));
            if separator.is_empty() || cut.len() < separator.len() {
                let end = offset + length + (tail.len() - cut.len());
                return Some(Found { kind: *kind, number: Some(number), end });
            }
        }
        if matches!(kind, Kind::Annex | Kind::Appendix) && label.starts_with(['\u{2014}', '\u{2013}', '-', ':']) {
            return Some(Found { kind: *kind, number: None, end: offset });
        }
    }
    None
}

/// A number at the start of a text, with its length in bytes: Roman or Arabic figures or a capital letter, perhaps with
/// the letter or Latin adverb of an inserted provision.
fn leading_number(text: &str) -> Option<(Number, usize)> {
    let word_end = |text: &str| text.find(|c: char| !(c.is_alphanumeric() || c == '-')).unwrap_or(text.len());
    let first = word_end(text).min(text.len());
    let word = text[..first].trim_end_matches('-');
    let first = word.len();
    let is_number = word.eq_ignore_ascii_case("premier")
        || word.starts_with(|c: char| c.is_ascii_digit())
        || (word.starts_with(|c: char| c.is_ascii_uppercase())
            && word.len() <= 8
            && (word.len() == 1 || word.trim_end_matches(|c: char| c.is_ascii_lowercase()).chars().all(is_roman)));
    if !is_number {
        return None;
    }
    let rest = &text[first..];
    let gap = rest.len() - rest.trim_start_matches(crate::law::is_space).len();
    if gap > 0 {
        let adverb = &rest[gap..];
        let length = first + gap + word_end(adverb);
        if let Ok(number) = Number::read(&text[..length]) {
            return Some((number, length));
        }
    }
    Number::read(word).ok().map(|number| (number, first))
}

fn is_roman(c: char) -> bool {
    matches!(c, 'I' | 'V' | 'X' | 'L' | 'C' | 'D' | 'M')
}

fn strip_prefix_ignoring_case<'a>(text: &'a str, lower: &str) -> Option<&'a str> {
    let mut rest = text.chars();
    for expected in lower.chars() {
        if !rest.next()?.to_lowercase().eq(std::iter::once(expected)) {
            return None;
        }
    }
    Some(rest.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn head(lines: &[&str], language: Language) -> (Kind, Option<String>, String) {
        let head = division(None, lines.iter().map(|line| Line::plain(line)).collect(), language);
        let heading = head.heading.map(|line| line.text).unwrap_or_default();
        (head.kind, head.number.map(String::from), heading)
    }

    #[test]
    fn headings_of_divisions_are_taken_apart() {
        let number = |text: &str| Some(text.to_owned());
        assert_eq!(
            head(&["CHAPTER III", "HIGH-RISK AI SYSTEMS"], Language::En),
            (Kind::Chapter, number("III"), "HIGH-RISK AI SYSTEMS".into())
        );
        assert_eq!(
            head(&["Section A — Information to be submitted"], Language::En),
            (Kind::Section, number("A"), "Information to be submitted".into())
        );
        assert_eq!(head(&["TITRE PREMIER", "OBJET"], Language::Fr), (Kind::Title, number("1"), "OBJET".into()));
        assert_eq!(head(&["CHAPITRE IV BIS"], Language::Fr), (Kind::Chapter, number("IVa"), String::new()));
        assert_eq!(head(&["Sous-section 2"], Language::Fr), (Kind::Subsection, number("2"), String::new()));
        assert_eq!(head(&["AFDELING 2"], Language::Nl), (Kind::Section, number("2"), String::new()));
    }

    #[test]
    fn a_line_that_only_begins_with_such_a_word_is_a_heading() {
        assert_eq!(head(&["Part of the load"], Language::En), (Kind::Group, None, "Part of the load".into()));
        assert_eq!(head(&["БЪЛГАРИЯ"], Language::En), (Kind::Group, None, "БЪЛГАРИЯ".into()));
    }

    #[test]
    fn annexes_have_numbers_of_every_kind_or_none() {
        let number = |title: &str, language| annex(vec![Line::plain(title)], language).number.map(String::from);
        assert_eq!(number("ANNEX XIV", Language::En).as_deref(), Some("XIV"));
        assert_eq!(number("ANNEXE II bis", Language::Fr).as_deref(), Some("IIa"));
        assert_eq!(number("BIJLAGE", Language::Nl), None);
        assert_eq!(number("ANNEX A", Language::En).as_deref(), Some("A"));
    }

    #[test]
    fn articles_are_numbered_in_words_too() {
        assert_eq!(article_number("Article premier").unwrap().as_str(), "1");
        assert_eq!(article_number("‘Article 4a").unwrap().as_str(), "4a");
        assert_eq!(article_number("Artikel 75 bis").unwrap().as_str(), "75a");
    }
}
