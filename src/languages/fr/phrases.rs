//! The fixed phrases of reports.

use crate::languages::Phrase;
use crate::law::{Fidelity, Stage};

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
        Phrase::ChangedUnits => "Articles et annexes modifiés",
        Phrase::Divisions => "Chapitres et sections",
        Phrase::Earlier => "Ancien",
        Phrase::Later => "Nouveau",
        Phrase::Source => "Source",
        Phrase::Unit => "Disposition",
        Phrase::Heading => "Intitulé",
        Phrase::WhatHappened => "Changement",
        Phrase::Outcome => "Résultat",
        Phrase::WordsRemoved => "−",
        Phrase::WordsAdded => "+",
        Phrase::Modified => "modifié",
        Phrase::New => "nouveau",
        Phrase::Deleted => "supprimé",
        Phrase::Moved => "déplacé",
        Phrase::Renumbered => "renuméroté",
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
        Phrase::Stage(stage) => stage_name(stage),
        Phrase::Fidelity(Fidelity::Verbatim) => "texte officiel",
        Phrase::Fidelity(Fidelity::Digest) => "résumé dans nos propres mots",
        Phrase::ConsolidationNote => {
            "Un texte consolidé n’a pas de valeur juridique ; seul le Journal officiel fait foi."
        }
        Phrase::OtherLanguage => "Les textes sont dans une autre langue que ce rapport.",
        Phrase::Repealed => "l’acte a été abrogé par",
        Phrase::By => "par",
        Phrase::NowIn => "le texte figure désormais à :",
        Phrase::FormerlyIn => "le texte figurait à :",
        Phrase::Imported => "Importé",
        Phrase::FileRead => "le fichier lu",
        Phrase::Recitals => "Cons.",
        Phrase::Articles => "Art.",
        Phrase::Annexes => "Ann.",
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
        Phrase::Instructions => "Instructions",
        Phrase::Order => "Point modificatif",
        Phrase::DoesWhat => "Effet",
        Phrase::AmendedAct => "Acte",
        Phrase::AmendedPlace => "Objet",
        Phrase::Replaces => "remplacer",
        Phrase::Inserts => "insérer",
        Phrase::Deletes => "supprimer",
        Phrase::Repeals => "abroger",
        Phrase::Renumbers => "renuméroter",
        Phrase::ReplacesWords => "remplacer des mots",
        Phrase::InsertsWords => "insérer des mots",
        Phrase::DeletesWords => "supprimer des mots",
        Phrase::Unread => "non lu",
        Phrase::WordsRead => "Lu dans",
        Phrase::NewContent => "Contenu",
        Phrase::AppliesFrom => "Applicable à partir du",
        Phrase::InForce => "En vigueur à partir du",
        Phrase::BaseMissing => "texte de base absent de la bibliothèque",
        Phrase::Computed => "Calculé",
        Phrase::ComputedNote => "Calculé à partir du texte de base et de l’acte modificatif ; non officiel.",
        Phrase::IncompleteNote => "Incomplet : certains points n’ont pas pu être lus ou appliqués.",
        Phrase::Done => "fait",
        Phrase::NotYet => "pas encore",
        Phrase::Conflict => "conflit",
        Phrase::Proof => "Preuve",
        Phrase::Official => "Officiel",
        Phrase::UnitsEqual => "unités identiques",
        Phrase::UnitsDiffer => "diffère",
        Phrase::Beside => "modifié sans disposition de cet acte",
        Phrase::MarksEqual => "marques de la version consolidée",
        Phrase::Score => "Justes",
        Phrase::OfAll => "Sur",
        Phrase::What => "Quoi",
        Phrase::Transitions => "Transitions",
        Phrase::Transition => "Base + acte = officiel",
        Phrase::UnitsTouched => "Unités",
        Phrase::OtherAct => "aussi modifié par",
        Phrase::Unexplained => "non expliqué",
        Phrase::Faults => "défauts",
    }
}

fn stage_name(stage: Stage) -> &'static str {
    match stage {
        Stage::Proposal => "proposition de la Commission",
        Stage::PresidencyDraft => "texte de la présidence",
        Stage::CouncilMandate => "mandat du Conseil",
        Stage::ParliamentPosition => "position du Parlement",
        Stage::Agreement => "accord provisoire",
        Stage::Adopted => "texte adopté",
        Stage::Oj => "Journal officiel",
        Stage::Consolidated => "texte consolidé",
        Stage::Corrigendum => "rectificatif",
    }
}
