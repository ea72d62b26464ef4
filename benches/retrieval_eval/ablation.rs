//! What each part of the score is worth: the same rankings with that part switched off.

use planwright::retrieval::{Intent, ProfileWeights, Weights};

use crate::ranked::{Ranked, published};
use crate::scenario::Split;

/// Switches one part off.
type Switch = fn(&mut Weights, &mut ProfileWeights);

/// Every part of the score, with what switches it off.
const PARTS: [(&str, Switch); 13] = [
    ("full text", |w, _| w.fulltext = 0.0),
    ("graph", |w, _| w.progression = 0.0),
    ("anchor skills", |w, _| w.skill = 0.0),
    ("plan", |w, _| w.plan = 0.0),
    ("profile", |w, _| w.profile = 0.0),
    ("· focus", |_, p| p.focus = 0.0),
    ("· style", |_, p| p.style = 0.0),
    ("· method", |_, p| p.training_type = 0.0),
    ("· target group", |_, p| p.target_group = 0.0),
    ("· skills", |_, p| p.skill = 0.0),
    ("· gap", |_, p| p.gap = 0.0),
    ("repeat", |w, _| w.repeat = 0.0),
    ("lately", |w, _| w.group_repeat = 0.0),
];

/// Prints, per part and intent, what the ranking gains by it.
pub(crate) fn print(all: &[Ranked<'_>], split: Split) {
    print!("{:<16}", "gain by");
    for intent in Intent::ALL {
        print!("{:>19}", intent.id());
    }
    println!("{:>8}", "all");
    for (name, switch) in PARTS {
        print!("{name:<16}");
        let gain = |ranked: &&Ranked<'_>| {
            let (weights, profile) = published(ranked.intent);
            let (mut without, mut profile_without) = (weights, profile);
            switch(&mut without, &mut profile_without);
            ranked.ndcg(&weights, &profile) - ranked.ndcg(&without, &profile_without)
        };
        let of_split = || all.iter().filter(|ranked| ranked.scenario.split == split);
        for intent in Intent::ALL {
            let gains: Vec<f64> = of_split()
                .filter(|ranked| ranked.scenario.intent == intent)
                .map(|r| gain(&r))
                .collect();
            print!("{:>+19.3}", mean(&gains));
        }
        println!("{:>+8.3}", mean(&of_split().map(|r| gain(&r)).collect::<Vec<_>>()));
    }
}

/// 0 where there is nothing.
pub(crate) fn mean(values: &[f64]) -> f64 {
    if values.is_empty() { 0.0 } else { values.iter().sum::<f64>() / values.len() as f64 }
}
