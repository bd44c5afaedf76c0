//! Forms of orders: from the row of words and signs in a language's table to what it finds in a sentence.

use winnow::ModalResult;
use winnow::Parser;
use winnow::combinator::{alt, delimited, opt, preceded, repeat, separated};
use winnow::token::take_while;

use super::instruction::ContentKind;
use super::places::{Named, Place, Relation, places, skip_preposition};
use super::sentence::Sentence;
use super::target::{Level, Target};
use crate::languages::{DraftingForm, PerLanguage, Vocabulary};
use crate::law::{Language, Number, SegmentKind};
use crate::prose::{Act, Input, Manner, Meaning, reference_in};

/// A form of order, ready to be looked for.
struct Form {
    source: &'static DraftingForm,
    elements: Vec<Element>,
}

#[derive(Debug, Clone, PartialEq)]
enum Element {
    Word(String),
    In,
    Choice { of: Vec<Vec<Element>>, optional: bool },
    Be,
    Places,
    New,
    Quoted,
    Source,
    Named,
    Aside,
    Rest,
}

/// An order as its sentence gives it, before what other words say of it is added.
#[derive(Clone)]
pub(super) struct Order {
    /// The form that it has.
    pub form: &'static DraftingForm,
    /// Where it applies, step by step.
    pub places: Vec<Place>,
    /// What it says of something new.
    pub new: Option<New>,
    /// The words that it quotes as new.
    pub quoted: Vec<String>,
    /// Where in the amending act its content stands.
    pub source: Vec<Target>,
    /// The new number that it gives.
    pub named: Vec<Named>,
    /// Whether it speaks of its target as other orders of the act leave it.
    pub as_amended: bool,
}

impl Order {
    /// Whether the words order something, and do not only say where or how.
    pub fn changes_something(&self) -> bool {
        use crate::languages::Order::{Amend, Explain};
        !matches!(self.form.does, Amend | Explain)
    }
}

/// What an order says of something new: 'the following paragraphs', 'a new Annex V'.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct New {
    /// What kind of thing it is; none where the order does not say.
    pub kind: Option<ContentKind>,
    /// Its numbers, where the order gives them.
    pub numbers: Vec<Number>,
}

/// Reads the orders that a sentence consists of; `None` where not every word of it is understood.
pub(super) fn orders(sentence: &Sentence<'_>) -> Option<Vec<Order>> {
    let forms = forms(sentence.language);
    from(sentence, forms, &sentence.tokens)
}

fn from(sentence: &Sentence<'_>, forms: &[Form], input: Input<'_>) -> Option<Vec<Order>> {
    forms.iter().find_map(|form| {
        let empty = Order {
            form: form.source,
            places: Vec::new(),
            new: None,
            quoted: Vec::new(),
            source: Vec::new(),
            named: Vec::new(),
            as_amended: false,
        };
        Match { sentence }.run(&form.elements, input, empty, &mut |rest, order| {
            let separators = rest.iter().take_while(|token| separates(&token.means)).count();
            let rest = &rest[separators..];
            let nothing_said = order.places.is_empty() && form.elements.len() == 1;
            if nothing_said {
                return None;
            }
            if rest.is_empty() {
                return Some(vec![order]);
            }
            // Words that only say where the next orders apply must be the last.
            if separators == 0 || form.elements.len() == 1 {
                return None;
            }
            let mut all = vec![order];
            all.extend(from(sentence, forms, rest)?);
            Some(all)
        })
    })
}

fn separates(means: &Meaning) -> bool {
    matches!(means, Meaning::Comma | Meaning::Conjunction | Meaning::Other)
}

/// Looks for a form in a sentence.
struct Match<'s, 't> {
    sentence: &'s Sentence<'t>,
}

type Then<'f, 'i> = &'f mut dyn FnMut(Input<'i>, Order) -> Option<Vec<Order>>;

