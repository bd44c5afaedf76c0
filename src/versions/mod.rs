//! Names of versions → versions.

mod fit;
mod name;
mod resolve;
mod several;
mod transitions;

pub use fit::{Unfit, unfit};
pub use name::{VersionName, VersionNameError};
pub use resolve::{Pair, ResolveError, Wanted, pair, single};
pub use several::several;
pub use transitions::{Proved, Transition, TransitionError, prove_all, transitions};
