//! Reads a line clause by clause, whatever their order. What a clause amounts to stands in
//! `scheme` and `load`.

mod amount;
mod density;
mod effort;
mod tempo;

use crate::domain::{Prescription, Span};
use crate::notation::Reading;
use crate::notation::cursor::Cursor;
use crate::notation::error::{Expected, NotationError};
use crate::notation::figure::{Figure, Place, Unit, figure};
use crate::notation::lexer::{Kind, Token, tokens};
use crate::notation::load::{self, Sense};
use crate::notation::marks::{Mark, Part};
use crate::notation::note::tidy_note;
use crate::notation::scheme::{self, Draft, Plan};
use crate::notation::words::Word;

/// Reads as much of a line as makes sense.
pub(super) fn read(text: &str) -> Reading {
    let tokens = tokens(text);
    let cursor = Cursor { tokens: &tokens, at: 0, end: text.chars().count() };
    let mut parser = Parser { cursor, draft: Draft::default(), marks: Vec::new(), scheme_at: None };
    let failure = parser.run().err();
    let Parser { cursor, draft, marks, scheme_at } = parser;
    let (prescription, error) = match draft.finish() {
        Ok(prescription) => (prescription, failure),
        Err(expected) => {
            let lacking = expected == Expected::Time;
            let from = scheme_at.filter(|_| !lacking).unwrap_or(cursor.end);
            let error = failure.unwrap_or(NotationError { column: from + 1, expected });
            (Prescription::default(), Some(error))
        }
    };
    Reading { prescription, marks, error }
}

struct Parser<'a> {
    cursor: Cursor<'a>,
    draft: Draft,
    marks: Vec<Mark>,
    /// Where the scheme starts, for errors that concern all of it.
    scheme_at: Option<usize>,
}

type Outcome = Result<(), NotationError>;

impl<'a> Parser<'a> {
    fn run(&mut self) -> Outcome {
        while let Some(token) = self.cursor.peek(0) {
            self.clause(token)?;
        }
        Ok(())
    }

    fn clause(&mut self, token: Token<'a>) -> Outcome {
        let from = token.from;
        match token.kind {
            Kind::Note(text) => {
                self.cursor.at += 1;
                self.note(text);
                self.mark(from, Part::Note);
                Ok(())
            }
            Kind::Sign('@') => {
                self.cursor.at += 1;
                self.cursor.skip_joins();
                self.behind_at(from)
            }
            Kind::Sign('/') => {
                self.cursor.at += 1;
                match self.cursor.next_word() {
                    // `/s` is short for the side, a time it is only behind metres
                    Some(Word::Side | Word::PerSide | Word::Seconds) => {
                        self.side(from);
                        Ok(())
                    }
                    _ => self.fail(from, Expected::Clause),
                }
            }
            Kind::Sign('+' | '-') if token.glued || !self.cursor.follows_number(1) => {
                self.cursor.at += 1;
                Ok(())
            }
            Kind::Sign('+') => self.shifted(from, Sense::Added),
            Kind::Sign(',' | '(' | ')' | '.' | ':' | '|' | '~' | '&' | '=' | '-') => {
                self.cursor.at += 1;
                Ok(())
            }
            Kind::Sign(_) => self.fail(from, Expected::Clause),
            Kind::Spelled { value, times: true } => {
                self.cursor.at += 1;
                self.set_count(from, Span::exactly(value as u16))?;
                self.mark(from, Part::Sets);
                self.work_behind_sets()
            }
            Kind::Digits(_) | Kind::Fraction(_) | Kind::Spelled { .. } => self.number(from),
            Kind::Word(word) => self.word(word, token),
        }
    }

