//! References in running text: 'Article 6(1), point (a), of Regulation (EU) 2016/679'.

mod acts;
mod steps;

use std::ops::Range;

use winnow::ModalResult;
use winnow::Parser;
use winnow::combinator::{alt, opt};
use winnow::error::{ContextError, ErrMode};

use super::address::{Address, Step};
use super::tokens::{Meaning, Token, tokens};
use acts::{act_alone, act_suffix, further_acts};
use steps::{bare_chain, chain, typed_chain};

use crate::law::{Language, Number, SegmentKind};

/// A reference in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundReference {
    /// First byte.
    pub start: usize,
    /// Byte after the last.
    pub end: usize,
    /// What it refers to.
    pub target: Target,
}

/// What a reference refers to.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Target {
    /// The CELEX number of the act, or that of a treaty; none for the act in which the reference stands.
    pub act: Option<String>,
    /// The address in that act; empty for the act as a whole.
    pub address: Address,
    /// The last provision of a range: 'Articles 9 to 15'.
    pub through: Option<Number>,
}

impl Target {
    /// The target in one word: `art_6/par_2`, `art_9..15`, `32016R0679#art_6`.
    pub fn value(&self) -> String {
        let steps: Vec<String> = self.address.segments().iter().map(ToString::to_string).collect();
        let mut value = self.act.clone().unwrap_or_default();
        if !value.is_empty() && !steps.is_empty() {
            value.push('#');
        }
        value.push_str(&steps.join("/"));
        if let Some(last) = &self.through {
            value.push_str(&format!("..{last}"));
        }
        value
    }
}

/// Finds the references in a text, in order.
///
/// Of a list, each member is a reference of its own ('Articles 9 and 10'), of a range the whole is one. References to
/// instruments that have no CELEX number here ('Article 8 of the Convention') are passed over: they are none to this
/// act, and more cannot be said.
pub fn references(text: &str, language: Language) -> Vec<FoundReference> {
    references_among(&tokens(text, language))
}

fn references_among(tokens: &[Token]) -> Vec<FoundReference> {
    let mut found = Vec::new();
    let mut last_act: Option<String> = None;
    let mut rest: &[Token] = tokens;
    while let Some(first) = rest.first() {
        // Only these can start a reference.
        if !matches!(first.means, Meaning::Name { .. } | Meaning::Ordinal(_) | Meaning::ActKind(_)) {
            rest = &rest[1..];
            continue;
        }
        let mut input = rest;
        match reference(&mut input) {
            Ok(read) => {
                let named = match &read.act {
                    Act::Celex(celex) => Some(celex.clone()),
                    _ => None,
                };
                read.publish(&mut last_act, &mut found);
                if let Some(celex) = named {
                    for more in further_acts(&celex, &mut input) {
                        more.publish(&mut last_act, &mut found);
                    }
                }
                rest = input;
            }
            Err(_) => rest = &rest[1..],
        }
    }
    found
}

/// A reference to what the text itself stands in: 'this Article', 'this Chapter'.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnReference {
    /// First byte.
    pub start: usize,
    /// Byte after the last.
    pub end: usize,
    /// What the text stands in.
    pub step: SegmentKind,
}

/// Finds the references in a text, and those to what it stands in ('this Article', 'this Chapter'), each in order; of the
/// latter also those that are part of a longer reference ('paragraph 1 of this Article').
pub fn all_references(text: &str, language: Language) -> (Vec<FoundReference>, Vec<OwnReference>) {
    let tokens = tokens(text, language);
    (references_among(&tokens), own_among(&tokens))
}

fn own_among(tokens: &[Token]) -> Vec<OwnReference> {
    let pairs = tokens.windows(2).filter(|two| two[0].means == Meaning::Own);
    let own = pairs.filter_map(|two| {
        let Meaning::Name { step, plural: false } = two[1].means else { return None };
        Some(OwnReference { start: two[0].span.start, end: two[1].span.end, step })
    });
    own.collect()
}

