//! The marks at the ends of the points of a list, where an order brings or takes neighbours.
//!
//! Orders leave this to the editors: what is added behind 'x.' makes it 'x;', what becomes the last point of a list ends as
//! the last one ended. Lists whose points are sentences stay as they are.
//!
//! Source: Joint Practical Guide, guideline 15.6 and Interinstitutional Style Guide, 10.3 (punctuation of lists).

use super::Editor;
use super::text::edit;
use super::tree::Id;
use crate::languages::vocabulary;
use crate::law::{Action, Amendment, Kind};

impl Editor<'_> {
    /// Sets the marks at the ends of lists and paragraphs that the act's orders changed.
    pub(super) fn punctuate(&mut self, act: &str) {
        for id in self.tree.ids() {
            if self.tree.is_alive(id) && self.tree.is_rooted(id) {
                self.punctuate_list(id, act);
                self.close_sentence(id, act);
            }
        }
    }

    fn punctuate_list(&mut self, list: Id, act: &str) {
        let is_item = |kind: Kind| matches!(kind, Kind::Point | Kind::Indent | Kind::Definition);
        let all: Vec<Id> = self.row_in(list, &is_item);
        let items: Vec<Id> = all.iter().copied().filter(|id| self.tree.is_alive(*id)).collect();
        let Some((last, others)) = items.split_last() else { return };
        // Points that are sentences keep their full stops.
        let settled = |id: &Id| self.put_by(*id, act).is_none() && self.ending(*id) == Some('.');
        // The last of those that were there ended as the last one.
        let there: Vec<Id> = items.iter().copied().filter(|id| self.put_by(*id, act).is_none()).collect();
        if there.iter().rev().skip(1).any(settled) || self.ending_of_text(list) == Some('.') {
            return;
        }
        for (at, item) in others.iter().enumerate() {
            let own = self.put_by(*item, act);
            let by = own.clone().or_else(|| self.put_by(items[at + 1], act));
            let Some(by) = by else { continue };
            match self.ending(*item) {
                Some('.') => self.set_ending(*item, ";", &by),
                Some(c) if own.is_some() && is_open(c) && !self.ends_in_conjunction(*item) => {
                    self.set_ending(*item, ";", &by);
                }
                _ => {}
            }
        }
        let mark = if self.goes_on_after(list) { ";" } else { "." };
        let behind = all.iter().rev().take_while(|id| *id != last).find_map(|id| self.deleted_by(*id, act));
        match (self.ending(*last), behind, self.put_by(*last, act)) {
            (Some(';' | ','), Some(by), _) => self.set_ending(*last, mark, &by),
            (Some(';' | ','), _, Some(by)) if mark == "." => self.set_ending(*last, mark, &by),
            (Some(c), _, Some(by)) if is_open(c) => self.set_ending(*last, mark, &by),
            _ => {}
        }
    }

    /// Whether a list is part of a point that others follow.
    fn goes_on_after(&self, list: Id) -> bool {
        let within = self
            .tree
            .upward(list)
            .find(|id| matches!(self.tree.get(*id).own.kind, Kind::Point | Kind::Indent | Kind::Definition));
        within.is_some_and(|item| {
            let row = self.tree.siblings(item);
            row.iter().skip_while(|id| **id != item).skip(1).any(|id| self.tree.is_alive(*id))
        })
    }

    /// '…; and'.
    fn ends_in_conjunction(&self, item: Id) -> bool {
        let text = self.tree.get(self.last_words(item)).own.text.as_deref().unwrap_or_default();
        let word = text.rsplit(crate::law::is_space).next().unwrap_or_default();
        vocabulary(self.language).provisions.conjunctions.contains(&word)
    }

    /// A new paragraph of an article ends as a sentence.
    fn close_sentence(&mut self, id: Id, act: &str) {
        let own = &self.tree.get(id).own;
        let is_paragraph = matches!(own.kind, Kind::Paragraph | Kind::Subparagraph);
        let in_article = || self.tree.upward(id).any(|id| self.tree.get(id).own.kind == Kind::Article);
        if !is_paragraph || !self.tree.get(id).fresh || !self.tree.alive(id).is_empty() || !in_article() {
            return;
        }
        let by = self.tree.upward(id).find_map(|id| self.put_by(id, act));
        if let (Some(by), Some(c)) = (by, self.ending_of_text(id))
            && is_open(c)
        {
            self.set_ending(id, ".", &by);
        }
    }

    /// The instruction of the act that put a provision where it is.
    fn put_by(&self, id: Id, act: &str) -> Option<Amendment> {
        let own = &self.tree.get(id).own;
        own.amended.iter().find(|done| done.act == act && done.is_of_whole()).cloned()
    }

    fn deleted_by(&self, id: Id, act: &str) -> Option<Amendment> {
        self.tree.get(id).own.deleted.clone().filter(|done| done.act == act)
    }

    /// The provision that holds the last words of another.
    fn last_words(&self, id: Id) -> Id {
        match self.tree.alive(id).last() {
            Some(last) => self.last_words(*last),
            None => id,
        }
    }

    fn ending(&self, id: Id) -> Option<char> {
        self.ending_of_text(self.last_words(id))
    }

    fn ending_of_text(&self, id: Id) -> Option<char> {
        self.tree.get(id).own.text.as_ref().and_then(|text| text.trim_end().chars().next_back())
    }

    fn set_ending(&mut self, item: Id, mark: &str, by: &Amendment) {
        let holder = self.last_words(item);
        let node = self.tree.get_mut(holder);
        let Some(text) = &node.own.text else { return };
        let length = text.trim_end().len();
        let end = text[..length].trim_end_matches(['.', ';', ',']).len();
        if end > 0 {
            let whole = Amendment { start: None, end: None, ..by.clone() };
            edit(&mut node.own, end..length, mark, &whole, Action::Replaced);
        }
    }
}

/// Whether a text that ends so lacks a mark at its end.
fn is_open(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, ')' | '’' | '”' | '»' | '%')
}
