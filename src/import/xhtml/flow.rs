//! The blocks of a page, in order.

use super::super::blocks::{Block, Deleted, Item, ItemKind, Table};
use super::super::dom::{Element, Node};
use super::super::labels;
use super::super::line::{Line, LineBuilder};
use super::Reader;
use super::classes::{Role, has_class, role};
use super::frames::Frames;
use super::head::Generation;
use crate::law::Number;

/// Longest text that is taken for the label of a point in a table of two columns.
pub(super) const LONGEST_LABEL: usize = 24;

impl Reader<'_> {
    /// Reads everything in an element as blocks of a container of its own.
    pub(super) fn container(&mut self, element: &Element) -> Vec<Block> {
        let mut frames = Frames::new(self.language);
        self.within(element, |reader| reader.nodes(&element.nodes, &mut frames));
        frames.finish()
    }

    /// Reads nodes into frames: runs of inline nodes become lines.
    pub(super) fn nodes(&mut self, nodes: &[Node], frames: &mut Frames) {
        let mut line = LineBuilder::default();
        for (at, node) in nodes.iter().enumerate() {
            match node {
                Node::Text(_) => self.inline_node(nodes, at, &mut line),
                Node::Instruction(..) => {}
                Node::Element(child) if is_inline(child) => self.inline(child, &mut line),
                Node::Element(child) => {
                    finish_line(&mut line, frames);
                    self.element(child, frames);
                }
            }
        }
        finish_line(&mut line, frames);
    }

    /// Reads one element into frames.
    pub(super) fn element(&mut self, element: &Element, frames: &mut Frames) {
        match element.name.as_str() {
            "p" => self.paragraph_element(element, frames),
            "div" => self.division_element(element, frames),
            "table" => self.table_element(element, frames),
            "hr" | "br" | "col" | "colgroup" => {}
            "script" | "style" | "noscript" => self.report.left_out("scripts", &element.text_in_blocks()),
            "tbody" | "thead" | "tr" | "td" | "th" | "section" | "body" => {
                self.within(element, |reader| reader.nodes(&element.nodes, frames));
            }
            _ if is_inline(element) => {
                let mut line = LineBuilder::default();
                self.inline(element, &mut line);
                finish_line(&mut line, frames);
            }
            _ => {
                self.unknown(element);
                self.within(element, |reader| reader.nodes(&element.nodes, frames));
            }
        }
    }

    fn paragraph_element(&mut self, element: &Element, frames: &mut Frames) {
        let Some(role) = role(element) else {
            self.unknown(element);
            self.within(element, |reader| reader.nodes(&element.nodes, frames));
            return;
        };
        match role {
            Role::Note => {
                if super::super::quotations::ends_quoted(&element.line()) {
                    frames.push(Block::QuotationEnd);
                }
            }
            Role::Furniture(what) => self.report.left_out(what, &element.text_in_blocks()),
            Role::Amendment => {
                if let Some(by) = self.block_mark(element) {
                    frames.push(Block::Deleted(Deleted { by, was: None }));
                }
            }
            Role::Text => self.text_element(element, frames),
            Role::Continued => {
                let line = self.line(element);
                frames.continue_point(Block::Text(line));
            }
            _ => {
                let line = self.line(element);
                if line.is_blank() {
                    return;
                }
                match role {
                    Role::DivisionNumber => frames.division_number(line),
                    Role::DivisionHeading => frames.division_heading(line),
                    Role::ArticleNumber => {
                        frames.article_number(line, has_class(element, "title-article-quoted"));
                    }
                    Role::ArticleHeading => frames.article_heading(line),
                    Role::AnnexNumber => frames.annex_number(line),
                    Role::AnnexHeading => frames.annex_heading(line),
                    Role::Title => self.annex_title(line, frames),
                    Role::GroupHeading(_) if frames.in_article() => frames.push(Block::Text(line)),
                    Role::GroupHeading(level) => match set_off_label(&line) {
                        Some(at) => {
                            let (label, heading) = line.split_at(at);
                            frames.group_heading(level, Some(label), heading);
                        }
                        None => frames.group_heading(level, None, line),
                    },
                    Role::Contents => contents_line(line, frames),
                    Role::TableTitle => frames.push(Block::Table(Table { title: vec![line], ..Table::default() })),
                    _ => frames.push(Block::Text(line)),
                }
            }
        }
    }

    /// In texts of the Official Journal the lines of an annex's title look alike.
    fn annex_title(&mut self, line: Line, frames: &mut Frames) {
        if labels::is_annex_label(&line.text, self.language) {
            frames.annex_number(line);
        } else if frames.in_annex() {
            frames.annex_heading(line);
        } else {
            frames.annex_number(line);
        }
    }

    /// Running text, perhaps with the number of a paragraph or point before it.
    fn text_element(&mut self, element: &Element, frames: &mut Frames) {
        let holds_blocks = element.elements().any(|child| !is_inline(child));
        if holds_blocks {
            self.within(element, |reader| reader.nodes(&element.nodes, frames));
            return;
        }
        let line = self.line(element);
        // Boxed figures break a line into pieces, which the class tells from whole paragraphs.
        let piece = element.attribute("class") == Some("normal");
        let continues = piece && std::mem::take(&mut self.after_box);
        self.in_broken_line = piece;
        if line.is_empty() {
            return;
        }
        if continues {
            frames.extend_line(line);
            return;
        }
        match set_off_label(&line) {
            Some(at) => {
                let (label, text) = line.split_at(at);
                let figure_stop = label.text.ends_with('.') && !label.text.starts_with('(');
                let kind = if figure_stop { ItemKind::Paragraph } else { ItemKind::FlatPoint };
                let blocks = if text.is_empty() { Vec::new() } else { vec![Block::Text(text)] };
                frames.push(Block::Item(Item { kind, label, blocks }));
            }
            None => frames.push(Block::Text(line)),
        }
    }

    fn division_element(&mut self, element: &Element, frames: &mut Frames) {
        match block_div(element) {
            Some(BlockDiv::Grid) => {
                let column = |class: &str| element.elements().find(|child| has_class(child, class));
                let label = column("grid-list-column-1").map(|label| self.line(label)).unwrap_or_default();
                let blocks = column("grid-list-column-2").map(|text| self.container(text)).unwrap_or_default();
                push_item(label, blocks, frames);
            }
            Some(BlockDiv::Paragraph) => {
                let mut label = Line::default();
                let mut inner = Frames::new(self.language);
                for node in &element.nodes {
                    match node {
                        Node::Element(child) if has_class(child, "no-parag") => label = self.line(child),
                        Node::Element(_) | Node::Text(_) => self.nodes(std::slice::from_ref(node), &mut inner),
                        Node::Instruction(..) => {}
                    }
                }
                let blocks = inner.finish();
                frames.push(Block::Item(Item { kind: ItemKind::Paragraph, label, blocks }));
            }
            Some(BlockDiv::Hanging) => self.hanging(element, frames),
            Some(BlockDiv::Enumeration) => {
                let mut parts = element.elements();
                let label = parts.next().map(|part| self.line(part)).unwrap_or_default();
                let mut inner = Frames::new(self.language);
                for part in parts {
                    self.element(part, &mut inner);
                }
                push_item(label, inner.finish(), frames);
            }
            Some(BlockDiv::Continued) => {
                for block in self.container(element) {
                    frames.continue_point(block);
                }
            }
            Some(BlockDiv::TableNote) => {
                let line = self.table_note(element);
                frames.push(Block::Text(line));
            }
            Some(BlockDiv::Boxed) => {
                let line = self.line(element);
                if self.in_broken_line {
                    frames.extend_line(line);
                } else {
                    frames.push(Block::Text(line));
                }
                self.after_box = true;
            }
            None => {
                if self.wraps_quotation(element) {
                    let quoted = self.container(element);
                    if is_bare(element) && frames.announces() {
                        frames.push(Block::Quotation(quoted));
                    } else {
                        quoted.into_iter().for_each(|block| frames.push(block));
                    }
                } else {
                    self.within(element, |reader| reader.nodes(&element.nodes, frames));
                }
            }
        }
    }

    /// Whether an element wraps quoted text, as far as the page shows it.
    pub(super) fn wraps_quotation(&self, element: &Element) -> bool {
        self.generation == Generation::OfficialJournal && (is_bare(element) || is_quoted_article(element))
    }

    /// A point of old consolidations: its label hangs before an indented text.
    fn hanging(&mut self, element: &Element, frames: &mut Frames) {
        let mut first = true;
        for node in &element.nodes {
            let Node::Element(child) = node else {
                self.nodes(std::slice::from_ref(node), frames);
                continue;
            };
            if first && child.name == "p" {
                first = false;
                let (label, text) = self.hanging_label(child);
                if label.is_blank() {
                    frames.push(Block::Text(text));
                } else {
                    let blocks = if text.is_empty() { Vec::new() } else { vec![Block::Text(text)] };
                    frames.push(Block::Item(Item { kind: ItemKind::FlatPoint, label, blocks }));
                }
                continue;
            }
            let mut inner = Frames::new(self.language);
            if child.name == "p" {
                let (_, text) = self.hanging_label(child);
                inner.push(Block::Text(text));
            } else {
                self.element(child, &mut inner);
            }
            for block in inner.finish() {
                if first {
                    frames.push(block);
                } else {
                    frames.continue_point(block);
                }
            }
        }
    }

    /// Splits a hanging point at the space that its layout stretches.
    fn hanging_label(&mut self, element: &Element) -> (Line, Line) {
        let stretched = element.nodes.iter().position(|node| match node {
            Node::Element(span) => {
                span.name == "span" && span.attribute("style").is_some_and(|style| style.contains("word-spacing"))
            }
            _ => false,
        });
        let Some(at) = stretched else { return (Line::default(), self.line(element)) };
        let mut label = LineBuilder::default();
        self.inline_nodes(&element.nodes[..at], &mut label);
        let mut text = LineBuilder::default();
        self.inline_nodes(&element.nodes[at + 1..], &mut text);
        (label.finish(), text.finish())
    }
}

