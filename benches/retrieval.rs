//! Ranking and search: 1,000 exercises with reasons under 2 ms, 100,000 under 60 ms, a keystroke
//! of the search under 5 ms (product goals; single thread, release). Also what a start pays: the
//! built-in library under 6 ms.

#![allow(
    missing_docs,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a bench may stop where its input is not what it needs"
)]

use std::collections::BTreeSet;
use std::sync::Arc;

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use planwright::domain::{
    Bilingual, Exercise, ExerciseId, ExerciseKind, Group, Item, Level, Owner, Prescription,
    Section, SectionKind, Unit,
};
use planwright::library::{Library, LibraryData, builtin};
use planwright::retrieval::{
    ContextPack, Detail, Request, RetrievalIndex, Situation, Who, report, suggest,
};

/// A library of this many exercises: the built-in ones again and again, with ids, names and
/// weights that differ, so that no two profiles are alike.
fn synthetic(count: usize) -> Library {
    let data = builtin().expect("the built-in data");
    let mut exercises: Vec<Exercise> = data
        .exercises
        .iter()
        .cycle()
        .take(count)
        .enumerate()
        .map(|(at, source)| {
            let round = at / data.exercises.len();
            if round == 0 {
                return source.clone();
            }
            let mut copy = source.clone();
            copy.id = format!("{}_{round}", source.id).as_str().into();
            copy.name = Bilingual::new(
                format!("{} {}", source.name.en, word(at)),
                format!("{} {}", source.name.de, word(at / 7)),
            );
            for weight in copy.skills.values_mut() {
                *weight = (*weight * (0.6 + 0.4 * (at % 97) as f32 / 97.0)).clamp(0.05, 1.0);
            }
            copy
        })
        .collect();
    // what refers to exercises that are not there would be refused
    let there: BTreeSet<ExerciseId> = exercises.iter().map(|it| it.id.clone()).collect();
    for exercise in &mut exercises {
        if let ExerciseKind::Combination(parts) = &exercise.kind
            && parts.iter().any(|part| !there.contains(&part.exercise))
        {
            exercise.kind = ExerciseKind::Simple;
        }
    }
    let graphs = if count >= data.exercises.len() { data.graphs } else { Vec::new() };
    Library::new(exercises, graphs, data.catalogues).expect("a sound library")
}

/// A word that differs per number and reads like one.
fn word(number: usize) -> String {
    const SYLLABLES: [&str; 16] = [
        "ka", "lo", "mi", "ren", "tos", "vu", "bel", "dra", "fin", "gor", "hal", "jin", "nor",
        "pax", "sul", "zet",
    ];
    (0..4).map(|place| SYLLABLES[(number >> (4 * place)) % 16]).collect()
}

fn group() -> Group {
    Group {
        id: "children".into(),
        name: "Judo children".into(),
        size: 13,
        age_min: 9,
        age_max: 12,
        target_group: "kids_older".into(),
        style: Some("judo".into()),
        level_mix: [(Level::Beginner, 8), (Level::Intermediate, 5)].into(),
        skills: [("falling".into(), 1.0), ("rolling".into(), 0.6), ("throwing".into(), 0.5)].into(),
        equipment: ["tatami", "gi", "belt", "cones", "ball_soft"].map(Into::into).to_vec(),
        devices: std::collections::BTreeMap::new(),
        minutes: 75,
        units_per_week: 2,
        weeks: 12,
        framework: None,
        known: Vec::new(),
    }
}

fn unit() -> Unit {
    let mut unit = Unit::new("u".into(), "Tonight", Owner::Group("children".into()));
    let mut section = Section::new("s".into(), SectionKind::Skill);
    for (at, exercise) in ["tag_simple", "fall_back_lie", "fall_back_sit"].iter().enumerate() {
        let id = format!("i{at}");
        let mut item =
            Item::new(id.as_str().into(), Some((*exercise).into()), Bilingual::same(*exercise));
        item.prescription = Prescription::minutes(8);
        section.items.push(item);
    }
    unit.sections.push(section);
    unit
}

fn pack(library: &Library) -> ContextPack {
    let (unit, group, section) = (unit(), group(), "s".into());
    let situation = Situation {
        unit: &unit,
        section: Some(&section),
        cursor: None,
        who: Who::Group(&group),
        framework: None,
        recent: &[],
        anchor: None,
        graph: None,
        planned: None,
    };
    ContextPack::new(&situation, library)
}

fn ranking(c: &mut Criterion) {
    for count in [1_000, 10_000, 100_000] {
        let index = RetrievalIndex::new(Arc::new(synthetic(count)));
        let library = index.library();
        let pack = pack(library);
        library.search_index();
        for (name, query) in [("next", ""), ("search", "hip throw with a partner")] {
            let request = Request { query: query.to_owned(), ..Request::default() };
            c.bench_function(&format!("suggest {name}, {count} exercises, with reasons"), |b| {
                b.iter(|| {
                    let suggestions = suggest(&index, &pack, &request);
                    let lang = planwright::domain::Lang::De;
                    report(&suggestions, &pack, library, lang, Detail::Brief)
                });
            });
        }
    }
}

fn searching(c: &mut Criterion) {
    let library = synthetic(100_000);
    library.search_index();
    for query in ["s", "squ", "hip thr", "kettlebell hamstrings", "bankdrück", "goblt", "rdl defic"]
    {
        c.bench_function(&format!("search {query:?}, 100000 exercises"), |b| {
            b.iter(|| library.search(query, 20));
        });
    }
}

fn starting(c: &mut Criterion) {
    c.bench_function("load the built-in library", |b| {
        b.iter(|| Library::from_data(builtin().expect("the built-in data")));
    });
    let library = Arc::new(Library::from_data(builtin().expect("data")).expect("a sound library"));
    c.bench_function("compile the built-in library for ranking", |b| {
        b.iter(|| RetrievalIndex::new(Arc::clone(&library)));
    });
    let fresh = || Library::from_data(builtin().expect("data")).expect("a sound library");
    c.bench_function("index the built-in library for search", |b| {
        b.iter_batched(fresh, |library| library.search("squ", 1), BatchSize::LargeInput);
    });
    let many = synthetic(100_000);
    let data = || LibraryData {
        exercises: many.exercises().iter().map(|exercise| Exercise::clone(exercise)).collect(),
        graphs: many.graphs().to_vec(),
        catalogues: many.catalogues().clone(),
    };
    let mut slow = c.benchmark_group("100000 exercises");
    slow.sample_size(10);
    slow.bench_function("put together", |b| {
        b.iter_batched(data, Library::from_data, BatchSize::PerIteration);
    });
    slow.finish();
}

criterion_group!(benches, starting, ranking, searching);
criterion_main!(benches);
