//! Instructions carried out: a base and orders in, a derived version out, with what became of each order.
//!
//! Every target is looked up in the base, before anything is changed: what one order does never changes what another one
//! means. Each order is carried out whole or not at all.

mod conflict;
mod delete;
mod find;
mod insert;
mod order;
mod punctuation;
mod replace;
mod shape;
mod text;
mod tree;

pub use conflict::Conflict;

use std::collections::HashSet;

use serde::Serialize;

use super::instruction::{Content, Instruction, Operation, Orders, Position};
use super::target::{Aspect, Level, Target};
use crate::law::{
    Action, Amendment, Celex, Date, Kind, Language, Locator, Number, Part, Provision, Version, comparison_form,
};
use crate::prose;
use find::find;
use tree::{Id, Tree};

/// A version with the orders of an amending act carried out.
#[derive(Debug, Clone, PartialEq)]
pub struct Applied {
    /// The derived version.
    pub version: Version,
    /// What became of each instruction for the base, in their order.
    pub outcomes: Vec<Outcome>,
}

impl Applied {
    /// How many instructions were carried out.
    pub fn done(&self) -> usize {
        self.outcomes.iter().filter(|outcome| outcome.fate == Fate::Done).count()
    }

    /// How many instructions apply later.
    pub fn not_yet(&self) -> usize {
        self.outcomes.iter().filter(|outcome| matches!(outcome.fate, Fate::NotYet(_))).count()
    }

    /// What could not be carried out, by the address of its instruction.
    pub fn conflicts(&self) -> impl Iterator<Item = (&Locator, &Conflict)> {
        self.outcomes.iter().filter_map(|outcome| match &outcome.fate {
            Fate::Conflict(conflict) => Some((&outcome.place, conflict)),
            _ => None,
        })
    }
}

/// What became of an instruction.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Outcome {
    /// The address of the instruction.
    pub place: Locator,
    /// What it does.
    pub operation: Operation,
    /// What became of it.
    pub fate: Fate,
}

/// What becomes of an instruction.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fate {
    /// It was carried out.
    Done,
    /// It applies from a later day.
    NotYet(Date),
    /// It could not be carried out.
    Conflict(Conflict),
}

/// Carries out the orders that an amending act gives for a base.
///
/// With `on`, only those that apply on that day. The derived version has the base's date, stage and provenance; see
/// [`super::derive`] for the version as others know it.
pub fn apply(base: &Version, orders: &Orders, on: Option<Date>) -> Applied {
    let own: Vec<&Instruction> = orders.for_act(&base.source.celex).collect();
    let mut editor = Editor {
        tree: Tree::of(base),
        language: base.language,
        base_name: base.name(),
        own: own.clone(),
        base_has: applied_before(base, &orders.act),
    };
    let later = |instruction: &Instruction| {
        let from = instruction.applies_from.max(orders.in_force)?;
        on.is_some_and(|on| from > on).then_some(from)
    };
    let tasks: Vec<Result<Task<'_>, Fate>> = own
        .iter()
        .enumerate()
        .map(|(at, instruction)| match later(instruction) {
            Some(from) => Err(Fate::NotYet(from)),
            None => editor.prepare(at, instruction, &orders.act).map_err(Fate::Conflict),
        })
        .collect();
    // What goes makes room for what comes, in whichever order the act names them.
    let mut sequence: Vec<usize> = (0..own.len()).collect();
    sequence.sort_by_key(|at| phase(own[*at].operation));
    let mut fates: Vec<Fate> = vec![Fate::Done; own.len()];
    for at in sequence {
        fates[at] = match &tasks[at] {
            Err(fate) => fate.clone(),
            Ok(task) => editor.carry_out(task).map_or_else(Fate::Conflict, |()| Fate::Done),
        };
    }
    let outcomes = own.iter().zip(fates).map(|(instruction, fate)| Outcome {
        place: instruction.place.clone(),
        operation: instruction.operation,
        fate,
    });
    let outcomes = outcomes.collect();
    editor.punctuate(orders.act.as_str());
    Applied { version: editor.harvest(base), outcomes }
}

/// A text in its comparison form, in lower case and without spaces, as table cells are broken anywhere.
fn solid(text: &str) -> String {
    comparison_form(text).to_lowercase().replace(' ', "")
}

/// A target in the words of a conflict.
fn cited(target: &Target) -> String {
    target.cited(Language::En)
}

