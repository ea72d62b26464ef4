//! Hard rules over exercises and graphs before they become a library: unique ids, and references
//! that lead somewhere. Order along edges is checked by [`super::graphs`].

use std::collections::HashSet;

use super::LibraryError;
use crate::domain::{
    CatalogueKind, Catalogues, EquipmentId, Exercise, ExerciseId, ExerciseKind, FocusId,
    ProgressionGraph, SkillId, StyleId, TargetGroupId, TrainingTypeId,
};

/// Checks exercises and graphs that are sorted by id.
pub(super) fn entries(
    exercises: &[Exercise],
    graphs: &[ProgressionGraph],
    catalogues: &Catalogues,
) -> Result<(), LibraryError> {
    if let Some(id) = first_repeat(exercises.iter().map(|exercise| exercise.id.as_str())) {
        return Err(LibraryError::Duplicate { path: format!("exercises/{id}") });
    }
    if let Some(id) = first_repeat(graphs.iter().map(|graph| graph.id.as_str())) {
        return Err(LibraryError::Duplicate { path: format!("graphs/{id}") });
    }
    let known = KnownIds::new(catalogues);
    for exercise in exercises {
        known.check(exercise)?;
        if let ExerciseKind::Combination(parts) = &exercise.kind {
            let is_known = |id: &ExerciseId| exercises.binary_search_by(|e| e.id.cmp(id)).is_ok();
            if let Some(part) = parts.iter().find(|part| !is_known(&part.exercise)) {
                let path = format!("exercises/{}/parts", exercise.id);
                return Err(LibraryError::UnknownExercise { path, id: part.exercise.clone() });
            }
        }
    }
    for graph in graphs {
        if let Some(focus) = &graph.focus
            && !known.focus.contains(focus.as_str())
        {
            let path = format!("graphs/{}/focus", graph.id);
            return Err(LibraryError::UnknownEntry { path, id: focus.to_string() });
        }
    }
    Ok(())
}

/// The first value that stands twice in a sorted sequence.
fn first_repeat<'a>(sorted: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let mut before = None;
    sorted.into_iter().find(|id| before.replace(*id) == Some(*id))
}

/// The ids of the open lists an exercise refers to.
struct KnownIds<'a> {
    equipment: HashSet<&'a str>,
    skills: HashSet<&'a str>,
    focus: HashSet<&'a str>,
    training_types: HashSet<&'a str>,
    target_groups: HashSet<&'a str>,
    styles: HashSet<&'a str>,
}

impl<'a> KnownIds<'a> {
    fn new(catalogues: &'a Catalogues) -> Self {
        let ids = |kind| catalogues.list(kind).iter().map(|entry| entry.id.as_str()).collect();
        Self {
            equipment: ids(CatalogueKind::Equipment),
            skills: ids(CatalogueKind::Skills),
            focus: ids(CatalogueKind::FocusAreas),
            training_types: ids(CatalogueKind::TrainingTypes),
            target_groups: ids(CatalogueKind::TargetGroups),
            styles: ids(CatalogueKind::StyleDirections),
        }
    }

    fn check(&self, exercise: &Exercise) -> Result<(), LibraryError> {
        let things = || exercise.equipment.iter().flatten().map(EquipmentId::as_str);
        let unknown = missing(&self.equipment, "equipment", things())
            .or_else(|| {
                missing(&self.skills, "skills", exercise.skills.keys().map(SkillId::as_str))
            })
            .or_else(|| missing(&self.focus, "focus", exercise.focus.iter().map(FocusId::as_str)))
            .or_else(|| {
                let ids = exercise.training_types.iter().map(TrainingTypeId::as_str);
                missing(&self.training_types, "training_types", ids)
            })
            .or_else(|| {
                let ids = exercise.target_groups.iter().map(TargetGroupId::as_str);
                missing(&self.target_groups, "target_groups", ids)
            })
            .or_else(|| {
                missing(&self.styles, "styles", exercise.styles.iter().map(StyleId::as_str))
            });
        unknown.map_or(Ok(()), |(field, id)| {
            let path = format!("exercises/{}/{field}", exercise.id);
            Err(LibraryError::UnknownEntry { path, id: id.to_owned() })
        })
    }
}

fn missing<'b>(
    known: &HashSet<&str>,
    field: &'static str,
    mut ids: impl Iterator<Item = &'b str>,
) -> Option<(&'static str, &'b str)> {
    ids.find(|id| !known.contains(id)).map(|id| (field, id))
}
