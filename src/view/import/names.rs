//! What a row is called, and how surely it was understood.

use crate::domain::{Exercise, ExerciseId, Lang};
use crate::import::{Row, Verdict};
use crate::library::Library;
use crate::matching::{Band, Candidate};
use crate::view::theme::Meaning;

/// Sign and meaning of where a row stands.
pub(super) fn standing(row: &Row) -> (&'static str, Meaning) {
    match (&row.verdict, row.standing()) {
        (Verdict::Is(..), _) => ("✔", Meaning::Good),
        (Verdict::FreeLine, _) => ("≡", Meaning::Good),
        (_, None) => ("·", Meaning::Dim),
        (_, Some(Band::High)) => ("✓", Meaning::Good),
        (_, Some(Band::Medium)) => ("~", Meaning::Warn),
        (_, Some(Band::Low)) => ("?", Meaning::Warn),
        (_, Some(Band::Unmatched)) => ("✗", Meaning::Bad),
    }
}

/// What a row is called: the exercise it goes in as, or what was written.
pub(super) fn name_of(row: &Row, library: Option<&Library>, lang: Lang) -> String {
    match (&row.verdict, row.candidates.first()) {
        (Verdict::Is(id, name), _) => {
            exercise(library, id).map_or(name, |known| &known.name).get(lang).to_owned()
        }
        (Verdict::Open, Some(candidate)) if row.band > Band::Unmatched => {
            candidate_name(candidate, library, lang).to_owned()
        }
        _ => row.name.clone(),
    }
}

/// What a candidate is called.
pub(super) fn candidate_name<'a>(
    candidate: &'a Candidate,
    library: Option<&'a Library>,
    lang: Lang,
) -> &'a str {
    let id = ExerciseId::new(candidate.id.as_str());
    exercise(library, &id).map_or(candidate.name.as_str(), |known| known.name.get(lang))
}

fn exercise<'a>(library: Option<&'a Library>, id: &ExerciseId) -> Option<&'a Exercise> {
    Some(library?.get(id)?.as_ref())
}

/// What a part of a line that became something means.
pub(super) fn meaning_of(role: &str) -> Meaning {
    match role {
        "name" => Meaning::Name,
        "sets" | "reps" | "distance" | "calories" => Meaning::Count,
        "load" | "rpe" | "rir" => Meaning::Load,
        "rest" | "tempo" | "duration" => Meaning::Time,
        _ => Meaning::Dim,
    }
}
