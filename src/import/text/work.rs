//! Rules for amounts of work: a number with what it counts, lists, counts in front of a name.

use super::amount::{Amount, Cursor};
use super::effort::measure_is_time;
use super::facts::{Role, Scan};
use super::load::percent;
use super::measures::{Measure, is_each, is_side, is_times};
use super::record::role_of;
use crate::domain::Span;
use crate::import::sets::gathered;

/// `5@60 5@80 3@100`, `5 @ 80 kg` behind a name: repetitions at a load, set by set.
pub(super) fn reps_at(scan: &mut Scan, cursor: Cursor<'_>, at: usize) -> Option<usize> {
    if scan.fields.has_content() || scan.fields.sets.is_some() || scan.depth > 0 {
        return None;
    }
    let pair = |at: usize| -> Option<(Amount, Amount, Option<Measure>, usize)> {
        let reps = cursor.amount(at).filter(|reps| !reps.is_list() && reps.first() <= 100.0)?;
        let glued = cursor.sign(reps.end, '@') && cursor.glued(reps.end);
        let load = cursor.amount(reps.end + 1).filter(|load| !load.is_list() && glued)?;
        let (kind, end) = match cursor.measure(load.end) {
            Some((kind, end)) if kind.is_weight() || kind == Measure::Percent => (Some(kind), end),
            Some(_) => return None,
            None => (None, load.end),
        };
        // `8@8` is an exertion
        (load.first() > 10.0 || kind.is_some()).then_some((reps, load, kind, end))
    };
    let mut pairs = Vec::new();
    let mut end = at;
    while let Some(found) = pair(end) {
        end = found.3;
        pairs.push(found);
        if cursor.sign(end, ',') || cursor.sign(end, ';') {
            end += 1;
        }
    }
    if pairs.is_empty() || (pairs.len() == 1 && !named_before(cursor, at)) {
        return None;
    }
    let sets = pairs.iter().map(|(reps, load, kind, _)| {
        let mut set = Scan::default();
        set.reps(reps);
        match kind {
            Some(kind) => set.measure(load, *kind),
            None => set.assume(load),
        }
        set.fields
    });
    scan.fields = gathered(sets);
    scan.mark(at, end, Role::Reps);
    Some(end)
}

/// `12/leg`, `8 per side`, `10 je Bein`: repetitions of each side.
pub(super) fn each_side(scan: &mut Scan, cursor: Cursor<'_>, at: usize) -> Option<usize> {
    let amount = cursor.amount(at)?;
    let each = cursor.sign(amount.end, '/') || is_each(cursor.word(amount.end));
    let side = each && is_side(cursor.word(amount.end + 1));
    if !side || amount.is_list() || scan.fields.has_content() || at == 0 {
        return None;
    }
    scan.reps(&amount);
    scan.fields.per_side = true;
    scan.mark(at, amount.end, Role::Reps);
    scan.mark(amount.end, amount.end + 2, Role::Side);
    Some(amount.end + 2)
}

/// Clock times from here on, as minutes and seconds, are hours of a day where two of them make a
/// range: nobody exercises for eight minutes to eleven by the second.
const MORNING: u32 = 8 * 60;

