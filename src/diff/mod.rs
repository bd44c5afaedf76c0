//! Two versions → what changed, article by article, down to the word.

mod align;
mod columns;
mod compare;
mod elsewhere;
mod filter;
mod known;
mod pairs;
mod readings;
mod redline;
mod rows;
mod tree;
mod words;

pub use columns::{ColumnCell, Columns, Position, Row, Took, columns};
pub use compare::compare;
pub use filter::{Filter, KindOf, Sort};
pub use readings::{Reading, ReadingKind, Span};
pub use redline::{Line, LinePart, RedlineLine, RedlineUnit, lines, redline};
pub use words::{Op, Run, new_text, old_text};

use serde::Serialize;

use crate::law::{
    AmendingAct, Amendment, Celex, Date, EvidenceSource, Fidelity, Kind, Language, Locator, Stage, Statement, Version,
};
use crate::prose::act_name;

/// The version of the form in which changes are given to machines. It grows when a field changes its meaning or goes.
pub const FORMAT: u32 = 1;

/// The ordered changes between two versions.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct ChangeSet {
    /// The version of the form in which changes are given to machines; see [`FORMAT`].
    pub format: u32,
    /// The earlier version.
    pub old: Side,
    /// The later version.
    pub new: Side,
    /// Articles, annexes and recitals that changed, in the order of the later version; what is gone stands where it
    /// stood.
    pub units: Vec<UnitChange>,
    /// Chapters, sections and the like whose number or heading changed.
    pub divisions: Vec<ProvisionChange>,
    /// What was not compared, because one side lacks it by its nature.
    pub not_compared: Vec<NotCompared>,
}

/// What is told of a version that stands on one side.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Side {
    /// The name of the version.
    pub version: String,
    /// The work.
    pub work: String,
    /// Its stage.
    pub stage: Stage,
    /// Its date.
    pub date: Date,
    /// Its language.
    pub language: Language,
    /// Whose words it holds.
    pub fidelity: Fidelity,
    /// The CELEX number of the act.
    pub celex: Celex,
    /// The document that holds the text, where that is not the act itself: 'PE-CONS 30/26'.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub document: Option<String>,
    /// Where it can be read.
    pub url: Option<String>,
    /// What repealed the act as a whole: the text that stands is in force no more.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub repealed_by: Option<Instruction>,
    /// What a reader must know before relying on it.
    pub caution: Option<String>,
    /// What the signs of its evidence stand for, where it is not read from its own document.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub evidence_sources: Vec<EvidenceSource>,
    /// How many of its passages are not known.
    #[serde(skip_serializing_if = "is_zero")]
    pub unknown: usize,
}

// Its signature is the one that serde asks for.
#[allow(clippy::trivially_copy_pass_by_ref)]
fn is_zero(count: &usize) -> bool {
    *count == 0
}

/// A part of the act that was not compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum NotCompared {
    /// Only one side has recitals: consolidations carry none.
    Recitals,
    /// Footnotes, which are not part of a provision's text.
    Footnotes,
}

/// What happened to a provision as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum What {
    /// Its wording changed.
    Modified,
    /// It is new.
    New,
    /// It is gone.
    Deleted,
    /// It stands at another place, with the same wording.
    Moved,
    /// It stands at another place, and its wording changed.
    MovedAndModified,
    /// One of the versions does not know its text: whether it changed cannot be said.
    Unknown,
}

/// One of the two versions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum WhichSide {
    /// The earlier.
    Old,
    /// The later.
    New,
}

/// That a version does not know the text of a passage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct NotKnown {
    /// Which of the two versions.
    pub side: WhichSide,
    /// The signs of the sources that were searched.
    pub searched: Vec<String>,
    /// What is not known, and what is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// How well one side of a change is established.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Reliance {
    /// Which of the two versions.
    pub side: WhichSide,
    /// What its evidence says of the passage.
    #[serde(flatten)]
    pub statement: Statement,
}

