use serde::{Deserialize, Serialize};

use super::{Locator, When};

/// Who must, must not or may do what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Duty {
    /// The provisions that impose it: first the one with the act, then those that it is read with.
    pub basis: Vec<Locator>,
    /// Who.
    pub actors: Vec<Actor>,
    /// To whom or for whom.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub towards: Vec<Actor>,
    /// How strictly.
    pub modality: Modality,
    /// What is to be done or left, in the language of the version.
    pub act: String,
    /// When it is due at all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub condition: Option<String>,
    /// What is excepted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exception: Option<String>,
    /// By when, where the provision has a term of its own; from when follows from the application of its basis.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<When>,
    /// The provisions that fine a breach.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sanction: Vec<Locator>,
}

/// How strictly something is asked for.
///
/// Source: Joint Practical Guide, guideline 2.3.2 (use of verbs in enacting terms).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Modality {
    /// A prohibition.
    MustNot,
    /// A duty.
    Must,
    /// A duty to try: 'to their best extent', 'shall endeavour'.
    BestEffort,
    /// A duty to encourage or ease what others do.
    Encourage,
    /// What ought to be: 'should', 'is to'.
    IsTo,
    /// A power or a permission.
    May,
}

macro_rules! actors {
    ($($(#[$doc:meta])* $variant:ident => $code:literal,)+) => {
        /// Who acts under EU law, as far as this field's acts name them.
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema,
        )]
        pub enum Actor {
            $($(#[$doc])* #[serde(rename = $code)] $variant,)+
        }

        impl Actor {
            /// Every actor, in the order in which tables show them.
            pub const ALL: &'static [Actor] = &[$(Actor::$variant,)+];

            /// The name used in files and on the command line.
            pub fn code(self) -> &'static str {
                match self {
                    $(Actor::$variant => $code,)+
                }
            }
        }
    };
}

actors! {
    /// Of an AI system, or of what else the act is about.
    Provider => "provider",
    /// Who uses an AI system under its authority.
    Deployer => "deployer",
    /// Who places on the Union market what comes from a third country.
    Importer => "importer",
    /// Who makes available what others placed on the market.
    Distributor => "distributor",
    /// Whom a provider outside the Union mandates.
    AuthorisedRepresentative => "authorised-representative",
    /// Who places a product with an AI system on the market under its own name.
    ProductManufacturer => "product-manufacturer",
    /// Third parties who supply components, tools or services.
    Supplier => "supplier",
    /// Any of the economic operators and deployers.
    Operator => "operator",
    /// Of a general-purpose AI model.
    GpaiProvider => "gpai-provider",
    /// Of a general-purpose AI model with systemic risk.
    SystemicRiskProvider => "systemic-risk-provider",
    /// Whom a provider of a general-purpose AI model mandates.
    GpaiAuthorisedRepresentative => "gpai-authorised-representative",
    /// Who wants to become a provider.
    ProspectiveProvider => "prospective-provider",
    /// A conformity assessment body that was notified.
    NotifiedBody => "notified-body",
    /// A body that assesses conformity.
    ConformityAssessmentBody => "conformity-assessment-body",
    /// The authority that designates and watches over conformity assessment bodies.
    NotifyingAuthority => "notifying-authority",
    /// The authority that watches over the market.
    MarketSurveillanceAuthority => "market-surveillance-authority",
    /// A national competent authority of any kind.
    CompetentAuthority => "competent-authority",
    /// Authorities and bodies that protect fundamental rights.
    FundamentalRightsAuthority => "fundamental-rights-authority",
    /// Authorities for data protection.
    DataProtectionAuthority => "data-protection-authority",
    /// Authorities for financial services.
    FinancialSupervisor => "financial-supervisor",
    /// Police and prosecution.
    LawEnforcementAuthority => "law-enforcement-authority",
    /// Courts, and authorities that act like them.
    JudicialAuthority => "judicial-authority",
    /// Customs.
    CustomsAuthority => "customs-authority",
    /// A Member State.
    MemberState => "member-state",
    /// The European Commission.
    Commission => "commission",
    /// The AI Office.
    AiOffice => "ai-office",
    /// The European Artificial Intelligence Board.
    Board => "board",
    /// The advisory forum.
    AdvisoryForum => "advisory-forum",
    /// The scientific panel of independent experts.
    ScientificPanel => "scientific-panel",
    /// The authority that is a Member State's single point of contact.
    SingleContactPoint => "single-contact-point",
    /// The European Data Protection Supervisor.
    Edps => "edps",
    /// Institutions, bodies, offices and agencies of the Union.
    UnionBody => "union-body",
    /// The European Parliament.
    EuropeanParliament => "european-parliament",
    /// The Council.
    Council => "council",
    /// Organisations that draw up standards.
    StandardisationOrganisation => "standardisation-organisation",
    /// The Court of Justice of the European Union.
    CourtOfJustice => "court-of-justice",
    /// Whom something affects; who complains, takes part, asks.
    Person => "person",
    /// Everybody.
    Anyone => "anyone",
    /// The act leaves open who.
    Unspecified => "unspecified",
}

impl Actor {
    /// The actor with that name in files.
    pub fn from_code(code: &str) -> Option<Actor> {
        Actor::ALL.iter().copied().find(|actor| actor.code() == code)
    }
}

impl Modality {
    /// Every modality, the strictest first.
    pub const ALL: [Modality; 6] =
        [Modality::MustNot, Modality::Must, Modality::BestEffort, Modality::Encourage, Modality::IsTo, Modality::May];

    /// The name used in files.
    pub fn code(self) -> &'static str {
        match self {
            Modality::MustNot => "must-not",
            Modality::Must => "must",
            Modality::BestEffort => "best-effort",
            Modality::Encourage => "encourage",
            Modality::IsTo => "is-to",
            Modality::May => "may",
        }
    }
}
