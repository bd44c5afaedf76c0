use serde::{Deserialize, Serialize};

use super::{Kind, Number};

/// A node of the tree that an act is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Provision {
    /// What the provision is.
    pub kind: Kind,
    /// Its number, the same in every language; none where it is addressed by its place in order.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<Number>,
    /// Its number as published: 'Article 75 bis', '(a)', '—'.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// Its heading.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub heading: Option<String>,
    /// The terms that a definition defines, without quotation marks.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub terms: Vec<String>,
    /// Its own wording as published, before the wording of its children; without the label.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Dates, references, footnote signs and placeholders in `text`, in order of their place.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub marks: Vec<Mark>,
    /// The footnotes that hang on the heading or the text. They are not part of the provision's text.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Footnote>,
    /// What amending acts did here, for the whole provision or for a passage of `text`; holds for its children too.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub amended: Vec<Amendment>,
    /// Set where an amending act deleted the provision: only its number is left.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deleted: Option<Amendment>,
    /// Columns and rows that a table's cell covers, where it is more than one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub span: Option<CellSpan>,
    /// Set on the rows that head a table.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub header: bool,
    /// The provisions within this one, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub children: Vec<Provision>,
}

/// How many columns and rows a cell of a table covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CellSpan {
    /// Number of columns, at least one.
    pub columns: u16,
    /// Number of rows, at least one.
    pub rows: u16,
}

/// A place in a provision's text that stands for more than its characters.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Mark {
    /// Where it starts in the text, in bytes of UTF-8.
    pub start: usize,
    /// Where it ends, in bytes of UTF-8; equal to `start` for a footnote sign, which has no characters of its own.
    pub end: usize,
    /// What kind of place it is.
    pub kind: MarkKind,
    /// What it stands for: an ISO 8601 date; a locator, or a CELEX number with `#` and a locator; a footnote's sign;
    /// the name of an image or formula.
    pub value: String,
}

/// What a [`Mark`] stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum MarkKind {
    /// A date.
    Date,
    /// A reference to a provision or an act.
    Reference,
    /// The place of a footnote.
    Note,
    /// An image, held by its name.
    Image,
    /// A formula, held by its name.
    Formula,
}

/// A footnote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Footnote {
    /// Its sign as printed: `1`, `*1`. Signs are renumbered from edition to edition.
    pub sign: String,
    /// Its wording.
    pub text: String,
}

/// What an amending act did to a passage.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Amendment {
    /// What was done.
    pub action: Action,
    /// The amending act, corrigendum or treaty: its CELEX number as the source writes it.
    pub act: String,
    /// The address of the instruction in that act (`art_1/pnt_40/pnt_a`), where the source gives it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instruction: Option<String>,
    /// Set where only the heading or only the number was touched.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub only: Option<AmendedPart>,
    /// Where the passage starts in the provision's text, in bytes; absent where the whole provision is meant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<usize>,
    /// Where the passage ends in the provision's text, in bytes; equal to `start` where words were deleted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<usize>,
}

/// A part of a provision that an amendment can touch alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum AmendedPart {
    /// Its number.
    Number,
    /// Its heading.
    Heading,
}

/// What an instruction does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Action {
    /// New wording in place of the old.
    Replaced,
    /// New wording where there was none.
    Inserted,
    /// Wording taken away.
    Deleted,
    /// The provision or the act repealed.
    Repealed,
}

impl Amendment {
    /// Whether it touched all of the provision rather than its number, its heading or a passage.
    pub fn is_of_whole(&self) -> bool {
        self.only.is_none() && self.start.is_none()
    }
}

impl Action {
    /// The name used in files.
    pub fn name(self) -> &'static str {
        match self {
            Action::Replaced => "replaced",
            Action::Inserted => "inserted",
            Action::Deleted => "deleted",
            Action::Repealed => "repealed",
        }
    }
}

impl Provision {
    /// An empty provision of a kind.
    pub fn new(kind: Kind) -> Provision {
        Provision {
            kind,
            number: None,
            label: None,
            heading: None,
            terms: Vec::new(),
            text: None,
            marks: Vec::new(),
            notes: Vec::new(),
            amended: Vec::new(),
            deleted: None,
            span: None,
            header: false,
            children: Vec::new(),
        }
    }

    /// Whether the provision applies no more and only its place is kept.
    pub fn is_deleted(&self) -> bool {
        self.deleted.is_some()
    }

    /// The provision itself and all below it, in the order of the text.
    pub fn walk(&self) -> Walk<'_> {
        Walk { stack: vec![self] }
    }

    /// Its wording with that of its children, headings and labels included, block by block with a line break between.
    /// Deleted provisions and footnotes are left out.
    pub fn full_text(&self) -> String {
        let mut lines = Vec::new();
        for provision in self.walk().filter(|provision| !provision.is_deleted()) {
            let own = [&provision.label, &provision.heading, &provision.text];
            lines.extend(own.into_iter().flatten().map(String::as_str));
        }
        lines.join("\n")
    }
}

/// An iterator over a provision and all below it; see [`Provision::walk`].
pub struct Walk<'a> {
    stack: Vec<&'a Provision>,
}

impl<'a> Iterator for Walk<'a> {
    type Item = &'a Provision;

    fn next(&mut self) -> Option<&'a Provision> {
        let next = self.stack.pop()?;
        self.stack.extend(next.children.iter().rev());
        Some(next)
    }
}
