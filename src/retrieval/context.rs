//! The context pack: what a suggestion knows about the plan as it stands on the screen, saved or
//! not. Built by a pure function, so that it can be kept, compared and shown.

use std::collections::BTreeSet;

use crate::domain::{
    Athlete, Bilingual, ExerciseId, FocusId, Framework, Goal, GraphId, Group, ItemId, Level,
    SectionId, SectionKind, SkillWeights, Slot, StyleId, TargetGroupId, TrainingTypeId, Unit,
};
use crate::library::Library;
use crate::training::{Constraints, filled_unit_minutes, normalised, unit_skills};

/// Where the coach stands, by reference to what is on the screen.
#[derive(Debug, Clone, Copy)]
pub struct Situation<'a> {
    /// The unit as it is edited.
    pub unit: &'a Unit,
    /// The section the suggestion goes into.
    pub section: Option<&'a SectionId>,
    /// The item it goes behind; `None`: the end of the section.
    pub cursor: Option<&'a ItemId>,
    /// Who trains.
    pub who: Who<'a>,
    /// The framework the unit's slot belongs to.
    pub framework: Option<&'a Framework>,
    /// The last units of the same people, newest first.
    pub recent: &'a [&'a Unit],
    /// An anchor chosen by hand.
    pub anchor: Option<&'a ExerciseId>,
    /// A graph chosen by hand.
    pub graph: Option<&'a GraphId>,
    /// Exercises that stand in for those of the unit, where a caller knows better.
    pub planned: Option<&'a [ExerciseId]>,
}

/// Who trains.
#[derive(Debug, Clone, Copy)]
pub enum Who<'a> {
    /// People who train together.
    Group(&'a Group),
    /// One person.
    Athlete(&'a Athlete),
    /// Not known: a template.
    Nobody,
}

/// Everything a suggestion needs to know about the plan.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ContextPack {
    /// Title of the unit.
    pub unit_title: String,
    /// Name of the group or athlete; empty where there is none.
    pub group_name: String,
    /// The coach's title of the section; empty: the kind's name stands in.
    pub section_title: String,
    /// The part the section plays.
    pub section_kind: Option<SectionKind>,
    /// Exercises of the unit, in order, with repeats.
    pub planned: Vec<ExerciseId>,
    /// What the planned exercises train.
    pub plan_skills: SkillWeights,
    /// The exercise the suggestion builds on.
    pub anchor: Option<ExerciseId>,
    /// The graph chosen.
    pub graph: Option<GraphId>,
    /// Exercises of each of the last units, the newest unit first.
    pub recent: Vec<Vec<ExerciseId>>,
    /// What the last units trained: each by its time, older units less and less.
    pub history_skills: SkillWeights,
    /// Exercises that were mastered before.
    pub known: Vec<ExerciseId>,
    /// What the slot's author wants the trainer to know.
    pub slot_notes: String,
    /// Minutes planned so far.
    pub minutes_planned: f32,
    /// Minutes there are.
    pub minutes_available: Option<u16>,
    /// What the situation allows.
    pub constraints: Constraints,
    /// Content domains wanted, the primary one first.
    pub focus: Vec<FocusId>,
    /// Sport or school.
    pub style: Option<StyleId>,
    /// Method classes wanted.
    pub training_types: Vec<TrainingTypeId>,
    /// Age and level class.
    pub target_group: Option<TargetGroupId>,
    /// Whether the four above came from a framework.
    pub from_framework: bool,
    /// Skills of the framework slot.
    pub slot_skills: SkillWeights,
    /// Skills of the whole framework.
    pub framework_skills: SkillWeights,
    /// Skills the group wants to develop.
    pub group_skills: SkillWeights,
}

