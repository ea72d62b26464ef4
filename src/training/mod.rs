//! What every engine must agree on: eligibility, the time model, fractional sets, loads, skill
//! profiles.

mod best;
mod doses;
mod eligibility;
mod load_sheet;
mod loads;
mod prilepin;
mod results;
mod skills;
mod time;
mod volume;

#[cfg(test)]
mod tests;

pub use best::{Best, BestError, logged_bests, read_best};
pub use doses::{check_doses, round_seconds, worked_muscles};
pub use eligibility::{Constraints, Obstacle, obstacles, people_needed, shortest_minutes};
pub use load_sheet::{Target, target};
pub use loads::{
    Rounding, brzycki, e1rm, effective_reps, epley, load_for, percent_of_max, plates_per_side,
    rir_of_rpe, round_load, training_max,
};
pub use prilepin::{PrilepinBand, prilepin};
pub use results::{ResultError, as_planned, print_result, read_result};
pub use skills::{
    GAP_THRESHOLD, MatchProfile, exercise_intensity, item_intensity, match_profile, normalised,
    skill_gap, unit_skills,
};
pub use time::{
    CHANGE_S, RAMP_SET_S, REP_S, SET_UP_S, WARM_UP_S, filled_section_minutes, filled_unit_minutes,
    item_seconds, section_minutes, unit_minutes, work_seconds,
};
pub use volume::{fractional_sets, hard_sets, unit_volume, week_volume};
