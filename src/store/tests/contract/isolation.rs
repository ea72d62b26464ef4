//! Every query, asked by the coach who made a thing, a colleague, and a stranger.

use jiff::{SignedDuration, Timestamp};

use crate::domain::{Athlete, AthleteProfile, Message, Owner, Viewer, Visibility};
use crate::store::{
    Alias, AliasOrigin, Bookmark, Change, EntryId, ImportOutcome, ImportState, JobRequest,
    JobState, OpenImport, PlanQuery, Reach, Store, StoreError, WeekExists,
};

use crate::store::tests::fixture::{
    clubs, edit, exercise, framework, graph, group, insert, program, unit, viewer, week,
};

const REACHES: [(&str, Visibility); 3] = [
    ("private", Visibility::Private),
    ("club", Visibility::Club),
    ("official", Visibility::Official),
];

/// What ann of the red club, an association, made.
async fn fill(store: &Store) {
    clubs(store).await;
    store.let_release(&"red".into()).await.unwrap();
    let ann = viewer("red-ann");
    for (id, visibility) in REACHES {
        store.add_unit(&ann, &unit(&format!("u-{id}"), visibility)).await.unwrap();
        store.put_framework(&ann, &framework(&format!("f-{id}"), visibility)).await.unwrap();
        store.put_exercise(&ann, &exercise(&format!("e_{id}"), visibility)).await.unwrap();
    }
    store.put_group(&ann, &group("kids")).await.unwrap();
    let profile = AthleteProfile::default();
    let mia = Athlete { id: "mia".into(), name: "Mia".to_owned(), profile };
    store.put_athlete(&ann, &mia).await.unwrap();
    store.put_graph(&ann, &graph("falls", "sit")).await.unwrap();
    let mut planned = program("p");
    planned.weeks.push(week("p", 1));
    store.start_program(&ann, &planned).await.unwrap();
    for reach in [Reach::Coach, Reach::Club] {
        let alias = Alias {
            name: "KB".to_owned(),
            key: format!("kb {reach:?}"),
            exercise: "e_club".into(),
            reach,
            origin: AliasOrigin::Hand,
        };
        store.put_alias(&ann, &alias).await.unwrap();
    }
    store.log_import(&ann, &text("i-old"), &ImportOutcome::default()).await.unwrap();
    store.keep_import(&ann, &text("i")).await.unwrap();
    store.add_job(&ann, &job()).await.unwrap();
    store.log_job(&ann, &"j".into(), &Message::new("x")).await.unwrap();
    let bookmark =
        Bookmark { owner: Owner::Nobody, unit: Some("u-club".into()), section: None, item: None };
    store.set_bookmark(&ann, &bookmark).await.unwrap();
    let mut open = store.unit(&ann, &"u-club".into()).await.unwrap();
    edit(store, &ann, &mut open, insert("a", 0)).await.unwrap();
}

fn text(id: &str) -> OpenImport {
    OpenImport {
        id: id.into(),
        source: String::new(),
        text: "secret".to_owned(),
        review: Some("decided".to_owned()),
    }
}

fn job() -> JobRequest {
    JobRequest { id: "j".into(), program: None, request: "{}".to_owned(), seed: 1, weeks: 1 }
}

/// What a viewer finds in every list, as counts.
async fn lists(store: &Store, viewer: &Viewer) -> Vec<(&'static str, usize)> {
    let all = PlanQuery::default();
    vec![
        ("coaches", store.coaches(viewer).await.unwrap().len()),
        ("groups", store.groups(viewer).await.unwrap().len()),
        ("athletes", store.athletes(viewer).await.unwrap().len()),
        ("exercises", store.exercises(viewer).await.unwrap().len()),
        ("changes", store.exercise_changes(viewer).await.unwrap().len()),
        ("graphs", store.graphs(viewer).await.unwrap().len()),
        ("aliases", store.aliases(viewer).await.unwrap().len()),
        ("frameworks", store.frameworks(viewer).await.unwrap().len()),
        // three units and two of the program's week
        ("units", store.units(viewer, &all).await.unwrap().len()),
        // those, three frameworks and the program
        ("plans", store.plans(viewer, &all).await.unwrap().len()),
        ("imports", store.imports(viewer, None).await.unwrap().len()),
        ("open import", usize::from(store.open_import(viewer).await.unwrap().is_some())),
        ("jobs", store.jobs(viewer).await.unwrap().len()),
        ("bookmark", usize::from(store.bookmark(viewer).await.unwrap().is_some())),
        (
            "setting",
            usize::from(store.recall::<Bookmark>(viewer, "bookmark").await.unwrap().is_some()),
        ),
    ]
}

