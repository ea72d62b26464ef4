//! Rules for amounts that multiply: `3x8`, `4 sets of 6`, `175 lbs x 7`, `2x3min/1min`.

use super::amount::{Amount, Cursor, seconds};
use super::facts::{Organisation, Role, Scan, count};
use super::measures::{Measure, is_times};
use super::record::role_of;
use crate::domain::Span;

/// Numbers from here on that multiply a smaller one are a load, not a number of sets.
const SETS_END: f64 = 21.0;

/// Two or three amounts joined by a times sign or by a number of sets.
pub(super) fn product(scan: &mut Scan, cursor: Cursor<'_>, at: usize) -> Option<usize> {
    if cursor.word(at) == "x" && !followed_by_name(cursor, at) {
        return after_times(scan, cursor, at);
    }
    let first = cursor.amount(at)?;
    let (kind, behind) = match cursor.measure(first.end) {
        Some((kind, end)) => (Some(kind), end),
        None => (None, first.end),
    };
    let joined = joint(cursor, behind, kind);
    let Some(from) = joined else {
        return sets_alone(scan, cursor, at, &first, kind, behind);
    };
    let Some(second) = factor(cursor, from) else {
        return times_alone(scan, at, &first, kind, from)
            .or_else(|| sets_alone(scan, cursor, at, &first, kind, behind));
    };
    Some(multiply(scan, cursor, at, (&first, kind, behind), second))
}

/// `x 8` behind a name, or behind a load that was read before.
fn after_times(scan: &mut Scan, cursor: Cursor<'_>, at: usize) -> Option<usize> {
    let amount = cursor.amount(at + 1)?;
    let measured = cursor.measure(amount.end);
    if let Some((Measure::Rounds, end)) = measured {
        scan.rounds.get_or_insert(count(amount.first()));
        scan.organisation.get_or_insert(Organisation::Rounds);
        scan.mark(at, end, Role::Format);
        return Some(end);
    }
    if let Some((kind, end)) = measured {
        scan.measure(&amount, kind);
        let role = role_of(kind);
        scan.mark(at, end, role);
        return Some(end);
    }
    let loaded = scan.fields.load.is_some();
    if !loaded && !scan.fields.has_content() && amount.first() <= 6.0 && !amount.is_list() {
        scan.sets(&amount);
        scan.mark(at, amount.end, Role::Sets);
    } else {
        scan.reps(&amount);
        scan.mark(at, amount.end, Role::Reps);
    }
    Some(amount.end)
}

/// What joins the factors, and the token behind it.
fn joint(cursor: Cursor<'_>, at: usize, kind: Option<Measure>) -> Option<usize> {
    let word = cursor.word(at);
    let sign = is_times(word) || cursor.sign(at, '*');
    // `4x per week` and `3 mal pro Woche` say how often, not how much
    let often = matches!(
        cursor.word(at + 1),
        "per" | "pro" | "a" | "die" | "in" | "am" | "wochentlich" | "woche" | "week" | "weekly"
    );
    if sign && !often {
        return Some(at + 1);
    }
    let sets = matches!(kind, Some(Measure::Sets));
    let rounds = matches!(kind, Some(Measure::Rounds));
    if sets || rounds {
        let linked =
            matches!(word, "of" | "a" | "mit" | "fur" | "for" | "with" | "von" | "je" | "at");
        if linked || cursor.sign(at, '/') {
            return Some(at + 1);
        }
        if sets && (cursor.number(at).is_some() || cursor.clock(at).is_some()) {
            return Some(at);
        }
    }
    None
}

/// The second factor.
#[derive(Debug, Clone)]
enum Factor {
    /// Numbers with what they count.
    Amount(Amount, Option<Measure>, usize),
    /// Seconds.
    Time(Span<u32>, usize),
    /// As many as possible.
    Max(usize),
    /// Numbers in brackets, each an item.
    Inner(Vec<f64>, usize),
}

