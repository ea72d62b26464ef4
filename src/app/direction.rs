//! The two ways something can be stepped through.

/// Which way a value changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// To the next one.
    More,
    /// To the one before.
    Less,
}
