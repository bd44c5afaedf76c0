//! The tree of elements that every importer reads, whatever parser it came from.

use super::error::{Cause, Malformed};
use crate::law::CellSpan;

/// An element of a document.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Element {
    /// Its name, without a namespace prefix.
    pub name: String,
    /// Its attributes, in the order of the file.
    pub attributes: Vec<(String, String)>,
    /// What stands in it.
    pub nodes: Vec<Node>,
}

/// Something that stands in an element.
#[derive(Debug, Clone, PartialEq)]
pub enum Node {
    /// An element.
    Element(Element),
    /// Characters.
    Text(String),
    /// A processing instruction: its target and its content.
    Instruction(String, String),
}

/// Deepest nesting of elements that is read. The deepest official file seen has 64.
const DEEPEST: usize = 400;

impl Element {
    /// An attribute's value.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// The elements directly in this one.
    pub fn elements(&self) -> impl Iterator<Item = &Element> {
        self.nodes.iter().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            _ => None,
        })
    }

    /// The first element of a name directly in this one.
    pub fn child(&self, name: &str) -> Option<&Element> {
        self.elements().find(|element| element.name == name)
    }

    /// The element reached by a path of names: `FAM.COMP/BIB.DATA/NO.CELEX`.
    pub fn at(&self, path: &str) -> Option<&Element> {
        path.split('/').try_fold(self, |element, name| element.child(name))
    }

    /// All its characters, those of elements within it too, as they stand in the file.
    pub fn text(&self) -> String {
        let mut text = String::new();
        self.push_text(&mut text);
        text
    }

    fn push_text(&self, into: &mut String) {
        for node in &self.nodes {
            match node {
                Node::Text(text) => into.push_str(text),
                Node::Element(element) => element.push_text(into),
                Node::Instruction(..) => {}
            }
        }
    }

    /// How many columns and rows a cell covers by its attributes of those names; `None` for one of each.
    pub fn cell_span(&self, columns: &str, rows: &str) -> Option<CellSpan> {
        let size = |name: &str| self.attribute(name).and_then(|size| size.parse().ok()).unwrap_or(1);
        let span = CellSpan { columns: size(columns), rows: size(rows) };
        (span.columns > 1 || span.rows > 1).then_some(span)
    }

    /// Its text with a paragraph separator between blocks, for what is left out and only reported.
    pub fn text_in_blocks(&self) -> String {
        let mut text = String::new();
        self.push_blocks(&mut text);
        text
    }

    fn push_blocks(&self, into: &mut String) {
        const INLINE: [&str; 14] =
            ["HT", "DATE", "FT", "QUOT.START", "QUOT.END", "a", "span", "b", "i", "em", "strong", "sup", "sub", "u"];
        let separator = if INLINE.contains(&self.name.as_str()) { "" } else { "\u{2029}" };
        into.push_str(separator);
        for node in &self.nodes {
            match node {
                Node::Text(text) => into.push_str(text),
                Node::Element(element) => element.push_blocks(into),
                Node::Instruction(..) => {}
            }
        }
        into.push_str(separator);
    }

    /// Its text with all white space between words one space.
    pub fn line(&self) -> String {
        self.text().split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Whether it holds any character but white space.
    pub fn has_text(&self) -> bool {
        self.nodes.iter().any(|node| match node {
            Node::Text(text) => !text.trim().is_empty(),
            Node::Element(element) => element.has_text(),
            Node::Instruction(..) => false,
        })
    }

    /// The element itself and all within it, in the order of the file.
    pub fn walk(&self) -> impl Iterator<Item = &Element> {
        let mut stack = vec![self];
        std::iter::from_fn(move || {
            let next: &Element = stack.pop()?;
            let at = stack.len();
            stack.extend(next.elements());
            stack[at..].reverse();
            Some(next)
        })
    }

    /// The class names of an HTML element.
    pub fn classes(&self) -> impl Iterator<Item = &str> {
        self.attribute("class").unwrap_or("").split_whitespace()
    }
}

/// Parses well-formed XML. A document type may name an external definition; one with definitions of its own is refused,
/// because its entities can grow without bound.
pub fn parse_xml(text: &str) -> Result<Element, Malformed> {
    refuse_internal_subset(text)?;
    let options = roxmltree::ParsingOptions { allow_dtd: true, nodes_limit: 20_000_000, ..Default::default() };
    let document = roxmltree::Document::parse_with_options(text, options).map_err(|error| {
        let place = error.pos();
        Malformed { line: Some(place.row), cause: Cause::NotWellFormed(error.to_string()) }
    })?;
    convert_xml(document.root_element(), 1)
}

fn refuse_internal_subset(text: &str) -> Result<(), Malformed> {
    let Some(start) = text.find("<!DOCTYPE") else { return Ok(()) };
    let declaration = &text[start..];
    let end = declaration.find('>').unwrap_or(declaration.len());
    if declaration[..end].contains('[') {
        let line = u32::try_from(text[..start].lines().count()).ok();
        return Err(Malformed { line, cause: Cause::OwnEntities });
    }
    Ok(())
}

