//! A week that was read, held against the linter: small things are mended, what stays wrong is
//! named for the repair.

use std::collections::BTreeSet;

use crate::domain::{ExerciseId, Lang, Profile, Week};
use crate::language::Catalogue;
use crate::library::Library;
use crate::lint::{Finding, LintContext, Severity, Source, lint_unit};
use crate::llm::Complaint;
use crate::planner;

/// More findings than this in one complaint help nobody.
const MOST: usize = 6;

/// The week without errors.
///
/// # Errors
/// A [`Complaint`] with the findings nobody could mend.
pub(super) fn judged(
    mut week: Week,
    profile: &Profile,
    allowed: &BTreeSet<ExerciseId>,
    library: &Library,
) -> Result<Week, Complaint> {
    let source = Source::Model { offered: allowed.clone() };
    let context = LintContext::new(library).for_profile(profile).from_source(source);
    let english = Catalogue::load(Lang::En);
    let mut wrong = Vec::new();
    for (at, unit) in week.units.iter_mut().enumerate() {
        planner::mend(unit, &context);
        let found = lint_unit(unit, &context);
        let errors = found.iter().filter(|finding| finding.severity == Severity::Error);
        wrong.extend(errors.map(|finding| said(at, finding, english)));
    }
    wrong.truncate(MOST);
    if wrong.is_empty() { Ok(week) } else { Err(Complaint::new(wrong.join("; "))) }
}

fn said(day: usize, finding: &Finding, english: &Catalogue) -> String {
    format!(
        "days[{day}]{}: {}: {}",
        finding.path,
        finding.rule.id(),
        english.text(&finding.message)
    )
}
