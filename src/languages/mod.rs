//! What differs from language to language, as data: a folder per language, a file per concern. The machinery that
//! reads and prints is elsewhere and is one for all.

mod claims;
mod drafting;
mod duties;
mod en;
mod fr;
mod nl;
mod relations;
mod terms;

use std::sync::OnceLock;

pub use claims::{CheckPhrase, ClaimWords, Happening, Topic};
pub use drafting::{DraftingForm, DraftingWords, Order};
pub use duties::{Counted, DutyWords, List, Modal, Points, Term};
pub use relations::RelationWords;
pub use terms::TermWords;

use crate::law::{Actor, Confidence, DeadlineKind, Event, Fidelity, Language, Modality, SegmentKind, Stage};

/// Everything that the crate knows of one language.
pub struct Vocabulary {
    /// What provisions are called.
    pub provisions: ProvisionWords,
    /// How dates are written.
    pub calendar: CalendarWords,
    /// How other acts are referred to.
    pub acts: ActWords,
    /// How amending acts give their orders.
    pub drafting: DraftingWords,
    /// How duties are worded.
    pub duties: DutyWords,
    /// How dates are described that a text leaves open.
    pub blanks: BlankWords,
    /// What actors are called.
    pub actors: fn(Actor) -> &'static str,
    /// How periods and conditions of time are written.
    pub periods: PeriodWords,
    /// How a provision says what another is to it.
    pub relations: RelationWords,
    /// How words change their form.
    pub terms: TermWords,
    /// How letters speak of acts; none where letters in the language are not read.
    pub claims: Option<&'static ClaimWords>,
    /// The fixed phrases of reports.
    pub phrases: fn(Phrase) -> &'static str,
}

/// What provisions are called, for printing and for reading.
pub struct ProvisionWords {
    /// A name for each step of a locator.
    pub names: &'static [ProvisionName],
    /// 'first', 'second', …, in order.
    pub ordinals: &'static [&'static str],
    /// Other spellings of ordinals, with their place in order: 'second' in French is 'deuxième' or 'second'.
    pub ordinals_read: &'static [(&'static str, u16)],
    /// Words between the steps of a reference that lead upwards: 'of', 'of the'.
    pub links: &'static [&'static str],
    /// Words that join the members of a list: 'and', 'or'.
    pub conjunctions: &'static [&'static str],
    /// Words that join the ends of a range: 'to'.
    pub ranges: &'static [&'static str],
    /// Words before a provision's name that refer to this act or this provision: 'this'.
    pub own: &'static [&'static str],
    /// Headings of articles that hold definitions.
    pub definition_headings: &'static [&'static str],
    /// Verbs after the term in a definition.
    pub definition_verbs: &'static [&'static str],
    /// How a definition is called when it is cited by its term.
    pub definition_of: &'static str,
}

/// The name of a step of a locator.
pub struct ProvisionName {
    /// The step.
    pub kind: SegmentKind,
    /// How it is printed.
    pub printed: &'static str,
    /// How it is written in citations and headings, in lower case: singular, plural and abbreviations.
    pub read: &'static [&'static str],
}

/// How dates are written.
pub struct CalendarWords {
    /// The months, from January.
    pub months: [&'static str; 12],
    /// What the first day of the month is written with, such as 'er' in French.
    pub first_day: &'static str,
    /// Units of time, singular and plural, in lower case.
    pub units: &'static [&'static str],
}

/// How dates are described that a text leaves open until it is published.
pub struct BlankWords {
    /// The days that are counted from, in lower case, up to the words for the act.
    pub events: &'static [(&'static str, Event)],
    /// Words between a period and the day that it is counted from.
    pub after: &'static [&'static str],
    /// Units of time in lower case, with how many days or months each has.
    pub units: &'static [(&'static str, u16, Unit)],
}

/// What a unit of time is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Days and weeks.
    Days,
    /// Months and years.
    Months,
}

