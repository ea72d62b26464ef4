//! Findings at the plan, results and what they change, the overview, loads.

use super::script::{Session, unit};
use crate::app::findings::{Entry, entries, worst};
use crate::app::overview::Chart;
use crate::app::plan::Line;
use crate::app::{Effect, Event, Overlay, Reply};
use crate::domain::{
    Athlete, AthleteProfile, Bilingual, ExerciseId, IdSource, Item, Profile, Section, SectionKind,
    Unit,
};
use crate::lint::Severity;
use crate::notation;
use crate::planner::program;

/// A unit with an empty main part and a superset of one.
fn flawed() -> Unit {
    let mut unit = unit();
    let mut ids = IdSource::new(31);
    let mut section = Section::new(ids.section(), SectionKind::Accessory);
    let label = Bilingual::same("Plank");
    let mut item = Item::new(ids.item(), Some(ExerciseId::from("plank")), label);
    item.prescription = notation::parse("3x30s").unwrap();
    item.superset = Some(crate::domain::SupersetTag { letter: 'A', number: 1 });
    section.items.push(item);
    unit.sections.push(section);
    unit
}

fn rules(session: &Session) -> Vec<&str> {
    session.model.lint.found.iter().map(|finding| finding.rule.id()).collect()
}

/// Puts the cursor of the list on a rule.
fn choose(session: &mut Session, rule: &str) {
    session.keys("!");
    let at = entries(&session.model.lint.found, session.unit())
        .iter()
        .position(|entry| match entry {
            Entry::Found(finding) => finding.rule.id() == rule,
            Entry::Off(off, _) => off.rule == rule,
        })
        .unwrap_or_else(|| panic!("{rule} in {:?}", rules(session)));
    let Some(Overlay::Findings(pane)) = session.model.overlays.last_mut() else {
        panic!("the list is open")
    };
    pane.cursor = at;
}

#[test]
fn findings_follow_every_edit_and_stand_at_their_lines() {
    let mut session = Session::with(Some(flawed()));
    assert!(rules(&session).contains(&"STR012"), "{:?}", rules(&session));
    let empty = session.unit().sections[1].id.clone();
    let found = &session.model.lint.found;
    assert_eq!(worst(found, &Line::Section(empty)), Some(Severity::Warn));
    session.keys("1");
    assert!(!rules(&session).contains(&"STR002"), "the empty part was filled");
    session.keys("u");
    assert!(rules(&session).contains(&"STR002"));
}

#[test]
fn a_finding_is_mended_by_a_key_and_the_mending_taken_back() {
    let mut session = Session::with(Some(flawed()));
    choose(&mut session, "STR012");
    session.keys("f");
    assert_eq!(session.unit().sections[2].items[0].superset, None);
    assert!(!rules(&session).contains(&"STR012"));
    session.keys("u");
    assert!(rules(&session).contains(&"STR012"));
}

#[test]
fn the_list_leads_to_the_line() {
    let mut session = Session::with(Some(flawed()));
    choose(&mut session, "STR012");
    session.keys("enter");
    let section = session.unit().sections[2].id.clone();
    assert_eq!(session.model.plan.cursor, Some(Line::Section(section)));
    assert!(session.model.overlays.is_empty());
}

#[test]
fn a_rule_is_switched_off_with_a_reason_and_on_again() {
    let mut session = Session::with(Some(flawed()));
    choose(&mut session, "STR012");
    session.keys("s enter");
    assert!(session.model.entry.is_some(), "a reason is asked for");
    session.typed("a test").keys("enter");
    assert_eq!(session.unit().suppress[0].reason, "a test");
    assert!(!rules(&session).contains(&"STR012"));
    session.keys("esc");
    choose(&mut session, "STR012");
    session.keys("s");
    assert!(session.unit().suppress.is_empty());
    assert!(rules(&session).contains(&"STR012"));
}

fn strength() -> crate::domain::Program {
    let profile = AthleteProfile { weeks: 4, ..AthleteProfile::default() };
    program(&Profile::Athlete(profile), super::script::shelf().library.as_ref(), 1).unwrap()
}

