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
        ("recommandation", 'H'),
        ("recommandations", 'H'),
    ],
    printed: &[('R', "règlement"), ('L', "directive"), ('D', "décision"), ('H', "recommandation")],
    domains: ["UE", "CE", "CEE"],
    number_sign: "nº",
    corrigendum: "rectificatif",
    that: &["ledit", "ladite", "dudit", "de ladite", "cette", "ce", "cet"],
    thereof: &[],
    treaties: &[
        ("traité FUE", "12016E"),
        ("TFUE", "12016E"),
        ("traité UE", "12016M"),
        ("TUE", "12016M"),
        ("la Charte", "12012P"),
        ("traité sur le fonctionnement de l’Union européenne", "12016E"),
        ("traité sur l’Union européenne", "12016M"),
    ],
    instruments: &["traité", "traités", "charte", "convention", "accord", "protocole", "statut", "RGPD", "code"],
    concluding: &["le présent règlement est obligatoire", "la présente décision est obligatoire", "fait à"],
};
