//! Group courses: frame, falling before throwing, odd numbers, streams, progression.

use std::collections::BTreeSet;

use super::frame::{Frame, parts};
use crate::domain::{
    ExerciseId, GroupProfile, Level, Partner, Profile, Program, SectionKind, Unit,
};
use crate::lint::ODD_REASON;
use crate::planner::program;
use crate::planner::tests::library;

fn judo(change: impl FnOnce(&mut GroupProfile)) -> Program {
    let mut profile = GroupProfile {
        size: 13,
        age_min: Some(10),
        age_max: Some(12),
        target_group: "kids_older".into(),
        style: Some("judo".into()),
        level_mix: [(Level::Beginner, 13)].into_iter().collect(),
        ..GroupProfile::default()
    };
    change(&mut profile);
    program(&Profile::Group(profile), library(), 1).unwrap()
}

#[test]
fn the_parts_add_up_to_the_minutes() {
    for minutes in 20..=150 {
        for youngest in [None, Some(6), Some(30)] {
            for frame in [Frame::Taught, Frame::Fitness] {
                let parts = parts(minutes, youngest, frame);
                let all: u16 = parts.iter().map(|part| part.minutes).sum();
                assert!(all.abs_diff(minutes) <= 4, "{minutes}: {all}");
            }
        }
    }
}

#[test]
fn a_unit_begins_and_ends_and_is_in_order() {
    let program = judo(|_| {});
    let order = |kind: SectionKind| match kind {
        SectionKind::Opening => 0,
        SectionKind::Warmup => 1,
        SectionKind::Skill => 2,
        SectionKind::Main => 3,
        SectionKind::Game => 4,
        SectionKind::Cooldown => 5,
        _ => 6,
    };
    for unit in program.units() {
        let kinds: Vec<i32> = unit.sections.iter().map(|section| order(section.kind)).collect();
        assert!(kinds.is_sorted(), "{kinds:?}");
        assert_eq!((kinds.first(), kinds.last()), (Some(&0), Some(&6)));
    }
}

#[test]
fn nobody_is_thrown_before_falling_was_taught() {
    let program = judo(|_| {});
    let mut fallen = false;
    let weight = |id: &ExerciseId, skill: &str| {
        library().get(id).map_or(0.0, |exercise| super::history::weight(exercise, skill))
    };
    for id in program.units().flat_map(Unit::exercises) {
        fallen |= weight(id, "falling") >= 0.8;
        assert!(fallen || weight(id, "throwing") < 1.0, "{id}");
    }
    assert!(fallen);
}

#[test]
fn drills_follow_what_prepares_them() {
    let program = judo(|_| {});
    let mut taught: BTreeSet<&ExerciseId> = BTreeSet::new();
    for id in program.units().flat_map(Unit::exercises) {
        for (_, edge) in library().prerequisites(id) {
            assert!(taught.contains(&edge.from), "{id} before {}", edge.from);
        }
        taught.insert(id);
    }
}

#[test]
fn the_course_moves_along_the_graphs() {
    let program = judo(|_| {});
    let taught = |weeks: std::ops::RangeInclusive<u16>| -> BTreeSet<&ExerciseId> {
        program
            .weeks
            .iter()
            .filter(|week| weeks.contains(&week.index))
            .flat_map(|week| &week.units)
            .flat_map(|unit| &unit.sections)
            .filter(|section| section.kind == SectionKind::Skill)
            .flat_map(|section| &section.items)
            .filter_map(|item| item.exercise.as_ref())
            .collect()
    };
    let (early, late) = (taught(1..=3), taught(8..=12));
    assert!(late.difference(&early).count() >= 4, "something new comes later");
    let reasons = program.units().flat_map(Unit::items).flat_map(|(_, item)| &item.reasons);
    let steps = reasons.filter(|reason| reason.id == "reason-next-edge").count();
    assert!(steps >= 3, "{steps} steps along edges");
}

#[test]
fn an_odd_number_has_a_solution_for_every_pair_drill() {
    let program = judo(|_| {});
    let mut pairs = 0;
    for unit in program.units() {
        let mut told = false;
        for (_, item) in unit.items() {
            let exercise = item.exercise.as_ref().and_then(|id| library().get(id));
            told |= item.notes.contains("group of three");
            if exercise.is_some_and(|exercise| exercise.partner == Partner::Pair) {
                pairs += 1;
                assert!(item.reasons.iter().any(|reason| reason.id == ODD_REASON));
                assert!(told, "people see it on the floor, at the first of them at the latest");
            }
        }
    }
    assert!(pairs > 10);
}

#[test]
fn mixed_levels_split_in_the_main_part_and_meet_again() {
    let program = judo(|p| {
        p.size = 14;
        p.level_mix = [(Level::Beginner, 8), (Level::Intermediate, 6)].into_iter().collect();
    });
    for unit in program.units() {
        let streams: Vec<_> =
            unit.streams.iter().map(|stream| (stream.stream, stream.size)).collect();
        assert_eq!(streams, [(0, Some(8)), (1, Some(6))]);
        let split = unit.sections.iter().filter(|section| section.stream > 0);
        assert!(split.into_iter().all(|section| section.kind == SectionKind::Main));
    }
    let lower = program
        .units()
        .flat_map(|unit| &unit.sections)
        .filter(|section| section.kind == SectionKind::Main && section.stream == 0);
    for item in lower.flat_map(|section| &section.items) {
        let exercise = item.exercise.as_ref().and_then(|id| library().get(id)).unwrap();
        assert_eq!(exercise.level, Level::Beginner, "{}", exercise.id);
    }
}

#[test]
fn the_wished_skill_gets_more_room() {
    let share = |program: &Program| {
        let (mut wanted, mut all) = (0.0, 0.0);
        for (_, item) in program.units().flat_map(Unit::items) {
            let Some(exercise) = item.exercise.as_ref().and_then(|id| library().get(id)) else {
                continue;
            };
            let minutes = f32::from(item.minutes.unwrap_or(0));
            all += minutes;
            if super::history::weight(exercise, "groundwork") > 0.5 {
                wanted += minutes;
            }
        }
        wanted / all
    };
    let ground = judo(|p| p.skills = [("groundwork".into(), 1.0)].into_iter().collect());
    let falls = judo(|p| p.skills = [("falling".into(), 1.0)].into_iter().collect());
    assert!(share(&ground) > share(&falls) + 0.05, "{} {}", share(&ground), share(&falls));
}

#[test]
fn a_course_that_will_throw_begins_with_falling() {
    let program = judo(|_| {});
    for unit in program.units().take(3) {
        let mut ids = unit.exercises();
        let falls = ids.any(|id| library().get(id).is_some_and(|it| super::history::is_fall(it)));
        assert!(falls, "{}", unit.title);
    }
}
