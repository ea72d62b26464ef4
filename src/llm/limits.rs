//! Our own limits, held before a call: money per day and month, imports per hour. Pure: figures
//! in, yes or no with the figures out.

use super::error::Reached;
use super::settings::{Limits, Role};

/// What was used so far by a coach.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Spent {
    /// Dollars since midnight, calls of unknown price left out.
    pub today: f64,
    /// Dollars since the first of the month.
    pub month: f64,
    /// Calls to read an import within the last hour.
    pub parses: u32,
    /// Minutes until the oldest of them is an hour old.
    pub next_parse_in: u32,
}

/// The limits that hold for one coach.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Allowance {
    /// Dollars per day.
    pub per_day: Option<f64>,
    /// Dollars per month.
    pub per_month: Option<f64>,
    /// Imports per hour.
    pub parses_per_hour: u32,
}

/// What a call will probably cost.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Estimate {
    /// This many dollars.
    Dollars(f64),
    /// Nothing: the model runs on this machine and has no price.
    Free,
    /// Nobody knows.
    Unknown,
}

impl Limits {
    /// The limits of a coach: those of the first tier that names her, else everybody's.
    #[must_use]
    pub fn of(&self, coach: &str) -> Allowance {
        let tier = self.tiers.values().find(|tier| tier.coaches.iter().any(|name| name == coach));
        Allowance {
            per_day: tier.and_then(|tier| tier.spend_per_day).or(self.spend_per_day),
            per_month: tier.and_then(|tier| tier.spend_per_month).or(self.spend_per_month),
            parses_per_hour: tier
                .and_then(|tier| tier.parses_per_hour)
                .unwrap_or(self.parses_per_hour),
        }
    }
}

impl Allowance {
    /// Whether one more call may be made.
    ///
    /// # Errors
    /// [`Reached`] names the limit and its figures.
    pub fn admits(
        &self,
        role: Role,
        spent: &Spent,
        estimate: Estimate,
        model: &str,
    ) -> Result<(), Reached> {
        if role == Role::Parse && spent.parses >= self.parses_per_hour {
            return Err(Reached::Parses {
                made: spent.parses,
                limit: self.parses_per_hour,
                minutes: spent.next_parse_in,
            });
        }
        let next = match estimate {
            Estimate::Dollars(next) => next,
            Estimate::Unknown if self.per_day.is_some() || self.per_month.is_some() => {
                return Err(Reached::NoPrice { model: model.to_owned() });
            }
            Estimate::Free | Estimate::Unknown => return Ok(()),
        };
        let passes = |so_far: f64, limit: Option<f64>| limit.filter(|limit| so_far + next > *limit);
        if let Some(limit) = passes(spent.today, self.per_day) {
            return Err(Reached::Day { spent: spent.today, limit, next });
        }
        if let Some(limit) = passes(spent.month, self.per_month) {
            return Err(Reached::Month { spent: spent.month, limit, next });
        }
        Ok(())
    }
}