fn convert_xml(node: roxmltree::Node<'_, '_>, depth: usize) -> Result<Element, Malformed> {
    if depth > DEEPEST {
        let line = node.document().text_pos_at(node.range().start).row;
        return Err(Malformed { line: Some(line), cause: Cause::TooDeep(DEEPEST) });
    }
    let mut element = Element {
        name: node.tag_name().name().to_owned(),
        attributes: node.attributes().map(|a| (a.name().to_owned(), a.value().to_owned())).collect(),
        nodes: Vec::new(),
    };
    for child in node.children() {
        match child.node_type() {
            roxmltree::NodeType::Element => element.nodes.push(Node::Element(convert_xml(child, depth + 1)?)),
            roxmltree::NodeType::Text => element.nodes.push(Node::Text(child.text().unwrap_or("").to_owned())),
            roxmltree::NodeType::PI => {
                if let Some(instruction) = child.pi() {
                    let value = instruction.value.unwrap_or("").to_owned();
                    element.nodes.push(Node::Instruction(instruction.target.to_owned(), value));
                }
            }
            roxmltree::NodeType::Comment | roxmltree::NodeType::Root => {}
        }
    }
    Ok(element)
}

/// Parses HTML that is not well-formed XML, as a browser would.
///
/// Only for what [`parse_xml`] refuses: a browser takes `<div/>` for an open element, so well-formed files would be
/// read wrongly. Elements that XML closes at once are therefore closed here too, before parsing.
pub fn parse_html(text: &str) -> Result<Element, Malformed> {
    let closed = close_empty_elements(text);
    let document = scraper::Html::parse_document(&closed);
    convert_html(document.root_element(), 1)
}

/// Writes `<td/>` as `<td></td>`, which HTML reads as XML does.
fn close_empty_elements(text: &str) -> String {
    const VOID: [&str; 9] = ["area", "base", "br", "col", "hr", "img", "input", "link", "meta"];
    let mut out = String::with_capacity(text.len() + 1024);
    let mut rest = text;
    while let Some(open) = rest.find('<') {
        let Some(close) = rest[open..].find('>').map(|at| open + at) else { break };
        let tag = &rest[open + 1..close];
        let name: &str = tag.split(|c: char| c.is_whitespace() || c == '/').next().unwrap_or("");
        let is_empty = tag.ends_with('/') && name.starts_with(|c: char| c.is_ascii_alphabetic());
        if is_empty && !VOID.contains(&name.to_ascii_lowercase().as_str()) {
            out.push_str(&rest[..close - 1]);
            out.push_str("></");
            out.push_str(name);
            out.push('>');
        } else {
            out.push_str(&rest[..=close]);
        }
        rest = &rest[close + 1..];
    }
    out.push_str(rest);
    out
}

fn convert_html(node: scraper::ElementRef<'_>, depth: usize) -> Result<Element, Malformed> {
    if depth > DEEPEST {
        return Err(Malformed { line: None, cause: Cause::TooDeep(DEEPEST) });
    }
    let value = node.value();
    let mut element = Element {
        name: value.name().to_owned(),
        attributes: value.attrs().map(|(name, value)| (name.to_owned(), value.to_owned())).collect(),
        nodes: Vec::new(),
    };
    for child in node.children() {
        if let Some(within) = scraper::ElementRef::wrap(child) {
            element.nodes.push(Node::Element(convert_html(within, depth + 1)?));
        } else if let Some(text) = child.value().as_text() {
            element.nodes.push(Node::Text(text.to_string()));
        }
    }
    Ok(element)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_with_entities_of_its_own_is_refused() {
        let text = "<!DOCTYPE a [<!ENTITY b \"cc\">]>\n<a>&b;</a>";
        assert_eq!(parse_xml(text).unwrap_err().cause, Cause::OwnEntities);
    }

    #[test]
    fn an_external_document_type_is_allowed_and_not_fetched() {
        let text = "<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML//EN\" \"xhtml-strict.dtd\"><html><p>x</p></html>";
        assert_eq!(parse_xml(text).unwrap().text(), "x");
    }

    #[test]
    fn nesting_has_a_limit() {
        let text = format!("{}{}", "<a>".repeat(DEEPEST + 1), "</a>".repeat(DEEPEST + 1));
        assert_eq!(parse_xml(&text).unwrap_err().cause, Cause::TooDeep(DEEPEST));
        assert!(parse_html(&text.replace("<a>", "<div>").replace("</a>", "</div>")).is_err());
    }

    #[test]
    fn html_keeps_elements_that_xml_closes_at_once_apart() {
        let html = "<html><body><meta charset='utf-8'><div/><div id='x'>word</div><td/></body></html>";
        let root = parse_html(html).unwrap();
        let word = root.walk().find(|element| element.attribute("id") == Some("x")).unwrap();
        assert_eq!(word.text(), "word");
        let empty = root.walk().find(|element| element.name == "div").unwrap();
        assert!(!empty.has_text());
    }
}
