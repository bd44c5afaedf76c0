//! The forms in which amending acts are drafted, as data: what an order says, and what it does.
//!
//! Source: Joint Practical Guide, guideline 18; Interinstitutional Style Guide, 2.8.

/// The words and forms of orders in one language.
pub struct DraftingWords {
    /// Words without a meaning of their own before a noun, which are passed over: 'the'.
    pub determiners: &'static [&'static str],
    /// Words before a place, beside the links of references: 'in'.
    pub prepositions: &'static [&'static str],
    /// Words that put something behind a place: 'after'.
    pub after: &'static [&'static str],
    /// Words that put something behind the first of two places: 'between'.
    pub between: &'static [&'static str],
    /// Words that put something before a place: 'before'.
    pub before: &'static [&'static str],
    /// Words that put something at the end of a place: 'at the end', without determiners.
    pub at_end: &'static [&'static str],
    /// Words that say that words are meant wherever they stand: 'throughout', 'each time it appears'.
    pub everywhere: &'static [&'static str],
    /// Words that announce the day from which an order applies, before a date: 'with effect from'.
    pub from: &'static [&'static str],
    /// Words that say from when provisions apply, before a date: 'shall apply from'.
    pub applies: &'static [&'static str],
    /// Words that say when an act enters into force, before the day: 'shall enter into force on'.
    pub enters: &'static [&'static str],
    /// The day behind the publication, perhaps after an ordinal: 'day following that of its publication'.
    pub day_after_publication: &'static [&'static str],
    /// The day of the publication.
    pub day_of_publication: &'static [&'static str],
    /// Words that take provisions out of what was said before: 'with the exception of'.
    pub except: &'static [&'static str],
    /// Words beside the name of what is new: 'following', 'new'.
    pub following: &'static [&'static str],
    /// Words that say that several things are meant one for one, which are passed over: 'respectively'.
    pub respectively: &'static [&'static str],
    /// Names of a heading: 'heading', 'title'.
    pub headings: &'static [&'static str],
    /// Names of the words before a list: 'introductory wording'.
    pub introductory: &'static [&'static str],
    /// Names of a sentence, singular and plural.
    pub sentences: &'static [&'static str],
    /// 'last'.
    pub last: &'static [&'static str],
    /// 'single', 'sole': the only one of its kind.
    pub only: &'static [&'static str],
    /// Names of a text as a whole: 'text', 'wording'.
    pub texts: &'static [&'static str],
    /// Names of quoted words: 'words', 'term', 'date'.
    pub words: &'static [&'static str],
    /// Names of an entry in a list or table: 'entry', 'row'.
    pub entries: &'static [&'static str],
    /// Words between the name of an entry and what it is for: 'for', 'concerning'.
    pub concerning: &'static [&'static str],
    /// Words after the name of an act that are not part of it: 'of the European Parliament and of the Council'.
    pub adopters: &'static [&'static str],
    /// The forms of the verb that says what is done: 'is', 'are', 'shall be'.
    pub be: &'static [&'static str],
    /// How the headings of articles that amend other acts begin.
    pub amendment_headings: &'static [&'static str],
    /// The forms of orders. Of several that fit, the first counts.
    pub forms: &'static [DraftingForm],
}

/// One form of an order.
///
/// `says` is a row of words and of these signs: `{places}` where it is done, in any number of steps, or nothing;
/// `{new}` the name of what comes; `{quoted}` words between quotation marks; `{source}` the place in the amending act
/// where the content stands; `{aside}` a place that only explains; `{rest}` whatever follows; `{named}` the new number of something; `{be}` the verb; `{date}` a date; `(a|b)` one of
/// several; `[…]` what may be missing; `*` the rest of a word.
pub struct DraftingForm {
    /// What the form is called in reports of what was read.
    pub name: &'static str,
    /// What the order says.
    pub says: &'static str,
    /// What the order does.
    pub does: Order,
    /// A sentence of that form, with the places that it leads to, from the outermost, as its reader prints them.
    pub case: (&'static str, &'static str),
}

/// What an order of an amending act does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Order {
    /// Announces the orders that follow and where they apply.
    Amend,
    /// Announces orders that stand in an annex.
    AmendFrom,
    /// Puts something in the place of something else.
    Replace,
    /// The same, with the content in an annex.
    ReplaceFrom,
    /// Puts something in.
    Insert,
    /// The same, with the content in an annex.
    InsertFrom,
    /// Takes something away.
    Delete,
    /// Repeals a provision or an act.
    Repeal,
    /// Gives something another number.
    Renumber,
    /// Changes nothing: it says how other acts are to be read.
    Explain,
}
