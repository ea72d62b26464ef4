//! Clauses that start with a number: sets, amounts, work and rest.

use super::{Outcome, Parser};
use crate::domain::{Span, Work};
use crate::notation::error::Expected;
use crate::notation::figure::{Atom, Entry, Figure, Glue, Place, Unit};
use crate::notation::load;
use crate::notation::marks::Part;
use crate::notation::scheme::{self, Plan};
use crate::notation::words::Word;

impl<'a> Parser<'a> {
    /// A clause that starts with a number: sets, an amount, a load, a rest, an effort.
    pub(super) fn number(&mut self, from: usize) -> Outcome {
        if self.draft.tempo.is_none() && self.has_scheme() && self.is_bare_tempo() {
            return self.tempo_signs(from);
        }
        let figure = self.figure(Place::Scheme(self.open_sets()), Expected::Number)?;
        let unit = figure.entries.last().and_then(Entry::unit);
        match (unit, self.cursor.word()) {
            (None, Some(word @ (Word::Times | Word::Sets)))
                if word == Word::Sets || self.draft.sets.is_none() =>
            {
                self.cursor.at += 1;
                let sets = scheme::sets(&figure);
                let sets = sets.map_err(|expected| self.error(figure.from, expected))?;
                self.set_count(from, sets)?;
                self.mark(from, Part::Sets);
                self.work_behind_sets()
            }
            // `10 reps x 3`: what follows the repetitions are the sets
            (Some(Unit::Reps), Some(Word::Times)) if self.draft.sets.is_none() => {
                self.amount(&figure)?;
                self.cursor.at += 1;
                let sets = self.figure(Place::Plain, Expected::Count)?;
                let span = scheme::sets(&sets);
                let span = span.map_err(|expected| self.error(sets.from, expected))?;
                if self.cursor.word() == Some(Word::Sets) {
                    self.cursor.at += 1;
                }
                self.set_count(sets.from, span)?;
                self.mark(sets.from, Part::Sets);
                Ok(())
            }
            (None, Some(Word::Rounds)) => {
                self.cursor.at += 1;
                let rounds = scheme::sets(&figure);
                let rounds = rounds.map_err(|expected| self.error(figure.from, expected))?;
                self.plan(from, Plan::Rounds(rounds))?;
                if self.cursor.word() == Some(Word::Times) {
                    self.cursor.at += 1;
                }
                self.work_behind_colon()
            }
            (Some(unit), word) if unit.is_time() => self.time_clause(&figure, word),
            (Some(Unit::Rpe), _) => self.rpe(from, &figure),
            (Some(Unit::Rir), _) => self.rir(from, &figure),
            (Some(unit), _) if unit.is_load() => {
                let load = load::from_figure(&figure, None);
                let load = load.map_err(|expected| self.error(figure.from, expected))?;
                self.load(from, load)
            }
            _ if !self.draft.works.is_empty() => self.fail_behind(Expected::Unit),
            _ => self.amount(&figure),
        }
    }

    /// A time is work, unless a word or what stands already makes it a rest.
    pub(super) fn time_clause(&mut self, figure: &Figure<'a>, word: Option<Word>) -> Outcome {
        let is_rest = match word {
            // `3:00 rest 1:00`: the word goes with what follows it
            Some(Word::Rest) => !self.cursor.follows_number(1),
            word => word == Some(Word::Off),
        };
        if figure.glue == Glue::Alone && (is_rest || !self.draft.works.is_empty()) {
            let span = scheme::time_span(figure, Unit::Seconds);
            let span = span.map_err(|expected| self.error(figure.from, expected))?;
            if is_rest {
                self.cursor.at += 1;
            }
            // `30s on 15s off`
            if let (Some(Word::Off), [Work::Seconds(work)]) = (word, self.draft.works.as_slice()) {
                let (work_s, rest_s) = (work.min, span.min);
                self.draft.works.clear();
                return self.plan(figure.from, Plan::Intervals { work_s, rest_s });
            }
            return self.set_rest(figure.from, span);
        }
        self.amount(figure)
    }

