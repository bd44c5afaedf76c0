//! `lexdelta list`: what is in the library.

use lexdelta::report;
use serde::Serialize;

use super::Exit;
use super::environment::Environment;
use super::error::CliError;
use super::output::Output;
use lexdelta::law::Work;
use lexdelta::library::Entry;

/// List what is in the library; for one work, its stages too
#[derive(Debug, clap::Args)]
pub struct List {
    /// The short name or CELEX number of a work
    work: Option<String>,
    #[command(flatten)]
    output: Output,
}

#[derive(Serialize)]
struct Listed<'a> {
    #[serde(flatten)]
    work: &'a Work,
    versions: &'a [&'a Entry],
}

pub fn run(args: &List, environment: &Environment) -> Result<Exit, CliError> {
    let library = environment.library()?;
    let works: Vec<&Work> = match &args.work {
        None => library.works(),
        Some(name) => {
            let known = || library.with_texts();
            vec![library.work(name).ok_or_else(|| CliError::Work { name: name.clone(), known: known() })?]
        }
    };
    let held: Vec<(&Work, Vec<&Entry>)> = works.into_iter().map(|work| (work, library.entries(&work.name))).collect();
    let page = || report::contents(&held, args.work.is_some(), environment.language());
    let value: Vec<Listed<'_>> = held.iter().map(|(work, versions)| Listed { work, versions }).collect();
    args.output.print(page, &value, false, environment)?;
    Ok(Exit::Done)
}
