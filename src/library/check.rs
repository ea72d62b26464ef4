//! Rules that make a library good, beyond those without which it cannot be loaded: names that mean
//! one thing, facts that fit their line, catalogues that are used, patterns that can be trained
//! with whatever stands in the hall. Reports; mends nothing.

use std::collections::{BTreeMap, BTreeSet};

use super::Library;
use super::search::name_key;
use crate::domain::{
    CatalogueKind, Category, EquipmentId, Exercise, ExerciseId, Message, Pattern, SkillId,
};

/// How bad a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gravity {
    /// Must be mended: engines rely on it.
    Hard,
    /// Should be mended: the library is thinner than it could be.
    Soft,
}

/// One thing to mend.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// How bad it is.
    pub gravity: Gravity,
    /// The culprit, e.g. `exercises/back_squat/fact`.
    pub path: String,
    /// What is wrong.
    pub message: Message,
}

/// Longest fact, in characters.
const FACT_LIMIT: usize = 140;
/// A skill that fewer exercises train cannot be planned for.
const SKILL_USES: usize = 3;

/// Everything worth mending, hard findings first, then by path.
#[must_use]
pub fn check(library: &Library) -> Vec<Finding> {
    let mut findings = Vec::new();
    shared_names(library, &mut findings);
    for exercise in library.exercises() {
        single_exercise(exercise, &mut findings);
    }
    unused(library, &mut findings);
    empty_cells(library, &mut findings);
    findings.sort_by(|a, b| (a.gravity, &a.path).cmp(&(b.gravity, &b.path)));
    findings
}

fn push(findings: &mut Vec<Finding>, gravity: Gravity, path: String, message: Message) {
    findings.push(Finding { gravity, path, message });
}

/// A name or alias, folded and without plural, must lead to one exercise.
fn shared_names(library: &Library, findings: &mut Vec<Finding>) {
    let mut owners: BTreeMap<String, BTreeMap<&ExerciseId, &str>> = BTreeMap::new();
    for exercise in library.exercises() {
        for name in exercise.names() {
            owners.entry(name_key(name)).or_default().entry(&exercise.id).or_insert(name);
        }
    }
    for (key, owners) in owners {
        let mut ids = owners.iter();
        let (Some((first, _)), true) = (ids.next(), owners.len() > 1 || key.is_empty()) else {
            continue;
        };
        for (other, name) in ids {
            let message = Message::new("library-check-shared-name")
                .with("name", *name)
                .with("other", first.as_str());
            push(findings, Gravity::Hard, format!("exercises/{other}/names"), message);
        }
        if key.is_empty() {
            let message = Message::new("library-check-empty-name");
            push(findings, Gravity::Hard, format!("exercises/{first}/names"), message);
        }
    }
}

fn single_exercise(exercise: &Exercise, findings: &mut Vec<Finding>) {
    let path = |field: &str| format!("exercises/{}/{field}", exercise.id);
    for fact in [&exercise.fact.en, &exercise.fact.de] {
        let length = fact.chars().count();
        if length == 0 || length > FACT_LIMIT {
            let message =
                Message::new("library-check-fact").with("length", length).with("limit", FACT_LIMIT);
            push(findings, Gravity::Hard, path("fact"), message);
        }
    }
    if exercise.skills.values().any(|weight| !(*weight > 0.0 && *weight <= 1.0)) {
        push(findings, Gravity::Hard, path("skills"), Message::new("library-check-weight"));
    }
    let builds_muscle = matches!(exercise.category, Category::Strength | Category::Power);
    if builds_muscle && exercise.primary.is_empty() {
        push(findings, Gravity::Hard, path("primary"), Message::new("library-check-no-muscle"));
    }
    if exercise.patterns.is_empty() {
        push(findings, Gravity::Hard, path("patterns"), Message::new("library-check-no-pattern"));
    }
    if exercise.doses.is_empty() || exercise.doses.values().any(|dose| dose.trim().is_empty()) {
        push(findings, Gravity::Soft, path("dose"), Message::new("library-check-no-dose"));
    }
    let is_timed = matches!(exercise.category, Category::Drill | Category::Game);
    if is_timed && exercise.minutes.is_none() {
        push(findings, Gravity::Soft, path("minutes"), Message::new("library-check-no-minutes"));
    }
}

/// Skills and equipment that no, or hardly any, exercise uses.
fn unused(library: &Library, findings: &mut Vec<Finding>) {
    let catalogues = library.catalogues();
    for skill in catalogues.list(CatalogueKind::Skills) {
        let uses = library.with_skill(&SkillId::from(skill.id.as_str())).count();
        if uses < SKILL_USES {
            let message = Message::new("library-check-rare-skill")
                .with("name", &skill.name)
                .with("uses", uses)
                .with("wanted", SKILL_USES);
            push(findings, Gravity::Soft, format!("catalogues/skills/{}", skill.id), message);
        }
    }
    for thing in catalogues.list(CatalogueKind::Equipment) {
        let id = EquipmentId::from(thing.id.as_str());
        if thing.id != "none" && library.with_equipment(&id).next().is_none() {
            let message = Message::new("library-check-unused-equipment").with("name", &thing.name);
            push(findings, Gravity::Soft, format!("catalogues/equipment/{}", thing.id), message);
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
            push(findings, Gravity::Soft, path, message);
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
