//! From the text of an amending act to its instructions, in small passes: find the orders, split their targets, let each
//! inherit its lead-in, find its content.

use std::collections::HashMap;

use super::application;
use super::content::{opens, unquoted};
use super::form;
use super::instruction::{Content, ContentKind, Instruction, Operation, Orders, Position, Unread, WhyUnread};
use super::places::Relation;
use super::sentence::{Sentence, drafting};
use super::target::{Aspect, Level, Target};
use crate::languages::Order;
use crate::law::{Celex, Date, Kind, Language, Locator, Number, Outline, Placed, Provision, SegmentKind, Version};
use crate::prose::{Act, references};

/// Reads the orders of an amending act.
///
/// Every word of an article that amends is part of an instruction or of what it announces, or is listed as unread.
pub fn instructions(act: &Version) -> Orders {
    let outline = Outline::of(act);
    let mut reader = Reader {
        act,
        outline: &outline,
        places: outline
            .all()
            .iter()
            .enumerate()
            .map(|(at, one)| (std::ptr::from_ref(one.provision).addr(), at))
            .collect(),
        language: act.language,
        last_named: None,
        instructions: Vec::new(),
        unread: Vec::new(),
    };
    let articles = outline.all().iter().filter(|placed| {
        placed.provision.kind == Kind::Article
            && outline.unit_of(placed).is_some_and(|unit| unit.locator == placed.locator)
    });
    for article in articles {
        if reader.amends(article.provision) {
            reader.article(article);
        }
    }
    let Reader { mut instructions, unread, .. } = reader;
    application::date(&outline, act.language, &mut instructions);
    Orders {
        act: act.source.celex.clone(),
        version: act.name(),
        language: act.language,
        in_force: application::entry_in(&outline, act),
        instructions,
        unread,
    }
}

/// What an order inherits from the words above it.
#[derive(Debug, Clone, Default)]
pub(super) struct Context {
    pub act: Option<String>,
    pub target: Target,
    pub from: Option<Date>,
    /// The order that points to the annex in which the words stand.
    pub ordered_by: Option<Locator>,
}

pub(super) struct Reader<'o, 'a> {
    act: &'a Version,
    pub outline: &'o Outline<'a>,
    /// The place of each provision in the outline, by where it is kept in memory.
    places: HashMap<usize, usize>,
    language: Language,
    /// The act that the orders named last: 'that Regulation'.
    last_named: Option<String>,
    instructions: Vec<Instruction>,
    unread: Vec<Unread>,
}

