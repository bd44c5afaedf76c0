//! The words of duties, as data: who, how strictly, when, and what is no duty though it reads like one.
//!
//! Patterns are regular expressions that find whole words. One that starts with a small letter finds capitals as well,
//! so that 'providers' is found at the head of a sentence, and 'Board' is not found in 'a board'.
//!
//! Source: Joint Practical Guide, guideline 2.3.2 (use of verbs in enacting terms).

use crate::law::{Actor, Modality, Period};

/// A number of some unit of time as a period.
pub type Counted = fn(u16) -> Period;

/// The words of duties in one language.
pub struct DutyWords {
    /// Names of actors, with what tells them from others of the name: 'providers of general-purpose AI models'.
    pub actors: &'static [(&'static str, Actor)],
    /// What a heading makes of an actor: a provider is one of general-purpose AI models in the chapter on them.
    pub under: &'static [(&'static str, Actor, Actor)],
    /// Things that certain actors make: implementing acts.
    pub made_by: &'static [(&'static str, &'static [Actor])],
    /// Deeds in the form of nouns, with those who do them.
    pub doers: &'static [(&'static str, &'static [Actor])],
    /// What a heading says that binds the actors it names: 'obligations of'.
    pub binding_heading: &'static str,
    /// Words before those for whom a sentence is said to hold: 'for'.
    pub on_behalf: &'static str,
    /// How a point prohibits: 'are not to be'.
    pub prohibits: &'static str,
    /// Whether a verb may stand before its subject, as in Dutch: 'zorgt de aanbieder'.
    pub inverts: bool,
    /// Verbs that say how strictly, the longer before the shorter.
    pub modals: &'static [Modal],
    /// How an act begins that only has to be tried, or that others do; and that is a power in the guise of a duty.
    pub tones: &'static [(&'static str, Modality)],
    /// How a clause goes on after its verb, the verb included, that imposes nothing: 'shall apply'.
    pub no_duty: &'static [&'static str],
    /// The same, where the subject is a thing: a procedure shall apply, but an authority that shall apply one must.
    pub no_duty_of_things: &'static str,
    /// Words before a clause's subject that lead a clause or phrase in: 'where', 'without prejudice to'.
    pub openers: &'static str,
    /// Words that open a clause within a clause: 'which', 'whether'.
    pub subordinators: &'static str,
    /// Words that look like these and are none: 'that authority'.
    pub demonstratives: &'static str,
    /// How a subject begins that makes a prohibition of a duty or power: 'no'.
    pub negative: &'static str,
    /// How a phrase ends that has no object yet, so that a verb after it shares the one to come: 'monitor'.
    pub unfinished: &'static str,
    /// Verbs that stand in such a clause.
    pub finite: &'static str,
    /// What stands between two actors that are meant alike: 'and the', ', where applicable, the'.
    pub joins: &'static str,
    /// What may stand before an actor at the head of a subject: 'the relevant'.
    pub heads: &'static str,
    /// Words that continue a sentence with another verb of the same subject, before it: 'and'.
    pub again: &'static str,
    /// Words that continue it with another subject.
    pub further: &'static str,
    /// Subjects that stand for an actor named before.
    pub pronouns: &'static str,
    /// How the phrase of a verb begins that has no agent of its own: 'be drawn up'.
    pub passive: &'static str,
    /// The same, for verbs whose subject is the one to whom something is done: 'be consulted'.
    pub suffered: &'static str,
    /// Words before the agent of such a phrase: 'by'.
    pub agent: &'static str,
    /// Another verb in the same phrase, after its object: 'and inform the'.
    pub second_verb: &'static str,
    /// Verbs within a phrase that would take the second verb for theirs: 'to bring'.
    pub inner_verb: &'static str,
    /// Words that open a condition.
    pub condition: &'static str,
    /// Words that open an exception.
    pub exception: &'static str,
    /// What the words before a list and those of a point say of its points, the first that fits.
    pub lists: &'static [List],
    /// Headings of articles without any duties: 'definitions', 'subject matter'.
    pub idle_headings: &'static str,
    /// A duty to comply with all the provisions of a division: their bearer, in group 1 the division.
    pub bearer: &'static str,
    /// Number words with their values.
    pub numbers: &'static [(&'static str, u16)],
    /// Units of time.
    pub units: &'static [(&'static str, Counted)],
    /// How terms are stated, with `{period}`, `{date}` and `{event}` in them.
    pub terms: &'static [(&'static str, Term)],
    /// The act's own events that periods are counted from.
    pub events: &'static [(&'static str, crate::law::Event)],
    /// What stands before a date, or after the start of a period, that sets no term: the name of another act, an age.
    pub no_term: &'static str,
    /// Words after a period that make it count on from the term before: 'every two years thereafter'.
    pub thereafter: &'static str,
    /// Words before provisions that a date does not govern.
    pub excepts: &'static str,
    /// Words before the cases for which alone a date holds.
    pub regards: &'static str,
    /// Words that weaken an act ('take measures to support') or tighten it ('strictly'), with their weight.
    pub qualifiers: &'static [(&'static str, i8)],
    /// Sentences that say what a date is for, with the kind.
    pub dated: &'static [(&'static str, crate::law::DeadlineKind)],
}

/// A verb that says how strictly.
pub struct Modal {
    /// The pattern.
    pub says: &'static str,
    /// How strictly.
    pub modality: Modality,
    /// Whether the verb is the act itself, as in Dutch and French: 'stelt … op'.
    pub is_act: bool,
}

impl Modal {
    /// A verb that goes before that of the act: 'shall'.
    pub(super) const fn before_act(says: &'static str, modality: Modality) -> Modal {
        Modal { says, modality, is_act: false }
    }

    /// A verb that may be the act itself.
    pub(super) const fn new(says: &'static str, modality: Modality, is_act: bool) -> Modal {
        Modal { says, modality, is_act }
    }
}

/// What the words before a list make of its points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Points {
    /// Each is an act, and the words before them are none alone: 'shall:'.
    Acts,
    /// As well as the words before them: 'shall empower it to carry out the following tasks:', by the one who is named last.
    ActsOfOther,
    /// Each is a condition that the actor has to see to, and the words before them are an act too.
    Conditions,
    /// Each is a case in which what the words before them say is to be done.
    Cases,
    /// They are what the words before them are about: 'the following information:'.
    Content,
}

/// A form of list.
pub struct List {
    /// How the words before it end.
    pub lead: &'static str,
    /// How its points begin; any where it is empty.
    pub point: &'static str,
    /// What its points are.
    pub points: Points,
}

impl List {
    /// A form of list, by the end of the words before it and the start of its points.
    pub(super) const fn new(lead: &'static str, point: &'static str, points: Points) -> List {
        List { lead, point, points }
    }
}

/// How a term counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Term {
    /// By a date.
    Date,
    /// A period after something.
    After,
    /// A period before something.
    Before,
    /// A period that something lasts.
    For,
    /// Again and again.
    Every,
    /// Every year.
    Yearly,
    /// On a day that is told by what happens on it.
    OnDay,
    /// At once.
    Immediately,
    /// When something happens.
    At,
}
