//! What suits a part of a group unit now: level, numbers, time, what was prepared, how much that is
//! new a group can take, and when something should come again.

use std::sync::Arc;

use super::draft::DrillDraft;
use super::history::{History, is_technique, weight};
use super::pool::ritual;
use crate::domain::{Category, Exercise, Level, Partner, SectionKind};
use crate::lint::longest_drill;
use crate::training::people_needed;

/// New things in one unit: one is learned, two are juggled.
const MOST_NEW: usize = 2;
/// Techniques that are still being learned at the same time.
const MOST_OPEN: usize = 4;
/// Times in a row before something else has its turn.
const MOST_IN_A_ROW: usize = 3;

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
    pub(crate) newness: Newness,
}

/// Whether something new may come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Newness {
    /// As the course goes on.
    Welcome,
    /// Not before a contest or grading: what is known is made sure.
    Nothing,
}

/// How strictly a part is filled; the next one is tried when nothing is left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Care {
    /// At most one new thing while others are still being learned, and only what was taught before
    /// is applied.
    Balanced,
    /// As many new things as the time asks for: the first units of a program.
    Eager,
    /// A game, where nothing can be taught.
    Play,
    /// What was done often already: few people, a bare hall.
    Again,
}

impl Care {
    pub(super) const ALL: [Self; 4] = [Self::Balanced, Self::Eager, Self::Play, Self::Again];
}

/// What a unit holds so far.
#[derive(Default)]
pub(crate) struct Chosen {
    taken: Vec<Arc<Exercise>>,
    /// New things among it that are to be learned.
    fresh: usize,
    /// Whether a technique is among them.
    technique: bool,
}

impl Chosen {
    pub(super) fn take(&mut self, exercise: &Arc<Exercise>) {
        self.taken.push(Arc::clone(exercise));
    }

    /// Whether something of a kind is among it.
    pub(super) fn has(&self, kind: impl Fn(&Exercise) -> bool) -> bool {
        self.taken.iter().any(|exercise| kind(exercise))
    }

    pub(super) fn learn(&mut self, exercise: &Exercise) {
        self.fresh += 1;
        self.technique |= is_technique(exercise);
    }
}

/// Whether things are taught in a part, rather than played or done in passing.
pub(super) const fn is_taught(kind: SectionKind) -> bool {
    matches!(kind, SectionKind::Skill | SectionKind::Main)
}

/// Whether an exercise may stand in the part now.
pub(super) fn suits(
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
        && (frames || care == Care::Again || history.run(exercise, wanted.unit) < MOST_IN_A_ROW)
        && history.is_prepared(exercise);
    if !fits || !history.is_new(exercise) {
        return fits;
    }
    if wanted.newness == Newness::Nothing && is_taught(wanted.kind) && care != Care::Play {
        return false;
    }
    match wanted.kind {
        // something new is taught in the skill part and applied in a later unit
        SectionKind::Skill if care == Care::Balanced => {
            let room = unit.fresh < MOST_NEW;
            let technique = is_technique(exercise);
            room && !(technique && (unit.technique || history.open(wanted.day) >= MOST_OPEN))
        }
        SectionKind::Main => care != Care::Balanced,
        // a warm-up needs no explaining
        SectionKind::Warmup => {
            exercise.level == Level::Beginner || exercise.category != Category::Drill
        }
        _ => true,
    }
}

/// What a part is for: application with a partner in the main part, running games first.
pub(super) fn suits_part(wanted: &Wanted, exercise: &Exercise) -> f32 {
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
pub(super) fn spacing(wanted: &Wanted, exercise: &Exercise, history: &History<'_>) -> f32 {
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

/// Spreads minutes that are left over drills that can be longer, and says how many stay.
pub(super) fn stretch(drills: &mut [DrillDraft], mut left: u16, youngest: Option<u8>) -> u16 {
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
    left
}
