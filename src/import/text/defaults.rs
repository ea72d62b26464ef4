//! Amounts that a text says once for all that follows: `All lifts 3x8 unless noted`, `Immer 90 s
//! Pause`.

use super::reading::Reading;
use crate::import::fields::Fields;

/// Whether a line says an amount of everything and of nothing by name.
pub(super) fn is_default(text: &str, reading: &Reading) -> bool {
    let fields = &reading.scan.fields;
    if !fields.has_work() && fields.rest_s.is_none() && fields.rir.is_none() && fields.rpe.is_none()
    {
        return false;
    }
    if text.trim_start().starts_with(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let folded = crate::language::fold(text);
    let words: Vec<&str> = folded
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| word.chars().count() > 1)
        .collect();
    let first = words.iter().find(|word| !is_particle(word)).copied().unwrap_or_default();
    let every = is_every(first)
        || words.windows(2).any(|two| {
            matches!(
                two,
                ["unless", "noted" | "otherwise" | "stated"]
                    | ["sofern" | "wenn" | "falls", "nicht"]
            )
        });
    every && words.iter().all(|word| is_every(word) || is_particle(word) || is_plain(word))
}

/// Words that mean every exercise.
fn is_every(word: &str) -> bool {
    matches!(
        word,
        "all"
            | "alle"
            | "alles"
            | "allen"
            | "always"
            | "immer"
            | "everything"
            | "every"
            | "each"
            | "jede"
            | "jeder"
            | "jedes"
            | "jeweils"
            | "uberall"
            | "generell"
            | "grundsatzlich"
            | "default"
            | "standard"
    )
}

/// Words for exercises in general, and for what they are done with.
fn is_plain(word: &str) -> bool {
    use super::measures::{is_change, is_rest, is_times, measure};
    measure(word).is_some()
        || is_rest(word)
        || is_change(word)
        || is_times(word)
        || matches!(
            word,
            "lift"
                | "lifts"
                | "exercise"
                | "exercises"
                | "movement"
                | "movements"
                | "accessory"
                | "accessories"
                | "ubung"
                | "ubungen"
                | "station"
                | "stations"
                | "stationen"
                | "unless"
                | "noted"
                | "otherwise"
                | "stated"
                | "specified"
                | "sofern"
                | "wenn"
                | "falls"
                | "nicht"
                | "anders"
                | "angegeben"
                | "vermerkt"
                | "between"
                | "zwischen"
                | "dazwischen"
                | "tempo"
                | "rpe"
                | "rir"
                | "dazu"
                | "bei"
                | "except"
                | "working"
                | "work"
                | "arbeit"
                | "belastung"
                | "max"
        )
}

fn is_particle(word: &str) -> bool {
    matches!(
        word,
        "of" | "for"
            | "at"
            | "with"
            | "the"
            | "and"
            | "und"
            | "mit"
            | "fur"
            | "je"
            | "den"
            | "die"
            | "der"
            | "das"
            | "is"
            | "are"
            | "in"
            | "on"
            | "do"
            | "we"
            | "if"
            | "not"
            | "pro"
            | "per"
            | "ca"
            | "about"
            | "to"
            | "bis"
            | "so"
            | "an"
            | "ist"
            | "sind"
            | "gilt"
            | "note"
            | "hinweis"
            | "rm"
            | "wdh"
            | "als"
    )
}

/// Puts what is said for all into a row that does not say it: sets and repetitions only where the
/// row is no single stretch of time.
pub(super) fn apply(defaults: &Fields, fields: &mut Fields) {
    let long = fields.duration_s.is_some_and(|time| time.min >= LONG) && fields.sets.is_none();
    let far = fields.distance_m.is_some() && fields.sets.is_none();
    if long || far {
        return;
    }
    fields.fill(defaults);
}

/// Seconds from which on a time is not one of several sets.
const LONG: u32 = 240;
