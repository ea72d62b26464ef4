//! Rules for amounts of work and loads: `3x8`, `4 sets of 6`, `175 lbs x 7`, `5@185`, `21-15-9`.

use super::amount::{Amount, Cursor, seconds};
use super::effort::{measure_is_time, put};
use super::measures::{Measure, is_times};
use super::scan::{Role, Scan, count};
use crate::domain::Span;
use crate::import::fields::{LoadField, LoadUnit};

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
        return sets_alone(scan, cursor, at, &first, kind, behind);
    };
    let end = multiply(scan, cursor, at, (&first, kind, behind), second)?;
    Some(end)
}

/// `x 8` behind a name, or behind a load that was read before.
fn after_times(scan: &mut Scan, cursor: Cursor<'_>, at: usize) -> Option<usize> {
    let amount = cursor.amount(at + 1)?;
    let measured = cursor.measure(amount.end);
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
    let often = matches!(cursor.word(at + 1), "per" | "pro" | "a" | "die" | "in" | "wochentlich");
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
    Some(match cursor.measure(amount.end).filter(|found| !ahead(found)) {
        Some((kind, end)) => Factor::Amount(amount, Some(kind), end),
        None => {
            let end = amount.end;
            Factor::Amount(amount, None, end)
        }
    })
}

/// Writes a product into the fields; the token behind it.
fn multiply(
    scan: &mut Scan,
    cursor: Cursor<'_>,
    at: usize,
    (first, kind, behind): (&Amount, Option<Measure>, usize),
    second: Factor,
) -> Option<usize> {
    let weighs = kind.filter(|kind| kind.is_weight());
    match second {
        Factor::Max(end) => {
            scan.sets(first);
            scan.fields.amrap = true;
            scan.mark(at, behind, Role::Sets);
            scan.mark(behind, end, Role::Reps);
            Some(end)
        }
        Factor::Inner(inner, end) => {
            scan.sets(first);
            scan.inner = inner;
            scan.mark(at, end, Role::Distance);
            Some(end)
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
                return Some(after);
            }
            Some(end)
        }
        Factor::Amount(amount, other, end) => {
            if let Some(unit) = weighs {
                scan.weigh(first, unit);
                scan.mark(at, behind, Role::Load);
                scan.reps(&amount);
                scan.mark(behind, end, Role::Reps);
                return Some(end);
            }
            match (kind, other) {
                (_, Some(unit)) if unit.is_weight() => {
                    scan.reps(first);
                    scan.mark(at, behind, Role::Reps);
                    scan.weigh(&amount, unit);
                    scan.mark(behind, end, Role::Load);
                    return Some(second_unit(cursor, end));
                }
                (Some(Measure::Reps), _) | (_, Some(Measure::Sets)) => {
                    scan.reps(first);
                    scan.mark(at, behind, Role::Reps);
                    scan.sets(&amount);
                    scan.mark(behind, end, Role::Sets);
                    return Some(end);
                }
                (Some(Measure::Seconds(factor)), _) => {
                    let span = first.span();
                    scan.fields.duration_s.get_or_insert(Span {
                        min: seconds(span.min, factor),
                        max: seconds(span.max, factor),
                    });
                    scan.sets(&amount);
                    scan.mark(at, end, Role::Duration);
                    return Some(end);
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
                return Some(end);
            }
            scan.sets(first);
            scan.mark(at, behind, Role::Sets);
            if kind.is_none() && other.is_none() && !first.is_list() && !amount.is_list() {
                scan.product = Some((first.first(), amount.first()));
            }
            let mut end = match other {
                Some(kind) => {
                    scan.measure(&amount, kind);
                    scan.mark(behind, end, role_of(kind));
                    end
                }
                None => {
                    scan.reps(&amount);
                    scan.mark(behind, end, Role::Reps);
                    end
                }
            };
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
            Some(end)
        }
    }
}

