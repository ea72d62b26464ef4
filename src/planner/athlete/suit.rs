//! What suits what: exercises and roles, goals, stand-ins, muscles and slots.

use super::dose::Role;
use super::split::SlotSpec;
use crate::domain::{
    Category, Exercise, Goal, Mechanic, Muscle, Pattern, Quantity, Scheme, Span, Work,
};
use crate::lint::Region;
use crate::notation;

/// Whether a stand-in from another pattern still trains what the slot was for.
pub(super) fn region_fits(wanted: Pattern, exercise: &Exercise) -> bool {
    let any = |muscles: &[Muscle]| muscles.iter().any(|muscle| exercise.primary.contains(muscle));
    match wanted {
        Pattern::Squat | Pattern::Lunge => any(&[Muscle::Quads, Muscle::Glutes]),
        Pattern::Hinge => any(&[Muscle::Hamstrings, Muscle::Glutes]),
        Pattern::HPush => any(&[Muscle::Chest, Muscle::Triceps]),
        Pattern::VPush => any(&[Muscle::FrontDelts, Muscle::SideDelts]),
        Pattern::HPull => any(&[Muscle::UpperBack, Muscle::Lats, Muscle::RearDelts]),
        Pattern::VPull => any(&[Muscle::Lats, Muscle::Biceps]),
        _ => true,
    }
}

/// Lifts that move several joints stand in main slots, whatever the library offers.
pub(super) fn suits_role(exercise: &Exercise, role: Role) -> bool {
    match role {
        Role::Main | Role::Second | Role::Accessory => {
            exercise.mechanic == Some(Mechanic::Compound) && exercise.category == Category::Strength
        }
        Role::Power => exercise.category == Category::Power,
        Role::Isolation | Role::Core => exercise.category == Category::Strength,
    }
}

/// The role an exercise can really play: a stand-in for a main lift that moves one joint is dosed
/// as isolation.
pub(super) fn role_of(wanted: Role, exercise: &Exercise) -> Role {
    match wanted {
        Role::Main | Role::Second | Role::Accessory
            if exercise.mechanic != Some(Mechanic::Compound) =>
        {
            Role::Isolation
        }
        Role::Power if exercise.category != Category::Power => Role::Accessory,
        Role::Isolation if exercise.mechanic == Some(Mechanic::Compound) => Role::Accessory,
        _ => wanted,
    }
}

/// 1 where the library doses the exercise for the goal, 0.7 for a goal near to it, else 0.4.
pub(super) fn goal_fit(exercise: &Exercise, goal: Goal) -> f32 {
    let near: &[Goal] = match goal {
        Goal::Strength => &[Goal::StrengthHypertrophy],
        Goal::Hypertrophy => &[Goal::StrengthHypertrophy, Goal::General],
        Goal::StrengthHypertrophy => &[Goal::Strength, Goal::Hypertrophy],
        Goal::Power => &[Goal::Strength],
        Goal::General => &[Goal::Hypertrophy, Goal::Endurance, Goal::Older],
        Goal::Endurance | Goal::Older | Goal::Youth | Goal::Return => &[Goal::General],
    };
    if exercise.doses.contains_key(&goal) {
        1.0
    } else if near.iter().any(|goal| exercise.doses.contains_key(goal)) {
        0.7
    } else {
        0.4
    }
}

/// Seconds or metres per set, where the library doses the exercise so.
pub(super) fn timed(exercise: &Exercise, goal: Goal) -> (Option<Span<u32>>, Option<f64>) {
    let dose = exercise.doses.get(&goal).or_else(|| exercise.doses.values().next());
    let parsed = dose.and_then(|text| notation::parse(text).ok());
    match parsed.map(|prescription| prescription.scheme) {
        Some(Scheme::Sets { work: Work::Seconds(span), .. }) => (Some(span), None),
        Some(Scheme::Sets { work: Work::Metres(metres), .. }) => {
            (None, Some(Quantity::value(metres)))
        }
        _ => (None, None),
    }
}

/// Regions an isolation slot can be asked for, with the slot.
pub(super) const fn isolation_slot(region: Region) -> Option<SlotSpec> {
    const fn slot(patterns: &'static [Pattern], muscles: &'static [Muscle]) -> SlotSpec {
        SlotSpec { role: Role::Isolation, patterns, muscles }
    }
    Some(match region {
        Region::Chest => slot(&[Pattern::HPush], &[Muscle::Chest]),
        Region::Back => slot(&[Pattern::HPull, Pattern::VPull], &[Muscle::Lats, Muscle::UpperBack]),
        Region::Quads => {
            slot(&[Pattern::IsolationLeg, Pattern::Squat, Pattern::Lunge], &[Muscle::Quads])
        }
        Region::Hamstrings => slot(&[Pattern::IsolationLeg, Pattern::Hinge], &[Muscle::Hamstrings]),
        Region::Glutes => {
            slot(&[Pattern::Hinge, Pattern::Lunge, Pattern::IsolationLeg], &[Muscle::Glutes])
        }
        Region::SideDelts => slot(&[Pattern::IsolationShoulder], &[Muscle::SideDelts]),
        Region::RearDelts => slot(&[Pattern::IsolationShoulder], &[Muscle::RearDelts]),
        Region::Biceps => slot(&[Pattern::IsolationArm], &[Muscle::Biceps, Muscle::Brachialis]),
        Region::Triceps => slot(&[Pattern::IsolationArm], &[Muscle::Triceps]),
        Region::Calves => slot(&[Pattern::IsolationLeg], &[Muscle::Calves]),
        Region::Abs => slot(
            &[Pattern::CoreFlexion, Pattern::CoreAntiExtension, Pattern::Rotation],
            &[Muscle::Abs, Muscle::Obliques],
        ),
        Region::FrontDelts => return None,
    })
}
