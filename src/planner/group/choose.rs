//! Chooses the drills of a part: greedy by what the target still lacks, fit, spacing and what was
//! prepared (`docs/planner.md` §2.11: 3 × gap + 0.6 fit + spacing + prerequisites).

use std::sync::Arc;

use super::draft::DrillDraft;
use super::history::{History, throws, weight};
use super::pool::{Pool, ritual};
use crate::domain::{
    Bilingual, CatalogueKind, Category, Exercise, GroupProfile, Level, Message, Partner,
    SectionKind, SkillId, SkillWeights,
};
use crate::library::Library;
use crate::lint::{ODD_REASON, WEIGHT_REASON, longest_drill, needs_like_weight};
use crate::planner::identity::mix;
use crate::training::people_needed;

/// New things in one unit: one is learned, two are juggled.
const MOST_NEW: usize = 2;
/// Times in a row before something else has its turn.
const MOST_IN_A_ROW: usize = 3;

/// Everything choosing looks at.
pub(crate) struct Chooser<'a> {
    pub(crate) profile: &'a GroupProfile,
    pub(crate) library: &'a Library,
    pub(crate) target: &'a SkillWeights,
    pub(crate) youngest: Option<u8>,
    pub(crate) seed: u64,
}

/// One part to be filled.
pub(crate) struct Wanted {
    pub(crate) kind: SectionKind,
    pub(crate) minutes: u16,
    /// Highest level.
    pub(crate) level: Level,
    /// People who do it.
    pub(crate) people: u16,
    /// Number of the unit, from 0, and its day.
    pub(crate) unit: usize,
    pub(crate) day: i64,
}

