//! What the library that ships must have: so many exercises, progressions and steps, every skill
//! trained and every piece of equipment used, patterns that can be trained with whatever stands in
//! the hall.

use std::collections::BTreeSet;

use super::{Finding, is_built_in};
use crate::domain::{CatalogueKind, EquipmentId, Exercise, Message, Pattern, SkillId};
use crate::library::Library;

/// Fewest exercises.
pub const EXERCISES: usize = 650;
/// Fewest progression graphs.
pub const GRAPHS: usize = 20;
/// Fewest steps in all graphs together.
pub const EDGES: usize = 400;
/// A skill that fewer exercises train cannot be planned for.
pub const SKILL_USES: usize = 3;

/// What is missing from a library that is to ship, by path. All of it is hard.
#[must_use]
pub fn check_coverage(library: &Library) -> Vec<Finding> {
    let mut findings = Vec::new();
    counts(library, &mut findings);
    unused(library, &mut findings);
    empty_cells(library, &mut findings);
    findings.sort_by(|a, b| a.path.cmp(&b.path));
    findings
}

fn counts(library: &Library, findings: &mut Vec<Finding>) {
    let exercises = library.exercises().iter().filter(|exercise| is_built_in(exercise)).count();
    let edges = library.graphs().iter().map(|graph| graph.edges.len()).sum();
    let counts = [
        ("exercises", "library-check-few-exercises", exercises, EXERCISES),
        ("graphs", "library-check-few-graphs", library.graphs().len(), GRAPHS),
        ("graphs/edges", "library-check-few-edges", edges, EDGES),
    ];
    for (path, rule, count, wanted) in counts.into_iter().filter(|(.., n, wanted)| n < wanted) {
        let message = Message::new(rule).with("count", count).with("wanted", wanted);
        findings.push(Finding::hard(path, message));
    }
}

/// Skills and equipment that no, or hardly any, exercise uses.
fn unused(library: &Library, findings: &mut Vec<Finding>) {
    let catalogues = library.catalogues();
    let skills = catalogues.list(CatalogueKind::Skills).iter();
    for skill in skills.filter(|skill| !skill.is_own()) {
        let uses = library.with_skill(&SkillId::from(skill.id.as_str())).count();
        if uses < SKILL_USES {
            let message = Message::new("library-check-rare-skill")
                .with("name", &skill.name)
                .with("uses", uses)
                .with("wanted", SKILL_USES);
            findings.push(Finding::hard(format!("catalogues/skills/{}", skill.id), message));
        }
    }
    for thing in catalogues.list(CatalogueKind::Equipment) {
        let id = EquipmentId::from(thing.id.as_str());
        if thing.id != "none" && !thing.is_own() && library.with_equipment(&id).next().is_none() {
            let message = Message::new("library-check-unused-equipment").with("name", &thing.name);
            findings.push(Finding::hard(format!("catalogues/equipment/{}", thing.id), message));
        }
    }
}

/// Ways to load a pattern, each with the equipment that stands for it.
const LOADINGS: &[(&str, &[&str])] = &[
    ("none", &[]),
    ("band", &["band", "mini_band"]),
    ("dumbbell", &["dumbbell", "kettlebell"]),
    ("barbell", &["barbell", "trap_bar", "ez_bar"]),
    (
        "machine",
        &[
            "cable",
            "smith",
            "lat_machine",
            "row_machine",
            "leg_press",
            "chest_press",
            "shoulder_press_machine",
            "hyperextension",
            "leg_curl",
        ],
    ),
];

/// Patterns of the coverage rule with the ways to load them that exist in gyms.
const CELLS: &[(Pattern, &[&str])] = &[
    (Pattern::Squat, &["none", "band", "dumbbell", "barbell", "machine"]),
    (Pattern::Hinge, &["none", "band", "dumbbell", "barbell", "machine"]),
    (Pattern::Lunge, &["none", "dumbbell", "barbell"]),
    (Pattern::HPush, &["none", "band", "dumbbell", "barbell", "machine"]),
    (Pattern::VPush, &["none", "band", "dumbbell", "barbell", "machine"]),
    (Pattern::HPull, &["band", "dumbbell", "barbell", "machine"]),
    (Pattern::VPull, &["band", "machine"]),
    (Pattern::Carry, &["dumbbell"]),
    (Pattern::CoreAntiExtension, &["none"]),
    (Pattern::CoreAntiRotation, &["band", "machine"]),
    (Pattern::CoreAntiLateral, &["none", "dumbbell"]),
    (Pattern::CoreFlexion, &["none", "machine"]),
    (Pattern::IsolationArm, &["band", "dumbbell", "barbell", "machine"]),
    (Pattern::IsolationShoulder, &["band", "dumbbell", "machine"]),
    (Pattern::Jump, &["none"]),
    (Pattern::Mobility, &["none"]),
    (Pattern::Conditioning, &["none"]),
];

/// Combinations of pattern and loading that exist and that no exercise fills.
fn empty_cells(library: &Library, findings: &mut Vec<Finding>) {
    for (pattern, loadings) in CELLS {
        let filled: BTreeSet<&str> = library
            .with_pattern(*pattern)
            .flat_map(|exercise| {
                LOADINGS.iter().filter(|(_, things)| is_loaded_by(exercise, things))
            })
            .map(|(loading, _)| *loading)
            .collect();
        for loading in loadings.iter().filter(|loading| !filled.contains(**loading)) {
            let message = Message::new("library-check-empty-cell")
                .with("pattern", library.catalogues().name(CatalogueKind::Patterns, pattern.id()))
                .with("loading", library.catalogues().name(CatalogueKind::Equipment, loading));
            let path = format!("patterns/{}/{loading}", pattern.id());
            findings.push(Finding::hard(path, message));
        }
    }
}

/// Whether an alternative holds one of the things; no things: whether a mat is all it needs.
fn is_loaded_by(exercise: &Exercise, things: &[&str]) -> bool {
    if things.is_empty() {
        return exercise.possible_with(|thing| thing.as_str() == "mat");
    }
    exercise.equipment.iter().flatten().any(|thing| things.contains(&thing.as_str()))
}
