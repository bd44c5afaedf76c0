//! A second, deliberately simple reader of official files: all their text, block by block, nothing understood.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use lexdelta::law::comparison_form;
use roxmltree::{Document, Node, ParsingOptions};
use unicode_normalization::UnicodeNormalization;

/// Elements of Formex that stand within a line.
const FORMEX_INLINE: [&str; 12] = [
    "HT",
    "DATE",
    "FT",
    "REF.DOC.OJ",
    "REF.DOC",
    "QUOT.START",
    "QUOT.END",
    "IE",
    "HT.SUP",
    "REF.NP",
    "FORMULA.S",
    "MARGIN",
];

/// Elements of Formex that hold what is said about the act and not what the act says.
const FORMEX_DATA: [&str; 7] =
    ["BIB.INSTANCE", "BIB.DATA", "FAM.COMP", "INFO.CONSLEG", "INFO.PROD", "CONS.LIST", "BIB.INSTANCE.CONS"];

/// Elements of HTML that stand within a line.
const HTML_INLINE: [&str; 12] = ["a", "span", "b", "i", "em", "strong", "sup", "sub", "u", "font", "img", "br"];

/// How often each token stands in a text: runs of letters, runs of figures, single marks. Quotation marks and dashes,
/// which Formex keeps as empty elements, do not count; nor do the spaces that group figures.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tokens(BTreeMap<String, i64>);

impl Tokens {
    pub fn add(&mut self, text: &str) {
        for line in without_signs(text).lines() {
            // French sets the o of 'no' as a superscript, which pages break off.
            let line = with_number_sign(&comparison_form(line)).into_owned();
            let line: String = line.nfkc().flat_map(char::to_lowercase).collect();
            let chars: Vec<char> = line.chars().collect();
            let mut token = String::new();
            let mut flush = |token: &mut String| {
                if !token.is_empty() {
                    *self.0.entry(std::mem::take(token)).or_default() += 1;
                }
            };
            for (at, c) in chars.iter().copied().enumerate() {
                let figure = |c: Option<&char>| c.is_some_and(char::is_ascii_digit);
                let between_figures = c == ' ' && at > 0 && figure(chars.get(at - 1)) && figure(chars.get(at + 1));
                if between_figures {
                    continue;
                }
                let same = token.chars().next_back().is_some_and(|last| last.is_numeric() == c.is_numeric());
                if c.is_alphanumeric() {
                    if !same {
                        flush(&mut token);
                    }
                    token.push(c);
                    continue;
                }
                flush(&mut token);
                if !c.is_whitespace() && !matches!(c, '\'' | '-') {
                    token.push(c);
                    flush(&mut token);
                }
            }
            flush(&mut token);
        }
    }

    /// What is in this text and not in the other (positive), or the other way round (negative).
    pub fn minus(&self, other: &Tokens) -> Vec<(String, i64)> {
        let keys = self.0.keys().chain(other.0.keys()).collect::<std::collections::BTreeSet<_>>();
        let count = |tokens: &Tokens, key: &str| tokens.0.get(key).copied().unwrap_or(0);
        let differences = keys.into_iter().map(|key| (key.clone(), count(self, key) - count(other, key)));
        differences.filter(|(_, difference)| *difference != 0).collect()
    }
}

/// The text of a Formex file or of the package that it wraps.
pub fn formex(path: &Path) -> String {
    let mut out = String::new();
    for file in package(path) {
        let text = std::fs::read_to_string(&file).expect("a file of the corpus is UTF-8");
        let document = parse(&text).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        collect(document.root_element(), &FORMEX_INLINE, &FORMEX_DATA, &mut out);
    }
    out
}

/// The files that a wrapper names, or the file itself.
fn package(path: &Path) -> Vec<PathBuf> {
    let text = std::fs::read_to_string(path).expect("a file of the corpus is UTF-8");
    let document = parse(&text).expect("a wrapper is well-formed");
    let names: Vec<String> = document
        .descendants()
        .filter(|node| node.has_tag_name("REF.PHYS"))
        .filter(|node| node.attribute("TYPE") == Some("DOC.XML"))
        .filter_map(|node| node.attribute("FILE").map(str::to_owned))
        .collect();
    if names.is_empty() {
        return vec![path.to_owned()];
    }
    names.into_iter().map(|name| path.with_file_name(name)).collect()
}

