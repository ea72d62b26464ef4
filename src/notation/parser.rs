//! Reads a line clause by clause, whatever their order. What a clause amounts to stands in
//! `scheme` and `load`.

use super::Reading;
use super::error::{Expected, NotationError};
use super::figure::{Figure, Glue, Place, Unit, figure};
use super::lexer::{Kind, Token, tokens};
use super::load::{self, Sense};
use super::marks::{Mark, Part};
use super::scheme::{self, Draft, Plan};
use super::words::Word;
use crate::domain::{Beat, Load, Quantity, Span, Tempo, Work};
use crate::language::shown;

/// Reads as much of a line as makes sense.
pub(super) fn read(text: &str) -> Reading {
    let tokens = tokens(text);
    let cursor = Cursor { tokens: &tokens, at: 0, end: text.chars().count() };
    let mut parser = Parser { cursor, draft: Draft::default(), marks: Vec::new(), scheme_at: None };
    let mut failure = parser.run().err();
    let mut draft = parser.draft;
    let rest = match &failure {
        Some(_) => draft.clone().finish(),
        None => std::mem::take(&mut draft).finish(),
    };
    let prescription = rest.unwrap_or_else(|expected| {
        let from = parser.scheme_at.unwrap_or(parser.cursor.end);
        let column = if expected == Expected::Time { parser.cursor.end } else { from } + 1;
        failure.get_or_insert(NotationError { column, expected });
        crate::domain::Prescription::default()
    });
    Reading { prescription, marks: parser.marks, error: failure }
}

/// A place in the tokens of a line.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cursor<'a> {
    tokens: &'a [Token<'a>],
    pub at: usize,
    /// Length of the line in characters.
    end: usize,
}

