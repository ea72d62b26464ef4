//! The target profile: what the plan asks for, gathered from sources that are named in the open.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::domain::{
    ExerciseId, FocusId, SkillId, SkillWeights, StyleId, TargetGroupId, TrainingTypeId,
};
use crate::library::Library;
use crate::training::{GAP_THRESHOLD, MatchProfile, match_profile, normalised, skill_gap};

use super::section::{goal_share, own_focus};
use super::{ContextPack, Intent};

/// Where a part of the target profile came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// Focus, style, method and target group of the framework.
    FrameworkCatalog,
    /// Skills of the framework slot the unit fills.
    FrameworkSlotSkillProfile,
    /// Skills of the whole framework, where the slot names none.
    FrameworkOverallSkillProfile,
    /// Goal, style, target group and skills of the people who train.
    GroupProfile,
    /// What the exercises planned so far are about.
    CurrentUnitPlan,
    /// What the anchor is about.
    AnchorExercise,
    /// What is wanted and not planned yet.
    SkillGapVsPlan,
    /// What the last units of the group trained already; narrows the gap.
    GroupHistory,
}

/// What the plan asks for; weights are 0–1.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct TargetProfile {
    /// Content domains.
    pub focus: BTreeMap<FocusId, f32>,
    /// Sports and schools.
    pub styles: BTreeMap<StyleId, f32>,
    /// Method classes.
    pub training_types: BTreeMap<TrainingTypeId, f32>,
    /// Age and level classes.
    pub target_groups: BTreeMap<TargetGroupId, f32>,
    /// Skills.
    pub skills: SkillWeights,
    /// Skills wanted beyond what is planned.
    pub gap: SkillWeights,
    /// Where all this came from.
    pub sources: Vec<Source>,
}

/// Weight of focus areas behind the first.
const SECONDARY_FOCUS: f32 = 0.85;
/// What the wanted skills keep when the request names others.
const BESIDE_HINTS: f32 = 0.2;
/// How much of a gap the last units can close.
const HISTORY_SHARE: f32 = 0.35;
/// How much the plan so far says about what it still wants.
const PLAN_SHARE: f32 = 0.5;

/// How much the anchor says about the target, per intent.
const fn anchor_share(intent: Intent) -> f32 {
    match intent {
        Intent::DeepenExercise => 1.0,
        Intent::ProgressionNext => 0.7,
        Intent::SuggestNext => 0.5,
        Intent::ContinuePlanGoal => 0.25,
        Intent::FreeSearch => 0.0,
    }
}

impl TargetProfile {
    /// Gathers the target. `hints` are skills the request names; they are wanted most.
    #[must_use]
    pub fn new(
        pack: &ContextPack,
        intent: Intent,
        anchor: Option<&ExerciseId>,
        hints: &[SkillId],
        library: &Library,
    ) -> Self {
        let mut target = Self::default();
        let share = pack.section_kind.map_or(1.0, goal_share);
        target.add_catalogue(pack, share);
        let wanted = target.add_wanted_skills(pack, hints, share);
        target.add_plan(pack, PLAN_SHARE * share, library);
        target.add_anchor(anchor, anchor_share(intent) * share, library);
        merge(&mut target.focus, pack.section_kind.map(own_focus).unwrap_or_default());
        target.gap = gap(&wanted, pack);
        if !pack.history_skills.is_empty() && !wanted.is_empty() {
            target.sources.push(Source::GroupHistory);
        }
        if !target.gap.is_empty() {
            target.sources.push(Source::SkillGapVsPlan);
        }
        target.sources.sort_unstable();
        target.sources.dedup();
        target
    }

    fn add_catalogue(&mut self, pack: &ContextPack, share: f32) {
        for (rank, focus) in pack.focus.iter().enumerate() {
            let weight = if rank == 0 { 1.0 } else { SECONDARY_FOCUS };
            raise(&mut self.focus, focus, share * weight);
        }
        pack.style.iter().for_each(|style| raise(&mut self.styles, style, 1.0));
        pack.training_types.iter().for_each(|t| raise(&mut self.training_types, t, 1.0));
        pack.target_group.iter().for_each(|group| raise(&mut self.target_groups, group, 1.0));
        let says_something = !self.focus.is_empty()
            || !self.styles.is_empty()
            || !self.training_types.is_empty()
            || !self.target_groups.is_empty();
        if pack.from_framework {
            self.sources.push(Source::FrameworkCatalog);
        } else if says_something {
            self.sources.push(Source::GroupProfile);
        }
    }