/// An article, annex or recital that changed.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct UnitChange {
    /// Its address in the earlier version.
    pub old: Option<Locator>,
    /// Its address in the later version.
    pub new: Option<Locator>,
    /// Whether it is an article, an annex or a recital.
    pub kind: Kind,
    /// Its heading, of the later version where it has one.
    pub heading: Option<String>,
    /// What happened to it.
    pub what: What,
    /// How many words went.
    pub words_removed: usize,
    /// How many words came.
    pub words_added: usize,
    /// The changes in it, in the order of the text.
    pub changes: Vec<ProvisionChange>,
}

/// An instruction of an amending act, as a consolidation names it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Instruction {
    /// The amending act: its CELEX number as the consolidation writes it.
    pub act: String,
    /// The document that the instruction stands in, where the act was not adopted yet: 'ST 7322/26'.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub document: Option<String>,
    /// The address of the instruction in that act, where the consolidation gives it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
}

/// A change of one provision's own wording, heading or place.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct ProvisionChange {
    /// Its address in the earlier version.
    pub old: Option<Locator>,
    /// Its address in the later version.
    pub new: Option<Locator>,
    /// What kind of provision it is, in the later version where it is there.
    pub kind: Kind,
    /// Its number as published, in the later version where it is there.
    pub label: Option<String>,
    /// What happened to it.
    pub what: What,
    /// Where the wording of a provision that is gone stands in the later version, or where that of a new one stood in the
    /// earlier one: in another article or annex, with the same or nearly the same words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub elsewhere: Option<Locator>,
    /// The instructions that made the change, as far as the later version says so.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub made_by: Vec<Instruction>,
    /// The words of its heading, where that changed.
    pub heading: Vec<Run>,
    /// The words of its text.
    pub text: Vec<Run>,
    /// What the change of words amounts to.
    pub readings: Vec<Reading>,
    /// How well each side is established, where it is not read from its own document.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub relies_on: Vec<Reliance>,
    /// Which of the versions does not know the passage, and why.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub unknown: Vec<NotKnown>,
}

impl Instruction {
    /// The instruction that an amendment carries out, in a version that takes up some acts.
    pub fn of(done: &Amendment, acts: &[AmendingAct]) -> Instruction {
        // Sector 5 of EUR-Lex: documents of the preparation of acts.
        let of_preparation = |act: &&AmendingAct| act.celex == done.act && act.celex.starts_with('5');
        let document = acts.iter().find(of_preparation).and_then(|act| act.title.clone());
        Instruction { act: done.act.clone(), document, place: done.instruction.clone() }
    }
}

impl ChangeSet {
    /// Whether nothing changed.
    pub fn is_empty(&self) -> bool {
        self.units.is_empty() && self.divisions.is_empty()
    }
}

/// How many words of headings and texts went and came in some changes.
fn words_changed(changes: &[ProvisionChange]) -> (usize, usize) {
    let words = |op: Op| {
        let all = changes.iter().flat_map(|change| change.heading.iter().chain(&change.text));
        all.filter(|run| run.op == op).map(|run| words::count(&run.text)).sum()
    };
    (words(Op::Removed), words(Op::Added))
}

impl UnitChange {
    /// The address by which the unit is known: the later one where it has one.
    pub fn locator(&self) -> Option<&Locator> {
        self.new.as_ref().or(self.old.as_ref())
    }
}

impl ProvisionChange {
    /// The address by which the provision is known: the later one where it has one.
    pub fn locator(&self) -> Option<&Locator> {
        self.new.as_ref().or(self.old.as_ref())
    }
}

impl Side {
    /// What is told of a version.
    pub fn of(version: &Version) -> Side {
        let act = act_name(&version.source.celex, Language::En);
        Side {
            version: version.name(),
            work: version.work.clone(),
            stage: version.stage,
            date: version.date,
            language: version.language,
            fidelity: version.fidelity,
            celex: version.source.celex.clone(),
            document: Some(&version.source.document).filter(|document| **document != act).cloned(),
            url: version.source.url.clone(),
            repealed_by: version.repealed_by().map(|done| Instruction::of(done, &version.source.amended_by)),
            caution: version.source.caution.clone(),
            evidence_sources: version.evidence.sources.clone(),
            unknown: version.evidence.unknown.iter().map(|one| one.places.len()).sum(),
        }
    }
}
