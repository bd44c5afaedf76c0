use serde::{Deserialize, Serialize};

use super::{Actor, Locator, When};

/// A day, or a rule that yields one, with what it governs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Deadline {
    /// What kind of deadline it is.
    pub kind: DeadlineKind,
    /// The provisions that set it: first the one with the date.
    pub basis: Vec<Locator>,
    /// When.
    pub when: When,
    /// Whom it binds, where it binds somebody.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub who: Vec<Actor>,
    /// What is due or starts, in the language of the version.
    pub what: String,
    /// The provisions that it governs, for application and transition.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub governs: Option<Governed>,
    /// The cases for which alone it holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_regards: Option<Case>,
}

/// What a deadline is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum DeadlineKind {
    /// From when provisions apply.
    Application,
    /// From when something is prohibited.
    Prohibition,
    /// By when what is on the market already has to comply.
    Transition,
    /// By when somebody must have done something.
    Duty,
    /// How long a power is conferred.
    Delegation,
    /// When something is evaluated or reported.
    Review,
    /// When something ends.
    Expiry,
}

/// The provisions that a deadline governs.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Governed {
    /// These, and all within them; everything where there are none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub provisions: Vec<Locator>,
    /// But not these.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub except: Vec<Locator>,
}

/// The cases for which a deadline holds.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Case {
    /// The provisions that define them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub provisions: Vec<Locator>,
    /// What they are called, in the language of the version.
    pub words: String,
}

impl DeadlineKind {
    /// Every kind, in the order in which tables show those of one day.
    pub const ALL: [DeadlineKind; 7] = [
        DeadlineKind::Application,
        DeadlineKind::Prohibition,
        DeadlineKind::Transition,
        DeadlineKind::Duty,
        DeadlineKind::Delegation,
        DeadlineKind::Review,
        DeadlineKind::Expiry,
    ];

    /// The name used in files.
    pub fn code(self) -> &'static str {
        match self {
            DeadlineKind::Application => "application",
            DeadlineKind::Prohibition => "prohibition",
            DeadlineKind::Transition => "transition",
            DeadlineKind::Duty => "duty",
            DeadlineKind::Delegation => "delegation",
            DeadlineKind::Review => "review",
            DeadlineKind::Expiry => "expiry",
        }
    }
}
