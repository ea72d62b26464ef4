//! What can be chosen from for a group: exercises that suit age, numbers, hall and style, sorted by
//! the part of a unit they can stand in.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::history::throws;
use super::station::is_station;
use crate::domain::{
    CatalogueEntry, CatalogueKind, Category, EquipmentId, Exercise, GroupProfile, Level,
    SectionKind, SkillWeights,
};
use crate::library::Library;
use crate::lint::{at_hand, strikes_in_sparring};
use crate::training::{Constraints, obstacles};

/// Exercises by the part they can stand in.
pub(crate) struct Pool<'a> {
    pub(crate) all: usize,
    pub(crate) opening: Vec<&'a Arc<Exercise>>,
    pub(crate) warm_up: Vec<&'a Arc<Exercise>>,
    pub(crate) skill: Vec<&'a Arc<Exercise>>,
    pub(crate) game: Vec<&'a Arc<Exercise>>,
    pub(crate) cool_down: Vec<&'a Arc<Exercise>>,
    pub(crate) closing: Vec<&'a Arc<Exercise>>,
    /// Whether people are thrown sooner or later.
    pub(crate) throws: bool,
    /// For circuits.
    pub(crate) strength: Vec<&'a Arc<Exercise>>,
}

impl<'a> Pool<'a> {
    /// Everything up to `level`; drills above the level of the common phases are for streams.
    pub(crate) fn new(profile: &GroupProfile, library: &'a Library, level: Level) -> Self {
        let constraints = Constraints {
            equipment: Some(available(profile, library)),
            people: Some(profile.size),
            level: Some(level),
            youngest: youngest(profile, library),
            injuries: Vec::new(),
            minutes_left: None,
        };
        let mut pool = Self {
            all: 0,
            opening: Vec::new(),
            warm_up: Vec::new(),
            skill: Vec::new(),
            game: Vec::new(),
            cool_down: Vec::new(),
            closing: Vec::new(),
            throws: false,
            strength: Vec::new(),
        };
        for exercise in library.active() {
            let station =
                exercise.category == Category::Strength && is_station(exercise, profile, library);
            if !station && (exercise.minutes.is_none() || !of_style(exercise, profile)) {
                continue;
            }
            if obstacles(exercise, &constraints).iter().any(|obstacle| !obstacle.is_soft()) {
                continue;
            }
            if is_for_others(exercise, profile, constraints.youngest) {
                continue;
            }
            if station {
                pool.all += 1;
                pool.strength.push(exercise);
                continue;
            }
            if strikes_in_sparring(exercise) && level == Level::Beginner {
                continue;
            }
            pool.all += 1;
            pool.throws |= throws(exercise);
            for kind in places(exercise) {
                pool.of_mut(*kind).push(exercise);
            }
        }
        pool
    }

    fn of_mut(&mut self, kind: SectionKind) -> &mut Vec<&'a Arc<Exercise>> {
        match kind {
            SectionKind::Opening => &mut self.opening,
            SectionKind::Warmup => &mut self.warm_up,
            SectionKind::Game => &mut self.game,
            SectionKind::Cooldown => &mut self.cool_down,
            SectionKind::Closing => &mut self.closing,
            _ => &mut self.skill,
        }
    }

    /// The exercises for a part.
    pub(crate) fn of(&self, kind: SectionKind) -> &[&'a Arc<Exercise>] {
        match kind {
            SectionKind::Opening => &self.opening,
            SectionKind::Warmup => &self.warm_up,
            SectionKind::Game => &self.game,
            SectionKind::Cooldown => &self.cool_down,
            SectionKind::Closing => &self.closing,
            _ => &self.skill,
        }
    }
}

/// Rituals that begin or end; the library does not tell them apart.
const BEGINNINGS: [&str; 4] = ["bow_in", "circle_welcome", "mood_thermometer", "belt_tying"];
const ENDINGS: [&str; 5] =
    ["bow_out", "reflection_circle", "thank_you_round", "value_of_day", "tidy_up_quiet"];

/// Bows where nobody has a style, and what small children play where all are grown up.
fn is_for_others(exercise: &Exercise, profile: &GroupProfile, youngest: Option<u8>) -> bool {
    const GROWN: u8 = 16;
    let id = exercise.id.as_str();
    let ritual = BEGINNINGS.contains(&id) || ENDINGS.contains(&id);
    if ritual && profile.style.is_none() && !exercise.styles.is_empty() {
        return true;
    }
    let names = |group: &str| exercise.target_groups.iter().any(|known| known.as_str() == group);
    exercise.category == Category::Game
        && youngest.is_some_and(|age| age >= GROWN)
        && (names("preschool") || names("kids_young"))
        && !["mixed", "adults", profile.target_group.as_str()].into_iter().any(names)
}

