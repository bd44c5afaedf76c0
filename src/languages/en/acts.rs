//! How English texts refer to other acts.

use crate::languages::ActWords;

pub(super) const WORDS: ActWords = ActWords {
    kinds: &[
        ("regulation", 'R'),
        ("regulations", 'R'),
        ("directive", 'L'),
        ("directives", 'L'),
        ("decision", 'D'),
        ("decisions", 'D'),
        ("recommendation", 'H'),
        ("recommendations", 'H'),
    ],
    printed: &[('R', "Regulation"), ('L', "Directive"), ('D', "Decision"), ('H', "Recommendation")],
    domains: ["EU", "EC", "EEC"],
    number_sign: "No",
    corrigendum: "corrigendum",
    that: &["that", "the said"],
    thereof: &["thereof"],
    treaties: &[
        ("TFEU", "12016E"),
        ("TEU", "12016M"),
        ("the Charter", "12012P"),
        ("Treaty on the Functioning of the European Union", "12016E"),
        ("Treaty on European Union", "12016M"),
    ],
    instruments: &[
        "Treaty",
        "Treaties",
        "Charter",
        "Convention",
        "Agreement",
        "Protocol",
        "Statute",
        "Staff Regulations",
        "Conditions of Employment",
        "Rules of Procedure",
        "GDPR",
        "Code",
    ],
    concluding: &["this regulation shall be binding", "this decision shall be binding", "done at"],
};
