//! Several versions beside each other: the document of many columns that a trilogue works with.

use serde::Serialize;

use super::rows::{Node, Rows};
use super::words::{Spotted, new_text, runs, whole};
use super::{FORMAT, Op, Run, Side};
use crate::law::{Kind, Locator, Outline, Provision, Statement, Unknown, Version, comparison_form};

/// Several versions beside each other, a row for each provision, each column compared with the first.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Columns {
    /// The version of the form in which results are given to machines; see [`FORMAT`].
    pub format: u32,
    /// The versions, in the order of the columns.
    pub columns: Vec<Side>,
    /// The rows, in the order of the text.
    pub rows: Vec<Row>,
}

/// A provision in every version.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Row {
    /// Its number among the rows of these versions, the same whichever of them are shown.
    pub number: usize,
    /// Its address, in the first version that has it.
    pub place: Locator,
    /// What it is.
    pub kind: Kind,
    /// Whether every version that carries its kind has it with the same words.
    pub agree: bool,
    /// What each version has.
    pub cells: Vec<ColumnCell>,
}

/// A provision in one version.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct ColumnCell {
    /// Its address there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<Locator>,
    /// How it stands to the first column.
    pub position: Position,
    /// The words of its heading against those of the first column.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub heading: Vec<Run>,
    /// The words of its text against those of the first column.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub text: Vec<Run>,
    /// The first column after the first and before this one that has the same words, counted from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub same_as: Option<usize>,
    /// How well it is established, where it is not read from its own document.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub established: Option<Statement>,
    /// Why it is not known, where it is not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unknown: Option<Unknown>,
    /// Where the words of the text come from, where that was asked for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub took: Vec<Took>,
}

/// How a provision of one version stands to that of the first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Position {
    /// It is that of the first version.
    First,
    /// It has the same words.
    Same,
    /// It has other words.
    Changed,
    /// The first version does not have it.
    New,
    /// Only the first version has it of the two.
    Deleted,
    /// Neither of the two has it.
    Absent,
    /// The text of this version is not known, which is not the same as unchanged.
    Unknown,
    /// The text of the first version is not known, so that this one is shown without a comparison.
    NotCompared,
    /// This version carries nothing of the kind: consolidations have no recitals.
    NotCarried,
}

/// Words of a text with the first column that has them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Took {
    /// The words.
    pub text: String,
    /// The column, counted from 1; none for words that stand in no earlier column.
    pub column: Option<usize>,
}

/// Puts versions beside each other. `wanted` holds for each version the addresses of what is asked for, with all that
/// stands in it; where all are empty, everything is. With `origins`, the words of the last column are traced to the first
/// column that has them.
pub fn columns(versions: &[&Version], wanted: &[Vec<Locator>], origins: bool) -> Columns {
    let outlines: Vec<Outline<'_>> = versions.iter().map(|version| Outline::of(version)).collect();
    let rows = Rows::of(versions, &outlines);
    let table = Builder { versions, outlines: &outlines, origins };
    let everything = wanted.iter().all(Vec::is_empty);
    let mut shown: Vec<(usize, usize)> = Vec::new();
    let mut number = 0;
    for row in rows.in_order() {
        if !table.is_row(rows.node(row)) {
            continue;
        }
        number += 1;
        if everything || table.is_wanted(rows.node(row), wanted) {
            shown.push((number, row));
        } else if rows.node(row).kind.is_unit() {
            // The head of a unit is shown with any part of it; it goes again where none follows.
            shown.push((0, row));
            if let Some(last) = shown.last_mut() {
                last.0 = number;
            }
        }
    }
    let is_needed = |at: &usize| {
        let (_, row) = shown[*at];
        everything
            || table.is_wanted(rows.node(row), wanted)
            || shown.get(at + 1).is_some_and(|(_, next)| *next != row && rows.unit_of(*next) == Some(row))
    };
    let rows = (0..shown.len()).filter(is_needed).map(|at| table.row(shown[at].0, rows.node(shown[at].1)));
    Columns {
        format: FORMAT,
        columns: versions.iter().map(|version| Side::of(version)).collect(),
        rows: rows.collect(),
    }
}

