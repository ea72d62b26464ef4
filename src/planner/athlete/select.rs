//! Fills the slots of a block's days with exercises (`docs/planner.md` §2.11, step 4): score =
//! 0.35 pattern fit + 0.20 muscle need + 0.15 goal fit + 0.10 level + 0.10 preference + 0.10
//! variety; ties by id, and a seed other than 0 only chooses among what is as good.

use std::sync::Arc;

use super::dose::{self, Role};
use super::draft::{BlockDraft, DayDraft, ItemDraft};
use super::ladder::standing;
use super::pool::Pool;
use super::split::{DaySpec, SlotSpec, fallback};
use super::suit::{goal_fit, region_fits, role_of, suits_role, timed};
use crate::domain::{
    AthleteProfile, CatalogueKind, Exercise, ExerciseId, Goal, Message, Pattern, Span,
};
use crate::library::Library;
use crate::lint::{self, Tally, fewest_reps, needs_clearance, shares};
use crate::planner::identity::mix;

/// Scores closer than this are the same but for floating point.
const HAIR: f32 = 1e-6;
/// Two points of a hundred: as good for any coach, so that a seed may choose.
const AS_GOOD: f32 = 0.02;
/// What the fit of an exercise without load is worth where a loaded one can be had.
const UNLOADED: f32 = 0.6;

/// Everything choosing looks at.
pub(crate) struct Chooser<'a> {
    pub(crate) profile: &'a AthleteProfile,
    pub(crate) library: &'a Library,
    pub(crate) pool: &'a Pool<'a>,
    pub(crate) seed: u64,
    /// Which block of how many.
    pub(crate) block: usize,
    pub(crate) blocks: usize,
    /// Accessories of the block before: another one is chosen where it is as good.
    pub(crate) before: &'a [ExerciseId],
    /// Main lifts of the first block: they stay.
    pub(crate) kept: &'a [(usize, usize, ExerciseId)],
}

/// The parts of a score.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Score {
    fit: f32,
    need: f32,
    goal: f32,
    level: f32,
    liking: f32,
    variety: f32,
}

impl Score {
    const fn total(&self) -> f32 {
        self.fit + self.need + self.goal + self.level + self.liking + self.variety
    }
}

/// What was found for a slot.
struct Choice<'a> {
    exercise: &'a Arc<Exercise>,
    score: Score,
    /// How many could have stood there.
    of: usize,
    /// The pattern that stands in, where the wanted one could not be had.
    instead: Option<Pattern>,
}

impl<'a> Chooser<'a> {
    /// Days with their slots filled. Slots nothing fits stay out; the patterns that are missing
    /// are returned with the days.
    pub(crate) fn fill(&self, days: &[DaySpec]) -> (BlockDraft, Vec<Pattern>) {
        let mut missing = Vec::new();
        let mut drafts: Vec<DayDraft> = Vec::new();
        let mut tally = Tally::default();
        for (at, spec) in days.iter().enumerate() {
            let number = days.iter().filter(|other| other.title == spec.title).count();
            let earlier = days.iter().take(at).filter(|other| other.title == spec.title).count();
            let mut day = DayDraft {
                title: spec.title,
                number: if number > 1 { u8::try_from(earlier + 1).unwrap_or(0) } else { 0 },
                weekday: spec.weekday,
                warm_up: Vec::new(),
                items: Vec::new(),
                endurance: Vec::new(),
                cool_down: Vec::new(),
                recovery: spec.recovery,
            };
            for (place, slot) in spec.slots.iter().enumerate() {
                let kept = self
                    .kept
                    .iter()
                    .find(|(day, kept, _)| (*day, *kept) == (at, place))
                    .map(|(_, _, id)| id);
                match self.choose(slot, &day, &drafts, &tally, kept) {
                    Some(choice) => {
                        let item = self.draft(slot, &choice, &drafts);
                        if item.is_hard() {
                            tally.add(&item.exercise, f32::from(item.sets));
                        }
                        day.items.push(item);
                    }
                    None => missing.extend(slot.patterns.first()),
                }
            }
            drafts.push(day);
        }
        missing.sort_unstable();
        missing.dedup();
        (BlockDraft { days: drafts, load_weeks: 1 }, missing)
    }

    /// Another exercise for muscles that have too little; used when volume is filled up.
    pub(crate) fn isolation(
        &self,
        slot: &SlotSpec,
        day: &DayDraft,
        others: &[DayDraft],
        tally: &Tally,
    ) -> Option<ItemDraft> {
        let choice = self.choose(slot, day, others, tally, None)?;
        Some(self.draft(slot, &choice, &[]))
    }

