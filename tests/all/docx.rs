//! Word documents: what is in them, and what is left of tracked changes when all are accepted or rejected.

use std::collections::BTreeSet;
use std::io::{Cursor, Read, Write};
use std::path::Path;
use std::process::Command;

use lexdelta::diff::{ChangeSet, compare, lines, redline};
use lexdelta::law::{Date, Language, Outline, Provision, Version};
use lexdelta::library::Library;
use lexdelta::report;
use lexdelta::versions::{Wanted, pair};
use roxmltree::{Document, Node};

use crate::corpus;
use crate::program::lexdelta;
use crate::transitions::transitions;

/// The heading before the text and the line behind it.
const FRAME: [&str; 2] = ["Text with changes", "* * *"];

/// Transitions of the corpus that LibreOffice opens, from small to large; see [`by_library`] for the 45 units.
const OPENED: [&str; 5] = [
    "32019R2088/2026-07-02",
    "32005L0029/2022-05-28",
    "32011L0083/2022-05-28",
    "32023R1115/2024-12-26",
    "32014R0910/2024-05-20",
];

/// A comparison with its document, and what is left of it.
struct Sample {
    name: String,
    document: Vec<u8>,
    old: Vec<String>,
    new: Vec<String>,
}

impl Sample {
    fn of(old: &Version, new: &Version) -> Sample {
        let set = compare(old, new);
        let mut units = redline(&set, old, new);
        let page = report::redline(&set, &mut units, None, Language::En);
        let document = report::docx_redline(&page, &units, new.date);
        let name = format!("{} → {}", old.name(), new.name());
        Sample { name, document, old: text(&set, old, true), new: text(&set, new, false) }
    }
}

/// The text of the changed units of a version, line by line, without the help of the redline.
fn text(set: &ChangeSet, version: &Version, is_old: bool) -> Vec<String> {
    let outline = Outline::of(version);
    let places = set.units.iter().filter_map(|unit| if is_old { unit.old.as_ref() } else { unit.new.as_ref() });
    let all = places.flat_map(|place| lines(&outline, place)).flat_map(|line| {
        let joined: Vec<&str> = line.label.iter().map(String::as_str).chain([line.text.as_str()]).collect();
        let joined = joined.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
        joined.split('\n').map(str::to_owned).collect::<Vec<_>>()
    });
    all.collect()
}

/// The digests of the AI Act: 45 units.
fn by_library() -> (Version, Version) {
    let library = Library::open(None).expect("the texts that ship");
    let on = Date::new(2026, 11, 24).expect("a day of the calendar");
    let wanted = Wanted { languages: vec![Language::En], fidelity: None, on };
    let name = |text: &str| text.parse().expect("a name");
    let both = pair(&library, &name("ai-act@oj"), &name("ai-act@2026-07-27"), &wanted).expect("both versions");
    (both.old, both.new)
}

fn parts(document: &[u8]) -> Vec<(String, String)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(document)).expect("a package");
    let read = |at| {
        let mut file = archive.by_index(at).expect("a part");
        let mut text = String::new();
        file.read_to_string(&mut text).expect("UTF-8");
        let name = file.name().expect("a name in UTF-8").into_owned();
        (name, text)
    };
    (0..8).map(read).collect()
}

fn part(document: &[u8], name: &str) -> String {
    parts(document).into_iter().find(|(own, _)| own == name).expect("the part is there").1
}

fn is(node: &Node<'_, '_>, name: &str) -> bool {
    node.tag_name().name() == name
}

/// The lines of a document when every change is accepted, or rejected: a paragraph whose mark goes is joined with the next.
fn resolved(document: &str, accept: bool) -> Vec<String> {
    let parsed = Document::parse(document).expect("XML");
    let gone = if accept { "del" } else { "ins" };
    let mut text = String::new();
    let body = parsed.root_element().first_element_child().expect("a body");
    for paragraph in body.children().filter(|child| is(child, "p")) {
        for piece in paragraph.descendants() {
            if piece.ancestors().any(|above| is(&above, gone)) {
                continue;
            }
            match piece.tag_name().name() {
                "t" | "delText" => text.push_str(piece.text().unwrap_or_default()),
                "br" => text.push('\n'),
                "tab" => text.push('\t'),
                _ => {}
            }
        }
        let mark = paragraph.children().find(|child| is(child, "pPr"));
        let marks = mark.into_iter().flat_map(|mark| mark.children()).filter(|child| is(child, "rPr"));
        if !marks.flat_map(|marks| marks.children()).any(|one| is(&one, gone)) {
            text.push('\n');
        }
    }
    framed(&text)
}

