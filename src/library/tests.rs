//! Holds the library to its promises: it finds by id and by graph, refuses what does not fit together,
//! and the built-in data keeps the hard rules.

use crate::domain::{
    CatalogueKind, Catalogues, Category, EquipmentId, ExerciseId, Lang, Level, Pattern, SkillId,
};
use crate::language::Catalogue;
use crate::library::sample::{catalogues, drill, graph, library, skills};
use crate::library::{Gravity, Library, LibraryError, builtin, check, check_coverage};

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
    let hard: Vec<String> = [check(&library), check_coverage(&library)]
        .concat()
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
    for path in ["exercises/d/dose", "exercises/d/minutes", "exercises/d/aliases_de"] {
        assert!(soft.iter().any(|found| found == path), "{path}");
    }
}

/// The rules that find something, by path.
fn rules(findings: &[crate::library::Finding]) -> Vec<(&str, &str)> {
    findings.iter().map(|found| (found.path.as_str(), found.message.id.as_ref())).collect()
}

#[test]
fn a_library_that_is_too_small_or_one_sided_is_found() {
    let library = library(vec![drill("d", "D", "E")], vec![]);
    let findings = check_coverage(&library);
    assert!(findings.iter().all(|found| found.gravity == Gravity::Hard));
    let found = rules(&findings);
    for planted in [
        ("exercises", "library-check-few-exercises"),
        ("graphs", "library-check-few-graphs"),
        ("graphs/edges", "library-check-few-edges"),
        ("catalogues/skills/falling", "library-check-rare-skill"),
        ("catalogues/equipment/tatami", "library-check-unused-equipment"),
        ("patterns/squat/barbell", "library-check-empty-cell"),
    ] {
        assert!(found.contains(&planted), "{planted:?}");
    }
    assert!(!found.iter().any(|(path, _)| *path == "catalogues/equipment/none"));
}

/// A defect planted into the built-in data, and the path and rule that must find it.
#[test]
fn each_defect_planted_into_the_built_in_data_is_found() {
    type Plant = fn(&mut crate::library::LibraryData);
    let at = |data: &mut crate::library::LibraryData, id: &str| {
        data.exercises.iter().position(|exercise| exercise.id.as_str() == id).unwrap()
    };
    let plants: &[(Plant, &str, &str)] = &[
        (
            |data| data.exercises[0].aliases.de.push("Bench-Press".into()),
            "/names",
            "library-check-shared-name",
        ),
        (|data| data.exercises[0].name.de = "  ".into(), "/names", "library-check-empty-name"),
        (|data| data.exercises[0].fact.en.clear(), "/fact", "library-check-fact"),
        (
            |data| data.exercises[0].fact = data.exercises[1].fact.clone(),
            "/fact",
            "library-check-same-fact",
        ),
        (|data| data.graphs[0].edges[0].harder.de.clear(), "graphs/", "library-check-silent-edge"),
        (
            |data| {
                let step = data.graphs[0].edges[0].harder.clone();
                data.graphs[0].edges.iter_mut().for_each(|edge| edge.harder = step.clone());
            },
            "graphs/",
            "library-check-same-step",
        ),
        (
            |data| {
                data.exercises
                    .retain(|e| !e.equipment.iter().flatten().any(|t| t.as_str() == "tire"));
            },
            "catalogues/equipment/tire",
            "library-check-unused-equipment",
        ),
    ];
    for (plant, path, rule) in plants {
        let mut data = builtin().unwrap();
        plant(&mut data);
        // what an edge or part leads to may be gone with a planted removal
        let there: std::collections::BTreeSet<ExerciseId> =
            data.exercises.iter().map(|exercise| exercise.id.clone()).collect();
        for graph in &mut data.graphs {
            graph.edges.retain(|edge| there.contains(&edge.from) && there.contains(&edge.to));
        }
        let library = Library::from_data(data).unwrap();
        let findings = [check(&library), check_coverage(&library)].concat();
        let found = rules(&findings);
        assert!(found.iter().any(|(p, r)| p.contains(path) && r == rule), "{rule}: {found:?}");
    }
    // a part that is harder, older or more delicate than the whole
    let mut data = builtin().unwrap();
    let bear = at(&mut data, "bear_complex");
    data.exercises[bear].level = Level::Beginner;
    data.exercises[bear].min_age = 3;
    data.exercises[bear].contra.clear();
    let findings = check(&Library::from_data(data).unwrap());
    let found = rules(&findings);
    for (field, rule) in [
        ("level", "library-check-part-level"),
        ("min_age", "library-check-part-age"),
        ("contra", "library-check-part-contra"),
    ] {
        let path = format!("exercises/bear_complex/{field}");
        assert!(found.contains(&(path.as_str(), rule)), "{rule}");
    }
}

