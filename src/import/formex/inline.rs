//! Running text: what stands within a line.

use super::super::dom::{Element, Node};
use super::super::line::{Line, LineBuilder};
use super::Reader;
use crate::law::{Action, Amendment, Footnote, MarkKind};

/// Elements that begin a block of their own wherever they stand.
const BLOCKS: [&str; 33] = [
    "P",
    "ALINEA",
    "TXT",
    "LIST",
    "ITEM",
    "NP",
    "DLIST",
    "TBL",
    "GR.TBL",
    "QUOT.S",
    "PARAG",
    "ARTICLE",
    "DIVISION",
    "GR.SEQ",
    "ANNEX",
    "CONS.ANNEX",
    "TOC",
    "GR.NOTES",
    "GR.ANNOTATION",
    "ANNOTATION",
    "CONTENTS",
    "TITLE",
    "TI",
    "STI",
    "SUBDIV",
    "LETTER",
    "FORMULA.S",
    "ADDR.S",
    "CORPUS",
    "ROW",
    "NO.GR.SEQ",
    "COMMENT",
    "DIV.CONSID",
];

pub(super) fn is_block(name: &str) -> bool {
    BLOCKS.contains(&name)
}

impl Reader<'_> {
    /// Reads an element as one line; blocks within it are joined by a space.
    pub(super) fn line(&mut self, element: &Element) -> Line {
        let mut builder = LineBuilder::default();
        self.within(element, |reader| reader.inline_nodes(&element.nodes, &mut builder));
        builder.finish()
    }

    /// Adds everything within `nodes` to a line.
    pub(super) fn inline_nodes(&mut self, nodes: &[Node], line: &mut LineBuilder) {
        for node in nodes {
            match node {
                Node::Text(text) => self.push(text, line),
                Node::Instruction(target, value) => self.instruction(target, value, Some(line)),
                Node::Element(element) => self.inline(element, line),
            }
        }
    }

    /// Adds one element to a line.
    pub(super) fn inline(&mut self, element: &Element, line: &mut LineBuilder) {
        if is_block(&element.name) {
            line.push(" ", &[]);
            self.within(element, |reader| reader.inline_nodes(&element.nodes, line));
            line.push(" ", &[]);
            return;
        }
        match element.name.as_str() {
            "HT" => self.highlighted(element, line),
            "FT" => {
                let text = formatted_number(element.attribute("TYPE").unwrap_or(""), &element.line());
                self.push(&text, line);
            }
            "QUOT.START" | "QUOT.END" => {
                let code = element.attribute("CODE").and_then(|code| u32::from_str_radix(code, 16).ok());
                let mark = code.and_then(char::from_u32).unwrap_or('\'');
                self.push(mark.encode_utf8(&mut [0; 4]), line);
            }
            "NOTE" => self.note(element, line),
            "FORMULA" | "IMG" | "INCL.ELEMENT" | "GR.GRAPHIC" => {
                let kind = if element.name == "FORMULA" { MarkKind::Formula } else { MarkKind::Image };
                let name = element.attribute("FILEREF").map_or_else(|| element.line(), str::to_owned);
                let amendments = self.trail.writing().to_vec();
                line.placeholder(kind, if name.is_empty() { "?" } else { &name }, &amendments);
            }
            "IE" => {}
            "DATE" | "REF.DOC" | "REF.DOC.OJ" | "REF.DOC.ECR" | "LINK" | "PREFIX" | "NO.P" | "TERM" | "DEFINITION"
            | "NO.PARAG" | "TI.ART" | "STI.ART" | "NO.ITEM" | "ITEM.CONT" => {
                self.within(element, |reader| reader.inline_nodes(&element.nodes, line));
            }
            _ => {
                self.unknown(element);
                self.within(element, |reader| reader.inline_nodes(&element.nodes, line));
            }
        }
    }

    pub(super) fn push(&mut self, text: &str, line: &mut LineBuilder) {
        if self.trail.deleting().is_some() {
            self.report.left_out("deleted text", text);
            return;
        }
        if self.capitals {
            line.push(&text.to_uppercase(), self.trail.writing());
        } else {
            line.push(text, self.trail.writing());
        }
    }

    fn highlighted(&mut self, element: &Element, line: &mut LineBuilder) {
        let shift: Option<fn(char) -> Option<char>> = match element.attribute("TYPE") {
            Some("SUP") => Some(superscript),
            Some("SUB") => Some(subscript),
            _ => None,
        };
        if let Some(shift) = shift
            && !element.nodes.iter().any(|node| matches!(node, Node::Element(_)))
            && let Some(shifted) = element.line().chars().map(shift).collect::<Option<String>>()
        {
            self.push(&shifted, line);
            return;
        }
        let outside = self.capitals;
        self.capitals |= element.attribute("TYPE") == Some("UC");
        self.within(element, |reader| reader.inline_nodes(&element.nodes, line));
        self.capitals = outside;
    }

    fn note(&mut self, element: &Element, line: &mut LineBuilder) {
        let star = element.attribute("NUMBERING") == Some("STAR");
        let sign = |id: &str| {
            let number = id.trim_start_matches('E').trim_start_matches('0');
            if star { format!("*{number}") } else { number.to_owned() }
        };
        if self.trail.deleting().is_some() {
            self.report.left_out("deleted text", &element.text_in_blocks());
            return;
        }
        if let Some(id) = element.attribute("NOTE.REF") {
            self.report.left_out("footnotes repeated where they are referred to", &element.text_in_blocks());
            line.note_sign(sign(id));
            return;
        }
        let text = self.note_text(element);
        let sign = element.attribute("NOTE.ID").map(sign).unwrap_or_default();
        line.note(Footnote { sign, text });
    }

    /// The wording of a footnote, block by block with a line break between.
    pub(super) fn note_text(&mut self, element: &Element) -> String {
        let capitals = std::mem::take(&mut self.capitals);
        let blocks = self.within(element, |reader| reader.flow(element));
        self.capitals = capitals;
        super::super::assemble::plain_text(&blocks)
    }

    /// Follows a processing instruction: amendments begin and end with them.
    pub(super) fn instruction(&mut self, target: &str, value: &str, mut line: Option<&mut LineBuilder>) {
        if let Some(line) = line.as_deref_mut().filter(|_| target.starts_with("CLG.")) {
            line.mark_boundary();
        }
        match target {
            "CLG.MDFO" => {
                let read = |name: &str| pseudo_attribute(value, name);
                let Some(key) = read("ID") else { return };
                let action = match read("ACTION").as_deref() {
                    Some("INSERTED") => Action::Inserted,
                    Some("DELETED") => Action::Deleted,
                    Some("REPEALED") => Action::Repealed,
                    Some("REPLACED") => Action::Replaced,
                    other => {
                        let other = other.unwrap_or("none");
                        self.report.doubt(format!("amendment mark {key} with the unknown action '{other}'"));
                        Action::Replaced
                    }
                };
                let amendment = Amendment {
                    action,
                    act: read("ACTIVE.DOC").unwrap_or_default(),
                    // 'TO': the act as a whole.
                    instruction: read("ACTIVE.LOC")
                        .filter(|place| place.trim() != "TO")
                        .map(|place| instruction_address(&place)),
                    only: None,
                    start: None,
                    end: None,
                };
                let id = self.trail.open(&key, amendment);
                if action == Action::Deleted
                    && let Some(line) = line
                {
                    line.deletion(id);
                }
            }
            "CLG.MDFC" => {
                let key = pseudo_attribute(value, "IDREF");
                let closed = key.as_deref().is_some_and(|key| self.trail.close(key));
                if !closed {
                    let key = key.unwrap_or_default();
                    self.report.doubt(format!("an amendment mark ends that never began: {key}"));
                }
            }
            // Page numbers of the printed edition.
            "PAGE" | "COL.PAGE" => {}
            _ => {
                let path = format!("{}/?{target}", self.path.join("/"));
                self.report.unknown(&path, false);
            }
        }
    }
}