impl Match<'_, '_> {
    /// Reads the elements one after the other, each way that they can be read, until what comes `then` succeeds.
    fn run<'i>(&self, elements: &[Element], input: Input<'i>, order: Order, then: Then<'_, 'i>) -> Option<Vec<Order>> {
        let Some((first, rest)) = elements.split_first() else { return then(input, order) };
        match first {
            Element::Word(word) => {
                // Commas between words are a matter of taste.
                let comma = usize::from(input.first().is_some_and(|token| token.means == Meaning::Comma));
                let length = self.sentence.length_of(word, &input[comma..])?;
                self.run(rest, &input[comma + length..], order, then)
            }
            Element::In => {
                let mut after = input;
                skip_preposition(self.sentence, &mut after);
                if after.len() == input.len() { None } else { self.run(rest, after, order, then) }
            }
            Element::Be => {
                let mut after = input;
                self.sentence.take_phrase(self.sentence.words().be, &mut after)?;
                self.run(rest, after, order, then)
            }
            Element::Choice { of, optional } => {
                for choice in of {
                    let found =
                        self.run(choice, input, order.clone(), &mut |input, order| self.run(rest, input, order, then));
                    if found.is_some() {
                        return found;
                    }
                }
                if *optional { self.run(rest, input, order, then) } else { None }
            }
            Element::Places => {
                let mut after = input;
                let read = places(self.sentence, &mut after);
                for taken in (0..=read.len()).rev() {
                    let mut length = if taken == 0 { 0 } else { read[taken - 1].1 };
                    let comma = input.get(length).is_some_and(|token| token.means == Meaning::Comma);
                    length += usize::from(taken > 0 && comma && !rest.is_empty());
                    let mut order = order.clone();
                    order.places.extend(read[..taken].iter().map(|(place, _)| place.clone()));
                    if let Some(found) = self.run(rest, &input[length..], order, then) {
                        return Some(found);
                    }
                }
                None
            }
            Element::New => {
                let mut after = input;
                let new = self.new_thing(&mut after)?;
                self.run(rest, after, Order { new: Some(new), ..order }, then)
            }
            Element::Quoted => {
                let mut after = input;
                let quoted = self.quoted(&mut after)?;
                self.run(rest, after, Order { quoted, ..order }, then)
            }
            Element::Source => {
                let mut after = input;
                let source = self.source(&mut after)?;
                self.run(rest, after, Order { source, ..order }, then)
            }
            Element::Aside => {
                let mut after = input;
                let read = places(self.sentence, &mut after);
                if read.is_empty() { None } else { self.run(rest, after, Order { as_amended: true, ..order }, then) }
            }
            Element::Rest => then(&[], order),
            Element::Named => {
                let mut after = input;
                let named = self.named(&mut after)?;
                self.run(rest, after, Order { named, ..order }, then)
            }
        }
    }

    /// 'the following paragraphs', 'new Annexes V and VI', 'le point suivant'.
    fn new_thing(&self, input: &mut Input<'_>) -> Option<New> {
        let words = self.sentence.words();
        let mut new = New::default();
        let mut announced = false;
        while let Some(token) = input.first() {
            if self.sentence.take_phrase(words.following, input).is_some() {
                announced = true;
                continue;
            }
            let kind = match token.means {
                _ if new.kind.is_some() => None,
                Meaning::Name { step: SegmentKind::Row | SegmentKind::ContentsEntry, .. } => Some(ContentKind::Entry),
                Meaning::Name { step: SegmentKind::Group, .. } => Some(ContentKind::Heading),
                Meaning::Name { step, .. } => Some(ContentKind::Provision(step)),
                _ => None,
            };
            let mut rest = *input;
            if kind.is_some() {
                new.kind = kind;
                *input = &input[1..];
            } else if new.kind.is_none() && self.sentence.take_phrase(words.sentences, &mut rest).is_some() {
                new.kind = Some(ContentKind::Sentence);
                *input = rest;
            } else if new.kind.is_none() && self.sentence.take_phrase(words.headings, &mut rest).is_some() {
                new.kind = Some(ContentKind::Heading);
                *input = rest;
            } else if new.kind.is_none() && self.sentence.take_phrase(words.entries, &mut rest).is_some() {
                new.kind = Some(ContentKind::Entry);
                *input = rest;
            } else if new.kind.is_some() && self.number(&mut new.numbers, input) {
            } else {
                break;
            }
        }
        // 'Title II' is a division, 'the title' a heading.
        if new.kind == Some(ContentKind::Provision(SegmentKind::Title)) && new.numbers.is_empty() {
            new.kind = Some(ContentKind::Heading);
        }
        announced.then_some(new)
    }

    /// A number, or one that follows a comma or conjunction.
    fn number(&self, numbers: &mut Vec<Number>, input: &mut Input<'_>) -> bool {
        let mut rest = *input;
        while !numbers.is_empty()
            && matches!(rest.first().map(|token| &token.means), Some(Meaning::Comma | Meaning::Conjunction))
        {
            rest = &rest[1..];
        }
        let Some(Meaning::Number(number) | Meaning::Bracketed(number) | Meaning::Capitals(number)) =
            rest.first().map(|token| token.means.clone())
        else {
            return false;
        };
        numbers.push(number);
        *input = &rest[1..];
        true
    }

    /// 'the words ‘x’', '‘x’ and ‘y’'.
    fn quoted(&self, input: &mut Input<'_>) -> Option<Vec<String>> {
        let words = self.sentence.words();
        let mut quoted = Vec::new();
        let mut rest = *input;
        loop {
            self.sentence.take_phrase(words.following, &mut rest);
            let noun = self.sentence.take_phrase(words.words, &mut rest);
            if noun.or_else(|| self.sentence.take_phrase(words.entries, &mut rest)).is_some()
                && rest.first().is_some_and(|token| token.means == Meaning::Link)
            {
                rest = &rest[1..];
            }
            self.sentence.take_phrase(words.following, &mut rest);
            let Some(token) = rest.first().filter(|token| token.means == Meaning::Quoted) else { break };
            quoted.push(self.sentence.within(token).to_owned());
            rest = &rest[1..];
            *input = rest;
            while matches!(rest.first().map(|token| &token.means), Some(Meaning::Comma | Meaning::Conjunction)) {
                rest = &rest[1..];
            }
        }
        if quoted.is_empty() { None } else { Some(quoted) }
    }

    /// 'Annex I to this Regulation', 'the Annex'.
    fn source(&self, input: &mut Input<'_>) -> Option<Vec<Target>> {
        let mut rest = *input;
        let mut found = Vec::new();
        for place in places(self.sentence, &mut rest) {
            let (Place { relation: Relation::In, named }, _) = place else { return None };
            for named in named {
                let kind = named.target.path.first().and_then(Level::kind);
                let elsewhere = !matches!(named.act, Act::Own | Act::This);
                if elsewhere || !matches!(kind, Some(SegmentKind::Annex | SegmentKind::Appendix)) {
                    return None;
                }
                found.push(named.target);
            }
        }
        *input = rest;
        if found.is_empty() { None } else { Some(found) }
    }

    /// 'paragraphs 5 and 6', 'Annex III'.
    fn named(&self, input: &mut Input<'_>) -> Option<Vec<Named>> {
        let mut rest = *input;
        let read =
            opt(|input: &mut Input<'_>| reference_in(input, Manner::Order)).parse_next(&mut rest).ok().flatten()?;
        *input = rest;
        let act = read.act.clone();
        let named = read
            .addresses()
            .into_iter()
            .map(|(address, _, through)| Named { act: act.clone(), target: Target::at(&address, through) });
        Some(named.collect())
    }
}

