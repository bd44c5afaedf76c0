//! What a command knows of the process: the library, the day, the languages, the terminal. The only place that reads
//! the clock and the environment.

use std::io::Write;
use std::path::PathBuf;

use anstream::{AutoStream, ColorChoice};
use etcetera::BaseStrategy;
use indicatif::{ProgressBar, ProgressStyle};
use lexdelta::law::{Date, Language};
use lexdelta::library::Library;
use lexdelta::versions::Wanted;

use super::error::CliError;

/// Options that every command takes.
#[derive(Debug, clap::Args)]
pub struct Common {
    /// Your library's folder, laid over the texts that are compiled in [default: the platform's data folder]
    #[arg(long, global = true, env = "LEXDELTA_LIBRARY", value_name = "FOLDER")]
    library: Option<PathBuf>,
    /// The language of the report, and of the texts where they are there in it: en, fr, nl
    #[arg(long, global = true, default_value = "en", value_parser = language, value_name = "LANGUAGE", hide_default_value = true)]
    lang: Language,
    /// The language of the texts alone [default: that of --lang, else any that both sides have]
    #[arg(long, global = true, value_parser = language, value_name = "LANGUAGE")]
    text_lang: Option<Language>,
    /// The day for which the name of a work alone stands, or up to which orders are applied, as YYYY-MM-DD [default: today;
    /// every order]
    #[arg(long, global = true, value_name = "DATE")]
    on: Option<Date>,
    /// Whether to print in colour
    #[arg(long, global = true, value_enum, default_value_t = Color::Auto)]
    color: Color,
    /// Print no progress and no summary of what was done
    #[arg(long, short, global = true)]
    quiet: bool,
}

#[derive(Debug, Clone, Copy, clap::ValueEnum)]
enum Color {
    /// In a terminal, unless NO_COLOR is set
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

fn language(code: &str) -> Result<Language, String> {
    Language::from_code(code).ok_or_else(|| format!("expected one of {}", Language::ALL.map(Language::code).join(", ")))
}

/// What a command knows of the process.
#[derive(Debug)]
pub struct Environment {
    common: Common,
}

const ERROR: anstyle::Style = anstyle::AnsiColor::Red.on_default().bold();

/// Columns of a page where there is no terminal to ask.
const DEFAULT_WIDTH: usize = 80;
/// Longest line that is pleasant to read.
const WIDEST: usize = 110;

impl Environment {
    /// The environment of this process.
    pub fn of_process(common: Common) -> Environment {
        Environment { common }
    }

    /// The library: what is compiled in, with the user's folder over it.
    pub fn library(&self) -> Result<Library, CliError> {
        Ok(Library::open(self.library_folder().as_deref())?)
    }

    /// The user's folder, whether it is there or not.
    pub fn library_folder(&self) -> Option<PathBuf> {
        let named = self.common.library.clone();
        named.or_else(|| Some(etcetera::choose_base_strategy().ok()?.data_dir().join("lexdelta")))
    }

    /// The language of reports.
    pub fn language(&self) -> Language {
        self.common.lang
    }

    /// What is asked for beside the names of versions.
    pub fn wanted(&self, fidelity: Option<lexdelta::law::Fidelity>) -> Wanted {
        let languages = match self.common.text_lang {
            Some(language) => vec![language],
            None => {
                let others = Language::ALL.into_iter().filter(|language| *language != self.common.lang);
                std::iter::once(self.common.lang).chain(others).collect()
            }
        };
        Wanted { languages, fidelity, on: self.common.on.unwrap_or_else(today) }
    }

    /// The day that was asked for.
    pub fn on(&self) -> Option<Date> {
        self.common.on
    }

    /// A bar that shows how far a long job is; hidden where nobody asked to see it.
    pub fn progress(&self, jobs: usize, doing: &str) -> ProgressBar {
        if self.is_quiet() || jobs < 2 {
            return ProgressBar::hidden();
        }
        let style = ProgressStyle::with_template(&format!("{doing} {{wide_bar}} {{pos}}/{{len}}"));
        // A template that cannot be parsed would be a fault of this line, and the plain bar does as well.
        ProgressBar::new(jobs as u64).with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
    }

    /// Whether progress and summaries are wanted.
    pub fn is_quiet(&self) -> bool {
        self.common.quiet
    }

    /// The columns of the terminal; `None` where the output goes elsewhere.
    pub fn terminal_width(&self) -> Option<usize> {
        terminal_size::terminal_size_of(std::io::stdout()).map(|(width, _)| usize::from(width.0))
    }

    /// The columns to print in.
    pub fn width(&self, side_by_side: bool) -> usize {
        let widest = if side_by_side { 2 * WIDEST } else { WIDEST };
        self.terminal_width().unwrap_or(DEFAULT_WIDTH).clamp(40, widest)
    }

    /// Whether standard output shows colours.
    pub fn shows_colour(&self) -> bool {
        self.choice(&std::io::stdout()) != ColorChoice::Never
    }

    fn choice(&self, stream: &impl anstream::stream::RawStream) -> ColorChoice {
        match self.common.color {
            Color::Always => ColorChoice::Always,
            Color::Never => ColorChoice::Never,
            Color::Auto => AutoStream::choice(stream),
        }
    }

    /// Prints to standard output.
    pub fn print(&self, text: &str) -> Result<(), CliError> {
        self.print_bytes(text.as_bytes())
    }

    /// Prints bytes to standard output.
    pub fn print_bytes(&self, bytes: &[u8]) -> Result<(), CliError> {
        let mut out = std::io::stdout().lock();
        out.write_all(bytes).and_then(|()| out.flush()).map_err(CliError::of_stdout)
    }

    /// Prints something that is no failure of the whole.
    pub fn note(&self, what: &impl std::fmt::Display) {
        self.complain(&format!("note: {what}\n"));
    }

    /// Prints what is wrong with one of several files.
    pub fn report_import(&self, error: &lexdelta::import::ImportError) {
        self.complain(&format!("{ERROR}error:{ERROR:#} {error}\n"));
    }

    /// Prints an error with what can be done about it.
    pub fn report(&self, error: &CliError) {
        let mut text = format!("{ERROR}error:{ERROR:#} {error}\n");
        for hint in error.hints() {
            text.push_str(&format!("  try: {hint}\n"));
        }
        self.complain(&text);
    }

    fn complain(&self, text: &str) {
        let choice = self.choice(&std::io::stderr());
        let mut out = AutoStream::new(std::io::stderr().lock(), choice);
        // Where not even this can be written, there is nobody left to tell.
        let _ = out.write_all(text.as_bytes());
    }
}

fn today() -> Date {
    let today = jiff::ZonedDateTime::now().date();
    // Only a clock before the year 1000 gives no date; then no version is in force.
    Date::new(today.year(), today.month(), today.day()).unwrap_or(Date::FIRST)
}
