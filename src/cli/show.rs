//! `lexdelta show`: a version, or some of its provisions.

use lexdelta::law::{Fidelity, Locator, Outline, Provision, Version};
use lexdelta::prose::{TypedLocator, citation};
use lexdelta::report;
use lexdelta::versions::{VersionName, single};
use serde::Serialize;

use super::deadlines::calendar_of;
use super::environment::Environment;
use super::error::CliError;
use super::output::Output;
use super::{Exit, fidelity};

/// Show a version, or some of its provisions
#[derive(Debug, clap::Args)]
pub struct Show {
    /// The version: ai-act@oj, ai-act@2026-07-27, ai-act, or a JSON file
    version: VersionName,
    /// Provisions, as in a citation ('Article 6(4), point (a)', '6(4)(a)', 'Annex III, point 1', 'recital 22') or by
    /// the term that they define ("definition of 'AI system'")
    #[arg(value_name = "PROVISION")]
    locators: Vec<TypedLocator>,
    /// Only the official wording, or only our digest
    #[arg(long, value_parser = fidelity, value_name = "verbatim|digest")]
    fidelity: Option<Fidelity>,
    #[command(flatten)]
    output: Output,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Shown<'v> {
    Whole(&'v Version),
    Some { version: String, provisions: Vec<ShownProvision<'v>> },
}

#[derive(Serialize)]
struct ShownProvision<'v> {
    locator: Locator,
    citation: String,
    provision: &'v Provision,
}

pub fn run(args: &Show, environment: &Environment) -> Result<Exit, CliError> {
    let library = environment.library()?;
    let version = single(&library, &args.version, &environment.wanted(args.fidelity))?;
    let outline = Outline::of(&version);
    let name = version.name();
    let locators: Vec<Locator> =
        args.locators.iter().map(|typed| typed.resolve(&outline, &name)).collect::<Result<_, _>>()?;
    let value = if locators.is_empty() {
        Shown::Whole(&version)
    } else {
        let provisions = locators.iter().filter_map(|locator| outline.get(locator)).map(|placed| ShownProvision {
            locator: placed.locator.clone(),
            citation: citation(&placed.locator, environment.language()),
            provision: placed.provision,
        });
        Shown::Some { version: name, provisions: provisions.collect() }
    };
    let page = || {
        // A whole version is shown without its calendar, which is not read for it.
        let calendar = (!locators.is_empty()).then(|| calendar_of(&version, &library).0);
        let applies = |place: &Locator| calendar.as_ref().map(|own| own.applies(&outline, place)).unwrap_or_default();
        report::provisions(&version, &outline, &locators, applies, environment.language())
    };
    args.output.print(page, &value, false, environment)?;
    Ok(Exit::Done)
}
