//! Running text: dates, references, addresses as people write them, each with its span. The one reader for all who
//! need it, and the one printer of addresses.

mod act;
mod address;
mod citation;
mod dates;
mod definitions;
mod marks;
mod numbers;
mod references;
mod terms;
mod times;
mod tokens;
mod typed;

pub use act::act_name;
pub use address::{Address, Step};
pub use citation::citation;
pub use dates::{FoundDate, dates, long_date};
pub use definitions::define_terms;
pub use marks::note_marks;
pub use numbers::{FoundNumber, numbers};
pub(crate) use references::{Act, Input, Manner, reference_in};
pub use references::{FoundReference, OwnReference, Target, all_references, references};
pub use terms::{FoundTerm, Terms};
pub use times::time;
pub(crate) use tokens::{Meaning, Token, fold, tokens};
pub use typed::{TypedLocator, TypedLocatorError, Unresolved};
