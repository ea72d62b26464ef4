//! An offer as it is fetched, and what a coach decides about it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::domain::{Message, Program, Unit, UnitId, Visibility, Week};
use crate::generation::Job;

/// A generated program that waits for its coach.
#[derive(Debug, Clone, PartialEq)]
pub struct Offer {
    /// The job that made it.
    pub job: Job,
    /// The program with every unit; what was not taken is archived.
    pub program: Program,
    /// Whether the coach has decided.
    pub closed: bool,
    /// What is kept beside it.
    pub record: Record,
    /// What the job said.
    pub lines: Vec<Message>,
    /// The version it was made to be held against.
    pub earlier: Option<Box<Program>>,
}

/// What is kept beside an offer, so that leaving loses nothing.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Record {
    /// Weeks as they were before they were made again, by position.
    pub former: BTreeMap<u16, Week>,
    /// What was decided, oldest first, to be taken back.
    pub taken: Vec<Taken>,
}

/// A decision that can be taken back.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Taken {
    /// Units that joined the plans; none when the rest was refused.
    pub units: Vec<UnitId>,
}

/// What is to be done about an offer.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Decision {
    /// Units that join the plans.
    pub taken: Vec<UnitId>,
    /// Units that leave them again.
    pub given_back: Vec<UnitId>,
    /// Whether that settles the offer.
    pub closed: bool,
    /// What is kept beside it.
    pub record: Record,
}

impl Offer {
    /// Whether a unit was taken.
    #[must_use]
    pub fn has_taken(unit: &Unit) -> bool {
        unit.visibility != Visibility::Archived
    }

    /// Marks units as taken or not, as the database will.
    pub(super) fn mark(&mut self, units: &[UnitId], visibility: Visibility) {
        for unit in self.program.weeks.iter_mut().flat_map(|week| &mut week.units) {
            if units.contains(&unit.id) {
                unit.visibility = visibility;
            }
        }
    }

    /// What a week would replace: what it was before it was made again, or the same week of the
    /// version it is held against.
    #[must_use]
    pub fn before(&self, week: u16) -> Option<&Week> {
        let former = self.record.former.get(&week);
        former.or_else(|| self.earlier.as_ref().and_then(|earlier| earlier.week(week)))
    }
}
