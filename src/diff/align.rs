//! Which provision of one version is which of the other.
//!
//! In passes, from the surest to the least sure: the same number with the same words; the same words elsewhere; the
//! same number, unless its words went elsewhere; the most alike of what is left; the same number after all; the same
//! place between neighbours. No pass depends on which side is called the old one.

use std::collections::{HashMap, HashSet};

use rayon::prelude::*;

pub(super) use super::tree::Scope;
use super::tree::Tree;
use crate::law::{Kind, Segment};

/// Likeness from which two provisions with different numbers count as the same one, moved.
const ALIKE: f64 = 0.6;

/// Likeness from which two provisions without numbers count as the same one.
const NEIGHBOURS: f64 = 0.4;

/// By how much another provision must be more alike than the one with the same number.
const MORE_ALIKE: f64 = 0.2;

/// Fewest words by which a provision is known elsewhere.
const DISTINCTIVE: usize = 6;

/// From how many provisions on their words are counted on all processors.
const MANY: usize = 16;

/// One of two rows of siblings.
pub(super) struct Row<'r, 'o, 'a> {
    pub tree: &'r Tree<'o, 'a>,
    pub places: &'r [usize],
    pub scope: Scope,
}

/// A provision of the old row with its partner in the new one, by their places in the rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Couple {
    pub old: usize,
    pub new: usize,
    /// Whether the order of the rows tells that it moved: some of its neighbours stand on its other side now.
    pub crosses: bool,
}

/// Pairs the provisions of two rows of siblings.
pub(super) fn align(old: &Row<'_, '_, '_>, new: &Row<'_, '_, '_>) -> Vec<Couple> {
    let mut pairing = Pairing::new(old, new);
    pairing.same_number_same_words();
    if !pairing.is_complete() {
        pairing.same_words();
    }
    if !pairing.is_complete() {
        let likeness = Likeness::of(&pairing);
        pairing.same_number(&likeness);
        pairing.most_alike(&likeness);
        pairing.same_number_after_all();
        pairing.same_place();
    }
    pairing.couples()
}

struct Pairing<'p, 'r, 'o, 'a> {
    old: &'p Row<'r, 'o, 'a>,
    new: &'p Row<'r, 'o, 'a>,
    partner_of_old: Vec<Option<usize>>,
    partner_of_new: Vec<Option<usize>>,
}

impl<'p, 'r, 'o, 'a> Pairing<'p, 'r, 'o, 'a> {
    fn new(old: &'p Row<'r, 'o, 'a>, new: &'p Row<'r, 'o, 'a>) -> Self {
        Pairing { old, new, partner_of_old: vec![None; old.places.len()], partner_of_new: vec![None; new.places.len()] }
    }

    fn join(&mut self, i: usize, j: usize) {
        self.partner_of_old[i] = Some(j);
        self.partner_of_new[j] = Some(i);
    }

    fn open_old(&self) -> Vec<usize> {
        (0..self.partner_of_old.len()).filter(|i| self.partner_of_old[*i].is_none()).collect()
    }

    fn open_new(&self) -> Vec<usize> {
        (0..self.partner_of_new.len()).filter(|j| self.partner_of_new[*j].is_none()).collect()
    }

    fn is_complete(&self) -> bool {
        self.partner_of_old.iter().all(Option::is_some) || self.partner_of_new.iter().all(Option::is_some)
    }

    /// The open pairs with the same number. A number stands once in a row.
    fn with_same_number(&self) -> Vec<(usize, usize)> {
        let new = self.open_new();
        let by_key: HashMap<_, usize> = new.iter().filter_map(|j| Some((self.new.key(*j)?, *j))).collect();
        let old = self.open_old();
        old.iter().filter_map(|i| Some((*i, *by_key.get(self.old.key(*i)?)?))).collect()
    }

    fn same_number_same_words(&mut self) {
        for (i, j) in self.with_same_number() {
            if self.old.print(i) == self.new.print(j) {
                self.join(i, j);
            }
        }
    }

