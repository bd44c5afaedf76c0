//! Which provision of one version is which of another, changed or not.

use super::align::Scope;
use super::compare::{Comparison, Divided};
use crate::law::Part;

/// A provision of one version and the same one in another, by their places in the outlines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Pair {
    pub old: usize,
    pub new: usize,
    /// Whether the words of the two belong together, too. A provision that is whole in one version and divided in the other
    /// goes with one of the parts; what the parts of a later version stand in goes with its place alone.
    pub words: bool,
}

impl Comparison<'_, '_> {
    /// Every provision that both versions have, divisions included.
    pub fn pairs(&self, parts: &[Part]) -> Vec<Pair> {
        let mut pairs = Vec::new();
        for part in parts {
            self.pairs_below(&self.old.units(*part), &self.new.units(*part), &mut pairs);
        }
        self.division_pairs(&self.old.divisions(None), &self.new.divisions(None), &mut pairs);
        pairs
    }

    fn pairs_below(&self, olds: &[usize], news: &[usize], pairs: &mut Vec<Pair>) {
        for matched in self.matched(olds, news, Scope::Whole) {
            let (Some(old), Some(new)) = (matched.old, matched.new) else { continue };
            let Some(divided) = Divided::of(&self.old, &self.new, Some(old), Some(new)) else {
                pairs.push(Pair { old, new, words: true });
                self.pairs_below(&self.old.children[old], &self.new.children[new], pairs);
                continue;
            };
            if divided.whole_is_old {
                pairs.push(Pair { old, new, words: false });
            }
            let (old, new) = if divided.whole_is_old { (old, divided.heir) } else { (divided.heir, new) };
            pairs.push(Pair { old, new, words: true });
            self.pairs_below(&self.old.children[old], &self.new.children[new], pairs);
        }
    }

    fn division_pairs(&self, olds: &[usize], news: &[usize], pairs: &mut Vec<Pair>) {
        for matched in self.matched(olds, news, Scope::Own) {
            if let (Some(old), Some(new)) = (matched.old, matched.new) {
                pairs.push(Pair { old, new, words: true });
                self.division_pairs(&self.old.divisions(Some(old)), &self.new.divisions(Some(new)), pairs);
            }
        }
    }
}
