//! From when the orders of an amending act apply, as its last articles say.

use super::instruction::Instruction;
use super::sentence::Sentence;
use crate::law::{Date, Kind, Language, Locator, Outline, Part, Stage, Version};
use crate::prose::{FoundDate, FoundReference, Meaning, dates, references};

/// From when provisions of an act apply.
#[derive(Debug, Default)]
struct Application {
    /// The day for all that no other rule names.
    general: Option<Date>,
    /// The days for some provisions of the act; none where an exception brings them back under the general rule.
    special: Vec<(Locator, Option<Date>)>,
}

/// Notes with each instruction the day from which it applies, where the act says one.
///
/// The day from which Member States apply the measures that transpose a directive is none: its own changes take effect with
/// its entry into force.
///
/// Source: Joint Practical Guide, guideline 20 (entry into force and application).
pub(super) fn date(outline: &Outline<'_>, language: Language, instructions: &mut [Instruction]) {
    if instructions.is_empty() {
        return;
    }
    let mut application = Application::default();
    for placed in outline.all().iter().filter(|placed| placed.part == Part::Body) {
        let own = placed.provision;
        let ordering = instructions.iter().any(|one| one.place.contains(&placed.locator));
        let quoted = outline.above(placed).any(|above| above.provision.kind == Kind::Quotation);
        if let (Some(text), false, false) = (&own.text, ordering, quoted) {
            application.read(text, language, outline);
        }
    }
    for instruction in instructions {
        let own = instruction.ordered_by.as_ref().unwrap_or(&instruction.place);
        let special =
            application.special.iter().rfind(|(locator, _)| locator.contains(own)).and_then(|(_, date)| *date);
        instruction.applies_from = instruction.applies_from.or(special).or(application.general);
    }
}

/// The day on which an act enters into force, as far as its text and the day of its publication tell.
///
/// Source: Article 297 TFEU (publication and entry into force); Joint Practical Guide, guideline 20.
pub fn entry_into_force(act: &Version) -> Option<Date> {
    entry_in(&Outline::of(act), act)
}

/// As [`entry_into_force`], with the outline of the act.
pub(super) fn entry_in(outline: &Outline<'_>, act: &Version) -> Option<Date> {
    let published = (act.stage == Stage::Oj).then_some(act.date);
    let enacting = outline.all().iter().filter(|placed| placed.part == Part::Body);
    let own = enacting.filter(|placed| !outline.above(placed).any(|above| above.provision.kind == Kind::Quotation));
    own.filter_map(|placed| placed.provision.text.as_deref()).find_map(|text| entered(text, act.language, published))
}

/// 'shall enter into force on the tenth day following that of its publication', 'on 1 May 2032'.
fn entered(text: &str, language: Language, published: Option<Date>) -> Option<Date> {
    let sentence = Sentence::of(text, language);
    let words = sentence.words();
    (0..sentence.tokens.len()).find_map(|at| {
        let mut rest = &sentence.tokens[at..];
        sentence.take_phrase(words.enters, &mut rest)?;
        let start = rest.first()?.span.start;
        if let Some(day) = dates(&text[start..], language).into_iter().next().filter(|day| day.start == 0) {
            return Some(day.date);
        }
        if sentence.take_phrase(words.day_of_publication, &mut rest).is_some() {
            return published;
        }
        let days = match &rest.first()?.means {
            Meaning::Ordinal(place) => u16::try_from(*place).ok(),
            // '20th'.
            Meaning::Number(number) => number.as_str().trim_end_matches(char::is_alphabetic).parse().ok(),
            _ => None,
        };
        if days.is_some() {
            rest = &rest[1..];
        }
        sentence.take_phrase(words.day_after_publication, &mut rest)?;
        published?.days_later(days.unwrap_or(1))
    })
}

impl Application {
    /// Reads 'It shall apply from …', 'Article 1, points (2) and (3), shall apply from …', 'Chapter V shall apply from …, with
    /// the exception of Article 101'. A subject that is not found in the act gives no day to anything.
    fn read(&mut self, text: &str, language: Language, outline: &Outline<'_>) {
        let found = dates(text, language);
        if found.is_empty() {
            return;
        }
        let sentence = Sentence::of(text, language);
        let rules = rules(&sentence, &found);
        let named: Vec<_> = references(text, language).into_iter().filter(|one| one.target.act.is_none()).collect();
        let within = |from: usize, to: usize| -> Vec<&FoundReference> {
            named.iter().filter(|one| one.start >= from && one.end <= to).collect()
        };
        let mut since = 0;
        for (at, rule) in rules.iter().enumerate() {
            let subjects = within(since, rule.verb);
            let next = rules.get(at + 1).map_or(text.len(), |next| next.verb);
            let exceptions = if rule.excepts { within(rule.end, next) } else { Vec::new() };
            if subjects.is_empty() {
                self.general = Some(self.general.map_or(rule.date, |known| known.min(rule.date)));
            }
            self.special.extend(covered(&subjects, outline).into_iter().map(|locator| (locator, Some(rule.date))));
            self.special.extend(covered(&exceptions, outline).into_iter().map(|locator| (locator, None)));
            since = rule.end;
        }
    }
}

/// 'shall apply from' with its day.
struct Rule {
    /// Where the verb stands.
    verb: usize,
    /// The byte after the day.
    end: usize,
    date: Date,
    /// Whether exceptions follow.
    excepts: bool,
}

fn rules(sentence: &Sentence<'_>, dates: &[FoundDate]) -> Vec<Rule> {
    let words = sentence.words();
    let mut rules: Vec<Rule> = Vec::new();
    for at in 0..sentence.tokens.len() {
        let mut rest = &sentence.tokens[at..];
        let verb = rest[0].span.start;
        if rules.last().is_some_and(|last| verb < last.end) || sentence.take_phrase(words.applies, &mut rest).is_none()
        {
            continue;
        }
        let day = rest.first().and_then(|next| dates.iter().find(|date| date.start == next.span.start));
        let Some(day) = day else { continue };
        let behind = rest.iter().position(|token| token.span.start >= day.end).unwrap_or(rest.len());
        let comma = usize::from(rest.get(behind).is_some_and(|token| token.means == Meaning::Comma));
        let mut after = &rest[behind + comma..];
        let excepts = sentence.take_phrase(words.except, &mut after).is_some();
        rules.push(Rule { verb, end: day.end, date: day.date, excepts });
    }
    rules
}

/// The provisions that references lead to; of a division, its articles, which are addressed without it.
fn covered(named: &[&FoundReference], outline: &Outline<'_>) -> Vec<Locator> {
    let mut all = Vec::new();
    for one in named {
        let ends = one.target.through.as_ref().zip(one.target.address.steps.last());
        let numbers = ends.and_then(|(last, step)| step.number.as_ref()?.through(last));
        for number in numbers.map_or(vec![None], |numbers| numbers.into_iter().map(Some).collect()) {
            let mut address = one.target.address.clone();
            if let (Some(number), Some(step)) = (number, address.steps.last_mut()) {
                step.number = Some(number);
            }
            for placed in address.resolve(outline) {
                if placed.provision.kind.is_division() {
                    let below =
                        outline.from(&placed.locator).iter().filter(|below| below.provision.kind == Kind::Article);
                    all.extend(below.map(|below| below.locator.clone()));
                } else {
                    all.push(placed.locator.clone());
                }
            }
        }
    }
    all
}
