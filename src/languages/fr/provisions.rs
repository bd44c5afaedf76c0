//! What provisions are called in French.
//!
//! Source: Interinstitutional Style Guide, French edition (Code de rédaction interinstitutionnel), 2.7 and 10.

use crate::languages::{ProvisionName, ProvisionWords};
use crate::law::SegmentKind as Step;

pub(super) const WORDS: ProvisionWords = ProvisionWords {
    names: &[
        ProvisionName {
            kind: Step::ActTitle,
            printed: "titre de l’acte",
            read: &["titre de l’acte", "titre de l'acte"],
        },
        ProvisionName { kind: Step::SolemnForm, printed: "formule solennelle", read: &["formule solennelle"] },
        ProvisionName { kind: Step::Citation, printed: "visa", read: &["visa", "visas"] },
        ProvisionName {
            kind: Step::Recital, printed: "considérant", read: &["considérant", "considérants", "cons."]
        },
        ProvisionName { kind: Step::Part, printed: "partie", read: &["partie", "parties"] },
        ProvisionName { kind: Step::Title, printed: "titre", read: &["titre", "titres"] },
        ProvisionName { kind: Step::Chapter, printed: "chapitre", read: &["chapitre", "chapitres", "chap."] },
        ProvisionName { kind: Step::Section, printed: "section", read: &["section", "sections"] },
        ProvisionName { kind: Step::Subsection, printed: "sous-section", read: &["sous-section", "sous-sections"] },
        ProvisionName { kind: Step::Group, printed: "intitulé", read: &["intitulé", "intitulés"] },
        ProvisionName { kind: Step::Article, printed: "article", read: &["article", "articles", "art."] },
        ProvisionName {
            kind: Step::Paragraph,
            printed: "paragraphe",
            read: &["paragraphe", "paragraphes", "par.", "§"],
        },
        ProvisionName { kind: Step::UnnumberedParagraph, printed: "alinéa", read: &[] },
        ProvisionName { kind: Step::Subparagraph, printed: "alinéa", read: &["alinéa", "alinéas", "al."] },
        ProvisionName { kind: Step::Point, printed: "point", read: &["point", "points", "lettre", "sous"] },
        ProvisionName { kind: Step::Indent, printed: "tiret", read: &["tiret", "tirets"] },
        ProvisionName { kind: Step::Definition, printed: "définition", read: &["définition", "définitions"] },
        ProvisionName { kind: Step::Annex, printed: "annexe", read: &["annexe", "annexes", "anx"] },
        ProvisionName { kind: Step::Appendix, printed: "appendice", read: &["appendice", "appendices"] },
        ProvisionName { kind: Step::Table, printed: "tableau", read: &["tableau", "tableaux"] },
        ProvisionName { kind: Step::Row, printed: "ligne", read: &["ligne", "lignes"] },
        ProvisionName { kind: Step::Cell, printed: "cellule", read: &["cellule", "cellules"] },
        ProvisionName { kind: Step::Quotation, printed: "texte cité", read: &["texte cité"] },
        ProvisionName { kind: Step::Contents, printed: "table des matières", read: &["table des matières"] },
        ProvisionName { kind: Step::ContentsEntry, printed: "entrée", read: &["entrée", "entrées"] },
        ProvisionName { kind: Step::ConcludingFormula, printed: "formule finale", read: &["formule finale"] },
    ],
    ordinals: &[
        "premier",
        "deuxième",
        "troisième",
        "quatrième",
        "cinquième",
        "sixième",
        "septième",
        "huitième",
        "neuvième",
        "dixième",
        "onzième",
        "douzième",
        "treizième",
        "quatorzième",
        "quinzième",
        "seizième",
        "dix-septième",
        "dix-huitième",
        "dix-neuvième",
        "vingtième",
    ],
    ordinals_read: &[("première", 1), ("second", 2), ("seconde", 2)],
    links: &["de la", "de l’", "de l'", "du", "des", "de", "à la", "à l’", "à l'", "au"],
    conjunctions: &["et", "ou", "et/ou"],
    ranges: &["à"],
    own: &["présent", "présente", "présents"],
    definition_headings: &["définitions", "définition"],
    definition_verbs: &["on entend par"],
    definition_of: "définition de",
};
