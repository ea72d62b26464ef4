//! The review of a generated program: its weeks with where they come from, what is marked and what
//! was taken.

use std::collections::{BTreeMap, BTreeSet};

use super::super::overview::{Found, found};
use super::super::plan::scrolled;
use super::origin::{cost, origins};
use super::{Decision, Difference, Look, Offer, Origin, Taken};
use crate::domain::{Message, UnitId, Visibility, Week};
use crate::library::Library;

/// A line of the review.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Row {
    /// A week.
    Week(u16),
    /// A unit of an unfolded week.
    Unit(u16, UnitId),
}

impl Row {
    /// The week it belongs to.
    #[must_use]
    pub const fn week(&self) -> u16 {
        match self {
            Self::Week(week) | Self::Unit(week, _) => *week,
        }
    }
}

/// How much of a week was taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WeekState {
    /// It is not there.
    Missing,
    /// Nothing of it.
    Open,
    /// Some units.
    InPart,
    /// All of it.
    Taken,
}

/// How many lines a week brings, takes away and changes.
pub type Counts = [usize; 3];

/// An open review.
#[derive(Debug, Clone, PartialEq)]
pub struct OfferPane {
    /// The offer.
    pub offer: Offer,
    /// Where its weeks come from.
    pub origins: BTreeMap<u16, Origin>,
    /// What the weeks change of what they would replace, where there is something.
    pub changes: BTreeMap<u16, Counts>,
    /// What the linter finds.
    pub found: Found,
    /// What the job used, where it asked a model.
    pub cost: Option<Message>,
    /// What is marked, to be taken together.
    pub marked: BTreeSet<UnitId>,
    /// The line under the cursor.
    pub cursor: Row,
    /// First line shown.
    pub scroll: usize,
    unfolded: BTreeSet<u16>,
}

impl OfferPane {
    /// The review of an offer, at its first week.
    #[must_use]
    pub fn new(offer: Offer, library: &Library) -> Self {
        Self {
            origins: origins(&offer),
            changes: changes(&offer),
            found: found(&offer.program, library),
            cost: cost(&offer.lines).cloned(),
            offer,
            marked: BTreeSet::new(),
            cursor: Row::Week(1),
            scroll: 0,
            unfolded: BTreeSet::new(),
        }
    }

    /// The same review of what the offer is now.
    pub fn renew(&mut self, offer: Offer, library: &Library) {
        let known = Self::new(offer, library);
        let (cursor, scroll) = (self.cursor.clone(), self.scroll);
        let unfolded = std::mem::take(&mut self.unfolded);
        let mut marked = std::mem::take(&mut self.marked);
        *self = Self { cursor, scroll, unfolded, ..known };
        marked.retain(|id| self.offer.program.unit(id).is_some_and(|it| !Offer::has_taken(it)));
        self.marked = marked;
    }

    /// The lines: every week the program will have, with the units of those that are unfolded.
    #[must_use]
    pub fn rows(&self) -> Vec<Row> {
        let mut rows = Vec::new();
        for index in 1..=self.offer.program.profile.weeks() {
            rows.push(Row::Week(index));
            if let Some(week) = self.offer.program.week(index)
                && self.unfolded.contains(&index)
            {
                rows.extend(week.units.iter().map(|unit| Row::Unit(index, unit.id.clone())));
            }
        }
        rows
    }

    /// Moves by lines, with `rows` of them shown.
    pub fn step(&mut self, lines: isize, rows: usize) {
        let all = self.rows();
        let at = all.iter().position(|row| *row == self.cursor).unwrap_or(0);
        let at = at.saturating_add_signed(lines).min(all.len().saturating_sub(1));
        if let Some(row) = all.get(at) {
            self.cursor = row.clone();
        }
        self.scroll = scrolled(self.scroll, at, all.len(), rows.max(1));
    }

    /// Shows the units of the week under the cursor.
    pub fn unfold(&mut self) {
        self.unfolded.insert(self.cursor.week());
    }

    /// Hides them; the cursor goes to the week.
    pub fn fold(&mut self) {
        let week = self.cursor.week();
        self.unfolded.remove(&week);
        self.cursor = Row::Week(week);
    }

    /// How much of a week was taken.
    #[must_use]
    pub fn state(&self, week: u16) -> WeekState {
        let Some(week) = self.offer.program.week(week) else { return WeekState::Missing };
        let taken = week.units.iter().filter(|unit| Offer::has_taken(unit)).count();
        match taken {
            0 => WeekState::Open,
            taken if taken == week.units.len() => WeekState::Taken,
            _ => WeekState::InPart,
        }
    }