/// A number with what it counts.
pub(super) fn measured(scan: &mut Scan, cursor: Cursor<'_>, at: usize) -> Option<usize> {
    if let Some((span, end)) = cursor.time(at) {
        if cursor.clock(at).is_some() && !measure_is_time(cursor.measure(at + 1)) {
            // a clock time alone may be a time of day, a send-off or a pace
            let before = at.checked_sub(1).map_or("", |before| cursor.word(before));
            if (matches!(before, "in" | "for") || is_held(before))
                && scan.fields.duration_s.is_none()
            {
                scan.fields.duration_s = Some(span);
                let from = if is_held(before) { at } else { at - 1 };
                scan.mark(from, end, Role::Duration);
                return Some(end);
            }
            // `sub 1:45`, `Ziel 4:58`: what is aimed at
            if is_target(before) {
                scan.mark(at - 1, end, Role::Duration);
                return Some(end);
            }
            // `4:10/km`: a pace
            if cursor.sign(end, '/')
                && let Some((Measure::Metres(_), after)) = cursor.measure(end + 1)
            {
                scan.mark(at, after, Role::Duration);
                return Some(after);
            }
            // `17:00-18:30`: hours of a day
            if span.min >= MORNING && !span.is_single() {
                scan.mark(at, end, Role::Duration);
                return Some(end);
            }
            let sent = matches!(before, "on" | "per" | "um" | "ab" | "start" | "abgang");
            if sent || scan.fields.distance_m.is_some() {
                scan.mark(at - usize::from(sent), end, Role::Duration);
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
    // `24/20"`, `box jumps 24"`: inches
    if cursor.sign(amount.end, '"') && (amount.is_list() || kind == Measure::Other) {
        scan.mark(at, end, Role::Reps);
        return Some(end);
    }
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

/// `21-15-9`, `12,10,8,6`, `5/3/1+`, `15/15/15/12`: repetitions set by set; `(115/80)`: a pair.
pub(super) fn list(scan: &mut Scan, cursor: Cursor<'_>, at: usize) -> Option<usize> {
    let amount = cursor.amount(at)?;
    if !amount.is_list() || cursor.sign(amount.end, '-') || cursor.sign(amount.end, '/') {
        return None;
    }
    if amount.is_pair() {
        let both = amount.items.iter().all(|item| item.min >= 8.0);
        // `box jumps (24/20)`: a height
        if (Cursor { tokens: cursor.tokens.get(..at).unwrap_or_default() }).jumps() {
            return None;
        }
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
    // `Dips: 12/10/10` falls from set to set, dates do not
    let falls = amount.items.windows(2).all(|two| matches!(two, [a, b] if a.min >= b.min));
    let listed = falls && named_before(cursor, at);
    let date = three && !listed && !amount.plus && amount.items.iter().any(|item| item.max > 10.0);
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
    // behind sets that are said whole it is a remark: `5x3 min - 20 kicks at the end`
    let sets = scan.fields.sets.is_some() || scan.rounds.is_some() && at > 0;
    let told = sets && scan.fields.has_content();
    if split || told || scan.fields.reps.is_some() || scan.depth > 0 || amount.first() == 0.0 {
        return None;
    }
    let first = at == 0 || starts_part(cursor, at);
    let load = cursor.sign(end, '@');
    let next = cursor.word(end);
    let name = !next.is_empty() && cursor.measure(end).is_none() && !is_calendar(next);
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

/// `top set of 5`, `sets of 8`, `up to 5 reps`, `work up to a heavy triple`: repetitions behind
/// words.
pub(super) fn set_of(scan: &mut Scan, cursor: Cursor<'_>, at: usize) -> Option<usize> {
    if let Some((reps, end)) = heavy(cursor, at) {
        scan.fields.reps.get_or_insert(Span::exactly(reps));
        scan.mark(at, end, Role::Reps);
        return Some(end);
    }
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

/// `heavy single`, `up to a heavy triple`: how many, and the token behind.
fn heavy(cursor: Cursor<'_>, at: usize) -> Option<(u16, usize)> {
    let mut from = at;
    let up = |at: usize| matches!(cursor.word(at), "up") && cursor.word(at + 1) == "to";
    if matches!(cursor.word(from), "work" | "working" | "build" | "climb" | "ramp") && up(from + 1)
    {
        from += 1;
    }
    if up(from) {
        from += 2;
    }
    if matches!(cursor.word(from), "a" | "an" | "one") {
        from += 1;
    }
    if !matches!(cursor.word(from), "heavy" | "top") {
        return None;
    }
    let reps = match cursor.word(from + 1) {
        "single" => 1,
        "double" => 2,
        "triple" => 3,
        _ => return None,
    };
    Some((reps, from + 2))
}

/// Whether a new item starts at `at`: the line's first word, or behind a comma, plus or colon.
fn starts_part(cursor: Cursor<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return true };
    [',', ':', ';', '+', '-', '|'].iter().any(|sign| cursor.sign(before, *sign))
        && !(cursor.sign(before, '-') && cursor.glued(at))
}

/// Words of positions that are kept for a time: `hold 1:28`.
fn is_held(word: &str) -> bool {
    matches!(word, "hold" | "holds" | "hang" | "plank" | "halten" | "halte" | "hangen")
}

/// What is counted outside a workout: `3 weeks out`, `6 days on`, `2 people`.
fn is_calendar(word: &str) -> bool {
    matches!(
        word,
        "week"
            | "weeks"
            | "day"
            | "days"
            | "month"
            | "months"
            | "year"
            | "years"
            | "people"
            | "persons"
            | "players"
            | "kids"
            | "woche"
            | "wochen"
            | "tag"
            | "tage"
            | "tagen"
            | "monat"
            | "monate"
            | "jahr"
            | "jahre"
            | "personen"
            | "leute"
            | "kinder"
            | "teilnehmer"
            | "spieler"
    )
}

/// Words in front of a time somebody wants to reach.
fn is_target(word: &str) -> bool {
    matches!(
        word,
        "sub" | "under" | "unter" | "goal" | "ziel" | "zielzeit" | "target" | "pb" | "pr"
    )
}

fn named_before(cursor: Cursor<'_>, at: usize) -> bool {
    cursor.tokens.iter().take(at).any(|token| token.word().len() > 2)
}