fn factor(cursor: Cursor<'_>, at: usize) -> Option<Factor> {
    let most = |at: usize| match cursor.word(at) {
        "max" | "amrap" | "amap" | "failure" | "maximal" => Some(at + 1),
        // `3xF`
        "f" if cursor.word(at + 1).is_empty() => Some(at + 1),
        "to" | "bis" if matches!(cursor.word(at + 1), "failure" | "muskelversagen") => Some(at + 2),
        _ => None,
    };
    if let Some(end) = most(at) {
        let end = if cursor.measure(end) == Some((Measure::Reps, end + 1)) { end + 1 } else { end };
        return Some(Factor::Max(end));
    }
    if let Some((span, end)) = cursor.time(at) {
        return Some(Factor::Time(span, end));
    }
    if cursor.sign(at, '(') {
        let inner = cursor.amount(at + 1)?;
        let end = inner.end;
        return (inner.is_list() && cursor.sign(end, ')'))
            .then(|| Factor::Inner(inner.items.iter().map(|item| item.min).collect(), end + 1));
    }
    let at = if matches!(cursor.word(at), "ca" | "about" | "je") { at + 1 } else { at };
    let amount = cursor.amount(at)?;
    // `4x6 RIR 2`: the word speaks of the number behind it
    let ahead = |(kind, end): &(Measure, usize)| {
        matches!(kind, Measure::Rir | Measure::Rpe) && cursor.number(*end).is_some()
    };
    let measured = cursor.measure(amount.end).filter(|found| !ahead(found));
    let end = measured.map_or(amount.end, |(_, end)| end);
    Some(Factor::Amount(amount, measured.map(|(kind, _)| kind), end))
}

/// Writes a product into the fields; the token behind it.
fn multiply(
    scan: &mut Scan,
    cursor: Cursor<'_>,
    at: usize,
    (first, kind, behind): (&Amount, Option<Measure>, usize),
    second: Factor,
) -> usize {
    let weighs = kind.filter(|kind| kind.is_weight());
    match second {
        Factor::Max(end) => {
            scan.sets(first);
            scan.fields.amrap = true;
            scan.mark(at, behind, Role::Sets);
            scan.mark(behind, end, Role::Reps);
            end
        }
        Factor::Inner(inner, end) => {
            scan.sets(first);
            scan.inner = inner;
            scan.mark(at, end, Role::Distance);
            end
        }
        Factor::Time(span, end) => {
            scan.sets(first);
            scan.mark(at, behind, Role::Sets);
            scan.fields.duration_s.get_or_insert(span);
            scan.mark(behind, end, Role::Duration);
            // `2x3min/1min`: work and rest
            if cursor.sign(end, '/')
                && let Some((rest, after)) = cursor.time(end + 1)
            {
                scan.fields.rest_s.get_or_insert(rest);
                scan.mark(end, after, Role::Rest);
                return after;
            }
            end
        }
        Factor::Amount(amount, other, end) => {
            if let Some(unit) = weighs {
                scan.weigh(first, unit);
                scan.mark(at, behind, Role::Load);
                scan.reps(&amount);
                scan.mark(behind, end, Role::Reps);
                return end;
            }
            match (kind, other) {
                (Some(Measure::Percent), None | Some(Measure::Reps)) => {
                    scan.measure(first, Measure::Percent);
                    scan.mark(at, behind, Role::Load);
                    scan.reps(&amount);
                    scan.mark(behind, end, Role::Reps);
                    return end;
                }
                (None, Some(unit)) if unit.is_weight() && held_in_both(scan, cursor, at, first) => {
                    scan.weigh(&amount, unit);
                    scan.mark(at, end, Role::Load);
                    return second_pair(cursor, end, unit);
                }
                (_, Some(unit)) if unit.is_weight() => {
                    scan.reps(first);
                    scan.mark(at, behind, Role::Reps);
                    scan.weigh(&amount, unit);
                    scan.mark(behind, end, Role::Load);
                    return second_unit(cursor, end);
                }
                (Some(Measure::Reps), _) | (_, Some(Measure::Sets)) => {
                    scan.reps(first);
                    scan.mark(at, behind, Role::Reps);
                    scan.sets(&amount);
                    scan.mark(behind, end, Role::Sets);
                    return end;
                }
                (Some(Measure::Seconds(factor)), _) => {
                    let span = first.span();
                    scan.fields.duration_s.get_or_insert(Span {
                        min: seconds(span.min, factor),
                        max: seconds(span.max, factor),
                    });
                    scan.sets(&amount);
                    scan.mark(at, end, Role::Duration);
                    return end;
                }
                _ => {}
            }
            let heavy = kind.is_none()
                && other.is_none()
                && first.first() >= SETS_END
                && (first.first() > amount.first() || amount.is_list());
            if heavy {
                scan.assume(first);
                scan.mark(at, behind, Role::Load);
                scan.reps(&amount);
                scan.mark(behind, end, Role::Reps);
                // `160x4x3`: load, repetitions, sets
                if is_times(cursor.word(end))
                    && let Some(sets) = cursor.amount(end + 1)
                    && sets.first() < SETS_END
                    && !sets.is_list()
                {
                    scan.sets(&sets);
                    scan.mark(end, sets.end, Role::Sets);
                    return sets.end;
                }
                return end;
            }
            scan.sets(first);
            scan.mark(at, behind, Role::Sets);
            if kind.is_none() && other.is_none() && !first.is_list() && !amount.is_list() {
                scan.product = Some((first.first(), amount.first()));
            }
            scan.measure(&amount, other.unwrap_or(Measure::Reps));
            scan.mark(behind, end, other.map_or(Role::Reps, role_of));
            let mut end = end;
            if cursor.measure(end).is_none()
                && (is_times(cursor.word(end)) || cursor.sign(end, '*'))
                && let Some(third) = cursor.amount(end + 1)
            {
                // sets × repetitions × load
                let (unit, after) = match cursor.measure(third.end) {
                    Some((kind, after)) if kind.is_weight() => (Some(kind), after),
                    Some((Measure::Percent, after)) => (Some(Measure::Percent), after),
                    _ => (None, third.end),
                };
                match unit {
                    Some(unit) => scan.weigh(&third, unit),
                    None => scan.assume(&third),
                }
                scan.mark(end, after, Role::Load);
                end = after;
            }
            end
        }
    }
}

