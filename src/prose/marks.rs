//! Dates and references in the wording, noted where they stand.

use std::collections::HashMap;

use rayon::prelude::*;

use super::{dates, references};
use crate::law::{Kind, Language, Mark, MarkKind, Outline, Placed, Provision, Version};

/// Notes the dates and references in those texts of a version that `wants` names.
pub fn note_marks(version: &mut Version, wants: &(dyn Fn(&Provision) -> bool + Sync)) {
    let language = version.language;
    let mut found: HashMap<usize, Vec<Mark>> = {
        let outline = Outline::of(version);
        let wanted = outline.all().par_iter().filter(|placed| wants(placed.provision));
        let marked = wanted.map(|placed| (key(placed.provision), marks(placed, &outline, language)));
        marked.filter(|(_, marks)| !marks.is_empty()).collect()
    };
    for part in version.parts_mut() {
        part.iter_mut().for_each(|provision| hang(provision, &mut found));
    }
}

/// A provision keeps its place in memory while marks are looked for: that place is what it is known by meanwhile.
fn key(provision: &Provision) -> usize {
    std::ptr::from_ref(provision).addr()
}

fn hang(provision: &mut Provision, found: &mut HashMap<usize, Vec<Mark>>) {
    if let Some(marks) = found.remove(&key(provision)) {
        provision.marks.extend(marks);
        provision.marks.sort();
        provision.marks.dedup();
    }
    provision.children.iter_mut().for_each(|child| hang(child, found));
}

fn marks(placed: &Placed<'_>, outline: &Outline<'_>, language: Language) -> Vec<Mark> {
    let Some(text) = placed.provision.text.as_deref() else { return Vec::new() };
    let dates = dates(text, language).into_iter().map(|found| Mark {
        start: found.start,
        end: found.end,
        kind: MarkKind::Date,
        value: found.date.to_string(),
    });
    let quoted = in_quotation(placed, outline);
    let references = references(text, language).into_iter().map(|found| {
        let target = &found.target;
        let own = target.act.is_none() && target.through.is_none() && !quoted;
        let resolved = if own { target.address.resolve_from(outline, Some(placed)) } else { Vec::new() };
        // What cannot be told apart stays as it is written.
        let value = match resolved[..] {
            [one] => one.locator.to_string(),
            _ => target.value(),
        };
        Mark { start: found.start, end: found.end, kind: MarkKind::Reference, value }
    });
    dates.chain(references).collect()
}

fn in_quotation(placed: &Placed<'_>, outline: &Outline<'_>) -> bool {
    let mut above = Some(placed);
    while let Some(here) = above {
        if here.provision.kind == Kind::Quotation {
            return true;
        }
        above = here.parent.map(|at| &outline.all()[at]);
    }
    false
}
