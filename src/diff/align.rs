//! Which provision of one version is which of the other.

use std::collections::HashMap;

/// What alignment knows of a provision.
pub(super) struct Candidate {
    /// Its kind and number; none where it is addressed by its place in order.
    pub key: Option<String>,
    /// What may be paired: only provisions of one group are.
    pub group: &'static str,
    /// All its wording, in the comparison form.
    pub text: String,
}

/// Likeness from which two provisions with different numbers count as the same one, moved.
const ALIKE: f64 = 0.6;

/// Likeness from which two unnumbered neighbours count as the same one.
const NEIGHBOURS: f64 = 0.4;

/// Fewest words by which a provision is known elsewhere.
const DISTINCTIVE: usize = 6;

/// Pairs the provisions of two rows of siblings: places in the old row with places in the new one.
pub(super) fn align(old: &[Candidate], new: &[Candidate]) -> Vec<(usize, usize)> {
    let mut pairs = Pairs { old: vec![None; old.len()], new: vec![None; new.len()] };
    // The same number with the same words.
    pairs.join(old, new, |a, b| a.key.is_some() && a.key == b.key && a.text == b.text);
    // The same words elsewhere, where there are enough of them and nobody else has them.
    let distinctive = |row: &[Candidate], text: &str| {
        text.split(' ').count() >= DISTINCTIVE && row.iter().filter(|candidate| candidate.text == text).count() == 1
    };
    pairs.join(old, new, |a, b| {
        a.group == b.group && a.text == b.text && (a.key.is_none() || distinctive(old, &a.text) && distinctive(new, &b.text))
    });
    let bags = |row: &[Candidate]| row.iter().map(|candidate| bag(&candidate.text)).collect::<Vec<_>>();
    if pairs.complete() {
        return pairs.list();
    }
    let (old_bags, new_bags) = (bags(old), bags(new));
    let likeness = |i: usize, j: usize| dice(&old_bags[i], &new_bags[j]);
    // The same number, unless the words went elsewhere.
    for i in pairs.open_old() {
        let Some(j) = pairs.open_new().into_iter().find(|j| old[i].key.is_some() && old[i].key == new[*j].key) else { continue };
        let own = likeness(i, j);
        let went = pairs.open_new().into_iter().any(|k| k != j && old[i].group == new[k].group && likeness(i, k) > (own + 0.2).max(ALIKE));
        let came = pairs.open_old().into_iter().any(|k| k != i && old[k].group == new[j].group && likeness(k, j) > (own + 0.2).max(ALIKE));
        if !went && !came {
            pairs.set(i, j);
        }
    }
    // The most alike of what is left.
    let mut scored: Vec<(f64, usize, usize)> = Vec::new();
    for i in pairs.open_old() {
        for j in pairs.open_new() {
            let enough = if old[i].key.is_none() && new[j].key.is_none() { NEIGHBOURS } else { ALIKE };
            let score = if old[i].group == new[j].group { likeness(i, j) } else { 0.0 };
            if score >= enough {
                scored.push((score, i, j));
            }
        }
    }
    scored.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    for (_, i, j) in scored {
        if pairs.old[i].is_none() && pairs.new[j].is_none() {
            pairs.set(i, j);
        }
    }
    // The same number after all: what stood there was replaced.
    for i in pairs.open_old() {
        if let Some(j) = pairs.open_new().into_iter().find(|j| old[i].key.is_some() && old[i].key == new[*j].key) {
            pairs.set(i, j);
        }
    }
    // Unnumbered provisions between the same neighbours.
    for i in pairs.open_old() {
        let after = if i == 0 { Some(0) } else { pairs.old[i - 1].map(|j| j + 1) };
        if let Some(j) = after.filter(|j| *j < new.len() && pairs.new[*j].is_none())
            && old[i].key.is_none() && new[j].key.is_none() && old[i].group == new[j].group {
            pairs.set(i, j);
        }
    }
    pairs.list()
}

struct Pairs {
    old: Vec<Option<usize>>,
    new: Vec<Option<usize>>,
}

impl Pairs {
    fn set(&mut self, i: usize, j: usize) {
        self.old[i] = Some(j);
        self.new[j] = Some(i);
    }

    fn join(&mut self, old: &[Candidate], new: &[Candidate], same: impl Fn(&Candidate, &Candidate) -> bool) {
        for (i, a) in old.iter().enumerate() {
            if self.old[i].is_none()
                && let Some(j) = (0..new.len()).find(|j| self.new[*j].is_none() && same(a, &new[*j]))
            {
                self.set(i, j);
            }
        }
    }

    fn open_old(&self) -> Vec<usize> {
        (0..self.old.len()).filter(|i| self.old[*i].is_none()).collect()
    }

    fn open_new(&self) -> Vec<usize> {
        (0..self.new.len()).filter(|j| self.new[*j].is_none()).collect()
    }

    fn complete(&self) -> bool {
        self.old.iter().all(Option::is_some) || self.new.iter().all(Option::is_some)
    }

    fn list(&self) -> Vec<(usize, usize)> {
        self.old.iter().enumerate().filter_map(|(i, j)| Some((i, (*j)?))).collect()
    }
}

type Bag = HashMap<String, usize>;

fn bag(text: &str) -> Bag {
    let mut bag = Bag::new();
    for word in text.split(' ') {
        let word: String = word.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
        if !word.is_empty() {
            *bag.entry(word).or_default() += 1;
        }
    }
    bag
}

/// How much two texts have in common: twice the shared words over all words, from 0 to 1 (Dice's coefficient).
fn dice(a: &Bag, b: &Bag) -> f64 {
    let size = |bag: &Bag| bag.values().sum::<usize>();
    let total = size(a) + size(b);
    if total == 0 {
        return 1.0;
    }
    let shared: usize = a.iter().map(|(word, count)| (*count).min(b.get(word).copied().unwrap_or(0))).sum();
    #[expect(clippy::cast_precision_loss, reason = "counts of words are far below 2^52")]
    let score = 2.0 * shared as f64 / total as f64;
    score
}
