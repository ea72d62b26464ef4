//! What decides between two versions at a glance: size, volume, findings, who wrote it, cost.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::domain::{Muscle, Program, ProgramId, Unit};
use crate::generation::model::Used;
use crate::generation::{WrittenBy, written_by};
use crate::library::Library;
use crate::lint::{Code, LintContext, Severity, lint_program};
use crate::training::{unit_minutes, week_volume};

/// A version as a whole.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Figures {
    /// The program.
    pub id: ProgramId,
    /// Its title.
    pub title: String,
    /// `builtin`, `llm`, `hand` or `import`.
    pub engine: String,
    /// Provider and model, where a model wrote it.
    pub model: Option<String>,
    /// Weeks that are there.
    pub weeks: usize,
    /// Units in them.
    pub units: usize,
    /// Lines in these.
    pub items: usize,
    /// Different exercises.
    pub exercises: usize,
    /// Mean minutes of a unit.
    pub minutes: f32,
    /// Weeks a model wrote at its second attempt.
    pub repaired: Vec<u16>,
    /// Weeks the offline planner wrote in its place.
    pub filled: Vec<u16>,
    /// What writing it used, where the ledger knows; whoever reads the ledger fills it in.
    pub cost: Option<Used>,
}

/// Mean sets of a week for a muscle.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct MuscleSets {
    /// The muscle.
    pub muscle: Muscle,
    /// In the first version.
    pub left: f32,
    /// In the second.
    pub right: f32,
}

/// How often a rule of the linter fires.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct RuleCount {
    /// The rule.
    pub rule: Code,
    /// The gravest of its findings.
    pub severity: Severity,
    /// Findings in the first version.
    pub left: usize,
    /// Findings in the second.
    pub right: usize,
}

pub(super) fn figures(program: &Program, library: &Library) -> Figures {
    let units = program.units().count();
    let minutes: f32 = program.units().map(|unit| unit_minutes(unit, library)).sum();
    let by = |by: WrittenBy| {
        let weeks = program.weeks.iter().filter(|week| written_by(week) == by);
        weeks.map(|week| week.index).collect()
    };
    let exercises: BTreeSet<_> = program.units().flat_map(Unit::exercises).collect();
    Figures {
        id: program.id.clone(),
        title: program.title.clone(),
        engine: program.provenance.engine.clone(),
        model: program.provenance.model.clone(),
        weeks: program.weeks.len(),
        units,
        items: program.units().map(|unit| unit.items().count()).sum(),
        exercises: exercises.len(),
        minutes: minutes / units.max(1) as f32,
        repaired: by(WrittenBy::Repaired),
        filled: by(WrittenBy::Filled),
        cost: None,
    }
}

pub(super) fn muscles(left: &Program, right: &Program, library: &Library) -> Vec<MuscleSets> {
    let mean = |program: &Program| {
        let mut sums: BTreeMap<Muscle, f32> = BTreeMap::new();
        for week in &program.weeks {
            for (muscle, sets) in week_volume(week, library) {
                *sums.entry(muscle).or_default() += sets / program.weeks.len() as f32;
            }
        }
        sums
    };
    let (left, right) = (mean(left), mean(right));
    let both: BTreeSet<Muscle> = left.keys().chain(right.keys()).copied().collect();
    both.into_iter()
        .map(|muscle| MuscleSets {
            muscle,
            left: left.get(&muscle).copied().unwrap_or_default(),
            right: right.get(&muscle).copied().unwrap_or_default(),
        })
        .collect()
}

pub(super) fn rules(left: &Program, right: &Program, library: &Library) -> Vec<RuleCount> {
    let mut counts: BTreeMap<Code, RuleCount> = BTreeMap::new();
    let mut count = |program: &Program, add: fn(&mut RuleCount)| {
        let context = LintContext::new(library).for_profile(&program.profile);
        for finding in lint_program(program, &context) {
            let (rule, severity) = (finding.rule, finding.severity);
            let known =
                counts.entry(rule).or_insert(RuleCount { rule, severity, left: 0, right: 0 });
            known.severity = known.severity.max(severity);
            add(known);
        }
    };
    count(left, |known| known.left += 1);
    count(right, |known| known.right += 1);
    let mut rules: Vec<RuleCount> = counts.into_values().collect();
    rules.sort_by_key(|known| (std::cmp::Reverse(known.severity), known.rule));
    rules
}
