//! A version as a tree that can be changed: every provision keeps its identity while others come and go around it.

use crate::law::{Amendment, Kind, Mark, MarkKind, Number, Part, Provision, SegmentKind, Version};

/// The identity of a provision in a tree.
pub(super) type Id = usize;

/// A provision in a tree.
#[derive(Debug, Clone)]
pub(super) struct Node {
    /// The provision, without its children.
    pub own: Provision,
    /// What it stands in; none at the top of a part.
    pub parent: Option<Id>,
    /// What stands in it.
    pub children: Vec<Id>,
    /// Whether an instruction put it here or changed its words.
    pub fresh: bool,
    /// Whether its words were moved into a subparagraph of their own, so that others can stand beside them.
    pub divided: bool,
    /// Whether it stands in the tree no more.
    pub gone: bool,
    /// The instruction that replaced or deleted all of it, by its place in the list.
    pub taken_by: Option<usize>,
}

/// A version as a tree.
#[derive(Debug)]
pub(super) struct Tree {
    nodes: Vec<Node>,
    parts: [Vec<Id>; Part::ALL.len()],
}

impl Tree {
    /// The tree of a version.
    pub fn of(version: &Version) -> Tree {
        let mut tree = Tree { nodes: Vec::new(), parts: Default::default() };
        for (at, part) in Part::ALL.into_iter().enumerate() {
            tree.parts[at] = version.part(part).iter().map(|provision| tree.grow(provision, None, false)).collect();
        }
        tree
    }

    fn grow(&mut self, provision: &Provision, parent: Option<Id>, fresh: bool) -> Id {
        let own = Provision { children: Vec::new(), ..shallow(provision) };
        let id = self.nodes.len();
        self.nodes.push(Node { own, parent, children: Vec::new(), fresh, divided: false, gone: false, taken_by: None });
        let children = provision.children.iter().map(|child| self.grow(child, Some(id), fresh)).collect();
        self.nodes[id].children = children;
        id
    }

    /// Adds a new provision that stands nowhere yet.
    pub fn add(&mut self, provision: &Provision) -> Id {
        self.grow(provision, None, true)
    }

    /// A provision.
    pub fn get(&self, id: Id) -> &Node {
        &self.nodes[id]
    }

    /// A provision, to be changed.
    pub fn get_mut(&mut self, id: Id) -> &mut Node {
        &mut self.nodes[id]
    }

    /// What stands at the top of a part.
    pub fn top(&self, part: Part) -> &[Id] {
        let at = Part::ALL.iter().position(|one| *one == part).unwrap_or_default();
        &self.parts[at]
    }

    /// The provisions among which one stands.
    pub fn siblings(&self, id: Id) -> &[Id] {
        match self.nodes[id].parent {
            Some(parent) => &self.nodes[parent].children,
            None => self.parts.iter().find(|part| part.contains(&id)).map_or(&[], Vec::as_slice),
        }
    }

    fn siblings_mut(&mut self, parent: Option<Id>, beside: Id) -> Option<&mut Vec<Id>> {
        match parent {
            Some(parent) => Some(&mut self.nodes[parent].children),
            None => self.parts.iter_mut().find(|part| part.contains(&beside)),
        }
    }

    /// Whether a provision applies: it is neither deleted nor gone.
    pub fn is_alive(&self, id: Id) -> bool {
        !self.nodes[id].gone && !self.nodes[id].own.is_deleted()
    }

    /// Every provision that was ever in the tree.
    pub fn ids(&self) -> std::ops::Range<Id> {
        0..self.nodes.len()
    }

