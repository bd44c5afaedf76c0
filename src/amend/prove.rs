//! The proof: a derived version held against the text that the EU's own editors published.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde::Serialize;

use super::apply::{Applied, Fate};
use super::instruction::{Instruction, Operation, Orders, Unread};
use super::target::{Level, Target};
use crate::law::{
    AmendedPart, Amendment, Celex, Date, Kind, Language, Locator, Outline, Placed, SegmentKind, Version,
    comparison_form,
};

/// The version of the form in which proofs are given to machines.
const FORMAT: u32 = 1;

/// A derived version held against the official one.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Proof {
    /// The version of the form in which proofs are given to machines. It grows when a field changes its meaning.
    pub format: u32,
    /// The name of the base.
    pub base: String,
    /// The name of the amending act.
    pub amending: String,
    /// The name of the official version.
    pub official: String,
    /// The language of all three.
    pub language: Language,
    /// The day up to which orders were carried out, where one was given.
    pub on: Option<Date>,
    /// Articles and annexes that an order names or that differ between base and official version, in order.
    pub units: Vec<UnitProof>,
    /// How many instructions were read for the base.
    pub read: usize,
    /// How many of them were carried out.
    pub done: usize,
    /// How many of them apply later.
    pub not_yet: usize,
    /// Those that could not be carried out.
    pub conflicts: Vec<(Locator, String)>,
    /// Words among the orders that were not read.
    pub unread: Vec<Unread>,
    /// The addresses of instructions that were carried out and whose passages read otherwise in the official version.
    pub astray: Vec<String>,
    /// Instructions whose passages come out as published, by what they do.
    pub by_operation: BTreeMap<Operation, Score>,
    /// The same by the kind of what they are about.
    pub by_kind: BTreeMap<String, Score>,
    /// Passages that the consolidation's own marks assign to an instruction of the act, and that the derived version assigns
    /// to the same one.
    pub marks: Score,
}

/// How many of all are right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Score {
    /// How many are right.
    pub right: usize,
    /// How many there are.
    pub all: usize,
}

/// An article or annex that is held against the official one.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct UnitProof {
    /// Its address.
    pub locator: Locator,
    /// Whether an order of the act is about it; else it differs between base and official version for another reason.
    pub ordered: bool,
    /// Whether it has the same words in the same order, in their comparison form.
    pub equal: bool,
    /// Whether its provisions have the same addresses, too.
    pub same_structure: bool,
    /// What explains the difference, where there is one.
    pub reasons: Vec<Reason>,
    /// The provisions that differ: the derived and the official wording.
    pub differences: Vec<Difference>,
}

/// A provision that differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Difference {
    /// Its address.
    pub locator: Locator,
    /// Its heading and wording in the derived version.
    pub derived: Option<String>,
    /// Its heading and wording in the official version.
    pub official: Option<String>,
}

/// Why a unit differs.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// An instruction for it could not be carried out.
    Conflict(Locator),
    /// An instruction for it applies later.
    NotYet(Locator),
    /// Words among the orders for it were not read.
    Unread(Locator),
    /// The official version marks in it what another act or a corrigendum did, which the base does not hold.
    OtherAct(String),
}

impl Score {
    /// Adds one to all, and to the right ones if it is.
    pub fn count(&mut self, right: bool) {
        self.all += 1;
        self.right += usize::from(right);
    }

    /// Adds another score.
    pub fn add(&mut self, other: Score) {
        self.all += other.all;
        self.right += other.right;
    }
}

impl Proof {
    /// How many of the units that orders are about are equal.
    pub fn units_equal(&self) -> Score {
        let ordered = self.units.iter().filter(|unit| unit.ordered);
        Score { right: ordered.clone().filter(|unit| unit.equal).count(), all: ordered.count() }
    }

    /// Whether every unit is equal, every order read and carried out or not due yet.
    pub fn is_complete(&self) -> bool {
        let score = self.units_equal();
        score.right == score.all && self.conflicts.is_empty() && self.unread.is_empty()
    }
}

