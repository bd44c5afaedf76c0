//! Units as text with tracked changes.

use super::body::{Body, Look, Marking};
use crate::diff::{LinePart, Op, RedlineLine, RedlineUnit, Run};

pub(super) fn write(body: &mut Body, units: &[RedlineUnit]) {
    for line in units.iter().flat_map(|unit| &unit.lines) {
        let style = match line.part {
            LinePart::Head => "Heading2",
            LinePart::Heading => "Heading3",
            LinePart::Text => "Law",
        };
        body.paragraph(style, line.op, line.depth, |body| {
            body.runs(&joined(line), Look::default(), Marking::Tracked);
        });
    }
}

/// What stands between the number of a provision and its words.
pub(super) const AFTER_LABEL: &str = " ";

/// The number and the words of a line; the space between them is there where both are.
fn joined(line: &RedlineLine) -> Vec<Run> {
    let side = |runs: &[Run], left_out: Op| runs.iter().any(|run| run.op != left_out);
    let both = |left_out: Op| side(&line.label, left_out) && side(&line.text, left_out);
    let op = match (both(Op::Added), both(Op::Removed)) {
        (true, true) => Some(Op::Kept),
        (true, false) => Some(Op::Removed),
        (false, true) => Some(Op::Added),
        (false, false) => None,
    };
    // A line that is new or gone has no kept space in it.
    let op = op.map(|op| if line.op == Op::Kept { op } else { line.op });
    let space = op.map(|op| Run { op, text: AFTER_LABEL.to_owned(), old_text: None });
    line.label.iter().cloned().chain(space).chain(line.text.iter().cloned()).collect()
}
