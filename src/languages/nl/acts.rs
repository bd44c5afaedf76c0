//! How Dutch texts refer to other acts.

use crate::languages::ActWords;

pub(super) const WORDS: ActWords = ActWords {
    kinds: &[
        ("verordening", 'R'),
        ("verordeningen", 'R'),
        ("richtlijn", 'L'),
        ("richtlijnen", 'L'),
        ("besluit", 'D'),
        ("besluiten", 'D'),
        ("beschikking", 'D'),
    ],
    of: &["van"],
    that: &["die", "dat", "genoemde"],
    concluding: &["deze verordening is verbindend", "dit besluit is verbindend", "gedaan te"],
};