/// When an operation is carried out among the others of an act.
fn phase(operation: Operation) -> u8 {
    match operation {
        Operation::Delete | Operation::Repeal | Operation::Renumber => 0,
        Operation::Replace | Operation::ReplaceWords | Operation::InsertWords | Operation::DeleteWords => 1,
        Operation::Insert => 2,
    }
}

/// The instructions of an act that a base holds already; `None` in the set stands for an act that a consolidation names
/// without saying which.
fn applied_before(base: &Version, act: &Celex) -> HashSet<Option<String>> {
    let marks = base.provisions().flat_map(|provision| provision.amended.iter().chain(&provision.deleted));
    marks.filter(|done| done.act == act.as_str()).map(|done| done.instruction.clone()).collect()
}

/// An instruction with what it is about, found in the base.
struct Task<'i> {
    /// Its place in the list.
    at: usize,
    instruction: &'i Instruction,
    act: String,
    targets: Vec<(Target, Vec<Id>)>,
}

impl Task<'_> {
    fn amendment(&self, action: Action) -> Amendment {
        Amendment {
            action,
            act: self.act.clone(),
            instruction: Some(self.instruction.address()),
            only: None,
            start: None,
            end: None,
        }
    }

    fn shown(&self) -> String {
        let all: Vec<String> = self.targets.iter().map(|(target, _)| cited(target)).collect();
        all.join(", ")
    }

    fn content_shown(&self) -> String {
        match &self.instruction.content {
            Content::None => "nothing".to_owned(),
            Content::Words(words) => words.join(" "),
            Content::Provisions(provisions) => {
                let names = provisions.iter().map(|provision| match &provision.number {
                    Some(number) => format!("{} {number}", provision.kind.name()),
                    None => provision.kind.name().to_owned(),
                });
                names.collect::<Vec<_>>().join(", ")
            }
        }
    }

    fn same_passage(&self, other: &Amendment) -> Conflict {
        let place = other.instruction.as_deref().and_then(|place| place.parse().ok());
        Conflict::SamePassage { other: place.unwrap_or_else(|| self.instruction.place.clone()) }
    }
}

struct Editor<'o> {
    tree: Tree,
    base_name: String,
    language: Language,
    /// The instructions for the base.
    own: Vec<&'o Instruction>,
    base_has: HashSet<Option<String>>,
}

