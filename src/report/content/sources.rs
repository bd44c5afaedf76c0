//! What a page says of the versions that it rests on.

use crate::diff::{Instruction, Side};
use crate::languages::{Phrase, vocabulary};
use crate::law::{Celex, Fidelity, Language, Locator, Stage};
use crate::prose::{act_name, citation, long_date};

/// 'Regulation (EU) 2024/1689, Official Journal, 12 July 2024 (en, official wording), https://…'
pub(super) fn source(side: &Side, language: Language) -> String {
    let say = vocabulary(language).phrases;
    let act = act_name(&side.celex, language);
    let document = match &side.document {
        // The document of a derived version names the act itself.
        Some(document) if document.starts_with(&act) => document.clone(),
        Some(document) => format!("{act}, {document}"),
        None => act,
    };
    let mut line = format!(
        "{document}, {}, {} ({}, {})",
        say(Phrase::Stage(side.stage)),
        long_date(side.date, language),
        side.language,
        say(Phrase::Fidelity(side.fidelity)),
    );
    if let Some(url) = &side.url {
        line.push_str(&format!(", {url}"));
    }
    line
}

/// What a reader must know before relying on texts: that they are digests, or consolidations, or in another language.
pub(super) fn cautions(sides: &[&Side], language: Language) -> Vec<String> {
    let say = vocabulary(language).phrases;
    let any = |wanted: &dyn Fn(&Side) -> bool| sides.iter().any(|side| wanted(side));
    let mut notes: Vec<String> = Vec::new();
    if any(&|side| side.fidelity == Fidelity::Digest) {
        notes.push(say(Phrase::DigestNote).to_owned());
    }
    if any(&|side| side.stage == Stage::Consolidated && side.fidelity == Fidelity::Verbatim) {
        notes.push(say(Phrase::ConsolidationNote).to_owned());
    }
    for (side, by) in sides.iter().filter_map(|side| Some((side, side.repealed_by.as_ref()?))) {
        notes.push(format!("{}: {} {}.", side.version, say(Phrase::Repealed), instruction(by, language)));
    }
    for caution in sides.iter().filter_map(|side| side.caution.as_ref()) {
        if !notes.contains(caution) {
            notes.push(caution.clone());
        }
    }
    for side in sides.iter().filter(|side| side.unknown > 0) {
        notes.push(format!("{}: {} {}.", side.version, say(Phrase::PlacesNotKnown), side.unknown));
    }
    if any(&|side| side.language != language) {
        notes.push(say(Phrase::OtherLanguage).to_owned());
    }
    notes
}

/// 'Regulation (EU) 2026/1744, Article 1, point (40)(a)': an instruction as a consolidation names it.
pub(super) fn instruction(made: &Instruction, language: Language) -> String {
    let named = || Celex::parse(&made.act).map_or_else(|_| made.act.clone(), |celex| act_name(&celex, language));
    let act = made.document.clone().unwrap_or_else(named);
    // Corrigenda are numbered by correction, which is no address.
    match made.place.as_deref().filter(|place| !place.starts_with("cr_")) {
        Some(place) => {
            let place = place.parse::<Locator>().map_or_else(|_| place.to_owned(), |place| citation(&place, language));
            format!("{act}, {place}")
        }
        None => act,
    }
}
