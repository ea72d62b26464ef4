//! The dose an exercise gets: the usual one for these people, or the one of what it stands in for.

use super::super::plan;
use super::super::suggest::usual_dose;
use super::super::trainee::{Trainee, Who};
use crate::domain::{
    Exercise, IdSource, Item, Load, Message, Partner, Prescription, Scheme, Span, Work,
};
use crate::lint::{ODD_REASON, WEIGHT_REASON, longest_drill, needs_like_weight};
use crate::retrieval::ContextPack;

/// The item of an exercise as a coach would put it in for these people: the usual dose, a time
/// that children bear, and a word where pairs do not come out even.
#[must_use]
pub fn item_for(
    exercise: &Exercise,
    pack: &ContextPack,
    trainee: Option<&Trainee>,
    ids: &mut IdSource,
) -> Item {
    let mut item = plan::item_for(exercise, usual_dose(exercise, trainee), ids);
    if matches!(trainee.map(|trainee| &trainee.who), Some(Who::Group(_))) {
        let most = longest_drill(pack.constraints.youngest);
        if let Some(minutes) = item.minutes.map(|minutes| minutes.min(most)) {
            last(&mut item, minutes);
        }
        let odd = pack.constraints.people.filter(|people| people % 2 == 1);
        if let Some(people) = odd.filter(|_| exercise.partner == Partner::Pair) {
            item.reasons.push(Message::new(ODD_REASON).with("people", people));
        }
        if needs_like_weight(exercise) {
            item.reasons.push(Message::new(WEIGHT_REASON));
        }
    }
    item
}

/// Gives an item its minutes; a dose that says nothing but a time says the same.
pub(super) fn last(item: &mut Item, minutes: u16) {
    item.minutes = Some(minutes);
    item.prescription = lasting(&item.prescription, minutes);
}

/// The dose with these minutes, where it says nothing but a time.
#[must_use]
pub fn lasting(dose: &Prescription, minutes: u16) -> Prescription {
    let mut dose = dose.clone();
    if let Scheme::Sets { sets: None, work: Work::Seconds(seconds) } = &mut dose.scheme {
        *seconds = Span::exactly(u32::from(minutes) * 60);
    }
    dose
}

/// The dose an exercise takes over from the one it stands in for: sets and rests stay, a load that
/// belonged to the other movement becomes two repetitions in reserve, and what is dosed in another
/// way gets its usual dose.
#[must_use]
pub fn adapted_dose(
    dose: &Prescription,
    from: Option<&Exercise>,
    to: &Exercise,
    trainee: Option<&Trainee>,
) -> Prescription {
    let by_the_clock = |exercise: &Exercise| exercise.minutes.is_some();
    let Some(from) = from else { return dose.clone() };
    if by_the_clock(from) != by_the_clock(to) {
        return usual_dose(to, trainee);
    }
    let mut adapted = dose.clone();
    let same_tool = from.equipment == to.equipment && from.patterns.first() == to.patterns.first();
    if !same_tool
        && matches!(adapted.load, Some(Load::Of { .. } | Load::PerSet { .. } | Load::Band(_)))
    {
        adapted.load = None;
        if adapted.rir.is_none() && adapted.rpe.is_none() {
            adapted.rir = Some(Span::exactly(2.0));
        }
    }
    adapted
}
