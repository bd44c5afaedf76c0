//! The pages of derived versions: what became of each order, and how the result compares with the official text.

use std::collections::BTreeMap;

use super::evidence::{confidence, sources as evidence_sources};
use super::orders::{does, not_ordered, place, targets, unread};
use super::sources::{cautions, source};
use crate::amend::{Derived, Fate, Instruction, Operation, Outcome, Proof, Reason, Score, UnitProof};
use crate::diff::Side;
use crate::languages::{Phrase, vocabulary};
use crate::law::{Celex, Language, Version};
use crate::prose::{act_name, citation, long_date};
use crate::report::page::{Cell, Page, Section, Table};
use crate::versions::Proved;

/// The page of a derived version: what became of each order.
pub fn derivation(derived: &Derived, act: &Version, base: &Version, language: Language) -> Page {
    let say = vocabulary(language).phrases;
    let own: Vec<(&Instruction, &Outcome)> = own(derived, base).collect();
    let mut columns = vec![Phrase::Order, Phrase::DoesWhat, Phrase::AmendedPlace, Phrase::Outcome];
    let stated = own.iter().any(|(one, _)| one.stated.is_some());
    if stated {
        columns.push(Phrase::Established);
    }
    let rows = own.iter().map(|(one, outcome)| {
        let became = match &outcome.fate {
            Fate::Done => say(Phrase::Done).to_owned(),
            Fate::NotYet(from) => format!("{}: {}", say(Phrase::NotYet), long_date(*from, language)),
            Fate::Conflict(_) => say(Phrase::Conflict).to_owned(),
        };
        let mut cells = vec![place(one, language), say(does(one.operation)).to_owned(), targets(one, language), became];
        if stated {
            cells.push(confidence(one.stated.as_ref().map(|stated| stated.confidence), language));
        }
        (None, cells.into_iter().map(Cell::Words).collect())
    });
    let conflicts = own.iter().filter_map(|(one, outcome)| match &outcome.fate {
        Fate::Conflict(conflict) => {
            let heading = format!("{}: {}", place(one, language), say(Phrase::Conflict));
            let lines = [conflict.to_string(), format!("{}: {}", say(Phrase::WordsRead), one.text)];
            Some(Section::of_lines(one.address(), heading, lines.into_iter()))
        }
        _ => None,
    });
    let missed: Vec<_> = derived.orders.unread_for(&base.source.celex).cloned().collect();
    let complete = derived.version.derived.as_ref().is_some_and(crate::law::Derivation::is_complete);
    let mut notes = vec![say(Phrase::ComputedNote).to_owned()];
    if !complete {
        notes.push(say(Phrase::IncompleteNote).to_owned());
    }
    Page {
        text_language: base.language,
        sources: vec![
            (say(Phrase::Earlier).to_owned(), source(&Side::of(base), language)),
            (say(Phrase::By).to_owned(), source(&Side::of(act), language)),
        ],
        notes,
        summary: Some(Table::of(Phrase::Instructions, &columns, 2, rows, language)),
        total: format!(
            "{} {}, {} {}, {} {}, {} {}",
            say(Phrase::Done),
            derived.applied.done(),
            say(Phrase::NotYet),
            derived.applied.not_yet(),
            say(Phrase::Conflict),
            derived.applied.conflicts().count(),
            say(Phrase::Unread),
            missed.len()
        ),
        sections: conflicts
            .chain(unread(&missed, language))
            .chain(not_ordered(act, language))
            .chain(evidence_sources(&[&Side::of(act)], &act.evidence.source_ids(), language))
            .collect(),
        ..Page::titled(language, format!("{}: {}", say(Phrase::Computed), derived.version.name()))
    }
}

/// The instructions for the base, each with what became of it.
fn own<'d>(derived: &'d Derived, base: &'d Version) -> impl Iterator<Item = (&'d Instruction, &'d Outcome)> {
    derived.orders.for_act(&base.source.celex).zip(&derived.applied.outcomes)
}

