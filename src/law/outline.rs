use std::collections::HashMap;

use super::{Kind, Locator, Number, Part, Provision, Segment, SegmentKind, Version};

/// Every provision of a version with its address.
///
/// Each address leads to exactly one provision, and each provision that is not a nameless remnant of a deletion has
/// one. The rules by which steps are left out are those of EU citation: articles are cited without their chapter
/// ('Article 6', not 'Chapter III, Article 6'); an article's only paragraph is left out when it has no number
/// ('Article 3, point (1)'); in an annex, points are cited without the unnumbered paragraph that introduces them
/// ('Annex III, point 1') wherever the number says enough.
///
/// Source: Interinstitutional Style Guide, 2.7 and 10.15; Joint Practical Guide, guideline 16.
pub struct Outline<'a> {
    placed: Vec<Placed<'a>>,
    by_locator: HashMap<Locator, usize>,
}

/// A provision and where it stands.
#[derive(Debug, Clone)]
pub struct Placed<'a> {
    /// Its address.
    pub locator: Locator,
    /// The provision.
    pub provision: &'a Provision,
    /// The place in [`Outline::all`] of the provision that it stands in.
    pub parent: Option<usize>,
    /// The part of the version that it belongs to.
    pub part: Part,
}

impl<'a> Outline<'a> {
    /// Addresses every provision of a version.
    pub fn of(version: &'a Version) -> Outline<'a> {
        let mut outline = Outline { placed: Vec::new(), by_locator: HashMap::new() };
        for part in Part::ALL {
            let roots: Vec<&Provision> = version.part(part).iter().collect();
            outline.place_children(&roots, None, None, part);
        }
        outline
    }

    /// Every provision in the order of the text.
    pub fn all(&self) -> &[Placed<'a>] {
        &self.placed
    }

    /// The provision at an address.
    pub fn get(&self, locator: &Locator) -> Option<&Placed<'a>> {
        self.by_locator.get(locator).map(|at| &self.placed[*at])
    }

    /// The provision at an address and all below it, in the order of the text.
    pub fn from(&self, locator: &Locator) -> &[Placed<'a>] {
        let Some(&at) = self.by_locator.get(locator) else { return &[] };
        let below = self.placed[at + 1..].iter().take_while(|placed| placed.parent.is_some_and(|parent| parent >= at));
        &self.placed[at..=at + below.count()]
    }

