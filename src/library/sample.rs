//! Small exercises and graphs for tests, here and in the modules that build on the library.

use std::collections::BTreeMap;

use crate::domain::{
    Bilingual, BilingualList, Catalogues, Category, Edge, Exercise, ExerciseId, ExerciseKind,
    Level, Origin, Partner, Pattern, ProgressionGraph, SkillWeights, Visibility,
};

use super::{Library, builtin};

/// A drill of judo class: beginners from six years, alone, without equipment.
pub(crate) fn drill(id: &str, en: &str, de: &str) -> Exercise {
    Exercise {
        id: ExerciseId::from(id),
        name: Bilingual::new(en, de),
        aliases: BilingualList::default(),
        kind: ExerciseKind::default(),
        category: Category::Drill,
        patterns: vec![Pattern::Technique],
        primary: Vec::new(),
        secondary: Vec::new(),
        equipment: Vec::new(),
        mechanic: None,
        unilateral: false,
        level: Level::Beginner,
        min_age: 6,
        contra: Vec::new(),
        skills: SkillWeights::new(),
        focus: Vec::new(),
        training_types: Vec::new(),
        target_groups: Vec::new(),
        styles: Vec::new(),
        partner: Partner::None,
        doses: BTreeMap::new(),
        increment_kg: None,
        minutes: None,
        fact: Bilingual::same("A fact."),
        visibility: Visibility::default(),
        origin: Origin::default(),
    }
}

/// Skill weights from pairs.
pub(crate) fn skills(pairs: &[(&str, f32)]) -> SkillWeights {
    pairs.iter().map(|(id, weight)| ((*id).into(), *weight)).collect()
}

/// A graph from pairs of exercise ids.
pub(crate) fn graph(id: &str, edges: &[(&str, &str)]) -> ProgressionGraph {
    ProgressionGraph {
        id: id.into(),
        name: Bilingual::same(id),
        focus: None,
        edges: edges
            .iter()
            .map(|(from, to)| Edge {
                from: (*from).into(),
                to: (*to).into(),
                harder: Bilingual::same("harder"),
            })
            .collect(),
    }
}

/// The catalogues that ship with planwright.
pub(crate) fn catalogues() -> Catalogues {
    builtin().unwrap().catalogues
}

/// A library over the built-in catalogues.
pub(crate) fn library(exercises: Vec<Exercise>, graphs: Vec<ProgressionGraph>) -> Library {
    Library::new(exercises, graphs, catalogues()).unwrap()
}