impl<'a> Reader<'_, 'a> {
    /// Whether an article amends: its heading says which act, it holds an order, or it quotes provisions with numbers.
    fn amends(&self, article: &Provision) -> bool {
        let heading = article.heading.as_deref().unwrap_or_default();
        let says_so = drafting(self.language).amendment_headings.iter().any(|word| {
            heading.to_lowercase().strip_prefix(word).is_some_and(|rest| !rest.starts_with(char::is_alphabetic))
        });
        let names_an_act = || references(heading, self.language).iter().any(|found| found.target.act.is_some());
        (says_so && names_an_act()) || self.holds_order(article)
    }

    fn is_order(&self, provision: &Provision) -> bool {
        if provision.kind == Kind::Quotation {
            let numbered = |child: &Provision| child.number.is_some() && child.kind != Kind::Indent;
            return provision.children.iter().any(numbered);
        }
        let Some(text) = &provision.text else { return false };
        let read = form::orders(&Sentence::of(text, self.language));
        read.is_some_and(|orders| orders.iter().any(form::Order::changes_something))
    }

    fn holds_order(&self, provision: &Provision) -> bool {
        outside_quotations(provision).any(|provision| self.is_order(provision))
    }

    fn article(&mut self, article: &Placed<'a>) {
        let context = Context { act: self.act_named_in(article.provision), ..Context::default() };
        self.children(article, &article.provision.children, &[context]);
    }

    /// The only act that the heading of an article names, or the title of the amending act.
    fn act_named_in(&self, article: &Provision) -> Option<String> {
        let title = self.act.title.first().and_then(|title| title.text.as_deref());
        let own = self.act.source.celex.as_str();
        [article.heading.as_deref(), title].into_iter().flatten().find_map(|text| {
            let mut acts: Vec<String> =
                references(text, self.language).into_iter().filter_map(|found| found.target.act).collect();
            acts.retain(|act| act.starts_with('3') && act != own);
            acts.sort();
            acts.dedup();
            if acts.len() == 1 { acts.pop() } else { None }
        })
    }

    /// Reads provisions that stand one after the other; a lead-in without anything below it holds for those behind it.
    pub(super) fn children(&mut self, parent: &Placed<'a>, children: &'a [Provision], contexts: &[Context]) {
        let mut contexts = contexts.to_vec();
        let mut at = 0;
        while at < children.len() {
            let child = &children[at];
            at += 1;
            if child.kind == Kind::Quotation || child.is_deleted() {
                continue;
            }
            let following = &children[at..];
            let Some(placed) = self.placed(child).or_else(|| Some(parent.clone())) else { continue };
            let step = self.provision(&placed, child, following, &contexts);
            at += step.taken;
            if let Some(further) = step.further {
                contexts = further;
            }
        }
    }

    fn placed(&self, provision: &Provision) -> Option<Placed<'a>> {
        let at = *self.places.get(&std::ptr::from_ref(provision).addr())?;
        self.outline.all().get(at).cloned()
    }

    fn provision(
        &mut self,
        placed: &Placed<'a>,
        provision: &'a Provision,
        following: &'a [Provision],
        contexts: &[Context],
    ) -> Step {
        let nothing = Step { taken: 0, further: None };
        let Some(text) = provision.text.as_deref() else {
            self.children(placed, &provision.children, contexts);
            return nothing;
        };
        let sentence = Sentence::of(text, self.language);
        let Some(orders) = form::orders(&sentence) else {
            self.note_unread(placed, text, contexts, WhyUnread::NoForm);
            for child in provision.children.iter().filter(|child| child.kind != Kind::Quotation) {
                self.lead_in_unread(child, contexts);
            }
            return nothing;
        };
        let wanting = orders.iter().rposition(wants_content).or_else(|| {
            // 'is amended as follows:' before a quotation replaces what it names.
            let quotes = provision.children.iter().any(|child| child.kind == Kind::Quotation);
            orders.len().checked_sub(1).filter(|last| quotes && orders[*last].form.does == Order::Amend)
        });
        let (content, taken) = match wanting {
            Some(_) => self.content(provision, following),
            None => (Vec::new(), 0),
        };
        let mut further: Option<Vec<Context>> = None;
        for (at, order) in orders.iter().enumerate() {
            let quoted = if Some(at) == wanting { content.clone() } else { Vec::new() };
            if Some(at) == wanting && quoted.is_empty() {
                self.note_unread(placed, text, contexts, WhyUnread::NoContent);
                continue;
            }
            let announced = self.order(placed, text, order, quoted, contexts);
            further = further.or(announced);
        }
        let below = further.clone().unwrap_or_else(|| contexts.to_vec());
        let listed = provision.children.iter().any(|child| child.kind != Kind::Quotation);
        if listed && (content.is_empty() || taken > 0) {
            self.children(placed, &provision.children, &below);
        }
        Step { taken, further: further.filter(|_| !listed && provision.children.is_empty() && taken == 0) }
    }

    fn lead_in_unread(&mut self, provision: &'a Provision, contexts: &[Context]) {
        let Some(placed) = self.placed(provision) else { return };
        if let Some(text) = provision.text.as_deref() {
            self.note_unread(&placed, text, contexts, WhyUnread::LeadInUnread);
        }
        for child in provision.children.iter().filter(|child| child.kind != Kind::Quotation) {
            self.lead_in_unread(child, contexts);
        }
    }

    pub(super) fn note_unread(&mut self, placed: &Placed<'_>, text: &str, contexts: &[Context], reason: WhyUnread) {
        let act = act_of(contexts);
        let within = contexts.iter().map(|context| context.target.clone()).collect();
        self.unread.push(Unread { place: placed.locator.clone(), act, within, text: text.to_owned(), reason });
    }

    /// The provisions that an order announces, and how many of those behind it they are: what it quotes, or what begins
    /// with an opening quotation mark below it or behind it.
    fn content(&self, provision: &'a Provision, following: &'a [Provision]) -> (Vec<Provision>, usize) {
        let quotations: Vec<&Provision> =
            provision.children.iter().filter(|child| child.kind == Kind::Quotation).collect();
        if !quotations.is_empty() {
            let mut all = Vec::new();
            // What a quotation announces and does not close stands right behind it.
            for child in &provision.children {
                match child.kind {
                    Kind::Quotation => all.extend(unquoted(child.children.clone())),
                    _ => all.extend(unquoted(vec![child.clone()])),
                }
            }
            return (all, 0);
        }
        // Where the marks are missing, what stands below an order and is none itself is what it announces.
        let quoted = provision.children.first().is_some_and(opens);
        let announced = || provision.children.iter().all(|child| !self.holds_order(child));
        if quoted || (!provision.children.is_empty() && announced()) {
            return (unquoted(provision.children.clone()), 0);
        }
        if provision.children.is_empty() {
            if let Some(next) = following.first().filter(|next| next.kind == Kind::Quotation) {
                return (unquoted(next.children.clone()), 1);
            }
            if following.first().is_some_and(opens) {
                let length = following.iter().position(closes).map_or(1, |at| at + 1);
                return (unquoted(following[..length].to_vec()), length);
            }
        }
        (Vec::new(), 0)
    }

    /// Makes instructions of an order; of words that only announce others, gives what those inherit.
    fn order(
        &mut self,
        placed: &Placed<'a>,
        text: &str,
        order: &form::Order,
        content: Vec<Provision>,
        contexts: &[Context],
    ) -> Option<Vec<Context>> {
        let read = self.located(order, contexts);
        match order.form.does {
            Order::Explain => {}
            Order::Amend if content.is_empty() => return Some(read.contexts),
            Order::AmendFrom => self.amend_from(placed, order, &read.contexts),
            Order::ReplaceFrom | Order::InsertFrom => self.whole_annexes(placed, text, order, &read),
            _ => {
                let content = content_of(order, content);
                for one in by_act(read) {
                    let instruction = self.instruction(placed, text, order, &one, content.clone());
                    self.push(instruction);
                }
            }
        }
        None
    }

    /// The address of an order: an article's only paragraph is the article.
    pub(super) fn place(&self, placed: &Placed<'_>) -> Locator {
        let only = || self.outline.above(placed).next().filter(|above| above.provision.children.len() == 1);
        match (SegmentKind::of(placed.provision), only()) {
            (SegmentKind::UnnumberedParagraph, Some(above)) => above.locator.clone(),
            _ => placed.locator.clone(),
        }
    }

    pub(super) fn push(&mut self, instruction: Instruction) {
        if instruction.act.is_some() {
            self.instructions.push(instruction);
            return;
        }
        self.unread.push(Unread {
            place: instruction.place,
            act: None,
            within: instruction.targets,
            text: instruction.text,
            reason: WhyUnread::NoAct,
        });
    }

    /// Where an order applies, from its own words and those above it.
    fn located(&mut self, order: &form::Order, contexts: &[Context]) -> Located {
        let mut read = Located { contexts: contexts.to_vec(), position: Position::InOrder, everywhere: false };
        for place in &order.places {
            match place.relation {
                Relation::Everywhere => read.everywhere = true,
                Relation::From(date) => read.contexts.iter_mut().for_each(|context| context.from = Some(date)),
                Relation::In | Relation::AtEnd => {
                    if place.relation == Relation::AtEnd {
                        read.position = Position::AtEnd;
                    }
                    if !place.named.is_empty() {
                        read.contexts =
                            read.contexts.iter().flat_map(|above| self.below(above, &place.named)).collect();
                    }
                }
                Relation::After | Relation::Before => {
                    let last = if place.relation == Relation::After { place.named.last() } else { place.named.first() };
                    let Some((named, above)) = last.zip(read.contexts.first()) else { continue };
                    let target = named.target.below(&above.target);
                    if let Act::Celex(celex) = &named.act {
                        let act = celex.clone();
                        read.contexts.iter_mut().for_each(|context| context.act = Some(act.clone()));
                    }
                    read.position = match place.relation {
                        Relation::After => Position::After(target),
                        _ => Position::Before(target),
                    };
                }
            }
        }
        read
    }

    fn below(&mut self, above: &Context, named: &[super::places::Named]) -> Vec<Context> {
        let mut all = Vec::new();
        for named in named {
            let act = match &named.act {
                Act::Celex(celex) => {
                    self.last_named = Some(celex.clone());
                    Some(celex.clone())
                }
                Act::LastNamed => self.last_named.clone().or_else(|| above.act.clone()),
                Act::This | Act::Own | Act::Elsewhere => above.act.clone(),
            };
            all.push(Context {
                act,
                target: named.target.below(&above.target),
                from: above.from,
                ordered_by: above.ordered_by.clone(),
            });
        }
        all
    }

    pub(super) fn instruction(
        &self,
        placed: &Placed<'_>,
        text: &str,
        order: &form::Order,
        read: &Located,
        content: Content,
    ) -> Instruction {
        let mut targets: Vec<Target> = read.contexts.iter().map(|context| context.target.clone()).collect();
        let mut numbers: Vec<Number> = order.named.iter().flat_map(|named| numbers_of(&named.target)).collect();
        let mut kind = order.new.as_ref().and_then(|new| new.kind);
        numbers.extend(order.new.iter().flat_map(|new| new.numbers.iter().cloned()));
        if order.form.does == Order::Insert
            && let Some(named) = order.named.first()
        {
            kind = named.target.path.last().and_then(Level::kind).map(ContentKind::Provision);
            let mut container = named.target.clone();
            container.path.pop();
            container.through = None;
            targets = targets.iter().map(|above| container.below(above)).collect();
        } else if order.form.does == Order::Insert && order.new.is_none() && read.position == Position::InOrder {
            // 'paragraph 5 is added': what is named is what comes, and goes where that stands.
            let coming: Vec<Target> = targets.iter().filter(|target| comes(target, &content)).cloned().collect();
            if let [only] = &coming[..] {
                kind = only.path.last().and_then(Level::kind).map(ContentKind::Provision);
                numbers = numbers_of(only);
                let mut container = only.clone();
                container.path.pop();
                container.through = None;
                targets = vec![container];
            }
        }
        let operation = operation(order.form.does, &targets, &content);
        let act = act_of(&read.contexts);
        let place = self.place(placed);
        Instruction {
            ordered_by: read.contexts.first().and_then(|context| context.ordered_by.clone()),
            operation,
            act,
            targets,
            position: read.position.clone(),
            everywhere: read.everywhere,
            as_amended: order.as_amended,
            kind,
            numbers,
            content,
            applies_from: read.contexts.first().and_then(|context| context.from),
            stated: self.act.evidence.statement(&place).cloned(),
            place,
            form: order.form.name,
            text: text.to_owned(),
        }
    }
}

