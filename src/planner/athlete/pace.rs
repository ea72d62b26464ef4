//! Weeks over time (`docs/planner.md` §2.6): blocks, deloads, taper and test by level, and the rule
//! by which each item moves on. Deloads follow Rogerson 2024: every five to six weeks, one week,
//! fewer sets, less load, more in reserve, the same days and exercises.

use super::dose::Role;
use super::draft::ItemDraft;
use crate::domain::{
    AthleteProfile, Exercise, Goal, Level, Mesocycle, Message, Pattern, Prescription, Progression,
    ProgressionKind, Scheme, SectionKind, Span, WeekPhase, Work,
};
use crate::library::Library;
use crate::planner::WeekPlan;

/// Blocks and weeks of a program.
pub(crate) struct Pace {
    pub(crate) mesocycles: Vec<Mesocycle>,
    pub(crate) weeks: Vec<WeekPlan>,
}

/// Lays `weeks` out for a level and goal. Before a contest volume falls and load stays, for one
/// week or, with eight weeks to prepare, for two; then it begins anew.
pub(crate) fn lay_out(goal: Goal, level: Level, weeks: u16, contest: Option<u16>) -> Pace {
    const LONG: u16 = 8;
    let Some(contest) = contest.filter(|week| (1..=weeks).contains(week)) else {
        return stretch(goal, level, weeks, End::Open);
    };
    let mut pace = stretch(goal, level, contest, End::Contest);
    let tapered = if contest >= LONG && level > Level::Beginner { 2 } else { 1 };
    for week in pace.weeks.iter_mut().filter(|week| week.index + tapered > contest) {
        week.phase = WeekPhase::Taper;
        week.intent = vec![intent(WeekPhase::Taper, goal)];
    }
    if contest < weeks {
        let blocks = pace.mesocycles.len();
        let after = stretch(goal, level, weeks - contest, End::Open);
        pace.mesocycles.extend(after.mesocycles.into_iter().map(|block| Mesocycle {
            first: block.first + contest,
            last: block.last + contest,
            ..block
        }));
        pace.weeks.extend(after.weeks.into_iter().map(|week| WeekPlan {
            index: week.index + contest,
            block: week.block + blocks,
            ..week
        }));
    }
    pace
}

/// What weeks lead to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    /// Nothing in particular; who is advanced and wants strength measures it.
    Open,
    /// A contest.
    Contest,
}

fn stretch(goal: Goal, level: Level, weeks: u16, end: End) -> Pace {
    let heavy = matches!(goal, Goal::Strength | Goal::StrengthHypertrophy | Goal::Power);
    let tests = end == End::Open
        && goal == Goal::Strength
        && matches!(level, Level::Advanced | Level::Elite)
        && weeks >= 7;
    let lengths = match level {
        Level::Beginner => vec![weeks],
        Level::Intermediate => cut(weeks, if heavy { 4 } else { 6 }),
        Level::Advanced | Level::Elite if tests => {
            // one week to realise what was built, one to measure it
            let mut lengths = cut(weeks - 2, 5);
            lengths.push(2);
            lengths
        }
        Level::Advanced | Level::Elite => cut(weeks, 5),
    };
    let blocks = lengths.len();
    let mut pace = Pace { mesocycles: Vec::new(), weeks: Vec::new() };
    let mut first = 1;
    for (block, length) in lengths.into_iter().enumerate() {
        let last_block = block + 1 == blocks;
        let last = first + length - 1;
        for step in 0..length {
            let index = first + step;
            let phase = match level {
                Level::Beginner => WeekPhase::Build,
                _ if tests && last_block && step + 1 == length => WeekPhase::Test,
                _ if tests && last_block && step + 2 == length => WeekPhase::Peak,
                // a block of three weeks or less is too short to need unloading
                _ if step + 1 == length && length > 3 => WeekPhase::Deload,
                _ => WeekPhase::Build,
            };
            let intent = vec![intent(phase, goal)];
            pace.weeks.push(WeekPlan { index, phase, block, step, intent });
        }
        let title = Message::new(title(goal, level, block, blocks, tests));
        pace.mesocycles.push(Mesocycle { title, first, last });
        first = last + 1;
    }
    pace
}

/// Blocks of about `length` weeks; a rest that is too short to stand alone joins the last one.
fn cut(weeks: u16, length: u16) -> Vec<u16> {
    if weeks <= length {
        return vec![weeks];
    }
    let mut lengths = vec![length; usize::from(weeks / length)];
    let rest = weeks % length;
    match lengths.last_mut() {
        Some(last) if (1..3).contains(&rest) => *last += rest,
        _ if rest > 0 => lengths.push(rest),
        _ => {}
    }
    lengths
}

const fn intent(phase: WeekPhase, goal: Goal) -> Message {
    Message::new(match (phase, goal) {
        (WeekPhase::Deload, _) => "intent-deload",
        (WeekPhase::Peak, _) => "intent-peak",
        (WeekPhase::Taper, _) => "intent-taper",
        (WeekPhase::Test, _) => "intent-test",
        (WeekPhase::Build, Goal::Older | Goal::Youth | Goal::Return | Goal::General) => {
            "intent-steady"
        }
        (WeekPhase::Build, _) => "intent-build",
    })
}

