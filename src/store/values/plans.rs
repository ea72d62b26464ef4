//! Units, programs and frameworks as lists and questions see them, and how far a program is.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::domain::{Framework, Owner, Program, ProgramId, Unit};

/// A document with the version it was read at.
#[derive(Debug, Clone, PartialEq)]
pub struct Stored<T> {
    /// The document.
    pub document: T,
    /// Counts the changes, from 1; a change names the version it was made on.
    pub version: u32,
}

/// The sort of a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PlanKind {
    /// A unit.
    Unit,
    /// A whole program.
    Program,
    /// A reusable skeleton.
    Framework,
}

/// A plan of any kind.
#[derive(Debug, Clone, PartialEq)]
pub enum Plan {
    /// A unit.
    Unit(Box<Unit>),
    /// A program with the weeks that exist.
    Program(Box<Program>),
    /// A framework.
    Framework(Box<Framework>),
}

/// A line of a list of plans.
#[derive(Debug, Clone, PartialEq)]
pub struct PlanSummary {
    /// What it is.
    pub kind: PlanKind,
    /// Its id.
    pub id: String,
    /// Title.
    pub title: String,
    /// Who trains by it.
    pub owner: Owner,
    /// The day of a unit, the first day of a program.
    pub date: Option<Date>,
    /// The program a unit belongs to, with week and day in it.
    pub place: Option<(ProgramId, u16, u8)>,
    /// Minutes available in a unit.
    pub minutes: Option<u16>,
    /// Whether the unit took place, the program is complete.
    pub done: bool,
    /// Version of the document.
    pub version: u32,
}

/// Which plans a list shows. The default shows all.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PlanQuery {
    /// Only of this kind.
    pub kind: Option<PlanKind>,
    /// Only this owner's.
    pub owner: Option<Owner>,
    /// Only units and programs of this day or later.
    pub from: Option<Date>,
    /// Only units and programs of this day or earlier.
    pub to: Option<Date>,
    /// Only units that belong to this program.
    pub program: Option<ProgramId>,
    /// At most so many, the latest ones.
    pub limit: Option<u32>,
}

/// How far a program has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProgramState {
    /// Weeks are still to come.
    Open,
    /// All there.
    Finished,
}

/// What to do about a week that is there already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WeekExists {
    /// Leave it: saving the same week twice changes nothing. For resuming.
    Keep,
    /// Put the new week in its place, unless a coach has edited the old one. For a retry.
    Replace,
}

/// What saving a week did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SavedWeek {
    /// It was new and is saved.
    Added,
    /// It was there and was left.
    Kept,
    /// It was there and was replaced.
    Replaced,
}
