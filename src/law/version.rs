use serde::{Deserialize, Serialize};

use super::{
    Action, Amendment, Celex, Correspondence, Date, Deadline, Duty, Evidence, Fidelity, Kind, Language, Outline,
    Provision, SegmentKind, Stage, comparison_form,
};

/// The version of the file format that this crate writes. A file of another version is refused.
pub const FORMAT: u32 = 1;

/// Deepest nesting of provisions in a version.
const DEEPEST: usize = 40;

/// One text of a work, in one language, at one stage and date.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Version {
    /// The version of the file format; see [`FORMAT`].
    pub format: u32,
    /// The short name of the work.
    pub work: String,
    /// Where in the work's life it stands.
    pub stage: Stage,
    /// The day of publication for texts of the Official Journal, the day from which it is valid for consolidations,
    /// the document's date for every other stage.
    pub date: Date,
    /// The language.
    pub language: Language,
    /// Whose words these are.
    pub fidelity: Fidelity,
    /// Where they come from.
    pub source: Source,
    /// Set where the text was computed from a base and amending acts: it is unofficial.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub derived: Option<Derivation>,
    /// The title of the act.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub title: Vec<Provision>,
    /// Citations and solemn forms, without the recitals.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub preamble: Vec<Provision>,
    /// The recitals.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub recitals: Vec<Provision>,
    /// The enacting terms.
    pub body: Vec<Provision>,
    /// The words after the last article.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub closing: Vec<Provision>,
    /// The annexes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub annexes: Vec<Provision>,
    /// What it rests on, where it is not read from its own document.
    #[serde(default, skip_serializing_if = "Evidence::is_empty")]
    pub evidence: Evidence,
    /// How its provisions are numbered in other versions of the work.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub correspondences: Vec<Correspondence>,
    /// Who must do what, curated by hand.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub duties: Vec<Duty>,
    /// From when and by when, curated by hand.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub deadlines: Vec<Deadline>,
    /// Of an amending act: the deadlines of the works that it amends as its orders leave them, curated by hand.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub deadlines_of: Vec<DeadlinesOf>,
}

/// The deadlines that the orders of an amending act leave in a work, where they touch what sets them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct DeadlinesOf {
    /// The work, by short name or CELEX number.
    pub work: String,
    /// The deadlines, by the addresses that the work has then.
    pub deadlines: Vec<Deadline>,
}

/// Where the text of a version comes from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Source {
    /// The document as people cite it: 'Regulation (EU) 2024/1689'.
    pub document: String,
    /// The CELEX number of the act.
    pub celex: Celex,
    /// The path of the European Legislation Identifier of this text, such as `reg/2024/1689/oj`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub eli: Option<String>,
    /// Where the document can be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// The day that the act itself bears, which is not that of its publication.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub act_date: Option<Date>,
    /// The number of the edition of a consolidation, such as `001.001`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub edition: Option<String>,
    /// The amending acts and corrigenda that a consolidation takes up.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub amended_by: Vec<AmendingAct>,
    /// Under which terms the text may be used.
    pub licence: String,
    /// What a reader must know before relying on the text: that it is an excerpt, for instance.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub caution: Option<String>,
    /// For digests: the official texts that each fact was checked against.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub checked_against: Vec<String>,
    /// For imported texts: the file and the program that read it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub import: Option<ImportRecord>,
}

/// From what a version was computed, and what of it could not be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Derivation {
    /// The name of the version that the acts amend.
    pub base: String,
    /// The acts, in the order in which they were applied.
    pub acts: Vec<AppliedAct>,
}

/// An amending act that a derived version takes up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct AppliedAct {
    /// The name of its version.
    pub version: String,
    /// How many of its instructions were carried out.
    pub done: usize,
    /// How many of its instructions apply from a later day.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub not_yet: usize,
    /// The addresses of its instructions that could not be carried out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub conflicts: Vec<String>,
    /// The addresses of words among its orders that were not read.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unread: Vec<String>,
}

// Its signature is the one that serde asks for.
#[allow(clippy::trivially_copy_pass_by_ref)]
fn is_zero(count: &usize) -> bool {
    *count == 0
}

impl Derivation {
    /// Whether every order was read and carried out, or applies later.
    pub fn is_complete(&self) -> bool {
        self.acts.iter().all(|act| act.conflicts.is_empty() && act.unread.is_empty())
    }
}

