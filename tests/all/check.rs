//! Letters checked: our own, each claim with the verdict that it must get, and the official ones beside the corpus.

use std::path::{Path, PathBuf};

use lexdelta::check::{Checked, ClaimKind, Document, DocumentError, Finding, Options, Verdict, check};
use lexdelta::law::{Date, Language};
use lexdelta::library::Library;
use serde::Deserialize;

use crate::corpus;
use crate::program::lexdelta;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Expected {
    words: String,
    verdict: String,
    instead: Option<String>,
    note: Option<String>,
    /// What is wrong with it, for the reader.
    #[serde(default, rename = "error")]
    wrong: Option<String>,
}

fn letters() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/letters")
}

fn options(as_of: Option<Date>) -> Options {
    Options { as_of, against: Vec::new(), language: Language::En }
}

fn checked(document: &Document) -> Checked {
    let library = Library::open(None).expect("the texts that ship");
    check(document, &library, &options(None)).expect("the texts that ship can be read")
}

fn of_text(text: &str) -> Checked {
    checked(&Document::of_text(text))
}

fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn every_claim_of_our_own_letters_gets_the_verdict_that_it_must_get() {
    let (mut claims, mut wrong, mut faults) = (0, 0, Vec::new());
    for entry in std::fs::read_dir(letters()).expect("the letters") {
        let path = entry.expect("a letter").path();
        if path.extension().is_some_and(|extension| extension == "json") {
            continue;
        }
        let stated = std::fs::read(path.with_extension("json")).expect("what is expected stands beside it");
        let stated: Vec<Expected> = serde_json::from_slice(&stated).expect("a list of expectations");
        let found = checked(&Document::read(&path).expect("a letter that can be read"));
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        for expected in &stated {
            claims += 1;
            wrong += usize::from(expected.wrong.is_some());
            let finding = found.findings.iter().find(|finding| one_line(&finding.words) == expected.words);
            if let Some(fault) = fault(expected, finding) {
                faults.push(format!("{name}: {}: {fault}", expected.words));
            }
        }
        for finding in &found.findings {
            let alarm = matches!(finding.verdict, Verdict::Contradicted | Verdict::Outdated);
            let is_stated = stated.iter().any(|expected| expected.words == one_line(&finding.words));
            if alarm && !is_stated {
                faults.push(format!("{name}: {}: a false alarm: {:?}", finding.words, finding.because));
            }
        }
    }
    let document = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/accuracy.md");
    let document = std::fs::read_to_string(document).expect("the document");
    let counted = format!("hold {claims} claims, {wrong} of them wrong");
    assert!(document.contains(&counted), "docs/accuracy.md should say: {counted}");
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

fn fault(expected: &Expected, finding: Option<&Finding>) -> Option<String> {
    let Some(finding) = finding else { return Some("no such claim was found".to_owned()) };
    if finding.verdict.name() != expected.verdict {
        return Some(format!("{} where {} was due: {:?}", finding.verdict.name(), expected.verdict, finding.because));
    }
    if expected.instead.is_some() && finding.instead != expected.instead {
        return Some(format!("write {:?} where {:?} was due", finding.instead, expected.instead));
    }
    let noted = |note: &String| finding.notes.iter().any(|line| line.contains(note.as_str()));
    (!expected.note.as_ref().is_none_or(noted)).then(|| format!("notes {:?}", finding.notes))
}

/// The findings of every official letter that say that something is wrong: file, words, what to write instead.
fn alarms(test: &str) -> Option<Vec<(String, String, String)>> {
    let corpus = corpus::folder_for(test)?;
    let folders = [corpus.join("letters"), corpus.join("../seeds")];
    let mut alarms = Vec::new();
    for folder in folders.iter().filter(|folder| folder.is_dir()) {
        for entry in std::fs::read_dir(folder).expect("a folder of letters") {
            let path = entry.expect("a letter").path();
            let found = checked(&Document::read(&path).unwrap_or_else(|error| panic!("{error}")));
            let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            let wrong = found.findings.into_iter();
            let wrong = wrong.filter(|finding| matches!(finding.verdict, Verdict::Contradicted | Verdict::Outdated));
            alarms.extend(
                wrong.map(|finding| (name.clone(), one_line(&finding.words), finding.instead.unwrap_or_default())),
            );
        }
    }
    alarms.sort();
    Some(alarms)
}

#[test]
fn official_letters_give_the_known_errors_and_no_other_alarm() {
    let test = "official_letters_give_the_known_errors_and_no_other_alarm";
    let Some(found) = alarms(test) else { return };
    // Each was read in its letter and beside the act; see docs/accuracy.md.
    let known = [
        ("000_ce86da91327e934e.txt", "11 november jl.", "19 november 2025"),
        ("000_ce86da91327e934e.txt", "16 augustus 2026", "2 augustus 2026"),
        ("001_493631c0037f4311.txt", "2 augustus 2027", "2 augustus 2028"),
        ("001_493631c0037f4311.txt", "Machinerichtlijn", "Machineverordening"),
        ("001_493631c0037f4311.txt", "Machinerichtlijn", "Machineverordening"),
        ("001_493631c0037f4311.txt", "Machinerichtlijn", "Machineverordening"),
        ("002_16388edc88916bbf.txt", "artikel 10", "artikel 14"),
        ("002_16388edc88916bbf.txt", "artikel 41", "artikel 49"),
        ("NL-KAMERBRIEF-2026-06-18_naderende-raadspositie_2026-06-18.docx", "11 november jl.", "19 november 2025"),
    ];
    let seeds = corpus::folder_for(test).is_some_and(|corpus| corpus.join("../seeds").is_dir());
    let known: Vec<(String, String, String)> = known
        .into_iter()
        .filter(|(file, ..)| seeds || file.starts_with("NL-"))
        .map(|(file, words, instead)| (file.to_owned(), words.to_owned(), instead.to_owned()))
        .collect();
    assert_eq!(found, known);
}

#[test]
fn the_counts_in_the_documents_are_those_of_the_command() {
    let test = "the_counts_in_the_documents_are_those_of_the_command";
    let Some(corpus) = corpus::folder_for(test).filter(|corpus| corpus.join("../seeds").is_dir()) else { return };
    let mut files: Vec<String> = Vec::new();
    for folder in [corpus.join("../seeds"), corpus.join("letters")] {
        let entries = std::fs::read_dir(folder).expect("a folder of letters");
        files.extend(entries.map(|entry| entry.expect("a letter").path().display().to_string()));
    }
    let mut args = vec!["check", "--stat", "--format", "md"];
    args.extend(files.iter().map(String::as_str));
    let folder = tempfile::tempdir().expect("a folder");
    let counts = lexdelta(&folder.path().join("none"), &args).stdout;
    let document = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/accuracy.md");
    let document = std::fs::read_to_string(document).expect("the document");
    assert!(counts.len() > 100 && document.contains(&counts), "docs/accuracy.md should have:\n{counts}");
}

#[test]
fn a_letter_of_2021_is_held_to_the_draft_of_its_time() {
    let Some(corpus) = corpus::folder_for("a_letter_of_2021_is_held_to_the_draft_of_its_time") else { return };
    let path = corpus.join("../seeds/002_16388edc88916bbf.txt");
    if !path.is_file() {
        eprintln!("skipped: {} is not there", path.display());
        return;
    }
    let found = checked(&Document::read(&path).expect("the letter"));
    for words in ["art. 52", "artikel 83", "24 maanden", "3 maanden"] {
        let finding = found.findings.iter().find(|finding| finding.words == words);
        let finding = finding.unwrap_or_else(|| panic!("{words} is not found"));
        let of_draft = finding.because.iter().any(|line| line.contains("ai-act@2021-04-21.proposal"));
        assert!(finding.verdict == Verdict::Confirmed && of_draft, "{words}: {finding:?}");
    }
    let transparency = found.findings.iter().find(|finding| finding.words == "art. 52").expect("found above");
    assert!(transparency.notes.iter().any(|note| note.contains("Article 50 in ai-act@2024-07-12.oj")));
}

#[test]
fn positions_lead_back_to_the_line_where_a_claim_stands() {
    let text = "Den Haag, 1 september 2026\n\nDe verplich-\ntingen voor hoog-risico AI-\nsystemen van de AI-verordening zijn van toepassing vanaf 16\naugustus 2028.\n";
    let document = Document::of_text(text);
    assert!(document.text.contains("verplichtingen") && document.text.contains("AI-systemen"), "{}", document.text);
    let found = checked(&document);
    let finding = found.findings.iter().find(|finding| finding.words.starts_with("16")).expect("the date");
    assert_eq!((finding.place.line, finding.place.column, finding.place.paragraph), (5, 58, 2));
    assert_eq!(finding.verdict, Verdict::Contradicted);
}

#[test]
fn relative_dates_count_from_the_day_of_the_letter() {
    let of = |day: &str| {
        let text =
            format!("Den Haag, {day}\n\nDe Commissie publiceerde het voorstel voor de Omnibus AI op 19 november jl.");
        of_text(&text).findings.iter().find(|finding| finding.words.contains("jl.")).map(|finding| finding.verdict)
    };
    assert_eq!(of("3 maart 2026"), Some(Verdict::Confirmed));
    assert_eq!(of("3 december 2026"), Some(Verdict::Contradicted));
}

#[test]
fn what_is_hoped_for_or_not_tied_to_an_act_is_no_error() {
    let texts = [
        "The Hague, 3 March 2026\n\nThe Presidency hopes that the Digital Omnibus on AI enters into force on 9 August 2026.",
        "The Hague, 3 March 2026\n\nI refer to my letter of 9 August 2025 on the AI Act.",
        "The Hague, 3 March 2026\n\nThe museum was opened on 9 August 2025.",
        "The Hague, 3 March 2026\n\nArticle 400 of the Civil Code, and Article 300, are long.",
    ];
    for text in texts {
        let alarm = |finding: &&Finding| matches!(finding.verdict, Verdict::Contradicted | Verdict::Outdated);
        assert_eq!(of_text(text).findings.iter().find(alarm), None, "{text}");
    }
}

#[test]
fn what_is_no_letter_is_refused_in_so_many_words() {
    let folder = tempfile::tempdir().expect("a folder");
    let refusal = |name: &str, bytes: &[u8]| {
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).expect("a file");
        Document::read(&path).expect_err(name)
    };
    assert!(matches!(refusal("empty.txt", b""), DocumentError::Empty { .. }));
    assert!(matches!(refusal("blank.txt", b" \n\n \t"), DocumentError::Empty { .. }));
    assert!(matches!(refusal("latin1.txt", b"caf\xe9 van de commissie"), DocumentError::Encoding { at: 3, .. }));
    assert!(matches!(refusal("bytes.txt", b"MZ\0\0\x01"), DocumentError::NoLetter { .. }));
    assert!(matches!(refusal("old.docx", b"\xd0\xcf\x11\xe0aaaa"), DocumentError::NoLetter { .. }));
    assert!(matches!(refusal("cut.pdf", b"%PDF-1.7\n1 0 obj"), DocumentError::Pdf { .. }));
    assert!(matches!(refusal("cut.docx", b"PK\x03\x04half"), DocumentError::Docx { .. }));
    assert!(matches!(refusal("sheet.docx", &archive("xl/workbook.xml", "<a/>")), DocumentError::NoLetter { .. }));
    let entities = "<!DOCTYPE a [<!ENTITY b \"c\">]><w:p>&b;</w:p>";
    assert!(matches!(refusal("entities.docx", &archive("word/document.xml", entities)), DocumentError::Docx { .. }));
    let long = "De AI-verordening is lang. ".repeat(2_000_000);
    assert!(matches!(refusal("long.txt", long.as_bytes()), DocumentError::TooLarge { .. }));
}

