use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use super::Locator;

/// What a text rests on that is not read from its own document: the sources of each passage, what was kept, what nobody
/// could find out.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Evidence {
    /// The sources.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<EvidenceSource>,
    /// How well what stands at some places is established.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub stated: Vec<Statement>,
    /// Places of an amended act that the sources say are as they were.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub kept: Vec<Kept>,
    /// Places whose text at this stage is not known, which is not the same as unchanged.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unknown: Vec<Unknown>,
}

/// A document, a page or a file that something was learnt from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct EvidenceSource {
    /// The sign that statements name it by.
    pub id: String,
    /// What it is, in one line.
    pub document: String,
    /// Where it can be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

/// How well something is established.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Confidence {
    /// By two sources that do not rest on each other, or by the document itself.
    Confirmed,
    /// By one source.
    SingleSource,
    /// By what follows from others: no source says so.
    Inferred,
}

/// How well what stands at some places of the text itself is established.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Statement {
    /// The places; each covers what stands in it.
    pub places: Vec<Locator>,
    /// How well.
    pub confidence: Confidence,
    /// The signs of the sources.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<String>,
    /// What is doubtful, or where sources disagree.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// Places of an amended act of which the sources say that they stay as they were.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Kept {
    /// The amended work, by short name or CELEX number.
    pub work: String,
    /// The places; each covers what stands in it.
    pub places: Vec<Locator>,
    /// How well.
    pub confidence: Confidence,
    /// The signs of the sources.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<String>,
    /// What is doubtful, or where sources disagree.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// Places whose text at this stage is not known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Unknown {
    /// The work whose places they are, by short name or CELEX number: in an amending act, the one that it amends.
    pub work: String,
    /// The places by the numbers of the version that is amended, or of what other stages insert; each covers what stands in
    /// it.
    pub places: Vec<Locator>,
    /// The signs of the sources that were searched.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub searched: Vec<String>,
    /// What is not known, and what is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// How the provisions of one version are numbered in another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Correspondence {
    /// Places of this version.
    pub places: Vec<Locator>,
    /// The name of the other version.
    #[serde(rename = "in")]
    pub version: String,
    /// The places there; none where the provision was dropped.
    pub to: Vec<Locator>,
    /// What a reader must know of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

impl Confidence {
    /// The name used in files.
    pub fn name(self) -> &'static str {
        match self {
            Confidence::Confirmed => "confirmed",
            Confidence::SingleSource => "single-source",
            Confidence::Inferred => "inferred",
        }
    }
}

impl Evidence {
    /// Whether it says nothing.
    pub fn is_empty(&self) -> bool {
        *self == Evidence::default()
    }

    /// The statement that covers a place: the one that names it most exactly, the last of equals.
    pub fn statement(&self, place: &Locator) -> Option<&Statement> {
        let covering = |one: &&Statement| one.places.iter().any(|wide| wide.contains(place));
        let depth = |one: &&Statement| {
            let wide = one.places.iter().filter(|wide| wide.contains(place));
            wide.map(|wide| wide.segments().len()).max()
        };
        self.stated.iter().filter(covering).max_by_key(depth)
    }

    /// Why the text at a place is not known, where it is not.
    pub fn unknown_at(&self, place: &Locator) -> Option<&Unknown> {
        self.unknown.iter().find(|one| one.places.iter().any(|wide| wide.contains(place)))
    }

    /// The source with that sign.
    pub fn source(&self, id: &str) -> Option<&EvidenceSource> {
        self.sources.iter().find(|source| source.id == id)
    }

    /// The signs of the sources that tell of some places.
    pub fn sources_at(&self, places: &HashSet<&Locator>) -> HashSet<&str> {
        let told = |named: &[Locator]| named.iter().any(|place| places.contains(place));
        let stated = self.stated.iter().filter(|one| told(&one.places)).flat_map(|one| &one.sources);
        let searched = self.unknown.iter().filter(|one| told(&one.places)).flat_map(|one| &one.searched);
        stated.chain(searched).map(String::as_str).collect()
    }

    /// The signs of all sources.
    pub fn source_ids(&self) -> HashSet<&str> {
        self.sources.iter().map(|source| source.id.as_str()).collect()
    }

    /// The signs that statements name and no source bears.
    pub fn unnamed_sources(&self) -> Vec<&str> {
        let stated = self.stated.iter().flat_map(|one| &one.sources);
        let kept = self.kept.iter().flat_map(|one| &one.sources);
        let searched = self.unknown.iter().flat_map(|one| &one.searched);
        let mut missing: Vec<&str> =
            stated.chain(kept).chain(searched).map(String::as_str).filter(|id| self.source(id).is_none()).collect();
        missing.sort_unstable();
        missing.dedup();
        missing
    }

    /// Takes up what another text rests on; a source that both name stays once.
    pub fn take_up(&mut self, other: Evidence) {
        for source in other.sources {
            if self.source(&source.id).is_none() {
                self.sources.push(source);
            }
        }
        self.stated.extend(other.stated);
        self.kept.extend(other.kept);
        self.unknown.extend(other.unknown);
    }
}
