//! Provisions in the making: their lines still carry everything that hangs on them.

use std::collections::BTreeSet;

use super::line::{AmendmentId, Line};
use super::trail::Trail;
use crate::law::{AmendedPart, Amendment, CellSpan, Footnote, Kind, Mark, MarkKind, Number, Provision};

/// A provision in the making.
#[derive(Debug)]
pub(super) struct Draft {
    pub kind: Kind,
    pub number: Option<Number>,
    pub label: Option<Line>,
    pub heading: Option<Line>,
    pub terms: Vec<String>,
    pub text: Option<Line>,
    pub deleted: Option<AmendmentId>,
    pub span: Option<CellSpan>,
    pub header: bool,
    pub children: Vec<Draft>,
}

impl Draft {
    pub fn new(kind: Kind) -> Draft {
        Draft {
            kind,
            number: None,
            label: None,
            heading: None,
            terms: Vec::new(),
            text: None,
            deleted: None,
            span: None,
            header: false,
            children: Vec::new(),
        }
    }

    /// Makes the provision, with each amendment noted at the highest place that it covers whole.
    pub fn settle(self, trail: &Trail) -> Provision {
        let (mut provision, covering) = self.settle_within(trail);
        record(&mut provision, &covering, trail);
        provision
    }

    /// Returns the provision, and the amendments that cover all of it and are not noted in it.
    fn settle_within(self, trail: &Trail) -> (Provision, BTreeSet<AmendmentId>) {
        let mut provision = Provision::new(self.kind);
        provision.number = self.number;
        provision.terms = self.terms;
        provision.span = self.span;
        provision.header = self.header;
        provision.deleted = self.deleted.map(|id| trail.get(id).clone());

        let children: Vec<_> = self.children.into_iter().map(|child| child.settle_within(trail)).collect();
        let lines = [&self.label, &self.heading, &self.text];
        let worded = lines.into_iter().flatten().filter(|line| !line.is_blank());
        let of_lines = worded.map(|line| line.covering().into_iter().collect::<BTreeSet<_>>());
        let of_children = children
            .iter()
            .filter(|(child, _)| !child.is_deleted() && has_words(child))
            .map(|(_, covering)| covering.clone());
        let covering = of_lines.chain(of_children).reduce(|a, b| &a & &b).unwrap_or_default();

        for (mut child, covers_child) in children {
            record(&mut child, &(&covers_child - &covering), trail);
            provision.children.push(child);
        }
        for (line, part) in [(&self.label, AmendedPart::Number), (&self.heading, AmendedPart::Heading)] {
            let touched: BTreeSet<_> = line.iter().flat_map(|line| &line.amended).map(|passage| passage.by).collect();
            for id in &touched - &covering {
                provision.amended.push(Amendment { only: Some(part), ..trail.get(id).clone() });
            }
        }
        if let Some(line) = &self.text {
            for passage in line.amended.iter().filter(|passage| !covering.contains(&passage.by)) {
                let (start, end) = (Some(passage.start), Some(passage.end));
                provision.amended.push(Amendment { start, end, ..trail.get(passage.by).clone() });
            }
        }
        hang_notes(&mut provision, self.label, self.heading, self.text);
        (provision, covering)
    }
}

fn record(provision: &mut Provision, amendments: &BTreeSet<AmendmentId>, trail: &Trail) {
    let whole = amendments.iter().map(|id| trail.get(*id).clone());
    provision.amended.splice(0..0, whole);
}

fn has_words(provision: &Provision) -> bool {
    provision.walk().any(|p| p.text.is_some() || p.heading.is_some() || p.label.is_some())
}

fn hang_notes(provision: &mut Provision, label: Option<Line>, heading: Option<Line>, text: Option<Line>) {
    for line in [&label, &heading, &text].into_iter().flatten() {
        for (_, note) in &line.notes {
            provision.notes.push(Footnote { sign: note.sign.clone(), text: note.text.clone() });
        }
    }
    provision.label = label.map(|line| line.text).filter(|text| !text.is_empty());
    provision.heading = heading.map(|line| line.text).filter(|text| !text.is_empty());
    if let Some(line) = text {
        let signs = line.notes.iter().map(|(at, note)| (*at, note.sign.clone()));
        for (at, value) in signs.chain(line.note_signs) {
            provision.marks.push(Mark { start: at, end: at, kind: MarkKind::Note, value });
        }
        for held in line.placeholders {
            provision.marks.push(Mark { start: held.start, end: held.end, kind: held.kind, value: held.name });
        }
        provision.marks.sort();
        provision.text = Some(line.text).filter(|text| !text.is_empty());
    }
}
