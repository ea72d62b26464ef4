//! Keeps what is being typed into the forms for people, in the order it comes, so that a crash
//! costs nothing; and gives it back to the next form.

use tokio::sync::mpsc;
use tokio::task::JoinHandle;

use crate::app::people::{KeptForm, PeopleReply, PersonKind};
use crate::app::{Reply, Ticket};
use crate::domain::Viewer;
use crate::store::{Store, StoreError};

/// Work for the keeper.
#[derive(Debug)]
pub(super) enum Work {
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

/// The keeper of one session.
#[derive(Debug)]
pub(super) struct Forms {
    work: mpsc::UnboundedSender<Work>,
    keeping: JoinHandle<()>,
}

impl Forms {
    /// A keeper at work. Must be called within tokio.
    pub(super) fn start(store: Store, viewer: Viewer, replies: mpsc::Sender<Reply>) -> Self {
        let (work, waiting) = mpsc::unbounded_channel();
        Self { work, keeping: tokio::spawn(run(store, viewer, waiting, replies)) }
    }

    pub(super) fn hand_over(&self, work: Work) {
        if self.work.send(work).is_err() {
            tracing::error!("nobody keeps what is typed into forms any more");
        }
    }

    /// Waits until everything handed over is written.
    pub(super) async fn finish(self) {
        drop(self.work);
        let _ = self.keeping.await;
    }
}

/// Runs until the session hangs up and everything handed over is written.
async fn run(
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
            let told = PeopleReply::Kept(ticket, told);
            // a session that is gone has nobody to tell
            let _ = replies.send(Reply::People(Box::new(told))).await;
            kept.map(|_| ())
        }
    }
}
