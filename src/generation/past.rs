//! What was trained before a plan begins, as far as a question for a model tells it: a few units,
//! a few lines of each, without titles and names. It is kept with the request, so that the same
//! job asks the same, whenever it is resumed.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::domain::{ExerciseId, Item, Lang, Unit};
use crate::notation;
use crate::planner::past;
use crate::training::{e1rm, print_result, rir_of_rpe};

/// Units that are told, the newest ones.
const UNITS: usize = 6;
/// Lines of a unit that are told.
const LINES: usize = 12;
/// Longest dose that is told, in characters.
const DOSE: usize = 40;
/// Repetitions up to which a set says something about a best single.
const TELLING: u16 = 12;

/// What was trained lately.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Past {
    /// The units, the newest first.
    pub sessions: Vec<Session>,
    /// Best singles estimated from results, in kilograms.
    pub best: BTreeMap<ExerciseId, u16>,
}

/// A unit before the plan.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Session {
    /// Days before the first unit of the plan, from 1.
    pub days_ago: u16,
    /// Exercises with what was done of them, or was planned where nobody wrote down more.
    pub lines: Vec<(ExerciseId, String)>,
}

impl Past {
    /// The past of a plan that begins on `start`; without one it goes on after the newest unit.
    #[must_use]
    pub fn of<'a>(
        units: impl IntoIterator<Item = &'a Unit>,
        start: Option<Date>,
        units_per_week: u8,
    ) -> Self {
        let known = past(units, start, units_per_week);
        let mut best = BTreeMap::new();
        for (_, unit) in &known {
            for (_, item) in unit.items() {
                if let (Some(id), Some(kg)) = (&item.exercise, single(item)) {
                    let most: &mut u16 = best.entry(id.clone()).or_default();
                    *most = (*most).max(kg);
                }
            }
        }
        let sessions = known.into_iter().take(UNITS).map(|(days_ago, unit)| {
            let lines = unit.items().filter_map(|(_, item)| line(item)).take(LINES).collect();
            Session { days_ago, lines }
        });
        Self { sessions: sessions.collect(), best }
    }

    /// Whether there is nothing to tell.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.sessions.is_empty() && self.best.is_empty()
    }
}

fn line(item: &Item) -> Option<(ExerciseId, String)> {
    let said = match &item.log {
        Some(log) => print_result(log, Lang::En),
        None => notation::print(&item.prescription, Lang::En),
    };
    Some((item.exercise.clone()?, said.chars().take(DOSE).collect()))
}

/// The best single a logged item lets estimate.
fn single(item: &Item) -> Option<u16> {
    let log = item.log.as_ref().filter(|log| log.done)?;
    let singles = log.sets.iter().filter_map(|set| {
        let (reps, load) = (set.reps.filter(|reps| (1..=TELLING).contains(reps))?, set.load_kg?);
        Some(e1rm(load, f64::from(reps), set.rpe.map(rir_of_rpe)))
    });
    singles.reduce(f64::max).filter(|kg| *kg >= 1.0).map(|kg| kg.round().min(999.0) as u16)
}