/// An act that a consolidation takes up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct AmendingAct {
    /// The CELEX number as the consolidation writes it.
    pub celex: String,
    /// The sign that stands for the act in the consolidation: `M1`, `C2`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sign: Option<String>,
    /// Its title, as far as the consolidation gives it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
}

/// From which file, and by which program, a version was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct ImportRecord {
    /// The file's name, without its folder.
    pub file: String,
    /// Its format: `formex`, `formex-consolidation`, `xhtml-oj`, `xhtml-consolidation`,
    /// `council-pdf`.
    pub format: String,
    /// Its size in bytes; of all files together, where there are several.
    pub size: u64,
    /// The SHA-256 sum of its bytes; of all files in the order of their names, where there are several.
    pub sha256: String,
    /// The version of the importer.
    pub importer: String,
}

/// A part of a version.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// The title of the act.
    Title,
    /// Citations and solemn forms.
    Preamble,
    /// The recitals.
    Recitals,
    /// The enacting terms.
    Body,
    /// The words after the last article.
    Closing,
    /// The annexes.
    Annexes,
}

impl Part {
    /// The parts in the order in which an act has them.
    pub const ALL: [Part; 6] = [Part::Title, Part::Preamble, Part::Recitals, Part::Body, Part::Closing, Part::Annexes];
}

/// The name of a version of a work: `ai-act@2026-07-27.consolidated`.
pub fn version_name(work: &str, date: Date, stage: Stage) -> String {
    format!("{work}@{date}.{stage}")
}

/// Something in a version that cannot be right.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Defect {
    /// A file of a format that this program does not read.
    #[error("format {found} where {FORMAT} is read; a newer lexdelta may read it")]
    Format {
        /// The format found.
        found: u32,
    },
    /// A provision where none of its kind can stand.
    #[error("{place}: a {child} cannot stand in a {parent}")]
    Misplaced {
        /// The address of the parent, as far as it has one.
        place: String,
        /// The kind of the parent.
        parent: String,
        /// The kind of the child.
        child: &'static str,
    },
    /// A provision that is addressed by its number has none.
    #[error("{place}: a {kind} without a number")]
    Unnumbered {
        /// Where it stands.
        place: String,
        /// Its kind.
        kind: &'static str,
    },
    /// A mark or an amendment that points outside the text, or between the bytes of a character.
    #[error("{place}: bytes {start} to {end} do not lie within its text")]
    Span {
        /// Where the text stands.
        place: String,
        /// First byte.
        start: usize,
        /// Byte after the last.
        end: usize,
    },
    /// A provision with neither words nor children.
    #[error("{place}: a {kind} without any words")]
    Empty {
        /// Where it stands.
        place: String,
        /// Its kind.
        kind: &'static str,
    },
    /// Provisions nested too deeply.
    #[error("{place}: provisions nested more than {DEEPEST} deep")]
    Deep {
        /// Where the limit is passed.
        place: String,
    },
    /// Text that claims to be official wording without saying from which file.
    #[error("verbatim text without the record of its import")]
    NoRecord,
}

impl Version {
    /// The provisions of one part.
    pub fn part(&self, part: Part) -> &[Provision] {
        match part {
            Part::Title => &self.title,
            Part::Preamble => &self.preamble,
            Part::Recitals => &self.recitals,
            Part::Body => &self.body,
            Part::Closing => &self.closing,
            Part::Annexes => &self.annexes,
        }
    }

    /// The parts in the order in which an act has them, to be changed.
    pub fn parts_mut(&mut self) -> [&mut Vec<Provision>; 6] {
        [&mut self.title, &mut self.preamble, &mut self.recitals, &mut self.body, &mut self.closing, &mut self.annexes]
    }

    /// Every provision, in the order of the text.
    pub fn provisions(&self) -> impl Iterator<Item = &Provision> {
        Part::ALL.into_iter().flat_map(|part| self.part(part)).flat_map(Provision::walk)
    }

    /// The name that the command line knows it by; see [`version_name`]. That of a derived version is the names of its base
    /// and of the acts, joined by `+`.
    pub fn name(&self) -> String {
        match &self.derived {
            Some(derived) => {
                let acts = derived.acts.iter().map(|act| act.version.as_str());
                std::iter::once(derived.base.as_str()).chain(acts).collect::<Vec<_>>().join("+")
            }
            None => version_name(&self.work, self.date, self.stage),
        }
    }

    /// Whether both are the same version in the same language, whatever they hold.
    pub fn is_same_as(&self, other: &Version) -> bool {
        let key = |version: &Version| (version.date, version.stage, version.language);
        key(self) == key(other) && self.work == other.work
    }

