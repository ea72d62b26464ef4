//! `library show ID`: everything worth knowing of one exercise, and where it stands in the
//! progressions; or the tree of a whole progression.

use clap::Args;
use serde::Serialize;

use crate::domain::{
    CatalogueKind, EquipmentId, Exercise, ExerciseId, ExerciseKind, FocusId, GraphId, Lang,
    Message, Muscle, Origin, ProgressionGraph,
};
use crate::language::{shown, write_number};
use crate::library::Library;
use crate::training::{round_seconds, worked_muscles};

use super::tree::{self, Direction};
use crate::cli::context::Context;
use crate::cli::error::{CliError, Exit};
use crate::cli::output::wrapped;

/// Widest line of a fact or tree, in columns.
const WIDTH: usize = 80;

#[derive(Debug, Args)]
pub(in crate::cli) struct Arguments {
    #[arg(value_name = "ID")]
    exercise: String,
    #[arg(long)]
    graph: bool,
    #[arg(long)]
    json: bool,
}

/// An exercise with its neighbours, as `--json --graph` prints it.
#[derive(Debug, Serialize)]
struct Detail<'a> {
    #[serde(flatten)]
    exercise: &'a Exercise,
    prerequisites: Vec<Neighbour<'a>>,
    successors: Vec<Neighbour<'a>>,
}

/// A step of a progression, seen from one of its ends.
#[derive(Debug, Serialize)]
struct Neighbour<'a> {
    graph: &'a GraphId,
    exercise: &'a ExerciseId,
    name: &'a str,
    harder: &'a str,
}

pub(super) fn run(arguments: &Arguments, context: &mut Context<'_>) -> Result<Exit, CliError> {
    let library = context.library()?;
    let id = ExerciseId::new(arguments.exercise.as_str());
    let Some(exercise) = library.get(&id) else {
        if let Some(graph) = library.graph(&GraphId::new(arguments.exercise.as_str())) {
            return progression(graph, &library, arguments, context);
        }
        let message = Message::new("cli-no-exercise").with("id", id.as_str());
        return Err(CliError::Usage(message));
    };
    let lang = context.lang();
    if arguments.json {
        if arguments.graph {
            let detail = Detail {
                exercise,
                prerequisites: neighbours(&id, Direction::Back, &library, lang),
                successors: neighbours(&id, Direction::Forward, &library, lang),
            };
            context.out.json(&detail)?;
        } else {
            context.out.json(&**exercise)?;
        }
        return Ok(Exit::Ok);
    }
    let rows = facts(exercise, &library, context);
    let label = rows.iter().map(|(label, _)| label.chars().count()).max().unwrap_or(0) + 2;
    for (name, value) in rows {
        let value = shown(&value).into_string();
        for (number, line) in wrapped(&value, WIDTH - label).into_iter().enumerate() {
            let name = if number == 0 { name.as_str() } else { "" };
            context.out.line(&format!("{name:label$}{line}"))?;
        }
    }
    if arguments.graph {
        for (heading, direction) in
            [("cli-prepared-by", Direction::Back), ("cli-prepares", Direction::Forward)]
        {
            let lines = tree::around(&id, direction, &library, lang, WIDTH);
            if !lines.is_empty() {
                context.out.line("")?;
                context.say(&Message::new(heading))?;
                lines.iter().try_for_each(|line| context.out.line(line))?;
            }
        }
    }
    Ok(Exit::Ok)
}

fn neighbours<'a>(
    id: &ExerciseId,
    direction: Direction,
    library: &'a Library,
    lang: Lang,
) -> Vec<Neighbour<'a>> {
    let steps = match direction {
        Direction::Back => library.prerequisites(id),
        Direction::Forward => library.successors(id),
    };
    steps
        .into_iter()
        .map(|(graph, edge)| {
            let exercise = direction.end(edge);
            let name = library.get(exercise).map_or(exercise.as_str(), |e| e.name.get(lang));
            Neighbour { graph: &graph.id, exercise, name, harder: edge.harder.get(lang) }
        })
        .collect()
}

fn progression(
    graph: &ProgressionGraph,
    library: &Library,
    arguments: &Arguments,
    context: &mut Context<'_>,
) -> Result<Exit, CliError> {
    if arguments.json {
        context.out.json(graph)?;
        return Ok(Exit::Ok);
    }
    let lang = context.lang();
    context.out.line(graph.name.get(lang))?;
    for line in tree::whole(graph, library, lang, WIDTH) {
        context.out.line(&line)?;
    }
    Ok(Exit::Ok)
}

/// Everything worth knowing, one row per fact; facts that say nothing are left out.
fn facts(exercise: &Exercise, library: &Library, context: &Context<'_>) -> Vec<(String, String)> {
    let lang = context.lang();
    let catalogues = library.catalogues();
    let name = |kind, id: &str| catalogues.name(kind, id).get(lang).to_owned();
    let names =
        |kind, ids: &[&str]| ids.iter().map(|id| name(kind, id)).collect::<Vec<_>>().join(", ");
    let muscles = |muscles: &[Muscle]| {
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
            .map(|part| {
                let name = library
                    .get(&part.exercise)
                    .map_or(part.exercise.as_str(), |exercise| exercise.name.get(lang));
                format!("{} {name}", part.dose).trim().to_owned()
            })
            .collect(),
    };
    let doses: Vec<String> =
        exercise.doses.iter().map(|(goal, dose)| format!("{goal}: {dose}")).collect();
    let aliases: Vec<&str> = exercise.aliases.iter().collect();
    let level = name(CatalogueKind::Levels, exercise.level.id());
    let (primary, secondary) = worked_muscles(exercise, library);
    let round = round_seconds(exercise, library).map(|seconds| {
        let seconds = f64::from(seconds.round());
        context.text(&Message::new("cli-fact-round-seconds").with("seconds", seconds))
    });
    let origin = match &exercise.origin {
        Origin::BuiltIn => String::new(),
        Origin::Club => context.catalogue().say("cli-origin-club"),
        Origin::Imported { source, licence } => format!("{source} ({licence})"),
    };
    let rows = [
        ("cli-fact-id", exercise.id.to_string()),
        ("cli-fact-name", format!("{} / {}", exercise.name.en, exercise.name.de)),
        ("cli-fact-fact", exercise.fact.get(lang).to_owned()),
        ("cli-fact-parts", parts.join(" → ")),
        ("cli-fact-round", round.unwrap_or_default()),
        ("cli-fact-patterns", names(CatalogueKind::Patterns, &patterns)),
        ("cli-fact-primary", muscles(&primary)),
        ("cli-fact-secondary", muscles(&secondary)),
        ("cli-fact-equipment", equipment.join(" | ")),
        ("cli-fact-level", level),
        ("cli-fact-age", exercise.min_age.to_string()),
        ("cli-fact-contra", names(CatalogueKind::Contraindications, &contra)),
        ("cli-fact-skills", skills.join(", ")),
        ("cli-fact-focus", names(CatalogueKind::FocusAreas, &focus)),
        ("cli-fact-doses", doses.join("; ")),
        ("cli-fact-aliases", aliases.join(", ")),
        ("cli-fact-origin", origin),
    ];
    rows.into_iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(key, value)| (context.catalogue().say(key), value))
        .collect()
}
