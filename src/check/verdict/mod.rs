//! Whether what a letter says is so.

mod dates;
mod documents;
mod names;
mod periods;
mod references;
mod subjects;

use serde::Serialize;

use super::claims::{Claim, ClaimKind, Says, Written};
use super::document::Place;
use super::facts::{Facts, Text};
use super::phrase;
use crate::languages::CheckPhrase;
use crate::law::{Date, Language, Locator, Milestone, Work};
use crate::prose::{citation, long_date};

/// A verdict on a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// The library says otherwise.
    Contradicted,
    /// It was so, and is no more.
    Outdated,
    /// Several things can be meant.
    Ambiguous,
    /// The library says the same.
    Confirmed,
    /// The library cannot tell.
    NotDecidable,
}

impl Verdict {
    /// Every verdict, the gravest first.
    pub const ALL: [Verdict; 5] =
        [Verdict::Contradicted, Verdict::Outdated, Verdict::Ambiguous, Verdict::Confirmed, Verdict::NotDecidable];

    /// The name used in files and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Verdict::Contradicted => "contradicted",
            Verdict::Outdated => "outdated",
            Verdict::Ambiguous => "ambiguous",
            Verdict::Confirmed => "confirmed",
            Verdict::NotDecidable => "not-decidable",
        }
    }

    /// Reads a verdict's name; `None` for any other word.
    pub fn from_name(name: &str) -> Option<Verdict> {
        Verdict::ALL.into_iter().find(|verdict| verdict.name() == name)
    }

    /// The verdict in a language.
    pub fn printed(self, language: Language) -> &'static str {
        let says = match self {
            Verdict::Contradicted => CheckPhrase::Contradicted,
            Verdict::Outdated => CheckPhrase::Outdated,
            Verdict::Ambiguous => CheckPhrase::Ambiguous,
            Verdict::Confirmed => CheckPhrase::Confirmed,
            Verdict::NotDecidable => CheckPhrase::NotDecidable,
        };
        phrase(says, language)
    }
}

/// On what a verdict rests.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Certainty {
    /// The letter names the act in the sentence.
    Stated,
    /// The act follows from what the letter says around it.
    FromContext,
}

/// What was found of a claim.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Finding {
    /// What the claim is.
    pub kind: ClaimKind,
    /// Where it stands.
    pub place: Place,
    /// Where it stands in the running text.
    #[serde(skip)]
    pub span: std::ops::Range<usize>,
    /// Its words.
    pub words: String,
    /// The verdict.
    pub verdict: Verdict,
    /// On what it rests.
    pub certainty: Certainty,
    /// Why, a line each.
    pub because: Vec<String>,
    /// What to write instead.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub instead: Option<String>,
    /// What a reader may want to know besides.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<String>,
    /// What the library would have to know to decide it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gap: Option<String>,
}

/// A verdict with what it rests on, before it is one on a claim.
#[derive(Debug, Clone, PartialEq)]
pub struct Ruling {
    verdict: Verdict,
    because: Vec<String>,
    instead: Option<String>,
    notes: Vec<String>,
    gap: Option<String>,
    /// The work that it is about.
    work: Option<String>,
}

impl Ruling {
    fn of(verdict: Verdict, because: Vec<String>) -> Ruling {
        Ruling { verdict, because, instead: None, notes: Vec::new(), gap: None, work: None }
    }

    fn confirmed(because: String) -> Ruling {
        Ruling::of(Verdict::Confirmed, vec![because])
    }

    fn undecided(because: String) -> Ruling {
        Ruling::of(Verdict::NotDecidable, vec![because])
    }

    /// Not decidable for want of something in the library.
    fn gap(because: String) -> Ruling {
        Ruling { gap: Some(because.clone()), ..Ruling::undecided(because) }
    }

    fn instead(self, words: String) -> Ruling {
        Ruling { instead: Some(words), ..self }
    }

    fn noting(mut self, notes: impl IntoIterator<Item = String>) -> Ruling {
        self.notes.extend(notes);
        self
    }
}

/// Who decides: what the library knows, and when the letter was written.
pub struct Judge<'j, 'a> {
    /// What the library knows.
    pub facts: &'j Facts<'a>,
    /// When the letter was written.
    pub written: Option<Written>,
    /// The language of the findings.
    pub language: Language,
    /// The language of the letter.
    pub letter: Language,
}

impl Judge<'_, '_> {
    /// What is found of a claim; nothing where there is nothing to say.
    pub fn finding(&self, claim: &Claim) -> Option<Finding> {
        let ruling = match &claim.says {
            Says::Date(date) => self.date(claim, date),
            Says::Reference(reference) => self.reference(claim, reference),
            Says::Document(document) => self.document(document),
            Says::Period(period) => self.period(claim, period),
            Says::Name(work) => self.name(claim, work)?,
        };
        let context = claim.from_context && ruling.verdict != Verdict::NotDecidable;
        let work = ruling.work.as_ref().or(claim.works.first()).filter(|_| context).map(|work| self.title(work));
        let note = work.map(|work| self.say(CheckPhrase::FromContext, &[("work", work)]));
        Some(Finding {
            kind: claim.kind(),
            place: claim.place,
            span: claim.span.clone(),
            words: claim.words.clone(),
            verdict: ruling.verdict,
            certainty: if claim.from_context { Certainty::FromContext } else { Certainty::Stated },
            because: ruling.because,
            instead: ruling.instead,
            notes: ruling.notes.into_iter().chain(note).collect(),
            gap: ruling.gap,
        })
    }

    fn say(&self, says: CheckPhrase, with: &[(&str, String)]) -> String {
        let mut text = phrase(says, self.language).to_owned();
        for (name, value) in with {
            text = text.replace(&format!("{{{name}}}"), value);
        }
        text.replace(" ()", "")
    }

    fn day(&self, date: Date) -> String {
        long_date(date, self.language)
    }

    /// A date as the letter would write it.
    fn written_day(&self, date: Date) -> String {
        long_date(date, self.letter)
    }

    fn title(&self, work: &str) -> String {
        self.facts.work(work).map_or_else(|| work.to_owned(), |work| work.short_title(self.language).to_owned())
    }

    fn place(&self, place: &Locator) -> String {
        citation(place, self.language)
    }

    fn provision(&self, text: &Text<'_>, place: &Locator) -> String {
        let with = [("place", self.place(place)), ("heading", text.heading(place)), ("version", text.version.name())];
        self.say(CheckPhrase::Provision, &with)
    }

    fn milestone(&self, work: &Work, milestone: &Milestone) -> String {
        let document = milestone.document.as_ref().map(|document| format!(" ({document})")).unwrap_or_default();
        let with = [
            ("work", work.short_title(self.language).to_owned()),
            ("event", format!("{}{document}", milestone.event)),
            ("date", self.day(milestone.date)),
        ];
        self.say(CheckPhrase::Milestone, &with)
    }
}
