//! Changes of a club's library over a real database.

use tempfile::TempDir;

use super::change;
use crate::app::library::{LibraryChange, Teaching};
use crate::domain::{
    Bilingual, CatalogueEntry, CatalogueKind, CoachId, Edge, Exercise, Explain, Goal, Lang, Level,
    Origin, ProgressionGraph, Viewer, Visibility,
};
use crate::library::{Library, LibraryData, builtin};
use crate::runtime::demo::FirstStart;
use crate::runtime::seed::{admit, seed};
use crate::runtime::{Services, stored_changes};
use crate::store::{Opened, Store};

fn first() -> FirstStart {
    FirstStart {
        login: CoachId::new("ann"),
        name: "Ann".to_owned(),
        lang: Lang::En,
        today: jiff::civil::date(2026, 11, 20),
    }
}

async fn seeded(data: LibraryData, store: &Store) -> Viewer {
    let library = Library::from_data(data).unwrap();
    seed(store, library.hash(), || Ok(&library), &first()).await.unwrap();
    admit(store, &CoachId::new("ann"), "Ann").await.unwrap()
}

fn open(folder: &TempDir) -> Store {
    let Opened { store, .. } = Store::open(&folder.path().join("plan.db")).unwrap();
    store
}

fn built_in(id: &str) -> Exercise {
    builtin().unwrap().exercises.into_iter().find(|it| it.id.as_str() == id).unwrap()
}

#[tokio::test]
async fn an_edit_of_a_built_in_exercise_counts_until_it_is_given_up() {
    let folder = TempDir::new().unwrap();
    let store = open(&folder);
    let ann = seeded(builtin().unwrap(), &store).await;
    let services = Services::new(store.clone());
    let before = services.shelf(&ann).await.unwrap();
    let mut ours = built_in("goblet_squat");
    ours.name = Bilingual::new("Our goblet squat", "Unser Goblet");
    ours.origin = Origin::Club;
    ours.visibility = Visibility::Club;
    let asked = LibraryChange::Exercise(Box::new(ours.clone()));
    change(&store, &ann, &asked).await.unwrap();
    services.renew();
    let after = services.shelf(&ann).await.unwrap();
    assert_eq!(**after.library.get(&ours.id).unwrap(), ours);
    assert_eq!(after.library.exercises().len(), before.library.exercises().len());

    change(&store, &ann, &LibraryChange::TakeBuiltIn(ours.id.clone())).await.unwrap();
    services.renew();
    let again = services.shelf(&ann).await.unwrap();
    assert_eq!(again.library.get(&ours.id), before.library.get(&ours.id));
    // nothing is left to give up, and an exercise of the club alone never goes that way
    assert!(change(&store, &ann, &LibraryChange::TakeBuiltIn(ours.id)).await.is_err());
}

#[tokio::test]
async fn what_does_not_fit_is_refused_and_nothing_is_written() {
    let folder = TempDir::new().unwrap();
    let store = open(&folder);
    let ann = seeded(builtin().unwrap(), &store).await;
    let mut unknown = built_in("goblet_squat");
    unknown.origin = Origin::Club;
    unknown.skills = [("juggling_knives".into(), 0.5)].into();
    let mut dose = built_in("goblet_squat");
    dose.doses = [(Goal::General, "3x@@".to_owned())].into();
    let edge = |from: &str, to: &str| Edge {
        from: from.into(),
        to: to.into(),
        harder: Bilingual::same("more"),
    };
    let graph = |edges: Vec<Edge>| {
        LibraryChange::Graph(Box::new(ProgressionGraph {
            id: "own_path".into(),
            name: Bilingual::same("Path"),
            focus: None,
            edges,
        }))
    };
    let data = builtin().unwrap();
    let level = |level| data.exercises.iter().find(|it| it.level == level).unwrap().id.to_string();
    let (easy, hard) = (level(Level::Beginner), level(Level::Advanced));
    let falls = format!("graphs/own_path/{hard}->{easy}");
    let refused = [
        (LibraryChange::Exercise(Box::new(unknown)), "juggling_knives"),
        (LibraryChange::Exercise(Box::new(dose)), "dose"),
        (graph(vec![edge("push_up", "push_up")]), "push_up"),
        (graph(vec![edge(&hard, &easy)]), falls.as_str()),
        (graph(vec![edge("push_up", "nobody_knows_it")]), "nobody_knows_it"),
    ];
    for (asked, culprit) in refused {
        let error = change(&store, &ann, &asked).await.unwrap_err();
        assert!(error.to_string().contains(culprit), "{error} names no {culprit}");
        assert!(!error.message().id.is_empty());
    }
    assert_eq!(stored_changes(&store, &ann).await.unwrap(), crate::library::Changes::default());
}

