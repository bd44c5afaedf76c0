//! The page of what a library holds.

use crate::languages::{Phrase, vocabulary};
use crate::law::{Language, Work};
use crate::library::{Entry, Place};
use crate::prose::long_date;
use crate::report::page::{Cell, Page, Section, Table};

/// The page of what a library holds: each work with its versions, and its timeline where only one is asked for.
pub fn contents(works: &[(&Work, Vec<&Entry>)], timeline: bool, language: Language) -> Page {
    let say = vocabulary(language).phrases;
    let columns = [Phrase::Work, Phrase::Version, Phrase::Language, Phrase::Kept];
    let mut rows = Vec::new();
    for (work, entries) in works {
        if entries.is_empty() && timeline {
            rows.push((
                None,
                vec![
                    Cell::Words(work.short_title(language).to_owned()),
                    // Its name, by which its versions would be named.
                    Cell::Words(format!("{}: –", work.name)),
                    Cell::Words(String::new()),
                    Cell::Words(String::new()),
                ],
            ));
        }
        let mut title = work.short_title(language).to_owned();
        for alike in entries.chunk_by(|one, next| (one.name(), kept(one)) == (next.name(), kept(next))) {
            let languages = alike.iter().map(|entry| entry.language.to_string()).collect::<Vec<_>>().join(", ");
            // The title stands once, before the first of its versions.
            let cells = [std::mem::take(&mut title), alike[0].name(), languages, say(kept(alike[0])).to_owned()];
            rows.push((None, cells.into_iter().map(Cell::Words).collect()));
        }
    }
    let mut sections = Vec::new();
    if timeline {
        for (work, _) in works {
            let lines = work.timeline.iter().map(|step| {
                let document = step.document.as_deref().map(|document| format!(" ({document})")).unwrap_or_default();
                let missing =
                    step.no_text.as_deref().map(|why| format!("; {}: {why}", say(Phrase::NoText))).unwrap_or_default();
                format!("{}: {}{document}{missing}", long_date(step.date, language), step.event)
            });
            let heading = format!("{} ({})", work.short_title(language), work.celex);
            sections.push(Section::of_lines(work.name.clone(), heading, lines));
        }
    }
    let without = works.iter().filter(|(_, entries)| entries.is_empty() && !timeline);
    let without: Vec<String> =
        without.map(|(work, _)| format!("{} ({})", work.short_title(language), work.name)).collect();
    if !without.is_empty() {
        let heading = format!("{}: {}", say(Phrase::WorksWithoutText), without.len());
        sections.push(Section::of_lines("without-text".to_owned(), heading, std::iter::once(without.join("; "))));
    }
    Page {
        summary: Some(Table::of(Phrase::Library, &columns, 0, rows.into_iter(), language)),
        sections,
        ..Page::titled(language, say(Phrase::Library).to_owned())
    }
}

/// Where a version is kept.
fn kept(entry: &Entry) -> Phrase {
    match entry.place {
        Place::BuiltIn(_) => Phrase::BuiltIn,
        Place::File(_) => Phrase::OwnLibrary,
    }
}
