//! Which exercise coaches reach for first in a pattern, down to what always works
//! (`docs/planner.md` §2.7). The first that is possible wins, other things being equal.

use crate::domain::Pattern;

/// Exercises of a pattern in order of preference.
const fn rungs(pattern: Pattern) -> &'static [&'static str] {
    match pattern {
        Pattern::Squat => &[
            "back_squat",
            "front_squat",
            "leg_press",
            "smith_squat",
            "hack_squat",
            "goblet_squat",
            "band_squat",
            "air_squat",
            "box_squat",
        ],
        Pattern::Hinge => &[
            "deadlift",
            "romanian_deadlift",
            "trap_bar_deadlift",
            "hip_thrust",
            "dumbbell_romanian_deadlift",
            "kettlebell_swing",
            "band_pull_through",
            "single_leg_glute_bridge",
            "glute_bridge",
        ],
        Pattern::Lunge => {
            &["bulgarian_split_squat", "walking_lunge", "step_up", "split_squat", "reverse_lunge"]
        }
        Pattern::HPush => &[
            "bench_press",
            "dumbbell_bench_press",
            "machine_chest_press",
            "incline_dumbbell_press",
            "push_up",
            "band_chest_press",
            "incline_push_up",
        ],
        Pattern::VPush => &[
            "overhead_press",
            "dumbbell_shoulder_press",
            "machine_shoulder_press",
            "landmine_press",
            "half_kneeling_db_press",
            "band_overhead_press",
            "pike_push_up",
        ],
        Pattern::HPull => &[
            "barbell_row",
            "dumbbell_row",
            "cable_row",
            "chest_supported_row",
            "machine_row",
            "inverted_row",
            "band_row",
            "towel_row",
        ],
        Pattern::VPull => &[
            "pull_up",
            "lat_pulldown",
            "chin_up",
            "assisted_pull_up",
            "band_pulldown",
            "negative_pull_up",
            "prone_lat_pull",
        ],
        Pattern::CoreAntiExtension => &[
            "ab_wheel",
            "dead_bug",
            "plank",
            "hollow_hold",
            "plank_shoulder_tap",
            "mountain_climber",
            "long_lever_plank",
        ],
        Pattern::CoreAntiRotation => &["pallof_press", "band_pallof_press", "bird_dog"],
        Pattern::CoreAntiLateral => &["suitcase_carry", "side_plank", "side_plank_hip_dip"],
        Pattern::CoreFlexion => {
            &["hanging_leg_raise", "cable_crunch", "hanging_knee_raise", "reverse_crunch", "crunch"]
        }
        Pattern::Carry => &["farmers_carry", "suitcase_carry", "sandbag_carry", "overhead_carry"],
        Pattern::Jump => &["box_jump", "countermovement_jump", "squat_jump", "broad_jump"],
        Pattern::Olympic => &["power_clean", "hang_power_clean", "push_press"],
        Pattern::IsolationArm => &[
            "dumbbell_curl",
            "cable_curl",
            "triceps_pushdown",
            "overhead_triceps_extension",
            "band_curl",
            "band_pushdown",
        ],
        Pattern::IsolationShoulder => &["lateral_raise", "face_pull", "band_pull_apart"],
        Pattern::IsolationLeg => {
            &["leg_curl", "leg_extension", "calf_raise", "bodyweight_calf_raise"]
        }
        _ => &[],
    }
}

/// How well known an exercise is in its pattern: 1 for the first rung, falling to 0.5; 0.4 off the
/// ladder.
pub(crate) fn standing(pattern: Pattern, id: &str) -> f32 {
    let rungs = rungs(pattern);
    rungs
        .iter()
        .position(|rung| *rung == id)
        .map_or(0.4, |at| 1.0 - 0.5 * at as f32 / rungs.len().max(1) as f32)
}

/// Every exercise named here, for the test that keeps the names true.
#[cfg(test)]
pub(crate) fn all() -> Vec<&'static str> {
    Pattern::ALL.iter().flat_map(|pattern| rungs(*pattern).iter().copied()).collect()
}
