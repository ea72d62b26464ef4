//! Cases of stations and queues, pressure conditions, raw answers, languages and ambiguous notation.

use std::collections::BTreeMap;

use super::super::{
    Code, Ending, Finding, LintContext, Severities, Severity, Source, lint_answer, lint_unit,
    lint_weeks, sarif,
};
use super::{
    Case, athlete, case, drill, find, find_weeks, group, item, library, lifts, unit, weeks,
};
use crate::domain::{Format, Lang, Profile, SectionKind, Unit, Week};
use crate::language::Catalogue;

pub(super) fn cases() -> Vec<Case> {
    let mut cases = stations();
    cases.extend(pressures());
    cases.extend(answers());
    cases.extend(languages());
    cases.push(ambiguous());
    cases
}

fn circuit(lines: &[&str], format: Format) -> Unit {
    let items = lines.iter().map(|line| item("goblet_squat", line)).collect();
    let mut plan = unit(vec![(SectionKind::Main, items)]);
    plan.sections[0].format = Some(format);
    plan
}

fn people(size: u16, kettlebells: u16) -> Profile {
    group(|p| {
        p.size = size;
        p.devices = [("kettlebell".into(), kettlebells), ("dumbbell".into(), kettlebells)].into();
    })
}

fn stations() -> Vec<Case> {
    let lines = ["8x 40s:20s", "8x 40s:20s", "8x 40s:20s"];
    let three = circuit(&lines, Format::Stations);
    let lazy = circuit(&["8x 10s:50s"; 3], Format::Stations);
    let rows = |title: &str| {
        let mut plan = circuit(&["3x10"], Format::Lines);
        plan.sections[0].title = title.to_owned();
        plan
    };
    vec![
        case(Code::Eqp002, find(&three, &people(12, 2)), find(&three, &people(12, 4))),
        case(Code::Grp007, find(&three, &people(15, 9)), find(&three, &people(12, 9))),
        case(Code::Grp007, find(&lazy, &people(6, 9)), find(&three, &people(6, 9))),
        case(
            Code::Grp007,
            find(&rows("2 Reihen"), &people(12, 9)),
            find(&rows("4 lines"), &people(12, 9)),
        ),
    ]
}

fn drills(notes: &[&str]) -> Vec<Week> {
    let one = |notes: &&str| {
        let mut plan = unit(vec![(SectionKind::Skill, vec![drill("one_leg_stand", 6)])]);
        plan.sections[0].items[0].notes = (*notes).to_owned();
        vec![(1, plan)]
    };
    weeks(notes.iter().map(one).collect())
}

fn pressures() -> Vec<Case> {
    let people = group(|p| (p.weeks, p.units_per_week) = (2, 1));
    let at_once = drills(&["", "unter Zeitdruck, mit Gegner"]);
    let one_by_one = drills(&["unter Zeitdruck", "unter Zeitdruck, mit Gegner"]);
    vec![case(Code::Grp014, find_weeks(&at_once, &people), find_weeks(&one_by_one, &people))]
}

