//! Cuts texts into words to index and to look up: folded letters and digits, apostrophes dropped.

use std::borrow::Cow;

use crate::language::fold;

/// The words of a text that is folded already, with whether a hyphen or slash glues each to the
/// one before.
pub(in crate::library) fn words(folded: &str) -> impl Iterator<Item = (&str, bool)> {
    let mut glued = false;
    folded.split_inclusive(|letter: char| !is_word(letter)).filter_map(move |piece| {
        let word = piece.trim_end_matches(|letter: char| !is_word(letter));
        let was_glued = glued;
        glued = matches!(piece.chars().next_back(), Some('-' | '/')) && !word.is_empty();
        (!word.is_empty()).then_some((word, was_glued))
    })
}

/// A text as it is cut into words: folded, `farmer's` as `farmers`, 1.5 kept in one piece.
pub(in crate::library) fn prepared(text: &str) -> String {
    let folded = fold(text);
    if folded.contains('\'') { folded.replace('\'', "") } else { folded }
}

/// The form in which names of a library are compared: folded, without punctuation and plural s, so
/// that `Pull-Ups` and `pull up` are the same name.
pub(in crate::library) fn name_key(name: &str) -> String {
    let folded = prepared(name);
    let singular = |word: &str| match word.strip_suffix('s') {
        Some(stem) if stem.chars().count() >= 3 => stem.to_owned(),
        _ => word.to_owned(),
    };
    words(&folded).map(|(word, _)| singular(word)).collect::<Vec<_>>().join(" ")
}

fn is_word(letter: char) -> bool {
    letter.is_alphanumeric()
}

/// Other spellings under which a typed word is looked up as well: without a plural or case ending,
/// with `ue` for ü.
pub(super) fn variants(word: &str) -> Vec<Cow<'_, str>> {
    const SHORTEST_STEM: usize = 4;
    const ENDINGS: [&str; 5] = ["s", "en", "n", "e", "es"];
    let mut variants: Vec<Cow<'_, str>> = Vec::new();
    if word.contains("ae") || word.contains("oe") || word.contains("ue") {
        variants.push(word.replace("ae", "a").replace("oe", "o").replace("ue", "u").into());
    }
    for ending in ENDINGS {
        if let Some(stem) = word.strip_suffix(ending)
            && stem.chars().count() >= SHORTEST_STEM
        {
            variants.push(stem.into());
        }
    }
    variants
}

/// Words of the gym that mean the same thing, whatever a library writes.
const SAME: &[&[&str]] = &[
    &["kb", "kettlebell", "kugelhantel"],
    &["db", "dumbbell", "kh", "kurzhantel"],
    &["bb", "barbell", "lh", "langhantel"],
    &["bw", "bodyweight", "korpergewicht"],
    &["mb", "medicine", "medizinball"],
    &["sz", "ez"],
    &["1", "one", "single", "einarmig", "einbeinig"],
    &["2", "two", "double", "beidarmig"],
    &["alt", "alternating", "wechselnd"],
    &["cable", "kabel", "kabelzug"],
    &["machine", "maschine"],
    &["band", "theraband"],
    &["incline", "schrag"],
    &["seated", "sitzend"],
    &["standing", "stehend"],
    &["lying", "liegend"],
    &["stretch", "dehnung", "stretching"],
    &["abs", "abdominals", "bauch"],
    &["chest", "pecs", "brust"],
    &["back", "rucken"],
    &["shoulder", "delts", "schulter"],
    &["leg", "bein"],
    &["warmup", "aufwarmen", "erwarmung"],
    &["cooldown", "abwarmen"],
];

/// The words that mean the same as a typed word; none for most.
pub(super) fn synonyms(word: &str) -> impl Iterator<Item = &'static str> {
    SAME.iter()
        .filter(move |group| group.contains(&word))
        .flat_map(|group| group.iter().copied())
        .filter(move |other| *other != word)
}
