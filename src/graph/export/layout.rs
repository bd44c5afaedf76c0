//! Where boxes stand and lines run: layers from left to right.
//!
//! rust-sugiyama gives the places of boxes and keeps the way around them to itself. So it is asked twice: first for the
//! layers, then with a small box of ours in each layer that a line passes, through which the line is drawn.

use std::collections::HashSet;

use rust_sugiyama::configure::Config;
use rust_sugiyama::from_vertices_and_edges;

/// A point, in units of the picture.
pub(super) type Point = (f64, f64);

/// A box that is placed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Frame {
    /// Its upper left corner.
    pub corner: Point,
    /// Width and height.
    pub size: (f64, f64),
}

/// A picture without its words.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Layout {
    /// The boxes, in the order of their sizes.
    pub frames: Vec<Frame>,
    /// The points that each line runs through, from its source to its target.
    pub routes: Vec<Vec<Point>>,
    /// Width and height of all.
    pub size: (f64, f64),
}

/// Free space between boxes of a layer, and half of that between layers.
const SPACING: f64 = 22.0;
/// Space that lines need between two layers.
const CHANNEL: f64 = 90.0;
/// The height of the gap between boxes through which a line passes.
const GAP: f64 = 6.0;

/// Places boxes of some sizes, joined by lines from one to another, each named by its place in `sizes`.
pub(super) fn layout(sizes: &[(f64, f64)], lines: &[(usize, usize)]) -> Layout {
    if sizes.is_empty() {
        return Layout::default();
    }
    let apart: Vec<(usize, usize)> = lines.iter().copied().filter(|(from, to)| from != to).collect();
    let first = centres(sizes, &apart);
    let layer = layers(&first);
    // A line that closes a circle runs against the others, in their direction for the one who places.
    let chains: Vec<Chain> = lines.iter().map(|(from, to)| Chain::of(*from, *to, &layer)).collect();
    let mut all_sizes = sizes.to_vec();
    let mut steps = Vec::new();
    let mut ways: Vec<Vec<usize>> = Vec::new();
    for chain in &chains {
        let passing = all_sizes.len()..all_sizes.len() + chain.between;
        all_sizes.resize(passing.end, (1.0, GAP));
        let way: Vec<usize> = std::iter::once(chain.left).chain(passing).chain(std::iter::once(chain.right)).collect();
        if chain.left != chain.right {
            steps.extend(way.windows(2).map(|two| (two[0], two[1])));
        }
        ways.push(way);
    }
    let centres = centres(&all_sizes, &steps);
    let frame = |at: usize| {
        let ((x, y), (width, height)) = (centres[at], all_sizes[at]);
        Frame { corner: (x - width / 2.0, y - height / 2.0), size: (width, height) }
    };
    let frames: Vec<Frame> = (0..sizes.len()).map(frame).collect();
    let ports = Ports::of(&ways, &centres, &frames);
    let routes = ways.iter().zip(&chains).enumerate().map(|(line, (way, chain))| {
        let (leaves, arrives) = ports.ends[line];
        let inner = way[1..way.len() - 1].iter().map(|at| centres[*at]);
        let mut points: Vec<Point> = std::iter::once(leaves).chain(inner).chain(std::iter::once(arrives)).collect();
        if chain.turned {
            points.reverse();
        }
        points
    });
    let routes = routes.collect();
    let right = frames.iter().map(|frame| frame.corner.0 + frame.size.0).fold(0.0, f64::max);
    let bottom = centres.iter().zip(&all_sizes).map(|(centre, size)| centre.1 + size.1 / 2.0).fold(0.0, f64::max);
    Layout { frames, routes, size: (right, bottom) }
}

/// A line, from the box on the left to the one on the right.
struct Chain {
    left: usize,
    right: usize,
    turned: bool,
    /// How many layers lie between.
    between: usize,
}

impl Chain {
    fn of(from: usize, to: usize, layer: &[usize]) -> Chain {
        let turned = layer[from] > layer[to];
        let (left, right) = if turned { (to, from) } else { (from, to) };
        Chain { left, right, turned, between: (layer[right] - layer[left]).saturating_sub(1) }
    }
}

