//! Texts of swimmers: `8x100 FR on 1:45`, `4 x 50 kick`. Their words name strokes and parts of the
//! stroke, not what they name on land.

#[cfg(test)]
mod tests;

use crate::language::fold;

/// Rows with a stroke that make a text one of swimmers.
const LEAST: usize = 2;

/// Whether the names are those of a text in which bare numbers are metres of a pool.
pub(super) fn swims<'a>(names: impl Iterator<Item = &'a str>) -> bool {
    names.filter(|name| words(name).iter().any(|word| stroke(word).is_some())).count() >= LEAST
}

/// What a row of swimmers is looked up as; `None` where it names something else.
pub(super) fn swum(name: &str) -> Option<String> {
    let words = words(name);
    let strokes: Vec<&str> = words.iter().filter_map(|word| stroke(word)).collect();
    let beside = words.iter().filter(|word| stroke(word).is_none() && !is_beside(word)).count();
    // one word nobody knows may stand beside a stroke
    match strokes.first() {
        Some(first) => (beside <= 1).then(|| format!("{first} swim")),
        None => (beside == 0 && !words.is_empty()).then(|| "easy swim".to_owned()),
    }
}

/// The stroke, or the part of it, that a word names.
fn stroke(word: &str) -> Option<&'static str> {
    Some(match word {
        "swim" | "swimming" | "schwimmen" | "choice" | "einschwimmen" | "ausschwimmen" => "easy",
        "fr" | "free" | "freestyle" | "crawl" | "kraul" | "kraulen" | "freistil" => "freestyle",
        "fly" | "butterfly" | "delfin" | "delphin" | "schmetterling" => "butterfly",
        "bk" | "backstroke" | "rucken" => "backstroke",
        "breaststroke" | "brust" => "breaststroke",
        "im" | "medley" | "lagen" => "medley",
        "kick" | "kicking" | "beine" | "beinschlag" => "kick",
        "pull" | "pulling" | "arme" | "armzug" => "pull",
        "drill" | "drills" | "technik" => "drill",
        "scull" | "sculling" => "scull",
        "sprint" | "sprints" => "sprint",
        "fast" | "schnell" => "fast",
        _ => return None,
    })
}

fn is_beside(word: &str) -> bool {
    word.chars().all(|letter| letter.is_ascii_digit())
        || matches!(
            word,
            "easy"
                | "locker"
                | "mit"
                | "with"
                | "w"
                | "by"
                | "on"
                | "buoy"
                | "board"
                | "brett"
                | "paddles"
                | "fins"
                | "flossen"
                | "snorkel"
                | "stroke"
                | "strokes"
                | "build"
                | "descend"
                | "odds"
                | "evens"
                | "hard"
                | "smooth"
                | "c"
                | "d"
                | "u"
                | "and"
                | "und"
        )
}

fn words(name: &str) -> Vec<String> {
    let folded = fold(name);
    let words = folded.split(|letter: char| !letter.is_alphanumeric());
    words.filter(|word| !word.is_empty()).map(str::to_owned).collect()
}
