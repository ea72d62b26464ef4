//! The offline planner and the linter: 12 weeks × 6 days with lint under 20 ms, lint of 52 weeks
//! under 5 ms (product goals; single thread, release).

#![expect(clippy::expect_used, reason = "a bench without its data has nothing to measure")]
#![expect(missing_docs, reason = "criterion's macro writes a public function")]

use criterion::{Criterion, criterion_group, criterion_main};
use planwright::domain::{AthleteProfile, Goal, Level, Profile};
use planwright::library::{Library, builtin};
use planwright::lint::{LintContext, lint_program};
use planwright::planner::program;

fn library() -> Library {
    Library::from_data(builtin().expect("the built-in data")).expect("a sound library")
}

fn profile(weeks: u16) -> Profile {
    let one_rm_kg = [("back_squat", 140.0), ("bench_press", 100.0), ("deadlift", 180.0)];
    Profile::Athlete(AthleteProfile {
        goal: Goal::Hypertrophy,
        level: Level::Advanced,
        weeks,
        days_per_week: 6,
        minutes: 75,
        one_rm_kg: one_rm_kg.into_iter().map(|(id, kg)| (id.into(), kg)).collect(),
        ..AthleteProfile::default()
    })
}

fn planner(c: &mut Criterion) {
    let library = library();
    // the hash is made once per library, not once per plan
    assert!(!library.hash().is_empty());
    let twelve = profile(12);
    c.bench_function("plan 12 weeks x 6 days, lint included", |b| {
        b.iter(|| {
            let program = program(&twelve, &library, 1).expect("a plan");
            let context = LintContext::new(&library).for_profile(&program.profile);
            lint_program(&program, &context)
        });
    });
    let year = program(&profile(52), &library, 1).expect("a plan");
    c.bench_function("lint 52 weeks x 6 days", |b| {
        b.iter(|| {
            let context = LintContext::new(&library).for_profile(&year.profile);
            lint_program(&year, &context)
        });
    });
}

criterion_group!(benches, planner);
criterion_main!(benches);
