//! The demo against the real library and a real store.

use std::collections::BTreeSet;

use jiff::civil::date;
use tempfile::TempDir;

use crate::domain::{CoachId, EquipmentId, Lang, Owner, SectionKind, Unit, Viewer};
use crate::library::{Library, builtin};
use crate::runtime::seed::{admit, seed};
use crate::store::{FirstClub, Opened, PlanKind, PlanQuery, Seeded, Store};

use super::{FirstStart, Throwaway, starter};

fn library() -> Library {
    Library::from_data(builtin().unwrap()).unwrap()
}

fn first(lang: Lang) -> FirstStart {
    FirstStart {
        login: CoachId::new("ann"),
        name: "Ann".to_owned(),
        lang,
        today: date(2026, 3, 20),
    }
}

fn of_group(units: &[Unit]) -> Vec<&Unit> {
    units.iter().filter(|unit| matches!(unit.owner, Owner::Group(_))).collect()
}

/// Every exercise and every dose is there, in both languages: nothing else can fail in telling.
#[test]
fn the_demo_can_be_told_in_both_languages() {
    let library = library();
    for lang in Lang::ALL {
        let demo = starter(&library, &first(lang)).unwrap();
        assert_eq!(demo.units.len(), 12);
        assert!(demo.units.iter().all(|unit| !unit.title.is_empty()));
        assert!(demo.frameworks[0].slots.iter().all(|slot| !slot.notes.is_empty()));
    }
    let german = starter(&library, &first(Lang::De)).unwrap();
    assert_eq!(german.frameworks[0].title, "Von der Fallschule zu den ersten Würfen");
}

#[test]
fn the_children_can_do_what_is_planned_for_them() {
    let library = library();
    let demo = starter(&library, &first(Lang::En)).unwrap();
    let group = &demo.groups[0];
    assert_eq!(group.level_mix.values().sum::<u16>(), group.size);
    let here: BTreeSet<&EquipmentId> = group.equipment.iter().collect();
    assert!(!here.contains(&EquipmentId::new("soft_mat")));
    for unit in of_group(&demo.units) {
        for id in unit.exercises() {
            let exercise = library.get(id).unwrap();
            assert!(exercise.min_age <= group.age_min, "{id}");
            assert!(exercise.possible_with(|thing| here.contains(thing)), "{id}");
        }
    }
}

#[test]
fn tonight_is_half_planned() {
    let demo = starter(&library(), &first(Lang::En)).unwrap();
    let tonight = demo.units.last().unwrap();
    assert_eq!(demo.bookmark.unwrap().unit.as_ref(), Some(&tonight.id));
    assert_eq!(tonight.date, Some(date(2026, 3, 20)));
    let minutes: u16 = tonight.sections.iter().filter_map(|section| section.minutes).sum();
    assert_eq!(Some(minutes), tonight.minutes);
    let main = tonight.sections.iter().find(|part| part.kind == SectionKind::Main).unwrap();
    assert!(main.items.is_empty());
    let filled = tonight.slot.as_ref().unwrap();
    assert!(demo.frameworks[0].slot(&filled.1).is_some());
    // what was done lies behind, in slots one to four
    let past: Vec<&Unit> = of_group(&demo.units).into_iter().filter(|unit| unit.done).collect();
    assert_eq!(past.len(), 4);
    for (number, unit) in (1..).zip(past) {
        assert!(unit.date < tonight.date);
        assert_eq!(unit.slot.as_ref().unwrap().1.as_str(), format!("slot-{number}"));
    }
}

#[tokio::test]
async fn the_first_start_seeds_and_the_second_finds_everything() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("plan.db");
    let library = library();
    let Opened { store, .. } = Store::open(&path).unwrap();
    let seeded = seed(&store, library.hash(), || Ok(&library), &first(Lang::De)).await.unwrap();
    assert_eq!(seeded.club, FirstClub::Made);
    assert_eq!(seeded.library.added, library.exercises().len());
    let ann = admit(&store, &CoachId::new("ann"), "Ann").await.unwrap();
    store.close().await;

    let Opened { store, .. } = Store::open(&path).unwrap();
    assert_eq!(
        seed(&store, library.hash(), || Ok(&library), &first(Lang::De)).await.unwrap(),
        Seeded::default()
    );
    let stored = store.exercises(&ann).await.unwrap();
    let built_in: Vec<_> =
        library.exercises().iter().map(|exercise| (**exercise).clone()).collect();
    assert_eq!(stored, built_in);
    assert_eq!(store.exercise_changes(&ann).await.unwrap(), []);
    assert_eq!(store.graphs(&ann).await.unwrap(), library.graphs());

    let plans = store.plans(&ann, &PlanQuery::default()).await.unwrap();
    assert_eq!(plans.iter().filter(|plan| plan.kind == PlanKind::Unit).count(), 12);
    assert_eq!(plans.last().unwrap().id, "demo-judo-5");
    let place = store.bookmark(&ann).await.unwrap().unwrap();
    let tonight = store.unit(&ann, &place.unit.unwrap()).await.unwrap();
    assert_eq!(tonight.document.title, "Griff und Gleichgewichtsbruch");
    assert_eq!(store.athletes(&ann).await.unwrap()[0].profile.one_rm_kg.len(), 8);

    let bob = admit(&store, &CoachId::new("bob"), "Bob").await.unwrap();
    assert_eq!(bob, Viewer { coach: CoachId::new("bob"), club: ann.club.clone() });
    assert_eq!(admit(&store, &CoachId::new("bob"), "Bob").await.unwrap(), bob);
    store.check().await.unwrap();
}

/// An upgrade of the program changes built-in rows and leaves the clubs and their plans alone.
#[tokio::test]
async fn an_upgrade_leaves_people_and_plans_alone() {
    let folder = TempDir::new().unwrap();
    let Opened { store, .. } = Store::open(&folder.path().join("plan.db")).unwrap();
    let mut old = builtin().unwrap();
    old.exercises.iter_mut().for_each(|exercise| exercise.fact.en.push('!'));
    let old = Library::from_data(old).unwrap();
    seed(&store, old.hash(), || Ok(&old), &first(Lang::En)).await.unwrap();
    let ann = admit(&store, &CoachId::new("ann"), "Ann").await.unwrap();
    let mut ours = (**old.get(&"back_squat".into()).unwrap()).clone();
    ours.visibility = crate::domain::Visibility::Club;
    store.put_exercise(&ann, &ours).await.unwrap();

    let new = library();
    let seeded = seed(&store, new.hash(), || Ok(&new), &first(Lang::En)).await.unwrap();
    assert_eq!(seeded.club, FirstClub::Kept);
    assert_eq!(seeded.library.updated, new.exercises().len());
    assert_eq!(seeded.library.kept, ["back_squat".into()]);
    assert_eq!(store.exercise(&ann, &ours.id).await.unwrap(), ours);
    assert_eq!(store.plans(&ann, &PlanQuery::default()).await.unwrap().len(), 13);
}

#[tokio::test]
async fn a_throwaway_leaves_nothing_behind() {
    let root = TempDir::new().unwrap();
    let (one, two) =
        (Throwaway::below(root.path()).unwrap(), Throwaway::below(root.path()).unwrap());
    assert_ne!(one.database(), two.database());
    let Opened { store, .. } = Store::open(&one.database()).unwrap();
    seed(&store, library().hash(), || Ok(library()), &first(Lang::En)).await.unwrap();
    store.close().await;
    drop((one, two));
    assert_eq!(std::fs::read_dir(root.path()).unwrap().count(), 0);
}
