//! The commands as a user meets them, on the digests that ship.

use std::path::Path;

use crate::program::{Outcome, lexdelta};

/// Runs a command with an empty library of the user's own.
fn run(args: &[&str]) -> Outcome {
    let folder = tempfile::tempdir().expect("a folder");
    lexdelta(&folder.path().join("none"), args)
}

pub fn output(args: &[&str]) -> String {
    let outcome = run(args);
    assert_eq!((outcome.code, outcome.stderr.as_str()), (0, ""), "{args:?}");
    outcome.stdout
}

#[test]
fn list_names_every_version_that_ships() {
    insta::assert_snapshot!(output(&["list"]));
}

#[test]
fn list_of_a_work_tells_its_stages() {
    insta::assert_snapshot!(output(&["list", "32026R1744"]));
}

#[test]
fn diff_of_an_article_in_a_pipe() {
    insta::assert_snapshot!(output(&["diff", "ai-act@oj", "ai-act@2026-07-27", "Article 113", "72(3)"]));
}

#[test]
fn diff_side_by_side_in_dutch() {
    insta::assert_snapshot!(output(&[
        "diff",
        "ai-act@oj",
        "ai-act@2026-07-27",
        "artikel 57, lid 1",
        "--side-by-side",
        "--lang",
        "nl"
    ]));
}

#[test]
fn diff_as_markdown() {
    insta::assert_snapshot!(output(&["diff", "ai-act@oj", "ai-act@2026-07-27", "4", "--format", "md"]));
}

#[test]
fn diff_as_html() {
    insta::assert_snapshot!(output(&["diff", "ai-act@oj", "ai-act@2026-07-27", "4", "--format", "html"]));
}

#[test]
fn diff_as_json() {
    insta::assert_snapshot!(output(&["diff", "ai-act@oj", "ai-act@2026-07-27", "57(1)", "--format", "json"]));
}

#[test]
fn show_of_provisions_by_citation_and_by_term() {
    insta::assert_snapshot!(output(&[
        "show",
        "ai-act@2026-07-27",
        "5(1a)(a)",
        "definition of 'SMC'",
        "Annex I, Section B, point 21"
    ]));
}

#[test]
fn stat_prints_the_summary_alone() {
    let text = output(&["diff", "ai-act@oj", "ai-act@2026-07-27", "--stat"]);
    assert!(text.contains("Changed articles and annexes: 45 (") && !text.contains("{+"), "{text}");
}

#[test]
fn the_texts_that_ship_prove_the_amending_act_on_the_consolidation() {
    let text = output(&["apply", "omnibus-ai@oj", "ai-act@oj", "--verify", "ai-act@2026-07-27"]);
    assert!(text.contains("units equal 45/45; done 72, not yet 0, conflict 0, not read 0"), "{text}");
}

