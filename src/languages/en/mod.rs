//! English.

mod actors;
mod acts;
mod blanks;
mod calendar;
mod claims;
mod drafting;
mod periods;
mod phrases;
mod provisions;

use super::Vocabulary;

pub(super) const VOCABULARY: Vocabulary = Vocabulary {
    provisions: provisions::WORDS,
    calendar: calendar::WORDS,
    acts: acts::WORDS,
    drafting: drafting::WORDS,
    blanks: blanks::WORDS,
    actors: actors::actor,
    periods: periods::WORDS,
    claims: Some(&claims::WORDS),
    phrases: phrases::phrase,
};
