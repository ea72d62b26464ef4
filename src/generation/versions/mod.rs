//! Two versions of a program side by side: weeks, days and lines in pairs, and the figures a coach
//! decides by. A value without words, so that screens, the command line and JSON show the same.

mod align;
mod figures;
#[cfg(test)]
mod tests;

pub use align::{Change, Placed, Row};
pub use figures::{Figures, MuscleSets, RuleCount};

use serde::Serialize;

use crate::domain::{Program, Unit, Week, WeekPhase};
use crate::library::Library;

use super::{WrittenBy, written_by};

/// Two versions of a program.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SideBySide {
    /// The first version as a whole.
    pub left: Figures,
    /// The second.
    pub right: Figures,
    /// Mean sets of a week per muscle, taxonomy order; muscles neither version trains are missing.
    pub muscles: Vec<MuscleSets>,
    /// Rules of the linter that fire in one of them, the gravest first.
    pub rules: Vec<RuleCount>,
    /// The weeks, in order; a week only one version has stands alone.
    pub weeks: Vec<WeekPair>,
}

/// A week of both.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct WeekPair {
    /// Position, from 1.
    pub index: u16,
    /// What it does, and who wrote it.
    pub left: Option<WeekHead>,
    /// The same of the second version.
    pub right: Option<WeekHead>,
    /// Its days, in order.
    pub days: Vec<DayPair>,
}

/// A week as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct WeekHead {
    /// What it does.
    pub phase: WeekPhase,
    /// Where it comes from.
    pub by: WrittenBy,
}

/// A day of both.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DayPair {
    /// Position in the week, from 1.
    pub day: usize,
    /// Title in the first version; `None`: there is no such day.
    pub left: Option<String>,
    /// Title in the second.
    pub right: Option<String>,
    /// Its lines, in the order of the first version.
    pub rows: Vec<Row>,
}

impl SideBySide {
    /// How many lines are as named.
    #[must_use]
    pub fn count(&self, change: Change) -> usize {
        let days = self.weeks.iter().flat_map(|week| &week.days);
        days.flat_map(|day| &day.rows).filter(|row| row.change == change).count()
    }
}

impl DayPair {
    /// Whether both hold the same lines.
    #[must_use]
    pub fn is_same(&self) -> bool {
        self.rows.iter().all(|row| row.change == Change::Same)
    }
}

impl WeekPair {
    /// Whether both hold the same days.
    #[must_use]
    pub fn is_same(&self) -> bool {
        self.days.iter().all(DayPair::is_same)
    }
}

/// Puts two versions of a program side by side.
#[must_use]
pub fn side_by_side(left: &Program, right: &Program, library: &Library) -> SideBySide {
    let last = |program: &Program| program.weeks.iter().map(|week| week.index).max().unwrap_or(0);
    let weeks = (1..=last(left).max(last(right)))
        .filter_map(|index| pair(index, left.week(index), right.week(index)))
        .collect();
    SideBySide {
        left: figures::figures(left, library),
        right: figures::figures(right, library),
        muscles: figures::muscles(left, right, library),
        rules: figures::rules(left, right, library),
        weeks,
    }
}

fn pair(index: u16, left: Option<&Week>, right: Option<&Week>) -> Option<WeekPair> {
    if left.is_none() && right.is_none() {
        return None;
    }
    let head = |week: &Week| WeekHead { phase: week.phase, by: written_by(week) };
    let units = |week: Option<&Week>| week.map_or(0, |week| week.units.len());
    let unit =
        |week: Option<&'_ Week>, at: usize| week.and_then(|week| week.units.get(at)).cloned();
    let days = (0..units(left).max(units(right)))
        .map(|at| day(at + 1, unit(left, at).as_ref(), unit(right, at).as_ref()))
        .collect();
    Some(WeekPair { index, left: left.map(head), right: right.map(head), days })
}

fn day(day: usize, left: Option<&Unit>, right: Option<&Unit>) -> DayPair {
    DayPair {
        day,
        left: left.map(|unit| unit.title.clone()),
        right: right.map(|unit| unit.title.clone()),
        rows: align::rows(left, right),
    }
}
