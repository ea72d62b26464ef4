//! Chooses the drills of a part: greedy by what the target still lacks, fit, spacing and what was
//! prepared (`docs/planner.md` §2.11: 3 × gap + 0.6 fit + spacing + prerequisites).

use std::sync::Arc;

use super::draft::DrillDraft;
use super::history::{History, is_fall};
use super::pool::Pool;
use super::suit::{Care, Chosen, Wanted, is_taught, spacing, stretch, suits, suits_part};
use crate::domain::{
    Bilingual, CatalogueKind, Category, Exercise, GroupProfile, Message, Partner, SectionKind,
    SkillId, SkillWeights,
};
use crate::library::Library;
use crate::lint::{ODD_REASON, WEIGHT_REASON, longest_drill, needs_like_weight};
use crate::planner::identity::mix;

/// Everything choosing looks at.
pub(crate) struct Chooser<'a> {
    pub(crate) profile: &'a GroupProfile,
    pub(crate) library: &'a Library,
    pub(crate) target: &'a SkillWeights,
    pub(crate) youngest: Option<u8>,
    pub(crate) seed: u64,
}

/// Scores closer than this are the same but for floating point.
const HAIR: f32 = 1e-6;
/// Minutes of a part for each of its drills: about ten changes an hour.
const PER_DRILL: u16 = 7;
/// The same for quiet ends.
const PER_STRETCH: u16 = 3;
/// What the first falls of a course are worth where throwing comes later.
const FIRST_FALLS: f32 = 1.0;
/// Minutes from which on a part is a long one.
const LONG: u16 = 15;
/// As good for any trainer, so that a seed may choose; scores reach about four.
const AS_GOOD: f32 = 0.08;

/// The parts of a score.
#[derive(Clone, Copy)]
struct Score {
    gap: f32,
    fit: f32,
    spacing: f32,
    next: f32,
}

impl Score {
    const fn total(self) -> f32 {
        self.gap + self.fit + self.spacing + self.next
    }
}

