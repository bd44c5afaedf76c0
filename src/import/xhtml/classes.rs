//! What the class names of EUR-Lex pages mean. New pages of the Official Journal put `oj-` before the old names.

use super::super::dom::Element;

/// What a paragraph of a page is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// A line of the act's title, or of an annex's title in texts of the Official Journal.
    Title,
    /// The number of a division: 'CHAPTER III'.
    DivisionNumber,
    /// The heading of a division.
    DivisionHeading,
    /// 'Article 6'.
    ArticleNumber,
    /// The heading of an article.
    ArticleHeading,
    /// The first line of an annex's title in consolidations.
    AnnexNumber,
    /// A further line of an annex's title in consolidations.
    AnnexHeading,
    /// A heading within an annex, with its depth.
    GroupHeading(u8),
    /// Running text.
    Text,
    /// Running text that continues the point before it.
    Continued,
    /// A line below the act.
    Closing,
    /// The title of a table.
    TableTitle,
    /// A line of a table of contents.
    Contents,
    /// A footnote, read beforehand.
    Note,
    /// The sign of an amendment.
    Amendment,
    /// What the page adds to the act, with its name for the report.
    Furniture(&'static str),
}

/// The meaning of a paragraph's class; `None` for one that is not known.
pub(super) fn role(element: &Element) -> Option<Role> {
    let class = element.attribute("class").unwrap_or("").trim();
    let class = class.strip_prefix("oj-").unwrap_or(class);
    let first = class.split_whitespace().next().unwrap_or("");
    Some(match first {
        "doc-ti" | "title-doc-first" | "title-doc-last" => Role::Title,
        "ti-section-1" | "title-division-1" => Role::DivisionNumber,
        "ti-section-2" | "title-division-2" => Role::DivisionHeading,
        "ti-art" | "title-article-norm" | "title-article-quoted" => Role::ArticleNumber,
        "sti-art" | "stitle-article-norm" | "stitle-article-quoted" => Role::ArticleHeading,
        "title-annex-1" => Role::AnnexNumber,
        "title-annex-2" => Role::AnnexHeading,
        "" | "norm" | "normal" | "tbl-norm" | "tbl-txt" | "tbl-left" | "tbl-num" | "tbl-cod" | "tbl-hdr"
        | "inline-element" | "item-none" | "hd-column" | "dlist-term" | "dlist-definition" => Role::Text,
        "list" => Role::Continued,
        "signatory" => Role::Closing,
        "ti-tbl" | "title-table" => Role::TableTitle,
        "title-toc" | "toc-item" => Role::Contents,
        "note" | "footnote" => Role::Note,
        "modref" | "arrow" => Role::Amendment,
        "hd-date" | "hd-lg" | "hd-ti" | "hd-oj" | "hd-coll" | "hd-uniq" | "reference" => {
            Role::Furniture("running headers")
        }
        "disclaimer" => Role::Furniture("disclaimers"),
        "hd-modifiers"
        | "title-fam-member"
        | "title-fam-member-star"
        | "title-fam-member-ref-1"
        | "title-fam-member-ref-2"
        | "title-member-ref-2"
        | "hd-toc-1"
        | "hd-toc-2"
        | "hd-toc-3"
        | "toc-1"
        | "toc-2"
        | "title-doc-oj-reference" => Role::Furniture("list of amending acts"),
        _ => {
            let level = first.strip_prefix("ti-grseq-").or_else(|| first.strip_prefix("title-gr-seq-level-"))?;
            Role::GroupHeading(level.parse().ok()?)
        }
    })
}

/// Whether an element has a class, with or without `oj-`.
pub(super) fn has_class(element: &Element, name: &str) -> bool {
    element.classes().any(|class| class.strip_prefix("oj-").unwrap_or(class) == name)
}