impl ContextPack {
    /// Packs the situation.
    #[must_use]
    pub fn new(situation: &Situation<'_>, library: &Library) -> Self {
        let unit = situation.unit;
        let section = situation.section.and_then(|id| unit.section(id));
        let minutes_planned = filled_unit_minutes(unit, library);
        let slot = situation
            .framework
            .zip(unit.slot.as_ref())
            .and_then(|(framework, (_, slot))| framework.slot(slot));
        let mut pack = Self {
            unit_title: unit.title.clone(),
            section_title: section.map(|section| section.title.clone()).unwrap_or_default(),
            section_kind: section.map(|section| section.kind),
            anchor: situation.anchor.cloned().or_else(|| anchor_of(situation)),
            graph: situation.graph.cloned(),
            recent: situation
                .recent
                .iter()
                .map(|unit| unit.exercises().cloned().collect())
                .collect(),
            history_skills: history(situation.recent, library),
            slot_notes: slot.map(|slot| slot.notes.clone()).unwrap_or_default(),
            minutes_planned,
            minutes_available: unit.minutes,
            ..Self::default()
        };
        if let Some(planned) = situation.planned {
            pack.planned = planned.to_vec();
            pack.plan_skills = evenly_timed(planned, library);
        } else {
            pack.planned = unit.exercises().cloned().collect();
            pack.plan_skills = unit_skills(unit, library);
        }
        pack.add_people(situation, library);
        if let Some(framework) = situation.framework {
            pack.add_framework(framework, slot, library);
        }
        pack.constraints.minutes_left = pack
            .minutes_available
            .map(|minutes| f32::from(minutes) - minutes_planned)
            // a full unit is changed by swapping, so time then excludes nothing
            .filter(|left| *left >= Self::FULL_BELOW);
        pack
    }

    /// Minutes below which a unit counts as full.
    const FULL_BELOW: f32 = 2.0;

    /// Whether the time of the unit is used up, so that a suggestion can only replace something.
    #[must_use]
    pub fn is_full(&self) -> bool {
        let left = |minutes: u16| f32::from(minutes) - self.minutes_planned;
        self.minutes_available.is_some_and(|minutes| left(minutes) < Self::FULL_BELOW)
    }

    /// Name of the section: the coach's title, or what its kind is called.
    #[must_use]
    pub fn section_name(&self, library: &Library) -> Bilingual {
        use crate::domain::CatalogueKind::SectionKinds;
        match self.section_kind {
            _ if !self.section_title.is_empty() => Bilingual::same(&*self.section_title),
            Some(kind) => library.catalogues().name(SectionKinds, kind.id()),
            None => Bilingual::default(),
        }
    }

    fn add_people(&mut self, situation: &Situation<'_>, library: &Library) {
        match situation.who {
            Who::Nobody => {}
            Who::Athlete(athlete) => {
                let profile = &athlete.profile;
                self.group_name.clone_from(&athlete.name);
                self.minutes_available = self.minutes_available.or(Some(profile.minutes));
                self.focus = goal_focus(profile.goal);
                self.constraints = Constraints {
                    equipment: profile
                        .equipment
                        .as_ref()
                        .map(|list| list.iter().cloned().collect()),
                    people: Some(situation.unit.people.unwrap_or(1)),
                    level: Some(profile.level),
                    youngest: profile.age,
                    injuries: profile.injuries.clone(),
                    minutes_left: None,
                };
            }
            Who::Group(group) => {
                self.group_name.clone_from(&group.name);
                self.minutes_available = self.minutes_available.or(Some(group.minutes));
                self.target_group = Some(group.target_group.clone());
                self.style.clone_from(&group.style);
                self.group_skills = group.skills.clone();
                self.known.clone_from(&group.known);
                let youngest = if group.age_min > 0 {
                    Some(group.age_min)
                } else {
                    library.catalogues().ages(&group.target_group).map(|(from, _)| from)
                };
                let stream = stream_of(situation);
                let people = stream.and_then(|stream| stream.size).or(situation.unit.people);
                let at_hand: BTreeSet<_> = group.equipment.iter().cloned().collect();
                self.constraints = Constraints {
                    // a group without a list has not written one yet
                    equipment: Some(at_hand).filter(|things| !things.is_empty()),
                    people: Some(people.unwrap_or(group.size)),
                    level: stream.and_then(|stream| stream.level).or_else(|| reachable(group)),
                    youngest,
                    injuries: Vec::new(),
                    minutes_left: None,
                };
            }
        }
    }

