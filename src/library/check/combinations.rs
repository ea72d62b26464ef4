//! Rules over combinations: whoever does one does all its parts, so it is for nobody whom one of
//! its parts is not for.

use super::{Finding, is_built_in};
use crate::domain::{Contraindication, Exercise, ExerciseKind, Message};
use crate::library::Library;

pub(super) fn check(library: &Library, findings: &mut Vec<Finding>) {
    for exercise in library.exercises().iter().filter(|exercise| is_built_in(exercise)) {
        if let ExerciseKind::Combination(parts) = &exercise.kind {
            let parts = parts.iter().filter_map(|part| library.get(&part.exercise));
            parts.for_each(|part| compare(exercise, part, findings));
        }
    }
}

fn compare(whole: &Exercise, part: &Exercise, findings: &mut Vec<Finding>) {
    let mut push = |field: &str, rule: &'static str, what: String| {
        let message = Message::new(rule).with("part", part.id.as_str()).with("what", what);
        findings.push(Finding::hard(format!("exercises/{}/{field}", whole.id), message));
    };
    if part.level > whole.level {
        push("level", "library-check-part-level", part.level.id().to_owned());
    }
    if part.min_age > whole.min_age {
        push("min_age", "library-check-part-age", part.min_age.to_string());
    }
    let missing: Vec<&str> = part
        .contra
        .iter()
        .filter(|complaint| !whole.contra.contains(complaint))
        .map(|complaint| Contraindication::id(*complaint))
        .collect();
    if !missing.is_empty() {
        push("contra", "library-check-part-contra", missing.join(", "));
    }
}
