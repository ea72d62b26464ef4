//! Small exercises and graphs for tests, here and in the modules that build on the library.

use crate::domain::{
    Bilingual, Catalogues, Edge, Exercise, ExerciseId, Pattern, ProgressionGraph, SkillWeights,
};

use super::{Library, builtin};

/// A drill of judo class: beginners from six years, alone, without equipment.
pub(crate) fn drill(id: &str, en: &str, de: &str) -> Exercise {
    Exercise {
        patterns: vec![Pattern::Technique],
        fact: Bilingual::same("A fact."),
        ..Exercise::named(ExerciseId::from(id), Bilingual::new(en, de))
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
