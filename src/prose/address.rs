//! An address as it is written, before it is looked up in a version.

use crate::law::{Locator, Number, Outline, Placed, Segment, SegmentKind};

/// One step of an address as it is written.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Step {
    /// What the words say that it leads to; none for `6(4)(a)`, where only the place in order tells.
    pub kind: Option<SegmentKind>,
    /// The number; none for the only annex.
    pub number: Option<Number>,
    /// Which of the provisions with that number, from 1.
    pub occurrence: u16,
}

/// An address as it is written, from the outermost step. It may leave out steps that are left out in citations, and
/// it may start in the middle: 'paragraph 2'.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Address {
    /// The steps.
    pub steps: Vec<Step>,
}

impl Address {
    /// The address with a kind for every step, by the customs of citation: brackets after an article lead to a
    /// paragraph when they hold figures, else to a point; below that, to points.
    pub fn segments(&self) -> Vec<Segment> {
        let mut segments: Vec<Segment> = Vec::new();
        for step in &self.steps {
            let above = segments.last().map(|segment| segment.kind);
            let figures = step.number.as_ref().is_some_and(Number::is_arabic);
            let kind = step.kind.unwrap_or(match above {
                None => SegmentKind::Article,
                Some(SegmentKind::Article) if figures => SegmentKind::Paragraph,
                Some(_) => SegmentKind::Point,
            });
            segments.push(Segment { kind, number: step.number.clone(), occurrence: step.occurrence });
        }
        segments
    }

    /// The provisions of a version that the address can mean, in the order of the text: those found with the fewest
    /// liberties. Steps that citations leave out may be missing; 'alinea' may be a paragraph or a subparagraph;
    /// 'Article 3(1)' may be a point.
    pub fn resolve<'o, 'a>(&self, outline: &'o Outline<'a>) -> Vec<&'o Placed<'a>> {
        self.resolve_from(outline, None)
    }

    /// As [`Address::resolve`], for an address written in the provision at `context`: looked up in it first, then in
    /// what is around it.
    pub fn resolve_from<'o, 'a>(&self, outline: &'o Outline<'a>, context: Option<&Placed<'a>>) -> Vec<&'o Placed<'a>> {
        let segments = self.segments();
        let Some(locator) = Locator::from_segments(segments.clone()) else { return Vec::new() };
        if let Some(exact) = outline.get(&locator) {
            return vec![exact];
        }
        let rooted = segments.first().is_some_and(|segment| is_root(segment.kind));
        if rooted {
            let root = Locator::root(segments[0].clone());
            return matching(&segments, outline.from(&root), None);
        } else {
            let around = context.into_iter().flat_map(|placed| std::iter::once(placed).chain(outline.above(placed)));
            for placed in around {
                let within = matching(&segments, outline.from(&placed.locator), Some(&placed.locator));
                if !within.is_empty() {
                    return within;
                }
            }
        }
        matching(&segments, outline.all(), None)
    }
}

/// Steps that are cited without what is above them.
fn is_root(kind: SegmentKind) -> bool {
    matches!(kind, SegmentKind::Article | SegmentKind::Annex | SegmentKind::Recital)
}

fn matching<'o, 'a>(segments: &[Segment], among: &'o [Placed<'a>], within: Option<&Locator>) -> Vec<&'o Placed<'a>> {
    let mut best: Option<usize> = None;
    let mut found = Vec::new();
    for placed in among {
        let tail = match within {
            None => placed.locator.segments(),
            Some(base) if base.contains(&placed.locator) => &placed.locator.segments()[base.segments().len()..],
            Some(_) => continue,
        };
        let Some(liberties) = liberties(segments, tail) else { continue };
        match best {
            Some(fewest) if liberties > fewest => continue,
            Some(fewest) if liberties == fewest => {}
            _ => {
                best = Some(liberties);
                found.clear();
            }
        }
        found.push(placed);
    }
    found
}

/// How much must be granted for the written steps to mean the real ones; `None` where they cannot.
fn liberties(written: &[Segment], real: &[Segment]) -> Option<usize> {
    match (written.split_first(), real.split_first()) {
        (None, None) => Some(0),
        (_, None) | (None, _) => None,
        (Some((first, rest)), Some((actual, below))) => {
            let same = first.number == actual.number && first.occurrence == actual.occurrence;
            let cost = if !same {
                None
            } else if first.kind == actual.kind {
                Some(0)
            } else if interchangeable(first.kind, actual.kind) {
                Some(1)
            } else {
                None
            };
            let taken = cost.and_then(|cost| Some(cost + liberties(rest, below)?));
            let numbered_within = || {
                let numbers = (first.number.as_ref(), actual.number.as_ref());
                let deeper = |written: &Number, above: &Number| {
                    written.as_str().strip_prefix(above.as_str()).is_some_and(|rest| rest.starts_with('.'))
                };
                actual.kind == SegmentKind::Point && matches!(numbers, (Some(one), Some(above)) if deeper(one, above))
            };
            let may_skip = actual.kind.is_often_left_out() || numbered_within();
            let skipped = || may_skip.then(|| liberties(written, below)).flatten().map(|n| n + 1);
            match (taken, skipped()) {
                (Some(a), Some(b)) => Some(a.min(b)),
                (a, b) => a.or(b),
            }
        }
    }
}

/// Steps that different hands call by the same name.
fn interchangeable(written: SegmentKind, real: SegmentKind) -> bool {
    use SegmentKind::{Paragraph, Point, Subparagraph, UnnumberedParagraph};
    matches!(
        (written, real),
        (Subparagraph, UnnumberedParagraph)
            | (UnnumberedParagraph, Subparagraph)
            | (Paragraph, UnnumberedParagraph)
            | (Paragraph, Point)
            | (Point, Paragraph)
    )
}