    /// The provisions of a kind that apply, those in another one where it is given.
    pub fn alive_within(&self, kind: Kind, within: Option<Id>) -> impl Iterator<Item = Id> + '_ {
        let in_place = move |id: Id| within.is_none_or(|within| self.upward(id).any(|above| above == within));
        self.ids().filter(move |id| self.nodes[*id].own.kind == kind && self.is_alive(*id) && in_place(*id))
    }

    /// Whether a provision stands in the tree, with all that it stands in.
    pub fn is_rooted(&self, id: Id) -> bool {
        let mut above = self.upward(id);
        above.all(|id| !self.nodes[id].gone)
            && self.upward(id).last().is_some_and(|top| self.parts.iter().any(|part| part.contains(&top)))
    }

    /// The children of a provision that apply.
    pub fn alive(&self, id: Id) -> Vec<Id> {
        self.nodes[id].children.iter().copied().filter(|child| self.is_alive(*child)).collect()
    }

    /// The step that leads to a provision.
    pub fn step(&self, id: Id) -> SegmentKind {
        SegmentKind::of(&self.nodes[id].own)
    }

    /// Its number.
    pub fn number(&self, id: Id) -> Option<&Number> {
        self.nodes[id].own.number.as_ref()
    }

    /// The provision itself and what it stands in, from the innermost.
    pub fn upward(&self, id: Id) -> impl Iterator<Item = Id> + '_ {
        std::iter::successors(Some(id), |id| self.nodes[*id].parent)
    }

    /// Puts a provision behind another.
    pub fn put_after(&mut self, new: Id, before: Id) {
        self.put_beside(new, before, 1);
    }

    /// Puts a provision before another.
    pub fn put_before(&mut self, new: Id, after: Id) {
        self.put_beside(new, after, 0);
    }

    fn put_beside(&mut self, new: Id, beside: Id, offset: usize) {
        let parent = self.nodes[beside].parent;
        self.nodes[new].parent = parent;
        if let Some(siblings) = self.siblings_mut(parent, beside)
            && let Some(at) = siblings.iter().position(|id| *id == beside)
        {
            siblings.insert(at + offset, new);
        }
    }

    /// Puts a provision at the end of another.
    pub fn put_in(&mut self, new: Id, parent: Id) {
        self.nodes[new].parent = Some(parent);
        self.nodes[parent].children.push(new);
    }

    /// Puts a provision at the end of a part.
    pub fn put_in_part(&mut self, new: Id, part: Part) {
        self.nodes[new].parent = None;
        if let Some(at) = Part::ALL.iter().position(|one| *one == part) {
            self.parts[at].push(new);
        }
    }

    /// Takes a provision out of the tree with all below it.
    pub fn take_out(&mut self, id: Id) {
        let parent = self.nodes[id].parent;
        if let Some(siblings) = self.siblings_mut(parent, id) {
            siblings.retain(|one| *one != id);
        }
        self.nodes[id].gone = true;
    }

    /// Leaves of a provision only its place, with what deleted it.
    pub fn delete(&mut self, id: Id, by: Amendment) {
        let node = &mut self.nodes[id];
        let mut remnant = Provision::new(node.own.kind);
        remnant.number = node.own.number.clone();
        remnant.deleted = Some(by);
        node.own = remnant;
        let below = std::mem::take(&mut node.children);
        for child in below {
            self.nodes[child].gone = true;
        }
    }

    /// The first subparagraph of a provision that has words of its own: they move, with all that follows them, into a
    /// subparagraph, so that others can stand beside it.
    pub fn divide(&mut self, id: Id) -> Id {
        let kind = if self.nodes[id].own.kind == Kind::Article { Kind::Paragraph } else { Kind::Subparagraph };
        let node = &mut self.nodes[id];
        let mut first = Provision::new(kind);
        first.text = node.own.text.take();
        first.marks = std::mem::take(&mut node.own.marks);
        first.terms.clone_from(&node.own.terms);
        let (passages, whole) =
            std::mem::take(&mut node.own.amended).into_iter().partition(|done| done.start.is_some());
        first.amended = passages;
        node.own.amended = whole;
        let children = std::mem::take(&mut node.children);
        let (fresh, taken_by) = (node.fresh, node.taken_by);
        node.divided = true;
        let sub = self.nodes.len();
        for child in &children {
            self.nodes[*child].parent = Some(sub);
        }
        self.nodes.push(Node { own: first, parent: Some(id), children, fresh, divided: false, gone: false, taken_by });
        self.nodes[id].children = vec![sub];
        sub
    }

    /// The provisions of a part, and for each that is written, in the order of the text, whether it is fresh.
    pub fn harvest(&self, part: Part, fresh: &mut Vec<bool>) -> Vec<Provision> {
        self.top(part).iter().map(|id| self.ripe(*id, fresh)).collect()
    }

    fn ripe(&self, id: Id, fresh: &mut Vec<bool>) -> Provision {
        let node = &self.nodes[id];
        let mut own = shallow(&node.own);
        let mut is_fresh = node.fresh;
        let mut children = node.children.clone();
        if node.divided
            && let [only] = self.alive(id)[..]
            && self.nodes[only].own.kind == Kind::Subparagraph
            && node.children.iter().all(|child| *child == only || self.nodes[*child].own.number.is_none())
        {
            // A single subparagraph is none: its words are those of what it stands in.
            let sub = &self.nodes[only];
            own.text.clone_from(&sub.own.text);
            own.marks.clone_from(&sub.own.marks);
            let end = own.text.as_ref().map_or(0, String::len);
            own.amended.extend(sub.own.amended.iter().map(|done| match done.start {
                None => Amendment { start: Some(0), end: Some(end), ..done.clone() },
                Some(_) => done.clone(),
            }));
            is_fresh |= sub.fresh;
            children.clone_from(&sub.children);
        }
        if is_fresh {
            own.marks.retain(|mark: &Mark| mark.kind != MarkKind::Reference);
        }
        fresh.push(is_fresh);
        own.children = children.into_iter().map(|child| self.ripe(child, fresh)).collect();
        own
    }
}

/// A provision without its children.
fn shallow(provision: &Provision) -> Provision {
    Provision {
        kind: provision.kind,
        number: provision.number.clone(),
        label: provision.label.clone(),
        heading: provision.heading.clone(),
        terms: provision.terms.clone(),
        text: provision.text.clone(),
        marks: provision.marks.clone(),
        notes: provision.notes.clone(),
        amended: provision.amended.clone(),
        deleted: provision.deleted.clone(),
        span: provision.span,
        header: provision.header,
        children: Vec::new(),
    }
}
