//! The two ways something can be stepped through.

/// Which way a value changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// To the next one.
    More,
    /// To the one before.
    Less,
}

/// Goes to the value before or after, around the ends.
pub(super) fn turn<T: Copy + PartialEq>(value: &mut T, all: &[T], way: Direction) {
    let at = all.iter().position(|known| known == value).unwrap_or(0);
    let step = match way {
        Direction::More => 1,
        Direction::Less => all.len().saturating_sub(1),
    };
    *value = all.iter().copied().cycle().nth(at + step).unwrap_or(*value);
}
