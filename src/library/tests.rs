//! Holds the library to its promises: it finds by id and by graph, refuses what does not fit together,
//! and the built-in data keeps the hard rules.

use crate::domain::{
    CatalogueKind, Category, EquipmentId, ExerciseId, Lang, Level, Pattern, SkillId,
};
use crate::language::Catalogue;
use crate::library::sample::{catalogues, drill, graph, library, skills};
use crate::library::{Gravity, Library, LibraryError, builtin, check};

fn ids<'a>(
    exercises: impl Iterator<Item = &'a std::sync::Arc<crate::domain::Exercise>>,
) -> Vec<&'a str> {
    exercises.map(|exercise| exercise.id.as_str()).collect()
}

#[test]
fn the_built_in_data_makes_a_library() {
    let data = builtin().unwrap();
    assert_eq!(data.catalogues.list(CatalogueKind::Muscles).len(), 26);
    let count = data.exercises.len();
    let library = Library::from_data(data).unwrap();
    assert_eq!(library.exercises().len(), count);
    assert!(library.exercises().is_sorted_by(|a, b| a.id < b.id));
}

#[test]
fn exercises_are_found_by_id_and_by_what_they_share() {
    let mut roll = drill("roll", "Roll", "Rolle");
    roll.skills = skills(&[("rolling", 1.0), ("courage", 0.5)]);
    roll.equipment = vec![vec!["tatami".into()], vec!["mat".into(), "tatami".into()]];
    let mut squat = drill("squat", "Squat", "Kniebeuge");
    (squat.category, squat.patterns) = (Category::Strength, vec![Pattern::Squat]);
    squat.skills = skills(&[("courage", 0.2)]);
    let library = library(vec![squat, roll], vec![]);

    assert_eq!(library.get(&ExerciseId::from("roll")).unwrap().name.de, "Rolle");
    assert_eq!(library.position(&ExerciseId::from("squat")), Some(1));
    assert_eq!(library.get(&ExerciseId::from("rolls")), None);
    assert_eq!(ids(library.in_category(Category::Strength)), ["squat"]);
    assert_eq!(ids(library.with_pattern(Pattern::Technique)), ["roll"]);
    assert_eq!(ids(library.with_skill(&SkillId::from("courage"))), ["roll", "squat"]);
    assert_eq!(ids(library.with_equipment(&EquipmentId::from("tatami"))), ["roll"]);
}

#[test]
fn successors_and_prerequisites_come_from_all_graphs() {
    let drills = ["a", "b", "c"].map(|id| drill(id, id, id)).to_vec();
    let graphs = vec![graph("two", &[("a", "c")]), graph("one", &[("a", "b"), ("b", "c")])];
    let library = library(drills, graphs);
    let pairs = |found: Vec<(&crate::domain::ProgressionGraph, &crate::domain::Edge)>| {
        found
            .iter()
            .map(|(graph, edge)| format!("{}: {}-{}", graph.id, edge.from, edge.to))
            .collect::<Vec<_>>()
    };
    assert_eq!(pairs(library.successors(&"a".into())), ["one: a-b", "two: a-c"]);
    assert_eq!(pairs(library.prerequisites(&"c".into())), ["one: b-c", "two: a-c"]);
    assert!(library.successors(&"c".into()).is_empty());
    assert!(library.successors(&"unknown".into()).is_empty());
}

