//! Weekly volume that serves a goal: fractional sets per muscle, primary 1.0 and secondary 0.5
//! (Pelland et al. 2025), in the bands of `docs/planner.md` §2.2 (ACSM 2026, Baz-Valle 2022).

use crate::domain::{Exercise, Goal, Level, Muscle};

/// Muscles that are counted as one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Region {
    /// Pectorals.
    Chest,
    /// Lats and upper back in one count.
    Back,
    /// Front of the thigh.
    Quads,
    /// Back of the thigh.
    Hamstrings,
    /// Gluteals.
    Glutes,
    /// Side of the shoulder.
    SideDelts,
    /// Back of the shoulder.
    RearDelts,
    /// Front of the shoulder.
    FrontDelts,
    /// Front of the upper arm.
    Biceps,
    /// Back of the upper arm.
    Triceps,
    /// Calves.
    Calves,
    /// Straight and oblique abdominals.
    Abs,
}

impl Region {
    /// Every region, the large ones first.
    pub const ALL: [Self; 12] = [
        Self::Chest,
        Self::Back,
        Self::Quads,
        Self::Hamstrings,
        Self::Glutes,
        Self::SideDelts,
        Self::RearDelts,
        Self::FrontDelts,
        Self::Biceps,
        Self::Triceps,
        Self::Calves,
        Self::Abs,
    ];

    /// Whether the region holds a muscle the taxonomy calls major.
    #[must_use]
    pub const fn is_major(self) -> bool {
        matches!(self, Self::Chest | Self::Back | Self::Quads | Self::Hamstrings | Self::Glutes)
    }

    /// The region a muscle is counted in; supporting muscles are not counted.
    #[must_use]
    pub const fn of(muscle: Muscle) -> Option<Self> {
        Some(match muscle {
            Muscle::Chest => Self::Chest,
            Muscle::Lats | Muscle::UpperBack => Self::Back,
            Muscle::Quads => Self::Quads,
            Muscle::Hamstrings => Self::Hamstrings,
            Muscle::Glutes => Self::Glutes,
            Muscle::SideDelts => Self::SideDelts,
            Muscle::RearDelts => Self::RearDelts,
            Muscle::FrontDelts => Self::FrontDelts,
            Muscle::Biceps | Muscle::Brachialis => Self::Biceps,
            Muscle::Triceps => Self::Triceps,
            Muscle::Calves => Self::Calves,
            Muscle::Abs | Muscle::Obliques => Self::Abs,
            _ => return None,
        })
    }

    /// The muscle that stands for the region in sentences.
    #[must_use]
    pub const fn muscle(self) -> Muscle {
        match self {
            Self::Chest => Muscle::Chest,
            Self::Back => Muscle::Lats,
            Self::Quads => Muscle::Quads,
            Self::Hamstrings => Muscle::Hamstrings,
            Self::Glutes => Muscle::Glutes,
            Self::SideDelts => Muscle::SideDelts,
            Self::RearDelts => Muscle::RearDelts,
            Self::FrontDelts => Muscle::FrontDelts,
            Self::Biceps => Muscle::Biceps,
            Self::Triceps => Muscle::Triceps,
            Self::Calves => Muscle::Calves,
            Self::Abs => Muscle::Abs,
        }
    }
}

/// Fractional sets per region.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Tally([f32; Region::ALL.len()]);

impl Tally {
    /// Adds `sets` of an exercise.
    pub fn add(&mut self, exercise: &Exercise, sets: f32) {
        for (total, share) in self.0.iter_mut().zip(shares(exercise).0) {
            *total += share * sets;
        }
    }

    /// Adds another tally.
    pub fn join(&mut self, other: &Self) {
        for (total, more) in self.0.iter_mut().zip(other.0) {
            *total += more;
        }
    }

    /// Sets of one region.
    #[must_use]
    pub fn of(&self, region: Region) -> f32 {
        self.0.get(region as usize).copied().unwrap_or(0.0)
    }

    /// Every region with its sets.
    pub fn iter(&self) -> impl Iterator<Item = (Region, f32)> + '_ {
        Region::ALL.into_iter().zip(self.0)
    }
}

/// What one set of an exercise counts in each region: the most any of its muscles counts, so that
/// a row does not count twice for the back.
#[must_use]
pub fn shares(exercise: &Exercise) -> Tally {
    const SECONDARY: f32 = 0.5;
    let mut tally = Tally::default();
    let counted = exercise
        .secondary
        .iter()
        .map(|muscle| (muscle, SECONDARY))
        .chain(exercise.primary.iter().map(|muscle| (muscle, 1.0)));
    for (muscle, share) in counted {
        if let Some(place) = Region::of(*muscle).and_then(|region| tally.0.get_mut(region as usize))
        {
            *place = place.max(share);
        }
    }
    tally
}

/// The weekly band of a region, lower and upper end.
#[must_use]
pub const fn weekly(goal: Goal, level: Level, region: Region) -> (f32, f32) {
    const SMALL: f32 = 0.4;
    const BACK: f32 = 1.3;
    let (low, high) = row(goal, level);
    match region {
        Region::Back => (low, high * BACK),
        region if region.is_major() => (low, high),
        _ => (low * SMALL, high),
    }
}

const fn row(goal: Goal, level: Level) -> (f32, f32) {
    let rank = match level {
        Level::Beginner => 0,
        Level::Intermediate => 1,
        Level::Advanced | Level::Elite => 2,
    };
    match (goal, rank) {
        (Goal::Hypertrophy, 0) => (8.0, 16.0),
        (Goal::Hypertrophy, 1) => (10.0, 22.0),
        (Goal::Hypertrophy, _) => (12.0, 26.0),
        (Goal::StrengthHypertrophy, 0) => (6.0, 16.0),
        (Goal::StrengthHypertrophy, 1) => (8.0, 22.0),
        (Goal::StrengthHypertrophy, _) => (10.0, 26.0),
        (Goal::Strength, 0) => (4.0, 18.0),
        (Goal::Strength, 1) => (5.0, 22.0),
        (Goal::Strength, _) => (6.0, 26.0),
        (Goal::Power, 2) => (6.0, 20.0),
        (Goal::Power | Goal::Endurance | Goal::General, 1) => (5.0, 18.0),
        (Goal::Endurance | Goal::General, 2) => (6.0, 22.0),
        (Goal::Youth | Goal::Return | Goal::Older, _) => (2.0, 14.0),
        (Goal::Power | Goal::Endurance | Goal::General, _) => (4.0, 14.0),
    }
}

/// Most fractional sets of one muscle in a unit: about where more stops paying (soft, secondary
/// source).
pub const MOST_PER_UNIT: f32 = 11.0;
