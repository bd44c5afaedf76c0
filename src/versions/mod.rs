//! Names of versions → versions.

mod name;
mod resolve;

pub use name::{VersionName, VersionNameError};
pub use resolve::{Pair, ResolveError, Wanted, pair, single};
