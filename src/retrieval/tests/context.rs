//! What the pack reads from plan, group and hall: the anchor, the constraints and the target.

use crate::domain::{
    Bilingual, Framework, ItemId, Level, SectionId, Slot, SlotRole, Stream, Visibility,
};
use crate::library::sample::skills;
use crate::retrieval::{ContextPack, Intent, Situation, Source, TargetProfile};

use super::fixture::{at, children, dojo, ids, pack, unit};

#[test]
fn the_anchor_is_the_last_item_before_the_cursor() {
    let (index, group) = (dojo(), children());
    let unit = unit(&["tag", "roll"], &["fall_sit", "hip_throw"]);
    let [first, second]: [SectionId; 2] = ["s1".into(), "s2".into()];
    let cursor: ItemId = "s2-0".into();
    let chosen = "breathing".into();
    let anchor = |situation: Situation<'_>| {
        let pack = ContextPack::new(&situation, index.library());
        pack.anchor.map(|id| id.to_string()).unwrap_or_default()
    };
    let base = at(&unit, &group);
    assert_eq!(anchor(base), "hip_throw");
    assert_eq!(anchor(Situation { section: Some(&first), ..base }), "roll");
    assert_eq!(anchor(Situation { section: Some(&second), ..base }), "hip_throw");
    let behind_fall = Situation { section: Some(&second), cursor: Some(&cursor), ..base };
    assert_eq!(anchor(behind_fall), "fall_sit");
    assert_eq!(anchor(Situation { anchor: Some(&chosen), ..behind_fall }), "breathing");
    let empty = super::fixture::unit(&["tag"], &[]);
    assert_eq!(anchor(Situation { section: Some(&second), ..at(&empty, &group) }), "tag");
}

#[test]
fn people_and_hall_become_constraints() {
    let (index, group) = (dojo(), children());
    let mut unit = unit(&["tag"], &["fall_sit"]);
    let of = |unit: &_| pack(&index, unit, &group).constraints;
    let constraints = of(&unit);
    assert_eq!(constraints.equipment, Some(["gi".into(), "tatami".into()].into()));
    assert_eq!(constraints.people, Some(12));
    assert_eq!(constraints.youngest, Some(9));
    // a third of them are intermediate
    assert_eq!(constraints.level, Some(Level::Intermediate));
    assert_eq!(constraints.minutes_left, Some(75.0 - 16.0));

    unit.people = Some(7);
    assert_eq!(of(&unit).people, Some(7));
    unit.streams = vec![Stream {
        phase: 0,
        stream: 0,
        title: "new ones".into(),
        level: Some(Level::Beginner),
        size: Some(5),
    }];
    assert_eq!((of(&unit).people, of(&unit).level), (Some(5), Some(Level::Beginner)));
}

#[test]
fn one_advanced_child_does_not_raise_the_level() {
    let (index, mut group) = (dojo(), children());
    group.level_mix = [(Level::Beginner, 9), (Level::Advanced, 1)].into();
    let unit = unit(&[], &[]);
    assert_eq!(pack(&index, &unit, &group).constraints.level, Some(Level::Beginner));
    group.level_mix.clear();
    assert_eq!(pack(&index, &unit, &group).constraints.level, None);
}

#[test]
fn a_full_unit_is_not_filtered_by_time() {
    let (index, group) = (dojo(), children());
    let mut unit = unit(&["tag"], &["fall_sit"]);
    unit.minutes = Some(20);
    let tight = pack(&index, &unit, &group);
    assert_eq!((tight.constraints.minutes_left, tight.is_full()), (Some(4.0), false));
    unit.minutes = Some(16);
    let full = pack(&index, &unit, &group);
    assert_eq!((full.constraints.minutes_left, full.is_full()), (None, true));
}

