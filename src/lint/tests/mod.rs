//! Every rule that can speak has a plan that makes it speak, and a near miss that does not.

mod coaching;
mod course;
mod desk;
mod lifting;
mod mending;
mod newcomers;

use std::collections::BTreeSet;
use std::sync::OnceLock;

use super::{Code, Finding, LintContext, lint_unit, lint_weeks, rules};
use crate::domain::{
    AthleteProfile, Bilingual, ExerciseId, Goal, GroupProfile, IdSource, Item, Lang, Level, Owner,
    Place, Prescription, Profile, Section, SectionKind, Unit, Week, WeekPhase,
};
use crate::language::Catalogue;
use crate::library::{Library, builtin};

/// A rule with the plan that makes it speak and the one that just does not.
pub(super) struct Case {
    code: Code,
    fires: Vec<Finding>,
    quiet: Vec<Finding>,
}

pub(super) fn case(code: Code, fires: Vec<Finding>, quiet: Vec<Finding>) -> Case {
    Case { code, fires, quiet }
}

pub(super) fn library() -> &'static Library {
    static LIBRARY: OnceLock<Library> = OnceLock::new();
    LIBRARY.get_or_init(|| Library::from_data(builtin().unwrap()).unwrap())
}

/// An item in the notation of the editor.
pub(super) fn item(exercise: &str, line: &str) -> Item {
    let id = ExerciseId::from(exercise);
    let label = library().get(&id).map_or_else(|| Bilingual::same(exercise), |e| e.name.clone());
    let mut item = Item::new("i".into(), Some(id), label);
    item.prescription = match line {
        "" => Prescription::default(),
        line => crate::notation::parse(line).unwrap_or_else(|_| panic!("{line}")),
    };
    item
}

/// A drill of so many minutes.
pub(super) fn drill(exercise: &str, minutes: u16) -> Item {
    Item { minutes: Some(minutes), ..item(exercise, "") }
}

/// A unit with fresh ids.
pub(super) fn unit(sections: Vec<(SectionKind, Vec<Item>)>) -> Unit {
    let mut ids = IdSource::new(1);
    let mut unit = Unit::new(ids.unit(), "Unit", Owner::Nobody);
    for (phase, (kind, items)) in (0..).zip(sections) {
        let mut section = Section::new(ids.section(), kind);
        section.phase = phase;
        section.items = items.into_iter().map(|i| Item { id: ids.item(), ..i }).collect();
        unit.sections.push(section);
    }
    unit
}

/// A unit of lifts after a warm-up.
pub(super) fn lifts(items: Vec<Item>) -> Unit {
    unit(vec![(SectionKind::Warmup, vec![drill("joint_flow", 8)]), (SectionKind::Main, items)])
}

/// A week of units on these days.
pub(super) fn week(index: u16, phase: WeekPhase, units: Vec<(u8, Unit)>) -> Week {
    let units = units
        .into_iter()
        .map(|(day, unit)| Unit {
            id: format!("w{index}d{day}").as_str().into(),
            place: Some(Place { program: "p".into(), week: index, day }),
            ..unit
        })
        .collect();
    Week { index, phase, intent: Vec::new(), units }
}

/// Building weeks, one per entry.
pub(super) fn weeks(units: Vec<Vec<(u8, Unit)>>) -> Vec<Week> {
    (1..).zip(units).map(|(index, units)| week(index, WeekPhase::Build, units)).collect()
}

pub(super) fn athlete(change: impl FnOnce(&mut AthleteProfile)) -> Profile {
    let mut profile = AthleteProfile { goal: Goal::Strength, ..AthleteProfile::default() };
    change(&mut profile);
    Profile::Athlete(profile)
}

pub(super) fn group(change: impl FnOnce(&mut GroupProfile)) -> Profile {
    let mut profile = GroupProfile {
        age_min: Some(18),
        level_mix: [(Level::Intermediate, 12)].into_iter().collect(),
        ..GroupProfile::default()
    };
    change(&mut profile);
    Profile::Group(profile)
}

pub(super) fn find(unit: &Unit, profile: &Profile) -> Vec<Finding> {
    lint_unit(unit, &LintContext::new(library()).for_profile(profile))
}

/// Findings where nothing is known of the people.
pub(super) fn find_bare(unit: &Unit) -> Vec<Finding> {
    lint_unit(unit, &LintContext::new(library()))
}

pub(super) fn find_weeks(weeks: &[Week], profile: &Profile) -> Vec<Finding> {
    lint_weeks(weeks, &LintContext::new(library()).for_profile(profile))
}

fn cases() -> Vec<Case> {
    let mut cases = desk::cases();
    cases.extend(lifting::cases());
    cases.extend(course::cases());
    cases.extend(coaching::cases());
    cases.extend(newcomers::cases());
    cases
}

#[test]
fn every_rule_speaks_when_it_should_and_is_silent_at_a_near_miss() {
    let speaks = |found: &[Finding], code| found.iter().any(|finding| finding.rule == code);
    let mut wrong = Vec::new();
    for Case { code, fires, quiet } in cases() {
        if !speaks(&fires, code) {
            wrong.push(format!("{code} is silent"));
        }
        if speaks(&quiet, code) {
            wrong.push(format!("{code} speaks at the near miss"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_rule_of_the_table_has_a_case() {
    let tested: BTreeSet<Code> = cases().iter().map(|case| case.code).collect();
    let all: BTreeSet<Code> = Code::ALL.iter().copied().collect();
    assert_eq!(all.len(), 111);
    let missing: Vec<&Code> = all.difference(&tested).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn the_table_and_the_codes_agree_and_every_text_exists_in_both_languages() {
    assert_eq!(rules().len(), Code::ALL.len());
    for (rule, code) in rules().iter().zip(Code::ALL) {
        assert_eq!(rule.id, *code);
        let id = Finding::new(*code).message.id;
        for lang in Lang::ALL {
            assert!(Catalogue::load(lang).has(&id), "{id} in {}", lang.code());
        }
    }
}

#[test]
fn a_fix_names_the_unit_it_is_for() {
    for Case { code, fires, .. } in cases() {
        for finding in fires.iter().filter(|found| found.rule == code && found.fixable()) {
            assert!(finding.unit.is_some(), "{code} has a fix but no unit");
        }
    }
}

#[test]
fn a_rule_switched_off_for_the_unit_or_the_item_is_silent() {
    let profile = athlete(|p| p.injuries = vec![crate::domain::Contraindication::Knee]);
    let mut plan = lifts(vec![item("back_squat", "3x8 RIR2"), item("bench_press", "3x8 RIR2")]);
    let speaks = |plan: &Unit| find(plan, &profile).iter().any(|found| found.rule == Code::Saf001);
    assert!(speaks(&plan));
    let off = crate::domain::Suppression { rule: "SAF001".into(), reason: "cleared".into() };
    plan.sections[1].items[0].suppress = vec![off.clone()];
    assert!(!speaks(&plan));
    plan.sections[1].items[0].suppress.clear();
    plan.suppress = vec![off];
    assert!(!speaks(&plan));
}
