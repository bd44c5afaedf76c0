use serde::{Deserialize, Serialize};

use super::{Date, Event, Period};

/// When something is due, starts or ends: a day, or a rule that yields one.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum When {
    /// A day of the calendar.
    Date(Date),
    /// A period after something happens: 'twelve months after the decision'.
    After(Count),
    /// A period before something happens: 'at least 30 days before the testing'.
    Before(Count),
    /// When something happens: 'before the system is placed on the market'.
    At(Occasion),
    /// Without delay, from something that happens where the text names it.
    Immediately(Option<Occasion>),
    /// Again and again: 'every two years thereafter'.
    Every(Repetition),
    /// As long as a period lasts: 'for ten years after the system was placed on the market'.
    For(Count),
    /// The earliest of several.
    EarlierOf(Vec<When>),
    /// The latest of several.
    LaterOf(Vec<When>),
    /// Words that could not be read as one of these.
    Unknown(String),
}

/// A period with what it is counted from.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Count {
    /// How long.
    pub period: Period,
    /// From what, or up to what.
    pub event: Occasion,
}

/// A period after which something is due again.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Repetition {
    /// How long it is from one time to the next.
    pub period: Period,
    /// When it is due for the first time, where the text says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Box<When>>,
}

/// Something that periods are counted from.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(untagged)]
pub enum Occasion {
    /// Something that happens to the act itself.
    Of(Event),
    /// Anything else, in words.
    Words(String),
}

impl When {
    /// The day, where it is certain: `day_of` tells those of the act's own events.
    ///
    /// Source: Regulation (EEC, Euratom) No 1182/71, Article 3 (periods).
    pub fn day(&self, day_of: &dyn Fn(Event) -> Option<Date>) -> Option<Date> {
        match self {
            When::Date(date) => Some(*date),
            When::After(Count { period, event: Occasion::Of(event) }) => day_of(*event)?.end_of(*period),
            When::At(Occasion::Of(event)) => day_of(*event),
            When::EarlierOf(all) => {
                all.iter().map(|one| one.day(day_of)).collect::<Option<Vec<_>>>()?.into_iter().min()
            }
            When::LaterOf(all) => all.iter().map(|one| one.day(day_of)).collect::<Option<Vec<_>>>()?.into_iter().max(),
            When::Every(Repetition { from, .. }) => from.as_ref()?.day(day_of),
            _ => None,
        }
    }

    /// The day by which it has come at the latest, where there is one: the long-stop of a conditional date.
    pub fn latest_day(&self, day_of: &dyn Fn(Event) -> Option<Date>) -> Option<Date> {
        match self {
            When::EarlierOf(all) => all.iter().filter_map(|one| one.latest_day(day_of)).min(),
            When::LaterOf(all) => {
                all.iter().map(|one| one.latest_day(day_of)).collect::<Option<Vec<_>>>()?.into_iter().max()
            }
            one => one.day(day_of),
        }
    }

    /// Whether the day hangs on something outside the text that may happen on any day, or never.
    pub fn is_conditional(&self) -> bool {
        match self {
            When::Date(_) | When::Unknown(_) => false,
            When::After(count) | When::Before(count) | When::For(count) => matches!(count.event, Occasion::Words(_)),
            When::At(event) => matches!(event, Occasion::Words(_)),
            When::Immediately(_) => true,
            When::Every(again) => again.from.as_ref().is_none_or(|from| from.is_conditional()),
            When::EarlierOf(all) | When::LaterOf(all) => all.iter().any(When::is_conditional),
        }
    }

    /// Every day of the calendar that it names.
    pub fn days(&self) -> Vec<Date> {
        match self {
            When::Date(date) => vec![*date],
            When::EarlierOf(all) | When::LaterOf(all) => all.iter().flat_map(When::days).collect(),
            When::Every(Repetition { from: Some(from), .. }) => from.days(),
            _ => Vec::new(),
        }
    }
}