    /// Takes a figure as the amount of work.
    pub(super) fn amount(&mut self, figure: &Figure<'a>) -> Outcome {
        self.scheme_at.get_or_insert(figure.from);
        if !self.draft.works.is_empty() {
            return self.fail(figure.from, Expected::Once);
        }
        if figure.glue == Glue::Colon {
            let [work, rest] = figure.entries.as_slice() else {
                return self.fail(figure.from, Expected::Work);
            };
            return self.intervals(figure, work.first(), rest.first());
        }
        if figure.glue == Glue::Slashes
            && let [one, other] = figure.entries.as_slice()
            && one.unit().is_some_and(Unit::is_time)
            && other.unit().is_some_and(Unit::is_time)
        {
            return self.intervals(figure, one.first(), other.first());
        }
        let works = scheme::works(figure).map_err(|expected| self.error(figure.from, expected))?;
        let part = match works.first() {
            Some(Work::Seconds(_)) => Part::Duration,
            Some(Work::Metres(_)) => Part::Distance,
            Some(Work::Calories(_)) => Part::Calories,
            _ => Part::Reps,
        };
        self.draft.works = works;
        // `3x10/10`: the same for left and right
        if let (Glue::Slashes, Some(sets), [one, other]) =
            (figure.glue, self.draft.sets, self.draft.works.as_slice())
            && one == other
            && sets != Span::exactly(2)
        {
            self.draft.works.truncate(1);
            self.draft.per_side = true;
        }
        self.mark(figure.from, part);
        Ok(())
    }

    pub(super) fn intervals(
        &mut self,
        figure: &Figure<'a>,
        work: &Atom<'a>,
        rest: &Atom<'a>,
    ) -> Outcome {
        let read = |atom| scheme::seconds(atom, Unit::Seconds);
        let (work_s, rest_s) = read(work)
            .and_then(|work| Ok((work, read(rest)?)))
            .map_err(|expected| self.error(figure.from, expected))?;
        self.plan(figure.from, Plan::Intervals { work_s, rest_s })?;
        if let Some(mark) = self.marks.last_mut() {
            mark.part = Part::Duration;
        }
        Ok(())
    }

    /// What stands behind `4x` or `4 sets`: repetitions, a time, a list, work and rest, or nothing.
    pub(super) fn work_behind_sets(&mut self) -> Outcome {
        let before = self.cursor.at;
        while matches!(self.cursor.word(), Some(Word::Joins | Word::Times))
            || self.cursor.sign(0, ':')
            || self.cursor.sign(0, '~')
        {
            self.cursor.at += 1;
        }
        let fits = self.cursor.follows_number(0) || self.cursor.word() == Some(Word::Max);
        if !fits {
            self.cursor.at = before;
            return Ok(());
        }
        // a clause of its own reads the number: it may be a load or a rest as well
        if self.cursor.word() == Some(Word::Max) || self.draft.works.is_empty() {
            let Some(token) = self.cursor.peek(0) else { return Ok(()) };
            self.clause(token)?;
        }
        // `3x10x60kg`
        if self.cursor.word() == Some(Word::Times) && !self.draft.works.is_empty() {
            self.cursor.at += 1;
            let from = self.cursor.column();
            let figure = self.figure(Place::Load, Expected::Load)?;
            let load = load::from_figure(&figure, None);
            let load = load.map_err(|expected| self.error(figure.to, expected))?;
            self.load(from, load)?;
        }
        Ok(())
    }

    pub(super) fn work_behind_colon(&mut self) -> Outcome {
        self.cursor.skip_joins();
        if self.cursor.follows_number(0) || self.cursor.word() == Some(Word::Max) {
            let Some(token) = self.cursor.peek(0) else { return Ok(()) };
            return self.clause(token);
        }
        Ok(())
    }

    pub(super) fn set_count(&mut self, from: usize, sets: Span<u16>) -> Outcome {
        self.scheme_at.get_or_insert(from);
        if self.draft.sets.replace(sets).is_some() {
            return self.fail(from, Expected::Once);
        }
        Ok(())
    }

    pub(super) fn has_scheme(&self) -> bool {
        self.draft.sets.is_some() || !self.draft.works.is_empty() || self.draft.plan.is_some()
    }

    /// The sets whose amount is still to come.
    fn open_sets(&self) -> Option<Span<u16>> {
        self.draft.sets.filter(|_| self.draft.works.is_empty())
    }
}