/// The kinds of `div` that are blocks of their own.
pub(super) enum BlockDiv {
    /// A point: label and text in two columns.
    Grid,
    /// A numbered paragraph.
    Paragraph,
    /// A point of old consolidations.
    Hanging,
    /// A numbered block of an annex.
    Enumeration,
    /// Text that continues the point before it.
    Continued,
    /// A note below a table.
    TableNote,
    /// A field of a form.
    Boxed,
}

pub(super) fn block_div(element: &Element) -> Option<BlockDiv> {
    if element.name != "div" {
        return None;
    }
    if has_class(element, "grid-container") {
        return Some(BlockDiv::Grid);
    }
    if has_class(element, "enumeration-spacing") {
        return Some(BlockDiv::Enumeration);
    }
    if element.elements().any(|child| has_class(child, "no-parag")) {
        return Some(BlockDiv::Paragraph);
    }
    if element.attribute("style").is_some_and(|style| style.contains("text-indent")) {
        return Some(BlockDiv::Hanging);
    }
    match element.attribute("class") {
        Some("list") => Some(BlockDiv::Continued),
        Some("tbl-norm") => Some(BlockDiv::TableNote),
        Some("box") => Some(BlockDiv::Boxed),
        _ => None,
    }
}

pub(super) fn is_inline(element: &Element) -> bool {
    matches!(
        element.name.as_str(),
        "a" | "span" | "br" | "img" | "b" | "i" | "em" | "strong" | "sup" | "sub" | "u" | "font"
    )
}

