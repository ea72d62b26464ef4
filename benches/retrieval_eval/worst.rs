//! The scenarios of `fit` that lose most, with what stood there instead.

use planwright::domain::ExerciseId;

use crate::ranked::{Ranked, published};

/// Prints `count` scenarios, the worst first.
pub(crate) fn print(fit: &[&Ranked<'_>], count: usize) {
    let mut rows: Vec<(f64, &Ranked<'_>)> = fit
        .iter()
        .map(|ranked| {
            let (weights, profile) = published(ranked.intent);
            (ranked.ndcg(&weights, &profile), *ranked)
        })
        .collect();
    rows.sort_by(|a, b| a.0.total_cmp(&b.0));
    for (ndcg, ranked) in rows.into_iter().take(count) {
        one(ndcg, ranked);
    }
}

fn one(ndcg: f64, ranked: &Ranked<'_>) {
    let scenario = ranked.scenario;
    println!("\n{ndcg:.3} {} {:?} {:?}", scenario.id, scenario.query, scenario.intent);
    if ranked.intent != scenario.intent {
        println!("  understood as {}", ranked.intent.id());
    }
    let (weights, profile) = published(ranked.intent);
    let top = ranked.top(&weights, &profile);
    for (id, score) in &top {
        line(mark(ranked, id), id, *score, ranked);
    }
    println!("  missed");
    for id in &scenario.accept {
        if !top.iter().any(|(known, _)| known == id)
            && let Some(parts) = ranked.parts(id)
        {
            line("", id, parts.score(&weights, &profile), ranked);
        }
    }
}

fn mark(ranked: &Ranked<'_>, id: &ExerciseId) -> &'static str {
    let scenario = ranked.scenario;
    match id {
        id if scenario.accept.contains(id) => "++",
        id if scenario.good.contains(id) => "+",
        id if scenario.never.contains(id) => "!!",
        _ => "",
    }
}

fn line(mark: &str, id: &ExerciseId, score: f32, ranked: &Ranked<'_>) {
    let Some(parts) = ranked.parts(id) else { return };
    let told: Vec<String> = parts
        .lines(ranked.intent)
        .iter()
        .filter(|part| part.points() != 0.0)
        .map(|part| format!("{} {:.2}", part.kind.id().replace("profile_", "·"), part.points()))
        .collect();
    println!("  {mark:<2} {score:.2} {:<26} {}", id.as_str(), told.join(" "));
}
