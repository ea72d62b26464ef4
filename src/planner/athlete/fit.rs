//! Fits a day into its minutes (`docs/planner.md` §2.9): antagonists become supersets, isolation
//! rests shrink, accessories lose sets and then go, main lifts last and never below two sets.

use super::cost::day_minutes;
use super::dose::Role;
use super::draft::{DayDraft, ItemDraft, Timed};
use super::pool::Pool;
use crate::domain::{AthleteProfile, Category, Exercise, Goal, Muscle, Pattern, SupersetTag};
use crate::lint::{Region, Tally, shares};

/// A day may take a little more than its minutes …
pub(crate) const MOST_OF_BUDGET: f32 = 1.05;
/// … and should use most of them.
pub(crate) const LEAST_OF_BUDGET: f32 = 0.85;

/// Shortens the day until it fits, by the gentlest means first. `elsewhere` is what the other days
/// of the week do for each muscle: what only this day trains stays longest.
pub(crate) fn shorten(day: &mut DayDraft, minutes: u16, elsewhere: &Tally) {
    let budget = f32::from(minutes) * MOST_OF_BUDGET;
    let over = |day: &DayDraft| day_minutes(day) > budget;
    if over(day) {
        pair_antagonists(day, Role::Accessory);
    }
    if over(day) {
        for item in day.items.iter_mut().filter(|item| item.role >= Role::Isolation) {
            item.rest = item.rest.min(60);
        }
    }
    if over(day) {
        for item in &mut day.items {
            item.rest = item.rest.min(item.dose.rest.min);
        }
    }
    while over(day) && fewer_accessory_sets(day) {}
    while over(day) && drop_spare(day, elsewhere, Spare::Accessory) {}
    if over(day) {
        pair_antagonists(day, Role::Main);
    }
    while over(day) && fewer_main_sets(day) {}
    while over(day) && drop_spare(day, elsewhere, Spare::Any) {}
    mend_supersets(day);
}

/// Pairs items from a role on that do not tire each other: push with pull, knee with hip
/// isolation, arms, trunk with upper body. Never two heavy lifts of the legs, and never the first
/// lift of the day; other main lifts only where there is no time for anything else.
pub(crate) fn pair_antagonists(day: &mut DayDraft, from: Role) {
    let mut letter = next_letter(day);
    let mut at = 1;
    while at < day.items.len() {
        let free = |item: &ItemDraft| item.superset.is_none() && item.role >= from;
        let partner = match day.items.get(at) {
            Some(item) if free(item) => day
                .items
                .iter()
                .enumerate()
                .skip(at + 1)
                .find(|(_, other)| free(other) && antagonists(item, other))
                .map(|(at, _)| at),
            _ => None,
        };
        if let Some(other) = partner {
            let moved = day.items.remove(other);
            day.items.insert(at + 1, moved);
            for (number, item) in (1..).zip(day.items.iter_mut().skip(at).take(2)) {
                item.superset = Some(SupersetTag { letter, number });
            }
            letter = char::from_u32(u32::from(letter) + 1).unwrap_or('Z');
            at += 2;
        } else {
            at += 1;
        }
    }
}

/// The first letter no superset of the day has.
fn next_letter(day: &DayDraft) -> char {
    let last = day.items.iter().filter_map(|item| item.superset.map(|tag| tag.letter)).max();
    last.map_or('A', |last| char::from_u32(u32::from(last) + 1).unwrap_or('Z'))
}

fn antagonists(one: &ItemDraft, other: &ItemDraft) -> bool {
    let heavy_legs =
        |item: &ItemDraft| matches!(item.pattern, Pattern::Squat | Pattern::Hinge | Pattern::Lunge);
    if heavy_legs(one) && heavy_legs(other) {
        return false;
    }
    // equal sets, so that the rounds come out even
    if one.sets != other.sets {
        return false;
    }
    let (a, b) = (shares(&one.exercise), shares(&other.exercise));
    Region::ALL.into_iter().all(|region| a.of(region).min(b.of(region)) < 0.5)
}

/// Rounds must stay even, and nobody stays behind alone.
fn mend_supersets(day: &mut DayDraft) {
    let tags: Vec<Option<SupersetTag>> = day.items.iter().map(|item| item.superset).collect();
    for item in &mut day.items {
        let alone = item.superset.is_some_and(|tag| {
            tags.iter().flatten().filter(|other| other.letter == tag.letter).count() < 2
        });
        if alone {
            item.superset = None;
        }
    }
}

fn fewer_accessory_sets(day: &mut DayDraft) -> bool {
    let found = day
        .items
        .iter_mut()
        .filter(|item| item.role >= Role::Accessory && item.sets > 2)
        .max_by_key(|item| item.sets);
    found.map(|item| item.sets -= 1).is_some()
}