/// Reads a text that is one address from its first to its last word, as people type it: commas may be missing, and a
/// bare number is an article.
pub(super) fn typed_address(text: &str, language: Language) -> Option<Address> {
    let mut tokens = tokens(text, language);
    for token in &mut tokens {
        // People leave the brackets out: 'onder a'.
        let word = &text[token.span.clone()];
        let letters = word.len() <= 4 && word.bytes().all(|byte| byte.is_ascii_lowercase());
        if letters
            && token.means == Meaning::Word
            && let Ok(number) = Number::read(word)
        {
            token.means = Meaning::Bracketed(number);
        }
    }
    let mut input: &[Token] = &tokens;
    let read = alt((typed_chain, bare_chain)).parse_next(&mut input).ok()?;
    let single =
        read.groups.iter().all(|group| group.items.len() <= 1 && group.items.iter().all(|item| item.through.is_none()));
    if !input.is_empty() || !single {
        return None;
    }
    read.addresses().into_iter().next().map(|(address, _, _)| address)
}

/// The tokens that are left to read.
pub(crate) type Input<'i> = &'i [Token];

/// Where a reference stands, which decides what it may leave out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Manner {
    /// In the running text of a provision.
    Running,
    /// Typed by a person: commas may be missing, and capitals number anything.
    Typed,
    /// In an order of an amending act, where 'the Annex' alone is an address too.
    Order,
}

/// The steps of one name: 'Articles 9 and 10(2)'.
#[derive(Debug)]
struct Group {
    step: SegmentKind,
    items: Vec<Item>,
    span: Range<usize>,
}

/// A member of a list: `10(2)(a)`, or a range in it: `9 to 15`.
#[derive(Debug)]
struct Item {
    steps: Vec<Step>,
    through: Option<Number>,
    span: Range<usize>,
}

/// Groups in the order from the outermost, and the act that they belong to.
#[derive(Debug)]
pub(crate) struct Chain {
    groups: Vec<Group>,
    /// The act that it belongs to.
    pub act: Act,
    /// Where it stands.
    pub span: Range<usize>,
}

/// The act that a reference belongs to.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Act {
    /// The act in which the reference stands.
    This,
    /// 'this Regulation', said in so many words.
    Own,
    /// The act with that CELEX number.
    Celex(String),
    /// 'that Regulation'.
    LastNamed,
    /// A convention and the like.
    Elsewhere,
}

impl Chain {
    /// The addresses that the chain stands for, each with its span and the end of its range.
    pub(crate) fn addresses(&self) -> Vec<(Address, Range<usize>, Option<Number>)> {
        let mut whole: Vec<(Vec<Step>, Range<usize>, Option<Number>)> = vec![(Vec::new(), self.span.clone(), None)];
        for group in &self.groups {
            let several = group.items.len() > 1;
            let mut next = Vec::new();
            for (above, span, through) in &whole {
                if group.items.is_empty() {
                    next.push((above.clone(), span.clone(), through.clone()));
                }
                for (at, item) in group.items.iter().enumerate() {
                    let steps = above.iter().chain(&item.steps).cloned().collect();
                    // The first member of a list stands for the words that name it, the others for themselves, and the
                    // last also for what follows and holds for all: '(c) and (e) of Directive 2011/93/EU'.
                    let last = at + 1 == group.items.len();
                    let span = match (several, at) {
                        (false, _) => span.clone(),
                        (true, 0) => span.start.min(group.span.start)..item.span.end,
                        (true, _) if last => item.span.start..span.end.max(item.span.end),
                        (true, _) => item.span.clone(),
                    };
                    next.push((steps, span, item.through.clone().or_else(|| through.clone())));
                }
            }
            whole = next;
        }
        whole.into_iter().map(|(steps, span, through)| (Address { steps }, span, through)).collect()
    }