/// How periods and conditions of time are written: patterns with `{period}`, `{event}` and `{from}`.
pub struct PeriodWords {
    /// One hour, several hours.
    pub hours: [&'static str; 2],
    /// One day, several days.
    pub days: [&'static str; 2],
    /// One working day, several working days.
    pub working_days: [&'static str; 2],
    /// One week, several weeks.
    pub weeks: [&'static str; 2],
    /// One month, several months.
    pub months: [&'static str; 2],
    /// One year, several years.
    pub years: [&'static str; 2],
    /// A period after something.
    pub after: &'static str,
    /// A period before something.
    pub before: &'static str,
    /// When something happens.
    pub at: &'static str,
    /// Without delay.
    pub immediately: &'static str,
    /// Without delay, from something on.
    pub immediately_after: &'static str,
    /// Again and again.
    pub every: &'static str,
    /// Again and again, from some time on.
    pub every_from: &'static str,
    /// As long as a period lasts.
    pub lasting: &'static str,
    /// Before the members of a list of which the earliest counts.
    pub earlier: &'static str,
    /// Before the members of a list of which the latest counts.
    pub later: &'static str,
    /// What the act's own events are called.
    pub events: &'static [(Event, &'static str)],
}

/// How other acts are referred to.
pub struct ActWords {
    /// Names of kinds of act with the letter that stands for them in CELEX numbers.
    pub kinds: &'static [(&'static str, char)],
    /// Names of kinds of act as they are printed, by their letter.
    pub printed: &'static [(char, &'static str)],
    /// 'EU', 'EC' and 'EEC'.
    pub domains: [&'static str; 3],
    /// 'No' before the number of an act.
    pub number_sign: &'static str,
    /// 'corrigendum'.
    pub corrigendum: &'static str,
    /// Words before the kind of act that refer to the act last named: 'that', 'said'.
    pub that: &'static [&'static str],
    /// Words that refer to what was last named without a name after them: 'thereof'.
    pub thereof: &'static [&'static str],
    /// The treaties and the Charter, with the start of their CELEX numbers.
    pub treaties: &'static [(&'static str, &'static str)],
    /// Other instruments whose articles are not this act's: 'convention'.
    pub instruments: &'static [&'static str],
    /// How the words after the last article begin, in lower case.
    pub concluding: &'static [&'static str],
}

