//! `lexdelta prove`: many transitions at once.

use std::path::PathBuf;

use lexdelta::amend::Proof;
use lexdelta::report;
use lexdelta::versions::{Transition, prove_all, transitions};
use serde::Serialize;

use super::Exit;
use super::environment::Environment;
use super::error::CliError;
use super::output::Output;

/// Prove a list of transitions: base + amending act = official text
///
/// The list is a JSON file: objects with 'before', 'amending' and 'after', each the name of a version or CELEX/DATE. The
/// texts are those of the library (see lexdelta import). Each transition is proved in every language that has all three
/// texts, or in that of --text-lang.
#[derive(Debug, clap::Args)]
pub struct Prove {
    /// The list of transitions
    list: PathBuf,
    #[command(flatten)]
    output: Output,
}

/// A transition as it is given to machines.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Shown<'p> {
    transition: &'p Transition,
    proof: Option<&'p Proof>,
    error: Option<String>,
}

pub fn run(args: &Prove, environment: &Environment) -> Result<Exit, CliError> {
    let library = environment.library()?;
    let list = transitions(&args.list)?;
    let progress = environment.progress(list.len(), "proving");
    let proved = prove_all(&library, &list, &environment.wanted(None), || progress.inc(1));
    progress.finish_and_clear();
    let shown: Vec<Shown<'_>> = proved
        .iter()
        .map(|one| Shown {
            transition: &one.transition,
            proof: one.proof.as_ref().ok(),
            error: one.proof.as_ref().err().map(ToString::to_string),
        })
        .collect();
    for error in shown.iter().filter_map(|one| one.error.as_ref()) {
        environment.note(error);
    }
    args.output.print(|| report::proofs(&proved, environment.language()), &shown, false, environment)?;
    let complete = proved.iter().all(|one| one.proof.as_ref().is_ok_and(Proof::is_complete));
    Ok(if complete { Exit::Done } else { Exit::Found })
}
