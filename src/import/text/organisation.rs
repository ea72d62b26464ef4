//! Rules for how a block is organised in time: rounds, AMRAP, EMOM, for time, caps.

use super::amount::Cursor;
use super::facts::{Organisation, Role, Scan, count};
use super::measures::Measure;

/// Every way to say how what follows is organised.
pub(super) fn organisation(scan: &mut Scan, cursor: Cursor<'_>, at: usize) -> Option<usize> {
    let end = emom(scan, cursor, at)
        .or_else(|| amrap(scan, cursor, at))
        .or_else(|| rounds(scan, cursor, at))
        .or_else(|| limits(scan, cursor, at))
        .or_else(|| words(scan, cursor, at))?;
    scan.mark(at, end, Role::Format);
    Some(end)
}

/// `EMOM 10`, `10 min EMOM`, `E2MOM 20`, `every 2:00 for 20 min`, `every minute`.
fn emom(scan: &mut Scan, cursor: Cursor<'_>, at: usize) -> Option<usize> {
    let named = |at: usize| -> Option<(u32, usize)> {
        if matches!(cursor.word(at), "emom" | "otm") {
            return Some((60, at + 1));
        }
        let every = cursor.number(at + 1)?;
        (cursor.word(at) == "e" && cursor.word(at + 2) == "mom")
            .then_some(((every * 60.0) as u32, at + 3))
    };
    if let Some((every, end)) = named(at) {
        scan.organisation = Some(Organisation::Emom);
        scan.every_s = Some(every);
        let from = skip(cursor, end);
        // `E2MOM x 5`: so often, not so many minutes
        let factor = if cursor.word(end) == "x" { every / 60 } else { 1 };
        let end = match total(cursor, from) {
            Some((minutes, after)) => {
                let seconds = minutes.saturating_mul(factor.max(1));
                scan.total_s = Some(seconds);
                after
            }
            None => end,
        };
        return Some(end);
    }
    if let Some((seconds, end)) = cursor.time(at)
        && let Some((every, end)) = named(end)
    {
        scan.organisation = Some(Organisation::Emom);
        scan.every_s = Some(every);
        scan.total_s = Some(seconds.min);
        return Some(end);
    }
    // `partner change every 2 min` is no interval
    let changed = at.checked_sub(1).is_some_and(|before| changes(cursor.word(before)));
    if matches!(cursor.word(at), "every" | "alle" | "jede") && changed {
        return cursor.time(at + 1).map(|(_, end)| end);
    }
    if matches!(cursor.word(at), "every" | "alle" | "jede") {
        let (every, end) = match cursor.time(at + 1) {
            Some((span, end)) => (span.min, end),
            None if matches!(cursor.word(at + 1), "minute" | "min" | "minuten") => (60, at + 2),
            None => return None,
        };
        scan.organisation = Some(Organisation::Emom);
        scan.every_s = Some(every);
        let from = skip(cursor, end);
        if let Some((span, end)) = cursor.time(from) {
            scan.total_s = Some(span.min);
            return Some(end);
        }
        if let Some(amount) = cursor.amount(from)
            && (cursor.word(end) == "x"
                || matches!(cursor.measure(amount.end), Some((Measure::Sets | Measure::Rounds, _))))
        {
            scan.total_s = Some(every * u32::from(count(amount.first())));
            let after = cursor.measure(amount.end).map_or(amount.end, |(_, end)| end);
            return Some(after);
        }
        return Some(end);
    }
    None
}

/// `AMRAP 12`, `20 min AMRAP`, `as many rounds as possible in 12 minutes`.
fn amrap(scan: &mut Scan, cursor: Cursor<'_>, at: usize) -> Option<usize> {
    let named = |at: usize| -> Option<usize> {
        if cursor.word(at) == "amrap" {
            return Some(at + 1);
        }
        let spelled = cursor.word(at) == "as"
            && cursor.word(at + 1) == "many"
            && (2..6).any(|ahead| cursor.word(at + ahead) == "possible");
        spelled
            .then(|| (2..6).find(|ahead| cursor.word(at + ahead) == "possible"))?
            .map(|n| at + n + 1)
    };
    if let Some(end) = named(at) {
        let from = skip(cursor, end);
        if let Some((seconds, after)) = total(cursor, from) {
            scan.organisation = Some(Organisation::Amrap);
            scan.total_s = Some(seconds);
            return Some(after);
        }
        if scan.fields.sets.is_some() || scan.fields.has_content() || scan.depth > 0 {
            // the last set of something, not the whole block
            scan.fields.amrap = true;
        } else {
            scan.organisation = Some(Organisation::Amrap);
        }
        return Some(end);
    }
    let (seconds, end) = cursor.time(at)?;
    let end = named(end)?;
    scan.organisation = Some(Organisation::Amrap);
    scan.total_s = Some(seconds.min);
    Some(end)
}

