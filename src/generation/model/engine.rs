//! The engine as a stream: one run for one job, told event by event.

use std::sync::Arc;

use futures_util::stream::{self, StreamExt};
use tokio::sync::mpsc;

use super::backing::Backing;
use super::line::Line;
use super::plan::{Kept, Plan};
use super::run::Run;
use crate::domain::{Explain, JobId, Message, Week};
use crate::generation::{Engine, EngineKind, Events, ProgressEvent, Request};
use crate::library::Library;
use crate::llm::{Failure, Preview};

/// Plans with a model.
pub struct ModelEngine {
    backing: Arc<dyn Backing>,
    library: Arc<Library>,
    job: JobId,
    kept: Option<Kept>,
}

impl ModelEngine {
    /// An engine for one job; `kept` is the outline of an earlier run of it.
    #[must_use]
    pub const fn new(
        backing: Arc<dyn Backing>,
        library: Arc<Library>,
        job: JobId,
        kept: Option<Kept>,
    ) -> Self {
        Self { backing, library, job, kept }
    }

    /// Exactly what would be sent for the outline, the first fork of the base.
    ///
    /// # Errors
    /// A [`Message`] when there is nothing that could be sent.
    pub async fn preview(&self, request: Request) -> Result<Preview, Message> {
        let (tell, _) = mpsc::unbounded_channel();
        let run = self.begun(tell);
        let plan = Plan::new(request, &self.job, self.kept.as_ref(), &self.library)?;
        let said = |failure: Failure| failure.message();
        let base = run.base_text(&plan).map_err(said)?;
        let fork = run.outline_fork(&plan).map_err(said)?;
        let whom = run.whom(&plan.request).map_err(said)?;
        let remote = run.known_base(&base, &whom).await;
        let line = Line::of_base(&base, remote, &whom);
        line.preview(&*self.backing, &fork).await.map_err(said)
    }

    fn begun(&self, tell: mpsc::UnboundedSender<ProgressEvent>) -> Run {
        Run {
            backing: Arc::clone(&self.backing),
            library: Arc::clone(&self.library),
            job: self.job.clone(),
            kept: self.kept.clone(),
            tell,
        }
    }
}

impl Engine for ModelEngine {
    fn name(&self) -> &'static str {
        EngineKind::Llm.id()
    }

    fn run(&self, request: Request, done: Vec<Week>) -> Events {
        let (tell, mut told) = mpsc::unbounded_channel();
        let run = self.begun(tell);
        let events = stream::poll_fn(move |context| told.poll_recv(context));
        // the work tells everything through the channel, which ends when the work does
        let work = stream::once(run.whole(request, done)).filter_map(|()| async { None });
        stream::select(events, work).boxed()
    }
}
