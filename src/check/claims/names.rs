//! The acts that a letter names, by the names that the library knows and by those that the letter gives them itself.

use std::collections::HashMap;
use std::ops::Range;

use super::words::Words;
use crate::check::document::Document;
use crate::law::{Work, WorkKind};
use crate::prose::references;

/// Longest name that is looked for; whole titles are not what people call an act.
const LONGEST: usize = 110;

/// How far before 'hierna:' the act is named that it gives a name to.
const NEAR: usize = 200;

/// A place where an act is named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// Where.
    pub span: Range<usize>,
    /// The short name of the work.
    pub work: String,
    /// Whether it is named by a word of the letter's own, or by 'the Regulation'.
    pub is_alias: bool,
    /// Whether the letter does not say which act 'the Regulation' is.
    pub is_guess: bool,
}

/// The names of works, by their first word.
pub(super) struct Names<'w> {
    by_word: HashMap<String, Vec<(&'w str, &'w Work)>>,
    works: &'w [&'w Work],
}

impl<'w> Names<'w> {
    pub fn of(works: &'w [&'w Work]) -> Names<'w> {
        let mut by_word: HashMap<String, Vec<(&str, &Work)>> = HashMap::new();
        for work in works {
            for names in &work.names {
                let all = std::iter::once(&names.short).chain(&names.title).chain(&names.also);
                for name in all.filter(|name| name.len() <= LONGEST) {
                    by_word.entry(first_word(name)).or_default().push((name, work));
                }
            }
        }
        for names in by_word.values_mut() {
            names.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
        }
        Names { by_word, works }
    }

    /// Every place where an act is named, in order.
    pub fn mentions(&self, document: &Document, words: &Words) -> Vec<Mention> {
        let text = document.text.as_str();
        let mut found = Vec::new();
        let mut from = 0;
        for at in word_starts(text) {
            if at < from {
                continue;
            }
            if let Some((name, work)) = self.at(text, at) {
                from = at + name.len();
                found.push(Mention { span: at..from, work: work.name.clone(), is_alias: false, is_guess: false });
            }
        }
        self.by_number(document, &mut found);
        found.sort_by_key(|mention| mention.span.start);
        let aliases = aliases(text, &found, words);
        self.own_words(document, &aliases, words, &mut found);
        found.sort_by_key(|mention| mention.span.start);
        found
    }

    fn at(&self, text: &str, at: usize) -> Option<(&'w str, &'w Work)> {
        let named = self.by_word.get(&first_word(&text[at..]))?;
        let fits = |name: &str| {
            let found = text.get(at..at + name.len())?;
            // 'DNA' and 'CER' are words too, written small.
            let acronym = name.len() <= 6 && name.bytes().all(|byte| !byte.is_ascii_lowercase());
            let same = if acronym { found == name } else { found.eq_ignore_ascii_case(name) };
            let ends = !text[at + name.len()..].starts_with(|c: char| c.is_alphanumeric());
            (same && ends).then_some(())
        };
        named.iter().find(|(name, _)| fits(name).is_some()).copied()
    }

    /// Acts cited by their number: 'Regulation (EU) 2024/1689'.
    fn by_number(&self, document: &Document, found: &mut Vec<Mention>) {
        for paragraph in &document.paragraphs {
            for cited in crate::law::Language::ALL.into_iter().flat_map(|language| {
                let text = &document.text[paragraph.clone()];
                if text.contains('/') { references(text, language) } else { Vec::new() }
            }) {
                let alone = cited.target.address.steps.is_empty();
                let Some(celex) = cited.target.act.filter(|_| alone) else { continue };
                let span = cited.start + paragraph.start..cited.end + paragraph.start;
                let known = found.iter().any(|known| known.span.start < span.end && span.start < known.span.end);
                if let Some(work) = self.works.iter().find(|work| work.celex.as_str() == celex).filter(|_| !known) {
                    found.push(Mention { span, work: work.name.clone(), is_alias: false, is_guess: false });
                }
            }
        }
    }

    /// 'de conceptverordening', 'the Regulation': the act that the letter gave the name, or the last one named that is a
    /// regulation, or the one that the letter is about.
    fn own_words(
        &self,
        document: &Document,
        aliases: &HashMap<String, String>,
        words: &Words,
        found: &mut Vec<Mention>,
    ) {
        let text = &document.text;
        let is_regulation = |name: &str| {
            let work = self.works.iter().find(|work| work.name == name);
            work.is_some_and(|work| matches!(work.kind, WorkKind::Regulation))
        };
        let add = |found: &mut Vec<Mention>, span: Range<usize>, work: &str, is_guess: bool| {
            let at = found.partition_point(|known| known.span.end <= span.start);
            if found.get(at).is_none_or(|known| known.span.start >= span.end) {
                found.insert(at, Mention { span, work: work.to_owned(), is_alias: true, is_guess });
            }
        };
        for (alias, work) in aliases {
            for (at, _) in text.match_indices(alias.as_str()) {
                let whole = !text[at + alias.len()..].starts_with(char::is_alphanumeric)
                    && !text[..at].ends_with(|c: char| c.is_alphanumeric() || c == '-');
                if whole {
                    add(found, at..at + alias.len(), work, false);
                }
            }
        }
        let main = main(found);
        let named = found.clone();
        for paragraph in &document.paragraphs {
            for hit in words.own_act.find_iter(&text[paragraph.clone()]) {
                let span = hit.start() + paragraph.start..hit.end() + paragraph.start;
                let end = named.partition_point(|mention| mention.span.start < span.start);
                let before = named[..end].iter().rev().take_while(|mention| mention.span.start >= paragraph.start);
                let last = before.map(|mention| mention.work.as_str()).find(|work| is_regulation(work));
                if let Some(work) = last.or(main.as_deref().filter(|work| is_regulation(work))) {
                    add(found, span, work, true);
                }
            }
        }
    }
}

