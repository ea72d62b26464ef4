//! One number: digits with a point, a clock time, a fraction, a word.

use super::{Atom, Value};
use crate::notation::cursor::Cursor;
use crate::notation::lexer::{Kind, Token};

/// A number without its unit.
pub(super) fn read<'a>(cursor: &mut Cursor<'a>) -> Option<Atom<'a>> {
    let start = cursor.at;
    let token = cursor.next()?;
    let (mut digits, mut fraction) = ("", false);
    let value = match token.kind {
        Kind::Spelled { value, times: false } | Kind::Fraction(value) => Value::Number(value),
        Kind::Digits(text) => {
            digits = text;
            if let Some(seconds) = clock(cursor, text) {
                digits = "";
                Value::Clock(seconds)
            } else if let Some(part) = behind(cursor, '.') {
                fraction = true;
                Value::Number(format!("{text}.{part}").parse().ok()?)
            } else {
                let mut value: f64 = text.parse().ok()?;
                if let Some(Token { kind: Kind::Fraction(part), glued: true, .. }) = cursor.peek(0)
                {
                    value += part;
                    fraction = true;
                    cursor.at += 1;
                }
                Value::Number(value)
            }
        }
        Kind::Sign('.') => {
            let Some(Token { kind: Kind::Digits(part), glued: true, .. }) = cursor.peek(0) else {
                cursor.at = start;
                return None;
            };
            let value = format!("0.{part}").parse().ok()?;
            fraction = true;
            cursor.at += 1;
            Value::Number(value)
        }
        _ => {
            cursor.at = start;
            return None;
        }
    };
    let (from, to) = (token.from, cursor.behind());
    Some(Atom { value, digits, fraction, plus: false, unit: None, from, to })
}

/// `:30` or `:30:00` behind `minutes`.
fn clock(cursor: &mut Cursor<'_>, minutes: &str) -> Option<u32> {
    let mut total: u32 = minutes.parse().ok()?;
    let start = cursor.at;
    while let Some(part) = behind(cursor, ':') {
        if part.len() != 2 || cursor.at > start + 4 {
            cursor.at -= 2;
            break;
        }
        total = total.checked_mul(60)?.checked_add(part.parse().ok()?)?;
    }
    (cursor.at > start).then_some(total)
}

/// The digits behind a sign, everything glued together; consumes both.
fn behind<'a>(cursor: &mut Cursor<'a>, sign: char) -> Option<&'a str> {
    if !cursor.glued_sign(sign) {
        return None;
    }
    let Some(Token { kind: Kind::Digits(part), glued: true, .. }) = cursor.peek(1) else {
        return None;
    };
    cursor.at += 2;
    Some(part)
}
