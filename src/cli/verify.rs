//! `lexdelta verify`: the library's integrity.

use lexdelta::library::verify;
use lexdelta::report;
use lexdelta::versions::unfit;
use serde::Serialize;

use super::Exit;
use super::environment::Environment;
use super::error::CliError;
use super::output::Output;

/// Check the library: form, structure and name of every file; that what a text names is there; that orders fit what they amend
#[derive(Debug, clap::Args)]
#[command(after_help = "Exits with 1 if something is wrong.")]
pub struct Verify {
    #[command(flatten)]
    output: Output,
}

#[derive(Serialize)]
struct Checked {
    versions: usize,
    faults: Vec<String>,
}

pub fn run(args: &Verify, environment: &Environment) -> Result<Exit, CliError> {
    let verified = verify(environment.library_folder().as_deref());
    let mut faults: Vec<String> = verified.faults.iter().map(ToString::to_string).collect();
    // A library that cannot be opened has its faults named already.
    if let Ok(library) = environment.library() {
        faults.extend(unfit(&library).iter().map(ToString::to_string));
    }
    let value = Checked { versions: verified.versions, faults };
    let page = || report::verification(value.versions, &value.faults, environment.language());
    args.output.print(page, &value, false, environment)?;
    Ok(if value.faults.is_empty() { Exit::Done } else { Exit::Found })
}
