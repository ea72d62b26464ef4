//! Loads: what a figure behind `@` means, and loads in words.

use super::cursor::Cursor;
use super::error::Expected;
use super::figure::{Atom, Entry, Figure, Glue, Place, Unit, Value, figure};
use super::scheme::{between, quantity};
use super::words::Word;
use crate::domain::{BandLevel, Basis, IntensityBand, Load, Quantity};

/// Whether a load in words starts at the cursor.
pub(super) fn starts(cursor: &Cursor<'_>) -> bool {
    match cursor.word() {
        // `KG` without a number is the body, `kg` is a unit that lost its number
        Some(Word::Kg) => cursor.peek(0).is_some_and(|token| token.text == "KG"),
        Some(
            Word::Bodyweight
            | Word::Assisted
            | Word::Band
            | Word::Strength(_)
            | Word::Light
            | Word::Medium
            | Word::Heavy
            | Word::Very
            | Word::Intensity(_)
            | Word::Zone
            | Word::Cr
            | Word::Pace,
        ) => true,
        _ => false,
    }
}

/// A load in words; the cursor stands on its first one.
pub(super) fn in_words(cursor: &mut Cursor<'_>) -> Result<Load, Expected> {
    match cursor.next_word() {
        Some(Word::Bodyweight | Word::Kg) => bodyweight(cursor),
        Some(Word::Assisted) => shifted(cursor, Sense::Help),
        Some(Word::Band) => {
            cursor.skip_joins();
            strength(cursor).map(Load::Band).ok_or(Expected::Band)
        }
        Some(Word::Zone) => prefixed(cursor, Basis::HrZone),
        Some(Word::Cr) => {
            // `CR10 5` says 5 on the scale to ten
            let is_scale = cursor.peek(0).is_some_and(|token| token.text == "10");
            let colon = usize::from(cursor.sign(1, ':'));
            let apart = cursor.peek(1).is_some_and(|next| colon > 0 || !next.glued);
            if is_scale && apart && cursor.follows_number(1 + colon) {
                cursor.at += 1 + colon;
            }
            prefixed(cursor, Basis::Cr10)
        }
        Some(Word::Pace) => {
            cursor.skip_signs(':');
            let figure = figure(cursor, Place::Load).ok_or(Expected::Load)?;
            from_figure(&figure, Some(Unit::PerKilometre))
        }
        Some(Word::Intensity(band)) => Ok(Load::Intensity(band)),
        Some(word) => {
            cursor.at -= 1;
            let level = strength(cursor).ok_or(Expected::Load)?;
            if cursor.word() == Some(Word::Band) {
                cursor.at += 1;
                return Ok(Load::Band(level));
            }
            match (word, level) {
                (Word::Very | Word::Strength(_), _) => Err(Expected::Band),
                (_, BandLevel::Light) => Ok(Load::Intensity(IntensityBand::Low)),
                (_, BandLevel::Medium) => Ok(Load::Intensity(IntensityBand::Mid)),
                _ => Ok(Load::Intensity(IntensityBand::High)),
            }
        }
        None => Err(Expected::Load),
    }
}

fn strength(cursor: &mut Cursor<'_>) -> Option<BandLevel> {
    let very = cursor.word() == Some(Word::Very);
    cursor.at += usize::from(very);
    let level = match (cursor.word()?, very) {
        (Word::Strength(level), false) => level,
        (Word::Light, false) => BandLevel::Light,
        (Word::Light, true) => BandLevel::XLight,
        (Word::Medium, false) => BandLevel::Medium,
        (Word::Heavy, false) => BandLevel::Heavy,
        (Word::Heavy, true) => BandLevel::XHeavy,
        _ => return None,
    };
    cursor.at += 1;
    Some(level)
}

/// Whether kilograms are added to the body or taken from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sense {
    Added,
    Help,
}

fn bodyweight(cursor: &mut Cursor<'_>) -> Result<Load, Expected> {
    for (sign, sense) in [('+', Sense::Added), ('-', Sense::Help)] {
        if cursor.sign(0, sign) && cursor.follows_number(1) {
            cursor.at += 1;
            return shifted(cursor, sense);
        }
    }
    Ok(Load::Bodyweight)
}

/// Kilograms or pounds on top of the body, or kilograms of help.
pub(super) fn shifted(cursor: &mut Cursor<'_>, sense: Sense) -> Result<Load, Expected> {
    let figure = figure(cursor, Place::Load).ok_or(Expected::Number)?;
    let basis = match (sense, unit(&figure).unwrap_or(Unit::Kg)) {
        (Sense::Added, Unit::Kg) => Basis::BodyweightPlusKg,
        (Sense::Added, Unit::Lb) => Basis::BodyweightPlusLb,
        (Sense::Help, Unit::Kg) => Basis::BodyweightMinusKg,
        _ => return Err(Expected::Load),
    };
    amounts(&figure, basis, number)
}