    /// What a provision stands in, from the innermost.
    pub fn above<'o>(&'o self, placed: &Placed<'a>) -> impl Iterator<Item = &'o Placed<'a>> + use<'o, 'a> {
        let parent = |placed: &Placed<'a>| placed.parent.map(|at| &self.placed[at]);
        std::iter::successors(parent(placed), move |placed| parent(placed))
    }

    /// The unit (article, annex, recital) that a provision sits in, or the provision itself.
    pub fn unit_of<'o>(&'o self, placed: &'o Placed<'a>) -> Option<&'o Placed<'a>> {
        // The outermost unit counts: an article quoted in an amending act belongs to the article that quotes it.
        std::iter::once(placed).chain(self.above(placed)).filter(|placed| placed.provision.kind.is_unit()).last()
    }

    fn place_children(
        &mut self,
        children: &[&'a Provision],
        base: Option<&Locator>,
        parent: Option<usize>,
        part: Part,
    ) {
        let steps = Steps::of(children);
        let container = parent.map(|at| self.placed[at].provision.kind);
        let elided = elidable(container, children);
        for (child, step) in children.iter().zip(steps) {
            let Some((kind, number)) = step else { continue };
            let own_base = if child.kind == Kind::Article || child.kind == Kind::Contents {
                base.filter(|base| !base.segments().iter().all(|segment| is_body_division(segment.kind)))
            } else {
                base
            };
            let locator = self.free(own_base, kind, number);
            let at = self.placed.len();
            self.by_locator.insert(locator.clone(), at);
            self.placed.push(Placed { locator: locator.clone(), provision: child, parent, part });
            let grandchildren: Vec<&'a Provision> = child.children.iter().collect();
            if kind == SegmentKind::UnnumberedParagraph {
                self.place_under_paragraph(&grandchildren, base, &locator, at, part, &elided);
            } else {
                self.place_children(&grandchildren, Some(&locator), Some(at), part);
            }
        }
    }

    /// Places what stands in an unnumbered paragraph: addressed from above it where the address says enough.
    fn place_under_paragraph(
        &mut self,
        children: &[&'a Provision],
        above: Option<&Locator>,
        paragraph: &Locator,
        parent: usize,
        part: Part,
        elided: &Elision,
    ) {
        let steps = Steps::of(children);
        for (child, step) in children.iter().zip(steps) {
            let Some((kind, number)) = step else { continue };
            let base = if elided.leaves_out(kind, number.as_ref()) { above } else { Some(paragraph) };
            let locator = self.free(base, kind, number);
            let at = self.placed.len();
            self.by_locator.insert(locator.clone(), at);
            self.placed.push(Placed { locator: locator.clone(), provision: child, parent: Some(parent), part });
            let grandchildren: Vec<&'a Provision> = child.children.iter().collect();
            self.place_children(&grandchildren, Some(&locator), Some(at), part);
        }
    }

    /// The first address with that step that is not taken yet.
    fn free(&self, base: Option<&Locator>, kind: SegmentKind, number: Option<Number>) -> Locator {
        let mut occurrence = 1;
        loop {
            let segment = Segment { kind, number: number.clone(), occurrence };
            let locator = base.map_or_else(|| Locator::root(segment.clone()), |base| base.join(segment.clone()));
            if !self.by_locator.contains_key(&locator) {
                return locator;
            }
            occurrence += 1;
        }
    }
}

/// The step that leads to each of a row of siblings: its number, or its place among those of its kind.
struct Steps;

impl Steps {
    fn of(children: &[&Provision]) -> Vec<Option<(SegmentKind, Option<Number>)>> {
        let mut counts: HashMap<SegmentKind, usize> = HashMap::new();
        children
            .iter()
            .map(|child| {
                let kind = SegmentKind::of(child);
                if kind.is_counted() {
                    // What is deleted and has no number cannot be told apart, and must not shift its neighbours.
                    if child.is_deleted() {
                        return None;
                    }
                    let count = counts.entry(kind).or_default();
                    *count += 1;
                    return Some((kind, Some(Number::ordinal(*count))));
                }
                match (&child.number, kind) {
                    (None, SegmentKind::Annex | SegmentKind::Appendix) if !child.is_deleted() => Some((kind, None)),
                    (None, _) if child.kind.is_division() && !child.is_deleted() => Some((kind, None)),
                    (None, _) => None,
                    (number, _) => Some((kind, number.clone())),
                }
            })
            .collect()
    }
}

/// Which steps below unnumbered paragraphs are addressed without that paragraph.
enum Elision {
    Nothing,
    Everything,
    Points(HashMap<Number, usize>),
}

impl Elision {
    fn leaves_out(&self, kind: SegmentKind, number: Option<&Number>) -> bool {
        match (self, number) {
            (Elision::Nothing, _) => false,
            (Elision::Everything, _) => true,
            (Elision::Points(counts), Some(number)) => kind == SegmentKind::Point && counts.get(number) == Some(&1),
            (Elision::Points(_), None) => false,
        }
    }
}

fn elidable(container: Option<Kind>, children: &[&Provision]) -> Elision {
    let unnumbered = children
        .iter()
        .filter(|child| SegmentKind::of(child) == SegmentKind::UnnumberedParagraph && !child.is_deleted());
    match container {
        Some(Kind::Article) if children.iter().filter(|child| !child.is_deleted()).count() == 1 => Elision::Everything,
        Some(kind) if kind.is_annex_like() => {
            if unnumbered.clone().count() == 1 && !children.iter().any(|child| child.kind == Kind::Point) {
                return Elision::Everything;
            }
            let mut counts = HashMap::new();
            let direct = children.iter().copied();
            let below = unnumbered.flat_map(|paragraph| &paragraph.children);
            for number in direct
                .chain(below)
                .filter(|p| SegmentKind::of(p) == SegmentKind::Point)
                .filter_map(|p| p.number.clone())
            {
                *counts.entry(number).or_default() += 1;
            }
            Elision::Points(counts)
        }
        _ => Elision::Nothing,
    }
}

fn is_body_division(kind: SegmentKind) -> bool {
    matches!(
        kind,
        SegmentKind::Part | SegmentKind::Title | SegmentKind::Chapter | SegmentKind::Section | SegmentKind::Subsection
    )
}
