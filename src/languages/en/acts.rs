//! How English texts refer to other acts.

use crate::languages::ActWords;

pub(super) const WORDS: ActWords = ActWords {
    kinds: &[("regulation", 'R'), ("regulations", 'R'), ("directive", 'L'), ("directives", 'L'), ("decision", 'D'), ("decisions", 'D')],
    of: &["of"],
    that: &["that", "the said"],
    concluding: &["this regulation shall be binding", "this decision shall be binding", "done at"],
};
