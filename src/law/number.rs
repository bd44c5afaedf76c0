use serde::{Deserialize, Serialize};

/// The number of a provision, the same in every language: `75a` for 'Article 75a' and for 'article 75 bis'.
///
/// Never empty; only ASCII letters, digits, full stops and hyphens, without the brackets, full stops and quotation
/// marks that surround it in print. Inserted provisions end in a letter in English and in a Latin adverb in French
/// and Dutch; the letter is kept (`bis` is `a`, `ter` is `b`, and so on).
///
/// Source: Interinstitutional Style Guide, 2.7 and 10.15 (numbering of inserted provisions).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(try_from = "String", into = "String")]
pub struct Number(String);

/// The text holds no number of a provision.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "'{found}' is not the number of a provision: expected digits, letters or Roman numerals, such as 4, 75a, ba or III"
)]
pub struct NumberError {
    /// What stood there instead.
    pub found: String,
}

/// Latin adverbs of inserted provisions, in order: the first stands for `a`, the second for `b`.
const LATIN: [&str; 24] = [
    "bis",
    "ter",
    "quater",
    "quinquies",
    "sexies",
    "septies",
    "octies",
    "nonies",
    "decies",
    "undecies",
    "duodecies",
    "terdecies",
    "quaterdecies",
    "quindecies",
    "sexdecies",
    "septdecies",
    "octodecies",
    "novodecies",
    "vicies",
    "unvicies",
    "duovicies",
    "tervicies",
    "quatervicies",
    "quinvicies",
];

/// Spellings seen beside those of [`LATIN`].
const LATIN_VARIANTS: [(&str, &str); 6] = [
    ("quinquiesdecies", "n"),
    ("sexiesdecies", "o"),
    ("septiesdecies", "p"),
    ("octiesdecies", "q"),
    ("noniesdecies", "r"),
    ("quaterdecies", "m"),
];

const LONGEST: usize = 24;

