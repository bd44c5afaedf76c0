//! The tokens that references are made of. Whatever else stands in a text is one token of no meaning, so that nothing
//! is read across it.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

use regex::Regex;

use crate::languages::{PerLanguage, Vocabulary};
use crate::law::{Language, Number, SegmentKind};

/// A piece of text with what it may mean in a reference.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Token {
    /// What it may mean.
    pub means: Meaning,
    /// Where it stands, in bytes.
    pub span: Range<usize>,
}

/// What a token may mean in a reference.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Meaning {
    /// The name of a step: 'Article', 'leden'.
    Name {
        step: SegmentKind,
        plural: bool,
    },
    /// 'first'.
    Ordinal(usize),
    /// A number without brackets: `75a`, `4 bis`.
    Number(Number),
    /// A number in brackets, or closed by one: `(a)`, `b bis)`.
    Bracketed(Number),
    /// Capitals that can number an annex, a chapter, a section: `III`, `A`.
    Capitals(Number),
    /// `[2]`: the second provision with that number.
    Occurrence(u16),
    Comma,
    Conjunction,
    Range,
    Link,
    /// 'this'.
    Own,
    /// 'that'.
    That,
    /// 'thereof', which refers to what was last named by itself.
    Thereof,
    /// 'Regulation', with its letter in CELEX numbers.
    ActKind(char),
    /// The number of an act: `2016/679`, `No 765/2008`, `2006/42/EC`.
    ActNumber {
        first: u32,
        second: u32,
        number_first: bool,
    },
    /// The domain in brackets before the number of an act: `(EU)`.
    Domain,
    /// The treaties and the Charter, by the start of their CELEX numbers.
    Treaty(&'static str),
    /// Another instrument, which has no CELEX number here: 'Convention'.
    Instrument,
    /// Words between quotation marks, in an order of an amending act.
    Quoted,
    /// Any other word.
    Word,
    /// Any other mark.
    Other,
}

struct Lexer {
    pieces: Regex,
    /// What the vocabulary knows, by the first piece of its spelling; the longest spelling first.
    words: HashMap<String, Vec<Spelling>>,
}

struct Spelling {
    pieces: Vec<String>,
    means: Meaning,
}

/// Splits a text into tokens.
pub(crate) fn tokens(text: &str, language: Language) -> Vec<Token> {
    let Some(lexer) = lexer(language) else { return Vec::new() };
    let pieces: Vec<Range<usize>> = lexer.pieces.find_iter(text).map(|found| found.range()).collect();
    let mut tokens = Vec::with_capacity(pieces.len());
    let mut at = 0;
    while at < pieces.len() {
        let (means, taken) = lexer.known(text, &pieces[at..]).unwrap_or_else(|| (shape(&text[pieces[at].clone()]), 1));
        tokens.push(Token { means, span: pieces[at].start..pieces[at + taken - 1].end });
        at += taken;
    }
    tokens
}

impl Lexer {
    /// The longest spelling of the vocabulary that starts here, and how many pieces it takes.
    fn known(&self, text: &str, pieces: &[Range<usize>]) -> Option<(Meaning, usize)> {
        let first = &text[pieces.first()?.clone()];
        if !first.starts_with(|c: char| c.is_alphabetic() || c == '§') {
            return None;
        }
        let fits = |spelling: &&Spelling| {
            pieces.len() >= spelling.pieces.len()
                && spelling.pieces.iter().zip(pieces).skip(1).all(|(want, range)| fold(&text[range.clone()]) == *want)
        };
        let spelling = self.words.get(fold(first).as_ref())?.iter().find(fits)?;
        Some((spelling.means.clone(), spelling.pieces.len()))
    }
}

