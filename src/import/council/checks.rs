//! Whether the streams of a PDF are whole, and how much they hold.
//!
//! The crates that take PDFs apart go on with what they could unpack of a damaged stream, and the rest of the page would
//! be missing without a word. They also unpack whatever a file asks for. So each stream is unpacked once before.

use std::io::Read;

use flate2::read::ZlibDecoder;
use pdf_extract::{Document, Object, Stream};

use super::super::error::PdfCause;

/// Most bytes that the streams of one document may hold unpacked. The Council's 102 pages hold 3 million.
const MOST_BYTES: u64 = 256 * 1024 * 1024;

/// Refuses a document with a stream that is damaged, or that unpacks to more than is read.
pub(super) fn streams(document: &Document) -> Result<(), PdfCause> {
    let mut room = MOST_BYTES;
    for ((number, _), object) in &document.objects {
        let Object::Stream(stream) = object else { continue };
        if !is_plainly_packed(stream) {
            continue;
        }
        let mut unpacked = ZlibDecoder::new(stream.content.as_slice()).take(room + 1);
        let length = std::io::copy(&mut unpacked, &mut std::io::sink());
        let length = length.map_err(|_| PdfCause::Damaged { object: *number })?;
        room = room.checked_sub(length).ok_or(PdfCause::Grows { limit: MOST_BYTES })?;
    }
    Ok(())
}

/// Whether a stream is packed by the one common method and nothing else.
fn is_plainly_packed(stream: &Stream) -> bool {
    stream.filters().is_ok_and(|filters| filters == [b"FlateDecode".as_slice()])
}
