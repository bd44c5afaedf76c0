//! Where an order applies: 'in Article 77, first paragraph, point (d)', 'after the words ‘x’', 'the heading of Section 5'.

use winnow::Parser;
use winnow::combinator::opt;

use super::sentence::Sentence;
use super::target::{Aspect, Level, Target};
use crate::law::{Date, SegmentKind};
use crate::prose::{Act, Address, Input, Manner, Meaning, Token, dates, reference_in};

/// A step on the way to where an order applies.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Place {
    /// How it relates to what follows.
    pub relation: Relation,
    /// What it names; several where the order holds for each of them.
    pub named: Vec<Named>,
}

/// How a place relates to the order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Relation {
    /// The order is about it, or about something in it.
    In,
    /// What comes stands after it.
    After,
    /// What comes stands before it.
    Before,
    /// What comes stands at its end.
    AtEnd,
    /// Words are meant wherever they stand.
    Everywhere,
    /// The order applies from a day.
    From(Date),
}

/// A provision as an order names it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Named {
    /// The act that it belongs to, as far as the words say.
    pub act: Act,
    /// The provision.
    pub target: Target,
}

/// Reads places, as many as there are.
pub(super) fn places(sentence: &Sentence<'_>, input: &mut Input<'_>) -> Vec<(Place, usize)> {
    let all = input.len();
    let mut found = Vec::new();
    while let Some(place) = one(sentence, input) {
        found.push((place, all - input.len()));
    }
    found
}

fn one(sentence: &Sentence<'_>, input: &mut Input<'_>) -> Option<Place> {
    let words = sentence.words();
    let mut rest = *input;
    if starts_with(&rest, &Meaning::Comma) {
        rest = &rest[1..];
    }
    let place = if sentence.take_phrase(words.everywhere, &mut rest).is_some() {
        Place { relation: Relation::Everywhere, named: Vec::new() }
    } else if let Some(date) = from_date(sentence, &mut rest) {
        Place { relation: Relation::From(date), named: Vec::new() }
    } else if sentence.take_phrase(words.at_end, &mut rest).is_some() {
        skip_preposition(sentence, &mut rest);
        Place { relation: Relation::AtEnd, named: list(sentence, &mut rest).unwrap_or_default() }
    } else if sentence.take_phrase(words.after, &mut rest).is_some() {
        Place { relation: Relation::After, named: list(sentence, &mut rest)? }
    } else if sentence.take_phrase(words.between, &mut rest).is_some() {
        let mut named = list(sentence, &mut rest)?;
        named.truncate(1);
        Place { relation: Relation::After, named }
    } else if sentence.take_phrase(words.before, &mut rest).is_some() {
        Place { relation: Relation::Before, named: list(sentence, &mut rest)? }
    } else {
        skip_preposition(sentence, &mut rest);
        Place { relation: Relation::In, named: list(sentence, &mut rest)? }
    };
    *input = rest;
    Some(place)
}

fn starts_with(input: &Input<'_>, meaning: &Meaning) -> bool {
    input.first().is_some_and(|token| token.means == *meaning)
}

pub(super) fn skip_preposition(sentence: &Sentence<'_>, input: &mut Input<'_>) {
    if starts_with(input, &Meaning::Link) {
        *input = &input[1..];
    } else {
        sentence.take_phrase(sentence.words().prepositions, input);
    }
}

/// 'with effect from 1 July 2032'.
fn from_date(sentence: &Sentence<'_>, input: &mut Input<'_>) -> Option<Date> {
    let mut rest = *input;
    sentence.take_phrase(sentence.words().from, &mut rest)?;
    let start = rest.first()?.span.start;
    let found =
        dates(&sentence.text[start..], sentence.language).into_iter().next().filter(|found| found.start == 0)?;
    let end = start + found.end;
    *input = &rest[rest.iter().take_while(|token| token.span.start < end).count()..];
    Some(found.date)
}

