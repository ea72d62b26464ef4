//! Scores the suggestions against what trainers would want: nDCG@10 per split and intent beside
//! plain full text, what each part of the score is worth, what breaks a constraint.
//!
//!     cargo bench --bench retrieval_eval                  # the report on both splits
//!     cargo bench --bench retrieval_eval -- --worst 10    # with the scenarios of `fit` that lose most
//!     cargo bench --bench retrieval_eval -- --fit         # weights fitted and cross-validated on `fit`
//!
//! `--worst` and `--fit` never look at `judge`, so that nobody tunes on it.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a report on the terminal, over files that stand beside it"
)]

mod ablation;
mod bm25;
mod fitting;
mod labels;
mod ranked;
mod scenario;
mod worst;

use std::path::Path;
use std::sync::Arc;

use ablation::mean;
use bm25::Bm25;
use planwright::domain::ExerciseId;
use planwright::library::{Library, builtin};
use planwright::retrieval::{Intent, RetrievalIndex};
use ranked::Ranked;
use scenario::{Split, read};

fn main() {
    let library = Library::from_data(builtin().expect("the built-in data")).expect("a library");
    let index = RetrievalIndex::new(Arc::new(library));
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/retrieval_eval/scenarios");
    let scenarios = read(&folder);
    let all: Vec<Ranked<'_>> =
        scenarios.iter().map(|scenario| Ranked::new(&index, scenario)).collect();
    let fit: Vec<&Ranked<'_>> =
        all.iter().filter(|ranked| ranked.scenario.split == Split::Fit).collect();
    let arguments: Vec<String> = std::env::args().collect();
    let after = |flag: &str| arguments.iter().position(|argument| argument == flag);
    if after("--fit").is_some() {
        fitting::print(&fit);
        return;
    }
    if let Some(at) = after("--worst") {
        let count = arguments.get(at + 1).and_then(|count| count.parse().ok()).unwrap_or(10);
        worst::print(&fit, count);
        return;
    }
    labels::check(&all, index.library());
    let bm25 = Bm25::new(index.library());
    for split in [Split::Fit, Split::Judge] {
        report(&all, split, &bm25, index.library());
        ablation::print(&all, split);
        println!();
    }
}

/// What one scenario came to.
struct Figures {
    intent: Intent,
    full: f64,
    text: f64,
    text_possible: f64,
    forbidden: usize,
    impossible: usize,
    understood: bool,
}

fn report(all: &[Ranked<'_>], split: Split, bm25: &Bm25, library: &Library) {
    let figures: Vec<Figures> = all
        .iter()
        .filter(|ranked| ranked.scenario.split == split)
        .map(|ranked| figures(ranked, bm25, library))
        .collect();
    println!(
        "{split:?}\n{:<20} {:>3} {:>7} {:>7} {:>7} {:>7} {:>10} {:>11} {:>11}",
        "intent", "n", "full", "bm25", "bm25+c", "gain", "forbidden", "impossible", "understood"
    );
    let line = |name: &str, rows: Vec<&Figures>| {
        let of = |value: fn(&Figures) -> f64| {
            mean(&rows.iter().map(|row| value(row)).collect::<Vec<_>>())
        };
        let (full, text) = (of(|row| row.full), of(|row| row.text));
        println!(
            "{name:<20} {:>3} {full:>7.3} {text:>7.3} {:>7.3} {:>+7.3} {:>10} {:>11} {:>11}",
            rows.len(),
            of(|row| row.text_possible),
            full - text,
            rows.iter().map(|row| row.forbidden).sum::<usize>(),
            rows.iter().map(|row| row.impossible).sum::<usize>(),
            rows.iter().filter(|row| row.understood).count(),
        );
    };
    for intent in Intent::ALL {
        line(intent.id(), figures.iter().filter(|row| row.intent == intent).collect());
    }
    line("all", figures.iter().collect());
}

fn figures(ranked: &Ranked<'_>, bm25: &Bm25, library: &Library) -> Figures {
    let scenario = ranked.scenario;
    let top = &ranked.listed;
    let constraints = &scenario.pack(library).constraints;
    let breaks = |id: &&ExerciseId| {
        library.get(id).is_none_or(|exercise| {
            planwright::training::obstacles(exercise, constraints).iter().any(|o| !o.is_soft())
        })
    };
    let rival = bm25.top(scenario, library, usize::MAX);
    let possible: Vec<ExerciseId> =
        rival.iter().filter(|id| ranked.is_possible(id)).take(10).cloned().collect();
    Figures {
        intent: scenario.intent,
        full: scenario.ndcg(top),
        text: scenario.ndcg(&rival),
        text_possible: scenario.ndcg(&possible),
        forbidden: top.iter().filter(|id| scenario.never.contains(id)).count(),
        impossible: top.iter().filter(breaks).count(),
        understood: ranked.intent == scenario.intent,
    }
}