/// The page of a proof: scores, then every unit that differs, then what could not be read or carried out.
pub fn proof(proof: &Proof, sides: [&Version; 3], language: Language) -> Page {
    let say = vocabulary(language).phrases;
    let [base, act, official] = sides.map(Side::of);
    let units = proof.units_equal();
    let differing = proof.units.iter().filter(|unit| !unit.equal).map(|unit| unit_section(unit, language));
    let conflicts = proof.conflicts.iter().map(|(place, why)| {
        let heading = format!("{}: {}", citation(place, language), say(Phrase::Conflict));
        Section::of_lines(format!("conflict-{place}"), heading, std::iter::once(why.clone()))
    });
    let mut notes = vec![say(Phrase::ComputedNote).to_owned()];
    notes.extend(cautions(&[&official], language));
    Page {
        text_language: proof.language,
        sources: vec![
            (say(Phrase::Earlier).to_owned(), source(&base, language)),
            (say(Phrase::By).to_owned(), source(&act, language)),
            (say(Phrase::Official).to_owned(), source(&official, language)),
        ],
        notes,
        summary: Some(scores(units, proof.marks, &proof.by_operation, &proof.by_kind, language)),
        total: format!(
            "{} {}/{}; {} {}, {} {}, {} {}, {} {}",
            say(Phrase::UnitsEqual),
            units.right,
            units.all,
            say(Phrase::Done),
            proof.done,
            say(Phrase::NotYet),
            proof.not_yet,
            say(Phrase::Conflict),
            proof.conflicts.len(),
            say(Phrase::Unread),
            proof.unread.len()
        ),
        sections: differing.chain(conflicts).chain(unread(&proof.unread, language)).collect(),
        ..Page::titled(
            language,
            format!("{}: {} + {} = {}", say(Phrase::Proof), proof.base, proof.amending, proof.official),
        )
    }
}

fn unit_section(unit: &UnitProof, language: Language) -> Section {
    let say = vocabulary(language).phrases;
    let mut lines = vec![why(unit, language)];
    for difference in &unit.differences {
        lines.push(citation(&difference.locator, language));
        lines.extend(difference.derived.iter().map(|words| format!("− {words}")));
        lines.extend(difference.official.iter().map(|words| format!("+ {words}")));
    }
    let heading = format!("{}: {}", citation(&unit.locator, language), say(Phrase::UnitsDiffer));
    Section::of_lines(unit.locator.to_string(), heading, lines.into_iter())
}

/// What explains the difference of a unit.
fn why(unit: &UnitProof, language: Language) -> String {
    let say = vocabulary(language).phrases;
    let mut reasons: Vec<String> = unit
        .reasons
        .iter()
        .map(|reason| match reason {
            Reason::Conflict(place) => format!("{}: {}", say(Phrase::Conflict), citation(place, language)),
            Reason::NotYet(place) => format!("{}: {}", say(Phrase::NotYet), citation(place, language)),
            Reason::Unread(place) => format!("{}: {}", say(Phrase::Unread), citation(place, language)),
            Reason::OtherAct(act) => {
                let name = Celex::parse(act).map_or_else(|_| act.clone(), |celex| act_name(&celex, language));
                format!("{} {name}", say(Phrase::OtherAct))
            }
        })
        .collect();
    if !unit.ordered {
        reasons.insert(0, say(Phrase::Beside).to_owned());
    }
    if unit.reasons.is_empty() {
        reasons.push(say(Phrase::Unexplained).to_owned());
    }
    reasons.join("; ")
}

fn scores(
    units: Score,
    marks: Score,
    by_operation: &BTreeMap<Operation, Score>,
    by_kind: &BTreeMap<String, Score>,
    language: Language,
) -> Table {
    let say = vocabulary(language).phrases;
    let mut rows = vec![(say(Phrase::UnitsEqual).to_owned(), units), (say(Phrase::MarksEqual).to_owned(), marks)];
    rows.extend(by_operation.iter().map(|(operation, score)| (say(does(*operation)).to_owned(), *score)));
    rows.extend(by_kind.iter().map(|(kind, score)| (kind_name(kind, language), *score)));
    let columns = [Phrase::What, Phrase::Score, Phrase::OfAll];
    Table::of(
        Phrase::Proof,
        &columns,
        0,
        rows.into_iter()
            .map(|(what, score)| (None, vec![Cell::Words(what), Cell::Count(score.right), Cell::Count(score.all)])),
        language,
    )
}

fn kind_name(code: &str, language: Language) -> String {
    let kind = crate::law::SegmentKind::from_code(code);
    kind.map_or_else(|| code.to_owned(), |kind| vocabulary(language).provisions.printed(kind).to_owned())
}

