//! The fixed phrases of reports.

use crate::languages::Phrase;

pub(super) fn phrase(phrase: Phrase) -> &'static str {
    match phrase {
        Phrase::Unchanged => "unchanged",
    }
}
