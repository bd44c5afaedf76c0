//! A picture that needs nothing else: boxes with their words, lines told apart by dashes and heads, a key, and all of it
//! in words for those who do not see it.

use std::collections::HashMap;

use super::layout::{Frame, Point, layout};
use super::{Head, Shape, shape, shortened, stroke};
use crate::graph::{EdgeKind, Graph, Link, Names, Node, Part};

/// Height of a line of text, and what a character takes at most on average, at the size of the text.
const LINE: f64 = 15.0;
const CHARACTER: f64 = 6.9;
/// Room around the words of a box.
const PADDING: f64 = 9.0;
/// Characters in a line of a box, and in all that is said beside a name.
const COLUMNS: usize = 30;
const LONGEST: usize = 84;
/// Room around the picture.
const MARGIN: f64 = 24.0;
/// Height of a line of the key.
const KEY_LINE: f64 = 22.0;
/// Room that the head of an arrow takes before its box.
const HEAD: f64 = 9.0;

/// The part as an SVG picture.
pub fn svg(graph: &Graph, part: &Part, names: &Names<'_>, title: &str) -> String {
    let words: Vec<Words> = part.nodes.iter().map(|node| Words::of(&graph.inner()[*node], names)).collect();
    let places: HashMap<_, usize> = part.nodes.iter().enumerate().map(|(at, node)| (*node, at)).collect();
    let drawn: Vec<&Link> =
        part.links.iter().filter(|link| places.contains_key(&link.from) && places.contains_key(&link.to)).collect();
    let lines: Vec<(usize, usize)> = drawn.iter().map(|link| (places[&link.from], places[&link.to])).collect();
    let sizes: Vec<(f64, f64)> = words.iter().map(Words::size).collect();
    let placed = layout(&sizes, &lines);
    let kinds: Vec<EdgeKind> =
        EdgeKind::ALL.iter().copied().filter(|kind| drawn.iter().any(|link| link.kind == *kind)).collect();
    let key_columns = ((placed.size.0 / 190.0) as usize).clamp(1, kinds.len().max(1));
    let key_rows = kinds.len().div_ceil(key_columns);
    let (width, key) = (placed.size.0.max(190.0) + 2.0 * MARGIN, key_rows as f64 * KEY_LINE);
    let top = MARGIN * 2.0 + LINE + key;
    let height = top + placed.size.1 + MARGIN;

    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width:.0} {height:.0}\" width=\"{width:.0}\" height=\"{height:.0}\" role=\"img\" aria-labelledby=\"graph-title graph-desc\" font-family=\"system-ui, 'Segoe UI', Helvetica, Arial, sans-serif\" font-size=\"12\">\n<title id=\"graph-title\">{}</title>\n<desc id=\"graph-desc\">{}</desc>\n",
        escaped(title),
        escaped(&description(graph, &drawn, names))
    );
    out.push_str(&heads(&kinds));
    out.push_str(&format!("<rect width=\"{width:.0}\" height=\"{height:.0}\" fill=\"#ffffff\"/>\n"));
    out.push_str(&format!(
        "<text x=\"{MARGIN}\" y=\"{}\" font-size=\"14\" font-weight=\"bold\" fill=\"#111111\">{}</text>\n",
        MARGIN + 8.0,
        escaped(title)
    ));
    for (at, kind) in kinds.iter().enumerate() {
        let corner =
            (MARGIN + (at % key_columns) as f64 * 190.0, MARGIN + LINE + 10.0 + (at / key_columns) as f64 * KEY_LINE);
        out.push_str(&key_entry(*kind, corner, names));
    }
    out.push_str(&format!("<g transform=\"translate({MARGIN} {top:.0})\">\n"));
    for (link, route) in drawn.iter().zip(&placed.routes) {
        out.push_str(&line(graph, link, route, names));
    }
    for (words, frame) in words.iter().zip(&placed.frames) {
        out.push_str(&words.drawn(frame));
    }
    out.push_str("</g>\n</svg>\n");
    out
}

/// The picture in words, a sentence for each line.
fn description(graph: &Graph, links: &[&Link], names: &Names<'_>) -> String {
    let sentences = links.iter().map(|link| sentence(graph, link, names));
    sentences.collect::<Vec<_>>().join(" ")
}

