//! `lexdelta columns`: several versions beside each other.

use clap::ValueEnum;
use lexdelta::diff::columns;
use lexdelta::law::{Fidelity, Locator, Outline, Version};
use lexdelta::library::Library;
use lexdelta::prose::TypedLocator;
use lexdelta::report::{self, ColumnsShown, Style};
use lexdelta::versions::{VersionName, several};

use super::environment::Environment;
use super::error::CliError;
use super::output::{DocumentFormat, Output};
use super::{Exit, fidelity};

/// Put several versions beside each other, a row for each provision, each column compared with the first
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Provisions are told from versions by their form ('Article 4', '6(4)', 50); after -- everything is a \
                        provision. A text that a version does not know is 'not known', which is not 'no change'."
)]
pub struct Columns {
    /// Two or more versions, in the order of the columns, then perhaps provisions
    #[arg(required = true, num_args = 2.., value_name = "VERSION|PROVISION")]
    names: Vec<String>,
    /// Only these provisions, as in a citation
    #[arg(last = true, value_name = "PROVISION")]
    provisions: Vec<TypedLocator>,
    /// How changes are marked
    #[arg(long, value_enum, default_value_t = StyleArg::Tracked)]
    style: StyleArg,
    /// Show in the last column which column each word was taken from: the first that has it
    #[arg(long)]
    last_from: bool,
    /// Show rows of which all columns agree one by one
    #[arg(long)]
    unchanged: bool,
    /// Add an empty last column, for what is agreed
    #[arg(long)]
    agreement: bool,
    /// Only the official wording, or only our digests
    #[arg(long, value_parser = fidelity, value_name = "verbatim|digest")]
    fidelity: Option<Fidelity>,
    #[command(flatten)]
    output: Output<DocumentFormat>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum StyleArg {
    /// As tracked changes
    Tracked,
    /// As the Council marks them: new words bold and underlined, deleted ones struck through
    Council,
}

pub fn run(args: &Columns, environment: &Environment) -> Result<Exit, CliError> {
    let library = environment.library()?;
    let (names, mut typed) = told_apart(&args.names, &library)?;
    typed.extend(args.provisions.iter().cloned());
    if names.len() < 2 {
        return Err(CliError::Usage("columns needs two versions or more".to_owned()));
    }
    let versions = several(&library, &names, &environment.wanted(args.fidelity))?;
    let versions: Vec<&Version> = versions.iter().collect();
    let wanted = wanted(&typed, &versions)?;
    let set = columns(&versions, &wanted, args.last_from);
    let shown = ColumnsShown {
        style: match args.style {
            StyleArg::Tracked => Style::Tracked,
            StyleArg::Council => Style::Council,
        },
        unchanged: args.unchanged,
        agreement: args.agreement,
    };
    let language = environment.language();
    let page = || {
        let work = versions.first().and_then(|version| library.work(&version.work));
        report::columns(&set, work.map(|work| work.short_title(language)), shown, language)
    };
    if args.output.format() == DocumentFormat::Docx {
        args.output.write_bytes(&report::docx(&page()), environment)?;
    } else {
        args.output.print(page, &set, false, environment)?;
    }
    Ok(Exit::Done)
}

/// The versions and the provisions among the arguments. A version has an @, a + or the name of a file, or is a work.
fn told_apart(args: &[String], library: &Library) -> Result<(Vec<VersionName>, Vec<TypedLocator>), CliError> {
    let (mut names, mut typed) = (Vec::new(), Vec::new());
    for arg in args {
        let is_version = arg.contains('@') || arg.contains('+') || arg.ends_with(".json");
        let usage = |error: &dyn std::fmt::Display| CliError::Usage(error.to_string());
        if is_version || library.work(arg).is_some() {
            names.push(arg.parse().map_err(|error| usage(&error))?);
        } else {
            typed.push(TypedLocator::read(arg).map_err(|error| usage(&error))?);
        }
    }
    Ok((names, typed))
}

/// The provisions that are asked for, in each version that has them.
fn wanted(typed: &[TypedLocator], versions: &[&Version]) -> Result<Vec<Vec<Locator>>, CliError> {
    let mut wanted: Vec<Vec<Locator>> = vec![Vec::new(); versions.len()];
    let outlines: Vec<Outline<'_>> = versions.iter().map(|version| Outline::of(version)).collect();
    for one in typed {
        let mut missing = None;
        let mut found = false;
        for ((version, outline), places) in versions.iter().zip(&outlines).zip(&mut wanted) {
            match one.resolve(outline, &version.name()) {
                Ok(place) => {
                    places.push(place);
                    found = true;
                }
                Err(error) => missing = Some(error),
            }
        }
        // A provision that is new or gone is in some of the columns only.
        if let Some(error) = missing.filter(|_| !found) {
            return Err(error.into());
        }
    }
    Ok(wanted)
}