/// The value of `name="…"` in a processing instruction.
fn pseudo_attribute(value: &str, name: &str) -> Option<String> {
    let at = value.match_indices(name).map(|(at, _)| at).find(|at| {
        let begins = value[..*at].chars().next_back().is_none_or(char::is_whitespace);
        begins && value[at + name.len()..].trim_start().starts_with('=')
    })?;
    let rest = value[at + name.len()..].trim_start().strip_prefix('=')?.trim_start();
    let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let content = &rest[1..];
    content.find(quote).map(|end| content[..end].to_owned())
}

/// The address of an instruction as Formex gives it (`AR:1;PT:40;PT:a`) in the form of locators (`art_1/pnt_40/pnt_a`);
/// two addresses joined by `.AND.` (the order and the annex that it points to) are joined by ` + `.
fn instruction_address(place: &str) -> String {
    let step = |step: &str| {
        let (code, number) = step.split_once(':').unwrap_or((step, ""));
        let code = match code.trim() {
            "AR" => "art",
            "PT" => "pnt",
            "PG" | "PA" => "par",
            "AX" => "anx",
            "CH" => "cpt",
            "IN" => "idt",
            "AL" => "unp",
            other => return format!("{}_{number}", other.to_lowercase()).trim_end_matches('_').to_owned(),
        };
        match number.trim() {
            "" | "0" => code.to_owned(),
            number => format!("{code}_{number}"),
        }
    };
    let address = |part: &str| part.trim().split(';').map(step).collect::<Vec<_>>().join("/");
    place.split(".AND.").map(address).collect::<Vec<_>>().join(" + ")
}

