//! The suite on SQLite, and several handles on one file.

use std::fs;
use std::path::Path;
use std::time::Duration;

use tempfile::TempDir;

use crate::domain::Visibility;
use crate::store::{Opened, PlanQuery, State, Store, StoreError};

use super::contract;
use super::fixture::{clubs, edit, insert, labels, unit, viewer};

/// A new database in a folder that goes with the first value.
pub(super) fn fresh() -> (TempDir, Store) {
    let folder = TempDir::new().unwrap();
    let (store, state) = open(&folder.path().join("deep/er/plan.db")).unwrap();
    assert_eq!(state, State::Created);
    (folder, store)
}

pub(super) fn open(path: &Path) -> Result<(Store, State), StoreError> {
    Store::open_within(path, Duration::from_millis(50))
        .map(|Opened { store, state }| (store, state))
}

macro_rules! suite {
    ($($module:ident { $($name:ident),+ $(,)? })+) => {$($(
        #[tokio::test]
        async fn $name() {
            let (_folder, store) = fresh();
            contract::$module::$name(store.clone()).await;
            store.check().await.unwrap();
        }
    )+)+};
}

suite! {
    models {
        calls_are_kept_and_added_up,
        consent_is_the_club_s_and_can_be_taken_back,
    }
    people {
        coaches_are_known_by_login,
        groups_and_athletes_are_kept,
    }
    exercises {
        the_library_is_installed_and_upgraded,
        versions_cover_each_other,
        an_association_releases_exercises,
        graphs_are_replaced_by_their_club,
        names_are_taught_and_forgotten,
        a_library_comes_in_as_a_whole,
    }
    plans {
        units_are_read_as_they_were_written,
        numbers_keep_their_last_digit,
        lists_run_by_date_with_tonight_last,
        archived_plans_leave_the_lists,
        frameworks_are_replaced_by_their_club,
        a_framework_is_changed_from_the_version_it_was_read_at,
    }
    programs {
        weeks_are_saved_one_by_one,
        saving_a_week_again_changes_nothing,
        a_week_is_replaced_unless_it_was_edited,
        a_week_is_saved_whole_or_not_at_all,
        an_archived_program_can_be_read,
    }
    offers {
        an_offer_is_in_no_list_until_it_is_taken,
        taking_is_taken_back_unless_a_coach_worked_on_it,
        a_single_unit_waits_as_well,
    }
    journal {
        edits_are_kept,
        steps_go_back_and_forth,
        undo_takes_the_next_step_only,
        a_conflict_shows_the_unit_as_it_is,
        undo_is_a_coachs_own,
        history_is_bounded,
    }
    jobs {
        jobs_are_run_by_one_process,
        a_cancelled_job_can_be_resumed,
    }
    imports {
        a_review_is_kept_until_it_ends,
        the_same_file_is_logged_once,
        the_retention_takes_texts_and_leaves_numbers,
        taught_names_count_what_met_them,
    }
    settings {
        the_place_is_remembered,
    }
    isolation {
        lists_hold_what_the_viewer_may_see,
        single_things_are_found_by_who_may_see_them,
        strangers_change_nothing,
        colleagues_share_what_is_the_clubs,
    }
}

#[tokio::test]
async fn everything_is_there_after_opening_again() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("plan.db");
    let ann = viewer("red-ann");
    let (store, _) = open(&path).unwrap();
    clubs(&store).await;
    store.add_unit(&ann, &unit("u1", Visibility::Club)).await.unwrap();
    let mut unit = store.unit(&ann, &"u1".into()).await.unwrap();
    for (at, item) in ["a", "b"].into_iter().enumerate() {
        edit(&store, &ann, &mut unit, insert(item, at)).await.unwrap();
    }
    let history = store.history(&ann, &"u1".into()).await.unwrap();
    let other = store.clone();
    store.close().await;
    assert!(matches!(other.groups(&ann).await, Err(StoreError::Closed)));
    // closed properly, nothing is left to recover
    assert_eq!(names(folder.path()), ["plan.db"]);

    let (store, state) = open(&path).unwrap();
    assert_eq!(state, State::Existing);
    assert_eq!(store.unit(&ann, &"u1".into()).await.unwrap(), unit);
    assert_eq!(store.history(&ann, &"u1".into()).await.unwrap(), history);
}

