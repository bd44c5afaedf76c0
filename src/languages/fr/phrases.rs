//! The fixed phrases of reports.

use crate::languages::Phrase;

pub(super) fn phrase(phrase: Phrase) -> &'static str {
    match phrase {
        Phrase::DigestNote => "Résumé dans nos propres mots, pas le texte officiel. Ne jamais le citer comme la loi.",
        Phrase::RecitalsNotCompared => {
            "Les considérants ne figurent que d’un côté (les versions consolidées n’en ont pas) et n’ont pas été comparés."
        }
        Phrase::FootnotesNotCompared => {
            "Les notes de bas de page ne font pas partie du texte et n’ont pas été comparées."
        }
        Phrase::NoChange => "Aucune modification d’un article ou d’une annexe.",
        Phrase::ChangedUnits => "articles et annexes modifiés",
        Phrase::Divisions => "Chapitres et sections",
        Phrase::Earlier => "Ancien",
        Phrase::Later => "Nouveau",
        Phrase::Source => "Source",
        Phrase::Unit => "Disposition",
        Phrase::Heading => "Intitulé",
        Phrase::WhatHappened => "Quoi",
        Phrase::WordsRemoved => "−",
        Phrase::WordsAdded => "+",
        Phrase::Modified => "modifié",
        Phrase::New => "nouveau",
        Phrase::Deleted => "supprimé",
        Phrase::Moved => "déplacé",
        Phrase::Date => "date",
        Phrase::Reference => "référence",
        Phrase::Number => "nombre",
        Phrase::Editorial => "rédactionnel",
        Phrase::Removed => "supprimé",
        Phrase::Added => "ajouté",
        Phrase::Work => "Acte",
        Phrase::Version => "Version",
        Phrase::Language => "Langue",
        Phrase::Kept => "Conservé dans",
        Phrase::BuiltIn => "ce programme",
        Phrase::OwnLibrary => "votre bibliothèque",
        Phrase::Library => "Bibliothèque",
        Phrase::Imported => "Importé",
        Phrase::File => "Fichier",
        Phrase::Recitals => "Considérants",
        Phrase::Articles => "Articles",
        Phrase::Annexes => "Annexes",
        Phrase::StoredNew => "enregistré",
        Phrase::StoredUnchanged => "déjà présent",
        Phrase::StoredReplaced => "remplacé",
        Phrase::StoredSameWording => "même texte déjà présent",
        Phrase::UnknownElement => "élément inconnu",
        Phrase::Doubt => "doute",
        Phrase::OtherFileSame => "un autre fichier de cette version, au texte identique",
        Phrase::OtherFileDiffers => {
            "un autre fichier de cette version, qui diffère ; comparer les deux avec lexdelta diff"
        }
        Phrase::Verified => "Bibliothèque vérifiée",
        Phrase::VersionsRead => "versions lues",
        Phrase::Faults => "défauts",
    }
}