pub(in crate::store::tests) async fn lists_hold_what_the_viewer_may_see(store: Store) {
    fill(&store).await;
    let names = [
        "coaches",
        "groups",
        "athletes",
        "exercises",
        "changes",
        "graphs",
        "aliases",
        "frameworks",
        "units",
        "plans",
        "imports",
        "open import",
        "jobs",
        "bookmark",
        "setting",
    ];
    for (coach, counts) in [
        ("red-ann", [2, 1, 1, 3, 3, 1, 2, 3, 5, 9, 1, 1, 1, 1, 1]),
        ("red-bob", [2, 1, 1, 2, 2, 1, 1, 2, 4, 7, 0, 0, 0, 0, 0]),
        ("blue-cem", [2, 0, 0, 1, 1, 0, 0, 1, 1, 2, 0, 0, 0, 0, 0]),
    ] {
        let expected: Vec<_> = names.into_iter().zip(counts).collect();
        assert_eq!(lists(&store, &viewer(coach)).await, expected, "{coach}");
    }
}

pub(in crate::store::tests) async fn single_things_are_found_by_who_may_see_them(store: Store) {
    fill(&store).await;
    for (coach, reached) in [("red-ann", 3), ("red-bob", 2), ("blue-cem", 1)] {
        let viewer = viewer(coach);
        let mut seen = [0; 5];
        for (id, _) in REACHES {
            let (unit, framework) = (format!("u-{id}"), format!("f-{id}"));
            let exercise = format!("e_{id}");
            seen[0] += usize::from(store.unit(&viewer, &unit.as_str().into()).await.is_ok());
            seen[1] +=
                usize::from(store.framework(&viewer, &framework.as_str().into()).await.is_ok());
            seen[2] +=
                usize::from(store.exercise(&viewer, &exercise.as_str().into()).await.is_ok());
            seen[3] += usize::from(store.plan(&viewer, &unit).await.is_ok());
            seen[4] += usize::from(store.history(&viewer, &unit.as_str().into()).await.is_ok());
        }
        assert_eq!(seen, [reached; 5], "{coach}");
        let red = coach.starts_with("red");
        assert_eq!(store.group(&viewer, &"kids".into()).await.is_ok(), red);
        assert_eq!(store.athlete(&viewer, &"mia".into()).await.is_ok(), red);
        assert_eq!(store.program(&viewer, &"p".into()).await.is_ok(), red);
        assert_eq!(store.plan(&viewer, "p").await.is_ok(), red);
        assert_eq!(store.program_state(&viewer, &"p".into()).await.is_ok(), red);
        assert_eq!(store.unit(&viewer, &"p-1-1".into()).await.is_ok(), red);
        let own = coach == "red-ann";
        assert_eq!(store.job(&viewer, &"j".into()).await.is_ok(), own);
        assert_eq!(store.job_log(&viewer, &"j".into()).await.is_ok(), own);
        assert_eq!(store.open_import(&viewer).await.unwrap().is_some(), own);
        let undo = store.history(&viewer, &"u-club".into()).await.map(|steps| steps.undo.len());
        assert_eq!(undo.ok(), red.then_some(usize::from(own)));
    }
}

/// Every way to change something, tried by a stranger on the red club's things: each fails, and
/// afterwards the owner finds everything as it was.
pub(in crate::store::tests) async fn strangers_change_nothing(store: Store) {
    fill(&store).await;
    let (ann, cem) = (viewer("red-ann"), viewer("blue-cem"));
    let before = snapshot(&store, &ann).await;
    let now = Timestamp::UNIX_EPOCH;
    let lease = SignedDuration::from_secs(1);
    for (id, _) in REACHES {
        let id = format!("u-{id}");
        let mut theirs = store.unit(&ann, &id.as_str().into()).await.unwrap();
        assert!(edit(&store, &cem, &mut theirs, insert("x", 0)).await.is_err(), "{id}");
        assert!(store.archive_unit(&cem, &id.as_str().into()).await.is_err());
        assert!(store.restore_unit(&cem, &id.as_str().into()).await.is_err());
        assert!(store.add_unit(&cem, &unit(&id, Visibility::Club)).await.is_err());
    }
    for (id, visibility) in REACHES {
        let stolen = framework(&format!("f-{id}"), visibility);
        assert!(store.put_framework(&cem, &stolen).await.is_err());
    }
    assert!(store.put_group(&cem, &group("kids")).await.is_err());
    assert!(store.archive_group(&cem, &"kids".into()).await.is_err());
    let profile = AthleteProfile { age: Some(99), ..AthleteProfile::default() };
    let mia = Athlete { id: "mia".into(), name: "stolen".to_owned(), profile };
    assert!(store.put_athlete(&cem, &mia).await.is_err());
    assert!(store.archive_athlete(&cem, &"mia".into()).await.is_err());
    assert!(store.start_program(&cem, &program("p")).await.is_err());
    for exists in [WeekExists::Keep, WeekExists::Replace] {
        assert!(store.save_week(&cem, &"p".into(), &week("p", 1), exists).await.is_err());
        assert!(store.save_week(&cem, &"p".into(), &week("p", 2), exists).await.is_err());
    }
    assert!(store.finish_program(&cem, &"p".into()).await.is_err());
    assert!(store.archive_program(&cem, &"p".into()).await.is_err());
    let nothing = ImportOutcome::default();
    for id in ["i", "i-old"] {
        assert!(store.keep_import(&cem, &text(id)).await.is_err());
        assert!(store.keep_review(&cem, &id.into(), "theirs").await.is_err());
        let ended = store.end_import(&cem, &id.into(), ImportState::Dropped, &nothing).await;
        assert!(ended.is_err());
    }
    store.log_import(&cem, &text("i-old"), &nothing).await.unwrap();
    assert!(store.add_job(&cem, &job()).await.is_err());
    assert!(store.claim_job(&cem, &"j".into(), "x", now, lease).await.is_err());
    assert!(store.cancel_job(&cem, &"j".into()).await.is_err());
    assert!(store.reopen_job(&cem, &"j".into()).await.is_err());
    assert!(store.log_job(&cem, &"j".into(), &Message::new("y")).await.is_err());
    let claim = store.claim_job(&ann, &"j".into(), "x", now, lease).await.unwrap();
    assert!(store.report_job(&cem, &claim, 50, None, now).await.is_err());
    assert!(store.end_job(&cem, &claim, JobState::Done).await.is_err());
    assert!(store.forget_alias(&cem, "kb Club", Reach::Club).await.is_err());
    assert!(store.drop_graph(&cem, &"falls".into()).await.is_err());
    // these go into the stranger's own club and leave the red one alone
    store.put_exercise(&cem, &exercise("e_club", Visibility::Archived)).await.unwrap();
    store.put_graph(&cem, &graph("falls", "roll")).await.unwrap();
    assert_eq!(snapshot(&store, &ann).await, before);
}

