//! A megabyte of pasted text: under half a second.

#![expect(clippy::expect_used, reason = "a bench without its data has nothing to measure")]
#![expect(missing_docs, reason = "criterion's macro writes a public function")]

use criterion::{Criterion, criterion_group, criterion_main};
use planwright::import::{ReadOptions, read};
use planwright::library::{Library, builtin};
use planwright::matching::Matcher;

const DAY: &str = "Tag 3: Oberkörper\nBankdrücken 4x6 @75% Pause 2:00\n\
A1) Pull-ups 3x8\nA2) Dumbbell row 3x10 @ 32,5 kg\n\nBack Squat\n5 @ 60kg\n5 @ 80kg\n3 @ 100kg\n\n\
12 min AMRAP\n10 kettlebell swings\n8 push ups\n200 m run\n\n\
Felt good today, but I should sleep more before the next heavy session.\n\n";

fn import(c: &mut Criterion) {
    let ours = Library::from_data(builtin().expect("the built-in data")).expect("a library");
    let matcher = Matcher::for_library(&ours);
    let text = DAY.repeat(1_000_000 / DAY.len());
    let mut group = c.benchmark_group("import");
    group.sample_size(10);
    group.bench_function("1 MB of text", |b| {
        b.iter(|| read(&text, &matcher, &ReadOptions::default()));
    });
    group.finish();
}

criterion_group!(benches, import);
criterion_main!(benches);