#[tokio::test]
async fn lists_and_progressions_of_the_club_are_part_of_the_library() {
    let folder = TempDir::new().unwrap();
    let store = open(&folder);
    let ann = seeded(builtin().unwrap(), &store).await;
    let skill = CatalogueEntry::own("juggling", Bilingual::new("Juggling", "Jonglieren"));
    let kind = CatalogueKind::Skills;
    let asked = LibraryChange::Entry(kind, Box::new(skill.clone()));
    change(&store, &ann, &asked).await.unwrap();
    let mut drill = built_in("tag_simple");
    drill.id = "own_three_balls".into();
    drill.name = Bilingual::new("Three balls", "Drei Bälle");
    drill.aliases = crate::domain::BilingualList::default();
    drill.origin = Origin::Club;
    drill.visibility = Visibility::Club;
    drill.skills = [("juggling".into(), 1.0)].into();
    change(&store, &ann, &LibraryChange::Exercise(Box::new(drill.clone()))).await.unwrap();
    let mut graph = builtin().unwrap().graphs.remove(0);
    let first = graph.edges[0].clone();
    graph.edges.push(Edge { from: "tag_simple".into(), to: drill.id.clone(), ..first });
    let graph_id = graph.id.clone();
    change(&store, &ann, &LibraryChange::Graph(Box::new(graph))).await.unwrap();
    let taught = LibraryChange::Teach("Ballzauber".into(), drill.id.clone(), Teaching::Club);
    change(&store, &ann, &taught).await.unwrap();

    let services = Services::new(store.clone());
    let library = services.shelf(&ann).await.unwrap().library.clone();
    assert_eq!(library.with_skill(&"juggling".into()).count(), 1);
    assert!(
        library
            .search("jonglieren", 50)
            .iter()
            .any(|found| { library.at(found.position).is_some_and(|it| it.id == drill.id) })
    );
    assert_eq!(library.prerequisites(&drill.id).len(), 1);
    let matcher = services.matcher(&ann).await.unwrap();
    assert_eq!(matcher.find("ballzauber", 1).candidates[0].id, drill.id.as_str());

    let archived = LibraryChange::Entry(kind, Box::new(skill.archived(true)));
    change(&store, &ann, &archived).await.unwrap();
    change(&store, &ann, &LibraryChange::DropGraph(graph_id)).await.unwrap();
    services.renew();
    let library = services.shelf(&ann).await.unwrap().library.clone();
    // what uses the skill still does
    assert_eq!(library.with_skill(&"juggling".into()).count(), 1);
    assert!(library.catalogues().entry(kind, "juggling").unwrap().is_archived());
    assert!(library.prerequisites(&drill.id).is_empty());
}

/// A library as it shipped before: one exercise fewer, one that was dropped since, one with another
/// sentence, one progression with a step that is gone.
fn older() -> LibraryData {
    let mut data = builtin().unwrap();
    data.exercises.retain(|exercise| exercise.id.as_str() != "ninety_ninety_switch");
    let mut dropped = data.exercises.iter().find(|it| it.id.as_str() == "plank").unwrap().clone();
    dropped.id = "old_favourite".into();
    dropped.name = Bilingual::new("Old favourite", "Alter Liebling");
    dropped.aliases = crate::domain::BilingualList::default();
    data.exercises.push(dropped);
    for exercise in &mut data.exercises {
        if ["goblet_squat", "push_up"].contains(&exercise.id.as_str()) {
            exercise.fact = Bilingual::same("As it was.");
        }
    }
    let gone: Vec<_> = data.exercises.iter().map(|it| it.id.clone()).collect();
    for graph in &mut data.graphs {
        graph.edges.retain(|edge| gone.contains(&edge.from) && gone.contains(&edge.to));
    }
    data
}