#[test]
fn planned_exercises_can_stand_in_for_the_saved_ones() {
    let (index, group) = (dojo(), children());
    let unit = unit(&[], &["fall_sit"]);
    let planned = ids(&["roll", "roll"]);
    let situation = Situation { planned: Some(&planned), ..at(&unit, &group) };
    let pack = ContextPack::new(&situation, index.library());
    assert_eq!(pack.planned, planned);
    assert_eq!(pack.plan_skills, skills(&[("rolling", 1.0)]));
}

fn framework(slot_skills: &[(&str, f32)], skills_of_all: &[(&str, f32)]) -> Framework {
    let slot = |id: &str, skill: &[(&str, f32)]| Slot {
        id: id.into(),
        title: id.into(),
        role: SlotRole::default(),
        minutes: None,
        focus: vec!["groundwork".into()],
        patterns: Vec::new(),
        skills: skills(skill),
        notes: "Keep them moving.".into(),
        blueprint: None,
    };
    Framework {
        id: "f".into(),
        title: "Autumn".into(),
        target_group: "kids_older".into(),
        style: Some("bjj".into()),
        focus: vec!["falling".into()],
        training_types: vec!["technique".into()],
        skills: skills(skills_of_all),
        slots: vec![slot("one", slot_skills), slot("two", &[("escapes", 0.8)])],
        visibility: Visibility::Club,
    }
}

fn target_of(framework: Option<&Framework>) -> (ContextPack, TargetProfile) {
    let (index, group) = (dojo(), children());
    let mut unit = unit(&[], &["fall_sit"]);
    unit.slot = framework.map(|_| ("f".into(), "one".into()));
    let pack = ContextPack::new(&Situation { framework, ..at(&unit, &group) }, index.library());
    let anchor = pack.anchor.clone();
    let target =
        TargetProfile::new(&pack, Intent::SuggestNext, anchor.as_ref(), &[], index.library());
    (pack, target)
}

#[test]
fn the_target_comes_from_the_slot_then_the_framework_then_the_group() {
    use Source::{
        AnchorExercise, CurrentUnitPlan, FrameworkCatalog, FrameworkOverallSkillProfile,
        FrameworkSlotSkillProfile, GroupProfile, SkillGapVsPlan,
    };
    let (pack, target) = target_of(Some(&framework(&[("groundwork", 0.5)], &[])));
    let slot = [
        FrameworkCatalog,
        FrameworkSlotSkillProfile,
        CurrentUnitPlan,
        AnchorExercise,
        SkillGapVsPlan,
    ];
    assert_eq!(target.sources, slot);
    assert_eq!(pack.slot_notes, "Keep them moving.");
    // the slot's focus stands for the framework's; the anchor adds its own at half weight
    assert_eq!(target.focus, [("falling".into(), 0.5), ("groundwork".into(), 1.0)].into());
    assert_eq!(target.styles, [("bjj".into(), 1.0), ("judo".into(), 0.5)].into());
    // normalised: the slot's strongest skill is wanted fully, and nothing of it is planned
    assert_eq!(target.gap, skills(&[("groundwork", 1.0)]));

    let (_, target) = target_of(Some(&framework(&[], &[])));
    assert_eq!(target.sources[1], FrameworkOverallSkillProfile);
    assert_eq!(target.gap, skills(&[("escapes", 1.0)]));

    let (pack, target) = target_of(None);
    assert_eq!(target.sources, [GroupProfile, CurrentUnitPlan, AnchorExercise, SkillGapVsPlan]);
    assert_eq!(target.gap, skills(&[("rolling", 0.5), ("throwing", 0.5)]));
    assert_eq!(pack.section_name(dojo().library()), Bilingual::default());
}

#[test]
fn skills_named_in_the_request_are_wanted_most() {
    let (index, group) = (dojo(), children());
    let unit = unit(&[], &[]);
    let pack = pack(&index, &unit, &group);
    let hints = ["balance".into()];
    let target = TargetProfile::new(&pack, Intent::ContinuePlanGoal, None, &hints, index.library());
    assert_eq!(target.skills.get(&"balance".into()), Some(&1.0));
    assert_eq!(target.skills.get(&"falling".into()), Some(&0.2));
}
