//! What can be chosen from: the exercises of the library that the athlete can do with the
//! equipment, level, age and injuries given (`docs/planner.md` §2.11, step 2).

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::domain::{
    AthleteProfile, CatalogueEntry, CatalogueKind, Category, EquipmentId, Exercise, Level, Pattern,
};
use crate::library::Library;
use crate::lint::at_hand;
use crate::training::{Constraints, obstacles};

/// The exercises an athlete can do, by leading and by other pattern.
pub(crate) struct Pool<'a> {
    leading: BTreeMap<Pattern, Vec<&'a Arc<Exercise>>>,
    /// Lifts one level above the athlete's, for slots that would stay empty.
    above: BTreeMap<Pattern, Vec<&'a Arc<Exercise>>>,
    /// Exercises of strength and power before the filter.
    pub(crate) all: usize,
    /// What is left of them.
    pub(crate) possible: usize,
    /// For warm-up, cool-down and easy endurance.
    pub(crate) gentle: Vec<&'a Arc<Exercise>>,
}

impl<'a> Pool<'a> {
    pub(crate) fn new(profile: &AthleteProfile, library: &'a Library) -> Self {
        let constraints = Constraints {
            equipment: Some(available(profile, library)),
            people: Some(1),
            level: Some(profile.level),
            youngest: profile.age,
            injuries: profile.injuries.clone(),
            minutes_left: None,
        };
        let one_above = Constraints { level: Some(above(profile.level)), ..constraints.clone() };
        let mut pool = Self {
            leading: BTreeMap::new(),
            above: BTreeMap::new(),
            all: 0,
            possible: 0,
            gentle: Vec::new(),
        };
        for exercise in library.active() {
            let Some(pattern) = exercise.patterns.first() else { continue };
            match exercise.category {
                Category::Strength | Category::Power => {
                    pool.all += 1;
                    if possible(exercise, &constraints) {
                        pool.possible += 1;
                        pool.leading.entry(*pattern).or_default().push(exercise);
                    } else if possible(exercise, &one_above) {
                        pool.above.entry(*pattern).or_default().push(exercise);
                    }
                }
                Category::Mobility | Category::Conditioning if possible(exercise, &constraints) => {
                    pool.gentle.push(exercise);
                }
                _ => {}
            }
        }
        pool
    }

    /// The exercises that lead with this pattern.
    pub(crate) fn of(&self, pattern: Pattern) -> &[&'a Arc<Exercise>] {
        self.leading.get(&pattern).map_or(&[], Vec::as_slice)
    }

    /// Those that would be possible one level higher.
    pub(crate) fn above(&self, pattern: Pattern) -> &[&'a Arc<Exercise>] {
        self.above.get(&pattern).map_or(&[], Vec::as_slice)
    }
}

/// Whether nothing stands against the exercise.
fn possible(exercise: &Exercise, constraints: &Constraints) -> bool {
    // asked before the full list of obstacles, because most of a library fails here
    constraints.level.is_none_or(|level| exercise.level <= level)
        && !exercise.contra.iter().any(|tag| constraints.injuries.contains(tag))
        && obstacles(exercise, constraints).is_empty()
}

const fn above(level: Level) -> Level {
    match level {
        Level::Beginner => Level::Intermediate,
        Level::Intermediate => Level::Advanced,
        Level::Advanced | Level::Elite => Level::Elite,
    }
}

/// What the athlete has; a full gym where nothing is said.
pub(crate) fn available(profile: &AthleteProfile, library: &Library) -> BTreeSet<EquipmentId> {
    if let Some(things) = &profile.equipment {
        return at_hand(things);
    }
    let in_a_gym = |entry: &&CatalogueEntry| {
        let place = entry.facts.get("place").map_or("any", String::as_str);
        matches!(place, "gym" | "home" | "any")
            || matches!(entry.id.as_str(), "mat" | "medicine_ball" | "jump_rope" | "swiss_ball")
    };
    library
        .catalogues()
        .list(CatalogueKind::Equipment)
        .iter()
        .filter(in_a_gym)
        .map(|entry| EquipmentId::new(entry.id.as_str()))
        .collect()
}
