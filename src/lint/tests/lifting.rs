//! Cases of one unit of lifts: safety, volume per unit, order, prescription.

use super::super::Code;
use super::{
    Case, athlete, case, drill, find, find_bare, find_weeks, group, item, lifts, unit, weeks,
};
use crate::domain::{
    Beat, Contraindication, Goal, Item, Level, Prescription, Profile, Quantity, Scheme,
    SectionKind, SetType, Span, Tempo, Unit, Work,
};

pub(super) fn cases() -> Vec<Case> {
    let mut cases = safety();
    cases.extend(protection());
    cases.extend(volume());
    cases.extend(order());
    cases.extend(prescription());
    cases.extend(more_prescription());
    cases
}

fn one(exercise: &str, line: &str) -> Unit {
    lifts(vec![item(exercise, line)])
}

fn strong() -> Profile {
    athlete(|p| {
        p.level = Level::Intermediate;
        p.weight_kg = Some(80.0);
        p.one_rm_kg = [("back_squat", 140.0), ("bench_press", 100.0), ("deadlift", 180.0)]
            .map(|(id, kg)| (id.into(), kg))
            .into_iter()
            .collect();
        p.one_rm_kg.insert("power_clean".into(), 90.0);
    })
}

fn safety() -> Vec<Case> {
    let knee = athlete(|p| p.injuries = vec![Contraindication::Knee]);
    let beginner = athlete(|_| {});
    let aged = |age| athlete(|p| p.age = Some(age));
    let heart = athlete(|p| p.injuries = vec![Contraindication::Cardiac]);
    let mut amrap = one("back_squat", "3x5 RIR0");
    amrap.sections[1].items[0].prescription.set_type = SetType::Amrap;
    vec![
        case(
            Code::Saf001,
            find(&one("back_squat", "3x8 RIR2"), &knee),
            find(&one("bench_press", "3x8 RIR2"), &knee),
        ),
        case(
            Code::Saf002,
            find(&one("snatch", "3x2"), &beginner),
            find(&one("back_squat", "3x8 RIR2"), &beginner),
        ),
        case(
            Code::Saf003,
            find(&one("barbell_row", "3x10 RIR3"), &aged(12)),
            find(&one("barbell_row", "3x10 RIR3"), &aged(15)),
        ),
        case(
            Code::Saf004,
            find(&one("goblet_squat", "3x6 RIR3"), &aged(13)),
            find(&one("goblet_squat", "3x8 RIR3"), &aged(13)),
        ),
        case(
            Code::Saf005,
            find(&amrap, &beginner),
            find(&one("back_squat", "3x5 RIR2"), &beginner),
        ),
        case(
            Code::Saf006,
            find(&one("box_jump", "11x10"), &beginner),
            find(&one("box_jump", "5x5"), &beginner),
        ),
        case(
            Code::Saf010,
            find(&one("back_squat", "3x8 RIR4"), &heart),
            find(&one("back_squat", "3x8 RIR4"), &beginner),
        ),
    ]
}

fn protection() -> Vec<Case> {
    let skill = |id| unit(vec![(SectionKind::Skill, vec![drill(id, 6)])]);
    let with = |things: &'static [&'static str]| {
        group(|p| p.equipment = Some(things.iter().map(|id| (*id).into()).collect()))
    };
    let young = group(|p| p.age_min = Some(11));
    let grown = group(|_| {});
    let neck = unit(vec![(SectionKind::Main, vec![item("isometric_neck_hold", "3x10s")])]);
    vec![
        case(
            Code::Saf007,
            find(&skill("fall_back_lie"), &with(&["cones"])),
            find(&skill("fall_back_lie"), &with(&["tatami"])),
        ),
        case(
            Code::Saf008,
            find(&skill("touch_spar"), &with(&["gloves"])),
            find(&skill("touch_spar"), &with(&["gloves", "mouthguard"])),
        ),
        case(Code::Saf009, find(&neck, &young), find(&neck, &grown)),
    ]
}

fn volume() -> Vec<Case> {
    let advanced = athlete(|p| p.level = Level::Advanced);
    let beginner = athlete(|_| {});
    let chest = |sets: u16| {
        lifts(vec![
            item("bench_press", &format!("{sets}x8 RIR2")),
            item("dumbbell_fly", "5x10 RIR2"),
        ])
    };
    let many = |sets: u16| {
        lifts(
            ["back_squat", "bench_press", "barbell_row", "overhead_press"]
                .map(|id| item(id, &format!("{sets}x8 RIR2")))
                .to_vec(),
        )
    };
    vec![
        case(Code::Vol004, find(&chest(7), &advanced), find(&chest(6), &advanced)),
        case(
            Code::Vol006,
            find(&one("bench_press", "9x5 RIR2"), &advanced),
            find(&one("bench_press", "8x5 RIR2"), &advanced),
        ),
        case(Code::Vol007, find(&many(5), &beginner), find(&many(4), &beginner)),
    ]
}

