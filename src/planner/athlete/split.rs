//! Split by days, with slots and weekdays (`docs/planner.md` §2.5).

use super::dose::Role;
use crate::domain::{Goal, Level, Muscle, Pattern};

/// A place in a day to be filled with one exercise.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct SlotSpec {
    pub(crate) role: Role,
    /// Patterns that fit, the wanted one first.
    pub(crate) patterns: &'static [Pattern],
    /// Muscles wanted as primary ones; empty: any.
    pub(crate) muscles: &'static [Muscle],
}

/// A training day.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct DaySpec {
    /// Key of its title.
    pub(crate) title: &'static str,
    /// 1 is Monday.
    pub(crate) weekday: u8,
    pub(crate) slots: Vec<SlotSpec>,
    /// A day without weights.
    pub(crate) recovery: bool,
}

const fn slot(role: Role, patterns: &'static [Pattern]) -> SlotSpec {
    SlotSpec { role, patterns, muscles: &[] }
}

const fn isolation(pattern: &'static [Pattern], muscles: &'static [Muscle]) -> SlotSpec {
    SlotSpec { role: Role::Isolation, patterns: pattern, muscles }
}

const TRUNK: &[Pattern] =
    &[Pattern::CoreAntiExtension, Pattern::CoreAntiRotation, Pattern::CoreAntiLateral];
const CARRY: &[Pattern] = &[Pattern::Carry, Pattern::CoreAntiLateral, Pattern::CoreAntiRotation];
const POWER: &[Pattern] = &[Pattern::Jump, Pattern::Olympic];
const BICEPS: SlotSpec = isolation(&[Pattern::IsolationArm], &[Muscle::Biceps, Muscle::Brachialis]);
const TRICEPS: SlotSpec = isolation(&[Pattern::IsolationArm], &[Muscle::Triceps]);
const SIDE: SlotSpec = isolation(&[Pattern::IsolationShoulder], &[Muscle::SideDelts]);
const REAR: SlotSpec = isolation(&[Pattern::IsolationShoulder], &[Muscle::RearDelts]);
const CALVES: SlotSpec = isolation(&[Pattern::IsolationLeg], &[Muscle::Calves]);
const HAMSTRINGS: SlotSpec =
    isolation(&[Pattern::IsolationLeg, Pattern::Hinge], &[Muscle::Hamstrings]);
const QUADS: SlotSpec = isolation(&[Pattern::IsolationLeg], &[Muscle::Quads]);
const CHEST: SlotSpec = isolation(&[Pattern::HPush], &[Muscle::Chest]);
const GLUTES: SlotSpec = SlotSpec {
    role: Role::Accessory,
    patterns: &[Pattern::Hinge, Pattern::Lunge],
    muscles: &[Muscle::Glutes],
};

fn day(title: &'static str, weekday: u8, slots: &[SlotSpec]) -> DaySpec {
    DaySpec { title, weekday, slots: slots.to_vec(), recovery: false }
}

fn full_a(weekday: u8) -> DaySpec {
    day(
        "day-full-a",
        weekday,
        &[
            slot(Role::Main, &[Pattern::Squat]),
            slot(Role::Main, &[Pattern::HPush]),
            slot(Role::Main, &[Pattern::HPull]),
            slot(Role::Accessory, &[Pattern::Hinge]),
            slot(Role::Accessory, &[Pattern::VPush]),
            slot(Role::Core, TRUNK),
            slot(Role::Accessory, &[Pattern::VPull]),
        ],
    )
}

fn full_b(weekday: u8) -> DaySpec {
    day(
        "day-full-b",
        weekday,
        &[
            slot(Role::Main, &[Pattern::Hinge]),
            slot(Role::Main, &[Pattern::VPush]),
            slot(Role::Main, &[Pattern::VPull]),
            slot(Role::Accessory, &[Pattern::Lunge]),
            slot(Role::Accessory, &[Pattern::HPush]),
            slot(Role::Core, CARRY),
            slot(Role::Accessory, &[Pattern::HPull]),
        ],
    )
}

fn full_c(weekday: u8) -> DaySpec {
    day(
        "day-full-c",
        weekday,
        &[
            slot(Role::Main, &[Pattern::Squat, Pattern::Lunge]),
            slot(Role::Main, &[Pattern::HPush]),
            slot(Role::Main, &[Pattern::HPull]),
            slot(Role::Accessory, &[Pattern::Hinge]),
            SIDE,
            BICEPS,
            slot(Role::Core, TRUNK),
        ],
    )
}

fn upper_one(weekday: u8) -> DaySpec {
    day(
        "day-upper",
        weekday,
        &[
            slot(Role::Main, &[Pattern::HPush]),
            slot(Role::Main, &[Pattern::HPull]),
            slot(Role::Second, &[Pattern::VPush]),
            slot(Role::Accessory, &[Pattern::VPull]),
            SIDE,
            TRICEPS,
            BICEPS,
        ],
    )
}

fn lower_one(weekday: u8) -> DaySpec {
    day(
        "day-lower",
        weekday,
        &[
            slot(Role::Main, &[Pattern::Squat]),
            slot(Role::Second, &[Pattern::Hinge]),
            slot(Role::Accessory, &[Pattern::Lunge]),
            slot(Role::Core, TRUNK),
            CALVES,
        ],
    )
}

fn upper_two(weekday: u8) -> DaySpec {
    day(
        "day-upper",
        weekday,
        &[
            slot(Role::Main, &[Pattern::VPush]),
            slot(Role::Main, &[Pattern::VPull]),
            slot(Role::Second, &[Pattern::HPush]),
            slot(Role::Accessory, &[Pattern::HPull]),
            REAR,
            BICEPS,
            TRICEPS,
        ],
    )
}

