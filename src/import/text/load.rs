//! Rules for loads that stand apart: `@75%`, `at 60 kg`, `BW+10`, `85% of TM`.

use super::amount::{Amount, Cursor};
use super::facts::{Role, Scan};
use super::measures::{Measure, is_times};
use super::product::second_unit;
use super::prose::is_recovery;
use super::record::put;
use crate::import::fields::{LoadField, LoadUnit};

/// `75%`, `85% of TM`, `70% 1RM`; the token behind it.
pub(super) fn percent(scan: &mut Scan, cursor: Cursor<'_>, amount: &Amount, end: usize) -> usize {
    let mut after = end;
    if matches!(cursor.word(after), "of" | "vom" | "von" | "des" | "der") {
        after += 1;
    }
    let mut assumed = false;
    let (unit, end) = match cursor.word(after) {
        "tm" => (LoadUnit::PctTm, after + 1),
        "training" | "working" if cursor.word(after + 1) == "max" => (LoadUnit::PctTm, after + 2),
        "bw" | "bodyweight" | "korpergewicht" => {
            let value = amount.first() / 100.0;
            scan.fields.load.get_or_insert(LoadField::of(value, LoadUnit::Bodyweight));
            return after + 1;
        }
        "rm" | "max" | "maximum" => (LoadUnit::Pct1Rm, after + 1),
        _ if cursor.number(after) == Some(1.0) && cursor.word(after + 1) == "rm" => {
            (LoadUnit::Pct1Rm, after + 2)
        }
        _ => {
            assumed = true;
            (LoadUnit::Pct1Rm, end)
        }
    };
    if assumed {
        scan.share(amount);
    } else {
        scan.load(amount, unit);
    }
    end
}

/// `@75%`, `@ 60 kg`, `@165`, `@8`, `@BW`, `at 95 pounds`, `w/ 22s`.
pub(super) fn at_load(scan: &mut Scan, cursor: Cursor<'_>, at: usize) -> Option<usize> {
    let named = matches!(cursor.word(at), "at" | "mit" | "with" | "w");
    if !cursor.sign(at, '@') && !named {
        return None;
    }
    let mut from = at + 1;
    if named && cursor.sign(from, '/') {
        from += 1;
    }
    while matches!(
        cursor.word(from),
        "minimum"
            | "min"
            | "max"
            | "maximum"
            | "about"
            | "ca"
            | "approx"
            | "mit"
            | "currently"
            | "at"
            | "the"
    ) || cursor.sign(from, ':')
        || cursor.sign(from, '~')
    {
        from += 1;
    }
    if matches!(cursor.word(from), "bw" | "bodyweight" | "korpergewicht") {
        scan.fields.load.get_or_insert(LoadField::of(1.0, LoadUnit::Bodyweight));
        scan.mark(at, from + 1, Role::Load);
        return Some(from + 1);
    }
    let amount = cursor.amount(from)?;
    // `6 x 800 w/ 400 jog`: what lies between
    if named && is_recovery(cursor.word(amount.end)) {
        scan.mark(at, amount.end + 1, Role::Rest);
        return Some(amount.end + 1);
    }
    if let Some(end) = pace(cursor, amount.end) {
        scan.mark(at, end, Role::Duration);
        return Some(end);
    }
    // `2x24 kg` behind `with`: one in each hand
    if named
        && amount.first() == 2.0
        && is_times(cursor.word(amount.end))
        && let Some(each) = cursor.amount(amount.end + 1)
        && let Some((kind, end)) = cursor.measure(each.end)
        && kind.is_weight()
    {
        scan.weigh(&each, kind);
        scan.mark(at, end, Role::Load);
        return Some(end);
    }
    let measured = cursor.measure(amount.end);
    if named && dumbbells(cursor, &amount) {
        scan.assume(&amount);
        scan.mark(at, amount.end + 1, Role::Load);
        return Some(amount.end + 1);
    }
    let end = match measured {
        Some((Measure::Percent, end)) => percent(scan, cursor, &amount, end),
        Some((Measure::Rpe, end)) => {
            put(scan, Role::Rpe, amount.span());
            end
        }
        Some((Measure::Rir, end)) => {
            put(scan, Role::Rir, amount.span());
            end
        }
        Some((kind, end))
            if kind.is_weight() || kind == Measure::Rm || kind == Measure::Bodyweight =>
        {
            scan.measure(&amount, kind);
            second_unit(cursor, end)
        }
        Some(_) => return None,
        None if named && !cursor.word(amount.end).is_empty() => return None,
        None => {
            let effort = amount.first() <= 10.0 && amount.first() >= 5.0 && !amount.is_list();
            if effort && scan.fields.has_content() && !named {
                put(scan, Role::Rpe, amount.span());
                scan.mark(at, amount.end, Role::Rpe);
                return Some(amount.end);
            }
            scan.assume(&amount);
            amount.end
        }
    };
    scan.mark(at, end, Role::Load);
    Some(end)
}

