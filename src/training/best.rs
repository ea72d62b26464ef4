//! Best singles as a coach knows them: written as kilograms or as a set they are estimated from, or
//! read out of what was logged.

use std::collections::BTreeMap;

use super::loads::{Rounding, e1rm, rir_of_rpe, round_load};
use crate::domain::{Basis, ExerciseId, Explain, Item, Load, Message, SetLog, Unit};
use crate::language::fold;

/// What an estimate is rounded to, in kilograms.
const STEP: f64 = 0.5;
/// More repetitions than this say little about a single (`docs/planner.md` §2.3).
const MOST_REPS: f64 = 15.0;

/// A best single.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Best {
    /// Lifted, in kilograms.
    Tested(f64),
    /// Estimated from a set.
    Estimated {
        /// What the single would be, in kilograms.
        kg: f64,
        /// The load of the set, in kilograms.
        load: f64,
        /// Its repetitions.
        reps: f64,
    },
}

impl Best {
    /// In kilograms.
    #[must_use]
    pub const fn kg(self) -> f64 {
        match self {
            Self::Tested(kg) | Self::Estimated { kg, .. } => kg,
        }
    }
}

/// Why a text is no best single.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no best single; write kilograms such as 100, or a set such as 80x5 or 80x5 RIR2")]
pub struct BestError(String);

impl Explain for BestError {
    fn message(&self) -> Message {
        Message::new("error-best").with("text", self.0.as_str())
    }
}

/// Reads `100`, `102,5 kg`, or a set of load and repetitions, with the reserve where it is known:
/// `80x5`, `80 kg x 5 RIR2`, `80x5 @8`.
///
/// # Errors
/// [`BestError`] says what was expected.
pub fn read_best(text: &str) -> Result<Best, BestError> {
    let wrong = || BestError(text.trim().to_owned());
    let folded = fold(text).replace("kg", " ").replace('×', "x");
    let (set, effort) = match folded.split_once('@') {
        Some((set, rpe)) => {
            let rpe = rpe.trim().trim_start_matches("rpe");
            (set.to_owned(), Some(rir_of_rpe(number(rpe).ok_or_else(wrong)?)))
        }
        None => match folded
            .split_once("rir")
            .map(|it| (it, false))
            .or_else(|| folded.split_once("rpe").map(|it| (it, true)))
        {
            Some(((set, value), felt)) => {
                let value = number(value).ok_or_else(wrong)?;
                (set.to_owned(), Some(if felt { rir_of_rpe(value) } else { value }))
            }
            None => (folded, None),
        },
    };
    let Some((load, reps)) = set.split_once('x') else {
        return match (number(&set), effort) {
            (Some(kg), None) if kg > 0.0 => Ok(Best::Tested(kg)),
            _ => Err(wrong()),
        };
    };
    let (load, reps) = number(load).zip(number(reps)).ok_or_else(wrong)?;
    let sound = load > 0.0 && (1.0..=MOST_REPS).contains(&reps) && reps.fract() == 0.0;
    if !sound || effort.is_some_and(|rir| !(0.0..=10.0).contains(&rir)) {
        return Err(wrong());
    }
    Ok(Best::Estimated { kg: estimate(load, reps, effort), load, reps })
}

fn number(text: &str) -> Option<f64> {
    let value: f64 = text.trim().replace(',', ".").parse().ok()?;
    value.is_finite().then_some(value)
}

fn estimate(load: f64, reps: f64, rir: Option<f64>) -> f64 {
    round_load(e1rm(load, reps, rir), STEP, Rounding::Nearest)
}

/// The best single of each exercise that logged sets speak of. Loads beside the body say nothing
/// about a single, and neither do sets of many repetitions.
#[must_use]
pub fn logged_bests<'a>(units: impl IntoIterator<Item = &'a Unit>) -> BTreeMap<ExerciseId, f64> {
    let mut bests = BTreeMap::new();
    let items = units.into_iter().flat_map(Unit::items).map(|(_, item)| item);
    for item in items.filter(|item| is_plain(item)) {
        let (Some(exercise), Some(log)) = (&item.exercise, &item.log) else { continue };
        for kg in log.sets.iter().filter_map(single) {
            let best = bests.entry(exercise.clone()).or_insert(kg);
            *best = f64::max(*best, kg);
        }
    }
    bests
}

/// Whether the load of an item is all that is lifted.
fn is_plain(item: &Item) -> bool {
    let beside = |basis: &Basis| matches!(basis, Basis::BodyweightPlusKg | Basis::BodyweightPlusLb);
    match &item.prescription.load {
        Some(Load::Of { basis, .. } | Load::PerSet { basis, .. }) => !beside(basis),
        Some(Load::Bodyweight) => false,
        _ => true,
    }
}

fn single(set: &SetLog) -> Option<f64> {
    let (load, reps) = (set.load_kg?, f64::from(set.reps?));
    let counts = load > 0.0 && (1.0..=MOST_REPS).contains(&reps);
    counts.then(|| estimate(load, reps, set.rpe.map(rir_of_rpe)))
}
