//! The page of a version, or of some of its provisions.

use std::collections::HashSet;

use super::calendar::due;
use super::evidence::{sources as evidence_sources, statement, unknown};
use super::sources::{cautions, instruction, source};
use crate::calendar::Applies;
use crate::diff::{Instruction, Op, Run, Side};
use crate::languages::{Phrase, vocabulary};
use crate::law::{Amendment, Celex, Correspondence, Kind, Language, Locator, Outline, Placed, Provision, Version};
use crate::prose::{act_name, citation};
use crate::report::page::{Block, Page, Passage, Section, Tone};

/// The page of a version: all of it, or the provisions at the given addresses.
/// `outline` is that of the version.
/// `applies` says of a provision from when it applies.
pub fn provisions(
    version: &Version,
    outline: &Outline<'_>,
    locators: &[Locator],
    applies: impl Fn(&Locator) -> Vec<Applies>,
    language: Language,
) -> Page {
    let say = vocabulary(language).phrases;
    let mut sections: Vec<Section> = Vec::new();
    if locators.is_empty() {
        let mut rest: &[Placed<'_>] = outline.all();
        while let Some(first) = rest.first() {
            let whole = if first.provision.kind.is_unit() { outline.from(&first.locator).len() } else { 1 };
            sections.push(section(&rest[..whole.max(1)], version, language));
            rest = &rest[whole.max(1)..];
        }
    } else {
        sections.extend(locators.iter().map(|locator| {
            let mut section = section(outline.from(locator), version, language);
            // What was done to all that the provision stands in was done to it too.
            let around =
                outline.get(locator).map(|placed| inherited(outline, placed, version, language)).unwrap_or_default();
            if let Some(first) = section.blocks.first_mut() {
                first.origins.extend(around);
                first.origins.dedup();
            }
            let from: Vec<String> = applies(locator).iter().map(|one| applies_words(one, language)).collect();
            section.status = (!from.is_empty()).then(|| from.join("; "));
            section
        }));
    }
    let side = Side::of(version);
    sections.extend(nowhere(version, outline, language));
    let shown: HashSet<&Locator> = match locators {
        [] => outline.all().iter().map(|placed| &placed.locator).collect(),
        some => some.iter().flat_map(|place| outline.from(place)).map(|placed| &placed.locator).collect(),
    };
    sections.extend(evidence_sources(&[&side], &version.evidence.sources_at(&shown), language));
    Page {
        text_language: version.language,
        sources: vec![(say(Phrase::Source).to_owned(), source(&side, language))],
        notes: cautions(&[&side], language),
        sections,
        ..Page::titled(language, version.name())
    }
}

fn section(provisions: &[Placed<'_>], version: &Version, language: Language) -> Section {
    let Some(first) = provisions.first() else {
        return Section { anchor: String::new(), heading: String::new(), status: None, blocks: Vec::new() };
    };
    let name = citation(&first.locator, language);
    let heading = match first.provision.heading.as_deref().filter(|_| first.provision.kind != Kind::ActTitle) {
        Some(heading) => format!("{name} – {heading}"),
        None => name,
    };
    let blocks = provisions.iter().enumerate().filter_map(|(at, placed)| block(placed, at == 0, version, language));
    Section { anchor: first.locator.to_string(), heading, status: None, blocks: blocks.collect() }
}

fn block(placed: &Placed<'_>, first: bool, version: &Version, language: Language) -> Option<Block> {
    let provision = placed.provision;
    let kept =
        |heading: bool, text: String| Passage { heading, runs: vec![Run { op: Op::Kept, text, old_text: None }] };
    let text = match provision.kind {
        Kind::Row => Some(row(provision)),
        // Its row shows it.
        Kind::Cell => None,
        _ => provision.text.clone(),
    };
    let heading = provision.heading.clone().filter(|_| !first);
    let passages: Vec<Passage> =
        heading.map(|text| kept(true, text)).into_iter().chain(text.map(|text| kept(false, text))).collect();
    let say = vocabulary(language).phrases;
    let evidence = &version.evidence;
    let deleted = provision.is_deleted().then_some(Phrase::Deleted);
    let not_known = evidence.unknown.iter().find(|one| one.places.contains(&placed.locator));
    let status = not_known.map(|_| Phrase::NotKnown).or(deleted);
    if passages.is_empty() && status.is_none() {
        return None;
    }
    let mut origins = origins(provision, version, language);
    let elsewhere = version.correspondences.iter().filter(|one| one.places.contains(&placed.locator));
    origins.extend(elsewhere.map(|one| corresponds(one, language)));
    let stated = evidence.stated.iter().filter(|one| one.places.contains(&placed.locator));
    origins.extend(stated.map(|stated| statement(stated, language)));
    origins.extend(not_known.map(|one| unknown(one, language)));
    Some(Block {
        address: citation(&placed.locator, language),
        status: status.map(|status| say(status).to_owned()),
        origins,
        tone: Tone::Plain,
        passages,
        readings: Vec::new(),
    })
}

/// Passages that are not known and that the text does not have, as other stages may have inserted them.
fn nowhere(version: &Version, outline: &Outline<'_>, language: Language) -> Option<Section> {
    let absent = version.evidence.unknown.iter().filter_map(|one| {
        let places: Vec<String> = one
            .places
            .iter()
            .filter(|place| outline.get(place).is_none())
            .map(|place| citation(place, language))
            .collect();
        (!places.is_empty()).then(|| format!("{}: {}", places.join("; "), unknown(one, language)))
    });
    let lines: Vec<String> = absent.collect();
    let heading = (vocabulary(language).phrases)(Phrase::PlacesNotKnown).to_owned();
    (!lines.is_empty()).then(|| Section::of_lines("not-known".to_owned(), heading, lines.into_iter()))
}

/// 'applies from 2 August 2026 (Article 113, second paragraph)'.
fn applies_words(one: &Applies, language: Language) -> String {
    let say = vocabulary(language).phrases;
    let when = due(&one.when, one.day, one.latest, language);
    let case = one.case.as_ref().map(|case| format!(" {} {}", say(Phrase::AsRegards), case.words)).unwrap_or_default();
    let basis = match &one.written_by {
        Some(act) => Celex::parse(act).map_or_else(|_| act.clone(), |celex| act_name(&celex, language)),
        None => one.basis.first().map(|place| citation(place, language)).unwrap_or_default(),
    };
    format!("{} {when}{case} ({basis})", say(Phrase::AppliesFrom))
}

/// 'corresponds to Article 50 in ai-act@2024-07-12.oj'.
fn corresponds(one: &Correspondence, language: Language) -> String {
    let say = vocabulary(language).phrases;
    let places: Vec<String> = one.to.iter().map(|place| citation(place, language)).collect();
    let told = if places.is_empty() {
        format!("{} {}", say(Phrase::HasNoCounterpart), one.version)
    } else {
        format!("{} {} ({})", say(Phrase::Corresponds), places.join(", "), one.version)
    };
    let note = one.note.as_ref().map(|note| format!(": {note}")).unwrap_or_default();
    format!("{told}{note}")
}

/// The instructions that wrote all of something that the provision stands in.
fn inherited(outline: &Outline<'_>, placed: &Placed<'_>, version: &Version, language: Language) -> Vec<String> {
    let done = outline.above(placed).flat_map(|above| &above.provision.amended);
    done.filter(|done| done.is_of_whole()).map(|done| origin(done, version, language)).collect()
}

/// The cells of a row beside each other.
fn row(row: &Provision) -> String {
    let cells = row.children.iter().map(|cell| cell.full_text().replace('\n', " "));
    cells.collect::<Vec<_>>().join(" | ")
}

/// The instructions that wrote or deleted the provision, or a passage of it.
fn origins(provision: &Provision, version: &Version, language: Language) -> Vec<String> {
    let done = provision.deleted.iter().chain(&provision.amended);
    let mut lines: Vec<String> = Vec::new();
    for done in done {
        let line = origin(done, version, language);
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    lines
}

fn origin(done: &Amendment, version: &Version, language: Language) -> String {
    format!(
        "{} {}",
        (vocabulary(language).phrases)(Phrase::By),
        instruction(&Instruction::of(done, &version.source.amended_by), language)
    )
}
