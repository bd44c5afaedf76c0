//! From when a provision applies.

use serde::Serialize;

use super::{Calendar, Entry};
use crate::law::{Action, Case, Date, Governed, Locator, Occasion, Outline, Placed, When};

/// What the entry into force is called of an act that has none yet.
const ENTRY: &str = "entry into force";

/// From when a provision applies, in one of the cases that an act tells apart.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Applies {
    /// The rule.
    pub when: When,
    /// The day, where it is certain.
    pub day: Option<Date>,
    /// The day by which it has come at the latest.
    pub latest: Option<Date>,
    /// The provisions that say so.
    pub basis: Vec<Locator>,
    /// The case; none where it holds for all that no other answer is for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub case: Option<Case>,
    /// The amending act that wrote the provision, where the day is that of its entry into force, as the rule's own day came
    /// before it: the CELEX number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub written_by: Option<String>,
    /// How near the rule names the provision: 0 where it names it itself, more for what it stands in.
    #[serde(skip)]
    pub distance: usize,
}

impl Applies {
    fn of(entry: &Entry, distance: usize) -> Applies {
        Applies {
            when: entry.deadline.when.clone(),
            day: entry.day,
            latest: entry.latest,
            basis: entry.deadline.basis.clone(),
            case: entry.deadline.as_regards.clone(),
            written_by: None,
            distance,
        }
    }
}

/// The rules that reach a provision: of those without a case the one that names it most nearly, and so for each case. A
/// rule without a case gives way where others divide the provision among several cases. With `is_new`, the provision is known
/// to have no counterpart in the version before.
///
/// Source: Joint Practical Guide, guideline 20 (a general date of application and exceptions to it).
pub(super) fn applies(calendar: &Calendar, outline: &Outline<'_>, place: &Locator, is_new: bool) -> Vec<Applies> {
    let Some(placed) = outline.get(place) else { return Vec::new() };
    let chain: Vec<&Locator> =
        std::iter::once(&placed.locator).chain(outline.above(placed).map(|above| &above.locator)).collect();
    let rules = calendar.entries.iter().filter(|entry| entry.is_application() && entry.deadline.governs.is_some());
    let mut found: Vec<Applies> = rules
        .filter_map(|entry| Some(Applies::of(entry, distance(entry.deadline.governs.as_ref()?, &chain)?)))
        .collect();
    let divided = divided(&found);
    found.retain(|one| one.case.is_some() || divided.is_none_or(|distance| one.distance < distance));
    let mut kept: Vec<Applies> = Vec::new();
    found.sort_by_key(|one| (one.case.is_some(), one.distance));
    for one in found {
        if !kept.iter().any(|known| same_case(known.case.as_ref(), one.case.as_ref())) {
            kept.push(one);
        }
    }
    if kept.is_empty() {
        // An act without a date of application applies from its entry into force.
        let alone = calendar.entries.iter().all(|entry| entry.deadline.governs.is_none() || !entry.is_application());
        let entry = calendar.entries.iter().find(|entry| entry.is_application() && alone);
        kept.extend(entry.map(|entry| Applies::of(entry, chain.len())));
    }
    if let Some(act) = written_by(outline, placed, is_new) {
        kept.iter_mut().for_each(|one| not_before(one, act, calendar));
    }
    kept
}

/// The act that inserted a provision, or something that it stands in; of one that is known to be new, the act that wrote it
/// in the place of something else.
fn written_by<'o>(outline: &'o Outline<'_>, placed: &'o Placed<'_>, is_new: bool) -> Option<&'o str> {
    let chain = std::iter::once(placed).chain(outline.above(placed));
    let mut done = chain.flat_map(|one| &one.provision.amended).filter(|done| done.is_of_whole());
    let wrote = |action| action == Action::Inserted || (is_new && action == Action::Replaced);
    done.find(|done| wrote(done.action)).map(|done| done.act.as_str())
}

/// A provision never applies before the act enters into force that inserted it.
///
/// Source: Article 297 TFEU.
fn not_before(one: &mut Applies, act: &str, calendar: &Calendar) {
    match calendar.acts_in_force.get(act) {
        Some(day) if one.day.is_some_and(|own| own < *day) => {
            (one.when, one.day, one.latest) = (When::Date(*day), Some(*day), Some(*day));
            one.written_by = Some(act.to_owned());
        }
        Some(_) => {}
        None => {
            let entry = When::At(Occasion::Words(format!("{act}: {ENTRY}")));
            one.when = When::LaterOf(vec![one.when.clone(), entry]);
            (one.day, one.latest) = (None, None);
            one.written_by = Some(act.to_owned());
        }
    }
}

/// How near a rule names a provision: its place among what the provision stands in; none where it does not reach it.
fn distance(governed: &Governed, chain: &[&Locator]) -> Option<usize> {
    let names = |list: &[Locator], at: usize| list.contains(chain[at]);
    let reached = if governed.provisions.is_empty() {
        Some(chain.len())
    } else {
        (0..chain.len()).find(|at| names(&governed.provisions, *at))
    }?;
    let excepted = (0..chain.len()).any(|at| at <= reached && names(&governed.except, at));
    (!excepted).then_some(reached)
}

/// The distance of rules that divide the provision among several cases, where some do.
fn divided(found: &[Applies]) -> Option<usize> {
    let with_case = || found.iter().filter(|one| one.case.is_some());
    let lead_in = |one: &Applies| one.basis.first().and_then(Locator::parent);
    let several = with_case().find(|one| {
        let alike = with_case().filter(|other| lead_in(other) == lead_in(one) && other.distance == one.distance);
        alike.count() > 1
    });
    several.map(|one| one.distance)
}

/// Whether two cases are one: they are defined by some provision in common.
pub(super) fn same_case(one: Option<&Case>, other: Option<&Case>) -> bool {
    match (one, other) {
        (None, None) => true,
        (Some(one), Some(other)) => {
            one.words == other.words || one.provisions.iter().any(|place| other.provisions.contains(place))
        }
        _ => false,
    }
}
