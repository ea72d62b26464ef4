//! What a fix does: its rule is silent afterwards at that place, and nothing but what it names has
//! changed.

use std::collections::BTreeSet;

use super::super::{Code, Finding, LintContext, Source, lint_unit};
use super::{athlete, drill, group, item, library, lifts, unit};
use crate::domain::{
    Contraindication, Format, Item, ItemId, Level, PlanEdit, Profile, Progression, ProgressionKind,
    SectionId, SectionKind, Span, SupersetTag, Unit,
};

/// A rule with a plan it mends.
struct Broken {
    code: Code,
    plan: Unit,
    profile: Profile,
    source: Source,
}

fn broken(code: Code, plan: Unit, profile: Profile) -> Broken {
    Broken { code, plan, profile, source: Source::Trusted }
}

fn one(line: &str) -> Unit {
    lifts(vec![item("bench_press", line), item("plank", "3x30s")])
}

fn two(first: Item, second: Item) -> Unit {
    lifts(vec![first, second])
}

fn all() -> Vec<Broken> {
    let any = || athlete(|_| {});
    let rule = |kind| Progression {
        kind,
        step: 2.5,
        reps: Some(Span::between(8, 10)),
        misses: None,
        back_off_pct: 0.0,
    };
    let with_rule = |kind, line: &str| {
        let mut plan = one(line);
        plan.sections[1].items[0].progression = Some(rule(kind));
        plan
    };
    let hollow = unit(vec![
        (SectionKind::Main, vec![item("bench_press", "3x8 RIR2")]),
        (SectionKind::Accessory, vec![]),
    ]);
    let mut alone = one("3x8 RIR2");
    alone.sections[1].items[0].superset = Some(SupersetTag { letter: 'A', number: 1 });
    let isolation = || item("triceps_pushdown", "3x12 RIR2 rest 1:00");
    let tired = || item("ab_wheel", "3x10 RIR2");
    let pair = unit(vec![(SectionKind::Skill, vec![drill("uchikomi_static", 6)])]);
    let long = unit(vec![(SectionKind::Skill, vec![drill("one_leg_stand", 40)])]);
    let odd = group(|p| (p.size, p.style) = (13, Some("judo".into())));
    let mut queue = unit(vec![(SectionKind::Main, vec![item("goblet_squat", "3x10")])]);
    queue.sections[0].format = Some(Format::Lines);
    queue.sections[0].title = "2 Reihen".into();
    let mut scarce = queue.clone();
    scarce.sections[0].format = Some(Format::Stations);
    let few = group(|p| p.devices = [("dumbbell".into(), 3), ("kettlebell".into(), 3)].into());
    let mut unsafe_notes = one("3x8 RIR2");
    unsafe_notes.sections[1].items[0].notes = "see https://example.com <b>now</b>".into();
    let mut healing = one("3x8 RIR2");
    healing.sections[1].items[0].notes = "this heals your shoulder".into();
    let model = || Source::Model { offered: BTreeSet::new() };
    let strong = || {
        athlete(|p| {
            (p.level, p.one_rm_kg) =
                (Level::Intermediate, [("bench_press".into(), 100.0)].into_iter().collect());
        })
    };
    vec![
        broken(Code::Str002, hollow, any()),
        broken(
            Code::Str003,
            two(item("bench_press", "3x8 RIR2"), item("bench_press", "2x8 RIR2")),
            any(),
        ),
        broken(Code::Str012, alone, any()),
        broken(
            Code::Eqp001,
            one("3x8 RIR2"),
            athlete(|p| p.equipment = Some(vec!["dumbbell".into()])),
        ),
        broken(Code::Eqp002, scarce, few),
        broken(Code::Eqp003, one("3x8 @61.3kg"), any()),
        broken(
            Code::Saf001,
            one("3x8 RIR2"),
            athlete(|p| p.injuries = vec![Contraindication::Shoulder]),
        ),
        broken(Code::Saf002, two(item("muscle_up", "3x3"), item("plank", "3x30s")), any()),
        broken(Code::Saf003, one("3x10 RIR3"), athlete(|p| p.age = Some(6))),
        broken(Code::Saf004, one("3x5 RIR2"), athlete(|p| p.age = Some(13))),
        broken(Code::Saf005, one("3x8 RIR0"), any()),
        broken(Code::Ord001, two(isolation(), item("bench_press", "3x8 RIR2")), any()),
        broken(
            Code::Ord002,
            two(tired(), item("back_squat", "3x5 @80%")),
            athlete(|p| {
                (p.level, p.one_rm_kg) =
                    (Level::Intermediate, [("back_squat".into(), 100.0)].into_iter().collect());
            }),
        ),
        broken(
            Code::Ord004,
            lifts(vec![
                item("bench_press", "3x8 RIR2"),
                item("plank", "3x30s"),
                item("box_jump", "3x5"),
            ]),
            any(),
        ),
        broken(Code::Pre001, one("3x10 @95%"), strong()),
        broken(Code::Pre002, one("3x5 @60% RIR1"), strong()),
        broken(Code::Pre003, one("20x8 RIR2"), any()),
        broken(Code::Pre004, one(""), any()),
        broken(Code::Pre005, one("3x8 RIR3 RPE9"), any()),
        broken(Code::Pre006, one("3x8 RIR9"), any()),
        broken(Code::Pre008, one("3x3-20 RIR2"), any()),
        broken(Code::Pre009, one("3x20 RIR2 tempo 5555"), any()),
        broken(Code::Pre011, one("3x8 @70%"), any()),
        broken(Code::Prg002, with_rule(ProgressionKind::Linear, "3x8 RIR2"), any()),
        broken(Code::Prg004, with_rule(ProgressionKind::Double, "3x3-5 RIR2"), any()),
        broken(Code::Grp001, pair, odd),
        broken(Code::Grp007, queue, group(|_| {})),
        broken(Code::Grp008, long, group(|_| {})),
        Broken { source: model(), ..broken(Code::Llm006, unsafe_notes, any()) },
        Broken { source: model(), ..broken(Code::Llm010, healing, any()) },
    ]
}