fn archive(name: &str, content: &str) -> Vec<u8> {
    use std::io::Write;
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    writer.start_file(name, zip::write::SimpleFileOptions::default()).expect("a file in the archive");
    writer.write_all(content.as_bytes()).expect("its content");
    writer.finish().expect("an archive").into_inner()
}

#[test]
fn a_letter_reads_the_same_as_text_html_and_docx() {
    let words = "Het voorstel voor de Omnibus AI is op 11 november 2025 gepubliceerd.";
    let folder = tempfile::tempdir().expect("a folder");
    let html = format!(
        "<!doctype html><html><body><script>1</script><p>Den Haag, 3 maart 2026</p><p>{words}</p></body></html>"
    );
    let docx = format!(
        "<w:document xmlns:w=\"w\"><w:p><w:r><w:t>Den Haag, 3 maart 2026</w:t></w:r></w:p><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:document>"
    );
    let files = [
        ("a.txt", format!("Den Haag, 3 maart 2026\n\n{words}").into_bytes()),
        ("a.html", html.into_bytes()),
        ("a.docx", archive("word/document.xml", &docx)),
    ];
    for (name, bytes) in files {
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).expect("a file");
        let found = checked(&Document::read(&path).expect(name));
        let wrong = found.findings.iter().find(|finding| finding.verdict == Verdict::Contradicted);
        assert_eq!(wrong.and_then(|finding| finding.instead.as_deref()), Some("19 november 2025"), "{name}");
    }
}

