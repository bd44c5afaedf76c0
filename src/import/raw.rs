//! An act as read from its file or files, before its blocks become provisions.

use super::blocks::Block;
use super::line::Line;
use super::trail::Trail;

/// An act as read.
#[derive(Debug, Default)]
pub(super) struct RawAct {
    /// The lines of its title.
    pub title: Vec<Line>,
    /// 'THE EUROPEAN PARLIAMENT AND THE COUNCIL …,'
    pub preamble_opening: Vec<Line>,
    /// 'Having regard to …'
    pub citations: Vec<Line>,
    /// 'Whereas:'
    pub recital_opening: Vec<Line>,
    /// The recitals.
    pub recitals: Vec<Block>,
    /// 'HAVE ADOPTED THIS REGULATION:'
    pub preamble_closing: Vec<Line>,
    /// The enacting terms.
    pub body: Vec<Block>,
    /// What stands after the last article.
    pub closing: Vec<Line>,
    /// The annexes.
    pub annexes: Vec<Block>,
    /// The amendments met.
    pub trail: Trail,
}