/// `bench 4x8 185`: a bare number behind sets and repetitions that ends what is said of them.
pub(super) fn bare_load(scan: &mut Scan, cursor: Cursor<'_>, at: usize) -> Option<usize> {
    let fields = &scan.fields;
    let dosed = fields.sets.is_some() && (fields.reps.is_some() || !fields.reps_list.is_empty());
    let behind =
        at.checked_sub(1).and_then(|before| scan.roles.get(before)) == Some(&Some(Role::Reps));
    let amount = cursor.amount(at)?;
    let end = amount.end;
    let ends = end == cursor.tokens.len() || cursor.sign(end, ',') || cursor.sign(end, ';');
    let heavy = amount.first() >= LIGHTEST && !amount.is_list() && !amount.plus;
    if !dosed || !behind || !ends || !heavy || fields.load.is_some() || scan.depth > 0 {
        return None;
    }
    scan.assume(&amount);
    scan.mark(at, end, Role::Load);
    Some(end)
}

/// A bare number from here on is a load, in whatever unit.
const LIGHTEST: f64 = 20.0;

/// `2k pace`, `10k-Tempo` behind the number: how fast, no load; the token behind it.
fn pace(cursor: Cursor<'_>, end: usize) -> Option<usize> {
    let far = matches!(cursor.word(end), "k" | "km" | "mile" | "m");
    let at = if far { end + 1 } else { end };
    let at = if cursor.sign(at, '-') { at + 1 } else { at };
    matches!(cursor.word(at), "pace" | "tempo" | "renntempo" | "speed").then_some(at + 1)
}

/// `22s`, `50s` behind `with`: two dumbbells of that weight, no seconds.
fn dumbbells(cursor: Cursor<'_>, amount: &Amount) -> bool {
    let plural = cursor.word(amount.end) == "s" && cursor.glued(amount.end);
    let behind = amount.end + 1;
    let ends = cursor.word(behind).is_empty() && cursor.number(behind).is_none();
    plural && ends && !amount.is_list() && amount.first() >= 5.0
}

/// `+20kg`, `BW+10`, `bw`, behind an amount of work or a name.
pub(super) fn added_load(scan: &mut Scan, cursor: Cursor<'_>, at: usize) -> Option<usize> {
    let body = matches!(cursor.word(at), "bw");
    let plus = if body { at + 1 } else { at };
    if cursor.sign(plus, '+')
        && let Some(amount) = cursor.amount(plus + 1)
        && at > 0
    {
        let measured = cursor.measure(amount.end);
        let end = match measured {
            Some((kind, end)) if kind.is_weight() => {
                scan.weigh(&amount, kind);
                end
            }
            None if body => {
                scan.assume(&amount);
                amount.end
            }
            _ => return None,
        };
        scan.mark(at, end, Role::Load);
        return Some(end);
    }
    if body && scan.fields.has_content() && scan.fields.load.is_none() {
        scan.fields.load = Some(LoadField::of(1.0, LoadUnit::Bodyweight));
        scan.mark(at, at + 1, Role::Load);
        return Some(at + 1);
    }
    None
}