#[test]
fn more_than_three_that_differ_in_equipment_only_are_listed() {
    let lift = |id: &str, en: &str, thing: &str| {
        let mut lift = drill(id, en, id);
        lift.equipment = vec![vec![thing.into()]];
        lift
    };
    let mut lifts = vec![
        lift("a", "Barbell curl", "barbell"),
        lift("b", "Dumbbell curl", "dumbbell"),
        lift("c", "Cable curl", "cable"),
    ];
    let rule = "library-check-only-equipment";
    let listed = |lifts: Vec<_>| {
        let findings = check(&library(lifts, vec![]));
        findings.iter().filter(|found| found.message.id == rule).count()
    };
    assert_eq!(listed(lifts.clone()), 0);
    lifts.push(lift("d", "Kettlebell curls", "kettlebell"));
    assert_eq!(listed(lifts), 1);
}

#[test]
fn a_filter_takes_any_value_of_a_facet_and_every_facet() {
    use crate::domain::Visibility;
    use crate::library::Filter;
    let mut roll = drill("roll", "Roll", "Rolle");
    roll.skills = skills(&[("rolling", 1.0)]);
    roll.target_groups = vec!["kids_older".into()];
    let mut tatami = drill("tatami", "Tatami", "Matte");
    tatami.equipment = vec![vec!["tatami".into()]];
    let mut gone = drill("gone", "Gone", "Weg");
    gone.visibility = Visibility::Archived;
    let library = library(vec![roll, tatami, gone], vec![]);
    let listed = |filter: Filter| ids(library.exercises().iter().filter(|e| filter.admits(e)));
    assert_eq!(listed(Filter::default()), ["roll", "tatami"]);
    let things = |list: &[&str]| list.iter().map(|id| EquipmentId::from(*id)).collect();
    let by = |equipment| Filter { equipment: things(equipment), ..Filter::default() };
    assert_eq!(listed(by(&["tatami"])), ["tatami"]);
    assert_eq!(listed(by(&["none"])), ["roll"]);
    assert_eq!(listed(by(&["none", "tatami"])), ["roll", "tatami"]);
    let skills = vec![SkillId::from("rolling")];
    assert_eq!(listed(Filter { skills, ..by(&["tatami"]) }), [""; 0]);
    let groups = |id: &str| Filter { target_groups: vec![id.into()], ..Filter::default() };
    assert_eq!(listed(groups("adults")), ["tatami"]);
    let archived = Filter { visibilities: vec![Visibility::Archived], ..Filter::default() };
    assert_eq!(listed(archived), ["gone"]);
}

#[test]
fn a_record_holds_everything_an_exercise_does() {
    use crate::domain::{Exercise, Origin};
    use crate::library::Record;
    for mut exercise in builtin().unwrap().exercises {
        assert_eq!(Exercise::from(Record::from(&exercise)), exercise);
        exercise.origin = Origin::Imported { source: "s".into(), licence: "l".into() };
        assert_eq!(Exercise::from(Record::from(&exercise)), exercise);
    }
}

#[test]
fn every_exercise_is_found_by_its_id_and_nothing_else_is() {
    let library = Library::from_data(builtin().unwrap()).unwrap();
    for (at, exercise) in library.exercises().iter().enumerate() {
        assert_eq!(library.position(&exercise.id), Some(at));
        let other = ExerciseId::new(format!("{}_", exercise.id));
        assert_eq!(library.position(&other), None);
    }
    let nothing = Library::new(Vec::new(), Vec::new(), Catalogues::default()).unwrap();
    assert_eq!(nothing.position(&"squat".into()), None);
}
