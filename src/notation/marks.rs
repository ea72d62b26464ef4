//! Which characters of a line became what.

use serde::Serialize;

/// A stretch of the line with its meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Mark {
    /// First character, counted from 0.
    pub from: usize,
    /// The character behind the last one.
    pub to: usize,
    /// What it became.
    #[serde(rename = "as")]
    pub part: Part,
}

/// What a stretch of a prescription means. The names are those of the import's `spans`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// Number of sets, intervals or rounds.
    Sets,
    /// Repetitions.
    Reps,
    /// A load of any kind.
    Load,
    /// Perceived exertion.
    Rpe,
    /// Repetitions in reserve.
    Rir,
    /// Phases of one repetition.
    Tempo,
    /// Time between sets.
    Rest,
    /// Time under work or on the clock.
    Duration,
    /// Metres.
    Distance,
    /// Calories.
    Calories,
    /// `EMOM`, `AMRAP`, `for time` and their numbers.
    Format,
    /// For each side.
    Side,
    /// What the set is for.
    SetType,
    /// A remark.
    Note,
}
