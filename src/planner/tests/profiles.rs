//! Constrained profiles that the planner must serve without a lint error: few minutes, odd halls,
//! injuries, children, every goal, level and number of days.

use crate::domain::{
    AthleteProfile, Contraindication, EquipmentId, Goal, GroupProfile, Lang, Level, Profile,
    TargetGroupId,
};

fn athlete(change: impl FnOnce(&mut AthleteProfile)) -> Profile {
    let mut profile = AthleteProfile::default();
    change(&mut profile);
    Profile::Athlete(profile)
}

fn group(change: impl FnOnce(&mut GroupProfile)) -> Profile {
    let mut profile = GroupProfile::default();
    change(&mut profile);
    Profile::Group(profile)
}

#[expect(clippy::unnecessary_wraps, reason = "it is what the field of the profile takes")]
fn things(ids: &[&str]) -> Option<Vec<EquipmentId>> {
    Some(ids.iter().map(|id| EquipmentId::from(*id)).collect())
}

/// The profiles with their names.
pub(super) fn all() -> Vec<(&'static str, Profile)> {
    use Contraindication as C;
    vec![
        ("defaults", athlete(|_| {})),
        (
            "20 minutes, nothing at hand",
            athlete(|p| {
                (p.minutes, p.equipment, p.goal) = (20, things(&[]), Goal::General);
            }),
        ),
        (
            "150 minutes, advanced, strength",
            athlete(|p| {
                (p.minutes, p.level, p.goal, p.days_per_week) =
                    (150, Level::Advanced, Goal::Strength, 4);
            }),
        ),
        ("one day", athlete(|p| (p.days_per_week, p.weeks) = (1, 8))),
        (
            "two days, hypertrophy",
            athlete(|p| {
                (p.days_per_week, p.goal, p.minutes) = (2, Goal::Hypertrophy, 75);
            }),
        ),
        (
            "four days, growth",
            athlete(|p| {
                (p.days_per_week, p.goal, p.level) = (4, Goal::Hypertrophy, Level::Intermediate);
            }),
        ),
        (
            "five days, mixed goal",
            athlete(|p| (p.days_per_week, p.level) = (5, Level::Intermediate)),
        ),
        (
            "six days, advanced growth",
            athlete(|p| {
                (p.days_per_week, p.goal, p.level, p.minutes) =
                    (6, Goal::Hypertrophy, Level::Advanced, 75);
            }),
        ),
        ("seven days", athlete(|p| (p.days_per_week, p.level) = (7, Level::Advanced))),
        ("six days, beginner", athlete(|p| p.days_per_week = 6)),
        ("knee", athlete(|p| p.injuries = vec![C::Knee])),
        (
            "shoulder and low back",
            athlete(|p| {
                (p.injuries, p.days_per_week) = (vec![C::Shoulder, C::LowBack], 4);
            }),
        ),
        (
            "everything hurts",
            athlete(|p| {
                p.injuries = vec![C::Knee, C::LowBack, C::Shoulder, C::Elbow, C::Wrist, C::Hip];
            }),
        ),
        (
            "pregnant, at home",
            athlete(|p| {
                (p.injuries, p.equipment, p.goal, p.minutes) =
                    (vec![C::Pregnancy], things(&["band", "dumbbell", "mat"]), Goal::General, 40);
            }),
        ),
        (
            "heart condition, older",
            athlete(|p| {
                (p.injuries, p.age, p.goal) =
                    (vec![C::Cardiac, C::Hypertension], Some(71), Goal::Older);
            }),
        ),
        (
            "dumbbells only, 30 minutes",
            athlete(|p| {
                (p.equipment, p.minutes) = (things(&["dumbbell"]), 30);
            }),
        ),
        (
            "pull-up bar and rings",
            athlete(|p| {
                (p.equipment, p.level, p.goal) = (
                    things(&["pullup_bar", "rings"]),
                    Level::Intermediate,
                    Goal::StrengthHypertrophy,
                );
            }),
        ),
        (
            "bands, endurance",
            athlete(|p| {
                (p.equipment, p.goal) = (things(&["band", "mini_band"]), Goal::Endurance);
            }),
        ),
        (
            "power, intermediate",
            athlete(|p| {
                (p.goal, p.level, p.days_per_week, p.minutes) =
                    (Goal::Power, Level::Intermediate, 3, 75);
            }),
        ),
        ("child of ten", athlete(|p| (p.age, p.days_per_week, p.minutes) = (Some(10), 4, 45))),
        (
            "youth of sixteen, strength",
            athlete(|p| {
                (p.age, p.goal, p.level) = (Some(16), Goal::Strength, Level::Intermediate);
            }),
        ),
        (
            "returning, 25 minutes",
            athlete(|p| {
                (p.goal, p.minutes, p.days_per_week, p.weeks) = (Goal::Return, 25, 2, 6);
            }),
        ),
        (
            "one-rep maxima, 52 weeks",
            athlete(|p| {
                (p.level, p.goal, p.weeks, p.days_per_week, p.weight_kg) =
                    (Level::Intermediate, Goal::Strength, 52, 4, Some(82.0));
                p.one_rm_kg = [("back_squat", 140.0), ("bench_press", 100.0), ("deadlift", 170.0)]
                    .into_iter()
                    .map(|(id, kg)| (id.into(), kg))
                    .collect();
            }),
        ),
        (
            "beginner with maxima, German",
            athlete(|p| {
                (p.goal, p.language, p.age) = (Goal::Strength, Some(Lang::De), Some(68));
                p.one_rm_kg = [("back_squat".into(), 60.0)].into_iter().collect();
            }),
        ),
        (
            "judo children, thirteen",
            group(|p| {
                (p.size, p.age_min, p.age_max) = (13, Some(10), Some(12));
                (p.target_group, p.style) =
                    (TargetGroupId::from("kids_older"), Some("judo".into()));
                p.level_mix =
                    [(Level::Beginner, 8), (Level::Intermediate, 5)].into_iter().collect();
                p.language = Some(Lang::De);
            }),
        ),
        (
            "karate, twenty adults",
            group(|p| {
                (p.size, p.age_min, p.minutes) = (20, Some(16), 90);
                (p.target_group, p.style) = ("adults".into(), Some("karate_shotokan".into()));
                p.level_mix =
                    [(Level::Beginner, 6), (Level::Intermediate, 14)].into_iter().collect();
            }),
        ),
        (
            "pre-school play",
            group(|p| {
                (p.size, p.age_min, p.minutes, p.units_per_week) = (9, Some(4), 45, 1);
                (p.target_group, p.style) = ("preschool".into(), Some("kids_budo".into()));
            }),
        ),
        (
            "handball teens",
            group(|p| {
                (p.size, p.age_min, p.units_per_week, p.minutes) = (15, Some(13), 3, 90);
                (p.target_group, p.style) = ("team_sport".into(), Some("team_handball".into()));
                p.level_mix = [(Level::Intermediate, 15)].into_iter().collect();
            }),
        ),
        (
            "empty hall, mixed",
            group(|p| {
                (p.size, p.age_min, p.equipment, p.minutes) = (11, Some(8), things(&[]), 60);
            }),
        ),
        (
            "boxing, advanced",
            group(|p| {
                (p.size, p.age_min, p.style) = (12, Some(18), Some("boxing".into()));
                p.level_mix = [(Level::Advanced, 12)].into_iter().collect();
                p.target_group = "advanced".into();
            }),
        ),
    ]
}
