//! From when the orders of an amending act apply, as its last articles say.

use super::instruction::Instruction;
use super::sentence::Sentence;
use crate::law::{Date, Kind, Language, Locator, Outline, Part, Version};
use crate::prose::{dates, references};

/// From when provisions of an act apply.
#[derive(Debug, Default)]
struct Application {
    /// The day for all that no other rule names.
    general: Option<Date>,
    /// The days for some provisions of the act.
    special: Vec<(Locator, Date)>,
}

/// Notes with each instruction the day from which it applies, where the act says one.
///
/// The day from which Member States apply the measures that transpose a directive is none: its own changes take effect with
/// its entry into force.
///
/// Source: Joint Practical Guide, guideline 20 (entry into force and application).
pub(super) fn date(act: &Version, instructions: &mut [Instruction]) {
    if instructions.is_empty() {
        return;
    }
    let outline = Outline::of(act);
    let mut application = Application::default();
    for placed in outline.all().iter().filter(|placed| placed.part == Part::Body) {
        let own = placed.provision;
        let ordering = instructions.iter().any(|one| one.place.contains(&placed.locator));
        let quoted = outline.above(placed).any(|above| above.provision.kind == Kind::Quotation);
        if let (Some(text), false, false) = (&own.text, ordering, quoted) {
            application.read(text, act.language, &outline);
        }
    }
    for instruction in instructions {
        let own = instruction.ordered_by.as_ref().unwrap_or(&instruction.place);
        let special = application.special.iter().rfind(|(locator, _)| locator.contains(own)).map(|(_, date)| *date);
        instruction.applies_from = instruction.applies_from.or(special).or(application.general);
    }
}

impl Application {
    /// Reads 'It shall apply from …', 'Article 1, points (2) and (3), shall apply from …'.
    fn read(&mut self, text: &str, language: Language, outline: &Outline<'_>) {
        let found = dates(text, language);
        if found.is_empty() {
            return;
        }
        let sentence = Sentence::of(text, language);
        let named = references(text, language);
        let mut since = 0;
        for at in 0..sentence.tokens.len() {
            let mut rest = &sentence.tokens[at..];
            let verb = rest[0].span.start;
            if sentence.take_phrase(sentence.words().applies, &mut rest).is_none() {
                continue;
            }
            let Some(day) = rest.first().and_then(|next| found.iter().find(|date| date.start == next.span.start))
            else {
                continue;
            };
            let subjects = named.iter().filter(|one| one.start >= since && one.end <= verb && one.target.act.is_none());
            let resolved: Vec<Locator> = subjects
                .flat_map(|one| one.target.address.resolve(outline))
                .map(|placed| placed.locator.clone())
                .collect();
            if resolved.is_empty() {
                self.general = Some(self.general.map_or(day.date, |known| known.min(day.date)));
            } else {
                self.special.extend(resolved.into_iter().map(|locator| (locator, day.date)));
            }
            since = day.end;
        }
    }
}