/// `100 m carry 2x24 kg`, `stairs with cans 2x20 kg`: how much is done, or what is done with them,
/// stands there already, so two are carried.
fn held_in_both(scan: &Scan, cursor: Cursor<'_>, at: usize, first: &Amount) -> bool {
    let with = || (0..at).any(|before| matches!(cursor.word(before), "mit" | "with" | "w"));
    first.first() == 2.0 && !first.is_list() && (scan.fields.has_content() || with())
}

/// `/ 2x16 kg` of a second group: read over.
fn second_pair(cursor: Cursor<'_>, end: usize, unit: Measure) -> usize {
    let pair = cursor.sign(end, '/') && is_times(cursor.word(end + 2));
    let other = if pair { cursor.amount(end + 3) } else { None };
    let measured = other.and_then(|other| cursor.measure(other.end));
    measured.filter(|(kind, _)| *kind == unit).map_or(end, |(_, after)| after)
}

/// The same load in another unit, `45lbs/20.4kg`: read over.
pub(super) fn second_unit(cursor: Cursor<'_>, end: usize) -> usize {
    if cursor.sign(end, '/')
        && let Some(amount) = cursor.amount(end + 1)
        && let Some((kind, after)) = cursor.measure(amount.end)
        && kind.is_weight()
    {
        return after;
    }
    end
}

/// Up to here a lone `3x` counts sets, beyond it repetitions.
const FEW: f64 = 4.0;

/// `10x squats`, `push-ups 10x`: only how often, so repetitions; few of them are sets.
fn times_alone(
    scan: &mut Scan,
    at: usize,
    first: &Amount,
    kind: Option<Measure>,
    end: usize,
) -> Option<usize> {
    if kind.is_some() || first.is_list() || scan.fields.sets.is_some() {
        return None;
    }
    if first.first() <= FEW || scan.fields.has_content() {
        scan.sets(first);
        scan.mark(at, end, Role::Sets);
    } else {
        scan.reps(first);
        scan.mark(at, end, Role::Reps);
    }
    Some(end)
}

/// `5 sets`, `3 Sätze`: nothing is multiplied.
fn sets_alone(
    scan: &mut Scan,
    cursor: Cursor<'_>,
    at: usize,
    first: &Amount,
    kind: Option<Measure>,
    behind: usize,
) -> Option<usize> {
    if kind != Some(Measure::Sets) || first.is_list() {
        return None;
    }
    scan.sets(first);
    let end = if cursor.sign(behind, '/') && !cursor.word(behind + 1).is_empty() {
        behind + 2
    } else {
        behind
    };
    scan.mark(at, end, Role::Sets);
    Some(end)
}

/// `20s on 10s off`, `3min/1min`, `20 sec. work, 1 min. rest`: work and rest by the clock.
pub(super) fn interval(scan: &mut Scan, cursor: Cursor<'_>, at: usize) -> Option<usize> {
    let (work, mut end) = cursor.time(at)?;
    if matches!(cursor.word(end), "work" | "on" | "arbeit" | "belastung" | "an") {
        scan.fields.duration_s.get_or_insert(work);
        end += 1;
        scan.mark(at, end, Role::Duration);
        return Some(end);
    }
    let parted = cursor.sign(end, '/') || (cursor.sign(end, ':') && !cursor.sign(end + 1, ' '));
    let (rest, after) = parted.then(|| cursor.time(end + 1))??;
    if cursor.measure(end).is_some() {
        return None;
    }
    scan.fields.duration_s.get_or_insert(work);
    scan.fields.rest_s.get_or_insert(rest);
    scan.mark(at, end, Role::Duration);
    scan.mark(end, after, Role::Rest);
    Some(after)
}

/// `x` between two words: `x over`.
fn followed_by_name(cursor: Cursor<'_>, at: usize) -> bool {
    cursor.number(at + 1).is_none() && !cursor.sign(at + 1, '[')
}
