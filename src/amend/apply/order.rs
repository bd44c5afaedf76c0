//! The order of numbers, by which something new finds its place among what is there.

use std::cmp::Ordering;

use crate::law::Number;

/// How the numbers of a row of provisions count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Counting {
    /// 1, 2, 2a, 3.
    Figures,
    /// I, II, IIa, III, in capitals or not.
    Roman,
    /// a, b, ba, c.
    Letters,
}

/// How a row counts that has these numbers.
pub(super) fn counting<'n>(numbers: impl Iterator<Item = &'n Number> + Clone) -> Counting {
    let lower = |number: &Number| number.as_str().to_ascii_lowercase();
    if numbers.clone().any(Number::is_arabic) {
        Counting::Figures
    } else if numbers
        .clone()
        .any(|number| matches!(lower(number).as_str(), "ii" | "iii" | "iv" | "vi" | "vii" | "ix" | "xi"))
    {
        Counting::Roman
    } else {
        Counting::Letters
    }
}

/// Which of two numbers of a row comes first.
pub(super) fn compare(counting: Counting, one: &Number, other: &Number) -> Ordering {
    let mut ones = one.as_str().split('.');
    let mut others = other.as_str().split('.');
    loop {
        match (ones.next(), others.next()) {
            (Some(a), Some(b)) => match key(counting, a).cmp(&key(counting, b)) {
                Ordering::Equal => {}
                unequal => return unequal,
            },
            (Some(_), None) => return Ordering::Greater,
            (None, Some(_)) => return Ordering::Less,
            (None, None) => return Ordering::Equal,
        }
    }
}

/// The value of a number and the letters of an insertion behind it. '3-a' stands before '3a', as its hyphen says.
fn key(counting: Counting, part: &str) -> (u32, String) {
    let lower = part.to_ascii_lowercase();
    let split = match counting {
        Counting::Figures => lower.bytes().take_while(u8::is_ascii_digit).count(),
        Counting::Roman => roman_length(&lower),
        Counting::Letters => lower.len().min(1),
    };
    let (head, tail) = lower.split_at(split);
    let value = match counting {
        Counting::Figures => head.parse().unwrap_or(0),
        Counting::Roman => Number::new(head.to_ascii_uppercase()).ok().and_then(|number| number.roman()).unwrap_or(0),
        Counting::Letters => head.bytes().next().map_or(0, u32::from),
    };
    (value, tail.to_owned())
}

/// The length of the longest Roman number that a text starts with.
fn roman_length(text: &str) -> usize {
    let is_roman = |length: &usize| {
        Number::new(text[..*length].to_ascii_uppercase()).ok().is_some_and(|number| number.roman().is_some())
    };
    (1..=text.len()).rev().find(is_roman).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sorted(numbers: &[&str]) -> Vec<String> {
        let mut numbers: Vec<Number> = numbers.iter().map(|text| Number::new(*text).unwrap()).collect();
        let how = counting(numbers.iter());
        numbers.sort_by(|a, b| compare(how, a, b));
        numbers.into_iter().map(String::from).collect()
    }

    #[test]
    fn inserted_numbers_stand_behind_what_they_follow() {
        assert_eq!(sorted(&["10", "2", "2a", "3", "2aa", "3-a", "3a"]), ["2", "2a", "2aa", "3", "3-a", "3a", "10"]);
        assert_eq!(sorted(&["c", "ba", "b", "a", "bb"]), ["a", "b", "ba", "bb", "c"]);
        assert_eq!(sorted(&["v", "iv", "iva", "i", "ii"]), ["i", "ii", "iv", "iva", "v"]);
        assert_eq!(sorted(&["XIV", "IX", "IVa", "IV"]), ["IV", "IVa", "IX", "XIV"]);
        assert_eq!(sorted(&["2.10", "2.9", "2", "3"]), ["2", "2.9", "2.10", "3"]);
    }
}