#[test]
fn filters_keep_what_they_ask_for() {
    let units = |args: &[&str]| {
        let all = [&["diff", "ai-act@oj", "ai-act@2026-07-27", "--format", "json"], args].concat();
        let changes: serde_json::Value = serde_json::from_str(&output(&all)).expect("JSON");
        let units = changes["units"].as_array().expect("units").clone();
        units
            .iter()
            .map(|unit| unit["new"].as_str().or(unit["old"].as_str()).expect("a place").to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(units(&["--kind", "annex"]), ["anx_I", "anx_VIII", "anx_XIV"]);
    assert_eq!(units(&["--kind", "definition"]), ["art_3"]);
    assert_eq!(
        units(&["--only", "date", "--kind", "article"]),
        ["art_2", "art_43", "art_57", "art_72", "art_96", "art_97", "art_111", "art_113"]
    );
    assert!(units(&["--only", "deleted"]).contains(&"art_10".to_owned()));
    assert_eq!(units(&["Article 49"]), [] as [&str; 0]);
    assert_eq!(units(&["113", "--only", "new"]), ["art_113"]);
}

#[test]
fn exit_code_tells_of_changes_only_when_asked() {
    let diff = ["diff", "ai-act@oj", "ai-act@2026-07-27", "--stat"];
    assert_eq!(run(&diff).code, 0);
    assert_eq!(run(&[&diff[..], &["--exit-code"]].concat()).code, 1);
    assert_eq!(run(&["diff", "ai-act@oj", "ai-act@oj", "--exit-code"]).code, 0);
    assert_eq!(run(&[&diff[..], &["--exit-code", "Article 49"]].concat()).code, 0);
}

#[test]
fn a_work_alone_is_the_version_in_force_on_the_day() {
    let title = |on: &str| output(&["show", "ai-act", "Article 113", "--on", on]).lines().next().map(str::to_owned);
    assert_eq!(title("2026-07-26").as_deref(), Some("ai-act@2024-07-12.oj"));
    assert_eq!(title("2026-07-27").as_deref(), Some("ai-act@2026-07-27.consolidated"));
    let before = run(&["show", "ai-act", "--on", "2020-01-01"]);
    assert_eq!(before.code, 1);
}

#[test]
fn colours_are_shown_where_they_are_asked_for() {
    let diff = ["diff", "ai-act@oj", "ai-act@2026-07-27", "57(1)", "--color", "always"];
    let text = output(&diff);
    assert!(text.contains("\u{1b}[") && !text.contains("{+"), "{text}");
    assert!(!output(&diff[..4]).contains('\u{1b}'));
}

#[test]
fn lines_fit_a_terminal_of_80_columns() {
    let whole = output(&["diff", "ai-act@oj", "ai-act@2026-07-27"]);
    let too_wide: Vec<&str> =
        whole.lines().filter(|line| line.chars().count() > 80 && !line.contains("https://")).collect();
    assert_eq!(too_wide, [] as [&str; 0]);
}

#[test]
fn the_same_comparison_gives_the_same_bytes() {
    for format in ["text", "md", "html", "json"] {
        let once = || output(&["diff", "ai-act@oj", "ai-act@2026-07-27", "--format", format]);
        assert_eq!(once(), once(), "{format}");
    }
}

#[test]
fn output_goes_to_a_file_whole() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("change.html");
    let name = path.display().to_string();
    assert_eq!(output(&["diff", "ai-act@oj", "ai-act@2026-07-27", "--format", "html", "--output", &name]), "");
    let html = std::fs::read_to_string(&path).expect("the file");
    assert!(html.starts_with("<!DOCTYPE html>") && html.trim_end().ends_with("</html>"));
    let nowhere = folder.path().join("change.html/nowhere.html").display().to_string();
    let failed = run(&["list", "--output", &nowhere]);
    assert_eq!(failed.code, 1);
    assert!(failed.stderr.contains("cannot be written"), "{}", failed.stderr);
}

#[test]
fn html_is_one_file_that_needs_nothing_else() {
    let html = output(&["diff", "ai-act@oj", "ai-act@2026-07-27", "--format", "html"]);
    for outside in ["<script", "<link", "src=", "@import", "url("] {
        assert!(!html.contains(outside), "{outside}");
    }
    let page = scraper::Html::parse_document(&html);
    let all = |selector: &str| {
        let selector = scraper::Selector::parse(selector).expect("a selector");
        page.select(&selector).map(|element| element.value().clone()).collect::<Vec<_>>()
    };
    let anchors: Vec<String> = all("[id]").iter().filter_map(|element| element.attr("id")).map(str::to_owned).collect();
    let links = all("nav a");
    assert_eq!(links.len(), 45, "each changed unit is linked from the table of contents");
    for link in links {
        let target = link.attr("href").and_then(|href| href.strip_prefix('#')).expect("a link within the page");
        assert!(anchors.contains(&target.to_owned()), "{target}");
    }
    let distinct: std::collections::BTreeSet<_> = anchors.iter().collect();
    assert_eq!(distinct.len(), anchors.len(), "anchors are used once");
    assert!(!all("ins").is_empty() && !all("del").is_empty() && all("h1").len() == 1 && all("html[lang]").len() == 1);
}

#[test]
fn markup_in_a_text_stays_text() {
    let folder = tempfile::tempdir().expect("a folder");
    let text =
        std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("texts/ai-act/2024-07-12.oj.en.json"))
            .expect("a text");
    let path = folder.path().join("other.json");
    let harmful = "<script>alert(1)</script> & **bold** | [link](x)";
    std::fs::write(&path, text.replacen("\"heading\": \"AI literacy\"", &format!("\"heading\": \"{harmful}\""), 1))
        .expect("a file");
    let name = path.display().to_string();
    let html = output(&["diff", "ai-act@oj", &name, "--format", "html"]);
    assert!(!html.contains("<script") && html.contains("&lt;script&gt;"), "{html}");
    let markdown = output(&["diff", "ai-act@oj", &name, "--format", "md"]);
    assert!(!markdown.contains("<script") && markdown.contains("\\*\\*bold\\*\\*"), "{markdown}");
}