/// Holds a derived version against the official one.
pub fn prove(base: &Version, orders: &Orders, applied: &Applied, official: &Version, on: Option<Date>) -> Proof {
    let outlines = [Outline::of(base), Outline::of(&applied.version), Outline::of(official)];
    let [was, derived, published] = &outlines;
    let own: Vec<&Instruction> = orders.for_act(&base.source.celex).collect();
    let unread: Vec<Unread> = orders.unread_for(&base.source.celex).cloned().collect();
    let troubles = troubles(&own, applied, &unread);
    let units = units(was, derived, published, &troubles, &orders.act, &own);
    let mut by_operation: BTreeMap<Operation, Score> = BTreeMap::new();
    let mut by_kind: BTreeMap<String, Score> = BTreeMap::new();
    let mut astray = Vec::new();
    let ours = passages(derived, &orders.act);
    for (instruction, outcome) in own.iter().zip(&applied.outcomes) {
        if matches!(outcome.fate, Fate::NotYet(_)) {
            continue;
        }
        let right = outcome.fate == Fate::Done && comes_out(instruction, &ours, derived, published);
        if !right && outcome.fate == Fate::Done {
            astray.push(instruction.address());
        }
        by_operation.entry(instruction.operation).or_default().count(right);
        by_kind.entry(kind_of(instruction)).or_default().count(right);
    }
    Proof {
        format: FORMAT,
        base: base.name(),
        amending: orders.version.clone(),
        official: official.name(),
        language: official.language,
        on,
        units,
        read: own.len(),
        done: applied.done(),
        not_yet: applied.not_yet(),
        conflicts: applied.conflicts().map(|(place, why)| (place.clone(), why.to_string())).collect(),
        unread,
        astray,
        by_operation,
        by_kind,
        marks: marks(&ours, &passages(published, &orders.act)),
    }
}

/// What went wrong or waits, with the targets that it is about.
fn troubles(own: &[&Instruction], applied: &Applied, unread: &[Unread]) -> Vec<(Reason, Vec<Target>)> {
    let mut all = Vec::new();
    for (instruction, outcome) in own.iter().zip(&applied.outcomes) {
        let reason = match outcome.fate {
            Fate::Done => continue,
            Fate::NotYet(_) => Reason::NotYet(instruction.place.clone()),
            Fate::Conflict(_) => Reason::Conflict(instruction.place.clone()),
        };
        all.push((reason, instruction.targets.clone()));
    }
    all.extend(unread.iter().map(|unread| (Reason::Unread(unread.place.clone()), unread.within.clone())));
    all
}

type Line = (Locator, String, String);

/// A provision's address, heading and text in their comparison form; none of what is deleted.
fn line(placed: &Placed<'_>) -> Option<Line> {
    let form = |text: &Option<String>| text.as_deref().map(comparison_form).unwrap_or_default();
    let own = placed.provision;
    (!own.is_deleted()).then(|| (placed.locator.clone(), form(&own.heading), form(&own.text)))
}

/// A heading behind the numbers of the divisions that a unit stands in.
fn divided(outline: &Outline<'_>, placed: &Placed<'_>, heading: String) -> String {
    let divisions = outline.above(placed).filter(|above| above.provision.kind.is_division());
    let numbers: Vec<String> =
        divisions.filter_map(|above| above.provision.number.as_ref()).map(|number| format!("{number}/")).collect();
    numbers.into_iter().rev().collect::<String>() + &heading
}

/// The provisions of each unit that apply, in their comparison form.
fn lines(outline: &Outline<'_>) -> (Vec<Locator>, HashMap<Locator, Vec<Line>>) {
    let mut order = Vec::new();
    let mut all: HashMap<Locator, Vec<Line>> = HashMap::new();
    for placed in outline.all() {
        let Some(unit) = outline.unit_of(placed).filter(|unit| unit.provision.kind != Kind::Recital) else { continue };
        if unit.locator == placed.locator {
            order.push(unit.locator.clone());
        }
        let lines = all.entry(unit.locator.clone()).or_default();
        // An article belongs to its chapter and section.
        if unit.locator == placed.locator {
            lines.extend(
                line(placed).map(|(locator, heading, text)| (locator, divided(outline, placed, heading), text)),
            );
        } else {
            lines.extend(line(placed));
        }
    }
    (order, all)
}

