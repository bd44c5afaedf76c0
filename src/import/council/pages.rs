//! The text of a document without what belongs to its pages: running feet, notes, page breaks.

use std::collections::HashMap;

use super::super::error::PdfCause;
use super::super::report::ImportReport;
use super::lines::{Page, PageLine, SIGN};
use super::pieces::{add_line, is_rule};

/// The lines of a document that belong to its text, and its notes.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Text {
    /// The lines, page by page.
    pub pages: Vec<TextPage>,
    /// The notes at the foot of the pages, by their sign.
    pub notes: HashMap<String, String>,
}

/// What a page holds of the text.
#[derive(Debug, Default, PartialEq)]
pub(super) struct TextPage {
    /// Its lines, none of them blank.
    pub lines: Vec<PageLine>,
    /// Whether its last paragraph goes on over the page.
    pub goes_on: bool,
}

/// Takes off the pages after the cover what is not the text's own. The foot begins with the number of the document; a
/// page without one is not all there.
pub(super) fn text(pages: &[Page], document: &str, report: &mut ImportReport) -> Result<Text, PdfCause> {
    let mut text = Text::default();
    for (at, page) in pages.iter().enumerate() {
        let foot = page.lines.iter().rposition(|line| line.text.starts_with(document));
        let (body, foot) = page.lines.split_at(foot.ok_or(PdfCause::NoFoot { page: at + 2 })?);
        foot.iter().for_each(|line| report.left_out("running feet", &line.text));
        let margin = foot.first().map_or(0.0, |line| line.x);
        let notes = first_note(body).unwrap_or(body.len());
        let (body, notes) = body.split_at(notes);
        let last = body.iter().rposition(|line| !line.is_blank()).map_or(0, |at| at + 1);
        // A break between two paragraphs is a paragraph of its own, without words. A break within a paragraph is none.
        let goes_on = !body[last..].iter().any(|line| (line.x - margin).abs() < 1.0);
        for rule in body.iter().filter(|line| is_rule(&line.text)) {
            report.left_out("rules above notes", &rule.text);
        }
        let lines = body[..last].iter().filter(|line| !line.is_blank()).cloned().collect();
        text.pages.push(TextPage { lines, goes_on });
        text.notes.extend(read_notes(notes));
    }
    Ok(text)
}

/// The first line of the notes at the foot of a page: it begins with a sign, and no rule stands before it, as before the
/// notes of a quoted text.
fn first_note(lines: &[PageLine]) -> Option<usize> {
    let worded: Vec<usize> = (0..lines.len()).filter(|at| !lines[*at].is_blank()).collect();
    let last_rule = worded.iter().rposition(|at| is_rule(&lines[*at].text));
    let mut from = worded.iter().skip(last_rule.map_or(0, |at| at + 1)).copied().peekable();
    if last_rule.is_some() {
        // The notes under a rule, which stand as close as their lines do, belong to the quoted text.
        let mut before = from.next()?;
        while let Some(next) = from.next_if(|next| {
            let close = lines[*next].y - lines[before].y < lines[before].size * 1.7;
            close || lines[*next].text.starts_with(SIGN) && lines[*next].y - lines[before].y < lines[before].size * 2.0
        }) {
            before = next;
        }
    }
    from.find(|at| lines[*at].text.starts_with(SIGN))
}

fn read_notes(lines: &[PageLine]) -> Vec<(String, String)> {
    let mut notes: Vec<(String, String)> = Vec::new();
    for line in lines.iter().filter(|line| !line.is_blank()) {
        match (split_note(&line.text), notes.last_mut()) {
            (Some((sign, text)), _) => notes.push((sign.to_owned(), text.to_owned())),
            (None, Some((_, text))) => add_line(text, &line.text, &[]),
            (None, None) => {}
        }
    }
    notes
}

/// The sign and the words of a note's first line.
pub(super) fn split_note(line: &str) -> Option<(&str, &str)> {
    let (sign, text) = line.strip_prefix(SIGN)?.split_once(super::lines::SIGN_END)?;
    Some((sign.trim(), text.trim()))
}

#[cfg(test)]
mod tests {
    use super::super::lines::SIGN_END;
    use super::*;

    fn line(x: f64, y: f64, text: &str) -> PageLine {
        PageLine { x, y, size: 12.0, text: text.to_owned() }
    }

    fn foot() -> [PageLine; 2] {
        [line(56.0, 789.0, "PE-CONS 7/31\t4"), line(284.0, 805.0, "GIP.B\tNL")]
    }

    fn read(lines: Vec<PageLine>) -> Text {
        let page = Page { lines: lines.into_iter().chain(foot()).collect() };
        text(&[page], "PE-CONS 7/31", &mut ImportReport::default()).unwrap()
    }

    #[test]
    fn running_feet_are_no_text() {
        let text = read(vec![line(56.0, 72.0, "De kuiper telt."), line(56.0, 100.0, "")]);
        assert_eq!(text.pages[0].lines.len(), 1);
        assert!(!text.pages[0].goes_on);
    }

    #[test]
    fn a_paragraph_goes_on_where_no_blank_paragraph_ends_the_page() {
        assert!(read(vec![line(56.0, 72.0, "De kuiper telt.")]).pages[0].goes_on);
    }

    #[test]
    fn notes_at_the_foot_are_kept_by_their_sign() {
        let note = format!("{SIGN}3{SIGN_END}\tBlad van de kuipers");
        let text = read(vec![
            line(99.0, 72.0, "De kuiper telt."),
            line(56.0, 98.0, ""),
            line(56.0, 700.0, &note),
            line(92.0, 714.0, "van 2031."),
        ]);
        assert_eq!((text.pages[0].lines.len(), text.pages[0].goes_on), (1, false));
        assert_eq!(text.notes["3"], "Blad van de kuipers van 2031.");
    }

    #[test]
    fn notes_of_a_quoted_text_stay_where_they_are() {
        let note = format!("{SIGN}*{SIGN_END}\tBlad van de kuipers.”;");
        let text = read(vec![line(99.0, 72.0, "________"), line(99.0, 98.0, &note), line(56.0, 125.0, "2)\tslot")]);
        assert_eq!(text.pages[0].lines.len(), 3);
        assert!(text.notes.is_empty());
    }
}
