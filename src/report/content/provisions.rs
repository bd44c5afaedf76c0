//! The page of a version, or of some of its provisions.

use crate::diff::{Op, Run};
use crate::languages::{Phrase, vocabulary};
use crate::law::{Fidelity, Kind, Language, Locator, Outline, Placed, Version};
use crate::prose::{citation, long_date};
use crate::report::page::{Block, Page, Passage, Section, Tone};

/// The page of a version: all of it, or the provisions at the given addresses.
pub fn provisions(version: &Version, locators: &[Locator], language: Language) -> Page {
    let say = vocabulary(language).phrases;
    let outline = Outline::of(version);
    let mut sections: Vec<Section> = Vec::new();
    if locators.is_empty() {
        let mut rest: &[Placed<'_>] = outline.all();
        while let Some(first) = rest.first() {
            let whole = if first.provision.kind.is_unit() { outline.from(&first.locator).len() } else { 1 };
            sections.push(section(&rest[..whole.max(1)], language));
            rest = &rest[whole.max(1)..];
        }
    } else {
        sections.extend(locators.iter().map(|locator| section(outline.from(locator), language)));
    }
    let mut notes = Vec::new();
    if version.fidelity == Fidelity::Digest {
        notes.push(say(Phrase::DigestNote).to_owned());
    }
    notes.extend(version.source.caution.clone());
    let mut source = format!("{}, {} {}", version.source.document, version.stage, long_date(version.date, language));
    if let Some(url) = &version.source.url {
        source.push_str(&format!(", {url}"));
    }
    Page {
        language,
        text_language: version.language,
        title: version.name(),
        sources: vec![(say(Phrase::Source).to_owned(), source)],
        notes,
        summary: None,
        total: String::new(),
        sections,
    }
}

fn section(provisions: &[Placed<'_>], language: Language) -> Section {
    let Some(first) = provisions.first() else {
        return Section { anchor: String::new(), heading: String::new(), status: None, blocks: Vec::new() };
    };
    let name = citation(&first.locator, language);
    let heading = match first.provision.heading.as_deref().filter(|_| first.provision.kind != Kind::ActTitle) {
        Some(heading) => format!("{name} – {heading}"),
        None => name,
    };
    let blocks = provisions.iter().enumerate().filter_map(|(at, placed)| block(placed, at == 0, language));
    Section { anchor: first.locator.to_string(), heading, status: None, blocks: blocks.collect() }
}

fn block(placed: &Placed<'_>, first: bool, language: Language) -> Option<Block> {
    let provision = placed.provision;
    let passage = |heading: bool, text: &Option<String>| {
        let text = text.clone()?;
        Some(Passage { heading, runs: vec![Run { op: Op::Kept, text, old_text: None }] })
    };
    let heading = if first { None } else { passage(true, &provision.heading) };
    let passages: Vec<Passage> = [heading, passage(false, &provision.text)].into_iter().flatten().collect();
    let deleted = provision.is_deleted().then(|| (vocabulary(language).phrases)(Phrase::Deleted).to_owned());
    if passages.is_empty() && deleted.is_none() {
        return None;
    }
    Some(Block {
        address: citation(&placed.locator, language),
        status: deleted,
        tone: Tone::Plain,
        passages,
        readings: Vec::new(),
    })
}
