//! `library list`: the exercises that count here, those that answer every facet asked for.

use clap::Args;

use crate::domain::{
    CatalogueKind, Category, Exercise, Level, Message, Muscle, Partner, Pattern, Visibility,
};
use crate::library::{Filter, Library};

use crate::cli::context::Context;
use crate::cli::error::{CliError, Exit};

#[derive(Debug, Args)]
pub(in crate::cli) struct Arguments {
    #[arg(long, value_name = "ID", value_delimiter = ',')]
    equipment: Vec<String>,
    #[arg(long, value_name = "ID", value_delimiter = ',')]
    muscle: Vec<String>,
    #[arg(long, value_name = "ID", value_delimiter = ',')]
    pattern: Vec<String>,
    #[arg(long, value_name = "ID", value_delimiter = ',')]
    skill: Vec<String>,
    #[arg(long, value_name = "ID", value_delimiter = ',')]
    category: Vec<String>,
    #[arg(long, value_name = "ID", value_delimiter = ',')]
    partner: Vec<String>,
    #[arg(long, value_name = "ID", value_delimiter = ',')]
    level: Vec<String>,
    #[arg(long, value_name = "ID", value_delimiter = ',')]
    target_group: Vec<String>,
    #[arg(long, value_name = "ID", value_delimiter = ',')]
    visibility: Vec<String>,
    #[arg(long)]
    json: bool,
}

pub(super) fn run(arguments: &Arguments, context: &mut Context<'_>) -> Result<Exit, CliError> {
    let library = context.library()?;
    let filter = filter(arguments, &library)?;
    let exercises: Vec<&Exercise> = library
        .exercises()
        .iter()
        .map(AsRef::as_ref)
        .filter(|exercise| filter.admits(exercise))
        .collect();
    if arguments.json {
        context.out.json(&exercises)?;
        return Ok(Exit::Ok);
    }
    let lang = context.lang();
    let rows: Vec<Vec<String>> = exercises
        .into_iter()
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

fn filter(arguments: &Arguments, library: &Library) -> Result<Filter, CliError> {
    use CatalogueKind::{Equipment, Skills, TargetGroups};
    let open = |kind: CatalogueKind, asked: &[String]| {
        let known = library.catalogues().list(kind);
        let unknown = asked.iter().find(|id| known.iter().all(|entry| entry.id != **id));
        unknown.map_or(Ok(()), |id| Err(no_such(id, known.iter().map(|entry| entry.id.as_str()))))
    };
    open(Equipment, &arguments.equipment)?;
    open(Skills, &arguments.skill)?;
    open(TargetGroups, &arguments.target_group)?;
    Ok(Filter {
        equipment: arguments.equipment.iter().map(|id| id.as_str().into()).collect(),
        muscles: closed(&arguments.muscle, Muscle::ALL, Muscle::id)?,
        patterns: closed(&arguments.pattern, Pattern::ALL, Pattern::id)?,
        skills: arguments.skill.iter().map(|id| id.as_str().into()).collect(),
        categories: closed(&arguments.category, Category::ALL, Category::id)?,
        partners: closed(&arguments.partner, Partner::ALL, Partner::id)?,
        levels: closed(&arguments.level, Level::ALL, Level::id)?,
        target_groups: arguments.target_group.iter().map(|id| id.as_str().into()).collect(),
        visibilities: closed(&arguments.visibility, VISIBILITIES, visibility_id)?,
    })
}

const VISIBILITIES: &[Visibility] =
    &[Visibility::Private, Visibility::Club, Visibility::Official, Visibility::Archived];

const fn visibility_id(visibility: Visibility) -> &'static str {
    match visibility {
        Visibility::Private => "private",
        Visibility::Club => "club",
        Visibility::Official => "official",
        Visibility::Archived => "archived",
    }
}

/// The values of a closed vocabulary that are asked for.
fn closed<T: Copy>(
    asked: &[String],
    all: &[T],
    id: impl Fn(T) -> &'static str,
) -> Result<Vec<T>, CliError> {
    let value = |text: &String| {
        let known = all.iter().copied().find(|value| id(*value) == text);
        known.ok_or_else(|| no_such(text, all.iter().map(|value| id(*value))))
    };
    asked.iter().map(value).collect()
}

fn no_such<'a>(id: &str, known: impl Iterator<Item = &'a str>) -> CliError {
    let known = known.collect::<Vec<_>>().join(", ");
    CliError::Usage(Message::new("cli-no-value").with("id", id).with("known", known))
}
