//! Units, frameworks, lists.

use jiff::civil::date;

use crate::domain::{Framework, Message, Owner, SectionKind, Unit, Visibility};
use crate::store::{Plan, PlanKind, PlanQuery, Store, StoreError, Thing};

use crate::store::tests::fixture::{clubs, framework, program, unit, viewer, week};

pub(in crate::store::tests) async fn units_are_read_as_they_were_written(store: Store) {
    clubs(&store).await;
    let ann = viewer("red-ann");
    let rich: Unit = serde_json::from_str(include_str!("../rich_unit.json")).unwrap();
    assert!(rich.sections.iter().any(|section| section.kind == SectionKind::Skill));
    assert_eq!(store.add_unit(&ann, &rich).await.unwrap(), 1);
    let read = store.unit(&ann, &rich.id).await.unwrap();
    assert_eq!((read.document, read.version), (rich.clone(), 1));
    let taken = store.add_unit(&ann, &rich).await;
    assert!(matches!(taken, Err(StoreError::Taken { thing: Thing::Unit, .. })), "{taken:?}");
}

pub(in crate::store::tests) async fn numbers_keep_their_last_digit(store: Store) {
    clubs(&store).await;
    let ann = viewer("red-ann");
    let mut exact = unit("u1", Visibility::Club);
    exact.reasons = (1..200)
        .map(|n| Message::new("reason").with("score", f64::from(n).sqrt() / 17.0))
        .collect();
    store.add_unit(&ann, &exact).await.unwrap();
    assert_eq!(store.unit(&ann, &exact.id).await.unwrap().document, exact);
}

pub(in crate::store::tests) async fn lists_run_by_date_with_tonight_last(store: Store) {
    clubs(&store).await;
    let ann = viewer("red-ann");
    let kids = Owner::Group("kids".into());
    for (id, day, owner) in [
        ("tonight", Some(date(2026, 3, 20)), kids.clone()),
        ("old", Some(date(2026, 1, 5)), kids.clone()),
        ("other", Some(date(2026, 2, 5)), Owner::Athlete("mia".into())),
        ("undated", None, Owner::Nobody),
    ] {
        let mut unit = unit(id, Visibility::Club);
        (unit.date, unit.owner, unit.minutes) = (day, owner, Some(75));
        store.add_unit(&ann, &unit).await.unwrap();
    }
    store.put_framework(&ann, &framework("falls", Visibility::Club)).await.unwrap();
    let mut twelve = program("twelve");
    twelve.start = Some(date(2026, 3, 20));
    twelve.weeks.push(week("twelve", 1));
    store.start_program(&ann, &twelve).await.unwrap();

    let ids = async |query: PlanQuery| -> Vec<String> {
        store.plans(&ann, &query).await.unwrap().into_iter().map(|plan| plan.id).collect()
    };
    assert_eq!(
        ids(PlanQuery::default()).await,
        ["falls", "undated", "twelve-1-1", "twelve-1-3", "old", "other", "twelve", "tonight"]
    );
    let of_kids = PlanQuery { owner: Some(kids), ..PlanQuery::default() };
    assert_eq!(ids(of_kids.clone()).await, ["old", "tonight"]);
    let before = PlanQuery { to: Some(date(2026, 3, 1)), ..of_kids.clone() };
    assert_eq!(ids(before).await, ["old"]);
    let last = PlanQuery { limit: Some(1), ..of_kids.clone() };
    assert_eq!(ids(last).await, ["tonight"]);
    let kind = PlanQuery { kind: Some(PlanKind::Framework), ..PlanQuery::default() };
    assert_eq!(ids(kind).await, ["falls"]);
    let inside = PlanQuery { program: Some("twelve".into()), ..PlanQuery::default() };
    assert_eq!(ids(inside).await, ["twelve-1-1", "twelve-1-3"]);
    let whole = store.units(&ann, &of_kids).await.unwrap();
    let titles: Vec<_> = whole.iter().map(|unit| unit.document.title.as_str()).collect();
    assert_eq!(titles, ["Unit old", "Unit tonight"]);

    assert!(matches!(store.plan(&ann, "old").await.unwrap(), Plan::Unit(_)));
    assert!(matches!(store.plan(&ann, "falls").await.unwrap(), Plan::Framework(_)));
    let Plan::Program(read) = store.plan(&ann, "twelve").await.unwrap() else { panic!() };
    assert_eq!(*read, twelve);
    assert!(matches!(store.plan(&ann, "nothing").await, Err(StoreError::NotFound { .. })));
}

