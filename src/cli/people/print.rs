//! People as they are printed: a row of a list, a page of facts, a document.

use jiff::civil::Date;
use serde::Serialize;
use serde_json::Value;

use crate::app::people::{Card, Known, Person, Row as Field, Sort};
use crate::cli::context::Context;
use crate::cli::error::CliError;
use crate::domain::{CatalogueKind, Message};
use crate::language::write_number;
use crate::library::Library;

/// A row of `list --json`.
#[derive(Debug, Serialize)]
pub(super) struct Row<'a> {
    id: &'a str,
    name: &'a str,
    units: usize,
    since: Option<Date>,
}

pub(super) fn row(card: &Card) -> Row<'_> {
    let Card { person, units, since } = card;
    Row { id: person.id(), name: person.name(), units: *units, since: *since }
}

/// A line of `list`.
pub(super) fn cells(card: &Card, library: &Library, context: &Context<'_>) -> Vec<String> {
    let entry = |kind, id: &str| library.catalogues().name(kind, id).get(context.lang()).to_owned();
    let told = match &card.person {
        Person::Athlete(athlete) => {
            let age = athlete.profile.age;
            let years = age.map(|age| context.text(&Message::new("people-years").with("age", age)));
            years.unwrap_or_default()
        }
        Person::Group(group) => {
            let ages = Message::new("people-ages")
                .with("size", group.size)
                .with("min", group.age_min)
                .with("max", group.age_max);
            context.text(&ages)
        }
    };
    let sort = match &card.person {
        Person::Athlete(it) => entry(CatalogueKind::Levels, it.profile.level.id()),
        Person::Group(it) => entry(CatalogueKind::TargetGroups, it.target_group.as_str()),
    };
    let units = context.text(&Message::new("people-units").with("count", card.units));
    vec![card.person.name().to_owned(), told, sort, units, card.person.id().to_owned()]
}

/// The document of `show --json`.
pub(super) fn document(person: &Person, known: &Known) -> Result<Value, CliError> {
    let mut document = serde_json::json!({
        "id": person.id(),
        "name": person.name(),
        "profile": serde_json::to_value(person.profile())?,
        "history": {
            "units": known.units,
            "done": known.done,
            "since": known.since,
            "best_kg": known.bests,
        },
    });
    if let (Person::Group(group), Value::Object(fields)) = (person, &mut document) {
        fields.insert("framework".to_owned(), serde_json::to_value(&group.framework)?);
    }
    Ok(document)
}

/// The lines of `show`: the rows of the form, with what they hold.
pub(super) fn facts(
    person: &Person,
    known: &Known,
    library: &Library,
    context: &Context<'_>,
) -> Result<Vec<Vec<String>>, CliError> {
    let say = |key: &'static str| context.catalogue().say(key);
    let mut rows = vec![vec!["id".to_owned(), person.id().to_owned()]];
    let fields = match person {
        Person::Athlete(_) => Field::of_athlete(0),
        Person::Group(_) => Field::of_group(),
    };
    let Value::Object(profile) = serde_json::to_value(person.profile())? else { return Ok(rows) };
    for field in fields {
        let Some(name) = field.of_profile(person.kind()) else { continue };
        let value = match (field, profile.get(name)) {
            (Field::Share(level), Some(Value::Object(mix))) => mix.get(level.id()),
            (_, value) => value,
        };
        let value = value.map_or_else(String::new, |value| text(value, field, library, context));
        if !value.is_empty() {
            rows.push(vec![say(field.key()), value]);
        }
    }
    if let Person::Group(group) = person
        && let Some(framework) = &group.framework
    {
        rows.push(vec![say(Field::Framework.key()), framework.to_string()]);
    }
    let history = match known.since {
        Some(since) => Message::new("person-known")
            .with("count", known.units)
            .with("since", since.to_string())
            .with("done", known.done)
            .with("bests", known.bests.len()),
        None => Message::new("people-units").with("count", known.units),
    };
    rows.push(vec![say(Field::History.key()), context.text(&history)]);
    Ok(rows)
}

/// A value of a profile as people read it: ids by their names.
fn text(value: &Value, field: Field, library: &Library, context: &Context<'_>) -> String {
    let lang = context.lang();
    let named = |id: &str| match field.sort() {
        Sort::List(kind) => library.catalogues().name(kind, id).get(lang).to_owned(),
        _ => match library.get(&id.into()) {
            Some(exercise) => exercise.name.get(lang).to_owned(),
            None => id.to_owned(),
        },
    };
    match value {
        Value::Null | Value::Bool(_) => String::new(),
        Value::Number(number) => write_number(number.as_f64().unwrap_or(0.0), 2, lang),
        Value::String(text) => named(text),
        Value::Array(values) => {
            let names = values.iter().filter_map(Value::as_str).map(named);
            names.collect::<Vec<_>>().join(", ")
        }
        Value::Object(table) => {
            let entries = table.iter().map(|(id, value)| {
                let number = write_number(value.as_f64().unwrap_or(0.0), 2, lang);
                format!("{} {number}", named(id))
            });
            entries.collect::<Vec<_>>().join(", ")
        }
    }
}
