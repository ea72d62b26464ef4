//! A unit in two steps: told in plain words by the one model, which stream into the log, and
//! brought into the form by another one.

use serde_json::Value;

use super::line::{Fork, Line};
use super::plan::{OUTLINE_TOKENS, Plan};
use super::run::Run;
use super::{cost, question};
use crate::domain::Message;
use crate::generation::wire::{Frame, outline_schema};
use crate::llm::{Answer, Ask, Complaint, Failure, Output, PromptId, Request, Role, Step, Turn};

/// An outline with the answer it was read from.
pub(super) struct Written {
    pub(super) frame: Frame,
    pub(super) answer: Answer,
    /// The second step, where there was one.
    pub(super) second: Option<Second>,
}

/// Who brought prose into the form.
pub(super) struct Second {
    /// Provider and model.
    pub(super) by: String,
    /// The prompt.
    pub(super) prompt: PromptId,
}

impl Run {
    /// Asks for prose unless it is there, then for its form. What `check` says against the form is
    /// said to the second model, which answers once more.
    pub(super) async fn in_two_steps(
        &self,
        plan: &Plan,
        line: &Line<'_>,
        fork: &Fork,
        prose: &mut Option<Answer>,
        check: impl Fn(&Value) -> Result<Frame, Complaint>,
    ) -> Result<Written, Failure> {
        let backing = &*self.backing;
        let first = if let Some(first) = prose {
            first.clone()
        } else {
            let mut held = String::new();
            let mut tell = |step: Step<'_>| self.heard(0, step, &mut held);
            let first = line.words(backing, &self.job, fork, &mut tell).await?;
            prose.insert(first).clone()
        };
        let client = backing.client();
        let skeleton = plan.own_week(1, &self.library);
        let prompts = &client.settings().prompts;
        let filled = question::structure(plan, &skeleton, &first.text, &self.library, prompts)?;
        let request = Request {
            instructions: filled.instructions,
            turns: vec![Turn::user(filled.text)],
            output: Output::Json { name: "outline", schema: outline_schema() },
            max_tokens: OUTLINE_TOKENS,
            expected_output: cost::WEEK,
            prompt: filled.id.clone(),
            ..Request::default()
        };
        // without a model of its own the first one does both
        let (role, model) = if client.serves(Role::Structure) {
            (Role::Structure, None)
        } else {
            (Role::Generate, plan.request.model.as_ref())
        };
        let ask = Ask::new(backing.viewer(), role, &request, backing.veil());
        let ask = Ask { model, job: Some(&self.job), ..ask };
        self.log(Message::new("job-prose").with("role", role.name()));
        let mut tell = |step: Step<'_>| self.heard(0, step, &mut String::new());
        let (frame, form) = client.ask(&ask, check, &mut tell).await?;
        let by = format!("{}/{}", form.provider, form.model);
        let answer = Answer { text: form.text, id: None, ..first };
        Ok(Written { frame, answer, second: Some(Second { by, prompt: filled.id }) })
    }
}
