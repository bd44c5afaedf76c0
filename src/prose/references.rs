//! References in running text: 'Article 6(1), point (a), of Regulation (EU) 2016/679'.

use std::ops::Range;

use winnow::ModalResult;
use winnow::Parser;
use winnow::combinator::{alt, opt, preceded, repeat};
use winnow::error::{ContextError, ErrMode};
use winnow::stream::Stream;

use super::address::{Address, Step};
use super::tokens::{Meaning, Token, tokens};
use crate::law::{Celex, Language, Number, SegmentKind};

/// A reference in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundReference {
    /// First byte.
    pub start: usize,
    /// Byte after the last.
    pub end: usize,
    /// What it refers to.
    pub target: Target,
}

/// What a reference refers to.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Target {
    /// The CELEX number of the act, or that of a treaty; none for the act in which the reference stands.
    pub act: Option<String>,
    /// The address in that act; empty for the act as a whole.
    pub address: Address,
    /// The last provision of a range: 'Articles 9 to 15'.
    pub through: Option<Number>,
}

impl Target {
    /// The target in one word: `art_6/par_2`, `art_9..15`, `32016R0679#art_6`.
    pub fn value(&self) -> String {
        let steps: Vec<String> = self.address.segments().iter().map(ToString::to_string).collect();
        let mut value = self.act.clone().unwrap_or_default();
        if !value.is_empty() && !steps.is_empty() {
            value.push('#');
        }
        value.push_str(&steps.join("/"));
        if let Some(last) = &self.through {
            value.push_str(&format!("..{last}"));
        }
        value
    }
}

/// Finds the references in a text, in order.
///
/// Of a list, each member is a reference of its own ('Articles 9 and 10'), of a range the whole is one. References to
/// instruments that have no CELEX number here ('Article 8 of the Convention') are passed over: they are none to this
/// act, and more cannot be said.
pub fn references(text: &str, language: Language) -> Vec<FoundReference> {
    let tokens = tokens(text, language);
    let mut found = Vec::new();
    let mut last_act: Option<String> = None;
    let mut rest: &[Token] = &tokens;
    while let Some(first) = rest.first() {
        // Only these can start a reference.
        if !matches!(first.means, Meaning::Name { .. } | Meaning::Ordinal(_) | Meaning::ActKind(_)) {
            rest = &rest[1..];
            continue;
        }
        let mut input = rest;
        match reference(&mut input) {
            Ok(read) => {
                let named = match &read.act {
                    Act::Celex(celex) => Some(celex.clone()),
                    _ => None,
                };
                read.publish(&mut last_act, &mut found);
                if let Some(celex) = named {
                    for more in further_acts(&celex, &mut input) {
                        more.publish(&mut last_act, &mut found);
                    }
                }
                rest = input;
            }
            Err(_) => rest = &rest[1..],
        }
    }
    found
}

/// Reads a text that is one address from its first to its last word, as people type it: commas may be missing, and a
/// bare number is an article.
pub(super) fn typed_address(text: &str, language: Language) -> Option<Address> {
    let mut tokens = tokens(text, language);
    for token in &mut tokens {
        // People leave the brackets out: 'onder a'.
        let word = &text[token.span.clone()];
        let letters = word.len() <= 4 && word.bytes().all(|byte| byte.is_ascii_lowercase());
        if letters
            && token.means == Meaning::Word
            && let Ok(number) = Number::read(word)
        {
            token.means = Meaning::Bracketed(number);
        }
    }
    let mut input: &[Token] = &tokens;
    let read = alt((typed_chain, bare_chain)).parse_next(&mut input).ok()?;
    let single =
        read.groups.iter().all(|group| group.items.len() <= 1 && group.items.iter().all(|item| item.through.is_none()));
    if !input.is_empty() || !single {
        return None;
    }
    read.addresses().into_iter().next().map(|(address, _, _)| address)
}

type Input<'i> = &'i [Token];

/// The steps of one name: 'Articles 9 and 10(2)'.
#[derive(Debug)]
struct Group {
    step: SegmentKind,
    items: Vec<Item>,
    span: Range<usize>,
}

/// A member of a list: `10(2)(a)`, or a range in it: `9 to 15`.
#[derive(Debug)]
struct Item {
    steps: Vec<Step>,
    through: Option<Number>,
    span: Range<usize>,
}

/// Groups in the order from the outermost, and the act that they belong to.
#[derive(Debug)]
struct Chain {
    groups: Vec<Group>,
    act: Act,
    span: Range<usize>,
}

#[derive(Debug, Clone, PartialEq)]
enum Act {
    /// The act in which the reference stands.
    This,
    Celex(String),
    /// 'that Regulation'.
    LastNamed,
    /// A convention and the like.
    Elsewhere,
}

