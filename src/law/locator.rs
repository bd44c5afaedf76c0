use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::{Kind, Number, Provision};

/// The address of a provision within a version, in the form of the European Legislation Identifier:
/// `art_6/par_4/pnt_a`, `anx_III/pnt_1/pnt_a`, `rct_22`.
///
/// Never empty, and every segment but the last has something below it in the version that it was made from.
/// Printing and reading give the same locator. Articles are addressed without their chapter, as the law cites them.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(try_from = "String", into = "String")]
pub struct Locator(Vec<Segment>);

/// One step of a [`Locator`].
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Segment {
    /// What the step leads to.
    pub kind: SegmentKind,
    /// Its number, or its place in order; none for an annex that is the only one.
    pub number: Option<Number>,
    /// 1, or more where the same number stands again at the same place (`pnt_a~2`).
    pub occurrence: u16,
}

/// The steps that a [`Locator`] knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SegmentKind {
    /// `tit`: the title of the act.
    ActTitle,
    /// `sol`: a solemn form of the preamble.
    SolemnForm,
    /// `cit`: a citation.
    Citation,
    /// `rct`: a recital.
    Recital,
    /// `prt`: a part.
    Part,
    /// `tis`: a title as a division.
    Title,
    /// `cpt`: a chapter.
    Chapter,
    /// `sct`: a section.
    Section,
    /// `sbs`: a subsection.
    Subsection,
    /// `grp`: a passage under a heading without a number.
    Group,
    /// `art`: an article.
    Article,
    /// `par`: a numbered paragraph.
    Paragraph,
    /// `unp`: an unnumbered paragraph.
    UnnumberedParagraph,
    /// `sub`: a subparagraph.
    Subparagraph,
    /// `pnt`: a point, or a numbered definition.
    Point,
    /// `idt`: an indent.
    Indent,
    /// `def`: a definition without a number.
    Definition,
    /// `anx`: an annex.
    Annex,
    /// `apx`: an appendix.
    Appendix,
    /// `tbl`: a table.
    Table,
    /// `row`: a row of a table.
    Row,
    /// `cel`: a cell of a row.
    Cell,
    /// `quo`: a passage quoted from another act.
    Quotation,
    /// `toc`: a table of contents.
    Contents,
    /// `ent`: an entry of a table of contents.
    ContentsEntry,
    /// `fin`: a concluding formula.
    ConcludingFormula,
}

/// The text is not a locator in its stored form.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("'{found}' is not a locator: expected steps such as art_6/par_4/pnt_a")]
pub struct LocatorError {
    /// What stood there instead.
    pub found: String,
}

impl SegmentKind {
    /// Every kind of step with the code that stands for it in a locator.
    pub const CODES: [(SegmentKind, &'static str); 26] = [
        (SegmentKind::ActTitle, "tit"),
        (SegmentKind::SolemnForm, "sol"),
        (SegmentKind::Citation, "cit"),
        (SegmentKind::Recital, "rct"),
        (SegmentKind::Part, "prt"),
        (SegmentKind::Title, "tis"),
        (SegmentKind::Chapter, "cpt"),
        (SegmentKind::Section, "sct"),
        (SegmentKind::Subsection, "sbs"),
        (SegmentKind::Group, "grp"),
        (SegmentKind::Article, "art"),
        (SegmentKind::Paragraph, "par"),
        (SegmentKind::UnnumberedParagraph, "unp"),
        (SegmentKind::Subparagraph, "sub"),
        (SegmentKind::Point, "pnt"),
        (SegmentKind::Indent, "idt"),
        (SegmentKind::Definition, "def"),
        (SegmentKind::Annex, "anx"),
        (SegmentKind::Appendix, "apx"),
        (SegmentKind::Table, "tbl"),
        (SegmentKind::Row, "row"),
        (SegmentKind::Cell, "cel"),
        (SegmentKind::Quotation, "quo"),
        (SegmentKind::Contents, "toc"),
        (SegmentKind::ContentsEntry, "ent"),
        (SegmentKind::ConcludingFormula, "fin"),
    ];

    /// The code that stands for the step in a locator.
    pub fn code(self) -> &'static str {
        SegmentKind::CODES.iter().find(|(kind, _)| *kind == self).map_or("", |(_, code)| code)
    }

    /// The step whose code this is.
    pub fn from_code(code: &str) -> Option<SegmentKind> {
        SegmentKind::CODES.iter().find(|(_, known)| *known == code).map(|(kind, _)| *kind)
    }

    /// The step that leads to a provision.
    pub fn of(provision: &Provision) -> SegmentKind {
        let numbered = provision.number.is_some();
        match provision.kind {
            Kind::ActTitle => SegmentKind::ActTitle,
            Kind::SolemnForm => SegmentKind::SolemnForm,
            Kind::Citation => SegmentKind::Citation,
            Kind::Recital => SegmentKind::Recital,
            Kind::Part => SegmentKind::Part,
            Kind::Title => SegmentKind::Title,
            Kind::Chapter => SegmentKind::Chapter,
            Kind::Section => SegmentKind::Section,
            Kind::Subsection => SegmentKind::Subsection,
            Kind::Group => SegmentKind::Group,
            Kind::Article => SegmentKind::Article,
            Kind::Paragraph if numbered => SegmentKind::Paragraph,
            Kind::Paragraph => SegmentKind::UnnumberedParagraph,
            Kind::Subparagraph => SegmentKind::Subparagraph,
            Kind::Point => SegmentKind::Point,
            Kind::Definition if numbered => SegmentKind::Point,
            Kind::Definition => SegmentKind::Definition,
            Kind::Indent => SegmentKind::Indent,
            Kind::Annex => SegmentKind::Annex,
            Kind::Appendix => SegmentKind::Appendix,
            Kind::Table => SegmentKind::Table,
            Kind::Row => SegmentKind::Row,
            Kind::Cell => SegmentKind::Cell,
            Kind::Quotation => SegmentKind::Quotation,
            Kind::Contents => SegmentKind::Contents,
            Kind::ContentsEntry => SegmentKind::ContentsEntry,
            Kind::ConcludingFormula => SegmentKind::ConcludingFormula,
        }
    }