const fn title(goal: Goal, level: Level, block: usize, blocks: usize, tests: bool) -> &'static str {
    if level.rank() == 1 {
        return "meso-linear";
    }
    if tests && block + 1 == blocks {
        return "meso-realisation";
    }
    match goal {
        Goal::Hypertrophy => "meso-growth",
        Goal::Endurance => "meso-endurance",
        Goal::Power => "meso-power",
        Goal::Strength | Goal::StrengthHypertrophy if block * 2 >= blocks => "meso-intensification",
        Goal::Strength | Goal::StrengthHypertrophy => "meso-accumulation",
        _ => "meso-general",
    }
}

/// How the next exposure of an item changes.
pub(crate) fn progression(
    draft: &ItemDraft,
    profile: &AthleteProfile,
    library: &Library,
) -> Progression {
    let lift = Lift {
        exercise: &draft.exercise,
        role: draft.role,
        heavy: draft.dose.reps.max <= HEAVY,
        reps: draft.reps,
        timed: draft.seconds.is_some() || draft.metres.is_some(),
        one_rm: draft.one_rm,
    };
    rule_of(&lift, profile, library)
}

/// How the next exposure of an item changes that somebody else planned; `None` where neither
/// repetitions, seconds nor metres are counted in sets.
#[must_use]
pub fn progression_of(
    exercise: &Exercise,
    dose: &Prescription,
    part: SectionKind,
    profile: &AthleteProfile,
    library: &Library,
) -> Option<Progression> {
    let Scheme::Sets { sets: Some(_), work } = &dose.scheme else { return None };
    let (reps, timed) = match work {
        Work::Reps { count, .. } => (*count, false),
        Work::Seconds(_) | Work::Metres(_) => (Span::exactly(0), true),
        _ => return None,
    };
    let lift = Lift {
        exercise,
        role: if part == SectionKind::Main { Role::Main } else { Role::Accessory },
        heavy: reps.max <= HEAVY,
        reps,
        timed,
        one_rm: profile.one_rm_kg.get(&exercise.id).map(|kg| f64::from(*kg)),
    };
    Some(rule_of(&lift, profile, library))
}

/// Up to so many repetitions the load leads, above it the repetitions do.
const HEAVY: u16 = 12;

/// What the rule of a lift depends on.
struct Lift<'a> {
    exercise: &'a Exercise,
    role: Role,
    heavy: bool,
    reps: Span<u16>,
    timed: bool,
    one_rm: Option<f64>,
}

fn rule_of(lift: &Lift<'_>, profile: &AthleteProfile, library: &Library) -> Progression {
    let Lift { exercise, role, heavy, reps, timed, one_rm } = lift;
    let rule = |kind, step, reps, misses, back_off_pct| Progression {
        kind,
        step,
        reps,
        misses: Some(misses),
        back_off_pct,
    };
    if *timed {
        return rule(ProgressionKind::Time, 5.0, None, 3, 10.0);
    }
    let reps = Some(*reps);
    if profile.goal == Goal::Endurance && *role > Role::Second {
        // the same work in less time: five seconds of rest at a time
        return rule(ProgressionKind::Density, 5.0, reps, 3, 10.0);
    }
    let Some(step) = exercise.increment_kg.map(f64::from) else {
        // repetitions to the top, then the next edge of the graph; one edge back on failure
        let harder = !library.successors(&exercise.id).is_empty();
        let kind = if harder { ProgressionKind::Variation } else { ProgressionKind::Double };
        return rule(kind, 1.0, reps, 3, 0.0);
    };
    let lower = exercise
        .patterns
        .first()
        .is_some_and(|p| matches!(p, Pattern::Squat | Pattern::Hinge | Pattern::Lunge));
    let main = matches!(role, Role::Main | Role::Second) && *heavy;
    match profile.level {
        Level::Beginner if main => {
            let step = if lower { step * 2.0 } else { step };
            rule(ProgressionKind::Linear, step.min(5.0), reps, 3, 10.0)
        }
        Level::Intermediate if main && profile.goal == Goal::Strength => match one_rm {
            // planned from a best single: a little more of it each week
            Some(_) => rule(ProgressionKind::Percent, 2.5, reps, 2, 7.5),
            // else more sets of fewer repetitions before weight comes off
            None => rule(ProgressionKind::Stage, step, reps, 2, 7.5),
        },
        Level::Intermediate if main => rule(ProgressionKind::Double, step, reps, 2, 7.5),
        Level::Advanced | Level::Elite if main => rule(ProgressionKind::Rpe, 2.0, reps, 2, 5.0),
        Level::Advanced | Level::Elite
            if *role == Role::Isolation && profile.goal == Goal::Hypertrophy =>
        {
            rule(ProgressionKind::Sets, 1.0, reps, 3, 0.0)
        }
        _ => rule(ProgressionKind::Double, step, reps, 3, 10.0),
    }
}