fn answers() -> Vec<Case> {
    let judge = |text: &str| lint_answer(text, Ending::Whole);
    let sound = judge(r#"{"items":[{"exercise":"plank","sets":3,"load":62.5}]}"#);
    vec![
        case(Code::Llm001, judge(r#"{"items":[{"exercise":"plank"#), sound.clone()),
        case(Code::Llm001, lint_answer("{}", Ending::Cut), judge("{}")),
        case(Code::Llm008, judge(r#"{"items":[{"reps":"3x8-12"}]}"#), sound.clone()),
        case(Code::Llm009, judge(r#"{"items":[{"load":"62,5"}]}"#), sound.clone()),
        case(Code::Llm009, judge(r#"{"items":[{"load":"60 kg"}]}"#), sound),
    ]
}

fn from_model(weeks: &[Week], lang: Lang) -> Vec<Finding> {
    let profile = athlete(|p| (p.days_per_week, p.language) = (1, Some(lang)));
    let source = Source::Model { offered: std::collections::BTreeSet::new() };
    let context = LintContext::new(library()).for_profile(&profile).from_source(source);
    lint_weeks(weeks, &context)
}

fn languages() -> Vec<Case> {
    let week = |title: &str| {
        let plan = Unit { title: title.into(), ..lifts(vec![item("back_squat", "3x8 RIR2")]) };
        weeks(vec![vec![(1, plan)]])
    };
    let german = week("Ganzkörper und Beine mit Pause für den Rücken");
    let english = week("Full body with legs and rest for the back");
    let mut renamed = week("Tag");
    renamed[0].units[0].sections[1].items[0].label.de =
        "Nackenkniebeuge nach Art des Hauses".into();
    vec![
        case(Code::Llm005, from_model(&german, Lang::En), from_model(&english, Lang::En)),
        case(Code::Llm005, from_model(&renamed, Lang::De), from_model(&german, Lang::De)),
    ]
}

fn ambiguous() -> Case {
    let pasted = |line: &str| {
        let source = Source::Import { confidence: BTreeMap::new() };
        let context = LintContext::new(library()).from_source(source);
        lint_unit(&lifts(vec![item("back_squat", line)]), &context)
    };
    case(Code::Imp003, pasted("5x3 @80kg"), pasted("3x5 @80kg"))
}

#[test]
fn a_configured_severity_holds_except_for_plans_of_a_model() {
    let plan = lifts(vec![item("back_squat", "2x8 RIR2 RPE4")]);
    let profile = athlete(|_| {});
    let found = |severities: Severities, source: Source| {
        let context = LintContext::new(library())
            .for_profile(&profile)
            .with_severities(severities)
            .from_source(source);
        let found = lint_unit(&plan, &context);
        found.iter().find(|finding| finding.rule == Code::Pre005).map(|found| found.severity)
    };
    let set = |level: &str| Severities::new([("pre005", level)]).unwrap();
    let model = Source::Model { offered: std::collections::BTreeSet::new() };
    assert_eq!(found(Severities::default(), Source::Trusted), Some(Severity::Warn));
    assert_eq!(found(set("error"), Source::Trusted), Some(Severity::Error));
    assert_eq!(found(set("off"), Source::Trusted), None);
    assert_eq!(found(set("off"), model), Some(Severity::Warn));
    assert!(Severities::new([("XYZ001", "off")]).is_err());
    assert!(Severities::new([("PRE005", "loud")]).is_err());
}

#[test]
fn the_sarif_log_has_the_structure_tools_read() {
    let profile = athlete(|p| p.injuries = vec![crate::domain::Contraindication::Knee]);
    let findings = find(&lifts(vec![item("back_squat", "3x8"), item("plank", "3x30s")]), &profile);
    assert!(!findings.is_empty());
    let log = sarif(&findings, "my plan.json", Catalogue::load(Lang::En));
    let log = serde_json::to_value(&log).unwrap();
    assert_eq!(log["version"], "2.1.0");
    assert!(log["$schema"].as_str().unwrap().contains("sarif-2.1.0"));
    let run = &log["runs"][0];
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    assert_eq!(run["tool"]["driver"]["name"], "planwright");
    let results = run["results"].as_array().unwrap();
    assert_eq!(results.len(), findings.len());
    for (result, finding) in results.iter().zip(&findings) {
        let index = result["ruleIndex"].as_u64().unwrap() as usize;
        assert_eq!(rules[index]["id"], result["ruleId"]);
        assert_eq!(result["ruleId"], finding.rule.id());
        assert!(["error", "warning", "note"].contains(&result["level"].as_str().unwrap()));
        assert!(!result["message"]["text"].as_str().unwrap().is_empty());
        let place = &result["locations"][0];
        assert_eq!(place["physicalLocation"]["artifactLocation"]["uri"], "my%20plan.json");
        let name = place["logicalLocations"][0]["fullyQualifiedName"].as_str().unwrap();
        assert!(name.starts_with('/'));
    }
    for rule in rules {
        assert!(!rule["shortDescription"]["text"].as_str().unwrap().is_empty());
        let level = rule["defaultConfiguration"]["level"].as_str().unwrap();
        assert!(["error", "warning", "note"].contains(&level));
    }
}
