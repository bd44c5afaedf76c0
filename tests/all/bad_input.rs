//! Bad input: a clear error that says what, where and what to do; exit code 1 or 2; the library as it was.

use std::io::Write;
use std::path::{Path, PathBuf};

use crate::pdf::{Line, council_page, pdf};
use crate::program::{Outcome, lexdelta};

/// A folder with a library in it and room for bad files.
struct Bench {
    folder: tempfile::TempDir,
}

impl Bench {
    fn new() -> Bench {
        let bench = Bench { folder: tempfile::tempdir().expect("a folder") };
        let imported = bench.run(&["import", &fixture("page-oj-new/en.xhtml")]);
        assert_eq!(imported.code, 0, "{}", imported.stderr);
        bench
    }

    fn library(&self) -> PathBuf {
        self.folder.path().join("library")
    }

    fn file(&self, name: &str, bytes: &[u8]) -> String {
        let path = self.folder.path().join(name);
        std::fs::write(&path, bytes).expect("a file");
        path.display().to_string()
    }

    fn run(&self, args: &[&str]) -> Outcome {
        lexdelta(&self.library(), args)
    }

    /// Every file of the library with its bytes.
    fn state(&self) -> Vec<(PathBuf, Vec<u8>)> {
        let mut files = Vec::new();
        collect(&self.library(), &mut files);
        files.sort();
        files
    }

    /// Runs a command that must fail with `code`, say every one of `words`, and leave the library as it was.
    fn fails(&self, args: &[&str], code: i32, words: &[&str]) {
        let before = self.state();
        let outcome = self.run(args);
        assert_eq!(outcome.code, code, "{args:?}: {}", outcome.stderr);
        for word in words {
            assert!(outcome.stderr.contains(word), "{args:?}: expected '{word}' in:\n{}", outcome.stderr);
        }
        assert!(!outcome.stderr.contains("panicked"), "{args:?}: {}", outcome.stderr);
        assert_eq!(self.state(), before, "{args:?}: the library changed");
    }
}

fn collect(folder: &Path, files: &mut Vec<(PathBuf, Vec<u8>)>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten() {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            collect(&path, files);
        } else {
            let bytes = std::fs::read(&path).expect("a file");
            files.push((path, bytes));
        }
    }
}

fn fixture(name: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures").join(name).display().to_string()
}

fn archive(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in files {
        writer.start_file(*name, zip::write::SimpleFileOptions::default()).expect("an entry");
        writer.write_all(bytes).expect("an entry");
    }
    writer.finish().expect("an archive").into_inner()
}

#[test]
fn a_file_that_is_not_what_its_name_says() {
    let bench = Bench::new();
    let pdf = bench.file("act.xhtml", b"%PDF-1.7\n");
    bench.fails(&["import", &pdf], 1, &["act.xhtml", "not a sound PDF"]);
    let junk = bench.file("junk.pdf", b"a shopping list");
    bench.fails(&["import", &junk], 1, &["junk.pdf", "neither XML nor HTML", "expected a Formex 4 act"]);
    let empty = bench.file("empty.xml", b"");
    bench.fails(&["import", &empty], 1, &["empty.xml", "an empty file"]);
    let other = bench.file("note.xml", b"<note>Dear all</note>");
    bench.fails(&["import", &other], 1, &["note.xml", "outermost element is 'note'"]);
    let page = bench.file("shop.html", b"<html><body><p>Barrels for sale</p></body></html>");
    bench.fails(&["import", &page], 1, &["shop.html", "none of an act"]);
    bench.fails(&["import", "missing.xml"], 1, &["missing.xml", "No such file"]);
}