/// The names that the letter gives: '(hierna: conceptverordening)'.
fn aliases(text: &str, found: &[Mention], words: &Words) -> HashMap<String, String> {
    let mut aliases = HashMap::new();
    for hit in words.hereafter.find_iter(text) {
        let rest = text[hit.end()..].trim_start_matches(['‘', '“', '\'', '"', ' ']);
        let given = rest.strip_prefix("de ").or_else(|| rest.strip_prefix("the ")).unwrap_or(rest);
        let name: String = given.chars().take_while(|c| c.is_alphanumeric() || *c == '-' || *c == ' ').collect();
        let end = found.partition_point(|mention| mention.span.start < hit.start());
        let near = found[..end].last().filter(|mention| mention.span.end + NEAR >= hit.start());
        // Only the act that stands right before it: in between, something else would be named.
        let between = |mention: &Mention| !text[mention.span.end.min(hit.start())..hit.start()].contains(['.', '\n']);
        if let Some(mention) = near.filter(|mention| between(mention))
            && (3..60).contains(&name.trim().len())
        {
            let own = !text[mention.span.end.min(hit.start())..hit.start()].contains(" of the ")
                && text[mention.span.end.min(hit.start())..hit.start()].len() < 40;
            if own {
                aliases.insert(name.trim().to_owned(), mention.work.clone());
            }
        }
    }
    aliases
}

/// The act that a letter is about: the one that at least half of its names mean.
fn main(mentions: &[Mention]) -> Option<String> {
    let (work, count) = counted(mentions).into_iter().next()?;
    (count * 2 >= mentions.len()).then(|| work.to_owned())
}

/// The acts that a letter is about: each that is a fifth of what it names.
pub(super) fn mains(mentions: &[Mention]) -> Vec<String> {
    let counted = counted(mentions).into_iter().filter(|(_, count)| count * 5 >= mentions.len());
    counted.map(|(work, _)| work.to_owned()).collect()
}

/// How often each act is named, the most often named first.
fn counted(mentions: &[Mention]) -> Vec<(&str, usize)> {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for mention in mentions {
        *counts.entry(mention.work.as_str()).or_default() += 1;
    }
    let mut counted: Vec<(&str, usize)> = counts.into_iter().collect();
    counted.sort_by_key(|(name, count)| (std::cmp::Reverse(*count), *name));
    counted
}

fn first_word(text: &str) -> String {
    text.chars().take_while(|c| c.is_alphanumeric()).take(40).flat_map(char::to_lowercase).collect()
}

fn word_starts(text: &str) -> impl Iterator<Item = usize> {
    let mut before = ' ';
    text.char_indices().filter_map(move |(at, c)| {
        let starts = c.is_alphanumeric() && !before.is_alphanumeric();
        before = c;
        starts.then_some(at)
    })
}
