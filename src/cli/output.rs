//! Where a result goes and in which format.

use std::path::{Path, PathBuf};

use clap::ValueEnum;
use lexdelta::report::{Format, Layout, Page, render};
use serde::Serialize;

use super::environment::Environment;
use super::error::CliError;

/// The options for where a result goes and in which format.
#[derive(Debug, clap::Args)]
pub struct Output<F: OneOf = PageFormat> {
    /// The format of the result
    #[arg(long, value_enum, default_value_t = F::default())]
    format: F,
    /// Write to a file, whole or not at all, instead of standard output
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
}

/// The formats of a command.
pub trait OneOf: ValueEnum + Default + Clone + Copy + Send + Sync + std::fmt::Debug + 'static {
    /// The format of pages that it is, or that machines read the value itself; none for a format of the command's own.
    fn written_as(self) -> Option<PageFormat>;
}

/// The formats that every result has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum PageFormat {
    /// For a terminal
    #[default]
    Text,
    /// Markdown
    Md,
    /// One self-contained HTML file
    Html,
    /// JSON, for machines
    Json,
}

/// The formats of calendars.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum CalendarFormat {
    /// For a terminal
    #[default]
    Text,
    /// Markdown
    Md,
    /// One self-contained HTML file
    Html,
    /// JSON, for machines
    Json,
    /// A calendar file (RFC 5545)
    Ics,
}

/// The formats of documents that are sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum DocumentFormat {
    /// For a terminal
    #[default]
    Text,
    /// Markdown
    Md,
    /// One self-contained HTML file
    Html,
    /// JSON, for machines
    Json,
    /// A Word document (needs --output)
    Docx,
}

impl OneOf for DocumentFormat {
    fn written_as(self) -> Option<PageFormat> {
        match self {
            DocumentFormat::Text => Some(PageFormat::Text),
            DocumentFormat::Md => Some(PageFormat::Md),
            DocumentFormat::Html => Some(PageFormat::Html),
            DocumentFormat::Json => Some(PageFormat::Json),
            DocumentFormat::Docx => None,
        }
    }
}

/// The formats of checked letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum CheckFormat {
    /// For a terminal
    #[default]
    Text,
    /// Markdown
    Md,
    /// One self-contained HTML file, with the letter
    Html,
    /// JSON, for machines
    Json,
    /// SARIF 2.1.0, for editors and code hosts
    Sarif,
}

impl OneOf for CheckFormat {
    fn written_as(self) -> Option<PageFormat> {
        None
    }
}

impl OneOf for PageFormat {
    fn written_as(self) -> Option<PageFormat> {
        Some(self)
    }
}

impl OneOf for CalendarFormat {
    fn written_as(self) -> Option<PageFormat> {
        match self {
            CalendarFormat::Text => Some(PageFormat::Text),
            CalendarFormat::Md => Some(PageFormat::Md),
            CalendarFormat::Html => Some(PageFormat::Html),
            CalendarFormat::Json => Some(PageFormat::Json),
            CalendarFormat::Ics => None,
        }
    }
}

impl<F: OneOf> Output<F> {
    /// Whether the result goes to standard output.
    pub fn to_terminal(&self) -> bool {
        self.output.is_none()
    }

    /// The format that was asked for.
    pub fn format(&self) -> F {
        self.format
    }

    /// Prints a result: as a page for people, or as the value itself for machines. A format of the command's own is
    /// written by [`Output::write`].
    pub fn print(
        &self,
        page: impl FnOnce() -> Page,
        value: &impl Serialize,
        side_by_side: bool,
        environment: &Environment,
    ) -> Result<(), CliError> {
        let colour = self.output.is_none() && environment.shows_colour();
        let layout = Layout { width: environment.width(side_by_side), side_by_side, colour };
        let text = match self.format.written_as() {
            None | Some(PageFormat::Text) => render(&page(), Format::Terminal, layout),
            Some(PageFormat::Md) => render(&page(), Format::Markdown, layout),
            Some(PageFormat::Html) => render(&page(), Format::Html, layout),
            Some(PageFormat::Json) => json(value),
        };
        self.write(&text, environment)
    }

    /// Writes a text to where it was asked for.
    pub fn write(&self, text: &str, environment: &Environment) -> Result<(), CliError> {
        match &self.output {
            Some(path) => to_file(path, text.as_bytes()),
            None => environment.print(text),
        }
    }

    /// Writes bytes that are no text to where they were asked for: a file, or what standard output leads to where that is
    /// no terminal.
    pub fn write_bytes(&self, bytes: &[u8], environment: &Environment) -> Result<(), CliError> {
        match &self.output {
            Some(path) => to_file(path, bytes),
            None if environment.terminal_width().is_some() => Err(CliError::Usage(
                "a document is no text for a terminal: --output FILE says where it goes".to_owned(),
            )),
            None => environment.print_bytes(bytes),
        }
    }
}

/// Writes a file, whole or not at all.
fn to_file(path: &Path, bytes: &[u8]) -> Result<(), CliError> {
    lexdelta::library::write_whole(path, bytes).map_err(|source| CliError::Output { path: path.to_owned(), source })
}

/// A value for machines.
pub fn json(value: &impl Serialize) -> String {
    // Results have no maps with keys that are no strings, which is all that can fail here.
    serde_json::to_string_pretty(value).unwrap_or_default() + "\n"
}
