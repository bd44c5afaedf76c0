//! The fixed phrases of reports.

use crate::languages::Phrase;
use crate::law::{Fidelity, Stage};

pub(super) fn phrase(phrase: Phrase) -> &'static str {
    match phrase {
        Phrase::DigestNote => {
            "Digest: condensed in our own words, not the official wording. Never quote it as the law."
        }
        Phrase::RecitalsNotCompared => {
            "Recitals are on one side only (consolidations carry none) and were not compared."
        }
        Phrase::FootnotesNotCompared => "Footnotes are not part of a provision's text and were not compared.",
        Phrase::NoChange => "No change in any article or annex.",
        Phrase::ChangedUnits => "Changed articles and annexes",
        Phrase::Divisions => "Chapters and sections",
        Phrase::Earlier => "Old",
        Phrase::Later => "New",
        Phrase::Source => "Source",
        Phrase::Unit => "Provision",
        Phrase::Heading => "Heading",
        Phrase::WhatHappened => "Change",
        Phrase::Outcome => "Outcome",
        Phrase::WordsRemoved => "−",
        Phrase::WordsAdded => "+",
        Phrase::Modified => "modified",
        Phrase::New => "new",
        Phrase::Deleted => "deleted",
        Phrase::Moved => "moved",
        Phrase::Renumbered => "renumbered",
        Phrase::Date => "date",
        Phrase::Reference => "reference",
        Phrase::Number => "number",
        Phrase::Editorial => "editorial only",
        Phrase::Removed => "removed",
        Phrase::Added => "added",
        Phrase::Work => "Work",
        Phrase::Version => "Version",
        Phrase::Language => "Language",
        Phrase::Kept => "Kept in",
        Phrase::BuiltIn => "this program",
        Phrase::OwnLibrary => "your library",
        Phrase::Library => "Library",
        Phrase::Stage(stage) => stage_name(stage),
        Phrase::Fidelity(Fidelity::Verbatim) => "official wording",
        Phrase::Fidelity(Fidelity::Digest) => "digest in our own words",
        Phrase::ConsolidationNote => "A consolidated text has no legal effect; only the Official Journal is authentic.",
        Phrase::OtherLanguage => "The library has no text in the language of this report that both sides share.",
        Phrase::Repealed => "the act was repealed by",
        Phrase::By => "by",
        Phrase::NowIn => "the wording now in",
        Phrase::FormerlyIn => "the wording formerly in",
        Phrase::Imported => "Imported",
        Phrase::FileRead => "the file that was read",
        Phrase::Recitals => "Rec.",
        Phrase::Articles => "Art.",
        Phrase::Annexes => "Ann.",
        Phrase::StoredNew => "stored",
        Phrase::StoredUnchanged => "already there",
        Phrase::StoredReplaced => "replaced",
        Phrase::StoredSameWording => "same wording there",
        Phrase::UnknownElement => "unknown element",
        Phrase::Doubt => "doubt",
        Phrase::OtherFileSame => "another file of this version, with the same wording",
        Phrase::OtherFileDiffers => "another file of this version, which differs; compare the two with lexdelta diff",
        Phrase::Verified => "Library checked",
        Phrase::VersionsRead => "versions read",
        Phrase::Faults => "faults",
    }
}

fn stage_name(stage: Stage) -> &'static str {
    match stage {
        Stage::Proposal => "Commission proposal",
        Stage::PresidencyDraft => "Presidency text",
        Stage::CouncilMandate => "Council mandate",
        Stage::ParliamentPosition => "Parliament position",
        Stage::Agreement => "provisional agreement",
        Stage::Adopted => "adopted text",
        Stage::Oj => "Official Journal",
        Stage::Consolidated => "consolidated text",
        Stage::Corrigendum => "corrigendum",
    }
}
