//! The parts of the athlete planner on their own.

use super::ladder;
use super::pace::lay_out;
use super::{BlockDraft, cost::day_minutes};
use crate::domain::{AthleteProfile, Goal, Level, Profile, WeekPhase};
use crate::lint::{Region, weekly};
use crate::planner::outline::Draft;
use crate::planner::tests::library;
use crate::planner::{outline, week};
use crate::training::unit_minutes;

fn profile(level: Level, days: u8, minutes: u16) -> Profile {
    Profile::Athlete(AthleteProfile {
        level,
        days_per_week: days,
        minutes,
        ..AthleteProfile::default()
    })
}

fn blocks(draft: &Draft) -> &[BlockDraft] {
    match draft {
        Draft::Athlete(blocks) => blocks,
        Draft::Group(_) => panic!("an athlete"),
    }
}

#[test]
fn every_rung_of_the_ladders_is_in_the_library() {
    for id in ladder::all() {
        assert!(library().get(&id.into()).is_some(), "{id}");
    }
}

#[test]
fn the_quick_estimate_agrees_with_the_time_model() {
    for (level, days, minutes) in [(Level::Beginner, 3, 60), (Level::Advanced, 6, 45)] {
        let outline = outline(&profile(level, days, minutes), library(), 1).unwrap();
        let first = week(&outline, library(), 1);
        for (unit, day) in first.units.iter().zip(&blocks(&outline.draft)[0].days) {
            let (quick, exact) = (day_minutes(day), unit_minutes(unit, library()));
            assert!((quick - exact).abs() < 0.5, "{}: {quick} against {exact}", unit.title);
        }
    }
}

#[test]
fn weeks_are_laid_out_without_gaps_for_every_length() {
    for level in Level::ALL {
        for weeks in 1..=52 {
            let pace = lay_out(Goal::Strength, *level, weeks, None);
            let indexes: Vec<u16> = pace.weeks.iter().map(|week| week.index).collect();
            assert_eq!(indexes, (1..=weeks).collect::<Vec<_>>(), "{level} {weeks}");
            assert_eq!(pace.mesocycles.last().map(|block| block.last), Some(weeks));
        }
    }
}

#[test]
fn the_usual_twelve_weeks_follow_the_table() {
    let phases = |goal, level| -> Vec<WeekPhase> {
        lay_out(goal, level, 12, None).weeks.iter().map(|week| week.phase).collect()
    };
    assert!(phases(Goal::Strength, Level::Beginner).iter().all(|p| *p == WeekPhase::Build));
    let intermediate = phases(Goal::Strength, Level::Intermediate);
    let deloads: Vec<usize> = (0..12).filter(|at| intermediate[*at] == WeekPhase::Deload).collect();
    assert_eq!(deloads, [3, 7, 11]);
    let advanced = phases(Goal::Strength, Level::Advanced);
    assert_eq!(advanced[10..], [WeekPhase::Peak, WeekPhase::Test]);
    assert_eq!(advanced[4], WeekPhase::Deload);
}

#[test]
fn with_time_enough_every_large_muscle_gets_its_band() {
    for (level, days, minutes) in
        [(Level::Beginner, 3, 75), (Level::Intermediate, 4, 75), (Level::Advanced, 5, 90)]
    {
        let profile = profile(level, days, minutes);
        let outline = outline(&profile, library(), 1).unwrap();
        let tally = blocks(&outline.draft)[0].tally();
        for region in Region::ALL.into_iter().filter(|region| region.is_major()) {
            let (low, high) = weekly(Goal::StrengthHypertrophy, level, region);
            let sets = tally.of(region);
            assert!((low..=high).contains(&sets), "{level} {region:?}: {sets}");
        }
    }
}

#[test]
fn main_lifts_stay_over_the_blocks() {
    let outline = outline(&profile(Level::Intermediate, 4, 60), library(), 1).unwrap();
    let first = |block: &BlockDraft| block.days[0].items[0].exercise.id.clone();
    let blocks = blocks(&outline.draft);
    assert!(blocks.len() >= 2);
    assert!(blocks.iter().all(|block| first(block) == first(&blocks[0])));
}
