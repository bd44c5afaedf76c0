//! How French provisions say what another is to them.

use crate::languages::RelationWords;

pub(super) const WORDS: RelationWords = RelationWords {
    derogation: &[
        "par dérogation à",
        "par dérogation au",
        "par dérogation aux",
        "en dérogation à",
        "dérogeant à",
        "nonobstant",
    ],
    empowerment: &[
        "adopter des actes délégués",
        "adopter un acte délégué",
        "adopte des actes délégués",
        "adopte, conformément",
        "actes délégués",
        "actes d'exécution sont adoptés",
        "acte d'exécution est adopté",
    ],
    empowered_by: &[
        "conformément à",
        "conformément aux",
        "en conformité avec",
        "en vertu de",
        "en conformité avec la procédure d'examen visée à",
        "conformément à la procédure d'examen visée à",
        "conformément à la procédure visée à",
        "conformément à la procédure consultative visée à",
    ],
    penalty_headings: &["sanctions", "amendes"],
    breach: &[
        "non-respect de",
        "non-respect des",
        "non-respect du",
        "non-respect d'une",
        "non-respect de l'une",
        "violation de",
        "violations des",
        "violation des",
        "infraction à",
        "infraction aux",
        "enfreint",
        "enfreignent",
    ],
    except: &["autres que", "à l'exception de", "à l'exception des", "sans préjudice de", "sans préjudice des"],
    punishment: &["fait l'objet", "font l'objet", "est passible", "sont passibles"],
    articles: &["l'", "la", "le", "les"],
};
