//! Why an instruction could not be carried out.

use serde::Serialize;

use crate::law::{Language, Locator, Number};
use crate::prose::citation;

/// Why an instruction could not be carried out: what it expects, what the base has instead.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize)]
#[serde(rename_all = "kebab-case", tag = "conflict")]
pub enum Conflict {
    /// What the instruction is about is not there.
    #[error("{target} is not in the base{}", nearest_words(nearest))]
    NoTarget {
        /// What it expects.
        target: String,
        /// The nearest thing that is there.
        nearest: Option<Locator>,
    },
    /// What the instruction is about was deleted before.
    #[error("{target} is deleted already")]
    Deleted {
        /// What it expects.
        target: String,
    },
    /// Several provisions can be meant.
    #[error("{target} can be any of {found} provisions of the base")]
    Ambiguous {
        /// What it expects.
        target: String,
        /// How many there are.
        found: usize,
    },
    /// Quoted words do not stand there as often as the instruction says.
    #[error("expected the words '{words}' once in {}, found them {found} times", place_words(target))]
    Words {
        /// The words.
        words: String,
        /// Where they should stand.
        target: String,
        /// How often they stand there.
        found: usize,
    },
    /// A provision with the number of a new one is there already.
    #[error("number {number} is taken in {within}")]
    NumberTaken {
        /// The number.
        number: Number,
        /// Where.
        within: String,
    },
    /// Another instruction of the same act is about the same passage.
    #[error("{} of the same act changes the same passage", citation(other, Language::En))]
    SamePassage {
        /// The other instruction.
        other: Locator,
    },
    /// The base has the change already.
    #[error("the base holds this change already")]
    Applied,
    /// The instruction's content is not of a kind that can stand there.
    #[error("{content} cannot stand where {target} stands")]
    Content {
        /// What it would put in.
        content: String,
        /// Where.
        target: String,
    },
    /// An order that is read but that this program does not carry out.
    #[error("{what} is not carried out by this program")]
    Unsupported {
        /// What it orders.
        what: String,
    },
}

fn nearest_words(nearest: &Option<Locator>) -> String {
    nearest.as_ref().map(|nearest| format!("; the nearest is {}", citation(nearest, Language::En))).unwrap_or_default()
}

/// The act as a whole where no provision is named.
fn place_words(target: &str) -> &str {
    if target.is_empty() { "the act" } else { target }
}
