//! Doses as text: which cannot be read, and what the parts of a combination add up to.

use crate::domain::{Category, Exercise, ExerciseKind, Goal, Muscle, Part};
use crate::library::sample::{drill, library};
use crate::training::{check_doses, round_seconds, worked_muscles};

fn part(exercise: &str, dose: &str) -> Part {
    Part { exercise: exercise.into(), dose: dose.to_owned() }
}

fn lift(id: &str, primary: &[Muscle], secondary: &[Muscle]) -> Exercise {
    let mut lift = drill(id, id, id);
    lift.category = Category::Strength;
    (lift.primary, lift.secondary) = (primary.to_vec(), secondary.to_vec());
    lift
}

fn complex(parts: Vec<Part>) -> Exercise {
    Exercise { kind: ExerciseKind::Combination(parts), ..drill("complex", "complex", "Komplex") }
}

#[test]
fn doses_nobody_can_read_are_found() {
    let mut a = drill("a", "a", "a");
    a.doses.insert(Goal::General, "3x8 RIR2".to_owned());
    a.doses.insert(Goal::Power, "as many as it takes".to_owned());
    let whole = complex(vec![part("a", ""), part("a", "seven-ish")]);
    let findings = check_doses(&library(vec![a, whole], vec![]));
    let paths: Vec<&str> = findings.iter().map(|finding| finding.path.as_str()).collect();
    assert_eq!(paths, ["exercises/a/dose/power", "exercises/complex/parts/a"]);
}

#[test]
fn parts_add_up_to_the_time_of_a_round() {
    let a = lift("a", &[], &[]);
    let simple = library(vec![a.clone()], vec![]);
    assert_eq!(round_seconds(&a, &simple), None);
    let seconds = |parts: Vec<Part>| {
        let whole = complex(parts);
        let library = library(vec![a.clone(), whole.clone()], vec![]);
        round_seconds(&whole, &library).unwrap()
    };
    let one = seconds(vec![part("a", "5")]);
    assert!(one > 0.0);
    assert!(seconds(vec![part("a", "10")]) > one);
    assert!(seconds(vec![part("a", "5"), part("a", "5")]) > 2.0 * one);
    // a rest that is written counts
    assert!(seconds(vec![part("a", "3x5 rest 1:00")]) > seconds(vec![part("a", "3x5")]) + 59.0);
}

#[test]
fn a_combination_that_names_no_muscle_works_those_of_its_parts() {
    let a = lift("a", &[Muscle::Quads], &[Muscle::Glutes]);
    let b = lift("b", &[Muscle::Chest, Muscle::Quads], &[Muscle::Triceps, Muscle::Glutes]);
    let whole = complex(vec![part("a", "1"), part("b", "1")]);
    let library = library(vec![a.clone(), b, whole.clone()], vec![]);
    let (primary, secondary) = worked_muscles(&whole, &library);
    assert_eq!(primary, [Muscle::Quads, Muscle::Chest]);
    assert_eq!(secondary, [Muscle::Glutes, Muscle::Triceps]);
    assert_eq!(worked_muscles(&a, &library), (a.primary.clone(), a.secondary.clone()));
}