/// What a piece that no vocabulary knows may mean, by its shape.
fn shape(piece: &str) -> Meaning {
    let number = || Number::read(piece).ok();
    let first = piece.chars().next().unwrap_or_default();
    let bracketed = piece.ends_with(')');
    match first {
        ',' => Meaning::Comma,
        '(' if is_domain(piece) => Meaning::Domain,
        '(' if bracketed => number().map_or(Meaning::Other, Meaning::Bracketed),
        '[' => piece.trim_matches(['[', ']']).parse().map_or(Meaning::Other, Meaning::Occurrence),
        _ if piece.contains('/') && piece.len() > 1 => act_number(piece).unwrap_or(Meaning::Other),
        '0'..='9' if bracketed => number().map_or(Meaning::Other, Meaning::Bracketed),
        '0'..='9' => number().map_or(Meaning::Other, Meaning::Number),
        'a'..='z' | 'A'..='Z' if bracketed => number().map_or(Meaning::Word, Meaning::Bracketed),
        'A'..='Z' if !bracketed && is_capitals(piece) => number().map_or(Meaning::Word, Meaning::Capitals),
        first if first.is_alphanumeric() => Meaning::Word,
        _ => Meaning::Other,
    }
}

/// `(EU)`, `(Euratom)`: more than one capital, and no Roman number.
fn is_domain(piece: &str) -> bool {
    let inner = piece.trim_matches(['(', ')']);
    inner.len() > 1
        && inner.starts_with(|c: char| c.is_ascii_uppercase())
        && !inner.bytes().all(|byte| b"IVX".contains(&byte))
}

/// `III`, `A`, `IVa`, `IV bis`, `I.B`.
fn is_capitals(piece: &str) -> bool {
    let piece = piece.split('.').next().unwrap_or_default();
    let head = piece.split(char::is_whitespace).next().unwrap_or_default();
    let capitals = head.trim_end_matches(|c: char| c.is_ascii_lowercase());
    head.len() - capitals.len() <= 1 && (capitals.len() == 1 || capitals.bytes().all(|byte| b"IVXLC".contains(&byte)))
}

/// Lower case, one kind of apostrophe and of space.
pub(crate) fn fold(text: &str) -> Cow<'_, str> {
    if text.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return Cow::Borrowed(text);
    }
    let folded = text.chars().map(|c| match c {
        '\u{2019}' => '\'',
        c if c.is_whitespace() => ' ',
        c => c,
    });
    Cow::Owned(folded.flat_map(char::to_lowercase).collect())
}

/// `2016/679`, `No 765/2008`, `2006/42/EC`: which figure is the year.
///
/// Source: Interinstitutional Style Guide, 1.2.2: the year comes first since 2015; before, the number came first in
/// regulations and decisions ('No 765/2008') and the year in directives ('2006/42/EC').
fn act_number(piece: &str) -> Option<Meaning> {
    let mut figures = piece.split(|c: char| !c.is_ascii_digit()).filter(|figure| !figure.is_empty());
    let (first, second) = (figures.next()?.parse().ok()?, figures.next()?.parse().ok()?);
    let number_first = piece.starts_with(|c: char| !c.is_ascii_digit());
    Some(Meaning::ActNumber { first, second, number_first })
}

fn lexer(language: Language) -> Option<&'static Lexer> {
    static LEXERS: PerLanguage<Option<Lexer>> = PerLanguage::new();
    LEXERS.get(language, build).as_ref()
}