/// The page of many proofs: one line for each transition and language, then the scores of all together, then every unit
/// that differs with what explains it.
pub fn proofs(proved: &[Proved], language: Language) -> Page {
    let say = vocabulary(language).phrases;
    let columns = [
        Phrase::Transition,
        Phrase::Language,
        Phrase::UnitsTouched,
        Phrase::Instructions,
        Phrase::Conflict,
        Phrase::Unread,
        Phrase::MarksEqual,
    ];
    let shown = |score: Score| format!("{}/{}", score.right, score.all);
    let rows = proved.iter().filter_map(|one| one.proof.as_ref().ok()).map(|proof| {
        let cells = [
            short_name(proof),
            proof.language.to_string(),
            shown(proof.units_equal()),
            format!("{}/{}", proof.done, proof.read),
            proof.conflicts.len().to_string(),
            proof.unread.len().to_string(),
            shown(proof.marks),
        ];
        (None, cells.into_iter().map(Cell::Words).collect())
    });
    let sums = Sums::of(proved);
    let mut sections =
        vec![Section::of_lines("scores".to_owned(), say(Phrase::Score).to_owned(), sums.lines(language).into_iter())];
    for proof in proved.iter().filter_map(|one| one.proof.as_ref().ok()) {
        let lines: Vec<String> = proof
            .units
            .iter()
            .filter(|unit| !unit.equal)
            .map(|unit| format!("{}: {}", citation(&unit.locator, language), why(unit, language)))
            .collect();
        if !lines.is_empty() {
            let heading = format!("{} ({})", short_name(proof), proof.language);
            sections.push(Section::of_lines(
                format!("{}-{}", proof.official, proof.language),
                heading,
                lines.into_iter(),
            ));
        }
    }
    Page {
        summary: Some(Table::of(Phrase::Transitions, &columns, 0, rows, language)),
        total: format!(
            "{}: {}; {} {}",
            say(Phrase::Transitions),
            proved.len(),
            say(Phrase::UnitsEqual),
            shown(sums.units)
        ),
        sections,
        ..Page::titled(language, say(Phrase::Transitions).to_owned())
    }
}

/// '32003L0087: 2014-04-30 + 32015D1814 = 2015-10-29'.
fn short_name(proof: &Proof) -> String {
    let day = |name: &str| name.split('@').nth(1).unwrap_or_default().split('.').next().unwrap_or_default().to_owned();
    let work = |name: &str| name.split('@').next().unwrap_or_default().to_owned();
    format!("{}: {} + {} = {}", work(&proof.base), day(&proof.base), work(&proof.amending), day(&proof.official))
}

/// The scores of many proofs together.
#[derive(Default)]
struct Sums {
    units: Score,
    marks: Score,
    by_operation: BTreeMap<Operation, Score>,
    by_kind: BTreeMap<String, Score>,
    by_language: BTreeMap<Language, Score>,
}

impl Sums {
    fn of(proved: &[Proved]) -> Sums {
        let mut sums = Sums::default();
        for proof in proved.iter().filter_map(|one| one.proof.as_ref().ok()) {
            sums.units.add(proof.units_equal());
            sums.marks.add(proof.marks);
            sums.by_language.entry(proof.language).or_default().add(proof.units_equal());
            for (operation, score) in &proof.by_operation {
                sums.by_operation.entry(*operation).or_default().add(*score);
            }
            for (kind, score) in &proof.by_kind {
                sums.by_kind.entry(kind.clone()).or_default().add(*score);
            }
        }
        sums
    }

    fn lines(&self, language: Language) -> Vec<String> {
        let say = vocabulary(language).phrases;
        let line = |what: String, score: &Score| {
            let percent = if score.all == 0 { 100.0 } else { 100.0 * score.right as f64 / score.all as f64 };
            format!("{what}: {}/{} ({percent:.1} %)", score.right, score.all)
        };
        let mut lines = vec![
            line(say(Phrase::UnitsEqual).to_owned(), &self.units),
            line(say(Phrase::MarksEqual).to_owned(), &self.marks),
        ];
        lines.extend(
            self.by_language.iter().map(|(one, score)| line(format!("{} ({one})", say(Phrase::UnitsEqual)), score)),
        );
        lines.extend(self.by_operation.iter().map(|(one, score)| line(say(does(*one)).to_owned(), score)));
        lines.extend(self.by_kind.iter().map(|(one, score)| line(kind_name(one, language), score)));
        lines
    }
}