fn find(plan: &Unit, broken: &Broken) -> Vec<Finding> {
    let context =
        LintContext::new(library()).for_profile(&broken.profile).from_source(broken.source.clone());
    lint_unit(plan, &context)
}

/// Items and sections an edit names.
fn named(edit: &PlanEdit, items: &mut BTreeSet<ItemId>, sections: &mut BTreeSet<SectionId>) {
    match edit {
        PlanEdit::RemoveItem { item }
        | PlanEdit::MoveItem { item, .. }
        | PlanEdit::SetItem { item, .. } => {
            items.insert(item.clone());
        }
        PlanEdit::RemoveSection { section } | PlanEdit::SetSection { section, .. } => {
            sections.insert(section.clone());
        }
        PlanEdit::Batch { edits } => edits.iter().for_each(|edit| named(edit, items, sections)),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_fix_silences_its_rule_and_changes_nothing_else() {
    for broken in all() {
        let code = broken.code;
        let found = find(&broken.plan, &broken);
        let Some(finding) = found.iter().find(|found| found.rule == code && found.fixable()) else {
            panic!("{code} finds nothing to mend: {found:#?}");
        };
        let (mut items, mut sections) = (BTreeSet::new(), BTreeSet::new());
        let mut mended = broken.plan.clone();
        for edit in &finding.fix {
            named(edit, &mut items, &mut sections);
            edit.clone().apply(&mut mended).unwrap();
        }
        let after = find(&mended, &broken);
        let again = after.iter().any(|other| other.rule == code && other.item == finding.item);
        assert!(!again, "{code} speaks again: {after:#?}");
        let rest = |plan: &Unit| -> Vec<Item> {
            plan.items()
                .filter(|(section, item)| {
                    !items.contains(&item.id) && !sections.contains(&section.id)
                })
                .map(|(_, item)| item.clone())
                .collect()
        };
        assert_eq!(rest(&broken.plan), rest(&mended), "{code} changes something else");
        assert_eq!(broken.plan.title, mended.title);
    }
}
