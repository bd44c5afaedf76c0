//! The steps of a reference: 'Articles 9 and 10(2), point (a)', 'the first subparagraph of paragraph 1'.

use winnow::ModalResult;
use winnow::Parser;
use winnow::combinator::{alt, opt, preceded, repeat};
use winnow::error::{ContextError, ErrMode};
use winnow::stream::Stream;

use super::super::address::Step;
use super::super::tokens::{Meaning, Token};
use super::{Act, Chain, Group, Input, Item, Manner, comma, link, token};
use crate::law::{Number, SegmentKind};

pub(super) fn typed_chain(input: &mut Input<'_>) -> ModalResult<Chain> {
    chain(input, Manner::Typed)
}

/// Groups that lead down ('Article 6, point (a)') and then, over links, up ('of Section 2 of Chapter III').
pub(super) fn chain(input: &mut Input<'_>, manner: Manner) -> ModalResult<Chain> {
    let start = input.first().map_or(0, |token| token.span.start);
    let mut groups = downward(input, manner)?;
    loop {
        let before = input.checkpoint();
        if opt(link).parse_next(input)?.is_none() {
            break;
        }
        match opt(|input: &mut _| downward(input, manner)).parse_next(input)? {
            Some(above) => {
                groups.splice(0..0, above);
            }
            None => {
                input.reset(&before);
                break;
            }
        }
    }
    let end = groups.iter().map(|group| group.span.end).max().unwrap_or(start);
    Ok(Chain { groups, act: Act::This, span: start..end })
}

fn downward(input: &mut Input<'_>, manner: Manner) -> ModalResult<Vec<Group>> {
    let first = group(input, manner)?;
    let mut groups = vec![first];
    loop {
        let before = input.checkpoint();
        opt(comma).parse_next(input)?;
        let above = groups.last().map(|group| group.step);
        match opt(|input: &mut _| group(input, manner)).parse_next(input)? {
            // 'Article 6, Article 7' are two references, 'Annex III, point 1' is one.
            Some(next) if above.is_some_and(|above| leads_down(above, next.step, manner)) => groups.push(next),
            _ => {
                input.reset(&before);
                return Ok(groups);
            }
        }
    }
}

/// Whether a step can stand below another in running text, where 'first indent, second indent' is a list. What is typed
/// is one address, whatever stands in what.
fn leads_down(above: SegmentKind, below: SegmentKind, manner: Manner) -> bool {
    manner == Manner::Typed
        || depth(below) > depth(above)
        || (above == below && above == SegmentKind::Point)
        || below == SegmentKind::Quotation
        || above == SegmentKind::Quotation
        || matches!(
            (above, below),
            (
                SegmentKind::Indent | SegmentKind::Point,
                SegmentKind::Subparagraph | SegmentKind::UnnumberedParagraph | SegmentKind::Table
            )
        )
        || (matches!(above, SegmentKind::Annex | SegmentKind::Appendix | SegmentKind::Group)
            && below != SegmentKind::Annex)
}

fn depth(step: SegmentKind) -> u8 {
    use SegmentKind::{
        Annex, Appendix, Article, Cell, Chapter, ContentsEntry, Definition, Group, Indent, Paragraph, Part, Point, Row,
        Section, Subparagraph, Subsection, Table, Title, UnnumberedParagraph,
    };
    match step {
        Annex => 0,
        Appendix | ContentsEntry => 1,
        Part => 2,
        Title => 3,
        Chapter => 4,
        Section => 5,
        Subsection => 6,
        Article => 7,
        Group => 8,
        Paragraph | UnnumberedParagraph => 9,
        Subparagraph => 10,
        Point | Definition => 11,
        Indent => 12,
        Table => 13,
        Row => 14,
        Cell => 15,
        _ => 0,
    }
}

fn group(input: &mut Input<'_>, manner: Manner) -> ModalResult<Group> {
    alt((
        |input: &mut _| ordinal_group(input),
        |input: &mut _| named_group(input, manner),
        |input: &mut _| own_group(input),
    ))
    .parse_next(input)
}

/// 'first subparagraph', 'the second and third indents', 'premier alinéa'.
fn ordinal_group(input: &mut Input<'_>) -> ModalResult<Group> {
    let place = token(|m| matches!(m, Meaning::Ordinal(_)));
    let more = preceded(
        alt((token(|m| *m == Meaning::Comma).void(), token(|m| *m == Meaning::Conjunction).void())),
        token(|m| matches!(m, Meaning::Ordinal(_))),
    );
    let (first, rest, name): (&Token, Vec<&Token>, &Token) =
        (place, repeat(0.., more), token(|m| matches!(m, Meaning::Name { .. }))).parse_next(input)?;
    let Meaning::Name { step, .. } = name.means else { return Err(ErrMode::Backtrack(ContextError::new())) };
    let step = match step {
        SegmentKind::Paragraph => SegmentKind::UnnumberedParagraph,
        SegmentKind::Subparagraph | SegmentKind::Indent => step,
        _ => return Err(ErrMode::Backtrack(ContextError::new())),
    };
    let occurrence = occurrence(input)?;
    let members: Vec<&Token> = std::iter::once(first).chain(rest).collect();
    let single = members.len() == 1;
    let items = members
        .into_iter()
        .filter_map(|token| match token.means {
            Meaning::Ordinal(place) => Some(Item {
                steps: vec![Step { kind: Some(step), number: Some(Number::ordinal(place)), occurrence }],
                through: None,
                span: if single { token.span.start..name.span.end } else { token.span.clone() },
            }),
            _ => None,
        })
        .collect();
    Ok(Group { step, items, span: first.span.start..name.span.end })
}

