//! Periods: '24 maanden na die datum', 'a period of three months'.

use super::sentences::Sentence;
use super::{Claim, Letter, PeriodClaim, PeriodUnit, Says};
use crate::languages::{Happening, vocabulary};

pub(super) fn find(letter: &Letter<'_>, sentence: &Sentence, claims: &mut Vec<Claim>) {
    let text = letter.text(&sentence.span);
    for found in letter.words.period.captures_iter(text) {
        let (Some(whole), Some(count), Some(unit)) = (found.get(0), found.get(1), found.get(2)) else { continue };
        let Some(count) = number(&count.as_str().to_lowercase(), letter) else { continue };
        let Some(unit) = unit_of(&unit.as_str().to_lowercase(), letter) else { continue };
        let span = whole.start() + sentence.span.start..whole.end() + sentence.span.start;
        let hits = super::words::all(&letter.words.happenings, text, sentence.span.start);
        let of_application = hits.iter().any(|(happening, at)| {
            matches!(happening, Happening::EntryIntoForce | Happening::Application) && super::gap(at, &span) < 80
        });
        let (works, from_context) = letter.works_near(&span, sentence.clause_of(span.start), sentence);
        let says = PeriodClaim { count, unit, of_application };
        claims.push(letter.claim(span, Says::Period(says), works, from_context));
    }
}

fn number(word: &str, letter: &Letter<'_>) -> Option<u16> {
    let word = if word == "één" { "een" } else { word };
    word.parse().ok().or_else(|| {
        let at = letter.vocabulary.cardinals.iter().position(|known| *known == word)?;
        u16::try_from(at + 1).ok()
    })
}

fn unit_of(word: &str, letter: &Letter<'_>) -> Option<PeriodUnit> {
    let words = &vocabulary(letter.language).periods;
    let units = [
        (PeriodUnit::Days, words.days),
        (PeriodUnit::Weeks, words.weeks),
        (PeriodUnit::Months, words.months),
        (PeriodUnit::Years, words.years),
    ];
    units.into_iter().find(|(_, names)| names.contains(&word)).map(|(unit, _)| unit)
}
