//! Plain text and Markdown as lines.

use std::path::Path;

use super::{DocumentError, Line};

/// Takes bytes as UTF-8, or as UTF-16 where they say so by their mark.
pub(super) fn decode(bytes: Vec<u8>, path: &Path) -> Result<String, DocumentError> {
    let wrong = |at| DocumentError::Encoding { path: path.to_owned(), at };
    let wide: Option<fn([u8; 2]) -> u16> = match bytes.get(..2) {
        Some([0xff, 0xfe]) => Some(u16::from_le_bytes),
        Some([0xfe, 0xff]) => Some(u16::from_be_bytes),
        _ => None,
    };
    if let Some(unit) = wide {
        let units: Vec<u16> = bytes[2..].chunks_exact(2).map(|two| unit([two[0], two[1]])).collect();
        return String::from_utf16(&units).map_err(|_| wrong(2));
    }
    let text = String::from_utf8(bytes).map_err(|error| wrong(error.utf8_error().valid_up_to()))?;
    Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
}

/// The lines of a text; a form feed begins a page.
pub(super) fn lines(text: &str) -> Vec<Line> {
    let mut page = 1;
    let mut lines = Vec::new();
    for line in text.split('\n') {
        page += line.matches('\u{c}').count();
        let text = line.trim_end_matches('\r').replace('\u{c}', " ");
        // What a heading, an item or a row of Markdown says stands alone.
        let whole = text.starts_with('#') || text.trim_start().starts_with('|');
        lines.push(Line { text, page, whole });
    }
    lines
}
