//! Clauses of the clock: `EMOM`, `AMRAP`, `for time`, every so often.

use super::{Outcome, Parser};
use crate::domain::{Span, Work};
use crate::notation::cursor::Cursor;
use crate::notation::error::{Expected, NotationError};
use crate::notation::figure::{Place, Unit};
use crate::notation::marks::Part;
use crate::notation::scheme::{self, Plan};
use crate::notation::words::Word;

impl Parser<'_> {
    pub(super) fn emom(&mut self, from: usize, every_s: u32) -> Outcome {
        if every_s == 0 {
            return self.fail(from, Expected::Time);
        }
        self.skip_to_number();
        // `5x3 every 2 min`: the sets say how long
        if !self.cursor.follows_number(0) && self.cursor.word() != Some(Word::Times) {
            return self.plan(from, Plan::Emom { every_s, total_s: None });
        }
        let total_s = if self.cursor.word() == Some(Word::Times) {
            self.cursor.at += 1;
            let figure = self.figure(Place::Plain, Expected::Count)?;
            let count = scheme::sets(&figure);
            let count = count.map_err(|expected| self.error(figure.from, expected))?;
            u32::from(count.min).saturating_mul(every_s)
        } else {
            self.time()?
        };
        if matches!(self.cursor.word(), Some(Word::Rounds | Word::Sets)) {
            return self.fail(self.cursor.column(), Expected::Time);
        }
        // `EMOM 10:15` has no space that tells the time from the repetitions
        let (total_s, attached) = match (total_s % 60, total_s % every_s) {
            (reps, odd) if odd != 0 && self.last_was_clock() => (total_s - reps, Some(reps as u16)),
            _ => (total_s, None),
        };
        self.plan(from, Plan::Emom { every_s, total_s: Some(total_s) })?;
        if let Some(reps) = attached {
            self.draft.works = vec![Work::Reps { count: Span::exactly(reps), amrap: false }];
        }
        self.work_behind_colon()
    }

    pub(super) fn last_was_clock(&self) -> bool {
        let before = Cursor { at: self.cursor.at.saturating_sub(2), ..self.cursor };
        before.glued_sign(':')
    }

    pub(super) fn for_time(&mut self, from: usize) -> Outcome {
        self.plan(from, Plan::ForTime)?;
        self.work_behind_colon()
    }

    /// A single time; a bare number is minutes.
    pub(super) fn time(&mut self) -> Result<u32, NotationError> {
        let figure = self.figure(Place::Plain, Expected::Time)?;
        let span = scheme::time_span(&figure, Unit::Minutes);
        span.map(|span| span.min).map_err(|expected| self.error(figure.from, expected))
    }

    pub(super) fn plan(&mut self, from: usize, plan: Plan) -> Outcome {
        self.scheme_at.get_or_insert(from);
        if self.draft.plan.replace(plan).is_some() {
            return self.fail(from, Expected::OneScheme);
        }
        self.mark(from, Part::Format);
        Ok(())
    }

    /// Steps over what may stand between `EMOM` or `AMRAP` and its time.
    pub(super) fn skip_to_number(&mut self) {
        let before = self.cursor.at;
        while matches!(self.cursor.word(), Some(Word::Joins | Word::For))
            || self.cursor.sign(0, ':')
            || self.cursor.sign(0, '-')
        {
            self.cursor.at += 1;
        }
        if !self.cursor.follows_number(0) {
            self.cursor.at = before;
        }
    }
}
