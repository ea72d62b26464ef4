//! The outline of a program: everything that is decided once, so that each week follows from it
//! and its index alone.

use jiff::ToSpan;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::athlete::BlockDraft;
use super::group::GroupDraft;
use crate::domain::{Mesocycle, Message, Profile, ProgramId, WeekPhase};

/// A program before its weeks are written out.
#[derive(Debug, Clone, PartialEq)]
pub struct Outline {
    /// Id of the program to be: derived from profile, library and seed.
    pub id: ProgramId,
    /// The profile as planned: defaults filled in, wishes that cannot be met relaxed.
    pub profile: Profile,
    /// Breaks ties between equal scores, nothing else.
    pub seed: u64,
    /// Content hash of the profile as it was given.
    pub profile_hash: String,
    /// Content hash of the library.
    pub library_hash: String,
    /// Title in the profile's language.
    pub title: String,
    /// Day of the first unit, where dates were asked for; `week` dates units from it.
    pub start: Option<Date>,
    /// Blocks of weeks with one emphasis.
    pub mesocycles: Vec<Mesocycle>,
    /// One entry per week.
    pub weeks: Vec<WeekPlan>,
    /// What the coach should know: what was relaxed, what cannot be met.
    pub notes: Vec<Message>,
    /// The days the weeks are written from.
    pub(super) draft: Draft,
    /// Weekday of the first unit of a week.
    pub(super) first_day: u8,
}

/// What weeks are written from.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Draft {
    /// Days per block.
    Athlete(Vec<BlockDraft>),
    /// Units along the progression graphs.
    Group(GroupDraft),
}

/// What one week does, before its units are written out.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct WeekPlan {
    /// Position, from 1.
    pub index: u16,
    /// What the week does in its block.
    pub phase: WeekPhase,
    /// Which mesocycle it belongs to, from 0.
    pub block: usize,
    /// Weeks before it in its block.
    pub step: u16,
    /// For people.
    pub intent: Vec<Message>,
}

impl Outline {
    /// The outline with dates: the first unit falls on `start`, the others keep their distance.
    #[must_use]
    pub fn starting(self, start: Option<Date>) -> Self {
        Self { start, ..self }
    }

    /// The date of a weekday in a week, where dates were asked for.
    pub(super) fn date_of(&self, week: u16, weekday: u8) -> Option<Date> {
        let days =
            i64::from(week.saturating_sub(1)) * 7 + i64::from(weekday) - i64::from(self.first_day);
        self.start?.checked_add(days.days()).ok()
    }
}
