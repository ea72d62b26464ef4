//! A thread that owns one connection and works through what it is asked, in order. Callers wait
//! on their own executor; nothing of SQLite ever runs there.
//!
//! Changes that wait at the same time are committed together, each in a savepoint of its own:
//! a commit costs a sync of the disk (milliseconds), and hundreds of sessions share one file.

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rusqlite::{Connection, TransactionBehavior};
use tokio::sync::{mpsc, oneshot};

use crate::store::error::StoreError;

use super::{Failure, Outcome};

/// How many requests may wait; beyond that, callers wait to ask.
const QUEUE: usize = 256;

/// How many changes share a commit at most, so that the first does not wait for ever.
const TOGETHER: usize = 64;

/// A piece of work on the connection; it answers by itself.
type Work = Box<dyn FnOnce(&mut Connection) + Send>;

/// A change within the open transaction, or word that there is none. It answers when it is told
/// how the commit went.
type Change = Box<dyn FnOnce(Outcome<&Connection>) -> Answer + Send>;

type Answer = Box<dyn FnOnce(Outcome<()>)>;

enum Ask {
    Work(Work),
    Change(Change),
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
        connection: Connection,
    ) -> Result<Self, StoreError> {
        let (asks, asked) = mpsc::channel(QUEUE);
        std::thread::Builder::new()
            .name(name.to_owned())
            .spawn(move || run(connection, asked))
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
        self.ask(Ask::Work(work), answered).await
    }

    /// Has `change` carried out, all or nothing, and waits until it is on disk.
    pub(super) async fn change<T: Send + 'static>(
        &self,
        change: impl FnOnce(&Connection) -> Outcome<T> + Send + 'static,
    ) -> Result<T, StoreError> {
        let (answer, answered) = oneshot::channel();
        let change: Change = Box::new(move |connection| {
            let outcome = connection.and_then(|connection| in_savepoint(connection, change));
            Box::new(move |committed| {
                let _ = answer.send(outcome.and_then(|value| committed.map(|()| value)));
            })
        });
        self.ask(Ask::Change(change), answered).await
    }

    async fn ask<T>(
        &self,
        ask: Ask,
        answered: oneshot::Receiver<Outcome<T>>,
    ) -> Result<T, StoreError> {
        self.asks.send(ask).await.map_err(|_| StoreError::Closed)?;
        let outcome = answered.await.map_err(|_| StoreError::Closed)?;
        outcome.map_err(|failure| failure.at(&self.path))
    }

    /// Waits until everything asked before is done and the connection is closed.
    pub(super) async fn stop(&self) {
        let (stopped, wait) = oneshot::channel();
        if self.asks.send(Ask::Stop(stopped)).await.is_ok() {
            let _ = wait.await;
        }
    }
}

fn run(mut connection: Connection, mut asked: mpsc::Receiver<Ask>) {
    let mut next = None;
    while let Some(ask) = next.take().or_else(|| asked.blocking_recv()) {
        match ask {
            Ask::Work(work) => work(&mut connection),
            Ask::Change(change) => next = commit_together(&mut connection, change, &mut asked),
            Ask::Stop(stopped) => {
                asked.close();
                drop(connection);
                // the one who asked may have gone
                let _ = stopped.send(());
                return;
            }
        }
    }
}

/// Carries out a change and those that wait behind it in one transaction, and hands back the
/// first request that is no change.
///
/// Always immediate: a transaction that turns from reading to writing fails at once when another
/// process wrote in between, whatever the busy timeout says.
fn commit_together(
    connection: &mut Connection,
    first: Change,
    asked: &mut mpsc::Receiver<Ask>,
) -> Option<Ask> {
    let transaction = match connection.transaction_with_behavior(TransactionBehavior::Immediate) {
        Ok(transaction) => transaction,
        Err(error) => {
            first(Err(error.into()))(Ok(()));
            return None;
        }
    };
    let mut answers = vec![first(Ok(&transaction))];
    let mut next = None;
    while answers.len() < TOGETHER && next.is_none() {
        match asked.try_recv() {
            Ok(Ask::Change(change)) => answers.push(change(Ok(&transaction))),
            Ok(other) => next = Some(other),
            Err(_) => break,
        }
    }
    let committed = transaction.commit();
    for answer in answers {
        answer(committed.as_ref().copied().map_err(Failure::again));
    }
    next
}

fn in_savepoint<T>(
    connection: &Connection,
    change: impl FnOnce(&Connection) -> Outcome<T>,
) -> Outcome<T> {
    connection.prepare_cached("SAVEPOINT change")?.execute([])?;
    let outcome = change(connection);
    if outcome.is_err() {
        // where SQLite gave the whole transaction up already (a full disk), there is nothing to
        // go back to, and the commit tells everyone
        let _ = connection.execute_batch("ROLLBACK TO change; RELEASE change");
        return outcome;
    }
    connection.prepare_cached("RELEASE change")?.execute([])?;
    outcome
}
