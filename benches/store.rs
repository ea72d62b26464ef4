//! The store: opening a database and reading what the first frame shows under 3 ms, the first
//! start with library and demo club under 300 ms (product goals: 15 ms and 300 ms from exec), one
//! edit, and the changes of the library. Figures depend on how fast the disk syncs.

#![expect(clippy::expect_used, reason = "a bench that cannot go on has nothing to measure")]
#![allow(missing_docs, reason = "criterion_group! makes a function without any")]

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use jiff::civil::date;
use planwright::domain::{Lang, PlanEdit, UnitField, Viewer};
use planwright::library::{Library, builtin};
use planwright::runtime::demo::FirstStart;
use planwright::runtime::seed::{admit, seed};
use planwright::store::{Change, Store};
use tempfile::TempDir;
use tokio::runtime::{Builder, Runtime};

fn executor() -> Runtime {
    Builder::new_current_thread().build().expect("an executor")
}

fn library() -> Library {
    let library = Library::from_data(builtin().expect("the built-in data")).expect("a library");
    assert!(!library.hash().is_empty());
    library
}

fn first() -> FirstStart {
    FirstStart {
        login: "ann".into(),
        name: "Ann".to_owned(),
        lang: Lang::En,
        today: date(2026, 3, 20),
    }
}

/// A store with library and demo club, and its coach.
async fn seeded(folder: &TempDir, library: &Library) -> (Store, Viewer) {
    let store = Store::open(&folder.path().join("plan.db")).expect("a store").store;
    seed(&store, library.hash(), || Ok(library), &first()).await.expect("seeded");
    let ann = admit(&store, &"ann".into(), "Ann").await.expect("a coach");
    (store, ann)
}

fn starts(c: &mut Criterion) {
    let (executor, library) = (executor(), library());
    c.bench_function("first start: database, library, demo club", |b| {
        b.iter_batched(
            || TempDir::new().expect("a folder"),
            |folder| {
                executor.block_on(seeded(&folder, &library));
                folder
            },
            BatchSize::PerIteration,
        );
    });
    let folder = TempDir::new().expect("a folder");
    executor.block_on(async { seeded(&folder, &library).await.0.close().await });
    let path = folder.path().join("plan.db");
    c.bench_function("open, coach, bookmark, unit, groups", |b| {
        b.iter_batched(
            || (),
            |()| {
                executor.block_on(async {
                    let store = Store::open(&path).expect("a store").store;
                    let ann = admit(&store, &"ann".into(), "Ann").await.expect("a coach");
                    let place = store.bookmark(&ann).await.expect("read").expect("a bookmark");
                    let unit = place.unit.expect("a unit");
                    let unit = store.unit(&ann, &unit).await.expect("the unit");
                    let groups = store.groups(&ann).await.expect("groups");
                    (unit, groups, store)
                })
            },
            BatchSize::PerIteration,
        );
    });
}

fn work(c: &mut Criterion) {
    let (executor, library) = (executor(), library());
    let folder = TempDir::new().expect("a folder");
    let (store, ann) = executor.block_on(seeded(&folder, &library));
    let mut unit = executor.block_on(store.unit(&ann, &"demo-judo-5".into())).expect("the unit");
    c.bench_function("record an edit", |b| {
        b.iter(|| {
            let field = UnitField::Notes(format!("version {}", unit.version));
            let edit = PlanEdit::SetUnit { field };
            let inverse = edit.clone().apply(&mut unit.document).expect("an inverse");
            let change = Change {
                unit_after: &unit.document,
                edit: &edit,
                inverse: &inverse,
                base_version: unit.version,
            };
            unit.version = executor.block_on(store.record(&ann, change)).expect("recorded").version;
        });
    });
    c.bench_function("changes of the library", |b| {
        b.iter(|| executor.block_on(store.exercise_changes(&ann)).expect("changes"));
    });
    c.bench_function("notice other processes", |b| {
        b.iter(|| executor.block_on(store.commits_elsewhere()).expect("a number"));
    });
}

criterion_group!(benches, starts, work);
criterion_main!(benches);