    /// The same words elsewhere. With a number, there must be enough of them, and nobody else may have them; without,
    /// the first goes with the first, the second with the second, and so on.
    fn same_words(&mut self) {
        let sorted = |row: &Row<'_, '_, '_>, open: Vec<usize>| {
            let mut places: HashMap<_, Vec<usize>> = HashMap::new();
            for at in open {
                places.entry((row.group(at), row.print(at))).or_default().push(at);
            }
            places
        };
        let (olds, news) = (sorted(self.old, self.open_old()), sorted(self.new, self.open_new()));
        for (words, olds) in olds {
            let Some(news) = news.get(&words) else { continue };
            let keyless = |row: &Row<'_, '_, '_>, places: &[usize]| places.iter().all(|at| row.key(*at).is_none());
            if keyless(self.old, &olds) && keyless(self.new, news) {
                for (i, j) in olds.iter().zip(news) {
                    self.join(*i, *j);
                }
            } else if let ([i], [j]) = (olds.as_slice(), news.as_slice())
                && self.old.words(*i) >= DISTINCTIVE
            {
                self.join(*i, *j);
            }
        }
    }

    /// The same number, unless one of the two is much more alike another.
    fn same_number(&mut self, likeness: &Likeness) {
        let (olds, news) = (self.open_old(), self.open_new());
        for (i, j) in self.with_same_number() {
            let enough = (likeness.between(i, j) + MORE_ALIKE).max(ALIKE);
            let went = news.iter().any(|k| *k != j && likeness.exceeds(i, *k, enough));
            let came = olds.iter().any(|k| *k != i && likeness.exceeds(*k, j, enough));
            if !went && !came {
                self.join(i, j);
            }
        }
    }

    fn most_alike(&mut self, likeness: &Likeness) {
        let (olds, news) = (self.open_old(), self.open_new());
        let mut scored: Vec<(f64, usize, usize)> = Vec::new();
        for &i in &olds {
            for &j in &news {
                let keyless = self.old.key(i).is_none() && self.new.key(j).is_none();
                let score = likeness.between(i, j);
                if score >= if keyless { NEIGHBOURS } else { ALIKE } {
                    scored.push((score, i, j));
                }
            }
        }
        for (i, j) in best_first(scored) {
            self.join(i, j);
        }
    }

    /// What stood there was replaced by something else.
    fn same_number_after_all(&mut self) {
        for (i, j) in self.with_same_number() {
            self.join(i, j);
        }
    }

    /// Provisions without numbers at the same distance from the neighbours before them.
    fn same_place(&mut self) {
        for i in self.open_old() {
            let before = (0..i).rev().find_map(|k| Some((k, self.partner_of_old[k]?)));
            let j = before.map_or(i, |(k, partner)| partner + (i - k));
            let fits = j < self.partner_of_new.len()
                && self.partner_of_new[before.map_or(0, |(_, partner)| partner + 1)..=j].iter().all(Option::is_none)
                && self.old.key(i).is_none()
                && self.new.key(j).is_none()
                && self.old.group(i) == self.new.group(j);
            if fits {
                self.join(i, j);
            }
        }
    }

    fn couples(&self) -> Vec<Couple> {
        let pairs: Vec<(usize, usize)> =
            self.partner_of_old.iter().enumerate().filter_map(|(i, j)| Some((i, (*j)?))).collect();
        let order: Vec<usize> = pairs.iter().map(|(_, j)| *j).collect();
        let crossing = crossing(&order);
        let couples = pairs.into_iter().zip(crossing);
        couples.map(|((old, new), crosses)| Couple { old, new, crosses }).collect()
    }
}

impl Row<'_, '_, '_> {
    fn key(&self, at: usize) -> Option<&Segment> {
        self.tree.key(self.places[at])
    }

    fn group(&self, at: usize) -> Kind {
        self.tree.group(self.places[at])
    }

    fn print(&self, at: usize) -> u64 {
        self.tree.print(self.places[at], self.scope)
    }

    fn words(&self, at: usize) -> usize {
        self.tree.words(self.places[at], self.scope)
    }

    fn bag(&self, at: usize) -> Bag {
        let provision = self.tree.provision(self.places[at]);
        let below = if self.scope == Scope::Own { 1 } else { usize::MAX };
        let present = provision.walk().take(below).filter(|part| !part.is_deleted());
        bag(present.flat_map(|part| [&part.heading, &part.text]).flatten().map(String::as_str))
    }
}

/// Which members of a row left its order: those that do not belong to every longest run of members that kept it.
fn crossing(order: &[usize]) -> Vec<bool> {
    if order.is_sorted() {
        return vec![false; order.len()];
    }
    let count = order.len();
    let (mut up_to, mut from) = (vec![1_usize; count], vec![1_usize; count]);
    for at in 0..count {
        up_to[at] = 1 + (0..at).filter(|k| order[*k] < order[at]).map(|k| up_to[k]).max().unwrap_or(0);
    }
    for at in (0..count).rev() {
        from[at] = 1 + (at + 1..count).filter(|k| order[*k] > order[at]).map(|k| from[k]).max().unwrap_or(0);
    }
    let longest = up_to.iter().copied().max().unwrap_or(0);
    let on_a_longest = |at: usize| up_to[at] + from[at] == longest + 1;
    let alone = |at: usize| !(0..count).any(|k| k != at && on_a_longest(k) && up_to[k] == up_to[at]);
    (0..count).map(|at| !(on_a_longest(at) && alone(at))).collect()
}

