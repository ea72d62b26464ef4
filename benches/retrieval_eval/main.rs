//! Scores the suggestions against what trainers would want: nDCG@10 per split, forbidden exercises
//! among the first ten, intents understood. `--worst N` lists the scenarios that lose most of the
//! `fit` split; what `judge` loses is not shown, so that nobody tunes on it.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a report on the terminal, over files that stand beside it"
)]

mod scenario;

use std::path::Path;
use std::sync::Arc;

use planwright::domain::ExerciseId;
use planwright::library::{Library, builtin};
use planwright::retrieval::{RetrievalIndex, suggest};
use scenario::{Scenario, Split, read};

/// How one scenario was answered.
struct Answer<'a> {
    scenario: &'a Scenario,
    ranked: Vec<ExerciseId>,
    ndcg: f64,
    forbidden: Vec<ExerciseId>,
    understood: bool,
}

fn main() {
    let library = Library::from_data(builtin().expect("the built-in data")).expect("a library");
    let index = RetrievalIndex::new(Arc::new(library));
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/retrieval_eval/scenarios");
    let scenarios = read(&folder);
    let answers: Vec<Answer> = scenarios.iter().map(|scenario| answer(&index, scenario)).collect();
    for split in [Split::Fit, Split::Judge] {
        let of_split: Vec<&Answer> =
            answers.iter().filter(|answer| answer.scenario.split == split).collect();
        let count = of_split.len() as f64;
        let mean = of_split.iter().map(|answer| answer.ndcg).sum::<f64>() / count;
        let forbidden: usize = of_split.iter().map(|answer| answer.forbidden.len()).sum();
        let understood = of_split.iter().filter(|answer| answer.understood).count();
        println!(
            "{split:?}: {count} scenarios, nDCG@10 {mean:.3}, forbidden {forbidden}, \
             intents understood {understood}"
        );
    }
    let arguments: Vec<String> = std::env::args().collect();
    let worst = arguments.iter().position(|argument| argument == "--worst");
    let count = worst.and_then(|at| arguments.get(at + 1)?.parse().ok()).unwrap_or(0);
    list_worst(&answers, count);
}

fn answer<'a>(index: &RetrievalIndex, scenario: &'a Scenario) -> Answer<'a> {
    let suggestions = suggest(index, &scenario.pack(index.library()), &scenario.request());
    let ranked: Vec<ExerciseId> =
        suggestions.hits.iter().map(|hit| hit.exercise.id.clone()).collect();
    Answer {
        ndcg: scenario.ndcg(&ranked),
        forbidden: ranked.iter().filter(|id| scenario.never.contains(id)).cloned().collect(),
        understood: suggestions.intent == scenario.intent,
        ranked,
        scenario,
    }
}

fn list_worst(answers: &[Answer<'_>], count: usize) {
    let mut fit: Vec<&Answer> =
        answers.iter().filter(|answer| answer.scenario.split == Split::Fit).collect();
    fit.sort_by(|a, b| a.ndcg.total_cmp(&b.ndcg));
    for answer in fit.iter().take(count) {
        let scenario = answer.scenario;
        println!("\n{:.3} {} {:?} {:?}", answer.ndcg, scenario.id, scenario.query, scenario.intent);
        if !answer.understood {
            println!("  intent not understood");
        }
        let marks = answer.ranked.iter().map(|id| {
            let mark = match id {
                id if scenario.accept.contains(id) => "++",
                id if scenario.good.contains(id) => "+",
                id if scenario.never.contains(id) => "!!",
                _ => "",
            };
            format!("{mark}{id}")
        });
        println!("  got    {}", marks.collect::<Vec<_>>().join(" "));
        let missed = scenario.accept.iter().filter(|id| !answer.ranked.contains(id));
        println!("  missed {}", missed.map(ExerciseId::as_str).collect::<Vec<_>>().join(" "));
    }
}
