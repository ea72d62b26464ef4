//! A small dojo whose numbers can be reckoned by hand.

use std::sync::Arc;

use crate::domain::{
    Bilingual, Category, DrillMinutes, Exercise, ExerciseId, Group, Item, Level, Owner, Partner,
    Prescription, Section, SectionKind, Unit,
};
use crate::library::sample::{drill, graph, library, skills};
use crate::retrieval::{ContextPack, RetrievalIndex, Situation, Who};

fn technique(id: &str, en: &str, de: &str, focus: &str, trained: &[(&str, f32)]) -> Exercise {
    let mut exercise = drill(id, en, de);
    exercise.category = Category::Technique;
    exercise.focus = vec![focus.into()];
    exercise.styles = vec!["judo".into()];
    exercise.target_groups = vec!["kids_older".into()];
    exercise.training_types = vec!["technique".into()];
    exercise.skills = skills(trained);
    exercise.minutes = Some(DrillMinutes { min: 4, usual: 8, max: 12 });
    exercise
}

/// Falls, rolls, a throw for pairs, a game, a calm ending.
pub(super) fn dojo() -> RetrievalIndex {
    let falls = [("falling", 1.0), ("courage", 0.5)];
    let fall_sit =
        technique("fall_sit", "Fall from sitting", "Fallen aus dem Sitz", "falling", &falls);
    let fall_stand =
        technique("fall_stand", "Fall from standing", "Fallen aus dem Stand", "falling", &falls);
    let mut fall_jump = technique("fall_jump", "Free fall", "Freier Fall", "falling", &falls);
    (fall_jump.level, fall_jump.min_age) = (Level::Advanced, 12);
    let roll = technique("roll", "Forward roll", "Rolle vorwärts", "falling", &[("rolling", 1.0)]);
    let mut hip_throw = technique(
        "hip_throw",
        "Hip throw",
        "Hüftwurf",
        "grappling",
        &[("throwing", 1.0), ("off_balancing", 0.7)],
    );
    hip_throw.partner = Partner::Pair;
    hip_throw.equipment = vec![vec!["tatami".into(), "gi".into()]];
    let mut tag = drill("tag", "Tag", "Fangen");
    (tag.category, tag.partner) = (Category::Game, Partner::Group);
    tag.focus = vec!["speed".into()];
    tag.skills = skills(&[("agility", 1.0), ("reaction", 0.5)]);
    let mut breathing = drill("breathing", "Seated breathing", "Atmung im Sitz");
    breathing.category = Category::Mobility;
    breathing.focus = vec!["relaxation".into()];
    breathing.skills = skills(&[("breathing", 1.0)]);
    let mut school =
        graph("falling_school", &[("fall_sit", "fall_stand"), ("fall_stand", "fall_jump")]);
    school.name = Bilingual::new("Falling school", "Fallschule");
    let exercises = vec![fall_sit, fall_stand, fall_jump, roll, hip_throw, tag, breathing];
    RetrievalIndex::new(Arc::new(library(exercises, vec![school])))
}

/// Children from nine to twelve who want to fall, roll and throw.
pub(super) fn children() -> Group {
    Group {
        id: "children".into(),
        name: "Judo children".into(),
        size: 12,
        age_min: 9,
        age_max: 12,
        target_group: "kids_older".into(),
        style: Some("judo".into()),
        level_mix: [(Level::Beginner, 8), (Level::Intermediate, 4)].into(),
        skills: skills(&[("falling", 1.0), ("rolling", 0.5), ("throwing", 0.5)]),
        equipment: ["tatami", "gi"].map(Into::into).to_vec(),
        devices: std::collections::BTreeMap::new(),
        minutes: 75,
        units_per_week: 2,
        weeks: 12,
        framework: None,
        known: Vec::new(),
    }
}

/// A unit of a warm-up and a skill section with these exercises, eight minutes each.
pub(super) fn unit(warm_up: &[&str], skill: &[&str]) -> Unit {
    let mut unit = Unit::new("u".into(), "Tonight", Owner::Group("children".into()));
    for (id, kind, exercises) in
        [("s1", SectionKind::Warmup, warm_up), ("s2", SectionKind::Skill, skill)]
    {
        let mut section = Section::new(id.into(), kind);
        for (at, exercise) in exercises.iter().enumerate() {
            let id = format!("{id}-{at}");
            let label = Bilingual::same(*exercise);
            let mut item = Item::new(id.as_str().into(), Some((*exercise).into()), label);
            item.prescription = Prescription::minutes(8);
            section.items.push(item);
        }
        unit.sections.push(section);
    }
    unit
}

/// The children at the end of the skill section.
pub(super) fn pack(index: &RetrievalIndex, unit: &Unit, group: &Group) -> ContextPack {
    let section = "s2".into();
    let situation = Situation { section: Some(&section), ..at(unit, group) };
    ContextPack::new(&situation, index.library())
}

/// A group before a unit, nothing chosen.
pub(super) fn at<'a>(unit: &'a Unit, group: &'a Group) -> Situation<'a> {
    Situation {
        unit,
        section: None,
        cursor: None,
        who: Who::Group(group),
        framework: None,
        recent: &[],
        anchor: None,
        graph: None,
        planned: None,
    }
}

pub(super) fn ids(ids: &[&str]) -> Vec<ExerciseId> {
    ids.iter().map(|id| (*id).into()).collect()
}
