use serde::{Deserialize, Serialize};

/// The identifier of a document in EUR-Lex: `32024R1689`.
///
/// Always a sector digit, four digits of the year, one or two capital letters for the kind, then the number;
/// a corrigendum ends in `R(01)`. The identifier of a consolidation (`02024R1689-20260727`) is not kept: it
/// stands for its act, and [`Celex::parse`] gives the act's.
///
/// Source: EUR-Lex, 'How CELEX numbers are composed'.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(try_from = "String", into = "String")]
pub struct Celex(String);

/// The text is not a CELEX identifier.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("'{found}' is not a CELEX number: expected a sector, a year, a kind and a number, such as 32024R1689")]
pub struct CelexError {
    /// What stood there instead.
    pub found: String,
}

impl Celex {
    /// Reads an identifier as written in EUR-Lex; that of a consolidation yields the consolidated act's.
    pub fn parse(text: &str) -> Result<Celex, CelexError> {
        let error = || CelexError { found: text.chars().take(40).collect() };
        let act = text.split_once('-').map_or(text, |(act, _date)| act).trim();
        let (base, corrigendum) = match act.find("R(") {
            Some(at) if at > 6 && act.ends_with(')') => act.split_at(at),
            _ => (act, ""),
        };
        let mut bytes = base.bytes();
        let sector = bytes.next().ok_or_else(error)?;
        let year = bytes.by_ref().take(4).filter(u8::is_ascii_digit).count();
        let rest = base.get(5..).ok_or_else(error)?;
        let letters = rest.bytes().take_while(u8::is_ascii_uppercase).count();
        let number = &rest[letters..];
        let sound = sector.is_ascii_alphanumeric()
            && year == 4
            && (1..=2).contains(&letters)
            && (1..=5).contains(&number.len())
            && number.bytes().all(|byte| byte.is_ascii_digit())
            && corrigendum.bytes().all(|byte| byte.is_ascii_digit() || b"R()".contains(&byte));
        if !sound {
            return Err(error());
        }
        let sector = if sector == b'0' { '3' } else { sector as char };
        Ok(Celex(format!("{sector}{}{corrigendum}", &base[1..])))
    }

    /// The identifier of an act of sector 3 (legislation).
    pub fn of_act(kind: char, year: u16, number: u32) -> Celex {
        Celex(format!("3{year:04}{kind}{number:04}"))
    }

    /// The identifier as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The year in the identifier.
    pub fn year(&self) -> &str {
        &self.0[1..5]
    }

    /// The letters that say what kind of document it is: `R` a regulation, `L` a directive, `D` a decision.
    pub fn letters(&self) -> &str {
        let end = 5 + self.0[5..].bytes().take_while(u8::is_ascii_uppercase).count();
        &self.0[5..end]
    }

    /// The number within the year, without leading zeros.
    pub fn number(&self) -> &str {
        let digits = &self.0[5 + self.letters().len()..];
        let end = digits.bytes().take_while(u8::is_ascii_digit).count();
        digits[..end].trim_start_matches('0')
    }

    /// Whether it is that of a corrigendum.
    pub fn is_corrigendum(&self) -> bool {
        self.0.ends_with(')')
    }

    /// The path of the European Legislation Identifier (`reg/2024/1689`) for regulations, directives and decisions.
    ///
    /// Source: Council Conclusions 2012/C 325/02, as applied by EUR-Lex.
    pub fn eli(&self) -> Option<String> {
        let kind = match (self.0.as_bytes()[0], self.letters()) {
            (b'3', "R") => "reg",
            (b'3', "L") => "dir",
            (b'3', "D") => "dec",
            _ => return None,
        };
        Some(format!("{kind}/{}/{}", self.year(), self.number()))
    }
}

impl std::fmt::Display for Celex {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for Celex {
    type Error = CelexError;
    fn try_from(text: String) -> Result<Celex, CelexError> {
        Celex::parse(&text)
    }
}

impl From<Celex> for String {
    fn from(celex: Celex) -> String {
        celex.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_consolidation_stands_for_its_act() {
        assert_eq!(Celex::parse("02024R1689-20260727").unwrap().as_str(), "32024R1689");
    }

    #[test]
    fn parts_are_read_from_the_identifier() {
        let celex = Celex::parse("32008R0300").unwrap();
        assert_eq!((celex.year(), celex.letters(), celex.number()), ("2008", "R", "300"));
        assert_eq!(celex.eli().as_deref(), Some("reg/2008/300"));
    }

    #[test]
    fn a_corrigendum_keeps_its_suffix() {
        assert_eq!(Celex::parse("32024R1689R(02)").unwrap().as_str(), "32024R1689R(02)");
    }

    #[test]
    fn other_text_is_refused_with_what_was_found() {
        for text in ["", "ai-act", "32024", "3202R1689", "32024RRR1", "32024R168900", "32024r1689", "32024R(01)"] {
            assert_eq!(Celex::parse(text), Err(CelexError { found: text.to_owned() }), "{text}");
        }
    }
}
