//! LLM001, LLM008, LLM009: the answer of a model as it came, before there is a plan. Paths point
//! into the answer.

use serde_json::Value;

use super::{Code, Finding};

/// How an answer ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// The model stopped by itself.
    Whole,
    /// It was cut off by a limit or a broken connection.
    Cut,
}

/// What is wrong with an answer that should be one JSON object.
#[must_use]
pub fn lint_answer(text: &str, ending: Ending) -> Vec<Finding> {
    let mut out = Vec::new();
    match serde_json::from_str::<Value>(text) {
        Ok(value @ Value::Object(_)) if ending == Ending::Whole => {
            walk(&value, &mut String::new(), &mut out);
        }
        _ => out.push(Finding::new(Code::Llm001)),
    }
    out
}

/// Fields that count something: whole numbers.
const COUNTS: [&str; 5] = ["sets", "reps", "rounds", "weeks", "days"];
/// Fields that measure something: numbers without a unit.
const MEASURES: [&str; 12] = [
    "load",
    "kg",
    "weight",
    "percent",
    "pct",
    "rir",
    "rpe",
    "rest_s",
    "duration_s",
    "distance_m",
    "minutes",
    "value",
];

fn walk(value: &Value, path: &mut String, out: &mut Vec<Finding>) {
    let mut step = |key: &str, child: &Value, out: &mut Vec<Finding>| {
        let length = path.len();
        path.push('/');
        path.push_str(&key.replace('~', "~0").replace('/', "~1"));
        if let Value::String(text) = child
            && let Some(code) = as_text(key, text)
        {
            out.push(Finding { path: path.clone(), ..Finding::new(code) });
        }
        walk(child, path, out);
        path.truncate(length);
    };
    match value {
        Value::Object(fields) => fields.iter().for_each(|(key, child)| step(key, child, out)),
        Value::Array(items) => {
            for (at, child) in items.iter().enumerate() {
                step(&at.to_string(), child, out);
            }
        }
        _ => {}
    }
}

/// A number that came as text.
fn as_text(key: &str, text: &str) -> Option<Code> {
    let has_digit = text.chars().any(|sign| sign.is_ascii_digit());
    if !has_digit {
        return None;
    }
    if COUNTS.contains(&key) {
        return Some(Code::Llm008);
    }
    let comma = {
        let signs: Vec<char> = text.chars().collect();
        signs
            .windows(3)
            .any(|three| matches!(three, [a, ',', b] if a.is_ascii_digit() && b.is_ascii_digit()))
    };
    let unit = text.chars().any(char::is_alphabetic) || text.contains('%');
    (MEASURES.contains(&key) && (comma || unit)).then_some(Code::Llm009)
}
