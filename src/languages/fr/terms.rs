//! How French words change their form.

use crate::languages::TermWords;

pub(super) const WORDS: TermWords = TermWords {
    endings: &[
        ("", "s"),
        ("", "x"),
        ("", "e"),
        ("", "es"),
        ("al", "aux"),
        ("al", "ale"),
        ("al", "ales"),
        ("if", "ive"),
        ("if", "ives"),
        ("el", "elle"),
        ("el", "elles"),
        ("teur", "trice"),
        ("teur", "trices"),
    ],
    forms: &[
        ("mise", &["mis", "mises", "met", "mettent", "mettre", "mettant"]),
        ("retrait", &["retirer", "retiré", "retirés", "retirée", "retirées"]),
        ("rappel", &["rappeler", "rappelé", "rappelés", "rappelée", "rappelées"]),
    ],
};
