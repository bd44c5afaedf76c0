//! Characters with their places → the lines of a page, from top to bottom.

use std::cmp::Ordering;

/// A character, or what a font draws as one.
#[derive(Debug, Clone)]
pub(super) struct Glyph {
    pub x: f64,
    /// Its base line, counted from the top of the page.
    pub y: f64,
    pub end: f64,
    pub size: f64,
    pub text: String,
}

/// A line of a page.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct PageLine {
    /// Where it starts; for a blank line, where its first blank stands.
    pub x: f64,
    pub y: f64,
    pub size: f64,
    /// Its characters: a tab where the layout jumps, signs of notes between [`SIGN`] and [`SIGN_END`].
    pub text: String,
}

/// A page.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Page {
    /// Its lines from top to bottom, blank ones among them.
    pub lines: Vec<PageLine>,
}

/// Before the sign of a note. Characters of private use: no official text has them.
pub(super) const SIGN: char = '\u{f0000}';
/// After the sign of a note.
pub(super) const SIGN_END: char = '\u{f0001}';

/// Smaller than this part of a line's size, raised characters are the sign of a note.
const RAISED: f64 = 0.8;
/// The layout jumps where nothing stands for more than this part of the size.
const JUMP: f64 = 0.12;
/// Smaller than this, in points, no character is meant to be read.
const UNREAD: f64 = 4.0;

/// A line's words without the signs of notes that stand in it.
pub(super) fn without_signs(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut in_sign = false;
    for c in text.chars() {
        match c {
            SIGN => in_sign = true,
            SIGN_END => in_sign = false,
            c if !in_sign => out.push(c),
            _ => {}
        }
    }
    out
}

impl Page {
    /// The words of its lines.
    pub fn text(&self) -> String {
        self.lines.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join("\u{2029}")
    }
}

impl PageLine {
    /// Whether it has no words.
    pub fn is_blank(&self) -> bool {
        self.text.is_empty()
    }
}

/// Puts the characters of a page, in the order of the file, into lines.
pub(super) fn page(glyphs: Vec<Glyph>) -> Page {
    let read: Vec<Glyph> = glyphs.into_iter().filter(|glyph| glyph.size >= UNREAD).collect();
    let size = usual_size(&read);
    let is_raised = |glyph: &Glyph| glyph.size < size * RAISED && !glyph.text.trim().is_empty();
    let mut base_lines: Vec<f64> = Vec::new();
    for glyph in read.iter().filter(|glyph| !is_raised(glyph)) {
        if !base_lines.iter().rev().any(|y| is_near(*y, glyph.y, size)) {
            base_lines.push(glyph.y);
        }
    }
    let mut lines: Vec<(f64, Vec<(Glyph, bool)>)> = base_lines.into_iter().map(|y| (y, Vec::new())).collect();
    for glyph in read {
        let above = |y: f64| is_raised(&glyph) && (size * 0.1..size * 0.6).contains(&(y - glyph.y));
        if let Some((_, line)) = lines.iter_mut().rev().find(|(y, _)| above(*y)) {
            line.push((glyph, true));
        } else if let Some((_, line)) = lines.iter_mut().rev().find(|(y, _)| is_near(*y, glyph.y, size)) {
            line.push((glyph, false));
        } else {
            lines.push((glyph.y, vec![(glyph, false)]));
        }
    }
    lines.sort_by(|(one, _), (other, _)| compare(*one, *other));
    Page { lines: lines.into_iter().map(|(y, glyphs)| line(y, in_order(glyphs))).collect() }
}

fn is_near(one: f64, other: f64, size: f64) -> bool {
    (one - other).abs() < size * 0.3
}

fn compare(one: f64, other: f64) -> Ordering {
    one.partial_cmp(&other).unwrap_or(Ordering::Equal)
}