fn sentence(graph: &Graph, link: &Link, names: &Names<'_>) -> String {
    let name = |node| names.short(&graph.inner()[node]);
    format!("{} {} {}.", name(link.from), names.edge(link.kind), name(link.to))
}

/// The words of a box.
struct Words {
    shape: Shape,
    name: Vec<String>,
    rest: Vec<String>,
    /// All of it, where a box shows less.
    full: String,
    faded: bool,
}

impl Words {
    fn of(node: &Node, names: &Names<'_>) -> Words {
        let (short, long) = (names.short(node), names.long(node));
        let lines = |text: &str| textwrap::wrap(text, COLUMNS).into_iter().map(|line| line.into_owned()).collect();
        let full = match &long {
            Some(long) => format!("{short}: {long}"),
            None => short.clone(),
        };
        Words {
            shape: shape(node),
            name: lines(&shortened(&short, LONGEST)),
            rest: long.map(|long| lines(&shortened(&long, LONGEST))).unwrap_or_default(),
            full,
            faded: matches!(node, Node::Provision { deleted: true, .. }),
        }
    }

    fn size(&self) -> (f64, f64) {
        let widest = self.name.iter().map(|line| width(line) * 1.08).chain(self.rest.iter().map(|line| width(line)));
        let lines = (self.name.len() + self.rest.len()) as f64;
        // An ellipse and a hexagon have less room at their ends.
        let ends = if matches!(self.shape, Shape::Ellipse | Shape::Hexagon) { 2.0 * PADDING } else { 0.0 };
        (widest.fold(40.0, f64::max) + 2.0 * PADDING + ends, lines * LINE + 2.0 * PADDING)
    }

    fn drawn(&self, frame: &Frame) -> String {
        let ((x, y), (w, h)) = (frame.corner, frame.size);
        let style = match (self.shape, self.faded) {
            (_, true) => "fill=\"#f2f2f2\" stroke=\"#555555\" stroke-dasharray=\"3 3\"",
            (Shape::Box, _) => "fill=\"#ffffff\" stroke=\"#333333\"",
            (Shape::Round, _) => "fill=\"#fff6ec\" stroke=\"#7a3b00\"",
            (Shape::Ellipse, _) => "fill=\"#fdf3f3\" stroke=\"#333333\"",
            (Shape::Hexagon, _) => "fill=\"#f8f0fa\" stroke=\"#6a1b7a\"",
            (Shape::Note, _) => "fill=\"#eef8f1\" stroke=\"#0b6b3a\"",
            (Shape::Folder, _) => "fill=\"#eef3fb\" stroke=\"#1f4e9c\" stroke-width=\"2\"",
        };
        let outline = match self.shape {
            Shape::Box | Shape::Folder => rectangle(frame, 2.0, style),
            Shape::Round => rectangle(frame, 12.0, style),
            Shape::Ellipse => rectangle(frame, h / 2.0, style),
            Shape::Hexagon => {
                let (l, r, b, m) = (x + PADDING, x + w - PADDING, y + h, y + h / 2.0);
                format!(
                    "<path d=\"M{x:.1} {m:.1}L{l:.1} {y:.1}H{r:.1}L{:.1} {m:.1}L{r:.1} {b:.1}H{l:.1}Z\" {style}/>",
                    x + w
                )
            }
            Shape::Note => {
                let (r, b) = (x + w, y + h);
                format!(
                    "<path d=\"M{x:.1} {y:.1}H{:.1}L{r:.1} {:.1}V{b:.1}H{x:.1}Z\" {style}/>",
                    r - PADDING,
                    y + PADDING
                )
            }
        };
        let mut out = format!("<g><title>{}</title>{outline}", escaped(&self.full));
        let lines =
            self.name.iter().map(|line| (line, " font-weight=\"bold\"")).chain(self.rest.iter().map(|line| (line, "")));
        for (at, (text, weight)) in lines.enumerate() {
            out.push_str(&format!(
                "<text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"middle\" fill=\"#111111\"{weight}>{}</text>",
                x + w / 2.0,
                y + PADDING + LINE * (at as f64 + 0.8),
                escaped(text)
            ));
        }
        out.push_str("</g>\n");
        out
    }
}

