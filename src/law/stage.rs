use serde::{Deserialize, Serialize};

/// Where in its life a version of an act stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// The Commission's proposal.
    Proposal,
    /// A text of the Council's Presidency on the way to a mandate.
    PresidencyDraft,
    /// The Council's mandate for the negotiation (a general approach counts as one).
    CouncilMandate,
    /// Parliament's position.
    ParliamentPosition,
    /// The provisional agreement of the negotiation.
    Agreement,
    /// The text adopted by Parliament and Council, before it is published.
    Adopted,
    /// The text in the Official Journal: the only authentic one.
    Oj,
    /// The EU's own consolidation, without legal effect.
    Consolidated,
    /// A corrigendum.
    Corrigendum,
}

impl Stage {
    /// Every stage in the order in which an act goes through them.
    pub const ALL: [Stage; 9] = [
        Stage::Proposal,
        Stage::PresidencyDraft,
        Stage::CouncilMandate,
        Stage::ParliamentPosition,
        Stage::Agreement,
        Stage::Adopted,
        Stage::Oj,
        Stage::Consolidated,
        Stage::Corrigendum,
    ];

    /// The name used in file names and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Stage::Proposal => "proposal",
            Stage::PresidencyDraft => "presidency-draft",
            Stage::CouncilMandate => "council-mandate",
            Stage::ParliamentPosition => "parliament-position",
            Stage::Agreement => "agreement",
            Stage::Adopted => "adopted",
            Stage::Oj => "oj",
            Stage::Consolidated => "consolidated",
            Stage::Corrigendum => "corrigendum",
        }
    }

    /// Reads a stage's name; `None` for any other word.
    pub fn from_name(name: &str) -> Option<Stage> {
        Stage::ALL.into_iter().find(|stage| stage.name() == name)
    }
}

impl std::fmt::Display for Stage {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name())
    }
}

/// Whose words a version holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Fidelity {
    /// The official wording.
    Verbatim,
    /// Condensed wording of this project's own; never quoted as the law.
    Digest,
}

impl Fidelity {
    /// Both of them, the one that is preferred first.
    pub const ALL: [Fidelity; 2] = [Fidelity::Verbatim, Fidelity::Digest];

    /// The name used in files and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Fidelity::Verbatim => "verbatim",
            Fidelity::Digest => "digest",
        }
    }

    /// Reads a fidelity's name; `None` for any other word.
    pub fn from_name(name: &str) -> Option<Fidelity> {
        Fidelity::ALL.into_iter().find(|fidelity| fidelity.name() == name)
    }
}

impl std::fmt::Display for Fidelity {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name())
    }
}
