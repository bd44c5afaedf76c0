//! Orders that leave their content to an annex of the amending act: 'is amended in accordance with Annex I', 'is replaced by the
//! text set out in the Annex'.

use super::content::unquoted;
use super::form;
use super::instruction::{Content, ContentKind, Position, WhyUnread};
use super::read::{Context, Located, Reader, expand_contexts, expanded, numbers_of};
use super::target::{Level, Target};
use crate::languages::Order;
use crate::law::{Kind, Locator, Placed, Provision, SegmentKind};
use crate::prose::Act;

impl<'a> Reader<'_, 'a> {
    /// Reads the orders of the annexes that an order points to.
    pub(super) fn amend_from(&mut self, placed: &Placed<'a>, order: &form::Order, contexts: &[Context]) {
        let sources = expanded(&order.source);
        let mut spread = expand_contexts(contexts);
        let ordered_by = self.place(placed);
        spread.iter_mut().for_each(|context| context.ordered_by = Some(ordered_by.clone()));
        let respectively = sources.len() > 1 && sources.len() == spread.len();
        for (at, source) in sources.iter().enumerate() {
            let contexts = if respectively { vec![spread[at].clone()] } else { spread.clone() };
            match self.annex(source) {
                Some(annex) => self.children(&annex, &annex.provision.children, &contexts),
                None => {
                    let text = placed.provision.text.as_deref().unwrap_or_default();
                    self.note_unread(placed, text, &contexts, WhyUnread::NoContent);
                }
            }
        }
    }

    /// Makes one instruction for each annex that an order puts in.
    pub(super) fn whole_annexes(&mut self, placed: &Placed<'a>, text: &str, order: &form::Order, read: &Located) {
        let sources = expanded(&order.source);
        let inserts = order.form.does == Order::InsertFrom;
        let targets = if inserts {
            annexes_to_come(order, &read.contexts, sources.len())
        } else {
            expand_contexts(&read.contexts)
        };
        for (at, target) in targets.iter().enumerate() {
            let source = if sources.len() == targets.len() { sources.get(at) } else { sources.first() };
            let Some(annex) = source.and_then(|source| self.annex(source)) else {
                self.note_unread(placed, text, std::slice::from_ref(target), WhyUnread::NoContent);
                continue;
            };
            let content = Content::Provisions(annex_content(annex.provision, &target.target));
            let context = Context { ordered_by: Some(self.place(placed)), ..target.clone() };
            let one = Located { contexts: vec![context], position: Position::InOrder, everywhere: false };
            let mut instruction = self.instruction(&annex, text, order, &one, content);
            if inserts {
                instruction.numbers = numbers_of(&target.target);
                instruction.kind = Some(ContentKind::Provision(SegmentKind::Annex));
                instruction.targets = vec![Target::default()];
            }
            self.push(instruction);
        }
    }

    fn annex(&self, source: &Target) -> Option<Placed<'a>> {
        let Level::Numbered(segment) = source.path.first()? else { return None };
        let locator = Locator::root(segment.clone());
        let only = || {
            let mut annexes = self
                .outline
                .all()
                .iter()
                .filter(|placed| placed.provision.kind == Kind::Annex && placed.parent.is_none());
            annexes.next().filter(|_| annexes.next().is_none() && segment.number.is_none())
        };
        self.outline.get(&locator).or_else(only).cloned()
    }
}

/// The annexes that an order puts in, by the numbers that it gives them; without any, one for each source.
fn annexes_to_come(order: &form::Order, contexts: &[Context], sources: usize) -> Vec<Context> {
    let above = contexts.first().cloned().unwrap_or_default();
    let act = order.named.iter().find_map(|named| match &named.act {
        Act::Celex(celex) => Some(celex.clone()),
        _ => None,
    });
    let named = order.named.iter().flat_map(|named| named.target.each());
    let new = order.new.iter().flat_map(|new| {
        let Some(ContentKind::Provision(kind)) = new.kind else { return Vec::new() };
        new.numbers.iter().map(|number| Target::numbered(kind, number.clone())).collect()
    });
    let mut targets: Vec<Target> = named.chain(new).collect();
    if targets.is_empty() {
        targets = vec![Target::default(); sources];
    }
    let act = act.or(above.act.clone());
    targets.into_iter().map(|target| Context { act: act.clone(), target, ..above.clone() }).collect()
}

/// What an annex of the amending act holds for a target: the annex that it quotes, or itself under the target's number.
fn annex_content(annex: &Provision, target: &Target) -> Vec<Provision> {
    let mut quoted: Vec<Provision> = annex
        .children
        .iter()
        .flat_map(|child| if child.kind == Kind::Quotation { child.children.clone() } else { vec![child.clone()] })
        .collect();
    let is_annex = |provision: &Provision| matches!(provision.kind, Kind::Annex | Kind::Appendix);
    if quoted.iter().any(is_annex) {
        quoted = unquoted(quoted);
        quoted.iter_mut().filter(|provision| is_annex(provision)).for_each(|provision| provision.kind = Kind::Annex);
        return quoted;
    }
    let mut whole = annex.clone();
    whole.children = unquoted(quoted);
    if let Some(Level::Numbered(segment)) = target.path.last() {
        whole.number.clone_from(&segment.number);
    }
    vec![whole]
}
