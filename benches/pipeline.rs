//! How long the steps of a comparison take, from the official file to the report.
//!
//! The official files are read from the folder that `LEXDELTA_CORPUS` names; without it, the invented acts and the
//! digests stand in for them, which are much smaller.

#![allow(
    clippy::expect_used,
    clippy::print_stderr,
    reason = "a measurement that cannot go on stops, and says what it measures"
)]

use std::path::{Path, PathBuf};

use lexdelta::amend::{apply, derive, instructions, prove};
use lexdelta::diff::compare;
use lexdelta::graph::reach::{Change, Start, reach};
use lexdelta::graph::{Graph, Part, Selection, export};
use lexdelta::import::{self, Candidate};
use lexdelta::law::{Language, Outline, Version};
use lexdelta::library::{Library, read_version, to_json};
use lexdelta::report::{self, Format, Layout};

fn main() {
    if corpus().is_none() {
        eprintln!("LEXDELTA_CORPUS is not set: measuring on the invented acts and the digests");
    }
    divan::main();
}

fn corpus() -> Option<PathBuf> {
    std::env::var_os("LEXDELTA_CORPUS").map(|root| Path::new(&root).join("eu/32024R1689"))
}

fn in_repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn only(path: &Path) -> Candidate {
    import::find(path).expect("a file that can be imported").swap_remove(0)
}

/// The AI Act of 2024 as Formex.
fn formex() -> Candidate {
    match corpus() {
        Some(act) => only(&act.join("2024-06-13/en.fmx4")),
        None => only(&in_repository("fixtures/formex-oj")),
    }
}

fn built_in() -> Library {
    Library::open(None).expect("the compiled-in texts")
}

/// The AI Act of 2024 as a page.
fn page() -> Candidate {
    match corpus() {
        Some(act) => only(&act.join("2024-06-13/en.xhtml")),
        None => only(&in_repository("fixtures/page-oj-new/en.xhtml")),
    }
}

/// The AI Act of 2024 and of 27 July 2026.
fn pair() -> (Version, Version) {
    match corpus() {
        Some(act) => {
            let library = built_in();
            let read = |candidate: &Candidate| import::read(candidate, &library).expect("an official file").version;
            (read(&formex()), read(&only(&act.join("2026-07-27/en.fmx4"))))
        }
        None => {
            let digest = |name: &str| read_version(&in_repository("texts/ai-act").join(name)).expect("a digest");
            (digest("2024-07-12.oj.en.json"), digest("2026-07-27.consolidated.en.json"))
        }
    }
}

#[divan::bench]
fn import_formex(bencher: divan::Bencher<'_, '_>) {
    let candidate = formex();
    let library = built_in();
    bencher.bench(|| import::read(&candidate, &library).expect("an official file"));
}

#[divan::bench]
fn import_page(bencher: divan::Bencher<'_, '_>) {
    let candidate = page();
    let library = built_in();
    bencher.bench(|| import::read(&candidate, &library).expect("an official file"));
}

#[divan::bench]
fn load_json(bencher: divan::Bencher<'_, '_>) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("act.json");
    std::fs::write(&path, to_json(&pair().0)).expect("a file");
    bencher.bench(|| read_version(&path).expect("a sound file"));
}

#[divan::bench]
fn outline(bencher: divan::Bencher<'_, '_>) {
    let (old, _) = pair();
    bencher.bench(|| Outline::of(&old).all().len());
}

#[divan::bench]
fn diff(bencher: divan::Bencher<'_, '_>) {
    let (old, new) = pair();
    bencher.bench(|| compare(&old, &new));
}

/// With the duties and deadlines of the digest, which the official text does not say as such.
fn with_duties() -> Version {
    let (_, mut act) = pair();
    let digest = in_repository("texts/ai-act/2026-07-27.consolidated.en.json");
    let digest = read_version(&digest).expect("a digest");
    (act.duties, act.deadlines) = (digest.duties, digest.deadlines);
    act
}

#[divan::bench]
fn graph(bencher: divan::Bencher<'_, '_>) {
    let act = with_duties();
    bencher.bench(|| Graph::of(&act, &act.duties, &act.deadlines));
}

#[divan::bench]
fn reach_of_every_change(bencher: divan::Bencher<'_, '_>) {
    let (old, new) = pair();
    let act = with_duties();
    let graph = Graph::of(&act, &act.duties, &act.deadlines);
    let changes = compare(&old, &new);
    let changed =
        changes.units.iter().flat_map(|unit| &unit.changes).filter_map(|change| graph.at(change.new.as_ref()?));
    let starts: Vec<Start> = changed.map(|node| Start { node, change: Change::Wording }).collect();
    bencher.bench(|| reach(&graph, &starts, 4));
}

#[divan::bench]
fn picture_of_an_article(bencher: divan::Bencher<'_, '_>) {
    let act = with_duties();
    let graph = Graph::of(&act, &act.duties, &act.deadlines);
    let article = graph.at(&"art_6".parse().expect("an address")).into_iter().collect();
    let part = Part::of(&graph, &Selection { around: article, depth: 1, kinds: Vec::new() });
    let names = lexdelta::graph::Names::new(&graph, Language::En);
    bencher.bench(|| export::svg(&graph, &part, &names, "Article 6"));
}

#[divan::bench(args = ["terminal", "markdown", "html"])]
fn report_of_everything(bencher: divan::Bencher<'_, '_>, format: &str) {
    let (old, new) = pair();
    let changes = compare(&old, &new);
    let format = match format {
        "terminal" => Format::Terminal,
        "markdown" => Format::Markdown,
        _ => Format::Html,
    };
    let layout = Layout { width: 80, side_by_side: false, colour: false };
    bencher.bench(|| report::render(&report::changes(&changes, None, Language::En), format, layout));
}

/// The AI Act of 2024, Regulation (EU) 2026/1744 and the AI Act of 27 July 2026; the invented ones without the official files.
fn amended() -> [Version; 3] {
    match corpus() {
        Some(act) => {
            let amending = act.with_file_name("32026R1744").join("2026-07-08/en.xhtml");
            [formex(), only(&amending), only(&act.join("2026-07-27/en.xhtml"))]
        }
        None => ["formex-oj", "page-amending", "formex-consolidation"]
            .map(|name| only(&in_repository(&format!("fixtures/{name}")))),
    }
    .map(|candidate| import::read(&candidate, &built_in()).expect("an act").version)
}

#[divan::bench]
fn read_orders(bencher: divan::Bencher<'_, '_>) {
    let [_, act, _] = amended();
    bencher.bench(|| instructions(&act));
}

#[divan::bench]
fn apply_orders(bencher: divan::Bencher<'_, '_>) {
    let [base, act, _] = amended();
    let orders = instructions(&act);
    bencher.bench(|| apply(&base, &orders, None));
}

#[divan::bench]
fn prove_result(bencher: divan::Bencher<'_, '_>) {
    let [base, act, official] = amended();
    let derived = derive(&base, &act, None);
    bencher.bench(|| prove(&base, &derived.orders, &derived.applied, &official, None));
}
