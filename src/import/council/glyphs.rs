//! The characters of a PDF with their places, as lines of text.

use pdf_extract::{Document, MediaBox, OutputDev, OutputError, Transform, output_doc};

use super::super::error::PdfCause;
use super::checks;
use super::lines::{Glyph, Page, page};

/// The name of the thread on which a PDF is taken apart.
///
/// The crate that does it panics on some damaged files. The panic ends that thread and becomes an error; a program that
/// does not want the panic's own message on standard error can tell it by the thread's name in its panic hook.
pub const READER_THREAD: &str = "lexdelta-pdf";

/// Most characters that are read from one document. The Council's longest acts have about a million.
const MOST_GLYPHS: usize = 4_000_000;

/// Most characters on one page. The Council's fullest have about three thousand.
const MOST_ON_A_PAGE: usize = 20_000;

/// Room for the nesting of a PDF's objects.
const STACK: usize = 16 * 1024 * 1024;

/// The pages of a file, with its bytes.
pub(super) struct Pages {
    pub bytes: Vec<u8>,
    pub pages: Vec<Page>,
}

/// Takes a PDF apart. On a thread of its own, so that no file can end the caller's.
pub(super) fn pages(bytes: Vec<u8>) -> Result<Pages, PdfCause> {
    let reader = move || {
        let pages = read(&bytes)?;
        Ok(Pages { bytes, pages })
    };
    let builder = std::thread::Builder::new().name(READER_THREAD.to_owned()).stack_size(STACK);
    let thread = builder.spawn(reader).map_err(|error| PdfCause::Broken(error.to_string()))?;
    thread.join().unwrap_or(Err(PdfCause::Unreadable))
}

fn read(bytes: &[u8]) -> Result<Vec<Page>, PdfCause> {
    let broken = |error: &dyn std::fmt::Display| PdfCause::Broken(error.to_string());
    let document = Document::load_mem(bytes).map_err(|error| broken(&error))?;
    if document.is_encrypted() {
        return Err(PdfCause::Encrypted);
    }
    checks::streams(&document)?;
    let mut collector = Collector::default();
    match output_doc(&document, &mut collector) {
        _ if collector.count > MOST_GLYPHS => Err(PdfCause::TooLong { limit: MOST_GLYPHS }),
        _ if collector.glyphs.len() > MOST_ON_A_PAGE => Err(PdfCause::FullPage { limit: MOST_ON_A_PAGE }),
        Err(error) => Err(broken(&error)),
        Ok(()) if collector.pages.iter().all(|page| page.lines.is_empty()) => Err(PdfCause::WithoutText),
        Ok(()) => Ok(collector.pages),
    }
}

/// Collects characters, page by page.
#[derive(Default)]
struct Collector {
    pages: Vec<Page>,
    glyphs: Vec<Glyph>,
    count: usize,
    /// The upper edge of the page: PDF counts from below.
    top: f64,
}

impl OutputDev for Collector {
    fn begin_page(&mut self, _: u32, edges: &MediaBox, _: Option<(f64, f64, f64, f64)>) -> Result<(), OutputError> {
        self.top = edges.ury;
        Ok(())
    }

    fn end_page(&mut self) -> Result<(), OutputError> {
        self.pages.push(page(std::mem::take(&mut self.glyphs)));
        Ok(())
    }

    fn output_character(
        &mut self,
        place: &Transform,
        width: f64,
        _: f64,
        size: f64,
        text: &str,
    ) -> Result<(), OutputError> {
        self.count += 1;
        if self.count > MOST_GLYPHS || self.glyphs.len() > MOST_ON_A_PAGE {
            return Err(OutputError::FormatError(std::fmt::Error));
        }
        let (x, y) = (place.m31, self.top - place.m32);
        let end = x + width * size * place.m11.abs();
        let glyph = Glyph { x, y, end, size: size * place.m22.abs(), text: text.to_owned() };
        if [x, y, end, glyph.size].into_iter().all(f64::is_finite) {
            self.glyphs.push(glyph);
        }
        Ok(())
    }

    fn begin_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_line(&mut self) -> Result<(), OutputError> {
        Ok(())
    }
}
