//! `lexdelta instructions`: what an amending act orders.

use lexdelta::amend::instructions;
use lexdelta::law::Fidelity;
use lexdelta::report;
use lexdelta::versions::{VersionName, single};

use super::environment::Environment;
use super::error::CliError;
use super::output::Output;
use super::{Exit, fidelity};

/// List the orders that an amending act gives, and what of it could not be read
///
/// Each order is shown with its own address, the provisions of the other act that it is about, and the words that it was
/// read from.
#[derive(Debug, clap::Args)]
pub struct Instructions {
    /// The amending act: omnibus-ai@oj, 32026R1744, or a JSON file
    amending: VersionName,
    /// Only the official wording, or only our digest
    #[arg(long, value_parser = fidelity, value_name = "verbatim|digest")]
    fidelity: Option<Fidelity>,
    #[command(flatten)]
    output: Output,
}

pub fn run(args: &Instructions, environment: &Environment) -> Result<Exit, CliError> {
    let library = environment.library()?;
    let act = single(&library, &args.amending, &environment.wanted(args.fidelity))?;
    let orders = instructions(&act);
    let held = |celex: &lexdelta::law::Celex| {
        library.work_of(celex).is_some_and(|work| !library.entries(&work.name).is_empty())
    };
    args.output.print(|| report::orders(&orders, &act, held, environment.language()), &orders, false, environment)?;
    Ok(Exit::Done)
}
