//! What an instruction is about, found in the base.

use super::cited;
use super::conflict::Conflict;
use super::tree::{Id, Tree};
use crate::amend::target::{Level, Target};
use crate::law::{Kind, Part, Segment, SegmentKind, comparison_form};

/// Finds what a target leads to; several provisions for a range.
///
/// Steps that citations leave out may be missing, and a step may name what it leads to by a neighbouring name
/// ('paragraph' for an unnumbered one, 'point' for a numbered paragraph of an annex); but what a step leads to always
/// stands in what the step before it leads to.
pub(super) fn find(tree: &mut Tree, target: &Target) -> Result<Vec<Id>, Conflict> {
    let mut at: Option<Id> = None;
    for (depth, level) in target.path.iter().enumerate() {
        let found = below(tree, at, level);
        let shown = || cited(&Target { path: target.path[..=depth].to_vec(), ..Target::default() });
        at = match found[..] {
            [one] => Some(one),
            [] => return Err(missing(tree, at, level, shown())),
            _ => return Err(Conflict::Ambiguous { target: shown(), found: found.len() }),
        };
    }
    let Some(first) = at else { return Ok(Vec::new()) };
    match (&target.through, target.path.last()) {
        (Some(last), Some(Level::Numbered(segment))) => {
            let siblings: Vec<Id> = row(tree, first);
            let start = siblings.iter().position(|id| *id == first);
            let end = siblings.iter().position(|id| tree.number(*id) == Some(last) && tree.is_alive(*id));
            let (Some(start), Some(end)) = (start, end) else {
                let segment = Segment::new(segment.kind, last.clone());
                return Err(Conflict::NoTarget { target: segment.to_string(), nearest: None });
            };
            let range = siblings.get(start..=end).unwrap_or_default();
            Ok(range.iter().copied().filter(|id| tree.is_alive(*id)).collect())
        }
        _ => Ok(vec![first]),
    }
}

/// The provisions among which a range runs: articles through all chapters, everything else among its siblings.
fn row(tree: &Tree, first: Id) -> Vec<Id> {
    let kind = tree.get(first).own.kind;
    if kind != Kind::Article {
        return tree.siblings(first).to_vec();
    }
    let mut all = Vec::new();
    for top in tree.top(Part::Body) {
        collect(tree, *top, &|tree, id| tree.get(id).own.kind == Kind::Article, &mut all);
    }
    all
}

fn collect(tree: &Tree, id: Id, wants: &dyn Fn(&Tree, Id) -> bool, all: &mut Vec<Id>) {
    if wants(tree, id) {
        all.push(id);
        return;
    }
    for child in &tree.get(id).children {
        collect(tree, *child, wants, all);
    }
}

fn missing(tree: &Tree, at: Option<Id>, level: &Level, target: String) -> Conflict {
    let Level::Numbered(segment) = level else { return Conflict::NoTarget { target, nearest: None } };
    let here = children(tree, at);
    let deleted = here.iter().any(|id| {
        tree.get(*id).own.is_deleted() && tree.step(*id) == segment.kind && tree.number(*id) == segment.number.as_ref()
    });
    if deleted { Conflict::Deleted { target } } else { Conflict::NoTarget { target, nearest: None } }
}

fn children(tree: &Tree, at: Option<Id>) -> Vec<Id> {
    match at {
        Some(id) => tree.get(id).children.clone(),
        None => [Part::Body, Part::Annexes, Part::Recitals, Part::Title]
            .into_iter()
            .flat_map(|part| tree.top(part).to_vec())
            .collect(),
    }
}

/// What a step leads to from a provision, or from the top of the act.
pub(super) fn below(tree: &mut Tree, at: Option<Id>, level: &Level) -> Vec<Id> {
    match level {
        Level::Numbered(segment) if segment.kind.is_counted() => counted(tree, at, segment),
        Level::Numbered(segment) => numbered(tree, at, segment),
        Level::Last(kind) => of_kind(tree, at, *kind).last().copied().into_iter().collect(),
        Level::Only(kind) => of_kind(tree, at, *kind),
        Level::Under(heading) => under(tree, at, heading),
    }
}

/// 'the second subparagraph', 'the first indent'.
fn counted(tree: &mut Tree, at: Option<Id>, segment: &Segment) -> Vec<Id> {
    let Some(place) = segment.number.as_ref().and_then(|number| number.as_str().parse::<usize>().ok()) else {
        return of_kind(tree, at, segment.kind);
    };
    of_kind(tree, at, segment.kind).get(place.saturating_sub(1)).copied().into_iter().collect()
}

/// The provisions of a counted kind in another, in their order.
fn of_kind(tree: &mut Tree, at: Option<Id>, kind: SegmentKind) -> Vec<Id> {
    use SegmentKind::{Paragraph, Subparagraph, UnnumberedParagraph};
    if matches!(kind, Subparagraph | UnnumberedParagraph | Paragraph)
        && let Some(id) = at
    {
        return parts(tree, id);
    }
    let wanted = |tree: &Tree, id: Id| tree.is_alive(id) && tree.step(id) == kind;
    nearest(tree, at, &wanted)
}