/// Whether an element has neither class nor id nor style: the wrapper of quoted text in the Official Journal.
fn is_bare(element: &Element) -> bool {
    element.attributes.is_empty()
}

/// Whether an element wraps a quoted article: its id is the article's number (`003A`), as Formex writes it.
fn is_quoted_article(element: &Element) -> bool {
    let id = element.attribute("id").unwrap_or("");
    let figures = id.bytes().take_while(u8::is_ascii_digit).count();
    figures == 3 && id[figures..].bytes().all(|b| b.is_ascii_uppercase())
}

pub(super) fn finish_line(line: &mut LineBuilder, frames: &mut Frames) {
    let line = std::mem::take(line).finish();
    if line.is_empty() {
        return;
    }
    frames.push(Block::Text(line));
}

pub(super) fn push_item(label: Line, mut blocks: Vec<Block>, frames: &mut Frames) {
    // A list of dashes whose point has a dash of its own, as in quoted text, is laid out with two.
    let dash = !label.text.chars().any(char::is_alphanumeric);
    if dash && let [Block::Item(_)] = blocks.as_slice() {
        blocks.drain(..).for_each(|block| frames.push(block));
        return;
    }
    if label.is_blank() {
        blocks.into_iter().for_each(|block| frames.push(block));
    } else {
        frames.push(Block::Item(Item { kind: ItemKind::Point, label, blocks }));
    }
}

pub(super) fn contents_line(line: Line, frames: &mut Frames) {
    if line.is_blank() {
        return;
    }
    match frames.innermost().last_mut() {
        Some(Block::Contents(lines)) => lines.push(line),
        _ => frames.push(Block::Contents(vec![line])),
    }
}

/// The byte after a number that the page sets off from the text by two or more no-break spaces: '1.  This Regulation'.
fn set_off_label(line: &Line) -> Option<usize> {
    let text = &line.text;
    let gap = match text.find("\u{a0}\u{a0}") {
        Some(gap) => gap,
        // A paragraph that begins with a list has no text after its number.
        None if text.ends_with('.') && text.starts_with(|c: char| c.is_ascii_digit()) => text.len(),
        None => return None,
    };
    let label = &text[..gap];
    let is_label = label.chars().count() <= LONGEST_LABEL
        && !label.is_empty()
        && (Number::read(label).is_ok() || label.starts_with(['—', '–', '-']) || label.ends_with(['—', '–']));
    is_label.then_some(gap)
}
