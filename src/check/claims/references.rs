//! References to provisions, each with the act that it belongs to.

use std::ops::Range;

use super::sentences::Sentence;
use super::{Claim, Letter, Mention, Says};
use crate::languages::Topic;
use crate::law::{Language, Number, SegmentKind};
use crate::prose::{FoundReference, Target, references};

/// How far a subject may stand from the provision that a letter gives for it.
const FAR: usize = 90;

/// A reference to a provision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReferenceClaim {
    /// What it refers to.
    pub target: Target,
    /// The act that it belongs to.
    pub act: ActOf,
    /// What the letter says that stands there.
    pub topic: Option<Topic>,
}

/// The act that a reference belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ActOf {
    /// One that is named right beside it.
    Stated(String),
    /// One that the library does not know, in the letter's words.
    Unknown(String),
    /// The one that the sentence or the letter is about.
    Context,
}

/// The references of a sentence.
pub(super) fn find(letter: &Letter<'_>, sentence: &Sentence, claims: &mut Vec<Claim>) {
    let text = letter.text(&sentence.span);
    if !text.contains(|c: char| c.is_ascii_digit())
        && !text.to_ascii_lowercase().contains("nnex")
        && !text.contains("ijlage")
    {
        return;
    }
    let mut read: Vec<(FoundReference, Range<usize>, ActOf)> = Vec::new();
    for found in self::read(&masked(letter, &sentence.span), letter.language) {
        let span = found.start + sentence.span.start..found.end + sentence.span.start;
        let act = act(letter, &found, &span, sentence);
        // 'artikel 3 en bijlage I van de verordening': what is said of the last holds for the one before.
        if act != ActOf::Context
            && let Some((_, before, its @ ActOf::Context)) = read.last_mut()
            && is_joint(&letter.document.text[before.end..span.start])
        {
            *its = act.clone();
        }
        read.push((found, span, act));
    }
    for (mut found, span, act) in read {
        let (works, from_context) = match &act {
            ActOf::Stated(work) => (vec![work.clone()], false),
            ActOf::Unknown(_) => (Vec::new(), false),
            ActOf::Context => letter.works_near(&span, sentence.clause_of(span.start), sentence),
        };
        let topic = topic(letter, &span, sentence);
        roman(&mut found.target);
        let says = ReferenceClaim { target: found.target, act, topic };
        claims.push(letter.claim(span, Says::Reference(says), works, from_context));
    }
}

/// The words of a sentence with names of acts crossed out: the reader of references takes some of them for instruments of
/// which it can say nothing.
fn masked(letter: &Letter<'_>, span: &Range<usize>) -> String {
    let mut text = letter.text(span).to_owned();
    for mention in letter.mentions_in(span) {
        let within = mention.span.start - span.start..mention.span.end.min(span.end) - span.start;
        let has_number = text.get(within.clone()).is_some_and(|name| name.contains(|c: char| c.is_ascii_digit()));
        if !has_number && text.is_char_boundary(within.end) {
            text.replace_range(within.clone(), &"~".repeat(within.len()));
        }
    }
    text
}

/// Whether words between two references only join them.
fn is_joint(words: &str) -> bool {
    let words = words.trim_matches([' ', ',']);
    ["en", "of", "and", "or", "jo.", "en in", "in", ""].contains(&words)
}

/// 'annex 3': annexes bear Roman numbers.
fn roman(target: &mut Target) {
    const ROMAN: [&str; 14] = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV"];
    for step in target.address.steps.iter_mut().filter(|step| step.kind == Some(SegmentKind::Annex)) {
        let figures = step.number.as_ref().and_then(|number| number.as_str().parse::<usize>().ok());
        let number = figures.and_then(|figures| Number::read(ROMAN.get(figures.checked_sub(1)?)?).ok());
        step.number = number.or(step.number.take());
    }
}

/// The references to provisions, read by the letter's language and, as letters quote, by English where that finds more.
fn read(text: &str, language: Language) -> Vec<FoundReference> {
    let mut found = references(text, language);
    if language != Language::En {
        let known = found.clone();
        let free = |one: &FoundReference| !known.iter().any(|other| other.start < one.end && one.start < other.end);
        found.extend(references(text, Language::En).into_iter().filter(free));
    }
    found.retain(|one| {
        let segments = one.target.address.segments();
        let first = segments.first();
        let cited = first.is_some_and(|first| {
            matches!(
                first.kind,
                SegmentKind::Article
                    | SegmentKind::Annex
                    | SegmentKind::Recital
                    | SegmentKind::Chapter
                    | SegmentKind::Title
            )
        });
        // 'Bijlage(n)' names none.
        let numbered = first.and_then(|first| first.number.as_ref());
        cited && numbered.is_some_and(|number| !number.as_str().starts_with(|c: char| c.is_lowercase()))
    });
    found.sort_by_key(|one| one.start);
    found
}

fn act(letter: &Letter<'_>, found: &FoundReference, span: &Range<usize>, sentence: &Sentence) -> ActOf {
    if let Some(celex) = &found.target.act {
        let work = letter.works.iter().find(|work| work.celex.as_str() == celex);
        return work.map_or_else(|| ActOf::Unknown(celex.clone()), |work| ActOf::Stated(work.name.clone()));
    }
    let rest = &letter.document.text[span.end..sentence.span.end];
    let rest = rest.strip_prefix(')').unwrap_or(rest);
    let skipped = letter.document.text[span.end..sentence.span.end].len() - rest.len();
    let steps = letter.words.steps.find(rest).map_or(0, |hit| hit.end());
    let linking = letter.words.act_links.captures(&rest[steps..]);
    let links = linking.as_ref().and_then(|found| found.get(0)).map_or(0, |hit| hit.end());
    let of = linking.as_ref().and_then(|found| found.name("of")).map_or("", |hit| hit.as_str());
    let at = span.end + skipped + steps + links;
    let named = |mention: &&Mention| mention.span.start <= at && at < mention.span.end;
    let linked = links > 1 || steps > 0 || rest.starts_with(' ');
    if let Some(mention) = letter.mentions_in(&(span.end..at + 1)).find(named).filter(|_| linked) {
        return if mention.is_guess { ActOf::Context } else { ActOf::Stated(mention.work.clone()) };
    }
    let after = letter.document.text[at..sentence.span.end].trim_start();
    let word: String = after.chars().take_while(|c| c.is_alphanumeric() || *c == '-').collect();
    let capital = word.starts_with(char::is_uppercase) && word.chars().count() > 1 && skipped == 0;
    // 'artikel 3 Politiewet', 'artikel 1 van de Rijkswet', 'artikel 27 van het verdrag'.
    let of_something = ["van", "of", "uit"].contains(&of) && word.chars().count() > 3;
    if (capital && (links > 0 || steps > 0 || rest.starts_with(' '))) || of_something {
        return ActOf::Unknown(word);
    }
    ActOf::Context
}

/// The subject that the letter gives the provision for, where its words tie the two.
fn topic(letter: &Letter<'_>, span: &Range<usize>, sentence: &Sentence) -> Option<Topic> {
    let [before, after] = &letter.words.about;
    letter.topics(&sentence.span).into_iter().find_map(|(topic, at)| {
        let tied = if at.end <= span.start {
            span.start - at.end <= FAR && before.is_match(&letter.document.text[at.end..span.start])
        } else if at.start >= span.end {
            at.start - span.end <= FAR && after.is_match(&letter.document.text[span.end..at.start])
        } else {
            false
        };
        tied.then_some(topic)
    })
}
