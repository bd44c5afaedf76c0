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
        ("aanbeveling", 'H'),
        ("aanbevelingen", 'H'),
    ],
    printed: &[('R', "Verordening"), ('L', "Richtlijn"), ('D', "Besluit"), ('H', "Aanbeveling")],
    domains: ["EU", "EG", "EEG"],
    number_sign: "nr.",
    corrigendum: "rectificatie",
    that: &["die", "dat", "genoemde"],
    thereof: &["daarvan"],
    treaties: &[
        ("VWEU", "12016E"),
        ("VEU", "12016M"),
        ("het Handvest", "12012P"),
        ("Verdrag betreffende de werking van de Europese Unie", "12016E"),
        ("Verdrag betreffende de Europese Unie", "12016M"),
    ],
    instruments: &[
        "Verdrag",
        "Verdragen",
        "Handvest",
        "Overeenkomst",
        "Protocol",
        "Statuut",
        "AVG",
        "wetboek",
        "reglement",
    ],
    concluding: &["deze verordening is verbindend", "dit besluit is verbindend", "gedaan te"],
};
