//! Names of versions → versions.

mod name;
mod resolve;
mod transitions;

pub use name::{VersionName, VersionNameError};
pub use resolve::{Pair, ResolveError, Wanted, pair, single};
pub use transitions::{Proved, Transition, TransitionError, prove_all, transitions};
