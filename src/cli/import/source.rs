//! Reads what is to be imported, within limits.

use std::io::Read;
use std::path::Path;

use crate::cli::context::{Context, decode};
use crate::domain::Message;
use crate::runtime::imports::LARGEST;

/// The text of a file, or of standard input for `-`.
///
/// # Errors
/// The sentence that says why it cannot be imported.
pub(super) fn read(path: &Path, context: &mut Context<'_>) -> Result<String, Message> {
    let named = |id| Message::new(id).with("path", path.display().to_string());
    let mut bytes = Vec::new();
    // one byte more than allowed is enough to know
    let read = if path == Path::new("-") {
        (&mut context.input).take(LARGEST + 1).read_to_end(&mut bytes)
    } else {
        std::fs::File::open(path).and_then(|file| file.take(LARGEST + 1).read_to_end(&mut bytes))
    };
    read.map_err(|error| named("cli-unreadable").with("reason", error.to_string()))?;
    if bytes.len() as u64 > LARGEST {
        return Err(named("import-too-large"));
    }
    if bytes.contains(&0) {
        return Err(named("import-no-text"));
    }
    Ok(decode(&bytes).into_owned())
}
