//! Rules for tempo, rest, exertion and sides.

use super::amount::{Cursor, seconds};
use super::facts::{Role, Scan};
use super::measures::{Measure, is_change, is_each, is_rest, is_side};
use super::record::put;
use crate::domain::{Beat, Span, Tempo};

/// `tempo 31X1`, `tempo 3-1-1-0`, `300 tempo`, and `31x1` behind an amount of work.
pub(super) fn tempo(scan: &mut Scan, cursor: Cursor<'_>, at: usize) -> Option<usize> {
    if cursor.word(at) == "tempo" {
        let start = if cursor.sign(at + 1, ':') { at + 2 } else { at + 1 };
        let (tempo, end) = beats(cursor, start)?;
        scan.fields.tempo.get_or_insert(tempo);
        scan.mark(at, end, Role::Tempo);
        return Some(end);
    }
    let (tempo, end) = beats(cursor, at)?;
    // `3x10` holds an `x` where no tempo has one, and in `3x10 tempo 3010` the word leads on
    let multiplies = cursor.word(at + 1) == "x" && cursor.width(at) == 1;
    if multiplies {
        return None;
    }
    let named = cursor.word(end) == "tempo";
    let plain = scan.fields.has_content() && scan.fields.tempo.is_none();
    // without the word, only an explosive beat or hyphens tell a tempo from a number
    let parted = end - at >= 7 && tempo.0.contains(&Beat::Seconds(0));
    if !named && !(plain && (tempo.0.contains(&Beat::Explosive) || parted)) {
        return None;
    }
    scan.fields.tempo.get_or_insert(tempo);
    let end = if named { end + 1 } else { end };
    scan.mark(at, end, Role::Tempo);
    Some(end)
}

/// Three or four beats, written together or parted by hyphens.
fn beats(cursor: Cursor<'_>, from: usize) -> Option<(Tempo, usize)> {
    // one or two digits that stand alone are the number of something
    if !(cursor.glued(from + 1) || cursor.number(from).is_some() && cursor.width(from) > 2) {
        return None;
    }
    let mut beats = Vec::with_capacity(4);
    let mut at = from;
    while beats.len() < 5 {
        if let Some(number) = cursor.number(at).filter(|_| at == from || cursor.glued(at)) {
            // leading zeros count: `0110`
            let digits = format!("{:0width$}", number as u64, width = cursor.width(at));
            let each = digits.chars().filter_map(|digit| digit.to_digit(10));
            beats.extend(each.map(|digit| Beat::Seconds(digit as u8)));
        } else if cursor.word(at) == "x" && (at == from || cursor.glued(at)) {
            beats.push(Beat::Explosive);
        } else {
            break;
        }
        at += 1;
        if cursor.sign(at, '-') && cursor.glued(at) {
            at += 1;
        }
    }
    if beats.len() == 3 {
        beats.push(Beat::Seconds(0));
    }
    let whole: [Beat; 4] = beats.try_into().ok()?;
    (at > from).then_some((Tempo(whole), at))
}

/// `rest 2:00`, `Pause: 90 s`, `30 sec. rest`, `2 min between sets`.
pub(super) fn rest(scan: &mut Scan, cursor: Cursor<'_>, at: usize) -> Option<usize> {
    let short =
        cursor.word(at) == "p" && (cursor.sign(at + 1, ':') || cursor.time(at + 1).is_some());
    if is_rest(cursor.word(at)) || short {
        let mut from = at + 1;
        while cursor.sign(from, ':')
            || cursor.sign(from, '~')
            || cursor.sign(from, '=')
            || matches!(cursor.word(from), "for" | "of" | "von" | "ca" | "about" | "jeweils")
        {
            from += 1;
        }
        let (span, end) = rest_time(cursor, from)?;
        scan.fields.rest_s.get_or_insert(span);
        scan.mark(at, end, Role::Rest);
        return Some(end);
    }
    let (span, end) = cursor.time(at)?;
    let mut behind = end;
    while matches!(cursor.word(behind), "of" | "complete" | "full" | "easy" | "walk" | "walking") {
        behind += 1;
    }
    let between = matches!(cursor.word(behind), "between" | "zwischen");
    if !is_rest(cursor.word(behind)) && !is_change(cursor.word(behind)) && !between {
        return None;
    }
    scan.fields.rest_s.get_or_insert(span);
    scan.mark(at, behind + 1, Role::Rest);
    Some(behind + 1)
}

