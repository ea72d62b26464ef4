//! A line into tokens with the characters they stand at: numbers, clock times, words, signs.

use super::spoken::number_words;
use super::token::{Token, TokenKind};
use crate::language::{broken_letter, push_folded};

/// The tokens of a line.
pub(super) fn tokens(letters: &[char]) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(letters.len() / 4 + 2);
    let mut at = 0;
    let mut glued = false;
    while let Some(&letter) = letters.get(at) {
        if letter.is_whitespace() {
            glued = false;
            at += 1;
            continue;
        }
        let (kind, to) = next(letters, at, letter);
        if let Some(kind) = kind {
            tokens.push(Token { kind, from: at, to, glued });
            glued = true;
        }
        at = to;
    }
    number_words(&mut tokens);
    tokens
}

fn next(letters: &[char], at: usize, letter: char) -> (Option<TokenKind>, usize) {
    if letter.is_ascii_digit() {
        return number(letters, at);
    }
    if letter == ':' && !before(letters, at).is_some_and(char::is_alphanumeric) {
        // `:40`, `:120`: seconds
        let to = digits(letters, at + 1);
        if to > at + 1 && !letters.get(to).is_some_and(|next| next.is_alphanumeric()) {
            let seconds = value(letters, at + 1, to) as u32;
            return (Some(TokenKind::Clock(seconds)), to);
        }
    }
    if letter.is_alphabetic() || mended(letters, at).is_some() {
        let mut to = at;
        let mut word = String::with_capacity(12);
        if letter == 'x' && before(letters, at).is_some_and(|c| c.is_ascii_digit()) {
            // `3xAMRAP`
            let rest: String = letters.iter().skip(at + 1).take(5).collect();
            let rest = rest.to_lowercase();
            let failure =
                rest.starts_with('f') && !rest.chars().nth(1).is_some_and(char::is_alphanumeric);
            if failure || ["amrap", "amap", "max", "fail"].iter().any(|most| rest.starts_with(most))
            {
                return (Some(TokenKind::Word("x".to_owned())), at + 1);
            }
        }
        while let Some(&next) = letters.get(to) {
            if let Some(letter) = mended(letters, to) {
                push_folded(&mut word, letter);
                to += 2;
                continue;
            }
            let inside =
                is_apostrophe(next) && letters.get(to + 1).is_some_and(|c| c.is_alphabetic());
            if next.is_alphabetic() {
                push_folded(&mut word, next);
            } else if !inside || to == at {
                break;
            }
            to += 1;
        }
        if let Some(end) = figure_inside(letters, at, to) {
            let whole = letters.iter().take(end).skip(at).map(char::to_ascii_lowercase);
            return (Some(TokenKind::Word(whole.collect())), end);
        }
        return (Some(TokenKind::Word(word)), to.max(at + 1));
    }
    let mut folded = String::new();
    push_folded(&mut folded, letter);
    let mut signs = folded.chars();
    match (signs.next(), signs.next()) {
        (Some('x'), None) => (Some(TokenKind::Word("x".to_owned())), at + 1),
        (Some(sign), None) => (Some(TokenKind::Sign(sign)), at + 1),
        // one half and its like
        (Some(_), Some(_)) if folded.contains('/') => {
            let share = match folded.as_str() {
                "1/2" => 0.5,
                "1/4" => 0.25,
                "3/4" => 0.75,
                _ => 0.0,
            };
            (Some(TokenKind::Number(share)), at + 1)
        }
        _ => (Some(TokenKind::Sign(letter)), at + 1),
    }
}

/// `T2B`, `K2E`, `C2B`: a `to` written as a figure between the letters of two parts of the body;
/// where such a word ends.
fn figure_inside(letters: &[char], from: usize, to: usize) -> Option<usize> {
    let short = letters.get(from..to)?;
    let end = to + 2;
    let whole = letters.get(to) == Some(&'2')
        && letters.get(to + 1).is_some_and(char::is_ascii_alphabetic)
        && !letters.get(end).is_some_and(|letter| letter.is_alphanumeric())
        && !before(letters, from).is_some_and(char::is_alphanumeric);
    (whole && short.len() <= 2 && short.iter().all(char::is_ascii_alphabetic)).then_some(end)
}

