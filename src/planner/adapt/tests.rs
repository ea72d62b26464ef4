//! Every rule after success, after a miss and after too many; what was done stays, and what was
//! adapted once is not adapted again.

use super::{Adaptation, adapt};
use crate::domain::{
    AthleteProfile, Bilingual, Goal, IdSource, Item, Lang, Level, Owner, Place, Profile, Program,
    Progression, ProgressionKind, Provenance, Section, SectionKind, Span, Unit, Week, WeekPhase,
};
use crate::notation;
use crate::planner::program;
use crate::planner::tests::library;
use crate::training::read_result;

/// A program of one item a week, by one rule; the first weeks have results.
fn course(kind: ProgressionKind, exercise: &str, line: &str, results: &[&str]) -> Program {
    const WEEKS: u16 = 6;
    let mut ids = IdSource::new(1);
    let rule = Progression {
        kind,
        step: if kind == ProgressionKind::Time { 5.0 } else { 2.5 },
        reps: Some(Span::between(8, 10)),
        misses: Some(2),
        back_off_pct: 10.0,
    };
    let name = library().get(&exercise.into()).unwrap().name.clone();
    let weeks = (1..=WEEKS).map(|index| {
        let mut item = Item::new(ids.item(), Some(exercise.into()), name.clone());
        item.prescription = notation::parse(line).unwrap();
        item.progression = Some(rule.clone());
        if let Some(text) = results.get(usize::from(index) - 1) {
            item.log = Some(read_result(text, &item).unwrap());
        }
        let mut section = Section::new(ids.section(), SectionKind::Main);
        section.items.push(item);
        let mut unit = Unit::new(ids.unit(), "Unit", Owner::Nobody);
        unit.place = Some(Place { program: "p".into(), week: index, day: 1 });
        unit.sections.push(section);
        let phase = if index == WEEKS { WeekPhase::Deload } else { WeekPhase::Build };
        Week { index, phase, intent: Vec::new(), units: vec![unit] }
    });
    Program {
        id: "p".into(),
        title: "Course".into(),
        owner: Owner::Nobody,
        profile: Profile::Athlete(AthleteProfile {
            level: Level::Intermediate,
            weeks: WEEKS,
            days_per_week: 1,
            ..AthleteProfile::default()
        }),
        framework: None,
        start: None,
        mesocycles: Vec::new(),
        weeks: weeks.collect(),
        notes: Vec::new(),
        provenance: Provenance::default(),
    }
}

/// What the first week to come asks for.
fn after(kind: ProgressionKind, exercise: &str, line: &str, results: &[&str]) -> String {
    let course = course(kind, exercise, line, results);
    let changes = adapt(&course, library());
    let week = u16::try_from(results.len()).unwrap() + 1;
    let found = changes.iter().find(|change| change.week == week);
    found.map_or_else(|| "as planned".to_owned(), |change| notation::print(&change.after, Lang::En))
}

#[test]
fn a_fixed_step_follows_success_and_ten_percent_come_off_after_two_misses() {
    let next = |results: &[&str]| after(ProgressionKind::Linear, "back_squat", "3x5 RIR2", results);
    assert_eq!(next(&["5,5,5 @100kg"]), "3x5 @102.5kg RIR2");
    assert_eq!(next(&["5,5,5 @100kg", "5,4,3 @102.5kg"]), "3x5 @102.5kg RIR2");
    assert_eq!(next(&["5,5,5 @100kg", "x"]), "3x5 @100kg RIR2");
    assert_eq!(next(&["5,4,3 @100kg", "5,4,3 @100kg"]), "3x5 @90kg RIR2");
}

#[test]
fn double_progression_climbs_repetitions_and_then_load() {
    let next =
        |results: &[&str]| after(ProgressionKind::Double, "bench_press", "3x8-10 RIR2", results);
    assert_eq!(next(&["8,8,8 @60kg"]), "3x9-10 @60kg RIR2");
    assert_eq!(next(&["10,10,10 @60kg"]), "3x8-10 @62.5kg RIR2");
    assert_eq!(next(&["10,10,7 @60kg"]), "3x8-10 @60kg RIR2");
}

