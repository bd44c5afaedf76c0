//! The styles of documents.

use super::tag;
use crate::law::Language;

/// A style of paragraphs: identifier, name, and its properties of paragraphs and of words.
///
/// The names of headings and of the title are Word's own, by which it builds tables of contents and the navigation.
const PARAGRAPHS: &[(&str, &str, &str, &str)] = &[
    ("Title", "Title", r#"<w:keepNext/><w:spacing w:after="120"/>"#, r#"<w:b/><w:sz w:val="32"/>"#),
    (
        "Heading1",
        "heading 1",
        r#"<w:keepNext/><w:spacing w:before="320" w:after="120"/><w:outlineLvl w:val="0"/>"#,
        r#"<w:b/><w:sz w:val="26"/>"#,
    ),
    (
        "Heading2",
        "heading 2",
        r#"<w:keepNext/><w:spacing w:before="280" w:after="80"/><w:outlineLvl w:val="1"/>"#,
        r#"<w:b/><w:sz w:val="22"/>"#,
    ),
    (
        "Heading3",
        "heading 3",
        r#"<w:keepNext/><w:spacing w:before="160" w:after="60"/><w:outlineLvl w:val="2"/>"#,
        "<w:b/><w:i/>",
    ),
    ("Law", "Law", r#"<w:spacing w:after="100"/>"#, ""),
    ("Source", "Source", r#"<w:spacing w:after="40"/>"#, r#"<w:sz w:val="17"/>"#),
    (
        "Note",
        "Note",
        r#"<w:pBdr><w:left w:val="single" w:sz="12" w:space="6" w:color="808080"/></w:pBdr><w:spacing w:after="60"/><w:ind w:left="170"/>"#,
        r#"<w:sz w:val="17"/>"#,
    ),
    ("End", "End", r#"<w:spacing w:before="200"/><w:jc w:val="center"/>"#, ""),
    ("TableHead", "Table Head", r#"<w:spacing w:before="20" w:after="20"/>"#, r#"<w:b/><w:sz w:val="17"/>"#),
    (
        "TableHeading",
        "Table Heading",
        r#"<w:keepNext/><w:spacing w:before="40" w:after="40"/><w:outlineLvl w:val="1"/>"#,
        r#"<w:b/><w:sz w:val="17"/>"#,
    ),
    ("TableText", "Table Text", r#"<w:spacing w:before="20" w:after="40"/>"#, r#"<w:sz w:val="17"/>"#),
    (
        "TableCount",
        "Table Count",
        r#"<w:spacing w:before="20" w:after="40"/><w:jc w:val="right"/>"#,
        r#"<w:sz w:val="17"/>"#,
    ),
    (
        "TableNote",
        "Table Note",
        r#"<w:spacing w:before="20" w:after="40"/>"#,
        r#"<w:color w:val="404040"/><w:sz w:val="14"/>"#,
    ),
    ("Footer", "footer", r#"<w:jc w:val="center"/>"#, r#"<w:sz w:val="16"/>"#),
];

const GRID: &str = r#"<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="85" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style><w:style w:type="table" w:styleId="Grid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders><w:top w:val="single" w:sz="4" w:space="0" w:color="808080"/><w:left w:val="single" w:sz="4" w:space="0" w:color="808080"/><w:bottom w:val="single" w:sz="4" w:space="0" w:color="808080"/><w:right w:val="single" w:sz="4" w:space="0" w:color="808080"/><w:insideH w:val="single" w:sz="4" w:space="0" w:color="808080"/><w:insideV w:val="single" w:sz="4" w:space="0" w:color="808080"/></w:tblBorders></w:tblPr></w:style>"#;

/// The styles of a document in a language.
pub(super) fn styles(language: Language) -> String {
    let mut out = format!(
        r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/><w:sz w:val="20"/><w:szCs w:val="20"/><w:lang w:val="{tag}" w:eastAsia="{tag}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="80"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>"#,
        tag = tag(language)
    );
    for (id, name, of_paragraph, of_words) in PARAGRAPHS {
        out.push_str(&format!(
            r#"<w:style w:type="paragraph" w:styleId="{id}"><w:name w:val="{name}"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{of_paragraph}</w:pPr><w:rPr>{of_words}</w:rPr></w:style>"#
        ));
    }
    out.push_str(GRID);
    out.push_str("</w:styles>");
    out
}
