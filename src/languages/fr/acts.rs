//! How French texts refer to other acts.

use crate::languages::ActWords;

pub(super) const WORDS: ActWords = ActWords {
    kinds: &[
        ("règlement", 'R'),
        ("règlements", 'R'),
        ("directive", 'L'),
        ("directives", 'L'),
        ("décision", 'D'),
        ("décisions", 'D'),
    ],
    of: &["du", "de la", "de l'", "des"],
    that: &["ledit", "ladite", "dudit", "de ladite"],
    concluding: &["le présent règlement est obligatoire", "la présente décision est obligatoire", "fait à"],
};
