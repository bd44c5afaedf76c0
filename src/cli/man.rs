//! `lexdelta man`: the manual page.

use clap::CommandFactory;

use super::environment::Environment;
use super::error::CliError;
use super::{Cli, Exit};

/// Print the manual page of lexdelta, or of one of its commands, in roff
#[derive(Debug, clap::Args)]
pub struct Man {
    /// The command
    command: Option<String>,
}

pub fn run(args: &Man, environment: &Environment) -> Result<Exit, CliError> {
    let mut all = Cli::command();
    all.build();
    let command = match &args.command {
        None => all,
        Some(name) => match all.find_subcommand(name) {
            Some(found) => found.clone().display_name(format!("lexdelta-{name}")),
            None => {
                let known: Vec<&str> = all.get_subcommands().map(clap::Command::get_name).collect();
                return Err(CliError::Usage(format!("no command named '{name}'; there are {}", known.join(", "))));
            }
        },
    };
    let mut out = Vec::new();
    clap_mangen::Man::new(command).render(&mut out).map_err(CliError::of_stdout)?;
    environment.print(&String::from_utf8_lossy(&out))?;
    Ok(Exit::Done)
}