fn units(
    base: &Outline<'_>,
    derived: &Outline<'_>,
    published: &Outline<'_>,
    troubles: &[(Reason, Vec<Target>)],
    act: &Celex,
    own: &[&Instruction],
) -> Vec<UnitProof> {
    let (_, before) = lines(base);
    let (ours_order, ours) = lines(derived);
    let (theirs_order, theirs) = lines(published);
    let named: HashMap<Locator, Vec<Reason>> = named_units(troubles);
    let mut order = theirs_order;
    for locator in ours_order {
        if !order.contains(&locator) {
            order.push(locator);
        }
    }
    for locator in named.keys().collect::<BTreeSet<_>>() {
        if !order.contains(locator) {
            order.push(locator.clone());
        }
    }
    let ordered: BTreeSet<Locator> =
        own.iter().flat_map(|instruction| units_of(&instruction.targets)).chain(named.keys().cloned()).collect();
    let mut units = Vec::new();
    for locator in order {
        let [old, mine, official] =
            [&before, &ours, &theirs].map(|lines| lines.get(&locator).map(Vec::as_slice).unwrap_or_default());
        let [was, is, should_be] = [old, mine, official].map(words_of);
        let ordered = ordered.contains(&locator) || was != is;
        if !ordered && was == should_be {
            continue;
        }
        let equal = is == should_be;
        let mut reasons = Vec::new();
        if !equal {
            reasons.extend(named.get(&locator).cloned().unwrap_or_default());
            reasons.extend(other_acts(base, published, &locator, act));
        }
        let differences = if equal { Vec::new() } else { differences(mine, official) };
        units.push(UnitProof { ordered, same_structure: mine == official, differences, locator, equal, reasons });
    }
    units
}

/// The words of provisions, with their numbers, one after the other.
fn words_of(lines: &[Line]) -> String {
    let mut out = String::new();
    for (locator, heading, text) in lines {
        let last = locator.last();
        let number = last.number.as_ref().filter(|_| !last.kind.is_counted()).map(crate::law::Number::as_str);
        for part in [number.unwrap_or_default(), heading, text] {
            if !part.is_empty() {
                out.push_str(part);
                out.push(' ');
            }
        }
    }
    out
}

fn differences(mine: &[Line], official: &[Line]) -> Vec<Difference> {
    let words = |lines: &[Line], locator: &Locator| {
        let line = lines.iter().find(|(one, _, _)| one == locator)?;
        Some(
            [line.1.as_str(), line.2.as_str()]
                .into_iter()
                .filter(|part| !part.is_empty())
                .collect::<Vec<_>>()
                .join(" | "),
        )
    };
    let mut all: Vec<&Locator> = official.iter().map(|(locator, _, _)| locator).collect();
    for (locator, _, _) in mine {
        if !all.contains(&locator) {
            all.push(locator);
        }
    }
    let pairs = all.into_iter().map(|locator| (locator, words(mine, locator), words(official, locator)));
    pairs
        .filter(|(_, derived, official)| derived != official)
        .map(|(locator, derived, official)| Difference { locator: locator.clone(), derived, official })
        .collect()
}

/// The unit that a target names.
fn unit_of(target: &Target) -> Option<Locator> {
    let unit = target.path.iter().find_map(|level| match level {
        Level::Numbered(segment) if matches!(segment.kind, SegmentKind::Article | SegmentKind::Annex) => Some(segment),
        _ => None,
    });
    unit.map(|segment| Locator::root(segment.clone()))
}

/// The units that targets name.
fn units_of(targets: &[Target]) -> BTreeSet<Locator> {
    targets.iter().flat_map(Target::each).filter_map(|target| unit_of(&target)).collect()
}

fn named_units(troubles: &[(Reason, Vec<Target>)]) -> HashMap<Locator, Vec<Reason>> {
    let mut named: HashMap<Locator, Vec<Reason>> = HashMap::new();
    for (reason, targets) in troubles {
        for unit in units_of(targets) {
            named.entry(unit).or_default().push(reason.clone());
        }
    }
    named
}