/// 'this Article', 'deze afdeling': a group that adds no step.
fn own_group(input: &mut Input<'_>) -> ModalResult<Group> {
    let (own, name) =
        (token(|m| *m == Meaning::Own), token(|m| matches!(m, Meaning::Name { .. }))).parse_next(input)?;
    let Meaning::Name { step, .. } = name.means else { return Err(ErrMode::Backtrack(ContextError::new())) };
    Ok(Group { step, items: Vec::new(), span: own.span.start..name.span.end })
}

/// 'Articles 9, 10(2) and 11', 'Annex III', 'points (a) to (d)'.
fn named_group(input: &mut Input<'_>, manner: Manner) -> ModalResult<Group> {
    let name = token(|m| matches!(m, Meaning::Name { .. })).parse_next(input)?;
    let Meaning::Name { step, plural } = name.means else { return Err(ErrMode::Backtrack(ContextError::new())) };
    let unnumbered = manner != Manner::Running && matches!(step, SegmentKind::Annex | SegmentKind::Appendix);
    let read = |input: &mut _| {
        alt((|input: &mut _| item(input, step, manner, true), |input: &mut _| first_article(input, step)))
            .parse_next(input)
    };
    let Some(mut first) = opt(read).parse_next(input)? else {
        if unnumbered {
            let step_alone = Step { kind: Some(step), number: None, occurrence: occurrence(input)? };
            let item = Item { steps: vec![step_alone], through: None, span: name.span.clone() };
            return Ok(Group { step, items: vec![item], span: name.span.clone() });
        }
        return Err(ErrMode::Backtrack(ContextError::new()));
    };
    if step == SegmentKind::Point {
        detached(&mut first, input, plural)?;
    }
    let mut end = first.span.end;
    let mut items = vec![first];
    loop {
        let before = input.checkpoint();
        let joint =
            opt((opt(comma), opt(token(|m| matches!(m, Meaning::Conjunction | Meaning::Range))))).parse_next(input)?;
        let (comma_read, word) = joint.unwrap_or((None, None));
        if comma_read.is_none() && word.is_none() {
            break;
        }
        let range = word.is_some_and(|token| token.means == Meaning::Range);
        match opt(|input: &mut _| item(input, step, manner, plural)).parse_next(input)? {
            Some(next) if range => {
                // Only ranges of one step are kept as such: 'Articles 9 to 15', 'points (a) to (d)'.
                end = next.span.end;
                if let Some(last) = items.last_mut() {
                    last.through = next.steps.last().and_then(|step| step.number.clone());
                    last.span.end = end;
                }
            }
            Some(mut next) => {
                complete(&mut next, items.last());
                end = next.span.end;
                items.push(next);
            }
            None => {
                input.reset(&before);
                break;
            }
        }
    }
    Ok(Group { step, items, span: name.span.start..end })
}

/// The point of a point behind a comma, as Dutch writes it: 'punt 5, b)'; 'punt h), iii)' where only one is meant.
fn detached(item: &mut Item, input: &mut Input<'_>, plural: bool) -> ModalResult<()> {
    let figures = |step: &Step| step.number.as_ref().is_some_and(Number::is_arabic);
    if item.steps.len() != 1 || (plural && !figures(&item.steps[0])) {
        return Ok(());
    }
    let before = input.checkpoint();
    if opt(comma).parse_next(input)?.is_some() {
        let next = input.first().and_then(|token| match &token.means {
            Meaning::Bracketed(number) if is_half_bracketed(token, number) && !number.is_arabic() => {
                Some((number.clone(), token.span.end))
            }
            _ => None,
        });
        if let Some((number, end)) = next {
            *input = &input[1..];
            item.steps.push(Step { kind: Some(SegmentKind::Point), number: Some(number), occurrence: 1 });
            item.span.end = end;
            return Ok(());
        }
    }
    input.reset(&before);
    Ok(())
}