fn forms(language: Language) -> &'static [Form] {
    static FORMS: PerLanguage<Vec<Form>> = PerLanguage::new();
    FORMS.get(language, compile)
}

fn compile(vocabulary: &'static Vocabulary) -> Vec<Form> {
    let forms = vocabulary.drafting.forms.iter();
    // A form that cannot be read finds nothing; a test reads each.
    forms.filter_map(|source| Some(Form { source, elements: elements.parse(source.says).ok()? })).collect()
}

fn elements(input: &mut &str) -> ModalResult<Vec<Element>> {
    repeat(1.., preceded(take_while(0.., ' '), element)).parse_next(input)
}

fn choices(input: &mut &str) -> ModalResult<Vec<Vec<Element>>> {
    separated(1.., elements, '|').parse_next(input)
}

fn element(input: &mut &str) -> ModalResult<Element> {
    let sign = |name: &str| match name {
        "be" => Some(Element::Be),
        "places" => Some(Element::Places),
        "new" => Some(Element::New),
        "quoted" => Some(Element::Quoted),
        "source" => Some(Element::Source),
        "named" => Some(Element::Named),
        "in" => Some(Element::In),
        "aside" => Some(Element::Aside),
        "rest" => Some(Element::Rest),
        _ => None,
    };
    let letters = |c: char| c.is_alphabetic() || "'’*-".contains(c);
    alt((
        delimited('[', choices, ']').map(|of| Element::Choice { of, optional: true }),
        delimited('(', choices, ')').map(|of| Element::Choice { of, optional: false }),
        delimited('{', take_while(1.., letters), '}').verify_map(sign),
        take_while(1.., letters).map(|word: &str| Element::Word(word.to_owned())),
    ))
    .parse_next(input)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::languages::vocabulary;

    /// What the words of a sentence lead to, without what stands around it.
    fn printed(orders: &[Order]) -> String {
        let mut out = Vec::new();
        for order in orders {
            let mut targets = vec![Target::default()];
            let mut position = String::new();
            let mut act = String::new();
            for place in &order.places {
                for named in &place.named {
                    if let Act::Celex(celex) = &named.act {
                        act.clone_from(celex);
                    }
                }
                match place.relation {
                    Relation::In | Relation::AtEnd => {
                        let all =
                            targets.iter().flat_map(|above| place.named.iter().map(|one| one.target.below(above)));
                        targets = all.collect();
                    }
                    Relation::After => position = format!(" after {}", place.named[0].target),
                    Relation::Before => position = format!(" before {}", place.named[0].target),
                    Relation::Everywhere | Relation::From(_) => {}
                }
            }
            if targets == [Target::default()] {
                targets = order.named.iter().map(|named| named.target.clone()).collect();
                if let (Some(New { kind: Some(ContentKind::Provision(kind)), numbers }), true) =
                    (&order.new, targets.is_empty())
                {
                    let numbered = numbers.iter().map(|number| Target::numbered(*kind, number.clone()));
                    targets = numbered.collect();
                }
            }
            let targets: Vec<String> = targets.iter().map(ToString::to_string).collect();
            out.push(format!("{act}{}{position}", targets.join(" + ")));
        }
        out.join("; ")
    }

    #[test]
    fn every_form_reads_its_own_case_and_no_other_does_before_it() {
        for language in Language::ALL {
            for form in vocabulary(language).drafting.forms {
                let (says, leads_to) = form.case;
                let sentence = Sentence::of(says, language);
                let read =
                    orders(&sentence).unwrap_or_else(|| panic!("{language}, {}: '{says}' is not read", form.name));
                assert_eq!(read.len(), 1, "{language}: {says}");
                assert_eq!(read[0].form.name, form.name, "{language}: {says}");
                assert_eq!(printed(&read), leads_to, "{language}: {says}");
            }
        }
    }

    #[test]
    fn every_row_of_signs_is_read() {
        for language in Language::ALL {
            assert_eq!(forms(language).len(), vocabulary(language).drafting.forms.len(), "{language}");
        }
    }

    #[test]
    fn what_is_no_order_is_not_read() {
        let sentences = [
            "Article 9 replaces the national rules.",
            "Member States shall amend their rules by 1 July 2032.",
            "The barrel is replaced by its owner when it leaks.",
            "Paragraph 2 is replaced by the following rule of thumb: what leaks is empty.",
        ];
        for text in sentences {
            let sentence = Sentence::of(text, Language::En);
            assert!(orders(&sentence).is_none_or(|orders| orders.is_empty()), "{text}");
        }
    }

    #[test]
    fn a_sentence_may_hold_several_orders_and_several_places() {
        let cases = [
            (
                "in Article 77, first paragraph, point (d), and the third paragraph are replaced by the following:",
                "art_77/unp_1/pnt_d + art_77/unp_3",
            ),
            ("paragraph 2 is deleted and paragraphs 3 and 4 are replaced by the following:", "par_2; par_3 + par_4"),
            (
                "the heading of Section 4 of Chapter 7 of Title V is replaced by the following:",
                "tis_V/cpt_7/sct_4 heading",
            ),
            (
                "In the first subparagraph of Article 10(4) of Directive 2031/87/EC the following sentences are added:",
                "32031L0087art_10/par_4/sub_1",
            ),
            (
                "in Article 5(1), points (c) and (e), and Article 6(2) are deleted;",
                "art_5/par_1/pnt_c + art_5/par_1/pnt_e + art_6/par_2",
            ),
            ("in paragraph 2, the first and third sentences are deleted;", "par_2 sentence 1, 3"),
            ("in Article 4, the last subparagraph of paragraph 3 is deleted;", "art_4/par_3/sub_last"),
            ("point (b)(i) is replaced by the following:", "pnt_b/pnt_i"),
            ("the words ‘a lid’ in paragraph 1 are replaced by ‘two lids’;", "par_1 'a lid'"),
            ("in Annex I, in the table, the line ‘ex 49 Lids’ is deleted;", "anx_I/tbl entry 'ex 49 Lids'"),
            ("In Part A of the Annex to Regulation (EU) 2031/77, the following entry is added:", "32031R0077anx/prt_A"),
        ];
        for (text, leads_to) in cases {
            let sentence = Sentence::of(text, Language::En);
            let read = orders(&sentence).unwrap_or_else(|| panic!("'{text}' is not read"));
            assert_eq!(printed(&read), leads_to, "{text}");
        }
    }
    #[test]
    fn drafting_has_many_hands() {
        let english = [
            ("Article 5 of Regulation (EC) No 31/2007 shall be replaced by the following:", "32007R0031art_5"),
            ("the following point (c) is added:", "pnt_c"),
            ("the following new Article 5a is inserted after Article 5:", "art_5a after art_5"),
            ("The following shall be added to Article 4(1):", "art_4/par_1"),
            ("the following sentence shall be added at the end of paragraph 2:", "par_2"),
            (
                "in the second subparagraph of paragraph 1, ‘barrel’ shall be replaced by ‘butt’;",
                "par_1/sub_2 'barrel'",
            ),
            ("In Article 4, the third indent shall be replaced by the following:", "art_4/idt_3"),
            ("the text of paragraph 3 is replaced by the following:", "par_3"),
            ("the title of the Regulation is replaced by the following:", "heading"),
            ("the existing paragraphs 3 and 4 become paragraphs 4 and 5;", "par_3 + par_4"),
            ("in the table, the entry for Ruritania is replaced by the following:", "tbl entry 'Ruritania'"),
            ("In the Annex, the entry ‘old lid’ is replaced by ‘new lid’.", "anx entry 'old lid'"),
            ("Articles 3 to 6 are repealed with effect from 1 January 2033.", "art_3..6"),
            ("throughout the Directive, the words ‘rain barrel’ are replaced by ‘water butt’;", "'rain barrel'"),
            ("In Article 2(1) and (3), the words ‘a lid’ are deleted.", "art_2/par_1 'a lid' + art_2/par_3 'a lid'"),
            (
                "in Article 7(1), first sentence, the date ‘1 May 2031’ is replaced by ‘1 May 2032’;",
                "art_7/par_1 '1 May 2031'",
            ),
            (
                "Annexes III, IV and V to Regulation (EU) 2031/77 are amended in accordance with the Annex to this Regulation.",
                "32031R0077anx_III + anx_IV + anx_V",
            ),
            (
                "Article 3 of Council Directive 2031/77/EU of 3 May 2031 on rain barrels (the Barrel Directive) is deleted.",
                "32031L0077art_3",
            ),
            (
                "in paragraph 2, first subparagraph, the introductory part and point (b) are replaced by the following:",
                "par_2/sub_1 introductory wording + par_2/sub_1/pnt_b",
            ),
            ("the single paragraph becomes paragraph 1;", "par"),
            ("in Article 2, the date of ‘1 May 2031’ is replaced by the date of ‘1 May 2032’;", "art_2 '1 May 2031'"),
            ("the following entries shall be added under the heading ‘Wooden lids’:", "[Wooden lids]"),
            ("the entry ‘Old barrel’ under the heading ‘Barrels’ is deleted;", "[Barrels] entry 'Old barrel'"),
            ("the following row is inserted after the entry for lid L 7:", " after entry 'lid L 7'"),
            ("in Article 3, point (2) is replaced by the following: ‘(2) a lid;’", "art_3/pnt_2"),
            ("the following point is inserted between points (a) and (b):", " after pnt_a"),
        ];
        let french = [
            ("À l’article 5, il est ajouté le paragraphe suivant:", "art_5"),
            ("l’article 3, paragraphe 2, est rédigé comme suit:", "art_3/par_2"),
            (
                "à l’article 2, les mots: «un couvercle» sont remplacés par les mots: «deux couvercles»;",
                "art_2 'un couvercle'",
            ),
            ("l’article premier est remplacé par le texte suivant:", "art_1"),
            ("au paragraphe 2, la première phrase est supprimée;", "par_2 sentence 1"),
            ("au paragraphe 1, le dernier alinéa est remplacé par le texte suivant:", "par_1/sub_last"),
            ("les articles 3 à 6 sont abrogés avec effet au 1er janvier 2033.", "art_3..6"),
            (
                "L’annexe II du règlement (UE) 2031/77 est remplacée par le texte figurant à l’annexe du présent règlement.",
                "32031R0077anx_II",
            ),
            ("dans le titre de l’article 4, le mot «tonneau» est remplacé par «citerne»;", "art_4 heading 'tonneau'"),
            ("les points 4 et 5 actuels deviennent les points 5 et 6;", "pnt_4 + pnt_5"),
        ];
        let all = english.map(|case| (Language::En, case)).into_iter().chain(french.map(|case| (Language::Fr, case)));
        let wrong: Vec<String> = all
            .filter_map(|(language, (text, leads_to))| {
                let read = orders(&Sentence::of(text, language)).map_or("nothing".to_owned(), |read| printed(&read));
                (read != leads_to).then(|| format!("{text}\n  expected {leads_to}, read {read}"))
            })
            .collect();
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}