/// Other acts whose changes the official version marks in a unit, and the base does not.
fn other_acts(was: &Outline<'_>, published: &Outline<'_>, unit: &Locator, act: &Celex) -> BTreeSet<Reason> {
    let marked = |outline: &Outline<'_>| -> BTreeSet<(String, Option<String>)> {
        let provisions = outline.from(unit).iter().map(|placed| placed.provision);
        let done = provisions.flat_map(|provision| provision.amended.iter().chain(&provision.deleted));
        done.map(|done| (done.act.clone(), done.instruction.clone())).collect()
    };
    let before = marked(was);
    let new = marked(published).into_iter().filter(|one| one.0 != act.as_str() && !before.contains(one));
    new.map(|(other, _)| Reason::OtherAct(other)).collect()
}

/// A passage that a version assigns to an instruction.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Passage {
    /// The instruction's address.
    place: String,
    /// The provision.
    locator: Locator,
    /// Which part of it.
    extent: Extent,
}

/// How much of a provision a passage is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Extent {
    Whole,
    Number,
    Heading,
    Text,
}

/// The passages that a version assigns to instructions of an act.
fn passages(outline: &Outline<'_>, act: &Celex) -> BTreeSet<Passage> {
    let extent = |done: &Amendment| match (done.only, done.start) {
        (Some(AmendedPart::Heading), _) => Extent::Heading,
        (Some(AmendedPart::Number), _) => Extent::Number,
        (None, Some(_)) => Extent::Text,
        (None, None) => Extent::Whole,
    };
    let of = |placed: &Placed<'_>| {
        let done = placed.provision.amended.iter().chain(&placed.provision.deleted);
        let own = done.filter(|done: &&Amendment| done.act == act.as_str());
        let passage = |done: &Amendment| {
            let place = done.instruction.clone()?;
            Some(Passage { place, locator: placed.locator.clone(), extent: extent(done) })
        };
        own.filter_map(passage).collect::<Vec<_>>()
    };
    outline.all().iter().flat_map(of).collect()
}

/// How many of the official marks are ours too: the same instruction at the same provision, above it or below it.
fn marks(ours: &BTreeSet<Passage>, theirs: &BTreeSet<Passage>) -> Score {
    let mut score = Score::default();
    for mark in theirs {
        let same = |own: &Passage| {
            own.place == mark.place && (own.locator.contains(&mark.locator) || mark.locator.contains(&own.locator))
        };
        score.count(ours.iter().any(same));
    }
    score
}

/// Whether the passages of an instruction read as published.
fn comes_out(
    instruction: &Instruction,
    ours: &BTreeSet<Passage>,
    derived: &Outline<'_>,
    published: &Outline<'_>,
) -> bool {
    let place = instruction.address();
    ours.iter().filter(|own| own.place == place).all(|own| own.words(derived) == own.words(published))
}

impl Passage {
    /// What a version says there; none where the provision is deleted or not there. Of a division, its heading: the articles
    /// in it are units of their own.
    fn words(&self, outline: &Outline<'_>) -> Option<String> {
        let placed = outline.get(&self.locator)?;
        let (_, heading, text) = line(placed)?;
        Some(match self.extent {
            Extent::Number => String::new(),
            Extent::Heading => heading,
            Extent::Text => text,
            Extent::Whole if placed.provision.kind.is_division() => heading,
            Extent::Whole => words_of(&outline.from(&self.locator).iter().filter_map(line).collect::<Vec<_>>()),
        })
    }
}

/// What an instruction is about, in a word.
fn kind_of(instruction: &Instruction) -> String {
    let of_target = instruction.targets.first().map(|target| {
        let level = target.path.last().and_then(Level::kind).map(|kind| kind.code().to_owned()).unwrap_or_default();
        match &target.aspect {
            super::target::Aspect::Whole => level,
            super::target::Aspect::Heading => "heading".to_owned(),
            super::target::Aspect::IntroductoryWording => "introductory wording".to_owned(),
            super::target::Aspect::Sentences(_) => "sentence".to_owned(),
            super::target::Aspect::Words(_) | super::target::Aspect::HeadingWords(_) => "words".to_owned(),
            super::target::Aspect::Entry(_) => "entry".to_owned(),
        }
    });
    match (instruction.operation, instruction.kind) {
        (Operation::Insert, Some(kind)) => kind.code().to_owned(),
        _ => of_target.unwrap_or_default(),
    }
}
