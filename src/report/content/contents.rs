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
        if entries.is_empty() {
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
        for entry in entries {
            let kept = match entry.place {
                Place::BuiltIn(_) => Phrase::BuiltIn,
                Place::File(_) => Phrase::OwnLibrary,
            };
            let cells =
                [work.short_title(language).to_owned(), entry.name(), entry.language.to_string(), say(kept).to_owned()];
            rows.push((None, cells.into_iter().map(Cell::Words).collect()));
        }
    }
    let mut sections = Vec::new();
    if timeline {
        for (work, _) in works {
            let lines = work.timeline.iter().map(|step| {
                let document = step.document.as_deref().map(|document| format!(" ({document})")).unwrap_or_default();
                format!("{}: {}{document}", long_date(step.date, language), step.event)
            });
            let heading = format!("{} ({})", work.short_title(language), work.celex);
            sections.push(Section::of_lines(work.name.clone(), heading, lines));
        }
    }
    Page {
        summary: Some(Table::of(Phrase::Library, &columns, 0, rows.into_iter(), language)),
        sections,
        ..Page::titled(language, say(Phrase::Library).to_owned())
    }
}
