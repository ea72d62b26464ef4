//! Keeps the imports of one session, one piece of work after the other, in the order they came:
//! texts, decisions, the end with what it teaches.

use std::collections::HashMap;

use tokio::sync::mpsc;

use super::outcome::outcome;
use crate::app::Reply;
use crate::app::import::{Decisions, Ending, KeptText, Lesson, Teach};
use crate::app::log::Tone;
use crate::domain::{Bilingual, Explain, JobId, Message, Viewer};
use crate::runtime::Services;
use crate::runtime::clock::Clock;
use crate::store::{Alias, AliasOrigin, ImportOutcome, ImportState, OpenImport, Reach, StoreError};

/// Work for the keeper.
#[derive(Debug)]
pub(in crate::runtime) enum Work {
    /// A text is read or written.
    Text(Box<KeptText>),
    /// A reading took so many milliseconds.
    Read(u32),
    /// The decisions made so far.
    Review(JobId, Box<Decisions>),
    /// An import is given up.
    Drop(JobId),
    /// An import is over.
    End(Box<Ending>),
}

/// What is known of the imports of this session.
#[derive(Default)]
struct Known {
    /// When each was begun.
    begun: HashMap<JobId, Clock>,
    /// How long the last reading took.
    read_ms: u32,
    /// Whether the coach was told that texts cannot be kept.
    told: bool,
}

/// Runs until the session hangs up and everything handed over is written.
pub(in crate::runtime) async fn run(
    services: Services,
    viewer: Viewer,
    mut work: mpsc::UnboundedReceiver<Work>,
    replies: mpsc::Sender<Reply>,
) {
    let mut known = Known::default();
    let mut next = work.recv().await;
    while let Some(piece) = next.take() {
        let mut following = work.try_recv().ok();
        if overtaken(&piece, following.as_ref()) {
            next = following;
            continue;
        }
        if let Err(error) = carry_out(&services, &viewer, piece, &mut known, &replies).await {
            tracing::warn!(%error, "an import could not be kept");
            if !std::mem::replace(&mut known.told, true) {
                let _ = replies.send(Reply::Told(Tone::Warn, error.message())).await;
            }
        }
        next = match following.take() {
            Some(piece) => Some(piece),
            None => work.recv().await,
        };
    }
}

/// Decisions that newer ones wait behind need not be written.
fn overtaken(piece: &Work, following: Option<&Work>) -> bool {
    match (piece, following) {
        (Work::Review(id, _), Some(Work::Review(next, _))) => id == next,
        _ => false,
    }
}

async fn carry_out(
    services: &Services,
    viewer: &Viewer,
    work: Work,
    known: &mut Known,
    replies: &mpsc::Sender<Reply>,
) -> Result<(), StoreError> {
    let store = &services.store;
    match work {
        Work::Text(text) => {
            known.begun.entry(text.id.clone()).or_insert_with(Clock::start);
            let KeptText { id, source, text } = *text;
            let import = OpenImport { id, source, text: text.to_string(), review: None };
            store.keep_import(viewer, &import).await
        }
        Work::Read(took) => {
            known.read_ms = took;
            Ok(())
        }
        Work::Review(id, decisions) => {
            known.begun.entry(id.clone()).or_insert_with(Clock::start);
            let text = serde_json::to_string(&decisions).unwrap_or_default();
            store.keep_review(viewer, &id, &text).await
        }
        Work::Drop(id) => {
            match store
                .end_import(viewer, &id, ImportState::Dropped, &ImportOutcome::default())
                .await
            {
                // nothing was kept of it yet
                Err(StoreError::NotFound { .. }) => Ok(()),
                ended => ended,
            }
        }
        Work::End(ending) => end(services, viewer, *ending, known, replies).await,
    }
}

async fn end(
    services: &Services,
    viewer: &Viewer,
    ending: Ending,
    known: &mut Known,
    replies: &mpsc::Sender<Reply>,
) -> Result<(), StoreError> {
    let Ending { id, draft, lessons, units } = ending;
    let taught = services.matcher(viewer).await.map(|matcher| matcher.taught().clone());
    let report = draft.report(&taught.unwrap_or_default());
    let plans = units.iter().map(ToString::to_string).collect();
    let took = known.begun.remove(&id).map_or(0, |begun| begun.elapsed().as_millis());
    let outcome = ImportOutcome {
        review_ms: u32::try_from(took).unwrap_or(u32::MAX),
        ..outcome(report, plans, known.read_ms)
    };
    for lesson in lessons {
        learn(services, viewer, &id, lesson, replies).await?;
    }
    services.store.end_import(viewer, &id, ImportState::Accepted, &outcome).await
}

async fn learn(
    services: &Services,
    viewer: &Viewer,
    import: &JobId,
    lesson: Lesson,
    replies: &mpsc::Sender<Reply>,
) -> Result<(), StoreError> {
    let reach = match lesson.teach {
        Teach::Coach => Reach::Coach,
        Teach::Club => Reach::Club,
        Teach::Nobody => return Ok(()),
    };
    let line = u32::try_from(lesson.line).ok();
    let alias = Alias {
        name: lesson.name,
        key: lesson.key,
        exercise: lesson.exercise,
        reach,
        origin: AliasOrigin::Import { import: Some(import.clone()), line },
    };
    services.store.put_alias(viewer, &alias).await?;
    let text = match reach {
        Reach::Coach => "log-learned",
        Reach::Club => "log-learned-club",
    };
    let shelf = services.shelf(viewer).await.ok();
    let known = shelf.as_ref().and_then(|shelf| shelf.library.get(&alias.exercise));
    let exercise =
        known.map_or_else(|| Bilingual::same(alias.exercise.as_str()), |known| known.name.clone());
    let text = Message::new(text).with("name", alias.name.as_str()).with("exercise", exercise);
    // a session that is gone has nobody to tell
    let _ = replies.send(Reply::Told(Tone::Plain, text)).await;
    Ok(())
}
