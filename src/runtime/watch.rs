//! Notices what others commit to the database: the system wakes this process when the file
//! changes, so that an idle session costs nothing.

use std::path::Path;
use std::time::Duration;

use notify::event::{EventKind, ModifyKind};
use notify::{RecommendedWatcher, RecursiveMode, Watcher};
use tokio::sync::mpsc;
use tokio::task::JoinHandle;

use crate::app::Reply;
use crate::store::Store;

/// When to look after the file changed. The note comes with the first byte of a commit, which is
/// seen only once the last one is on the disk; a disk that takes longer than the sum shows it with
/// the next change.
const SETTLING: [Duration; 3] =
    [Duration::from_millis(5), Duration::from_millis(30), Duration::from_millis(150)];

/// Watches the database until dropped.
#[derive(Debug)]
pub(super) struct Watch {
    _watcher: RecommendedWatcher,
    telling: JoinHandle<()>,
}

impl Watch {
    /// Tells of commits by others that came after `seen`, a [`Store::commits_elsewhere`]. Without
    /// the system's help (a network drive, no watches left) nothing is told: changes of others
    /// then show at the next conflict or opening.
    pub(super) fn start(store: Store, seen: u64, replies: mpsc::Sender<Reply>) -> Option<Self> {
        // One note is enough however often the file changed before anybody looks.
        let (changed, noted) = mpsc::channel(1);
        let watcher = watcher(store.path(), changed.clone())
            .inspect_err(|error| tracing::info!(%error, "the database cannot be watched"))
            .ok()?;
        // Somebody may have committed before the watch stood.
        let _ = changed.try_send(());
        Some(Self { _watcher: watcher, telling: tokio::spawn(tell(store, seen, noted, replies)) })
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.telling.abort();
    }
}

/// The folder is watched, not the file: SQLite writes to files beside it that come and go.
fn watcher(path: &Path, changed: mpsc::Sender<()>) -> notify::Result<RecommendedWatcher> {
    let path = path.canonicalize()?;
    let (Some(folder), Some(name)) = (path.parent(), path.file_name()) else {
        return Err(notify::Error::path_not_found());
    };
    let name = name.as_encoded_bytes().to_owned();
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
        let ours = event.is_ok_and(|event| {
            matches!(event.kind, EventKind::Modify(ModifyKind::Data(_)) | EventKind::Create(_))
                && event
                    .paths
                    .iter()
                    .filter_map(|path| path.file_name())
                    .any(|file| file.as_encoded_bytes().starts_with(&name))
        });
        if ours {
            // A full channel holds a note already.
            let _ = changed.try_send(());
        }
    })?;
    watcher.watch(folder, RecursiveMode::NonRecursive)?;
    Ok(watcher)
}

async fn tell(
    store: Store,
    mut seen: u64,
    mut noted: mpsc::Receiver<()>,
    replies: mpsc::Sender<Reply>,
) {
    while noted.recv().await.is_some() {
        for pause in SETTLING {
            tokio::time::sleep(pause).await;
            let Ok(now) = store.commits_elsewhere().await else { return };
            if now == seen {
                continue;
            }
            seen = now;
            if replies.send(Reply::Changed).await.is_err() {
                return;
            }
            break;
        }
    }
}