fn number(letters: &[char], at: usize) -> (Option<TokenKind>, usize) {
    let to = digits(letters, at);
    let whole = value(letters, at, to);
    let sign = letters.get(to).copied();
    let end = digits(letters, to + 1);
    let fraction = end - (to + 1).min(end);
    if sign == Some(':') && fraction == 2 && whole < 600.0 {
        // `1:30`, `1:05:00`
        let minutes = value(letters, to + 1, end);
        let last = digits(letters, end + 1);
        let more = letters.get(end) == Some(&':') && last == end + 3;
        let seconds = if more {
            whole * 3600.0 + minutes * 60.0 + value(letters, end + 1, last)
        } else {
            whole * 60.0 + minutes
        };
        return (Some(TokenKind::Clock(seconds as u32)), if more { last } else { end });
    }
    let chained = |sign: char| {
        // `5,3,1`: a list, not decimals
        (letters.get(end) == Some(&sign) && digits(letters, end + 1) > end + 1)
            || (at > 1
                && letters.get(at - 1) == Some(&sign)
                && letters.get(at - 2).is_some_and(char::is_ascii_digit))
    };
    let decimal = match sign {
        Some('.') => (1..=3).contains(&fraction) && !chained('.'),
        Some(',') => {
            (1..=2).contains(&fraction)
                && !chained(',')
                && (unit_follows(letters, end) || is_plate_step(letters, to + 1, end))
        }
        _ => false,
    };
    if decimal {
        let value = whole + value(letters, to + 1, end) / 10_f64.powf(fraction as f64);
        return (Some(TokenKind::Number(value)), end);
    }
    (Some(TokenKind::Number(whole)), to)
}

/// A decimal comma is one only where a measure follows: `2,5 kg`, `7,5%`.
fn unit_follows(letters: &[char], at: usize) -> bool {
    let mut rest = letters.iter().skip(at).skip_while(|letter| **letter == ' ');
    let next: String = rest.by_ref().take(3).collect::<String>().to_lowercase();
    ["kg", "km", "lb", "%", "h", "std", "min", "sek", "m "]
        .iter()
        .any(|unit| next.starts_with(unit))
        || next == "m"
}

/// `72,5` and `31,25`: what plates add up to, which no list of two repetitions looks like.
fn is_plate_step(letters: &[char], from: usize, to: usize) -> bool {
    let times = letters.get(to).is_some_and(|letter| matches!(letter, 'x' | 'X' | '×' | '*'));
    let begins = before(letters, from - 1).is_some_and(|letter| letter.is_ascii_digit());
    let part = (value(letters, from, to), to - from);
    begins && !times && matches!(part, (5.0, 1) | (25.0 | 75.0, 2))
}

fn digits(letters: &[char], from: usize) -> usize {
    let run = letters.iter().skip(from).take_while(|letter| letter.is_ascii_digit()).count();
    from + run
}

fn value(letters: &[char], from: usize, to: usize) -> f64 {
    let digits = letters.iter().skip(from).take(to.saturating_sub(from));
    digits.filter_map(|letter| letter.to_digit(10)).fold(0.0, |sum, d| sum * 10.0 + f64::from(d))
}

fn before(letters: &[char], at: usize) -> Option<char> {
    letters.get(at.checked_sub(1)?).copied()
}

/// The letter that two signs stand for where a text went through the wrong encoding.
fn mended(letters: &[char], at: usize) -> Option<char> {
    broken_letter(*letters.get(at)?, *letters.get(at + 1)?)
}

const fn is_apostrophe(letter: char) -> bool {
    matches!(letter, '\'' | '’' | '‘' | '´' | '`' | 'ʼ')
}