    fn publish(self, last_act: &mut Option<String>, found: &mut Vec<FoundReference>) {
        let act = match &self.act {
            Act::This | Act::Own => None,
            Act::Celex(celex) => {
                *last_act = Some(celex.clone());
                Some(celex.clone())
            }
            Act::LastNamed => match last_act {
                Some(celex) => Some(celex.clone()),
                None => return,
            },
            Act::Elsewhere => return,
        };
        for (address, span, through) in self.addresses() {
            if address.steps.is_empty() && act.is_none() {
                continue;
            }
            found.push(FoundReference {
                start: span.start,
                end: span.end,
                target: Target { act: act.clone(), address, through },
            });
        }
    }
}

pub(crate) fn token<'i>(
    want: impl Fn(&Meaning) -> bool + Copy,
) -> impl Parser<Input<'i>, &'i Token, ErrMode<ContextError>> {
    move |input: &mut Input<'i>| {
        let Some((first, rest)) = input.split_first() else { return Err(ErrMode::Backtrack(ContextError::new())) };
        if !want(&first.means) {
            return Err(ErrMode::Backtrack(ContextError::new()));
        }
        *input = rest;
        Ok(first)
    }
}

pub(crate) fn comma<'i>(input: &mut Input<'i>) -> ModalResult<()> {
    token(|m| *m == Meaning::Comma).void().parse_next(input)
}

pub(crate) fn link<'i>(input: &mut Input<'i>) -> ModalResult<()> {
    (opt(comma), token(|m| *m == Meaning::Link)).void().parse_next(input)
}

/// 'Article 6(1), point (a), of Regulation (EU) 2016/679', 'point (a) of Article 6(1)', 'Directive 2006/42/EC'.
fn reference(input: &mut Input<'_>) -> ModalResult<Chain> {
    reference_in(input, Manner::Running)
}

/// A reference that stands where `manner` says.
pub(crate) fn reference_in(input: &mut Input<'_>, manner: Manner) -> ModalResult<Chain> {
    alt((|input: &mut _| chain_with_act(input, manner), act_alone)).parse_next(input)
}

