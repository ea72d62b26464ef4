//! One way to read a query: what it says, and what reading it so costs.

use super::lexicon::Term;

/// One way to read a query.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Variant {
    /// What it says.
    pub(super) terms: Vec<Term>,
    /// Words nobody knows.
    pub(super) unknown: usize,
    /// What reading it so costs of the score.
    pub(super) penalty: f32,
    /// Slips of spelling repaired, in edits.
    pub(super) repaired: f32,
    /// A repaired word is a movement, and another movement is about as near.
    pub(super) doubtful: bool,
    /// Read by another name of the same exercise.
    pub(super) renamed: bool,
    /// Terms of slots that the other name does not say.
    pub(super) left_out: Vec<Term>,
    /// The words after repair; empty where none was repaired.
    pub(super) words: Vec<String>,
}

/// Most readings followed up.
pub(super) const MOST: usize = 24;

/// Whether two names say the same terms.
pub(super) fn same(a: &[Term], b: &[Term]) -> bool {
    a.len() == b.len() && a.iter().all(|term| b.contains(term))
}
