//! Keys: read when a provider is first reached for, held as secrets, never shown. A key comes
//! from a variable, a file that only its owner may read, or a command.

use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, SystemTime};

use secrecy::{ExposeSecret, SecretString};

use super::error::KeyFault;
use super::settings::KeySource;

/// How long a key command may take: unlocking a password store takes a person a while.
const COMMAND: Duration = Duration::from_mins(1);

/// Longest key; what is longer is some other file.
const LONGEST: usize = 8_192;

/// Reads a key. Variables are asked for through `variable`.
///
/// # Errors
/// [`KeyFault`] says what is missing or wrong.
pub(super) async fn read(
    source: &KeySource,
    variable: impl Fn(&str) -> Option<String>,
) -> Result<SecretString, KeyFault> {
    let text = match source {
        KeySource::Variable(name) => {
            variable(name).ok_or_else(|| KeyFault::NoVariable(name.clone()))?
        }
        KeySource::File(path) => file(path)?,
        KeySource::Command(command) => run(command).await?,
    };
    // `pass show` puts notes below the key
    let key = text.lines().next().unwrap_or_default().trim();
    let fits = |sign: char| sign.is_ascii_graphic();
    if key.is_empty() || key.len() > LONGEST || !key.chars().all(fits) {
        return Err(KeyFault::Nonsense);
    }
    Ok(SecretString::from(key.to_owned()))
}

fn file(path: &Path) -> Result<String, KeyFault> {
    let unreadable = |error: &std::io::Error| KeyFault::Unreadable {
        path: path.display().to_string(),
        reason: error.to_string(),
    };
    let facts = std::fs::metadata(path).map_err(|error| unreadable(&error))?;
    if is_open(&facts) {
        return Err(KeyFault::Open(path.display().to_string()));
    }
    if facts.len() > LONGEST as u64 * 4 {
        return Err(KeyFault::Nonsense);
    }
    std::fs::read_to_string(path).map_err(|error| unreadable(&error))
}

#[cfg(unix)]
fn is_open(facts: &std::fs::Metadata) -> bool {
    use std::os::unix::fs::PermissionsExt as _;
    facts.permissions().mode() & 0o077 != 0
}

#[cfg(not(unix))]
const fn is_open(_: &std::fs::Metadata) -> bool {
    false
}

async fn run(command: &str) -> Result<String, KeyFault> {
    let failed = |reason: String| KeyFault::Command(reason);
    let child = tokio::process::Command::new("sh")
        .args(["-c", command])
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .kill_on_drop(true)
        .output();
    let output = tokio::time::timeout(COMMAND, child)
        .await
        .map_err(|_| failed(format!("no answer within {} s", COMMAND.as_secs())))?
        .map_err(|error| failed(error.to_string()))?;
    if !output.status.success() {
        return Err(failed(output.status.to_string()));
    }
    String::from_utf8(output.stdout).map_err(|_| KeyFault::Nonsense)
}

/// Days since a key file was written; other sources do not tell.
#[must_use]
pub fn age_in_days(source: &KeySource, now: SystemTime) -> Option<u64> {
    let KeySource::File(path) = source else { return None };
    let written = std::fs::metadata(path).and_then(|facts| facts.modified()).ok()?;
    Some(now.duration_since(written).ok()?.as_secs() / 86_400)
}

/// The text with the key, and everything that looks like one, taken out: servers repeat keys in
/// their errors.
pub(super) fn redact(text: &str, key: Option<&SecretString>) -> String {
    let text = match key.map(ExposeSecret::expose_secret) {
        Some(key) if key.len() >= 4 => text.replace(key, "[key]"),
        _ => text.to_owned(),
    };
    let mut out = String::with_capacity(text.len());
    for word in text.split_inclusive(|sign: char| sign.is_whitespace() || "\"',;()".contains(sign))
    {
        let looks_like_one = ["sk-", "sk_", "AIza", "xai-", "gsk_", "Bearer"]
            .iter()
            .any(|start| word.contains(start) && word.len() > start.len() + 7);
        if looks_like_one {
            out.push_str("[key] ");
        } else {
            out.push_str(word);
        }
    }
    out
}
