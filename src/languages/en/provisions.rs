//! What provisions are called in English.
//!
//! Source: Interinstitutional Style Guide, English edition, 2.7 and 10.

use crate::languages::{ProvisionName, ProvisionWords};
use crate::law::SegmentKind as Step;

pub(super) const WORDS: ProvisionWords = ProvisionWords {
    names: &[
        ProvisionName { kind: Step::ActTitle, printed: "title of the act", read: &["title of the act"] },
        ProvisionName { kind: Step::SolemnForm, printed: "solemn form", read: &["solemn form"] },
        ProvisionName { kind: Step::Citation, printed: "citation", read: &["citation", "citations"] },
        ProvisionName { kind: Step::Recital, printed: "recital", read: &["recital", "recitals", "rec."] },
        ProvisionName { kind: Step::Part, printed: "Part", read: &["part", "parts"] },
        ProvisionName { kind: Step::Title, printed: "Title", read: &["title", "titles"] },
        ProvisionName { kind: Step::Chapter, printed: "Chapter", read: &["chapter", "chapters", "ch."] },
        ProvisionName { kind: Step::Section, printed: "Section", read: &["section", "sections", "sec."] },
        ProvisionName { kind: Step::Subsection, printed: "Subsection", read: &["subsection", "subsections", "sub-section"] },
        ProvisionName { kind: Step::Group, printed: "heading", read: &["heading", "headings"] },
        ProvisionName { kind: Step::Article, printed: "Article", read: &["article", "articles", "art.", "arts.", "art"] },
        ProvisionName { kind: Step::Paragraph, printed: "paragraph", read: &["paragraph", "paragraphs", "para.", "para", "par.", "§"] },
        ProvisionName { kind: Step::UnnumberedParagraph, printed: "paragraph", read: &[] },
        ProvisionName { kind: Step::Subparagraph, printed: "subparagraph", read: &["subparagraph", "subparagraphs", "sub-paragraph", "subpara."] },
        ProvisionName { kind: Step::Point, printed: "point", read: &["point", "points", "pt.", "letter", "item"] },
        ProvisionName { kind: Step::Indent, printed: "indent", read: &["indent", "indents"] },
        ProvisionName { kind: Step::Definition, printed: "definition", read: &["definition", "definitions"] },
        ProvisionName { kind: Step::Annex, printed: "Annex", read: &["annex", "annexes", "anx"] },
        ProvisionName { kind: Step::Appendix, printed: "Appendix", read: &["appendix", "appendices"] },
        ProvisionName { kind: Step::Table, printed: "table", read: &["table", "tables"] },
        ProvisionName { kind: Step::Row, printed: "row", read: &["row", "rows"] },
        ProvisionName { kind: Step::Cell, printed: "cell", read: &["cell", "cells"] },
        ProvisionName { kind: Step::Quotation, printed: "quoted text", read: &["quoted text"] },
        ProvisionName { kind: Step::Contents, printed: "table of contents", read: &["table of contents"] },
        ProvisionName { kind: Step::ContentsEntry, printed: "entry", read: &["entry", "entries"] },
        ProvisionName { kind: Step::ConcludingFormula, printed: "concluding formula", read: &["concluding formula"] },
    ],
    ordinals: &[
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
        "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
        "twentieth",
    ],
    ordinals_read: &[],
    links: &["of the", "of", "to the", "in the", "in"],
    conjunctions: &["and", "or"],
    ranges: &["to"],
    own: &["this"],
    definition_headings: &["definitions", "definition", "terms and definitions", "definitions and abbreviations"],
    definition_verbs: &["means", "mean", "shall mean", "refers to"],
    definition_of: "definition of",
};
