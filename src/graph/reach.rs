//! How far a change travels: from changed nodes over those edges along which a change of its kind goes, and no others.
//!
//! That a provision is mentioned somewhere does not make the mention change: see [`mentions`].

use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashSet};

use petgraph::Direction;
use petgraph::graph::{EdgeIndex, NodeIndex};
use petgraph::visit::EdgeRef;

use super::{EdgeKind, Graph, Node};
use crate::law::DeadlineKind;

/// What changed about a node.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Change {
    /// The words of a provision.
    Wording,
    /// A date, in a provision that sets it or in a deadline.
    Date,
    /// What a term means, in the provision that defines it.
    Definition,
    /// A provision is gone, or is another now: what is within it, too.
    Gone,
}

/// A node that changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Start {
    /// The node.
    pub node: NodeIndex,
    /// What changed about it.
    pub change: Change,
}

/// A step along an edge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// The edge.
    pub edge: EdgeIndex,
    /// Whether it is walked from its source to its target.
    pub forward: bool,
}

/// A node that a change reaches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reached {
    /// The node.
    pub node: NodeIndex,
    /// Where its path starts.
    pub start: Start,
    /// The shortest path from there, at least one step.
    pub path: Vec<Step>,
}

/// What travels over the next edge.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Carried {
    Wording,
    Date,
    /// From when something applies, as a deadline says.
    Application(NodeIndex),
    Definition,
    Term,
    Use,
    Gone,
    Duty,
    /// Nothing: the node is reached, and nothing beyond it.
    Rest,
}

/// Over which edges what travels, which way, and as what it arrives.
type Rule = (EdgeKind, Direction, Carried);

use Direction::{Incoming as Back, Outgoing as On};

fn rules(carried: Carried, node: NodeIndex, graph: &Graph) -> Vec<Rule> {
    let is_deadline = matches!(graph.inner[node], Node::Deadline { .. });
    match carried {
        Carried::Wording => vec![
            (EdgeKind::Imposes, On, Carried::Duty),
            (EdgeKind::Sets, On, Carried::Rest),
            // A rule and its exception limit one another.
            (EdgeKind::DerogatesFrom, On, Carried::Rest),
            (EdgeKind::DerogatesFrom, Back, Carried::Rest),
            // How a power is exercised concerns each power that rests on it.
            (EdgeKind::Empowers, Back, Carried::Rest),
            (EdgeKind::Sanctions, On, Carried::Rest),
            (EdgeKind::Amends, On, Carried::Rest),
        ],
        Carried::Date if is_deadline => {
            vec![(EdgeKind::Governs, On, Carried::Application(node)), (EdgeKind::Binds, On, Carried::Rest)]
        }
        Carried::Date => vec![
            (EdgeKind::Sets, On, Carried::Date),
            // 'The date referred to in Article 113': what is counted from the date moves with it.
            (EdgeKind::RefersTo, Back, Carried::Date),
        ],
        Carried::Application(_) => {
            vec![
                (EdgeKind::Contains, On, carried),
                (EdgeKind::Imposes, On, Carried::Duty),
                (EdgeKind::Binds, On, Carried::Rest),
            ]
        }
        Carried::Definition => vec![(EdgeKind::Defines, On, Carried::Term)],
        Carried::Term => vec![(EdgeKind::UsesTerm, Back, Carried::Use)],
        // A definition that uses a changed term means something else, too.
        Carried::Use => vec![(EdgeKind::Imposes, On, Carried::Duty), (EdgeKind::Defines, On, Carried::Term)],
        Carried::Gone => vec![
            (EdgeKind::Contains, On, Carried::Gone),
            (EdgeKind::RefersTo, Back, Carried::Rest),
            (EdgeKind::DerogatesFrom, Back, Carried::Rest),
            (EdgeKind::Empowers, Back, Carried::Rest),
            (EdgeKind::Sanctions, Back, Carried::Rest),
            (EdgeKind::Governs, Back, Carried::Rest),
            (EdgeKind::Sets, On, Carried::Rest),
            (EdgeKind::Imposes, On, Carried::Duty),
            (EdgeKind::Defines, On, Carried::Term),
        ],
        Carried::Duty => vec![(EdgeKind::Binds, On, Carried::Rest)],
        Carried::Rest => Vec::new(),
    }
}

impl Carried {
    fn at(start: Start, graph: &Graph) -> Carried {
        match start.change {
            Change::Wording => Carried::Wording,
            Change::Date => Carried::Date,
            Change::Definition if matches!(graph.inner[start.node], Node::Term { .. }) => Carried::Term,
            Change::Definition => Carried::Definition,
            Change::Gone => Carried::Gone,
        }
    }
}

/// The nodes that changes reach, each once, with its shortest path; the nearest first. Changed nodes are not among them.
///
/// `depth` is the longest path, in steps from one thing to another; that something stands within something else is no
/// step.
pub fn reach(graph: &Graph, starts: &[Start], depth: usize) -> Vec<Reached> {
    let mut walk = Walk::over(graph, starts, depth);
    let mut reached = Vec::new();
    let mut seen: HashSet<NodeIndex> = starts.iter().map(|start| start.node).collect();
    while let Some(arrival) = walk.next_arrival() {
        let node = walk.visits[arrival].node;
        if seen.insert(node) {
            let (start, path) = walk.path(arrival);
            reached.push(Reached { node, start, path });
        }
        walk.go_on(arrival);
    }
    reached
}

