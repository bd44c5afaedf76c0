//! What a reference says its target is to the provision: an exception, a basis of power, what it punishes, or a mere
//! reference.

use super::EdgeKind;
use crate::languages::{RelationWords, vocabulary};
use crate::law::{Language, Outline, Placed};
use crate::prose::fold;

/// Reads the references of one text for what they say, in their order.
pub(super) struct Relations<'t> {
    text: &'t str,
    words: &'static RelationWords,
    joints: Vec<&'static str>,
    /// What the text of the provisions around says that all of a list is a breach of.
    listed_breach: bool,
    penal: bool,
    /// The last reference: where it ended, and what it was.
    last: Option<(usize, EdgeKind)>,
}

impl<'t> Relations<'t> {
    pub(super) fn of(text: &'t str, placed: &Placed<'_>, outline: &Outline<'_>, language: Language) -> Relations<'t> {
        let vocabulary = vocabulary(language);
        let words = &vocabulary.relations;
        let heading = outline.unit_of(placed).and_then(|unit| unit.provision.heading.as_deref()).unwrap_or_default();
        let heading = fold(heading);
        let penal = words.penalty_headings.iter().any(|part| heading.contains(part));
        let lead_in = penal.then(|| outline.above(placed).next()).flatten();
        let lead_in = lead_in.and_then(|above| above.provision.text.as_deref()).map(fold).unwrap_or_default();
        Relations {
            text,
            words,
            joints: vocabulary.provisions.conjunctions.to_vec(),
            listed_breach: words.breach.iter().any(|breach| lead_in.contains(breach)),
            penal,
            last: None,
        }
    }

    /// What the reference at a place of the text says.
    pub(super) fn at(&mut self, start: usize, end: usize) -> EdgeKind {
        let listed = self.last.filter(|(before, _)| *before <= start && self.joins(*before, start));
        let kind = match listed {
            Some((_, kind)) => kind,
            None => self.said(start),
        };
        self.last = Some((end, kind));
        kind
    }

    /// Whether two references are members of one list.
    fn joins(&self, from: usize, to: usize) -> bool {
        let between = fold(self.text.get(from..to).unwrap_or_default());
        let mut words = between.split(|c: char| c.is_whitespace() || c == ',').filter(|word| !word.is_empty());
        words.all(|word| self.joints.contains(&word) || self.words.articles.contains(&word))
    }

    fn said(&self, start: usize) -> EdgeKind {
        let (before, after) = self.text.split_at_checked(start).unwrap_or((self.text, ""));
        let before = &before[before.rfind(". ").map_or(0, |at| at + 2)..];
        let after = &after[..after.find(". ").unwrap_or(after.len())];
        let before = fold(before);
        if self.follows(&before, self.words.derogation) {
            return EdgeKind::DerogatesFrom;
        }
        let confers = |text: &str| self.words.empowerment.iter().any(|words| text.contains(words));
        if self.follows(&before, self.words.empowered_by) && (confers(&before) || confers(&fold(after))) {
            return EdgeKind::Empowers;
        }
        if self.penal && self.is_breached(&before) { EdgeKind::Sanctions } else { EdgeKind::RefersTo }
    }

    /// Whether the words of a sentence before a reference, in an article on penalties, say that it is breached.
    fn is_breached(&self, before: &str) -> bool {
        let ends = self.words.breach.iter().filter_map(|words| before.rfind(words).map(|at| at + words.len()));
        let since = match ends.max() {
            // What stands behind a comma is said of something else: 'any infringement of this Regulation, taking into
            // account the guidelines under Article 96'.
            Some(at) if before[at..].contains(',') => return false,
            Some(at) => &before[at..],
            None if self.listed_breach => before,
            None => return false,
        };
        let stops = self.words.except.iter().chain(self.words.punishment);
        !stops.into_iter().any(|words| since.contains(words))
    }

    /// Whether a text ends in some words, with nothing but an article behind them.
    fn follows(&self, before: &str, list: &[&str]) -> bool {
        let mut rest = before.trim_end();
        for article in self.words.articles {
            let bare = rest.strip_suffix(article).filter(|bare| article.ends_with('\'') || bare.ends_with(' '));
            if let Some(bare) = bare {
                rest = bare.trim_end();
                break;
            }
        }
        let ends = |words: &&str| rest.strip_suffix(*words).is_some_and(|head| !head.ends_with(char::is_alphanumeric));
        list.iter().any(ends)
    }
}
