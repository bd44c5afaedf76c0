//! The blocks of a page, in order.

use super::super::blocks::{Block, Cell, Deleted, Division, Item, ItemKind, Row, Table};
use super::super::dom::{Element, Node};
use super::super::labels;
use super::super::line::{Line, LineBuilder};
use super::super::raw::RawAct;
use super::Reader;
use super::classes::{Role, has_class, role};
use super::frames::Frames;
use super::head::Generation;
use crate::law::{CellSpan, Number};

/// Longest text that is taken for the label of a point in a table of two columns.
const LONGEST_LABEL: usize = 24;

/// Where in the act the reader stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Phase {
    Head,
    Title,
    Preamble,
    Body,
    Closing,
    Annexes,
    /// The foot of the page, which is no part of the act.
    Foot,
}

/// The act in the making.
struct Page {
    phase: Phase,
    title: Vec<Line>,
    preamble: Vec<Block>,
    closing: Vec<Line>,
    body: Frames,
    annexes: Frames,
}

impl Reader<'_> {
    /// Reads a page from its first to its last element.
    pub(super) fn page(&mut self, body: &Element) -> RawAct {
        let mut page = Page {
            phase: Phase::Head,
            title: Vec::new(),
            preamble: Vec::new(),
            closing: Vec::new(),
            body: Frames::new(self.language),
            annexes: Frames::new(self.language),
        };
        self.page_nodes(body, &mut page);
        let mut act = RawAct {
            title: page.title,
            closing: page.closing,
            body: page.body.finish(),
            annexes: page.annexes.finish(),
            ..RawAct::default()
        };
        sort_preamble(page.preamble, &mut act);
        act
    }

    fn page_nodes(&mut self, element: &Element, page: &mut Page) {
        let mut line = LineBuilder::default();
        for node in &element.nodes {
            match node {
                Node::Text(text) if page.phase >= Phase::Title => self.push(text, &mut line),
                Node::Text(_) | Node::Instruction(..) => {}
                Node::Element(child) if is_inline(child) && page.phase >= Phase::Title => self.inline(child, &mut line),
                Node::Element(child) => {
                    self.flush_page_line(&mut line, page);
                    self.page_element(child, page);
                }
            }
        }
        self.flush_page_line(&mut line, page);
    }

    fn flush_page_line(&mut self, line: &mut LineBuilder, page: &mut Page) {
        let line = std::mem::take(line).finish();
        if !line.is_blank() {
            self.place(Block::Text(line), page);
        }
    }

    /// Goes into what only wraps, follows the phases of an act, and hands everything else to the frames.
    fn page_element(&mut self, element: &Element, page: &mut Page) {
        if element.name == "table" && page.phase <= Phase::Title && is_furniture_table(element) {
            self.report.left_out("list of amending acts", &element.text_in_blocks());
            if page.phase == Phase::Head && self.generation == Generation::Consolidation {
                page.phase = Phase::Title;
            }
            return;
        }
        if page.phase >= Phase::Body && element.name == "hr" && element.attribute("class") == Some("oj-separator") {
            page.phase = Phase::Foot;
        }
        if page.phase == Phase::Foot {
            self.report.left_out("page foot", &element.text_in_blocks());
            return;
        }
        match element.attribute("id") {
            Some("pbl_1") => page.phase = Phase::Preamble,
            Some("enc_1") => page.phase = Phase::Body,
            Some("fnp_1") => page.phase = Phase::Closing,
            _ => {}
        }
        if has_class(element, "preamble") {
            page.phase = Phase::Preamble;
        }
        if has_class(element, "final") {
            page.phase = Phase::Closing;
        }
        if has_class(element, "doc-sep") {
            page.phase = Phase::Annexes;
        }
        if matches!(element.name.as_str(), "script" | "style" | "noscript") {
            self.report.left_out("scripts", &element.text_in_blocks());
            return;
        }
        if has_class(element, "before-disclaimer") || has_class(element, "anonymous-disclaimer") {
            self.report.left_out("disclaimers", &element.text_in_blocks());
            return;
        }
        let wraps = element.name == "div" && !self.is_block_div(element, page);
        if wraps {
            self.within(element, |reader| reader.page_nodes(element, page));
            return;
        }
        self.follow_phase(element, page);
        match page.phase {
            Phase::Head | Phase::Title => self.title_element(element, page),
            Phase::Preamble => {
                let mut frames = Frames::new(self.language);
                self.element(element, &mut frames);
                page.preamble.extend(frames.finish());
            }
            Phase::Body => self.element(element, &mut page.body),
            Phase::Closing => self.closing_element(element, page),
            Phase::Annexes => self.element(element, &mut page.annexes),
            Phase::Foot => {}
        }
    }

    /// Moves on to the part of the act that an element belongs to.
    fn follow_phase(&mut self, element: &Element, page: &mut Page) {
        if element.name == "table" && page.phase < Phase::Body && is_contents_table(element) {
            page.phase = Phase::Body;
        }
        if element.name != "p" {
            return;
        }
        match role(element) {
            Some(Role::DivisionNumber | Role::ArticleNumber) if page.phase < Phase::Body => page.phase = Phase::Body,
            Some(Role::Contents) if page.phase < Phase::Body => page.phase = Phase::Body,
            Some(Role::AnnexNumber) => page.phase = Phase::Annexes,
            Some(Role::Title) if page.phase == Phase::Head => page.phase = Phase::Title,
            Some(Role::Text) if page.phase == Phase::Title && element.has_text() => page.phase = Phase::Preamble,
            Some(Role::Closing) if page.phase == Phase::Body => page.phase = Phase::Closing,
            _ => {}
        }
    }

    fn place(&mut self, block: Block, page: &mut Page) {
        match page.phase {
            Phase::Head => {}
            Phase::Title | Phase::Preamble => {
                page.phase = Phase::Preamble;
                page.preamble.push(block);
            }
            Phase::Body => page.body.push(block),
            Phase::Closing => {
                if let Block::Text(line) = block {
                    page.closing.push(line);
                }
            }
            Phase::Annexes => page.annexes.push(block),
            Phase::Foot => {}
        }
    }

    fn title_element(&mut self, element: &Element, page: &mut Page) {
        match (element.name.as_str(), role(element)) {
            ("p", Some(Role::Title)) => {
                let line = self.line(element);
                page.title.push(line);
            }
            ("p", Some(Role::Amendment)) => {
                self.block_mark(element);
            }
            ("p", Some(Role::Furniture(what))) => self.report.left_out(what, &element.text_in_blocks()),
            _ if element.has_text() => {
                self.report.left_out("running headers", &element.text_in_blocks());
            }
            _ => {}
        }
    }

    fn closing_element(&mut self, element: &Element, page: &mut Page) {
        if element.name == "p" {
            match role(element) {
                Some(Role::Note) => return,
                Some(Role::Amendment) => {
                    self.block_mark(element);
                    return;
                }
                _ => {}
            }
        }
        let line = self.line(element);
        if !line.is_blank() {
            page.closing.push(line);
        }
    }

    /// Whether a `div` is a block of its own and not only a wrapper.
    fn is_block_div(&self, element: &Element, page: &Page) -> bool {
        let in_text = matches!(page.phase, Phase::Body | Phase::Annexes | Phase::Preamble);
        let quotes = self.generation == Generation::OfficialJournal && (is_bare(element) || is_quoted_article(element));
        in_text && (block_div(element).is_some() || quotes)
    }

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
                let blocks = |reader: &mut Self, class: &str| {
                    let column = element.elements().find(|child| has_class(child, class));
                    column.map(|column| reader.container(column)).unwrap_or_default()
                };
                let label = element.elements().find(|child| has_class(child, "grid-list-column-1"));
                let label = label.map(|label| self.line(label)).unwrap_or_default();
                let blocks = blocks(self, "grid-list-column-2");
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
                if self.generation == Generation::OfficialJournal && (is_bare(element) || is_quoted_article(element)) {
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

    /// A note below a table, without its sign.
    fn table_note(&mut self, element: &Element) -> Line {
        let mut builder = LineBuilder::default();
        for node in &element.nodes {
            match node {
                Node::Element(link)
                    if link.name == "a" && link.attribute("id").is_some() && link.attribute("href").is_none() =>
                {
                    self.report.left_out("footnote signs", &link.text_in_blocks());
                }
                other => self.inline_nodes(std::slice::from_ref(other), &mut builder),
            }
        }
        builder.finish()
    }

    fn table_element(&mut self, element: &Element, frames: &mut Frames) {
        if is_furniture_table(element) {
            self.report.left_out("list of amending acts", &element.text_in_blocks());
            return;
        }
        let rows: Vec<&Element> = element.walk().filter(|e| e.name == "tr").collect();
        let own_rows: Vec<&Element> = rows.into_iter().filter(|row| owns(element, row)).collect();
        if is_contents_table(element) {
            for row in own_rows {
                let line = self.line(row);
                contents_line(line, frames);
            }
            return;
        }
        if is_list_table(element, &own_rows) {
            for row in own_rows {
                let cells = label_and_text(row);
                let [first, cell] = cells.as_slice() else { continue };
                let label = self.line(first);
                let mut blocks = self.container(cell);
                if first.walk().any(|p| has_class(p, "dlist-term")) {
                    join_definition(&mut blocks);
                }
                if has_bare_heading(cell)
                    && blocks.len() > 1
                    && let Block::Text(heading) = blocks.remove(0)
                {
                    frames.push(Block::Division(Division { label: Some(label), heading: vec![heading], blocks }));
                } else {
                    push_item(label, blocks, frames);
                }
            }
            return;
        }
        let mut table = Table::default();
        if let Some(Block::Table(titled)) = frames.innermost().last()
            && titled.rows.is_empty()
            && let Some(Block::Table(titled)) = frames.innermost().pop()
        {
            table = titled;
        }
        self.within(element, |reader| reader.table_rows(&own_rows, &mut table));
        frames.push(Block::Table(table));
    }

    fn table_rows(&mut self, rows: &[&Element], table: &mut Table) {
        for (at, row) in rows.iter().enumerate() {
            let cells: Vec<&Element> =
                row.elements().filter(|cell| matches!(cell.name.as_str(), "td" | "th")).collect();
            if let Some(mark) = only_mark(row) {
                self.block_mark(mark);
                continue;
            }
            let is_last = at + 1 == rows.len();
            if is_last
                && let [only] = cells.as_slice()
                && holds_remarks(only)
            {
                let remarks = self.container(only);
                table.remarks.extend(remarks);
                continue;
            }
            let mut line = Row { header: false, cells: Vec::new() };
            let mut bold = true;
            for cell in cells {
                let size = |name: &str| cell.attribute(name).and_then(|n| n.parse().ok()).unwrap_or(1);
                let span = CellSpan { columns: size("colspan"), rows: size("rowspan") };
                let span = (span.columns > 1 || span.rows > 1).then_some(span);
                bold &= cell.attribute("style").is_some_and(|style| style.contains("bold")) || has_header(cell);
                line.cells.push(Cell { span, blocks: self.container(cell) });
            }
            line.header = bold && table.rows.iter().all(|row| row.header);
            table.rows.push(line);
        }
    }
}

