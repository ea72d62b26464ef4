//! The built-in library, its upgrades, and what clubs and coaches make of it.

use crate::domain::{Bilingual, Exercise, Visibility};
use crate::store::{Alias, AliasOrigin, BuiltIn, Installed, Reach, Store, StoreError};

use crate::store::tests::fixture::{clubs, exercise, graph, viewer};

fn built_in(hash: &str, exercises: Vec<Exercise>) -> BuiltIn {
    BuiltIn { hash: hash.to_owned(), exercises, graphs: vec![graph("falls", "sit")] }
}

fn ids(exercises: &[Exercise]) -> Vec<&str> {
    exercises.iter().map(|exercise| exercise.id.as_str()).collect()
}

pub(in crate::store::tests) async fn the_library_is_installed_and_upgraded(store: Store) {
    clubs(&store).await;
    let ann = viewer("red-ann");
    assert_eq!(store.library_hash().await.unwrap(), None);
    let first = built_in(
        "1",
        ["bench", "row", "squat"].map(|id| exercise(id, Visibility::Official)).to_vec(),
    );
    let installed = store.install_library(first.clone()).await.unwrap();
    assert_eq!(installed, Installed { added: 3, ..Installed::default() });
    assert_eq!(store.install_library(first.clone()).await.unwrap(), Installed::default());
    assert_eq!(store.exercises(&ann).await.unwrap(), first.exercises);
    assert_eq!(store.graphs(&ann).await.unwrap(), first.graphs);

    let mut ours = exercise("squat", Visibility::Club);
    ours.name = Bilingual::new("Our squat", "Unsere Kniebeuge");
    store.put_exercise(&ann, &ours).await.unwrap();
    let mut squat = exercise("squat", Visibility::Official);
    squat.fact = Bilingual::same("new fact");
    let mut bench = exercise("bench", Visibility::Official);
    bench.fact = Bilingual::same("new fact");
    let second = built_in("2", vec![bench, squat.clone(), exercise("swing", Visibility::Official)]);
    let installed = store.install_library(second).await.unwrap();
    assert_eq!(
        installed,
        Installed { added: 1, updated: 2, retired: 1, kept: vec!["squat".into()] }
    );
    assert_eq!(store.library_hash().await.unwrap().as_deref(), Some("2"));
    let seen = store.exercises(&ann).await.unwrap();
    assert_eq!(ids(&seen), ["bench", "squat", "swing"]);
    assert_eq!(seen[1], ours);
    assert_eq!(store.exercises(&viewer("blue-cem")).await.unwrap()[1], squat);
    // plans that use it still find what no longer ships
    let retired = store.exercise(&ann, &"row".into()).await.unwrap();
    assert_eq!(retired.visibility, Visibility::Archived);
}

pub(in crate::store::tests) async fn versions_cover_each_other(store: Store) {
    clubs(&store).await;
    let (ann, bob, cem) = (viewer("red-ann"), viewer("red-bob"), viewer("blue-cem"));
    let library = built_in("1", vec![exercise("squat", Visibility::Official)]);
    store.install_library(library).await.unwrap();
    let named = |name: &str, visibility| Exercise {
        name: Bilingual::same(name),
        ..exercise("squat", visibility)
    };
    let seen = async |viewer| {
        let all = store.exercises(viewer).await.unwrap();
        all.into_iter().map(|exercise| exercise.name.en).collect::<Vec<_>>()
    };
    store.put_exercise(&ann, &named("club's", Visibility::Club)).await.unwrap();
    store.put_exercise(&ann, &named("ann's", Visibility::Private)).await.unwrap();
    assert_eq!(seen(&ann).await, ["ann's"]);
    assert_eq!(seen(&bob).await, ["club's"]);
    assert_eq!(seen(&cem).await, ["squat"]);
    // marked official by a club that may not release: stays in the club
    store.put_exercise(&ann, &named("official?", Visibility::Official)).await.unwrap();
    assert_eq!(seen(&ann).await, ["official?"]);
    assert_eq!(seen(&bob).await, ["official?"]);
    assert_eq!(seen(&cem).await, ["squat"]);
    assert_eq!(store.exercises(&bob).await.unwrap()[0].visibility, Visibility::Club);
    // archived for the club, not for others
    store.put_exercise(&bob, &named("gone", Visibility::Archived)).await.unwrap();
    assert_eq!(seen(&ann).await, Vec::<String>::new());
    assert_eq!(seen(&cem).await, ["squat"]);
    let changes = store.exercise_changes(&ann).await.unwrap();
    assert_eq!(changes[0].visibility, Visibility::Archived);
    assert_eq!(store.exercise_changes(&cem).await.unwrap(), []);
}

