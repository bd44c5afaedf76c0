//! Blocks within an article or annex: paragraphs, lists, tables, quotations.

use super::super::assemble::{is_tail, last_line};
use super::super::blocks::{Block, Cell, Deleted, Item, ItemKind, Remnant, Row, Table};
use super::super::dom::{Element, Node};
use super::super::line::{Line, LineBuilder};
use super::Reader;
use super::inline::is_block;
use crate::law::Number;

impl Reader<'_> {
    /// Reads what stands in an element: running text and blocks, in order.
    pub(super) fn flow(&mut self, element: &Element) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut line = LineBuilder::default();
        for node in &element.nodes {
            match node {
                Node::Text(text) => self.push(text, &mut line),
                Node::Instruction(target, value) => {
                    let inside = (!line.is_empty()).then_some(&mut line);
                    self.instruction(target, value, inside);
                }
                Node::Element(child) if is_block(&child.name) => {
                    finish_line(&mut line, &mut blocks);
                    self.block(child, &mut blocks);
                }
                Node::Element(child) => self.inline(child, &mut line),
            }
        }
        finish_line(&mut line, &mut blocks);
        blocks
    }

    /// Reads one block element.
    pub(super) fn block(&mut self, element: &Element, into: &mut Vec<Block>) {
        if let Some(by) = self.trail.deleting() {
            let was = self.remnant(element);
            self.report.left_out("deleted text", &element.text_in_blocks());
            self.follow_marks(element);
            into.push(Block::Deleted(Deleted { by, was }));
            return;
        }
        self.path.push(element.name.clone());
        match element.name.as_str() {
            "P" | "ALINEA" | "TXT" | "CONTENTS" | "ANNOTATION" | "SUBDIV" | "LETTER" | "ADDR.S" | "FORMULA.S" => {
                into.extend(self.flow(element));
            }
            "LIST" => self.list(element, into),
            "ITEM" => into.extend(self.item(element, false)),
            "NP" => into.extend(self.labelled(element, "NO.P", ItemKind::Point)),
            "DLIST" => self.definition_list(element, into),
            "PARAG" => into.extend(self.labelled(element, "NO.PARAG", ItemKind::Paragraph)),
            "ARTICLE" => into.push(self.article(element)),
            "DIVISION" | "GR.SEQ" => into.push(self.division(element)),
            "ANNEX" | "CONS.ANNEX" => into.push(self.annex(element)),
            "TOC" => into.push(self.contents(element)),
            "TBL" => into.push(Block::Table(self.table(element))),
            "GR.TBL" => self.table_group(element, into),
            "QUOT.S" => {
                let quoted = self.flow(element);
                into.push(Block::Quotation(quoted));
            }
            "GR.NOTES" | "GR.ANNOTATION" => {
                let mut table = Table::default();
                self.table_notes(element, &mut table);
                into.extend(table.remarks);
            }
            // Headings that stand outside a division.
            "TITLE" | "TI" | "STI" => into.extend(self.lines(element).into_iter().map(Block::Text)),
            _ => {
                let parent = self.path.pop();
                self.unknown(element);
                self.path.extend(parent);
                into.extend(self.flow(element));
            }
        }
        self.path.pop();
    }

    /// Reads only the marks of amendments within an element that is passed over.
    fn follow_marks(&mut self, element: &Element) {
        for node in &element.nodes {
            match node {
                Node::Instruction(target, value) => self.instruction(target, value, None),
                Node::Element(child) => self.follow_marks(child),
                Node::Text(_) => {}
            }
        }
    }

    /// What a deleted element was.
    fn remnant(&self, element: &Element) -> Option<Remnant> {
        let number = |element: Option<&Element>| element.and_then(|e| Number::read(&e.line()).ok());
        Some(match element.name.as_str() {
            "PARAG" => Remnant::Paragraph(number(element.child("NO.PARAG"))),
            "NP" => Remnant::Point(number(element.child("NO.P"))),
            "ITEM" => Remnant::Point(number(element.at("NP/NO.P"))),
            "ARTICLE" => {
                let label = element.child("TI.ART").map(Element::line).unwrap_or_default();
                let number = label.split_once(char::is_whitespace).and_then(|(_, rest)| Number::read(rest).ok());
                Remnant::Article(number)
            }
            "DIVISION" | "GR.SEQ" => Remnant::Division(first_title_line(element)),
            "ANNEX" | "CONS.ANNEX" => Remnant::Annex(first_title_line(element)),
            "ROW" => Remnant::Row,
            "P" | "ALINEA" | "TXT" => Remnant::Text,
            _ => return None,
        })
    }

    fn list(&mut self, element: &Element, into: &mut Vec<Block>) {
        let dashes = element.attribute("TYPE") == Some("DASH");
        for node in &element.nodes {
            match node {
                Node::Instruction(target, value) => self.instruction(target, value, None),
                Node::Element(child) if child.name == "ITEM" && self.trail.deleting().is_none() => {
                    let items = self.within(child, |reader| reader.item(child, dashes));
                    into.extend(items);
                }
                Node::Element(child) => self.block_or_text(child, into),
                Node::Text(text) => self.stray(text, into),
            }
        }
    }

    /// A member of a list. Formex leaves the dash of a dash list out and numbers all others.
    fn item(&mut self, element: &Element, dash: bool) -> Vec<Block> {
        let blocks = self.flow(element);
        if matches!(blocks.as_slice(), [Block::Item(_)]) || !blocks.iter().any(|b| matches!(b, Block::Text(_))) {
            return blocks;
        }
        let label = if dash { "—" } else { "" };
        let mut builder = LineBuilder::default();
        builder.push(label, self.trail.writing());
        vec![Block::Item(Item { kind: ItemKind::Point, label: builder.finish(), blocks })]
    }

    /// A block with its number in an element of its own: `NO.P`, `TXT` and what follows.
    fn labelled(&mut self, element: &Element, number: &str, kind: ItemKind) -> Vec<Block> {
        let mut label = Line::default();
        let mut blocks = Vec::new();
        for node in &element.nodes {
            match node {
                Node::Instruction(target, value) => self.instruction(target, value, None),
                Node::Element(child) if child.name == number => label = self.line(child),
                Node::Element(child) => self.block_or_text(child, &mut blocks),
                Node::Text(text) => self.stray(text, &mut blocks),
            }
        }
        if label.is_blank() {
            return blocks;
        }
        vec![Block::Item(Item { kind, label, blocks })]
    }

    /// A list of terms with their explanations.
    fn definition_list(&mut self, element: &Element, into: &mut Vec<Block>) {
        let separator = element.attribute("SEPARATOR").unwrap_or("").to_owned();
        for node in &element.nodes {
            match node {
                Node::Instruction(target, value) => self.instruction(target, value, None),
                Node::Element(child) if child.name == "DLIST.ITEM" => {
                    let mut label = Line::default();
                    let mut builder = LineBuilder::default();
                    let mut rest = Vec::new();
                    self.path.push(child.name.clone());
                    for node in &child.nodes {
                        match node {
                            Node::Instruction(target, value) => self.instruction(target, value, None),
                            Node::Element(part) if part.name == "PREFIX" => label = self.line(part),
                            Node::Element(part) if part.name == "TERM" => {
                                self.inline(part, &mut builder);
                                self.push(&format!(" {separator} "), &mut builder);
                            }
                            Node::Element(part) if part.name == "DEFINITION" => {
                                rest.extend(self.within(part, |reader| reader.flow(part)));
                            }
                            Node::Element(part) => self.inline(part, &mut builder),
                            Node::Text(text) => self.push(text, &mut builder),
                        }
                    }
                    self.path.pop();
                    let mut term = builder.finish();
                    if let Some(Block::Text(_)) = rest.first()
                        && let Block::Text(first) = rest.remove(0)
                    {
                        term.append(" ", first);
                    }
                    rest.insert(0, Block::Text(term));
                    if label.is_blank() {
                        into.extend(rest);
                    } else {
                        into.push(Block::Item(Item { kind: ItemKind::Point, label, blocks: rest }));
                    }
                }
                Node::Element(child) => self.block_or_text(child, into),
                Node::Text(text) => self.stray(text, into),
            }
        }
    }

    /// A child that is normally a block; an inline one becomes a line of its own.
    pub(super) fn block_or_text(&mut self, element: &Element, into: &mut Vec<Block>) {
        if is_block(&element.name) {
            self.block(element, into);
            return;
        }
        let mut line = LineBuilder::default();
        self.inline(element, &mut line);
        finish_line(&mut line, into);
    }

    /// Text where Formex has none.
    pub(super) fn stray(&mut self, text: &str, into: &mut Vec<Block>) {
        let mut line = LineBuilder::default();
        self.push(text, &mut line);
        finish_line(&mut line, into);
    }

    fn table_group(&mut self, element: &Element, into: &mut Vec<Block>) {
        let mut title = Vec::new();
        for node in &element.nodes {
            match node {
                Node::Instruction(target, value) => self.instruction(target, value, None),
                Node::Element(child) if child.name == "TITLE" => title = self.lines(child),
                Node::Element(child) if child.name == "TBL" => {
                    let mut table = self.within(child, |reader| reader.table(child));
                    title.append(&mut table.title);
                    table.title = std::mem::take(&mut title);
                    into.push(Block::Table(table));
                }
                Node::Element(child) => self.block_or_text(child, into),
                Node::Text(text) => self.stray(text, into),
            }
        }
    }

    fn table(&mut self, element: &Element) -> Table {
        let mut table = Table::default();
        for node in &element.nodes {
            match node {
                Node::Instruction(target, value) => self.instruction(target, value, None),
                Node::Element(child) => match child.name.as_str() {
                    "TITLE" => table.title = self.lines(child),
                    "GR.NOTES" => self.within(child, |reader| reader.table_notes(child, &mut table)),
                    "CORPUS" => self.within(child, |reader| reader.rows(child, &mut table)),
                    "BLK" => {
                        self.unknown(child);
                        self.within(child, |reader| reader.rows(child, &mut table));
                    }
                    _ => self.block_or_text(child, &mut table.remarks),
                },
                Node::Text(text) => self.stray(text, &mut table.remarks),
            }
        }
        table
    }

    pub(super) fn table_notes(&mut self, element: &Element, table: &mut Table) {
        let mut notes = table.remarks.len();
        for node in &element.nodes {
            match node {
                Node::Instruction(target, value) => self.instruction(target, value, None),
                Node::Element(child) if child.name == "NOTE" => {
                    if self.trail.deleting().is_some() {
                        self.report.left_out("deleted text", &child.text_in_blocks());
                        continue;
                    }
                    let text = self.note_text(child);
                    let mut line = LineBuilder::default();
                    line.push(&text, self.trail.writing());
                    // Print sets numbered notes above other remarks.
                    table.remarks.insert(notes, Block::Text(line.finish()));
                    notes += 1;
                }
                Node::Element(child) if child.name == "GR.ANNOTATION" => {
                    self.within(child, |reader| reader.table_notes(child, table));
                }
                Node::Element(child) => self.block_or_text(child, &mut table.remarks),
                Node::Text(text) => self.stray(text, &mut table.remarks),
            }
        }
    }

    fn rows(&mut self, element: &Element, table: &mut Table) {
        for node in &element.nodes {
            match node {
                Node::Instruction(target, value) => self.instruction(target, value, None),
                Node::Element(row) if row.name == "ROW" => {
                    if self.trail.deleting().is_some() {
                        self.report.left_out("deleted text", &row.text_in_blocks());
                        self.follow_marks(row);
                        continue;
                    }
                    let cells = self.within(row, |reader| reader.cells(row));
                    let header = row.attribute("TYPE") == Some("HEADER");
                    table.rows.push(Row { header, cells });
                }
                Node::Element(child) => self.block_or_text(child, &mut table.remarks),
                Node::Text(text) => self.stray(text, &mut table.remarks),
            }
        }
    }

    fn cells(&mut self, row: &Element) -> Vec<Cell> {
        let mut cells = Vec::new();
        for node in &row.nodes {
            match node {
                Node::Instruction(target, value) => self.instruction(target, value, None),
                Node::Element(cell) => {
                    if cell.name != "CELL" {
                        self.unknown(cell);
                    }
                    let span = cell.cell_span("COLSPAN", "ROWSPAN");
                    let blocks = self.within(cell, |reader| reader.flow(cell));
                    cells.push(Cell { span, blocks });
                }
                Node::Text(text) => {
                    let mut blocks = Vec::new();
                    self.stray(text, &mut blocks);
                    if !blocks.is_empty() {
                        cells.push(Cell { span: None, blocks });
                    }
                }
            }
        }
        cells
    }
}

/// Ends a line: as a block of text, or as the remnant of deleted words where nothing else is left of it.
fn finish_line(line: &mut LineBuilder, into: &mut Vec<Block>) {
    let line = std::mem::take(line).finish();
    if line.is_empty() {
        return;
    }
    if line.is_blank() && line.notes.is_empty() && line.note_signs.is_empty() {
        let by = line.amended[0].by;
        into.push(Block::Deleted(Deleted { by, was: Some(Remnant::Text) }));
        return;
    }
    if is_tail(&line)
        && let Some(last) = into.last_mut().and_then(last_line)
    {
        last.append("", line);
        return;
    }
    into.push(Block::Text(line));
}

fn first_title_line(element: &Element) -> String {
    let title = element.at("TITLE/TI");
    title.and_then(|title| title.elements().next()).map(Element::line).unwrap_or_default()
}