/// How strictly a part is filled; the next one is tried when nothing is left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Care {
    /// At most two new things, and only what was taught before is applied.
    Balanced,
    /// As many new things as the time asks for: the first units of a program.
    Eager,
    /// A game, where nothing can be taught.
    Play,
}

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
        while left > 0 {
            let gap = history.gap(self.target);
            let best = [Care::Balanced, Care::Eager, Care::Play]
                .into_iter()
                .find_map(|care| self.best(wanted, pool, history, unit, &gap, left, care));
            let Some((exercise, score, of)) = best else { break };
            let minutes = self.minutes(exercise, left, wanted);
            if is_taught(wanted.kind) && history.is_new(exercise) {
                unit.fresh += 1;
            }
            let reasons = self.reasons(wanted, exercise, score, of, pool, history, &gap);
            drills.push(DrillDraft { exercise: Arc::clone(exercise), minutes, reasons });
            history.record(exercise, wanted.unit, wanted.day, minutes);
            unit.taken.push(Arc::clone(exercise));
            left = left.saturating_sub(minutes);
        }
        stretch(&mut drills, left, self.youngest);
        if is_taught(wanted.kind) {
            // falling first, then what was done before, then what is new and harder
            drills.sort_by_key(|drill| {
                let falls = weight(&drill.exercise, "falling") >= 0.7 && !throws(&drill.exercise);
                (!falls, drill.exercise.level)
            });
        }
        drills
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
        let mut best: Option<(&Arc<Exercise>, Score)> = None;
        let mut count = 0;
        let candidates = match care {
            Care::Balanced | Care::Eager => pool.of(wanted.kind),
            Care::Play if is_taught(wanted.kind) => pool.of(SectionKind::Game),
            Care::Play => return None,
        };
        for exercise in candidates {
            if !suits(wanted, exercise, history, unit, left, care) {
                continue;
            }
            count += 1;
            let score = self.score(wanted, exercise, history, gap);
            let better = best.is_none_or(|(other, most)| {
                let (mine, theirs) = (score.total(), most.total());
                mine > theirs + 1e-6
                    || ((mine - theirs).abs() <= 1e-6
                        && self.seed != 0
                        && mix(self.seed, exercise.id.as_str()) < mix(self.seed, other.id.as_str()))
            });
            if better {
                best = Some((exercise, score));
            }
        }
        best.map(|(exercise, score)| (exercise, score, count))
    }

    fn score(
        &self,
        wanted: &Wanted,
        exercise: &Exercise,
        history: &History<'_>,
        gap: &[(SkillId, f32)],
    ) -> Score {
        let owed: f32 = gap.iter().map(|(_, open)| open).sum();
        let covered: f32 = gap
            .iter()
            .filter_map(|(skill, open)| Some(open.min(*exercise.skills.get(skill)? * open)))
            .sum();
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

/// What a unit holds so far.
#[derive(Default)]
pub(crate) struct Chosen {
    taken: Vec<Arc<Exercise>>,
    /// New things among it that are to be learned.
    fresh: usize,
}

/// Whether things are taught in a part, rather than played or done in passing.
const fn is_taught(kind: SectionKind) -> bool {
    matches!(kind, SectionKind::Skill | SectionKind::Main)
}

/// Whether an exercise may stand in the part now.
fn suits(
    wanted: &Wanted,
    exercise: &Exercise,
    history: &History<'_>,
    unit: &Chosen,
    left: u16,
    care: Care,
) -> bool {
    let Some(minutes) = exercise.minutes else { return false };
    let least = u16::from(minutes.min);
    let frames =
        matches!(wanted.kind, SectionKind::Opening | SectionKind::Closing | SectionKind::Cooldown);
    let fits = least <= left
        && exercise.level <= wanted.level
        && people_needed(exercise.partner) <= wanted.people
        && unit.taken.iter().all(|done| done.id != exercise.id)
        && (frames || history.run(exercise, wanted.unit) < MOST_IN_A_ROW)
        && history.is_prepared(exercise);
    if !fits || !history.is_new(exercise) {
        return fits;
    }
    match wanted.kind {
        // something new is taught in the skill part and applied in a later unit
        SectionKind::Skill if care == Care::Balanced => unit.fresh < MOST_NEW,
        SectionKind::Main => care != Care::Balanced,
        // a warm-up needs no explaining
        SectionKind::Warmup => {
            exercise.level == Level::Beginner || exercise.category != Category::Drill
        }
        _ => true,
    }
}

/// What a part is for: application with a partner in the main part, running games first.
fn suits_part(wanted: &Wanted, exercise: &Exercise) -> f32 {
    let with_others = exercise.partner != Partner::None;
    match wanted.kind {
        SectionKind::Main if with_others => 0.4,
        SectionKind::Warmup => {
            let runs = weight(exercise, "agility") + weight(exercise, "endurance_aerobic");
            let own = if exercise.category == Category::Game { 0.3 } else { 0.0 };
            runs.min(1.0) * 0.5 + own
        }
        SectionKind::Opening | SectionKind::Closing => ritual(exercise),
        _ => 0.0,
    }
}

/// New things come again after two to seven days and after fourteen; what is due goes first, what
/// was just done waits.
fn spacing(wanted: &Wanted, exercise: &Exercise, history: &History<'_>) -> f32 {
    let taught = is_taught(wanted.kind);
    let Some(since) = history.since(exercise, wanted.day) else {
        return if taught { 0.3 } else { 0.2 };
    };
    if !taught {
        // games and rituals: the longer ago the better
        return if matches!(wanted.kind, SectionKind::Opening | SectionKind::Closing) {
            0.0
        } else {
            (since as f32 / 28.0).min(0.5) - 0.3
        };
    }
    match (history.times(exercise), since) {
        (1, 2..=14) => 0.9,
        (2, 5..=14) => 0.5,
        (_, 0..=1) => -0.6,
        (3.., 0..=6) => -0.5,
        (_, 21..) => 0.3,
        _ => 0.0,
    }
}

/// Spreads minutes that are left over drills that can be longer; the last resort is the last one.
fn stretch(drills: &mut [DrillDraft], mut left: u16, youngest: Option<u8>) {
    for drill in drills.iter_mut() {
        let range = drill.exercise.minutes.map_or(0, |range| u16::from(range.max));
        let most = match drill.exercise.category {
            Category::Drill | Category::Technique => range.min(longest_drill(youngest)),
            _ => range,
        };
        let more = most.saturating_sub(drill.minutes).min(left);
        drill.minutes += more;
        left -= more;
    }
}