pub(in crate::store::tests) async fn an_association_releases_exercises(store: Store) {
    clubs(&store).await;
    let (ann, cem) = (viewer("red-ann"), viewer("blue-cem"));
    let library = built_in("1", vec![exercise("squat", Visibility::Official)]);
    store.install_library(library).await.unwrap();
    store.let_release(&"red".into()).await.unwrap();
    store.put_exercise(&ann, &exercise("crab", Visibility::Official)).await.unwrap();
    let mut theirs = exercise("squat", Visibility::Official);
    theirs.name = Bilingual::same("association's squat");
    store.put_exercise(&ann, &theirs).await.unwrap();
    // new ones reach everyone; built-in ones are nobody else's to change
    let seen = store.exercises(&cem).await.unwrap();
    assert_eq!(ids(&seen), ["crab", "squat"]);
    assert_eq!(seen[1].name.en, "squat");
    assert_eq!(ids(&store.exercise_changes(&cem).await.unwrap()), ["crab"]);
}

pub(in crate::store::tests) async fn graphs_are_replaced_by_their_club(store: Store) {
    clubs(&store).await;
    let (ann, cem) = (viewer("red-ann"), viewer("blue-cem"));
    store.install_library(built_in("1", Vec::new())).await.unwrap();
    let ours = graph("falls", "roll");
    store.put_graph(&ann, &ours).await.unwrap();
    assert_eq!(store.graphs(&ann).await.unwrap(), [ours]);
    assert_eq!(store.graphs(&cem).await.unwrap(), [graph("falls", "sit")]);
    store.drop_graph(&ann, &"falls".into()).await.unwrap();
    assert_eq!(store.graphs(&ann).await.unwrap(), [graph("falls", "sit")]);
    let built_in = store.drop_graph(&ann, &"falls".into()).await;
    assert!(matches!(built_in, Err(StoreError::NotFound { .. })));
}

pub(in crate::store::tests) async fn names_are_taught_and_forgotten(store: Store) {
    clubs(&store).await;
    let (ann, bob, cem) = (viewer("red-ann"), viewer("red-bob"), viewer("blue-cem"));
    let alias = |exercise: &str, reach| Alias {
        name: "KB".to_owned(),
        key: "kb".to_owned(),
        exercise: exercise.into(),
        reach,
        origin: AliasOrigin::Import { import: Some("j1".into()), line: Some(3) },
    };
    let club = Alias { origin: AliasOrigin::Hand, ..alias("kettlebell_swing", Reach::Club) };
    store.put_alias(&bob, &club).await.unwrap();
    let own = alias("back_squat", Reach::Coach);
    store.put_alias(&ann, &alias("front_squat", Reach::Coach)).await.unwrap();
    store.put_alias(&ann, &own).await.unwrap();
    // the coach's own stands before the club's
    assert_eq!(store.aliases(&ann).await.unwrap(), [own, club.clone()]);
    assert_eq!(store.aliases(&bob).await.unwrap(), std::slice::from_ref(&club));
    assert_eq!(store.aliases(&cem).await.unwrap(), []);
    store.forget_alias(&ann, "kb", Reach::Coach).await.unwrap();
    assert_eq!(store.aliases(&ann).await.unwrap(), [club]);
    assert!(store.forget_alias(&ann, "kb", Reach::Coach).await.is_err());
    assert!(store.forget_alias(&cem, "kb", Reach::Club).await.is_err());
}

pub(in crate::store::tests) async fn a_library_comes_in_as_a_whole(store: Store) {
    clubs(&store).await;
    let (ann, bob, cem) = (viewer("red-ann"), viewer("red-bob"), viewer("blue-cem"));
    let ours = vec![exercise("lift", Visibility::Club), exercise("mine", Visibility::Private)];
    let path = graph("path", "lift");
    store.put_library(&ann, ours, vec![path.clone()]).await.unwrap();
    let seen = async |viewer| store.exercise_changes(viewer).await.unwrap();
    assert_eq!(ids(&seen(&ann).await), ["lift", "mine"]);
    assert_eq!(ids(&seen(&bob).await), ["lift"]);
    assert!(seen(&cem).await.is_empty());
    assert_eq!(store.graph_changes(&bob).await.unwrap(), [path]);
    assert_eq!(store.graph_changes(&cem).await.unwrap(), []);
}