#[tokio::test]
async fn two_handles_on_one_file_see_each_other() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("plan.db");
    let (here, _) = open(&path).unwrap();
    let (there, state) = open(&path).unwrap();
    assert_eq!(state, State::Existing);
    clubs(&here).await;
    let ann = viewer("red-ann");
    here.add_unit(&ann, &unit("u1", Visibility::Club)).await.unwrap();
    let seen = there.commits_elsewhere().await.unwrap();
    assert_eq!(there.commits_elsewhere().await.unwrap(), seen);
    let mut ours = here.unit(&ann, &"u1".into()).await.unwrap();
    let mut theirs = there.unit(&ann, &"u1".into()).await.unwrap();

    let before = here.commits_elsewhere().await.unwrap();
    edit(&here, &ann, &mut ours, insert("a", 0)).await.unwrap();
    assert_ne!(there.commits_elsewhere().await.unwrap(), seen);
    assert_eq!(here.commits_elsewhere().await.unwrap(), before, "one's own do not count");
    let refused = edit(&there, &ann, &mut theirs, insert("b", 0)).await;
    let Err(StoreError::Conflict { current }) = refused else { panic!("{refused:?}") };
    assert_eq!(labels(&current.document), ["a"]);
}

/// Many writers on two handles: every confirmed edit is there, in versions without a gap.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn writers_take_turns() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("plan.db");
    let (here, _) = open(&path).unwrap();
    let (there, _) = open(&path).unwrap();
    clubs(&here).await;
    here.add_unit(&viewer("red-ann"), &unit("u1", Visibility::Club)).await.unwrap();
    let mut writers = Vec::new();
    for (number, store) in [&here, &there, &here, &there].into_iter().enumerate() {
        let store = store.clone();
        writers.push(tokio::spawn(async move {
            let me = viewer(if number < 2 { "red-ann" } else { "red-bob" });
            let mut unit = store.unit(&me, &"u1".into()).await.unwrap();
            for round in 0..10 {
                loop {
                    let item = format!("w{number}-{round}");
                    match edit(&store, &me, &mut unit, insert(&item, 0)).await {
                        Ok(_) => break,
                        Err(StoreError::Conflict { current }) => unit = *current,
                        Err(error) => panic!("{error}"),
                    }
                }
            }
        }));
    }
    for writer in writers {
        writer.await.unwrap();
    }
    let unit = here.unit(&viewer("red-ann"), &"u1".into()).await.unwrap();
    assert_eq!((unit.document.items().count(), unit.version), (40, 41));
    here.check().await.unwrap();
}

/// Changes that wait together are committed together: one that fails takes none along.
#[tokio::test]
async fn neighbours_in_a_commit_do_not_share_failures() {
    let (_folder, store) = fresh();
    clubs(&store).await;
    let mut writers = tokio::task::JoinSet::new();
    for number in 0..200 {
        let store = store.clone();
        writers.spawn(async move {
            let unit = unit(&format!("u{}", number % 50), Visibility::Club);
            store.add_unit(&viewer("red-ann"), &unit).await
        });
    }
    let outcomes = writers.join_all().await;
    assert_eq!(outcomes.iter().filter(|outcome| outcome.is_ok()).count(), 50);
    let taken =
        |outcome: &&Result<u32, StoreError>| matches!(outcome, Err(StoreError::Taken { .. }));
    assert_eq!(outcomes.iter().filter(taken).count(), 150);
    let all = PlanQuery::default();
    assert_eq!(store.plans(&viewer("red-ann"), &all).await.unwrap().len(), 50);
    store.check().await.unwrap();
}

/// The files in a folder, by name.
pub(super) fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

/// The statements themselves: each that reads or changes rows of somebody names one of the
/// conditions of `visible.rs`. (That each binds the viewer's club is checked when it runs.)
#[test]
fn every_statement_asks_who_may() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/store/sqlite");
    let conditions = ["readable!", "listed!", "writable!", "of_club!", "of_coach!"];
    let mut seen = 0;
    for name in names(&folder) {
        let text = fs::read_to_string(folder.join(&name)).unwrap_or_default();
        for call in text.split("scope.").skip(1) {
            let reads = ["all(", "first(", "change("].iter().any(|verb| {
                call.strip_prefix(verb)
                    .is_some_and(|rest| rest.trim_start().starts_with(['"', 'c']))
            });
            if !reads {
                continue;
            }
            seen += 1;
            let statement = call.split("&[").next().unwrap();
            // rows are put under the viewer's own club and coach; an upsert's key holds both
            let inserts = statement.contains("INSERT") && statement.contains(":club");
            assert!(
                inserts || conditions.iter().any(|condition| statement.contains(condition)),
                "{name}: {statement}"
            );
        }
    }
    assert!(seen > 40, "only {seen} statements were found");
}
