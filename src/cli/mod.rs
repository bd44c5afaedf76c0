//! The command line: arguments, one call into the library, the result printed. A file per command.

mod apply;
mod check;
mod columns;
mod completions;
mod deadlines;
mod diff;
mod environment;
mod error;
mod graph;
mod import;
mod instructions;
mod list;
mod man;
mod obligations;
mod output;
mod prove;
mod references;
mod show;
mod verify;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use lexdelta::law::{Actor, Fidelity};

use environment::{Common, Environment};
use error::CliError;

/// What a change to EU law does: versions of an act, compared article by article, down to the word
#[derive(Debug, Parser)]
#[command(
    version,
    max_term_width = 100,
    after_help = "Names of versions: WORK@STAGE (ai-act@oj), WORK@DATE (ai-act@2026-07-27), WORK@DATE.STAGE, WORK alone \
                  (the version in force on --on), WORK+AMENDING@STAGE (computed), or the path of a \
                  JSON file. WORK is a short name or a CELEX number.",
    after_long_help = AFTER_LONG_HELP
)]
pub struct Cli {
    #[command(flatten)]
    common: Common,
    #[command(subcommand)]
    command: Command,
}

const AFTER_LONG_HELP: &str = "\
Names of versions:
  ai-act@oj              by stage: proposal, presidency-draft, council-mandate,
                         parliament-position, agreement, adopted, oj, consolidated, corrigendum
  ai-act@2026-07-27      by date
  ai-act@2024-07-12.oj   by date and stage
  ai-act                 the version in force on the day of --on
  32024R1689@oj          with the CELEX number of the work
  ai-act+omnibus-ai@oj   computed: the act in force then, amended by another; several may follow
  ./act.json             a file

Examples:
  lexdelta list
  lexdelta diff ai-act@oj ai-act@2026-07-27 'Article 113'
  lexdelta import L_202401689EN.doc.fmx.xml
  lexdelta diff ai-act@oj ai-act@2026-07-27 --format html --output change.html

Exit codes: 0 done; 1 failed, something is wrong or incomplete, or --exit-code and there are changes; 2 wrong usage.";

#[derive(Debug, Subcommand)]
enum Command {
    List(list::List),
    Show(show::Show),
    Diff(diff::Diff),
    Columns(columns::Columns),
    Deadlines(deadlines::Deadlines),
    Graph(graph::GraphArgs),
    References(references::References),
    Obligations(obligations::Obligations),
    Check(check::Check),
    Instructions(instructions::Instructions),
    Apply(apply::Apply),
    Prove(prove::Prove),
    Import(import::Import),
    Verify(verify::Verify),
    Completions(completions::Completions),
    Man(man::Man),
}

/// How a command ended when it did not fail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Exit {
    Done,
    /// Something was found that the caller asked to be told of by the exit code.
    Found,
}

/// Reads the fidelity of a text.
fn fidelity(name: &str) -> Result<Fidelity, String> {
    Fidelity::from_name(name).ok_or_else(|| "expected verbatim or digest".to_owned())
}

/// Reads the name of an actor.
fn actor(name: &str) -> Result<Actor, String> {
    Actor::from_code(name).ok_or_else(|| {
        let known: Vec<&str> = Actor::ALL.iter().map(|actor| actor.code()).collect();
        format!("expected one of {}", known.join(", "))
    })
}

/// Runs the command line of this process.
pub fn main() -> ExitCode {
    keep_reader_quiet();
    let cli = Cli::parse();
    let environment = Environment::of_process(cli.common);
    match run(&cli.command, &environment) {
        Ok(Exit::Done) => ExitCode::SUCCESS,
        Ok(Exit::Found) => ExitCode::from(1),
        Err(CliError::Closed) => ExitCode::SUCCESS,
        Err(error) => {
            environment.report(&error);
            ExitCode::from(error.code())
        }
    }
}

/// Keeps the panics of the thread that takes PDFs apart off standard error: each of them becomes an error of the import.
fn keep_reader_quiet() {
    let report = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        if std::thread::current().name() != Some(lexdelta::import::READER_THREAD) {
            report(panic);
        }
    }));
}

fn run(command: &Command, environment: &Environment) -> Result<Exit, CliError> {
    match command {
        Command::List(args) => list::run(args, environment),
        Command::Show(args) => show::run(args, environment),
        Command::Diff(args) => diff::run(args, environment),
        Command::Columns(args) => columns::run(args, environment),
        Command::Check(args) => check::run(args, environment),
        Command::Deadlines(args) => deadlines::run(args, environment),
        Command::Graph(args) => graph::run(args, environment),
        Command::References(args) => references::run(args, environment),
        Command::Obligations(args) => obligations::run(args, environment),
        Command::Instructions(args) => instructions::run(args, environment),
        Command::Apply(args) => apply::run(args, environment),
        Command::Prove(args) => prove::run(args, environment),
        Command::Import(args) => import::run(args, environment),
        Command::Verify(args) => verify::run(args, environment),
        Command::Completions(args) => completions::run(args, environment),
        Command::Man(args) => man::run(args, environment),
    }
}
