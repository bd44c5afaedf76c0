//! Something where there was nothing.

use super::conflict::Conflict;
use super::find::find;
use super::order::{Counting, compare, counting};
use super::shape;
use super::text::{occurrences, sentence_at, sentences};
use super::tree::Id;
use super::{Editor, Task, cited};
use crate::amend::content::words_of;
use crate::amend::instruction::{Content, ContentKind, Position};
use crate::amend::target::{Aspect, Target};
use crate::law::{Action, AmendedPart, Amendment, Kind, Number, Part, Provision, comparison_form};

/// The figures that a row's first cell begins with, and its other words.
type RowKey = (Option<u64>, String);

impl Editor<'_> {
    /// Carries out an insertion of provisions, or of a sentence.
    pub(super) fn insert(&mut self, task: &Task<'_>) -> Result<(), Conflict> {
        let Content::Provisions(provisions) = &task.instruction.content else {
            return self.insert_words(task);
        };
        match task.instruction.kind {
            Some(ContentKind::Sentence) => {
                let words = words_of(provisions);
                let content = || Conflict::Content { content: task.content_shown(), target: task.shown() };
                let words = words.ok_or_else(content)?;
                self.insert_sentence(&words, task)
            }
            Some(ContentKind::Heading) if !provisions.iter().any(|provision| provision.kind.is_division()) => {
                self.insert_heading(provisions, task)
            }
            _ => self.insert_provisions(provisions, task),
        }
    }

    fn insert_provisions(&mut self, provisions: &[Provision], task: &Task<'_>) -> Result<(), Conflict> {
        for (target, ids) in &task.targets {
            if target.aspect != Aspect::Whole {
                return Err(Conflict::Unsupported { what: format!("inserting into {target}") });
            }
            let container = ids.last().copied();
            if let Some(id) = container {
                self.must_be_free(id, task)?;
            }
            let beside = self.beside(task)?;
            let above = container.or_else(|| beside.and_then(|(id, _)| self.tree.get(id).parent));
            let number = above.and_then(|id| self.tree.number(id)).cloned();
            let kind = above.map(|id| self.tree.get(id).own.kind);
            let mut content = shape::within(provisions, kind, task.instruction.kind, number.as_ref());
            if let ([only], [number]) = (&mut content[..], &task.instruction.numbers[..])
                && only.number.is_none()
            {
                only.number = Some(number.clone());
            }
            self.must_be_untaken(&content, above)?;
            // What stands beside a row of a table is rows.
            let in_table = beside.is_some_and(|(id, _)| self.tree.get(id).own.kind == Kind::Row);
            if in_table {
                content = shape::rows(content);
            }
            let mut last = beside;
            for provision in &content {
                last = Some((self.insert_one(provision, container, last, task)?, true));
            }
        }
        Ok(())
    }

    /// What the order says that the new stands beside, and whether behind it.
    fn beside(&mut self, task: &Task<'_>) -> Result<Option<(Id, bool)>, Conflict> {
        let (target, behind) = match &task.instruction.position {
            Position::After(target) => (target, true),
            Position::Before(target) => (target, false),
            Position::InOrder | Position::AtEnd => return Ok(None),
        };
        let mut found = find(&mut self.tree, &Target { aspect: Aspect::Whole, ..target.clone() })?;
        if let Aspect::Entry(said) = &target.aspect {
            let (id, aspect) = self.entry(found.first().copied(), said, task.instruction, target)?;
            if aspect != Aspect::Whole {
                return Err(Conflict::Unsupported { what: format!("inserting beside {target}") });
            }
            found = vec![id];
        }
        let id = if behind { found.last() } else { found.first() };
        Ok(id.map(|id| (*id, behind)))
    }

    fn insert_one(
        &mut self,
        provision: &Provision,
        container: Option<Id>,
        beside: Option<(Id, bool)>,
        task: &Task<'_>,
    ) -> Result<Id, Conflict> {
        let new = self.add(provision, task.amendment(Action::Inserted));
        if let Some((id, behind)) = beside {
            if behind {
                self.tree.put_after(new, id);
            } else {
                self.tree.put_before(new, id);
            }
            if provision.kind.is_division() && !behind {
                self.gather(new);
            }
            return Ok(new);
        }
        match provision.kind {
            Kind::Article => self.insert_among(new, container, Part::Body, &|kind| kind == Kind::Article),
            Kind::Annex => self.insert_among(new, None, Part::Annexes, &|kind| kind == Kind::Annex),
            Kind::Recital => self.insert_among(new, None, Part::Recitals, &|kind| kind == Kind::Recital),
            kind if kind.is_division() => {
                let part = if container.is_some_and(|id| self.is_annexed(id)) { Part::Annexes } else { Part::Body };
                self.insert_among(new, container, part, &|one| one == kind);
            }
            Kind::Table => self.insert_rows(new, container),
            _ => {
                let Some(container) = container else {
                    self.tree.take_out(new);
                    return Err(Conflict::Unsupported {
                        what: format!("inserting {} into no provision", task.content_shown()),
                    });
                };
                self.insert_below(new, container);
            }
        }
        Ok(new)
    }

    fn is_annexed(&self, id: Id) -> bool {
        self.tree.upward(id).any(|id| self.tree.get(id).own.kind == Kind::Annex)
    }

    /// Puts an article, annex or division where its number puts it among its like.
    fn insert_among(&mut self, new: Id, container: Option<Id>, part: Part, is_like: &dyn Fn(Kind) -> bool) {
        let mut row = Vec::new();
        match container {
            Some(id) => self.collect(id, is_like, &mut row),
            None => self.tree.top(part).to_vec().into_iter().for_each(|id| {
                if is_like(self.tree.get(id).own.kind) {
                    row.push(id);
                } else {
                    self.collect(id, is_like, &mut row);
                }
            }),
        }
        row.retain(|id| *id != new);
        match (self.predecessor(new, &row), row.first(), container) {
            (Some(before), _, _) => self.tree.put_after(new, before),
            (None, Some(first), _) => self.tree.put_before(new, *first),
            (None, None, Some(container)) => match self.first_article_behind(new, container) {
                Some(behind) => self.tree.put_before(new, behind),
                None => self.tree.put_in(new, container),
            },
            (None, None, None) => self.tree.put_in_part(new, part),
        }
    }

    /// The first article of a division that comes behind those of a new division in it.
    fn first_article_behind(&self, new: Id, container: Id) -> Option<Id> {
        let article = |id: &Id| self.tree.get(*id).own.kind == Kind::Article;
        let first = self.tree.get(new).children.iter().copied().find(article)?;
        let number = self.tree.number(first)?;
        let articles = self.tree.get(container).children.iter().copied().filter(article);
        articles
            .filter(|id| self.tree.number(*id).is_some_and(|other| compare(Counting::Figures, number, other).is_lt()))
            .min_by(|one, other| match (self.tree.number(*one), self.tree.number(*other)) {
                (Some(one), Some(other)) => compare(Counting::Figures, one, other),
                _ => std::cmp::Ordering::Equal,
            })
    }

    fn collect(&self, id: Id, is_like: &dyn Fn(Kind) -> bool, row: &mut Vec<Id>) {
        for child in &self.tree.get(id).children {
            let kind = self.tree.get(*child).own.kind;
            if is_like(kind) {
                row.push(*child);
            } else if kind != Kind::Quotation {
                self.collect(*child, is_like, row);
            }
        }
    }

    /// Behind which of a row something new stands by its number; the last of the row where it has none.
    fn predecessor(&self, new: Id, row: &[Id]) -> Option<Id> {
        let Some(number) = self.tree.number(new) else { return row.last().copied() };
        let numbered: Vec<(Id, &Number)> = row.iter().filter_map(|id| Some((*id, self.tree.number(*id)?))).collect();
        if numbered.is_empty() {
            return row.last().copied();
        }
        let all = numbered.iter().map(|(_, number)| *number).chain(std::iter::once(number));
        let how = counting(all);
        // After 'z' comes 'aa'.
        let beyond = how == Counting::Letters
            && number.as_str().len() > 1
            && numbered.iter().any(|(_, one)| one.as_str() == "z");
        if beyond {
            return row.last().copied();
        }
        let before = numbered.iter().filter(|(_, one)| compare(how, one, number).is_lt());
        before.max_by(|(_, one), (_, other)| compare(how, one, other)).map(|(id, _)| *id)
    }

    /// Puts a paragraph, subparagraph, point or indent where its like stand in a provision.
    fn insert_below(&mut self, new: Id, container: Id) {
        let kind = self.tree.get(new).own.kind;
        match kind {
            Kind::Point | Kind::Indent | Kind::Definition => {
                let list = self.list_for(new, container);
                let is_like = |kind: Kind| matches!(kind, Kind::Point | Kind::Definition | Kind::Indent);
                let row: Vec<Id> = self.row_in(list, &is_like);
                match (self.predecessor(new, &row), row.first()) {
                    (Some(before), _) => self.tree.put_after(new, before),
                    (None, Some(first)) => self.tree.put_before(new, *first),
                    (None, None) => self.tree.put_in(new, list),
                }
            }
            Kind::Subparagraph => {
                if self.tree.get(container).own.text.is_some() {
                    self.tree.divide(container);
                }
                self.tree.put_in(new, container);
            }
            _ => {
                let row: Vec<Id> = self.row_in(container, &|one| one == kind);
                match (self.predecessor(new, &row), row.first()) {
                    (Some(before), _) => self.tree.put_after(new, before),
                    (None, Some(first)) if self.tree.number(new).is_some() => self.tree.put_before(new, *first),
                    _ => self.tree.put_in(new, container),
                }
            }
        }
    }

    /// The children of a provision that are of some kinds.
    pub(super) fn row_in(&self, id: Id, is_like: &dyn Fn(Kind) -> bool) -> Vec<Id> {
        self.tree.get(id).children.iter().copied().filter(|child| is_like(self.tree.get(*child).own.kind)).collect()
    }

    /// The provision in which a new point stands: among several lists, the one that it goes on.
    fn list_for(&self, new: Id, container: Id) -> Id {
        let is_point = |kind: Kind| matches!(kind, Kind::Point | Kind::Definition | Kind::Indent);
        let mut depth = vec![container];
        while !depth.is_empty() {
            let lists: Vec<Id> = depth.iter().copied().filter(|id| !self.row_in(*id, &is_point).is_empty()).collect();
            match lists[..] {
                [] => {}
                [only] => return only,
                _ => return self.fitting(new, &lists),
            }
            depth = depth.into_iter().flat_map(|id| self.tree.alive(id)).collect();
        }
        let parts = self.tree.alive(container);
        let is_part = |id: &Id| matches!(self.tree.get(*id).own.kind, Kind::Paragraph | Kind::Subparagraph);
        parts.into_iter().rfind(is_part).unwrap_or(container)
    }

    fn fitting(&self, new: Id, lists: &[Id]) -> Id {
        let Some(number) = self.tree.number(new) else { return lists[lists.len() - 1] };
        let text = number.as_str();
        let stem = &text[..text.len() - 1];
        let has = |list: Id, wanted: &dyn Fn(&Number) -> bool| {
            self.tree.get(list).children.iter().filter_map(|id| self.tree.number(*id)).any(wanted)
        };
        let goes_on = |list: Id| {
            let numbers: Vec<&Number> =
                self.tree.get(list).children.iter().filter_map(|id| self.tree.number(*id)).collect();
            let how = counting(numbers.iter().copied().chain(std::iter::once(number)));
            let next = numbers.last().and_then(|last| last.through(number)).is_some_and(|range| range.len() == 2);
            next || (numbers.len() == 1 && compare(how, numbers[0], number).is_lt())
        };
        let by_stem = lists.iter().find(|list| !stem.is_empty() && has(**list, &|one| one.as_str() == stem));
        by_stem.or_else(|| lists.iter().rfind(|list| goes_on(**list))).copied().unwrap_or(lists[lists.len() - 1])
    }

    /// Puts the rows of a quoted table into the only table of a provision: in the order of the first column where that is
    /// in order, else at the end.
    fn insert_rows(&mut self, new: Id, container: Option<Id>) {
        let mut tables = Vec::new();
        if let Some(id) = container {
            self.collect(id, &|kind| kind == Kind::Table, &mut tables);
            if self.tree.get(id).own.kind == Kind::Table {
                tables.push(id);
            }
        }
        match (&tables[..], container) {
            ([table], _) => {
                let by = self.tree.get(new).own.amended.clone();
                let mut rows = self.row_in(new, &|kind| kind == Kind::Row);
                rows.retain(|row| !self.tree.get(*row).own.header);
                for row in rows {
                    self.tree.get_mut(row).own.amended.clone_from(&by);
                    self.insert_row(row, *table);
                }
                self.tree.get_mut(new).gone = true;
            }
            (_, Some(id)) => self.tree.put_in(new, id),
            (_, None) => {}
        }
    }

    fn insert_row(&mut self, row: Id, table: Id) {
        let there = self.row_in(table, &|kind| kind == Kind::Row);
        let alive = there.iter().copied().filter(|id| self.tree.is_alive(*id) && !self.tree.get(*id).own.header);
        let keys: Vec<(Id, RowKey)> = alive.map(|id| (id, self.row_key(id))).collect();
        let own = self.row_key(row);
        let sorted = keys.len() > 1 && keys.windows(2).all(|pair| pair[0].1 <= pair[1].1);
        let behind = if sorted { keys.iter().rfind(|(_, key)| *key <= own) } else { keys.last() };
        match (behind, keys.first()) {
            (Some((before, _)), _) => self.tree.put_after(row, *before),
            (None, Some((first, _))) => self.tree.put_before(row, *first),
            (None, None) => self.tree.put_in(row, table),
        }
    }

    /// What orders a row among others: the figures and words of its first cell.
    fn row_key(&self, row: Id) -> RowKey {
        let first = self.tree.alive(row).first().and_then(|cell| self.tree.get(*cell).own.text.clone());
        let text = first.map(|text| comparison_form(&text).to_lowercase()).unwrap_or_default();
        let digits = text.bytes().take_while(u8::is_ascii_digit).count();
        (text[..digits].parse().ok(), text[digits..].to_owned())
    }

    /// Puts what follows a new heading, up to the next one of its rank, under it.
    fn gather(&mut self, heading: Id) {
        let rank = self.tree.get(heading).own.kind.division_rank();
        let siblings = self.tree.siblings(heading).to_vec();
        let behind = siblings.iter().skip_while(|id| **id != heading).skip(1);
        let ends = |id: &&Id| self.tree.get(**id).own.kind.division_rank().is_some_and(|other| Some(other) <= rank);
        let gathered: Vec<Id> = behind.take_while(|id| !ends(id)).copied().collect();
        for id in gathered {
            self.tree.take_out(id);
            self.tree.get_mut(id).gone = false;
            self.tree.put_in(id, heading);
        }
    }

    fn insert_heading(&mut self, provisions: &[Provision], task: &Task<'_>) -> Result<(), Conflict> {
        let words = words_of(provisions)
            .ok_or_else(|| Conflict::Content { content: task.content_shown(), target: task.shown() })?;
        let by = task.amendment(Action::Inserted);
        for (target, ids) in &task.targets {
            let Some(id) = ids.last().copied().filter(|id| self.tree.get(*id).own.heading.is_none()) else {
                return Err(Conflict::Unsupported { what: format!("a heading in {target}") });
            };
            self.must_be_free(id, task)?;
            let node = self.tree.get_mut(id);
            node.own.heading = Some(words.clone());
            node.own.amended.push(Amendment { only: Some(AmendedPart::Heading), ..by.clone() });
            node.fresh = true;
        }
        Ok(())
    }

    /// Adds a sentence to running text: behind the one that the order names, else at the end.
    fn insert_sentence(&mut self, words: &str, task: &Task<'_>) -> Result<(), Conflict> {
        let by = task.amendment(Action::Inserted);
        for (_, ids) in &task.targets {
            let beside = self.beside(task)?.map(|(id, _)| id);
            let Some(id) = beside.or(ids.last().copied()) else {
                return Err(Conflict::Unsupported { what: "a sentence in no provision".to_owned() });
            };
            self.must_be_free(id, task)?;
            let holder = self.last_text_holder(id);
            let text = self.tree.get(holder).own.text.clone().unwrap_or_default();
            let at = match &task.instruction.position {
                Position::After(Target { aspect: Aspect::Sentences(places), .. }) => {
                    let all = sentences(&text);
                    let place = places.last().copied().unwrap_or(0);
                    sentence_at(&all, place)
                        .map(|range| range.end)
                        .ok_or_else(|| Conflict::NoTarget { target: task.shown(), nearest: None })?
                }
                _ => text.len(),
            };
            let spaced = if at == 0 { words.to_owned() } else { format!(" {words}") };
            self.edit(holder, at..at, &spaced, &by, Action::Inserted, task)?;
        }
        Ok(())
    }

    /// Puts words into running text.
    pub(super) fn insert_words(&mut self, task: &Task<'_>) -> Result<(), Conflict> {
        let Content::Words(words) = &task.instruction.content else {
            return Err(Conflict::Content { content: task.content_shown(), target: task.shown() });
        };
        let words = words.join(" ");
        let by = task.amendment(Action::Inserted);
        for (target, ids) in &task.targets {
            for id in ids {
                self.must_be_free(*id, task)?;
                let (Position::After(Target { aspect: Aspect::Words(beside), .. })
                | Position::Before(Target { aspect: Aspect::Words(beside), .. })) = &task.instruction.position
                else {
                    self.append_words(*id, &words, task)?;
                    continue;
                };
                let behind = matches!(task.instruction.position, Position::After(_));
                let found = self.words_in(*id, beside);
                let enough = if task.instruction.everywhere { !found.is_empty() } else { found.len() == 1 };
                if !enough {
                    return Err(Conflict::Words { words: beside.clone(), target: cited(target), found: found.len() });
                }
                for (holder, range) in found.into_iter().rev() {
                    let closes_up = words.starts_with([',', ';', '.', ')']);
                    let (at, new) = match (behind, closes_up) {
                        (true, true) => (range.end, words.clone()),
                        (true, false) => (range.end, format!(" {words}")),
                        (false, _) => (range.start, format!("{words} ")),
                    };
                    self.edit(holder, at..at, &new, &by, Action::Inserted, task)?;
                }
            }
        }
        Ok(())
    }

    fn append_words(&mut self, id: Id, words: &str, task: &Task<'_>) -> Result<(), Conflict> {
        let holder = self.last_text_holder(id);
        let text = self.tree.get(holder).own.text.clone().unwrap_or_default();
        let ends_itself = words.ends_with(['.', ';', ',']);
        let end = if ends_itself { text.len() } else { text.trim_end_matches(['.', ';', ',']).len() };
        let spaced =
            if end == 0 || words.starts_with([',', ';', '.']) { words.to_owned() } else { format!(" {words}") };
        let by = task.amendment(Action::Inserted);
        let range = if ends_itself { text.trim_end_matches(['.', ';', ',']).len()..text.len() } else { end..end };
        self.edit(holder, range, &spaced, &by, Action::Inserted, task)
    }

    /// Where some words stand in a provision and what is below it.
    pub(super) fn words_in(&self, id: Id, words: &str) -> Vec<(Id, std::ops::Range<usize>)> {
        let text = self.tree.get(id).own.text.as_deref().unwrap_or_default();
        let own = occurrences(text, words).into_iter().map(|range| (id, range));
        let below = self.tree.alive(id).into_iter().flat_map(|child| self.words_in(child, words));
        own.chain(below).collect()
    }
}