/// Whether a target is the provision that the content starts with.
fn comes(target: &Target, content: &Content) -> bool {
    let (Content::Provisions(provisions), Some(Level::Numbered(named))) = (content, target.path.last()) else {
        return false;
    };
    let first = provisions.first().map(|first| (SegmentKind::of(first), first.number.clone()));
    target.aspect == Aspect::Whole && first == Some((named.kind, named.number.clone()))
}

/// The act that orders amend which stand in these places.
fn act_of(contexts: &[Context]) -> Option<Celex> {
    contexts.first()?.act.as_deref().and_then(|act| Celex::parse(act).ok())
}

/// What reading one provision says to the one who reads its siblings.
struct Step {
    /// How many siblings behind it belong to it.
    taken: usize,
    /// What the siblings behind it inherit.
    further: Option<Vec<Context>>,
}

/// Where an order applies.
pub(super) struct Located {
    pub contexts: Vec<Context>,
    pub position: Position,
    pub everywhere: bool,
}

/// One place for each act: each instruction belongs to one.
fn by_act(read: Located) -> Vec<Located> {
    let mut all: Vec<Located> = Vec::new();
    for context in read.contexts {
        match all.iter_mut().find(|one| one.contexts[0].act == context.act) {
            Some(one) => one.contexts.push(context),
            None => all.push(Located {
                contexts: vec![context],
                position: read.position.clone(),
                everywhere: read.everywhere,
            }),
        }
    }
    all
}