/// The fixed phrases of reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Phrase {
    /// A notice that the words are a digest.
    DigestNote,
    /// Recitals stand on one side only.
    RecitalsNotCompared,
    /// Footnotes are left out.
    FootnotesNotCompared,
    /// Nothing changed.
    NoChange,
    /// What the summary counts.
    ChangedUnits,
    /// Changes of chapters and sections.
    Divisions,
    /// The earlier version.
    Earlier,
    /// The later version.
    Later,
    /// Where a text comes from.
    Source,
    /// Head of a column: the article, annex or recital.
    Unit,
    /// Head of a column: the heading.
    Heading,
    /// Head of a column: what happened.
    WhatHappened,
    /// Head of a column: what became of a file.
    Outcome,
    /// Head of a column: words removed.
    WordsRemoved,
    /// Head of a column: words added.
    WordsAdded,
    /// Its wording changed.
    Modified,
    /// It is new.
    New,
    /// It is gone.
    Deleted,
    /// It stands elsewhere.
    Moved,
    /// It has another number.
    Renumbered,
    /// A date.
    Date,
    /// A reference.
    Reference,
    /// A number.
    Number,
    /// Typography only.
    Editorial,
    /// Taken away.
    Removed,
    /// Put in.
    Added,
    /// Head of a column: the work.
    Work,
    /// Head of a column: the version.
    Version,
    /// Head of a column: the language.
    Language,
    /// Head of a column: where it is kept.
    Kept,
    /// Compiled into the program.
    BuiltIn,
    /// In the user's library.
    OwnLibrary,
    /// Title of the list.
    Library,
    /// What a stage is called.
    Stage(Stage),
    /// Whose words a text holds.
    Fidelity(Fidelity),
    /// A notice that a consolidation is not the law.
    ConsolidationNote,
    /// The texts are in another language than the report.
    OtherLanguage,
    /// The act was repealed by another.
    Repealed,
    /// Before the act and instruction that made a change.
    By,
    /// Before the place where the wording of a deleted provision stands now.
    NowIn,
    /// Before the place where the wording of a new provision stood.
    FormerlyIn,
    /// Title of the page of an import.
    Imported,
    /// After the path of the file that a version was read from.
    FileRead,
    /// Head of a column: how many recitals.
    Recitals,
    /// Head of a column: how many articles.
    Articles,
    /// Head of a column: how many annexes.
    Annexes,
    /// The library did not have it.
    StoredNew,
    /// The library had the same.
    StoredUnchanged,
    /// It took the place of another text.
    StoredReplaced,
    /// The library has the same wording from another file.
    StoredSameWording,
    /// An element that the importer does not know.
    UnknownElement,
    /// A place where a file contradicts itself.
    Doubt,
    /// Another file of the same version, with the same wording.
    OtherFileSame,
    /// Another file of the same version, with other wording.
    OtherFileDiffers,
    /// Title of the page of a check.
    Verified,
    /// How many versions were read.
    VersionsRead,
    /// Head of a page: what an amending act orders.
    Instructions,
    /// Head of a column: the address of an order.
    Order,
    /// Head of a column: what an order does.
    DoesWhat,
    /// Head of a column: the act that is amended.
    AmendedAct,
    /// Head of a column: what an order is about.
    AmendedPlace,
    /// An order replaces.
    Replaces,
    /// An order inserts.
    Inserts,
    /// An order deletes.
    Deletes,
    /// An order repeals.
    Repeals,
    /// An order renumbers.
    Renumbers,
    /// An order replaces words.
    ReplacesWords,
    /// An order inserts words.
    InsertsWords,
    /// An order deletes words.
    DeletesWords,
    /// Words among orders that were not understood.
    Unread,
    /// Before the words that an order was read from.
    WordsRead,
    /// Before what an order puts in.
    NewContent,
    /// Before the day from which an order applies.
    AppliesFrom,
    /// Before the day on which an act enters into force.
    InForce,
    /// The library has no text of the act that is amended.
    BaseMissing,
    /// Title of the page of a derived version.
    Computed,
    /// A notice that a version was computed.
    ComputedNote,
    /// A notice that a derived version lacks something.
    IncompleteNote,
    /// An order was carried out.
    Done,
    /// An order applies later.
    NotYet,
    /// An order could not be carried out.
    Conflict,
    /// Title of the page of a proof.
    Proof,
    /// The official version.
    Official,
    /// Units that come out as published.
    UnitsEqual,
    /// A unit that does not.
    UnitsDiffer,
    /// A unit that differs without an order of the act.
    Beside,
    /// Marks of the consolidation that agree.
    MarksEqual,
    /// Head of a column: how many are right.
    Score,
    /// Head of a column: how many there are.
    OfAll,
    /// Head of a column: what is counted.
    What,
    /// Title of the page of many proofs.
    Transitions,
    /// Head of a column: a base, an act and a result.
    Transition,
    /// Head of a column: units.
    UnitsTouched,
    /// Before an act that explains a difference.
    OtherAct,
    /// No order and no other act explains a difference.
    Unexplained,
    /// How much is wrong.
    Faults,
    /// It cannot be said.
    NotKnown,
    /// The earlier version does not know the passage.
    OldNotKnown,
    /// The later version does not know the passage.
    NewNotKnown,
    /// A version does not know the passage.
    TextNotKnown,
    /// Before the sources that were searched.
    Searched,
    /// Head of a column: how well something is established.
    Established,
    /// How well something is established.
    Confidence(Confidence),
    /// What the sources say stays as it was.
    StaysAsItWas,
    /// How many places of a version are not known.
    PlacesNotKnown,
    /// Heading of the list of sources.
    Sources,
    /// Duties: title of their page, and what is counted there.
    Obligations,
    /// Head of a column: who.
    Actor,
    /// Head of a column: how strictly.
    Strictness,
    /// Head of a column: when it is due.
    ByWhen,
    /// Head of a column: the provision.
    Basis,
    /// Head of a column: duties.
    MustBe,
    /// Head of a column: prohibitions.
    MustNotBe,
    /// Head of a column: powers and permissions.
    MayBe,
    /// Head of a column: what is to be tried, encouraged, or ought to be.
    OtherBe,
    /// To whom a duty is owed.
    Towards,
    /// How strictly something is asked for.
    Modality(Modality),
    /// A notice that duties were curated by hand.
    CuratedNote,
    /// A notice that duties were read from the wording by the program.
    ExtractedNote,
    /// A duty that nobody has any more.
    Dropped,
    /// A duty that is stricter than before.
    Hardened,
    /// A duty that is less strict than before.
    Softened,
    /// Head of a column: how many were found.
    FoundInAll,
    /// Head of a column: the share of what is wanted that was found.
    Recall,
    /// Head of a column: the share of what was found that is wanted.
    Precision,
    /// Heading: curated and not found.
    Missed,
    /// Heading: found and not curated.
    FalseFinds,
    /// A stage without a text in the library.
    NoText,
    /// Works of which the library has no text.
    WorksWithoutText,
    /// A provision has a counterpart in another version.
    Corresponds,
    /// A provision has none in another version.
    HasNoCounterpart,
    /// Title of a calendar.
    Calendar,
    /// Head of a column: the day.
    Day,
    /// Head of a column: whom it binds.
    Who,
    /// Head of a column: the kind of deadline.
    KindOfDeadline,
    /// Head of a column: in the earlier version.
    Before,
    /// Head of a column: in the later version.
    After,
    /// Head of a column: by how much it moves.
    Shift,
    /// Deadlines that are counted from something outside the text.
    Counted,
    /// Before a day by which a conditional date has come.
    AtTheLatest,
    /// Nothing falls on the day that was asked for.
    NoneOnThatDay,
    /// Before the days that are nearest.
    NearestDay,
    /// The duties or deadlines were curated by hand.
    Curated,
    /// Some were curated by hand, and some read from the wording.
    CuratedAndRead,
    /// The duties or deadlines were read from the wording.
    ReadFromText,
    /// What a kind of deadline is called.
    Deadline(DeadlineKind),
    /// It falls on another day.
    MovedBy,
    /// It hung on an event and is a day now.
    BecameFixed,
    /// It was a day and hangs on an event now.
    BecameConditional,
    /// It is counted in another way.
    Changed,
    /// It stays as it was.
    Unchanged,
    /// Heading: what does not move.
    WhatStays,
    /// Before the provisions that apply from a day.
    AppliesFromThen,
    /// The act enters into force.
    EntryIntoForce,
    /// Before the cases for which alone something holds.
    AsRegards,
    /// Before what is left out.
    Except,
    /// All provisions of the act that no other rule names.
    Everything,
    /// Before the number of a duty.
    NodeDuty,
    /// Before the number of a deadline.
    NodeDeadline,
    /// The act as a whole.
    TheActItself,
    /// A provision stands within another.
    EdgeContains,
    /// A provision refers to another.
    EdgeRefersTo,
    /// A provision defines a term.
    EdgeDefines,
    /// A provision uses a defined term.
    EdgeUsesTerm,
    /// A duty rests on a provision.
    EdgeImposes,
    /// A duty or deadline is somebody's.
    EdgeBinds,
    /// A provision sets a deadline.
    EdgeSets,
    /// A deadline holds for something.
    EdgeGoverns,
    /// A provision amends an act.
    EdgeAmends,
    /// A provision is an exception from another.
    EdgeDerogatesFrom,
    /// A power is exercised under a provision.
    EdgeEmpowers,
    /// A provision punishes a breach of another.
    EdgeSanctions,
    /// Title of a graph.
    Graph,
    /// What the table of a graph shows.
    Edges,
    /// How many nodes there are.
    Nodes,
    /// How many edges there are.
    EdgesCounted,
    /// Head of a column: where an edge or a reference starts.
    From,
    /// Head of a column: where it leads.
    To,
    /// Head of a column: what it says.
    Relation,
    /// Head of a column: the words that it rests on.
    Wording,
    /// Title of the table of references.
    References,
    /// Title of the table of broken references.
    BrokenReferences,
    /// Heading of the broken references in other works.
    BrokenFromOutside,
    /// Heading of the terms whose definition changed.
    TermsShifted,
    /// A definition is gone.
    DefinitionGone,
    /// Before the provisions that use a term.
    UsedIn,
    /// A reference to what is not there.
    NoProvision,
    /// A reference that can mean several things.
    CanBeSeveral,
    /// A reference in words quoted for an act that is not named.
    QuotedElsewhere,
    /// A reference that may belong to another act.
    MayBeOfAnother,
    /// A reference to what is deleted.
    TargetDeleted,
    /// A reference to what has no words.
    TargetEmptied,
    /// Before where the target of a reference stands now.
    TargetRenumbered,
    /// How many references lead nowhere.
    ReferencesUnresolved,
    /// No reference is broken.
    NothingBroken,
    /// Under a picture: the table holds the same.
    FigureInTable,
    /// Heading: the text with tracked changes.
    Redline,
    /// Title of the page of several versions beside each other.
    ColumnsTitle,
    /// Before the number of a column.
    Column,
    /// Head of a column: the number of a row.
    RowNumber,
    /// Head of the empty column for what is agreed.
    AgreementColumn,
    /// Every version has the same words.
    AllAgree,
    /// A version has the words of the first.
    NoChangeHere,
    /// A version does not have a provision.
    NotThere,
    /// The first version does not know the passage, so that nothing is compared.
    FirstNotKnown,
    /// A version carries no recitals.
    NoRecitals,
    /// Before the column that has the same words.
    SameAs,
    /// Before words that are traced to columns.
    WordsFrom,
    /// Before the number of rows.
    Rows,
    /// Before the number of cells whose text is not known.
    CellsNotKnown,
}