/// The lines between the heading of the text and the line behind it.
fn framed(text: &str) -> Vec<String> {
    let lines = text.lines().skip_while(|line| *line != FRAME[0]).skip(1);
    lines.take_while(|line| *line != FRAME[1]).map(str::to_owned).collect()
}

fn same(found: &[String], expected: &[String], what: &str) {
    let differ = found.iter().zip(expected).position(|(a, b)| a != b);
    if let Some(at) = differ {
        panic!("{what}: line {at}\n  found:    {}\n  expected: {}", found[at], expected[at]);
    }
    assert_eq!(found.len(), expected.len(), "{what}: lines");
}

fn check_resolved(sample: &Sample) {
    let document = part(&sample.document, "word/document.xml");
    assert!(sample.old != sample.new && !sample.new.is_empty(), "{}: nothing to see", sample.name);
    same(&resolved(&document, true), &sample.new, &format!("{}, accepted", sample.name));
    same(&resolved(&document, false), &sample.old, &format!("{}, rejected", sample.name));
}

#[test]
fn accepting_every_change_gives_the_later_text_and_rejecting_every_change_the_earlier() {
    let (old, new) = by_library();
    check_resolved(&Sample::of(&old, &new));
    check_resolved(&Sample::of(&new, &old));
    for transition in transitions("docx").unwrap_or_default() {
        let version = |folder: &str| corpus::version("docx", folder, Language::En);
        let (Some(old), Some(new)) = (version(&transition.before), version(&transition.after)) else { continue };
        if !compare(old, new).is_empty() {
            check_resolved(&Sample::of(old, new));
        }
    }
}

#[test]
fn libreoffice_accepts_and_rejects_every_change_to_the_same_texts() {
    let Some(python) = bridge() else {
        // Written past the test harness, which would keep the words of tests that pass to itself.
        let skipped = "skipped: docx: no soffice with its Python bridge (libreoffice-writer-nogui, python3-uno)\n";
        std::io::stderr().write_all(skipped.as_bytes()).expect("standard error");
        return;
    };
    let (old, new) = by_library();
    let mut samples = vec![Sample::of(&old, &new)];
    for transition in transitions("docx").unwrap_or_default().iter().filter(|one| OPENED.contains(&one.after.as_str()))
    {
        let version = |folder: &str| corpus::version("docx", folder, Language::En).expect("a version of the corpus");
        samples.push(Sample::of(version(&transition.before), version(&transition.after)));
    }
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: String| folder.path().join(name).to_string_lossy().into_owned();
    let mut jobs = vec![path("settings".to_owned())];
    for (at, sample) in samples.iter().enumerate() {
        let document = path(format!("{at}.docx"));
        std::fs::write(&document, &sample.document).expect("a file");
        for what in ["accept", "reject"] {
            jobs.extend([what.to_owned(), document.clone(), path(format!("{at}.{what}.txt"))]);
        }
    }
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/soffice/resolve.py");
    let done = Command::new(python).arg(script).args(&jobs).output().expect("the script runs");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    for (at, sample) in samples.iter().enumerate() {
        for (what, expected) in [("accept", &sample.new), ("reject", &sample.old)] {
            let text = std::fs::read_to_string(path(format!("{at}.{what}.txt"))).expect("what LibreOffice wrote");
            same(&framed(&text), expected, &format!("{}, {what}", sample.name));
        }
    }
}

/// The Python that can talk to LibreOffice, where both are there.
fn bridge() -> Option<&'static str> {
    let runs = |command: &mut Command| command.output().is_ok_and(|done| done.status.success());
    let office = runs(Command::new("soffice").arg("--version"));
    let talks = |python: &&str| runs(Command::new(python).args(["-c", "import uno"]));
    ["/usr/bin/python3", "python3"].into_iter().find(|python| office && talks(python))
}

#[test]
fn tracked_changes_have_an_author_a_date_and_a_number_of_their_own() {
    let (old, new) = by_library();
    let sample = Sample::of(&old, &new);
    let document = part(&sample.document, "word/document.xml");
    let parsed = Document::parse(&document).expect("XML");
    let mut numbers = BTreeSet::new();
    let mut count = 0;
    for change in parsed.descendants().filter(|node| is(node, "ins") || is(node, "del")) {
        let attribute = |name: &str| change.attributes().find(|one| one.name() == name).map(|one| one.value());
        assert_eq!(attribute("author"), Some("lexdelta"));
        assert!(attribute("date").is_some_and(|date| date.starts_with("2026-07-27T00:")));
        numbers.insert(attribute("id").expect("a number").to_owned());
        count += 1;
    }
    assert!(count > 500 && numbers.len() == count, "{count} changes, {} numbers", numbers.len());
}

