//! How Dutch words change their form.
//!
//! Source: Algemene Nederlandse Spraakkunst, 3.5.2 (plural of nouns) and 6.4.1 (adjectives with and without -e).

use crate::languages::TermWords;

pub(super) const WORDS: TermWords = TermWords {
    endings: &[
        ("", "s"),
        ("", "n"),
        ("", "en"),
        ("", "e"),
        // An open syllable writes its long vowel once, a short vowel doubles the consonant behind it.
        ("aak", "aken"),
        ("aal", "alen"),
        ("aal", "ale"),
        ("aam", "amen"),
        ("aar", "aren"),
        ("aat", "aten"),
        ("eel", "elen"),
        ("eel", "ele"),
        ("eem", "emen"),
        ("eer", "eren"),
        ("eet", "eten"),
        ("oon", "onen"),
        ("oor", "oren"),
        ("oot", "oten"),
        ("uur", "uren"),
        ("ak", "akken"),
        ("el", "ellen"),
        ("et", "etten"),
        ("is", "issen"),
        ("ief", "ieven"),
        ("ief", "ieve"),
        ("ijf", "ijven"),
        ("ijs", "ijzen"),
        ("heid", "heden"),
    ],
    forms: &[
        ("brengen", &["breng", "brengt", "bracht", "gebracht", "gebrachte"]),
        ("stellen", &["stel", "stelt", "gesteld", "gestelde"]),
        ("aanbieden", &["aanbiedt", "aangeboden"]),
        ("oproepen", &["oproept", "opgeroepen"]),
        ("verwerking", &["verwerken", "verwerkt", "verwerkte"]),
    ],
};
