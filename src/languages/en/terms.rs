//! How English words change their form.

use crate::languages::TermWords;

pub(super) const WORDS: TermWords = TermWords {
    endings: &[("", "s"), ("s", "ses"), ("x", "xes"), ("ch", "ches"), ("sh", "shes"), ("y", "ies"), ("is", "es")],
    forms: &[
        ("placing", &["place", "places", "placed"]),
        ("putting", &["put", "puts"]),
        ("making", &["make", "makes", "made"]),
        ("withdrawal", &["withdraw", "withdraws", "withdrew", "withdrawn"]),
        ("processing", &["process", "processes", "processed"]),
    ],
};
