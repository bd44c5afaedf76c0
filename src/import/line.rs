//! A stretch of running text with everything that hangs on it, built piece by piece.

use crate::law::{Footnote, MarkKind};

/// Which of the amendments met in the file (see [`super::trail::Trail`]).
pub type AmendmentId = usize;

/// A stretch of text as published: layout white space folded, typography kept.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Line {
    /// The characters.
    pub text: String,
    /// Footnotes, with the byte in the text at which their sign stands.
    pub notes: Vec<(usize, Footnote)>,
    /// Signs of footnotes whose wording stands elsewhere in the same file.
    pub note_signs: Vec<(usize, String)>,
    /// Images and formulas, held by a placeholder.
    pub placeholders: Vec<Placeholder>,
    /// Passages that an amending act wrote, in bytes; empty ones are places where words were deleted.
    pub amended: Vec<Passage>,
}

/// A placeholder for what is no text.
#[derive(Debug, Clone, PartialEq)]
pub struct Placeholder {
    /// First byte.
    pub start: usize,
    /// Byte after the last.
    pub end: usize,
    /// Image or formula.
    pub kind: MarkKind,
    /// Its name.
    pub name: String,
}

/// A passage of a line that an amendment covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Passage {
    /// First byte.
    pub start: usize,
    /// Byte after the last.
    pub end: usize,
    /// The amendment.
    pub by: AmendmentId,
}

impl Line {
    /// A line of text with nothing hanging on it.
    #[cfg(test)]
    pub fn plain(text: &str) -> Line {
        let mut builder = LineBuilder::default();
        builder.push(text, &[]);
        builder.finish()
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty() && self.notes.is_empty() && self.note_signs.is_empty() && self.amended.is_empty()
    }

    /// Whether it has no words of its own.
    pub fn is_blank(&self) -> bool {
        self.text.is_empty()
    }

    /// Puts another line after this one, with a separator between.
    pub fn append(&mut self, separator: &str, other: Line) {
        if !self.text.is_empty() && !other.text.is_empty() {
            self.text.push_str(separator);
        }
        let by = self.text.len();
        self.text.push_str(&other.text);
        self.notes.extend(other.notes.into_iter().map(|(at, note)| (at + by, note)));
        self.note_signs.extend(other.note_signs.into_iter().map(|(at, sign)| (at + by, sign)));
        self.placeholders.extend(other.placeholders.into_iter().map(|p| Placeholder {
            start: p.start + by,
            end: p.end + by,
            ..p
        }));
        self.amended.extend(other.amended.into_iter().map(|p| Passage { start: p.start + by, end: p.end + by, ..p }));
        self.join_passages();
    }

    /// Cuts the line at a byte; white space around the cut goes. What hangs on the cut stays with the second part.
    pub fn split_at(self, at: usize) -> (Line, Line) {
        let (head, tail) = self.text.split_at(at);
        let head_end = head.trim_end().len();
        let tail_start = self.text.len() - tail.trim_start().len();
        let first = self.window(0, head_end, |place| place < at);
        let second = self.window(tail_start, self.text.len(), |place| place >= at);
        (first, second)
    }

    fn window(&self, start: usize, end: usize, takes: impl Fn(usize) -> bool) -> Line {
        let shift = |place: usize| place.clamp(start, end) - start;
        Line {
            text: self.text[start..end].to_owned(),
            notes: self.notes.iter().filter(|(at, _)| takes(*at)).map(|(at, n)| (shift(*at), n.clone())).collect(),
            note_signs: self
                .note_signs
                .iter()
                .filter(|(at, _)| takes(*at))
                .map(|(at, sign)| (shift(*at), sign.clone()))
                .collect(),
            placeholders: self
                .placeholders
                .iter()
                .filter(|p| takes(p.start))
                .map(|p| Placeholder { start: shift(p.start), end: shift(p.end), ..p.clone() })
                .collect(),
            amended: self
                .amended
                .iter()
                .filter(|p| (p.start < end && p.end > start) || (p.start == p.end && takes(p.start)))
                .map(|p| Passage { start: shift(p.start), end: shift(p.end), by: p.by })
                .collect(),
        }
    }

    /// Joins passages of one amendment that touch, with nothing or white space between.
    fn join_passages(&mut self) {
        let mut joined: Vec<Passage> = Vec::with_capacity(self.amended.len());
        self.amended.sort_by_key(|p| (p.by, p.start, p.end));
        for passage in self.amended.drain(..) {
            match joined.last_mut() {
                Some(last)
                    if last.by == passage.by
                        && last.end <= passage.start
                        && self.text[last.end..passage.start].trim().is_empty() =>
                {
                    last.end = passage.end.max(last.end);
                }
                Some(last) if last.by == passage.by && last.end >= passage.start => {
                    last.end = passage.end.max(last.end);
                }
                _ => joined.push(passage),
            }
        }
        joined.sort_by_key(|p| (p.start, p.end, p.by));
        self.amended = joined;
    }

    /// The amendments that cover every word of the line.
    pub fn covering(&self) -> Vec<AmendmentId> {
        let (start, end) = (0, self.text.len());
        let whole = self.amended.iter().filter(|p| p.start <= start && p.end >= end && p.end > p.start);
        whole.map(|p| p.by).collect()
    }
}

/// Builds a [`Line`] from pieces of text.
#[derive(Debug, Default)]
pub struct LineBuilder {
    line: Line,
    space: bool,
    /// Whether the white space before the next character has a line break in it.
    layout_break: bool,
    /// Whether an amendment begins or ends just here.
    at_mark: bool,
    /// Whether a space before a footnote's sign, which stands just here, went with it.
    space_went: bool,
}

