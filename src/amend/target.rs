//! What an order is about: a provision, or a part of one.

use std::fmt;

use serde::{Serialize, Serializer};

use crate::law::{Language, Locator, Number, Segment, SegmentKind};
use crate::prose::{Address, citation};

/// A provision of the amended act, or a part of one, as an order names it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Target {
    /// The steps that lead to it, from the outermost; none for the act as a whole.
    pub path: Vec<Level>,
    /// The last of a range that starts with the last step: 'points (1) to (5)'.
    pub through: Option<Number>,
    /// The part that is meant.
    pub aspect: Aspect,
}

/// A step on the way to a target.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Level {
    /// To the provision of a kind with a number, or the only one of the kind where there is no number.
    Numbered(Segment),
    /// To the last provision of a kind: 'the last subparagraph'.
    Last(SegmentKind),
    /// To the only provision of a kind: 'the sole paragraph', 'the table'.
    Only(SegmentKind),
    /// To the passage under a heading.
    Under(String),
}

/// The part of a provision that an order is about.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub enum Aspect {
    /// All of it.
    #[default]
    Whole,
    /// Its heading.
    Heading,
    /// The words before its list.
    IntroductoryWording,
    /// Some of its sentences, by their place from 1; 0 is the last.
    Sentences(Vec<usize>),
    /// Some of its words.
    Words(String),
    /// Some words of its heading.
    HeadingWords(String),
    /// The entry of a list or the row of a table that says so.
    Entry(String),
}

impl Level {
    /// What the step leads to, as far as it says so.
    pub fn kind(&self) -> Option<SegmentKind> {
        match self {
            Level::Numbered(segment) => Some(segment.kind),
            Level::Last(kind) | Level::Only(kind) => Some(*kind),
            Level::Under(_) => None,
        }
    }

    /// How deep the step can stand: what is lower cannot stand in what is higher.
    fn rank(&self) -> u8 {
        use SegmentKind::{
            Annex, Appendix, Article, Chapter, Definition, Group, Indent, Paragraph, Part, Point, Recital, Section,
            Subparagraph, Subsection, Table, Title, UnnumberedParagraph,
        };
        match self.kind() {
            Some(Annex | Recital) => 0,
            Some(Appendix) => 1,
            Some(Part) => 2,
            Some(Title) => 3,
            Some(Chapter) => 4,
            Some(Section) => 5,
            Some(Subsection) => 6,
            Some(Article) => 7,
            None | Some(Group) => 8,
            Some(Paragraph | UnnumberedParagraph) => 9,
            Some(Subparagraph) => 10,
            Some(Point | Definition) => 11,
            Some(Indent) => 12,
            Some(Table) => 13,
            Some(_) => 14,
        }
    }

    /// Whether this step can stand below another.
    pub fn leads_down_from(&self, above: &Level) -> bool {
        let both = |kind| self.kind() == Some(kind) && above.kind() == Some(kind);
        let divided = matches!(above.kind(), Some(SegmentKind::Point | SegmentKind::Indent))
            && matches!(self.kind(), Some(SegmentKind::Subparagraph | SegmentKind::UnnumberedParagraph));
        // The sections of an annex stand in it, and everything can stand in an annex.
        let annexed = above.kind() == Some(SegmentKind::Annex) && self.kind() != Some(SegmentKind::Annex);
        self.rank() > above.rank() || both(SegmentKind::Point) || divided || annexed
    }
}

impl Target {
    /// The whole of a provision, or of a range that ends with `through`.
    pub fn at(address: &Address, through: Option<Number>) -> Target {
        let path = address.segments().into_iter().map(Level::Numbered).collect();
        Target { path, through, aspect: Aspect::Whole }
    }

    /// The whole of the provision of a kind with that number.
    pub fn numbered(kind: SegmentKind, number: Number) -> Target {
        Target { path: vec![Level::Numbered(Segment::new(kind, number))], ..Target::default() }
    }

    /// The targets that a range stands for; the target itself where it is none, or where its ends do not count.
    pub fn each(&self) -> Vec<Target> {
        let Some(Level::Numbered(first)) = self.path.last() else { return vec![self.clone()] };
        let numbers = first.number.as_ref().zip(self.through.as_ref()).and_then(|(from, to)| from.through(to));
        let Some(numbers) = numbers else { return vec![self.clone()] };
        let numbered = |number: Number| {
            let mut path = self.path.clone();
            path.pop();
            path.push(Level::Numbered(Segment::new(first.kind, number)));
            Target { path, through: None, aspect: self.aspect.clone() }
        };
        numbers.into_iter().map(numbered).collect()
    }

    /// The target as people cite it: 'Article 3(2), point (a)', 'Article 4 heading'.
    pub fn cited(&self, language: Language) -> String {
        let whole = Target { path: self.path.clone(), ..Target::default() }.to_string();
        let address = whole.parse::<Locator>().map_or(whole, |locator| citation(&locator, language));
        let through = self.through.as_ref().map(|last| format!("–{last}")).unwrap_or_default();
        format!("{address}{through} {}", self.aspect).trim().to_owned()
    }

    /// The target as it is meant after the words of a lead-in that names `context`.
    pub fn below(&self, context: &Target) -> Target {
        let Some(first) = self.path.first() else {
            let aspect = match (&self.aspect, &context.aspect) {
                (Aspect::Whole, above) => above.clone(),
                (Aspect::Words(words), Aspect::Heading) => Aspect::HeadingWords(words.clone()),
                (own, _) => own.clone(),
            };
            return Target { aspect, ..context.clone() };
        };
        let kept = context.path.iter().rposition(|above| first.leads_down_from(above)).map_or(0, |at| at + 1);
        let mut path = context.path[..kept].to_vec();
        path.extend(self.path.iter().cloned());
        // 'the entry ‘x’ under the heading ‘y’': the part is named before what it belongs to.
        let aspect = if self.aspect == Aspect::Whole { context.aspect.clone() } else { self.aspect.clone() };
        Target { path, through: self.through.clone(), aspect }
    }
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Level::Numbered(segment) => segment.fmt(f),
            Level::Last(kind) => write!(f, "{}_last", kind.code()),
            Level::Only(kind) => f.write_str(kind.code()),
            Level::Under(heading) => write!(f, "[{heading}]"),
        }
    }
}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let steps: Vec<String> = self.path.iter().map(ToString::to_string).collect();
        f.write_str(&steps.join("/"))?;
        if let Some(last) = &self.through {
            write!(f, "..{last}")?;
        }
        if !steps.is_empty() && self.aspect != Aspect::Whole {
            f.write_str(" ")?;
        }
        self.aspect.fmt(f)
    }
}

impl fmt::Display for Aspect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Aspect::Whole => Ok(()),
            Aspect::Heading => f.write_str("heading"),
            Aspect::IntroductoryWording => f.write_str("introductory wording"),
            Aspect::Sentences(places) => {
                let name = |place: &usize| if *place == 0 { "last".to_owned() } else { place.to_string() };
                write!(f, "sentence {}", places.iter().map(name).collect::<Vec<_>>().join(", "))
            }
            Aspect::Words(words) => write!(f, "'{words}'"),
            Aspect::HeadingWords(words) => write!(f, "heading '{words}'"),
            Aspect::Entry(words) => write!(f, "entry '{words}'"),
        }
    }
}

impl Serialize for Target {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
