//! The two ways something can be stepped through.

/// Which way a value changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// To the next one.
    More,
    /// To the one before.
    Less,
}

impl Direction {
    /// The value after or before this one, around the ends; what is not among them counts as the
    /// first.
    #[must_use]
    pub fn turn<T: Copy + PartialEq>(self, all: &[T], value: T) -> T {
        let at = all.iter().position(|known| *known == value).unwrap_or(0);
        let step = match self {
            Self::More => 1,
            Self::Less => all.len().saturating_sub(1),
        };
        all.iter().copied().cycle().nth(at + step).unwrap_or(value)
    }
}
