//! What was done so far: every logged item as an exposure of its exercise, oldest first.

use std::collections::BTreeMap;

use crate::domain::{
    ExerciseId, Item, ItemLog, Prescription, Program, Scheme, SetLog, Span, Unit, Work,
};
use crate::training::e1rm;

/// One time an exercise was on the plan and something is known of it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Exposure<'a> {
    planned: &'a Prescription,
    log: &'a ItemLog,
}

/// The exposures of a program by exercise.
pub(super) struct Past<'a> {
    exposures: BTreeMap<&'a ExerciseId, Vec<Exposure<'a>>>,
}

impl<'a> Past<'a> {
    pub(super) fn of(program: &'a Program) -> Self {
        let mut exposures: BTreeMap<&ExerciseId, Vec<Exposure<'_>>> = BTreeMap::new();
        for (_, item) in program.units().flat_map(Unit::items) {
            if let (Some(id), Some(exposure)) = (&item.exercise, Exposure::of(item)) {
                exposures.entry(id).or_default().push(exposure);
            }
        }
        Self { exposures }
    }

    /// Oldest first.
    pub(super) fn exposures(&self, exercise: &ExerciseId) -> &[Exposure<'a>] {
        self.exposures.get(exercise).map_or(&[], Vec::as_slice)
    }
}

impl<'a> Exposure<'a> {
    fn of(item: &'a Item) -> Option<Self> {
        Some(Self { planned: &item.prescription, log: item.log.as_ref()? })
    }

    /// Whether it was done at all.
    pub(super) const fn is_done(&self) -> bool {
        self.log.done
    }

    /// Whether every planned set reached the lower end of its range.
    pub(super) fn is_success(&self) -> bool {
        self.reached(|span| span.min)
    }

    /// Whether every planned set reached the upper end.
    pub(super) fn is_top(&self) -> bool {
        self.reached(|span| span.max)
    }

    fn reached(&self, end: fn(Span<u32>) -> u32) -> bool {
        if !self.log.done {
            return false;
        }
        if self.log.sets.is_empty() {
            // done, and nothing said to the contrary
            return true;
        }
        let sets = usize::from(self.planned.set_count().unwrap_or(1));
        let wanted = self.wanted().map(end);
        self.log.sets.len() >= sets
            && self.log.sets.iter().take(sets).all(|set| match wanted {
                Some(wanted) => amount(set).is_none_or(|done| done >= wanted),
                None => true,
            })
    }

    /// Repetitions or seconds that were planned for each set.
    fn wanted(&self) -> Option<Span<u32>> {
        match &self.planned.scheme {
            Scheme::Sets { work, .. } | Scheme::Rounds { work, .. } => match work {
                Work::Reps { count, .. } => {
                    Some(Span { min: u32::from(count.min), max: u32::from(count.max) })
                }
                Work::Seconds(span) => Some(*span),
                _ => None,
            },
            _ => None,
        }
    }

    /// Sets that were planned.
    pub(super) fn sets(&self) -> u16 {
        self.planned.set_count().unwrap_or(1)
    }

    /// Seconds of rest that were planned.
    pub(super) const fn rest(&self) -> Option<Span<u32>> {
        self.planned.rest
    }

    /// Seconds of work that were planned.
    pub(super) const fn seconds(&self) -> Option<Span<u32>> {
        match &self.planned.scheme {
            Scheme::Sets { work: Work::Seconds(span), .. } => Some(*span),
            _ => None,
        }
    }

    /// Repetitions that were planned.
    pub(super) const fn reps(&self) -> Option<Span<u16>> {
        match &self.planned.scheme {
            Scheme::Sets { work: Work::Reps { count, .. }, .. } => Some(*count),
            _ => None,
        }
    }

    /// Fewest repetitions of a set.
    pub(super) fn fewest(&self) -> Option<u16> {
        self.log.sets.iter().filter_map(|set| set.reps).min()
    }

    /// Heaviest load in kilograms.
    pub(super) fn kg(&self) -> Option<f64> {
        self.log.sets.iter().filter_map(|set| set.load_kg).reduce(f64::max)
    }

    /// Highest perceived exertion.
    pub(super) fn rpe(&self) -> Option<f64> {
        self.log.sets.iter().filter_map(|set| set.rpe).reduce(f64::max)
    }

    /// Exertion that was planned.
    pub(super) fn wanted_rpe(&self) -> Option<f64> {
        self.planned
            .rpe
            .map(|span| span.max)
            .or_else(|| self.planned.rir.map(|span| 10.0 - span.min))
    }

    /// Best single that the best set stands for.
    pub(super) fn best_single(&self) -> Option<f64> {
        let wanted = self.wanted_rpe().filter(|_| self.is_success());
        self.log
            .sets
            .iter()
            .filter_map(|set| {
                let (load, reps) = (set.load_kg?, f64::from(set.reps?));
                let rir = set.rpe.or(wanted).map(|rpe| 10.0 - rpe);
                (load > 0.0 && reps > 0.0).then(|| e1rm(load, reps, rir))
            })
            .reduce(f64::max)
    }
}

fn amount(set: &SetLog) -> Option<u32> {
    set.reps.map(u32::from).or(set.seconds)
}