impl Chooser<'_> {
    /// Fills a part. `unit` holds what the unit has so far; what is chosen is recorded there and
    /// in the history.
    pub(crate) fn fill(
        &self,
        wanted: &Wanted,
        pool: &Pool<'_>,
        history: &mut History<'_>,
        unit: &mut Chosen,
    ) -> Vec<DrillDraft> {
        let mut drills: Vec<DrillDraft> = Vec::new();
        let mut left = wanted.minutes;
        // few things done for longer; more of them only where their minutes do not reach
        let each = if wanted.kind == SectionKind::Cooldown { PER_STRETCH } else { PER_DRILL };
        let mut most = usize::from(wanted.minutes.div_ceil(each)).max(1);
        loop {
            let before = left;
            while left > 0 && drills.len() < most {
                let Some(drill) = self.next(wanted, pool, history, unit, left) else { break };
                left = left.saturating_sub(drill.minutes);
                drills.push(drill);
            }
            left = stretch(&mut drills, left, self.youngest);
            if left == 0 || left == before {
                break;
            }
            most += 1;
        }
        if is_taught(wanted.kind) {
            // falling first, then what was done before, then what is new and harder
            drills.sort_by_key(|drill| (!is_fall(&drill.exercise), drill.exercise.level));
        }
        drills
    }

    /// The best drill for what is left of a part, recorded in the unit and the history.
    fn next(
        &self,
        wanted: &Wanted,
        pool: &Pool<'_>,
        history: &mut History<'_>,
        unit: &mut Chosen,
        left: u16,
    ) -> Option<DrillDraft> {
        let gap = history.gap(self.target);
        let (exercise, score, of) = Care::ALL
            .into_iter()
            .find_map(|care| self.best(wanted, pool, history, unit, &gap, left, care))?;
        let minutes = self.minutes(exercise, left, wanted);
        if is_taught(wanted.kind) && history.is_new(exercise) {
            unit.learn(exercise);
        }
        let reasons = self.reasons(wanted, exercise, score, of, pool, history, &gap);
        history.record(exercise, wanted.unit, wanted.day, minutes);
        unit.take(exercise);
        Some(DrillDraft { exercise: Arc::clone(exercise), minutes, reasons })
    }

    #[expect(clippy::too_many_arguments, reason = "the state of one greedy step, all private")]
    fn best<'p>(
        &self,
        wanted: &Wanted,
        pool: &Pool<'p>,
        history: &History<'_>,
        unit: &Chosen,
        gap: &[(SkillId, f32)],
        left: u16,
        care: Care,
    ) -> Option<(&'p Arc<Exercise>, Score, usize)> {
        let candidates = match care {
            Care::Balanced | Care::Eager | Care::Again => pool.of(wanted.kind),
            Care::Play if is_taught(wanted.kind) => pool.of(SectionKind::Game),
            Care::Play => pool.of(SectionKind::Warmup),
        };
        let falls_first = wanted.kind == SectionKind::Skill
            && pool.throws
            && !history.can_fall()
            && !unit.has(is_fall);
        let scored: Vec<(&Arc<Exercise>, Score)> = candidates
            .iter()
            .filter(|exercise| suits(wanted, exercise, history, unit, left, care))
            .map(|exercise| {
                let mut score = self.score(wanted, exercise, history, gap);
                if falls_first && is_fall(exercise) {
                    score.next += FIRST_FALLS;
                }
                (*exercise, score)
            })
            .collect();
        let most = scored.iter().map(|(_, score)| score.total()).reduce(f32::max)?;
        let count = scored.len();
        let equal = if self.seed == 0 { HAIR } else { AS_GOOD };
        let mut level = scored.into_iter().filter(|(_, score)| score.total() >= most - equal);
        let best = if self.seed == 0 {
            level.next()
        } else {
            level.min_by_key(|(exercise, _)| mix(self.seed, exercise.id.as_str()))
        };
        best.map(|(exercise, score)| (exercise, score, count))
    }

    fn score(
        &self,
        wanted: &Wanted,
        exercise: &Exercise,
        history: &History<'_>,
        gap: &[(SkillId, f32)],
    ) -> Score {
        /// What an exercise is worth that only leads to what is wanted.
        const ON_THE_WAY: f32 = 0.6;
        let owed: f32 = gap.iter().map(|(_, open)| open).sum();
        let own = covered(exercise, gap);
        let ahead = if history.is_new(exercise) {
            let next = self.library.successors(&exercise.id);
            let next = next.iter().filter_map(|(_, edge)| self.library.get(&edge.to));
            next.map(|next| covered(next, gap)).fold(0.0, f32::max)
        } else {
            0.0
        };
        let covered = own.max(ON_THE_WAY * ahead);
        let gap_weight = match wanted.kind {
            SectionKind::Skill | SectionKind::Main => 3.0,
            SectionKind::Warmup | SectionKind::Game => 1.0,
            _ => 0.0,
        };
        Score {
            gap: if owed > 0.0 { gap_weight * covered / owed } else { 0.0 },
            fit: 0.6 * self.fit(exercise) + suits_part(wanted, exercise),
            spacing: spacing(wanted, exercise, history),
            next: if history.leads_from(exercise).is_some() && history.is_new(exercise) {
                0.5
            } else {
                0.0
            },
        }
    }

    /// Overlap with the target, the style and the target group, 0–1.
    fn fit(&self, exercise: &Exercise) -> f32 {
        let (mut shared, mut all) = (0.0, 0.0);
        for (skill, wanted) in self.target {
            let weight = exercise.skills.get(skill).copied().unwrap_or(0.0);
            shared += weight.min(*wanted);
            all += weight.max(*wanted);
        }
        let skills = if all > 0.0 { shared / all } else { 0.0 };
        let style = if exercise.styles.is_empty() { 0.5 } else { 1.0 };
        let group = &exercise.target_groups;
        let group =
            if group.is_empty() || group.contains(&self.profile.target_group) { 1.0 } else { 0.4 };
        0.5 * skills + 0.25 * style + 0.25 * group
    }

    /// Minutes of a drill: as usual for it, not longer than the age keeps attention, and never so
    /// that an unusable rest is left.
    fn minutes(&self, exercise: &Exercise, left: u16, wanted: &Wanted) -> u16 {
        let Some(range) = exercise.minutes else { return left };
        let (least, usual, most) =
            (u16::from(range.min), u16::from(range.usual), u16::from(range.max));
        let most = most.min(self.attention(exercise));
        // a long part is for few things done well
        let longer = is_taught(wanted.kind) && wanted.minutes >= LONG;
        let usual = if longer { u16::midpoint(usual, most.max(usual)) } else { usual };
        let usual = usual.clamp(least.min(most), most).min(left);
        let rest = left - usual;
        if rest > 0 && rest < 3 && usual + rest <= most.max(wanted.minutes.min(4)) {
            usual + rest
        } else {
            usual
        }
    }

    fn attention(&self, exercise: &Exercise) -> u16 {
        match exercise.category {
            Category::Drill | Category::Technique => longest_drill(self.youngest),
            // two or three quiet things end better than one long one
            Category::Mobility => 3,
            _ => u16::MAX,
        }
    }

    #[expect(clippy::too_many_arguments, reason = "what a reason is told from, all private")]
    fn reasons(
        &self,
        wanted: &Wanted,
        exercise: &Exercise,
        score: Score,
        of: usize,
        pool: &Pool<'_>,
        history: &History<'_>,
        gap: &[(SkillId, f32)],
    ) -> Vec<Message> {
        let catalogues = self.library.catalogues();
        let part = catalogues.name(CatalogueKind::SectionKinds, wanted.kind.id());
        let mut reasons = vec![
            Message::new("reason-part").with("part", part).with("n", of).with("all", pool.all),
        ];
        let widest = gap
            .iter()
            .filter(|(skill, open)| *open > 0.0 && exercise.skills.contains_key(skill))
            .max_by(|a, b| a.1.total_cmp(&b.1));
        if let (Some((skill, _)), true) = (widest, score.gap > 0.0) {
            let name = catalogues.name(CatalogueKind::Skills, skill.as_str());
            reasons.push(Message::new("reason-widest-gap").with("skill", name));
        }
        if history.is_new(exercise) && wanted.kind == SectionKind::Skill {
            reasons.push(match history.leads_from(exercise).and_then(|id| self.name(&id)) {
                Some(from) => Message::new("reason-next-edge").with("from", from),
                None => Message::new("reason-new"),
            });
        } else if let Some(days) = history.since(exercise, wanted.day) {
            let days = u32::try_from(days).unwrap_or(0);
            reasons.push(Message::new("reason-repeat").with("days", days));
        }
        let points = |part: f32| (part * 100.0).round();
        reasons.push(
            Message::new("reason-group-score")
                .with("score", points(score.total()))
                .with("gap", points(score.gap))
                .with("fit", points(score.fit))
                .with("spacing", points(score.spacing))
                .with("next", points(score.next)),
        );
        if exercise.partner == Partner::Pair && wanted.people % 2 == 1 {
            reasons.push(Message::new(ODD_REASON).with("people", wanted.people));
        }
        if needs_like_weight(exercise) {
            reasons.push(Message::new(WEIGHT_REASON));
        }
        reasons
    }

    fn name(&self, id: &crate::domain::ExerciseId) -> Option<Bilingual> {
        self.library.get(id).map(|exercise| exercise.name.clone())
    }
}

/// How much of what is owed an exercise covers.
fn covered(exercise: &Exercise, gap: &[(SkillId, f32)]) -> f32 {
    gap.iter().filter_map(|(skill, open)| Some(exercise.skills.get(skill)? * open)).sum()
}
