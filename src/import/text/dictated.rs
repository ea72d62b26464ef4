//! Lines that were spoken: no punctuation, numbers between the words, exercises parted by `then`,
//! `and` and `dann`. Only what names a known exercise and doses it becomes a row.

use super::lexer::tokens;
use super::measures::is_link;
use super::names::Names;
use super::prose::{is_function_word, leads_in};
use super::reading::Reading;
use super::token::TokenKind;
use crate::language::fold;
use crate::matching::Band;

/// Words a line has at least.
const FEWEST_WORDS: usize = 7;

/// Words of a name.
const NAME_WORDS: usize = 5;

/// The exercises a spoken line doses.
pub(super) fn dictated(
    content: &[char],
    start: usize,
    names: &mut Names<'_>,
) -> Option<Vec<Reading>> {
    let tokens = tokens(content);
    let written = tokens.iter().any(|token| match token.kind {
        TokenKind::Sign(sign) => sign != '\'' && !(sign == '-' && token.glued),
        _ => false,
    });
    // a name alone, however long, is no speech
    let speaks = |word: &str| is_joint(word) || is_function_word(word);
    if written || tokens.len() < FEWEST_WORDS || !tokens.iter().any(|token| speaks(token.word())) {
        return None;
    }
    let mut readings = Vec::new();
    let mut from = 0;
    let cuts = tokens.iter().filter(|token| is_joint(token.word())).map(|token| token.from);
    for to in cuts.chain(std::iter::once(content.len())) {
        let clause: Vec<char> = content.iter().take(to).skip(from).copied().collect();
        let reading = Reading::of(&clause, start + from);
        let fields = &reading.scan.fields;
        let dosed = fields.has_content() || fields.sets.is_some() && fields.load.is_some();
        if !dosed {
            // `clean and jerk three by five`: the dose comes behind the next word
            continue;
        }
        from = to;
        readings.extend(known(reading, &clause, names));
    }
    (!readings.is_empty()).then_some(readings)
}

/// Words behind which the next exercise may be named.
fn is_joint(word: &str) -> bool {
    matches!(word, "then" | "and" | "after" | "dann" | "danach" | "und" | "anschliessend")
}

/// The reading with the words that only lead up to the exercise taken off its name; `None` where
/// nobody knows the rest.
fn known(mut reading: Reading, clause: &[char], names: &mut Names<'_>) -> Option<Reading> {
    let (from, to) = reading.name?;
    let starts: Vec<usize> = (from..to)
        .filter(|at| {
            let letter = |at: usize| clause.get(at - reading.offset).copied();
            let begins = letter(*at).is_some_and(char::is_alphanumeric);
            begins && (*at == reading.offset || letter(at - 1).is_some_and(char::is_whitespace))
        })
        .collect();
    let text = |from: usize, to: usize| -> String {
        clause.iter().skip(from - reading.offset).take(to - from).collect()
    };
    let mut to = to;
    let mut ends = starts.as_slice();
    // `mit Kniebeugen angefangen`: the verb stands behind
    while let [before @ .., last] = ends
        && leads(&fold(&text(*last, to)))
    {
        to = *last;
        ends = before;
    }
    let longest = ends.len().saturating_sub(NAME_WORDS);
    for at in ends.iter().skip(longest) {
        let name = text(*at, to).trim_end().to_owned();
        let first = fold(name.split_whitespace().next().unwrap_or_default());
        if !leads(&first) && names.band(&name) >= Band::High {
            reading.name = Some((*at, at + name.chars().count()));
            reading.called = name;
            return Some(reading);
        }
    }
    None
}

/// Words of the speaker in front of an exercise.
fn leads(word: &str) -> bool {
    let word = word.trim();
    is_function_word(word)
        || leads_in(word)
        || is_link(word)
        || matches!(
            word,
            "started"
                | "finished"
                | "did"
                | "went"
                | "moved"
                | "ok"
                | "um"
                | "uh"
                | "was"
                | "hab"
                | "gemacht"
                | "ging"
                | "kamen"
                | "angefangen"
                | "begonnen"
                | "haben"
                | "wieder"
                | "los"
                | "gab"
                | "also"
                | "ah"
        )
}
