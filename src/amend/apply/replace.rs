//! Something in the place of something else.

use super::conflict::Conflict;
use super::shape;
use super::text::{edit, sentence_at, sentences};
use super::tree::Id;
use super::{Editor, Task, cited};
use crate::amend::content::words_of;
use crate::amend::instruction::Content;
use crate::amend::target::{Aspect, Target};
use crate::law::{Action, AmendedPart, Amendment, Kind, Number, Part, Provision};

impl Editor<'_> {
    /// Carries out a replacement.
    pub(super) fn replace(&mut self, task: &Task<'_>) -> Result<(), Conflict> {
        let aspect = task.targets.first().map(|(target, _)| target.aspect.clone()).unwrap_or_default();
        if aspect == Aspect::Whole {
            return self.replace_whole(task);
        }
        let target = || task.shown();
        let words = match &task.instruction.content {
            Content::Words(words) => words.join(" "),
            Content::Provisions(provisions) => {
                let content = || task.content_shown();
                words_of(provisions).ok_or_else(|| Conflict::Content { content: content(), target: target() })?
            }
            Content::None => return Err(Conflict::Content { content: String::new(), target: target() }),
        };
        for (one, ids) in &task.targets {
            for id in ids {
                self.must_be_free(*id, task)?;
                self.replace_part(*id, one, &words, task)?;
            }
            if ids.is_empty() {
                self.replace_title(one, &words, task)?;
            }
        }
        Ok(())
    }

    fn replace_part(&mut self, id: Id, target: &Target, words: &str, task: &Task<'_>) -> Result<(), Conflict> {
        let by = task.amendment(Action::Replaced);
        match &target.aspect {
            Aspect::Heading => self.replace_heading(id, words, &by, task),
            Aspect::IntroductoryWording => {
                let holder = self.text_holder(id);
                let end = self.tree.get(holder).own.text.as_ref().map_or(0, String::len);
                self.edit(holder, 0..end, words, &by, Action::Replaced, task)
            }
            Aspect::Sentences(places) => {
                let holder = self.text_holder(id);
                let text = self.tree.get(holder).own.text.clone().unwrap_or_default();
                let all = sentences(&text);
                let found: Option<Vec<_>> = places.iter().map(|place| sentence_at(&all, *place)).collect();
                let Some(found) = found.filter(|found| !found.is_empty()) else {
                    return Err(Conflict::NoTarget { target: cited(target), nearest: None });
                };
                let whole = found[0].start..found[found.len() - 1].end;
                self.edit(holder, whole, words, &by, Action::Replaced, task)
            }
            Aspect::Entry(_) | Aspect::Words(_) | Aspect::HeadingWords(_) | Aspect::Whole => {
                Err(Conflict::Unsupported { what: cited(target) })
            }
        }
    }

    fn replace_heading(&mut self, id: Id, words: &str, by: &Amendment, task: &Task<'_>) -> Result<(), Conflict> {
        let heading_of = |done: &Amendment| done.only == Some(AmendedPart::Heading) && done.act == by.act;
        if let Some(other) = self.tree.get(id).own.amended.iter().find(|done| heading_of(done)) {
            return Err(task.same_passage(other));
        }
        let node = self.tree.get_mut(id);
        node.own.heading = Some(words.to_owned());
        node.own.amended.push(Amendment { only: Some(AmendedPart::Heading), ..by.clone() });
        node.fresh = true;
        Ok(())
    }

    /// The title of the act.
    fn replace_title(&mut self, target: &Target, words: &str, task: &Task<'_>) -> Result<(), Conflict> {
        let title = self.tree.top(Part::Title).first().copied().filter(|_| target.aspect == Aspect::Heading);
        let Some(title) = title else {
            return Err(Conflict::NoTarget { target: cited(target), nearest: None });
        };
        let end = self.tree.get(title).own.text.as_ref().map_or(0, String::len);
        self.edit(title, 0..end, words, &task.amendment(Action::Replaced), Action::Replaced, task)
    }

    fn replace_whole(&mut self, task: &Task<'_>) -> Result<(), Conflict> {
        let ids: Vec<Id> = task.targets.iter().flat_map(|(_, ids)| ids.clone()).collect();
        let Some(first) = ids.first().copied() else {
            return Err(Conflict::Unsupported { what: format!("replacing all of {}", self.base_name) });
        };
        for id in &ids {
            self.must_be_free(*id, task)?;
            self.must_be_whole(*id, task)?;
        }
        let content = match &task.instruction.content {
            Content::Provisions(provisions) => self.shaped(&ids, provisions),
            Content::Words(words) => {
                let own = &self.tree.get(first).own;
                let text = Some(without_number(&words.join(" "), own));
                vec![Provision { text, marks: Vec::new(), amended: Vec::new(), terms: Vec::new(), ..own.clone() }]
            }
            Content::None => Vec::new(),
        };
        if content.is_empty() {
            return Err(Conflict::Content { content: task.content_shown(), target: task.shown() });
        }
        self.put_in_place(&ids, &content, task);
        Ok(())
    }

    /// The content in the shape that it has in the place of what goes.
    fn shaped(&self, ids: &[Id], provisions: &[Provision]) -> Vec<Provision> {
        let first = self.tree.get(ids[0]);
        let above = first.parent.and_then(|parent| self.tree.number(parent)).cloned();
        let mut content = shape::like(provisions, first.own.kind, first.own.number.as_ref(), above.as_ref());
        if first.own.kind == Kind::Row {
            content = shape::rows(content);
        }
        // An order that quotes only the words of what it replaces leaves its number.
        let own = &first.own;
        let keeps = own.number.is_some() && matches!(own.kind, Kind::Paragraph | Kind::Point | Kind::Definition);
        let bare = |one: &Provision| one.number.is_none() && matches!(one.kind, Kind::Paragraph | Kind::Subparagraph);
        if let ([_], true) = (ids, keeps && content.iter().all(bare)) {
            let mut whole = Provision::new(own.kind);
            whole.number.clone_from(&own.number);
            whole.label.clone_from(&own.label);
            if let [only] = &mut content[..] {
                (whole.text, whole.marks) = (only.text.take(), std::mem::take(&mut only.marks));
                // '[2.] Insert …' repeats the number in brackets.
                let repeated = format!("[{}.] ", own.number.as_ref().map_or("", |number| number.as_str()));
                if let Some(rest) = whole.text.as_ref().and_then(|text| text.strip_prefix(repeated.as_str())) {
                    whole.text = Some(rest.to_owned());
                    whole.marks.clear();
                }
                (whole.notes, whole.children) = (std::mem::take(&mut only.notes), std::mem::take(&mut only.children));
            } else {
                content.iter_mut().for_each(|part| part.kind = Kind::Subparagraph);
                whole.children = content;
            }
            return vec![whole];
        }
        // 'point (c) and the second paragraph' may be quoted as one point with two subparagraphs.
        if let [_, rest @ ..] = ids
            && let [only] = &mut content[..]
            && rest.iter().all(|id| self.tree.number(*id).is_none())
            && only.children.len() == ids.len()
            && only.children.iter().all(|part| part.kind == Kind::Subparagraph)
        {
            let mut parts = std::mem::take(&mut only.children).into_iter();
            if let Some(mut part) = parts.next() {
                (only.text, only.marks) = (part.text.take(), std::mem::take(&mut part.marks));
                (only.notes, only.children) = (std::mem::take(&mut part.notes), std::mem::take(&mut part.children));
            }
            for (part, id) in parts.zip(rest) {
                content.push(Provision { kind: self.tree.get(*id).own.kind, ..part });
            }
        }
        content
    }

    /// Puts provisions in the place of others: each in the place of the one with its number, the others behind.
    fn put_in_place(&mut self, ids: &[Id], content: &[Provision], task: &Task<'_>) {
        let mut free: Vec<Id> = ids.to_vec();
        let mut last: Option<Id> = None;
        for provision in content {
            let new = self.add(provision, task.amendment(Action::Replaced));
            let twin = free.iter().position(|id| {
                let own = &self.tree.get(*id).own;
                own.number == provision.number && (own.kind == provision.kind || provision.number.is_some())
            });
            match (twin, last) {
                (Some(at), _) => {
                    let id = free.remove(at);
                    self.tree.put_before(new, id);
                    self.go(id, task);
                }
                (None, Some(before)) => self.tree.put_after(new, before),
                (None, None) => self.tree.put_before(new, ids[0]),
            }
            last = Some(new);
        }
        for id in free {
            self.go(id, task);
        }
    }

    /// Changes a passage, unless another order of the same act did.
    pub(super) fn edit(
        &mut self,
        id: Id,
        range: std::ops::Range<usize>,
        words: &str,
        by: &Amendment,
        action: Action,
        task: &Task<'_>,
    ) -> Result<(), Conflict> {
        let own = &self.tree.get(id).own;
        let touches = |done: &&Amendment| {
            let passage = done.start.zip(done.end);
            done.act == by.act
                && done.instruction != by.instruction
                && passage.is_some_and(|(start, end)| start < range.end && range.start < end)
        };
        if let Some(other) = own.amended.iter().find(touches) {
            return Err(task.same_passage(other));
        }
        let node = self.tree.get_mut(id);
        if node.own.text.is_none() {
            node.own.text = Some(String::new());
        }
        edit(&mut node.own, range, words, by, action);
        node.fresh = true;
        Ok(())
    }
}

/// Words without the number that they repeat: '(2) a lid;'.
fn without_number(words: &str, own: &Provision) -> String {
    let Some(number) = &own.number else { return words.to_owned() };
    let Some((label, rest)) = words.split_once(crate::law::is_space) else { return words.to_owned() };
    let repeats = label.ends_with([')', '.']) && Number::read(label).is_ok_and(|read| read == *number);
    if repeats { rest.trim_start_matches(crate::law::is_space).to_owned() } else { words.to_owned() }
}
