//! What a group did before the program counts in it.

use std::collections::BTreeSet;

use jiff::civil::date;

use super::library;
use crate::domain::{
    Exercise, ExerciseId, GroupProfile, IdSource, Level, Owner, PastUnit, Profile, Program,
    SectionKind, Unit,
};
use crate::planner::{past_units, program};

fn judo(history: Vec<PastUnit>) -> Program {
    let profile = GroupProfile {
        size: 12,
        age_min: Some(10),
        style: Some("judo".into()),
        target_group: "kids_older".into(),
        level_mix: [(Level::Beginner, 12)].into_iter().collect(),
        weeks: 2,
        history,
        ..GroupProfile::default()
    };
    program(&Profile::Group(profile), library(), 1).unwrap()
}

fn first(program: &Program, kind: SectionKind) -> BTreeSet<ExerciseId> {
    let unit = program.units().next().unwrap();
    let sections = unit.sections.iter().filter(|section| section.kind == kind);
    sections.flat_map(|section| &section.items).filter_map(|item| item.exercise.clone()).collect()
}

#[test]
fn what_was_just_played_waits_and_what_is_due_comes_again() {
    let fresh = judo(Vec::new());
    let games = first(&fresh, SectionKind::Warmup);
    let past = PastUnit { days_ago: 2, exercises: games.iter().cloned().collect() };
    let after = judo(vec![past]);
    let again = first(&after, SectionKind::Warmup);
    assert!(games.is_disjoint(&again), "{games:?} {again:?}");
}

fn weight(exercise: &Exercise, skill: &str) -> f32 {
    exercise.skills.iter().find(|(id, _)| id.as_str() == skill).map_or(0.0, |(_, weight)| *weight)
}

#[test]
fn a_group_that_practised_falling_may_throw_at_once() {
    let throws = |program: &Program, units: usize| {
        let mut ids = program.units().take(units).flat_map(Unit::exercises);
        ids.any(|id| library().get(id).is_some_and(|found| weight(found, "throwing") >= 1.0))
    };
    assert!(!throws(&judo(Vec::new()), 3));
    let before: Vec<ExerciseId> = library()
        .exercises()
        .iter()
        .filter(|exercise| exercise.level == Level::Beginner)
        .filter(|exercise| weight(exercise, "falling") >= 0.8 || weight(exercise, "throwing") > 0.0)
        .filter(|exercise| weight(exercise, "throwing") < 1.0)
        .map(|exercise| exercise.id.clone())
        .collect();
    let history: Vec<PastUnit> = [3, 7, 10, 14, 17]
        .into_iter()
        .map(|days_ago| PastUnit { days_ago, exercises: before.clone() })
        .collect();
    assert!(throws(&judo(history), 3));
}

#[test]
fn dated_units_become_history_with_or_without_a_start() {
    let mut ids = IdSource::new(1);
    let mut unit = |day: i8| {
        let mut unit = Unit::new(ids.unit(), "x".to_owned(), Owner::Nobody);
        unit.date = Some(date(2026, 3, day));
        let mut section = crate::domain::Section::new(ids.section(), SectionKind::Main);
        let label = crate::domain::Bilingual::new("Push-up", "Liegestütz");
        section.items.push(crate::domain::Item::new(ids.item(), Some("push_up".into()), label));
        unit.sections.push(section);
        unit
    };
    let units = [unit(2), unit(9), unit(20)];
    let days = |past: Vec<PastUnit>| past.iter().map(|unit| unit.days_ago).collect::<Vec<_>>();
    assert_eq!(days(past_units(&units, Some(date(2026, 3, 16)), 2)), [7, 14], "the future is out");
    assert_eq!(days(past_units(&units, None, 2)), [4, 15, 22], "goes on at the group's pace");
    assert!(past_units([], None, 2).is_empty());
}