/// Puts the characters of a line in order. Those that the file draws in one go stay together: where a font's widths are
/// not those that it is drawn with, their ends lie beyond the start of what follows.
fn in_order(glyphs: Vec<(Glyph, bool)>) -> Vec<(Glyph, bool)> {
    let mut runs: Vec<Vec<(Glyph, bool)>> = Vec::new();
    for (glyph, raised) in glyphs {
        let goes_on = |run: &&mut Vec<(Glyph, bool)>| {
            run.last().is_some_and(|(last, _)| (glyph.x - last.end).abs() < glyph.size * JUMP)
        };
        match runs.last_mut().filter(goes_on) {
            Some(run) => run.push((glyph, raised)),
            None => runs.push(vec![(glyph, raised)]),
        }
    }
    let start = |run: &Vec<(Glyph, bool)>| run.first().map_or(0.0, |(glyph, _)| glyph.x);
    runs.sort_by(|one, other| compare(start(one), start(other)));
    runs.into_iter().flatten().collect()
}

/// The size of most characters.
fn usual_size(glyphs: &[Glyph]) -> f64 {
    let mut sizes: Vec<f64> = glyphs.iter().filter(|glyph| !glyph.text.trim().is_empty()).map(|g| g.size).collect();
    sizes.sort_by(|one, other| compare(*one, *other));
    sizes.get(sizes.len() / 2).copied().unwrap_or(0.0)
}

fn line(y: f64, glyphs: Vec<(Glyph, bool)>) -> PageLine {
    let first_blank = glyphs.first().map_or(0.0, |(glyph, _)| glyph.x);
    let words = glyphs.iter().position(|(glyph, _)| !glyph.text.trim().is_empty()).unwrap_or(glyphs.len());
    let mut built = PageLine { x: first_blank, y, size: 0.0, text: String::new() };
    let (mut end, mut in_sign) = (f64::INFINITY, false);
    for (glyph, raised) in &glyphs[words..] {
        if built.text.is_empty() {
            built.x = glyph.x;
        }
        if in_sign != *raised {
            built.text.push(if *raised { SIGN } else { SIGN_END });
            in_sign = *raised;
        }
        if glyph.x > end + glyph.size * JUMP {
            built.text.truncate(built.text.trim_end().len());
            built.text.push('\t');
        }
        built.text.push_str(&glyph.text);
        built.size = built.size.max(glyph.size);
        end = glyph.end;
    }
    if in_sign {
        built.text.push(SIGN_END);
    }
    built.text.truncate(built.text.trim_end().len());
    built
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Characters of size 10, each 5 wide, from a place on.
    fn run(x: f64, y: f64, text: &str) -> Vec<Glyph> {
        let glyph = |(at, c): (u32, char)| {
            let x = x + f64::from(at) * 5.0;
            Glyph { x, y, end: x + 5.0, size: 10.0, text: c.to_string() }
        };
        (0..).zip(text.chars()).map(glyph).collect()
    }

    fn texts(glyphs: Vec<Glyph>) -> Vec<String> {
        page(glyphs).lines.into_iter().map(|line| line.text).collect()
    }

    #[test]
    fn lines_are_read_from_top_to_bottom_however_the_file_has_them() {
        assert_eq!(texts([run(0.0, 90.0, "foot"), run(0.0, 20.0, "head ")].concat()), ["head", "foot"]);
    }

    #[test]
    fn a_jump_of_the_layout_is_a_tab() {
        assert_eq!(texts([run(0.0, 20.0, "a) "), run(40.0, 20.0, "hoops")].concat()), ["a)\thoops"]);
        assert_eq!(texts([run(0.0, 20.0, "two "), run(20.0, 20.3, "runs")].concat()), ["two runs"]);
    }

    #[test]
    fn raised_figures_are_the_signs_of_notes() {
        let sign = Glyph { x: 25.0, y: 16.0, end: 29.0, size: 6.0, text: "7".into() };
        assert_eq!(
            texts([run(0.0, 20.0, "Board"), vec![sign], run(29.0, 20.0, ", and")].concat()),
            [format!("Board{SIGN}7{SIGN_END}, and")]
        );
    }
}
