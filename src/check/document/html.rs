//! Pages of HTML as lines, one for each block.

use scraper::{Html, Node};

use super::Line;

/// Elements whose words stand in the line around them.
const INLINE: [&str; 20] = [
    "a", "abbr", "b", "cite", "code", "em", "i", "ins", "mark", "q", "s", "small", "span", "strong", "sub", "sup",
    "time", "u", "font", "wbr",
];

/// Elements whose words are none of the letter's.
const SILENT: [&str; 6] = ["script", "style", "head", "del", "template", "noscript"];

/// Deepest nesting that is looked through for what words stand in.
const DEEPEST: usize = 400;

/// The blocks of a page.
pub(super) fn read(text: &str) -> Vec<Line> {
    let page = Html::parse_document(text);
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut block = None;
    for node in page.tree.root().descendants() {
        match node.value() {
            // What follows a block stands in another line, also where both are in the same one.
            Node::Element(element) if !INLINE.contains(&element.name()) => end(&mut line, &mut lines),
            Node::Text(words) => {
                let around = || node.ancestors().take(DEEPEST);
                let named =
                    |names: &[&str], value: &Node| value.as_element().is_some_and(|e| names.contains(&e.name()));
                if around().any(|above| named(&SILENT, above.value())) {
                    continue;
                }
                let own = around().find(|above| !named(&INLINE, above.value())).map(|above| above.id());
                if own != block {
                    end(&mut line, &mut lines);
                    block = own;
                }
                line.push_str(words);
            }
            _ => {}
        }
    }
    end(&mut line, &mut lines);
    lines
}

fn end(line: &mut String, lines: &mut Vec<Line>) {
    let text = line.split_whitespace().collect::<Vec<_>>().join(" ");
    if !text.is_empty() {
        lines.push(Line { text, page: 1, whole: true });
    }
    line.clear();
}
