//! Cases of structure, equipment, imports and model output: what is checked at the desk.

use super::super::{Code, LintContext, Source, lint_program, lint_unit, lint_weeks};
use super::{
    Case, athlete, case, drill, find, find_bare, find_weeks, group, item, library, lifts, unit,
    weeks,
};
use crate::domain::{
    Bilingual, Item, Owner, Profile, Program, Provenance, SectionKind, SupersetTag, Unit, Week,
    WeekPhase,
};

pub(super) fn cases() -> Vec<Case> {
    let mut cases = structure();
    cases.extend(more_structure());
    cases.extend(equipment());
    cases.extend(model());
    cases.extend(import());
    cases
}

fn squats(count: usize) -> Vec<Item> {
    let names = [
        "back_squat",
        "bench_press",
        "deadlift",
        "overhead_press",
        "barbell_row",
        "lat_pulldown",
        "leg_curl",
        "leg_extension",
        "dumbbell_curl",
        "triceps_pushdown",
        "lateral_raise",
    ];
    names.iter().take(count).map(|name| item(name, "2x8 RIR2 rest 60s")).collect()
}

fn structure() -> Vec<Case> {
    let any = athlete(|_| {});
    let empty = unit(vec![(SectionKind::Warmup, vec![drill("joint_flow", 5)])]);
    let full = lifts(squats(3));
    let hollow = unit(vec![(SectionKind::Main, squats(2)), (SectionKind::Accessory, vec![])]);
    let twice = lifts(vec![item("back_squat", "3x8 RIR2"), item("back_squat", "3x8 RIR2")]);
    let mut backoff = lifts(vec![item("back_squat", "1x5 RIR2"), item("back_squat", "3x8 RIR3")]);
    backoff.sections[1].items[1].prescription.set_type = crate::domain::SetType::Backoff;
    let cold = unit(vec![(SectionKind::Main, vec![item("back_squat", "3x5 RIR2")])]);
    let light = unit(vec![(SectionKind::Main, vec![item("air_squat", "3x15 RIR2")])]);
    let short = athlete(|p| p.minutes = 20);
    let long = athlete(|p| p.minutes = 120);
    vec![
        case(Code::Str001, find(&empty, &any), find(&full, &any)),
        case(Code::Str002, find(&hollow, &any), find(&full, &any)),
        case(Code::Str003, find(&twice, &any), find(&backoff, &any)),
        case(
            Code::Str004,
            find(&lifts(vec![item("no_such_lift", "3x8")]), &any),
            find(&full, &any),
        ),
        case(Code::Str005, find(&cold, &any), find(&light, &any)),
        case(Code::Str006, find(&lifts(squats(6)), &short), find(&lifts(squats(6)), &long)),
        case(Code::Str007, find(&lifts(squats(2)), &long), find(&lifts(squats(2)), &short)),
        case(Code::Str008, find_bare(&lifts(squats(9))), find_bare(&lifts(squats(8)))),
    ]
}

fn group_unit(with_end: bool, warm_up: u16) -> Unit {
    let mut parts = vec![
        (SectionKind::Warmup, vec![drill("tag_simple", warm_up)]),
        (SectionKind::Skill, vec![drill("one_leg_stand", 15), drill("form_slow", 15)]),
    ];
    if with_end {
        parts.push((SectionKind::Cooldown, vec![drill("joint_flow", 5)]));
    }
    Unit { minutes: Some(50), ..unit(parts) }
}

fn more_structure() -> Vec<Case> {
    let people = group(|_| {});
    let two_days = athlete(|p| (p.days_per_week, p.weeks) = (2, 1));
    let day = |day| (day, lifts(squats(3)));
    let mut same_ids = lifts(squats(2));
    same_ids.sections[1].items[1].id = same_ids.sections[1].items[0].id.clone();
    let tag = |number| Some(SupersetTag { letter: 'A', number });
    let mut alone = lifts(squats(2));
    alone.sections[1].items[0].superset = tag(1);
    let mut pair = alone.clone();
    pair.sections[1].items[1].superset = tag(2);
    let two_weeks = athlete(|p| (p.days_per_week, p.weeks) = (1, 2));
    let reps = |n: usize| lifts(vec![item("back_squat", &format!("3x{n} RIR2"))]);
    let five = athlete(|p| (p.days_per_week, p.weeks) = (1, 5));
    let rigid = weeks((0..5).map(|_| vec![(1, reps(8))]).collect());
    let moving = weeks((0..5).map(|n| vec![(1, reps(5 + n))]).collect());
    vec![
        case(
            Code::Str009,
            find(&group_unit(false, 10), &people),
            find(&group_unit(true, 10), &people),
        ),
        case(
            Code::Str010,
            find_weeks(&weeks(vec![vec![day(1)]]), &two_days),
            find_weeks(&weeks(vec![vec![day(1), day(4)]]), &two_days),
        ),
        case(Code::Str011, find_bare(&same_ids), find_bare(&pair)),
        case(Code::Str012, find_bare(&alone), find_bare(&pair)),
        case(
            Code::Str013,
            find(&group_unit(true, 25), &people),
            find(&group_unit(true, 10), &people),
        ),
        case(
            Code::Str014,
            find_weeks(&weeks(vec![vec![day(1)]]), &two_weeks),
            find_weeks(&weeks(vec![vec![day(1)], vec![day(1)]]), &two_weeks),
        ),
        case(Code::Str015, find_weeks(&rigid, &five), find_weeks(&moving, &five)),
    ]
}

