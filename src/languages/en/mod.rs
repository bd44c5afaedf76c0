//! English.

mod actors;
mod acts;
mod blanks;
mod calendar;
mod claims;
mod drafting;
mod duties;
mod periods;
mod phrases;
mod provisions;
mod relations;
mod terms;

use super::Vocabulary;

pub(super) const VOCABULARY: Vocabulary = Vocabulary {
    provisions: provisions::WORDS,
    calendar: calendar::WORDS,
    acts: acts::WORDS,
    drafting: drafting::WORDS,
    duties: duties::WORDS,
    blanks: blanks::WORDS,
    actors: actors::actor,
    periods: periods::WORDS,
    relations: relations::WORDS,
    terms: terms::WORDS,
    claims: Some(&claims::WORDS),
    phrases: phrases::phrase,
};