/// How well a ritual frames a unit: the one of the style first, then in the order of the lists.
pub(crate) fn ritual(exercise: &Exercise) -> f32 {
    let id = exercise.id.as_str();
    let place = |list: &[&str]| list.iter().position(|ritual| *ritual == id);
    let at = place(&BEGINNINGS).or_else(|| place(&ENDINGS)).unwrap_or(ENDINGS.len());
    let own = if exercise.styles.is_empty() { 0.0 } else { 0.5 };
    own + 1.0 - 0.2 * at as f32
}

/// The parts an exercise can stand in.
fn places(exercise: &Exercise) -> &'static [SectionKind] {
    let id = exercise.id.as_str();
    let has = |kind: &str| exercise.training_types.iter().any(|other| other.as_str() == kind);
    let focus = exercise.focus.first().map_or("", |focus| focus.as_str());
    if BEGINNINGS.contains(&id) {
        return &[SectionKind::Opening];
    }
    if ENDINGS.contains(&id) {
        return &[SectionKind::Closing];
    }
    if has("relaxation") || has("recovery") || focus == "relaxation" || focus == "etiquette" {
        return &[SectionKind::Cooldown];
    }
    match exercise.category {
        // what is held ends a unit, what swings begins it
        Category::Mobility if is_held(id) => &[SectionKind::Cooldown],
        Category::Game if has("sparring") => &[SectionKind::Game],
        Category::Game => &[SectionKind::Warmup, SectionKind::Game],
        Category::Mobility | Category::Conditioning => &[SectionKind::Warmup],
        Category::Drill if has("coordination") => &[SectionKind::Warmup, SectionKind::Skill],
        Category::Drill | Category::Technique => &[SectionKind::Skill],
        Category::Strength | Category::Power => &[],
    }
}

/// Stretches and positions that are held: the end of a unit.
fn is_held(id: &str) -> bool {
    const HELD: [&str; 6] = [
        "childs_pose",
        "knees_to_chest_lying",
        "deep_squat_hold",
        "joint_flow",
        "thread_the_needle",
        "open_book",
    ];
    HELD.contains(&id) || (id.contains("stretch") && id != "world_greatest_stretch")
}

/// Whether the exercise belongs to the group's style, or to none.
fn of_style(exercise: &Exercise, profile: &GroupProfile) -> bool {
    exercise.styles.is_empty()
        || profile.style.as_ref().is_none_or(|style| exercise.styles.contains(style))
}

/// Age of the youngest: as given, else of the target group.
pub(crate) fn youngest(profile: &GroupProfile, library: &Library) -> Option<u8> {
    profile.age_min.or_else(|| library.catalogues().ages(&profile.target_group).map(|ages| ages.0))
}

/// Whether the style is a martial art.
pub(crate) fn is_martial(profile: &GroupProfile, library: &Library) -> bool {
    profile.style.as_ref().is_some_and(|style| {
        library
            .catalogues()
            .entry(CatalogueKind::StyleDirections, style.as_str())
            .and_then(|entry| entry.facts.get("family"))
            .is_some_and(|family| family == "martial")
    })
}

/// What lies in the hall; an ordinary hall of the style where nothing is said.
pub(crate) fn available(profile: &GroupProfile, library: &Library) -> BTreeSet<EquipmentId> {
    if let Some(things) = &profile.equipment {
        return at_hand(things);
    }
    let martial = is_martial(profile, library);
    let there = |entry: &&CatalogueEntry| {
        let place = entry.facts.get("place").map_or("any", String::as_str);
        matches!(place, "any" | "hall") || (place == "dojo" && martial)
    };
    let hall = library.catalogues().list(CatalogueKind::Equipment).iter().filter(there);
    hall.map(|entry| EquipmentId::new(entry.id.as_str())).collect()
}

/// Skills to develop: as given, else what the drills of the style train, the strongest eight.
pub(crate) fn target(profile: &GroupProfile, pool: &Pool<'_>) -> SkillWeights {
    const STRONGEST: usize = 8;
    if profile.skills.values().any(|weight| *weight > 0.0) {
        return profile.skills.clone();
    }
    let mut sums = SkillWeights::new();
    let own =
        pool.skill.iter().filter(|exercise| profile.style.is_none() || !exercise.styles.is_empty());
    for (skill, weight) in own.flat_map(|exercise| &exercise.skills) {
        *sums.entry(skill.clone()).or_default() += weight;
    }
    let mut strongest: Vec<_> = sums.into_iter().collect();
    strongest.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    strongest.truncate(STRONGEST);
    let most = strongest.first().map_or(1.0, |(_, weight)| *weight).max(f32::EPSILON);
    strongest.into_iter().map(|(skill, weight)| (skill, weight / most)).collect()
}
