//! The acts that references belong to: 'of Regulation (EU) 2016/679', 'of that Directive', 'TFEU'.

use std::ops::Range;

use winnow::ModalResult;
use winnow::Parser;
use winnow::combinator::{alt, opt, preceded, repeat};
use winnow::error::{ContextError, ErrMode};

use super::super::tokens::Meaning;
use super::{Act, Chain, Input, comma, link, token};
use crate::law::Celex;

/// 'of Regulation (EU) 2016/679', 'of that Directive', 'TFEU', 'of the Convention', 'of this Regulation'.
pub(super) fn act_suffix(input: &mut Input<'_>) -> ModalResult<(Act, Option<usize>)> {
    alt((
        (opt(act_link), token(|m| matches!(m, Meaning::Treaty(_)))).map(|(_, token)| match token.means {
            Meaning::Treaty(celex) => (Act::Celex(celex.to_owned()), Some(token.span.end)),
            _ => (Act::This, None),
        }),
        // 'that' alone goes on with the sentence: 'listed in Annex X that have been placed on the market'.
        (
            opt(act_link),
            token(|m| *m == Meaning::That),
            token(|m| matches!(m, Meaning::ActKind(_) | Meaning::Instrument)),
        )
            .map(|_| (Act::LastNamed, None)),
        token(|m| *m == Meaning::Thereof).map(|_| (Act::LastNamed, None)),
        (opt(act_link), token(|m| *m == Meaning::Own), token(|m| matches!(m, Meaning::ActKind(_))))
            .map(|_| (Act::Own, None)),
        preceded(act_link, act_name).map(|(celex, span)| (Act::Celex(celex), Some(span.end))),
        (act_link, token(|m| *m == Meaning::Instrument)).map(|_| (Act::Elsewhere, None)),
    ))
    .parse_next(input)
}

/// 'of', or the 'to' of 'Annex I to Directive 2006/42/EC', which joins the ends of a range elsewhere.
fn act_link<'i>(input: &mut Input<'i>) -> ModalResult<()> {
    alt((link, (opt(comma), token(|m| *m == Meaning::Range)).void())).parse_next(input)
}

pub(super) fn act_alone(input: &mut Input<'_>) -> ModalResult<Chain> {
    let (celex, span) = act_name(input)?;
    Ok(Chain { groups: Vec::new(), act: Act::Celex(celex), span })
}

/// 'Commission Delegated Regulation (EU) 2019/945', 'Directive 2006/42/EC'.
fn act_name(input: &mut Input<'_>) -> ModalResult<(String, Range<usize>)> {
    // Words before the kind say who adopted it: they are not part of the name.
    let _: () = repeat(0..3, token(|m| *m == Meaning::Word).void()).parse_next(input)?;
    let kind = token(|m| matches!(m, Meaning::ActKind(_))).parse_next(input)?;
    // French and Dutch put such words behind: 'règlement délégué (UE)'.
    let _: () = repeat(0..3, token(|m| *m == Meaning::Word).void()).parse_next(input)?;
    let Meaning::ActKind(letter) = kind.means else { return Err(ErrMode::Backtrack(ContextError::new())) };
    let (celex, numbered) = act_number(letter, input)?;
    Ok((celex, kind.span.start..numbered.end))
}

/// '(EU) 2016/679': the number of an act whose kind is named before.
fn act_number(letter: char, input: &mut Input<'_>) -> ModalResult<(String, Range<usize>)> {
    let domain = opt(token(|m| *m == Meaning::Domain)).parse_next(input)?;
    let number = token(|m| matches!(m, Meaning::ActNumber { .. })).parse_next(input)?;
    let Meaning::ActNumber { first, second, number_first } = number.means else {
        return Err(ErrMode::Backtrack(ContextError::new()));
    };
    let (year, number_of_year) = match (number_first, letter) {
        (true, _) => (second, first),
        // Before 2015, regulations without 'No' put the number first: 'Regulation 2/2009'.
        (false, 'R' | 'D') if first < 1950 && (1950..2100).contains(&second) => (second, first),
        (false, _) => (first, second),
    };
    let year = match year {
        0..=49 => year + 2000,
        50..=99 => year + 1900,
        year => year,
    };
    if !(1950..2100).contains(&year) || number_of_year == 0 || number_of_year > 99_999 {
        return Err(ErrMode::Backtrack(ContextError::new()));
    }
    let year = u16::try_from(year).map_err(|_| ErrMode::Backtrack(ContextError::new()))?;
    let start = domain.map_or(number.span.start, |domain| domain.span.start);
    Ok((Celex::of_act(letter, year, number_of_year).to_string(), start..number.span.end))
}

/// The further members of a list of acts of one kind: 'Regulations (EU) 2016/679 and (EU) 2018/1725'.
pub(super) fn further_acts(first: &str, input: &mut Input<'_>) -> Vec<Chain> {
    let Some(letter) = first.chars().nth(5).filter(|_| first.starts_with('3')) else { return Vec::new() };
    let joint = |input: &mut Input<'_>| -> ModalResult<()> {
        let comma = opt(comma).parse_next(input)?;
        let word = opt(token(|m| *m == Meaning::Conjunction)).parse_next(input)?;
        if comma.is_none() && word.is_none() { Err(ErrMode::Backtrack(ContextError::new())) } else { Ok(()) }
    };
    let mut further = Vec::new();
    while let Ok(Some((celex, span))) =
        opt(preceded(joint, |input: &mut _| act_number(letter, input))).parse_next(input)
    {
        further.push(Chain { groups: Vec::new(), act: Act::Celex(celex), span });
    }
    further
}