/// Provisions one after the other: 'first paragraph, point (c), and the second paragraph'.
fn list(sentence: &Sentence<'_>, input: &mut Input<'_>) -> Option<Vec<Named>> {
    let mut all = item(sentence, input)?;
    loop {
        let mut rest = *input;
        let comma = starts_with(&rest, &Meaning::Comma);
        if comma {
            rest = &rest[1..];
        }
        let conjunction = starts_with(&rest, &Meaning::Conjunction);
        if conjunction {
            rest = &rest[1..];
            skip_preposition(sentence, &mut rest);
        }
        if !comma && !conjunction {
            return Some(all);
        }
        let Some(more) = item(sentence, &mut rest) else { return Some(all) };
        // 'Article 5(1), the words ‘x’' leads on, 'Article 5(1), Article 6(2)' is a list.
        let leads_on = !conjunction && more.iter().all(|next| leads_on(all.last(), next));
        if leads_on {
            return Some(all);
        }
        let before = all.last().cloned();
        all.extend(more.into_iter().map(|next| completed(next, before.as_ref())));
        *input = rest;
    }
}

/// Whether something named after a comma stands within what was named before.
fn leads_on(before: Option<&Named>, next: &Named) -> bool {
    let Some(before) = before else { return false };
    match (before.target.path.last(), next.target.path.first()) {
        (Some(above), Some(below)) => below.leads_down_from(above),
        (None, _) => before.target.aspect == Aspect::Whole || next.target.aspect != before.target.aspect,
        (Some(_), None) => {
            let of_heading = before.target.aspect == Aspect::Heading && matches!(next.target.aspect, Aspect::Words(_));
            before.target.aspect == Aspect::Whole || of_heading
        }
    }
}

/// Gives a member of a list the act and the steps above it that only its neighbour names.
fn completed(mut next: Named, before: Option<&Named>) -> Named {
    let Some(before) = before else { return next };
    if next.act == Act::This {
        next.act = before.act.clone();
    }
    let above = &before.target.path;
    let keep = match next.target.path.first() {
        Some(first) => above.iter().take_while(|step| first.leads_down_from(step)).count(),
        None => above.len(),
    };
    // 'points (a) and (b)' are neighbours, not one in the other.
    let keep = keep.min(above.len().saturating_sub(usize::from(same_kind(above.last(), next.target.path.first()))));
    next.target.path.splice(0..0, above[..keep].iter().cloned());
    next
}

fn same_kind(one: Option<&Level>, other: Option<&Level>) -> bool {
    one.zip(other).is_some_and(|(one, other)| one.kind() == other.kind())
}

/// One provision, or several of one name: 'paragraphs 2 and 3', 'the first sentence of paragraph 2'.
fn item(sentence: &Sentence<'_>, input: &mut Input<'_>) -> Option<Vec<Named>> {
    words(sentence, input)
        .or_else(|| headed(sentence, input))
        .or_else(|| chain(sentence, input))
        .or_else(|| aspect(sentence, input))
        .or_else(|| entry(sentence, input))
}

/// 'the heading ‘Natural persons’': the passage under it.
fn headed(sentence: &Sentence<'_>, input: &mut Input<'_>) -> Option<Vec<Named>> {
    let mut rest = *input;
    sentence.take_phrase(sentence.words().headings, &mut rest)?;
    let quoted = rest.first().filter(|token| token.means == Meaning::Quoted)?;
    rest = &rest[1..];
    let path = vec![Level::Under(sentence.within(quoted).to_owned())];
    Some(above(sentence, Target { path, ..Target::default() }, &mut rest, input))
}

/// 'the words ‘x’', 'the words ‘x’ in paragraph 1'.
fn words(sentence: &Sentence<'_>, input: &mut Input<'_>) -> Option<Vec<Named>> {
    let mut rest = *input;
    // 'the date of ‘1 May 2032’'.
    if sentence.take_phrase(sentence.words().words, &mut rest).is_some() && starts_with(&rest, &Meaning::Link) {
        rest = &rest[1..];
    }
    let quoted = rest.first().filter(|token| token.means == Meaning::Quoted)?;
    rest = &rest[1..];
    let words = Aspect::Words(sentence.within(quoted).to_owned());
    Some(above(sentence, Target { aspect: words, ..Target::default() }, &mut rest, input))
}

