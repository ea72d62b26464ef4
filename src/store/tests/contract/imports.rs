//! The import log.

use jiff::Timestamp;

use crate::store::{
    Alias, AliasOrigin, BandCounts, Correction, ImportItem, ImportOutcome, ImportState, OpenImport,
    Reach, Store, StoreError,
};

use crate::store::tests::fixture::{clubs, viewer};

fn text(id: &str, text: &str) -> OpenImport {
    OpenImport { id: id.into(), source: String::new(), text: text.to_owned(), review: None }
}

fn outcome() -> ImportOutcome {
    let item = ImportItem {
        line: 1,
        name: "Zorkel".to_owned(),
        exercise: None,
        confidence: 0.3,
        band: "unmatched".to_owned(),
        prescription: "3x8".to_owned(),
        corrected: Some(Correction::Exercise("bench_press".into())),
    };
    ImportOutcome {
        format: "text".to_owned(),
        items: vec![item],
        bands: BandCounts { unmatched: 1, ..BandCounts::default() },
        corrections: 1,
        read_ms: 3,
        review_ms: 4_000,
        plans: vec!["u1".to_owned()],
        taught: Vec::new(),
    }
}

pub(in crate::store::tests) async fn a_review_is_kept_until_it_ends(store: Store) {
    clubs(&store).await;
    let ann = viewer("red-ann");
    assert_eq!(store.open_import(&ann).await.unwrap(), None);
    let mut first = text("j1", "Zorkel 3x8");
    store.keep_import(&ann, &first).await.unwrap();
    assert_eq!(store.open_import(&ann).await.unwrap(), Some(first.clone()));
    store.keep_review(&ann, &"j1".into(), "{\"rows\":1}").await.unwrap();
    first.review = Some("{\"rows\":1}".to_owned());
    assert_eq!(store.open_import(&ann).await.unwrap(), Some(first));
    // the next text takes its place
    let second = text("j2", "Squat 5x5");
    store.keep_import(&ann, &second).await.unwrap();
    assert_eq!(store.open_import(&ann).await.unwrap(), Some(second));
    let late = store.keep_review(&ann, &"j1".into(), "{}").await;
    assert!(matches!(late, Err(StoreError::NotFound { .. })), "{late:?}");
    store.end_import(&ann, &"j2".into(), ImportState::Accepted, &outcome()).await.unwrap();
    assert_eq!(store.open_import(&ann).await.unwrap(), None);
    let logged = store.imports(&ann, None).await.unwrap();
    let states: Vec<ImportState> = logged.iter().map(|import| import.state).collect();
    assert_eq!(states, [ImportState::Dropped, ImportState::Accepted]);
    assert_eq!(logged[1].outcome, outcome());
    assert!(logged[1].kept);
}

pub(in crate::store::tests) async fn the_same_file_is_logged_once(store: Store) {
    clubs(&store).await;
    let ann = viewer("red-ann");
    let import = OpenImport { source: "plan.txt".to_owned(), ..text("j1", "Zorkel 3x8") };
    store.log_import(&ann, &import, &outcome()).await.unwrap();
    let first = store.imports(&ann, None).await.unwrap();
    let more = ImportOutcome { corrections: 9, ..outcome() };
    store.log_import(&ann, &import, &more).await.unwrap();
    assert_eq!(store.imports(&ann, None).await.unwrap(), first);
    assert_eq!(first[0].source, "plan.txt");
}

pub(in crate::store::tests) async fn the_retention_takes_texts_and_leaves_numbers(store: Store) {
    clubs(&store).await;
    let ann = viewer("red-ann");
    store.log_import(&ann, &text("j1", "Zorkel 3x8"), &outcome()).await.unwrap();
    store.keep_import(&ann, &text("j2", "Squat 5x5")).await.unwrap();
    let made = store.imports(&ann, None).await.unwrap()[0].made;
    assert_eq!(store.purge_imports(made).await.unwrap(), 0, "nothing is older than itself");
    let later = Timestamp::from_second(made.as_second() + 3_600).unwrap();
    assert_eq!(store.purge_imports(later).await.unwrap(), 2);
    assert_eq!(store.purge_imports(later).await.unwrap(), 0);
    assert_eq!(store.open_import(&ann).await.unwrap(), None);
    assert_eq!(store.opens_newest_import().await.unwrap(), None);
    let logged = store.imports(&ann, Some(made)).await.unwrap();
    assert!(logged.iter().all(|import| !import.kept && import.outcome.items.is_empty()));
    assert_eq!(logged[0].outcome.bands.unmatched, 1);
    assert_eq!(store.imports(&ann, Some(later)).await.unwrap(), []);
}

pub(in crate::store::tests) async fn taught_names_count_what_met_them(store: Store) {
    clubs(&store).await;
    let (ann, bob) = (viewer("red-ann"), viewer("red-bob"));
    let alias = |reach| Alias {
        name: "Zorkel".to_owned(),
        key: "zorkel".to_owned(),
        exercise: "bench_press".into(),
        reach,
        origin: AliasOrigin::Import { import: Some("j1".into()), line: Some(3) },
    };
    store.put_alias(&ann, &alias(Reach::Coach)).await.unwrap();
    store.put_alias(&bob, &alias(Reach::Club)).await.unwrap();
    let met = ImportOutcome { taught: vec!["zorkel".to_owned()], ..outcome() };
    store.log_import(&ann, &text("j2", "Zorkel 3x8"), &met).await.unwrap();
    let names = store.taught_names(&ann).await.unwrap();
    let uses: Vec<(Reach, u32)> =
        names.iter().map(|taught| (taught.alias.reach, taught.uses)).collect();
    assert_eq!(uses, [(Reach::Coach, 1), (Reach::Club, 0)]);
    assert_eq!(names[0].author, ann.coach);
    assert_eq!(names[0].alias, alias(Reach::Coach));
    store.log_import(&bob, &text("j3", "Zorkel 3x8"), &met).await.unwrap();
    assert_eq!(store.taught_names(&bob).await.unwrap()[0].uses, 1, "the club's name");
}
