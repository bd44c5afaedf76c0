//! Many addresses in few words.

use crate::law::{Language, Locator, Number, Outline};
use crate::prose::citation;

/// How many addresses are named at most before the rest is counted.
const NAMED: usize = 12;

/// Addresses as cited, neighbours that follow each other in the text as a range: 'Article 102 – Article 110'.
pub(super) fn places(all: &[Locator], outline: &Outline<'_>, language: Language) -> String {
    let position = |place: &Locator| outline.all().iter().position(|placed| placed.locator == *place);
    let mut named: Vec<String> = Vec::new();
    let mut at = 0;
    while at < all.len() {
        let mut end = at;
        while end + 1 < all.len() && follows(&all[end], &all[end + 1], outline, &position) {
            end += 1;
        }
        named.push(if end > at + 1 {
            format!("{} – {}", citation(&all[at], language), citation(&all[end], language))
        } else {
            at = at.min(end);
            citation(&all[at], language)
        });
        at = if end > at + 1 { end + 1 } else { at + 1 };
    }
    let rest = named.len().saturating_sub(NAMED);
    named.truncate(NAMED);
    let more = if rest == 0 { String::new() } else { format!(", … (+{rest})") };
    format!("{}{more}", named.join(", "))
}

/// Whether one provision is the next of its kind behind another, at the same depth.
fn follows(one: &Locator, next: &Locator, outline: &Outline<'_>, position: &dyn Fn(&Locator) -> Option<usize>) -> bool {
    let alike = one.parent() == next.parent() && one.last().kind == next.last().kind;
    let (Some(from), Some(to)) = (position(one), position(next)) else {
        return alike && numbers(one).is_some_and(|number| numbers(next) == Some(number + 1));
    };
    let between = outline.all()[from + 1..to].iter();
    alike && between.clone().all(|placed| one.contains(&placed.locator))
}

fn numbers(place: &Locator) -> Option<u32> {
    place.last().number.as_ref().and_then(|number: &Number| number.as_str().parse().ok())
}
