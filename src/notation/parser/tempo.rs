//! The four signs of a tempo.

use super::{Outcome, Parser};
use crate::domain::{Beat, Tempo};
use crate::notation::error::Expected;
use crate::notation::figure::{Place, Unit, figure};
use crate::notation::lexer::Kind;
use crate::notation::load;
use crate::notation::marks::Part;
use crate::notation::words::Word;

impl Parser<'_> {
    pub(super) fn tempo(&mut self, from: usize) -> Outcome {
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
    pub(super) fn is_bare_tempo(&self) -> bool {
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

    pub(super) fn tempo_signs(&mut self, from: usize) -> Outcome {
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
}
