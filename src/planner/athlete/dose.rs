//! Prescription by goal and level (`docs/planner.md` §2.1): sets, repetitions, reserve and rest of
//! main lifts and of everything else. Sources: ACSM 2009 and 2026, NSCA, Singer 2024, and the
//! volume tables of public programs. NSCA's 30–90 s of rest for growth are overruled by Singer.

use crate::domain::{Goal, Level, Span};

/// What a slot does in its unit; the order is the order of doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Role {
    /// Jumps, throws and Olympic lifts: first, while fresh.
    Power,
    /// The lift the unit is built around.
    Main,
    /// A second heavy lift.
    Second,
    /// Compound work that adds volume.
    Accessory,
    /// One joint.
    Isolation,
    /// Trunk and carries.
    Core,
}

impl Role {
    /// Key of the sentence that names the role.
    pub(crate) const fn message(self) -> &'static str {
        match self {
            Self::Power => "role-power",
            Self::Main => "role-main",
            Self::Second => "role-second",
            Self::Accessory => "role-accessory",
            Self::Isolation => "role-isolation",
            Self::Core => "role-core",
        }
    }
}

/// Sets, repetitions, reserve and rest.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Dose {
    pub(crate) sets: Span<u16>,
    pub(crate) reps: Span<u16>,
    /// Repetitions in reserve: the upper end at the start of a block, the lower one at its end.
    pub(crate) rir: Span<f64>,
    /// Seconds.
    pub(crate) rest: Span<u32>,
}

const fn dose(sets: (u16, u16), reps: (u16, u16), rir: (f64, f64), rest: (u32, u32)) -> Dose {
    Dose {
        sets: Span { min: sets.0, max: sets.1 },
        reps: Span { min: reps.0, max: reps.1 },
        rir: Span { min: rir.0, max: rir.1 },
        rest: Span { min: rest.0, max: rest.1 },
    }
}

/// The row of the table for a role.
pub(crate) const fn row(goal: Goal, level: Level, role: Role) -> Dose {
    match role {
        Role::Power => power(level),
        Role::Main => main_lift(goal, level),
        Role::Second => second_lift(goal, level),
        Role::Accessory | Role::Isolation => accessory(goal, level),
        Role::Core => dose((2, 3), (8, 15), (2.0, 3.0), (60, 60)),
    }
}

const fn is(level: Level, wanted: Level) -> bool {
    level.rank() == wanted.rank()
}

const fn power(level: Level) -> Dose {
    if is(level, Level::Beginner) {
        dose((3, 3), (3, 5), (4.0, 4.0), (120, 180))
    } else {
        dose((3, 5), (2, 5), (3.0, 4.0), (120, 180))
    }
}

const fn main_lift(goal: Goal, level: Level) -> Dose {
    let beginner = is(level, Level::Beginner);
    let intermediate = is(level, Level::Intermediate);
    match goal {
        Goal::Strength if beginner => dose((3, 5), (5, 5), (2.0, 4.0), (120, 180)),
        Goal::Strength if intermediate => dose((3, 5), (3, 6), (2.0, 3.0), (180, 240)),
        Goal::Strength => dose((3, 6), (1, 5), (1.0, 3.0), (180, 300)),
        Goal::Hypertrophy if beginner => dose((2, 3), (8, 12), (2.0, 3.0), (90, 120)),
        Goal::Hypertrophy if intermediate => dose((3, 4), (6, 12), (1.0, 3.0), (120, 150)),
        Goal::Hypertrophy => dose((3, 5), (5, 12), (1.0, 2.0), (120, 180)),
        Goal::StrengthHypertrophy if beginner => dose((3, 4), (5, 8), (2.0, 3.0), (120, 180)),
        Goal::StrengthHypertrophy => dose((3, 5), (3, 6), (1.0, 3.0), (150, 240)),
        Goal::Power if beginner => dose((2, 3), (6, 10), (2.0, 3.0), (90, 120)),
        Goal::Power => dose((3, 4), (3, 6), (2.0, 3.0), (150, 180)),
        Goal::Endurance => dose((2, 3), (15, 25), (1.0, 3.0), (45, 60)),
        Goal::General if beginner => dose((2, 3), (8, 12), (2.0, 4.0), (60, 120)),
        Goal::General => dose((3, 3), (6, 12), (1.0, 3.0), (90, 120)),
        Goal::Older => dose((2, 3), (8, 12), (2.0, 4.0), (90, 120)),
        Goal::Youth | Goal::Return => dose((2, 3), (10, 15), (3.0, 4.0), (60, 90)),
    }
}