fn chain_with_act(input: &mut Input<'_>, manner: Manner) -> ModalResult<Chain> {
    let mut chain = chain(input, manner)?;
    if let Some((act, end)) = opt(act_suffix).parse_next(input)? {
        chain.act = act;
        chain.span.end = end.unwrap_or(chain.span.end);
    }
    let relative = chain.groups.iter().all(|group| group.items.is_empty());
    if relative && matches!(chain.act, Act::This | Act::Own) {
        return Err(ErrMode::Backtrack(ContextError::new()));
    }
    Ok(chain)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, language: Language) -> Vec<String> {
        references(text, language)
            .into_iter()
            .map(|found| format!("{} = {}", &text[found.start..found.end], found.target.value()))
            .collect()
    }

    #[test]
    fn english_references_are_read_with_their_span() {
        let cases: [(&str, &[&str]); 20] = [
            ("in Articles 9 to 15 and 17 to 25 may", &["Articles 9 to 15 = art_9..15", "17 to 25 = art_17..25"]),
            ("as set out in Article 6(1), point (a), shall", &["Article 6(1), point (a) = art_6/par_1/pnt_a"]),
            ("point (a) of Article 6(1)", &["point (a) of Article 6(1) = art_6/par_1/pnt_a"]),
            ("Articles 9 and 10(2) apply", &["Articles 9 = art_9", "10(2) = art_10/par_2"]),
            ("Article 6(1) and (2)", &["Article 6(1) = art_6/par_1", "(2) = art_6/par_2"]),
            ("laid down in Articles 8 to 15.", &["Articles 8 to 15 = art_8..15"]),
            ("Annex III, point 1(a)", &["Annex III, point 1(a) = anx_III/pnt_1/pnt_a"]),
            ("Section A of Annex I", &["Section A of Annex I = anx_I/sct_A"]),
            ("(systems under Annex I) or four years", &["Annex I = anx_I"]),
            ("the acts in Annex X that have been", &["Annex X = anx_X"]),
            (
                "Directive 2006/42/EC, in particular Article 2 thereof",
                &["Directive 2006/42/EC = 32006L0042", "Article 2 = 32006L0042#art_2"],
            ),
            (
                "Chapter III, Sections 1, 2 and 3",
                &["Chapter III, Sections 1 = cpt_III/sct_1", "2 = cpt_III/sct_2", "3 = cpt_III/sct_3"],
            ),
            (
                "Article 4, point (1), of Regulation (EU) 2016/679 and Article 9 of that Regulation",
                &[
                    "Article 4, point (1), of Regulation (EU) 2016/679 = 32016R0679#art_4/pnt_1",
                    "Article 9 = 32016R0679#art_9",
                ],
            ),
            (
                "Regulation (EC) No 765/2008 and Directive 2006/42/EC",
                &["Regulation (EC) No 765/2008 = 32008R0765", "Directive 2006/42/EC = 32006L0042"],
            ),
            (
                "Regulations (EU) 2031/77 and (EU) 2032/15 and Directive (EU) 2030/9",
                &[
                    "Regulations (EU) 2031/77 = 32031R0077",
                    "(EU) 2032/15 = 32032R0015",
                    "Directive (EU) 2030/9 = 32030L0009",
                ],
            ),
            (
                "Annex I to Directive 2006/42/EC and Articles 1 to 3",
                &["Annex I to Directive 2006/42/EC = 32006L0042#anx_I", "Articles 1 to 3 = art_1..3"],
            ),
            ("Article 16 TFEU", &["Article 16 TFEU = 12016E#art_16"]),
            ("Article 8 of the Convention", &[]),
            (
                "the first subparagraph of paragraph 1 of this Article",
                &["the first subparagraph of paragraph 1 of this Article = par_1/sub_1"],
            ),
            (
                "Article 5(1), first subparagraph, points (g) and (h)",
                &[
                    "Article 5(1), first subparagraph, points (g) = art_5/par_1/sub_1/pnt_g",
                    "(h) = art_5/par_1/sub_1/pnt_h",
                ],
            ),
        ];
        for (text, expected) in cases {
            let found: Vec<String> =
                found(text, Language::En).into_iter().map(|f| f.trim_start_matches("the ").to_owned()).collect();
            let expected: Vec<&str> = expected.iter().map(|e| e.trim_start_matches("the ")).collect();
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn dutch_and_french_references_are_read() {
        assert_eq!(
            found("bedoeld in artikel 6, lid 1, punt a), en artikel 75 bis", Language::Nl),
            ["artikel 6, lid 1, punt a) = art_6/par_1/pnt_a", "artikel 75 bis = art_75a"]
        );
        assert_eq!(
            found("de artikelen 8 tot en met 15 van Verordening (EU) 2016/679", Language::Nl),
            ["artikelen 8 tot en met 15 van Verordening (EU) 2016/679 = 32016R0679#art_8..15"]
        );
        assert_eq!(
            found("à l’article 6, paragraphes 1 et 2, et à l’annexe III, point 1 a)", Language::Fr),
            [
                "article 6, paragraphes 1 = art_6/par_1",
                "2 = art_6/par_2",
                "annexe III, point 1 a) = anx_III/pnt_1/pnt_a"
            ]
        );
        assert_eq!(
            found("l’article 5, paragraphe 1, premier alinéa, point b bis), du règlement (UE) 2016/679", Language::Fr),
            [
                "article 5, paragraphe 1, premier alinéa, point b bis), du règlement (UE) 2016/679 = 32016R0679#art_5/par_1/sub_1/pnt_ba"
            ]
        );
    }

    #[test]
    fn what_only_looks_like_a_reference_is_none() {
        for text in ["at that point a provider", "30 days", "the article of clothing", "Members of this Article"] {
            assert_eq!(found(text, Language::En), [] as [&str; 0], "{text}");
        }
    }
}
