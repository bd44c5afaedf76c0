//! What a letter says of acts: dates, references, documents, periods and names, each with what it is said of.

mod dates;
mod documents;
mod names;
mod periods;
mod references;
mod sentences;
mod words;
mod written;

use std::ops::Range;

use serde::Serialize;

pub use dates::DateClaim;
pub use references::{ActOf, ReferenceClaim};
pub use written::{Basis, Written};

use super::document::{Document, Place};
use crate::languages::{ClaimWords, Topic, vocabulary};
use crate::law::{Date, Language, Work};
use names::{Mention, Names};
use sentences::Sentence;
use words::Words;

/// What a claim is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ClaimKind {
    /// A date with what it is said of.
    Date,
    /// A reference to a provision.
    Reference,
    /// The number of a document or an act.
    Document,
    /// A period.
    Period,
    /// The name of an act that another has replaced.
    Name,
}

impl ClaimKind {
    /// Every kind, in the order in which tables show them.
    pub const ALL: [ClaimKind; 5] =
        [ClaimKind::Date, ClaimKind::Reference, ClaimKind::Document, ClaimKind::Period, ClaimKind::Name];

    /// The name used in files.
    pub fn name(self) -> &'static str {
        match self {
            ClaimKind::Date => "date",
            ClaimKind::Reference => "reference",
            ClaimKind::Document => "document",
            ClaimKind::Period => "period",
            ClaimKind::Name => "name",
        }
    }
}

/// Something that a letter says.
#[derive(Debug, Clone, PartialEq)]
pub struct Claim {
    /// Where it stands in the running text.
    pub span: Range<usize>,
    /// Where it stands in the file.
    pub place: Place,
    /// Its words.
    pub words: String,
    /// What it says.
    pub says: Says,
    /// The works that it can be about, the nearest named first.
    pub works: Vec<String>,
    /// Whether the work is not named in the sentence.
    pub from_context: bool,
}

/// What a claim says.
#[derive(Debug, Clone, PartialEq)]
pub enum Says {
    /// That something happened on a day.
    Date(DateClaim),
    /// That there is a provision.
    Reference(ReferenceClaim),
    /// That a document has a number.
    Document(DocumentClaim),
    /// That something lasts so long.
    Period(PeriodClaim),
    /// That an act is called so.
    Name(String),
}

/// The number of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentClaim {
    /// The number in one spelling: `COM(2025) 836`, a CELEX number, `ST 7322/26`.
    pub number: String,
    /// Whether it is a paper of a national parliament.
    pub national: bool,
    /// The work whose name stands right beside it.
    pub beside: Option<String>,
    /// Whether the words beside it say that it is the proposal, or the act itself.
    pub is_of_work: bool,
}

/// A period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PeriodClaim {
    /// How many.
    pub count: u16,
    /// In lower case, in the letter's language.
    pub unit: PeriodUnit,
    /// Whether the sentence is about application or entry into force.
    pub of_application: bool,
}

/// The unit of a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PeriodUnit {
    /// Days.
    Days,
    /// Weeks.
    Weeks,
    /// Months.
    Months,
    /// Years.
    Years,
}

impl Claim {
    /// Of which kind it is.
    pub fn kind(&self) -> ClaimKind {
        match self.says {
            Says::Date(_) => ClaimKind::Date,
            Says::Reference(_) => ClaimKind::Reference,
            Says::Document(_) => ClaimKind::Document,
            Says::Period(_) => ClaimKind::Period,
            Says::Name(_) => ClaimKind::Name,
        }
    }
}

/// What is known of a letter before its claims are looked at.
pub struct Letter<'a> {
    /// The letter.
    pub document: &'a Document,
    /// Its language.
    pub language: Language,
    /// When it was written.
    pub written: Option<Written>,
    vocabulary: &'static ClaimWords,
    words: &'static Words,
    mentions: Vec<Mention>,
    sentences: Vec<Sentence>,
    mains: Vec<String>,
    works: &'a [&'a Work],
}

