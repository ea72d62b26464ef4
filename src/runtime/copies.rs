//! What was copied, as a file: for terminals that keep their clipboard to themselves.

use std::path::{Path, PathBuf};

use super::tasks::{Runtime, send};
use crate::app::Reply;
use crate::app::log::Tone;
use crate::domain::Message;

/// Name of the file.
const FILE: &str = "copied.txt";

impl Runtime {
    /// Writes what was copied, and says where.
    pub(super) fn copy(&mut self, text: String) {
        let folder = self.services.copies.clone();
        let replies = self.replies.clone();
        self.keep(async move {
            let written = match folder {
                Some(folder) => tokio::task::spawn_blocking(move || write(&folder, &text))
                    .await
                    .unwrap_or_else(|error| Err(std::io::Error::other(error))),
                None => Err(std::io::ErrorKind::NotFound.into()),
            };
            let text = match written {
                Ok(path) => {
                    Message::new("notice-copied-to").with("file", path.display().to_string())
                }
                Err(error) => {
                    tracing::info!(%error, "what was copied could not be written");
                    Message::new("notice-copied")
                }
            };
            send(&replies, Reply::Told(Tone::Good, text)).await;
        });
    }
}

/// Writes the file, for its owner only.
fn write(folder: &Path, text: &str) -> std::io::Result<PathBuf> {
    std::fs::create_dir_all(folder)?;
    let path = folder.join(FILE);
    let mut open = std::fs::OpenOptions::new();
    open.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut open, 0o600);
    std::io::Write::write_all(&mut open.open(&path)?, text.as_bytes())?;
    Ok(path)
}