fn rectangle(frame: &Frame, radius: f64, style: &str) -> String {
    let ((x, y), (w, h)) = (frame.corner, frame.size);
    format!("<rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{w:.1}\" height=\"{h:.1}\" rx=\"{radius:.1}\" {style}/>")
}

/// How wide a text is, with room to spare: the font is that of the reader's system.
fn width(text: &str) -> f64 {
    unicode_width::UnicodeWidthStr::width(text) as f64 * CHARACTER
}

/// A line through its points, level where it passes them, so that it runs smoothly from layer to layer.
fn line(graph: &Graph, link: &Link, route: &[Point], names: &Names<'_>) -> String {
    let mut points = route.to_vec();
    let ([first, .., before, _] | [first @ before, _]) = points[..] else { return String::new() };
    // The head stands before the box.
    if let Some(last) = points.last_mut() {
        last.0 += if last.0 >= before.0 { -HEAD } else { HEAD };
    }
    let mut path = format!("M{:.1} {:.1}", first.0, first.1);
    // A line from a box to itself leaves it on one side and comes back on the other, around it.
    let around = link.from == link.to;
    for two in points.windows(2) {
        let ((x0, y0), (x1, y1)) = (two[0], two[1]);
        let half = (x1 - x0) / 2.0;
        if around {
            path.push_str(&format!(
                "C{:.1} {:.1} {:.1} {:.1} {x1:.1} {y1:.1}",
                x0 + 40.0,
                y0 - 60.0,
                x1 - 40.0,
                y1 - 60.0
            ));
        } else {
            path.push_str(&format!("C{:.1} {y0:.1} {:.1} {y1:.1} {x1:.1} {y1:.1}", x0 + half, x1 - half));
        }
    }
    format!("<path d=\"{path}\" {}><title>{}</title></path>\n", pen(link.kind), escaped(&sentence(graph, link, names)))
}

fn pen(kind: EdgeKind) -> String {
    let stroke = stroke(kind);
    let dashes = stroke.dashes.iter().map(u8::to_string).collect::<Vec<_>>().join(" ");
    let dashes = if dashes.is_empty() { String::new() } else { format!(" stroke-dasharray=\"{dashes}\"") };
    format!(
        "fill=\"none\" stroke=\"{}\" stroke-width=\"{}\"{dashes} marker-end=\"url(#graph-{})\"",
        stroke.colour,
        stroke.width,
        kind.code()
    )
}

/// The heads of arrows, one for each kind of line.
fn heads(kinds: &[EdgeKind]) -> String {
    let mut out = String::from("<defs>\n");
    for kind in kinds {
        let stroke = stroke(*kind);
        let (shape, paint) = match stroke.head {
            Head::Full => ("<path d=\"M0 0L10 5L0 10Z\"", format!("fill=\"{}\"", stroke.colour)),
            Head::Open => {
                ("<path d=\"M1 1L9 5L1 9\"", format!("fill=\"none\" stroke=\"{}\" stroke-width=\"2\"", stroke.colour))
            }
            Head::Diamond => ("<path d=\"M0 5L5 1L10 5L5 9Z\"", format!("fill=\"{}\"", stroke.colour)),
            Head::Dot => ("<circle cx=\"5\" cy=\"5\" r=\"4.5\"", format!("fill=\"{}\"", stroke.colour)),
        };
        out.push_str(&format!(
            "<marker id=\"graph-{}\" viewBox=\"0 0 10 10\" refX=\"1\" refY=\"5\" markerWidth=\"{HEAD}\" markerHeight=\"{HEAD}\" markerUnits=\"userSpaceOnUse\" orient=\"auto\">{shape} {paint}/></marker>\n",
            kind.code()
        ));
    }
    out.push_str("</defs>\n");
    out
}

fn key_entry(kind: EdgeKind, (x, y): Point, names: &Names<'_>) -> String {
    format!(
        "<path d=\"M{x:.1} {y:.1}h38\" {}/><text x=\"{:.1}\" y=\"{:.1}\" fill=\"#111111\">{}</text>\n",
        pen(kind),
        x + 56.0,
        y + 4.0,
        escaped(names.edge(kind))
    )
}

/// A text in XML: markup escaped, and the characters left out that XML cannot hold.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' | '\t' | '\r' => out.push(' '),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => {}
            c => out.push(c),
        }
    }
    out
}
