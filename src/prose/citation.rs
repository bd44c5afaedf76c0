//! Addresses printed as EU law cites them.

use crate::languages::{Vocabulary, vocabulary};
use crate::law::{Language, Locator, Number, Segment, SegmentKind};

/// The address as EU law cites it: 'Article 6(4), point (a)', 'artikel 6, lid 4, punt a)',
/// 'article 6, paragraphe 4, point a)'.
///
/// [`super::TypedLocator`] reads every such citation back to the same provision. Steps without a custom of their own
/// are named one after the other; '`[2]`' tells apart provisions that bear the same number.
///
/// Source: Interinstitutional Style Guide, 10.15 (English), 'Verwijzing naar een onderdeel' (Dutch), 'Références'
/// (French); Joint Practical Guide, guideline 16.
pub fn citation(locator: &Locator, language: Language) -> String {
    let words = vocabulary(language);
    let mut out = String::new();
    let mut above: Option<&Segment> = None;
    let mut points = 0;
    let mut in_annex = false;
    for segment in locator.segments() {
        if segment.kind == SegmentKind::Point {
            points += 1
        } else {
            points = 0
        }
        in_annex |= matches!(segment.kind, SegmentKind::Annex | SegmentKind::Appendix);
        let place = Place { above, points, in_annex };
        out.push_str(&step(segment, &place, language, words));
        if segment.occurrence > 1 {
            out.push_str(&format!(" [{}]", segment.occurrence));
        }
        above = Some(segment);
    }
    out
}

struct Place<'a> {
    above: Option<&'a Segment>,
    points: usize,
    in_annex: bool,
}

fn step(segment: &Segment, place: &Place<'_>, language: Language, words: &Vocabulary) -> String {
    use SegmentKind::{Article, Indent, Paragraph, Point, Subparagraph, UnnumberedParagraph};
    let english = language == Language::En;
    let separator = if place.above.is_some() { ", " } else { "" };
    let name = words.provisions.printed(segment.kind);
    let Some(number) = &segment.number else { return format!("{separator}{name}") };
    let printed = if english || segment.kind.is_counted() { number.as_str().to_owned() } else { number.with_adverb() };
    match segment.kind {
        Paragraph if english && place.above.is_some_and(|above| above.kind == Article) => format!("({printed})"),
        Point => point(number, &printed, place, english, name, separator),
        Subparagraph | UnnumberedParagraph | Indent => {
            match number.as_str().parse().ok().and_then(|at| words.provisions.ordinal(at)) {
                Some(ordinal) => format!("{separator}{ordinal} {name}"),
                None => format!("{separator}{name} {printed}"),
            }
        }
        _ => format!("{separator}{name} {printed}"),
    }
}

/// Points are bracketed, except those of annexes that bear figures; the points below a point follow it directly.
fn point(number: &Number, printed: &str, place: &Place<'_>, english: bool, name: &str, separator: &str) -> String {
    let decimal = number.is_decimal();
    let bare = decimal || (place.in_annex && number.is_arabic() && place.points == 1);
    let bracketed = match (bare, english) {
        (true, _) => printed.to_owned(),
        (false, true) => format!("({printed})"),
        (false, false) => format!("{printed})"),
    };
    match (place.points > 1 && !decimal, english) {
        (true, true) => bracketed,
        (true, false) => format!(" {bracketed}"),
        (false, _) => format!("{separator}{name} {bracketed}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_printed_as_each_language_cites_them() {
        let cases = [
            (
                "art_6/par_4/pnt_a",
                "Article 6(4), point (a)",
                "artikel 6, lid 4, punt a)",
                "article 6, paragraphe 4, point a)",
            ),
            (
                "art_5/par_1/sub_1/pnt_ba",
                "Article 5(1), first subparagraph, point (ba)",
                "artikel 5, lid 1, eerste alinea, punt b bis)",
                "article 5, paragraphe 1, premier alinéa, point b bis)",
            ),
            ("anx_III/pnt_1/pnt_a", "Annex III, point 1(a)", "bijlage III, punt 1 a)", "annexe III, point 1 a)"),
            ("art_75a", "Article 75a", "artikel 75 bis", "article 75 bis"),
            ("art_3/pnt_1", "Article 3, point (1)", "artikel 3, punt 1)", "article 3, point 1)"),
            (
                "art_113/unp_3/pnt_a",
                "Article 113, third paragraph, point (a)",
                "artikel 113, derde alinea, punt a)",
                "article 113, troisième alinéa, point a)",
            ),
            ("anx_I/sct_A", "Annex I, Section A", "bijlage I, afdeling A", "annexe I, section A"),
            ("rct_22", "recital 22", "overweging 22", "considérant 22"),
        ];
        for (locator, english, dutch, french) in cases {
            let locator = locator.parse().unwrap();
            let printed = Language::ALL.map(|language| citation(&locator, language));
            assert_eq!(printed, [english, french, dutch]);
        }
    }
}
