//! The provisions of several versions in one order: each is a row, with its place in every version that has it.

use std::collections::HashMap;

use super::compare::Comparison;
use super::known::order;
use super::tree::Tree;
use crate::law::{Kind, Locator, Outline, Part, Version};

/// The parts of an act whose provisions are rows.
const PARTS: [Part; 3] = [Part::Recitals, Part::Body, Part::Annexes];

/// A provision of several versions.
pub(super) struct Node {
    /// Its place in the outline of each version that has it.
    pub cells: Vec<Option<usize>>,
    /// Its address, in the first version that has it; that of a passage of which only its address is known.
    pub place: Locator,
    /// What it is.
    pub kind: Kind,
    parent: usize,
    children: Vec<usize>,
}

/// The rows of several versions as a tree, built version by version. A later version's provisions go to the rows of the
/// earlier ones that they are paired with; what has no partner becomes a row behind the provision that it follows.
pub(super) struct Rows {
    nodes: Vec<Node>,
    /// The row of each provision of each version.
    row_of: Vec<HashMap<usize, usize>>,
    versions: usize,
}

/// The root of the tree, which is no row itself.
const ROOT: usize = 0;

impl Rows {
    /// The rows of some versions.
    pub fn of(versions: &[&Version], outlines: &[Outline<'_>]) -> Rows {
        let root = Node {
            cells: Vec::new(),
            // The root is never shown, so that any address does.
            place: Locator::root(crate::law::Segment {
                kind: crate::law::SegmentKind::Contents,
                number: None,
                occurrence: 1,
            }),
            kind: Kind::Contents,
            parent: ROOT,
            children: Vec::new(),
        };
        let mut rows =
            Rows { nodes: vec![root], row_of: vec![HashMap::new(); versions.len()], versions: versions.len() };
        for column in 0..versions.len() {
            let tree = Tree::of(&outlines[column], &PARTS);
            let walk = Walk::of(&tree);
            for earlier in 0..column {
                if walk.order.iter().all(|at| rows.row_of[column].contains_key(at)) {
                    break;
                }
                rows.join(earlier, column, versions, outlines);
            }
            rows.place(column, &walk, &tree);
        }
        for (column, version) in versions.iter().enumerate() {
            let places = version.evidence.unknown.iter().flat_map(|one| &one.places);
            let mut places: Vec<&Locator> = places.filter(|place| outlines[column].get(place).is_none()).collect();
            places.sort_by_key(|place| place.segments().len());
            places.into_iter().for_each(|place| rows.add_nowhere(place));
        }
        rows
    }

    /// Every row in order, from the top.
    pub fn in_order(&self) -> Vec<usize> {
        let mut out = Vec::new();
        let mut stack: Vec<usize> = self.nodes[ROOT].children.iter().rev().copied().collect();
        while let Some(at) = stack.pop() {
            out.push(at);
            stack.extend(self.nodes[at].children.iter().rev());
        }
        out
    }

    /// Puts the provisions of a version into the rows of an earlier one that they are paired with.
    fn join(&mut self, earlier: usize, column: usize, versions: &[&Version], outlines: &[Outline<'_>]) {
        let (old, new) = (versions[earlier], versions[column]);
        let comparison = Comparison {
            old: Tree::of(&outlines[earlier], &PARTS),
            new: Tree::of(&outlines[column], &PARTS),
            language: new.language,
            amended_by: &new.source.amended_by,
        };
        let recitals = !old.recitals.is_empty() && !new.recitals.is_empty();
        for pair in comparison.pairs(if recitals { &PARTS } else { &PARTS[1..] }) {
            let Some(&row) = self.row_of[earlier].get(&pair.old) else { continue };
            if self.row_of[column].contains_key(&pair.new) {
                continue;
            }
            if !pair.words {
                // What the parts of a divided provision stand in has no words: only its place in the tree is needed.
                self.row_of[column].insert(pair.new, row);
            } else if self.nodes[row].cells[column].is_none() {
                self.nodes[row].cells[column] = Some(pair.new);
                self.row_of[column].insert(pair.new, row);
            }
        }
    }

    /// Gives each provision of a version that has no row yet one of its own.
    fn place(&mut self, column: usize, walk: &Walk, tree: &Tree<'_, '_>) {
        for (nth, &at) in walk.order.iter().enumerate() {
            if self.row_of[column].contains_key(&at) {
                continue;
            }
            let above = walk.parent.get(&at).and_then(|parent| self.row_of[column].get(parent));
            let parent = above.copied().unwrap_or(ROOT);
            let before = walk.order[..nth].iter().rev().take_while(|one| Some(*one) != walk.parent.get(&at));
            let behind = before.filter_map(|one| self.child_above(*self.row_of[column].get(one)?, parent)).next();
            let place = tree.locator(at).clone();
            let mut cells = vec![None; self.versions];
            cells[column] = Some(at);
            let row =
                self.add(Node { cells, place, kind: tree.provision(at).kind, parent, children: Vec::new() }, behind);
            self.row_of[column].insert(at, row);
        }
    }

    /// The child of `parent` that a row is or stands in.
    fn child_above(&self, row: usize, parent: usize) -> Option<usize> {
        let mut at = row;
        while at != ROOT {
            if self.nodes[at].parent == parent {
                return Some(at);
            }
            at = self.nodes[at].parent;
        }
        None
    }

    /// Adds a row to its parent: behind a sibling, and behind those after it that other versions inserted there and whose
    /// numbers come before its own.
    fn add(&mut self, node: Node, behind: Option<usize>) -> usize {
        let siblings = &self.nodes[node.parent].children;
        let mut at = behind.and_then(|behind| siblings.iter().position(|one| *one == behind)).map_or(0, |at| at + 1);
        let columns: Vec<usize> = (0..self.versions).filter(|column| node.cells[*column].is_some()).collect();
        let goes_before = |sibling: &Node| {
            columns.iter().all(|column| sibling.cells[*column].is_none())
                && sibling.kind == node.kind
                && order(&sibling.place) < order(&node.place)
        };
        while siblings.get(at).is_some_and(|sibling| goes_before(&self.nodes[*sibling])) {
            at += 1;
        }
        let row = self.nodes.len();
        let parent = node.parent;
        self.nodes.push(node);
        self.nodes[parent].children.insert(at, row);
        row
    }

    /// Adds a row for a passage that is in no version, so that a version can say that it does not know it.
    fn add_nowhere(&mut self, place: &Locator) {
        let rows = self.nodes.iter().enumerate().skip(1);
        if rows.clone().any(|(_, node)| place.contains(&node.place)) {
            return;
        }
        let kind = kind_of(place);
        let earlier = |node: &Node| node.kind == kind && order(&node.place) < order(place);
        let (parent, behind) = if kind.is_unit() {
            // Units are addressed without the chapter that they stand in: theirs is that of the unit before them.
            let before = rows.filter(|(_, node)| earlier(node)).max_by_key(|(_, node)| order(&node.place));
            before.map_or((ROOT, None), |(at, node)| (node.parent, Some(at)))
        } else {
            let mut above = std::iter::successors(place.parent(), Locator::parent);
            let found = above.find_map(|above| rows.clone().find(|(_, node)| node.place == above));
            let Some((parent, node)) = found else { return };
            (parent, node.children.iter().rev().find(|row| order(&self.nodes[**row].place) < order(place)).copied())
        };
        let cells = vec![None; self.versions];
        self.add(Node { cells, place: place.clone(), kind, parent, children: Vec::new() }, behind);
    }

    /// The unit that a row stands in or is.
    pub fn unit_of(&self, row: usize) -> Option<usize> {
        let above = std::iter::successors(Some(row), |at| Some(self.nodes[*at].parent)).take_while(|at| *at != ROOT);
        above.filter(|at| self.nodes[*at].kind.is_unit()).last()
    }

    /// A row.
    pub fn node(&self, row: usize) -> &Node {
        &self.nodes[row]
    }
}

/// What a passage is of which only the address is known.
fn kind_of(place: &Locator) -> Kind {
    use crate::law::SegmentKind;
    match place.last().kind {
        SegmentKind::Recital => Kind::Recital,
        SegmentKind::Article => Kind::Article,
        SegmentKind::Annex => Kind::Annex,
        SegmentKind::Point => Kind::Point,
        SegmentKind::Subparagraph => Kind::Subparagraph,
        _ => Kind::Paragraph,
    }
}

/// The provisions of a version in the order of its text, with what each stands in.
struct Walk {
    order: Vec<usize>,
    parent: HashMap<usize, usize>,
}

impl Walk {
    fn of(tree: &Tree<'_, '_>) -> Walk {
        let mut walk = Walk { order: Vec::new(), parent: HashMap::new() };
        for part in PARTS {
            let mut stack: Vec<usize> = tree.tops(part);
            stack.retain(|at| tree.provision(*at).kind.is_division() || tree.provision(*at).kind.is_unit());
            stack.reverse();
            while let Some(at) = stack.pop() {
                walk.order.push(at);
                let children = &tree.children[at];
                walk.parent.extend(children.iter().map(|child| (*child, at)));
                stack.extend(children.iter().rev());
            }
        }
        walk
    }
}
