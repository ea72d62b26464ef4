//! What an entry of a list stands for: something that can be opened or taken.

use super::Command;
use super::chips::Chip;
use super::import::{Teach, To};
use crate::domain::{ExerciseId, FrameworkId, GraphId, ProgramId, UnitId};

/// What an entry stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// A unit.
    Unit(UnitId),
    /// A program.
    Program(ProgramId),
    /// A framework.
    Framework(FrameworkId),
    /// A command.
    Command(Command),
    /// An exercise.
    Exercise(ExerciseId),
    /// A progression; none is a new one, or no choice.
    Graph(Option<GraphId>),
    /// A chip of the suggestions, and what takes its place.
    Chip(Box<Chip>, Option<Box<Chip>>),
    /// Where a day of an import goes.
    Place(To),
    /// A taught name: its key, and for whom it was taught.
    Taught(String, Teach),
}
