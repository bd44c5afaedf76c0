//! `lexdelta diff`: what changed between two versions.

use clap::ValueEnum;
use lexdelta::diff::{Filter, KindOf, ReadingKind, Sort, What, compare, redline};
use lexdelta::law::{Fidelity, Kind, Locator, Outline};
use lexdelta::prose::TypedLocator;
use lexdelta::report;
use lexdelta::versions::{Pair, VersionName, pair};

use super::environment::Environment;
use super::error::CliError;
use super::output::{DocumentFormat, Output};
use super::{Exit, fidelity};

/// Compare two versions, article by article, down to the word
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Removed words are struck through and added ones underlined; where colours are not shown, they \
                        stand in [-…-] and {+…+}. --format docx holds the whole text of what changed, with tracked changes: \
                        accepting all of them gives the later text, rejecting all the earlier one."
)]
pub struct Diff {
    /// The earlier version: ai-act@oj, ai-act@2026-07-27, ai-act, or a JSON file
    old: VersionName,
    /// The later version
    new: VersionName,
    /// Only these provisions, as in a citation: 'Article 6(4)', '6(4)(a)', 'Annex III, point 1'
    #[arg(value_name = "PROVISION")]
    locators: Vec<TypedLocator>,
    /// Show old and new text beside each other
    #[arg(long)]
    side_by_side: bool,
    /// Show the summary only
    #[arg(long)]
    stat: bool,
    /// Only changes of these sorts
    #[arg(long, value_enum, value_delimiter = ',', value_name = "SORT")]
    only: Vec<Only>,
    /// Only changes of these kinds of provision
    #[arg(long, value_enum, value_delimiter = ',', value_name = "KIND")]
    kind: Vec<KindArg>,
    /// Only the official wording, or only our digests
    #[arg(long, value_parser = fidelity, value_name = "verbatim|digest")]
    fidelity: Option<Fidelity>,
    /// Exit with 1 if there are changes
    #[arg(long)]
    exit_code: bool,
    #[command(flatten)]
    output: Output<DocumentFormat>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Only {
    /// Provisions that are new
    New,
    /// Provisions that are gone
    Deleted,
    /// Provisions whose words changed
    Modified,
    /// Provisions that stand elsewhere
    Moved,
    /// Passages of which a version does not know the text
    Unknown,
    /// Changes of dates
    Date,
    /// Changes of references
    Reference,
    /// Changes of numbers and amounts
    Number,
    /// Typography, punctuation or capitals only
    Editorial,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum KindArg {
    /// Articles
    Article,
    /// Annexes
    Annex,
    /// Recitals
    Recital,
    /// Definitions
    Definition,
    /// Tables, by their cells
    Table,
    /// Headings of chapters, sections and the like
    Division,
}

impl From<Only> for Sort {
    fn from(only: Only) -> Sort {
        match only {
            Only::New => Sort::What(What::New),
            Only::Deleted => Sort::What(What::Deleted),
            Only::Modified => Sort::What(What::Modified),
            Only::Moved => Sort::What(What::Moved),
            Only::Unknown => Sort::What(What::Unknown),
            Only::Date => Sort::Reading(ReadingKind::Date),
            Only::Reference => Sort::Reading(ReadingKind::Reference),
            Only::Number => Sort::Reading(ReadingKind::Number),
            Only::Editorial => Sort::Reading(ReadingKind::Editorial),
        }
    }
}

impl From<KindArg> for KindOf {
    fn from(kind: KindArg) -> KindOf {
        match kind {
            KindArg::Article => KindOf::Unit(Kind::Article),
            KindArg::Annex => KindOf::Unit(Kind::Annex),
            KindArg::Recital => KindOf::Unit(Kind::Recital),
            KindArg::Definition => KindOf::Provision(Kind::Definition),
            KindArg::Table => KindOf::Provision(Kind::Cell),
            KindArg::Division => KindOf::Divisions,
        }
    }
}

pub fn run(args: &Diff, environment: &Environment) -> Result<Exit, CliError> {
    let library = environment.library()?;
    let both = pair(&library, &args.old, &args.new, &environment.wanted(args.fidelity))?;
    let filter = filter(args, &both)?;
    let changes = compare(&both.old, &both.new).filtered(&filter);
    let language = environment.language();
    let work = library.work(&changes.new.work).map(|work| work.short_title(language));
    if args.output.format() == DocumentFormat::Docx {
        let mut units = if args.stat { Vec::new() } else { redline(&changes, &both.old, &both.new) };
        let page = report::redline(&changes, &mut units, work, language);
        args.output.write_bytes(&report::docx_redline(&page, &units, changes.new.date), environment)?;
    } else {
        let page = || {
            let page = report::changes(&changes, work, language);
            if args.stat { page.without_sections() } else { page }
        };
        args.output.print(page, &changes, args.side_by_side, environment)?;
    }
    Ok(if args.exit_code && !changes.is_empty() { Exit::Found } else { Exit::Done })
}

fn filter(args: &Diff, both: &Pair) -> Result<Filter, CliError> {
    let mut filter = Filter {
        only: args.only.iter().copied().map(Sort::from).collect(),
        kinds: args.kind.iter().copied().map(KindOf::from).collect(),
        ..Filter::default()
    };
    if args.locators.is_empty() {
        return Ok(filter);
    }
    let (old, new) = (Outline::of(&both.old), Outline::of(&both.new));
    for typed in &args.locators {
        // A provision that is new or gone is on one side only.
        let sides: [Result<Locator, _>; 2] =
            [typed.resolve(&old, &both.old.name()), typed.resolve(&new, &both.new.name())];
        match sides {
            [Err(_), Err(error)] => return Err(error.into()),
            [was, is] => {
                filter.old.extend(was);
                filter.new.extend(is);
            }
        }
    }
    Ok(filter)
}
