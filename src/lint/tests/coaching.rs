//! Cases over weeks: volume, load, balance, progression.

use super::super::Code;
use super::{Case, athlete, case, drill, find, find_weeks, item, lifts, unit, week, weeks};
use crate::domain::{
    Goal, Item, Level, Progression, ProgressionKind, SectionKind, SetType, Span, Unit, Week,
    WeekPhase,
};

pub(super) fn cases() -> Vec<Case> {
    let mut cases = volume();
    cases.extend(load());
    cases.extend(days());
    cases.extend(balance());
    cases.extend(progression());
    cases
}

fn squat(sets: usize, line: &str) -> Unit {
    lifts(vec![item("back_squat", &format!("{sets}x{line}"))])
}

/// A week that trains everything once or twice.
fn whole(sets: usize) -> Vec<(u8, Unit)> {
    let day = || {
        lifts(
            [
                "back_squat",
                "romanian_deadlift",
                "bench_press",
                "barbell_row",
                "overhead_press",
                "lat_pulldown",
            ]
            .map(|id| item(id, &format!("{sets}x8 RIR2")))
            .to_vec(),
        )
    };
    vec![(1, day()), (4, day())]
}

fn volume() -> Vec<Case> {
    let strength = athlete(|p| (p.weeks, p.days_per_week) = (1, 2));
    let only_squats =
        |sets| weeks(vec![vec![(1, squat(sets, "8 RIR2")), (4, squat(sets, "8 RIR2"))]]);
    let thirds = |days: &[u8]| {
        let half = 8 / days.len();
        weeks(vec![
            days.iter()
                .map(|day| (*day, squat(half, "8 RIR2")))
                .chain([(6, lifts(vec![item("dumbbell_curl", "2x8 RIR2")]))])
                .collect(),
        ])
    };
    vec![
        case(
            Code::Vol001,
            find_weeks(&weeks(vec![whole(1)]), &strength),
            find_weeks(&weeks(vec![whole(4)]), &strength),
        ),
        case(
            Code::Vol002,
            find_weeks(&only_squats(12), &strength),
            find_weeks(&only_squats(8), &strength),
        ),
        case(
            Code::Vol003,
            find_weeks(&thirds(&[1]), &strength),
            find_weeks(&thirds(&[1, 4]), &strength),
        ),
    ]
}

fn kilos(kg: usize) -> Vec<(u8, Unit)> {
    vec![(1, lifts(vec![item("back_squat", &format!("3x5 @{kg}kg"))]))]
}

fn run(count: usize, deload_at: usize) -> Vec<Week> {
    (1..=count)
        .map(|at| {
            let phase = if at == deload_at { WeekPhase::Deload } else { WeekPhase::Build };
            let unit = if at == deload_at { squat(1, "5 RIR5") } else { squat(3, "5 RIR2") };
            week(u16::try_from(at).unwrap(), phase, vec![(1, unit)])
        })
        .collect()
}

fn deloaded(line: &str) -> Vec<Week> {
    vec![
        week(1, WeekPhase::Build, vec![(1, lifts(vec![item("back_squat", "4x5 @100kg RIR2")]))]),
        week(2, WeekPhase::Deload, vec![(1, lifts(vec![item("back_squat", line)]))]),
    ]
}

fn load() -> Vec<Case> {
    let one_day = |weeks: u16| athlete(move |p| (p.weeks, p.days_per_week) = (weeks, 1));
    let two = one_day(2);
    let intermediate =
        athlete(|p| (p.weeks, p.days_per_week, p.level) = (10, 1, Level::Intermediate));
    let five = one_day(5);
    let sessions = |last: usize| {
        let mut all: Vec<Vec<(u8, Unit)>> = (0..4).map(|_| vec![(1, squat(3, "8 RIR2"))]).collect();
        all.push((1..=last).map(|day| (u8::try_from(day).unwrap(), squat(3, "8 RIR2"))).collect());
        weeks(all)
    };
    let beginner_heavy = |second: &str| {
        let profile = athlete(|p| {
            p.one_rm_kg =
                [("back_squat".into(), 100.0), ("deadlift".into(), 100.0)].into_iter().collect();
        });
        find(&lifts(vec![item("back_squat", "3x5 @80kg"), item("deadlift", second)]), &profile)
    };
    vec![
        case(
            Code::Lod001,
            find_weeks(
                &weeks(vec![vec![(1, squat(4, "8 RIR2"))], vec![(1, squat(6, "8 RIR2"))]]),
                &two,
            ),
            find_weeks(
                &weeks(vec![vec![(1, squat(5, "8 RIR2"))], vec![(1, squat(6, "8 RIR2"))]]),
                &two,
            ),
        ),
        case(
            Code::Lod002,
            find_weeks(&weeks(vec![kilos(80), kilos(100)]), &two),
            find_weeks(&weeks(vec![kilos(80), kilos(83)]), &two),
        ),
        case(
            Code::Lod003,
            find_weeks(&run(10, 0), &intermediate),
            find_weeks(&run(10, 5), &intermediate),
        ),
        case(
            Code::Lod004,
            find_weeks(&deloaded("4x5 @97.5kg RIR2"), &two),
            find_weeks(&deloaded("2x5 @87.5kg RIR4"), &two),
        ),
        case(Code::Lod005, find_weeks(&sessions(4), &five), find_weeks(&sessions(1), &five)),
        case(Code::Lod010, beginner_heavy("3x5 @80kg"), beginner_heavy("3x5 @70kg")),
    ]
}