/// A colleague changes what is the club's, not what is private.
pub(in crate::store::tests) async fn colleagues_share_what_is_the_clubs(store: Store) {
    fill(&store).await;
    let (ann, bob) = (viewer("red-ann"), viewer("red-bob"));
    for (id, allowed) in [("u-private", false), ("u-club", true), ("u-official", true)] {
        let mut theirs = store.unit(&ann, &id.into()).await.unwrap();
        let outcome = edit(&store, &bob, &mut theirs, insert("b", 0)).await;
        assert_eq!(outcome.is_ok(), allowed, "{id}: {outcome:?}");
    }
    let stolen = store.put_framework(&bob, &framework("f-private", Visibility::Club)).await;
    assert!(matches!(stolen, Err(StoreError::Taken { .. })), "{stolen:?}");
    // an official unit can be read by strangers, and they are told that it cannot be changed
    let cem = viewer("blue-cem");
    let mut official = store.unit(&cem, &"u-official".into()).await.unwrap();
    let refused = edit(&store, &cem, &mut official, insert("c", 0)).await;
    assert!(matches!(refused, Err(StoreError::ReadOnly { .. })), "{refused:?}");
    // ann's step is not bob's to undo
    let mut after = store.unit(&bob, &"u-club".into()).await.unwrap();
    let version = after.version;
    let remove = crate::domain::PlanEdit::RemoveItem { item: "a".into() };
    let inverse = remove.clone().apply(&mut after.document).unwrap();
    let step = store.history(&ann, &"u-club".into()).await.unwrap().undo[0].id;
    for entry in [step, EntryId(-1)] {
        let change = Change {
            unit_after: &after.document,
            edit: &remove,
            inverse: &inverse,
            base_version: version,
        };
        assert!(store.undo(&bob, entry, change).await.is_err());
    }
}

/// Everything the viewer sees, as text to compare.
async fn snapshot(store: &Store, viewer: &Viewer) -> String {
    let all = PlanQuery::default();
    let parts = [
        format!("{:?}", store.groups(viewer).await.unwrap()),
        format!("{:?}", store.athletes(viewer).await.unwrap()),
        format!("{:?}", store.exercises(viewer).await.unwrap()),
        format!("{:?}", store.graphs(viewer).await.unwrap()),
        format!("{:?}", store.aliases(viewer).await.unwrap()),
        format!("{:?}", store.frameworks(viewer).await.unwrap()),
        format!("{:?}", store.units(viewer, &all).await.unwrap()),
        format!("{:?}", store.plans(viewer, &all).await.unwrap()),
        format!("{:?}", store.program(viewer, &"p".into()).await.unwrap()),
        format!("{:?}", store.open_import(viewer).await.unwrap()),
        format!("{:?}", store.imports(viewer, None).await.unwrap()),
        format!("{:?}", store.job_log(viewer, &"j".into()).await.unwrap()),
        format!("{:?}", store.history(viewer, &"u-club".into()).await.unwrap()),
    ];
    parts.join("\n")
}
