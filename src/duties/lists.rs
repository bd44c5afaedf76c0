//! Lists: what the words before the points make of them.

use super::Span;
use super::lexicon::Lexicon;
use crate::languages::Points;
use crate::law::{Actor, Locator, Modality};

/// What a point takes from the words before its list.
#[derive(Debug, Clone)]
pub(super) struct Inherited {
    pub points: Points,
    pub who: Vec<Actor>,
    pub modality: Modality,
    /// The provision with the words before the list.
    pub lead: Locator,
    /// Until when, where the words before the list say so.
    pub by: Option<crate::law::When>,
    pub condition: Option<String>,
    /// What is to be done in each case of a list of cases, and where the words before it say so.
    pub act: Option<Span>,
}

impl Inherited {
    /// Points that are no acts.
    pub(super) fn content(lead: Locator) -> Inherited {
        let (who, modality) = (Vec::new(), Modality::Must);
        Inherited { points: Points::Content, who, modality, lead, by: None, condition: None, act: None }
    }
}

/// What the points of a list are, by the words before it and how the points begin.
pub(super) fn points<'a>(lead: &str, points: impl Iterator<Item = &'a str>, words: &Lexicon) -> Points {
    let all: Vec<&str> = points.collect();
    let fits = |point: &regex::Regex| all.iter().all(|text| point.is_match(text.trim_start()));
    let form = words.lists.iter().find(|(says, point, _)| says.is_match(lead.trim_end()) && fits(point));
    form.map_or(Points::Content, |(_, _, points)| *points)
}