    fn choose(
        &self,
        slot: &SlotSpec,
        day: &DayDraft,
        earlier: &[DayDraft],
        tally: &Tally,
        kept: Option<&ExerciseId>,
    ) -> Option<Choice<'a>> {
        let first = *slot.patterns.first()?;
        let wanted = |exercise: &Exercise| {
            !day.holds(exercise)
                && (slot.muscles.is_empty()
                    || slot.muscles.iter().any(|muscle| exercise.primary.contains(muscle)))
                && suits_role(exercise, slot.role)
        };
        for (at, pattern) in slot.patterns.iter().enumerate() {
            let candidates: Vec<&Arc<Exercise>> =
                self.pool.of(*pattern).iter().copied().filter(|found| wanted(found)).collect();
            let instead = (at > 0).then_some(*pattern);
            if let Some(choice) =
                self.best(&candidates, slot, *pattern, earlier, tally, kept, instead)
            {
                return Some(choice);
            }
        }
        for pattern in fallback(first) {
            let loose = |exercise: &Exercise| !day.holds(exercise) && region_fits(first, exercise);
            let candidates: Vec<&Arc<Exercise>> =
                self.pool.of(*pattern).iter().copied().filter(|found| loose(found)).collect();
            let choice =
                self.best(&candidates, slot, *pattern, earlier, tally, kept, Some(*pattern));
            if choice.is_some() {
                return choice;
            }
        }
        // one level above is better than a hole; the linter will say so
        let candidates: Vec<&Arc<Exercise>> =
            self.pool.above(first).iter().copied().filter(|found| wanted(found)).collect();
        self.best(&candidates, slot, first, earlier, tally, kept, None)
    }

    #[expect(clippy::too_many_arguments, reason = "one call per source of candidates, all private")]
    fn best(
        &self,
        candidates: &[&'a Arc<Exercise>],
        slot: &SlotSpec,
        pattern: Pattern,
        earlier: &[DayDraft],
        tally: &Tally,
        kept: Option<&ExerciseId>,
        instead: Option<Pattern>,
    ) -> Option<Choice<'a>> {
        let scored: Vec<(&Arc<Exercise>, Score)> = candidates
            .iter()
            .map(|exercise| {
                let mut score = self.score(exercise, slot, pattern, earlier, tally);
                if kept == Some(&exercise.id) {
                    // a main lift stays over the blocks, so that its progress can be seen
                    score.liking += 1.0;
                }
                (*exercise, score)
            })
            .collect();
        let most = scored.iter().map(|(_, score)| score.total()).reduce(f32::max)?;
        let equal = if self.seed == 0 { HAIR } else { AS_GOOD };
        let mut level = scored.into_iter().filter(|(_, score)| score.total() >= most - equal);
        let best = if self.seed == 0 {
            level.next()
        } else {
            level.min_by_key(|(exercise, _)| self.lot(exercise))
        };
        best.map(|(exercise, score)| Choice { exercise, score, of: candidates.len(), instead })
    }

    /// The lot that decides between equals.
    fn lot(&self, exercise: &Exercise) -> u64 {
        mix(self.seed, exercise.id.as_str())
    }

    fn score(
        &self,
        exercise: &Exercise,
        slot: &SlotSpec,
        pattern: Pattern,
        earlier: &[DayDraft],
        tally: &Tally,
    ) -> Score {
        let standing = standing(pattern, exercise.id.as_str());
        let mut fit = match slot.role {
            Role::Main | Role::Second | Role::Power => standing,
            Role::Accessory | Role::Isolation | Role::Core => 0.5 + 0.5 * standing,
        };
        if exercise.increment_kg.is_none() && self.loads(pattern) {
            // what can be made heavier serves longer than what cannot
            fit *= UNLOADED;
        }
        let used = |day: &DayDraft| day.holds(exercise);
        let variety = match earlier.iter().rposition(used) {
            None if self.before.contains(&exercise.id) => 0.3,
            None => 1.0,
            Some(at) if at + 1 == earlier.len() => 0.0,
            Some(_) => 0.4,
        };
        let liking = if self.profile.one_rm_kg.contains_key(&exercise.id) { 1.0 } else { 0.4 };
        let distance = f32::from(self.profile.level.rank().abs_diff(exercise.level.rank()));
        Score {
            fit: 0.35 * fit,
            need: 0.20 * self.need(exercise, tally),
            goal: 0.15 * goal_fit(exercise, self.profile.goal),
            level: 0.10 * (1.0 - distance / 3.0),
            liking: 0.10 * liking,
            variety: 0.10 * variety,
        }
    }

    /// Whether legs and hips should lift a weight here: the goal asks for it, and there is one.
    fn loads(&self, pattern: Pattern) -> bool {
        let heavy = matches!(
            self.profile.goal,
            Goal::Strength | Goal::Hypertrophy | Goal::StrengthHypertrophy | Goal::Power
        );
        let legs = matches!(pattern, Pattern::Squat | Pattern::Hinge | Pattern::Lunge);
        heavy
            && legs
            && self.pool.of(pattern).iter().any(|exercise| exercise.increment_kg.is_some())
    }

    /// How much of what the exercise trains is still wanted this week.
    fn need(&self, exercise: &Exercise, tally: &Tally) -> f32 {
        let (mut wanted, mut all) = (0.0, 0.0);
        for (region, share) in shares(exercise).iter().filter(|(_, share)| *share > 0.0) {
            let (low, _) = lint::weekly(self.profile.goal, self.profile.level, region);
            let open = (1.0 - tally.of(region) / (low + 2.0)).clamp(0.0, 1.0);
            wanted += share * open;
            all += share;
        }
        if all > 0.0 { wanted / all } else { 0.5 }
    }

    fn draft(&self, slot: &SlotSpec, choice: &Choice<'_>, earlier: &[DayDraft]) -> ItemDraft {
        let profile = self.profile;
        let exercise = choice.exercise;
        let role = role_of(slot.role, exercise);
        let mut dose = dose::row(profile.goal, profile.level, role);
        if needs_clearance(&profile.injuries) {
            dose.rir = Span::exactly(4.0);
        }
        let mut reps = dose.reps;
        if matches!(role, Role::Main | Role::Second)
            && let Some(zone) = dose::zone(profile.goal, profile.level, self.block, self.blocks)
        {
            // what cannot be loaded heavily is done for more repetitions
            let zone_of_second = Span { min: zone.min + 2, max: zone.max + 3 };
            // the second time in the week is the light one
            let again = earlier.iter().flat_map(|day| &day.items).any(|item| {
                item.role == Role::Main && slot.patterns.first() == Some(&item.pattern)
            });
            reps = if role == Role::Main && !again { zone } else { zone_of_second };
        }
        if exercise.increment_kg.is_none() && role != Role::Power {
            reps = Span { min: reps.min.max(6), max: reps.max.clamp(12, 20) };
        }
        if let Some(fewest) = profile.age.and_then(fewest_reps) {
            reps = Span { min: reps.min.max(fewest), max: reps.max.max(fewest + 2) };
        }
        let (seconds, metres) = timed(exercise, profile.goal);
        let sets = match role {
            Role::Main | Role::Second => u16::midpoint(dose.sets.min, dose.sets.max),
            _ => dose.sets.min.max(2),
        };
        let rest = u32::midpoint(dose.rest.min, dose.rest.max) / 15 * 15;
        ItemDraft {
            exercise: Arc::clone(exercise),
            role,
            pattern: slot.patterns.first().copied().unwrap_or(Pattern::Mobility),
            dose,
            reps,
            sets,
            rest,
            seconds,
            metres,
            superset: None,
            one_rm: profile.one_rm_kg.get(&exercise.id).map(|kg| f64::from(*kg)),
            reasons: self.reasons(slot, choice).into(),
        }
    }

    /// Why this exercise stands here: slot, filter, parts of the score.
    fn reasons(&self, slot: &SlotSpec, choice: &Choice<'_>) -> Vec<Message> {
        let catalogues = self.library.catalogues();
        let name = |pattern: Pattern| catalogues.name(CatalogueKind::Patterns, pattern.id());
        let wanted = slot.patterns.first().copied().unwrap_or(Pattern::Mobility);
        let mut reasons = vec![
            Message::new("reason-slot")
                .with("role", Message::new(slot.role.message()))
                .with("pattern", name(wanted)),
        ];
        if let Some(instead) = choice.instead {
            reasons.push(
                Message::new("reason-instead")
                    .with("wanted", name(wanted))
                    .with("pattern", name(instead)),
            );
        }
        reasons.push(
            Message::new("reason-filter")
                .with("n", choice.of)
                .with("possible", self.pool.possible)
                .with("all", self.pool.all),
        );
        let points = |part: f32| (part * 100.0).round();
        let score = &choice.score;
        reasons.push(
            Message::new("reason-score")
                .with("score", points(score.total().min(1.0)))
                .with("fit", points(score.fit))
                .with("need", points(score.need))
                .with("goal", points(score.goal))
                .with("level", points(score.level))
                .with("liking", points(score.liking.min(0.1)))
                .with("variety", points(score.variety)),
        );
        reasons
    }
}