fn equipment() -> Vec<Case> {
    let plan = lifts(vec![item("back_squat", "3x5 RIR2"), item("bench_press", "3x5 RIR2")]);
    let kettle = athlete(|p| p.equipment = Some(vec!["kettlebell".into()]));
    let rack = athlete(|p| {
        p.equipment = Some(["barbell", "rack", "bench_flat"].map(Into::into).to_vec());
    });
    vec![
        case(Code::Eqp001, find(&plan, &kettle), find(&plan, &rack)),
        case(
            Code::Eqp003,
            find_bare(&lifts(vec![item("back_squat", "3x5 @81kg")])),
            find_bare(&lifts(vec![item("back_squat", "3x5 @80kg")])),
        ),
    ]
}

fn from_model(offered: &[&str]) -> LintContext<'static> {
    let offered = offered.iter().map(|id| (*id).into()).collect();
    LintContext::new(library()).from_source(Source::Model { offered })
}

fn titled(title: &str, items: Vec<Item>) -> Unit {
    Unit { title: title.into(), ..lifts(items) }
}

fn noted(notes: &str) -> Unit {
    Unit { notes: notes.into(), ..lifts(squats(3)) }
}

fn model() -> Vec<Case> {
    let any = from_model(&[]);
    let all = |unit: &Unit| lint_unit(unit, &any);
    let strict = from_model(&["back_squat", "bench_press", "joint_flow"]);
    let day = |n: usize| vec![(1, lifts(vec![item("back_squat", &format!("3x{n} RIR2"))]))];
    let deload = |sets: &str| {
        let heavy = vec![(1, lifts(vec![item("back_squat", "3x8 RIR2")]))];
        let light = vec![(1, lifts(vec![item("back_squat", sets)]))];
        vec![super::week(1, WeekPhase::Build, heavy), super::week(2, WeekPhase::Deload, light)]
    };
    let mut renamed = lifts(vec![item("back_squat", "3x8 RIR2"), item("back_squat", "3x5 RIR2")]);
    renamed.sections[1].items[1].label = Bilingual::same("Barbell squat");
    let head = |weeks: Vec<Week>| {
        let profile = athlete(|p| (p.weeks, p.days_per_week) = (2, 1));
        let context = from_model(&[]);
        lint_program(&program(weeks, profile), &context)
    };
    let two = || weeks(vec![day(8), day(9)]);
    let crowded =
        weeks((0..2).map(|n| vec![day(8 + n).remove(0), (3, lifts(squats(2)))]).collect());
    vec![
        case(
            Code::Llm002,
            lint_unit(&lifts(squats(3)), &strict),
            lint_unit(&lifts(squats(2)), &strict),
        ),
        case(
            Code::Llm003,
            lint_weeks(&weeks(vec![day(8), day(8)]), &any),
            lint_weeks(&two(), &any),
        ),
        case(
            Code::Llm004,
            all(&titled(
                "Lower body",
                vec![item("bench_press", "3x8 RIR2"), item("barbell_row", "3x8 RIR2")],
            )),
            all(&titled(
                "Lower body",
                vec![item("back_squat", "3x8 RIR2"), item("leg_curl", "3x8 RIR2")],
            )),
        ),
        case(
            Code::Llm006,
            all(&noted("see https://example.org")),
            all(&noted("keep the back flat")),
        ),
        case(Code::Llm007, head(crowded), head(two())),
        case(
            Code::Llm010,
            all(&noted("this heilt die Schulter")),
            all(&noted("spare the shoulder")),
        ),
        case(Code::Llm011, all(&renamed), all(&lifts(squats(3)))),
        case(
            Code::Llm012,
            lint_weeks(&deload("5x8 RIR2"), &any),
            lint_weeks(&deload("2x8 RIR4"), &any),
        ),
        case(Code::Llm013, head(weeks(vec![day(8)])), head(two())),
    ]
}

fn program(weeks: Vec<Week>, profile: Profile) -> Program {
    Program {
        id: "p".into(),
        title: "Program".into(),
        owner: Owner::Nobody,
        profile,
        framework: None,
        start: None,
        mesocycles: Vec::new(),
        weeks,
        notes: Vec::new(),
        provenance: Provenance::default(),
    }
}

fn import() -> Vec<Case> {
    let plan = lifts(squats(2));
    let sure = |confidence: f32| {
        let confidence = plan.items().map(|(_, item)| (item.id.clone(), confidence)).collect();
        let context = LintContext::new(library()).from_source(Source::Import { confidence });
        lint_unit(&plan, &context)
    };
    let pasted = |line: &str| {
        let source = Source::Import { confidence: std::collections::BTreeMap::new() };
        let context = LintContext::new(library()).from_source(source);
        let plan = weeks(vec![vec![(1, lifts(vec![item("back_squat", line)]))]]);
        lint_weeks(&plan, &context)
    };
    vec![
        case(Code::Imp001, sure(0.8), sure(0.95)),
        case(Code::Imp002, sure(0.5), sure(0.8)),
        case(Code::Imp004, pasted("3x5 @80%"), pasted("3x5 @80kg")),
    ]
}
