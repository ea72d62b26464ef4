//! What one plan means for each athlete: a percentage, a repetition maximum or an effort becomes
//! kilograms and plates for those whose best single is known, and stays a target to find for the
//! others.

use super::loads::training_max;
use super::loads::{Rounding, load_for, percent_of_max, plates_per_side, rir_of_rpe, round_load};
use crate::domain::{
    AthleteProfile, Basis, Exercise, Item, Lang, Load, Prescription, Scheme, Work,
};
use crate::language::write_number;
use crate::notation;

/// Bar and plates of an ordinary gym, in kilograms.
const BAR: f64 = 20.0;
const PLATES: [f64; 6] = [25.0, 20.0, 15.0, 10.0, 5.0, 2.5];
const SMALL_PLATE: f64 = 1.25;
/// Share of a best single that is taken as usual reserve where a plan names none.
const USUAL_RIR: f64 = 2.0;

/// What an athlete puts on for one item.
#[derive(Debug, Clone, PartialEq)]
pub enum Target {
    /// Kilograms, with the plates for one side where a bar is used.
    Kilograms {
        /// What is lifted.
        kg: f64,
        /// Plates for one side; empty: no bar, or the bar alone.
        plates: Vec<f64>,
        /// Whether a bar is used.
        bar: bool,
    },
    /// The body, with kilograms added.
    Body {
        /// Kilograms added; negative is help.
        added: f64,
        /// What moves in all, where the athlete's weight is known.
        all: Option<f64>,
    },
    /// As the plan says: a band, an effort, a pace. Found on the day.
    AsWritten,
}

/// The target of an athlete for an item.
#[must_use]
pub fn target(item: &Item, exercise: Option<&Exercise>, athlete: &AthleteProfile) -> Target {
    let prescription = &item.prescription;
    let best = item
        .exercise
        .as_ref()
        .and_then(|id| athlete.one_rm_kg.get(id))
        .map(|kg| f64::from(*kg))
        .filter(|kg| *kg > 0.0);
    let body = athlete.weight_kg.map(f64::from);
    let kg = match &prescription.load {
        Some(Load::Of { basis, amount }) => by_basis(*basis, amount.value(), best, body),
        Some(Load::PerSet { basis, amounts }) => {
            let top = amounts.iter().copied().fold(0.0, f64::max);
            by_basis(*basis, top, best, body)
        }
        Some(Load::Bodyweight) => return Target::Body { added: 0.0, all: body },
        Some(Load::Band(_) | Load::Intensity(_)) => return Target::AsWritten,
        None => by_effort(prescription, best),
    };
    match (kg, &prescription.load) {
        (Some(kg), Some(Load::Of { basis, .. })) if is_body(*basis) => {
            Target::Body { added: kg, all: body.map(|body| body + kg) }
        }
        (Some(kg), _) => on_the_bar(kg, exercise),
        (None, _) => Target::AsWritten,
    }
}

const fn is_body(basis: Basis) -> bool {
    matches!(basis, Basis::BodyweightPlusKg | Basis::BodyweightPlusLb | Basis::BodyweightMinusKg)
}

fn by_basis(basis: Basis, amount: f64, best: Option<f64>, body: Option<f64>) -> Option<f64> {
    const KG_PER_LB: f64 = 0.453_592_37;
    match basis {
        Basis::Kg | Basis::BodyweightPlusKg => Some(amount),
        Basis::Lb | Basis::BodyweightPlusLb => Some(amount * KG_PER_LB),
        Basis::BodyweightMinusKg => Some(-amount),
        Basis::Pct1Rm => Some(best? * amount / 100.0),
        Basis::PctTm => Some(training_max(best?) * amount / 100.0),
        Basis::Rm => Some(best? * percent_of_max(amount, 0.0) / 100.0),
        Basis::PctBodyweight => Some(body? * amount / 100.0),
        Basis::Velocity | Basis::HrZone | Basis::PacePerKm | Basis::Watts | Basis::Cr10 => None,
    }
}

/// Repetitions and reserve against the best single.
fn by_effort(prescription: &Prescription, best: Option<f64>) -> Option<f64> {
    let reps = match &prescription.scheme {
        Scheme::Sets { work: Work::Reps { count, .. }, .. }
        | Scheme::Rounds { work: Work::Reps { count, .. }, .. } => f64::from(count.max),
        _ => return None,
    };
    let rir = prescription
        .rir
        .map(|span| span.max)
        .or_else(|| prescription.rpe.map(|span| rir_of_rpe(span.min)))
        .unwrap_or(USUAL_RIR);
    Some(load_for(best?, reps, rir))
}

/// Rounded down to what can be put on.
fn on_the_bar(kg: f64, exercise: Option<&Exercise>) -> Target {
    let step = exercise.and_then(|found| found.increment_kg).map_or(2.5, f64::from);
    let bar = exercise.is_some_and(|found| {
        found.equipment.iter().any(|set| set.iter().any(|thing| thing.as_str() == "barbell"))
    });
    let kg = round_load(kg, step, Rounding::Down);
    let plates = if bar {
        let mut plates = PLATES.to_vec();
        plates.push(SMALL_PLATE);
        plates_per_side(kg, BAR, &plates)
    } else {
        Vec::new()
    };
    Target::Kilograms { kg, plates, bar }
}

impl Target {
    /// The target in a cell: `82.5 kg (25+5+1.25)`, `BW+10 = 92 kg`, or the dose as it stands.
    #[must_use]
    pub fn text(&self, item: &Item, lang: Lang) -> String {
        let number = |kg: f64| write_number(kg, 2, lang);
        match self {
            Self::Kilograms { kg, plates, bar } => {
                let side: Vec<String> = plates.iter().map(|plate| number(*plate)).collect();
                match (bar, side.is_empty()) {
                    (true, false) => format!("{} kg ({})", number(*kg), side.join("+")),
                    _ => format!("{} kg", number(*kg)),
                }
            }
            Self::Body { added, all } => {
                let body = match lang {
                    Lang::En => "BW",
                    Lang::De => "KG",
                };
                let sign = if *added < 0.0 { "−" } else { "+" };
                let own = if *added == 0.0 {
                    body.to_owned()
                } else {
                    format!("{body}{sign}{} kg", number(added.abs()))
                };
                match all {
                    Some(all) if *added != 0.0 => format!("{own} = {} kg", number(*all)),
                    _ => own,
                }
            }
            Self::AsWritten => notation::print(&item.prescription, lang),
        }
    }
}
