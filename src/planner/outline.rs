//! The outline of a program: everything that is decided once, so that each week follows from it
//! and its index alone.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

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
    /// Day of the first week, where dates were asked for.
    pub start: Option<Date>,
    /// Blocks of weeks with one emphasis.
    pub mesocycles: Vec<Mesocycle>,
    /// One entry per week.
    pub weeks: Vec<WeekPlan>,
    /// What the coach should know: what was relaxed, what cannot be met.
    pub notes: Vec<Message>,
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
    /// Weeks of load before it in its block.
    pub step: u16,
    /// For people.
    pub intent: Vec<Message>,
}
