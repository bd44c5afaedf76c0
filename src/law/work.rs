use serde::{Deserialize, Serialize};

use super::{Celex, Date, Language, Stage};

/// A legal instrument over time: the AI Act, the Digital Omnibus on AI.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Work {
    /// The version of the file format; see [`super::FORMAT`].
    pub format: u32,
    /// The short name on the command line: `ai-act`. Lower case letters, digits and hyphens.
    pub name: String,
    /// The number of the act in EUR-Lex, once it is adopted; of the proposal before.
    pub celex: Celex,
    /// The path of the European Legislation Identifier, such as `reg/2024/1689`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub eli: Option<String>,
    /// What kind of instrument it is.
    pub kind: WorkKind,
    /// What people call it, by language.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub names: Vec<Names>,
    /// The number of the legislative procedure, such as `2025/0359(COD)`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub procedure: Option<String>,
    /// The works that it amends, by short name or CELEX number.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub amends: Vec<String>,
    /// Why the library has no text of it, where it has none at all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub no_text: Option<String>,
    /// What happened to it, in order of date.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub timeline: Vec<Milestone>,
}

/// What a work is called in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Names {
    /// The language.
    pub language: Language,
    /// The usual short title: 'AI Act'.
    pub short: String,
    /// The title of the act.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Other names in use.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<String>,
}

/// The kind of a legal instrument.
///
/// Source: Article 288 TFEU.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum WorkKind {
    /// A regulation.
    Regulation,
    /// A directive.
    Directive,
    /// A decision.
    Decision,
    /// A treaty, a convention, a recommendation, a proposal of no such kind.
    Other,
}

/// A step in a work's life.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Milestone {
    /// The day, as an ISO 8601 date.
    pub date: Date,
    /// The stage that the work reached, where it reached one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stage: Option<Stage>,
    /// What happened, in English, in one line.
    pub event: String,
    /// The document's number: `COM(2025) 836`, `OJ L, 2024/1689`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<String>,
    /// Where it can be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Why the library has no text of the stage, where it has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub no_text: Option<String>,
    /// What it means to the dates that the act leaves open, where other texts count from it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub means: Option<Event>,
}

/// What happens to an act that periods are counted from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Event {
    /// Its publication in the Official Journal.
    Publication,
    /// Its entry into force.
    EntryIntoForce,
}

impl WorkKind {
    /// The kind that a CELEX number tells.
    pub fn of(celex: &Celex) -> WorkKind {
        match celex.letters() {
            "R" => WorkKind::Regulation,
            "L" => WorkKind::Directive,
            "D" => WorkKind::Decision,
            _ => WorkKind::Other,
        }
    }
}

impl Work {
    /// The entry for an act that the library does not know yet, named as given.
    pub fn unnamed(name: String, celex: Celex) -> Work {
        Work {
            format: super::FORMAT,
            name,
            eli: celex.eli(),
            kind: WorkKind::of(&celex),
            celex,
            names: Vec::new(),
            procedure: None,
            amends: Vec::new(),
            no_text: None,
            timeline: Vec::new(),
        }
    }

    /// The usual short title in a language, else in English, else the name on the command line.
    pub fn short_title(&self, language: Language) -> &str {
        let in_language = |wanted: Language| self.names.iter().find(|names| names.language == wanted);
        in_language(language)
            .or_else(|| in_language(Language::En))
            .map_or(self.name.as_str(), |names| names.short.as_str())
    }

    /// The day of an event, where the timeline has it.
    pub fn day_of(&self, event: Event) -> Option<Date> {
        self.timeline.iter().find(|milestone| milestone.means == Some(event)).map(|milestone| milestone.date)
    }

    /// Whether `text` is the work's name or CELEX number.
    pub fn answers_to(&self, text: &str) -> bool {
        self.name == text || self.celex.as_str().eq_ignore_ascii_case(text)
    }
}