impl Number {
    /// Takes a number in its canonical form.
    pub fn new(text: impl Into<String>) -> Result<Number, NumberError> {
        let text = text.into();
        let sound = !text.is_empty()
            && text.len() <= LONGEST
            && text.starts_with(|c: char| c.is_ascii_alphanumeric())
            && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'.' || b == b'-');
        if sound { Ok(Number(text)) } else { Err(NumberError { found: text.chars().take(40).collect() }) }
    }

    /// The number for a place in order, counted from one.
    pub fn ordinal(place: usize) -> Number {
        Number(place.to_string())
    }

    /// Reads a number as printed: `(a)`, `1.`, `75 bis`, `‘(14a)`, `b bis)`, `3.1.`, `premier`.
    pub fn read(label: &str) -> Result<Number, NumberError> {
        let error = || NumberError { found: label.chars().take(40).collect() };
        let bare: String = label
            .chars()
            .map(|c| if matches!(c, '\u{2010}'..='\u{2015}') { '-' } else { c })
            .collect::<String>()
            .trim_matches(|c: char| !c.is_ascii_alphanumeric())
            .to_owned();
        let mut number = String::new();
        let mut pending_hyphen = false;
        for word in bare.split(|c: char| c.is_whitespace() || c == '\u{a0}').filter(|word| !word.is_empty()) {
            let word = match word.strip_prefix('-') {
                Some(rest) => {
                    pending_hyphen = true;
                    rest
                }
                None => word,
            };
            if word.is_empty() {
                continue;
            }
            if number.is_empty() {
                // '75bis', '2.3bis.1': written together, in any part of a decimal number.
                for (at, part) in word.split('.').enumerate() {
                    let (head, tail) = split_adverb(part);
                    number.push_str(if at > 0 { "." } else { "" });
                    number.push_str(if head.eq_ignore_ascii_case("premier") { "1" } else { head });
                    number.push_str(tail);
                }
                continue;
            }
            // 'b bis)', '1 -bis.', '2.3 bis.1': the adverb may carry a further part of a decimal number.
            let (adverb, rest) = word.split_once('.').map_or((word, ""), |(adverb, rest)| (adverb, rest));
            let letter = letter_of(adverb).ok_or_else(error)?;
            if pending_hyphen {
                number.push('-');
                pending_hyphen = false;
            }
            number.push_str(letter);
            if !rest.is_empty() {
                number.push('.');
                number.push_str(rest);
            }
        }
        Number::new(number).map_err(|_| error())
    }

    /// The numbers from this one to `last`: figures, Roman figures or single letters; `None` where the two do not count
    /// in the same way, or where there are more than a few hundred.
    pub fn through(&self, last: &Number) -> Option<Vec<Number>> {
        let (from, to) = (self.rank()?, last.rank()?);
        if from.0 != to.0 || from.1 > to.1 || to.1 - from.1 > 500 {
            return None;
        }
        (from.1..=to.1).map(|value| from.0.print(value).map(Number)).collect()
    }

    /// The value of a number in Roman capitals.
    pub fn roman(&self) -> Option<u32> {
        roman_value(&self.0)
    }

    /// How the number counts, and its value; none for a number with a suffix.
    fn rank(&self) -> Option<(Counting, u32)> {
        let text = self.0.as_str();
        if text.bytes().all(|b| b.is_ascii_digit()) {
            return Some((Counting::Figures, text.parse().ok()?));
        }
        let upper = text.bytes().all(|b| b.is_ascii_uppercase());
        let lower = text.bytes().all(|b| b.is_ascii_lowercase());
        let single = text.len() == 1;
        let roman = (upper || lower).then(|| roman_value(&text.to_ascii_uppercase())).flatten();
        match roman {
            // 'C' and 'D' are letters more often than a hundred and five hundred.
            Some(value) if !single || matches!(text, "I" | "V" | "X" | "i" | "v" | "x") => {
                Some((if upper { Counting::Roman } else { Counting::LowerRoman }, value))
            }
            _ if single && lower => Some((Counting::Letters, u32::from(text.as_bytes()[0] - b'a') + 1)),
            _ if single && upper => Some((Counting::Capitals, u32::from(text.as_bytes()[0] - b'A') + 1)),
            _ => None,
        }
    }

    /// The number as languages print it that count inserted provisions with Latin adverbs: `75 bis` for `75a`, `b bis`
    /// for `ba`. Lower-case Roman numerals stay as they are.
    pub fn with_adverb(&self) -> String {
        let text = self.0.as_str();
        let roman = text.bytes().all(|b| b"ivx".contains(&b));
        let (head, last) = text.split_at(text.len() - 1);
        let adverb = match last.as_bytes()[0] {
            letter @ b'a'..=b'x' => LATIN.get(usize::from(letter - b'a')),
            _ => None,
        };
        match adverb {
            Some(adverb) if !roman && !head.is_empty() && head.bytes().all(|b| b.is_ascii_alphanumeric()) => {
                format!("{head} {adverb}")
            }
            _ => text.to_owned(),
        }
    }

    /// What numbers are put in order by: figures by their value, letters by the alphabet, Roman capitals by their value.
    pub fn order(&self) -> Vec<(u32, String)> {
        if let Some(value) = self.roman() {
            return vec![(value, String::new())];
        }
        let parts = self.0.split(['.', '-']).map(|part| {
            let figures = part.bytes().take_while(u8::is_ascii_digit).count();
            (part[..figures].parse().unwrap_or_default(), part[figures..].to_owned())
        });
        parts.collect()
    }

    /// The number as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether the number is made of digits, perhaps with letters after them: `4`, `75a`, `3.1`.
    pub fn is_arabic(&self) -> bool {
        self.0.starts_with(|c: char| c.is_ascii_digit())
    }

    /// Whether the number is written in parts with full stops: `3.1`.
    pub fn is_decimal(&self) -> bool {
        self.0.contains('.')
    }
}

