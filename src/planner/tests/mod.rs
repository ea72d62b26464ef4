//! The planner over the built-in library: constrained profiles, determinism, what each wish
//! changes, and profiles as files.

mod archived;
mod awkward;
mod history;
mod profiles;
mod reading;
mod sweep;
mod wishes;

use std::sync::OnceLock;

use crate::domain::{Profile, Program};
use crate::library::{Library, builtin};
use crate::lint::{Finding, LintContext, Severity, lint_program};
use crate::training::unit_minutes;

use super::{outline, program, week};

pub(in crate::planner) fn library() -> &'static Library {
    static LIBRARY: OnceLock<Library> = OnceLock::new();
    LIBRARY.get_or_init(|| Library::from_data(builtin().unwrap()).unwrap())
}

pub(super) fn plan(profile: &Profile) -> Program {
    program(profile, library(), 1).unwrap()
}

fn lint(program: &Program) -> Vec<Finding> {
    lint_program(program, &LintContext::new(library()).for_profile(&program.profile))
}

fn text(program: &Program) -> String {
    serde_json::to_string(program).unwrap()
}

#[test]
fn no_constrained_profile_leaves_a_lint_error() {
    let profiles = profiles::all();
    assert!(profiles.len() >= 24);
    for (name, profile) in profiles {
        let program = plan(&profile);
        let mut errors = lint(&program);
        errors.retain(|finding| finding.severity == Severity::Error);
        assert!(errors.is_empty(), "{name}: {errors:#?}");
        assert!(program.missing_weeks().is_empty(), "{name}");
    }
}

#[test]
fn units_use_their_minutes_or_a_note_says_why_not() {
    for (name, profile) in profiles::all() {
        let program = plan(&profile);
        let excused = program.notes.iter().any(|note| note.id == "note-time-left");
        let budget = f32::from(program.profile.minutes());
        let build = program.weeks.iter().filter(|week| week.phase.id() == "build");
        for unit in build.flat_map(|week| &week.units) {
            let share = unit_minutes(unit, library()) / budget;
            assert!(share <= 1.06, "{name}, {}: {share}", unit.title);
            let recovery = unit.sections.iter().all(|section| section.kind.id() != "main");
            assert!(share >= 0.84 || excused || recovery, "{name}, {}: {share}", unit.title);
        }
    }
}

#[test]
fn the_same_profile_and_seed_give_the_same_bytes() {
    for (name, profile) in profiles::all().into_iter().step_by(4) {
        assert_eq!(text(&plan(&profile)), text(&plan(&profile)), "{name}");
    }
}

#[test]
fn a_seed_breaks_ties_only_and_gives_other_ids() {
    let profile = profiles::all().remove(0).1;
    let one = program(&profile, library(), 1).unwrap();
    let two = program(&profile, library(), 2).unwrap();
    assert_ne!(one.id, two.id);
    let minutes = |program: &Program| unit_minutes(&program.weeks[0].units[0], library());
    assert!((minutes(&one) - minutes(&two)).abs() < 8.0);
}

#[test]
fn a_week_follows_from_the_outline_and_its_index_alone() {
    for (name, profile) in profiles::all().into_iter().step_by(5) {
        let outline = outline(&profile, library(), 1).unwrap();
        let last = outline.profile.weeks();
        let backwards: Vec<_> =
            (1..=last).rev().map(|index| week(&outline, library(), index)).collect();
        let mut forwards: Vec<_> =
            (1..=last).map(|index| week(&outline, library(), index)).collect();
        forwards.reverse();
        assert_eq!(backwards, forwards, "{name}");
    }
}

#[test]
fn ids_are_unique_over_the_whole_program() {
    let program = plan(&profiles::all().remove(5).1);
    let mut ids: Vec<&str> = program.units().map(|unit| unit.id.as_str()).collect();
    for unit in program.units() {
        ids.extend(unit.sections.iter().map(|section| section.id.as_str()));
        ids.extend(unit.items().map(|(_, item)| item.id.as_str()));
    }
    let count = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), count);
}

#[test]
fn every_item_has_reasons_that_both_languages_can_say() {
    use crate::domain::Lang;
    use crate::language::Catalogue;
    for (name, profile) in profiles::all() {
        let program = plan(&profile);
        for (_, item) in program.weeks[0].units.iter().flat_map(crate::domain::Unit::items) {
            assert!(!item.reasons.is_empty(), "{name}: {}", item.label.en);
        }
        let items = program.units().flat_map(crate::domain::Unit::items).map(|(_, item)| item);
        let weeks = program.weeks.iter().flat_map(|week| &week.intent);
        let blocks = program.mesocycles.iter().map(|block| &block.title);
        let said =
            items.flat_map(|item| &item.reasons).chain(&program.notes).chain(weeks).chain(blocks);
        for message in said {
            for lang in Lang::ALL {
                assert!(
                    Catalogue::load(lang).has(&message.id),
                    "{} in {}",
                    message.id,
                    lang.code()
                );
            }
        }
    }
}

/// The table of profiles, for people: `cargo test --lib planner::tests::table -- --ignored --nocapture`.
#[test]
#[ignore = "prints"]
fn table() {
    for (name, profile) in profiles::all() {
        let program = plan(&profile);
        let found = lint(&program);
        let count = |severity| found.iter().filter(|f| f.severity == severity).count();
        let mut warnings: Vec<&str> = found
            .iter()
            .filter(|finding| finding.severity == Severity::Warn)
            .map(|finding| finding.rule.id())
            .collect();
        warnings.sort_unstable();
        warnings.dedup();
        let minutes: Vec<String> = program.weeks[0]
            .units
            .iter()
            .map(|unit| format!("{:.0}", unit_minutes(unit, library())))
            .collect();
        println!(
            "{name:34} {:>3} min budget, week 1: {:24} errors {} warnings {} {warnings:?}",
            program.profile.minutes(),
            minutes.join(" "),
            count(Severity::Error),
            count(Severity::Warn),
        );
    }
}
