use serde::{Deserialize, Serialize};

/// A language of the official texts, by its ISO 639-1 code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// English
    En,
    /// French
    Fr,
    /// Dutch
    Nl,
}

impl Language {
    /// Every language that the crate reads, in alphabetical order of their codes.
    pub const ALL: [Language; 3] = [Language::En, Language::Fr, Language::Nl];

    /// The ISO 639-1 code in lower case.
    pub fn code(self) -> &'static str {
        match self {
            Language::En => "en",
            Language::Fr => "fr",
            Language::Nl => "nl",
        }
    }

    /// Reads an ISO 639-1 code in any case; `None` for a language that the crate does not read.
    pub fn from_code(code: &str) -> Option<Language> {
        Language::ALL.into_iter().find(|language| language.code().eq_ignore_ascii_case(code.trim()))
    }
}

impl std::fmt::Display for Language {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.code())
    }
}
