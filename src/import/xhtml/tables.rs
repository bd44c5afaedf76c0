//! Tables of a page: lists that are laid out as tables, and tables in earnest.

use super::super::blocks::{Block, Cell, Division, Row, Table};
use super::super::dom::{Element, Node};
use super::super::line::{Line, LineBuilder};
use super::Reader;
use super::classes::{Role, has_class, role};
use super::flow::{LONGEST_LABEL, contents_line, push_item};
use super::frames::Frames;
use crate::law::Number;

impl Reader<'_> {
    /// A note below a table, without its sign.
    pub(super) fn table_note(&mut self, element: &Element) -> Line {
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

    pub(super) fn table_element(&mut self, element: &Element, frames: &mut Frames) {
        if is_furniture_table(element) {
            self.report.left_out("list of amending acts", &element.text_in_blocks());
            return;
        }
        let own_rows = own_rows(element);
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
                let span = cell.cell_span("colspan", "rowspan");
                bold &= cell.attribute("style").is_some_and(|style| style.contains("bold")) || has_header(cell);
                line.cells.push(Cell { span, blocks: self.container(cell) });
            }
            line.header = bold && table.rows.iter().all(|row| row.header);
            table.rows.push(line);
        }
    }
}

/// The rows of a table itself, without those of tables within it.
fn own_rows(table: &Element) -> Vec<&Element> {
    let rows = table.elements().flat_map(|child| match child.name.as_str() {
        "tr" => vec![child],
        "tbody" | "thead" | "tfoot" => own_rows(child),
        _ => Vec::new(),
    });
    rows.collect()
}

/// The cells of a row without the empty ones before them, which only indent.
pub(super) fn label_and_text(row: &Element) -> Vec<&Element> {
    row.elements().filter(|cell| cell.name == "td").skip_while(|cell| !cell.has_text()).collect()
}

/// Joins a defined term with the definition that a list of definitions sets on the next line.
pub(super) fn join_definition(blocks: &mut Vec<Block>) {
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

pub(super) fn is_contents_table(table: &Element) -> bool {
    table.walk().any(|element| element.name == "p" && role(element) == Some(Role::Contents))
}

/// Whether the last row of a table holds its notes or legend, and not a last line of the table itself.
fn holds_remarks(cell: &Element) -> bool {
    let spans = cell.cell_span("colspan", "rowspan").is_some_and(|span| span.columns > 1);
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

pub(super) fn has_header(cell: &Element) -> bool {
    cell.elements().any(|child| has_class(child, "tbl-hdr") || has_class(child, "hd-column"))
}

/// Whether a table is the list of amending acts at the head of a consolidation, or the head of an issue.
pub(super) fn is_furniture_table(table: &Element) -> bool {
    table.walk().any(|element| {
        element.name == "p"
            && (matches!(role(element), Some(Role::Furniture(_)))
                || (has_class(element, "title-doc-first") && table.walk().any(|e| has_class(e, "arrow"))))
    })
}
