//! The rules, one by one: what the next exposure of an item asks for after what was done.

use super::past::Exposure;
use crate::domain::{
    ExerciseId, Item, Message, Profile, Progression, ProgressionKind, Scheme, Span, Work,
};
use crate::library::Library;
use crate::lint::{Subject, suits};
use crate::training::{load_for, percent_of_max};

/// What changes.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Step {
    /// Kilograms of a working week.
    pub(super) kg: Option<f64>,
    /// Repetitions.
    pub(super) reps: Option<Span<u16>>,
    /// Sets.
    pub(super) sets: Option<u16>,
    /// Seconds of rest.
    pub(super) rest: Option<Span<u32>>,
    /// Seconds of work.
    pub(super) seconds: Option<Span<u32>>,
    /// The exercise that takes its place.
    pub(super) swap: Option<ExerciseId>,
    /// In words.
    pub(super) why: Message,
}

impl Step {
    const fn new(why: Message) -> Self {
        Self { kg: None, reps: None, sets: None, rest: None, seconds: None, swap: None, why }
    }
}

/// Sets no rule goes beyond.
const MOST_SETS: u16 = 6;
/// Share of a load that one point of exertion is worth.
const PER_RPE: f64 = 0.03;

/// What the item asks for as the `ahead`th exposure to come (from 1); nothing where there is no
/// rule or nothing was logged.
pub(super) fn next(
    item: &Item,
    past: &[Exposure<'_>],
    ahead: u16,
    profile: &Profile,
    library: &Library,
) -> Option<Step> {
    let rule = item.progression.as_ref()?;
    let last = past.last()?;
    let failed = past.iter().rev().take_while(|exposure| !exposure.is_success()).count();
    let given_up = rule.misses.is_some_and(|misses| failed >= usize::from(misses.max(1)));
    match rule.kind {
        ProgressionKind::Linear => linear(rule, past, given_up, ahead),
        ProgressionKind::Double | ProgressionKind::Triple => double(item, rule, past, given_up),
        ProgressionKind::Percent | ProgressionKind::Amrap => percent(item, rule, past, given_up),
        ProgressionKind::Rpe => exertion(rule, past, given_up),
        ProgressionKind::Stage => stage(rule, past, given_up, ahead),
        ProgressionKind::Sets => Some(sets(last)),
        ProgressionKind::Density => Some(density(rule, last)),
        ProgressionKind::Time => Some(time(rule, last, given_up)),
        ProgressionKind::Variation => variation(item, past, given_up, profile, library),
        ProgressionKind::Complexity | ProgressionKind::None => None,
    }
}

/// The last load that was lifted.
fn lifted(past: &[Exposure<'_>]) -> Option<f64> {
    past.iter().rev().find_map(Exposure::kg)
}

fn back_off(rule: &Progression, kg: f64) -> Step {
    let why = Message::new("adapt-back-off").with("pct", rule.back_off_pct);
    Step { kg: Some(kg * (1.0 - rule.back_off_pct / 100.0)), ..Step::new(why) }
}

/// Why a load stays: it was missed, or it was not done at all.
fn repeated(last: &Exposure<'_>) -> Message {
    Message::new(if last.is_done() { "adapt-repeat" } else { "adapt-missed" })
}

/// A fixed step after every success.
fn linear(rule: &Progression, past: &[Exposure<'_>], given_up: bool, ahead: u16) -> Option<Step> {
    let (last, kg) = (past.last()?, lifted(past)?);
    if given_up {
        return Some(back_off(rule, kg));
    }
    if !last.is_success() {
        return Some(Step { kg: Some(kg), ..Step::new(repeated(last)) });
    }
    let why = Message::new("adapt-step").with("step", rule.step);
    Some(Step { kg: Some(kg + rule.step * f64::from(ahead)), ..Step::new(why) })
}

/// Repetitions to the top of the range, then load.
fn double(item: &Item, rule: &Progression, past: &[Exposure<'_>], given_up: bool) -> Option<Step> {
    let last = past.last()?;
    let kg = lifted(past);
    if given_up {
        return kg.map(|kg| back_off(rule, kg));
    }
    let range = rule.reps.or_else(|| reps(item))?;
    if last.is_top() {
        let why = Message::new("adapt-top").with("step", rule.step);
        let step = Step { reps: Some(range), ..Step::new(why) };
        return Some(Step { kg: kg.map(|kg| kg + rule.step), ..step });
    }
    if !last.is_success() {
        return Some(Step { kg, ..Step::new(repeated(last)) });
    }
    let least = last.fewest().map_or(range.min, |fewest| (fewest + 1).clamp(range.min, range.max));
    let why = Message::new("adapt-one-more").with("reps", least);
    Some(Step { kg, reps: Some(Span { min: least, max: range.max }), ..Step::new(why) })
}

/// From the best single the last sets stand for, a little at a time.
fn percent(item: &Item, rule: &Progression, past: &[Exposure<'_>], given_up: bool) -> Option<Step> {
    let kg = lifted(past)?;
    if given_up {
        return Some(back_off(rule, kg));
    }
    let best = past.iter().rev().take(3).filter_map(Exposure::best_single).reduce(f64::max)?;
    let reps = f64::from(reps(item)?.max);
    let rir = item.prescription.rir.map_or(2.0, |span| span.max);
    // not more than the step of the rule above the load for these repetitions that was just done
    let same = |exposure: &Exposure<'_>| Some(exposure.best_single()? * share(reps, rir));
    let most = past.last().and_then(same).unwrap_or(kg) * (1.0 + rule.step / 100.0);
    let why = Message::new("adapt-best").with("best", (best * 2.0).round() / 2.0);
    Some(Step { kg: Some(load_for(best, reps, rir).min(most)), ..Step::new(why) })
}

fn share(reps: f64, rir: f64) -> f64 {
    percent_of_max(reps, rir) / 100.0
}

/// By how hard it was.
fn exertion(rule: &Progression, past: &[Exposure<'_>], given_up: bool) -> Option<Step> {
    const MOST: f64 = 0.10;
    let (last, kg) = (past.last()?, lifted(past)?);
    if given_up {
        return Some(back_off(rule, kg));
    }
    let (Some(felt), Some(wanted)) = (last.rpe(), last.wanted_rpe()) else {
        return Some(Step { kg: Some(kg), ..Step::new(repeated(last)) });
    };
    let off = felt - wanted;
    let share = (-off * PER_RPE).clamp(-MOST, MOST);
    let why = Message::new("adapt-felt").with("felt", felt).with("wanted", wanted);
    Some(Step { kg: Some(kg * (1.0 + share)), ..Step::new(why) })
}

/// Heavier after success; after misses more sets of fewer repetitions before weight comes off.
fn stage(rule: &Progression, past: &[Exposure<'_>], given_up: bool, ahead: u16) -> Option<Step> {
    let (last, kg) = (past.last()?, lifted(past)?);
    let range = last.reps()?;
    if given_up && range.min > 2 {
        let least = range.min - 1;
        let fewer = Span { min: least, max: range.max.saturating_sub(2).max(least) };
        let sets = Some((last.sets() + 1).min(MOST_SETS));
        let step =
            Step { kg: Some(kg), reps: Some(fewer), ..Step::new(Message::new("adapt-stage")) };
        return Some(Step { sets, ..step });
    }
    linear(rule, past, given_up, ahead)
}

/// One set more while it stays easy enough, one less after a miss.
fn sets(last: &Exposure<'_>) -> Step {
    let hard = match (last.rpe(), last.wanted_rpe()) {
        (Some(felt), Some(wanted)) => felt > wanted + 0.5,
        _ => false,
    };
    match (last.is_success(), hard) {
        (true, false) => {
            let sets = Some((last.sets() + 1).min(MOST_SETS));
            Step { sets, ..Step::new(Message::new("adapt-more-sets")) }
        }
        (true, true) => Step { sets: Some(last.sets()), ..Step::new(Message::new("adapt-repeat")) },
        (false, _) => {
            let sets = Some(last.sets().saturating_sub(1).max(1));
            Step { sets, ..Step::new(Message::new("adapt-fewer-sets")) }
        }
    }
}

/// The same in less time.
fn density(rule: &Progression, last: &Exposure<'_>) -> Step {
    let seconds = rule.step.round() as i32;
    let moved = |by: i32| last.rest().map(|rest| shifted(rest, by, (15, 600)));
    if last.is_success() {
        let why = Message::new("adapt-denser").with("seconds", seconds);
        Step { rest: moved(-seconds), ..Step::new(why) }
    } else {
        let why = Message::new("adapt-longer-rest").with("seconds", seconds);
        Step { rest: moved(seconds), ..Step::new(why) }
    }
}

/// Both ends moved by seconds, within a range; what lies outside already stays.
fn shifted(span: Span<u32>, by: i32, (least, most): (u32, u32)) -> Span<u32> {
    let moved =
        |value: u32| value.saturating_add_signed(by).clamp(least.min(value), most.max(value));
    Span { min: moved(span.min), max: moved(span.max) }
}

/// Longer holds.
fn time(rule: &Progression, last: &Exposure<'_>, given_up: bool) -> Step {
    let seconds = rule.step.round() as i32;
    let moved = |by: i32| last.seconds().map(|work| shifted(work, by, (5, 120)));
    if last.is_success() {
        let why = Message::new("adapt-longer").with("seconds", seconds);
        Step { seconds: moved(seconds), ..Step::new(why) }
    } else if given_up {
        let why = Message::new("adapt-shorter").with("seconds", seconds);
        Step { seconds: moved(-seconds), ..Step::new(why) }
    } else {
        Step::new(repeated(last))
    }
}

/// Repetitions to the top twice, then the next edge of the graph; one edge back after misses.
fn variation(
    item: &Item,
    past: &[Exposure<'_>],
    given_up: bool,
    profile: &Profile,
    library: &Library,
) -> Option<Step> {
    let last = past.last()?;
    let id = item.exercise.as_ref()?;
    let subject = subject(profile);
    let fits = |id: &ExerciseId| library.get(id).is_some_and(|found| suits(found, &subject));
    if given_up {
        let before = library.prerequisites(id);
        let easier = before.iter().map(|(_, edge)| &edge.from).find(|id| fits(id));
        let swap = easier.cloned()?;
        return Some(Step { swap: Some(swap), ..Step::new(Message::new("adapt-easier")) });
    }
    let range = reps(item)?;
    let twice = past.iter().rev().take(2).filter(|exposure| exposure.is_top()).count() == 2;
    if twice {
        let after = library.successors(id);
        let harder = after.iter().map(|(_, edge)| &edge.to).find(|id| fits(id));
        if let Some(swap) = harder.cloned() {
            return Some(Step { swap: Some(swap), ..Step::new(Message::new("adapt-harder")) });
        }
    }
    if !last.is_success() {
        return None;
    }
    let least = last.fewest().map_or(range.min, |fewest| (fewest + 1).clamp(range.min, range.max));
    let why = Message::new("adapt-one-more").with("reps", least);
    Some(Step { reps: Some(Span { min: least, max: range.max }), ..Step::new(why) })
}

/// The repetitions of an item.
const fn reps(item: &Item) -> Option<Span<u16>> {
    match &item.prescription.scheme {
        Scheme::Sets { work: Work::Reps { count, .. }, .. } => Some(*count),
        _ => None,
    }
}

/// What is known of the people, for what may take an exercise's place.
fn subject(profile: &Profile) -> Subject {
    match profile {
        Profile::Athlete(athlete) => athlete.into(),
        Profile::Group(group) => group.into(),
    }
}