#[test]
fn results_are_typed_and_change_the_weeks_to_come() {
    let program = strength();
    let first = program.weeks[0].units[0].clone();
    let mut session = Session::with(Some(first));
    let at = session.unit().sections.iter().position(|part| part.kind == SectionKind::Main);
    let part = session.unit().sections[at.unwrap()].clone();
    session.model.plan.cursor = Some(Line::Item(part.id.clone(), part.items[0].id.clone()));
    session.keys("=").typed("8,8,8 @60kg RPE7").keys("enter");
    let log = session.unit().items().find_map(|(_, item)| item.log.clone()).unwrap();
    assert_eq!(log.sets.len(), 3);
    session.keys("A");
    let ticket = session.model.adapting.expect("the program is fetched");
    session.event(Event::Reply(Reply::Program(ticket, Box::new(program))));
    let Some(Overlay::Changes(pane)) = session.model.overlays.last() else {
        panic!("the changes are shown first")
    };
    assert!(pane.changes.iter().all(|change| change.week >= 1));
    session.effects.clear();
    session.keys("enter");
    let edits = session.effects.iter().find_map(|effect| match effect {
        Effect::Apply(edits) => Some(edits),
        _ => None,
    });
    let own = session.unit().id.clone();
    assert!(edits.unwrap().iter().all(|(unit, _)| *unit != own), "what was done stays");
}

#[test]
fn a_wrong_result_stays_with_its_reason() {
    let mut session = Session::new();
    session.keys("home down =").typed("@@").keys("enter");
    assert!(session.model.entry.as_ref().unwrap().error.is_some());
    session.keys("esc home =");
    assert!(session.unit().done, "on a heading the whole unit is done");
}

#[test]
fn the_overview_turns_its_charts_and_opens_a_unit() {
    let program = strength();
    let first = program.weeks[0].units[0].clone();
    let second = program.weeks[0].units[1].id.clone();
    let mut session = Session::with(Some(first));
    session.keys("v");
    let ticket = session.model.opening.unwrap();
    session.event(Event::Reply(Reply::Program(ticket, Box::new(program))));
    let chart = |session: &Session| match session.model.overlays.last() {
        Some(Overlay::Overview(pane)) => pane.chart,
        other => panic!("{other:?}"),
    };
    assert_eq!(chart(&session), Chart::Weeks);
    session.keys("tab");
    assert_eq!(chart(&session), Chart::Volume);
    session.keys("tab tab down enter");
    let opened = session
        .effects
        .iter()
        .any(|effect| matches!(effect, Effect::OpenUnit(_, unit) if *unit == second));
    assert!(opened);
}

#[test]
fn a_plan_becomes_kilograms_for_each_athlete() {
    let program = strength();
    let mut session = Session::with(Some(program.weeks[0].units[0].clone()));
    session.keys("E");
    let ticket = session.model.listing.unwrap();
    let one_rm_kg = [("back_squat".into(), 120.0)].into_iter().collect();
    let athletes = vec![Athlete {
        id: "mia".into(),
        name: "Mia".into(),
        profile: AthleteProfile { one_rm_kg, ..AthleteProfile::default() },
    }];
    session.event(Event::Reply(Reply::Athletes(ticket, athletes)));
    let Some(Overlay::Page(page)) = session.model.overlays.last() else { panic!("a page") };
    let crate::app::page::Topic::Loads(sheet) = &page.topic else { panic!("a load sheet") };
    assert_eq!(sheet.athletes, ["Mia"]);
    let squat = sheet.rows.iter().find(|(name, _)| name == "Back squat").unwrap();
    assert!(squat.1[0].contains("kg"), "{squat:?}");
}

#[test]
fn an_owner_without_plans_has_no_findings() {
    let mut session = Session::with(None);
    session.keys("!");
    assert!(session.model.overlays.is_empty());
    assert!(session.model.lint.found.is_empty());
}