/// What may be dropped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Spare {
    /// Accessories whose muscles something else in the week trains as well.
    Accessory,
    /// Whatever the week misses least.
    Any,
}

/// Drops what the week misses least: what leaves no large muscle without work, isolation before
/// accessories before the trunk before main lifts, from the end. Two items stay.
fn drop_spare(day: &mut DayDraft, elsewhere: &Tally, spare: Spare) -> bool {
    let rank = |role: Role| match role {
        Role::Isolation => 3,
        Role::Accessory => 2,
        Role::Core => 1,
        Role::Power | Role::Main | Role::Second => 0,
    };
    let found = day
        .items
        .iter()
        .enumerate()
        .map(|(at, item)| (only_here(day, at, elsewhere), rank(item.role), at))
        .filter(|(only, rank, _)| spare == Spare::Any || (!only && *rank > 0))
        .max_by_key(|(only, rank, at)| (!only, *rank, *at));
    if let Some((_, _, at)) = found.filter(|_| day.items.len() > 2) {
        day.items.remove(at);
        mend_supersets(day);
        return true;
    }
    false
}

/// Whether some large muscle is trained by this item alone.
fn only_here(day: &DayDraft, at: usize, elsewhere: &Tally) -> bool {
    let mut rest = *elsewhere;
    let others = day.items.iter().enumerate().filter(|(other, _)| *other != at);
    for (_, item) in others.filter(|(_, item)| item.is_hard()) {
        rest.add(&item.exercise, f32::from(item.sets));
    }
    day.items.get(at).is_some_and(|item| {
        shares(&item.exercise)
            .iter()
            .any(|(region, share)| region.is_major() && share >= 0.5 && rest.of(region) < 1.0)
    })
}

fn fewer_main_sets(day: &mut DayDraft) -> bool {
    let found = day.items.iter_mut().filter(|item| item.sets > 2).max_by_key(|item| item.sets);
    found.map(|item| item.sets -= 1).is_some()
}

/// Warm-up by RAMP (Jeffreys): something that raises the pulse, then something that moves the
/// joints; and a quiet end where there is time for one.
pub(crate) fn frame(day: &mut DayDraft, profile: &AthleteProfile, pool: &Pool<'_>, rotate: usize) {
    let minutes = profile.minutes;
    let warm = (f32::from(minutes) * 0.13).round().clamp(3.0, 10.0) as u16;
    let title = day.title;
    let raise = pick(pool, rotate, |found| {
        found.category == Category::Conditioning && !is_interval(found) && shortest(found) <= 4
            || matches!(found.id.as_str(), "arm_circles" | "leg_swings") && moves(title, found)
    });
    let (first, second) = (warm - warm / 2, warm / 2);
    if let Some(exercise) = raise {
        day.warm_up.push(Timed { exercise, minutes: first });
    }
    // two joints are moved rather than one for long
    let halves = if second >= 4 { vec![second - second / 2, second / 2] } else { vec![second] };
    for (at, minutes) in halves.into_iter().enumerate() {
        let mobile = |found: &Exercise| {
            found.category == Category::Mobility
                && !is_static(found)
                && !is_quiet(found)
                && shortest(found) <= 2
        };
        let mobilise = pick(pool, rotate * 2 + at, |found| mobile(found) && moves(title, found))
            .or_else(|| pick(pool, rotate * 2 + at, mobile));
        if let Some(exercise) =
            mobilise.filter(|found| day.warm_up.iter().all(|t| t.exercise.id != found.id))
        {
            day.warm_up.push(Timed { exercise, minutes: minutes.max(1) });
        }
    }
    if day.recovery {
        recover(day, profile, pool, rotate);
    } else if minutes >= 50 {
        day.cool_down.extend(stretches(pool, title, rotate, 2, 2));
    }
}

/// A day without weights: easy endurance of at most forty minutes, then mobility.
fn recover(day: &mut DayDraft, profile: &AthleteProfile, pool: &Pool<'_>, rotate: usize) {
    let budget = profile.minutes.min(60);
    let easy = pick(pool, rotate, is_easy);
    let warm: u16 = day.warm_up.iter().map(|timed| timed.minutes).sum();
    let stretch = 8_u16.min(budget / 4);
    let minutes = budget.saturating_sub(warm + stretch).clamp(10, 40);
    if let Some(exercise) = easy {
        day.endurance.push(Timed { exercise, minutes });
    }
    day.cool_down.extend(stretches(pool, day.title, rotate, (stretch / 2).into(), 2));
}

