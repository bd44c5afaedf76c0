//! Dutch.

mod acts;
mod blanks;
mod calendar;
mod drafting;
mod duties;
mod phrases;
mod provisions;

use super::Vocabulary;

pub(super) const VOCABULARY: Vocabulary = Vocabulary {
    provisions: provisions::WORDS,
    calendar: calendar::WORDS,
    acts: acts::WORDS,
    drafting: drafting::WORDS,
    duties: duties::WORDS,
    blanks: blanks::WORDS,
    phrases: phrases::phrase,
};
