//! Pages to read: help, an exercise with its place in the progression graphs, a load sheet.

use super::coverage::Coverage;
use super::models::{Cost, WouldSend};
use super::offer::Look;
use super::propose::Proposal;
use super::statistics::ImportStatistics;
use crate::domain::{ExerciseId, JobId};
use crate::retrieval::Explanation;

/// What a page shows.
#[derive(Debug, Clone, PartialEq)]
pub enum Topic {
    /// All commands with their keys.
    Help,
    /// An exercise.
    Exercise(ExerciseId),
    /// A unit in kilograms for each athlete.
    Loads(LoadSheet),
    /// What would be sent to a model.
    WouldSend(Box<WouldSend>),
    /// What asking models cost.
    Cost(Box<Cost>),
    /// How well imports were understood.
    Imports(Box<ImportStatistics>),
    /// Why exercises stand where they do, side by side.
    Why(Vec<Reasoned>),
    /// What the plan asks for, and where that comes from.
    Target,
    /// What the last units trained, skill by skill.
    Coverage(Box<Coverage>),
    /// Changes to accept.
    Proposal(Box<Proposal>),
    /// What a model wrote for a week of a job; 0 is the outline.
    Spoken(JobId, u16),
    /// A week or a unit of an offer.
    Look(Box<Look>),
}

/// An exercise with its place in the ranking.
#[derive(Debug, Clone, PartialEq)]
pub struct Reasoned {
    /// The exercise.
    pub exercise: ExerciseId,
    /// Rank, parts, reasons, exclusions.
    pub explanation: Explanation,
}

/// A unit in kilograms for each athlete, as it was when it was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoadSheet {
    /// Title of the unit.
    pub title: String,
    /// Names of the athletes.
    pub athletes: Vec<String>,
    /// Name of each item with a cell per athlete.
    pub rows: Vec<(String, Vec<String>)>,
}

/// An open page.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    /// What it shows.
    pub topic: Topic,
    /// First line shown.
    pub scroll: usize,
}

impl Page {
    /// A page at its top.
    #[must_use]
    pub const fn new(topic: Topic) -> Self {
        Self { topic, scroll: 0 }
    }

    /// Moves by lines.
    pub const fn step(&mut self, lines: isize) {
        self.scroll = self.scroll.saturating_add_signed(lines);
    }
}