/// A time of rest; a bare number means seconds from 15 on and minutes below.
fn rest_time(cursor: Cursor<'_>, at: usize) -> Option<(Span<u32>, usize)> {
    if let Some(found) = cursor.time(at) {
        return Some(found);
    }
    let amount = cursor.amount(at)?;
    if amount.is_list() || cursor.measure(amount.end).is_some() {
        return None;
    }
    let span = amount.span();
    let factor = if span.max < 15.0 { 60.0 } else { 1.0 };
    Some((Span { min: seconds(span.min, factor), max: seconds(span.max, factor) }, amount.end))
}

/// `RPE 8`, `8 RPE`, `RIR 2`, `2 reps in reserve`.
pub(super) fn rpe_rir(scan: &mut Scan, cursor: Cursor<'_>, at: usize) -> Option<usize> {
    let start = if cursor.sign(at, '@') { at + 1 } else { at };
    let named = match cursor.word(start) {
        "rpe" => Some(Role::Rpe),
        "rir" => Some(Role::Rir),
        _ => None,
    };
    if let Some(role) = named {
        let mut from = start + 1;
        while cursor.sign(from, ':') || cursor.sign(from, '@') || cursor.sign(from, '=') {
            from += 1;
        }
        let amount = cursor.amount(from)?;
        let span = amount.span();
        put(scan, role, span);
        scan.mark(at, amount.end, role);
        return Some(amount.end);
    }
    let amount = cursor.amount(start)?;
    let role = match cursor.word(amount.end) {
        "rpe" => Role::Rpe,
        "rir" => Role::Rir,
        "reps" | "rep" | "wdh"
            if matches!(cursor.word(amount.end + 1), "in")
                && matches!(cursor.word(amount.end + 2), "reserve" | "tank" | "der") =>
        {
            put(scan, Role::Rir, amount.span());
            scan.mark(at, amount.end + 3, Role::Rir);
            return Some(amount.end + 3);
        }
        _ => return None,
    };
    // `8 RPE` is the exertion, but in `3 RPE 8` the word belongs to what follows
    if cursor.number(amount.end + 1).is_some() {
        return None;
    }
    put(scan, role, amount.span());
    scan.mark(at, amount.end + 1, role);
    Some(amount.end + 1)
}

/// `each leg`, `per side`, `/side`, `je Bein`, `ea`.
pub(super) fn side(scan: &mut Scan, cursor: Cursor<'_>, at: usize) -> Option<usize> {
    let named = is_each(cursor.word(at)) || cursor.sign(at, '/');
    let end = if named && is_side(cursor.word(at + 1)) { at + 2 } else { alone(scan, cursor, at)? };
    // `5x3 min - 20 kicks each leg`: of a number that is none of the row's
    let stray = at > 1 && cursor.number(at - 2).is_some() && scan.roles.get(at - 2) == Some(&None);
    if stray {
        return Some(end);
    }
    scan.fields.per_side = true;
    scan.mark(at, end, Role::Side);
    Some(end)
}

/// `each`, `ea`, `e/s` behind an amount, with no word after it that it would belong to.
fn alone(scan: &Scan, cursor: Cursor<'_>, at: usize) -> Option<usize> {
    if !scan.fields.has_content() {
        return None;
    }
    if cursor.word(at) == "e" && cursor.sign(at + 1, '/') && cursor.word(at + 2) == "s" {
        return Some(at + 3);
    }
    let each = matches!(cursor.word(at), "each" | "ea" | "jeweils" | "beidseitig");
    let ends = cursor.word(at + 1).is_empty() && cursor.number(at + 1).is_none();
    (each && ends).then_some(at + 1)
}

/// `to failure`, `bis zum Versagen`: as many as possible.
pub(super) fn to_failure(scan: &mut Scan, cursor: Cursor<'_>, at: usize) -> Option<usize> {
    if !matches!(cursor.word(at), "to" | "till" | "until" | "bis") || scan.depth > 0 {
        return None;
    }
    let from = at + 1 + usize::from(matches!(cursor.word(at + 1), "zum" | "zur"));
    let fails = matches!(cursor.word(from), "failure" | "versagen" | "muskelversagen");
    if !fails || scan.fields.reps.is_some() || !scan.fields.reps_list.is_empty() {
        return None;
    }
    scan.fields.amrap = true;
    scan.mark(at, from + 1, Role::Reps);
    Some(from + 1)
}

/// Whether a time of rest follows, for rules that read times.
pub(super) fn measure_is_time(found: Option<(Measure, usize)>) -> bool {
    matches!(found, Some((Measure::Seconds(_), _)))
}
