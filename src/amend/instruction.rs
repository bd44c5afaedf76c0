//! Instructions: the orders of an amending act, each complete in itself.

use serde::Serialize;

use super::target::Target;
use crate::law::{Celex, Date, Language, Locator, Number, Provision, SegmentKind, Statement};

/// One order of an amending act.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Instruction {
    /// Its own address: `art_1/pnt_40/pnt_c` for 'Article 1, point (40)(c)'.
    pub place: Locator,
    /// The order in the enacting terms that points to it, where it stands in an annex or takes its content from one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ordered_by: Option<Locator>,
    /// What it does.
    pub operation: Operation,
    /// The act that it amends; none where its words do not say, which makes it impossible to carry out.
    pub act: Option<Celex>,
    /// What it is about; for something that is inserted, where that goes.
    pub targets: Vec<Target>,
    /// Where in the target something inserted stands.
    #[serde(skip_serializing_if = "Position::is_in_order")]
    pub position: Position,
    /// Whether words are meant wherever they stand in the target.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub everywhere: bool,
    /// Whether it is about its target as other orders of the act leave it, as a codified text is.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub as_amended: bool,
    /// What kind of thing comes, where the order says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<ContentKind>,
    /// The new numbers: of what is renumbered, or of what is inserted where the content shows none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub numbers: Vec<Number>,
    /// What comes.
    pub content: Content,
    /// The day from which it applies, where that is not the day on which the act enters into force.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub applies_from: Option<Date>,
    /// How well it is established, where the act is not read from its own document.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stated: Option<Statement>,
    /// The form of drafting that it was read by.
    pub form: &'static str,
    /// The words that it was read from.
    pub text: String,
}

/// What an instruction does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Operation {
    /// Puts something in the place of something else.
    Replace,
    /// Puts something in.
    Insert,
    /// Takes something away.
    Delete,
    /// Repeals a provision or an act.
    Repeal,
    /// Gives something another number.
    Renumber,
    /// Puts words in the place of words.
    ReplaceWords,
    /// Puts words in.
    InsertWords,
    /// Takes words away.
    DeleteWords,
}

/// Where something inserted stands.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Position {
    /// Where its number puts it; at the end without one.
    #[default]
    InOrder,
    /// At the end.
    AtEnd,
    /// Behind something.
    After(Target),
    /// Before something.
    Before(Target),
}

/// What an instruction puts in.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Content {
    /// Nothing.
    None,
    /// Provisions, as they will stand: without the quotation marks of the order.
    Provisions(Vec<Provision>),
    /// Words.
    Words(Vec<String>),
}

/// The kind of thing that an order says comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ContentKind {
    /// A provision.
    Provision(SegmentKind),
    /// A sentence of running text.
    Sentence,
    /// A heading.
    Heading,
    /// An entry of a list, a row of a table.
    Entry,
}

/// What an amending act orders.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Orders {
    /// The amending act.
    pub act: Celex,
    /// The name of its version.
    pub version: String,
    /// The language that the orders were read in.
    pub language: Language,
    /// The day on which the act enters into force, as far as its text tells.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub in_force: Option<Date>,
    /// The instructions, in the order of the act.
    pub instructions: Vec<Instruction>,
    /// What stands among the orders and could not be read.
    pub unread: Vec<Unread>,
}

/// Words among the orders of an amending act that were not understood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Unread {
    /// Where they stand.
    pub place: Locator,
    /// The act that the orders around them amend, where that is known.
    pub act: Option<Celex>,
    /// What the orders around them are about, as far as a lead-in says so.
    pub within: Vec<Target>,
    /// The words.
    pub text: String,
    /// Why they were not read.
    pub reason: WhyUnread,
}

/// Why words were not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum WhyUnread {
    /// No form of drafting fits all of them.
    NoForm,
    /// What they announce is not there.
    NoContent,
    /// The act that they amend is not named.
    NoAct,
    /// They stand under words that were not read.
    LeadInUnread,
}

impl Orders {
    /// The instructions for an act, in their order.
    pub fn for_act<'o>(&'o self, act: &'o Celex) -> impl Iterator<Item = &'o Instruction> + Clone {
        self.instructions.iter().filter(move |instruction| instruction.act.as_ref() == Some(act))
    }

    /// What was not read of the orders for an act, with what names no act.
    pub fn unread_for<'o>(&'o self, act: &'o Celex) -> impl Iterator<Item = &'o Unread> {
        self.unread.iter().filter(move |unread| unread.act.as_ref().is_none_or(|named| named == act))
    }
}

impl Instruction {
    /// Its address as consolidations give it: `art_1/pnt_40/pnt_c`; `art_1/pnt_4 + anx/pnt_2` for an order that stands in
    /// an annex.
    pub fn address(&self) -> String {
        match &self.ordered_by {
            Some(order) => format!("{order} + {}", self.place),
            None => self.place.to_string(),
        }
    }
}

impl Position {
    fn is_in_order(&self) -> bool {
        *self == Position::InOrder
    }
}

impl Serialize for ContentKind {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

impl ContentKind {
    /// The word that stands for it in what is given to machines.
    pub(super) fn code(self) -> &'static str {
        match self {
            ContentKind::Provision(kind) => kind.code(),
            ContentKind::Sentence => "sentence",
            ContentKind::Heading => "heading",
            ContentKind::Entry => "entry",
        }
    }
}