fn build(vocabulary: &'static Vocabulary) -> Option<Lexer> {
    let space = SPACE;
    let letter = LETTER;
    let lettered = format!(r"(?:[a-z]{{1,4}}|[0-9]+(?:[a-z]?\.[0-9]+)*(?:-?[a-z]{{1,2}})?)(?:{space}(?:{ADVERBS}))?");
    let domain = r"(?:EU|EC|EEC|CEE|CE|UE|EG|EEG|Euratom)";
    // No piece needs to look at what stands before it: each starts where the last one ended.
    let pattern = format!(
        r"(?x)
          \((?:{lettered}|{domain}(?:,{space}*Euratom)?|[A-Z]|[IVX]{{2,5}})\)
        | \[[0-9]{{1,4}}\]
        | (?:No|no|n[°ºo]|nr\.?|Nr\.?){space}?[0-9]+/[0-9]+(?:/{domain})?
        | [0-9]{{2,4}}/[0-9]+(?:/{domain})?
        | [0-9]+(?:[a-z]?\.[0-9]+)*(?:{space}?(?:{ADVERBS})|-[a-z]{{1,2}}(?-u:\b)|[a-z]{{1,2}}(?:{space}(?:{ADVERBS})(?-u:\b))?|[A-Z](?-u:\b))?\)?
        | [a-z]{{1,4}}(?:{space}(?:{ADVERBS}))?\)
        | (?:[A-Z]|[IVX]{{2,5}})\)
        | (?:[IVXLC]+|[A-Z]){space}(?:{ADVERBS})
        | (?:[IVX]{{1,5}}|[A-Z])\.(?:[0-9]{{1,2}}|[A-Z])(?-u:\b)
        | {letter}(?:{letter}|[0-9-])*(?:['\u{{2019}}]s?)?
        | [^\s\u{{a0}}]"
    );
    let pieces = Regex::new(&pattern).ok()?;
    let mut words: HashMap<String, Vec<Spelling>> = HashMap::new();
    for (word, means) in spellings(vocabulary) {
        let spelt: Vec<String> = pieces.find_iter(word).map(|found| fold(found.as_str()).into_owned()).collect();
        let Some(first) = spelt.first().cloned() else { continue };
        let same_start = words.entry(first).or_default();
        if !same_start.iter().any(|known| known.pieces == spelt) {
            same_start.push(Spelling { pieces: spelt, means });
        }
    }
    for same_start in words.values_mut() {
        same_start.sort_by_key(|spelling| std::cmp::Reverse(spelling.pieces.len()));
    }
    Some(Lexer { pieces, words })
}

/// Every spelling of the vocabulary with its meaning; of two meanings, the first counts.
fn spellings(words: &'static Vocabulary) -> Vec<(&'static str, Meaning)> {
    let mut all = Vec::new();
    for name in words.provisions.names {
        for (at, word) in name.read.iter().enumerate() {
            // The first spelling is the singular, the second the plural, the others are abbreviations of either.
            all.push((*word, Meaning::Name { step: name.kind, plural: at > 0 }));
        }
    }
    all.extend(words.provisions.ordinals.iter().enumerate().map(|(at, word)| (*word, Meaning::Ordinal(at + 1))));
    let others = words.provisions.ordinals_read.iter();
    all.extend(others.map(|(word, place)| (*word, Meaning::Ordinal(usize::from(*place)))));
    let lists: [(&[&'static str], Meaning); 6] = [
        (words.provisions.conjunctions, Meaning::Conjunction),
        (words.provisions.ranges, Meaning::Range),
        (words.provisions.own, Meaning::Own),
        (words.acts.that, Meaning::That),
        (words.acts.thereof, Meaning::Thereof),
        (words.acts.instruments, Meaning::Instrument),
    ];
    for (list, means) in lists {
        all.extend(list.iter().map(|word| (*word, means.clone())));
    }
    all.extend(words.acts.treaties.iter().map(|(word, celex)| (*word, Meaning::Treaty(celex))));
    all.extend(words.acts.kinds.iter().map(|(word, letter)| (*word, Meaning::ActKind(*letter))));
    all.extend(words.provisions.links.iter().map(|word| (*word, Meaning::Link)));
    all
}

/// White space between the pieces of a number.
pub(super) const SPACE: &str = r"[\x20\t\r\n\u{a0}\u{202f}]";

/// The letters of the languages that are read. The class of all letters takes longer to build than a whole comparison.
pub(super) const LETTER: &str = r"[A-Za-z\u{c0}-\u{d6}\u{d8}-\u{f6}\u{f8}-\u{24f}]";

/// Longest first, so that 'quaterdecies' is not read as 'quater'.
const ADVERBS: &str = "quaterdecies|quindecies|quinquies|terdecies|duodecies|undecies|sexdecies|septdecies|octodecies|novodecies|decies|nonies|octies|septies|sexies|quater|ter|bis";
