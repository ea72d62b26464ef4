//! Text into folded words, the same way for queries, names and the lexicon.

use crate::language::fold;

/// The folded words of a text: lower case, no marks, `ß` as `ss`, apostrophes dropped, `&` and
/// `+` as `and`, light plural `s` removed. Letters and digits never share a word unless they were
/// written as one.
pub(super) fn words(text: &str) -> Vec<String> {
    let mut words = Vec::with_capacity(8);
    let mut word = String::with_capacity(16);
    let folded = fold(text);
    for c in folded.chars() {
        match c {
            // `w/` is `with`, while a `w` that stands alone may be a name
            '/' if word == "w" => word.clear(),
            '\'' | '’' | '´' | '`' => {}
            '&' | '+' => {
                push(&mut words, &mut word);
                words.push("and".to_owned());
            }
            c if c.is_alphanumeric() => word.push(c),
            _ => push(&mut words, &mut word),
        }
    }
    push(&mut words, &mut word);
    words
}

fn push(words: &mut Vec<String>, word: &mut String) {
    if !word.is_empty() {
        let mut done = std::mem::take(word);
        singular(&mut done);
        words.push(done);
    }
}

/// Removes an English plural ending in place: `presses` → `press`, `flies` → `fly`, `curls` →
/// `curl`; `press`, `abs` and words of up to three letters stay.
fn singular(word: &mut String) {
    if word == "ups" {
        // the one short plural of movements: pull-ups, sit-ups
        word.truncate(2);
    }
    if word.len() <= 3 || !word.is_ascii() || !word.ends_with('s') {
        return;
    }
    if ["ss", "us", "is"].iter().any(|end| word.ends_with(end)) {
        return;
    }
    let cut = if ["sses", "shes", "ches", "xes"].iter().any(|end| word.ends_with(end)) {
        2
    } else if word.len() > 4 && word.ends_with("ies") {
        word.truncate(word.len() - 3);
        word.push('y');
        0
    } else {
        1
    };
    word.truncate(word.len() - cut);
}
