//! What sort of text an import is, and which language it is written in.

use super::format::SourceFormat;
use crate::domain::Lang;
use crate::language::fold;

impl SourceFormat {
    /// Finds out what a text is, from its first lines.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let text = text.trim_start_matches('\u{feff}').trim_start();
        if super::is_plan(text) {
            return Self::Planwright;
        }
        if super::files::is_fitnotes_json(text) {
            return Self::FitNotes;
        }
        let header = fold(text.lines().next().unwrap_or_default());
        // tabs came in as four spaces
        let header = header.replace('"', "").replace([';', '\t'], ",").replace("    ", ",");
        let has = |words: &[&str]| words.iter().all(|word| header.contains(word));
        if has(&["exercise_title", "start_time", "set_type"]) {
            Self::Hevy
        } else if has(&["exercise name", "set order", "weight"]) {
            Self::Strong
        } else if has(&["date,exercise,category"])
            || has(&["name,starttime,endtime", "exercise"])
            || has(&["exercise", "category", "weight unit"])
        {
            Self::FitNotes
        } else if has(&["workout name", "top set", "set 1"])
            || has(&["date (yyyy/mm/dd)", "workout name", "exercise"])
        {
            Self::StrongLifts
        } else if super::files::is_liftoscript(text) {
            Self::Liftoscript
        } else {
            Self::Text
        }
    }
}

/// The language most of the words speak; English where it is even.
pub(super) fn language(text: &str) -> Lang {
    let (mut german, mut english) = (0_u32, 0_u32);
    for word in text.split(|c: char| !c.is_alphabetic()).take(4_000) {
        let umlaut = word.contains(['ä', 'ö', 'ü', 'Ä', 'Ö', 'Ü', 'ß']);
        let word = word.to_lowercase();
        let known = matches!(
            word.as_str(),
            "und"
                | "der"
                | "die"
                | "das"
                | "mit"
                | "je"
                | "pro"
                | "wdh"
                | "min"
                | "ein"
                | "eine"
                | "auf"
                | "im"
                | "am"
                | "von"
                | "mal"
                | "dann"
                | "pause"
                | "runden"
                | "minuten"
                | "sekunden"
                | "stehend"
                | "liegend"
                | "woche"
                | "tag"
                | "kh"
                | "lh"
                | "technik"
                | "spiel"
                | "beine"
                | "oder"
                | "bis"
        );
        german += u32::from(umlaut) * 2 + u32::from(known && word != "min");
        english += u32::from(matches!(
            word.as_str(),
            "the"
                | "and"
                | "of"
                | "with"
                | "for"
                | "rest"
                | "reps"
                | "sets"
                | "each"
                | "day"
                | "week"
                | "to"
                | "rounds"
                | "your"
                | "is"
                | "press"
                | "row"
                | "workout"
                | "at"
                | "from"
                | "then"
                | "squat"
        ));
    }
    if german > english { Lang::De } else { Lang::En }
}
