//! Timetables of a class: `0-10 warm-up`, `10-25 passing`, or `17:00–17:15 warm-up`. Ranges that
//! each begin where the one before ended are minutes of a clock, not repetitions.

use super::lines::Line;

/// Ranges that make a timetable.
const LEAST: usize = 3;

/// Minutes of a day.
const DAY: u32 = 24 * 60;

/// From one minute to another, in front of a line.
#[derive(Debug, Clone, Copy)]
struct Range {
    line: usize,
    from: u32,
    to: u32,
    /// Where the content behind it begins.
    behind: usize,
}

/// Cuts the ranges of timetables off their lines; the seconds each line lasts, by its place.
pub(super) fn schedule(lines: &mut [Line]) -> Vec<Option<u32>> {
    let mut seconds = vec![None; lines.len()];
    let ranges: Vec<Range> =
        lines.iter().enumerate().filter_map(|(at, line)| range(at, line)).collect();
    for chain in ranges.chunk_by(|before, next| before.to == next.from) {
        if chain.len() < LEAST {
            continue;
        }
        for range in chain {
            if let (Some(line), Some(slot)) =
                (lines.get_mut(range.line), seconds.get_mut(range.line))
            {
                line.start = range.behind;
                *slot = Some((range.to - range.from) * 60);
            }
        }
    }
    seconds
}

/// `10-25`, `10'–25'`, `17:00 - 17:15 Uhr`, `min 10-25` in front of words.
fn range(at: usize, line: &Line) -> Option<Range> {
    let mut place = line.start;
    skip_words(line, &mut place, &["min", "min.", "minute"]);
    skip(line, &mut place, char::is_whitespace);
    let from = minute(line, &mut place)?;
    skip(line, &mut place, |letter| letter.is_whitespace() || is_minute_sign(letter));
    if !letter(line, place).is_some_and(is_dash) {
        return None;
    }
    place += 1;
    skip(line, &mut place, char::is_whitespace);
    let to = minute(line, &mut place)?;
    skip(line, &mut place, is_minute_sign);
    skip_words(line, &mut place, &["min", "min.", "uhr", "h"]);
    let apart = letter(line, place)?;
    if !(apart.is_whitespace() || matches!(apart, ':' | '.' | '|' | ')' | ']') || is_dash(apart)) {
        return None;
    }
    skip(line, &mut place, |letter| {
        letter.is_whitespace() || matches!(letter, ':' | '.' | '|' | ')' | ']') || is_dash(letter)
    });
    let named = letter(line, place).is_some_and(char::is_alphabetic);
    (named && from < to && to <= DAY).then_some(Range { line: at, from, to, behind: place })
}

/// A minute, or hours and minutes.
fn minute(line: &Line, place: &mut usize) -> Option<u32> {
    let first = number(line, place)?;
    let parted = letter(line, *place).is_some_and(|sign| matches!(sign, ':' | '.'));
    if parted && letter(line, *place + 1).is_some_and(|letter| letter.is_ascii_digit()) {
        *place += 1;
        return Some(first * 60 + number(line, place)?);
    }
    Some(first)
}

fn number(line: &Line, place: &mut usize) -> Option<u32> {
    let start = *place;
    let mut value = 0;
    while let Some(digit) = letter(line, *place).and_then(|letter| letter.to_digit(10)) {
        if *place - start == 3 {
            return None;
        }
        value = value * 10 + digit;
        *place += 1;
    }
    (*place > start).then_some(value)
}

fn letter(line: &Line, at: usize) -> Option<char> {
    line.letters.get(at).copied().filter(|_| at < line.end)
}

fn skip(line: &Line, place: &mut usize, wanted: impl Fn(char) -> bool) {
    while letter(line, *place).is_some_and(&wanted) {
        *place += 1;
    }
}

/// Passes one of the words with the space around it, if it stands there.
fn skip_words(line: &Line, place: &mut usize, words: &[&str]) {
    let mut at = *place;
    skip(line, &mut at, char::is_whitespace);
    let start = at;
    skip(line, &mut at, |letter| letter.is_alphabetic() || letter == '.');
    let word: String = line.letters.iter().take(at).skip(start).collect();
    if words.contains(&word.to_lowercase().as_str()) {
        *place = at;
    }
}

fn is_minute_sign(letter: char) -> bool {
    matches!(letter, '\'' | '′' | '’' | '`' | '´')
}

fn is_dash(letter: char) -> bool {
    matches!(letter, '-' | '–' | '—' | '−')
}
