//! An exchange as files, so that it can be read, compared and replayed: the five-file form.
//!
//! | file | holds |
//! |---|---|
//! | `…_fork_prompt.md` | what was new in the request |
//! | `…_full_conversation.json` | base, fork, body as sent, answer, figures |
//! | `…_output_only.md` | the answer |
//! | `…_structure_prompt.md` | the schema the answer was held to |
//! | `…_structure_response.json` | the answer as JSON |
//!
//! The last two are written where JSON was asked for. Names are covered, keys never come here.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use serde_json::{Value, json};

use super::record::Exchanged;
use super::request::{Output, Turn};
use crate::domain::JobId;

/// How the name of the file ends that a replay reads.
pub(super) const CONVERSATION: &str = "_full_conversation.json";

/// Name and content of each file of an exchange.
#[must_use]
pub fn files(exchanged: &Exchanged<'_>, id: &str) -> Vec<(String, String)> {
    let Exchanged { record, request, .. } = exchanged;
    let stamp = record.at.strftime("%Y%m%dT%H%M%SZ");
    let stem = match &record.job {
        Some(job) => format!("{stamp}_{}_{job}_{id}", record.role.name()),
        None => format!("{stamp}_{}_{id}", record.role.name()),
    };
    let mut files = vec![
        (format!("{stem}_fork_prompt.md"), prose(&request.turns)),
        (format!("{stem}{CONVERSATION}"), pretty(&conversation(exchanged))),
        (format!("{stem}_output_only.md"), exchanged.text.to_owned()),
    ];
    if let Output::Json { name, schema } = &request.output {
        let prompt =
            format!("{}\n\n## {name}\n\n```json\n{}\n```\n", request.instructions, pretty(schema));
        let answer = serde_json::from_str::<Value>(exchanged.text).unwrap_or(Value::Null);
        files.push((format!("{stem}_structure_prompt.md"), prompt));
        files.push((format!("{stem}_structure_response.json"), pretty(&answer)));
    }
    files
}

fn prose(turns: &[Turn]) -> String {
    turns
        .iter()
        .map(|turn| format!("## {}\n\n{}\n", turn.speaker.name(), turn.text))
        .collect::<Vec<_>>()
        .join("\n")
}

fn conversation(exchanged: &Exchanged<'_>) -> Value {
    let Exchanged { record, request, .. } = exchanged;
    let turns = |turns: &[Turn]| {
        turns
            .iter()
            .map(|turn| json!({ "role": turn.speaker.name(), "content": turn.text }))
            .collect::<Vec<_>>()
    };
    let usage = record.meter.usage;
    json!({
        "request_hash": request.hash(),
        "at": record.at.to_string(),
        "role": record.role.name(),
        "provider": record.provider,
        "kind": record.kind.name(),
        "model": record.model,
        "answered_by": record.meter.answered_by,
        "prompt": { "name": request.prompt.name, "hash": request.prompt.hash },
        "base_conversation": {
            "id": request.remote_base,
            "instructions": request.instructions,
            "turns": turns(&request.base),
        },
        "fork_details": {
            "response_id": exchanged.id,
            "fork_prompt": turns(&request.turns),
            "output_text": exchanged.text,
            "usage": {
                "input_new": usage.input_new,
                "input_cached": usage.input_cached,
                "cache_written": usage.cache_written,
                "output": usage.output,
                "reasoning": usage.reasoning,
            },
        },
        "request_body": exchanged.body,
        "outcome": record.outcome,
        "error": exchanged.failure,
        "retries": record.retries,
        "bytes_sent": record.meter.bytes_out,
        "bytes_received": record.meter.bytes_in,
        "first_token_ms": record.meter.first.map(|time| time.as_millis() as u64),
        "total_ms": record.total.as_millis() as u64,
        "price_usd": record.price,
    })
}

fn pretty(value: &Value) -> String {
    serde_json::to_string_pretty(value).unwrap_or_default()
}

/// Writes files into a folder that only its owner may read.
///
/// # Errors
/// What the system says.
pub fn write(folder: &Path, files: &[(String, String)]) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    only_owner(folder, 0o700)?;
    for (name, content) in files {
        let path = folder.join(name);
        let mut options = File::options();
        options.create(true).write(true).truncate(true);
        #[cfg(unix)]
        {
            use std::os::unix::fs::OpenOptionsExt as _;
            options.mode(0o600);
        }
        options.open(&path)?.write_all(content.as_bytes())?;
    }
    Ok(())
}

#[cfg(unix)]
fn only_owner(path: &Path, mode: u32) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    fs::set_permissions(path, fs::Permissions::from_mode(mode))
}

#[cfg(not(unix))]
fn only_owner(_: &Path, _: u32) -> io::Result<()> {
    Ok(())
}

/// The transcripts of a job, oldest first.
///
/// # Errors
/// What the system says; a folder that is not there holds none.
pub fn of_job(folder: &Path, job: &JobId) -> io::Result<Vec<PathBuf>> {
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries?,
    };
    let mark = format!("_{job}_");
    let mut paths = Vec::new();
    for entry in entries {
        let entry = entry?;
        if entry.file_name().to_string_lossy().contains(&mark) {
            paths.push(entry.path());
        }
    }
    // names begin with the time
    paths.sort();
    Ok(paths)
}

/// Removes transcripts that are older than `days`. Other files in the folder stay.
///
/// # Errors
/// What the system says; a folder that is not there holds nothing to remove.
pub fn prune(folder: &Path, days: u32, now: SystemTime) -> io::Result<usize> {
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(0),
        entries => entries?,
    };
    let age = Duration::from_secs(u64::from(days) * 86_400);
    let mut removed = 0;
    for entry in entries {
        let entry = entry?;
        let name = entry.file_name();
        let ours = [
            "_fork_prompt.md",
            CONVERSATION,
            "_output_only.md",
            "_structure_prompt.md",
            "_structure_response.json",
        ]
        .iter()
        .any(|end| name.to_string_lossy().ends_with(end));
        let written = entry.metadata()?.modified()?;
        if ours && now.duration_since(written).is_ok_and(|old| old > age) {
            fs::remove_file(entry.path())?;
            removed += 1;
        }
    }
    Ok(removed)
}
