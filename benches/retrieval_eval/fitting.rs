//! Looks for better weights on the `fit` split, and tells by cross-validation whether what it
//! found is more than luck: each fold is scored with weights that never saw it.

use planwright::retrieval::{Intent, ProfileWeights, Weights};

use crate::ablation::mean;
use crate::ranked::{Ranked, published};

const FOLDS: usize = 5;
/// What one step moves from one weight to another.
const STEP: f32 = 0.05;
/// A step has to gain this much, so that noise moves nothing.
const WORTH: f64 = 0.004;

/// Handles of the weights of the score that are shared out.
const SHARES: [fn(&mut Weights) -> &mut f32; 5] = [
    |w| &mut w.fulltext,
    |w| &mut w.progression,
    |w| &mut w.skill,
    |w| &mut w.plan,
    |w| &mut w.profile,
];
/// The same for the weights within the profile.
const PROFILE_SHARES: [fn(&mut ProfileWeights) -> &mut f32; 6] = [
    |p| &mut p.focus,
    |p| &mut p.style,
    |p| &mut p.training_type,
    |p| &mut p.target_group,
    |p| &mut p.skill,
    |p| &mut p.gap,
];

/// Prints, per intent, the published and the fitted weights with their cross-validated figures.
pub(crate) fn print(fit: &[&Ranked<'_>]) {
    for intent in Intent::ALL {
        let of_intent: Vec<&Ranked<'_>> =
            fit.iter().filter(|ranked| ranked.intent == intent).copied().collect();
        let now = published(intent);
        let score = |rows: &[&Ranked<'_>], at: &(Weights, ProfileWeights)| {
            mean(&rows.iter().map(|row| row.ndcg(&at.0, &at.1)).collect::<Vec<_>>())
        };
        let mut unseen = Vec::new();
        for fold in 0..FOLDS {
            let part = |wanted: bool| -> Vec<&Ranked<'_>> {
                let rows = of_intent.iter().enumerate();
                rows.filter(|(at, _)| (at % FOLDS == fold) == wanted).map(|(_, row)| *row).collect()
            };
            let (held, kept) = (part(true), part(false));
            let found = climb(&kept, now, &score);
            unseen.extend(held.iter().map(|row| row.ndcg(&found.0, &found.1)));
        }
        let found = climb(&of_intent, now, &score);
        println!(
            "{:<20} {:>3} now {:.3}  fitted {:.3}  unseen {:.3}\n  {:?}\n  {:?}",
            intent.id(),
            of_intent.len(),
            score(&of_intent, &now),
            score(&of_intent, &found),
            mean(&unseen),
            found.0,
            found.1
        );
    }
}

/// Steepest ascent by moving [`STEP`] from one weight to another, within the bounds the weights
/// are published with.
fn climb(
    rows: &[&Ranked<'_>],
    from: (Weights, ProfileWeights),
    score: &impl Fn(&[&Ranked<'_>], &(Weights, ProfileWeights)) -> f64,
) -> (Weights, ProfileWeights) {
    let mut best = (score(rows, &from), from);
    loop {
        let mut better = None;
        for next in neighbours(best.1) {
            let value = score(rows, &next);
            if value > best.0 + WORTH && better.as_ref().is_none_or(|(known, _)| value > *known) {
                better = Some((value, next));
            }
        }
        match better {
            Some(found) => best = found,
            None => return best.1,
        }
    }
}

fn neighbours(at: (Weights, ProfileWeights)) -> Vec<(Weights, ProfileWeights)> {
    let mut found = Vec::new();
    for (giver, give) in SHARES.iter().enumerate() {
        for (taker, take) in SHARES.iter().enumerate() {
            let mut next = at;
            *give(&mut next.0) -= STEP;
            *take(&mut next.0) += STEP;
            let fair = *give(&mut next.0) > 0.0 && (0.149..=0.351).contains(&next.0.profile);
            if giver != taker && fair {
                found.push(next);
            }
        }
    }
    for (giver, give) in PROFILE_SHARES.iter().enumerate() {
        for (taker, take) in PROFILE_SHARES.iter().enumerate() {
            let mut next = at;
            *give(&mut next.1) -= STEP;
            *take(&mut next.1) += STEP;
            if giver != taker && *give(&mut next.1) > 0.0 {
                found.push(next);
            }
        }
    }
    found
}