    /// Whether people leave the step out when they cite what is below it, where no doubt arises.
    pub fn is_often_left_out(self) -> bool {
        matches!(
            self,
            SegmentKind::UnnumberedParagraph
                | SegmentKind::Subparagraph
                | SegmentKind::Group
                | SegmentKind::Part
                | SegmentKind::Title
                | SegmentKind::Chapter
                | SegmentKind::Section
                | SegmentKind::Subsection
        )
    }

    /// Whether the step is taken by its place in order, so that it always has a number and never a printed one.
    pub fn is_counted(self) -> bool {
        matches!(
            self,
            SegmentKind::ActTitle
                | SegmentKind::SolemnForm
                | SegmentKind::Citation
                | SegmentKind::UnnumberedParagraph
                | SegmentKind::Subparagraph
                | SegmentKind::Group
                | SegmentKind::Indent
                | SegmentKind::Definition
                | SegmentKind::Table
                | SegmentKind::Row
                | SegmentKind::Cell
                | SegmentKind::Quotation
                | SegmentKind::Contents
                | SegmentKind::ContentsEntry
                | SegmentKind::ConcludingFormula
        )
    }
}

impl Segment {
    /// A step to the first provision with that number.
    pub fn new(kind: SegmentKind, number: Number) -> Segment {
        Segment { kind, number: Some(number), occurrence: 1 }
    }
}

impl fmt::Display for Segment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.kind.code())?;
        if let Some(number) = &self.number {
            write!(f, "_{number}")?;
        }
        if self.occurrence > 1 {
            write!(f, "~{}", self.occurrence)?;
        }
        Ok(())
    }
}

impl FromStr for Segment {
    type Err = LocatorError;

    fn from_str(text: &str) -> Result<Segment, LocatorError> {
        let error = || LocatorError { found: text.chars().take(80).collect() };
        let (rest, occurrence) = match text.split_once('~') {
            None => (text, 1),
            Some((rest, count)) => {
                let canonical = !count.starts_with(['0', '+']);
                match count.parse::<u16>() {
                    Ok(count) if count > 1 && canonical => (rest, count),
                    _ => return Err(error()),
                }
            }
        };
        let (code, number) = match rest.split_once('_') {
            None => (rest, None),
            Some((code, number)) => (code, Some(Number::new(number).map_err(|_| error())?)),
        };
        let kind = SegmentKind::from_code(code).ok_or_else(error)?;
        Ok(Segment { kind, number, occurrence })
    }
}

impl Locator {
    /// An address of one step.
    pub fn root(segment: Segment) -> Locator {
        Locator(vec![segment])
    }

    /// The address of something directly below this one.
    pub fn join(&self, segment: Segment) -> Locator {
        let mut segments = self.0.clone();
        segments.push(segment);
        Locator(segments)
    }

    /// An address from its steps; `None` without any.
    pub fn from_segments(segments: Vec<Segment>) -> Option<Locator> {
        if segments.is_empty() { None } else { Some(Locator(segments)) }
    }

    /// The steps, from the outermost.
    pub fn segments(&self) -> &[Segment] {
        &self.0
    }

    /// The last step.
    pub fn last(&self) -> &Segment {
        &self.0[self.0.len() - 1]
    }

    /// The address with the last step taken away; `None` at the top.
    pub fn parent(&self) -> Option<Locator> {
        Locator::from_segments(self.0[..self.0.len() - 1].to_vec())
    }

    /// Whether `self` is `other` or above it.
    pub fn contains(&self, other: &Locator) -> bool {
        other.0.starts_with(&self.0)
    }
}

impl fmt::Display for Locator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, segment) in self.0.iter().enumerate() {
            if at > 0 {
                f.write_str("/")?;
            }
            segment.fmt(f)?;
        }
        Ok(())
    }
}

impl FromStr for Locator {
    type Err = LocatorError;

    fn from_str(text: &str) -> Result<Locator, LocatorError> {
        let segments = text.split('/').map(Segment::from_str).collect::<Result<Vec<_>, _>>();
        segments.map(Locator).map_err(|_| LocatorError { found: text.chars().take(80).collect() })
    }
}

impl TryFrom<String> for Locator {
    type Error = LocatorError;
    fn try_from(text: String) -> Result<Locator, LocatorError> {
        text.parse()
    }
}

impl From<Locator> for String {
    fn from(locator: Locator) -> String {
        locator.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stored_forms_read_back_as_they_were_printed() {
        for text in [
            "art_6/par_4/pnt_a",
            "anx",
            "anx_III/pnt_1/pnt_a",
            "rct_22",
            "art_5/par_1/sub_2",
            "anx~2/tbl_1/row_3/cel_2",
            "art_1/pnt_3/quo_1/art_4a",
            "anx_VII/pnt_3.1",
            "art_2/par_1-a",
        ] {
            assert_eq!(text.parse::<Locator>().unwrap().to_string(), text);
        }
    }

    #[test]
    fn other_forms_are_refused() {
        for text in ["", "6(4)", "art_", "art_6//pnt_a", "art_6/", "art_6~1", "art_6~02", "art_6~+2", "xyz_1", "art_é"]
        {
            assert!(text.parse::<Locator>().is_err(), "{text}");
        }
    }
}