const fn second_lift(goal: Goal, level: Level) -> Dose {
    match goal {
        Goal::StrengthHypertrophy if !is(level, Level::Beginner) => {
            dose((3, 3), (6, 10), (1.0, 3.0), (120, 150))
        }
        Goal::Strength if !is(level, Level::Beginner) => {
            dose((3, 4), (5, 8), (2.0, 3.0), (150, 180))
        }
        _ => main_lift(goal, level),
    }
}

const fn accessory(goal: Goal, level: Level) -> Dose {
    let beginner = is(level, Level::Beginner);
    let intermediate = is(level, Level::Intermediate);
    match goal {
        Goal::Strength if beginner => dose((2, 3), (8, 12), (2.0, 3.0), (60, 90)),
        Goal::Strength if intermediate => dose((3, 3), (6, 12), (1.0, 3.0), (90, 120)),
        Goal::Strength => dose((3, 4), (6, 12), (1.0, 2.0), (90, 120)),
        Goal::Hypertrophy if beginner => dose((2, 3), (10, 15), (1.0, 3.0), (60, 90)),
        Goal::Hypertrophy if intermediate => dose((2, 4), (8, 15), (1.0, 2.0), (60, 90)),
        Goal::Hypertrophy => dose((3, 4), (8, 15), (0.0, 1.0), (60, 90)),
        Goal::StrengthHypertrophy => dose((2, 3), (8, 15), (1.0, 2.0), (60, 90)),
        Goal::Power => dose((2, 3), (6, 10), (2.0, 3.0), (90, 90)),
        Goal::Endurance => dose((2, 3), (15, 25), (1.0, 3.0), (30, 45)),
        Goal::General if beginner => dose((1, 2), (10, 15), (2.0, 3.0), (60, 60)),
        Goal::General => dose((2, 3), (10, 15), (1.0, 3.0), (60, 60)),
        Goal::Older => dose((1, 2), (10, 15), (2.0, 4.0), (60, 60)),
        Goal::Youth => dose((1, 2), (10, 15), (3.0, 4.0), (60, 60)),
        Goal::Return => dose((1, 2), (12, 15), (3.0, 4.0), (60, 60)),
    }
}

/// Zone of repetitions of main lifts per block, for those who train in blocks: from many to few
/// (block periodisation is presentation, the evidence finds no better model: GRG17).
pub(crate) fn zone(goal: Goal, level: Level, block: usize, blocks: usize) -> Option<Span<u16>> {
    let rows: [(u16, u16); 3] = match (goal, level) {
        (_, Level::Beginner) => return None,
        (Goal::Hypertrophy, _) => [(8, 12), (6, 10), (5, 8)],
        (Goal::StrengthHypertrophy, _) => [(5, 7), (4, 6), (3, 5)],
        (Goal::Strength, Level::Intermediate) => [(5, 6), (4, 5), (3, 4)],
        (Goal::Strength, _) => [(5, 6), (3, 5), (2, 3)],
        _ => return None,
    };
    let at = if blocks <= 1 { 1 } else { block * 2 / (blocks - 1).max(1) };
    rows.get(at.min(2)).map(|(min, max)| Span { min: *min, max: *max })
}

/// Hard sets a unit should not exceed at a level (LIFT).
pub(crate) const fn most_hard_sets(level: Level) -> u16 {
    match level {
        Level::Beginner => 18,
        Level::Intermediate => 25,
        Level::Advanced | Level::Elite => 30,
    }
}