/// How alike the open provisions of two rows are.
struct Likeness {
    old: HashMap<usize, (Kind, Bag)>,
    new: HashMap<usize, (Kind, Bag)>,
}

impl Likeness {
    fn of(pairing: &Pairing<'_, '_, '_, '_>) -> Likeness {
        fn bags(row: &Row<'_, '_, '_>, open: Vec<usize>) -> HashMap<usize, (Kind, Bag)> {
            let bag = |at: usize| (at, (row.group(at), row.bag(at)));
            if open.len() < MANY {
                open.into_iter().map(bag).collect()
            } else {
                open.into_par_iter().map(bag).collect()
            }
        }
        Likeness { old: bags(pairing.old, pairing.open_old()), new: bags(pairing.new, pairing.open_new()) }
    }

    /// Whether two provisions are more alike than `bound`.
    fn exceeds(&self, old: usize, new: usize, bound: f64) -> bool {
        match (self.old.get(&old), self.new.get(&new)) {
            (Some((group, old)), Some((other, new))) => {
                group == other && at_most(old, new) > bound && dice(old, new) > bound
            }
            _ => false,
        }
    }

    /// From 0 to 1; 0 for provisions of different groups.
    fn between(&self, old: usize, new: usize) -> f64 {
        match (self.old.get(&old), self.new.get(&new)) {
            (Some((group, old)), Some((other, new))) if group == other => dice(old, new),
            _ => 0.0,
        }
    }
}

/// Of pairs with their likeness, the most alike of all, then the most alike of what is left, and so on: each member once.
pub(super) fn best_first(mut scored: Vec<(f64, usize, usize)>) -> Vec<(usize, usize)> {
    // Two pairs that exclude each other share a member, so the sum of their places tells them apart.
    scored.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1 + a.2).cmp(&(b.1 + b.2))));
    let (mut olds, mut news) = (HashSet::new(), HashSet::new());
    scored.retain(|(_, old, new)| {
        let both_free = !olds.contains(old) && !news.contains(new);
        both_free && olds.insert(*old) && news.insert(*new)
    });
    scored.into_iter().map(|(_, old, new)| (old, new)).collect()
}

/// The words of a text, sorted, each as often as it stands there.
pub(super) type Bag = Vec<u64>;

pub(super) fn bag<'t>(texts: impl Iterator<Item = &'t str>) -> Bag {
    let mut bag = Bag::new();
    for text in texts {
        let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        bag.extend(words.map(word_hash));
    }
    bag.sort_unstable();
    bag
}

/// The same for the same word in any case (FNV-1a). Two words with one hash would make two texts look a little more
/// alike than they are.
fn word_hash(word: &str) -> u64 {
    let folded = word.chars().flat_map(char::to_lowercase);
    folded.fold(0xcbf2_9ce4_8422_2325, |hash, c| (hash ^ u64::from(c)).wrapping_mul(0x0100_0000_01b3))
}

/// How much two texts have in common: twice the shared words over all words, from 0 to 1 (Dice's coefficient).
pub(super) fn dice(a: &Bag, b: &Bag) -> f64 {
    let (mut at, mut shared) = (0, 0_usize);
    for word in a {
        while b.get(at).is_some_and(|other| other < word) {
            at += 1;
        }
        if b.get(at) == Some(word) {
            shared += 1;
            at += 1;
        }
    }
    share(2 * shared, a.len() + b.len())
}

/// The most that two texts of such lengths can have in common.
pub(super) fn at_most(a: &Bag, b: &Bag) -> f64 {
    share(2 * a.len().min(b.len()), a.len() + b.len())
}

fn share(part: usize, total: usize) -> f64 {
    if total == 0 {
        return 1.0;
    }
    #[expect(clippy::cast_precision_loss, reason = "counts of words are far below 2^52")]
    let share = part as f64 / total as f64;
    share
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_left_the_order_crosses() {
        assert_eq!(crossing(&[0, 1, 2]), [false, false, false]);
        assert_eq!(crossing(&[1, 2, 3, 0]), [false, false, false, true]);
        assert_eq!(crossing(&[3, 0, 1, 2]), [true, false, false, false]);
        assert_eq!(crossing(&[1, 0]), [true, true]);
    }
}
