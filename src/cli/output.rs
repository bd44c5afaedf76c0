//! Where a result goes and in which format.

use std::path::{Path, PathBuf};

use clap::ValueEnum;
use lexdelta::report::{Format, Layout, Page, render};
use serde::Serialize;

use super::environment::Environment;
use super::error::CliError;

/// The options for where a result goes and in which format.
#[derive(Debug, clap::Args)]
pub struct Output {
    /// The format of the result
    #[arg(long, value_enum, default_value_t = OutputFormat::Text)]
    format: OutputFormat,
    /// Write to a file, whole or not at all, instead of standard output
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum OutputFormat {
    /// For a terminal
    Text,
    /// Markdown
    Md,
    /// One self-contained HTML file
    Html,
    /// JSON, for machines
    Json,
}

impl Output {
    /// Prints a result: as a page for people, or as the value itself for machines.
    pub fn print(
        &self,
        page: impl FnOnce() -> Page,
        value: &impl Serialize,
        side_by_side: bool,
        environment: &Environment,
    ) -> Result<(), CliError> {
        let layout = layout(self.output.as_deref(), side_by_side, environment);
        let text = match self.format {
            OutputFormat::Text => render(&page(), Format::Terminal, layout),
            OutputFormat::Md => render(&page(), Format::Markdown, layout),
            OutputFormat::Html => render(&page(), Format::Html, layout),
            OutputFormat::Json => json(value),
        };
        deliver(&text, self.output.as_deref(), environment)
    }
}

/// How a page is laid out that goes to a file, or to the terminal.
pub fn layout(output: Option<&Path>, side_by_side: bool, environment: &Environment) -> Layout {
    let colour = output.is_none() && environment.shows_colour();
    Layout { width: environment.width(side_by_side), side_by_side, colour }
}

/// Writes a result to a file, whole or not at all, or prints it.
pub fn deliver(text: &str, output: Option<&Path>, environment: &Environment) -> Result<(), CliError> {
    match output {
        Some(path) => lexdelta::library::write_whole(path, text.as_bytes())
            .map_err(|source| CliError::Output { path: path.to_owned(), source }),
        None => environment.print(text),
    }
}

/// A value for machines.
pub fn json(value: &impl Serialize) -> String {
    // Results have no maps with keys that are no strings, which is all that can fail here.
    serde_json::to_string_pretty(value).unwrap_or_default() + "\n"
}