/// Something that is made from a language's vocabulary once, when it is first needed.
pub struct PerLanguage<T> {
    made: [OnceLock<T>; Language::ALL.len()],
}

impl<T> PerLanguage<T> {
    /// Nothing made yet.
    pub const fn new() -> PerLanguage<T> {
        PerLanguage { made: [const { OnceLock::new() }; Language::ALL.len()] }
    }

    /// What `make` makes for the language, the first time; then the same again.
    pub fn get(&self, language: Language, make: impl FnOnce(&'static Vocabulary) -> T) -> &T {
        let at = match language {
            Language::En => 0,
            Language::Fr => 1,
            Language::Nl => 2,
        };
        self.made[at].get_or_init(|| make(vocabulary(language)))
    }
}

impl<T> Default for PerLanguage<T> {
    fn default() -> Self {
        PerLanguage::new()
    }
}

/// The vocabulary of a language.
pub fn vocabulary(language: Language) -> &'static Vocabulary {
    match language {
        Language::En => &en::VOCABULARY,
        Language::Fr => &fr::VOCABULARY,
        Language::Nl => &nl::VOCABULARY,
    }
}

impl ProvisionWords {
    /// How a step is printed.
    pub fn printed(&self, kind: SegmentKind) -> &'static str {
        self.names.iter().find(|name| name.kind == kind).map_or("", |name| name.printed)
    }

    /// The ordinal for a place counted from one, as a word where the language's table has it.
    pub fn ordinal(&self, place: usize) -> Option<&'static str> {
        self.ordinals.get(place.checked_sub(1)?).copied()
    }

    /// The place that an ordinal stands for.
    pub fn place_of(&self, ordinal: &str) -> Option<usize> {
        if let Some(at) = self.ordinals.iter().position(|known| *known == ordinal) {
            return Some(at + 1);
        }
        self.ordinals_read.iter().find(|(known, _)| *known == ordinal).map(|(_, place)| usize::from(*place))
    }
}