/// Fills what is left of the minutes with easy endurance where the goal profits or much is left.
pub(crate) fn use_the_rest(
    day: &mut DayDraft,
    profile: &AthleteProfile,
    pool: &Pool<'_>,
    rotate: usize,
) {
    const LONGEST: u16 = 30;
    if day.recovery {
        return;
    }
    let budget = f32::from(profile.minutes);
    let left = budget - day_minutes(day);
    let wants = matches!(
        profile.goal,
        Goal::General | Goal::Endurance | Goal::Older | Goal::Return | Goal::Youth
    );
    let much = day_minutes(day) < budget * LEAST_OF_BUDGET;
    if left >= 6.0 && (wants || much) {
        let easy = pick(pool, rotate, |found| is_easy(found) && f32::from(shortest(found)) <= left);
        if let Some(exercise) = easy {
            let minutes = (left.floor() as u16).min(LONGEST);
            day.endurance.push(Timed { exercise, minutes });
        }
    }
    let left = budget - day_minutes(day);
    if day_minutes(day) < budget * LEAST_OF_BUDGET && left >= 4.0 {
        let stretch = (left.floor() as u16).min(12) / 2;
        let more: Vec<Timed> = stretches(pool, day.title, rotate + 1, stretch.into(), 2)
            .into_iter()
            .filter(|new| day.cool_down.iter().all(|old| old.exercise.id != new.exercise.id))
            .collect();
        day.cool_down.extend(more);
    }
}

fn shortest(exercise: &Exercise) -> u8 {
    exercise.minutes.map_or(u8::MAX, |minutes| minutes.min)
}

fn is_interval(exercise: &Exercise) -> bool {
    exercise.training_types.iter().any(|kind| matches!(kind.as_str(), "interval" | "sprint"))
}

/// Even effort that can be kept up for a long time.
fn is_easy(exercise: &Exercise) -> bool {
    exercise.category == Category::Conditioning
        && !is_interval(exercise)
        && exercise.minutes.is_some_and(|minutes| minutes.max >= 30)
}

/// Breathing and letting go: for the end of a unit.
fn is_quiet(exercise: &Exercise) -> bool {
    exercise.training_types.iter().any(|kind| matches!(kind.as_str(), "relaxation" | "recovery"))
}

fn is_static(exercise: &Exercise) -> bool {
    exercise.id.as_str().ends_with("_stretch") && exercise.id.as_str() != "world_greatest_stretch"
        || exercise.id.as_str() == "childs_pose"
}

/// Whether it moves or stretches what the day trains: hips before squats, shoulders before presses.
fn moves(title: &str, exercise: &Exercise) -> bool {
    const LEGS: [Muscle; 8] = [
        Muscle::Glutes,
        Muscle::Quads,
        Muscle::Hamstrings,
        Muscle::Calves,
        Muscle::Tibialis,
        Muscle::HipFlexors,
        Muscle::Abductors,
        Muscle::Adductors,
    ];
    const TRUNK: [Muscle; 4] = [Muscle::Abs, Muscle::Obliques, Muscle::DeepCore, Muscle::Erectors];
    let legs = exercise.primary.iter().any(|muscle| LEGS.contains(muscle));
    let trunk = |muscle: &Muscle| TRUNK.contains(muscle);
    let upper = exercise.primary.iter().any(|own| !LEGS.contains(own) && !trunk(own));
    match title {
        "day-upper" | "day-push" | "day-pull" => upper || !legs,
        "day-lower" | "day-legs" => legs || !upper,
        _ => true,
    }
}

/// The `rotate`th that fits, so that days differ.
fn pick(
    pool: &Pool<'_>,
    rotate: usize,
    fits: impl Fn(&Exercise) -> bool,
) -> Option<std::sync::Arc<Exercise>> {
    let found: Vec<_> = pool.gentle.iter().filter(|found| fits(found)).collect();
    let at = rotate.checked_rem(found.len())?;
    found.get(at).map(|found| std::sync::Arc::clone(found))
}

fn stretches(
    pool: &Pool<'_>,
    title: &str,
    rotate: usize,
    count: usize,
    minutes: u16,
) -> Vec<Timed> {
    let held = pool.gentle.iter().filter(|it| it.category == Category::Mobility && is_static(it));
    let all: Vec<_> = held.collect();
    let own: Vec<_> = all.iter().copied().filter(|found| moves(title, found)).collect();
    let found = if own.len() < count { all } else { own };
    let each = |at: usize| {
        let at = (rotate * 2 + at).checked_rem(found.len())?;
        let exercise = std::sync::Arc::clone(found.get(at)?);
        Some(Timed { exercise, minutes })
    };
    (0..count.min(found.len())).filter_map(each).collect()
}