#[test]
fn the_command_prints_what_to_write_and_fails_where_it_is_told_to() {
    let folder = tempfile::tempdir().expect("a folder");
    let none = folder.path().join("none");
    let letter = letters().join("omnibus-wrong.nl.txt");
    let letter = letter.to_str().expect("a path");
    let outcome = lexdelta(&none, &["check", letter, "--fail-on", "contradicted"]);
    assert_eq!((outcome.code, outcome.stderr.as_str()), (1, ""));
    assert!(outcome.stdout.contains("= write: 19 november 2025"), "{}", outcome.stdout);
    assert!(outcome.stdout.contains("^^^^^^^^^^^^^^^^"), "{}", outcome.stdout);
    let right = letters().join("omnibus.nl.txt");
    let outcome = lexdelta(&none, &["check", right.to_str().expect("a path"), "--fail-on", "contradicted,outdated"]);
    assert_eq!((outcome.code, outcome.stderr.as_str()), (0, ""));
    let sarif = lexdelta(&none, &["check", letter, "--format", "sarif"]).stdout;
    let sarif: serde_json::Value = serde_json::from_str(&sarif).expect("JSON");
    let results = sarif["runs"][0]["results"].as_array().expect("results");
    assert!(results.iter().any(|one| one["level"] == "error" && one["ruleId"] == "contradicted"));
    let html = lexdelta(&none, &["check", letter, "--format", "html", "--lang", "nl"]).stdout;
    assert!(html.contains("<mark class=\"contradicted\">") && html.contains("weersproken"), "{html}");
    let counts = lexdelta(&none, &["check", letter, "--stat", "--format", "md"]).stdout;
    assert!(counts.starts_with("| Claims |") && counts.contains("| document |"), "{counts}");
}

