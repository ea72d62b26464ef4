//! Names against libraries of any size: the cost of a name must stay flat.

#![expect(clippy::expect_used, reason = "a bench without its data has nothing to measure")]
#![expect(missing_docs, reason = "criterion's macro writes a public function")]

use criterion::{Criterion, criterion_group, criterion_main};
use planwright::library::{Library, builtin};
use planwright::matching::{Entry, Matcher};

const NAMES: [&str; 6] = [
    "Bench Press (Dumbbell)",
    "Schrägbankdrücken KH",
    "RDL",
    "benhc press",
    "A1) one arm db row 3x10",
    "Rest day",
];

fn matching(c: &mut Criterion) {
    let ours = Library::from_data(builtin().expect("the built-in data")).expect("a library");
    let small = Matcher::for_library(&ours);
    c.bench_function("six names, built-in library", |b| {
        b.iter(|| NAMES.map(|name| small.find(name, 5)));
    });
    // every name of ours with every number behind it, up to 100,000
    let names: Vec<&str> = ours.exercises().iter().flat_map(|exercise| exercise.names()).collect();
    let many = (0..100_000).filter_map(|at| {
        let name = names.get(at % names.len())?;
        let other = names.get(at * 31 % names.len())?.split(' ').next().unwrap_or_default();
        Some(Entry::named(at.to_string(), format!("{name} {other}")))
    });
    let large = Matcher::new(many.collect(), None);
    c.bench_function("six names, 100,000 entries", |b| {
        b.iter(|| NAMES.map(|name| large.find(name, 5)));
    });
}

criterion_group!(benches, matching);
criterion_main!(benches);
