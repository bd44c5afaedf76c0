//! The comparison form of a text: what two wordings have in common when only their typography differs.

use std::borrow::Cow;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// The text in its comparison form: Unicode NFC, every stretch of white space one space, every quotation mark and
/// every dash one character, no space before a closing mark or after an opening one, soft hyphens and other invisible characters gone, subscript figures on the line.
///
/// Superscript figures stay apart: 10²⁵ is not 1025.
pub fn comparison_form(text: &str) -> String {
    let composed: Cow<'_, str> = match is_nfc_quick(text.chars()) {
        IsNormalized::Yes => Cow::Borrowed(text),
        _ => Cow::Owned(text.nfc().collect()),
    };
    let mut out = String::with_capacity(composed.len());
    let mut space = false;
    let mut opened = false;
    let mut rest = composed.as_ref();
    while let Some(c) = rest.chars().next() {
        // Most of a text is words with a space between, which stay as they are.
        let plain = plain_words(rest.as_bytes());
        let taken = if plain > 0 { plain } else { c.len_utf8() };
        let (piece, after) = rest.split_at(taken);
        rest = after;
        if is_invisible(c) {
            continue;
        }
        if is_space(c) {
            space = true;
            continue;
        }
        // French sets guillemets and colons off with a space, and some pages set every mark off, where other typesettings
        // of the same text do not.
        let closes_up = matches!(c, '»' | '›' | ',' | '.' | '…' | ';' | ':' | '!' | '?' | ')' | ']');
        if space && !opened && !closes_up && !out.is_empty() {
            out.push(' ');
        }
        space = false;
        if plain > 0 {
            opened = false;
            out.push_str(piece);
        } else {
            opened = matches!(c, '«' | '‹' | '(' | '[');
            push_folded(c, &mut out);
        }
    }
    out
}

/// The length of the words of plain letters and figures, with one space between, that a text starts with.
fn plain_words(text: &[u8]) -> usize {
    let mut at = 0;
    loop {
        at += text[at..].iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
        let goes_on = at > 0 && text.get(at) == Some(&b' ') && text.get(at + 1).is_some_and(u8::is_ascii_alphanumeric);
        if !goes_on {
            return at;
        }
        at += 1;
    }
}

/// The words of the comparison form, in order.
pub fn comparison_words(text: &str) -> Vec<String> {
    comparison_form(text).split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

fn push_folded(c: char, out: &mut String) {
    match c {
        '\u{2018}'..='\u{201f}' | '"' | '\'' | '`' | '´' | '«' | '»' | '‹' | '›' | '\u{2032}' | '\u{2033}' => {
            out.push('\'');
        }
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{ad}' | '\u{2043}' => out.push('-'),
        '\u{2080}'..='\u{2089}' => {
            if let Some(digit) = char::from_digit(c as u32 - 0x2080, 10) {
                out.push(digit);
            }
        }
        '…' => out.push_str("..."),
        _ => out.push(c),
    }
}

/// White space of any width, the no-break ones included.
pub(crate) fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{a0}' | '\u{2007}' | '\u{202f}')
}

/// Characters without a shape of their own: soft hyphen, zero-width marks, byte order mark.
pub(crate) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typography_does_not_count() {
        let cases = [
            ("the ‘Charter’", "the 'Charter'"),
            ("la « Charte »", "la 'Charte'"),
            ("la «\u{a0}Charte\u{a0}», et", "la 'Charte', et"),
            ("2019\u{2011}2020 — now", "2019-2020 - now"),
            ("  two\n  lines\t", "two lines"),
            ("20\u{a0}%", "20 %"),
            ("EUR 750\u{a0}000 .", "EUR 750 000."),
            ("les points suivants :", "les points suivants:"),
            ("coöperation", "coöperation"),
            ("coo\u{308}peration", "coöperation"),
            ("arti\u{ad}ficial", "artificial"),
            ("CO₂", "CO2"),
            ("Subject matter`", "Subject matter'"),
        ];
        for (published, compared) in cases {
            assert_eq!(comparison_form(published), compared);
        }
    }

    #[test]
    fn a_power_of_ten_stays_a_power() {
        assert_ne!(comparison_form("10²⁵"), comparison_form("1025"));
    }

    #[test]
    fn the_comparison_form_is_its_own_comparison_form() {
        let once = comparison_form(" « a » — b…  c₂ ");
        assert_eq!(comparison_form(&once), once);
    }
}