impl Editor<'_> {
    /// Finds what an instruction is about.
    fn prepare<'i>(&mut self, at: usize, instruction: &'i Instruction, act: &Celex) -> Result<Task<'i>, Conflict> {
        if self.base_has.contains(&Some(instruction.address())) || self.base_has.contains(&None) {
            return Err(Conflict::Applied);
        }
        let mut targets = Vec::new();
        for target in &instruction.targets {
            let ids = match find(&mut self.tree, target) {
                // A point of a list within a table's cell is a line of it.
                Err(Conflict::NoTarget { .. }) if matches!(target.aspect, Aspect::Words(_)) => self.cell_of(target)?,
                found => found?,
            };
            if let Aspect::Entry(said) = &target.aspect {
                let (id, aspect) = self.entry(ids.first().copied(), said, instruction, target)?;
                targets.push((Target { aspect, ..target.clone() }, vec![id]));
                continue;
            }
            targets.push((target.clone(), ids));
        }
        if let Position::After(target) | Position::Before(target) = &instruction.position {
            find(&mut self.tree, target)?;
        }
        Ok(Task { at, instruction, act: act.to_string(), targets })
    }

    /// The entry of a list, or the row or line of a table that says so; else the passage with the heading of the new content.
    fn entry(
        &self,
        within: Option<Id>,
        said: &str,
        instruction: &Instruction,
        target: &Target,
    ) -> Result<(Id, Aspect), Conflict> {
        let wanted = solid(said);
        let heading = match &instruction.content {
            Content::Provisions(provisions) => provisions.first().and_then(|first| first.heading.as_deref()).map(solid),
            _ => None,
        };
        let mut found = Vec::new();
        let mut row: Vec<Id> = match within {
            Some(id) => self.tree.alive(id),
            None => self.tree.top(Part::Annexes).to_vec(),
        };
        while !row.is_empty() {
            found.extend(row.iter().copied().filter(|id| {
                let own = &self.tree.get(*id).own;
                let fits = match own.kind {
                    Kind::Row => {
                        let cells =
                            self.tree.alive(*id).into_iter().filter_map(|cell| self.tree.get(cell).own.text.clone());
                        let cells: Vec<String> = cells.map(|text| solid(&text)).collect();
                        cells.concat() == wanted || cells.contains(&wanted)
                    }
                    Kind::Group => {
                        let own = own.heading.as_deref().map(solid);
                        own.as_deref() == Some(wanted.as_str()) || (own.is_some() && own == heading)
                    }
                    Kind::Point | Kind::Indent => own.text.as_deref().is_some_and(|text| solid(text) == wanted),
                    _ => false,
                };
                fits && self.tree.is_alive(*id)
            }));
            if !found.is_empty() {
                break;
            }
            row = row.into_iter().flat_map(|id| self.tree.alive(id)).collect();
        }
        if found.is_empty() {
            found = self.rows_that_end(within, &wanted);
        }
        match found[..] {
            [one] => Ok((one, Aspect::Whole)),
            [] => self.line(within, &wanted).ok_or_else(|| Conflict::NoTarget { target: cited(target), nearest: None }),
            _ => Err(Conflict::Ambiguous { target: cited(target), found: found.len() }),
        }
    }

    /// The rows of which some cell says the end of what is asked for: 'E 960' for 'food additive E 960'.
    fn rows_that_end(&self, within: Option<Id>, wanted: &str) -> Vec<Id> {
        const TELLING: usize = 3;
        let ends = |cell: Id| {
            let text = self.tree.get(cell).own.text.as_deref().map(solid).unwrap_or_default();
            text.len() >= TELLING && wanted.ends_with(&text)
        };
        let rows = self.tree.alive_within(Kind::Row, within);
        rows.filter(|row| self.tree.alive(*row).into_iter().any(ends)).collect()
    }

    /// The only cell of a table that has a line with the number of the point that a target names.
    fn cell_of(&mut self, target: &Target) -> Result<Vec<Id>, Conflict> {
        let missing = || Conflict::NoTarget { target: cited(target), nearest: None };
        let Some((Level::Numbered(point), above)) = target.path.split_last() else { return Err(missing()) };
        let within = find(&mut self.tree, &Target { path: above.to_vec(), ..Target::default() })?;
        let (Some(within), Some(number)) = (within.first(), &point.number) else { return Err(missing()) };
        let numbered = |line: &str| {
            let label = line.split(crate::law::is_space).next().unwrap_or_default();
            label.ends_with(')') && Number::read(label).is_ok_and(|read| read == *number)
        };
        let says_so =
            |cell: &Id| self.tree.get(*cell).own.text.as_deref().unwrap_or_default().split('\n').any(numbered);
        match self.tree.alive_within(Kind::Cell, Some(*within)).filter(says_so).collect::<Vec<_>>()[..] {
            [cell] => Ok(vec![cell]),
            _ => Err(missing()),
        }
    }

    /// The line of a table's cell that says so.
    fn line(&self, within: Option<Id>, wanted: &str) -> Option<(Id, Aspect)> {
        let mut found = None;
        for id in self.tree.alive_within(Kind::Cell, within) {
            let text = self.tree.get(id).own.text.as_deref().unwrap_or_default();
            let line = text.split('\n').find(|line| solid(line) == wanted);
            if let (Some(line), true) = (line, found.is_none()) {
                found = Some((id, Aspect::Words(line.to_owned())));
            } else if line.is_some() {
                return None;
            }
        }
        found
    }

    fn carry_out(&mut self, task: &Task<'_>) -> Result<(), Conflict> {
        match task.instruction.operation {
            Operation::Replace => self.replace(task),
            Operation::Insert => self.insert(task),
            Operation::InsertWords => self.insert_words(task),
            Operation::Delete => self.delete(Action::Deleted, task),
            Operation::Repeal => self.delete(Action::Repealed, task),
            Operation::Renumber => self.renumber(task),
            Operation::ReplaceWords | Operation::DeleteWords => self.change_words(task),
        }
    }

    /// Refuses what another order of the act took, and what stands in that.
    fn must_be_free(&self, id: Id, task: &Task<'_>) -> Result<(), Conflict> {
        let taken = self.tree.upward(id).find_map(|id| self.tree.get(id).taken_by);
        match taken.filter(|by| *by != task.at) {
            Some(by) => Err(Conflict::SamePassage { other: self.place_of(by) }),
            None => Ok(()),
        }
    }

    /// Refuses to take away as a whole what another order of the act changed in part.
    fn must_be_whole(&self, id: Id, task: &Task<'_>) -> Result<(), Conflict> {
        if task.instruction.as_amended {
            return Ok(());
        }
        let own = &self.tree.get(id).own;
        let place = task.instruction.address();
        let changed = own
            .amended
            .iter()
            .chain(&own.deleted)
            .find(|done| done.act == task.act && done.instruction.as_ref().is_some_and(|other| *other != place));
        if let Some(other) = changed {
            return Err(task.same_passage(other));
        }
        self.tree.get(id).children.iter().try_for_each(|child| self.must_be_whole(*child, task))
    }

    fn place_of(&self, at: usize) -> Locator {
        self.own[at].place.clone()
    }

    /// Refuses numbers that something else bears already.
    fn must_be_untaken(&self, content: &[Provision], above: Option<Id>) -> Result<(), Conflict> {
        for provision in content {
            let Some(number) = &provision.number else { continue };
            let taken = match provision.kind {
                Kind::Article => self.anywhere(Part::Body, Kind::Article, number),
                Kind::Annex => self.anywhere(Part::Annexes, Kind::Annex, number),
                kind => above.is_some_and(|above| {
                    let bears = |id: &Id| self.tree.number(*id) == Some(number) && self.tree.get(*id).own.kind == kind;
                    self.tree.alive(above).iter().any(bears)
                }),
            };
            if taken {
                let within =
                    above.map_or_else(|| self.base_name.clone(), |id| self.tree.get(id).own.kind.name().to_owned());
                return Err(Conflict::NumberTaken { number: number.clone(), within });
            }
        }
        Ok(())
    }

    fn anywhere(&self, part: Part, kind: Kind, number: &Number) -> bool {
        let mut row = self.tree.top(part).to_vec();
        while !row.is_empty() {
            let bears = |id: &Id| {
                self.tree.is_alive(*id) && self.tree.get(*id).own.kind == kind && self.tree.number(*id) == Some(number)
            };
            if row.iter().any(bears) {
                return true;
            }
            row = row
                .into_iter()
                .filter(|id| self.tree.get(*id).own.kind.is_division())
                .flat_map(|id| self.tree.get(id).children.clone())
                .collect();
        }
        false
    }

    fn add(&mut self, provision: &Provision, by: Amendment) -> Id {
        let new = self.tree.add(provision);
        self.tree.get_mut(new).own.amended.insert(0, by);
        new
    }

    /// Takes a provision out that something else stands in the place of.
    fn go(&mut self, id: Id, task: &Task<'_>) {
        self.tree.get_mut(id).taken_by = Some(task.at);
        self.tree.take_out(id);
    }

    /// The provision that holds the first words of another: itself, or its first part.
    fn text_holder(&self, id: Id) -> Id {
        self.holder(id, |parts| parts.first().copied())
    }

    /// The provision that holds the last running text of another.
    fn last_text_holder(&self, id: Id) -> Id {
        self.holder(id, |parts| parts.last().copied())
    }

    fn holder(&self, id: Id, choose: impl Fn(&[Id]) -> Option<Id> + Copy) -> Id {
        if self.tree.get(id).own.text.is_some() {
            return id;
        }
        let is_part = |id: &Id| matches!(self.tree.get(*id).own.kind, Kind::Paragraph | Kind::Subparagraph);
        let parts: Vec<Id> = self.tree.alive(id).into_iter().filter(is_part).collect();
        choose(&parts).map_or(id, |part| self.holder(part, choose))
    }

    /// The derived version, with dates and references noted in what is new.
    fn harvest(&self, base: &Version) -> Version {
        let mut fresh = Vec::new();
        let mut parts = Part::ALL.map(|part| self.tree.harvest(part, &mut fresh)).into_iter();
        let mut next = || parts.next().unwrap_or_default();
        let (title, preamble, recitals, body, closing, annexes) = (next(), next(), next(), next(), next(), next());
        let mut version = Version {
            title,
            preamble,
            recitals,
            body,
            closing,
            annexes,
            source: base.source.clone(),
            derived: base.derived.clone(),
            work: base.work.clone(),
            evidence: base.evidence.clone(),
            correspondences: base.correspondences.clone(),
            duties: base.duties.clone(),
            deadlines: base.deadlines.clone(),
            deadlines_of: Vec::new(),
            ..*base
        };
        prose::define_terms(&mut version);
        let mut fresh = fresh.into_iter();
        let new: HashSet<usize> = version
            .provisions()
            .filter(|_| fresh.next().unwrap_or_default())
            .map(|provision| std::ptr::from_ref(provision).addr())
            .collect();
        prose::note_marks(&mut version, &|provision| new.contains(&std::ptr::from_ref(provision).addr()));
        version
    }
}
