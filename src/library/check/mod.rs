//! Rules that make a library good, beyond those without which it cannot be loaded: names that mean
//! one thing, facts that fit their line, nothing made by a template; and, for the library that
//! ships, enough of everything. Reports; mends nothing. Doses are `crate::training`'s to read.

mod combinations;
mod coverage;
mod entries;
mod names;
mod repeats;

use super::Library;
use crate::domain::{Exercise, Message, Origin};

pub use coverage::{EDGES, EXERCISES, GRAPHS, SKILL_USES, check_coverage};

/// How bad a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gravity {
    /// Must be mended: engines rely on it.
    Hard,
    /// Should be mended: the library is thinner than it could be.
    Soft,
}

/// One thing to mend.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// How bad it is.
    pub gravity: Gravity,
    /// The culprit, e.g. `exercises/back_squat/fact`.
    pub path: String,
    /// What is wrong. Its id names the rule.
    pub message: Message,
}

impl Finding {
    /// Something that must be mended.
    #[must_use]
    pub fn hard(path: impl Into<String>, message: Message) -> Self {
        Self { gravity: Gravity::Hard, path: path.into(), message }
    }

    /// Something that should be mended.
    #[must_use]
    pub fn soft(path: impl Into<String>, message: Message) -> Self {
        Self { gravity: Gravity::Soft, path: path.into(), message }
    }
}

/// Everything worth mending in any library, hard findings first, then by path.
#[must_use]
pub fn check(library: &Library) -> Vec<Finding> {
    let mut findings = Vec::new();
    names::check(library, &mut findings);
    for exercise in library.exercises() {
        entries::check(exercise, &mut findings);
    }
    combinations::check(library, &mut findings);
    repeats::check(library, &mut findings);
    findings.sort_by(|a, b| (a.gravity, &a.path).cmp(&(b.gravity, &b.path)));
    findings
}

/// Whether the exercise is ours to keep in order; what a club adds or imports is not.
fn is_built_in(exercise: &Exercise) -> bool {
    exercise.origin == Origin::BuiltIn
}
