//! `lexdelta deadlines`: the calendar of a version, or what moves between two.

use lexdelta::calendar::{Calendar, compare};
use lexdelta::duties::{Origin, stated_deadlines};
use lexdelta::law::{Actor, Date, Event, Fidelity, Outline, Version};
use lexdelta::library::Library;
use lexdelta::report::{self, CalendarShown};
use lexdelta::versions::{VersionName, pair, single};

use super::environment::Environment;
use super::error::CliError;
use super::output::{CalendarFormat, Output};
use super::{Exit, actor, fidelity};

/// From when and by when: the deadlines of a version; with two versions, what moves, what is new, what goes, what stays
#[derive(Debug, clap::Args)]
#[command(
    after_help = "With --on DATE only what falls on that day, or what is nearest. --format ics writes an event for each \
                        dated deadline, with an identifier that stays the same, so that a new export updates the old one."
)]
pub struct Deadlines {
    /// The version; with two, the earlier
    old: VersionName,
    /// The later version
    new: Option<VersionName>,
    /// Only what binds these: provider, deployer, commission, member-state, …
    #[arg(long, value_parser = actor, value_delimiter = ',', value_name = "ACTOR")]
    role: Vec<Actor>,
    /// Only up to this day
    #[arg(long, value_name = "DATE")]
    until: Option<Date>,
    /// By day, one after the other, instead of a table
    #[arg(long)]
    timeline: bool,
    /// With two versions, all that stays as it was
    #[arg(long)]
    unchanged: bool,
    /// Only the official wording, or only our digests
    #[arg(long, value_parser = fidelity, value_name = "verbatim|digest")]
    fidelity: Option<Fidelity>,
    #[command(flatten)]
    output: Output<CalendarFormat>,
}

pub fn run(args: &Deadlines, environment: &Environment) -> Result<Exit, CliError> {
    let library = environment.library()?;
    let wanted = environment.wanted(args.fidelity);
    let shown = CalendarShown {
        roles: args.role.clone(),
        on: environment.on(),
        until: args.until,
        unchanged: args.unchanged,
        timeline: args.timeline,
    };
    let language = environment.language();
    let Some(new) = &args.new else {
        let version = single(&library, &args.old, &wanted)?;
        let (calendar, origin) = calendar_of(&version, &library);
        let page = || report::calendar(&calendar, &version, origin, &shown, language);
        let taken = Calendar {
            entries: calendar.entries.iter().filter(|entry| shown.takes(entry)).cloned().collect(),
            ..calendar.clone()
        };
        if args.output.format() == CalendarFormat::Ics {
            let text = report::ics(&taken, &version, language);
            args.output.write(&text, environment)?;
        } else {
            args.output.print(page, &taken, false, environment)?;
        }
        return Ok(Exit::Done);
    };
    let both = pair(&library, &args.old, new, &wanted)?;
    let ((old, _), (new, origin)) = (calendar_of(&both.old, &library), calendar_of(&both.new, &library));
    let (old_outline, new_outline) = (Outline::of(&both.old), Outline::of(&both.new));
    let mut shifts = compare(&old, &new, &old_outline, &new_outline);
    shifts.retain(|shift| shown.takes_shift(shift));
    if args.output.format() == CalendarFormat::Ics {
        let text = report::ics(&new, &both.new, language);
        args.output.write(&text, environment)?;
        return Ok(Exit::Done);
    }
    let page = || report::shifts(&shifts, [&both.old, &both.new], &new_outline, origin, &shown, language);
    args.output.print(page, &shifts, false, environment)?;
    Ok(Exit::Done)
}

/// The calendar of a version, and where its deadlines come from.
pub fn calendar_of(version: &Version, library: &Library) -> (Calendar, Origin) {
    let day_of = |celex: &str, event: Event| library.work(celex).and_then(|work| work.day_of(event));
    let (deadlines, origin) = stated_deadlines(version);
    (Calendar::of(version, &deadlines, &day_of), origin)
}