#[test]
fn what_does_not_fit_is_named() {
    let drills = || ["a", "b", "c"].map(|id| drill(id, id, id)).to_vec();
    let refused = |exercises, graphs| Library::new(exercises, graphs, catalogues()).unwrap_err();

    let twice = [drills(), drills()].concat();
    assert_eq!(refused(twice, vec![]), LibraryError::Duplicate { path: "exercises/a".into() });

    let mut odd = drills();
    odd[1].equipment = vec![vec!["time_machine".into()]];
    let error = LibraryError::UnknownEntry {
        path: "exercises/b/equipment".into(),
        id: "time_machine".into(),
    };
    assert_eq!(refused(odd, vec![]), error);

    let nowhere = graph("g", &[("a", "b"), ("b", "z")]);
    let error = LibraryError::UnknownExercise { path: "graphs/g/b->z".into(), id: "z".into() };
    assert_eq!(refused(drills(), vec![nowhere]), error);

    let mut hard = drills();
    hard[0].level = Level::Advanced;
    let falls = LibraryError::LevelFalls { path: "graphs/g/a->b".into() };
    assert_eq!(refused(hard, vec![graph("g", &[("a", "b")])]), falls);

    let mut old = drills();
    old[0].min_age = 14;
    let falls = LibraryError::AgeFalls { path: "graphs/g/a->b".into() };
    assert_eq!(refused(old, vec![graph("g", &[("a", "b")])]), falls);
}

#[test]
fn a_cycle_over_two_graphs_is_refused() {
    let drills = ["a", "b", "c", "d"].map(|id| drill(id, id, id)).to_vec();
    let graphs =
        vec![graph("one", &[("d", "a"), ("a", "b")]), graph("two", &[("b", "c"), ("c", "a")])];
    let error = Library::new(drills, graphs, catalogues()).unwrap_err();
    assert_eq!(error, LibraryError::Cycle { graph: "one".into(), exercise: "a".into() });
}

#[test]
fn the_hash_follows_content_not_order() {
    let [a, b] = ["a", "b"].map(|id| drill(id, id, id));
    let one = library(vec![a.clone(), b.clone()], vec![]);
    let other = library(vec![b.clone(), a.clone()], vec![]);
    assert_eq!(one.hash(), other.hash());
    assert_eq!(one.hash().len(), 64);
    let mut changed = a;
    changed.fact.de.push('!');
    assert_ne!(one.hash(), library(vec![changed, b], vec![]).hash());
}

/// Paths of the findings of one gravity.
fn findings(library: &Library, gravity: Gravity) -> Vec<String> {
    check(library).into_iter().filter(|f| f.gravity == gravity).map(|f| f.path).collect()
}

#[test]
fn the_built_in_library_keeps_the_hard_rules() {
    let library = Library::from_data(builtin().unwrap()).unwrap();
    let hard: Vec<String> = check(&library)
        .iter()
        .filter(|finding| finding.gravity == Gravity::Hard)
        .map(|f| format!("{}: {}", f.path, Catalogue::load(Lang::En).text(&f.message)))
        .collect();
    assert!(hard.is_empty(), "{} findings:\n{}", hard.len(), hard.join("\n"));
}

#[test]
fn names_that_lead_to_two_exercises_are_found() {
    let mut rolls = drill("rolls", "Rolls", "Rollen");
    rolls.aliases.de.push("Péndel-Läufe".into());
    let runs = drill("runs", "Pendel Laufe", "Läufe");
    let library = library(vec![rolls, runs], vec![]);
    assert_eq!(findings(&library, Gravity::Hard), ["exercises/runs/names"]);
}

#[test]
fn single_exercises_are_looked_at() {
    let mut drill = drill("d", "D", "E");
    drill.fact.de = "ä".repeat(141);
    drill.skills = skills(&[("falling", 1.5)]);
    let mut lift = crate::library::sample::drill("l", "L", "M");
    lift.category = Category::Power;
    lift.patterns.clear();
    let library = library(vec![drill, lift], vec![]);
    let hard =
        ["exercises/d/fact", "exercises/d/skills", "exercises/l/patterns", "exercises/l/primary"];
    assert_eq!(findings(&library, Gravity::Hard), hard);
    let soft = findings(&library, Gravity::Soft);
    for path in [
        "exercises/d/dose",
        "exercises/d/minutes",
        "catalogues/skills/falling",
        "catalogues/equipment/tatami",
        "patterns/squat/barbell",
    ] {
        assert!(soft.iter().any(|found| found == path), "{path}");
    }
    assert!(!soft.iter().any(|found| found == "catalogues/equipment/none"));
}
