//! The fixed phrases of reports.

use crate::languages::Phrase;
use crate::law::{Fidelity, Stage};

pub(super) fn phrase(phrase: Phrase) -> &'static str {
    match phrase {
        Phrase::DigestNote => "Samenvatting in eigen woorden, niet de officiële tekst. Citeer dit nooit als de wet.",
        Phrase::RecitalsNotCompared => {
            "De overwegingen staan maar aan één kant (geconsolideerde teksten bevatten er geen) en zijn niet vergeleken."
        }
        Phrase::FootnotesNotCompared => "Voetnoten horen niet bij de tekst van een bepaling en zijn niet vergeleken.",
        Phrase::NoChange => "Geen wijziging in enig artikel of enige bijlage.",
        Phrase::ChangedUnits => "Gewijzigde artikelen en bijlagen",
        Phrase::Divisions => "Hoofdstukken en afdelingen",
        Phrase::Earlier => "Oud",
        Phrase::Later => "Nieuw",
        Phrase::Source => "Bron",
        Phrase::Unit => "Bepaling",
        Phrase::Heading => "Opschrift",
        Phrase::WhatHappened => "Wijziging",
        Phrase::Outcome => "Resultaat",
        Phrase::WordsRemoved => "−",
        Phrase::WordsAdded => "+",
        Phrase::Modified => "gewijzigd",
        Phrase::New => "nieuw",
        Phrase::Deleted => "geschrapt",
        Phrase::Moved => "verplaatst",
        Phrase::Renumbered => "vernummerd",
        Phrase::Date => "datum",
        Phrase::Reference => "verwijzing",
        Phrase::Number => "getal",
        Phrase::Editorial => "alleen redactioneel",
        Phrase::Removed => "vervallen",
        Phrase::Added => "toegevoegd",
        Phrase::Work => "Handeling",
        Phrase::Version => "Versie",
        Phrase::Language => "Taal",
        Phrase::Kept => "Bewaard in",
        Phrase::BuiltIn => "dit programma",
        Phrase::OwnLibrary => "uw bibliotheek",
        Phrase::Library => "Bibliotheek",
        Phrase::Stage(stage) => stage_name(stage),
        Phrase::Fidelity(Fidelity::Verbatim) => "officiële tekst",
        Phrase::Fidelity(Fidelity::Digest) => "samenvatting in eigen woorden",
        Phrase::ConsolidationNote => {
            "Een geconsolideerde tekst heeft geen rechtsgevolg; alleen het Publicatieblad is authentiek."
        }
        Phrase::OtherLanguage => "De bibliotheek heeft geen tekst in de taal van dit verslag die beide kanten delen.",
        Phrase::Repealed => "de handeling is ingetrokken bij",
        Phrase::By => "door",
        Phrase::NowIn => "de tekst staat nu in",
        Phrase::FormerlyIn => "de tekst stond in",
        Phrase::Imported => "Ingelezen",
        Phrase::FileRead => "het gelezen bestand",
        Phrase::Recitals => "Overw.",
        Phrase::Articles => "Art.",
        Phrase::Annexes => "Bijl.",
        Phrase::StoredNew => "opgeslagen",
        Phrase::StoredUnchanged => "was er al",
        Phrase::StoredReplaced => "vervangen",
        Phrase::StoredSameWording => "zelfde tekst was er al",
        Phrase::UnknownElement => "onbekend element",
        Phrase::Doubt => "twijfel",
        Phrase::OtherFileSame => "een ander bestand van deze versie, met dezelfde tekst",
        Phrase::OtherFileDiffers => {
            "een ander bestand van deze versie, dat afwijkt; vergelijk de twee met lexdelta diff"
        }
        Phrase::Verified => "Bibliotheek gecontroleerd",
        Phrase::VersionsRead => "versies gelezen",
        Phrase::Faults => "fouten",
    }
}

fn stage_name(stage: Stage) -> &'static str {
    match stage {
        Stage::Proposal => "voorstel van de Commissie",
        Stage::PresidencyDraft => "tekst van het voorzitterschap",
        Stage::CouncilMandate => "mandaat van de Raad",
        Stage::ParliamentPosition => "standpunt van het Parlement",
        Stage::Agreement => "voorlopig akkoord",
        Stage::Adopted => "vastgestelde tekst",
        Stage::Oj => "Publicatieblad",
        Stage::Consolidated => "geconsolideerde tekst",
        Stage::Corrigendum => "rectificatie",
    }
}
