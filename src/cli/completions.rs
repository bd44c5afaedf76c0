//! `lexdelta completions`: completions for a shell.

use clap::CommandFactory;
use clap_complete::Shell;

use super::environment::Environment;
use super::error::CliError;
use super::{Cli, Exit};

/// Print completions for a shell
#[derive(Debug, clap::Args)]
pub struct Completions {
    /// The shell
    shell: Shell,
}

pub fn run(args: &Completions, environment: &Environment) -> Result<Exit, CliError> {
    let mut out = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "lexdelta", &mut out);
    environment.print(&String::from_utf8_lossy(&out))?;
    Ok(Exit::Done)
}