impl<'a> Letter<'a> {
    /// Reads what stands around the claims of a letter: its language, its day, the acts that it names.
    pub fn of(document: &'a Document, works: &'a [&'a Work], as_of: Option<Date>) -> Option<Letter<'a>> {
        let language = language(&document.text);
        let vocabulary = vocabulary(language).claims?;
        let words = words::words(language)?;
        let mentions = Names::of(works).mentions(document, words);
        let mains = names::mains(&mentions);
        let sentences = sentences::sentences(document, words);
        let written = written::written(document, words, as_of);
        Some(Letter { document, language, written, vocabulary, words, mentions, sentences, mains, works })
    }

    /// Every claim, in the order of the letter.
    pub fn claims(&self) -> Vec<Claim> {
        let mut claims = Vec::new();
        documents::find(self, &mut claims);
        for sentence in &self.sentences {
            references::find(self, sentence, &mut claims);
            dates::find(self, sentence, &mut claims);
            periods::find(self, sentence, &mut claims);
            self.replaced_names(sentence, &mut claims);
        }
        claims.sort_by_key(|claim| (claim.span.start, claim.span.end));
        claims
    }

    fn claim(&self, span: Range<usize>, says: Says, works: Vec<String>, from_context: bool) -> Claim {
        let words = self.document.text[span.clone()].to_owned();
        Claim { place: self.document.place(span.start), words, span, says, works, from_context }
    }

    fn text(&self, span: &Range<usize>) -> &'a str {
        self.document.text.get(span.clone()).unwrap_or_default()
    }

    fn mentions_in<'s>(&'s self, span: &Range<usize>) -> impl Iterator<Item = &'s Mention> + use<'s> {
        let first = self.mentions.partition_point(|mention| mention.span.start < span.start);
        let end = span.end;
        self.mentions[first..].iter().take_while(move |mention| mention.span.start < end)
    }

    /// The works named in a clause, else in its sentence, else in the sentences before it; with whether they come from
    /// outside the sentence.
    fn works_near(&self, at: &Range<usize>, clause: &Range<usize>, sentence: &Sentence) -> (Vec<String>, bool) {
        for (within, guesses) in [(clause, false), (&sentence.span, false), (clause, true), (&sentence.span, true)] {
            let mut near: Vec<&Mention> = self.mentions_in(within).filter(|one| one.is_guess == guesses).collect();
            near.sort_by_key(|mention| gap(&mention.span, at));
            let works = distinct(near.iter().map(|mention| mention.work.as_str()));
            if !works.is_empty() {
                return (works, guesses);
            }
        }
        // The last act named before, be it in a heading, and those that the letter is about.
        let before = sentence.span.start.saturating_sub(BEFORE)..sentence.span.start;
        let last = self.mentions_in(&before).last().map(|mention| mention.work.as_str());
        (distinct(last.into_iter().chain(self.mains.iter().map(String::as_str))), true)
    }

    /// The subjects that a stretch of text has words for.
    fn topics(&self, within: &Range<usize>) -> Vec<(Topic, Range<usize>)> {
        words::all(&self.words.topics, self.text(within), within.start)
    }

    /// The names of acts that another act has replaced.
    fn replaced_names(&self, sentence: &Sentence, claims: &mut Vec<Claim>) {
        for mention in self.mentions_in(&sentence.span) {
            let Some(work) = self.works.iter().find(|work| work.name == mention.work) else { continue };
            let replaced = self.works.iter().any(|other| super::facts::repeals(other, work));
            if !replaced || mention.is_alias {
                continue;
            }
            let others = self.mentions_in(&sentence.paragraph).map(|other| other.work.as_str());
            let others = distinct(others.filter(|other| *other != mention.work));
            claims.push(self.claim(mention.span.clone(), Says::Name(mention.work.clone()), others, false));
        }
    }
}

/// How far back an act may be named that a sentence without one is about, in bytes.
const BEFORE: usize = 800;

/// How many bytes lie between two stretches.
fn gap(one: &Range<usize>, other: &Range<usize>) -> usize {
    if one.end <= other.start { other.start - one.end } else { one.start.saturating_sub(other.end) }
}

fn distinct<'s>(names: impl Iterator<Item = &'s str>) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for name in names {
        if !found.iter().any(|known| known == name) {
            found.push(name.to_owned());
        }
    }
    found
}

/// The language whose common words stand in the text most often.
fn language(text: &str) -> Language {
    let sample: Vec<String> = text.split_whitespace().take(4_000).map(str::to_lowercase).collect();
    let score = |language: &Language| {
        let common = vocabulary(*language).claims.map_or(&[][..], |words| words.common);
        sample.iter().filter(|word| common.contains(&word.as_str())).count()
    };
    Language::ALL.into_iter().max_by_key(score).unwrap_or(Language::En)
}
