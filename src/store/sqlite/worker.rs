//! A thread that owns one connection and works through what it is asked, in order. Callers wait
//! on their own executor; nothing of SQLite ever runs there.

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rusqlite::Connection;
use tokio::sync::{mpsc, oneshot};

use crate::store::StoreError;

use super::{Failure, Outcome};

/// How many requests may wait; beyond that, callers wait to ask.
const QUEUE: usize = 256;

/// A piece of work on the connection; it answers by itself.
type Work = Box<dyn FnOnce(&mut Connection) + Send>;

enum Ask {
    Work(Work),
    /// End after everything asked before.
    Stop(oneshot::Sender<()>),
}

/// A handle to the thread. The thread ends with the last handle, or when stopped.
#[derive(Clone)]
pub(super) struct Worker {
    asks: mpsc::Sender<Ask>,
    path: Arc<PathBuf>,
}

impl fmt::Debug for Worker {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Worker").field("path", &self.path).finish_non_exhaustive()
    }
}

impl Worker {
    /// Starts a thread on a connection that is open already.
    pub(super) fn start(
        name: &str,
        path: &Path,
        mut connection: Connection,
    ) -> Result<Self, StoreError> {
        let (asks, mut asked) = mpsc::channel(QUEUE);
        std::thread::Builder::new()
            .name(name.to_owned())
            .spawn(move || {
                while let Some(ask) = asked.blocking_recv() {
                    match ask {
                        Ask::Work(work) => work(&mut connection),
                        Ask::Stop(stopped) => {
                            asked.close();
                            drop(connection);
                            // the one who asked may have gone
                            let _ = stopped.send(());
                            return;
                        }
                    }
                }
            })
            .map_err(|error| StoreError::Database {
                path: path.to_owned(),
                detail: error.to_string(),
            })?;
        Ok(Self { asks, path: Arc::new(path.to_owned()) })
    }

    /// Has `work` done on the connection and waits for its outcome.
    pub(super) async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Connection) -> Outcome<T> + Send + 'static,
    ) -> Result<T, StoreError> {
        let (answer, answered) = oneshot::channel();
        let work: Work = Box::new(move |connection| {
            // a caller that gave up waiting still gets its work done
            let _ = answer.send(work(connection));
        });
        self.asks.send(Ask::Work(work)).await.map_err(|_| StoreError::Closed)?;
        let outcome = answered.await.map_err(|_| StoreError::Closed)?;
        outcome.map_err(|failure: Failure| failure.at(&self.path))
    }

    /// Waits until everything asked before is done and the connection is closed.
    pub(super) async fn stop(&self) {
        let (stopped, wait) = oneshot::channel();
        if self.asks.send(Ask::Stop(stopped)).await.is_ok() {
            let _ = wait.await;
        }
    }
}
