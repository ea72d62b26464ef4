//! Rules over one exercise alone.

use super::{Finding, is_built_in};
use crate::domain::{Category, Exercise, Message};

/// Longest fact, in characters.
const FACT_LIMIT: usize = 140;
/// Other names per language below which a matcher has little to go by.
const FEW_ALIASES: usize = 3;

pub(super) fn check(exercise: &Exercise, findings: &mut Vec<Finding>) {
    let path = |field: &str| format!("exercises/{}/{field}", exercise.id);
    for fact in [&exercise.fact.en, &exercise.fact.de] {
        let length = fact.chars().count();
        if (length == 0 && is_built_in(exercise)) || length > FACT_LIMIT {
            let message =
                Message::new("library-check-fact").with("length", length).with("limit", FACT_LIMIT);
            findings.push(Finding::hard(path("fact"), message));
        }
    }
    if exercise.skills.values().any(|weight| !(*weight > 0.0 && *weight <= 1.0)) {
        findings.push(Finding::hard(path("skills"), Message::new("library-check-weight")));
    }
    // what others wrote may say less; it can still be planned with
    let grade = if is_built_in(exercise) { Finding::hard } else { Finding::soft };
    let builds_muscle = matches!(exercise.category, Category::Strength | Category::Power);
    if builds_muscle && exercise.primary.is_empty() {
        findings.push(grade(path("primary"), Message::new("library-check-no-muscle")));
    }
    if exercise.patterns.is_empty() {
        findings.push(grade(path("patterns"), Message::new("library-check-no-pattern")));
    }
    if exercise.doses.is_empty() || exercise.doses.values().any(|dose| dose.trim().is_empty()) {
        findings.push(Finding::soft(path("dose"), Message::new("library-check-no-dose")));
    }
    let is_timed = matches!(exercise.category, Category::Drill | Category::Game);
    if is_timed && exercise.minutes.is_none() {
        findings.push(Finding::soft(path("minutes"), Message::new("library-check-no-minutes")));
    }
    if is_built_in(exercise) {
        few_aliases(exercise, findings);
    }
}

fn few_aliases(exercise: &Exercise, findings: &mut Vec<Finding>) {
    let lists = [("en", &exercise.aliases.en), ("de", &exercise.aliases.de)];
    for (lang, aliases) in lists.into_iter().filter(|(_, aliases)| aliases.len() < FEW_ALIASES) {
        let message = Message::new("library-check-few-aliases")
            .with("count", aliases.len())
            .with("wanted", FEW_ALIASES)
            .with("lang", lang);
        findings.push(Finding::soft(format!("exercises/{}/aliases_{lang}", exercise.id), message));
    }
}