/// 'Articles 9 and 10(2)', 'Annex I to Directive 2006/42/EC', 'the text of Article 5'.
fn chain(sentence: &Sentence<'_>, input: &mut Input<'_>) -> Option<Vec<Named>> {
    let mut rest = *input;
    if sentence.take_phrase(sentence.words().texts, &mut rest).is_some() && !starts_with(&rest, &Meaning::Link) {
        *input = rest;
        return Some(vec![Named { act: Act::This, target: Target::default() }]);
    }
    if rest.len() < input.len() {
        rest = &rest[1..];
    }
    let read = opt(|input: &mut Input<'_>| reference_in(input, Manner::Order)).parse_next(&mut rest).ok()??;
    // 'l’annexe suivante' is new, 'l’annexe' is there.
    let mut ahead = rest;
    let follows = sentence.take_phrase(sentence.words().following, &mut ahead).is_some();
    let unnumbered = |address: &Address| address.steps.last().is_some_and(|step| step.number.is_none());
    if follows && read.addresses().iter().any(|(address, _, _)| unnumbered(address)) {
        return None;
    }
    skip_title(sentence, &mut rest);
    let under = under(sentence, &mut rest);
    *input = rest;
    let named = read.addresses().into_iter().map(|(address, _, through)| {
        let mut target = Target::at(&address, through);
        if let Some(heading) = &under {
            target.path.insert(target.path.len().saturating_sub(1), Level::Under(heading.clone()));
        }
        Named { act: read.act.clone(), target }
    });
    Some(named.collect())
}

/// Passes over what follows the number of an act where it is cited in full: who adopted it, when, and its title.
///
/// Source: Interinstitutional Style Guide, 1.2 and 2.5 (full citation of an act).
fn skip_title(sentence: &Sentence<'_>, input: &mut Input<'_>) {
    sentence.take_phrase(sentence.words().adopters, input);
    let Some((of, day)) = input.split_first().filter(|(first, _)| first.means == Meaning::Link) else { return };
    let Some(start) = day.first().map(|token| token.span.start) else { return };
    let dated = dates(&sentence.text[start..], sentence.language).into_iter().next().filter(|found| found.start == 0);
    let Some(dated) = dated.filter(|_| of.span.end <= start) else { return };
    let end = start + dated.end;
    let ends = |token: &Token| {
        token.span.start >= end
            && (token.means == Meaning::Comma || sentence.words().be.contains(&sentence.said(token).as_str()))
    };
    let length = input.iter().take_while(|token| !ends(token)).count();
    // The short title in brackets is the last of it.
    let bracket = input[..length].iter().rposition(|token| sentence.said(token) == ")");
    *input = &input[bracket.map_or(length, |at| at + 1)..];
}

/// 'under ‘Right of return’': the heading that a provision stands under.
fn under(sentence: &Sentence<'_>, input: &mut Input<'_>) -> Option<String> {
    let mut rest = *input;
    sentence.take_phrase(sentence.words().prepositions, &mut rest)?;
    let quoted = rest.first().filter(|token| token.means == Meaning::Quoted)?;
    *input = &rest[1..];
    Some(sentence.within(quoted).to_owned())
}

/// 'the heading', 'the introductory wording', 'the second sentence', 'the last subparagraph', 'the sole paragraph',
/// 'the table', each perhaps with 'of' and where it stands.
fn aspect(sentence: &Sentence<'_>, input: &mut Input<'_>) -> Option<Vec<Named>> {
    let vocabulary = sentence.words();
    let mut rest = *input;
    let level = |level: Level| Target { path: vec![level], ..Target::default() };
    let part = |aspect: Aspect| Target { aspect, ..Target::default() };
    let found = if sentence.take_phrase(vocabulary.introductory, &mut rest).is_some() {
        part(Aspect::IntroductoryWording)
    } else if let Some(places) = sentences(sentence, &mut rest) {
        part(Aspect::Sentences(places))
    } else if sentence.take_phrase(vocabulary.last, &mut rest).is_some() {
        level(Level::Last(name(&mut rest)?))
    } else if sentence.take_phrase(vocabulary.headings, &mut rest).is_some() {
        part(Aspect::Heading)
    } else if sentence.take_phrase(vocabulary.only, &mut rest).is_some() {
        level(Level::Only(name(&mut rest)?))
    } else {
        let kind = name(&mut rest)?;
        // French puts such words behind: 'l’alinéa unique'.
        let only = sentence.take_phrase(vocabulary.only, &mut rest).is_some();
        if !only && kind != SegmentKind::Table {
            return None;
        }
        level(Level::Only(kind))
    };
    // 'l’intitulé suivant' is new, 'l’intitulé' is there.
    let mut ahead = rest;
    if sentence.take_phrase(vocabulary.following, &mut ahead).is_some() {
        return None;
    }
    Some(above(sentence, found, &mut rest, input))
}

fn name(input: &mut Input<'_>) -> Option<SegmentKind> {
    let Meaning::Name { step, .. } = input.first()?.means else { return None };
    *input = &input[1..];
    Some(step)
}

/// 'the first sentence', 'the second and third sentences', 'the last sentence'.
fn sentences(sentence: &Sentence<'_>, input: &mut Input<'_>) -> Option<Vec<usize>> {
    let vocabulary = sentence.words();
    let mut rest = *input;
    let mut places = Vec::new();
    loop {
        if let Some(Token { means: Meaning::Ordinal(place), .. }) = rest.first() {
            places.push(*place);
            rest = &rest[1..];
        } else if sentence.take_phrase(vocabulary.last, &mut rest).is_some() {
            places.push(0);
        } else if !places.is_empty() && matches!(rest.first()?.means, Meaning::Conjunction | Meaning::Comma) {
            rest = &rest[1..];
        } else {
            break;
        }
    }
    sentence.take_phrase(vocabulary.sentences, &mut rest)?;
    if places.is_empty() {
        return None;
    }
    *input = rest;
    Some(places)
}

/// 'the entry for Latvia', 'the row ‘x’', 'the designations concerning ‘y’'.
fn entry(sentence: &Sentence<'_>, input: &mut Input<'_>) -> Option<Vec<Named>> {
    let vocabulary = sentence.words();
    let mut rest = *input;
    sentence.take_phrase(vocabulary.entries, &mut rest)?;
    let concerning = sentence.take_phrase(vocabulary.concerning, &mut rest).is_some();
    let first = rest.first()?;
    let said = if first.means == Meaning::Quoted {
        rest = &rest[1..];
        sentence.within(first).to_owned()
    } else if concerning {
        let ends = |token: &Token| {
            token.means == Meaning::Comma
                || token.means == Meaning::Other
                || vocabulary.be.contains(&sentence.said(token).as_str())
        };
        let length = rest.iter().take_while(|token| !ends(token)).count().min(12);
        let last = rest[..length].last()?;
        let said = sentence.text[first.span.start..last.span.end].to_owned();
        rest = &rest[length..];
        said
    } else {
        return None;
    };
    let aspect = Aspect::Entry(said);
    Some(above(sentence, Target { aspect, ..Target::default() }, &mut rest, input))
}

/// What a part belongs to: 'of Section 5 of Chapter 3', or what the order names elsewhere.
fn above<'i>(sentence: &Sentence<'_>, part: Target, rest: &mut Input<'i>, input: &mut Input<'i>) -> Vec<Named> {
    let mut further = *rest;
    let linked = starts_with(&further, &Meaning::Link);
    if linked {
        further = &further[1..];
    }
    // 'the title of the Regulation'.
    if linked && matches!(further.first().map(|token| &token.means), Some(Meaning::ActKind(_))) {
        let next = further.get(1).map(|token| &token.means);
        if !matches!(next, Some(Meaning::Domain | Meaning::ActNumber { .. })) {
            *input = &further[1..];
            return vec![Named { act: Act::This, target: part }];
        }
    }
    let named = if linked { chain(sentence, &mut further).or_else(|| aspect(sentence, &mut further)) } else { None };
    match named {
        Some(named) if named.iter().all(|named| named.target.aspect == Aspect::Whole) => {
            *input = further;
            named.into_iter().map(|named| Named { target: part.below(&named.target), ..named }).collect()
        }
        _ => {
            *input = *rest;
            vec![Named { act: Act::This, target: part }]
        }
    }
}
