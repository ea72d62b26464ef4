//! A record as the cells of a table row. Lists stand in one cell, separated by `; `; alternatives
//! of equipment by ` | `, what is needed together by ` + `; doses have a column per goal. A
//! backslash before one of these signs makes it an ordinary letter.

use serde_json::{Map, Value, json};

use super::{PartRecord, Record};
use crate::domain::Goal;

/// How the cell of a column is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Text,
    Number,
    YesNo,
    List,
    Alternatives,
    Weights,
    Minutes,
    Parts,
}

const COLUMNS: &[(&str, Form)] = &[
    ("id", Form::Text),
    ("en", Form::Text),
    ("de", Form::Text),
    ("aliases_en", Form::List),
    ("aliases_de", Form::List),
    ("category", Form::Text),
    ("patterns", Form::List),
    ("primary", Form::List),
    ("secondary", Form::List),
    ("equipment", Form::Alternatives),
    ("mechanic", Form::Text),
    ("unilateral", Form::YesNo),
    ("level", Form::Text),
    ("min_age", Form::Number),
    ("contra", Form::List),
    ("skills", Form::Weights),
    ("focus", Form::List),
    ("types", Form::List),
    ("groups", Form::List),
    ("styles", Form::List),
    ("partner", Form::Text),
    ("minutes", Form::Minutes),
    ("increment_kg", Form::Number),
    ("fact_en", Form::Text),
    ("fact_de", Form::Text),
    ("parts", Form::Parts),
    ("visibility", Form::Text),
    ("source", Form::Text),
    ("licence", Form::Text),
    ("club", Form::YesNo),
];

/// What the column of a goal's dose begins with.
const DOSE: &str = "dose_";

impl Record {
    /// The heads of all columns, in order.
    pub fn columns() -> impl Iterator<Item = String> {
        let doses = Goal::ALL.iter().map(|goal| format!("{DOSE}{goal}"));
        COLUMNS.iter().map(|(name, _)| (*name).to_owned()).chain(doses)
    }

    /// The cells of a row, one per column.
    #[must_use]
    pub fn to_cells(&self) -> Vec<String> {
        let mut record = self.clone();
        let doses = std::mem::take(&mut record.dose);
        let parts = std::mem::take(&mut record.parts);
        // a record has no key that JSON refuses
        let row = serde_json::to_value(&record).unwrap_or_default();
        let cell = |(name, form): &(&str, Form)| match form {
            Form::Parts => parts.iter().map(written_part).collect::<Vec<_>>().join(SEPARATOR),
            Form::Weights => {
                let weights = record.skills.iter();
                weights.map(|(id, weight)| format!("{id}={weight}")).collect::<Vec<_>>().join("; ")
            }
            Form::Number if *name == "increment_kg" => {
                record.increment_kg.map_or_else(String::new, |step| step.to_string())
            }
            _ => written(row.get(*name).unwrap_or(&Value::Null), *form),
        };
        let dose = |goal: &Goal| doses.get(goal).cloned().unwrap_or_default();
        COLUMNS.iter().map(cell).chain(Goal::ALL.iter().map(dose)).collect()
    }

    /// Reads a row. An empty cell holds the default; columns may stand in any order and be
    /// missing.
    ///
    /// # Errors
    /// What is wrong, in words: an unknown column, a cell that does not fit.
    pub fn from_cells<'a>(cells: impl Iterator<Item = (&'a str, &'a str)>) -> Result<Self, String> {
        let mut row = Map::new();
        let mut doses = Map::new();
        for (column, cell) in cells.map(|(column, cell)| (column.trim(), cell.trim())) {
            if let Some(goal) = column.strip_prefix(DOSE) {
                if !cell.is_empty() {
                    doses.insert(goal.to_owned(), json!(cell));
                }
                continue;
            }
            let known = COLUMNS.iter().find(|(name, _)| *name == column);
            let (name, form) = known.ok_or_else(|| format!("there is no column {column}"))?;
            if !cell.is_empty() {
                let value = read(cell, *form).ok_or_else(|| format!("{name}: {cell}"))?;
                row.insert((*name).to_owned(), value);
            }
        }
        row.insert("dose".to_owned(), Value::Object(doses));
        serde_json::from_value(Value::Object(row)).map_err(|error| error.to_string())
    }
}

