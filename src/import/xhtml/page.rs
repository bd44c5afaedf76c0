//! A page from its first to its last element: what belongs to which part of the act.

use super::super::blocks::Block;
use super::super::dom::{Element, Node};
use super::super::line::{Line, LineBuilder};
use super::super::raw::RawAct;
use super::Reader;
use super::classes::{Role, has_class, role};
use super::flow::{block_div, is_inline};
use super::frames::Frames;
use super::head::Generation;
use super::tables::{is_contents_table, is_furniture_table};

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
            let consolidated = self.generation == Generation::Consolidation;
            let what = if consolidated { "list of amending acts" } else { "running headers" };
            self.report.left_out(what, &element.text_in_blocks());
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
            if element.attribute("id").is_some_and(is_article_id) {
                // What follows the article's own element is not part of it: the sign of a deleted article, for instance.
                page.body.end_article();
            }
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
        in_text && (block_div(element).is_some() || self.wraps_quotation(element))
    }
}

/// Whether an id is that of an article's element: `art_6`.
fn is_article_id(id: &str) -> bool {
    id.strip_prefix("art_")
        .is_some_and(|number| number.starts_with(|c: char| c.is_ascii_digit()) && !number.contains('.'))
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
