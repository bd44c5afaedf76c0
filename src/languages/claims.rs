//! How letters speak of acts: what ties a date to an event, a provision to a subject.

/// What a letter says happened, or will happen, on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Happening {
    /// The Commission published its proposal.
    Proposal,
    /// The act was published in the Official Journal.
    OfficialJournal,
    /// The act was signed.
    Signature,
    /// The act, or a part of it, enters into force.
    EntryIntoForce,
    /// The act, or a part of it, applies.
    Application,
    /// The Council agreed on its mandate.
    Mandate,
    /// Parliament agreed on its position.
    ParliamentPosition,
    /// Parliament and Council came to a provisional agreement.
    Agreement,
    /// The Council adopted the act.
    CouncilAdoption,
    /// Parliament adopted the act.
    ParliamentAdoption,
    /// The institutions met.
    Trilogue,
    /// Somebody must have done something.
    Due,
}

/// What a provision or a date is about, where letters have a word for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Topic {
    /// AI literacy.
    Literacy,
    /// Prohibited practices.
    Prohibitions,
    /// Prohibited systems that generate intimate images without consent, or child sexual abuse material.
    IntimateImages,
    /// High-risk rules for products of Annex I.
    HighRiskProducts,
    /// High-risk rules for the uses of Annex III.
    HighRiskUses,
    /// High-risk rules at all.
    HighRisk,
    /// Human oversight.
    HumanOversight,
    /// The CE marking.
    CeMarking,
    /// Transparency towards people.
    Transparency,
    /// Marking of synthetic content.
    SyntheticContent,
    /// Models for general purposes.
    GeneralPurpose,
    /// Regulatory sandboxes.
    Sandboxes,
    /// Penalties.
    Penalties,
    /// What holds for systems that are on the market already.
    Transition,
    /// From when the act applies.
    EntryAndApplication,
    /// Risk management.
    RiskManagement,
    /// Data and data governance.
    DataGovernance,
    /// Assessment of the impact on fundamental rights.
    RightsImpact,
    /// Acts that the Commission adopts under a delegation.
    DelegatedActs,
    /// Guidelines of the Commission.
    Guidelines,
}

/// How letters in a language speak of acts. Every entry is the source of a regular expression, in lower case.
pub struct ClaimWords {
    /// Common words by which the language is recognised.
    pub common: &'static [&'static str],
    /// What ties a date to an event.
    pub happenings: &'static [(Happening, &'static str)],
    /// Words for subjects.
    pub topics: &'static [(Topic, &'static str)],
    /// Words before a date by which something is due.
    pub due: &'static str,
    /// Words that make of a statement a plan, a hope or a question.
    pub open: &'static str,
    /// What a date names that is no event of an act: 'brief van', 'letter of'.
    pub documents: &'static str,
    /// Meetings, before their date.
    pub meetings: &'static str,
    /// What makes a date the attribute of the noun before it: 'van'.
    pub attribute: &'static str,
    /// Words behind a date that lies behind the letter.
    pub past: &'static [&'static str],
    /// Words behind a date that lies before the letter.
    pub coming: &'static [&'static str],
    /// 'this year', 'last year', 'next year'.
    pub years: [&'static str; 3],
    /// Words before a month that make a date of it.
    pub month_leads: &'static str,
    /// Before the day that a letter bears: 'Den Haag,'.
    pub dateline: &'static str,
    /// Words that join two statements.
    pub and: &'static [&'static str],
    /// Words that a clause begins with.
    pub clause: &'static str,
    /// Further steps of a reference that stand behind its number: 'lid 1 sub d'.
    pub steps: &'static str,
    /// Between a subject and the provision that holds it, and the other way round.
    pub about: [&'static str; 2],
    /// Words between a reference and the name of its act.
    pub act_links: &'static str,
    /// Words by which a letter calls the act that it is about.
    pub own_act: &'static str,
    /// Before a name that a letter gives to what it just named: 'hierna:'.
    pub hereafter: &'static str,
    /// Periods: the number, then the unit.
    pub period: &'static str,
    /// Cardinal numbers, from one.
    pub cardinals: &'static [&'static str],
    /// Parliamentary papers.
    pub papers: &'static str,
    /// Words of findings.
    pub phrases: fn(CheckPhrase) -> &'static str,
}

/// The words of findings; `{…}` stands for what the finding is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CheckPhrase {
    /// Title of the page.
    Title,
    /// The verdict 'confirmed'.
    Confirmed,
    /// The verdict 'contradicted'.
    Contradicted,
    /// The verdict 'outdated'.
    Outdated,
    /// The verdict 'ambiguous'.
    Ambiguous,
    /// The verdict 'not decidable'.
    NotDecidable,
    /// Before what to write instead.
    Instead,
    /// Before a note.
    Note,
    /// Before the evidence.
    Evidence,
    /// The letter's day, as given or read.
    Written,
    /// The letter's day, estimated.
    WrittenAbout,
    /// Nothing says when it was written.
    WrittenUnknown,
    /// What the library would need to know.
    Gaps,
    /// How many claims there are.
    Claims,
    /// How far a date is off: `{days}`.
    DaysOff,
    /// A milestone: `{work}`, `{event}`, `{date}`.
    Milestone,
    /// From when a provision applies: `{place}`, `{version}`, `{date}`.
    Applies,
    /// A deadline: `{what}`, `{place}`, `{version}`, `{date}`.
    Deadline,
    /// A date belongs to something else: `{date}`, `{what}`.
    BelongsTo,
    /// A provision of a version: `{place}`, `{heading}`, `{version}`.
    Provision,
    /// The number of a provision in another version: `{place}`, `{version}`.
    NumberedIn,
    /// A provision that a version does not have: `{place}`, `{version}`.
    NoProvision,
    /// What a subject's provision is: `{place}`, `{heading}`, `{version}`.
    SubjectIn,
    /// A document of a work: `{document}`, `{work}`, `{event}`, `{date}`.
    DocumentOf,
    /// No event is tied to the date.
    NoEvent,
    /// It is a plan or a hope.
    OpenStatement,
    /// No act is named with it.
    NoAct,
    /// The library has no such event of the act: `{work}`.
    NoMilestone,
    /// The library has no text of the act: `{work}`.
    NoText,
    /// The library's text is an excerpt: `{version}`.
    Excerpt,
    /// The library does not know the document.
    UnknownDocument,
    /// Papers of a national parliament are not in the library.
    NationalPaper,
    /// Its year is not certain.
    UnclearYear,
    /// It names an act that the library does not know: `{work}`.
    UnknownAct,
    /// Several acts are possible: `{works}`.
    SeveralActs,
    /// The period is in no provision that was looked at.
    NoPeriod,
    /// Which provision has a period: `{place}`, `{version}`.
    PeriodIn,
    /// It was so, and another version changed it: `{version}`.
    ChangedBy,
    /// An act was replaced by another: `{old}`, `{new}`, `{amending}`.
    ReplacedAct,
    /// The act was taken from the context: `{work}`.
    FromContext,
    /// Stated by a later version: `{version}`.
    SettledLater,
    /// Several dates are possible.
    SeveralDates,
    /// A date is far from every day that it could be a slip for.
    FarOff,
    /// The subject stands in another provision: `{place}`.
    OtherSubject,
}
