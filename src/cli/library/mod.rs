//! `library list|show|search|check`: the exercises that count here.

use clap::{Args, Subcommand};

use crate::domain::{
    Bilingual, CatalogueKind, Edge, EquipmentId, Exercise, ExerciseId, ExerciseKind, FocusId,
    Message, ProgressionGraph,
};
use crate::language::write_number;
use crate::library::{self, Gravity, Library};

use super::context::Context;
use super::error::{CliError, Exit};

mod search;

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    List(List),
    Show(Show),
    Search(search::Arguments),
    Check,
}

#[derive(Debug, Args)]
pub(super) struct List {
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Args)]
pub(super) struct Show {
    #[arg(value_name = "ID")]
    exercise: String,
    #[arg(long)]
    graph: bool,
    #[arg(long)]
    json: bool,
}

pub(super) fn run(command: Command, context: &mut Context<'_>) -> Result<Exit, CliError> {
    match command {
        Command::List(arguments) => list(&arguments, context),
        Command::Show(arguments) => show(&arguments, context),
        Command::Search(arguments) => search::run(&arguments, context),
        Command::Check => check(context),
    }
}

fn list(arguments: &List, context: &mut Context<'_>) -> Result<Exit, CliError> {
    let library = context.library()?;
    if arguments.json {
        context.out.json(library.exercises())?;
        return Ok(Exit::Ok);
    }
    let lang = context.lang();
    let rows: Vec<Vec<String>> = library
        .exercises()
        .iter()
        .map(|exercise| {
            vec![
                exercise.id.to_string(),
                exercise.name.get(lang).to_owned(),
                exercise.category.to_string(),
            ]
        })
        .collect();
    context.out.table(&rows)?;
    Ok(Exit::Ok)
}

fn show(arguments: &Show, context: &mut Context<'_>) -> Result<Exit, CliError> {
    let library = context.library()?;
    let id = ExerciseId::new(arguments.exercise.as_str());
    let Some(exercise) = library.get(&id) else {
        let message = Message::new("cli-no-exercise").with("id", id.as_str());
        return Err(CliError::Usage(message));
    };
    if arguments.json {
        context.out.json(&**exercise)?;
        return Ok(Exit::Ok);
    }
    let rows = facts(exercise, &library, context);
    context.out.table(&rows)?;
    if arguments.graph {
        steps(
            "cli-prepared-by",
            &library.prerequisites(&id),
            |edge| &edge.from,
            &library,
            context,
        )?;
        steps("cli-prepares", &library.successors(&id), |edge| &edge.to, &library, context)?;
    }
    Ok(Exit::Ok)
}

