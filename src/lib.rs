//! lexdelta tells what a change to EU law really does: it keeps every version of an act as structured data, compares two
//! of them article by article, down to the word, and names the dates, references and numbers that changed.
//!
//! The road that data takes, one direction, each step a value in and a value out:
//!
//! ```text
//! official file ──import──▶ Version ──diff──▶ ChangeSet ──report──▶ terminal, Markdown, HTML
//!                              │  ▲
//!                              │  └── amending act ──amend──▶ instructions, applied and proved
//!                           library (JSON: compiled in, and the user's own)
//! ```
//!
//! The rooms, from the lowest to the highest; each knows only those before it:
//!
//! | room | what it holds |
//! |---|---|
//! | [`law`] | the model: works, versions, provisions and their addresses |
//! | [`languages`] | what differs from language to language, as data |
//! | [`prose`] | dates, references and numbers in running text; addresses as they are cited and typed |
//! | [`library`] | works and versions on disk |
//! | [`import`] | official files (Formex 4, pages of EUR-Lex, PDFs of the Council) → versions |
//! | [`diff`] | two versions → what changed; several beside each other |
//! | [`amend`] | amending acts: their orders, read, carried out, proved against the official result |
//! | [`versions`] | names of versions → versions, computed ones included |
//! | [`calendar`] | deadlines, from when each provision applies, what moves between two versions |
//! | [`graph`] | what depends on what in a version, and how far a change travels |
//! | [`duties`] | who must, must not or may do what, read from the wording |
//! | [`check`] | a letter: what it says of acts, and whether it is so |
//! | [`report`] | what a result says, as one page, and the formats it is written in |
//!
//! The library never prints, never exits, and reads neither the clock nor the environment.
//!
//! # Two versions in, a change out
//!
//! ```
//! use lexdelta::law::{Date, Language};
//! use lexdelta::library::Library;
//! use lexdelta::versions::{Wanted, pair};
//!
//! let library = Library::open(None)?;
//! let wanted = Wanted {
//!     languages: vec![Language::En],
//!     fidelity: None,
//!     on: Date::new(2026, 11, 24).expect("a day of the calendar"),
//! };
//! let both = pair(&library, &"ai-act@oj".parse()?, &"ai-act@2026-07-27".parse()?, &wanted)?;
//! let changes = lexdelta::diff::compare(&both.old, &both.new);
//!
//! let is_article_57 = |unit: &&lexdelta::diff::UnitChange| unit.locator().is_some_and(|own| own.to_string() == "art_57");
//! let sandboxes = changes.units.iter().find(is_article_57).expect("Article 57 changed");
//! let reading = &sandboxes.changes[0].readings[0];
//! assert_eq!(reading.removed.as_ref().map(|span| span.value.as_str()), Some("2026-08-02"));
//! assert_eq!(reading.added.as_ref().map(|span| span.value.as_str()), Some("2027-08-02"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

pub mod amend;
pub mod calendar;
pub mod check;
pub mod diff;
pub mod duties;
pub mod graph;
pub mod import;
pub mod languages;
pub mod law;
pub mod library;
pub mod prose;
pub mod report;
pub mod versions;