/// The paragraphs or subparagraphs that a provision consists of.
fn parts(tree: &mut Tree, id: Id) -> Vec<Id> {
    let is_part = |tree: &Tree, id: Id| {
        matches!(tree.step(id), SegmentKind::Subparagraph | SegmentKind::UnnumberedParagraph | SegmentKind::Paragraph)
    };
    if tree.get(id).own.text.is_some() {
        let rest: Vec<Id> = tree.alive(id).into_iter().filter(|child| is_part(tree, *child)).collect();
        if rest.is_empty() {
            return vec![tree.divide(id)];
        }
        return std::iter::once(id).chain(rest).collect();
    }
    let alive = tree.alive(id);
    let own: Vec<Id> = alive.iter().copied().filter(|child| is_part(tree, *child)).collect();
    // An article that is one numbered paragraph, or one whose only paragraph is divided, has the parts of that paragraph.
    if let ([only], Kind::Article) = (&own[..], tree.get(id).own.kind)
        && tree.number(*only).is_some()
    {
        return parts(tree, *only);
    }
    own
}

/// 'Article 6', 'point (a)'.
fn numbered(tree: &mut Tree, at: Option<Id>, segment: &Segment) -> Vec<Id> {
    let kind = segment.kind;
    let number = segment.number.clone();
    if number.is_none() {
        let wanted = move |tree: &Tree, id: Id| tree.is_alive(id) && tree.step(id) == kind;
        return nearest(tree, at, &wanted);
    }
    let exact = number.clone();
    let wanted =
        move |tree: &Tree, id: Id| tree.is_alive(id) && tree.step(id) == kind && tree.number(id) == exact.as_ref();
    let found = nearest(tree, at, &wanted);
    if !found.is_empty() {
        return found;
    }
    let loose = |tree: &Tree, id: Id| tree.is_alive(id) && kinsmen(tree.step(id), kind) && same(tree, id, &number);
    let found = nearest(tree, at, &loose);
    if !found.is_empty() || kind != SegmentKind::Paragraph {
        return found;
    }
    // 'paragraph 1' of an article that has one paragraph without a number.
    let only = at.map(|id| tree.alive(id)).unwrap_or_default();
    match only[..] {
        [one] if number.is_some_and(|number| number.as_str() == "1") && tree.number(one).is_none() => vec![one],
        _ => Vec::new(),
    }
}

fn same(tree: &Tree, id: Id, number: &Option<crate::law::Number>) -> bool {
    let folded = |number: &crate::law::Number| number.as_str().to_ascii_lowercase();
    match (tree.number(id), number) {
        (Some(own), Some(number)) => folded(own) == folded(number),
        // A heading without a number of its own may start with one: 'A. Model instructions'.
        (None, Some(number)) if tree.step(id) == SegmentKind::Group => {
            let heading = tree.get(id).own.heading.as_deref().unwrap_or_default();
            // 'A. Model instructions', 'Section B: Information'.
            heading
                .split([' ', '\u{a0}'])
                .take(2)
                .any(|word| word.trim_end_matches(['.', ':', ')', ',']) == number.as_str())
        }
        _ => false,
    }
}

/// Kinds that different hands call by the same name.
fn kinsmen(real: SegmentKind, written: SegmentKind) -> bool {
    use SegmentKind::{
        Annex, Appendix, Article, Chapter, Definition, Group, Paragraph, Part, Point, Recital, Section, Subsection,
        Title,
    };
    match written {
        Paragraph | Point | Definition => matches!(real, Paragraph | Point | Definition),
        Part | Title | Chapter | Section | Subsection | Group => {
            matches!(real, Part | Title | Chapter | Section | Subsection | Group | Point | Appendix)
        }
        Annex => real == Annex,
        Appendix => matches!(real, Appendix | Annex),
        Article | Recital => false,
        _ => false,
    }
}

/// The passage under a heading: a heading with its own passage, or a line that reads like it.
fn under(tree: &mut Tree, at: Option<Id>, heading: &str) -> Vec<Id> {
    let form = |text: &str| comparison_form(text).trim_end_matches(':').to_lowercase();
    let wanted = form(heading);
    let fits = move |tree: &Tree, id: Id| {
        let own = &tree.get(id).own;
        let line = own.heading.as_deref().or(own.text.as_deref()).unwrap_or_default();
        tree.is_alive(id) && form(line) == wanted
    };
    nearest(tree, at, &fits)
}

/// The provisions that fit at the smallest depth at which any does.
fn nearest(tree: &Tree, at: Option<Id>, fits: &dyn Fn(&Tree, Id) -> bool) -> Vec<Id> {
    let mut row = children(tree, at);
    while !row.is_empty() {
        let found: Vec<Id> = row.iter().copied().filter(|id| fits(tree, *id)).collect();
        if !found.is_empty() {
            return found;
        }
        row = row
            .into_iter()
            .filter(|id| tree.get(*id).own.kind != Kind::Quotation)
            .flat_map(|id| tree.get(id).children.clone())
            .collect();
    }
    Vec::new()
}