    /// What repealed the act as a whole, as far as a consolidation marks it: its text still stands.
    pub fn repealed_by(&self) -> Option<&Amendment> {
        fn repeal(provision: &Provision) -> Option<&Amendment> {
            let mut done = provision.walk().flat_map(|part| &part.amended);
            done.find(|done| done.action == Action::Repealed && done.is_of_whole())
        }
        let first = repeal(self.body.first()?)?;
        let by_same = |provision: &Provision| repeal(provision).is_some_and(|other| other.act == first.act);
        self.body.iter().all(by_same).then_some(first)
    }

    /// Whether both have the same provisions at the same addresses with the same wording in its comparison form.
    pub fn has_wording_of(&self, other: &Version) -> bool {
        let lines = |version: &Version| {
            let outline = Outline::of(version);
            let present = outline.all().iter().filter(|placed| !placed.provision.is_deleted());
            let worded = present.map(|placed| {
                let form = |text: &Option<String>| text.as_deref().map(comparison_form).unwrap_or_default();
                (placed.locator.clone(), form(&placed.provision.heading), form(&placed.provision.text))
            });
            worded.collect::<Vec<_>>()
        };
        lines(self) == lines(other)
    }

    /// Looks for whatever contradicts the model; an empty list means that the version is sound.
    pub fn defects(&self) -> Vec<Defect> {
        let mut defects = Vec::new();
        if self.format != FORMAT {
            defects.push(Defect::Format { found: self.format });
        }
        if self.fidelity == Fidelity::Verbatim && self.source.import.is_none() && self.derived.is_none() {
            defects.push(Defect::NoRecord);
        }
        for part in Part::ALL {
            for provision in self.part(part) {
                if !part.may_hold(provision.kind) {
                    let parent = format!("{part:?}").to_lowercase();
                    let child = provision.kind.name();
                    defects.push(Defect::Misplaced { place: parent.clone(), parent, child });
                }
                inspect(provision, "", 1, &mut defects);
            }
        }
        defects
    }
}

impl Part {
    fn may_hold(self, kind: Kind) -> bool {
        match self {
            Part::Title => kind == Kind::ActTitle,
            Part::Preamble => matches!(kind, Kind::Citation | Kind::SolemnForm),
            Part::Recitals => kind == Kind::Recital,
            Part::Body => kind.is_division() || matches!(kind, Kind::Article | Kind::Contents | Kind::Group),
            Part::Closing => kind == Kind::ConcludingFormula,
            Part::Annexes => matches!(kind, Kind::Annex | Kind::Appendix),
        }
    }
}

fn inspect(provision: &Provision, above: &str, depth: usize, defects: &mut Vec<Defect>) {
    let mut place = above.to_owned();
    if !place.is_empty() {
        place.push('/');
    }
    place.push_str(SegmentKind::of(provision).code());
    if let Some(number) = &provision.number {
        place.push('_');
        place.push_str(number.as_str());
    }
    if depth > DEEPEST {
        defects.push(Defect::Deep { place });
        return;
    }
    let numbered = matches!(provision.kind, Kind::Article | Kind::Recital | Kind::Point);
    if numbered && provision.number.is_none() && !provision.is_deleted() {
        defects.push(Defect::Unnumbered { place: place.clone(), kind: provision.kind.name() });
    }
    let text = provision.text.as_deref().unwrap_or("");
    let marks = provision.marks.iter().map(|mark| (mark.start, mark.end));
    let amended = provision.amended.iter().filter_map(|done| Some((done.start?, done.end?)));
    for (start, end) in marks.chain(amended) {
        if start > end || text.get(start..end).is_none() {
            defects.push(Defect::Span { place: place.clone(), start, end });
        }
    }
    let worded = provision.text.is_some() || provision.heading.is_some() || provision.label.is_some();
    let wordless = !worded && provision.children.is_empty();
    let may_be_wordless = matches!(provision.kind, Kind::Cell | Kind::Article | Kind::Annex) || provision.is_deleted();
    if wordless && !may_be_wordless {
        defects.push(Defect::Empty { place: place.clone(), kind: provision.kind.name() });
    }
    for child in &provision.children {
        if !provision.kind.may_contain(child.kind) {
            defects.push(Defect::Misplaced {
                place: place.clone(),
                parent: provision.kind.name().to_owned(),
                child: child.kind.name(),
            });
        }
        inspect(child, &place, depth + 1, defects);
    }
}
