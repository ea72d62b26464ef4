//! What is indexed of our own exercises: names and aliases of both languages, and every fact by
//! its id and both its names, so that `kurzhantel brust` finds as much as `dumbbell chest`.

use std::collections::HashMap;

use super::SearchEntry;
use crate::domain::{CatalogueKind, Exercise};
use crate::library::Library;

/// The entries of a library, in the order of its exercises.
pub(in crate::library) fn of_library(library: &Library) -> impl Iterator<Item = SearchEntry> {
    let labels = Labels::new(library);
    library.exercises().iter().map(move |exercise| entry(exercise, &labels))
}

fn entry(exercise: &Exercise, labels: &Labels) -> SearchEntry {
    use CatalogueKind::{
        Equipment, FocusAreas, Levels, Muscles, Patterns, Skills, StyleDirections, TargetGroups,
        TrainingTypes,
    };
    let mut attributes = vec![category(exercise).to_owned()];
    let mut add = |kind, id: &str| {
        let label = labels.get(kind, id);
        if !attributes.contains(&label) {
            attributes.push(label);
        }
    };
    exercise.patterns.iter().for_each(|pattern| add(Patterns, pattern.id()));
    exercise.primary.iter().for_each(|muscle| add(Muscles, muscle.id()));
    exercise.equipment.iter().flatten().for_each(|thing| add(Equipment, thing.as_str()));
    exercise.skills.keys().for_each(|skill| add(Skills, skill.as_str()));
    exercise.focus.iter().for_each(|focus| add(FocusAreas, focus.as_str()));
    exercise.styles.iter().for_each(|style| add(StyleDirections, style.as_str()));
    add(Levels, exercise.level.id());
    let mut minor_attributes = Vec::new();
    let mut add = |kind, id: &str| minor_attributes.push(labels.get(kind, id));
    exercise.secondary.iter().for_each(|muscle| add(Muscles, muscle.id()));
    exercise.training_types.iter().for_each(|method| add(TrainingTypes, method.as_str()));
    exercise.target_groups.iter().for_each(|group| add(TargetGroups, group.as_str()));
    SearchEntry {
        id: exercise.id.to_string(),
        names: vec![exercise.name.en.clone(), exercise.name.de.clone()],
        aliases: exercise.aliases.iter().map(str::to_owned).collect(),
        attributes,
        minor_attributes,
    }
}

/// Categories have no list in the taxonomy; these are the words coaches type for them.
const fn category(exercise: &Exercise) -> &'static str {
    use crate::domain::Category::{
        Conditioning, Drill, Game, Mobility, Power, Strength, Technique,
    };
    match exercise.category {
        Strength => "strength Kraft",
        Power => "power explosive Schnellkraft",
        Mobility => "mobility stretch Beweglichkeit Dehnung",
        Conditioning => "conditioning cardio Ausdauer Kondition",
        Drill => "drill Übungsform",
        Game => "game Spiel",
        Technique => "technique Technik",
    }
}

/// Everything a catalogue entry is called, in one text.
struct Labels<'a>(HashMap<(CatalogueKind, &'a str), String>);

impl<'a> Labels<'a> {
    fn new(library: &'a Library) -> Self {
        use CatalogueKind::{
            Equipment, FocusAreas, Levels, Muscles, Patterns, Skills, StyleDirections,
            TargetGroups, TrainingTypes,
        };
        let kinds = [
            Equipment,
            FocusAreas,
            Levels,
            Muscles,
            Patterns,
            Skills,
            StyleDirections,
            TargetGroups,
            TrainingTypes,
        ];
        let mut labels = HashMap::new();
        for kind in kinds {
            for entry in library.catalogues().list(kind) {
                let label =
                    format!("{} {} {}", entry.id.replace('_', " "), entry.name.en, entry.name.de);
                labels.insert((kind, entry.id.as_str()), label);
            }
        }
        Self(labels)
    }

    fn get(&self, kind: CatalogueKind, id: &str) -> String {
        self.0.get(&(kind, id)).cloned().unwrap_or_else(|| id.replace('_', " "))
    }
}
