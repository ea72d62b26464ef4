//! Doubtful lines of an import, read by a model: only lines the program is not sure of, only ids
//! it offered itself, and never more than medium confidence, for nobody has measured how often
//! the model is right.

use minijinja::context;
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::{Value, json};

use super::prompts::{Prompt, fenced, fill};
use crate::import::{Draft, Mark, Row};
use crate::llm::{Complaint, Failure, Output, PromptSettings, Request, Turn, schema};
use crate::matching::Band;

/// Most lines in one question; the others stay as they are.
pub const LINES: usize = 60;

/// Candidates per line that are offered.
const OFFERED: usize = 5;

/// The confidence of a choice the model is sure of, and of any other: inside medium and low.
const MEDIUM: f32 = 0.85;
const LOW: f32 = 0.75;

/// How a mark is called that says that a model chose the exercise.
pub const ROLE: &str = "model";

#[derive(Debug, Deserialize, JsonSchema)]
struct Wire {
    /// One entry per line.
    lines: Vec<WireLine>,
}

#[derive(Debug, Deserialize, JsonSchema)]
struct WireLine {
    /// Number of the line.
    line: u32,
    /// Id of a candidate of this line, or null.
    exercise: Option<String>,
    /// How sure.
    sure: How,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
enum How {
    Sure,
    Likely,
    Guess,
}

/// What a model made of one row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// Position among all rows.
    pub row: usize,
    /// Position among the row's candidates; `None`: none of them.
    pub candidate: Option<usize>,
    /// How far it can be trusted: at most medium.
    pub band: Band,
}

/// The rows that are asked about, by their position among all rows: doubtful ones that no model
/// has looked at yet.
#[must_use]
pub fn doubtful(draft: &Draft) -> Vec<usize> {
    draft
        .rows()
        .enumerate()
        .filter(|(_, row)| {
            let looked_at = row.marks.iter().any(|mark| mark.role == ROLE);
            row.is_doubtful() && !row.candidates.is_empty() && !looked_at
        })
        .map(|(at, _)| at)
        .take(LINES)
        .collect()
}

/// The question about the doubtful rows; `None` when there are none.
///
/// # Errors
/// [`Failure`] when the prompt is switched off or broken.
pub fn request(draft: &Draft, prompts: &PromptSettings) -> Result<Option<Request>, Failure> {
    let rows = doubtful(draft);
    if rows.is_empty() {
        return Ok(None);
    }
    let lines: Vec<String> = draft
        .rows()
        .enumerate()
        .filter(|(at, _)| rows.contains(at))
        .map(|(at, row)| {
            let candidates: Vec<Value> = row
                .candidates
                .iter()
                .take(OFFERED)
                .map(|candidate| json!({ "id": candidate.id.as_str(), "name": candidate.name }))
                .collect();
            let text = row.line.checked_sub(1).and_then(|at| draft.lines.get(at));
            // rows are numbered anew: two of them may stand on one line of the text
            json!({ "line": at, "text": text, "name": row.name, "candidates": candidates })
                .to_string()
        })
        .collect();
    let lines = fenced("lines", &lines.join("\n"));
    let filled = fill(Prompt::Parse, prompts, &context! { lines })?;
    Ok(Some(Request {
        instructions: filled.instructions,
        turns: vec![Turn::user(filled.text)],
        output: Output::Json { name: "readings", schema: schema::strict::<Wire>() },
        max_tokens: 4_000,
        temperature: Some(0.0),
        expected_output: 30 * rows.len() as u32,
        prompt: filled.id,
        ..Request::default()
    }))
}

/// Reads an answer about a draft.
///
/// # Errors
/// A [`Complaint`] the model can act on.
pub fn read(answer: &Value, draft: &Draft) -> Result<Vec<Reading>, Complaint> {
    let asked = doubtful(draft);
    let wire: Wire = serde_json::from_value(answer.clone())
        .map_err(|error| Complaint::new(format!("it does not fit the schema: {error}")))?;
    let mut readings: Vec<Reading> = Vec::new();
    for line in wire.lines {
        let number = line.line as usize;
        let row = asked.contains(&number).then(|| draft.rows().nth(number)).flatten();
        let Some(row) = row else {
            return Err(Complaint::new(format!("line {number} was not asked about")));
        };
        let candidate = match line.exercise {
            None => None,
            Some(id) => {
                let mut offered = row.candidates.iter().take(OFFERED);
                let at = offered.position(|candidate| candidate.id.as_str() == id);
                Some(at.ok_or_else(|| {
                    Complaint::new(format!("{id:?} is no candidate of line {number}"))
                })?)
            }
        };
        let band = match (candidate, line.sure) {
            (None, _) => Band::Unmatched,
            (Some(_), How::Sure) => Band::Medium,
            (Some(_), How::Likely | How::Guess) => Band::Low,
        };
        if readings.iter().all(|known| known.row != number) {
            readings.push(Reading { row: number, candidate, band });
        }
    }
    Ok(readings)
}

/// Puts readings into a draft: the chosen candidate first, the band of the model, and a mark that
/// says so. Where the model chose what stood first anyway, the better band stays. Returns how many
/// rows changed.
pub fn apply(draft: &mut Draft, readings: &[Reading]) -> usize {
    let mut changed = 0;
    for reading in readings {
        let Some(row) = draft.row_mut(reading.row) else { continue };
        let Some(at) = reading.candidate else {
            // the engine's own guess was low, and the model denies it
            if row.band == Band::Low {
                row.band = Band::Unmatched;
                changed += 1;
            }
            mark(row);
            continue;
        };
        if at >= row.candidates.len() {
            continue;
        }
        row.band = if at == 0 { row.band.max(reading.band) } else { reading.band };
        let mut chosen = row.candidates.remove(at);
        chosen.confidence = chosen.confidence.max(match reading.band {
            Band::Medium => MEDIUM,
            _ => LOW,
        });
        row.candidates.insert(0, chosen);
        mark(row);
        changed += 1;
    }
    changed
}

/// Says that a model looked at a row: where its name stands, else at its beginning.
fn mark(row: &mut Row) {
    let name = row.marks.iter().find(|mark| mark.role == "name").cloned();
    let name = name.unwrap_or(Mark { from: 0, to: row.name.chars().count(), role: ROLE });
    row.marks.push(Mark { role: ROLE, ..name });
}
