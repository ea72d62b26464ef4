//! A whole program: weeks of units with the profile they were planned from.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Audit, FrameworkId, Message, Owner, Profile, ProgramId, Unit, UnitId};

/// All weeks with profile and provenance.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Program {
    /// Stable id.
    pub id: ProgramId,
    /// Title for lists.
    pub title: String,
    /// Who trains by it.
    pub owner: Owner,
    /// The profile it was planned from, as it was then.
    pub profile: Profile,
    /// The framework it fills.
    #[serde(default)]
    pub framework: Option<FrameworkId>,
    /// Day of the first week, where dates were asked for.
    #[serde(default)]
    pub start: Option<Date>,
    /// Blocks of weeks with one emphasis.
    #[serde(default)]
    pub mesocycles: Vec<Mesocycle>,
    /// The weeks, in order; a week that failed or is still to come is missing.
    pub weeks: Vec<Week>,
    /// What the engine wants the coach to know about the whole, e.g. feasibility.
    #[serde(default)]
    pub notes: Vec<Message>,
    /// How it came to be.
    pub provenance: Provenance,
}

/// Some weeks with one emphasis.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Mesocycle {
    /// What it is about.
    pub title: Message,
    /// First week, from 1.
    pub first: u16,
    /// Last week, inclusive.
    pub last: u16,
}

/// The smallest repeating plan.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Week {
    /// Position in the program, from 1.
    pub index: u16,
    /// What the week does in its block.
    pub phase: WeekPhase,
    /// What the week is meant to do, for people.
    #[serde(default)]
    pub intent: Vec<Message>,
    /// The meetings, in order.
    pub units: Vec<Unit>,
}

/// What a week does in its block.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WeekPhase {
    /// Demand rises.
    #[default]
    Build,
    /// Planned week of lower stress.
    Deload,
    /// Heaviest weeks of a block.
    Peak,
    /// Volume drops before a test or contest.
    Taper,
    /// Maxima are measured.
    Test,
}

impl WeekPhase {
    /// The stable id used in JSON.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Build => "build",
            Self::Deload => "deload",
            Self::Peak => "peak",
            Self::Taper => "taper",
            Self::Test => "test",
        }
    }

    /// Key of its name in the message catalogue.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Build => "phase-build",
            Self::Deload => "phase-deload",
            Self::Peak => "phase-peak",
            Self::Taper => "phase-taper",
            Self::Test => "phase-test",
        }
    }
}

/// How a plan came to be: enough to repeat it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Provenance {
    /// `builtin`, `llm`, `hand` or `import`.
    pub engine: String,
    /// Seed of the engine.
    #[serde(default)]
    pub seed: u64,
    /// Content hash of the library it was planned with.
    #[serde(default)]
    pub library_hash: String,
    /// Content hash of the profile.
    #[serde(default)]
    pub profile_hash: String,
    /// Provider and model, where a model wrote it.
    #[serde(default)]
    pub model: Option<String>,
    /// How the model wrote it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub audit: Option<Box<Audit>>,
    /// The program this one is another version of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version_of: Option<ProgramId>,
}

impl Program {
    /// The week with this index, from 1.
    #[must_use]
    pub fn week(&self, index: u16) -> Option<&Week> {
        self.weeks.iter().find(|week| week.index == index)
    }

    /// Every unit, in order of weeks and days.
    pub fn units(&self) -> impl Iterator<Item = &Unit> {
        self.weeks.iter().flat_map(|week| &week.units)
    }

    /// The unit with this id.
    #[must_use]
    pub fn unit(&self, id: &UnitId) -> Option<&Unit> {
        self.units().find(|unit| unit.id == *id)
    }

    /// Indexes of the weeks the profile asks for that are not there.
    #[must_use]
    pub fn missing_weeks(&self) -> Vec<u16> {
        (1..=self.profile.weeks()).filter(|index| self.week(*index).is_none()).collect()
    }
}
