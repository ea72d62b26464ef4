//! A change to a unit on its way to disk, and the steps a coach can take back and forth.

use crate::domain::{PlanEdit, Unit};

/// An entry of the journal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntryId(pub i64);

/// A change to a unit that was already carried out in memory.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Change<'a> {
    /// The unit as it is with the change.
    pub unit_after: &'a Unit,
    /// What was done.
    pub edit: &'a PlanEdit,
    /// What takes it back: the value [`PlanEdit::apply`] returned.
    pub inverse: &'a PlanEdit,
    /// The version the change was made on.
    pub base_version: u32,
}

/// A change that is on disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Recorded {
    /// The unit's version with the change.
    pub version: u32,
    /// The change's place in the journal.
    pub entry: EntryId,
}

/// The steps a coach can take back and forth, the next one last.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Journal {
    /// Steps to take back.
    pub undo: Vec<JournalEntry>,
    /// Steps to take again.
    pub redo: Vec<JournalEntry>,
}

/// One step.
#[derive(Debug, Clone, PartialEq)]
pub struct JournalEntry {
    /// Its place in the journal.
    pub id: EntryId,
    /// What does it.
    pub edit: PlanEdit,
    /// What takes it back.
    pub inverse: PlanEdit,
}

/// How many steps of undo, and of redo, [`crate::store::Store::history`] gives at most.
pub(in crate::store) const HISTORY: u32 = 500;
