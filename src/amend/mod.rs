//! Amending acts: their orders, read, carried out and proved.

mod application;
mod apply;
mod content;
mod delegated;
mod derive;
mod form;
mod instruction;
mod places;
mod prove;
mod read;
mod sentence;
mod target;

pub use application::entry_into_force;
pub use apply::{Applied, Conflict, Fate, Outcome, apply};
pub use derive::{Derived, day_of_proof, derive};
pub use instruction::{Content, ContentKind, Instruction, Operation, Orders, Position, Unread, WhyUnread};
pub use prove::{Difference, Proof, Reason, Score, UnitProof, prove};
pub use read::instructions;
pub use target::{Aspect, Level, Target};
