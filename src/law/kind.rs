use serde::{Deserialize, Serialize};

/// What a provision is, in the terms of EU drafting.
///
/// Source: Joint Practical Guide, guidelines 7 to 15; Interinstitutional Style Guide, 2.7 (divisions of acts).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// The title of the act.
    ActTitle,
    /// Words that open or close the preamble: 'Whereas:', 'HAVE ADOPTED THIS REGULATION:'.
    SolemnForm,
    /// A citation of the preamble: 'Having regard to …'.
    Citation,
    /// A recital.
    Recital,
    /// A part, of an act or of an annex.
    Part,
    /// A title in the sense of a division: 'TITLE II'.
    Title,
    /// A chapter.
    Chapter,
    /// A section, of an act or of an annex.
    Section,
    /// A subsection.
    Subsection,
    /// A passage under a heading that has no number of its own (in annexes).
    Group,
    /// An article.
    Article,
    /// A paragraph of an article or annex, numbered or not.
    Paragraph,
    /// A subparagraph of a numbered paragraph or of a point.
    Subparagraph,
    /// A numbered or lettered point.
    Point,
    /// A point marked by a dash.
    Indent,
    /// The definition of a term.
    Definition,
    /// An annex.
    Annex,
    /// An appendix to an annex.
    Appendix,
    /// A table.
    Table,
    /// A row of a table.
    Row,
    /// A cell of a row.
    Cell,
    /// A passage quoted from another act, as amending acts do; its children are that act's provisions.
    Quotation,
    /// A table of contents that is part of the act.
    Contents,
    /// One line of a table of contents.
    ContentsEntry,
    /// The words after the last article: binding force, place, date, signatures.
    ConcludingFormula,
}

impl Kind {
    /// Every kind, in the order of the declaration.
    pub const ALL: [Kind; 25] = [
        Kind::ActTitle,
        Kind::SolemnForm,
        Kind::Citation,
        Kind::Recital,
        Kind::Part,
        Kind::Title,
        Kind::Chapter,
        Kind::Section,
        Kind::Subsection,
        Kind::Group,
        Kind::Article,
        Kind::Paragraph,
        Kind::Subparagraph,
        Kind::Point,
        Kind::Indent,
        Kind::Definition,
        Kind::Annex,
        Kind::Appendix,
        Kind::Table,
        Kind::Row,
        Kind::Cell,
        Kind::Quotation,
        Kind::Contents,
        Kind::ContentsEntry,
        Kind::ConcludingFormula,
    ];

    /// The name used in files.
    pub fn name(self) -> &'static str {
        match self {
            Kind::ActTitle => "act-title",
            Kind::SolemnForm => "solemn-form",
            Kind::Citation => "citation",
            Kind::Recital => "recital",
            Kind::Part => "part",
            Kind::Title => "title",
            Kind::Chapter => "chapter",
            Kind::Section => "section",
            Kind::Subsection => "subsection",
            Kind::Group => "group",
            Kind::Article => "article",
            Kind::Paragraph => "paragraph",
            Kind::Subparagraph => "subparagraph",
            Kind::Point => "point",
            Kind::Indent => "indent",
            Kind::Definition => "definition",
            Kind::Annex => "annex",
            Kind::Appendix => "appendix",
            Kind::Table => "table",
            Kind::Row => "row",
            Kind::Cell => "cell",
            Kind::Quotation => "quotation",
            Kind::Contents => "contents",
            Kind::ContentsEntry => "contents-entry",
            Kind::ConcludingFormula => "concluding-formula",
        }
    }

    /// Whether changes are counted at this kind: articles, annexes and recitals.
    pub fn is_unit(self) -> bool {
        matches!(self, Kind::Article | Kind::Annex | Kind::Recital)
    }

    /// Whether the kind only orders articles (part, title, chapter, section, subsection).
    pub fn is_division(self) -> bool {
        self.division_rank().is_some()
    }

    /// The depth at which a division stands among divisions, from 0 (part) to 4 (subsection).
    pub fn division_rank(self) -> Option<u8> {
        match self {
            Kind::Part => Some(0),
            Kind::Title => Some(1),
            Kind::Chapter => Some(2),
            Kind::Section => Some(3),
            Kind::Subsection => Some(4),
            _ => None,
        }
    }

    /// Whether its provisions are addressed as those of an annex: points directly, paragraphs seldom named.
    pub fn is_annex_like(self) -> bool {
        matches!(self, Kind::Annex | Kind::Appendix | Kind::Group) || self.is_division()
    }

    /// Whether it is addressed by its place in order and never by a printed number.
    pub fn is_counted(self) -> bool {
        matches!(
            self,
            Kind::ActTitle
                | Kind::SolemnForm
                | Kind::Citation
                | Kind::Subparagraph
                | Kind::Indent
                | Kind::Group
                | Kind::Table
                | Kind::Row
                | Kind::Cell
                | Kind::Quotation
                | Kind::Contents
                | Kind::ContentsEntry
                | Kind::ConcludingFormula
        )
    }

    /// Whether a provision of kind `child` may stand directly in one of this kind.
    pub fn may_contain(self, child: Kind) -> bool {
        use Kind::*;
        let running = matches!(child, Subparagraph | Point | Indent | Definition | Table | Quotation);
        match self {
            ActTitle | SolemnForm | Citation | Cell | ContentsEntry | ConcludingFormula => false,
            Recital => running,
            Article => child == Paragraph,
            Paragraph | Subparagraph | Indent | Definition => running,
            // In annexes, a point can have a heading, and headed passages within it.
            Point => running || child == Group,
            Part | Title | Chapter | Section | Subsection => {
                let below = match (self.division_rank(), child.division_rank()) {
                    (Some(own), Some(below)) => below > own,
                    _ => false,
                };
                below || matches!(child, Group | Article | Paragraph | Appendix) || running
            }
            Group | Annex | Appendix => {
                child.is_division() || matches!(child, Group | Article | Paragraph | Appendix) || running
            }
            Table => matches!(child, Row | Paragraph),
            Row => child == Cell,
            Quotation => !matches!(child, SolemnForm | ConcludingFormula | Row | Cell | ContentsEntry),
            Contents => child == ContentsEntry,
        }
    }
}