#[tokio::test]
async fn an_upgrade_keeps_club_edits_lists_them_and_loses_nothing() {
    let folder = TempDir::new().unwrap();
    let store = open(&folder);
    let ann = seeded(older(), &store).await;
    let old = |id: &str| older().exercises.into_iter().find(|it| it.id.as_str() == id).unwrap();
    for id in ["goblet_squat", "bench_press"] {
        let mut ours = old(id);
        ours.increment_kg = Some(7.5);
        ours.origin = Origin::Club;
        ours.visibility = Visibility::Club;
        store.put_exercise(&ann, &ours).await.unwrap();
    }
    assert!(store.kept_edits(&ann).await.unwrap().is_empty());

    let seeded = seeded_again(&store).await;
    assert_eq!((seeded.added, seeded.updated, seeded.retired), (1, 2, 1));
    let kept = store.kept_edits(&ann).await.unwrap();
    let listed: Vec<_> = kept
        .iter()
        .map(|edit| (edit.ours.id.as_str(), crate::library::differences(&edit.base, &edit.theirs)))
        .collect();
    assert_eq!(listed, [("goblet_squat", vec!["fact"])]);

    let services = Services::new(store.clone());
    let library = services.shelf(&ann).await.unwrap().library.clone();
    let shown = |id: &str| library.get(&id.into()).cloned();
    assert_eq!(shown("goblet_squat").unwrap().increment_kg, Some(7.5));
    assert_eq!(shown("bench_press").unwrap().increment_kg, Some(7.5));
    assert_eq!(shown("push_up").unwrap().fact, built_in("push_up").fact);
    assert_eq!(shown("old_favourite").unwrap().visibility, Visibility::Archived);
    assert!(shown("ninety_ninety_switch").is_some());

    // staying is remembered; taking brings the new one
    change(&store, &ann, &LibraryChange::KeepMine("goblet_squat".into())).await.unwrap();
    assert!(store.kept_edits(&ann).await.unwrap().is_empty());
    change(&store, &ann, &LibraryChange::TakeBuiltIn("goblet_squat".into())).await.unwrap();
    services.renew();
    let library = services.shelf(&ann).await.unwrap().library.clone();
    assert_eq!(library.get(&"goblet_squat".into()).unwrap().fact, built_in("goblet_squat").fact);
}

async fn seeded_again(store: &Store) -> crate::store::Installed {
    let library = Library::from_data(builtin().unwrap()).unwrap();
    seed(store, library.hash(), || Ok(&library), &first()).await.unwrap().library
}

#[tokio::test]
async fn a_step_of_the_club_survives_an_upgrade_and_new_steps_come_in() {
    let folder = TempDir::new().unwrap();
    let store = open(&folder);
    let full = builtin().unwrap();
    let target = full.graphs.iter().find(|graph| graph.edges.len() > 4).unwrap().clone();
    let mut old = full.clone();
    for graph in old.graphs.iter_mut().filter(|graph| graph.id == target.id) {
        graph.edges.pop();
    }
    let ann = seeded(old, &store).await;
    let mut ours = target.clone();
    ours.edges.pop();
    let out = ours.edges.remove(0);
    store.put_graph(&ann, &ours).await.unwrap();
    seeded_again(&store).await;
    let graphs = stored_changes(&store, &ann).await.unwrap().graphs;
    assert_eq!(graphs.len(), 1);
    let added = target.edges.last().unwrap();
    assert!(graphs[0].edges.contains(added), "the new step came in");
    assert!(!graphs[0].edges.contains(&out), "the step that was taken out stays out");
}