    /// Adds the skills wanted and returns them: the slot's, else the framework's, else the
    /// group's; skills named in the request always.
    fn add_wanted_skills(
        &mut self,
        pack: &ContextPack,
        hints: &[SkillId],
        share: f32,
    ) -> SkillWeights {
        let offers = [
            (&pack.slot_skills, Source::FrameworkSlotSkillProfile),
            (&pack.framework_skills, Source::FrameworkOverallSkillProfile),
            (&pack.group_skills, Source::GroupProfile),
        ];
        let mut wanted = SkillWeights::new();
        if let Some((skills, source)) = offers.iter().find(|(skills, _)| !skills.is_empty()) {
            wanted = normalised(skills);
            self.sources.push(*source);
        }
        if !hints.is_empty() {
            for weight in wanted.values_mut() {
                *weight *= BESIDE_HINTS;
            }
        }
        for skill in hints {
            raise(&mut wanted, skill, 1.0);
        }
        for (skill, weight) in &wanted {
            raise(&mut self.skills, skill, share * weight);
        }
        wanted
    }

    fn add_plan(&mut self, pack: &ContextPack, share: f32, library: &Library) {
        let profiles: Vec<MatchProfile> = pack
            .planned
            .iter()
            .filter_map(|id| library.get(id))
            .map(|exercise| match_profile(exercise))
            .collect();
        if profiles.is_empty() {
            return;
        }
        self.sources.push(Source::CurrentUnitPlan);
        let each = share / profiles.len() as f32;
        merge(&mut self.focus, mean(&profiles, |p| &p.focus, each));
        merge(&mut self.training_types, mean(&profiles, |p| &p.training_types, each));
        merge(&mut self.styles, mean(&profiles, |p| &p.styles, each));
        let skills = normalised(&pack.plan_skills);
        merge(&mut self.skills, skills.into_iter().map(|(id, w)| (id, w * share)));
    }

    fn add_anchor(&mut self, anchor: Option<&ExerciseId>, share: f32, library: &Library) {
        let Some(anchor) = anchor.and_then(|id| library.get(id)).filter(|_| share > 0.0) else {
            return;
        };
        self.sources.push(Source::AnchorExercise);
        let profile = match_profile(anchor);
        merge(&mut self.focus, scaled(profile.focus, share));
        merge(&mut self.styles, scaled(profile.styles, share));
        merge(&mut self.training_types, scaled(profile.training_types, share));
        merge(&mut self.skills, scaled(profile.skills, share));
    }
}

/// What is wanted beyond the plan: wanted − planned − what the last units trained already, all
/// normalised, the last counted by [`HISTORY_SHARE`]; only where that is more than
/// [`GAP_THRESHOLD`].
fn gap(wanted: &SkillWeights, pack: &ContextPack) -> SkillWeights {
    let done = normalised(&pack.history_skills);
    let mut gap = skill_gap(wanted, &pack.plan_skills);
    for (skill, open) in &mut gap {
        *open -= HISTORY_SHARE * done.get(skill).copied().unwrap_or_default();
    }
    gap.retain(|_, open| *open > GAP_THRESHOLD);
    gap
}

/// Raises a weight to at least `weight`.
fn raise<K: Ord + Clone>(weights: &mut BTreeMap<K, f32>, key: &K, weight: f32) {
    let known = weights.entry(key.clone()).or_default();
    *known = known.max(weight);
}

fn merge<K: Ord + Clone>(
    weights: &mut BTreeMap<K, f32>,
    others: impl IntoIterator<Item = (K, f32)>,
) {
    for (key, weight) in others {
        raise(weights, &key, weight);
    }
}

fn scaled<K: Ord>(weights: BTreeMap<K, f32>, share: f32) -> impl Iterator<Item = (K, f32)> {
    weights.into_iter().map(move |(key, weight)| (key, weight * share))
}

/// Per key the sum over all profiles, each scaled.
fn mean<K: Ord + Clone>(
    profiles: &[MatchProfile],
    pick: fn(&MatchProfile) -> &BTreeMap<K, f32>,
    share: f32,
) -> BTreeMap<K, f32> {
    let mut sums = BTreeMap::new();
    for (key, weight) in profiles.iter().flat_map(pick) {
        *sums.entry(key.clone()).or_default() += weight * share;
    }
    sums
}
