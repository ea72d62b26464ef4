//! Everything a coach wants to know of an exercise, as lines.

use super::pen::{Pen, Words, named, wrapped};
use super::theme::Meaning;
use crate::domain::{
    CatalogueKind, EquipmentId, Exercise, ExerciseKind, FocusId, Message, Muscle, Origin, SkillId,
    StyleId, TargetGroupId, TrainingTypeId,
};
use crate::language::write_number;
use crate::library::{Library, visibility_id};
use crate::training::{round_seconds, worked_muscles};

/// Columns of what a fact is called, with the gap behind.
const LABEL: usize = 18;

/// The sentence and every fact that says something.
pub(super) fn facts(library: &Library, exercise: &Exercise, pen: &Pen<'_>) -> Vec<Words> {
    let lang = pen.lang();
    let width = pen.width().saturating_sub(3);
    let mut lines: Vec<Words> = wrapped(exercise.fact.get(lang), width)
        .into_iter()
        .map(|line| vec![(line, Meaning::Plain)])
        .collect();
    lines.push(Vec::new());
    let label_width = LABEL.min(width / 2);
    for (label, value) in rows(library, exercise, pen) {
        let room = width.saturating_sub(label_width);
        for (at, line) in wrapped(&value, room).into_iter().enumerate() {
            let label = if at == 0 { label.as_str() } else { "" };
            let label: String = label.chars().take(label_width.saturating_sub(1)).collect();
            lines.push(vec![
                (format!("{label:<label_width$}"), Meaning::Dim),
                (line, Meaning::Plain),
            ]);
        }
    }
    lines
}

/// What each fact is called, and what it is; facts that say nothing are left out.
fn rows(library: &Library, exercise: &Exercise, pen: &Pen<'_>) -> Vec<(String, String)> {
    let lang = pen.lang();
    let name = |kind, id: &str| library.catalogues().name(kind, id).get(lang).to_owned();
    let names = |kind, ids: Vec<&str>| {
        ids.into_iter().map(|id| name(kind, id)).collect::<Vec<_>>().join(", ")
    };
    let muscles = |muscles: &[Muscle]| {
        names(CatalogueKind::Muscles, muscles.iter().map(|muscle| muscle.id()).collect())
    };
    let (primary, secondary) = worked_muscles(exercise, library);
    let equipment: Vec<String> = exercise
        .equipment
        .iter()
        .map(|set| {
            let things = set.iter().map(EquipmentId::as_str).collect();
            names(CatalogueKind::Equipment, things).replace(", ", " + ")
        })
        .collect();
    let skills: Vec<String> = exercise
        .skills
        .iter()
        .map(|(skill, weight)| {
            let name = name(CatalogueKind::Skills, SkillId::as_str(skill));
            format!("{name} {}", write_number(f64::from(*weight), 1, lang))
        })
        .collect();
    let doses: Vec<String> = exercise
        .doses
        .iter()
        .map(|(goal, dose)| format!("{}: {dose}", pen.text(&named("goal-", goal.id()))))
        .collect();
    let patterns = exercise.patterns.iter().map(|it| it.id()).collect();
    let contra = exercise.contra.iter().map(|it| it.id()).collect();
    let focus = exercise.focus.iter().map(FocusId::as_str).collect();
    let types = exercise.training_types.iter().map(TrainingTypeId::as_str).collect();
    let groups = exercise.target_groups.iter().map(TargetGroupId::as_str).collect();
    let styles = exercise.styles.iter().map(StyleId::as_str).collect();
    let rows = [
        ("exercise-other-name", exercise.name.get(lang.next()).to_owned()),
        ("exercise-aliases", exercise.aliases.get(lang).join(", ")),
        ("exercise-other-aliases", exercise.aliases.get(lang.next()).join(", ")),
        ("exercise-category", pen.text(&named("category-", exercise.category.id()))),
        ("exercise-parts", parts(library, exercise, pen)),
        ("exercise-patterns", names(CatalogueKind::Patterns, patterns)),
        ("exercise-primary", muscles(&primary)),
        ("exercise-secondary", muscles(&secondary)),
        ("exercise-equipment", equipment.join(" / ")),
        ("exercise-level", name(CatalogueKind::Levels, exercise.level.id())),
        ("exercise-min-age", exercise.min_age.to_string()),
        ("exercise-partner", pen.text(&named("partner-", exercise.partner.id()))),
        ("exercise-contra", names(CatalogueKind::Contraindications, contra)),
        ("exercise-doses", doses.join("; ")),
        ("exercise-minutes", minutes(exercise, pen)),
        ("exercise-skills", skills.join(", ")),
        ("exercise-focus", names(CatalogueKind::FocusAreas, focus)),
        ("exercise-types", names(CatalogueKind::TrainingTypes, types)),
        ("exercise-groups", names(CatalogueKind::TargetGroups, groups)),
        ("exercise-styles", names(CatalogueKind::StyleDirections, styles)),
        (
            "exercise-visibility",
            pen.text(&named("visibility-", visibility_id(exercise.visibility))),
        ),
        ("exercise-origin", origin(exercise, pen)),
        ("exercise-id", exercise.id.to_string()),
    ];
    rows.into_iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(key, value)| (pen.text(&Message { id: key.into(), args: Vec::new() }), value))
        .collect()
}

/// What a combination is built of, and how long one round takes.
fn parts(library: &Library, exercise: &Exercise, pen: &Pen<'_>) -> String {
    let ExerciseKind::Combination(parts) = &exercise.kind else { return String::new() };
    let names: Vec<String> = parts
        .iter()
        .map(|part| {
            let name = library
                .get(&part.exercise)
                .map_or(part.exercise.as_str(), |exercise| exercise.name.get(pen.lang()));
            format!("{} {name}", part.dose).trim().to_owned()
        })
        .collect();
    let round = round_seconds(exercise, library).map_or_else(String::new, |seconds| {
        let seconds = f64::from(seconds.round());
        format!(" ({})", pen.text(&Message::new("exercise-round").with("seconds", seconds)))
    });
    format!("{}{round}", names.join(" → "))
}

fn minutes(exercise: &Exercise, pen: &Pen<'_>) -> String {
    exercise.minutes.map_or_else(String::new, |minutes| {
        let text = Message::new("exercise-minutes-range")
            .with("min", minutes.min)
            .with("usual", minutes.usual)
            .with("max", minutes.max);
        pen.text(&text)
    })
}

fn origin(exercise: &Exercise, pen: &Pen<'_>) -> String {
    match &exercise.origin {
        Origin::BuiltIn => pen.say("origin-built-in"),
        Origin::Club => pen.say("origin-club"),
        Origin::Imported { source, licence } => {
            let text = Message::new("origin-imported")
                .with("source", source.as_str())
                .with("licence", licence.as_str());
            pen.text(&text)
        }
    }
}