impl LineBuilder {
    /// Adds text; `amendments` are those that it stands under.
    pub fn push(&mut self, text: &str, amendments: &[AmendmentId]) {
        let mut start = None;
        if !text.is_empty() && std::mem::take(&mut self.space_went) {
            // 'Council (1)and': without its sign, the words on both sides would run together.
            self.space |= text.starts_with(char::is_alphanumeric);
        }
        if !text.is_empty() && std::mem::take(&mut self.at_mark) {
            // An inserted sentence stands in the file without the space that print sets before it.
            let sentence_ended = self.line.text.ends_with(['.', ';', ':']);
            self.space |= sentence_ended && text.starts_with(char::is_alphabetic);
        }
        for c in text.chars() {
            match c {
                ' ' | '\n' | '\r' | '\t' => {
                    self.layout_break = c == '\n' || (self.space && self.layout_break);
                    self.space = true;
                }
                '\u{ad}' | '\u{200b}' | '\u{feff}' | '\u{2060}' => {}
                _ => {
                    if self.space && !self.line.text.is_empty() && !self.line.text.ends_with(crate::law::is_space) {
                        self.line.text.push(' ');
                    }
                    self.space = false;
                    start.get_or_insert(self.line.text.len());
                    self.line.text.push(c);
                }
            }
        }
        if let Some(start) = start {
            let end = self.line.text.len();
            self.line.amended.extend(amendments.iter().map(|by| Passage { start, end, by: *by }));
        }
    }

    /// Adds a footnote at this place. A space before its sign belongs to the sign.
    pub fn note(&mut self, note: Footnote) {
        let at = self.drop_space();
        self.line.notes.push((at, note));
    }

    /// Adds the sign of a footnote whose wording stands elsewhere in the file.
    pub fn note_sign(&mut self, sign: String) {
        let at = self.drop_space();
        self.line.note_signs.push((at, sign));
    }

    fn drop_space(&mut self) -> usize {
        let end = self.line.text.trim_end_matches(crate::law::is_space).len();
        self.space_went = self.space || end < self.line.text.len();
        self.space = false;
        self.truncate(end);
        end
    }

    fn truncate(&mut self, end: usize) {
        self.line.text.truncate(end);
        for passage in &mut self.line.amended {
            passage.start = passage.start.min(end);
            passage.end = passage.end.min(end);
        }
    }

    /// Adds a placeholder for an image or a formula.
    pub fn placeholder(&mut self, kind: MarkKind, name: &str, amendments: &[AmendmentId]) {
        let noun = if kind == MarkKind::Image { "image" } else { "formula" };
        let start = self.line.text.len() + usize::from(self.space && !self.line.text.is_empty());
        // Its name is not part of the text: each manifestation and each edition names the file anew.
        self.push(&format!("[{noun}]"), amendments);
        let end = self.line.text.len();
        self.line.placeholders.push(Placeholder { start, end, kind, name: name.to_owned() });
    }

    /// Remembers that an amendment deleted words at this place.
    pub fn deletion(&mut self, by: AmendmentId) {
        let at = self.line.text.len();
        self.line.amended.push(Passage { start: at, end: at, by });
    }

    /// The characters so far.
    pub fn text(&self) -> &str {
        &self.line.text
    }

    /// Remembers that an amendment begins or ends at this place.
    pub fn mark_boundary(&mut self) {
        self.at_mark = true;
    }

    /// Sets what follows close to what stands before, where only a line break of the file's layout lies between.
    pub fn close_up(&mut self) {
        if self.layout_break {
            self.space = false;
        }
    }

    /// Takes characters off the end, such as the bracket before a footnote's sign.
    pub fn take_back(&mut self, suffix: &str) {
        if self.line.text.trim_end().ends_with(suffix) {
            let end = self.line.text.trim_end().len() - suffix.len();
            self.truncate(end);
            self.space = true;
        }
    }

    /// Whether nothing was added yet.
    pub fn is_empty(&self) -> bool {
        self.line.is_empty()
    }

    /// The line, without white space at its ends.
    pub fn finish(self) -> Line {
        let end = self.line.text.trim_end_matches(crate::law::is_space).len();
        let start = self.line.text.len() - self.line.text.trim_start_matches(crate::law::is_space).len();
        if start >= end {
            let mut line = self.line.window(0, 0, |_| true);
            line.join_passages();
            return line;
        }
        let mut line = self.line.window(start, end, |_| true);
        line.join_passages();
        line
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn layout_white_space_is_folded_and_no_break_spaces_are_kept() {
        assert_eq!(Line::plain("\n  20\u{a0}%   of\n   the  ").text, "20\u{a0}% of the");
    }

    #[test]
    fn pieces_that_touch_do_not_gain_a_space() {
        let mut builder = LineBuilder::default();
        builder.push("the ‘", &[]);
        builder.push("Charter", &[]);
        builder.push("’, and", &[]);
        assert_eq!(builder.finish().text, "the ‘Charter’, and");
    }

    #[test]
    fn a_note_hangs_before_the_space_that_precedes_its_sign() {
        let mut builder = LineBuilder::default();
        builder.push("Committee ", &[]);
        builder.note(Footnote { sign: "1".into(), text: "OJ".into() });
        builder.push(", and", &[]);
        let line = builder.finish();
        assert_eq!((line.text.as_str(), line.notes[0].0), ("Committee, and", 9));
    }

    #[test]
    fn a_split_line_keeps_what_hangs_on_each_part() {
        let mut builder = LineBuilder::default();
        builder.push("(a) ", &[]);
        builder.push("new words", &[7]);
        let (label, text) = builder.finish().split_at(3);
        assert_eq!((label.text.as_str(), text.text.as_str()), ("(a)", "new words"));
        assert_eq!(text.covering(), [7]);
        assert!(label.covering().is_empty());
    }
}
