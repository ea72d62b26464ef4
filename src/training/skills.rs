//! What exercises and plans train: match profiles of exercises, the skill profile of a unit, and
//! the gap between what is wanted and what is planned.

use std::collections::BTreeMap;

use crate::domain::{
    Basis, Category, Exercise, FocusId, IntensityBand, Item, Load, Prescription, SkillWeights,
    StyleId, TargetGroupId, TrainingTypeId, Unit,
};
use crate::library::Library;

use super::loads::rir_of_rpe;
use super::time::item_seconds;

/// Weight of the first focus area; the others get [`SECONDARY_FOCUS`].
const PRIMARY_FOCUS: f32 = 1.0;
const SECONDARY_FOCUS: f32 = 0.85;
/// Smallest difference between wanted and planned that counts as a gap.
pub const GAP_THRESHOLD: f32 = 0.08;

/// What an exercise offers, in the dimensions a plan asks in. Weights are 0–1.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct MatchProfile {
    /// Content domains: the primary one 1.0, others 0.85.
    pub focus: BTreeMap<FocusId, f32>,
    /// Sports and schools.
    pub styles: BTreeMap<StyleId, f32>,
    /// Method classes.
    pub training_types: BTreeMap<TrainingTypeId, f32>,
    /// Age and level classes.
    pub target_groups: BTreeMap<TargetGroupId, f32>,
    /// Skills, scaled by how intensely the exercise trains them.
    pub skills: SkillWeights,
}

/// The match profile of an exercise.
#[must_use]
pub fn match_profile(exercise: &Exercise) -> MatchProfile {
    let intensity = exercise_intensity(exercise);
    MatchProfile {
        focus: focus_weights(&exercise.focus),
        styles: evenly(&exercise.styles),
        training_types: evenly(&exercise.training_types),
        target_groups: evenly(&exercise.target_groups),
        skills: exercise
            .skills
            .iter()
            .map(|(id, weight)| (id.clone(), weight * intensity))
            .collect(),
    }
}

/// Focus areas with their weights: the first 1.0, the others 0.85.
fn focus_weights(focus: &[FocusId]) -> BTreeMap<FocusId, f32> {
    let mut weights = BTreeMap::new();
    for (rank, id) in focus.iter().enumerate() {
        let weight = if rank == 0 { PRIMARY_FOCUS } else { SECONDARY_FOCUS };
        weights.entry(id.clone()).or_insert(weight);
    }
    weights
}

fn evenly<K: Clone + Ord>(ids: &[K]) -> BTreeMap<K, f32> {
    ids.iter().map(|id| (id.clone(), 1.0)).collect()
}

/// How intensely a sort of exercise trains its skills: technique and lifts aim at them, games and
/// endurance share the time with running and waiting, mobility is done at ease.
#[must_use]
pub const fn exercise_intensity(exercise: &Exercise) -> f32 {
    match exercise.category {
        Category::Technique | Category::Drill | Category::Strength | Category::Power => 1.0,
        Category::Game | Category::Conditioning => 0.9,
        Category::Mobility => 0.8,
    }
}

/// How intense one prescription is: 0.8 for easy, 1.0 for ordinary, 1.2 for hard work. Effort
/// speaks first (RIR ≤ 1 hard, > 4 easy), then words, then percent of the best single (≥ 85 hard,
/// < 60 easy), then the heart-rate zone.
#[must_use]
pub fn item_intensity(prescription: &Prescription) -> f32 {
    const EASY: f32 = 0.8;
    const ORDINARY: f32 = 1.0;
    const HARD: f32 = 1.2;
    let graded = |value: f64, easy_below: f64, hard_from: f64| {
        if value < easy_below {
            EASY
        } else if value >= hard_from {
            HARD
        } else {
            ORDINARY
        }
    };
    let by_rir = prescription.rir.map(|rir| rir.min);
    let by_rpe = prescription.rpe.map(|rpe| rir_of_rpe(rpe.max));
    if let Some(rir) = by_rir.or(by_rpe) {
        return graded(-rir, -4.0, -1.0);
    }
    match &prescription.load {
        Some(Load::Intensity(IntensityBand::Low)) => EASY,
        Some(Load::Intensity(IntensityBand::High)) => HARD,
        Some(Load::Of { basis: Basis::Pct1Rm | Basis::PctTm, amount }) => {
            graded(amount.value(), 60.0, 85.0)
        }
        Some(Load::PerSet { basis: Basis::Pct1Rm | Basis::PctTm, amounts }) => {
            graded(amounts.iter().copied().fold(0.0, f64::max), 60.0, 85.0)
        }
        Some(Load::Of { basis: Basis::HrZone, amount }) => graded(amount.value(), 2.0, 4.0),
        _ => ORDINARY,
    }
}

/// What a unit trains: per skill the sum over its items of weight × share of the unit's time ×
/// intensity. A unit that is all one skill at full weight has 1.0 there.
#[must_use]
pub fn unit_skills(unit: &Unit, library: &Library) -> SkillWeights {
    let timed: Vec<(&Item, f32)> =
        unit.items().map(|(_, item)| (item, item_seconds(item, library))).collect();
    let total: f32 = timed.iter().map(|(_, seconds)| seconds).sum();
    let mut profile = SkillWeights::new();
    if total <= 0.0 {
        return profile;
    }
    for (item, seconds) in timed {
        let Some(exercise) = item.exercise.as_ref().and_then(|id| library.get(id)) else {
            continue;
        };
        let factor =
            seconds / total * item_intensity(&item.prescription) * exercise_intensity(exercise);
        for (skill, weight) in &exercise.skills {
            *profile.entry(skill.clone()).or_default() += weight * factor;
        }
    }
    profile
}

/// The profile scaled so that its strongest skill has 1.0; an empty one stays empty.
#[must_use]
pub fn normalised(profile: &SkillWeights) -> SkillWeights {
    let strongest = profile.values().copied().fold(0.0, f32::max);
    if strongest <= 0.0 {
        return SkillWeights::new();
    }
    profile.iter().map(|(skill, weight)| (skill.clone(), weight / strongest)).collect()
}

/// What is wanted and not planned: wanted − planned, both normalised, where that is more than
/// [`GAP_THRESHOLD`].
#[must_use]
pub fn skill_gap(wanted: &SkillWeights, planned: &SkillWeights) -> SkillWeights {
    let planned = normalised(planned);
    normalised(wanted)
        .into_iter()
        .map(|(skill, weight)| {
            let open = weight - planned.get(&skill).copied().unwrap_or_default();
            (skill, open)
        })
        .filter(|(_, open)| *open > GAP_THRESHOLD)
        .collect()
}
