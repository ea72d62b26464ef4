//! Files to import: found below a folder, read within limits, and for a whole folder brought in one
//! by one while the log tells how far it is.

use std::borrow::Cow;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use tokio::sync::mpsc;

use super::bring::{Bring, Understood, bring};
use crate::app::log::Tone;
use crate::app::{Reply, Ticket};
use crate::domain::{Explain, Message, Owner, Viewer};
use crate::runtime::Services;

/// Largest file that is read, in bytes.
pub const LARGEST: u64 = 5_000_000;

/// How deep folders are looked into.
const DEEPEST: usize = 8;

/// The files below a folder by path, hidden ones left out.
///
/// # Errors
/// When the folder cannot be read.
pub fn files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    below(folder, DEEPEST, &mut found)?;
    found.sort();
    Ok(found)
}

fn below(folder: &Path, deep: usize, found: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let hidden = entry.file_name().as_encoded_bytes().starts_with(b".");
        // links are followed to files only: one to a folder may lead round and round
        let kind = entry.file_type()?;
        if hidden {
            continue;
        }
        let path = entry.path();
        if kind.is_dir() && deep > 0 {
            below(&path, deep - 1, found)?;
        } else if path.is_file() {
            found.push(path);
        }
    }
    Ok(())
}

/// UTF-8 where it is; else Latin-1, in which every byte is a character, so that umlauts of old
/// exports survive.
#[must_use]
pub fn decode(bytes: &[u8]) -> Cow<'_, str> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => Cow::Owned(bytes.iter().copied().map(char::from).collect()),
    }
}

/// Opens what a coach named: a file for review, a folder as it is.
pub(in crate::runtime) async fn open(
    services: &Services,
    viewer: &Viewer,
    ticket: Ticket,
    path: String,
    replies: &mpsc::Sender<Reply>,
) {
    let path = at_home(&path);
    let reply = if path.is_dir() {
        folder(services, viewer, &path, replies).await;
        // nothing is left to review
        Reply::Draft(ticket, None)
    } else {
        match text(&path) {
            Ok(text) => Reply::File(ticket, name(&path), text),
            Err(why) => Reply::Failed(Some(ticket), why),
        }
    };
    // a session that is gone has nobody to tell
    let _ = replies.send(reply).await;
}

/// `~/` is the home directory.
fn at_home(path: &str) -> PathBuf {
    let home = path.strip_prefix("~/").zip(etcetera::home_dir().ok());
    home.map_or_else(|| PathBuf::from(path), |(rest, home)| home.join(rest))
}

/// The name of a file without its ending.
fn name(path: &Path) -> String {
    path.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

fn text(path: &Path) -> Result<String, Message> {
    let shown = path.display().to_string();
    let unreadable = |error: io::Error| {
        Message::new("cli-unreadable")
            .with("path", shown.as_str())
            .with("reason", error.to_string())
    };
    let length = fs::metadata(path).map_err(unreadable)?.len();
    if length > LARGEST {
        return Err(Message::new("import-too-large").with("path", shown.as_str()));
    }
    let bytes = fs::read(path).map_err(unreadable)?;
    if bytes.contains(&0) {
        return Err(Message::new("import-no-text").with("path", shown.as_str()));
    }
    Ok(decode(&bytes).into_owned())
}

async fn folder(
    services: &Services,
    viewer: &Viewer,
    folder: &Path,
    replies: &mpsc::Sender<Reply>,
) {
    let tell = async |tone, text: Message| {
        let _ = replies.send(Reply::Told(tone, text)).await;
    };
    let (shelf, matcher) = match (services.shelf(viewer).await, services.matcher(viewer).await) {
        (Ok(shelf), Ok(matcher)) => (shelf, matcher),
        (Err(error), _) | (_, Err(error)) => return tell(Tone::Bad, error.message()).await,
    };
    let files = match files(folder) {
        Ok(files) => files,
        Err(error) => {
            let text = Message::new("cli-unreadable")
                .with("path", folder.display().to_string())
                .with("reason", error.to_string());
            return tell(Tone::Bad, text).await;
        }
    };
    let count = files.len();
    for (at, path) in files.iter().enumerate() {
        let shown = path.display().to_string();
        let brought = match text(path) {
            Err(why) => Err(why),
            Ok(text) => {
                let name = name(path);
                let wish = Bring { text: &text, name: &name, unit: None, owner: Owner::Nobody };
                let library = (&*shelf.library, &matcher);
                let understood = Understood::read(&text, &matcher, None);
                let brought = bring(&services.store, viewer, library, wish, understood).await;
                brought.map_err(|error| error.message())
            }
        };
        let line = |id| {
            Message::new(id).with("at", at + 1).with("count", count).with("path", shown.as_str())
        };
        match brought {
            Ok(brought) => {
                let text = line("log-file-brought")
                    .with("rows", brought.draft.rows().count())
                    .with("plans", brought.plans.len());
                tell(Tone::Plain, text).await;
            }
            Err(why) => tell(Tone::Warn, line("log-file-failed").with("reason", why)).await,
        }
    }
    tell(Tone::Good, Message::new("log-folder-done").with("count", count)).await;
}