/// A number behind its unit: `Z2`, `CR7`.
fn prefixed(cursor: &mut Cursor<'_>, basis: Basis) -> Result<Load, Expected> {
    cursor.skip_signs(':');
    let figure = figure(cursor, Place::Load).ok_or(Expected::Number)?;
    if unit(&figure).is_some() {
        return Err(Expected::Load);
    }
    amounts(&figure, basis, number)
}

fn unit(figure: &Figure<'_>) -> Option<Unit> {
    // the last one says what clock times before it are
    figure.entries.iter().rev().find_map(Entry::unit)
}

/// A figure with the unit of a load; `bare` is the unit of a number without one.
pub(super) fn from_figure(figure: &Figure<'_>, bare: Option<Unit>) -> Result<Load, Expected> {
    let unit = match (unit(figure), bare) {
        // a clock time counts minutes unless a pace was asked for
        (Some(Unit::Minutes), Some(Unit::PerKilometre)) => Unit::PerKilometre,
        (Some(unit), _) | (None, Some(unit)) => unit,
        (None, None) => return Err(Expected::Unit),
    };
    let basis = match unit {
        Unit::Kg => Basis::Kg,
        Unit::Lb => Basis::Lb,
        Unit::PctOneRm => Basis::Pct1Rm,
        Unit::PctTm => Basis::PctTm,
        Unit::PctBodyweight => Basis::PctBodyweight,
        Unit::Rm => Basis::Rm,
        Unit::Watts => Basis::Watts,
        Unit::MetresPerSecond => Basis::Velocity,
        Unit::PerKilometre => return amounts(figure, Basis::PacePerKm, pace),
        Unit::Bodyweight => return of_body(figure),
        _ => return Err(Expected::Load),
    };
    amounts(figure, basis, number)
}

/// `1.5 BW`, `1/2 BW`: parts of the body's weight as percent.
fn of_body(figure: &Figure<'_>) -> Result<Load, Expected> {
    if let (Glue::Slashes, [Entry::One(top), Entry::One(bottom)]) =
        (figure.glue, figure.entries.as_slice())
        && let (Value::Number(top), Value::Number(bottom)) = (top.value, bottom.value)
        && bottom > top
    {
        let amount = Quantity::Exactly(percent(top / bottom));
        return Ok(Load::Of { basis: Basis::PctBodyweight, amount });
    }
    amounts(figure, Basis::PctBodyweight, |atom| number(atom).map(percent))
}

/// Percent of a share, without the noise of binary fractions.
fn percent(share: f64) -> f64 {
    (share * 1e8).round() / 1e6
}

fn number(atom: &Atom<'_>) -> Result<f64, Expected> {
    match atom.value {
        Value::Number(value) if !atom.plus => Ok(value),
        _ => Err(Expected::Number),
    }
}

fn pace(atom: &Atom<'_>) -> Result<f64, Expected> {
    match atom.value {
        Value::Clock(seconds) => Ok(f64::from(seconds)),
        Value::Number(minutes) => Ok((minutes * 60.0).round()),
        Value::Max => Err(Expected::Number),
    }
}

fn amounts(
    figure: &Figure<'_>,
    basis: Basis,
    value: impl Fn(&Atom<'_>) -> Result<f64, Expected>,
) -> Result<Load, Expected> {
    let amount = match (figure.glue, figure.entries.as_slice()) {
        (_, [Entry::Range(from, to)]) => between(value(from)?, value(to)?),
        (Glue::Slashes, [Entry::One(one), Entry::One(other)]) | (_, [Entry::Pair(one, other)]) => {
            Quantity::Pair(value(one)?, value(other)?)
        }
        (_, [entry @ Entry::One(atom)]) => match value(atom) {
            Ok(value) => Quantity::Exactly(value),
            Err(_) => quantity(entry, 1.0)?,
        },
        (Glue::Colon, _) => return Err(Expected::Load),
        (_, entries) => {
            let each = entries.iter().map(|entry| match entry {
                Entry::One(atom) => value(atom),
                Entry::Range(..) | Entry::Pair(..) => Err(Expected::Load),
            });
            return Ok(Load::PerSet { basis, amounts: each.collect::<Result<_, _>>()? });
        }
    };
    Ok(Load::Of { basis, amount })
}
