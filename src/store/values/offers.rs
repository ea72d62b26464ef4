//! A generated plan that waits for its coach.

use crate::domain::{JobId, ProgramId, UnitId};

/// What a job made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Offered {
    /// Nothing yet.
    Nothing,
    /// A whole program.
    Program(ProgramId),
    /// A single unit.
    Unit(UnitId),
}

/// A plan on offer. Those of its units that were taken are in the lists, the others are archived.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredOffer {
    /// The job that made it.
    pub job: JobId,
    /// What it is.
    pub plan: Offered,
    /// Whether the coach has decided.
    pub closed: bool,
    /// Everything else, as JSON of whoever shows it; empty at first.
    pub record: String,
}

/// What the coach decided about an offer.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OfferDecision {
    /// Units that join the plans.
    pub taken: Vec<UnitId>,
    /// Units that leave them again.
    pub given_back: Vec<UnitId>,
    /// Whether that settles the offer.
    pub closed: bool,
    /// What is kept with the offer.
    pub record: String,
}