#[test]
fn nothing_of_a_letter_reaches_html_as_markup() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.txt");
    std::fs::write(&path, "<b>De AI-verordening</b> <img src=x onerror=alert(1)> geldt sinds 2 februari 2025.")
        .expect("a file");
    let html =
        lexdelta(&folder.path().join("none"), &["check", path.to_str().expect("a path"), "--format", "html", "--all"]);
    assert!(html.stdout.contains("&lt;img") && !html.stdout.contains("<img"), "{}", html.stdout);
}

#[test]
fn kinds_and_verdicts_are_counted() {
    let found =
        of_text("Den Haag, 3 maart 2026\n\nHet voorstel voor de Omnibus AI is op 11 november 2025 gepubliceerd.");
    assert_eq!(found.count(ClaimKind::Date, Verdict::Contradicted), 1);
    assert_eq!(found.count(ClaimKind::Reference, Verdict::Contradicted), 0);
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(200))]

    /// Whatever stands in a letter, every claim leads back to words of a line.
    #[test]
    fn any_letter_is_read_without_a_crash(pieces in proptest::collection::vec(0..PIECES.len(), 0..40)) {
        let text: String = pieces.iter().map(|at| PIECES[*at]).collect();
        let document = Document::of_text(&text);
        let found = WITHOUT_TEXTS.with(|library| check(&document, library, &options(None)).expect("the texts that ship"));
        for finding in &found.findings {
            let lines = document.marked(&finding.span);
            proptest::prop_assert!(!lines.is_empty(), "{:?} in {text:?}", finding.words);
            for (line, span) in lines {
                proptest::prop_assert!(document.lines[line].get(span).is_some(), "{text:?}");
            }
        }
    }
}

thread_local! {
    static WITHOUT_TEXTS: Library = Library::open(None).expect("the texts that ship");
}

/// What letters are made of, and what they should not be made of.
const PIECES: [&str; 24] = [
    "De AI-verordening ",
    "artikel 5",
    "(",
    ")",
    "\n",
    "\n\n",
    "\u{a0}",
    "\u{2028}",
    "2 augustus",
    " 2026",
    "-\n",
    "hoog-",
    "risico",
    "[footnoteRef:1]",
    "[1: ",
    "]",
    "\u{c}",
    "treedt in werking ",
    "24 maanden",
    "COM(2021) 206",
    "é",
    "𝔸",
    "(hierna: ",
    "jl. ",
];