fn outside_quotations(provision: &Provision) -> Box<dyn Iterator<Item = &Provision> + '_> {
    let below = provision.children.iter().filter(move |_| provision.kind != Kind::Quotation);
    Box::new(std::iter::once(provision).chain(below.flat_map(outside_quotations)))
}

fn closes(provision: &Provision) -> bool {
    let text = provision.full_text();
    text.trim_end_matches(|c: char| matches!(c, '.' | ';' | ',') || crate::law::is_space(c))
        .ends_with(super::sentence::CLOSING)
}

/// Whether an order announces provisions that stand behind it.
fn wants_content(order: &form::Order) -> bool {
    matches!(order.form.does, Order::Replace | Order::Insert) && order.quoted.is_empty()
}

fn content_of(order: &form::Order, content: Vec<Provision>) -> Content {
    if !order.quoted.is_empty() {
        return Content::Words(order.quoted.clone());
    }
    if content.is_empty() { Content::None } else { Content::Provisions(content) }
}

fn operation(does: Order, targets: &[Target], content: &Content) -> Operation {
    let of_words = targets.iter().any(|target| matches!(target.aspect, Aspect::Words(_) | Aspect::HeadingWords(_)));
    let words = of_words || matches!(content, Content::Words(_));
    match does {
        Order::Replace | Order::ReplaceFrom if of_words => Operation::ReplaceWords,
        Order::Amend | Order::Replace | Order::ReplaceFrom => Operation::Replace,
        Order::Insert if words => Operation::InsertWords,
        Order::Insert | Order::InsertFrom => Operation::Insert,
        Order::Delete if of_words => Operation::DeleteWords,
        Order::Repeal => Operation::Repeal,
        Order::Renumber => Operation::Renumber,
        Order::Delete | Order::AmendFrom | Order::Explain => Operation::Delete,
    }
}

/// The numbers that the last step of a target stands for.
pub(super) fn numbers_of(target: &Target) -> Vec<Number> {
    target
        .each()
        .iter()
        .filter_map(|one| match one.path.last() {
            Some(Level::Numbered(segment)) => segment.number.clone(),
            _ => None,
        })
        .collect()
}

/// Targets with each range written out.
pub(super) fn expanded(targets: &[Target]) -> Vec<Target> {
    targets.iter().flat_map(Target::each).collect()
}

pub(super) fn expand_contexts(contexts: &[Context]) -> Vec<Context> {
    let each = |context: &Context| {
        let targets = context.target.each();
        targets.into_iter().map(|target| Context { target, ..context.clone() }).collect::<Vec<_>>()
    };
    contexts.iter().flat_map(each).collect()
}
