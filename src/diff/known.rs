//! What the versions do not know of themselves: a passage whose text at a stage nobody could find out has neither changed
//! nor stayed the same.

use super::{NotKnown, ProvisionChange, Reliance, UnitChange, What, WhichSide, words_changed};
use crate::law::{Kind, Locator, Number, Outline, Segment, SegmentKind, Unknown, Version};

/// One of two versions with its provisions.
pub(super) struct Known<'v> {
    pub version: &'v Version,
    pub outline: &'v Outline<'v>,
}

/// Notes with each change how well it is established, and puts an unknown in the place of what would be said of a passage
/// that one of the versions does not know.
pub(super) fn mark(units: &mut Vec<UnitChange>, old: &Known<'_>, new: &Known<'_>) {
    let sides = [(WhichSide::Old, old.version), (WhichSide::New, new.version)];
    if sides.iter().all(|(_, version)| version.evidence.is_empty()) {
        return;
    }
    for change in units.iter_mut().flat_map(|unit| &mut unit.changes) {
        let places = [change.old.as_ref().or(change.new.as_ref()), change.new.as_ref().or(change.old.as_ref())];
        for ((side, version), place) in sides.iter().zip(places) {
            let Some(place) = place else { continue };
            let stated = version.evidence.statement(place);
            change.relies_on.extend(stated.map(|statement| Reliance { side: *side, statement: statement.clone() }));
        }
    }
    let mut all: Vec<(WhichSide, &Unknown, &Locator)> = Vec::new();
    for (side, version) in sides {
        let unknown = version.evidence.unknown.iter();
        all.extend(unknown.flat_map(|one| one.places.iter().map(move |place| (side, one, place))));
    }
    all.sort_by_key(|(_, _, place)| place.segments().len());
    for (side, unknown, place) in all {
        let at = unit_for(units, place, old, new);
        let unit = &mut units[at];
        let not_known = NotKnown { side, searched: unknown.searched.clone(), note: unknown.note.clone() };
        let is_within = |change: &ProvisionChange| {
            [&change.old, &change.new].into_iter().flatten().any(|own| place.contains(own) && own != place)
        };
        unit.changes.retain(|change| !is_within(change));
        let own =
            |change: &&mut ProvisionChange| [&change.old, &change.new].into_iter().flatten().any(|own| own == place);
        let covering = |change: &ProvisionChange| {
            change.what == What::Unknown
                && [&change.old, &change.new].into_iter().flatten().any(|own| own.contains(place))
        };
        if let Some(wider) = unit.changes.iter_mut().find(|change| covering(change)) {
            if !wider.unknown.contains(&not_known) {
                wider.unknown.push(not_known);
            }
            continue;
        }
        match unit.changes.iter_mut().find(own) {
            Some(change) => {
                change.what = What::Unknown;
                change.heading.clear();
                change.text.clear();
                change.readings.clear();
                change.made_by.clear();
                change.elsewhere = None;
                change.unknown.push(not_known);
            }
            None => {
                let later = |change: &ProvisionChange| change.locator().is_some_and(|own| order(own) > order(place));
                let at = unit.changes.iter().position(later).unwrap_or(unit.changes.len());
                unit.changes.insert(at, unknown_change(place, old, new, not_known));
            }
        }
    }
    for unit in units {
        (unit.words_removed, unit.words_added) = words_changed(&unit.changes);
        if unit.changes.iter().all(|change| change.what == What::Unknown) {
            unit.what = What::Unknown;
        }
    }
}

fn unknown_change(place: &Locator, old: &Known<'_>, new: &Known<'_>, not_known: NotKnown) -> ProvisionChange {
    let there = |side: &Known<'_>| side.outline.get(place).map(|placed| placed.locator.clone());
    let (was, is) = (there(old), there(new));
    let provision = new.outline.get(place).or_else(|| old.outline.get(place)).map(|placed| placed.provision);
    let nowhere = was.is_none() && is.is_none();
    ProvisionChange {
        old: was,
        new: if nowhere { Some(place.clone()) } else { is },
        kind: provision.map_or(Kind::Paragraph, |provision| provision.kind),
        label: provision.and_then(|provision| provision.label.clone()),
        what: What::Unknown,
        elsewhere: None,
        made_by: Vec::new(),
        heading: Vec::new(),
        text: Vec::new(),
        readings: Vec::new(),
        relies_on: Vec::new(),
        unknown: vec![not_known],
    }
}

/// What addresses are put in order by: recitals, articles, annexes; then by their numbers.
pub(super) fn order(place: &Locator) -> Vec<(u8, Vec<(u32, String)>)> {
    let rank = |kind: SegmentKind| match kind {
        SegmentKind::Recital => 0,
        SegmentKind::Annex => 2,
        _ => 1,
    };
    let number = |segment: &Segment| segment.number.as_ref().map(Number::order).unwrap_or_default();
    place.segments().iter().map(|segment| (rank(segment.kind), number(segment))).collect()
}

/// The place in the list of the unit that a provision sits in, which is put there by its number where it is missing.
fn unit_for(units: &mut Vec<UnitChange>, place: &Locator, old: &Known<'_>, new: &Known<'_>) -> usize {
    let unit_steps = place.segments().iter().take(1).cloned().collect();
    let unit = Locator::from_segments(unit_steps).unwrap_or_else(|| place.clone());
    if let Some(at) = units.iter().position(|one| one.old.as_ref() == Some(&unit) || one.new.as_ref() == Some(&unit)) {
        return at;
    }
    let later = |one: &UnitChange| one.locator().is_some_and(|other| order(other) > order(&unit));
    let at = units.iter().position(later).unwrap_or(units.len());
    let placed = new.outline.get(&unit).or_else(|| old.outline.get(&unit));
    let kind = match unit.last().kind {
        SegmentKind::Annex => Kind::Annex,
        SegmentKind::Recital => Kind::Recital,
        _ => Kind::Article,
    };
    let there = |side: &Known<'_>| side.outline.get(&unit).map(|_| unit.clone());
    let nowhere = placed.is_none();
    units.insert(
        at,
        UnitChange {
            old: there(old),
            new: if nowhere { Some(unit.clone()) } else { there(new) },
            kind,
            heading: placed.and_then(|placed| placed.provision.heading.clone()),
            what: What::Unknown,
            words_removed: 0,
            words_added: 0,
            changes: Vec::new(),
        },
    );
    at
}