/// Groups the figures of a number as the printed edition does.
///
/// Source: Interinstitutional Style Guide, 6.4 (thousands are separated by a space); codes of the Combined
/// Nomenclature are printed as four figures, then pairs.
fn formatted_number(format: &str, figures: &str) -> String {
    if let Some(rest) = figures.strip_prefix("ex").filter(|rest| format == "CN" && !rest.starts_with(' ')) {
        return format!("ex\u{a0}{}", formatted_number(format, rest));
    }
    if figures.is_empty() || !figures.bytes().all(|b| b.is_ascii_digit()) {
        return figures.to_owned();
    }
    let mut out = String::new();
    for (at, figure) in figures.chars().enumerate() {
        let breaks = match format {
            "NUMBER" => at > 0 && (figures.len() - at).is_multiple_of(3),
            "CN" => at >= 4 && at % 2 == 0,
            _ => false,
        };
        if breaks {
            out.push('\u{a0}');
        }
        out.push(figure);
    }
    out
}

/// The superscript form of a figure or sign, where Unicode has one.
pub(in crate::import) fn superscript(c: char) -> Option<char> {
    Some(match c {
        '1' => '¹',
        '2' => '²',
        '3' => '³',
        '0' | '4'..='9' => char::from_u32(0x2070 + c.to_digit(10)?)?,
        '+' => '⁺',
        '-' | '\u{2212}' | '\u{2013}' => '⁻',
        _ => return None,
    })
}

/// The subscript form of a figure, where Unicode has one.
pub(in crate::import) fn subscript(c: char) -> Option<char> {
    char::from_u32(0x2080 + c.to_digit(10)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_instructions_take_the_form_of_locators() {
        assert_eq!(instruction_address("AR:1;PT:40;PT:a"), "art_1/pnt_40/pnt_a");
        assert_eq!(instruction_address("AR:1 .AND. AX:0;PT:2"), "art_1 + anx/pnt_2");
        assert_eq!(instruction_address("CR:1;NT:2"), "cr_1/nt_2");
        assert_eq!(instruction_address("TO"), "to");
    }

    #[test]
    fn numbers_are_grouped_as_in_print() {
        assert_eq!(formatted_number("NUMBER", "35000000"), "35\u{a0}000\u{a0}000");
        assert_eq!(formatted_number("NUMBER", "500"), "500");
        assert_eq!(formatted_number("CN", "97020000"), "9702\u{a0}00\u{a0}00");
        assert_eq!(formatted_number("CN", "ex020610"), "ex\u{a0}0206\u{a0}10");
        assert_eq!(formatted_number("DECIMAL", "7,5"), "7,5");
    }

    #[test]
    fn pseudo_attributes_are_told_apart_by_their_whole_name() {
        let value = r#"ID="O1" IDREF="C1" ACTIVE.DOC="32026R1744""#;
        assert_eq!(pseudo_attribute(value, "ID").as_deref(), Some("O1"));
        assert_eq!(pseudo_attribute(value, "IDREF").as_deref(), Some("C1"));
        assert_eq!(pseudo_attribute(value, "DOC"), None);
    }
}
