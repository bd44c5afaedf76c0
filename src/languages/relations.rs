//! How a provision says what another is to it: an exception, a basis of power, what it punishes.
//!
//! Source: Joint Practical Guide, guidelines 16 (references), 20.4 (derogations), 22 (delegated and implementing powers).

/// The words of relations between provisions in one language, in lower case.
pub struct RelationWords {
    /// Words right before a reference to what is derogated from: 'by way of derogation from'.
    pub derogation: &'static [&'static str],
    /// Words of a sentence that confers a power: 'empowered to adopt delegated acts'.
    pub empowerment: &'static [&'static str],
    /// Words right before a reference to how a power is exercised: 'in accordance with'.
    pub empowered_by: &'static [&'static str],
    /// Parts of the headings of articles that punish: 'penalties'.
    pub penalty_headings: &'static [&'static str],
    /// Words for a breach, before a reference to what is breached: 'non-compliance with'.
    pub breach: &'static [&'static str],
    /// Words that take something out of it: 'other than'.
    pub except: &'static [&'static str],
    /// Words that end what is said of a breach, as what follows is the punishment: 'shall be subject to'.
    pub punishment: &'static [&'static str],
    /// Words that may stand between any of these and the reference: 'the'.
    pub articles: &'static [&'static str],
}
