//! Each wish changes the plan in its own way: equipment, injuries, days, minutes, level, goal, age,
//! maxima, start date, language.

use super::{library, plan};
use crate::domain::{
    AthleteProfile, Basis, Contraindication, Exercise, Goal, GroupProfile, Lang, Level, Load,
    Profile, Program, Quantity, Unit, WeekPhase,
};
use crate::planner::{PlannerError, compose, outline, program, week};
use crate::training::unit_minutes;

fn athlete(change: impl FnOnce(&mut AthleteProfile)) -> Program {
    let mut profile = AthleteProfile::default();
    change(&mut profile);
    plan(&Profile::Athlete(profile))
}

fn exercises(program: &Program) -> Vec<&'static Exercise> {
    program
        .units()
        .flat_map(Unit::exercises)
        .filter_map(|id| library().get(id))
        .map(AsRef::as_ref)
        .collect()
}

fn sets(unit: &Unit) -> u16 {
    unit.items().filter_map(|(_, item)| item.prescription.set_count()).sum()
}

#[test]
fn equipment_decides_which_exercises_come() {
    let gym = athlete(|_| {});
    let home = athlete(|p| p.equipment = Some(vec!["dumbbell".into()]));
    let needs = |program: &Program, thing: &str| {
        exercises(program).iter().any(|found| {
            found.equipment.iter().all(|set| set.iter().any(|id| id.as_str() == thing))
                && !found.equipment.is_empty()
        })
    };
    assert!(needs(&gym, "barbell"));
    assert!(!needs(&home, "barbell"));
    for exercise in exercises(&home) {
        let there = |id: &crate::domain::EquipmentId| id.as_str() == "dumbbell";
        assert!(exercise.possible_with(there), "{}", exercise.id);
    }
}

#[test]
fn injuries_are_spared() {
    for injury in [Contraindication::Knee, Contraindication::Shoulder, Contraindication::LowBack] {
        let program = athlete(|p| p.injuries = vec![injury]);
        for exercise in exercises(&program) {
            assert!(!exercise.contra.contains(&injury), "{injury}: {}", exercise.id);
        }
    }
}

#[test]
fn days_and_weeks_are_as_wished_and_a_beginner_is_held_back() {
    for days in 1..=5 {
        let program = athlete(|p| p.days_per_week = days);
        assert!(program.weeks.iter().all(|week| week.units.len() == usize::from(days)), "{days}");
    }
    let eager = athlete(|p| p.days_per_week = 6);
    assert_eq!(eager.profile.days_per_week(), 4);
    assert!(eager.notes.iter().any(|note| note.id == "note-fewer-days"));
    let strong = athlete(|p| (p.days_per_week, p.level, p.weeks) = (7, Level::Advanced, 52));
    assert_eq!(strong.weeks.len(), 52);
    assert!(strong.weeks.iter().all(|week| week.units.len() == 7));
}

#[test]
fn minutes_decide_how_much_is_done() {
    let unit = |minutes| athlete(|p| p.minutes = minutes).weeks[0].units[0].clone();
    let (short, long) = (unit(25), unit(75));
    assert!(sets(&short) < sets(&long));
    assert!(unit_minutes(&short, library()) < 27.0);
}

#[test]
fn the_level_decides_deloads_and_rules() {
    let phases = |level| {
        let program = athlete(|p| p.level = level);
        program.weeks.iter().filter(|week| week.phase == WeekPhase::Deload).count()
    };
    assert_eq!(phases(Level::Beginner), 0);
    assert!(phases(Level::Intermediate) >= 2);
    let beginner = athlete(|_| {});
    assert!(exercises(&beginner).iter().all(|found| found.level <= Level::Beginner));
    let advanced = athlete(|p| p.level = Level::Advanced);
    assert!(exercises(&advanced).iter().any(|found| found.level > Level::Beginner));
}

#[test]
fn the_goal_decides_repetitions() {
    let reps = |goal| {
        let program = athlete(|p| (p.goal, p.level) = (goal, Level::Intermediate));
        let main = program.weeks[0].units[0]
            .sections
            .iter()
            .find(|section| section.kind.id() == "main")
            .unwrap()
            .clone();
        match &main.items[0].prescription.scheme {
            crate::domain::Scheme::Sets {
                work: crate::domain::Work::Reps { count, .. }, ..
            } => count.max,
            other => panic!("{other:?}"),
        }
    };
    let all: Vec<u16> =
        [Goal::Strength, Goal::StrengthHypertrophy, Goal::Hypertrophy, Goal::Endurance]
            .map(reps)
            .to_vec();
    assert!(all.windows(2).all(|pair| pair[0] < pair[1]), "{all:?}");
}

