//! Deadlines: every date and every counted period of the articles.

use crate::law::{Deadline, Version};

/// The deadlines of a version.
pub fn deadlines(_version: &Version) -> Vec<Deadline> {
    Vec::new()
}