#[test]
fn percent_follows_the_best_single_but_not_by_more_than_a_step() {
    let line = "3x5 @80% RIR2";
    let next = |results: &[&str]| after(ProgressionKind::Percent, "back_squat", line, results);
    assert_eq!(next(&["5,5,5 @100kg RPE8"]), "3x5 @100kg RIR2");
    // harder than planned: the best single is smaller than thought
    assert_eq!(next(&["5,5,5 @100kg RPE10"]), "3x5 @92.5kg RIR2");
}

#[test]
fn effort_moves_the_load_by_three_percent_a_point() {
    let next = |results: &[&str]| after(ProgressionKind::Rpe, "deadlift", "3x5 RIR2", results);
    assert_eq!(next(&["5,5,5 @200kg RPE6"]), "3x5 @210kg RIR2");
    assert_eq!(next(&["5,5,5 @200kg RPE9"]), "3x5 @190kg RIR2");
}

#[test]
fn stages_sets_density_and_time_have_their_own_steps() {
    let stage = after(ProgressionKind::Stage, "back_squat", "5x3 RIR2", &["3,2,2,2,2 @120kg"; 2]);
    assert_eq!(stage, "6x2 @120kg RIR2");
    let sets = after(ProgressionKind::Sets, "leg_curl", "3x12 RIR1", &["12,12,12"]);
    assert_eq!(sets, "4x12 RIR1");
    let density = after(ProgressionKind::Density, "push_up", "3x15 rest 45s", &["15,15,15"]);
    assert_eq!(density, "3x15 rest 42s");
    let time = after(ProgressionKind::Time, "plank", "3x30s", &["3x30s"]);
    assert_eq!(time, "3x35s");
}

#[test]
fn a_variation_takes_the_next_edge_after_two_full_sessions() {
    let course = course(ProgressionKind::Variation, "push_up", "3x8-10", &["3x10", "3x10"]);
    let changes = adapt(&course, library());
    let successors: Vec<_> =
        library().successors(&"push_up".into()).iter().map(|(_, edge)| edge.to.clone()).collect();
    assert!(!successors.is_empty());
    let swap = changes[0].swap.clone().map(|(id, _): (_, Bilingual)| id).unwrap();
    assert!(successors.contains(&swap));
}

#[test]
fn a_deload_takes_less_of_the_new_load() {
    let course = course(ProgressionKind::Linear, "back_squat", "3x5 RIR2", &["5,5,5 @100kg"]);
    let changes = adapt(&course, library());
    let last = changes.iter().find(|change| change.week == 6).unwrap();
    assert_eq!(notation::print(&last.after, Lang::En), "3x5 @92.5kg RIR2");
}

fn apply(program: &mut Program, changes: &[Adaptation]) {
    for change in changes {
        let unit = program
            .weeks
            .iter_mut()
            .flat_map(|week| &mut week.units)
            .find(|unit| unit.id == change.unit)
            .unwrap();
        change.edit().apply(unit).unwrap();
    }
}

#[test]
fn what_was_done_stays_and_a_second_run_changes_nothing() {
    let profile = Profile::Athlete(AthleteProfile {
        goal: Goal::Hypertrophy,
        level: Level::Advanced,
        weeks: 5,
        ..AthleteProfile::default()
    });
    let mut plan = program(&profile, library(), 1).unwrap();
    for section in &mut plan.weeks[0].units[0].sections {
        for item in &mut section.items {
            item.log = Some(read_result("10,10 @40kg RPE7", item).unwrap());
        }
    }
    let before = plan.weeks[0].units[0].clone();
    let changes = adapt(&plan, library());
    assert!(!changes.is_empty());
    apply(&mut plan, &changes);
    assert_eq!(plan.weeks[0].units[0], before);
    assert_eq!(adapt(&plan, library()), Vec::new());
}

#[test]
fn without_results_nothing_changes() {
    let course = course(ProgressionKind::Linear, "back_squat", "3x5 RIR2", &[]);
    assert_eq!(adapt(&course, library()), Vec::new());
}
