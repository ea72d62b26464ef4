//! A week or a unit of an offer to look at, beside what it would replace.

use super::{Difference, Offer, differences};
use crate::domain::{Unit, UnitId};

/// Something to look at before it is taken.
#[derive(Debug, Clone, PartialEq)]
pub struct Look {
    /// Title of the program.
    pub title: String,
    /// Week, from 1.
    pub week: u16,
    /// The units, in order.
    pub units: Vec<LookUnit>,
}

/// A unit with what it changes.
#[derive(Debug, Clone, PartialEq)]
pub struct LookUnit {
    /// The unit.
    pub unit: Unit,
    /// What it changes of the one it would replace; `None` where there is none.
    pub changes: Option<Vec<Difference>>,
}

impl Look {
    /// A week of an offer, or one unit of it.
    #[must_use]
    pub fn at(offer: &Offer, week: u16, only: Option<&UnitId>) -> Option<Self> {
        let before = offer.before(week);
        let units = offer.program.week(week)?.units.iter();
        let units = units.filter(|unit| only.is_none_or(|only| unit.id == *only)).map(|unit| {
            let day = unit.place.as_ref().map(|place| place.day);
            let known = before.and_then(|week| {
                week.units.iter().find(|known| known.place.as_ref().map(|it| it.day) == day)
            });
            LookUnit { unit: unit.clone(), changes: known.map(|known| differences(known, unit)) }
        });
        Some(Self { title: offer.program.title.clone(), week, units: units.collect() })
    }
}