/// `3 rounds of`, `5 rounds for time`, `2 circuits`, `3 Durchgänge`, `4 RFT`.
fn rounds(scan: &mut Scan, cursor: Cursor<'_>, at: usize) -> Option<usize> {
    let total = matches!(cursor.word(at), "total" | "insgesamt");
    let at = if total { at + 1 } else { at };
    if matches!(cursor.word(at), "rounds" | "runden" | "durchgange")
        && let Some(amount) = cursor.amount(skip(cursor, at + 1))
        && cursor.measure(amount.end).is_none()
        && (cursor.sign(at + 1, ':') || total)
    {
        scan.rounds.get_or_insert(count(amount.first()));
        scan.organisation.get_or_insert(Organisation::Rounds);
        return Some(amount.end);
    }
    let amount = cursor.amount(at)?;
    if amount.is_list() {
        return None;
    }
    let (Measure::Rounds, mut end) = cursor.measure(amount.end)? else { return None };
    // `2 rounds à 8`: sets of a row
    if cursor.word(end) == "a" && cursor.number(end + 1).is_some() {
        return None;
    }
    let word = cursor.word(end - 1).to_owned();
    if word.starts_with("circuit") || word == "zirkel" {
        scan.organisation.get_or_insert(Organisation::Circuit);
    }
    if word == "rft" {
        scan.organisation = Some(Organisation::ForTime);
    }
    scan.organisation.get_or_insert(Organisation::Rounds);
    scan.rounds.get_or_insert(count(amount.first()));
    if matches!(cursor.word(end), "of" | "von") {
        end += 1;
    }
    Some(end)
}

/// `time cap 10 min`, `cap: 12:00`, `Zeitlimit 15 min`.
fn limits(scan: &mut Scan, cursor: Cursor<'_>, at: usize) -> Option<usize> {
    let mut from = at;
    if let Some((seconds, end)) = cursor.time(at) {
        // `20 min cap`, `12:00 time cap`
        let timed = usize::from(cursor.word(end) == "time");
        if !matches!(cursor.word(end + timed), "cap" | "limit" | "timecap" | "zeitlimit") {
            return None;
        }
        scan.cap_s.get_or_insert(seconds.max);
        return Some(end + timed + 1);
    }
    if cursor.word(from) == "time" && matches!(cursor.word(from + 1), "cap" | "domain" | "limit") {
        from += 2;
    } else if matches!(cursor.word(from), "cap" | "timecap" | "zeitlimit" | "tc") {
        from += 1;
    } else {
        return None;
    }
    let (seconds, end) = cursor.time(skip(cursor, from))?;
    scan.cap_s.get_or_insert(seconds.max);
    Some(end)
}

/// Single words and pairs of words.
fn words(scan: &mut Scan, cursor: Cursor<'_>, at: usize) -> Option<usize> {
    let next = cursor.word(at + 1);
    let (found, end) = match cursor.word(at) {
        "for" if next == "time" => {
            (Organisation::ForTime, if cursor.word(at + 2) == "of" { at + 3 } else { at + 2 })
        }
        "auf" if next == "zeit" => (Organisation::ForTime, at + 2),
        "afap" => (Organisation::ForTime, at + 1),
        "tabata" => (Organisation::Tabata, at + 1),
        "ladder" | "leiter" => (Organisation::Ladder, at + 1),
        "superset" | "supersatz" | "supersets" | "supersatze" | "triset" | "trisatz" => {
            (Organisation::Superset, at + 1)
        }
        "giant" if next == "set" => (Organisation::Circuit, at + 2),
        "circuit" | "zirkel" | "zirkeltraining" | "riesensatz" => (Organisation::Circuit, at + 1),
        _ => return None,
    };
    // rounds that are done for time are done for time
    if matches!(scan.organisation, None | Some(Organisation::Rounds)) {
        scan.organisation = Some(found);
    }
    Some(end)
}

fn changes(word: &str) -> bool {
    matches!(word, "change" | "changes" | "changing" | "switch" | "switching" | "rotate" | "swap")
        || word.ends_with("wechsel")
        || word.ends_with("wechseln")
        || matches!(word, "tauschen" | "rotieren" | "tausch")
}

/// A whole length: a time, or a bare number of minutes.
fn total(cursor: Cursor<'_>, at: usize) -> Option<(u32, usize)> {
    if let Some((span, end)) = cursor.time(at) {
        return Some((span.min, end));
    }
    let amount = cursor.amount(at)?;
    let counted = cursor.measure(amount.end).is_some();
    let named = !cursor.word(amount.end).is_empty();
    if amount.is_list() || counted || named {
        return None;
    }
    Some(((amount.first() * 60.0) as u32, amount.end))
}

fn skip(cursor: Cursor<'_>, mut at: usize) -> usize {
    while cursor.sign(at, ':')
        || cursor.sign(at, '-')
        || matches!(cursor.word(at), "in" | "for" | "fur" | "of" | "x")
    {
        at += 1;
    }
    at
}
