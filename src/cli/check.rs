//! `lexdelta check`: what letters say of acts, and whether it is so.

use std::path::PathBuf;

use lexdelta::check::{self, Checked, Document, Options, Verdict};
use lexdelta::law::Date;
use lexdelta::report::letter::{self, Letter, Shown};
use lexdelta::versions::VersionName;
use serde::Serialize;

use super::Exit;
use super::environment::Environment;
use super::error::CliError;
use super::output::{CheckFormat, Output};

/// Find the wrong date before the letter is sent: dates, references, document numbers and periods of a letter, each
/// confirmed, contradicted (with what to write instead), outdated, ambiguous or not decidable
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Reads text, Markdown, HTML, DOCX and PDF with a text layer, in Dutch and English. Relative dates count from the \
                  letter's day: the one that it bears, or --as-of. The numbers of articles are those of the version that \
                  was current on that day. Findings are no legal advice: a claim that is not decidable may be wrong."
)]
pub struct Check {
    /// The letters
    #[arg(required = true, value_name = "LETTER")]
    letters: Vec<PathBuf>,
    /// The day on which the letter was written, in place of the one that it bears
    #[arg(long, value_name = "DATE")]
    as_of: Option<Date>,
    /// Only look at these versions
    #[arg(long, value_delimiter = ',', value_name = "VERSION")]
    against: Vec<VersionName>,
    /// Exit with 1 if there are findings of these verdicts: contradicted, outdated, ambiguous, not-decidable
    #[arg(long, value_parser = verdict, value_delimiter = ',', value_name = "VERDICT")]
    fail_on: Vec<Verdict>,
    /// Show findings of these verdicts [default: contradicted, outdated, ambiguous; for json and sarif all]
    #[arg(long, value_parser = verdict, value_delimiter = ',', value_name = "VERDICT")]
    show: Vec<Verdict>,
    /// Show every finding
    #[arg(long, conflicts_with = "show")]
    all: bool,
    /// Only how many claims there are, by kind and verdict, over all letters
    #[arg(long)]
    stat: bool,
    #[command(flatten)]
    output: Output<CheckFormat>,
}

/// A letter as JSON has it.
#[derive(Serialize)]
struct Record<'a> {
    letter: &'a str,
    #[serde(flatten)]
    checked: &'a Checked,
    gaps: Vec<&'a str>,
}

pub fn run(args: &Check, environment: &Environment) -> Result<Exit, CliError> {
    let library = environment.library()?;
    let options =
        Options { as_of: args.as_of, against: against(&args.against, &library), language: environment.language() };
    let mut letters = Vec::new();
    for path in &args.letters {
        let document = Document::read(path)?;
        let checked = check::check(&document, &library, &options)?;
        letters.push(Letter { path: path.display().to_string(), document, checked });
    }
    let format = args.output.format();
    let whole = args.all || (args.show.is_empty() && matches!(format, CheckFormat::Json | CheckFormat::Sarif));
    let verdicts = match (whole, args.show.as_slice()) {
        (true, _) => Verdict::ALL.to_vec(),
        (false, []) => vec![Verdict::Contradicted, Verdict::Outdated, Verdict::Ambiguous],
        (false, some) => some.to_vec(),
    };
    let shown = Shown {
        verdicts,
        counts_only: args.stat,
        language: options.language,
        width: environment.width(false),
        colour: args.output.to_terminal() && environment.shows_colour(),
    };
    let text = match format {
        CheckFormat::Text => letter::text(&letters, &shown),
        CheckFormat::Md => letter::markdown(&letters, &shown),
        CheckFormat::Html => letter::html(&letters, &shown),
        CheckFormat::Sarif => letter::sarif(&letters, &shown),
        CheckFormat::Json => super::output::json(&records(&letters)),
    };
    args.output.write(&text, environment)?;
    let findings = || letters.iter().flat_map(|letter| &letter.checked.findings);
    let found = findings().any(|finding| args.fail_on.contains(&finding.verdict));
    Ok(if found { Exit::Found } else { Exit::Done })
}

fn records(letters: &[Letter]) -> Vec<Record<'_>> {
    let record = |letter| {
        let Letter { path, checked, .. }: &Letter = letter;
        Record { letter: path, checked, gaps: checked.gaps() }
    };
    letters.iter().map(record).collect()
}

/// The full names of the versions that are meant, as the library has them.
fn against(names: &[VersionName], library: &lexdelta::library::Library) -> Vec<String> {
    let mut found = Vec::new();
    for name in names {
        let VersionName::Of { work, date, stage } = name else { continue };
        let named = library.entries(work).into_iter().filter(|entry| {
            date.is_none_or(|date| entry.date == date) && stage.is_none_or(|stage| entry.stage == stage)
        });
        found.extend(named.map(lexdelta::library::Entry::name));
    }
    found
}

fn verdict(name: &str) -> Result<Verdict, String> {
    Verdict::from_name(name).ok_or_else(|| format!("expected one of {}", Verdict::ALL.map(Verdict::name).join(", ")))
}
