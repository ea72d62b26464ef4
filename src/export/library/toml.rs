//! A library as TOML, with the keys in the order of the data files and lists on one line.

use std::fmt::{self, Write};

use toml::Value;

use crate::domain::{
    Edge, EquipmentId, Exercise, FocusId, Partner, ProgressionGraph, StyleId, TargetGroupId,
    TrainingTypeId, Visibility,
};
use crate::library::{PartRecord, Record};

/// The exercises and progressions as TOML.
#[must_use]
pub fn write_library_toml(exercises: &[&Exercise], graphs: &[&ProgressionGraph]) -> String {
    let mut text = String::new();
    // writing to a string cannot fail
    let _ = write(exercises, graphs, &mut text);
    text
}

fn write(exercises: &[&Exercise], graphs: &[&ProgressionGraph], out: &mut String) -> fmt::Result {
    let mut between = "";
    for exercise in exercises {
        out.write_str(between)?;
        write_record(&Record::from(*exercise), out)?;
        between = "\n";
    }
    for graph in graphs {
        out.write_str(between)?;
        write_graph(graph, out)?;
        between = "\n";
    }
    Ok(())
}

fn write_record(record: &Record, out: &mut String) -> fmt::Result {
    writeln!(out, "[[exercise]]")?;
    writeln!(out, "id = {}", text(record.id.as_str()))?;
    writeln!(out, "en = {}", text(&record.en))?;
    writeln!(out, "de = {}", text(&record.de))?;
    list("aliases_en", record.aliases_en.iter().map(String::as_str), out)?;
    list("aliases_de", record.aliases_de.iter().map(String::as_str), out)?;
    writeln!(out, "category = {}", text(record.category.id()))?;
    list("patterns", record.patterns.iter().map(|pattern| pattern.id()), out)?;
    list("primary", record.primary.iter().map(|muscle| muscle.id()), out)?;
    list("secondary", record.secondary.iter().map(|muscle| muscle.id()), out)?;
    if !record.equipment.is_empty() {
        let together = |things: &Vec<_>| {
            let things: Vec<String> =
                things.iter().map(|thing: &EquipmentId| text(thing.as_str())).collect();
            format!("[{}]", things.join(", "))
        };
        let alternatives: Vec<String> = record.equipment.iter().map(together).collect();
        writeln!(out, "equipment = [{}]", alternatives.join(", "))?;
    }
    if let Some(mechanic) = record.mechanic {
        writeln!(out, "mechanic = {}", text(mechanic.id()))?;
    }
    if record.unilateral {
        writeln!(out, "unilateral = true")?;
    }
    writeln!(out, "level = {}", text(record.level.id()))?;
    writeln!(out, "min_age = {}", record.min_age)?;
    list("contra", record.contra.iter().map(|complaint| complaint.id()), out)?;
    if !record.skills.is_empty() {
        let weights = record.skills.iter();
        let weights: Vec<String> = weights
            .map(|(id, weight)| format!("{} = {}", key(id.as_str()), float(*weight)))
            .collect();
        writeln!(out, "skills = {{ {} }}", weights.join(", "))?;
    }
    list("focus", record.focus.iter().map(FocusId::as_str), out)?;
    list("types", record.types.iter().map(TrainingTypeId::as_str), out)?;
    list("groups", record.groups.iter().map(TargetGroupId::as_str), out)?;
    list("styles", record.styles.iter().map(StyleId::as_str), out)?;
    if record.partner != Partner::None {
        writeln!(out, "partner = {}", text(record.partner.id()))?;
    }
    if let Some([min, usual, max]) = record.minutes {
        writeln!(out, "minutes = [{min}, {usual}, {max}]")?;
    }
    if let Some(step) = record.increment_kg {
        writeln!(out, "increment_kg = {}", float(step))?;
    }
    writeln!(out, "fact_en = {}", text(&record.fact_en))?;
    writeln!(out, "fact_de = {}", text(&record.fact_de))?;
    if !record.parts.is_empty() {
        let part = |part: &PartRecord| {
            let (exercise, dose) = (text(part.exercise.as_str()), text(&part.dose));
            format!("{{ exercise = {exercise}, dose = {dose} }}")
        };
        let parts: Vec<String> = record.parts.iter().map(part).collect();
        writeln!(out, "parts = [{}]", parts.join(", "))?;
    }
    let visibility = match record.visibility {
        Visibility::Official => None,
        Visibility::Private => Some("private"),
        Visibility::Club => Some("club"),
        Visibility::Archived => Some("archived"),
    };
    if let Some(visibility) = visibility {
        writeln!(out, "visibility = {}", text(visibility))?;
    }
    for (name, value) in [("source", &record.source), ("licence", &record.licence)] {
        if let Some(value) = value {
            writeln!(out, "{name} = {}", text(value))?;
        }
    }
    if record.club {
        writeln!(out, "club = true")?;
    }
    if !record.dose.is_empty() {
        writeln!(out, "[exercise.dose]")?;
    }
    record.dose.iter().try_for_each(|(goal, dose)| writeln!(out, "{goal} = {}", text(dose)))
}

fn write_graph(graph: &ProgressionGraph, out: &mut String) -> fmt::Result {
    writeln!(out, "[[graph]]")?;
    writeln!(out, "id = {}", text(graph.id.as_str()))?;
    writeln!(out, "en = {}", text(&graph.name.en))?;
    writeln!(out, "de = {}", text(&graph.name.de))?;
    if let Some(focus) = &graph.focus {
        writeln!(out, "focus = {}", text(focus.as_str()))?;
    }
    writeln!(out, "edges = [")?;
    for Edge { from, to, harder } in &graph.edges {
        writeln!(
            out,
            "  {{ from = {}, to = {}, en = {}, de = {} }},",
            text(from.as_str()),
            text(to.as_str()),
            text(&harder.en),
            text(&harder.de)
        )?;
    }
    writeln!(out, "]")
}

/// A list on one line; an empty one is left out.
fn list<'a>(key: &str, values: impl Iterator<Item = &'a str>, out: &mut String) -> fmt::Result {
    let values: Vec<String> = values.map(text).collect();
    if values.is_empty() {
        return Ok(());
    }
    writeln!(out, "{key} = [{}]", values.join(", "))
}

/// A quoted text on one line.
fn text(value: &str) -> String {
    Value::String(value.replace(['\n', '\r'], " ")).to_string()
}

/// A key, quoted where TOML asks for it.
fn key(id: &str) -> String {
    let is_bare = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '_' | '-');
    if !id.is_empty() && id.chars().all(is_bare) { id.to_owned() } else { text(id) }
}

/// A number as it was written: 0.9, not the nearest double of the nearest float.
fn float(value: f32) -> String {
    format!("{value:?}")
}
