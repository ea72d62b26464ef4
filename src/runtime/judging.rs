//! The linter beside the screens, and edits of units that are not open.

use super::Runtime;
use super::tasks::{replace, send};
use crate::app::effect::Judged;
use crate::app::findings::find;
use crate::app::{Reply, Ticket};
use crate::domain::{Explain, PlanEdit, UnitId, Viewer};
use crate::store::{Change, Store, StoreError};

impl Runtime {
    /// Judges the open unit; a newer question takes the place of an older one.
    pub(super) fn lint(&mut self, ticket: Ticket, judged: Box<Judged>) {
        let (services, viewer, replies) =
            (self.services.clone(), self.viewer.clone(), self.replies.clone());
        let task = tokio::spawn(async move {
            let Ok(shelf) = services.shelf(&viewer).await else { return };
            let severities = services.severities.clone();
            let found =
                tokio::task::spawn_blocking(move || find(&judged, &shelf.library, &severities));
            if let Ok(found) = found.await {
                send(&replies, Reply::Linted(ticket, found)).await;
            }
        });
        replace(&mut self.judging, task);
    }

    /// Makes edits in stored units, each as one entry of its journal.
    pub(super) fn apply(&mut self, edits: Vec<(UnitId, PlanEdit)>) {
        let (services, viewer, replies) =
            (self.services.clone(), self.viewer.clone(), self.replies.clone());
        self.keep(async move {
            for (unit, edit) in edits {
                if let Err(error) = apply(&services.store, &viewer, &unit, edit).await {
                    send(&replies, Reply::Failed(None, error.message())).await;
                }
            }
        });
    }
}

/// Makes an edit on the unit as it is stored now, again if another coach is faster.
async fn apply(
    store: &Store,
    viewer: &Viewer,
    unit: &UnitId,
    edit: PlanEdit,
) -> Result<(), StoreError> {
    const TRIES: usize = 3;
    for _ in 1..TRIES {
        match edit_once(store, viewer, unit, edit.clone()).await {
            Err(StoreError::Conflict { .. }) => {}
            other => return other,
        }
    }
    edit_once(store, viewer, unit, edit).await
}

async fn edit_once(
    store: &Store,
    viewer: &Viewer,
    unit: &UnitId,
    edit: PlanEdit,
) -> Result<(), StoreError> {
    let stored = store.unit(viewer, unit).await?;
    let mut unit_after = stored.document;
    let inverse = match edit.clone().apply(&mut unit_after) {
        Ok(inverse) => inverse,
        Err(error) => {
            tracing::warn!(%unit, %error, "a change no longer fits and was left out");
            return Ok(());
        }
    };
    let change = Change {
        unit_after: &unit_after,
        edit: &edit,
        inverse: &inverse,
        base_version: stored.version,
    };
    store.record(viewer, change).await?;
    Ok(())
}
