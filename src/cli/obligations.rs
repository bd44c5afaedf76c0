//! `lexdelta obligations`: who must, must not or may do what; and what became of it between two versions.

use lexdelta::duties::{self, Accuracy, DutyChange};
use lexdelta::law::{Actor, Duty, Fidelity, Locator, Outline, Version};
use lexdelta::prose::TypedLocator;
use lexdelta::report;
use lexdelta::versions::{VersionName, pair, single};
use serde::Serialize;

use super::environment::Environment;
use super::error::CliError;
use super::output::Output;
use super::{Exit, actor, fidelity};

/// List who must, must not or may do what, or what became of it between two versions
#[derive(Debug, clap::Args)]
pub struct Obligations {
    /// The version: ai-act@oj, ai-act@2026-07-27, ai-act, or a JSON file
    version: VersionName,
    /// A later version to compare with, then provisions, as in a citation: 'Article 26', '6(4)(a)'
    #[arg(value_name = "NEW|PROVISION")]
    rest: Vec<String>,
    /// Only these actors: provider, deployer, commission
    #[arg(long, value_delimiter = ',', value_parser = actor, value_name = "ACTOR")]
    role: Vec<Actor>,
    /// Read the wording also where the version has duties that were curated by hand
    #[arg(long)]
    extracted: bool,
    /// Measure what is read from the wording against the duties that were curated by hand
    #[arg(long)]
    accuracy: bool,
    /// Only the official wording, or only our digest
    #[arg(long, value_parser = fidelity, value_name = "verbatim|digest")]
    fidelity: Option<Fidelity>,
    #[command(flatten)]
    output: Output,
}

#[derive(Serialize)]
struct Listed<'d> {
    version: String,
    curated: bool,
    duties: Vec<&'d Duty>,
}

#[derive(Serialize)]
struct Compared<'d> {
    old: String,
    new: String,
    curated: bool,
    changes: Vec<duties::Pairing<'d>>,
}

pub fn run(args: &Obligations, environment: &Environment) -> Result<Exit, CliError> {
    let (later, places) = later(args)?;
    match later {
        Some(later) => compare(args, &later, &places, environment),
        None if args.accuracy => accuracy(args, environment),
        None => list(args, &places, environment),
    }
}

/// The later version, where the second name is one of a version, and the provisions.
fn later(args: &Obligations) -> Result<(Option<VersionName>, Vec<TypedLocator>), CliError> {
    let named = args.rest.first().filter(|word| word.contains('@') || word.ends_with(".json"));
    let later = named.map(|word| word.parse::<VersionName>().map_err(|error| CliError::Usage(error.to_string())));
    let typed = args.rest.iter().skip(usize::from(named.is_some()));
    let typed = typed.map(|word| word.parse::<TypedLocator>().map_err(|error| CliError::Usage(error.to_string())));
    Ok((later.transpose()?, typed.collect::<Result<_, _>>()?))
}

fn list(args: &Obligations, places: &[TypedLocator], environment: &Environment) -> Result<Exit, CliError> {
    let library = environment.library()?;
    let version = single(&library, &args.version, &environment.wanted(args.fidelity))?;
    let places = resolved(places, &version)?;
    let (curated, all) = duties_of(&version, args.extracted);
    let shown: Vec<&Duty> = all.iter().filter(|duty| is_wanted(duty, &args.role, &places)).collect();
    let page = || report::obligations(&version, &shown, curated, environment.language());
    let value = Listed { version: version.name(), curated, duties: shown.clone() };
    args.output.print(page, &value, false, environment)?;
    Ok(Exit::Done)
}

fn compare(
    args: &Obligations,
    later: &VersionName,
    places: &[TypedLocator],
    environment: &Environment,
) -> Result<Exit, CliError> {
    let library = environment.library()?;
    let both = pair(&library, &args.version, later, &environment.wanted(args.fidelity))?;
    // What was curated is compared with what was curated, and what was read with what was read.
    let extracted = args.extracted || both.old.duties.is_empty() || both.new.duties.is_empty();
    let ((_, old), (_, new)) = (duties_of(&both.old, extracted), duties_of(&both.new, extracted));
    let places = if places.is_empty() { Vec::new() } else { resolved(places, &both.new)? };
    let wanted = |one: &duties::Pairing<'_>| {
        let sides = [one.old, one.new];
        one.change != DutyChange::Kept && sides.iter().flatten().any(|duty| is_wanted(duty, &args.role, &places))
    };
    let changes: Vec<_> = duties::compare(&old, &new, both.new.language).into_iter().filter(wanted).collect();
    let page = || report::obligation_changes(&both.old, &both.new, &changes, !extracted, environment.language());
    let value = Compared { old: both.old.name(), new: both.new.name(), curated: !extracted, changes: changes.clone() };
    args.output.print(page, &value, false, environment)?;
    Ok(Exit::Done)
}

fn accuracy(args: &Obligations, environment: &Environment) -> Result<Exit, CliError> {
    let library = environment.library()?;
    let wanted = environment.wanted(args.fidelity);
    let version = single(&library, &args.version, &wanted)?;
    // The official wording has no curated duties of its own: those of its digest are about the same provisions.
    let digest = |name: &VersionName| single(&library, name, &environment.wanted(Some(Fidelity::Digest)));
    let curated = if version.duties.is_empty() { digest(&args.version)? } else { version.clone() };
    let measured: Accuracy = duties::measure(&duties::extract(&version), &curated.duties);
    let page = || report::accuracy(&version, &measured, environment.language());
    args.output.print(page, &measured, false, environment)?;
    Ok(Exit::Done)
}

/// The duties of a version, and whether they were curated.
fn duties_of(version: &Version, extracted: bool) -> (bool, Vec<Duty>) {
    if extracted {
        return (false, duties::extract(version).into_iter().map(|found| found.duty).collect());
    }
    let (all, origin) = duties::stated_duties(version);
    (origin != duties::Origin::Read, all)
}

fn resolved(places: &[TypedLocator], version: &Version) -> Result<Vec<Locator>, CliError> {
    let outline = Outline::of(version);
    let name = version.name();
    Ok(places.iter().map(|typed| typed.resolve(&outline, &name)).collect::<Result<_, _>>()?)
}

fn is_wanted(duty: &Duty, roles: &[Actor], places: &[Locator]) -> bool {
    let role = roles.is_empty() || duty.actors.iter().any(|actor| roles.contains(actor));
    role && (places.is_empty() || duty.basis.iter().any(|basis| places.iter().any(|place| place.contains(basis))))
}
