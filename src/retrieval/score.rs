//! The score of one candidate and its parts, clamped to 0…1:
//!
//! ```text
//! w_ft·fulltext + w_prog·progression + w_skill·jaccard + w_plan·plan + w_profile·profile
//!   + w_repeat·(in the plan ? −1 : 0) + w_group_repeat·(done lately ? −0.5 : 0)
//! ```

use super::ContextPack;
use super::audience::Audience;
use super::dense::Dense;
use super::index::{RetrievalIndex, Row, Slice};
use super::lifts::Lifts;
use super::section::SectionFit;
use super::target::TargetProfile;
use super::{Intent, ProfileWeights, Weights};

/// A part of the score.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PartKind {
    /// Words of the query.
    Fulltext,
    /// Place in a progression graph.
    Progression,
    /// Skills shared with the anchor.
    Skill,
    /// Fit to section and plan.
    Plan,
    /// Profile: content domains.
    Focus,
    /// Profile: sport or school.
    Style,
    /// Profile: method class.
    TrainingType,
    /// Profile: age and level class.
    TargetGroup,
    /// Profile: skills wanted.
    ProfileSkill,
    /// Profile: skills wanted and not planned.
    Gap,
    /// In the plan already.
    Repeat,
    /// Done by the group lately.
    GroupRepeat,
}

impl PartKind {
    /// The id used in JSON.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Fulltext => "fulltext",
            Self::Progression => "progression",
            Self::Skill => "skill",
            Self::Plan => "plan",
            Self::Focus => "profile_focus",
            Self::Style => "profile_style",
            Self::TrainingType => "profile_training_type",
            Self::TargetGroup => "profile_target_group",
            Self::ProfileSkill => "profile_skill",
            Self::Gap => "profile_gap",
            Self::Repeat => "repeat",
            Self::GroupRepeat => "group_repeat",
        }
    }
}

/// One line of the sum: value × weight.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Part {
    /// Which part.
    pub kind: PartKind,
    /// What the formula gave, 0–1; negative for repeats.
    pub value: f32,
    /// What it counts; for the parts of the profile the product of both weights.
    pub weight: f32,
}

impl Part {
    /// What the part adds to the score.
    #[must_use]
    pub fn points(&self) -> f32 {
        self.value * self.weight
    }
}

/// The values of all parts for one candidate.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Parts {
    /// 0–1.
    pub fulltext: f32,
    /// 0–1.
    pub progression: f32,
    /// 0–1.
    pub skill: f32,
    /// 0–1.
    pub plan: f32,
    /// 0–1.
    pub focus: f32,
    /// 0–1.
    pub style: f32,
    /// 0–1.
    pub training_type: f32,
    /// 0–1.
    pub target_group: f32,
    /// 0–1.
    pub profile_skill: f32,
    /// 0–1.
    pub gap: f32,
    /// 0 or −1.
    pub repeat: f32,
    /// 0 or −0.5.
    pub group_repeat: f32,
}

impl Parts {
    /// Fit to the target profile, 0–1.
    #[must_use]
    pub fn profile(&self, weights: &ProfileWeights) -> f32 {
        weights.focus * self.focus
            + weights.style * self.style
            + weights.training_type * self.training_type
            + weights.target_group * self.target_group
            + weights.skill * self.profile_skill
            + weights.gap * self.gap
    }

    /// The score, clamped to 0–1.
    #[must_use]
    pub fn score(&self, weights: &Weights, profile_weights: &ProfileWeights) -> f32 {
        let sum = weights.fulltext * self.fulltext
            + weights.progression * self.progression
            + weights.skill * self.skill
            + weights.plan * self.plan
            + weights.profile * self.profile(profile_weights)
            + weights.repeat * self.repeat
            + weights.group_repeat * self.group_repeat;
        sum.clamp(0.0, 1.0)
    }

