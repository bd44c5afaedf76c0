//! Calendars as files of RFC 5545.

use icalendar::{Component, Event};

use crate::calendar::{Calendar, Entry};
use crate::languages::vocabulary;
use crate::law::{Date, Language, Version};
use crate::prose::citation;

/// A calendar with an event for each deadline that has a day. The identifier of an event is made of the work, the kind of
/// deadline, the provision and its place among those of that provision: it stays the same when the day moves, so that a
/// later export updates the event.
pub fn ics(calendar: &Calendar, version: &Version, language: Language) -> String {
    let mut out = icalendar::Calendar::new();
    let mut count = std::collections::HashMap::new();
    for entry in &calendar.entries {
        let Some(day) = entry.sorts_by() else { continue };
        let basis = entry.deadline.basis.first().map(ToString::to_string).unwrap_or_default();
        let key = format!("{}-{}-{}", version.work, entry.deadline.kind.code(), basis.replace('/', "."));
        let nth = count.entry(key.clone()).or_insert(0);
        *nth += 1;
        out.push(event(entry, day, &format!("{key}-{nth}@lexdelta"), version, language));
    }
    out.to_string()
}

fn event(entry: &Entry, day: Date, id: &str, version: &Version, language: Language) -> Event {
    let deadline = &entry.deadline;
    let who: Vec<&str> = deadline.who.iter().map(|actor| (vocabulary(language).actors)(*actor)).collect();
    let told = if who.is_empty() { deadline.what.clone() } else { format!("{}: {}", who.join(", "), deadline.what) };
    let basis: Vec<String> = deadline.basis.iter().map(|place| citation(place, language)).collect();
    let compact = |date: Date| date.to_string().replace('-', "");
    let mut event = Event::new();
    event.uid(id);
    event.summary(&told);
    event.description(&format!("{} ({})", basis.join("; "), version.name()));
    // All day: the end is the day after. The stamp is the version's date: the clock is not read.
    event.append_property(icalendar::Property::new("DTSTART", compact(day)).append_parameter(("VALUE", "DATE")).done());
    let end = day.days_later(1).unwrap_or(day);
    event.append_property(icalendar::Property::new("DTEND", compact(end)).append_parameter(("VALUE", "DATE")).done());
    event.add_property("DTSTAMP", format!("{}T000000Z", compact(version.date)));
    event.done()
}