const SEPARATOR: &str = "; ";

fn written(value: &Value, form: Form) -> String {
    match (value, form) {
        (Value::Null | Value::Bool(false), _) => String::new(),
        (Value::Bool(true), _) => "yes".to_owned(),
        (Value::String(text), _) => text.clone(),
        (Value::Array(list), Form::Minutes) => {
            list.iter().map(ToString::to_string).collect::<Vec<_>>().join("/")
        }
        (Value::Array(list), Form::Alternatives) => {
            let together = |list: &Value| {
                let things = list.as_array().into_iter().flatten();
                things.map(|thing| written(thing, Form::Text)).collect::<Vec<_>>().join(" + ")
            };
            list.iter().map(together).collect::<Vec<_>>().join(" | ")
        }
        (Value::Array(list), _) => {
            let parts = list.iter().map(|part| escaped(&written(part, Form::Text)));
            parts.collect::<Vec<_>>().join(SEPARATOR)
        }
        (other, _) => other.to_string(),
    }
}

fn written_part(part: &PartRecord) -> String {
    if part.dose.is_empty() {
        return escaped(part.exercise.as_str());
    }
    format!("{}: {}", escaped(part.exercise.as_str()), escaped(&part.dose))
}

fn read(cell: &str, form: Form) -> Option<Value> {
    Some(match form {
        Form::Text => json!(cell),
        Form::Number => {
            let number: f64 = cell.replace(',', ".").parse().ok()?;
            // whole numbers are read by types that take no fraction
            if number.fract() == 0.0 && (0.0..=1e9).contains(&number) {
                json!(number as u64)
            } else {
                json!(number)
            }
        }
        Form::YesNo => match cell.to_lowercase().as_str() {
            "yes" | "true" | "1" | "ja" | "x" => json!(true),
            "no" | "false" | "0" | "nein" => json!(false),
            _ => return None,
        },
        Form::List => json!(split(cell)),
        Form::Alternatives => {
            let alternative =
                |text: &str| text.split('+').map(|thing| thing.trim().to_owned()).collect();
            let alternatives: Vec<Vec<String>> = cell.split('|').map(alternative).collect();
            json!(alternatives)
        }
        Form::Weights => {
            let mut weights = Map::new();
            for entry in split(cell) {
                let (skill, weight) = entry.split_once('=')?;
                let weight: f64 = weight.trim().replace(',', ".").parse().ok()?;
                weights.insert(skill.trim().to_owned(), json!(weight));
            }
            Value::Object(weights)
        }
        Form::Minutes => {
            let minutes: Option<Vec<u8>> =
                cell.split('/').map(|minute| minute.trim().parse().ok()).collect();
            json!(minutes?)
        }
        Form::Parts => {
            let part = |text: &String| match text.split_once(':') {
                Some((exercise, dose)) => json!({"exercise": exercise.trim(), "dose": dose.trim()}),
                None => json!({ "exercise": text }),
            };
            Value::Array(split(cell).iter().map(part).collect())
        }
    })
}

fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace(';', "\\;")
}

/// The parts of a list; empty ones are left out.
fn split(cell: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut letters = cell.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => {
                if let (Some(part), Some(next)) = (parts.last_mut(), letters.next()) {
                    part.push(next);
                }
            }
            ';' => parts.push(String::new()),
            _ => {
                if let Some(part) = parts.last_mut() {
                    part.push(letter);
                }
            }
        }
    }
    parts.iter().map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect()
}