    /// Units of a line that were not taken yet.
    #[must_use]
    pub fn open_units(&self, row: &Row) -> Vec<UnitId> {
        let week = self.offer.program.week(row.week());
        let units = week.map_or(&[][..], |week| &week.units).iter();
        units
            .filter(|unit| !Offer::has_taken(unit))
            .filter(|unit| {
                matches!(row, Row::Week(_)) || *row == Row::Unit(row.week(), unit.id.clone())
            })
            .map(|unit| unit.id.clone())
            .collect()
    }

    /// Marks the line under the cursor, or takes the mark away.
    pub fn mark(&mut self) {
        let units = self.open_units(&self.cursor.clone());
        let all = units.iter().all(|unit| self.marked.contains(unit));
        for unit in units {
            if all {
                self.marked.remove(&unit);
            } else {
                self.marked.insert(unit);
            }
        }
    }

    /// The decision to take what is marked, or the line under the cursor; `None` where there is
    /// nothing to take.
    pub fn take(&mut self) -> Option<Decision> {
        let units = if self.marked.is_empty() {
            self.open_units(&self.cursor.clone())
        } else {
            let marked = std::mem::take(&mut self.marked);
            let units = self.offer.program.units().filter(|unit| marked.contains(&unit.id));
            units.map(|unit| unit.id.clone()).collect()
        };
        self.taking(units)
    }

    /// The decision to take everything.
    pub fn take_all(&mut self) -> Option<Decision> {
        let units = self.offer.program.units().filter(|unit| !Offer::has_taken(unit));
        let units = units.map(|unit| unit.id.clone()).collect();
        self.marked.clear();
        self.taking(units)
    }

    fn taking(&mut self, units: Vec<UnitId>) -> Option<Decision> {
        if units.is_empty() {
            return None;
        }
        self.offer.mark(&units, Visibility::Club);
        self.offer.closed = self.offer.program.units().all(Offer::has_taken)
            && self.offer.program.missing_weeks().is_empty();
        self.offer.record.taken.push(Taken { units: units.clone() });
        Some(self.decision(units, Vec::new()))
    }

    /// The decision to take nothing more.
    pub fn refuse(&mut self) -> Option<Decision> {
        if self.offer.closed {
            return None;
        }
        self.offer.closed = true;
        self.offer.record.taken.push(Taken::default());
        self.marked.clear();
        Some(self.decision(Vec::new(), Vec::new()))
    }

    /// The decision that takes the last one back.
    pub fn undo(&mut self) -> Option<Decision> {
        let Taken { units } = self.offer.record.taken.pop()?;
        self.offer.mark(&units, Visibility::Archived);
        self.offer.closed = false;
        Some(self.decision(Vec::new(), units))
    }

    fn decision(&self, taken: Vec<UnitId>, given_back: Vec<UnitId>) -> Decision {
        let (closed, record) = (self.offer.closed, self.offer.record.clone());
        Decision { taken, given_back, closed, record }
    }

    /// Puts the week under the cursor back as it was before it was made again; what it is now is
    /// kept in its place. `None` where there is no such week, or it was taken.
    pub fn put_back(&mut self) -> Option<Week> {
        let index = self.cursor.week();
        if self.state(index) != WeekState::Open {
            return None;
        }
        let former = self.offer.record.former.remove(&index)?;
        let week = self.offer.program.weeks.iter_mut().find(|week| week.index == index)?;
        let current = std::mem::replace(week, former.clone());
        self.offer.record.former.insert(index, current);
        Some(former)
    }

    /// The line under the cursor to look at.
    #[must_use]
    pub fn look(&self) -> Option<Look> {
        let only = match &self.cursor {
            Row::Week(_) => None,
            Row::Unit(_, unit) => Some(unit),
        };
        Look::at(&self.offer, self.cursor.week(), only)
    }
}

/// Counts what each week changes.
fn changes(offer: &Offer) -> BTreeMap<u16, Counts> {
    let weeks = offer.program.weeks.iter().filter(|week| offer.before(week.index).is_some());
    weeks
        .filter_map(|week| {
            let look = Look::at(offer, week.index, None)?;
            let mut counts = [0; 3];
            for change in look.units.iter().flat_map(|unit| unit.changes.iter().flatten()) {
                let [new, gone, other] = &mut counts;
                *match change {
                    Difference::New { .. } | Difference::NewPart { .. } => new,
                    Difference::Gone { .. } | Difference::GonePart { .. } => gone,
                    Difference::Other { .. } => other,
                } += 1;
            }
            Some((week.index, counts))
        })
        .collect()
}
