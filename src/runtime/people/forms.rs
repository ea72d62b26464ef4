//! Keeps what is being typed into the forms for people, in the order it comes, so that a crash
//! costs nothing; and gives it back to the next form.

use tokio::sync::mpsc;

use super::reply;
use crate::app::people::{KeptForm, PeopleReply, PersonKind};
use crate::app::{Reply, Ticket};
use crate::domain::Viewer;
use crate::runtime::tasks::send;
use crate::store::{Store, StoreError};

/// Work for the keeper.
#[derive(Debug)]
pub(in crate::runtime) enum Work {
    /// Something was typed, or is no longer wanted.
    Keep(PersonKind, Option<Box<KeptForm>>),
    /// What was typed last is wanted.
    Fetch(Ticket, PersonKind),
}

/// The setting a form is kept under.
const fn name(kind: PersonKind) -> &'static str {
    match kind {
        PersonKind::Athlete => "form.athlete",
        PersonKind::Group => "form.group",
    }
}

/// Runs until the session hangs up and everything handed over is written.
pub(in crate::runtime) async fn run(
    store: Store,
    viewer: Viewer,
    mut work: mpsc::UnboundedReceiver<Work>,
    replies: mpsc::Sender<Reply>,
) {
    let mut next = work.recv().await;
    while let Some(piece) = next.take() {
        let mut following = work.try_recv().ok();
        let overtaken = match (&piece, &following) {
            (Work::Keep(kind, _), Some(Work::Keep(newer, _))) => kind == newer,
            _ => false,
        };
        if !overtaken && let Err(error) = carry_out(&store, &viewer, piece, &replies).await {
            tracing::warn!(%error, "what is typed into a form could not be kept");
        }
        next = match following.take() {
            Some(piece) => Some(piece),
            None => work.recv().await,
        };
    }
}

async fn carry_out(
    store: &Store,
    viewer: &Viewer,
    work: Work,
    replies: &mpsc::Sender<Reply>,
) -> Result<(), StoreError> {
    match work {
        Work::Keep(kind, form) => store.remember(viewer, name(kind), &form).await,
        Work::Fetch(ticket, kind) => {
            let kept = store.recall::<Option<Box<KeptForm>>>(viewer, name(kind)).await;
            let told = kept.as_ref().ok().cloned().flatten().flatten();
            send(replies, reply(PeopleReply::Kept(ticket, told))).await;
            kept.map(|_| ())
        }
    }
}
