//! Programs week by week.

use crate::domain::Visibility;
use crate::store::{PlanKind, PlanQuery, ProgramState, SavedWeek, Store, StoreError, WeekExists};

use crate::store::tests::fixture::{clubs, edit, insert, program, unit, viewer, week};

pub(in crate::store::tests) async fn weeks_are_saved_one_by_one(store: Store) {
    clubs(&store).await;
    let ann = viewer("red-ann");
    let mut planned = program("p");
    store.start_program(&ann, &planned).await.unwrap();
    for index in [2, 1] {
        let saved =
            store.save_week(&ann, &planned.id, &week("p", index), WeekExists::Keep).await.unwrap();
        assert_eq!(saved, SavedWeek::Added);
    }
    planned.weeks = vec![week("p", 1), week("p", 2)];
    let read = store.program(&ann, &planned.id).await.unwrap();
    assert_eq!(read, planned);
    assert_eq!(read.missing_weeks(), [3]);
    assert_eq!(store.program_state(&ann, &planned.id).await.unwrap(), ProgramState::Open);
    store.finish_program(&ann, &planned.id).await.unwrap();
    assert_eq!(store.program_state(&ann, &planned.id).await.unwrap(), ProgramState::Finished);
    let query = PlanQuery { kind: Some(PlanKind::Program), ..PlanQuery::default() };
    assert!(store.plans(&ann, &query).await.unwrap()[0].done);
}

pub(in crate::store::tests) async fn saving_a_week_again_changes_nothing(store: Store) {
    clubs(&store).await;
    let ann = viewer("red-ann");
    let planned = program("p");
    store.start_program(&ann, &planned).await.unwrap();
    store.save_week(&ann, &planned.id, &week("p", 1), WeekExists::Keep).await.unwrap();
    let mut open = store.unit(&ann, &"p-1-1".into()).await.unwrap();
    edit(&store, &ann, &mut open, insert("mine", 0)).await.unwrap();
    let again = store.save_week(&ann, &planned.id, &week("p", 1), WeekExists::Keep).await.unwrap();
    assert_eq!(again, SavedWeek::Kept);
    assert_eq!(store.unit(&ann, &"p-1-1".into()).await.unwrap(), open);
    // starting again, as a resumed job does, keeps the weeks
    store.start_program(&ann, &planned).await.unwrap();
    assert_eq!(store.program(&ann, &planned.id).await.unwrap().weeks.len(), 1);
}

pub(in crate::store::tests) async fn a_week_is_replaced_unless_it_was_edited(store: Store) {
    clubs(&store).await;
    let ann = viewer("red-ann");
    let planned = program("p");
    store.start_program(&ann, &planned).await.unwrap();
    store.save_week(&ann, &planned.id, &week("p", 1), WeekExists::Keep).await.unwrap();
    let mut other = week("p", 1);
    other.units.truncate(1);
    other.units[0].title = "made anew".to_owned();
    let saved = store.save_week(&ann, &planned.id, &other, WeekExists::Replace).await.unwrap();
    assert_eq!(saved, SavedWeek::Replaced);
    assert_eq!(store.program(&ann, &planned.id).await.unwrap().weeks, [other]);

    let mut open = store.unit(&ann, &"p-1-1".into()).await.unwrap();
    edit(&store, &ann, &mut open, insert("mine", 0)).await.unwrap();
    let refused = store.save_week(&ann, &planned.id, &week("p", 1), WeekExists::Replace).await;
    let Err(StoreError::Conflict { current }) = refused else { panic!("{refused:?}") };
    assert_eq!(*current, open);
    assert_eq!(store.unit(&ann, &"p-1-1".into()).await.unwrap(), open);
}

pub(in crate::store::tests) async fn a_week_is_saved_whole_or_not_at_all(store: Store) {
    clubs(&store).await;
    let ann = viewer("red-ann");
    let planned = program("p");
    store.start_program(&ann, &planned).await.unwrap();
    let mut broken = week("p", 1);
    broken.units[1].place = None;
    let refused = store.save_week(&ann, &planned.id, &broken, WeekExists::Keep).await;
    assert!(refused.is_err());
    // another club's unit with the id of the second one: the first must not stay behind
    store.add_unit(&viewer("blue-cem"), &unit("p-1-3", Visibility::Club)).await.unwrap();
    let refused = store.save_week(&ann, &planned.id, &week("p", 1), WeekExists::Keep).await;
    assert!(refused.is_err(), "{refused:?}");
    assert_eq!(store.program(&ann, &planned.id).await.unwrap().weeks, []);
    assert!(store.unit(&ann, &"p-1-1".into()).await.is_err());
    let nowhere = store.save_week(&ann, &"q".into(), &week("q", 1), WeekExists::Keep).await;
    assert!(matches!(nowhere, Err(StoreError::NotFound { .. })), "{nowhere:?}");
}

pub(in crate::store::tests) async fn an_archived_program_can_be_read(store: Store) {
    clubs(&store).await;
    let ann = viewer("red-ann");
    let mut planned = program("p");
    planned.weeks.push(week("p", 1));
    store.start_program(&ann, &planned).await.unwrap();
    store.archive_program(&ann, &planned.id).await.unwrap();
    assert_eq!(store.plans(&ann, &PlanQuery::default()).await.unwrap(), []);
    assert_eq!(store.program(&ann, &planned.id).await.unwrap().weeks[0].units.len(), 2);
}
