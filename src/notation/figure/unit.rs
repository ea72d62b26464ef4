//! What stands behind a number.

use super::{Atom, Place, Value};
use crate::notation::cursor::Cursor;
use crate::notation::lexer::{Kind, Token};
use crate::notation::words::Word;

/// What stands behind a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::notation) enum Unit {
    Seconds,
    Minutes,
    Hours,
    Metres,
    Kilometres,
    Miles,
    Calories,
    Reps,
    Kg,
    Lb,
    PctOneRm,
    PctTm,
    PctBodyweight,
    /// Times the body: `1.5 BW`.
    Bodyweight,
    Rm,
    Watts,
    MetresPerSecond,
    PerKilometre,
    Rpe,
    Rir,
}

impl Unit {
    pub(in crate::notation) const fn is_time(self) -> bool {
        matches!(self, Self::Seconds | Self::Minutes | Self::Hours)
    }

    /// A unit of an amount of work.
    pub(in crate::notation) const fn is_work(self) -> bool {
        self.is_time()
            || matches!(
                self,
                Self::Metres | Self::Kilometres | Self::Miles | Self::Calories | Self::Reps
            )
    }

    /// A unit of a load.
    pub(in crate::notation) const fn is_load(self) -> bool {
        !self.is_work() && !matches!(self, Self::Rpe | Self::Rir)
    }

    /// Whether a number of this unit may have a fraction.
    pub(super) const fn has_fractions(self) -> bool {
        !matches!(self, Self::Seconds | Self::Reps)
    }
}

/// The unit at the cursor; a clock time has one without saying so. Minutes may carry seconds
/// (`1'30"`), which go into the atom.
pub(super) fn read(cursor: &mut Cursor<'_>, atom: &mut Atom<'_>, place: Place) -> Option<Unit> {
    let start = cursor.at;
    let unit = written_unit(cursor, atom, place);
    if unit.is_none() {
        cursor.at = start;
    }
    let is_clock = matches!(atom.value, Value::Clock(_));
    unit.or_else(|| is_clock.then_some(Unit::Minutes))
}

fn written_unit(cursor: &mut Cursor<'_>, atom: &mut Atom<'_>, place: Place) -> Option<Unit> {
    let start = cursor.at;
    if cursor.sign(0, '/') && cursor.word_at(1) == Some(Word::Kilometres) {
        cursor.at += 2;
        return Some(Unit::PerKilometre);
    }
    // `10-min`
    if cursor.glued_sign('-') && matches!(cursor.peek(1), Some(token) if token.glued) {
        cursor.at += 1;
        if let Some(unit) = cursor.word().and_then(time_unit) {
            cursor.at += 1;
            return Some(unit);
        }
        cursor.at = start;
    }
    let amount_due = matches!(place, Place::Scheme(Some(_)));
    let multiple = atom.fraction || place == Place::Load;
    let token = cursor.peek(0)?;
    cursor.at += 1;
    let unit = match token.kind {
        Kind::Sign('\'') if token.glued && cursor.glued_sign('\'') => {
            cursor.at += 1;
            Unit::Seconds
        }
        Kind::Sign('\'') if token.glued => Unit::Minutes,
        Kind::Sign('"') if token.glued => Unit::Seconds,
        Kind::Sign('#') => Unit::Lb,
        Kind::Sign('%') | Kind::Word(Word::Percent) => percent(cursor),
        Kind::Word(word) => match word {
            Word::Minutes | Word::Seconds | Word::Hours => time_unit(word)?,
            Word::Metres if cursor.sign(0, '/') && cursor.word_at(1) == Some(Word::Seconds) => {
                cursor.at += 2;
                Unit::MetresPerSecond
            }
            Word::Metres => Unit::Metres,
            Word::Kilometres => Unit::Kilometres,
            Word::Miles => Unit::Miles,
            Word::Calories => Unit::Calories,
            Word::Reps => {
                let reserve = usize::from(cursor.word() == Some(Word::Joins));
                if cursor.word_at(reserve) == Some(Word::Reserve) {
                    cursor.at += reserve + 1;
                    Unit::Rir
                } else {
                    Unit::Reps
                }
            }
            // `3x10 KG+10kg`: the body, not kilograms
            Word::Kg if token.text == "KG" && !token.glued && cursor.sign(0, '+') => return None,
            Word::Kg => Unit::Kg,
            Word::Lb => Unit::Lb,
            Word::Rm => Unit::Rm,
            Word::TrainingMax => Unit::PctTm,
            Word::Watts => Unit::Watts,
            // in `4x6 RIR` the effort is still to come
            Word::Rpe | Word::Rir if cursor.follows_number(0) || amount_due => return None,
            Word::Rpe => Unit::Rpe,
            Word::Rir => Unit::Rir,
            // `3x10 BW` is ten repetitions, `1.5 BW` and `2BW` are loads
            Word::Times if multiple && cursor.word() == Some(Word::Bodyweight) => {
                cursor.at += 1;
                Unit::Bodyweight
            }
            Word::Bodyweight
                if (multiple || token.glued) && !cursor.sign(0, '+') && !cursor.sign(0, '-') =>
            {
                Unit::Bodyweight
            }
            _ => return None,
        },
        _ => return None,
    };
    if unit == Unit::Minutes && cursor.sign(0, '/') && cursor.word_at(1) == Some(Word::Kilometres) {
        cursor.at += 2;
        return Some(Unit::PerKilometre);
    }
    if matches!(unit, Unit::Minutes | Unit::Hours) {
        seconds_behind(cursor, unit, &mut atom.value);
    }
    Some(unit)
}