/// A cover and a page with an article, in the Council's layout.
fn council_document(cover: &[Line<'_>]) -> Vec<u8> {
    let article = [(276.8, 72.2, "Artikel 1"), (56.6, 105.0, "De kuiper telt zijn vaten.")];
    pdf(&[council_page(cover, "PE-CONS 7/31", ""), council_page(&article, "PE-CONS 7/31", "1")])
}

#[test]
fn a_pdf_that_is_no_act_of_the_council() {
    let bench = Bench::new();
    let minutes = bench.file("minutes.pdf", &pdf(&[String::from("BT /F 12 Tf 1 0 0 1 50 700 Tm (Minutes) Tj ET\n")]));
    bench.fails(&["import", &minutes], 1, &["minutes.pdf", "bears no number of the Council", "PE-CONS"]);
    let empty = bench.file("empty.pdf", &pdf(&[String::new()]));
    bench.fails(&["import", &empty], 1, &["empty.pdf", "a PDF without text"]);
    let nameless = bench.file("nameless.pdf", &council_document(&[(333.2, 162.0, "Brussel, 3 mei 2031")]));
    bench.fails(&["import", &nameless], 1, &["nameless.pdf", "no number of a legislative procedure"]);
    let cover = [(333.2, 162.0, "Brussel, 3 mei 2031"), (56.6, 206.1, "2030/0041(COD)")];
    let unknown = bench.file("unknown.pdf", &council_document(&cover));
    bench.fails(&["import", &unknown], 1, &["unknown.pdf", "PE-CONS 7/31", "2030/0041(COD)", "work.json"]);
}

#[test]
fn a_damaged_pdf() {
    let bench = Bench::new();
    let whole = council_document(&[(333.2, 162.0, "Brussel, 3 mei 2031"), (56.6, 206.1, "2025/0359(COD)")]);
    let cut = bench.file("cut.pdf", &whole[..whole.len() / 2]);
    bench.fails(&["import", &cut], 1, &["cut.pdf", "not a sound PDF"]);
    // A font that is not there makes the crate that takes PDFs apart panic.
    let text = String::from_utf8(whole.clone()).expect("the invented PDF is text");
    let fontless = bench.file("fontless.pdf", text.replace("/F 3 0 R", "/F 9 9 R").as_bytes());
    bench.fails(&["import", &fontless], 1, &["fontless.pdf", "cannot be taken apart"]);
    let lost = bench.file(
        "lost.pdf",
        text.replacen(
            "(PE-CONS 7/31) Tj ET\nBT /F 12 Tf 1 0 0 1 526.80 52.80 Tm (1)",
            "(PX-CONS 7/31) Tj ET\nBT /F 12 Tf 1 0 0 1 526.80 52.80 Tm (1)",
            1,
        )
        .as_bytes(),
    );
    bench.fails(&["import", &lost], 1, &["lost.pdf", "page 2"]);
}

#[test]
fn one_file_of_a_package_alone() {
    let bench = Bench::new();
    bench.fails(
        &["import", &fixture("formex-oj/L_203100077EN.000101.fmx.xml")],
        1,
        &["one file of a package", "wrapper"],
    );
}

#[test]
fn truncated_xml_is_reported_with_its_line() {
    let bench = Bench::new();
    let whole = std::fs::read(fixture("formex-consolidation/CL2031R0077EN0010010.0001.xml")).expect("a fixture");
    let cut = bench.file("cut.xml", &whole[..whole.len() / 2]);
    bench.fails(&["import", &cut], 1, &["cut.xml, line ", "not well-formed"]);
}

#[test]
fn a_file_of_100_megabytes_is_refused_before_it_is_read() {
    let bench = Bench::new();
    let path = bench.folder.path().join("huge.xml");
    std::fs::File::create(&path).and_then(|file| file.set_len(100 * 1024 * 1024)).expect("a sparse file");
    bench.fails(&["import", &path.display().to_string()], 1, &["huge.xml", "104857600 bytes", "no more than"]);
}

#[test]
fn entities_do_not_expand() {
    let bench = Bench::new();
    let nested = bench.file(
        "laughs.xml",
        br#"<!DOCTYPE ACT [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY c "&b;&b;&b;">]><ACT>&c;</ACT>"#,
    );
    bench.fails(&["import", &nested], 1, &["laughs.xml", "entities of its own"]);
    let page = bench.file("laughs.xhtml", br#"<!DOCTYPE html [<!ENTITY a "ha">]><html><body>&a;</body></html>"#);
    bench.fails(&["import", &page], 1, &["laughs.xhtml", "entities of its own"]);
}

#[test]
fn deep_nesting_is_refused() {
    let bench = Bench::new();
    let deep = format!("<CONS.ACT>{}{}</CONS.ACT>", "<P>".repeat(200_000), "</P>".repeat(200_000));
    let deep = bench.file("deep.xml", deep.as_bytes());
    bench.fails(&["import", &deep], 1, &["deep.xml", "nested more than"]);
}

#[test]
fn unsafe_archives_are_refused() {
    let bench = Bench::new();
    let outside = bench.file("outside.zip", &archive(&[("../../evil.doc.xml", b"<DOC/>")]));
    bench.fails(&["import", &outside], 1, &["outside.zip", "leads out of the archive"]);
    let bomb = bench.file("bomb.zip", &archive(&[("act.doc.xml", &vec![b' '; 64 * 1024 * 1024])]));
    bench.fails(&["import", &bomb], 1, &["bomb.zip", "grows beyond"]);
    let nothing = bench.file("nothing.zip", &archive(&[("readme.txt", b"hello")]));
    bench.fails(&["import", &nothing], 1, &["nothing.zip", "no Formex package"]);
    let broken = bench.file("broken.zip", b"PK\x03\x04 and then nothing");
    bench.fails(&["import", &broken], 1, &["broken.zip", "not a sound zip archive"]);
}

#[test]
fn mixed_encodings_are_reported_with_the_byte() {
    let bench = Bench::new();
    let whole = std::fs::read(fixture("page-oj-new/en.xhtml")).expect("a fixture");
    let mut latin = whole.clone();
    latin.splice(whole.len() / 2..whole.len() / 2, [0xe9]);
    let latin = bench.file("latin.xhtml", &latin);
    bench.fails(&["import", &latin], 1, &["latin.xhtml", "not UTF-8 at byte"]);
    let wide: Vec<u8> = "<ACT/>".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let wide = bench.file("wide.xml", &[&[0xff, 0xfe], wide.as_slice()].concat());
    bench.fails(&["import", &wide], 1, &["wide.xml", "UTF-16"]);
}

#[test]
fn one_bad_file_of_several_stops_the_import_unless_told_otherwise() {
    let bench = Bench::new();
    let bad = bench.file("bad.xhtml", b"%PDF-1.7\n");
    let good = fixture("formex-consolidation/CL2031R0077EN0010010.0001.xml");
    bench.fails(&["import", &good, &bad], 1, &["bad.xhtml", "PDF", "1 of 2 files"]);
    let folder = bench.folder.path().join("both");
    std::fs::create_dir(&folder).expect("a folder");
    std::fs::copy(&good, folder.join("CL2031R0077EN0010010.0001.xml")).expect("a copy");
    std::fs::write(folder.join("bad.xhtml"), b"<html><body>nothing</body></html>").expect("a file");
    let folder = folder.display().to_string();
    bench.fails(&["import", &folder], 1, &["bad.xhtml", "1 of 2 files", "--keep-going"]);
    let kept = bench.run(&["import", &folder, "--keep-going"]);
    assert_eq!(kept.code, 1, "a file that failed is told by the exit code");
    assert!(kept.stdout.contains("32031R0077@2032-05-01.consolidated"), "{}", kept.stdout);
}

#[test]
fn a_page_without_text_stops_the_import_only_where_there_is_nothing_else() {
    let bench = Bench::new();
    let page = std::fs::read_to_string(fixture("page-consolidation/en.xhtml")).expect("a fixture");
    let repealed = page.replace("</body>", r#"<div class="anonymous-disclaimer">Repealed.</div></body>"#);
    assert_ne!(page, repealed);
    let repealed = bench.file("repealed.xhtml", repealed.as_bytes());
    bench.fails(&["import", &repealed], 1, &["repealed.xhtml", "no text", "Formex"]);
    let both = bench.run(&["import", &repealed, &fixture("formex-consolidation/CL2031R0077EN0010010.0001.xml")]);
    assert_eq!(both.code, 0, "{}", both.stderr);
    assert!(both.stderr.starts_with("note: ") && both.stderr.contains("repealed.xhtml"), "{}", both.stderr);
    assert!(both.stdout.contains("32031R0077@2032-05-01.consolidated"), "{}", both.stdout);
}

#[test]
fn unknown_versions_and_provisions_are_named_with_what_there_is() {
    let bench = Bench::new();
    bench.fails(&["diff", "barrels@oj", "ai-act@oj"], 1, &["no work named 'barrels'", "ai-act", "32031R0077"]);
    bench.fails(
        &["show", "ai-act@corrigendum"],
        1,
        &["ai-act@corrigendum is not in the library", "ai-act@2024-07-12.oj (en)"],
    );
    bench.fails(&["show", "32031R0077@oj", "--text-lang", "nl"], 1, &["not in the library in nl", "(en)"]);
    bench.fails(&["show", "ai-act@2099-01-01"], 1, &["ai-act@2099-01-01 is not in the library"]);
    bench.fails(&["show", "ai-act@oj", "Article 200"], 1, &["'Article 200' is not in ai-act@2024-07-12.oj", "try:"]);
    bench.fails(&["diff", "ai-act@oj", "ai-act@2026-07-27", "5(99)"], 1, &["'5(99)' is not in", "Article 5"]);
    bench.fails(&["show", "ai-act@yesterday"], 2, &["'yesterday'", "neither a date"]);
    bench.fails(&["show", "ai-act@oj", "somewhere"], 2, &["'somewhere' is not the address of a provision"]);
    bench.fails(&["show", "ai-act+omnibus-ai@corrigendum"], 1, &["omnibus-ai@corrigendum is not in the library"]);
    bench.fails(&["show", "ai-act+@oj"], 2, &["the name of a work is missing"]);
    bench.fails(&["apply", "ai-act@oj", "ai-act@oj"], 1, &["has no orders for", "lexdelta instructions"]);
    bench.fails(&["instructions", "gnomes@oj"], 1, &["no work named 'gnomes'", "ai-act"]);
    bench.fails(&["prove", "missing.json"], 1, &["missing.json", "No such file"]);
    let list = bench.file("list.json", b"[{\"before\": 7}]");
    bench.fails(&["prove", &list], 1, &["list.json", "expected a list of objects with 'before'"]);
    bench.fails(&["list", "gnomes"], 1, &["no work named 'gnomes'", "ai-act"]);
    bench.fails(&["diff", "32031R0077@oj", "ai-act@2026-07-27"], 1, &["verbatim", "digest", "--fidelity"]);
    bench.fails(&["show", "ai-act@oj", "--on", "2026-02-30"], 2, &["2026-02-30", "not a date"]);
    bench.fails(&["import"], 2, &["required"]);
}

#[test]
fn a_library_that_cannot_be_written_is_told_from_one_that_can() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("file");
    std::fs::write(&file, b"not a folder").expect("a file");
    let outcome = lexdelta(&file.join("library"), &["import", &fixture("page-oj-new/en.xhtml")]);
    assert_eq!(outcome.code, 1, "{}", outcome.stderr);
    for word in ["cannot be written", "the library is as it was", "--library FOLDER"] {
        assert!(outcome.stderr.contains(word), "{}", outcome.stderr);
    }
}

#[cfg(unix)]
#[test]
fn a_read_only_library_stays_as_it_is() {
    use std::os::unix::fs::PermissionsExt;

    let bench = Bench::new();
    let work = bench.library().join("32031R0077");
    let set = |mode: u32| std::fs::set_permissions(&work, std::fs::Permissions::from_mode(mode)).expect("permissions");
    set(0o555);
    if std::fs::write(work.join("probe"), b"").is_ok() {
        // The superuser may write everywhere.
        std::fs::remove_file(work.join("probe")).expect("the probe");
        let skipped = "skipped: a read-only library: this user may write everywhere\n";
        std::io::stderr().write_all(skipped.as_bytes()).expect("standard error");
    } else {
        let consolidation = fixture("formex-consolidation/CL2031R0077EN0010010.0001.xml");
        bench.fails(&["import", &consolidation], 1, &["cannot be written", "the library is as it was"]);
    }
    set(0o755);
}

#[test]
fn a_damaged_file_of_the_library_is_reported_with_its_place_and_not_overwritten() {
    let bench = Bench::new();
    let (path, bytes) =
        bench.state().into_iter().find(|(path, _)| path.ends_with("2031-03-14.oj.en.json")).expect("the version");
    let text = String::from_utf8(bytes).expect("JSON");
    std::fs::write(&path, text.replacen("\"stage\": \"oj\"", "\"stage\": \"draught\"", 1)).expect("a file");
    let name = path.display().to_string();
    bench.fails(&["show", "32031R0077@oj"], 1, &[&name, "line 4, column", "draught", "lexdelta verify"]);
    bench.fails(&["import", &fixture("page-oj-new/en.xhtml")], 1, &[&name, "line 4, column"]);
    let verified = bench.run(&["verify"]);
    assert_eq!(verified.code, 1);
    assert!(verified.stdout.contains(&name) && verified.stdout.contains("line 4"), "{}", verified.stdout);
    std::fs::write(&path, text.replacen("\"kind\": \"article\"", "\"kind\": \"cell\"", 1)).expect("a file");
    bench.fails(&["show", "32031R0077@oj"], 1, &[&name, "cannot stand in"]);
}

#[test]
fn another_text_of_the_same_version_replaces_nothing_unasked() {
    let bench = Bench::new();
    let page = std::fs::read_to_string(fixture("page-oj-new/en.xhtml")).expect("a fixture");
    let other = bench.file("other.xhtml", page.replacen("rain barrel", "water barrel", 1).as_bytes());
    bench.fails(&["import", &other], 1, &["another text of 32031R0077@2031-03-14.oj", "--replace"]);
    let replaced = bench.run(&["import", &other, "--replace"]);
    assert_eq!(replaced.code, 0, "{}", replaced.stderr);
    assert!(replaced.stdout.contains("replaced"), "{}", replaced.stdout);
}
