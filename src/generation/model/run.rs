//! One run: what is settled first, then the weeks, and what is told on the way.

use std::sync::Arc;

use tokio::sync::mpsc;

use super::backing::Backing;
use super::base::BaseText;
use super::estimate::{BaseStands, estimate};
use super::line::Line;
use super::plan::{Kept, Plan};
use super::whom::Whom;
use crate::domain::{Explain, JobId, Message, Week};
use crate::generation::{EngineKind, ProgressEvent, Request};
use crate::library::Library;
use crate::llm::{Failure, Step};

/// Text of a running week is told in pieces of at least this many bytes.
const PIECE: usize = 64;

/// One run of the engine.
pub(super) struct Run {
    pub(super) backing: Arc<dyn Backing>,
    pub(super) library: Arc<Library>,
    pub(super) job: JobId,
    pub(super) kept: Option<Kept>,
    pub(super) tell: mpsc::UnboundedSender<ProgressEvent>,
}

impl Run {
    pub(super) async fn whole(self, request: Request, done: Vec<Week>) {
        self.say(ProgressEvent::Started { engine: EngineKind::Llm.id().to_owned() });
        if let Err(message) = self.program(request, done).await {
            self.say(ProgressEvent::Failed { message });
        }
    }

    pub(super) fn say(&self, event: ProgressEvent) {
        // nobody listens any more: the run is about to be dropped
        let _ = self.tell.send(event);
    }

    pub(super) fn log(&self, message: Message) {
        self.say(ProgressEvent::Log { message });
    }

    async fn program(&self, request: Request, done: Vec<Week>) -> Result<(), Message> {
        let plan = Plan::new(request, &self.job, self.kept.as_ref(), &self.library)?;
        let whom = self.whom(&plan.request).map_err(|failure| failure.message())?;
        let base = self.base_text(&plan).map_err(|failure| failure.message())?;
        if self.kept.is_none() {
            self.foretell(&plan, &base, &whom).await;
        }
        let kept = match &self.kept {
            Some(kept) => kept.clone(),
            None => self.outline(&plan, &base, &whom).await?,
        };
        if self.kept.is_none()
            && let Ok(outline) = serde_json::to_string(&kept)
        {
            // first of all: it is paid for
            self.say(ProgressEvent::Kept { outline });
        }
        let program = plan.program(&kept, Vec::new());
        self.say(ProgressEvent::Outlined { program: Box::new(program) });
        for note in &plan.outline.notes {
            self.log(note.clone());
        }
        let line = Line::behind(&base, &kept.asked, &kept.answered, kept.remote.clone(), &whom);
        self.weeks(&plan, &kept, &line, done).await
    }

    /// Says what it will probably take.
    async fn foretell(&self, plan: &Plan, base: &BaseText, whom: &Whom) {
        let stands = match self.known_base(base, whom).await {
            Some(_) => BaseStands::Already,
            None => BaseStands::NotYet,
        };
        let settings = self.backing.client().settings();
        if let Some(estimate) = estimate(&plan.request, &self.library, settings, stands) {
            self.log(estimate.message());
        }
    }

    /// Who is asked.
    pub(super) fn whom(&self, request: &Request) -> Result<Whom, Failure> {
        Whom::of(self.backing.client(), request.model.as_ref())
    }

    pub(super) fn base_text(&self, plan: &Plan) -> Result<BaseText, Failure> {
        let prompts = &self.backing.client().settings().prompts;
        BaseText::new(plan.kind, &plan.table, &self.library, prompts)
    }

    /// Passes on what happens while an answer comes; 0 is the outline.
    pub(super) fn heard(&self, index: u16, step: Step<'_>, held: &mut String) {
        match step {
            Step::Text(text) => {
                held.push_str(text);
                if held.len() >= PIECE {
                    let text = std::mem::take(held);
                    self.say(ProgressEvent::Text { index, text });
                }
            }
            Step::Connecting { .. } => {}
            other => {
                if let Some(message) = other.message() {
                    let line = match index {
                        0 => Message::new("job-of-outline"),
                        _ => Message::new("job-of-week").with("week", index),
                    };
                    self.log(line.with("line", message));
                }
            }
        }
    }
}