fn days() -> Vec<Case> {
    let profile = athlete(|p| (p.weeks, p.level) = (1, Level::Intermediate));
    let on = |days: &[u8], make: &dyn Fn() -> Unit| {
        let units = days.iter().map(|day| (*day, make())).collect();
        find_weeks(&weeks(vec![units]), &profile)
    };
    let squats = || squat(5, "8 RIR2");
    let sparring = || unit(vec![(SectionKind::Sparring, vec![drill("spar_rounds", 12)])]);
    vec![
        case(Code::Lod006, on(&[1, 2, 3, 4, 5, 6], &squats), on(&[1, 3, 5], &squats)),
        case(Code::Lod007, on(&[1, 2], &squats), on(&[1, 3], &squats)),
        case(Code::Lod008, on(&[1, 2, 3, 4, 5, 6, 7], &squats), on(&[1, 2, 3, 4, 5, 6], &squats)),
        case(Code::Lod009, on(&[1, 2], &sparring), on(&[1, 3], &sparring)),
    ]
}

fn balance() -> Vec<Case> {
    let profile = athlete(|p| (p.weeks, p.days_per_week, p.goal) = (2, 1, Goal::General));
    let fortnight = |items: &[(&str, &str)]| {
        let day = || vec![(1, lifts(items.iter().map(|(id, line)| item(id, line)).collect()))];
        find_weeks(&weeks(vec![day(), day()]), &profile)
    };
    let all = [
        ("back_squat", "3x8 RIR2"),
        ("romanian_deadlift", "3x8 RIR2"),
        ("bench_press", "3x8 RIR2"),
        ("overhead_press", "3x8 RIR2"),
        ("barbell_row", "3x8 RIR2"),
        ("lat_pulldown", "3x8 RIR2"),
        ("plank", "3x30s"),
        ("split_squat", "2x8/side RIR2"),
    ];
    let mut no_row = all.to_vec();
    no_row.retain(|(id, _)| !matches!(*id, "barbell_row"));
    let mut pushy = all.to_vec();
    pushy[2].1 = "7x8 RIR2";
    let mut kneed = all.to_vec();
    kneed[0].1 = "7x8 RIR2";
    let without = |id: &str| -> Vec<(&str, &str)> {
        all.iter().copied().filter(|(other, _)| *other != id).collect()
    };
    let sides = |line: &str| find(&lifts(vec![item("bulgarian_split_squat", line)]), &profile);
    let play = |game: u16, practice: u16| {
        let day = || {
            unit(vec![
                (SectionKind::Skill, vec![drill("one_leg_stand", practice)]),
                (SectionKind::Game, vec![drill("tag_simple", game)]),
            ])
        };
        let days = vec![(1, day()), (3, day()), (5, day())];
        find_weeks(&weeks(vec![days]), &super::group(|p| p.weeks = 1))
    };
    vec![
        case(Code::Bal001, fortnight(&no_row), fortnight(&all)),
        case(Code::Bal002, fortnight(&pushy), fortnight(&all)),
        case(Code::Bal003, fortnight(&kneed), fortnight(&all)),
        case(Code::Bal004, fortnight(&without("split_squat")), fortnight(&all)),
        case(Code::Bal005, fortnight(&without("plank")), fortnight(&all)),
        case(Code::Bal006, sides("3x8 RIR2"), sides("3x8/side RIR2")),
        case(Code::Bal007, play(20, 10), play(10, 20)),
    ]
}

fn ruled(kind: ProgressionKind, misses: Option<u8>, reps: Option<Span<u16>>) -> Unit {
    let rule = Progression { kind, step: 2.5, reps, misses, back_off_pct: 10.0 };
    lifts(vec![Item { progression: Some(rule), ..item("back_squat", "3x8-10 RIR2") }])
}

fn progression() -> Vec<Case> {
    let five = athlete(|p| (p.weeks, p.days_per_week) = (5, 1));
    let each = |make: &dyn Fn(usize) -> Unit| weeks((0..5).map(|at| vec![(1, make(at))]).collect());
    let range = |min, max| Some(Span { min, max });
    let lifts_of = |at: usize| {
        ["back_squat", "front_squat", "goblet_squat", "leg_press", "hack_squat"]
            .get(at)
            .map_or_else(|| squat(3, "5 RIR2"), |id| lifts(vec![item(id, "3x5 RIR2")]))
    };
    let test = || {
        let mut plan = squat(1, "1 RIR0");
        plan.sections[1].items[0].prescription.set_type = SetType::Test;
        plan
    };
    let tested = |before: usize| {
        let units = vec![(1, squat(before, "5 RIR2")), (5, test())];
        let heavy = vec![(1, squat(5, "5 RIR2")), (5, squat(5, "5 RIR2"))];
        find_weeks(&weeks(vec![heavy.clone(), heavy, vec![], units]), &five)
    };
    let waves = |kind| {
        let plan = each(&|_| ruled(kind, Some(3), range(8, 10)));
        find_weeks(&plan, &five)
    };
    let alone = |plan: &Unit| find(plan, &five);
    vec![
        case(
            Code::Prg001,
            find_weeks(&each(&|_| squat(3, "8 RIR2")), &five),
            find_weeks(&each(&|at| squat(3, &format!("{} RIR2", 6 + at))), &five),
        ),
        case(
            Code::Prg002,
            alone(&ruled(ProgressionKind::Linear, None, None)),
            alone(&ruled(ProgressionKind::Linear, Some(3), None)),
        ),
        case(Code::Prg003, waves(ProgressionKind::Percent), waves(ProgressionKind::Linear)),
        case(
            Code::Prg004,
            alone(&ruled(ProgressionKind::Double, Some(3), range(12, 15))),
            alone(&ruled(ProgressionKind::Double, Some(3), range(8, 12))),
        ),
        case(
            Code::Prg005,
            find_weeks(&each(&lifts_of), &five),
            find_weeks(&each(&|at| lifts_of(at % 2)), &five),
        ),
        case(Code::Prg006, tested(5), tested(2)),
    ]
}