impl<'a> Cursor<'a> {
    pub(super) fn peek(&self, ahead: usize) -> Option<Token<'a>> {
        self.tokens.get(self.at + ahead).copied()
    }

    pub(super) fn next(&mut self) -> Option<Token<'a>> {
        let token = self.peek(0)?;
        self.at += 1;
        Some(token)
    }

    pub(super) fn word_at(&self, ahead: usize) -> Option<Word> {
        match self.peek(ahead)?.kind {
            Kind::Word(word) => Some(word),
            _ => None,
        }
    }

    pub(super) fn word(&self) -> Option<Word> {
        self.word_at(0)
    }

    pub(super) fn next_word(&mut self) -> Option<Word> {
        let word = self.word()?;
        self.at += 1;
        Some(word)
    }

    pub(super) fn sign(&self, ahead: usize, sign: char) -> bool {
        self.peek(ahead).is_some_and(|token| token.kind == Kind::Sign(sign))
    }

    /// Whether this sign stands at the cursor without white space before it.
    pub(super) fn glued_sign(&self, sign: char) -> bool {
        self.sign(0, sign) && self.peek(0).is_some_and(|token| token.glued)
    }

    pub(super) fn follows_number(&self, ahead: usize) -> bool {
        match self.peek(ahead).map(|token| token.kind) {
            Some(Kind::Digits(_) | Kind::Fraction(_) | Kind::Spelled { times: false, .. }) => true,
            Some(Kind::Sign('.')) => {
                matches!(
                    self.peek(ahead + 1),
                    Some(Token { kind: Kind::Digits(_), glued: true, .. })
                )
            }
            _ => false,
        }
    }

    pub(super) fn skip_signs(&mut self, sign: char) {
        while self.sign(0, sign) {
            self.at += 1;
        }
    }

    pub(super) fn skip_joins(&mut self) {
        while self.word() == Some(Word::Joins) || self.sign(0, ':') || self.sign(0, '~') {
            self.at += 1;
        }
    }

    /// The character behind the last token read.
    pub(super) fn behind(&self) -> usize {
        self.at.checked_sub(1).and_then(|at| self.tokens.get(at)).map_or(0, |token| token.to)
    }

    /// The character the next token starts at.
    fn column(&self) -> usize {
        self.peek(0).map_or(self.end, |token| token.from)
    }
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
                    Some(Word::Side | Word::PerSide | Word::Seconds) => self.side(from),
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
            // `4x6 auf 100kg`; `for time` and `to failure` were seen before
            Word::Joins | Word::On => Ok(()),

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
                    Some(Word::Failure) => self.failure(from),
                    _ => self.fail(from, Expected::Clause),
                }
            }
            Word::Failure => self.failure(from),
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
            Word::For if self.cursor.word() == Some(Word::Time) => {
                self.cursor.at += 1;
                self.for_time(from)
            }
            Word::For => Ok(()),
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
                self.side(from)
            }
            Word::PerSide => self.side(from),
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

    /// A clause that starts with a number: sets, an amount, a load, a rest, an effort.
    fn number(&mut self, from: usize) -> Outcome {
        if self.draft.tempo.is_none() && self.has_scheme() && self.is_bare_tempo() {
            return self.tempo_signs(from);
        }
        let figure = self.figure(Place::Scheme(self.fixed_sets()), Expected::Number)?;
        let unit = figure.entries.last().and_then(super::figure::Entry::unit);
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
    fn time_clause(&mut self, figure: &Figure<'a>, word: Option<Word>) -> Outcome {
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

    /// What follows `@`: a load, an effort or a tempo.
    fn behind_at(&mut self, from: usize) -> Outcome {
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

    fn shifted(&mut self, from: usize, sense: Sense) -> Outcome {
        self.cursor.at += 1;
        let load = self.attempt(from, |cursor| load::shifted(cursor, sense))?;
        self.load(from, load)
    }

    fn load(&mut self, from: usize, load: Load) -> Outcome {
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

    /// What stands behind `4x` or `4 sets`: repetitions, a time, a list, work and rest, or nothing.
    fn work_behind_sets(&mut self) -> Outcome {
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

    fn work_behind_colon(&mut self) -> Outcome {
        self.cursor.skip_joins();
        if self.cursor.follows_number(0) || self.cursor.word() == Some(Word::Max) {
            let Some(token) = self.cursor.peek(0) else { return Ok(()) };
            return self.clause(token);
        }
        Ok(())
    }

    /// Takes a figure as the amount of work.
    fn amount(&mut self, figure: &Figure<'a>) -> Outcome {
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

    fn intervals(
        &mut self,
        figure: &Figure<'a>,
        work: &super::figure::Atom<'a>,
        rest: &super::figure::Atom<'a>,
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

    fn emom(&mut self, from: usize, every_s: u32) -> Outcome {
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

    fn last_was_clock(&self) -> bool {
        let before = Cursor { at: self.cursor.at.saturating_sub(2), ..self.cursor };
        before.glued_sign(':')
    }

    fn for_time(&mut self, from: usize) -> Outcome {
        self.plan(from, Plan::ForTime)?;
        self.work_behind_colon()
    }

    /// A single time; a bare number is minutes.
    fn time(&mut self) -> Result<u32, NotationError> {
        let figure = self.figure(Place::Plain, Expected::Time)?;
        let span = scheme::time_span(&figure, Unit::Minutes);
        span.map(|span| span.min).map_err(|expected| self.error(figure.from, expected))
    }

    fn rest(&mut self, from: usize) -> Outcome {
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

    fn set_rest(&mut self, from: usize, span: Span<u32>) -> Outcome {
        if self.draft.rest.replace(span).is_some() {
            return self.fail(from, Expected::Once);
        }
        self.mark(from, Part::Rest);
        Ok(())
    }

    fn rpe(&mut self, from: usize, figure: &Figure<'a>) -> Outcome {
        let span = effort(figure, 10.0).ok_or(self.error(figure.from, Expected::Rpe))?;
        if self.draft.rpe.replace(span).is_some() {
            return self.fail(from, Expected::Once);
        }
        self.mark(from, Part::Rpe);
        Ok(())
    }

    fn rir(&mut self, from: usize, figure: &Figure<'a>) -> Outcome {
        let span = effort(figure, 99.0).ok_or(self.error(figure.from, Expected::Rir))?;
        if self.draft.rir.replace(span).is_some() {
            return self.fail(from, Expected::Once);
        }
        self.mark(from, Part::Rir);
        Ok(())
    }

    fn tempo(&mut self, from: usize) -> Outcome {
        self.cursor.skip_joins();
        // in German a pace is a tempo, too
        let before = self.cursor.at;
        if let Some(figure) = figure(&mut self.cursor, Place::Load)
            && figure.entries.iter().any(|entry| entry.unit() == Some(Unit::PerKilometre))
        {
            let load = load::from_figure(&figure, None);
            let load = load.map_err(|expected| self.error(figure.from, expected))?;
            return self.load(from, load);
        }
        self.cursor.at = before;
        self.tempo_signs(from)
    }

    /// Two digits, `X`, a digit, all glued: a tempo without the word.
    fn is_bare_tempo(&self) -> bool {
        let digits = |ahead: usize, length: usize| {
            matches!(self.cursor.peek(ahead).map(|token| token.kind),
                Some(Kind::Digits(text)) if text.len() == length)
        };
        digits(0, 2)
            && digits(2, 1)
            && self.cursor.word_at(1) == Some(Word::Times)
            && self.cursor.peek(1).is_some_and(|token| token.glued && token.text == "X")
            && self.cursor.peek(2).is_some_and(|token| token.glued)
    }

    fn tempo_signs(&mut self, from: usize) -> Outcome {
        let at = self.cursor.column();
        let mut beats = Vec::with_capacity(4);
        // with hyphens a number is one phase, without them each digit is
        let parted =
            self.cursor.sign(1, '-') || self.cursor.sign(1, '/') || self.cursor.sign(1, ':');
        let mut first = true;
        while let Some(token) = self.cursor.peek(0) {
            if !first && !token.glued {
                break;
            }
            match token.kind {
                Kind::Digits(text) if parted => beats.extend(text.parse().ok().map(Beat::Seconds)),
                Kind::Digits(text) => {
                    beats.extend(text.bytes().map(|digit| Beat::Seconds(digit - b'0')));
                }
                Kind::Word(Word::Times) => beats.push(Beat::Explosive),
                Kind::Sign('-' | '/' | ':') if parted => {}
                _ => break,
            }
            first = false;
            self.cursor.at += 1;
        }
        // the last pause may go unsaid
        if beats.len() == 3 {
            beats.push(Beat::Seconds(0));
        }
        let beats = <[Beat; 4]>::try_from(beats).map_err(|_| self.error(at, Expected::Tempo))?;
        if self.draft.tempo.replace(Tempo(beats)).is_some() {
            return self.fail(from, Expected::Once);
        }
        self.mark(from, Part::Tempo);
        Ok(())
    }

    fn failure(&mut self, from: usize) -> Outcome {
        self.draft.to_failure = true;
        self.mark(from, Part::Reps);
        Ok(())
    }

    fn side(&mut self, from: usize) -> Outcome {
        self.draft.per_side = true;
        self.mark(from, Part::Side);
        Ok(())
    }

    fn note(&mut self, text: &str) {
        let note = tidy_note(text);
        if !note.is_empty() && !self.draft.note.is_empty() {
            self.draft.note.push_str("; ");
        }
        self.draft.note.push_str(&note);
    }

    fn plan(&mut self, from: usize, plan: Plan) -> Outcome {
        self.scheme_at.get_or_insert(from);
        if self.draft.plan.replace(plan).is_some() {
            return self.fail(from, Expected::OneScheme);
        }
        self.mark(from, Part::Format);
        Ok(())
    }

    fn set_count(&mut self, from: usize, sets: Span<u16>) -> Outcome {
        self.scheme_at.get_or_insert(from);
        if self.draft.sets.replace(sets).is_some() {
            return self.fail(from, Expected::Once);
        }
        Ok(())
    }

    fn has_scheme(&self) -> bool {
        self.draft.sets.is_some() || !self.draft.works.is_empty() || self.draft.plan.is_some()
    }

    /// The number of sets, where the line has fixed one.
    fn fixed_sets(&self) -> Option<u16> {
        self.draft.sets.filter(Span::is_single).map(|sets| sets.min)
    }

    /// Steps over what may stand between `EMOM` or `AMRAP` and its time.
    fn skip_to_number(&mut self) {
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

/// A remark as it is kept: one line that may be shown, no white space around it.
#[must_use]
pub fn tidy_note(text: &str) -> String {
    let mut note = shown(text.trim()).trim().to_owned();
    // trimming may bare an accent that stood on a space
    loop {
        let again = shown(&note).trim().to_owned();
        if again == note {
            return note;
        }
        note = again;
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
