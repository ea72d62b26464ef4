//! What a model made of doubtful rows, taken into a review as one step that can be taken back.

use super::change::{Change, Splice};
use super::review::ReviewPane;
use crate::import::{Draft, Row};

/// A row that a model understood otherwise.
#[derive(Debug, Clone, PartialEq)]
pub struct Reread {
    /// Its number among all rows.
    pub number: usize,
    /// As it was when the model was asked; what was changed since stays.
    pub before: Row,
    /// As it is now.
    pub after: Row,
}

impl Reread {
    /// The rows in which two readings of one text differ.
    #[must_use]
    pub fn between(before: &Draft, after: &Draft) -> Vec<Self> {
        let pairs = before.rows().zip(after.rows()).enumerate();
        pairs
            .filter(|(_, (before, after))| before != after)
            .map(|(number, (before, after))| Self {
                number,
                before: before.clone(),
                after: after.clone(),
            })
            .collect()
    }
}

impl ReviewPane {
    /// Takes rows over that a model understood otherwise. Those that the coach changed or decided
    /// since it was asked stay as they are. Returns how many changed.
    pub fn take_advice(&mut self, rows: &[Reread]) -> usize {
        let splices: Vec<Splice> = rows.iter().filter_map(|row| self.advised(row)).collect();
        let count = splices.len();
        if count > 0 {
            self.apply(Change { splices, ..Change::default() });
        }
        count
    }

    fn advised(&self, row: &Reread) -> Option<Splice> {
        let (section, at) = *self.outline.rows.get(row.number)?;
        let now = self.row_at(row.number)?;
        let same = *now == row.before && now.is_doubtful();
        same.then(|| Splice { section, at, cut: 1, put: vec![row.after.clone()] })
    }
}
