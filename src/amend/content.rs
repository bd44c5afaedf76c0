//! What an order quotes, as it will stand in the amended act.
//!
//! Source: Joint Practical Guide, guideline 18.12: new text stands between quotation marks, which are no part of it.

use super::sentence::{CLOSING, OPENING};
use crate::law::{Kind, Provision, is_space};

/// The provisions that stand in an order's quotation, without its quotation marks.
pub(super) fn unquoted(mut provisions: Vec<Provision>) -> Vec<Provision> {
    let opening = provisions.first_mut().and_then(take_opening_mark);
    if let (Some(mark), Some(first)) = (opening, provisions.first_mut()) {
        take_stray_mark(first, mark);
    }
    if let Some(last) = provisions.last_mut() {
        take_closing_mark(last);
    }
    if let Some(first) = provisions.first_mut() {
        take_stray_stop(first);
    }
    if opening == Some('‘') {
        provisions.iter_mut().for_each(restore_inner_marks);
    }
    provisions
}

/// Whether a provision begins with an opening quotation mark.
pub(super) fn opens(provision: &Provision) -> bool {
    first_line(provision).is_some_and(|line| line.trim_start_matches(is_space).starts_with(OPENING))
}

fn first_line(provision: &Provision) -> Option<&String> {
    let own = [&provision.label, &provision.heading, &provision.text].into_iter().flatten();
    own.chain(provision.children.iter().filter_map(first_line)).next()
}

fn take_opening_mark(provision: &mut Provision) -> Option<char> {
    let in_text = provision.label.is_none() && provision.heading.is_none();
    let line = [&mut provision.label, &mut provision.heading, &mut provision.text].into_iter().flatten().next();
    let Some(line) = line else { return provision.children.iter_mut().next().and_then(take_opening_mark) };
    let start = line.trim_start_matches(is_space);
    let mark = start.chars().next().filter(|c| OPENING.contains(c))?;
    let kept = start[mark.len_utf8()..].trim_start_matches(is_space);
    let cut = line.len() - kept.len();
    *line = kept.to_owned();
    if in_text {
        move_marks(provision, cut);
    }
    Some(mark)
}

/// Takes off a second opening mark that nothing closes, as some orders set one before the number and one before the words.
fn take_stray_mark(provision: &mut Provision, mark: char) {
    let Some(rest) = provision.text.as_ref().and_then(|text| text.strip_prefix(mark)) else { return };
    let closes = rest.char_indices().any(|(at, c)| {
        let letter_behind = rest[at + c.len_utf8()..].chars().next().is_some_and(char::is_alphanumeric);
        CLOSING.contains(&c) && !letter_behind && at + c.len_utf8() < rest.trim_end_matches(['.', ';', ',']).len()
    });
    if !closes {
        provision.text = Some(rest.to_owned());
        move_marks(provision, mark.len_utf8());
    }
}

/// Takes off a full stop between the number and the words, which belongs to the number.
fn take_stray_stop(provision: &mut Provision) {
    if let Some(rest) = provision.text.as_ref().and_then(|text| text.strip_prefix(". ")).map(str::to_owned) {
        provision.text = Some(rest);
        move_marks(provision, ". ".len());
    }
}

/// Moves the marks of a text that lost its first bytes.
fn move_marks(provision: &mut Provision, cut: usize) {
    for mark in &mut provision.marks {
        (mark.start, mark.end) = (mark.start.saturating_sub(cut), mark.end.saturating_sub(cut));
    }
}

fn take_closing_mark(provision: &mut Provision) -> bool {
    if provision.children.iter_mut().rev().find(|child| first_line(child).is_some()).is_some_and(take_closing_mark) {
        return true;
    }
    let line = [&mut provision.text, &mut provision.heading, &mut provision.label].into_iter().flatten().next();
    let Some(line) = line else { return false };
    let ends = |c: char| matches!(c, '.' | ';' | ',' | ':') || is_space(c);
    let Some(kept) = line.trim_end_matches(ends).strip_suffix(CLOSING) else { return false };
    let kept = kept.trim_end_matches(is_space);
    let end = kept.len();
    *line = kept.to_owned();
    provision.marks.retain(|mark| mark.end <= end);
    true
}

/// Within single marks, quotations stand between double ones; in the act itself, they stand between single ones.
fn restore_inner_marks(provision: &mut Provision) {
    for line in [&mut provision.label, &mut provision.heading, &mut provision.text].into_iter().flatten() {
        if line.contains(['“', '”']) {
            *line = line.replace('“', "‘").replace('”', "’");
        }
    }
    provision.children.iter_mut().for_each(restore_inner_marks);
}

/// The words of provisions that stand for running text only: a new heading, a sentence, introductory wording. A label
/// that repeats the number of what they stand in is left out.
pub(super) fn words_of(provisions: &[Provision]) -> Option<String> {
    let mut lines = Vec::new();
    for provision in provisions.iter().flat_map(Provision::walk) {
        if provision.kind == Kind::Cell || provision.deleted.is_some() {
            return None;
        }
        lines.extend([&provision.heading, &provision.text].into_iter().flatten().map(String::as_str));
    }
    if lines.is_empty() { None } else { Some(lines.join(" ")) }
}
