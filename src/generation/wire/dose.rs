//! Doses against a template: what is not named stays as it is. `RIR1` changes the reserve alone;
//! `!3x5` stands for itself and keeps nothing.

use crate::domain::{Lang, Prescription, Scheme, SetType};
use crate::notation::{self, NotationError};

/// The sign for a dose that keeps nothing of its template.
const ALONE: char = '!';

/// The dose a text makes of a template.
pub(super) fn changed(template: &Prescription, text: &str) -> Result<Prescription, NotationError> {
    let text = text.trim();
    match text.strip_prefix(ALONE) {
        Some(whole) => notation::parse(whole.trim()),
        None => Ok(merged(template, notation::parse(text)?)),
    }
}

/// The shortest text that makes `to` of `from`; empty when they are the same.
pub(super) fn change(from: &Prescription, to: &Prescription) -> String {
    if from == to {
        return String::new();
    }
    let same_amount = from.scheme == to.scheme;
    let news = Prescription {
        scheme: if same_amount { Scheme::Open } else { to.scheme.clone() },
        load: to.load.clone().filter(|_| from.load != to.load),
        rpe: to.rpe.filter(|_| from.rpe != to.rpe),
        rir: to.rir.filter(|_| from.rir != to.rir),
        tempo: to.tempo.filter(|_| from.tempo != to.tempo),
        rest: to.rest.filter(|_| from.rest != to.rest),
        per_side: to.per_side && !same_amount && !from.per_side,
        set_type: if from.set_type == to.set_type { SetType::Work } else { to.set_type },
        note: if from.note == to.note { String::new() } else { to.note.clone() },
    };
    let short = notation::print(&news, Lang::En);
    if changed(from, &short).as_ref() == Ok(to) {
        return short;
    }
    format!("{ALONE}{}", notation::print(to, Lang::En))
}

fn merged(template: &Prescription, news: Prescription) -> Prescription {
    let kept = template.clone();
    Prescription {
        scheme: if news.scheme == Scheme::Open { kept.scheme } else { news.scheme },
        load: news.load.or(kept.load),
        rpe: news.rpe.or(kept.rpe),
        rir: news.rir.or(kept.rir),
        tempo: news.tempo.or(kept.tempo),
        rest: news.rest.or(kept.rest),
        per_side: news.per_side || kept.per_side,
        set_type: if news.set_type == SetType::Work { kept.set_type } else { news.set_type },
        note: if news.note.is_empty() { kept.note } else { news.note },
    }
}