/// Runs a command with the invented acts in the library.
fn with_the_invented_acts(args: &[&str]) -> Outcome {
    let folder = tempfile::tempdir().expect("a folder");
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    let files = ["formex-oj", "page-amending", "page-consolidation"];
    let files = files.map(|name| fixtures.join(name).display().to_string());
    let files: Vec<&str> = std::iter::once("import").chain(files.iter().map(String::as_str)).collect();
    assert_eq!(lexdelta(folder.path(), &files).code, 0);
    lexdelta(folder.path(), args)
}

#[test]
fn orders_are_listed_with_what_they_were_read_from() {
    insta::assert_snapshot!(with_the_invented_acts(&["instructions", "32032R0015@oj"]).stdout);
}

#[test]
fn applying_says_what_became_of_each_order() {
    let outcome = with_the_invented_acts(&["apply", "32032R0015@oj", "32031R0077@oj", "--lang", "nl"]);
    assert_eq!(outcome.code, 0);
    insta::assert_snapshot!(outcome.stdout);
}

#[test]
fn a_proof_is_a_score_and_an_exit_code() {
    let args = ["apply", "32032R0015@oj", "32031R0077@oj", "--verify", "32031R0077@consolidated"];
    let outcome = with_the_invented_acts(&args);
    assert_eq!(outcome.code, 0, "{}", outcome.stderr);
    insta::assert_snapshot!(outcome.stdout);
    let twice = with_the_invented_acts(&["apply", "32032R0015@oj", "32031R0077+32032R0015@oj"]);
    assert_eq!(twice.code, 1);
    assert!(twice.stdout.contains("the base holds this change already"), "{}", twice.stdout);
}

#[test]
fn a_computed_version_can_be_shown_and_compared() {
    let shown = with_the_invented_acts(&["show", "32031R0077+32032R0015@oj", "Article 3(2)"]);
    insta::assert_snapshot!(shown.stdout);
    let compared =
        with_the_invented_acts(&["diff", "32031R0077+32032R0015@oj", "32031R0077@consolidated", "--exit-code"]);
    assert_eq!(compared.code, 0, "{}", compared.stdout);
}

/// The commands that do the program's work.
const COMMANDS: [&str; 14] = [
    "list",
    "show",
    "diff",
    "columns",
    "deadlines",
    "obligations",
    "graph",
    "references",
    "check",
    "instructions",
    "apply",
    "prove",
    "import",
    "verify",
];

#[test]
fn completions_and_manual_name_every_command() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        assert!(output(&["completions", shell]).contains("side-by-side"), "{shell}");
    }
    let manual = output(&["man"]);
    for command in COMMANDS.into_iter().chain(["completions", "man"]) {
        assert!(manual.contains(&format!("lexdelta\\-{command}")), "{command}");
        assert!(output(&["man", command]).contains(".TH"), "{command}");
    }
    assert_eq!(run(&["man", "brew"]).code, 2);
}

#[test]
fn help_and_readme_know_the_same_options() {
    let readme = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).expect("the README");
    let help = COMMANDS.map(|command| output(&[command, "--help"])).concat();
    let of_cargo = ["--release", "--path", "--locked"];
    let words = readme.split(|c: char| c.is_whitespace() || matches!(c, '`' | ','));
    for option in words.filter(|word| word.starts_with("--") && !of_cargo.contains(word)) {
        assert!(help.contains(option), "README names {option}, which no command has");
    }
    for option in [
        "--side-by-side",
        "--stat",
        "--only",
        "--kind",
        "--exit-code",
        "--format",
        "--output",
        "--lang",
        "--on",
        "--library",
    ] {
        assert!(readme.contains(option), "the README does not name {option}");
    }
}

#[test]
fn obligations_are_listed_by_actor_and_compared() {
    let listed = output(&["obligations", "ai-act@oj", "Article 26", "--role", "deployer"]);
    assert!(listed.contains("Curated by hand.") && listed.contains("assign human oversight"), "{listed}");
    assert!(!listed.contains("Article 16"), "{listed}");
    let read = output(&["obligations", "ai-act@oj", "Article 26", "--role", "deployer", "--extracted"]);
    assert!(read.contains("Read from the wording by the program") && read.contains("Article 26(2)"), "{read}");
    let compared = output(&["obligations", "ai-act@oj", "ai-act@2026-07-27", "Article 4"]);
    assert!(compared.contains("Article 4(1)") && compared.contains("take measures that support"), "{compared}");
    let measured = output(&["obligations", "ai-act@oj", "--accuracy"]);
    assert!(measured.contains("Recall") && measured.contains("Curated, not found"), "{measured}");
    assert_eq!(run(&["obligations", "ai-act@oj", "--role", "cooper"]).code, 2);
}
