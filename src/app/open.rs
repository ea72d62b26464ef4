//! The unit on the desk: its document, the way back and forth through its edits, and what the
//! store has confirmed of it.

use std::collections::VecDeque;

use crate::domain::{EditError, PlanEdit, Unit};

/// An edit with the edit that takes it back.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// What was done.
    pub edit: PlanEdit,
    /// What takes it back.
    pub inverse: PlanEdit,
}

/// How a change came about; the journal keeps it so that undo works across restarts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cause {
    /// A new edit: what could be redone before is gone.
    Edit,
    /// An edit taken back.
    Undo,
    /// An edit done again.
    Redo,
}

/// A change to be written to the store.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// The unit after the change.
    pub unit: Unit,
    /// What was done and what takes it back.
    pub step: Step,
    /// How it came about.
    pub cause: Cause,
    /// Counts the conflicts before it: what was made before one is not saved after it.
    pub round: u32,
}

/// The unit on the desk.
#[derive(Debug, Clone, PartialEq)]
pub struct OpenUnit {
    /// The document, with every edit applied, confirmed or not.
    pub unit: Unit,
    /// Version the store knows.
    pub version: u32,
    /// Conflicts so far; see [`Change::round`].
    round: u32,
    /// What was applied and is not yet confirmed, oldest first.
    pending: VecDeque<PlanEdit>,
    undo: Vec<Step>,
    redo: Vec<Step>,
}

/// Edits that can be taken back; older ones stay in the journal only.
const DEPTH: usize = 500;

impl OpenUnit {
    /// A unit as the store gave it, with its journal: oldest first in `undo`, next first to be
    /// redone last in `redo`.
    #[must_use]
    pub fn new(unit: Unit, version: u32, undo: Vec<Step>, redo: Vec<Step>) -> Self {
        Self { unit, version, round: 0, pending: VecDeque::new(), undo, redo }
    }

    /// Whether there is something to take back.
    #[must_use]
    pub const fn can_undo(&self) -> bool {
        !self.undo.is_empty()
    }

    /// Whether there is something to do again.
    #[must_use]
    pub const fn can_redo(&self) -> bool {
        !self.redo.is_empty()
    }

    /// Makes an edit.
    ///
    /// # Errors
    /// When it does not fit; the unit is as it was.
    pub fn edit(&mut self, edit: PlanEdit) -> Result<Change, EditError> {
        let inverse = edit.clone().apply(&mut self.unit)?;
        let step = Step { edit, inverse };
        self.undo.push(step.clone());
        if self.undo.len() > DEPTH {
            self.undo.remove(0);
        }
        self.redo.clear();
        Ok(self.hand_over(step, Cause::Edit))
    }

    /// Takes the last edit back; `None` when there is none.
    ///
    /// # Errors
    /// When it no longer fits, because another coach changed the same place.
    pub fn undo(&mut self) -> Result<Option<Change>, EditError> {
        let Some(Step { inverse, .. }) = self.undo.last().cloned() else { return Ok(None) };
        // What applying returns, not the edit as it once was: others may have worked in between.
        let edit = inverse.clone().apply(&mut self.unit)?;
        let step = Step { edit, inverse };
        self.undo.pop();
        self.redo.push(step.clone());
        Ok(Some(self.hand_over(step, Cause::Undo)))
    }

    /// Does the last edit that was taken back again; `None` when there is none.
    ///
    /// # Errors
    /// When it no longer fits.
    pub fn redo(&mut self) -> Result<Option<Change>, EditError> {
        let Some(Step { edit, .. }) = self.redo.last().cloned() else { return Ok(None) };
        let inverse = edit.clone().apply(&mut self.unit)?;
        let step = Step { edit, inverse };
        self.redo.pop();
        self.undo.push(step.clone());
        Ok(Some(self.hand_over(step, Cause::Redo)))
    }

    /// Notes that the store has a change.
    pub fn confirmed(&mut self, version: u32) {
        self.version = version;
        self.pending.pop_front();
    }

    /// How many changes were handed over and are not yet confirmed.
    #[must_use]
    pub fn unconfirmed(&self) -> usize {
        self.pending.len()
    }

    /// Puts the unit another coach was faster with in place of this one; what is not yet
    /// confirmed is given back, oldest first, to be done again on top of it.
    #[must_use]
    pub fn replaced(&mut self, theirs: Self) -> VecDeque<PlanEdit> {
        let round = self.round + 1;
        let pending = std::mem::take(&mut self.pending);
        *self = Self { round, ..theirs };
        pending
    }

    /// Shows the unit as another coach left it, while nothing of ours is unconfirmed.
    pub fn refresh(&mut self, theirs: Self) {
        *self = Self { round: self.round, ..theirs };
    }

    fn hand_over(&mut self, step: Step, cause: Cause) -> Change {
        self.pending.push_back(match cause {
            Cause::Edit | Cause::Redo => step.edit.clone(),
            Cause::Undo => step.inverse.clone(),
        });
        Change { unit: self.unit.clone(), step, cause, round: self.round }
    }
}