fn lower_two(weekday: u8) -> DaySpec {
    day(
        "day-lower",
        weekday,
        &[
            slot(Role::Main, &[Pattern::Hinge]),
            slot(Role::Second, &[Pattern::Squat]),
            HAMSTRINGS,
            slot(Role::Core, CARRY),
            CALVES,
            QUADS,
        ],
    )
}

fn push(weekday: u8) -> DaySpec {
    day(
        "day-push",
        weekday,
        &[
            slot(Role::Main, &[Pattern::HPush]),
            slot(Role::Second, &[Pattern::VPush]),
            slot(Role::Accessory, &[Pattern::HPush]),
            SIDE,
            TRICEPS,
            CHEST,
        ],
    )
}

fn pull(weekday: u8) -> DaySpec {
    day(
        "day-pull",
        weekday,
        &[
            slot(Role::Main, &[Pattern::HPull]),
            slot(Role::Second, &[Pattern::VPull]),
            slot(Role::Accessory, &[Pattern::HPull]),
            REAR,
            BICEPS,
            slot(Role::Core, TRUNK),
        ],
    )
}

fn legs(weekday: u8) -> DaySpec {
    day(
        "day-legs",
        weekday,
        &[
            slot(Role::Main, &[Pattern::Squat]),
            slot(Role::Second, &[Pattern::Hinge]),
            slot(Role::Accessory, &[Pattern::Lunge]),
            HAMSTRINGS,
            CALVES,
            slot(Role::Core, TRUNK),
        ],
    )
}

fn legs_hinge(weekday: u8) -> DaySpec {
    day(
        "day-legs",
        weekday,
        &[
            slot(Role::Main, &[Pattern::Hinge]),
            slot(Role::Second, &[Pattern::Squat]),
            GLUTES,
            QUADS,
            CALVES,
            slot(Role::Core, CARRY),
        ],
    )
}

fn push_two(weekday: u8) -> DaySpec {
    day(
        "day-push",
        weekday,
        &[
            slot(Role::Main, &[Pattern::VPush]),
            slot(Role::Second, &[Pattern::HPush]),
            CHEST,
            SIDE,
            TRICEPS,
        ],
    )
}

fn pull_two(weekday: u8) -> DaySpec {
    day(
        "day-pull",
        weekday,
        &[
            slot(Role::Main, &[Pattern::VPull]),
            slot(Role::Second, &[Pattern::HPull]),
            REAR,
            BICEPS,
            slot(Role::Core, CARRY),
        ],
    )
}

/// The days of a week for 1 to 7 days. One day a week alternates between two, told apart by the
/// week: then the list holds both, on the same weekday.
pub(crate) fn days(days: u8, goal: Goal, level: Level) -> Vec<DaySpec> {
    let mut week = match days {
        0 | 1 => vec![full_a(3), full_b(3)],
        2 => vec![full_a(1), full_b(4)],
        3 => vec![full_a(1), full_b(3), full_c(5)],
        4 => vec![upper_one(1), lower_one(2), upper_two(4), lower_two(5)],
        5 => vec![upper_one(1), lower_one(2), push_two(4), pull_two(5), legs_hinge(6)],
        _ => {
            vec![push(1), pull(2), legs(3), push_two(4), pull_two(5), legs_hinge(6)]
        }
    };
    if days >= 7 {
        week.push(DaySpec { title: "day-recovery", weekday: 7, slots: Vec::new(), recovery: true });
    }
    let lower = |day: &DaySpec| {
        day.slots
            .iter()
            .any(|slot| slot.patterns.iter().any(|p| matches!(p, Pattern::Squat | Pattern::Hinge)))
    };
    // explosive work comes first in the unit, for power every time the legs are trained, for older
    // people as a little quick work
    if goal == Goal::Power || (goal == Goal::Older && level != Level::Beginner) {
        for day in week.iter_mut().filter(|day| !day.recovery && lower(day)) {
            day.slots.insert(0, slot(Role::Power, POWER));
        }
    }
    week
}

/// Patterns that may stand in where nothing fits a slot, nearest first (`docs/planner.md` §2.8:
/// knee → hip and leg curl, low back → supported rows, shoulder → rows, and so on).
pub(crate) const fn fallback(pattern: Pattern) -> &'static [Pattern] {
    match pattern {
        Pattern::Squat => &[Pattern::Lunge, Pattern::IsolationLeg, Pattern::Hinge],
        Pattern::Hinge => &[Pattern::IsolationLeg, Pattern::Lunge, Pattern::Squat],
        Pattern::Lunge => &[Pattern::Squat, Pattern::Hinge, Pattern::IsolationLeg],
        Pattern::HPush => &[Pattern::VPush, Pattern::IsolationArm],
        Pattern::VPush => &[Pattern::IsolationShoulder, Pattern::HPush],
        Pattern::HPull => &[Pattern::VPull, Pattern::IsolationShoulder],
        Pattern::VPull => &[Pattern::HPull, Pattern::IsolationArm],
        Pattern::Carry
        | Pattern::CoreAntiExtension
        | Pattern::CoreAntiRotation
        | Pattern::CoreAntiLateral => &[
            Pattern::CoreAntiExtension,
            Pattern::CoreAntiRotation,
            Pattern::CoreAntiLateral,
            Pattern::CoreFlexion,
            Pattern::Rotation,
        ],
        Pattern::Jump | Pattern::Olympic => &[Pattern::HPush, Pattern::VPull],
        _ => &[],
    }
}