/// The kinds of `div` that are blocks of their own.
enum BlockDiv {
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

fn block_div(element: &Element) -> Option<BlockDiv> {
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

fn is_inline(element: &Element) -> bool {
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

fn finish_line(line: &mut LineBuilder, frames: &mut Frames) {
    let line = std::mem::take(line).finish();
    if line.is_empty() {
        return;
    }
    frames.push(Block::Text(line));
}

fn push_item(label: Line, mut blocks: Vec<Block>, frames: &mut Frames) {
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

fn contents_line(line: Line, frames: &mut Frames) {
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

/// Whether a row belongs to a table itself and not to one within it.
fn owns(table: &Element, row: &Element) -> bool {
    fn search(element: &Element, row: &Element) -> bool {
        element.elements().any(|child| {
            std::ptr::eq(child, row)
                || (matches!(child.name.as_str(), "tbody" | "thead" | "tfoot") && search(child, row))
        })
    }
    search(table, row)
}

/// The cells of a row without the empty ones before them, which only indent.
fn label_and_text(row: &Element) -> Vec<&Element> {
    row.elements().filter(|cell| cell.name == "td").skip_while(|cell| !cell.has_text()).collect()
}

/// Joins a defined term with the definition that a list of definitions sets on the next line.
fn join_definition(blocks: &mut Vec<Block>) {
    if let [Block::Text(_), Block::Text(_), ..] = blocks.as_slice()
        && let Block::Text(definition) = blocks.remove(1)
        && let Some(Block::Text(term)) = blocks.first_mut()
    {
        term.append(" ", definition);
    }
}

/// Whether a cell begins with words that stand in no paragraph, before paragraphs: so pages set the headings of points.
fn has_bare_heading(cell: &Element) -> bool {
    let mut nodes = cell.nodes.iter().filter(|node| !matches!(node, Node::Text(text) if text.trim().is_empty()));
    matches!(nodes.next(), Some(Node::Text(_))) && matches!(nodes.next(), Some(Node::Element(p)) if p.name == "p")
}

/// Whether a table only sets labels off from texts.
fn is_list_table(table: &Element, rows: &[&Element]) -> bool {
    if table.attribute("border").is_some_and(|border| border != "0") || has_class(table, "table") {
        return false;
    }
    !rows.is_empty()
        && rows.iter().all(|row| {
            let cells = label_and_text(row);
            match cells.as_slice() {
                [label, _] => {
                    let label = label.line();
                    label.chars().count() <= LONGEST_LABEL
                        && !has_class(cells[0], "table")
                        && (Number::read(&label).is_ok()
                            || !label.chars().any(char::is_alphanumeric)
                            || label.ends_with(['—', '–']))
                }
                _ => false,
            }
        })
}

fn is_contents_table(table: &Element) -> bool {
    table.walk().any(|element| element.name == "p" && role(element) == Some(Role::Contents))
}

/// Whether a table is the list of amending acts at the head of a consolidation, or the head of an issue.
fn is_furniture_table(table: &Element) -> bool {
    table.walk().any(|element| {
        element.name == "p"
            && (matches!(role(element), Some(Role::Furniture(_)))
                || (has_class(element, "title-doc-first") && table.walk().any(|e| has_class(e, "arrow"))))
    })
}

/// Whether the last row of a table holds its notes or legend, and not a last line of the table itself.
fn holds_remarks(cell: &Element) -> bool {
    let spans = cell.attribute("colspan").and_then(|n| n.parse::<u16>().ok()).unwrap_or(1) > 1;
    let is_remark = |child: &Element| {
        (child.name == "div" && has_class(child, "tbl-norm")) || child.attribute("class") == Some("normal")
    };
    spans && cell.elements().any(|child| child.has_text() && is_remark(child))
}

/// The sign of an amendment that is all that stands in a row.
fn only_mark(row: &Element) -> Option<&Element> {
    let mark = row.walk().find(|e| e.name == "p" && role(e) == Some(Role::Amendment))?;
    (row.line() == mark.line()).then_some(mark)
}

fn has_header(cell: &Element) -> bool {
    cell.elements().any(|child| has_class(child, "tbl-hdr") || has_class(child, "hd-column"))
}

/// Tells citations and recitals from the words around them.
fn sort_preamble(blocks: Vec<Block>, act: &mut RawAct) {
    let is_recital = |block: &Block| matches!(block, Block::Item(_));
    let first = blocks.iter().position(is_recital);
    let last = blocks.iter().rposition(is_recital);
    let mut before: Vec<Line> = Vec::new();
    for (at, block) in blocks.into_iter().enumerate() {
        let among = first.is_some_and(|first| at >= first) && last.is_some_and(|last| at <= last);
        match block {
            block if among => act.recitals.push(block),
            Block::Text(line) if last.is_some_and(|last| at > last) => act.preamble_closing.push(line),
            Block::Text(line) => before.push(line),
            other => act.recitals.push(other),
        }
    }
    if first.is_some() {
        act.recital_opening.extend(before.pop());
    } else if before.len() > 1 {
        act.preamble_closing.extend(before.pop());
    }
    let mut before = before.into_iter();
    act.preamble_opening.extend(before.next());
    act.citations.extend(before);
}