impl Chain {
    /// The addresses that the chain stands for, each with its span and the end of its range.
    fn addresses(&self) -> Vec<(Address, Range<usize>, Option<Number>)> {
        let mut whole: Vec<(Vec<Step>, Range<usize>, Option<Number>)> = vec![(Vec::new(), self.span.clone(), None)];
        for group in &self.groups {
            let several = group.items.len() > 1;
            let mut next = Vec::new();
            for (above, span, through) in &whole {
                if group.items.is_empty() {
                    next.push((above.clone(), span.clone(), through.clone()));
                }
                for (at, item) in group.items.iter().enumerate() {
                    let steps = above.iter().chain(&item.steps).cloned().collect();
                    // The first member of a list stands for the words that name it, the others for themselves, and the
                    // last also for what follows and holds for all: '(c) and (e) of Directive 2011/93/EU'.
                    let last = at + 1 == group.items.len();
                    let span = match (several, at) {
                        (false, _) => span.clone(),
                        (true, 0) => span.start.min(group.span.start)..item.span.end,
                        (true, _) if last => item.span.start..span.end.max(item.span.end),
                        (true, _) => item.span.clone(),
                    };
                    next.push((steps, span, item.through.clone().or_else(|| through.clone())));
                }
            }
            whole = next;
        }
        whole.into_iter().map(|(steps, span, through)| (Address { steps }, span, through)).collect()
    }

    fn publish(self, last_act: &mut Option<String>, found: &mut Vec<FoundReference>) {
        let act = match &self.act {
            Act::This => None,
            Act::Celex(celex) => {
                *last_act = Some(celex.clone());
                Some(celex.clone())
            }
            Act::LastNamed => match last_act {
                Some(celex) => Some(celex.clone()),
                None => return,
            },
            Act::Elsewhere => return,
        };
        for (address, span, through) in self.addresses() {
            if address.steps.is_empty() && act.is_none() {
                continue;
            }
            found.push(FoundReference {
                start: span.start,
                end: span.end,
                target: Target { act: act.clone(), address, through },
            });
        }
    }
}

fn token<'i>(want: impl Fn(&Meaning) -> bool + Copy) -> impl Parser<Input<'i>, &'i Token, ErrMode<ContextError>> {
    move |input: &mut Input<'i>| {
        let Some((first, rest)) = input.split_first() else { return Err(ErrMode::Backtrack(ContextError::new())) };
        if !want(&first.means) {
            return Err(ErrMode::Backtrack(ContextError::new()));
        }
        *input = rest;
        Ok(first)
    }
}

fn comma<'i>(input: &mut Input<'i>) -> ModalResult<()> {
    token(|m| *m == Meaning::Comma).void().parse_next(input)
}

fn link<'i>(input: &mut Input<'i>) -> ModalResult<()> {
    (opt(comma), token(|m| *m == Meaning::Link)).void().parse_next(input)
}

/// 'Article 6(1), point (a), of Regulation (EU) 2016/679', 'point (a) of Article 6(1)', 'Directive 2006/42/EC'.
fn reference(input: &mut Input<'_>) -> ModalResult<Chain> {
    alt((chain_with_act, act_alone)).parse_next(input)
}

fn chain_with_act(input: &mut Input<'_>) -> ModalResult<Chain> {
    let mut chain = chain(input, false)?;
    if let Some((act, end)) = opt(act_suffix).parse_next(input)? {
        chain.act = act;
        chain.span.end = end.unwrap_or(chain.span.end);
    }
    let relative = chain.groups.iter().all(|group| group.items.is_empty());
    if relative && chain.act == Act::This {
        return Err(ErrMode::Backtrack(ContextError::new()));
    }
    Ok(chain)
}

fn typed_chain(input: &mut Input<'_>) -> ModalResult<Chain> {
    chain(input, true)
}