    /// Every line of the sum, in the order of the formula.
    #[must_use]
    pub fn lines(&self, intent: Intent) -> Vec<Part> {
        let (w, p) = (intent.weights(), intent.profile_weights());
        let line = |kind, value, weight| Part { kind, value, weight };
        vec![
            line(PartKind::Fulltext, self.fulltext, w.fulltext),
            line(PartKind::Progression, self.progression, w.progression),
            line(PartKind::Skill, self.skill, w.skill),
            line(PartKind::Plan, self.plan, w.plan),
            line(PartKind::Focus, self.focus, w.profile * p.focus),
            line(PartKind::Style, self.style, w.profile * p.style),
            line(PartKind::TrainingType, self.training_type, w.profile * p.training_type),
            line(PartKind::TargetGroup, self.target_group, w.profile * p.target_group),
            line(PartKind::ProfileSkill, self.profile_skill, w.profile * p.skill),
            line(PartKind::Gap, self.gap, w.profile * p.gap),
            line(PartKind::Repeat, self.repeat, w.repeat),
            line(PartKind::GroupRepeat, self.group_repeat, w.group_repeat),
        ]
    }
}

/// Everything the candidates are compared with, prepared for one library.
#[derive(Debug)]
pub(super) struct Scorer<'a> {
    index: &'a RetrievalIndex,
    focus: Dense,
    styles: Dense,
    training_types: Dense,
    target_groups: Dense,
    skills: Dense,
    gap: Dense,
    anchor_skills: Dense,
    anchor_skill_count: usize,
    section: Option<SectionFit>,
    audience: Audience,
    lifts: Lifts,
}

impl<'a> Scorer<'a> {
    /// Prepares the comparison. `anchor` is the place of an exercise in the library.
    pub(super) fn new(
        index: &'a RetrievalIndex,
        target: &TargetProfile,
        anchor: Option<usize>,
        pack: &ContextPack,
        lifts: Lifts,
    ) -> Self {
        let anchor = anchor.and_then(|at| index.rows.get(at));
        let anchor_skills = anchor.map_or(&[][..], |row| index.weighted(row.skills));
        Self {
            focus: Dense::new(&index.focus, &target.focus),
            styles: Dense::new(&index.styles, &target.styles),
            training_types: Dense::new(&index.training_types, &target.training_types),
            target_groups: Dense::new(&index.target_groups, &target.target_groups),
            skills: Dense::new(&index.skills, &target.skills),
            gap: Dense::new(&index.skills, &target.gap),
            anchor_skills: Dense::of(index.skills.len(), anchor_skills.iter().copied()),
            anchor_skill_count: anchor_skills.len(),
            section: pack
                .section_kind
                .map(|kind| SectionFit::new(kind, pack.constraints.youngest, index)),
            audience: Audience::new(pack, index),
            lifts,
            index,
        }
    }

    /// The parts that come from the row itself; text, graph and repeats are the caller's.
    pub(super) fn parts(&self, row: &Row) -> Parts {
        let skills = self.index.weighted(row.skills);
        let overlap =
            |dense: &Dense, slice: Slice| dense.overlap(self.index.weighted(slice), slice.total);
        Parts {
            skill: self.anchor_skills.jaccard(self.anchor_skill_count, skills),
            plan: self.plan_affinity(row),
            focus: overlap(&self.focus, row.focus),
            style: overlap(&self.styles, row.styles),
            training_type: overlap(&self.training_types, row.training_types),
            target_group: overlap(&self.target_groups, row.target_groups),
            profile_skill: self.skills.overlap(skills, row.skills.total),
            gap: self.gap.coverage(skills),
            ..Parts::default()
        }
    }

    /// How well a candidate continues the plan: whether it is at home in this part of the unit and
    /// among these people and, where lifts are planned, as much whether it adds to them.
    fn plan_affinity(&self, row: &Row) -> f32 {
        let home = self.belongs(row);
        let fit = self.lifts.fit(row).map_or(home, |adds| f32::midpoint(home, adds));
        fit * self.audience.share(row, self.index)
    }

    /// Whether a candidate is at home in the part of the unit it goes into, 0–1; anywhere without
    /// one.
    pub(super) fn belongs(&self, row: &Row) -> f32 {
        self.section.as_ref().map_or(1.0, |section| section.of(row, self.index))
    }
}
