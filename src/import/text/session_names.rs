//! What the words of a name say, whatever stands around it: a whole session, a day of a split, a
//! slot, a station, or nothing that is an exercise.

use super::title_words::{is_body_part, is_day_word, is_filler, is_section_word};

/// `Upper 1`, `Push A`, `Ganzkörper`: a day of a split.
pub(super) fn is_split(name: &str) -> bool {
    let folded = crate::language::fold(name);
    let mut words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let first = words.next().unwrap_or_default();
    let split = matches!(
        first,
        "upper"
            | "lower"
            | "push"
            | "pull"
            | "legs"
            | "full"
            | "fullbody"
            | "ganzkorper"
            | "oberkorper"
            | "unterkorper"
            | "beine"
            | "torso"
            | "limbs"
    );
    split
        && words.all(|word| {
            word.chars().count() == 1
                || word.chars().all(|c| c.is_ascii_digit())
                || matches!(word, "body" | "day" | "tag" | "workout")
        })
}

/// `Chest/Tris`, `Rücken & Bizeps`: nothing but parts of the body.
pub(super) fn is_body(name: &str) -> bool {
    let folded = crate::language::fold(name);
    let mut words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.clone().next().is_some() && words.all(is_body_part)
}

/// `Kindertraining`, `Upper Day`, `Push Workout`: titles of a whole session.
pub(super) fn is_training(text: &str) -> bool {
    let folded = crate::language::fold(text);
    let head = folded.split(['(', ':']).next().unwrap_or_default().trim();
    let words: Vec<&str> = head.split_whitespace().collect();
    // `plan: 5 rounds of …` says what is done
    let behind = text.split_once(": ").map_or("", |(_, behind)| behind);
    let dosed = behind.contains(',') && behind.contains(|c: char| c.is_ascii_digit());
    !dosed
        && words.len() <= 4
        && words.last().is_some_and(|word| {
            word.ends_with("training")
                || word.ends_with("tag")
                || matches!(*word, "day" | "workout" | "session" | "plan" | "einheit" | "programm")
        })
}

/// The name is nothing but words of plans: `AMRAP of`, `Block`, `Then`.
pub(super) fn is_plan_name(name: &str) -> bool {
    let folded = crate::language::fold(name);
    let mut words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.all(|word| {
        is_section_word(word)
            || is_day_word(word)
            || is_filler(word)
            || word.chars().all(|c| c.is_ascii_digit())
    })
}

/// Words that stand beside amounts and are no exercise.
pub(super) fn is_no_exercise(name: &str) -> bool {
    let folded = crate::language::fold(name);
    let mut words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.all(is_filler) || {
        let first = folded.split_whitespace().next().unwrap_or_default();
        matches!(
            first,
            "note" | "notes" | "notiz" | "hinweis" | "tip" | "tipp" | "rest" | "logged" | "pausen"
        )
    }
}

/// `Station 3`, `Posten 2`, `Exercise 4`: a place where one exercise is done.
pub(super) fn is_station(title: &str) -> bool {
    let folded = crate::language::fold(title);
    let mut words = folded.split_whitespace();
    let place = words
        .next()
        .is_some_and(|word| matches!(word, "station" | "posten" | "exercise" | "ubung" | "stelle"));
    let numbered = words.next().is_some_and(|word| word.chars().all(|c| c.is_ascii_digit()));
    place && numbered && words.next().is_none()
}

/// `odd: 10 swings`: the slot of an interval, not a title.
pub(super) fn is_slot(title: &str) -> bool {
    let folded = crate::language::fold(title);
    let first = folded.split_whitespace().next().unwrap_or_default();
    matches!(
        first,
        "odd"
            | "even"
            | "ungerade"
            | "gerade"
            | "min"
            | "minute"
            | "station"
            | "posten"
            | "everyone"
            | "alle"
            | "then"
            | "dann"
            | "exercise"
            | "ubung"
    )
}