/// Gives a member that starts with brackets the steps of its neighbour: 'Article 6(1) and (2)', 'points 5(b) and (c)'.
fn complete(item: &mut Item, before: Option<&Item>) {
    let (Some(first), Some(before)) = (item.steps.first(), before) else { return };
    if before.steps.len() < 2 {
        return;
    }
    let figures = first.number.as_ref().is_some_and(Number::is_arabic);
    if first.kind == Some(SegmentKind::Point) {
        let numbered = before.steps[0].number.as_ref().is_some_and(Number::is_arabic);
        if numbered && !figures && item.steps.len() == 1 {
            item.steps.splice(0..0, before.steps[..before.steps.len() - 1].iter().cloned());
        }
        return;
    }
    if first.kind.is_some() {
        return;
    }
    let same = |step: &Step| step.kind.is_none() && step.number.as_ref().is_some_and(Number::is_arabic) == figures;
    let keep = before.steps.iter().rposition(same).unwrap_or(before.steps.len() - 1);
    item.steps.splice(0..0, before.steps[..keep].iter().cloned());
}

fn occurrence(input: &mut Input<'_>) -> ModalResult<u16> {
    let found = opt(token(|m| matches!(m, Meaning::Occurrence(_)))).parse_next(input)?;
    Ok(match found.map(|token| &token.means) {
        Some(Meaning::Occurrence(count)) => *count,
        _ => 1,
    })
}

/// `10(2)(a)`, `(a)(i)`, `III`, `1 a)`.
fn item(input: &mut Input<'_>, step: SegmentKind, manner: Manner, bare: bool) -> ModalResult<Item> {
    let first = token(|_| true).parse_next(input)?;
    let mut end = first.span.end;
    let (number, named) = match &first.means {
        Meaning::Number(number) if bare => (number.clone(), true),
        Meaning::Capitals(number) if bare && takes_capitals(step, manner) => (number.clone(), true),
        // The bracket closes what was opened before the reference: '(AI systems covered by Annex I)'.
        Meaning::Bracketed(number) if bare && has_no_brackets(step) && is_half_bracketed(first, number) => {
            // '(een deel van)' has no number before its bracket.
            if !number.as_str().starts_with(|c: char| c.is_ascii_digit() || c.is_uppercase()) {
                return Err(ErrMode::Backtrack(ContextError::new()));
            }
            end -= 1;
            (number.clone(), true)
        }
        Meaning::Bracketed(number) => (
            number.clone(),
            matches!(
                step,
                SegmentKind::Point | SegmentKind::Paragraph | SegmentKind::Recital | SegmentKind::Definition
            ),
        ),
        _ => return Err(ErrMode::Backtrack(ContextError::new())),
    };
    // Brackets alone continue an address only where their neighbour gives the steps above: see `complete`.
    let kind = named.then_some(if step == SegmentKind::Definition { SegmentKind::Point } else { step });
    let mut steps = vec![Step { kind, number: Some(number), occurrence: occurrence(input)? }];
    if end < first.span.end {
        return Ok(Item { steps, through: None, span: first.span.start..end });
    }
    while let Some(next) = opt(token(|m| matches!(m, Meaning::Bracketed(_)))).parse_next(input)? {
        if let Meaning::Bracketed(number) = &next.means {
            let kind = (step == SegmentKind::Point).then_some(SegmentKind::Point);
            steps.push(Step { kind, number: Some(number.clone()), occurrence: occurrence(input)? });
            end = next.span.end;
        }
    }
    Ok(Item { steps, through: None, span: first.span.start..end })
}

/// Whether what is numbered so has no brackets around its number.
fn has_no_brackets(step: SegmentKind) -> bool {
    use SegmentKind::{Annex, Appendix, Article, Chapter, Part, Section, Subsection, Title};
    matches!(step, Annex | Appendix | Article | Chapter | Part | Section | Subsection | Title)
}

fn is_half_bracketed(token: &Token, number: &Number) -> bool {
    token.span.len() == number.as_str().len() + 1
}

/// 'article premier'.
fn first_article(input: &mut Input<'_>, step: SegmentKind) -> ModalResult<Item> {
    let first = token(|means| step == SegmentKind::Article && *means == Meaning::Ordinal(1)).parse_next(input)?;
    let steps = vec![Step { kind: Some(step), number: Some(Number::ordinal(1)), occurrence: 1 }];
    Ok(Item { steps, through: None, span: first.span.clone() })
}

fn takes_capitals(step: SegmentKind, manner: Manner) -> bool {
    let small = matches!(step, SegmentKind::Article | SegmentKind::Paragraph | SegmentKind::Recital);
    match manner {
        Manner::Typed => true,
        Manner::Order => !small,
        Manner::Running => !small && step != SegmentKind::Point,
    }
}

/// `6(4)(a)`: an address without any name.
pub(super) fn bare_chain(input: &mut Input<'_>) -> ModalResult<Chain> {
    let item = item(input, SegmentKind::Article, Manner::Typed, true)?;
    let span = item.span.clone();
    let mut groups = vec![Group { step: SegmentKind::Article, items: vec![item], span: span.clone() }];
    opt(comma).parse_next(input)?;
    if let Some(below) = opt(typed_chain).parse_next(input)? {
        groups.extend(below.groups);
    }
    Ok(Chain { groups, act: Act::This, span })
}