    fn word(&mut self, word: Word, token: Token<'a>) -> Outcome {
        let from = token.from;
        if load::starts(&self.cursor) {
            let load = self.attempt(from, load::in_words)?;
            return self.load(from, load);
        }
        self.cursor.at += 1;
        match word {
            Word::For if self.cursor.word() == Some(Word::Time) => {
                self.cursor.at += 1;
                self.for_time(from)
            }
            // `4x6 auf 100kg`
            Word::Joins | Word::On | Word::For => Ok(()),

            Word::Times => {
                let figure = self.figure(Place::Scheme(None), Expected::Work)?;
                self.amount(&figure)
            }
            Word::Max => {
                self.cursor.at -= 1;
                let figure = self.figure(Place::Scheme(None), Expected::Work)?;
                self.amount(&figure)
            }
            Word::To => {
                // `bis zum Muskelversagen`
                while matches!(self.cursor.word(), Some(Word::To | Word::Joins)) {
                    self.cursor.at += 1;
                }
                match self.cursor.next_word() {
                    Some(Word::Failure) => {
                        self.failure(from);
                        Ok(())
                    }
                    _ => self.fail(from, Expected::Clause),
                }
            }
            Word::Failure => {
                self.failure(from);
                Ok(())
            }
            Word::Rpe => {
                self.cursor.skip_joins();
                self.cursor.skip_signs('@');
                let figure = self.figure(Place::Plain, Expected::Rpe)?;
                self.rpe(from, &figure)
            }
            Word::Rir => {
                self.cursor.skip_joins();
                self.cursor.skip_signs('@');
                let figure = self.figure(Place::Plain, Expected::Rir)?;
                self.rir(from, &figure)
            }
            Word::Tempo => self.tempo(from),
            Word::Rest => self.rest(from),
            Word::No if self.cursor.word() == Some(Word::Rest) => {
                self.cursor.at += 1;
                self.set_rest(from, Span::exactly(0))
            }
            Word::Emom => self.emom(from, 60),
            Word::E => {
                let figure = self.figure(Place::Plain, Expected::Time)?;
                if self.cursor.word() == Some(Word::Mom) {
                    self.cursor.at += 1;
                }
                let every = scheme::time_span(&figure, Unit::Minutes);
                let every = every.map_err(|expected| self.error(figure.from, expected))?;
                self.emom(from, every.min)
            }
            Word::Every => {
                // `every minute`, `every 90s`
                let every = if self.cursor.word() == Some(Word::Minutes) {
                    self.cursor.at += 1;
                    60
                } else {
                    let figure = self.figure(Place::Plain, Expected::Time)?;
                    let every = scheme::time_span(&figure, Unit::Minutes);
                    every.map_err(|expected| self.error(figure.from, expected))?.min
                };
                self.emom(from, every)
            }
            Word::Amrap => {
                self.skip_to_number();
                let total_s = if self.cursor.follows_number(0) { Some(self.time()?) } else { None };
                self.plan(from, Plan::Amrap { total_s })?;
                self.work_behind_colon()
            }
            Word::Time => self.for_time(from),
            Word::Cap => {
                self.cursor.skip_joins();
                let cap = self.time()?;
                if self.draft.cap_s.replace(cap).is_some() {
                    return self.fail(from, Expected::Once);
                }
                self.mark(from, Part::Format);
                Ok(())
            }
            Word::Tabata => self.plan(from, Plan::Tabata),
            Word::Per => {
                // `je Seite`, and `each` alone
                if matches!(self.cursor.word(), Some(Word::Side | Word::PerSide)) {
                    self.cursor.at += 1;
                }
                self.side(from);
                Ok(())
            }
            Word::PerSide => {
                self.side(from);
                Ok(())
            }
            Word::SetType(kind) => {
                if self.draft.set_type.replace(kind).is_some_and(|known| known != kind) {
                    return self.fail(from, Expected::Once);
                }
                if matches!(self.cursor.word(), Some(Word::Sets)) {
                    self.cursor.at += 1;
                }
                self.mark(from, Part::SetType);
                Ok(())
            }
            _ => self.fail(from, Expected::Clause),
        }
    }

    fn failure(&mut self, from: usize) {
        self.draft.to_failure = true;
        self.mark(from, Part::Reps);
    }

    fn side(&mut self, from: usize) {
        self.draft.per_side = true;
        self.mark(from, Part::Side);
    }

    fn note(&mut self, text: &str) {
        let note = tidy_note(text);
        if !note.is_empty() && !self.draft.note.is_empty() {
            self.draft.note.push_str("; ");
        }
        self.draft.note.push_str(&note);
    }

    fn figure(&mut self, place: Place, expected: Expected) -> Result<Figure<'a>, NotationError> {
        let column = self.cursor.column();
        figure(&mut self.cursor, place).ok_or(self.error(column, expected))
    }

    fn attempt<T>(
        &mut self,
        from: usize,
        read: impl FnOnce(&mut Cursor<'a>) -> Result<T, Expected>,
    ) -> Result<T, NotationError> {
        read(&mut self.cursor).map_err(|expected| {
            let column = if expected == Expected::Load { from } else { self.cursor.column() };
            self.error(column, expected)
        })
    }

    /// Marks everything from `from` to the cursor.
    fn mark(&mut self, from: usize, part: Part) {
        self.marks.push(Mark { from, to: self.cursor.behind(), part });
    }

    #[expect(clippy::unused_self, reason = "reads as part of the parser where it is called")]
    const fn error(&self, from: usize, expected: Expected) -> NotationError {
        NotationError { column: from + 1, expected }
    }

    fn fail(&self, from: usize, expected: Expected) -> Outcome {
        Err(self.error(from, expected))
    }

    fn fail_behind(&self, expected: Expected) -> Outcome {
        Err(self.error(self.cursor.behind(), expected))
    }
}
