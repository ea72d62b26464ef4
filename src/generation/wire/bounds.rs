//! How far a week may stray from its outline: a model that writes 300 kg for 100 kg is wrong,
//! whatever it meant.

use super::Slot;
use crate::domain::{Basis, Load, Prescription, Scheme, Work};

/// Loads may grow by this within a block; the linter watches the steps from week to week.
const MOST_LOAD: f64 = 1.35;
/// So may repetitions, seconds and metres.
const MOST_AMOUNT: f64 = 2.0;
/// Sets may be this many more.
const MORE_SETS: u16 = 3;
/// More than this of one exercise in one unit is a slip of the pen (S1, the source's own bound).
const MOST_SETS: u16 = 10;
/// Heavier than anything that was ever lifted for repetitions.
const MOST_KG: f64 = 500.0;

/// What is out of bounds about a slot of a week, against the same slot of the outline.
pub(super) fn beyond(week: &Slot, outline: Option<&Slot>) -> Option<String> {
    let dose = &week.dose;
    if let Some(sets) = dose.set_count().filter(|sets| *sets > MOST_SETS && is_sets(dose)) {
        return Some(format!("{sets} sets of one exercise are more than {MOST_SETS}"));
    }
    if let Some((Basis::Kg, kg)) = heaviest(dose).filter(|load| load.1 > MOST_KG) {
        return Some(format!("a load of {kg} kg is a slip of the pen"));
    }
    let before = &outline.filter(|slot| slot.exercise == week.exercise)?.dose;
    if let (Some(now), Some(then)) = (dose.set_count(), before.set_count())
        && is_sets(dose)
        && now > then.saturating_add(MORE_SETS)
    {
        return Some(format!("{now} sets are too many more than {then} in the outline"));
    }
    if let (Some(now), Some(then)) = (heaviest(dose), heaviest(before))
        && now.0 == then.0
        && now.1 > then.1 * MOST_LOAD
    {
        return Some(format!("a load of {} is too far above {} in the outline", now.1, then.1));
    }
    if let (Some(now), Some(then)) = (amount(dose), amount(before))
        && now.0 == then.0
        && now.1 > then.1 * MOST_AMOUNT
    {
        return Some(format!("{} {} are too far above {} in the outline", now.1, now.0, then.1));
    }
    None
}

const fn is_sets(dose: &Prescription) -> bool {
    matches!(dose.scheme, Scheme::Sets { .. } | Scheme::List(_))
}

/// The heaviest load with what it refers to.
fn heaviest(dose: &Prescription) -> Option<(Basis, f64)> {
    match dose.load.as_ref()? {
        Load::Of { basis, amount } => Some((*basis, amount.value())),
        Load::PerSet { basis, amounts } => {
            Some((*basis, amounts.iter().copied().reduce(f64::max)?))
        }
        _ => None,
    }
}

/// What one set holds, with what it is counted in.
fn amount(dose: &Prescription) -> Option<(&'static str, f64)> {
    let of = |work: &Work| match work {
        Work::Reps { count, .. } => Some(("repetitions", f64::from(count.max))),
        Work::Seconds(span) => Some(("seconds", f64::from(span.max))),
        Work::Metres(metres) => Some(("metres", metres.value())),
        _ => None,
    };
    match &dose.scheme {
        Scheme::Sets { work, .. } | Scheme::Rounds { work, .. } => of(work),
        Scheme::List(works) => works
            .iter()
            .filter_map(of)
            .reduce(|most, next| if next.1 > most.1 { next } else { most }),
        _ => None,
    }
}
