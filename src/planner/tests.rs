//! The planner over the built-in library: constrained profiles, determinism, and that each wish
//! changes the plan.

use crate::domain::{AthleteProfile, Profile};
use crate::library::{Library, builtin};
use crate::lint::{Finding, LintContext, Severity, lint_program};

use super::{Outline, outline, program, week};

pub(super) fn library() -> Library {
    Library::from_data(builtin().unwrap()).unwrap()
}

fn findings(profile: &Profile, library: &Library) -> (crate::domain::Program, Vec<Finding>) {
    let program = program(profile, library, 1).unwrap();
    let found = lint_program(&program, &LintContext::new(library).for_profile(&program.profile));
    (program, found)
}

#[test]
fn no_constrained_profile_leaves_a_lint_error() {
    let library = library();
    for (name, profile) in super::profiles::all() {
        let (_, found) = findings(&profile, &library);
        let errors: Vec<&Finding> =
            found.iter().filter(|finding| finding.severity == Severity::Error).collect();
        assert!(errors.is_empty(), "{name}: {errors:#?}");
    }
}

#[test]
#[ignore = "prints the table of profiles"]
fn scratch() {
    use std::collections::BTreeMap;
    let library = library();
    println!("{} exercises", library.exercises().len());
    for (name, profile) in super::profiles::all() {
        let (program, found) = findings(&profile, &library);
        let mut by: BTreeMap<String, usize> = BTreeMap::new();
        for f in &found {
            if f.severity != Severity::Info {
                *by.entry(format!(
                    "{}{}",
                    f.rule,
                    if f.severity == Severity::Error { "!" } else { "" }
                ))
                .or_default() += 1;
            }
        }
        let minutes: Vec<String> = program.weeks[0]
            .units
            .iter()
            .map(|u| format!("{:.0}", crate::training::unit_minutes(u, &library)))
            .collect();
        println!(
            "{name}: min {minutes:?} {by:?} notes {:?}",
            program.notes.iter().map(|n| n.id.as_ref()).collect::<Vec<_>>()
        );
        for f in
            found.iter().filter(|f| f.severity == Severity::Warn && f.rule.id() != "VOL001").take(2)
        {
            println!("   {} {:?} {}", f.rule, f.message.args, f.path);
        }
        if let Some(f) = found.iter().find(|f| f.severity == Severity::Error) {
            println!("   first error {} {:?} {}", f.rule, f.message, f.path);
        }
    }
}

#[test]
#[ignore = "prints a program"]
fn show() {
    let library = library();
    let profile = Profile::Athlete(AthleteProfile {
        days_per_week: 4,
        minutes: 60,
        level: crate::domain::Level::Intermediate,
        one_rm_kg: [("back_squat".into(), 140.0), ("bench_press".into(), 100.0)]
            .into_iter()
            .collect(),
        ..AthleteProfile::default()
    });
    let outline: Outline = outline(&profile, &library, 1).unwrap();
    let profile2 = super::profiles::all()
        .into_iter()
        .find(|(n, _)| *n == "judo children, thirteen")
        .unwrap()
        .1;
    let group = super::outline(&profile2, &library, 1).unwrap();
    for (outline, index) in [(&group, 1), (&group, 2), (&outline, 1)] {
        let week = week(outline, &library, index);
        println!("WEEK {index} {:?}", week.phase);
        for unit in &week.units {
            println!(" {} {:.0} min", unit.title, crate::training::unit_minutes(unit, &library));
            for (s, i) in unit.items() {
                println!(
                    "   {:12} {:35} {} {:?} {:?}",
                    s.kind.id(),
                    i.label.en,
                    crate::notation::print(&i.prescription, crate::domain::Lang::En),
                    i.superset.map(|s| s.to_string()),
                    i.progression.as_ref().map(|p| p.kind.id())
                );
            }
        }
    }
}
