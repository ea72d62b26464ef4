//! Sets in waves: `4x5, 1x5+`, `3x8 + 2x12`, `2x10, 1xmax` behind one name.

use super::amount::{Amount, Cursor};
use super::facts::{Role, Scan};
use super::measures::{Measure, is_times};
use crate::import::fields::Fields;
use crate::import::sets::gathered;

/// Most sets of one wave; a larger number is a load.
const MOST: f64 = 20.0;

/// Two or more products of sets and repetitions one behind the other.
pub(super) fn waves(scan: &mut Scan, cursor: Cursor<'_>, at: usize) -> Option<usize> {
    if scan.depth > 0 || scan.fields.has_content() || scan.fields.sets.is_some() {
        return None;
    }
    let (first, mut end) = wave(cursor, at)?;
    let mut all = vec![first];
    while let Some((next, after)) = joined(cursor, end).and_then(|from| wave(cursor, from)) {
        all.push(next);
        end = after;
    }
    if all.len() < 2 {
        return None;
    }
    scan.fields = gathered(all);
    scan.mark(at, end, Role::Reps);
    Some(end)
}

/// The token behind what joins two waves.
fn joined(cursor: Cursor<'_>, at: usize) -> Option<usize> {
    let sign = [',', ';', '+', '/'].iter().any(|sign| cursor.sign(at, *sign));
    let word = matches!(cursor.word(at), "then" | "and" | "dann" | "und");
    let both = sign && matches!(cursor.word(at + 1), "then" | "and" | "dann" | "und");
    (sign || word).then_some(at + 1 + usize::from(both))
}

/// `4x5`, `1x5+`, `1xmax`; nothing that is measured otherwise.
fn wave(cursor: Cursor<'_>, at: usize) -> Option<(Fields, usize)> {
    let plain = |amount: &Amount| !amount.is_list() && !amount.plus;
    let sets = cursor.amount(at).filter(|sets| plain(sets) && sets.first() < MOST)?;
    if !is_times(cursor.word(sets.end)) {
        return None;
    }
    let mut set = Scan::default();
    set.sets(&sets);
    let from = sets.end + 1;
    if matches!(cursor.word(from), "max" | "amrap") {
        set.fields.amrap = true;
        return Some((set.fields, from + 1));
    }
    let reps = cursor.amount(from).filter(|reps| !reps.is_list() && reps.first() <= 100.0)?;
    let end = match cursor.measure(reps.end) {
        Some((Measure::Reps, end)) => end,
        Some(_) => return None,
        None => reps.end,
    };
    if is_times(cursor.word(end)) || cursor.sign(end, '@') || cursor.sign(end, '*') {
        return None;
    }
    set.reps(&reps);
    Some((set.fields, end))
}