#[test]
fn the_same_comparison_gives_the_same_bytes() {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, args: &[&str]| {
        let path = folder.path().join(name).to_string_lossy().into_owned();
        let outcome = lexdelta(&folder.path().join("none"), &[args, &["--format", "docx", "--output", &path]].concat());
        assert_eq!((outcome.code, outcome.stderr.as_str()), (0, ""));
        std::fs::read(path).expect("the document")
    };
    for args in
        [&["diff", "ai-act@oj", "ai-act@2026-07-27", "4"][..], &["columns", "ai-act@oj", "ai-act@2026-07-27", "4"]]
    {
        assert_eq!(write("one.docx", args), write("two.docx", args));
    }
}

#[test]
fn columns_are_a_word_table_on_landscape_pages_with_a_repeated_head() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("columns.docx").to_string_lossy().into_owned();
    let args = ["columns", "ai-act@oj", "ai-act+omnibus-ai@council-mandate", "ai-act@2026-07-27", "4", "--lang", "nl"];
    let args = [&args[..], &["--text-lang", "en", "--agreement", "--format", "docx", "--output", &path]].concat();
    let outcome = lexdelta(&folder.path().join("none"), &args);
    assert_eq!((outcome.code, outcome.stderr.as_str()), (0, ""));
    let document = std::fs::read(&path).expect("the document");
    let body = part(&document, "word/document.xml");
    let parsed = Document::parse(&body).expect("XML");
    let of = |name: &'static str| parsed.descendants().filter(move |node| is(node, name));
    assert_eq!(of("tblHeader").count(), 1);
    assert_eq!(of("gridCol").count(), 6);
    let first_row = of("tr").next().expect("a row");
    assert!(first_row.descendants().any(|node| is(&node, "tblHeader")));
    assert!(body.contains(r#"w:w="16838" w:h="11906" w:orient="landscape""#));
    assert!(body.contains(r#"<w:lang w:val="en-GB"/>"#) && body.contains(r#"<w:lang w:val="nl-NL"/>"#));
    assert!(part(&document, "word/styles.xml").contains(r#"<w:lang w:val="nl-NL""#));
    assert!(body.contains("niet bekend") && of("ins").count() > 0 && of("del").count() > 0);
    // Every cell holds a paragraph, without which Word does not open the file.
    assert!(of("tc").all(|cell| cell.children().any(|child| is(&child, "p"))));
}

#[test]
fn the_council_marks_without_tracked_changes() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("council.docx").to_string_lossy().into_owned();
    let args =
        ["columns", "ai-act@oj", "ai-act@2026-07-27", "4", "--style", "council", "--format", "docx", "--output", &path];
    assert_eq!(lexdelta(&folder.path().join("none"), &args).code, 0);
    let body = part(&std::fs::read(&path).expect("the document"), "word/document.xml");
    assert!(!body.contains("<w:ins ") && !body.contains("<w:del "), "tracked changes");
    assert!(body.contains("<w:strike/>") && body.contains(r#"<w:b/><w:u w:val="single"/>"#), "{body}");
}

#[test]
fn hostile_text_stays_text() {
    const HOSTILE: &str = "</w:t><w:ins>x</w:ins>]]> &amp; \u{1}\u{8}\u{202e}\u{ffff} =cmd|'/c calc'!A1 <script>";
    fn poison(provision: &mut Provision) {
        if let Some(text) = &mut provision.text {
            text.push_str(HOSTILE);
        }
        provision.children.iter_mut().for_each(poison);
    }
    let (old, mut new) = by_library();
    new.body.truncate(1);
    new.body.iter_mut().for_each(poison);
    let sample = Sample::of(&old, &new);
    for (name, text) in parts(&sample.document) {
        assert!(Document::parse(&text).is_ok(), "{name} is no XML");
    }
    let body = part(&sample.document, "word/document.xml");
    let shown = resolved(&body, true).join("\n");
    assert!(shown.contains("</w:t><w:ins>x</w:ins>]]> &amp; [U+0001][U+0008][U+202E][U+FFFF] =cmd|"), "{shown}");
}

#[test]
fn in_a_pipe_the_bytes_of_a_document_come_out_as_they_are() {
    let folder = tempfile::tempdir().expect("a folder");
    let output = Command::new(env!("CARGO_BIN_EXE_lexdelta"))
        .args(["diff", "ai-act@oj", "ai-act@2026-07-27", "4", "--format", "docx"])
        .env("LEXDELTA_LIBRARY", folder.path().join("none"))
        .output()
        .expect("the program runs");
    assert!(output.status.success() && output.stdout.starts_with(b"PK"));
}