fn order() -> Vec<Case> {
    let strong = strong();
    let two = |first: Item, second: Item| lifts(vec![first, second]);
    let fly = || item("dumbbell_fly", "3x10 RIR2");
    let bench = || item("bench_press", "3x5 @75% RIR2");
    let plank = || item("plank", "3x30s");
    let squat = || item("back_squat", "3x5 @80% RIR2");
    let three = |items: [Item; 3]| lifts(items.to_vec());
    let course = |last| {
        unit(vec![
            (SectionKind::Skill, vec![drill("one_leg_stand", 10)]),
            (SectionKind::Conditioning, vec![drill("burpee", 8)]),
            (last, vec![drill("form_slow", 8)]),
        ])
    };
    let stretch = |line: &str| {
        unit(vec![
            (SectionKind::Warmup, vec![item("hamstring_stretch", line)]),
            (SectionKind::Main, vec![item("deadlift", "3x5 RIR2")]),
        ])
    };
    vec![
        case(
            Code::Ord001,
            find(&two(fly(), bench()), &strong),
            find(&two(bench(), fly()), &strong),
        ),
        case(
            Code::Ord002,
            find(&two(plank(), squat()), &strong),
            find(&two(squat(), plank()), &strong),
        ),
        case(
            Code::Ord003,
            find_bare(&course(SectionKind::Skill)),
            find_bare(&course(SectionKind::Game)),
        ),
        case(
            Code::Ord004,
            find(&three([squat(), bench(), item("box_jump", "3x5")]), &strong),
            find(&three([item("box_jump", "3x5"), squat(), bench()]), &strong),
        ),
        case(Code::Ord005, find_bare(&stretch("2x60s")), find_bare(&stretch("2x30s"))),
        case(
            Code::Ord006,
            find(&two(item("bench_press", "3x10 @65% RIR3"), squat()), &strong),
            find(&two(bench(), squat()), &strong),
        ),
    ]
}

fn prescription() -> Vec<Case> {
    let strong = strong();
    let weak = athlete(|_| {});
    let squat = |line: &str| find(&one("back_squat", line), &strong);
    let with = |change: &dyn Fn(&mut Prescription)| {
        let mut plan = one("back_squat", "3x8 RIR2");
        change(&mut plan.sections[1].items[0].prescription);
        find(&plan, &strong)
    };
    vec![
        case(Code::Pre001, squat("3x10 @90%"), squat("3x10 @70%")),
        case(Code::Pre002, squat("3x5 @70% RIR1"), squat("3x5 @82% RIR2")),
        case(Code::Pre003, squat("13x5 RIR2"), squat("12x5 RIR2")),
        case(Code::Pre004, squat("3x8"), squat("3x8 RIR2")),
        case(
            Code::Pre005,
            with(&|p| p.rpe = Some(Span::exactly(9.0))),
            with(&|p| p.rpe = Some(Span::exactly(8.0))),
        ),
        case(Code::Pre006, with(&|p| p.rir = Some(Span::exactly(7.0))), with(&|_| {})),
        case(Code::Pre007, squat("3x5 @80% RIR2 rest 60s"), squat("3x5 @80% RIR2 rest 3:00")),
        case(Code::Pre008, squat("3x4-12 RIR2"), squat("3x6-12 RIR2")),
        case(
            Code::Pre009,
            with(&|p| p.tempo = Some(Tempo([Beat::Seconds(9); 4]))),
            with(&|p| p.tempo = Some(Tempo([Beat::Seconds(3); 4]))),
        ),
        case(
            Code::Pre010,
            find(&one("power_clean", "10x5 @75%"), &strong),
            find(&one("power_clean", "6x3 @75%"), &strong),
        ),
        case(Code::Pre011, find(&one("back_squat", "3x5 @80%"), &weak), squat("3x5 @80%")),
    ]
}

fn more_prescription() -> Vec<Case> {
    let strong = strong();
    let emom = |reps: u16| {
        let mut plan = one("burpee", "");
        plan.sections[1].items[0].prescription.scheme = Scheme::Emom {
            total_s: 600,
            every_s: 60,
            work: Work::Reps { count: Span::exactly(reps), amrap: false },
        };
        find_bare(&plan)
    };
    let growth = athlete(|p| p.goal = Goal::Hypertrophy);
    let zone = |line: &str| find_weeks(&weeks(vec![vec![(1, one("back_squat", line))]]), &growth);
    let ladder = |amounts: [f64; 2]| {
        let mut plan = one("back_squat", "10,8");
        plan.sections[1].items[0].prescription.load = Some(crate::domain::Load::PerSet {
            basis: crate::domain::Basis::Kg,
            amounts: amounts.to_vec(),
        });
        find(&plan, &strong)
    };
    let load = |kg: f64| {
        let mut plan = one("front_squat", "3x5");
        plan.sections[1].items[0].prescription.load = Some(crate::domain::Load::Of {
            basis: crate::domain::Basis::Kg,
            amount: Quantity::Exactly(kg),
        });
        find(&plan, &strong)
    };
    vec![
        case(Code::Pre012, emom(15), emom(8)),
        case(Code::Pre013, zone("3x3 RIR2"), zone("3x10 RIR2")),
        case(Code::Pre014, ladder([100.0, 45.0]), ladder([100.0, 60.0])),
        case(Code::Pre015, load(250.0), load(200.0)),
    ]
}
