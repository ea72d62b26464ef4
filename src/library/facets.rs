//! Exercises by what they share: category, pattern, muscle, skill, equipment. Positions only;
//! [`super::Library`] turns them into exercises.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::Arc;

use crate::domain::{Category, EquipmentId, Exercise, Muscle, Pattern, SkillId};

/// Positions of exercises per value, ascending.
#[derive(Debug, Default)]
pub(super) struct Facets {
    categories: HashMap<Category, Vec<u32>>,
    patterns: HashMap<Pattern, Vec<u32>>,
    muscles: HashMap<Muscle, Vec<u32>>,
    skills: HashMap<SkillId, Vec<u32>>,
    equipment: HashMap<EquipmentId, Vec<u32>>,
}

impl Facets {
    pub(super) fn new(exercises: &[Arc<Exercise>]) -> Self {
        let mut facets = Self::default();
        for (position, exercise) in exercises.iter().enumerate() {
            let position = position as u32;
            add(&mut facets.categories, &exercise.category, position);
            for pattern in &exercise.patterns {
                add(&mut facets.patterns, pattern, position);
            }
            for muscle in &exercise.primary {
                add(&mut facets.muscles, muscle, position);
            }
            for skill in exercise.skills.keys() {
                add(&mut facets.skills, skill, position);
            }
            for thing in exercise.equipment.iter().flatten() {
                add(&mut facets.equipment, thing, position);
            }
        }
        facets
    }

    pub(super) fn category(&self, category: Category) -> &[u32] {
        listed(&self.categories, &category)
    }

    pub(super) fn pattern(&self, pattern: Pattern) -> &[u32] {
        listed(&self.patterns, &pattern)
    }

    pub(super) fn muscle(&self, muscle: Muscle) -> &[u32] {
        listed(&self.muscles, &muscle)
    }

    pub(super) fn skill(&self, skill: &SkillId) -> &[u32] {
        listed(&self.skills, skill)
    }

    pub(super) fn equipment(&self, thing: &EquipmentId) -> &[u32] {
        listed(&self.equipment, thing)
    }
}

/// Lists the position once, however often the exercise names the value.
fn add<K: Hash + Eq + Clone>(facet: &mut HashMap<K, Vec<u32>>, key: &K, position: u32) {
    match facet.get_mut(key) {
        Some(list) if list.last() == Some(&position) => {}
        Some(list) => list.push(position),
        None => {
            facet.insert(key.clone(), vec![position]);
        }
    }
}

fn listed<'a, K: Hash + Eq>(facet: &'a HashMap<K, Vec<u32>>, key: &K) -> &'a [u32] {
    facet.get(key).map_or(&[], Vec::as_slice)
}
