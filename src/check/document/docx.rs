//! Letters of Word: the paragraphs of `word/document.xml`, with what is inserted and without what is deleted, then the
//! notes.

use std::io::{Cursor, Read};
use std::path::Path;

use roxmltree::{Document as Xml, Node};
use zip::ZipArchive;

use super::{DocumentError, Line};
use crate::law::Date;

/// Most bytes that a part of the file may have unpacked: a letter's words take up about a tenth of a megabyte.
const LARGEST_PART: u64 = 48 * 1024 * 1024;

/// Most files in it.
const MOST_FILES: usize = 4_000;

type Archive = ZipArchive<Cursor<Vec<u8>>>;

/// The paragraphs, and the day on which the file says that it was made.
pub(super) fn read(bytes: Vec<u8>, path: &Path) -> Result<(Vec<Line>, Option<Date>), DocumentError> {
    let refused = |cause: String| DocumentError::Docx { path: path.to_owned(), cause };
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| refused(error.to_string()))?;
    if archive.len() > MOST_FILES {
        return Err(refused(format!("{} files in it, where at most {MOST_FILES} are read", archive.len())));
    }
    let has = |archive: &Archive, start: &str| archive.file_names().flatten().any(|name| name.starts_with(start));
    if !has(&archive, "word/document.xml") {
        let found = match () {
            () if has(&archive, "xl/") => "a spreadsheet",
            () if has(&archive, "ppt/") => "a presentation",
            () => "a zip archive without a letter in it",
        };
        return Err(DocumentError::NoLetter { path: path.to_owned(), found });
    }
    let mut lines = Vec::new();
    for name in ["word/document.xml", "word/footnotes.xml", "word/endnotes.xml"] {
        if let Some(part) = part(&mut archive, name).map_err(refused)? {
            paragraphs(&part, &mut lines).map_err(|cause| refused(format!("'{name}': {cause}")))?;
        }
    }
    let core = part(&mut archive, "docProps/core.xml").map_err(refused)?;
    Ok((lines, core.and_then(|core| made(&core))))
}

fn part(archive: &mut Archive, name: &str) -> Result<Option<String>, String> {
    let Ok(entry) = archive.by_name(name) else { return Ok(None) };
    let mut text = String::new();
    let read = entry.take(LARGEST_PART + 1).read_to_string(&mut text);
    read.map_err(|error| format!("'{name}': {error}"))?;
    if text.len() as u64 > LARGEST_PART {
        return Err(format!("'{name}' has more than {LARGEST_PART} bytes unpacked"));
    }
    // Word writes none; one could blow up to any size.
    if text.contains("<!DOCTYPE") {
        return Err(format!("'{name}' declares entities of its own"));
    }
    Ok(Some(text))
}

fn paragraphs(part: &str, lines: &mut Vec<Line>) -> Result<(), String> {
    let xml = Xml::parse(part.trim_start_matches('\u{feff}')).map_err(|error| error.to_string())?;
    let mut page = lines.last().map_or(1, |line| line.page);
    for paragraph in xml.descendants().filter(|node| node.is_element() && node.tag_name().name() == "p") {
        let mut text = String::new();
        let first = page;
        for node in paragraph.descendants().filter(Node::is_element) {
            // A paragraph in a text box comes again by itself.
            let own = node.ancestors().find(|above| above.tag_name().name() == "p");
            if node == paragraph || own != Some(paragraph) {
                continue;
            }
            match node.tag_name().name() {
                "t" => text.push_str(node.text().unwrap_or_default()),
                "tab" | "br" | "cr" => text.push(' '),
                "noBreakHyphen" => text.push('-'),
                "lastRenderedPageBreak" => page += 1,
                _ => {}
            }
        }
        lines.push(Line { text, page: first, whole: true });
    }
    Ok(())
}

fn made(core: &str) -> Option<Date> {
    let xml = Xml::parse(core.trim_start_matches('\u{feff}')).ok()?;
    let created = xml.descendants().find(|node| node.tag_name().name() == "created")?;
    created.text()?.get(..10)?.parse().ok()
}
