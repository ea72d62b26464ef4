//! A provider that answers from transcripts: the same question gets the answer it got, without a
//! network. Questions are found by their hash, so any file of the folder may hold them.

use std::fs;
use std::path::Path;

use serde_json::Value;

use super::error::Class;
use super::exchange::{Answered, Broken, Meter};
use super::request::Request;
use super::transcript::CONVERSATION;
use super::usage::Usage;

/// Characters per piece, so that a replay streams as the original did.
const PIECE: usize = 24;

/// Answers a request from the newest recording of it that went well.
pub(super) fn answer(
    folder: &Path,
    request: &Request,
    meter: &mut Meter,
    tell: &mut (dyn FnMut(&str) + Send),
) -> Result<Answered, Broken> {
    let missing = |detail: String| Broken::new(Class::NoRecording, detail);
    let entries =
        fs::read_dir(folder).map_err(|error| missing(format!("{}: {error}", folder.display())))?;
    let mut names: Vec<_> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.to_string_lossy().ends_with(CONVERSATION))
        .collect();
    // names begin with the time
    names.sort();
    let hash = request.hash();
    let found = names.iter().rev().find_map(|path| {
        let text = fs::read_to_string(path).ok().filter(|text| text.contains(&hash))?;
        let value: Value = serde_json::from_str(&text).ok()?;
        let same = value.get("request_hash").and_then(Value::as_str) == Some(hash.as_str());
        let good = value.get("outcome").and_then(Value::as_str) == Some("ok");
        (same && good).then_some(value)
    });
    let Some(recording) = found else {
        return Err(missing(format!("{}: {hash}", folder.display())));
    };
    let text = recording.pointer("/fork_details/output_text").and_then(Value::as_str);
    let text = text.unwrap_or_default();
    let signs: Vec<char> = text.chars().collect();
    for piece in signs.chunks(PIECE) {
        tell(&piece.iter().collect::<String>());
    }
    let count = |key: &str| {
        let path = format!("/fork_details/usage/{key}");
        recording.pointer(&path).and_then(Value::as_u64).unwrap_or(0)
    };
    meter.usage = Usage {
        input_new: count("input_new"),
        input_cached: count("input_cached"),
        cache_written: count("cache_written"),
        output: count("output"),
        reasoning: count("reasoning"),
    };
    meter.answered_by = recording.get("answered_by").and_then(Value::as_str).map(str::to_owned);
    let id = recording.pointer("/fork_details/response_id").and_then(Value::as_str);
    Ok(Answered { text: text.to_owned(), id: id.map(str::to_owned) })
}