/// The text of the body of a page.
pub fn page(path: &Path) -> String {
    let text = std::fs::read_to_string(path).expect("a file of the corpus is UTF-8");
    let mut out = String::new();
    match parse(&text) {
        Ok(document) => {
            let body = document.descendants().find(|node| node.tag_name().name() == "body").expect("a page has a body");
            collect(body, &HTML_INLINE, &["style"], &mut out);
        }
        Err(_) => {
            let page = scraper::Html::parse_document(&text);
            let body = scraper::Selector::parse("body").expect("a selector");
            let body = page.select(&body).next().expect("a page has a body");
            collect_html(*body, &mut out);
        }
    }
    out
}

fn parse(text: &str) -> Result<Document<'_>, roxmltree::Error> {
    let options = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
    Document::parse_with_options(text.trim_start_matches('\u{feff}'), options)
}

fn collect(node: Node<'_, '_>, inline: &[&str], skipped: &[&str], out: &mut String) {
    if let Some(text) = node.text().filter(|_| node.is_text()) {
        out.push_str(&text.replace('\n', " "));
    }
    if !node.is_element() || skipped.contains(&node.tag_name().name()) {
        return;
    }
    if node.tag_name().name() == "a" && is_note_sign(node.attribute("href"), node.attribute("id")) {
        out.push(NOTE_SIGN);
        return;
    }
    let breaks = !inline.contains(&node.tag_name().name());
    if breaks {
        out.push('\n');
    }
    for child in node.children() {
        collect(child, inline, skipped, out);
    }
    // What stands between the two sides of a list of terms is an attribute of the list.
    if node.tag_name().name() == "TERM" {
        out.push_str(node.ancestors().find_map(|above| above.attribute("SEPARATOR")).unwrap_or(""));
    }
    if breaks {
        out.push('\n');
    }
}

/// Whether a link is the sign of a footnote, where it is referred to or where the note stands.
/// The sign of a note to a table has no link: there it is the note's number.
fn is_note_sign(href: Option<&str>, id: Option<&str>) -> bool {
    let is_note = |id: &str| {
        let id = id.rsplit('#').next().unwrap_or(id);
        ["ntr", "ntc", "src.E"].iter().any(|start| id.starts_with(start))
            || (id.starts_with('E') && id.len() > 1 && id[1..].bytes().all(|byte| byte.is_ascii_digit()))
    };
    href.is_some_and(|href| is_note(href) || id.is_some_and(is_note))
}

/// Stands for a footnote's sign until the brackets around it are taken off.
const NOTE_SIGN: char = '\u{e000}';

/// Takes off the signs of footnotes with their brackets, and the signs of a consolidation: ►M1, ▼B, ◄.
fn without_signs(text: &str) -> std::borrow::Cow<'_, str> {
    static SIGNS: OnceLock<regex::Regex> = OnceLock::new();
    let pattern = r"\(\s*\x{e000}\s*\)|\x{e000}|[►▼]\s?(?:B\b|[MCA][0-9]+)?|◄";
    SIGNS.get_or_init(|| regex::Regex::new(pattern).expect("a pattern")).replace_all(text, "")
}

fn with_number_sign(line: &str) -> std::borrow::Cow<'_, str> {
    static SIGN: OnceLock<regex::Regex> = OnceLock::new();
    SIGN.get_or_init(|| regex::Regex::new(r"(?i)\bn o\b").expect("a pattern")).replace_all(line, "no")
}

fn collect_html(node: ego_tree::NodeRef<'_, scraper::Node>, out: &mut String) {
    match node.value() {
        scraper::Node::Text(text) => out.push_str(&text.replace('\n', " ")),
        scraper::Node::Element(element) if element.name() == "style" => {}
        scraper::Node::Element(element)
            if element.name() == "a" && is_note_sign(element.attr("href"), element.attr("id")) =>
        {
            out.push(NOTE_SIGN);
        }
        scraper::Node::Element(element) => {
            let breaks = !HTML_INLINE.contains(&element.name());
            out.push_str(if breaks { "\n" } else { "" });
            node.children().for_each(|child| collect_html(child, out));
            out.push_str(if breaks { "\n" } else { "" });
        }
        _ => {}
    }
}
