//! `lexdelta apply`: the derived version, and its proof.

use std::path::PathBuf;

use lexdelta::amend::{Derived, Outcome, day_of_proof, derive, prove};
use lexdelta::law::{Date, Derivation, Version};
use lexdelta::library::{to_json, write_whole};
use lexdelta::report;
use lexdelta::versions::{Pair, VersionName, pair, single};
use serde::Serialize;

use super::Exit;
use super::environment::Environment;
use super::error::CliError;
use super::output::Output;

/// Apply an amending act to a version, and prove the result against the official text
///
/// The derived version is computed and unofficial. Orders that cannot be read or carried out are listed with the reason, the
/// rest is applied, and the exit code is 1. With --on, only the orders that apply on that day are carried out; with --verify,
/// those that apply on the day of the official version.
#[derive(Debug, clap::Args)]
pub struct Apply {
    /// The amending act: omnibus-ai@oj, 32026R1744
    amending: VersionName,
    /// The version that it amends: ai-act@oj, or a derived version (ai-act+omnibus-ai@oj)
    base: VersionName,
    /// Compare the result with this version, article by article
    #[arg(long, value_name = "OFFICIAL")]
    verify: Option<VersionName>,
    /// Write the derived version as JSON, to be used as the name of a version
    #[arg(long, value_name = "FILE")]
    write: Option<PathBuf>,
    #[command(flatten)]
    output: Output,
}

/// A derived version as it is given to machines.
#[derive(Serialize)]
struct Applied<'d> {
    version: &'d Version,
    outcomes: &'d [Outcome],
    unread: &'d [lexdelta::amend::Unread],
}

pub fn run(args: &Apply, environment: &Environment) -> Result<Exit, CliError> {
    let library = environment.library()?;
    let wanted = environment.wanted(None);
    let Pair { old: base, new: act } = pair(&library, &args.base, &args.amending, &wanted)?;
    let official = match &args.verify {
        None => None,
        Some(name) => {
            let same = lexdelta::versions::Wanted {
                languages: vec![base.language],
                fidelity: Some(base.fidelity),
                ..wanted.clone()
            };
            Some(single(&library, name, &same)?)
        }
    };
    let on = environment.on().or(official.as_ref().map(|official| day_of_proof(official, &act)));
    let derived = derive(&base, &act, on);
    if derived.applied.outcomes.is_empty() {
        return Err(lexdelta::versions::ResolveError::NoOrders { act: act.name(), base: base.name() }.into());
    }
    if let Some(path) = &args.write {
        write_whole(path, &to_json(&derived.version))
            .map_err(|source| CliError::Output { path: path.clone(), source })?;
    }
    match &official {
        Some(official) => verified(args, &derived, [&base, &act, official], on, environment),
        None => {
            let value = Applied {
                version: &derived.version,
                outcomes: &derived.applied.outcomes,
                unread: &derived.orders.unread,
            };
            let page = || report::derivation(&derived, &act, &base, environment.language());
            args.output.print(page, &value, false, environment)?;
            let complete = derived.version.derived.as_ref().is_some_and(Derivation::is_complete);
            Ok(if complete { Exit::Done } else { Exit::Found })
        }
    }
}

fn verified(
    args: &Apply,
    derived: &Derived,
    sides: [&Version; 3],
    on: Option<Date>,
    environment: &Environment,
) -> Result<Exit, CliError> {
    let [base, _, official] = sides;
    let proof = prove(base, &derived.orders, &derived.applied, official, on);
    let page = || report::proof(&proof, sides, environment.language());
    args.output.print(page, &proof, false, environment)?;
    Ok(if proof.is_complete() { Exit::Done } else { Exit::Found })
}
