//! The frame of an act: title, preamble, divisions, articles, annexes.

use super::super::blocks::{Annex, Article, Block, Division, Item, ItemKind};
use super::super::dom::{Element, Node};
use super::super::line::{Line, LineBuilder};
use super::super::raw::RawAct;
use super::Reader;

impl Reader<'_> {
    /// Reads an act, an annex or the content of a consolidation.
    pub(super) fn read_part(&mut self, element: &Element, act: &mut RawAct) {
        if element.name == "ANNEX" {
            act.annexes.push(self.annex(element));
            return;
        }
        for node in &element.nodes {
            let child = match node {
                Node::Instruction(target, value) => {
                    self.instruction(target, value, None);
                    continue;
                }
                Node::Text(text) => {
                    self.stray(text, &mut act.body);
                    continue;
                }
                Node::Element(child) => child,
            };
            match child.name.as_str() {
                "BIB.INSTANCE" | "FAM.COMP" => {}
                "TITLE" => act.title = self.within(child, |reader| reader.lines(child)),
                "PREAMBLE" => self.within(child, |reader| reader.preamble(child, act)),
                "ENACTING.TERMS" => {
                    let body = self.within(child, |reader| reader.flow(child));
                    act.body.extend(body);
                }
                "FINAL" => {
                    let lines = self.within(child, |reader| reader.lines(child));
                    act.closing.extend(lines);
                }
                "ANNEX" | "CONS.ANNEX" => self.block(child, &mut act.annexes),
                _ => {
                    self.unknown(child);
                    let blocks = self.within(child, |reader| reader.flow(child));
                    act.body.extend(blocks);
                }
            }
        }
    }

    fn preamble(&mut self, element: &Element, act: &mut RawAct) {
        for node in &element.nodes {
            let child = match node {
                Node::Instruction(target, value) => {
                    self.instruction(target, value, None);
                    continue;
                }
                Node::Text(text) => {
                    let mut line = LineBuilder::default();
                    self.push(text, &mut line);
                    act.preamble_opening.extend(Some(line.finish()).filter(|line| !line.is_blank()));
                    continue;
                }
                Node::Element(child) => child,
            };
            match child.name.as_str() {
                "PREAMBLE.INIT" => act.preamble_opening.extend(self.within(child, |r| r.lines(child))),
                "GR.VISA" => {
                    for visa in child.elements() {
                        act.citations.extend(Some(self.line(visa)).filter(|line| !line.is_blank()));
                    }
                }
                "GR.CONSID" => self.within(child, |reader| reader.recitals(child, act)),
                "PREAMBLE.FINAL" => act.preamble_closing.extend(self.within(child, |r| r.lines(child))),
                _ => {
                    self.unknown(child);
                    act.preamble_opening.extend(self.within(child, |r| r.lines(child)));
                }
            }
        }
    }

    fn recitals(&mut self, element: &Element, act: &mut RawAct) {
        for node in &element.nodes {
            match node {
                Node::Instruction(target, value) => self.instruction(target, value, None),
                Node::Text(text) => self.stray(text, &mut act.recitals),
                Node::Element(child) => match child.name.as_str() {
                    "GR.CONSID.INIT" => act.recital_opening.push(self.line(child)),
                    "CONSID" => {
                        let blocks = self.within(child, |reader| reader.flow(child));
                        act.recitals.extend(blocks);
                    }
                    _ => {
                        self.unknown(child);
                        let blocks = self.within(child, |reader| reader.flow(child));
                        act.recitals.extend(blocks);
                    }
                },
            }
        }
    }

    /// Every block of text within an element as a line of its own.
    pub(super) fn lines(&mut self, element: &Element) -> Vec<Line> {
        let mut lines = Vec::new();
        let mut line = LineBuilder::default();
        self.collect_lines(element, &mut line, &mut lines);
        lines.push(line.finish());
        lines.retain(|line| !line.is_blank());
        lines
    }

    fn collect_lines(&mut self, element: &Element, line: &mut LineBuilder, lines: &mut Vec<Line>) {
        const WRAPPERS: [&str; 8] = ["P", "SIGNATURE", "PL.DATE", "SIGNATORY", "TI", "STI", "NP", "TXT"];
        for node in &element.nodes {
            match node {
                Node::Text(text) => self.push(text, line),
                Node::Instruction(target, value) => self.instruction(target, value, Some(line)),
                Node::Element(child) if WRAPPERS.contains(&child.name.as_str()) => {
                    lines.push(std::mem::take(line).finish());
                    self.collect_lines(child, line, lines);
                    lines.push(std::mem::take(line).finish());
                }
                Node::Element(child) => self.inline(child, line),
            }
        }
    }

    pub(super) fn article(&mut self, element: &Element) -> Block {
        let mut article = Article { label: Line::default(), heading: None, blocks: Vec::new() };
        for node in &element.nodes {
            match node {
                Node::Instruction(target, value) => self.instruction(target, value, None),
                Node::Text(text) => self.stray(text, &mut article.blocks),
                Node::Element(child) => match child.name.as_str() {
                    "TI.ART" => article.label = self.line(child),
                    "STI.ART" => {
                        let heading = self.line(child);
                        match &mut article.heading {
                            Some(known) => known.append(" ", heading),
                            None => article.heading = Some(heading),
                        }
                    }
                    _ => self.block_or_text(child, &mut article.blocks),
                },
            }
        }
        Block::Article(article)
    }

    pub(super) fn division(&mut self, element: &Element) -> Block {
        let mut division = Division { label: None, heading: Vec::new(), blocks: Vec::new() };
        for node in &element.nodes {
            match node {
                Node::Instruction(target, value) => self.instruction(target, value, None),
                Node::Text(text) => self.stray(text, &mut division.blocks),
                Node::Element(child) => match child.name.as_str() {
                    "NO.GR.SEQ" => division.label = Some(self.line(child)),
                    "TITLE" if division.heading.is_empty() => {
                        self.path.push(child.name.clone());
                        self.division_title(child, &mut division);
                        self.path.pop();
                    }
                    _ => self.block_or_text(child, &mut division.blocks),
                },
            }
        }
        // A numbered group without a heading is a point with a number of its own.
        match division.label {
            Some(label) if division.heading.is_empty() => {
                Block::Item(Item { kind: ItemKind::Point, label, blocks: division.blocks })
            }
            label => Block::Division(Division { label, ..division }),
        }
    }

    fn division_title(&mut self, title: &Element, division: &mut Division) {
        for node in &title.nodes {
            match node {
                Node::Instruction(target, value) => self.instruction(target, value, None),
                Node::Text(text) => self.stray(text, &mut division.blocks),
                Node::Element(part) => {
                    if let (None, "TI", Some(number)) = (&division.label, part.name.as_str(), part.at("NP/NO.P")) {
                        division.label = Some(self.line(number));
                        if let Some(text) = part.at("NP/TXT") {
                            division.heading.push(self.line(text));
                        }
                        let rest = part.elements().filter(|e| e.name != "NP");
                        let below = part.child("NP").into_iter().flat_map(Element::elements);
                        for more in below.filter(|e| !matches!(e.name.as_str(), "NO.P" | "TXT")).chain(rest) {
                            let line = self.line(more);
                            division.heading.push(line);
                        }
                        continue;
                    }
                    let mut lines = self.within(part, |reader| reader.lines(part));
                    division.heading.append(&mut lines);
                }
            }
        }
        division.heading.retain(|line| !line.is_blank());
    }

    pub(super) fn annex(&mut self, element: &Element) -> Block {
        let mut annex = Annex { title: Vec::new(), blocks: Vec::new() };
        for node in &element.nodes {
            match node {
                Node::Instruction(target, value) => self.instruction(target, value, None),
                Node::Text(text) => self.stray(text, &mut annex.blocks),
                Node::Element(child) => match child.name.as_str() {
                    "BIB.INSTANCE" => {}
                    "TITLE" if annex.title.is_empty() => {
                        annex.title = self.within(child, |reader| reader.lines(child));
                    }
                    _ => self.block_or_text(child, &mut annex.blocks),
                },
            }
        }
        Block::Annex(annex)
    }

    pub(super) fn contents(&mut self, element: &Element) -> Block {
        let mut lines = Vec::new();
        let mut stack: Vec<&[Node]> = vec![&element.nodes];
        while let Some(nodes) = stack.pop() {
            let Some((node, rest)) = nodes.split_first() else { continue };
            stack.push(rest);
            match node {
                Node::Instruction(target, value) => self.instruction(target, value, None),
                Node::Text(_) => {}
                Node::Element(child) => match child.name.as_str() {
                    "TITLE" => lines.extend(self.lines(child)),
                    "TOC.ITEM" => {
                        let mut line = LineBuilder::default();
                        for node in &child.nodes {
                            match node {
                                Node::Element(part) => {
                                    self.inline(part, &mut line);
                                    line.push(" ", &[]);
                                }
                                Node::Instruction(target, value) => self.instruction(target, value, None),
                                Node::Text(text) => self.push(text, &mut line),
                            }
                        }
                        lines.push(line.finish());
                    }
                    _ => stack.push(&child.nodes),
                },
            }
        }
        lines.retain(|line| !line.is_blank());
        Block::Contents(lines)
    }
}
