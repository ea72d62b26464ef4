//! Loads, efforts and rests.

use super::{Outcome, Parser};
use crate::domain::{Load, Quantity, Span};
use crate::notation::error::Expected;
use crate::notation::figure::{Figure, Place, Unit};
use crate::notation::lexer::Kind;
use crate::notation::load::{self, Sense};
use crate::notation::marks::Part;
use crate::notation::scheme;
use crate::notation::words::Word;

impl<'a> Parser<'a> {
    /// What follows `@`: a load, an effort or a tempo.
    pub(super) fn behind_at(&mut self, from: usize) -> Outcome {
        match self.cursor.peek(0).map(|token| token.kind) {
            Some(Kind::Word(Word::Rpe | Word::Rir | Word::Tempo)) => {
                let Some(token) = self.cursor.peek(0) else { return Ok(()) };
                self.clause(token)
            }
            Some(Kind::Sign('+')) => self.shifted(from, Sense::Added),
            Some(Kind::Sign('-')) => self.shifted(from, Sense::Help),
            _ if load::starts(&self.cursor) => {
                let load = self.attempt(from, load::in_words)?;
                self.load(from, load)
            }
            _ if self.is_bare_tempo() => self.tempo_signs(from),
            _ => {
                let figure = self.figure(Place::Load, Expected::Load)?;
                let load = match load::from_figure(&figure, Some(Unit::Kg)) {
                    Ok(load) => load,
                    Err(_)
                        if figure.entries.iter().all(|entry| entry.unit() == Some(Unit::Rpe)) =>
                    {
                        return self.rpe(from, &figure);
                    }
                    Err(_)
                        if figure.entries.iter().all(|entry| entry.unit() == Some(Unit::Rir)) =>
                    {
                        return self.rir(from, &figure);
                    }
                    Err(expected) => return Err(self.error(figure.from, expected)),
                };
                let bare = figure.entries.iter().all(|entry| entry.unit().is_none());
                match load {
                    // `@8` is an effort to those who write it
                    Load::Of { amount: Quantity::Exactly(value), .. }
                        if bare && is_effort(value) =>
                    {
                        self.rpe(from, &figure)
                    }
                    Load::Of { amount: Quantity::Between(low, high), .. }
                        if bare && is_effort(low) && is_effort(high) =>
                    {
                        self.rpe(from, &figure)
                    }
                    load => self.load(from, load),
                }
            }
        }
    }

    pub(super) fn shifted(&mut self, from: usize, sense: Sense) -> Outcome {
        self.cursor.at += 1;
        let load = self.attempt(from, |cursor| load::shifted(cursor, sense))?;
        self.load(from, load)
    }

    pub(super) fn load(&mut self, from: usize, load: Load) -> Outcome {
        if self.draft.load.replace(load).is_some() {
            return self.fail(from, Expected::Once);
        }
        self.mark(from, Part::Load);
        // `100kg x 5 x 3`: repetitions and sets follow the load
        if self.cursor.word() == Some(Word::Times) && !self.has_scheme() {
            let start = self.cursor.column();
            self.cursor.at += 1;
            let figure = self.figure(Place::Scheme(None), Expected::Work)?;
            self.amount(&figure)?;
            if self.cursor.word() == Some(Word::Times) {
                self.cursor.at += 1;
                let sets = self.figure(Place::Plain, Expected::Count)?;
                let span = scheme::sets(&sets);
                let span = span.map_err(|expected| self.error(sets.from, expected))?;
                self.set_count(start, span)?;
                self.mark(sets.from, Part::Sets);
            }
        }
        Ok(())
    }

    pub(super) fn rest(&mut self, from: usize) -> Outcome {
        self.cursor.skip_joins();
        self.cursor.skip_signs('=');
        let figure = self.figure(Place::Plain, Expected::Rest)?;
        // people say `rest 2` and `rest 90`
        let small = |figure: &Figure<'_>| {
            figure.entries.iter().all(|entry| scheme::count(entry.first(), 9).is_ok())
        };
        let bare = if small(&figure) { Unit::Minutes } else { Unit::Seconds };
        let span = scheme::time_span(&figure, bare);
        let span = span.map_err(|_| self.error(figure.from, Expected::Rest))?;
        self.set_rest(from, span)
    }

    pub(super) fn set_rest(&mut self, from: usize, span: Span<u32>) -> Outcome {
        if self.draft.rest.replace(span).is_some() {
            return self.fail(from, Expected::Once);
        }
        self.mark(from, Part::Rest);
        Ok(())
    }

    pub(super) fn rpe(&mut self, from: usize, figure: &Figure<'a>) -> Outcome {
        let span = effort(figure, 10.0).ok_or(self.error(figure.from, Expected::Rpe))?;
        if self.draft.rpe.replace(span).is_some() {
            return self.fail(from, Expected::Once);
        }
        self.mark(from, Part::Rpe);
        Ok(())
    }

    pub(super) fn rir(&mut self, from: usize, figure: &Figure<'a>) -> Outcome {
        let span = effort(figure, 99.0).ok_or(self.error(figure.from, Expected::Rir))?;
        if self.draft.rir.replace(span).is_some() {
            return self.fail(from, Expected::Once);
        }
        self.mark(from, Part::Rir);
        Ok(())
    }
}

/// Whether a bare number behind `@` is an effort: 6 to 10 in half steps.
fn is_effort(value: f64) -> bool {
    (6.0..=10.0).contains(&value) && (value * 2.0).fract() == 0.0
}

/// A number or range from 0 to `most`.
fn effort(figure: &Figure<'_>, most: f64) -> Option<Span<f64>> {
    let [entry] = figure.entries.as_slice() else { return None };
    let span = match scheme::quantity(entry, 1.0).ok()? {
        Quantity::Exactly(value) => Span::exactly(value),
        Quantity::Between(low, high) => Span::between(low, high),
        Quantity::Pair(..) => return None,
    };
    (span.max <= most).then_some(span)
}
