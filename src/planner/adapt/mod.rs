//! What was done changes what comes: every item that was logged moves on by its own rule
//! (`docs/planner.md` §2.6), and only what was neither done nor logged is changed.

mod past;
mod rules;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use self::past::Past;
use self::rules::{Step, next};
use crate::domain::{
    Basis, Bilingual, ExerciseId, Item, ItemField, ItemId, Load, Message, PlanEdit, Prescription,
    Program, Quantity, Scheme, SetType, Span, Unit, UnitId, WeekPhase, Work,
};
use crate::library::Library;
use crate::training::{Rounding, round_load};

/// A change of one coming item.
#[derive(Debug, Clone, PartialEq)]
pub struct Adaptation {
    /// The unit it stands in.
    pub unit: UnitId,
    /// Title of the unit.
    pub title: String,
    /// Week of the program, from 1.
    pub week: u16,
    /// The item.
    pub item: ItemId,
    /// Name of the exercise now.
    pub exercise: Bilingual,
    /// What stood there.
    pub before: Prescription,
    /// What should stand there.
    pub after: Prescription,
    /// The exercise that takes its place, where the rule climbs a progression graph.
    pub swap: Option<(ExerciseId, Bilingual)>,
    /// The rule, in words.
    pub why: Message,
}

impl Adaptation {
    /// The edit of the unit that makes it so.
    #[must_use]
    pub fn edit(&self) -> PlanEdit {
        let item = self.item.clone();
        let field = ItemField::Prescription(Box::new(self.after.clone()));
        let dose = PlanEdit::SetItem { item: item.clone(), field };
        match &self.swap {
            None => dose,
            Some((id, name)) => {
                let field = ItemField::Exercise(Some(id.clone()), name.clone());
                PlanEdit::Batch { edits: vec![PlanEdit::SetItem { item, field }, dose] }
            }
        }
    }
}

/// Load of a deload against a working week (Rogerson 2024).
const DELOAD: f64 = 0.88;
/// Exposures ahead that a step is counted on for; later ones wait for what really happens.
const AHEAD: u16 = 3;

/// Everything that should change in the weeks to come, in their order.
#[must_use]
pub fn adapt(program: &Program, library: &Library) -> Vec<Adaptation> {
    let past = Past::of(program);
    let mut ahead: BTreeMap<&ExerciseId, u16> = BTreeMap::new();
    let mut changes = Vec::new();
    for week in &program.weeks {
        for unit in week.units.iter().filter(|unit| is_to_come(unit)) {
            for (_, item) in unit.items().filter(|(_, item)| item.log.is_none()) {
                let Some(id) = &item.exercise else { continue };
                if item.prescription.set_type == SetType::Test {
                    continue;
                }
                let exposures = past.exposures(id);
                let count = ahead.entry(id).or_default();
                *count += 1;
                let step = next(item, exposures, (*count).min(AHEAD), &program.profile, library);
                let Some(step) = step else { continue };
                changes.extend(change(unit, week.index, week.phase, item, step, library));
            }
        }
    }
    changes
}

fn is_to_come(unit: &Unit) -> bool {
    !unit.done && unit.items().all(|(_, item)| item.log.is_none())
}

/// The change a step makes to an item; none where everything stays as it is.
fn change(
    unit: &Unit,
    week: u16,
    phase: WeekPhase,
    item: &Item,
    step: Step,
    library: &Library,
) -> Option<Adaptation> {
    let light = phase == WeekPhase::Deload;
    let exercise = item.exercise.as_ref().and_then(|id| library.get(id));
    let mut after = item.prescription.clone();
    if let Some(kg) = step.kg {
        let smallest = exercise.and_then(|found| found.increment_kg).map_or(2.5, f64::from);
        let kg = if light { kg * DELOAD } else { kg };
        let kg = round_load(kg, smallest, Rounding::Down);
        if kg > 0.0 {
            after.load = Some(Load::Of { basis: Basis::Kg, amount: Quantity::Exactly(kg) });
        }
    }
    if !light {
        after.scheme = with(after.scheme, step.sets, step.reps, step.seconds);
    }
    after.rest = step.rest.or(after.rest);
    let swap = step.swap.and_then(|id| Some((id.clone(), library.get(&id)?.name.clone())));
    (after != item.prescription || swap.is_some()).then(|| Adaptation {
        unit: unit.id.clone(),
        title: unit.title.clone(),
        week,
        item: item.id.clone(),
        exercise: item.label.clone(),
        before: item.prescription.clone(),
        after,
        swap,
        why: step.why,
    })
}

/// The scheme with another number of sets, another range of repetitions or seconds.
fn with(
    scheme: Scheme,
    sets: Option<u16>,
    reps: Option<Span<u16>>,
    seconds: Option<Span<u32>>,
) -> Scheme {
    let Scheme::Sets { sets: count, work } = scheme else { return scheme };
    let count = sets.map(Span::exactly).or(count);
    let work = match (work, reps, seconds) {
        (Work::Reps { amrap, .. }, Some(reps), _) => Work::Reps { count: reps, amrap },
        (Work::Seconds(_), _, Some(seconds)) => Work::Seconds(seconds),
        (work, _, _) => work,
    };
    Scheme::Sets { sets: count, work }
}