struct Builder<'b, 'v> {
    versions: &'b [&'v Version],
    outlines: &'b [Outline<'v>],
    origins: bool,
}

/// The own words of a provision: its heading and its text.
#[derive(Clone, PartialEq)]
struct Words {
    heading: String,
    text: String,
}

impl Words {
    fn of(provision: &Provision) -> Words {
        let text = match provision.kind {
            Kind::Row => {
                let cells = provision.children.iter().map(|cell| cell.full_text().replace('\n', " "));
                cells.collect::<Vec<_>>().join(" | ")
            }
            _ => provision.text.clone().unwrap_or_default(),
        };
        Words { heading: provision.heading.clone().unwrap_or_default(), text }
    }

    fn is_empty(&self) -> bool {
        self.heading.is_empty() && self.text.is_empty()
    }

    fn same(&self, other: &Words) -> bool {
        let same = |a: &str, b: &str| a == b || comparison_form(a) == comparison_form(b);
        same(&self.heading, &other.heading) && same(&self.text, &other.text)
    }
}

impl<'v> Builder<'_, 'v> {
    fn provision(&self, node: &Node, column: usize) -> Option<&'v Provision> {
        node.cells[column].map(|at| self.outlines[column].all()[at].provision)
    }

    fn place(&self, node: &Node, column: usize) -> Option<Locator> {
        node.cells[column].map(|at| self.outlines[column].all()[at].locator.clone())
    }

    /// Units, what has words of its own, and passages of which a version says that it does not know them.
    fn is_row(&self, node: &Node) -> bool {
        // A row of a table shows its cells.
        if node.kind == Kind::Cell {
            return false;
        }
        let worded = (0..self.versions.len()).filter_map(|column| self.provision(node, column));
        let nowhere = node.cells.iter().all(Option::is_none);
        node.kind.is_unit() || nowhere || worded.into_iter().any(|provision| !Words::of(provision).is_empty())
    }

    fn is_wanted(&self, node: &Node, wanted: &[Vec<Locator>]) -> bool {
        let within = |places: &[Locator], own: &Locator| places.iter().any(|place| place.contains(own));
        let nowhere = node.cells.iter().all(Option::is_none);
        let own = |(column, places): (usize, &Vec<Locator>)| {
            self.place(node, column).is_some_and(|own| within(places, &own)) || (nowhere && within(places, &node.place))
        };
        wanted.iter().enumerate().any(own)
    }

    fn row(&self, number: usize, node: &Node) -> Row {
        let first = self.provision(node, 0).map(Words::of);
        let first_known = self.unknown(node, 0).is_none();
        let mut cells: Vec<ColumnCell> = Vec::new();
        let mut words: Vec<Option<Words>> = Vec::new();
        for column in 0..self.versions.len() {
            let own = self.provision(node, column).map(Words::of);
            let mut cell = self.cell(node, column, first.as_ref().filter(|_| first_known), own.as_ref());
            if !first_known && own.is_some() && !matches!(cell.position, Position::Unknown | Position::First) {
                cell.position = Position::NotCompared;
            }
            if matches!(cell.position, Position::Changed | Position::New) {
                let same = |earlier: &usize| {
                    let other = words[*earlier].as_ref().zip(own.as_ref());
                    cells[*earlier].position == cell.position && other.is_some_and(|(other, own)| other.same(own))
                };
                cell.same_as = (1..column).find(same).map(|earlier| earlier + 1);
            }
            let is_last = column + 1 == self.versions.len();
            if self.origins && is_last && column > 0 && cell.unknown.is_none() {
                let text = own.as_ref().map(|own| own.text.as_str()).unwrap_or_default();
                cell.took = self.took(text, &words, &cells);
            }
            words.push(own);
            cells.push(cell);
        }
        // What a version carries nothing of cannot disagree.
        let agrees = |cell: &ColumnCell| matches!(cell.position, Position::Same | Position::NotCarried);
        let agree = cells[0].position == Position::First && cells[1..].iter().all(agrees);
        Row { number, place: node.place.clone(), kind: node.kind, agree, cells }
    }

    fn cell(&self, node: &Node, column: usize, first: Option<&Words>, own: Option<&Words>) -> ColumnCell {
        let evidence = &self.versions[column].evidence;
        let known_by = self.place(node, column).unwrap_or_else(|| node.place.clone());
        let unknown = self.unknown(node, column);
        let without = node.kind == Kind::Recital && self.versions[column].recitals.is_empty();
        let position = match (first, own) {
            _ if unknown.is_some() => Position::Unknown,
            _ if column == 0 && own.is_some() => Position::First,
            _ if without => Position::NotCarried,
            (Some(first), Some(own)) if first.same(own) => Position::Same,
            (Some(_), Some(_)) => Position::Changed,
            (None, Some(_)) => Position::New,
            (Some(_), None) => Position::Deleted,
            (None, None) => Position::Absent,
        };
        let [heading, text] = self.runs(column, position, first, own);
        let kept = || {
            let mut covering =
                evidence.kept.iter().filter(|one| one.places.iter().any(|wide| wide.contains(&known_by)));
            covering.next_back().map(|one| Statement {
                places: one.places.clone(),
                confidence: one.confidence,
                sources: one.sources.clone(),
                note: one.note.clone(),
            })
        };
        let established = match position {
            Position::Unknown | Position::NotCarried | Position::Absent => None,
            Position::Same => evidence.statement(&known_by).cloned().or_else(kept),
            _ => evidence.statement(&known_by).cloned(),
        };
        ColumnCell {
            place: self.place(node, column),
            position,
            heading,
            text,
            same_as: None,
            established,
            unknown,
            took: Vec::new(),
        }
    }

    fn unknown(&self, node: &Node, column: usize) -> Option<Unknown> {
        let place = self.place(node, column).unwrap_or_else(|| node.place.clone());
        self.versions[column].evidence.unknown_at(&place).cloned()
    }

    /// The words of a heading and of a text against those of the first column.
    fn runs(&self, column: usize, position: Position, first: Option<&Words>, own: Option<&Words>) -> [Vec<Run>; 2] {
        let language = self.versions[column].language;
        let one = |of: fn(&Words) -> &str| {
            let (was, is) = (first.map_or("", of), own.map_or("", of));
            match position {
                Position::First | Position::Same | Position::NotCompared => whole(Op::Kept, is),
                Position::New => whole(Op::Added, is),
                Position::Deleted => whole(Op::Removed, was),
                Position::Changed => runs(&Spotted::of(was, language), &Spotted::of(is, language)),
                Position::Unknown | Position::Absent | Position::NotCarried => Vec::new(),
            }
        };
        [one(|words| &words.heading), one(|words| &words.text)]
    }

    /// The words of a text, each with the first of the earlier columns that has it.
    fn took(&self, text: &str, earlier: &[Option<Words>], cells: &[ColumnCell]) -> Vec<Took> {
        let language = self.versions[earlier.len()].language;
        let own = Spotted::of(text, language);
        let mut column_at: Vec<Option<usize>> = vec![None; text.len()];
        for (column, words) in earlier.iter().enumerate() {
            let Some(words) = words.as_ref().filter(|_| cells[column].unknown.is_none()) else { continue };
            let runs = runs(&Spotted::of(&words.text, language), &own);
            debug_assert_eq!(new_text(&runs), text);
            let mut at = 0;
            for run in runs.iter().filter(|run| run.op != Op::Removed) {
                let end = at + run.text.len();
                if run.op == Op::Kept {
                    column_at[at..end].iter_mut().for_each(|place| *place = place.or(Some(column + 1)));
                }
                at = end;
            }
        }
        let mut took: Vec<Took> = Vec::new();
        for (at, c) in text.char_indices() {
            match took.last_mut() {
                Some(last) if last.column == column_at[at] => last.text.push(c),
                _ => took.push(Took { text: c.to_string(), column: column_at[at] }),
            }
        }
        // A full stop or a space alone is nobody's: it goes with the words before it.
        let worded = |one: &Took| one.text.chars().any(char::is_alphanumeric);
        let mut joined: Vec<Took> = Vec::new();
        for one in took {
            match joined.last_mut() {
                Some(last) if !worded(&one) || last.column == one.column => last.text.push_str(&one.text),
                _ => joined.push(one),
            }
        }
        joined
    }
}