    fn add_framework(&mut self, framework: &Framework, slot: Option<&Slot>, library: &Library) {
        self.from_framework = true;
        self.focus.clone_from(&framework.focus);
        self.training_types.clone_from(&framework.training_types);
        self.target_group = Some(framework.target_group.clone());
        if framework.style.is_some() {
            self.style.clone_from(&framework.style);
        }
        if self.constraints.youngest.is_none() {
            // nobody in particular trains by a template: those it is written for do
            let ages = library.catalogues().ages(&framework.target_group);
            self.constraints.youngest = ages.map(|(from, _)| from);
        }
        if let Some(slot) = slot {
            if !slot.focus.is_empty() {
                self.focus.clone_from(&slot.focus);
            }
            self.slot_skills = slot_skills(slot, library);
        }
        self.framework_skills = framework.skills.clone();
        if self.framework_skills.is_empty() {
            for slot in &framework.slots {
                for (skill, weight) in slot_skills(slot, library) {
                    let known = self.framework_skills.entry(skill).or_default();
                    *known = known.max(weight);
                }
            }
        }
    }
}

/// What is left of a unit's weight per unit that came after it.
pub(super) const FADING: f32 = 0.8;

/// What the last units trained, newest first, each fading by [`FADING`].
fn history(recent: &[&Unit], library: &Library) -> SkillWeights {
    let mut skills = SkillWeights::new();
    let mut share = 1.0;
    for unit in recent {
        for (skill, weight) in normalised(&unit_skills(unit, library)) {
            *skills.entry(skill).or_default() += weight * share;
        }
        share *= FADING;
    }
    skills
}

/// What a slot wants: its own skills, or what its blueprint trains.
fn slot_skills(slot: &Slot, library: &Library) -> SkillWeights {
    match &slot.blueprint {
        Some(blueprint) if slot.skills.is_empty() => unit_skills(blueprint, library),
        _ => slot.skills.clone(),
    }
}

/// The last linked item before the cursor: in the section, else in the sections before it.
fn anchor_of(situation: &Situation<'_>) -> Option<ExerciseId> {
    let mut anchor = None;
    for (section, item) in situation.unit.items() {
        let passed = situation.section.is_some_and(|wanted| {
            let at = |id: &SectionId| situation.unit.sections.iter().position(|s| s.id == *id);
            at(&section.id) > at(wanted)
        });
        if passed {
            break;
        }
        anchor = item.exercise.clone().or(anchor);
        if situation.cursor == Some(&item.id) {
            break;
        }
    }
    anchor
}

fn stream_of<'a>(situation: &Situation<'a>) -> Option<&'a crate::domain::Stream> {
    let section = situation.section.and_then(|id| situation.unit.section(id))?;
    let same = |stream: &&crate::domain::Stream| {
        stream.phase == section.phase && stream.stream == section.stream
    };
    situation.unit.streams.iter().find(same)
}

/// The highest level that at least a quarter of the group stands at: what a part of it can do
/// while the others do an easier form.
fn reachable(group: &Group) -> Option<Level> {
    let people: u16 = group.level_mix.values().sum();
    let enough = |count: u16| count > 0 && u32::from(count) * 4 >= u32::from(people);
    group.level_mix.iter().rev().find(|(_, count)| enough(**count)).map(|(level, _)| *level)
}

/// What exercises train when each takes the same time.
fn evenly_timed(planned: &[ExerciseId], library: &Library) -> SkillWeights {
    let mut skills = SkillWeights::new();
    let known: Vec<_> = planned.iter().filter_map(|id| library.get(id)).collect();
    let share = 1.0 / known.len().max(1) as f32;
    for exercise in known {
        for (skill, weight) in crate::training::match_profile(exercise).skills {
            *skills.entry(skill).or_default() += weight * share;
        }
    }
    skills
}

/// The content domains a goal asks for, the primary one first.
fn goal_focus(goal: Goal) -> Vec<FocusId> {
    let ids: &[&str] = match goal {
        Goal::Strength => &["max_strength"],
        Goal::Hypertrophy => &["hypertrophy"],
        Goal::StrengthHypertrophy => &["hypertrophy", "max_strength"],
        Goal::Power => &["power", "max_strength", "speed"],
        Goal::Endurance => &["strength_endurance", "aerobic", "anaerobic"],
        Goal::General => &["hypertrophy", "strength_endurance", "trunk", "mobility"],
        Goal::Older => &["strength_endurance", "mobility", "prevention", "coordination"],
        Goal::Youth => &["coordination", "speed", "trunk", "strength_endurance"],
        Goal::Return => &["rehab_return", "prevention", "mobility", "trunk"],
    };
    ids.iter().map(|id| FocusId::from(*id)).collect()
}