/// References to changed provisions, or to what they stand in up to the article, annex or recital, from elsewhere: the
/// words that mention them have not changed, and say the same.
pub fn mentions(graph: &Graph, changed: &[NodeIndex]) -> Vec<EdgeIndex> {
    let within: HashSet<NodeIndex> = changed.iter().flat_map(|node| graph.within(*node)).collect();
    let is_unit = |node: NodeIndex| matches!(&graph.inner[node], Node::Provision { is, .. } if is.is_unit());
    let mut named: Vec<NodeIndex> = Vec::new();
    for node in changed {
        named.push(*node);
        if !is_unit(*node) {
            let mut above = graph.above(*node);
            while let Some(next) = above.next().filter(|next| graph.inner[*next].locator().is_some()) {
                let division = matches!(&graph.inner[next], Node::Provision { is, .. } if is.is_division());
                if division {
                    break;
                }
                named.push(next);
                if is_unit(next) {
                    break;
                }
            }
        }
    }
    named.sort();
    named.dedup();
    let into = named.into_iter().flat_map(|node| graph.inner.edges_directed(node, Back));
    let into = into.filter(|edge| edge.weight().kind.is_reference() && !within.contains(&edge.source()));
    into.map(|edge| edge.id()).collect()
}

/// A visit of a node with what came there.
struct Visit {
    node: NodeIndex,
    carried: Carried,
    cost: usize,
    hops: usize,
    from: From,
}

#[derive(Clone, Copy)]
enum From {
    Start(Start),
    Visit(usize, Step),
}

struct Walk<'g> {
    graph: &'g Graph,
    depth: usize,
    visits: Vec<Visit>,
    waiting: BinaryHeap<Reverse<(usize, usize, usize)>>,
    known: HashSet<(NodeIndex, Carried)>,
    /// Provisions for which a deadline of application is made in particular: that of the whole act is not theirs.
    particular: HashSet<NodeIndex>,
    /// The deadlines of the act as a whole.
    general: HashSet<NodeIndex>,
}

impl<'g> Walk<'g> {
    fn over(graph: &'g Graph, starts: &[Start], depth: usize) -> Walk<'g> {
        let mut particular = HashSet::new();
        let mut general = HashSet::new();
        for edge in graph.inner.edge_references().filter(|edge| edge.weight().kind == EdgeKind::Governs) {
            let applies =
                matches!(graph.inner[edge.source()], Node::Deadline { deadline: DeadlineKind::Application, .. });
            match &graph.inner[edge.target()] {
                Node::Work { .. } => general.insert(edge.source()),
                Node::Provision { .. } if applies => particular.insert(edge.target()),
                _ => false,
            };
        }
        let mut walk = Walk {
            graph,
            depth,
            visits: Vec::new(),
            waiting: BinaryHeap::new(),
            known: HashSet::new(),
            particular,
            general,
        };
        for start in starts {
            walk.visit(Visit {
                node: start.node,
                carried: Carried::at(*start, graph),
                cost: 0,
                hops: 0,
                from: From::Start(*start),
            });
        }
        walk
    }

    fn visit(&mut self, visit: Visit) {
        self.waiting.push(Reverse((visit.cost, visit.hops, self.visits.len())));
        self.visits.push(visit);
    }

    /// The nearest visit to something new.
    fn next_arrival(&mut self) -> Option<usize> {
        while let Some(Reverse((_, _, at))) = self.waiting.pop() {
            let visit = &self.visits[at];
            if self.known.insert((visit.node, visit.carried)) {
                return Some(at);
            }
        }
        None
    }

    fn go_on(&mut self, at: usize) {
        let Visit { node, carried, cost, hops, .. } = self.visits[at];
        for (kind, way, arrives) in rules(carried, node, self.graph) {
            let cost = cost + usize::from(kind != EdgeKind::Contains);
            if cost > self.depth {
                continue;
            }
            for edge in self.graph.inner.edges_directed(node, way).filter(|edge| edge.weight().kind == kind) {
                let to = if way == On { edge.target() } else { edge.source() };
                if !self.may_enter(kind, way, carried, to) {
                    continue;
                }
                let step = Step { edge: edge.id(), forward: way == On };
                self.visit(Visit { node: to, carried: arrives, cost, hops: hops + 1, from: From::Visit(at, step) });
            }
        }
    }

    fn may_enter(&self, kind: EdgeKind, way: Direction, carried: Carried, to: NodeIndex) -> bool {
        match (kind, way, carried) {
            // Who refers to a date counts from it only where it sets a deadline itself.
            (EdgeKind::RefersTo, Back, Carried::Date) => {
                self.graph.inner.edges(to).any(|edge| edge.weight().kind == EdgeKind::Sets)
            }
            (EdgeKind::Contains, _, Carried::Application(deadline)) => {
                let excepted = match (&self.graph.inner[deadline], self.graph.inner[to].locator()) {
                    (Node::Deadline { except, .. }, Some(place)) => except.contains(place),
                    _ => false,
                };
                let has_its_own = self.general.contains(&deadline) && self.particular.contains(&to);
                !excepted && !has_its_own
            }
            _ => true,
        }
    }

    fn path(&self, arrival: usize) -> (Start, Vec<Step>) {
        let mut path = Vec::new();
        let mut at = arrival;
        loop {
            match self.visits[at].from {
                From::Visit(before, step) => {
                    path.push(step);
                    at = before;
                }
                From::Start(start) => {
                    path.reverse();
                    return (start, path);
                }
            }
        }
    }
}