const fn time_unit(word: Word) -> Option<Unit> {
    match word {
        Word::Seconds => Some(Unit::Seconds),
        Word::Minutes => Some(Unit::Minutes),
        Word::Hours => Some(Unit::Hours),
        _ => None,
    }
}

/// What a percentage is of: the best single unless something else is named.
fn percent(cursor: &mut Cursor<'_>) -> Unit {
    let joined = usize::from(cursor.word() == Some(Word::Joins));
    let (unit, length) = match cursor.word_at(joined) {
        Some(Word::TrainingMax) => (Unit::PctTm, joined + 1),
        Some(Word::Bodyweight) => (Unit::PctBodyweight, joined + 1),
        Some(Word::Rm | Word::Max) => (Unit::PctOneRm, joined + 1),
        Some(Word::Kg) if cursor.peek(joined).is_some_and(|token| token.text == "KG") => {
            (Unit::PctBodyweight, joined + 1)
        }
        _ => match cursor.peek(joined).map(|token| token.kind) {
            Some(Kind::Digits("1")) if cursor.word_at(joined + 1) == Some(Word::Rm) => {
                (Unit::PctOneRm, joined + 2)
            }
            _ => (Unit::PctOneRm, 0),
        },
    };
    cursor.at += length;
    unit
}

/// `30"`, `30 s` behind minutes, `30` right behind the sign for minutes, `30 min` behind hours.
fn seconds_behind(cursor: &mut Cursor<'_>, unit: Unit, value: &mut Value) {
    let (Value::Number(whole), Some(Token { kind: Kind::Digits(part), glued, .. })) =
        (*value, cursor.peek(0))
    else {
        return;
    };
    let Ok(part) = part.parse::<f64>() else { return };
    if whole.fract() != 0.0 || part >= 60.0 {
        return;
    }
    let named = match unit {
        Unit::Minutes => cursor.word_at(1) == Some(Word::Seconds) || (glued && cursor.sign(1, '"')),
        _ => cursor.word_at(1) == Some(Word::Minutes),
    };
    if named {
        cursor.at += 2;
    } else if glued {
        cursor.at += 1;
    } else {
        return;
    }
    *value = Value::Number(whole + part / 60.0);
}
