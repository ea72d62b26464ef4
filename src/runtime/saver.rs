//! Writes the changes of one session, one after the other, in the order they were made, and
//! tells the session when each is on disk.

use std::collections::HashMap;

use tokio::sync::mpsc;

use crate::app::Reply;
use crate::app::effect::Fetched;
use crate::app::frameworks::{FrameworkEffect, FrameworkReply};
use crate::app::open::{Cause, Change, Step};
use crate::domain::{Explain, UnitId, Viewer};
use crate::store::{self, EntryId, Recorded, Store, StoreError};

/// Work for the saver.
#[derive(Debug)]
pub(super) enum Work {
    /// A unit was opened: these are the journal entries behind its undo and redo steps.
    Opened(UnitId, Entries),
    /// Tell what the unit is now. In line with the changes, so that none is judged by an older
    /// journal than the one it was made on.
    Refresh(UnitId),
    /// A change, with the version it was made on.
    Change(Box<Change>, u32),
    /// A framework that is new or was changed.
    Framework(FrameworkEffect),
}

/// Journal entries of a unit, the next one to step over last.
#[derive(Debug, Default)]
pub(super) struct Entries {
    pub(super) undo: Vec<EntryId>,
    pub(super) redo: Vec<EntryId>,
}

/// Runs until the session hangs up and everything handed over is written.
pub(super) async fn run(
    store: Store,
    viewer: Viewer,
    mut work: mpsc::UnboundedReceiver<Work>,
    replies: mpsc::Sender<Reply>,
) {
    let mut entries: HashMap<UnitId, Entries> = HashMap::new();
    // Once a change was refused, those made before the session heard of it are void: it makes
    // them again on top of what it was sent, in a later round.
    let mut refused: HashMap<UnitId, u32> = HashMap::new();
    while let Some(work) = work.recv().await {
        match work {
            Work::Opened(unit, known) => {
                refused.remove(&unit);
                entries.insert(unit, known);
            }
            Work::Refresh(unit) => match fetch(&store, &viewer, &unit).await {
                Ok((fetched, known)) => {
                    entries.insert(unit, known);
                    tell(&replies, Reply::Refreshed(Box::new(fetched))).await;
                }
                // It may have been deleted; the next edit of it will say so.
                Err(error) => tracing::info!(%error, "the open unit could not be read again"),
            },
            Work::Framework(effect) => {
                if let Some(reply) = write_framework(&store, &viewer, effect).await {
                    tell(&replies, reply).await;
                }
            }
            Work::Change(change, base) => {
                let unit = change.unit.id.clone();
                if refused.get(&unit).is_some_and(|round| change.round <= *round) {
                    continue;
                }
                let known = entries.entry(unit.clone()).or_default();
                let reply = match write(&store, &viewer, &change, base, known).await {
                    Ok(recorded) => Reply::Saved(unit, recorded.version),
                    Err(StoreError::Conflict { .. }) => {
                        refused.insert(unit.clone(), change.round);
                        match fetch(&store, &viewer, &unit).await {
                            Ok((fetched, known)) => {
                                entries.insert(unit, known);
                                Reply::Conflict(Box::new(fetched))
                            }
                            Err(error) => Reply::Failed(None, error.message()),
                        }
                    }
                    Err(error) => {
                        tracing::error!(%error, "a change could not be saved");
                        Reply::Failed(None, error.message())
                    }
                };
                tell(&replies, reply).await;
            }
        }
    }
}

async fn tell(replies: &mpsc::Sender<Reply>, reply: Reply) {
    if replies.send(reply).await.is_err() {
        // The session is gone; what it handed over is still written.
        tracing::debug!("nobody is left to hear of a saved change");
    }
}

async fn write(
    store: &Store,
    viewer: &Viewer,
    change: &Change,
    base_version: u32,
    known: &mut Entries,
) -> Result<Recorded, StoreError> {
    let Step { edit, inverse } = &change.step;
    let (forth, back) = match change.cause {
        Cause::Undo => (inverse, edit),
        Cause::Edit | Cause::Redo => (edit, inverse),
    };
    let columns =
        store::Change { unit_after: &change.unit, edit: forth, inverse: back, base_version };
    match change.cause {
        Cause::Edit => {
            let recorded = store.record(viewer, columns).await?;
            known.undo.push(recorded.entry);
            known.redo.clear();
            Ok(recorded)
        }
        Cause::Undo => match known.undo.last().copied() {
            Some(entry) => {
                let recorded = store.undo(viewer, entry, columns).await?;
                known.undo.pop();
                known.redo.push(recorded.entry);
                Ok(recorded)
            }
            None => store.record(viewer, columns).await,
        },
        Cause::Redo => match known.redo.last().copied() {
            Some(entry) => {
                let recorded = store.redo(viewer, entry, columns).await?;
                known.redo.pop();
                known.undo.push(recorded.entry);
                Ok(recorded)
            }
            None => store.record(viewer, columns).await,
        },
    }
}

/// Writes a framework; what to tell the session of it.
async fn write_framework(store: &Store, viewer: &Viewer, effect: FrameworkEffect) -> Option<Reply> {
    let (id, written) = match effect {
        FrameworkEffect::List(_) => return None,
        FrameworkEffect::Add(framework) => {
            (framework.id.clone(), store.put_framework(viewer, &framework).await.map(|()| 1))
        }
        FrameworkEffect::Change(framework, base) => {
            let written = store.change_framework(viewer, &framework, base).await;
            (framework.id.clone(), written)
        }
    };
    Some(match written {
        Ok(version) => of_framework(FrameworkReply::Saved(id, version)),
        Err(error @ (StoreError::Outdated { .. } | StoreError::ReadOnly { .. })) => {
            of_framework(FrameworkReply::Kept(id, error.message()))
        }
        Err(error) => {
            tracing::error!(%error, "a framework could not be saved");
            Reply::Failed(None, error.message())
        }
    })
}

fn of_framework(reply: FrameworkReply) -> Reply {
    Reply::Frameworks(Box::new(reply))
}

/// A unit with its journal, as the session wants it and as the saver does.
pub(super) async fn fetch(
    store: &Store,
    viewer: &Viewer,
    id: &UnitId,
) -> Result<(Fetched, Entries), StoreError> {
    let stored = store.unit(viewer, id).await?;
    let journal = store.history(viewer, id).await?;
    let entries = Entries {
        undo: journal.undo.iter().map(|entry| entry.id).collect(),
        redo: journal.redo.iter().map(|entry| entry.id).collect(),
    };
    let step = |entry: store::JournalEntry| Step { edit: entry.edit, inverse: entry.inverse };
    let fetched = Fetched {
        unit: stored.document,
        version: stored.version,
        undo: journal.undo.into_iter().map(step).collect(),
        redo: journal.redo.into_iter().map(step).collect(),
    };
    Ok((fetched, entries))
}