/// The same load in another unit, `45lbs/20.4kg`: read over.
fn second_unit(cursor: Cursor<'_>, end: usize) -> usize {
    if cursor.sign(end, '/')
        && let Some(amount) = cursor.amount(end + 1)
        && let Some((kind, after)) = cursor.measure(amount.end)
        && kind.is_weight()
    {
        return after;
    }
    end
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

/// A number with what it counts.
pub(super) fn measured(scan: &mut Scan, cursor: Cursor<'_>, at: usize) -> Option<usize> {
    if let Some((span, end)) = cursor.time(at) {
        if cursor.clock(at).is_some() && !measure_is_time(cursor.measure(at + 1)) {
            // a clock time alone may be a time of day, a send-off or a pace
            let before = at.checked_sub(1).map_or("", |before| cursor.word(before));
            if matches!(before, "in" | "for") && scan.fields.duration_s.is_none() {
                scan.fields.duration_s = Some(span);
                scan.mark(at - 1, end, Role::Duration);
                return Some(end);
            }
            if matches!(before, "on" | "per" | "um" | "ab") || scan.fields.distance_m.is_some() {
                scan.mark(at - 1, end, Role::Duration);
                return Some(end);
            }
            let alone = at == 0 && end == cursor.tokens.len();
            if !alone && cursor.word(end) != "am" && cursor.word(end) != "pm" {
                scan.fields.duration_s.get_or_insert(span);
            }
            scan.mark(at, end, Role::Duration);
            return Some(end);
        }
        let pace = matches!(cursor.word(end), "per" | "pro" | "faster" | "slower");
        if pace || scan.depth > 0 && scan.fields.has_content() {
            return Some(end);
        }
        if scan.fields.duration_s.is_none() {
            scan.fields.duration_s = Some(span);
        }
        scan.mark(at, end, Role::Duration);
        return Some(end);
    }
    let amount = cursor.amount(at)?;
    // `20 rep max`, `5 RM`; `5 reps max` is a limit
    if cursor.word(amount.end) == "rep" && cursor.word(amount.end + 1) == "max" {
        scan.measure(&amount, Measure::Rm);
        scan.mark(at, amount.end + 2, Role::Load);
        return Some(amount.end + 2);
    }
    let (kind, mut end) = cursor.measure(amount.end)?;
    if kind == Measure::Other {
        return Some(end);
    }
    let aside = scan.depth > 0 && scan.fields.has_content();
    if aside && !kind.is_weight() && kind != Measure::Percent {
        return Some(end);
    }
    if kind == Measure::Percent {
        end = percent(scan, cursor, &amount, end);
        scan.mark(at, end, Role::Load);
        return Some(end);
    }
    scan.measure(&amount, kind);
    if kind.is_weight() {
        // `24kg/16kg`: the second group's load
        if cursor.sign(end, '/')
            && let Some(second) = cursor.amount(end + 1)
            && let Some((other, after)) = cursor.measure(second.end)
            && other.is_weight()
        {
            if other == kind
                && let Some(load) = &mut scan.fields.load
            {
                load.second = Some(second.first());
                load.pair = true;
            }
            end = after;
        }
    }
    scan.mark(at, end, role_of(kind));
    Some(end)
}

/// `75%`, `85% of TM`, `70% 1RM`; the token behind it.
fn percent(scan: &mut Scan, cursor: Cursor<'_>, amount: &Amount, end: usize) -> usize {
    let mut after = end;
    if matches!(cursor.word(after), "of" | "vom" | "von" | "des" | "der") {
        after += 1;
    }
    let (unit, end) = match cursor.word(after) {
        "tm" => (LoadUnit::PctTm, after + 1),
        "training" | "working" if cursor.word(after + 1) == "max" => (LoadUnit::PctTm, after + 2),
        "rm" => (LoadUnit::Pct1Rm, after + 1),
        "bw" | "bodyweight" | "korpergewicht" => {
            let value = amount.first() / 100.0;
            scan.fields.load.get_or_insert(LoadField::of(value, LoadUnit::Bodyweight));
            return after + 1;
        }
        "max" | "maximum" => (LoadUnit::Pct1Rm, after + 1),
        _ if cursor.number(after) == Some(1.0) && cursor.word(after + 1) == "rm" => {
            (LoadUnit::Pct1Rm, after + 2)
        }
        _ => (LoadUnit::Pct1Rm, end),
    };
    scan.load(amount, unit);
    end
}

/// `@75%`, `@ 60 kg`, `@165`, `@8`, `@BW`, `at 95 pounds`.
pub(super) fn at_load(scan: &mut Scan, cursor: Cursor<'_>, at: usize) -> Option<usize> {
    let named = matches!(cursor.word(at), "at" | "mit" | "with");
    if !cursor.sign(at, '@') && !named {
        return None;
    }
    let mut from = at + 1;
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
    let measured = cursor.measure(amount.end);
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
        None if named && cursor.word(amount.end) != "" => return None,
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

/// `21-15-9`, `12,10,8,6`, `5/3/1+`, `15/15/15/12`: repetitions set by set; `(115/80)`: a pair.
pub(super) fn list(scan: &mut Scan, cursor: Cursor<'_>, at: usize) -> Option<usize> {
    let amount = cursor.amount(at)?;
    if !amount.is_list() || cursor.sign(amount.end, '-') || cursor.sign(amount.end, '/') {
        return None;
    }
    if amount.is_pair() {
        let both = amount.items.iter().all(|item| item.min >= 8.0);
        let standing =
            at > 0 && (scan.fields.reps.is_some() || scan.depth > 0 || named_before(cursor, at));
        if !both || !standing || scan.fields.load.is_some() {
            return None;
        }
        scan.assume(&amount);
        scan.mark(at, amount.end, Role::Load);
        return Some(amount.end);
    }
    let numbers = amount.items.len();
    let three = numbers == 3 && amount.slash;
    let date = three && !amount.plus && amount.items.iter().any(|item| item.max > 10.0);
    let written = |at: usize| cursor.width(at) == 2 && cursor.number(at).is_some_and(|n| n < 10.0);
    if date || written(at) || amount.items.iter().any(|item| item.max > 1_000.0) || numbers < 3 {
        return None;
    }
    scan.scheme = true;
    scan.reps(&amount);
    let mut end = amount.end;
    if let Some((Measure::Reps, after)) = cursor.measure(end) {
        end = after;
    }
    scan.mark(at, end, Role::Reps);
    Some(end)
}

/// `10 pull-ups`, `12@35 rows`: how many, in front of the name; `Squats 20` behind it.
pub(super) fn leading(scan: &mut Scan, cursor: Cursor<'_>, at: usize) -> Option<usize> {
    let amount = cursor.amount(at)?;
    let end = amount.end;
    let split = cursor.sign(end, '-') || cursor.sign(end, '/') || amount.is_pair();
    if split || scan.fields.reps.is_some() || scan.depth > 0 || amount.first() == 0.0 {
        return None;
    }
    let first = at == 0 || starts_part(cursor, at);
    let load = cursor.sign(end, '@');
    let name = !cursor.word(end).is_empty() && cursor.measure(end).is_none();
    let quoted = cursor.sign(end, '"') && !cursor.glued(end);
    // `3er`, `1st`, and a factor are no count
    let part = cursor.glued(end) || is_times(cursor.word(end));
    if first && (load || (name && !part) || quoted) && (amount.first() <= 1_000.0) {
        // `1 burpee set`: a number of sets
        let sets = (end..cursor.tokens.len())
            .take_while(|at| !cursor.word(*at).is_empty() || cursor.sign(*at, '"'))
            .last()
            .is_some_and(|last| last > end && matches!(cursor.word(last), "set" | "sets"));
        if sets {
            scan.sets(&amount);
        } else {
            scan.reps(&amount);
        }
        scan.mark(at, end, Role::Reps);
        return Some(end);
    }
    None
}

/// `top set of 5`, `sets of 8`, `up to 5 reps`: repetitions behind words.
pub(super) fn set_of(scan: &mut Scan, cursor: Cursor<'_>, at: usize) -> Option<usize> {
    let sets = matches!(cursor.word(at), "set" | "sets" | "satz" | "satze")
        && matches!(cursor.word(at + 1), "of" | "a" | "mit" | "von");
    let up = matches!((cursor.word(at), cursor.word(at + 1)), ("up", "to") | ("bis", "zu"));
    if !sets && !up {
        return None;
    }
    let amount = cursor.amount(at + 2)?;
    let measured = cursor.measure(amount.end);
    let end = match measured {
        Some((Measure::Reps, end)) => end,
        None if sets => amount.end,
        _ => return None,
    };
    scan.reps(&amount);
    scan.mark(at, end, Role::Reps);
    Some(end)
}

/// Whether a new item starts at `at`: the line's first word, or behind a comma, plus or colon.
fn starts_part(cursor: Cursor<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return true };
    [',', ':', ';', '+', '-', '|'].iter().any(|sign| cursor.sign(before, *sign))
        && !(cursor.sign(before, '-') && cursor.glued(at))
}

fn named_before(cursor: Cursor<'_>, at: usize) -> bool {
    cursor.tokens.iter().take(at).any(|token| token.word().len() > 2)
}

/// `x` between two words: `x over`.
fn followed_by_name(cursor: Cursor<'_>, at: usize) -> bool {
    cursor.number(at + 1).is_none() && !cursor.sign(at + 1, '[')
}

const fn role_of(kind: Measure) -> Role {
    match kind {
        Measure::Reps | Measure::Other => Role::Reps,
        Measure::Sets | Measure::Rounds => Role::Sets,
        Measure::Seconds(_) => Role::Duration,
        Measure::Metres(_) => Role::Distance,
        Measure::Calories => Role::Calories,
        Measure::Kilograms
        | Measure::Pounds
        | Measure::Percent
        | Measure::Rm
        | Measure::Bodyweight => Role::Load,
        Measure::Rpe => Role::Rpe,
        Measure::Rir => Role::Rir,
    }
}

impl Scan {
    /// Writes an amount into the field its measure belongs to, unless that is known.
    pub(super) fn measure(&mut self, amount: &Amount, kind: Measure) {
        let span = amount.span();
        match kind {
            Measure::Reps => self.reps(amount),
            Measure::Sets | Measure::Rounds => self.sets(amount),
            Measure::Seconds(factor) => {
                let span = Span { min: seconds(span.min, factor), max: seconds(span.max, factor) };
                self.fields.duration_s.get_or_insert(span);
            }
            Measure::Metres(factor) => {
                let metres = if amount.is_pair() && factor > 100.0 && amount.first() < 10.0 {
                    fraction(amount) * factor
                } else {
                    span.min * factor
                };
                self.fields.distance_m.get_or_insert(metres);
            }
            Measure::Calories => {
                let second = amount.is_pair().then(|| amount.items.last().map(|item| item.min));
                self.fields.calories.get_or_insert((span.min, second.flatten()));
            }
            Measure::Kilograms | Measure::Pounds => self.weigh(amount, kind),
            Measure::Percent => self.load(amount, LoadUnit::Pct1Rm),
            Measure::Rpe => put(self, Role::Rpe, span),
            Measure::Rir => put(self, Role::Rir, span),
            Measure::Rm => {
                self.load(amount, LoadUnit::Rm);
                if !self.fields.has_content() {
                    self.fields.reps = Some(Span::exactly(count(span.min)));
                }
            }
            Measure::Bodyweight => {
                let value = if amount.is_pair() { fraction(amount) } else { span.min };
                self.fields.load.get_or_insert(LoadField::of(value, LoadUnit::Bodyweight));
            }
            Measure::Other => {}
        }
    }

    /// Sets the load from an amount with a unit of weight.
    pub(super) fn weigh(&mut self, amount: &Amount, kind: Measure) {
        let unit = if kind == Measure::Pounds { LoadUnit::Lb } else { LoadUnit::Kg };
        self.load(amount, unit);
    }

    /// Sets the load from an amount whose unit the text does not say here.
    pub(super) fn assume(&mut self, amount: &Amount) {
        self.load(amount, LoadUnit::Kg);
        let lists = self.fields.loads_list.iter_mut();
        for load in lists.chain(self.fields.load.as_mut()) {
            load.assumed = true;
        }
    }

    /// Sets the load, one or one per set, unless it is known.
    fn load(&mut self, amount: &Amount, unit: LoadUnit) {
        if self.fields.load.is_some() || !self.fields.loads_list.is_empty() {
            return;
        }
        if amount.is_list() && !amount.is_pair() {
            let each = amount.items.iter().map(|item| LoadField::of(item.min, unit));
            self.fields.loads_list = each.collect();
            return;
        }
        let span = amount.span();
        let second = if amount.is_pair() {
            amount.items.last().map(|item| item.min)
        } else {
            (!span.is_single()).then_some(span.max)
        };
        let pair = amount.is_pair();
        self.fields.load = Some(LoadField { value: span.min, second, unit, pair, assumed: false });
    }
}

fn fraction(amount: &Amount) -> f64 {
    match amount.items.as_slice() {
        [top, bottom] if bottom.min > 0.0 => top.min / bottom.min,
        _ => amount.first(),
    }
}
