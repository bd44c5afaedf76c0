//! The page around a text with tracked changes.

use super::changes::changes;
use super::evidence::not_known;
use crate::diff::{ChangeSet, RedlineUnit};
use crate::languages::{Phrase, vocabulary};
use crate::law::Language;
use crate::prose::citation;
use crate::report::page::{Page, Section};

/// The page around the text of changed units: what is compared, the summary, what is not known, the sources. The text
/// itself is in the units, whose heads are given names here where they have none.
/// `work` is what people call the act.
pub fn redline(set: &ChangeSet, units: &mut [RedlineUnit], work: Option<&str>, language: Language) -> Page {
    let mut page = changes(set, work, language);
    // What stands there of single provisions is in the text itself.
    page.sections.retain(|section| section.anchor == SOURCES);
    let all = set.units.iter().flat_map(|unit| &unit.changes);
    let unknown = all.filter(|change| !change.unknown.is_empty()).flat_map(|change| {
        let place = change.locator().map(|place| citation(place, language)).unwrap_or_default();
        change.unknown.iter().map(move |one| format!("{place}: {}", not_known(one, language)))
    });
    let unknown: Vec<String> = unknown.collect();
    if !unknown.is_empty() {
        let heading = (vocabulary(language).phrases)(Phrase::PlacesNotKnown).to_owned();
        page.sections.insert(0, Section::of_lines("not-known".to_owned(), heading, unknown.into_iter()));
    }
    name_heads(units, page.text_language);
    page
}

/// The anchor of the list of sources.
const SOURCES: &str = "sources";

/// Gives the head of each unit a number where the text has none: a digest may hold the number alone.
fn name_heads(units: &mut [RedlineUnit], language: Language) {
    use crate::diff::{LinePart, Op, Run};
    for unit in units {
        for line in unit.lines.iter_mut().filter(|line| line.part == LinePart::Head && line.label.is_empty()) {
            let name = |place: &Option<crate::law::Locator>| place.as_ref().map(|place| citation(place, language));
            let run = |op: Op, text: String| Run { op, text, old_text: None };
            line.label = match (line.op, name(&unit.old), name(&unit.new)) {
                (Op::Removed, Some(old), _) => vec![run(Op::Removed, old)],
                (Op::Added, _, Some(new)) => vec![run(Op::Added, new)],
                (Op::Kept, Some(old), Some(new)) if old != new => vec![run(Op::Removed, old), run(Op::Added, new)],
                (Op::Kept, _, Some(new)) => vec![run(Op::Kept, new)],
                _ => Vec::new(),
            };
        }
    }
}
