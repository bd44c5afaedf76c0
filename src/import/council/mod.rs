//! The Council's layout of an act that is adopted and not yet published: a PDF with a cover, running feet, notes at the
//! foot of the page, and a structure that only its indents and numbers show.

mod act;
mod blanks;
mod checks;
mod cover;
mod glyphs;
mod lines;
mod nest;
mod notes;
mod numbers;
mod pages;
mod pieces;
mod tables;
mod units;

use std::path::Path;

use super::error::{ImportError, PdfCause};
use super::finish::{self, Identity, Imported};
use super::report::ImportReport;
use super::source;
use crate::law::{Stage, Work};

pub use glyphs::READER_THREAD;

/// The lines of any PDF with a text layer, page by page, without the signs of notes.
///
/// # Errors
/// A file that cannot be taken apart, is encrypted, too long or without text.
pub fn pdf_lines(bytes: Vec<u8>) -> Result<Vec<Vec<String>>, PdfCause> {
    let read = glyphs::pages(bytes)?;
    let lines = |page: &lines::Page| page.lines.iter().map(|line| lines::without_signs(&line.text)).collect();
    Ok(read.pages.iter().map(lines).collect())
}

/// Reads a document of the Council; `works` are those among which its act is looked for.
pub(super) fn read(path: &Path, works: &[&Work]) -> Result<Imported, ImportError> {
    let refused = |cause| ImportError::Pdf { path: path.to_owned(), cause };
    let bytes = source::read_bytes(path)?;
    let read = glyphs::pages(bytes).map_err(refused)?;
    let Some((first, rest)) = read.pages.split_first() else { return Err(refused(PdfCause::WithoutText)) };
    let cover = cover::read(first).map_err(refused)?;
    let work = works.iter().find(|work| work.procedure.as_deref() == Some(cover.procedure.as_str()));
    let work = work.ok_or_else(|| ImportError::UnknownProcedure {
        path: path.to_owned(),
        document: cover.document.clone(),
        procedure: cover.procedure.clone(),
    })?;
    let mut report = ImportReport::default();
    report.left_out("cover", &first.text());
    let text = pages::text(rest, &cover.document, &mut report).map_err(refused)?;
    let raw = act::read(text, cover.language, &mut report);
    if raw.body.is_empty() {
        return Err(refused(PdfCause::NoArticles));
    }
    let identity = Identity {
        document: Some(cover.document),
        celex: work.celex.clone(),
        stage: Stage::Adopted,
        date: cover.date,
        language: cover.language,
        act_date: None,
        eli: None,
        edition: None,
        amended_by: Vec::new(),
        format: "council-pdf",
    };
    let mut imported = finish::finish(path, identity, raw, report, &[read.bytes])?;
    blanks::place(&mut imported.version, work);
    Ok(imported)
}