/// Everything worth knowing, one row per fact; facts that say nothing are left out.
fn facts(exercise: &Exercise, library: &Library, context: &Context<'_>) -> Vec<Vec<String>> {
    let lang = context.lang();
    let catalogues = library.catalogues();
    let name = |kind, id: &str| catalogues.name(kind, id).get(lang).to_owned();
    let names =
        |kind, ids: &[&str]| ids.iter().map(|id| name(kind, id)).collect::<Vec<_>>().join(", ");
    let muscles = |muscles: &[crate::domain::Muscle]| {
        let ids: Vec<&str> = muscles.iter().map(|muscle| muscle.id()).collect();
        names(CatalogueKind::Muscles, &ids)
    };
    let patterns: Vec<&str> = exercise.patterns.iter().map(|pattern| pattern.id()).collect();
    let contra: Vec<&str> = exercise.contra.iter().map(|contra| contra.id()).collect();
    let focus: Vec<&str> = exercise.focus.iter().map(FocusId::as_str).collect();
    let equipment: Vec<String> = exercise
        .equipment
        .iter()
        .map(|needed| {
            let ids: Vec<&str> = needed.iter().map(EquipmentId::as_str).collect();
            names(CatalogueKind::Equipment, &ids).replace(", ", " + ")
        })
        .collect();
    let skills: Vec<String> = exercise
        .skills
        .iter()
        .map(|(skill, weight)| {
            let weight = write_number(f64::from(*weight), 2, lang);
            format!("{} {weight}", name(CatalogueKind::Skills, skill.as_str()))
        })
        .collect();
    let parts: Vec<String> = match &exercise.kind {
        ExerciseKind::Simple => Vec::new(),
        ExerciseKind::Combination(parts) => parts
            .iter()
            .map(|part| format!("{} {}", part.exercise, part.dose).trim().to_owned())
            .collect(),
    };
    let doses: Vec<String> =
        exercise.doses.iter().map(|(goal, dose)| format!("{goal}: {dose}")).collect();
    let aliases: Vec<&str> = exercise.aliases.iter().collect();
    let level = name(CatalogueKind::Levels, exercise.level.id());
    let rows = [
        ("cli-fact-id", exercise.id.to_string()),
        ("cli-fact-name", format!("{} / {}", exercise.name.en, exercise.name.de)),
        ("cli-fact-fact", exercise.fact.get(lang).to_owned()),
        ("cli-fact-parts", parts.join(", ")),
        ("cli-fact-patterns", names(CatalogueKind::Patterns, &patterns)),
        ("cli-fact-primary", muscles(&exercise.primary)),
        ("cli-fact-secondary", muscles(&exercise.secondary)),
        ("cli-fact-equipment", equipment.join(" | ")),
        ("cli-fact-level", level),
        ("cli-fact-age", exercise.min_age.to_string()),
        ("cli-fact-contra", names(CatalogueKind::Contraindications, &contra)),
        ("cli-fact-skills", skills.join(", ")),
        ("cli-fact-focus", names(CatalogueKind::FocusAreas, &focus)),
        ("cli-fact-doses", doses.join("; ")),
        ("cli-fact-aliases", aliases.join(", ")),
    ];
    rows.into_iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(key, value)| vec![context.catalogue().say(key), value])
        .collect()
}

fn steps(
    heading: &'static str,
    steps: &[(&ProgressionGraph, &Edge)],
    other: impl Fn(&Edge) -> &ExerciseId,
    library: &Library,
    context: &mut Context<'_>,
) -> Result<(), CliError> {
    if steps.is_empty() {
        return Ok(());
    }
    let lang = context.lang();
    context.say(&Message::new(heading))?;
    let rows: Vec<Vec<String>> = steps
        .iter()
        .map(|(graph, edge)| {
            let id = other(edge);
            let name =
                library.get(id).map_or_else(|| Bilingual::same(id.as_str()), |e| e.name.clone());
            vec![
                format!("  {id}"),
                name.get(lang).to_owned(),
                edge.harder.get(lang).to_owned(),
                graph.name.get(lang).to_owned(),
            ]
        })
        .collect();
    Ok(context.out.table(&rows)?)
}

/// Putting the library together checks what it cannot do without; the rest is reported here.
fn check(context: &mut Context<'_>) -> Result<Exit, CliError> {
    let library = context.library()?;
    let findings = library::check(&library);
    let rows: Vec<Vec<String>> = findings
        .iter()
        .map(|finding| {
            let gravity = context.catalogue().say(match finding.gravity {
                Gravity::Hard => "cli-doctor-bad",
                Gravity::Soft => "cli-doctor-remark",
            });
            vec![gravity, finding.path.clone(), context.text(&finding.message)]
        })
        .collect();
    context.out.table(&rows)?;
    if findings.iter().any(|finding| finding.gravity == Gravity::Hard) {
        return Ok(Exit::Failed);
    }
    context.say(
        &Message::new("cli-library-sound")
            .with("exercises", library.exercises().len())
            .with("graphs", library.graphs().len())
            .with("hash", library.hash().get(..12).unwrap_or_default()),
    )?;
    Ok(Exit::Ok)
}
