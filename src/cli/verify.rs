//! `lexdelta verify`: the library's integrity.

use lexdelta::library::verify;
use lexdelta::report;
use serde::Serialize;

use super::Exit;
use super::environment::Environment;
use super::error::CliError;
use super::output::Output;

/// Check every file of the library: its form, its structure, its name
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
    let value =
        Checked { versions: verified.versions, faults: verified.faults.iter().map(ToString::to_string).collect() };
    args.output.print(|| report::verification(&verified, environment.language()), &value, false, environment)?;
    Ok(if verified.faults.is_empty() { Exit::Done } else { Exit::Found })
}