pub(in crate::store::tests) async fn archived_plans_leave_the_lists(store: Store) {
    clubs(&store).await;
    let ann = viewer("red-ann");
    store.add_unit(&ann, &unit("u1", Visibility::Private)).await.unwrap();
    store.archive_unit(&ann, &"u1".into()).await.unwrap();
    assert_eq!(store.plans(&ann, &PlanQuery::default()).await.unwrap(), []);
    assert_eq!(store.units(&ann, &PlanQuery::default()).await.unwrap(), []);
    let kept = store.unit(&ann, &"u1".into()).await.unwrap();
    assert_eq!(kept.document.visibility, Visibility::Archived);
    // it was private, and stays so
    let other = store.unit(&viewer("red-bob"), &"u1".into()).await;
    assert!(matches!(other, Err(StoreError::NotFound { .. })));
    store.restore_unit(&ann, &"u1".into()).await.unwrap();
    let back = store.unit(&ann, &"u1".into()).await.unwrap();
    assert_eq!((back.document.visibility, back.version), (Visibility::Private, 3));
}

pub(in crate::store::tests) async fn a_framework_is_changed_from_the_version_it_was_read_at(
    store: Store,
) {
    clubs(&store).await;
    let (ann, bob) = (viewer("red-ann"), viewer("red-bob"));
    let falls = framework("falls", Visibility::Club);
    store.put_framework(&ann, &falls).await.unwrap();
    let read = store.stored_frameworks(&bob).await.unwrap();
    assert_eq!(read.iter().map(|it| it.version).collect::<Vec<_>>(), [1]);
    let retitled = |title: &str| Framework { title: title.to_owned(), ..falls.clone() };
    assert_eq!(store.change_framework(&ann, &retitled("Ann's"), 1).await.unwrap(), 2);
    // the other coach read it before: nothing of either is written over
    let late = store.change_framework(&bob, &retitled("Bob's"), 1).await;
    assert!(matches!(late, Err(StoreError::Outdated { .. })), "{late:?}");
    assert_eq!(store.framework(&bob, &falls.id).await.unwrap().title, "Ann's");
    assert_eq!(store.change_framework(&bob, &retitled("Bob's"), 2).await.unwrap(), 3);
    let blue = store.change_framework(&viewer("blue-cem"), &falls, 3).await;
    assert!(matches!(blue, Err(StoreError::NotFound { .. })), "{blue:?}");
}

pub(in crate::store::tests) async fn frameworks_are_replaced_by_their_club(store: Store) {
    clubs(&store).await;
    let ann = viewer("red-ann");
    let mut falls = framework("falls", Visibility::Club);
    store.put_framework(&ann, &falls).await.unwrap();
    falls.title = "Falling school II".to_owned();
    store.put_framework(&viewer("red-bob"), &falls).await.unwrap();
    assert_eq!(store.framework(&ann, &falls.id).await.unwrap(), falls);
    let gone = Framework { visibility: Visibility::Archived, ..falls.clone() };
    store.put_framework(&ann, &gone).await.unwrap();
    assert_eq!(store.frameworks(&ann).await.unwrap(), []);
    assert_eq!(store.framework(&ann, &falls.id).await.unwrap(), gone);
    let taken = store.put_framework(&viewer("blue-cem"), &falls).await;
    assert!(matches!(taken, Err(StoreError::Taken { thing: Thing::Framework, .. })));
}