/// The centres of boxes, from the left and the top; unconnected parts below each other.
fn centres(sizes: &[(f64, f64)], lines: &[(usize, usize)]) -> Vec<Point> {
    let number = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    // What is placed from top to bottom is turned to run from left to right.
    let vertices: Vec<(u32, (f64, f64))> =
        sizes.iter().enumerate().map(|(at, (width, height))| (number(at), (*height, width + CHANNEL))).collect();
    // rust-sugiyama never ends where two lines join the same two boxes; turned around, a second one is such a line too.
    let mut joined = HashSet::new();
    let alone = lines.iter().filter(|(from, to)| joined.insert((from.min(to), from.max(to))));
    let edges: Vec<(u32, u32)> = alone.map(|(from, to)| (number(*from), number(*to))).collect();
    let config = Config { vertex_spacing: SPACING, ..Config::default() };
    let mut centres = vec![(0.0, 0.0); sizes.len()];
    let mut top = 0.0;
    for (part, _, _) in from_vertices_and_edges(&vertices, &edges, &config) {
        let left = part.iter().map(|(at, (_, x))| x - sizes[*at].0 / 2.0).fold(f64::INFINITY, f64::min);
        let above = part.iter().map(|(at, (y, _))| y - sizes[*at].1 / 2.0).fold(f64::INFINITY, f64::min);
        let mut bottom: f64 = top;
        for (at, (y, x)) in part {
            centres[at] = (x - left, y - above + top);
            bottom = bottom.max(centres[at].1 + sizes[at].1 / 2.0);
        }
        top = bottom + SPACING;
    }
    centres
}

/// The layer of each box, counted from the left: boxes of one layer have their centres in one line.
fn layers(centres: &[Point]) -> Vec<usize> {
    let mut lines: Vec<f64> = centres.iter().map(|(x, _)| *x).collect();
    lines.sort_by(f64::total_cmp);
    lines.dedup_by(|a, b| (*a - *b).abs() < 1.0);
    centres.iter().map(|(x, _)| lines.iter().position(|line| (line - x).abs() < 1.0).unwrap_or(0)).collect()
}

/// Where lines touch their boxes: each at a place of its own, in the order in which they come, so that none crosses
/// another at the box.
struct Ports {
    ends: Vec<(Point, Point)>,
}

impl Ports {
    fn of(ways: &[Vec<usize>], centres: &[Point], frames: &[Frame]) -> Ports {
        let mut ends = vec![((0.0, 0.0), (0.0, 0.0)); ways.len()];
        for (at, frame) in frames.iter().enumerate() {
            let sorted = |mut lines: Vec<(usize, f64)>| {
                lines.sort_by(|a, b| a.1.total_cmp(&b.1).then(a.0.cmp(&b.0)));
                lines
            };
            let beyond = |way: &[usize], place: usize| centres[way[place]].1;
            let leaving =
                ways.iter().enumerate().filter(|(_, way)| way[0] == at).map(|(line, way)| (line, beyond(way, 1)));
            let coming = ways.iter().enumerate().filter(|(_, way)| way[way.len() - 1] == at);
            let coming = coming.map(|(line, way)| (line, beyond(way, way.len() - 2)));
            for (lines, right) in [(sorted(leaving.collect()), true), (sorted(coming.collect()), false)] {
                let count = lines.len() as f64;
                for (place, (line, _)) in lines.into_iter().enumerate() {
                    let y = frame.corner.1 + frame.size.1 * (place as f64 + 1.0) / (count + 1.0);
                    if right {
                        ends[line].0 = (frame.corner.0 + frame.size.0, y);
                    } else {
                        ends[line].1 = (frame.corner.0, y);
                    }
                }
            }
        }
        Ports { ends }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn boxes_stand_apart_and_lines_pass_between_them() {
        let sizes = vec![(120.0, 40.0); 7];
        // A circle, a line over several layers, two lines between the same boxes, and a box alone.
        let lines = [(0, 1), (1, 2), (2, 3), (3, 0), (0, 3), (0, 4), (4, 3), (0, 1), (5, 5)];
        let placed = layout(&sizes, &lines);
        for (at, one) in placed.frames.iter().enumerate() {
            for other in &placed.frames[at + 1..] {
                assert!(!overlap(one, other), "{one:?} {other:?}");
            }
        }
        for ((from, to), route) in lines.iter().zip(&placed.routes) {
            assert!(route.len() >= 2);
            for inner in &route[1..route.len() - 1] {
                let inside = |frame: &Frame| overlap(frame, &Frame { corner: *inner, size: (0.0, 0.0) });
                assert!(!placed.frames.iter().any(inside), "{from} → {to} runs through a box at {inner:?}");
            }
        }
        assert_eq!(placed, layout(&sizes, &lines), "the same picture every time");
    }

    proptest::proptest! {
        /// Whatever joins whatever, however often: the layout ends, and every box and line has its place.
        #[test]
        fn any_lines_are_placed(lines in proptest::collection::vec((0_usize..9, 0_usize..9), 0..40)) {
            let placed = layout(&[(120.0, 40.0); 9], &lines);
            proptest::prop_assert_eq!((placed.frames.len(), placed.routes.len()), (9, lines.len()));
        }
    }

    fn overlap(one: &Frame, other: &Frame) -> bool {
        let along = |a: f64, la: f64, b: f64, lb: f64| a < b + lb && b < a + la;
        along(one.corner.0, one.size.0, other.corner.0, other.size.0)
            && along(one.corner.1, one.size.1, other.corner.1, other.size.1)
    }
}
