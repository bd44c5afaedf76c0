//! `lexdelta import`: official files into the user's library.

use std::path::PathBuf;

use lexdelta::import::{self, Batch};
use lexdelta::law::{Version, Work};
use lexdelta::library::{Library, is_work_name};
use lexdelta::report::{self, ImportedFile};

use super::Exit;
use super::environment::Environment;
use super::error::CliError;
use super::output::Output;

/// Import official files into your library
///
/// Reads Formex 4 acts of the Official Journal (the package's wrapper, its folder or its zip), Formex consolidations,
/// pages of EUR-Lex saved as XHTML, and PDFs of the Council with an adopted text (PE-CONS), which belong to the work in
/// the library that has the number of their procedure. A folder is searched for all of them. Where a version is there
/// both as Formex and as a page, the Formex is taken and the page compared with it.
#[derive(Debug, clap::Args)]
pub struct Import {
    /// Files or folders
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// The short name of the work, where the library does not know it yet [default: its CELEX number]
    #[arg(long, value_parser = work_name)]
    name: Option<String>,
    /// Fail on elements that the importer does not know
    #[arg(long)]
    strict: bool,
    /// Put the new text in the place of another text of the same version
    #[arg(long)]
    replace: bool,
    /// Import what can be read even if some files cannot
    #[arg(long)]
    keep_going: bool,
    #[command(flatten)]
    output: Output,
}

fn work_name(name: &str) -> Result<String, String> {
    if is_work_name(name) {
        Ok(name.to_owned())
    } else {
        Err("expected lower-case letters, digits and hyphens".to_owned())
    }
}

pub fn run(args: &Import, environment: &Environment) -> Result<Exit, CliError> {
    let library = environment.library()?;
    let candidates = import::find_all(&args.files)?;
    let progress = environment.progress(candidates.len(), "reading");
    let mut batch = import::read_all(&candidates, args.strict, &library, || progress.inc(1));
    progress.finish_and_clear();
    complain(&mut batch, candidates.len(), args.keep_going, environment)?;
    let works = name_works(&mut batch, &library, args.name.as_deref())?;
    let pairs: Vec<(&Version, &Work)> = batch.read.iter().map(|read| &read.version).zip(&works).collect();
    let stored = library.store(&pairs, args.replace)?;
    let files: Vec<ImportedFile<'_>> =
        batch.read.iter().zip(stored).map(|(read, stored)| ImportedFile::of(read, stored)).collect();
    let page = || report::imports(&files, library.folder(), environment.language());
    if !environment.is_quiet() {
        args.output.print(page, &files, false, environment)?;
    }
    Ok(if batch.failed.is_empty() { Exit::Done } else { Exit::Found })
}

/// Reports what could not be read; fails unless the rest is wanted all the same.
fn complain(batch: &mut Batch, all: usize, keep_going: bool, environment: &Environment) -> Result<(), CliError> {
    if all == 1
        && let Some(only) = batch.failed.pop().or_else(|| batch.without_text.pop())
    {
        return Err(only.into());
    }
    for page in &batch.without_text {
        environment.note(page);
    }
    for error in &batch.failed {
        environment.report_import(error);
    }
    if batch.read.is_empty() || (!batch.failed.is_empty() && !keep_going) {
        return Err(CliError::Imports { failed: batch.failed.len() + batch.without_text.len(), all });
    }
    Ok(())
}

/// Files each version under the name that the library knows its work by.
fn name_works(batch: &mut Batch, library: &Library, name: Option<&str>) -> Result<Vec<Work>, CliError> {
    let mut works: Vec<Work> = Vec::new();
    for read in &mut batch.read {
        let work = import::work_of(&read.version, library, name);
        if name.is_some_and(|name| work.name != name) {
            return Err(CliError::Usage(format!(
                "the library knows {} as '{}' already: leave --name out",
                read.version.source.document, work.name
            )));
        }
        if name.is_some() && works.iter().any(|known| known.celex != work.celex) {
            return Err(CliError::Usage("--name names one work, and these files are of several".to_owned()));
        }
        read.version.work.clone_from(&work.name);
        works.push(work);
    }
    if let Some(name) = name
        && let (Some(taken), Some(work)) = (library.work(name), works.first())
        && taken.celex != work.celex
    {
        return Err(CliError::Usage(format!("'{name}' is the name of {} already", taken.celex)));
    }
    Ok(works)
}
