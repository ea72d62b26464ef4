//! A week's days before they are written out: which exercise stands in which slot, with how many
//! sets. One draft serves all weeks of a block.

use std::sync::Arc;

use super::dose::{Dose, Role};
use crate::domain::{Exercise, Message, Pattern, Span, SupersetTag};
use crate::lint::Tally;

/// The days of one block. With one day a week the days alternate from week to week.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct BlockDraft {
    pub(crate) days: Vec<DayDraft>,
    /// Weeks of load in the block, to pace the effort by.
    pub(crate) load_weeks: u16,
}

/// One day.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct DayDraft {
    /// Key of its title.
    pub(crate) title: &'static str,
    /// Distinguishes days of one title: 1, 2 …; 0 where the title is used once.
    pub(crate) number: u8,
    pub(crate) weekday: u8,
    pub(crate) warm_up: Vec<Timed>,
    pub(crate) items: Vec<ItemDraft>,
    /// Easy endurance after the weights, or what a recovery day consists of.
    pub(crate) endurance: Vec<Timed>,
    pub(crate) cool_down: Vec<Timed>,
    pub(crate) recovery: bool,
}

/// Something that is done for some minutes.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Timed {
    pub(crate) exercise: Arc<Exercise>,
    pub(crate) minutes: u16,
}

/// One lift of a day.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct ItemDraft {
    pub(crate) exercise: Arc<Exercise>,
    pub(crate) role: Role,
    /// The pattern the slot asked for.
    pub(crate) pattern: Pattern,
    pub(crate) dose: Dose,
    /// Repetitions of the block.
    pub(crate) reps: Span<u16>,
    pub(crate) sets: u16,
    /// Seconds between sets.
    pub(crate) rest: u32,
    /// Seconds per set, for holds.
    pub(crate) seconds: Option<Span<u32>>,
    /// Metres per set, for carries.
    pub(crate) metres: Option<f64>,
    pub(crate) superset: Option<SupersetTag>,
    /// The athlete's best single in kilograms.
    pub(crate) one_rm: Option<f64>,
    /// Shared, because drafts are tried out in copies.
    pub(crate) reasons: Arc<[Message]>,
}

impl ItemDraft {
    /// Whether its sets count as hard ones.
    pub(crate) fn is_hard(&self) -> bool {
        // explosive sets stay far from failure
        self.metres.is_none()
            && self.role != Role::Power
            && !matches!(self.exercise.patterns.first(), Some(Pattern::Jump | Pattern::Sprint))
            && self.dose.rir.min <= 4.0
    }
}

impl DayDraft {
    /// Hard sets per region.
    pub(crate) fn tally(&self) -> Tally {
        let mut tally = Tally::default();
        for item in self.items.iter().filter(|item| item.is_hard()) {
            tally.add(&item.exercise, f32::from(item.sets));
        }
        tally
    }

    /// Hard sets in all.
    pub(crate) fn hard_sets(&self) -> u16 {
        self.items.iter().filter(|item| item.is_hard()).map(|item| item.sets).sum()
    }

    /// Whether an exercise is already in the day.
    pub(crate) fn holds(&self, exercise: &Exercise) -> bool {
        self.items.iter().any(|item| item.exercise.id == exercise.id)
    }
}

impl BlockDraft {
    /// Hard sets per region of all days.
    pub(crate) fn tally(&self) -> Tally {
        self.elsewhere(usize::MAX)
    }

    /// Hard sets per region of all days but one.
    pub(crate) fn elsewhere(&self, day: usize) -> Tally {
        let mut tally = Tally::default();
        for (_, other) in self.days.iter().enumerate().filter(|(at, _)| *at != day) {
            tally.join(&other.tally());
        }
        tally
    }
}
