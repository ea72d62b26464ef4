//! Mixed levels: common phases at the level everyone can follow, and two streams in the main part
//! where both levels have enough people. One coach oversees no more than two.

use super::draft::StreamDraft;
use crate::domain::{GroupProfile, Level};

/// The levels of a group.
pub(crate) struct Levels {
    /// For everyone together.
    pub(crate) common: Level,
    /// The highest that is trained in a stream.
    pub(crate) highest: Level,
    /// The streams of the main part, the lower level first.
    pub(crate) split: Option<[StreamDraft; 2]>,
}

impl Levels {
    pub(crate) fn new(profile: &GroupProfile) -> Self {
        /// Fewer people than this do not make a stream.
        const ENOUGH: u16 = 4;
        let mix: Vec<(Level, u16)> = profile
            .level_mix
            .iter()
            .filter(|(_, count)| **count > 0)
            .map(|(level, count)| (*level, *count))
            .collect();
        let usual = mix.iter().fold((Level::Beginner, 0), |best, (level, count)| {
            if *count > best.1 { (*level, *count) } else { best }
        });
        let enough: Vec<(Level, u16)> =
            mix.iter().copied().filter(|(_, count)| *count >= ENOUGH).collect();
        match (enough.first(), enough.last()) {
            (Some((low, _)), Some((high, people))) if low < high => {
                let below = profile.size.saturating_sub(*people);
                let lower = StreamDraft { number: 0, level: *low, size: below };
                let upper = StreamDraft { number: 1, level: *high, size: *people };
                Self { common: *low, highest: *high, split: Some([lower, upper]) }
            }
            (Some((only, _)), _) => {
                let common = (*only).min(usual.0);
                Self { common, highest: common, split: None }
            }
            _ => Self { common: usual.0, highest: usual.0, split: None },
        }
    }
}
