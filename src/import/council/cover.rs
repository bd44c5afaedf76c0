//! What the cover of a document says of it.

use regex::Regex;

use super::super::error::PdfCause;
use super::lines::Page;
use crate::law::{Date, Language};
use crate::prose;

/// What the cover says.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Cover {
    /// The number of the document: 'PE-CONS 30/26'.
    pub document: String,
    /// The number of the legislative procedure: '2025/0359(COD)'.
    pub procedure: String,
    pub language: Language,
    pub date: Date,
}

/// Reads the cover.
pub(super) fn read(page: &Page) -> Result<Cover, PdfCause> {
    let text = page.lines.iter().map(|line| line.text.replace('\t', " ")).collect::<Vec<_>>().join("\n");
    let document = found(r"\bPE-CONS \d{1,4}(?:/\d+)?/\d{2}\b", &text).ok_or(PdfCause::NoDocument)?;
    let procedure = found(r"\b\d{4}/\d{4}[A-Z]? ?\([A-Z]{3}\)", &text).ok_or(PdfCause::NoProcedure)?;
    let language = language(page).ok_or(PdfCause::NoLanguage)?;
    let date = prose::dates(&text, language).first().map(|found| found.date).ok_or(PdfCause::NoDate)?;
    Ok(Cover { document, procedure: procedure.replace(' ', ""), language, date })
}

fn found(pattern: &str, text: &str) -> Option<String> {
    Some(Regex::new(pattern).ok()?.find(text)?.as_str().to_owned())
}

/// The language, whose code stands last at the foot of every page.
fn language(page: &Page) -> Option<Language> {
    let mut words = page.lines.iter().rev().flat_map(|line| line.text.split_whitespace().rev());
    let code = words.find(|word| word.len() == 2 && word.bytes().all(|byte| byte.is_ascii_uppercase()))?;
    Language::from_code(code)
}

#[cfg(test)]
mod tests {
    use super::super::lines::PageLine;
    use super::*;

    fn cover(lines: &[&str]) -> Result<Cover, PdfCause> {
        let line = |text: &&str| PageLine { x: 0.0, y: 0.0, size: 12.0, text: (*text).to_owned() };
        read(&Page { lines: lines.iter().map(line).collect() })
    }

    #[test]
    fn the_cover_says_which_document_it_is() {
        let cover =
            cover(&["Brussel, 3 mei 2031", "2030/0041(COD)\tPE-CONS 7/31", "PE-CONS 7/31", "GIP.B\tNL"]).unwrap();
        assert_eq!((cover.document.as_str(), cover.procedure.as_str()), ("PE-CONS 7/31", "2030/0041(COD)"));
        assert_eq!((cover.language, cover.date.to_string()), (Language::Nl, "2031-05-03".to_owned()));
    }

    #[test]
    fn a_cover_that_lacks_something_says_what() {
        assert_eq!(cover(&["Minutes", "EN"]), Err(PdfCause::NoDocument));
        assert_eq!(cover(&["PE-CONS 7/31", "EN"]), Err(PdfCause::NoProcedure));
        assert_eq!(cover(&["2030/0041(COD)", "PE-CONS 7/31", "GIP.B\tPL"]), Err(PdfCause::NoLanguage));
        assert_eq!(cover(&["2030/0041(COD)", "PE-CONS 7/31", "GIP.B\tEN"]), Err(PdfCause::NoDate));
    }
}
