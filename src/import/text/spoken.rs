//! Numbers in words: `drei Sätze`, `zwölfmal`, `three sets of eight at one thirty five`.

use super::measures::{Measure, is_times, measure};
use super::token::{Token, TokenKind};
use crate::language::{NumberWord, number_word};

/// Words for numbers count where something that is counted follows, where they multiply, and
/// where the words before them announce repetitions or a load.
pub(super) fn number_words(tokens: &mut Vec<Token>) {
    if !tokens.iter().any(|token| number_word(token.word()).is_some() || tens(token).is_some()) {
        return;
    }
    times(tokens);
    joined(tokens);
    for at in 0..tokens.len() {
        let Some(value) = tokens.get(at).and_then(count) else { continue };
        let next = tokens.get(at + 1).map_or("", Token::word);
        let before = at.checked_sub(1).and_then(|before| tokens.get(before));
        let counted = match measure(next) {
            // `ein Satz`, but not `one step` or `a rep`
            Some(Measure::Seconds(_) | Measure::Sets | Measure::Rounds) => next.len() > 1,
            Some(Measure::Reps) => next != "step" && next != "steps" && next != "throws",
            Some(Measure::Kilograms | Measure::Pounds | Measure::Percent | Measure::Calories) => {
                true
            }
            Some(Measure::Metres(_)) => next != "foot" && next != "feet" && next.len() > 1,
            _ => false,
        };
        let times = value > 1.0 && is_times(next) && (next != "by" || multiplies(tokens, at + 2));
        let multiplied = before.is_some_and(|token| is_times(token.word()));
        let announced = before.is_some_and(|token| announces(tokens, token.word(), at));
        if let Some(token) = tokens.get_mut(at)
            && (counted || times || multiplied || announced)
        {
            token.kind = TokenKind::Number(value);
        }
    }
}

/// `zwölfmal`, `twice`: a number and a times sign in one word.
fn times(tokens: &mut Vec<Token>) {
    let mut at = 0;
    while at < tokens.len() {
        if let Some(token) = tokens.get_mut(at)
            && let Some(NumberWord::Times(value)) = number_word(token.word())
            && value > 1.0
        {
            token.kind = TokenKind::Number(value);
            let end = token.to;
            let sign = TokenKind::Word("x".to_owned());
            tokens.insert(at + 1, Token { kind: sign, from: end, to: end, glued: true });
            at += 1;
        }
        at += 1;
    }
}

/// `twenty five` is one number, and so is `one thirty five` where a load is said.
fn joined(tokens: &mut Vec<Token>) {
    let mut at = 0;
    while at < tokens.len() {
        let values: Vec<f64> = tokens.iter().skip(at).take(3).map_while(word_count).collect();
        let announced = at.checked_sub(1).and_then(|before| tokens.get(before));
        let load = announced.is_some_and(|token| is_load_word(token.word()));
        let (value, words) = match values.as_slice() {
            [hundreds, tens, ones] if load && is_hundreds(*hundreds, *tens, *ones) => {
                (hundreds * 100.0 + tens + ones, 3)
            }
            [hundreds, rest, ..] if load && is_hundreds(*hundreds, *rest, 0.0) => {
                (hundreds * 100.0 + rest, 2)
            }
            [tens, ones, ..] if is_tens(*tens) && (1.0..10.0).contains(ones) => (tens + ones, 2),
            _ => {
                at += 1;
                continue;
            }
        };
        let end = tokens.get(at + words - 1).map_or(0, |last| last.to);
        tokens.drain(at + 1..at + words);
        if let Some(token) = tokens.get_mut(at) {
            token.kind = TokenKind::Number(value);
            token.to = end;
        }
        at += 1;
    }
}

/// `one thirty five`, `two fifteen`.
fn is_hundreds(hundreds: f64, tens: f64, ones: f64) -> bool {
    (1.0..10.0).contains(&hundreds)
        && if ones > 0.0 { is_tens(tens) && ones < 10.0 } else { (10.0..100.0).contains(&tens) }
}

fn is_tens(value: f64) -> bool {
    (20.0..100.0).contains(&value) && value % 10.0 == 0.0
}

/// A number in a word; `one` may be an article, digits are numbers already.
fn word_count(token: &Token) -> Option<f64> {
    match number_word(token.word()) {
        Some(NumberWord::Count(value)) => Some(value),
        _ => None,
    }
}

fn count(token: &Token) -> Option<f64> {
    word_count(token).or_else(|| tens(token))
}

/// `the fifties`: a pair of dumbbells of fifty each.
fn tens(token: &Token) -> Option<f64> {
    Some(match token.word() {
        "twenties" => 20.0,
        "thirties" => 30.0,
        "forties" => 40.0,
        "fifties" => 50.0,
        "sixties" => 60.0,
        "seventies" => 70.0,
        "eighties" => 80.0,
        "nineties" => 90.0,
        _ => return None,
    })
}

/// `three by ten`, but not `two by two`.
fn multiplies(tokens: &[Token], at: usize) -> bool {
    tokens.get(at).and_then(count).is_some_and(|value| value >= 3.0)
}

fn is_load_word(word: &str) -> bool {
    matches!(word, "at" | "with" | "mit" | "bei" | "auf")
}

/// `sets of` announces repetitions; `at`, `with the` a load, where nothing follows that is counted.
fn announces(tokens: &[Token], before: &str, at: usize) -> bool {
    let word =
        |back: usize| at.checked_sub(back).and_then(|at| tokens.get(at)).map_or("", Token::word);
    let sets = |word: &str| measure(word) == Some(Measure::Sets);
    if matches!(before, "of" | "von" | "a" | "mit" | "zu" | "je") && sets(word(2)) {
        return true;
    }
    let loaded = is_load_word(before) || before == "the" && is_load_word(word(2));
    let next = tokens.get(at + 1).map_or("", Token::word);
    let ends = tokens.get(at + 1).is_none_or(|token| token.word().is_empty())
        || matches!(next, "then" | "and" | "after" | "for" | "dann" | "und" | "danach");
    let dosed = tokens.iter().take(at).any(|token| sets(token.word()) || is_times(token.word()));
    loaded && ends && dosed
}