#[test]
fn every_goal_can_be_planned_at_every_level() {
    for goal in Goal::ALL {
        for level in [Level::Beginner, Level::Intermediate, Level::Advanced] {
            let program = athlete(|p| (p.goal, p.level, p.weeks) = (*goal, level, 6));
            assert_eq!(program.weeks.len(), 6, "{goal} {level}");
        }
    }
}

#[test]
fn kilograms_come_only_with_a_known_best_single_and_can_be_put_on() {
    let load = |program: &Program| -> Vec<f64> {
        program
            .units()
            .flat_map(Unit::items)
            .filter_map(|(_, item)| match item.prescription.load {
                Some(Load::Of { basis: Basis::Kg, amount: Quantity::Exactly(kg) }) => Some(kg),
                Some(Load::Of { .. }) => panic!("only kilograms are planned"),
                _ => None,
            })
            .collect()
    };
    assert!(load(&athlete(|_| {})).is_empty());
    let known = athlete(|p| p.one_rm_kg = [("back_squat".into(), 97.0)].into_iter().collect());
    let loads = load(&known);
    assert!(!loads.is_empty());
    for kg in &loads {
        assert!((kg / 2.5).fract().abs() < 1e-9 && *kg < 97.0, "{kg}");
    }
    assert!(loads.last() > loads.first(), "the load rises: {loads:?}");
}

#[test]
fn children_get_many_repetitions_and_plenty_in_reserve() {
    let program = athlete(|p| (p.age, p.level) = (Some(10), Level::Beginner));
    for (_, item) in program.units().flat_map(Unit::items) {
        let reps = match &item.prescription.scheme {
            crate::domain::Scheme::Sets {
                work: crate::domain::Work::Reps { count, .. }, ..
            } => count.min,
            _ => continue,
        };
        assert!(reps >= 10, "{}: {reps}", item.label.en);
        assert!(item.prescription.rir.is_none_or(|rir| rir.min >= 2.0), "{}", item.label.en);
    }
}

#[test]
fn conditions_that_need_clearance_cap_the_effort() {
    let program = athlete(|p| p.injuries = vec![Contraindication::Cardiac]);
    assert!(program.notes.iter().any(|note| note.id == "note-clearance"));
    for (_, item) in program.units().flat_map(Unit::items) {
        assert!(item.prescription.rir.is_none_or(|rir| rir.min >= 4.0), "{}", item.label.en);
    }
}

#[test]
fn dates_come_only_with_a_start() {
    let profile = Profile::Athlete(AthleteProfile::default());
    assert!(plan(&profile).units().all(|unit| unit.date.is_none()));
    let start = jiff::civil::date(2026, 3, 4);
    let outline = outline(&profile, library(), 1).unwrap().starting(Some(start));
    let weeks = (1..=2).map(|index| week(&outline, library(), index)).collect();
    let program = compose(&outline, weeks, crate::domain::Owner::Nobody);
    let dates: Vec<_> = program.units().filter_map(|unit| unit.date).collect();
    assert_eq!(dates.first(), Some(&start));
    assert_eq!(dates.get(3), Some(&jiff::civil::date(2026, 3, 11)));
}

#[test]
fn titles_are_written_in_the_language_of_the_profile() {
    let german = athlete(|p| (p.language, p.name) = (Some(Lang::De), "Jana".into()));
    assert!(german.title.ends_with("für Jana"), "{}", german.title);
    let unit = &german.weeks[0].units[0];
    assert_eq!(unit.title, "Ganzkörper A");
}

#[test]
fn nonsense_is_refused_by_name() {
    let refuse = |change: &dyn Fn(&mut AthleteProfile)| {
        let mut profile = AthleteProfile::default();
        change(&mut profile);
        program(&Profile::Athlete(profile), library(), 1).unwrap_err()
    };
    let range = |error: PlannerError, name: &str| match error {
        PlannerError::OutOfRange { field, .. } => assert_eq!(field, name),
        other => panic!("{other:?}"),
    };
    range(refuse(&|p| p.minutes = 0), "minutes");
    range(refuse(&|p| p.days_per_week = 8), "days_per_week");
    range(refuse(&|p| p.weeks = 0), "weeks");
    let unknown = refuse(&|p| p.equipment = Some(vec!["hoverboard".into()]));
    assert_eq!(unknown, PlannerError::UnknownId { field: "equipment", value: "hoverboard".into() });
    let lift = refuse(&|p| p.one_rm_kg = [("no_lift".into(), 50.0)].into_iter().collect());
    assert_eq!(lift, PlannerError::UnknownId { field: "one_rm_kg", value: "no_lift".into() });
    let group = GroupProfile { size: 1, ..GroupProfile::default() };
    range(program(&Profile::Group(group), library(), 1).unwrap_err(), "size");
}
