//! What the group has done so far, before the program and in it: when each exercise was last done, how often, and
//! how the minutes were spread over skills. Spacing follows `docs/planner.md` §2.10: something new
//! comes again after two to seven days and after fourteen.

use std::collections::{BTreeMap, BTreeSet};

use super::frame::weekdays;
use crate::domain::{
    Category, Exercise, ExerciseId, GroupProfile, Level, PastUnit, SkillId, SkillWeights,
};
use crate::library::Library;

/// The past of a program while it is planned.
pub(crate) struct History<'a> {
    library: &'a Library,
    known: BTreeSet<&'a ExerciseId>,
    /// Level the group stands at: what prepares lower levels is taken as known.
    level: Level,
    /// Days on which an exercise was done, ascending.
    days: BTreeMap<ExerciseId, Vec<i64>>,
    /// Units in a row up to the last one, and the number of that unit.
    runs: BTreeMap<ExerciseId, (usize, usize)>,
    minutes: SkillWeights,
}

impl<'a> History<'a> {
    pub(crate) fn new(profile: &'a GroupProfile, library: &'a Library, level: Level) -> Self {
        let mut history = Self {
            library,
            known: profile.known.iter().collect(),
            level,
            days: BTreeMap::new(),
            runs: BTreeMap::new(),
            minutes: SkillWeights::new(),
        };
        history.remember(profile);
        history
    }

    /// Takes in what the group did before the program, the oldest first.
    fn remember(&mut self, profile: &GroupProfile) {
        let first = i64::from(weekdays(profile.units_per_week).first().copied().unwrap_or(1)) - 1;
        let mut past: Vec<&PastUnit> = profile.history.iter().collect();
        past.sort_by_key(|unit| std::cmp::Reverse(unit.days_ago));
        for (at, unit) in past.into_iter().enumerate() {
            for exercise in unit.exercises.iter().filter_map(|id| self.library.get(id)) {
                let minutes = exercise.minutes.map_or(0, |minutes| u16::from(minutes.usual));
                self.record(exercise, at, first - i64::from(unit.days_ago), minutes);
            }
        }
    }

    /// Notes that an exercise is done in a unit.
    pub(crate) fn record(&mut self, exercise: &Exercise, unit: usize, day: i64, minutes: u16) {
        let days = self.days.entry(exercise.id.clone()).or_default();
        if days.last() != Some(&day) {
            days.push(day);
            let run = self.runs.entry(exercise.id.clone()).or_insert((0, unit));
            let follows = run.0 > 0 && run.1 + 1 == unit;
            *run = (if follows { run.0 + 1 } else { 1 }, unit);
        }
        for (skill, weight) in &exercise.skills {
            *self.minutes.entry(skill.clone()).or_default() += weight * f32::from(minutes);
        }
    }

    /// How often it was done.
    pub(crate) fn times(&self, exercise: &Exercise) -> usize {
        self.days.get(&exercise.id).map_or(0, Vec::len)
    }

    /// Days since it was last done.
    pub(crate) fn since(&self, exercise: &Exercise, day: i64) -> Option<i64> {
        Some(day - self.days.get(&exercise.id)?.last()?)
    }

    /// Units in a row it was done in, up to the one before `unit`.
    pub(crate) fn run(&self, exercise: &Exercise, unit: usize) -> usize {
        match self.runs.get(&exercise.id) {
            Some((run, last)) if last + 1 == unit => *run,
            _ => 0,
        }
    }

    /// Whether it is new to the group.
    pub(crate) fn is_new(&self, exercise: &Exercise) -> bool {
        self.times(exercise) == 0 && !self.known.contains(&exercise.id)
    }

    /// Whether everything that prepares it was done, is known, or lies below the group's level.
    /// Throwing without falling is never prepared.
    pub(crate) fn is_prepared(&self, exercise: &Exercise) -> bool {
        let done = |id: &ExerciseId| {
            self.days.contains_key(id)
                || self.known.contains(id)
                || self.library.get(id).is_some_and(|before| before.level < self.level)
        };
        let edges = self.library.prerequisites(&exercise.id);
        edges.iter().all(|(_, edge)| done(&edge.from)) && (!throws(exercise) || self.can_fall())
    }

    /// Whether falling was practised on three days, is known, or the group is past the beginning.
    pub(crate) fn can_fall(&self) -> bool {
        const DAYS: usize = 3;
        let falls = |id: &ExerciseId| {
            self.library.get(id).is_some_and(|exercise| weight(exercise, "falling") >= 0.8)
        };
        let days: BTreeSet<i64> = self
            .days
            .iter()
            .filter(|(id, _)| falls(id))
            .flat_map(|(_, days)| days)
            .copied()
            .collect();
        self.level > Level::Beginner || days.len() >= DAYS || self.known.iter().any(|id| falls(id))
    }

    /// Techniques that were begun within a fortnight and are not yet at home: done once or twice.
    /// Falling is practised all along and not counted.
    pub(crate) fn open(&self, today: i64) -> usize {
        const FORTNIGHT: i64 = 14;
        let young = |days: &[i64]| {
            days.len() < 3 && days.last().is_some_and(|last| today - last <= FORTNIGHT)
        };
        let counts = |exercise: &Exercise| {
            is_technique(exercise) && (throws(exercise) || weight(exercise, "falling") < 0.8)
        };
        self.days
            .iter()
            .filter(|(_, days)| young(days))
            .filter(|(id, _)| self.library.get(id).is_some_and(|found| counts(found)))
            .count()
    }

    /// The exercise done twice or more that leads to this one.
    pub(crate) fn leads_from(&self, exercise: &Exercise) -> Option<ExerciseId> {
        let edges = self.library.prerequisites(&exercise.id);
        edges
            .iter()
            .map(|(_, edge)| &edge.from)
            .find(|from| self.days.get(*from).is_some_and(|days| days.len() >= 2))
            .cloned()
    }

    /// What of the target is still owed: share wanted minus share given, per skill, never below 0.
    pub(crate) fn gap(&self, target: &SkillWeights) -> Vec<(SkillId, f32)> {
        let wanted: f32 = target.values().sum::<f32>().max(f32::EPSILON);
        let given: f32 = self.minutes.values().sum();
        target
            .iter()
            .map(|(skill, weight)| {
                let share = if given > 0.0 {
                    self.minutes.get(skill).copied().unwrap_or(0.0) / given
                } else {
                    0.0
                };
                (skill.clone(), (weight / wanted - share).max(0.0))
            })
            .collect()
    }
}

/// Weight of a skill in an exercise.
pub(crate) fn weight(exercise: &Exercise, skill: &str) -> f32 {
    let found = exercise.skills.iter().find(|(id, _)| id.as_str() == skill);
    found.map_or(0.0, |(_, weight)| *weight)
}

/// Whether someone is really thrown in it.
pub(crate) fn throws(exercise: &Exercise) -> bool {
    const REALLY: f32 = 1.0;
    weight(exercise, "throwing") >= REALLY
}

/// Whether falling is what it practises.
pub(crate) fn is_fall(exercise: &Exercise) -> bool {
    weight(exercise, "falling") >= 0.8 && !throws(exercise)
}

/// What takes weeks to learn, unlike a coordination drill.
pub(crate) fn is_technique(exercise: &Exercise) -> bool {
    throws(exercise) || exercise.category == Category::Technique || !exercise.styles.is_empty()
}
