//! `lexdelta references`: where the references of a version lead, and which are broken.

use lexdelta::diff::compare;
use lexdelta::graph::{Graph, Reference, broken, broken_by};
use lexdelta::law::{Date, Fidelity, Locator, Outline, Stage, Version};
use lexdelta::library::Library;
use lexdelta::prose::TypedLocator;
use lexdelta::report::{self, Shown};
use lexdelta::versions::{VersionName, pair, single};
use rayon::prelude::*;

use super::environment::Environment;
use super::error::CliError;
use super::output::Output;
use super::{Exit, fidelity};

/// List where references lead; with --broken those that lead nowhere, or that a change broke
#[derive(Debug, clap::Args)]
#[command(
    after_help = "With two versions, --broken lists what the change from the first to the second broke: references \
                        within the act and from the other works of the library to what is repealed, renumbered or \
                        empty now, and terms whose definition changed."
)]
pub struct References {
    /// The version: ai-act@oj, ai-act@2026-07-27, ai-act, or a JSON file
    version: VersionName,
    /// Only references in these provisions, as in a citation: 'Article 6(4)'; or, with --broken, the later version
    #[arg(value_name = "PROVISION|NEW")]
    rest: Vec<String>,
    /// Only broken references
    #[arg(long)]
    broken: bool,
    /// Exit with 1 if there are broken references
    #[arg(long)]
    exit_code: bool,
    /// Only the official wording, or only our digests
    #[arg(long, value_parser = fidelity, value_name = "verbatim|digest")]
    fidelity: Option<Fidelity>,
    #[command(flatten)]
    output: Output,
}

pub fn run(args: &References, environment: &Environment) -> Result<Exit, CliError> {
    let (new, places) = split(&args.rest)?;
    match new {
        Some(new) => change(args, &new, &places, environment),
        None => version(args, &places, environment),
    }
}

/// The later version, where one is named, and the provisions.
fn split(rest: &[String]) -> Result<(Option<VersionName>, Vec<TypedLocator>), CliError> {
    let usage = |error: &dyn std::fmt::Display| CliError::Usage(error.to_string());
    let locators = |typed: &[String]| {
        typed.iter().map(|one| one.parse().map_err(|error| usage(&error))).collect::<Result<Vec<_>, _>>()
    };
    let is_version =
        |word: &String| word.contains('@') || word.ends_with(".json") || word.parse::<TypedLocator>().is_err();
    match rest.split_first().filter(|(first, _)| is_version(first)) {
        Some((first, more)) => Ok((Some(first.parse().map_err(|error| usage(&error))?), locators(more)?)),
        None => Ok((None, locators(rest)?)),
    }
}

fn version(args: &References, places: &[TypedLocator], environment: &Environment) -> Result<Exit, CliError> {
    let library = environment.library()?;
    let version = single(&library, &args.version, &environment.wanted(args.fidelity))?;
    let places = resolved(places, &version)?;
    let graph = Graph::of(&version, &[], &[]);
    let shown = Shown { version: &version, graph: &graph, language: environment.language() };
    let mut faulty = broken(&graph, &version);
    faulty.retain(|one| is_in(&one.reference, &places));
    if args.broken {
        args.output.print(|| report::broken(&shown, &faulty), &faulty, false, environment)?;
    } else {
        let all: Vec<&Reference> = graph.references().iter().filter(|one| is_in(one, &places)).collect();
        args.output.print(|| report::references(&shown, &all), &all, false, environment)?;
    }
    Ok(if args.exit_code && !faulty.is_empty() { Exit::Found } else { Exit::Done })
}

fn change(
    args: &References,
    new: &VersionName,
    places: &[TypedLocator],
    environment: &Environment,
) -> Result<Exit, CliError> {
    if !args.broken {
        let said = "two versions are compared for what the change broke: add --broken";
        return Err(CliError::Usage(said.to_owned()));
    }
    let library = environment.library()?;
    let both = pair(&library, &args.version, new, &environment.wanted(args.fidelity))?;
    let places = resolved(places, &both.new)?;
    let (before, graph) = rayon::join(|| Graph::of(&both.old, &[], &[]), || Graph::of(&both.new, &[], &[]));
    let others: Vec<Graph> = others(&library, &both.new)?.par_iter().map(|other| Graph::of(other, &[], &[])).collect();
    let changes = compare(&both.old, &both.new);
    let mut found = broken_by((&both.old, &before), (&both.new, &graph), &changes, &others);
    found.inside.retain(|one| is_in(&one.reference, &places));
    let shown = Shown { version: &both.new, graph: &graph, language: environment.language() };
    args.output.print(|| report::broken_by(&shown, &both.old, &found), &found, false, environment)?;
    let any = !found.inside.is_empty() || !found.outside.is_empty();
    Ok(if args.exit_code && any { Exit::Found } else { Exit::Done })
}

fn resolved(typed: &[TypedLocator], version: &Version) -> Result<Vec<Locator>, CliError> {
    let outline = Outline::of(version);
    let name = version.name();
    Ok(typed.iter().map(|one| one.resolve(&outline, &name)).collect::<Result<_, _>>()?)
}

fn is_in(reference: &Reference, places: &[Locator]) -> bool {
    places.is_empty() || places.iter().any(|place| place.contains(&reference.evidence.place))
}

/// The latest text of each other work in the same language: official wording before a digest, law before what prepares it.
fn others(library: &Library, version: &Version) -> Result<Vec<Version>, CliError> {
    let works = library.works().into_iter().filter(|work| work.celex != version.source.celex);
    let latest = works.filter_map(|work| {
        let entries = library.entries(&work.name).into_iter().filter(|entry| entry.language == version.language);
        entries.max_by_key(|entry| {
            let is_law = matches!(entry.stage, Stage::Adopted | Stage::Oj | Stage::Consolidated);
            let date: Date = entry.date;
            (is_law, date, entry.place.clone())
        })
    });
    let latest: Vec<_> = latest.collect();
    let loaded = latest.into_par_iter().map(|entry| library.load(entry)).collect::<Result<Vec<_>, _>>();
    Ok(loaded?)
}