/// A way in which numbers count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Counting {
    Figures,
    Roman,
    LowerRoman,
    Letters,
    Capitals,
}

impl Counting {
    fn print(self, value: u32) -> Option<String> {
        let letter = |first: u8| {
            let at = u8::try_from(value.checked_sub(1)?).ok().filter(|at| *at < 26)?;
            Some(char::from(first + at).to_string())
        };
        match self {
            Counting::Figures => Some(value.to_string()),
            Counting::Roman => Some(roman(value)),
            Counting::LowerRoman => Some(roman(value).to_ascii_lowercase()),
            Counting::Letters => letter(b'a'),
            Counting::Capitals => letter(b'A'),
        }
    }
}

const ROMAN: [(u32, &str); 9] =
    [(100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];

fn roman(mut value: u32) -> String {
    let mut out = String::new();
    for (worth, figure) in ROMAN {
        while value >= worth {
            out.push_str(figure);
            value -= worth;
        }
    }
    out
}

fn roman_value(text: &str) -> Option<u32> {
    if text.is_empty() {
        return None;
    }
    let mut rest = text;
    let mut value = 0;
    for (worth, figure) in ROMAN {
        while let Some(after) = rest.strip_prefix(figure) {
            value += worth;
            rest = after;
        }
    }
    (rest.is_empty() && roman(value) == text).then_some(value)
}

/// Splits `75bis` (written together, as some texts do) into `75` and the letter for the adverb.
fn split_adverb(word: &str) -> (&str, &'static str) {
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    // '1er' is 'premier' in figures.
    if digits > 0 && &word[digits..] == "er" {
        return (&word[..digits], "");
    }
    if digits > 0
        && let Some(letter) = letter_of(&word[digits..])
    {
        return (&word[..digits], letter);
    }
    (word, "")
}

fn letter_of(adverb: &str) -> Option<&'static str> {
    const LETTERS: &str = "abcdefghijklmnopqrstuvwxyz";
    let adverb = adverb.to_ascii_lowercase();
    if let Some(at) = LATIN.iter().position(|latin| *latin == adverb) {
        return LETTERS.get(at..at + 1);
    }
    LATIN_VARIANTS.iter().find(|(variant, _)| *variant == adverb).map(|(_, letter)| *letter)
}

impl std::fmt::Display for Number {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for Number {
    type Error = NumberError;
    fn try_from(text: String) -> Result<Number, NumberError> {
        Number::new(text)
    }
}

impl From<Number> for String {
    fn from(number: Number) -> String {
        number.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn printed_numbers_are_read_the_same_in_every_language() {
        let cases = [
            ("(a)", "a"),
            ("a)", "a"),
            ("1.", "1"),
            ("(14a)", "14a"),
            ("‘(14a)", "14a"),
            ("75 bis", "75a"),
            ("75bis", "75a"),
            ("2.3bis.1.", "2.3a.1"),
            ("4 quater", "4c"),
            ("b bis)", "ba"),
            ("b ter)", "bb"),
            ("1-a.", "1-a"),
            ("1 -bis.", "1-a"),
            ("3.1.", "3.1"),
            ("2.3 bis.1.", "2.3a.1"),
            ("IV bis", "IVa"),
            ("III", "III"),
            ("premier", "1"),
            ("PREMIER", "1"),
            ("9A", "9A"),
            ("30 duodecies", "30k"),
            ("(i)", "i"),
        ];
        for (printed, canonical) in cases {
            assert_eq!(Number::read(printed).unwrap().as_str(), canonical, "{printed}");
        }
    }

    #[test]
    fn what_is_not_a_number_is_refused() {
        for text in ["", "—", "()", "4 of them", "4/5"] {
            assert!(Number::read(text).is_err(), "{text}");
        }
    }
}