/// Groups that lead down ('Article 6, point (a)') and then, over links, up ('of Section 2 of Chapter III').
fn chain(input: &mut Input<'_>, typed: bool) -> ModalResult<Chain> {
    let start = input.first().map_or(0, |token| token.span.start);
    let mut groups = downward(input, typed)?;
    loop {
        let before = input.checkpoint();
        if opt(link).parse_next(input)?.is_none() {
            break;
        }
        match opt(|input: &mut _| downward(input, typed)).parse_next(input)? {
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

fn downward(input: &mut Input<'_>, typed: bool) -> ModalResult<Vec<Group>> {
    let first = group(input, typed)?;
    let mut groups = vec![first];
    loop {
        let before = input.checkpoint();
        opt(comma).parse_next(input)?;
        let above = groups.last().map(|group| group.step);
        match opt(|input: &mut _| group(input, typed)).parse_next(input)? {
            // 'Article 6, Article 7' are two references, 'Annex III, point 1' is one.
            Some(next) if above.is_some_and(|above| leads_down(above, next.step, typed)) => groups.push(next),
            _ => {
                input.reset(&before);
                return Ok(groups);
            }
        }
    }
}

/// Whether a step can stand below another in running text, where 'first indent, second indent' is a list. What is typed
/// is one address, whatever stands in what.
fn leads_down(above: SegmentKind, below: SegmentKind, typed: bool) -> bool {
    typed
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

fn group(input: &mut Input<'_>, typed: bool) -> ModalResult<Group> {
    alt((
        |input: &mut _| ordinal_group(input),
        |input: &mut _| named_group(input, typed),
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
fn named_group(input: &mut Input<'_>, typed: bool) -> ModalResult<Group> {
    let name = token(|m| matches!(m, Meaning::Name { .. })).parse_next(input)?;
    let Meaning::Name { step, plural } = name.means else { return Err(ErrMode::Backtrack(ContextError::new())) };
    let unnumbered = typed && matches!(step, SegmentKind::Annex | SegmentKind::Appendix);
    let Some(first) = opt(|input: &mut _| item(input, step, typed, true)).parse_next(input)? else {
        if unnumbered {
            let step_alone = Step { kind: Some(step), number: None, occurrence: occurrence(input)? };
            let item = Item { steps: vec![step_alone], through: None, span: name.span.clone() };
            return Ok(Group { step, items: vec![item], span: name.span.clone() });
        }
        return Err(ErrMode::Backtrack(ContextError::new()));
    };
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
        match opt(|input: &mut _| item(input, step, typed, plural)).parse_next(input)? {
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

/// Gives a member that starts with brackets the steps of its neighbour: 'Article 6(1) and (2)'.
fn complete(item: &mut Item, before: Option<&Item>) {
    let (Some(first), Some(before)) = (item.steps.first(), before) else { return };
    if first.kind.is_some() || before.steps.len() < 2 {
        return;
    }
    let figures = first.number.as_ref().is_some_and(Number::is_arabic);
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
fn item(input: &mut Input<'_>, step: SegmentKind, typed: bool, bare: bool) -> ModalResult<Item> {
    let first = token(|_| true).parse_next(input)?;
    let (number, named) = match &first.means {
        Meaning::Number(number) if bare => (number.clone(), true),
        Meaning::Capitals(number) if bare && takes_capitals(step, typed) => (number.clone(), true),
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
    let mut end = first.span.end;
    while let Some(next) = opt(token(|m| matches!(m, Meaning::Bracketed(_)))).parse_next(input)? {
        if let Meaning::Bracketed(number) = &next.means {
            let kind = (step == SegmentKind::Point).then_some(SegmentKind::Point);
            steps.push(Step { kind, number: Some(number.clone()), occurrence: occurrence(input)? });
            end = next.span.end;
        }
    }
    Ok(Item { steps, through: None, span: first.span.start..end })
}

fn takes_capitals(step: SegmentKind, typed: bool) -> bool {
    typed || !matches!(step, SegmentKind::Article | SegmentKind::Paragraph | SegmentKind::Point | SegmentKind::Recital)
}

/// `6(4)(a)`: an address without any name.
fn bare_chain(input: &mut Input<'_>) -> ModalResult<Chain> {
    let item = item(input, SegmentKind::Article, true, true)?;
    let span = item.span.clone();
    let mut groups = vec![Group { step: SegmentKind::Article, items: vec![item], span: span.clone() }];
    opt(comma).parse_next(input)?;
    if let Some(below) = opt(typed_chain).parse_next(input)? {
        groups.extend(below.groups);
    }
    Ok(Chain { groups, act: Act::This, span })
}

/// 'of Regulation (EU) 2016/679', 'of that Directive', 'TFEU', 'of the Convention', 'of this Regulation'.
fn act_suffix(input: &mut Input<'_>) -> ModalResult<(Act, Option<usize>)> {
    alt((
        (opt(link), token(|m| matches!(m, Meaning::Treaty(_)))).map(|(_, token)| match token.means {
            Meaning::Treaty(celex) => (Act::Celex(celex.to_owned()), Some(token.span.end)),
            _ => (Act::This, None),
        }),
        (
            opt(link),
            token(|m| *m == Meaning::That),
            opt(token(|m| matches!(m, Meaning::ActKind(_) | Meaning::Instrument))),
        )
            .map(|_| (Act::LastNamed, None)),
        (opt(link), token(|m| *m == Meaning::Own), token(|m| matches!(m, Meaning::ActKind(_))))
            .map(|_| (Act::This, None)),
        preceded(link, act_name).map(|(celex, span)| (Act::Celex(celex), Some(span.end))),
        (link, token(|m| *m == Meaning::Instrument)).map(|_| (Act::Elsewhere, None)),
    ))
    .parse_next(input)
}

fn act_alone(input: &mut Input<'_>) -> ModalResult<Chain> {
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
fn further_acts(first: &str, input: &mut Input<'_>) -> Vec<Chain> {
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

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, language: Language) -> Vec<String> {
        references(text, language)
            .into_iter()
            .map(|found| format!("{} = {}", &text[found.start..found.end], found.target.value()))
            .collect()
    }

    #[test]
    fn english_references_are_read_with_their_span() {
        let cases: [(&str, &[&str]); 16] = [
            ("in Articles 9 to 15 and 17 to 25 may", &["Articles 9 to 15 = art_9..15", "17 to 25 = art_17..25"]),
            ("as set out in Article 6(1), point (a), shall", &["Article 6(1), point (a) = art_6/par_1/pnt_a"]),
            ("point (a) of Article 6(1)", &["point (a) of Article 6(1) = art_6/par_1/pnt_a"]),
            ("Articles 9 and 10(2) apply", &["Articles 9 = art_9", "10(2) = art_10/par_2"]),
            ("Article 6(1) and (2)", &["Article 6(1) = art_6/par_1", "(2) = art_6/par_2"]),
            ("laid down in Articles 8 to 15.", &["Articles 8 to 15 = art_8..15"]),
            ("Annex III, point 1(a)", &["Annex III, point 1(a) = anx_III/pnt_1/pnt_a"]),
            ("Section A of Annex I", &["Section A of Annex I = anx_I/sct_A"]),
            (
                "Chapter III, Sections 1, 2 and 3",
                &["Chapter III, Sections 1 = cpt_III/sct_1", "2 = cpt_III/sct_2", "3 = cpt_III/sct_3"],
            ),
            (
                "Article 4, point (1), of Regulation (EU) 2016/679 and Article 9 of that Regulation",
                &[
                    "Article 4, point (1), of Regulation (EU) 2016/679 = 32016R0679#art_4/pnt_1",
                    "Article 9 = 32016R0679#art_9",
                ],
            ),
            (
                "Regulation (EC) No 765/2008 and Directive 2006/42/EC",
                &["Regulation (EC) No 765/2008 = 32008R0765", "Directive 2006/42/EC = 32006L0042"],
            ),
            (
                "Regulations (EU) 2016/679 and (EU) 2018/1725 and Directive (EU) 2016/680",
                &[
                    "Regulations (EU) 2016/679 = 32016R0679",
                    "(EU) 2018/1725 = 32018R1725",
                    "Directive (EU) 2016/680 = 32016L0680",
                ],
            ),
            ("Article 16 TFEU", &["Article 16 TFEU = 12016E#art_16"]),
            ("Article 8 of the Convention", &[]),
            (
                "the first subparagraph of paragraph 1 of this Article",
                &["the first subparagraph of paragraph 1 of this Article = par_1/sub_1"],
            ),
            (
                "Article 5(1), first subparagraph, points (g) and (h)",
                &[
                    "Article 5(1), first subparagraph, points (g) = art_5/par_1/sub_1/pnt_g",
                    "(h) = art_5/par_1/sub_1/pnt_h",
                ],
            ),
        ];
        for (text, expected) in cases {
            let found: Vec<String> =
                found(text, Language::En).into_iter().map(|f| f.trim_start_matches("the ").to_owned()).collect();
            let expected: Vec<&str> = expected.iter().map(|e| e.trim_start_matches("the ")).collect();
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn dutch_and_french_references_are_read() {
        assert_eq!(
            found("bedoeld in artikel 6, lid 1, punt a), en artikel 75 bis", Language::Nl),
            ["artikel 6, lid 1, punt a) = art_6/par_1/pnt_a", "artikel 75 bis = art_75a"]
        );
        assert_eq!(
            found("de artikelen 8 tot en met 15 van Verordening (EU) 2016/679", Language::Nl),
            ["artikelen 8 tot en met 15 van Verordening (EU) 2016/679 = 32016R0679#art_8..15"]
        );
        assert_eq!(
            found("à l’article 6, paragraphes 1 et 2, et à l’annexe III, point 1 a)", Language::Fr),
            [
                "article 6, paragraphes 1 = art_6/par_1",
                "2 = art_6/par_2",
                "annexe III, point 1 a) = anx_III/pnt_1/pnt_a"
            ]
        );
        assert_eq!(
            found("l’article 5, paragraphe 1, premier alinéa, point b bis), du règlement (UE) 2016/679", Language::Fr),
            [
                "article 5, paragraphe 1, premier alinéa, point b bis), du règlement (UE) 2016/679 = 32016R0679#art_5/par_1/sub_1/pnt_ba"
            ]
        );
    }

    #[test]
    fn what_only_looks_like_a_reference_is_none() {
        for text in ["at that point a provider", "30 days", "the article of clothing", "Members of this Article"] {
            assert_eq!(found(text, Language::En), [] as [&str; 0], "{text}");
        }
    }
}
