//! Something taken away, renumbered, or words changed.

use super::conflict::Conflict;
use super::text::{occurrences, sentences};
use super::tree::Id;
use super::{Editor, Task, cited};
use crate::amend::instruction::Content;
use crate::amend::target::{Aspect, Target};
use crate::law::{Action, AmendedPart, Amendment, Kind, Number, Part};

impl Editor<'_> {
    /// Carries out a deletion or a repeal.
    pub(super) fn delete(&mut self, action: Action, task: &Task<'_>) -> Result<(), Conflict> {
        let by = task.amendment(action);
        for (target, ids) in &task.targets {
            if ids.is_empty() {
                self.repeal_act(action, target, &by)?;
            }
            for id in ids {
                self.must_be_free(*id, task)?;
                match &target.aspect {
                    Aspect::Whole => {
                        self.must_be_whole(*id, task)?;
                        self.tree.delete(*id, by.clone());
                        self.tree.get_mut(*id).taken_by = Some(task.at);
                    }
                    Aspect::Heading => {
                        let node = self.tree.get_mut(*id);
                        node.own.heading = None;
                        node.own.amended.push(Amendment { only: Some(AmendedPart::Heading), ..by.clone() });
                    }
                    Aspect::IntroductoryWording => {
                        let holder = self.text_holder(*id);
                        let end = self.tree.get(holder).own.text.as_ref().map_or(0, String::len);
                        self.edit(holder, 0..end, "", &by, action, task)?;
                    }
                    Aspect::Sentences(places) => self.delete_sentences(*id, places, target, &by, task)?,
                    Aspect::Words(_) | Aspect::HeadingWords(_) => self.change_words(task)?,
                    Aspect::Entry(_) => return Err(Conflict::Unsupported { what: cited(target) }),
                }
            }
        }
        Ok(())
    }

    /// A repealed act keeps its text; what repealed it is noted at each article.
    fn repeal_act(&mut self, action: Action, target: &Target, by: &Amendment) -> Result<(), Conflict> {
        if action != Action::Repealed || target.aspect != Aspect::Whole {
            return Err(Conflict::NoTarget { target: cited(target), nearest: None });
        }
        for part in [Part::Body, Part::Annexes] {
            for id in self.tree.top(part).to_vec() {
                self.tree.get_mut(id).own.amended.insert(0, by.clone());
            }
        }
        Ok(())
    }

    fn delete_sentences(
        &mut self,
        id: Id,
        places: &[usize],
        target: &Target,
        by: &Amendment,
        task: &Task<'_>,
    ) -> Result<(), Conflict> {
        let holder = self.text_holder(id);
        let text = self.tree.get(holder).own.text.clone().unwrap_or_default();
        let all = sentences(&text);
        let mut wanted: Vec<usize> = places.iter().map(|place| if *place == 0 { all.len() } else { *place }).collect();
        wanted.sort_unstable();
        for place in wanted.into_iter().rev() {
            let Some(range) = place.checked_sub(1).and_then(|at| all.get(at)).cloned() else {
                return Err(Conflict::NoTarget { target: cited(target), nearest: None });
            };
            // The space goes with the sentence.
            let end = all.get(place).map_or(range.end, |next| next.start);
            let start = if end == range.end { text[..range.start].trim_end().len() } else { range.start };
            self.edit(holder, start..end, "", by, Action::Deleted, task)?;
        }
        Ok(())
    }

    /// Puts words in the place of words, or takes them away.
    pub(super) fn change_words(&mut self, task: &Task<'_>) -> Result<(), Conflict> {
        let new: Vec<&str> = match &task.instruction.content {
            Content::Words(words) => words.iter().map(String::as_str).collect(),
            _ => Vec::new(),
        };
        let action = if new.is_empty() { Action::Deleted } else { Action::Replaced };
        let by = task.amendment(action);
        for (at, (target, ids)) in task.targets.iter().enumerate() {
            let with = if new.len() == task.targets.len() { new[at] } else { new.first().copied().unwrap_or_default() };
            if let Aspect::HeadingWords(words) = &target.aspect {
                self.change_heading_words(ids, words, with, &by, task)?;
                continue;
            }
            let Aspect::Words(words) = &target.aspect else {
                return Err(Conflict::Unsupported { what: cited(target) });
            };
            let mut found = Vec::new();
            let within = if ids.is_empty() {
                self.tree.top(Part::Body).iter().chain(self.tree.top(Part::Annexes)).copied().collect()
            } else {
                ids.clone()
            };
            for id in within {
                if !ids.is_empty() {
                    self.must_be_free(id, task)?;
                }
                found.extend(self.words_in(id, words));
            }
            let enough = if task.instruction.everywhere { !found.is_empty() } else { found.len() == ids.len().max(1) };
            if !enough {
                let target = cited(&Target { aspect: Aspect::Whole, ..target.clone() });
                return Err(Conflict::Words { words: words.clone(), target, found: found.len() });
            }
            for (holder, range) in found.into_iter().rev() {
                let range = if with.is_empty() { self.with_space(holder, range) } else { range };
                self.edit(holder, range, with, &by, action, task)?;
            }
        }
        Ok(())
    }

    fn change_heading_words(
        &mut self,
        ids: &[Id],
        words: &str,
        with: &str,
        by: &Amendment,
        task: &Task<'_>,
    ) -> Result<(), Conflict> {
        for id in ids {
            self.must_be_free(*id, task)?;
            let node = self.tree.get_mut(*id);
            let heading = node.own.heading.as_mut();
            let found = heading.as_ref().map(|heading| occurrences(heading, words)).unwrap_or_default();
            let (Some(heading), [range]) = (heading, &found[..]) else {
                return Err(Conflict::Words { words: words.to_owned(), target: task.shown(), found: found.len() });
            };
            heading.replace_range(range.clone(), with);
            node.own.amended.push(Amendment { only: Some(AmendedPart::Heading), ..by.clone() });
        }
        Ok(())
    }

    /// Deleted words take one of the spaces around them along.
    fn with_space(&self, holder: Id, range: std::ops::Range<usize>) -> std::ops::Range<usize> {
        let text = self.tree.get(holder).own.text.as_deref().unwrap_or_default();
        let before = text[..range.start].trim_end().len();
        let after = text.len() - text[range.end..].trim_start().len();
        match (before < range.start, after > range.end) {
            (true, _) => before..range.end,
            (false, true) if range.start == 0 => range.start..after,
            _ => range,
        }
    }

    /// Gives provisions other numbers.
    pub(super) fn renumber(&mut self, task: &Task<'_>) -> Result<(), Conflict> {
        let ids: Vec<Id> = task.targets.iter().flat_map(|(_, ids)| ids.clone()).collect();
        let numbers = &task.instruction.numbers;
        if ids.len() != numbers.len() {
            let what = format!("giving {} provisions {} numbers", ids.len(), numbers.len());
            return Err(Conflict::Unsupported { what });
        }
        for (id, number) in ids.iter().zip(numbers) {
            self.must_be_free(*id, task)?;
            let by = Amendment { only: Some(AmendedPart::Number), ..task.amendment(Action::Replaced) };
            let node = self.tree.get_mut(*id);
            let label = node.own.label.take();
            let old = node.own.number.replace(number.clone());
            node.own.label = Some(relabelled(label, old.as_ref(), number, node.own.kind));
            node.own.amended.push(by);
        }
        Ok(())
    }
}

/// A label with another number in it.
fn relabelled(label: Option<String>, old: Option<&Number>, new: &Number, kind: Kind) -> String {
    let printed = |number: &Number| [number.as_str().to_owned(), number.with_adverb()];
    if let (Some(label), Some(old)) = (&label, old) {
        for (was, is) in printed(old).iter().zip(printed(new)) {
            if label.contains(was.as_str()) {
                return label.replacen(was.as_str(), &is, 1);
            }
        }
    }
    match kind {
        Kind::Paragraph => format!("{new}."),
        _ => format!("({new})"),
    }
}
