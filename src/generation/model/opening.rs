//! Before the first week: the base a provider keeps, and the outline, the first fork of it.

use super::backing::BaseRecord;
use super::base::{BaseText, MOST_DAYS};
use super::keeping::make_base;
use super::line::{Fork, Line};
use super::outcome::{Verdict, verdict};
use super::plan::{Kept, OUTLINE_TOKENS, Plan};
use super::run::Run;
use super::two_steps::{Second, Written};
use super::weeks::ROUNDS;
use super::whom::Whom;
use super::{cost, judge, question};
use crate::domain::{Audit, Explain, Message, PromptMark, Week};
use crate::generation::Target;
use crate::generation::wire::{Frame, outline_schema, read_outline, read_week, write_outline};
use crate::llm::{Complaint, Failure, Keep, ModelName, Output, PromptId, Step};

impl Run {
    pub(super) fn outline_fork(&self, plan: &Plan) -> Result<Fork, Failure> {
        let prompts = &self.backing.client().settings().prompts;
        let skeleton = plan.own_week(1, &self.library);
        let filled = question::outline(plan, &skeleton, &self.library, prompts)?;
        let output = if plan.request.in_two_steps() {
            Output::Text
        } else {
            Output::Json { name: "outline", schema: outline_schema() }
        };
        Ok(Fork {
            text: question::said(&filled),
            output,
            max_tokens: OUTLINE_TOKENS,
            expected: cost::OUTLINE,
            prompt: filled.id,
        })
    }

    /// The base a provider keeps, where there is a valid one.
    pub(super) async fn known_base(&self, base: &BaseText, whom: &Whom) -> Option<String> {
        if whom.keeps == Keep::Nothing {
            return None;
        }
        let ModelName { provider, model } = &whom.name;
        let known = self.backing.base(base.kind.id(), provider, model).await;
        let now = self.backing.now();
        known
            .filter(|known| known.hash == base.hash)
            .filter(|known| now.duration_since(known.created).as_hours() < MOST_DAYS * 24)
            .and_then(|known| known.remote)
    }

    /// The base a provider keeps, made where there is none.
    async fn base(&self, base: &BaseText, whom: &Whom) -> Result<Option<String>, Failure> {
        if let Some(id) = self.known_base(base, whom).await {
            self.log(Message::new("job-base-known").with("kind", base.kind.id()));
            return Ok(Some(id));
        }
        if whom.keeps == Keep::Nothing {
            return Ok(None);
        }
        let named = whom.named.as_ref();
        let record = make_base(&*self.backing, base, named, Some(&self.job)).await?;
        self.log(
            Message::new("job-base-made")
                .with("kind", base.kind.id())
                .with("tokens", record.usage.input() as f64),
        );
        let id = record.remote.clone();
        self.backing.keep_base(record).await;
        Ok(id)
    }

    pub(super) async fn outline(
        &self,
        plan: &Plan,
        base: &BaseText,
        whom: &Whom,
    ) -> Result<Kept, Message> {
        let fork = self.outline_fork(plan).map_err(|failure| failure.message())?;
        let skeleton = plan.own_week(1, &self.library);
        let id = self.base(base, whom).await.map_err(|failure| failure.message())?;
        let line = Line::of_base(base, id.clone(), whom);
        let check = |answer: &serde_json::Value| {
            let days = skeleton.units.len();
            let (table, allowed) = (&plan.table, &plan.allowed);
            let frame = read_outline(answer, plan.weeks(), days, table, allowed, &self.library)?;
            self.first_week(plan, &frame)?;
            Ok(frame)
        };
        let mut round = 1;
        let mut prose = None;
        let asked = loop {
            let asked = if plan.request.in_two_steps() {
                self.in_two_steps(plan, &line, &fork, &mut prose, check).await
            } else {
                let mut tell = |step: Step<'_>| self.heard(0, step, &mut String::new());
                let asked = line.ask(&*self.backing, &self.job, &fork, check, &mut tell).await;
                asked.map(|(frame, answer)| Written { frame, answer, second: None })
            };
            match asked {
                Err(failure) if verdict(&failure) == Verdict::Later && round < ROUNDS => round += 1,
                other => break other,
            }
        };
        let prompts = &self.backing.client().settings().prompts;
        let kept =
            |frame: Frame, answered, answered_by: &str, remote, second: Option<Second>| Kept {
                table: plan.table.clone(),
                asked: fork.text.clone(),
                answered,
                remote,
                audit: {
                    let week = match plan.request.target {
                        Target::Program => question::week(plan, &frame, &skeleton, prompts).ok(),
                        Target::Unit => None,
                    };
                    let prompts = [&base.prompt, &fork.prompt].into_iter();
                    let prompts = prompts.chain(week.as_ref().map(|week| &week.id));
                    let prompts = prompts.chain(second.as_ref().map(|second| &second.prompt));
                    let audit = self.audit(prompts, base, whom, answered_by);
                    Audit { structured_by: second.map(|second| second.by), ..audit }
                },
                frame,
            };
        match asked {
            Ok(Written { frame, answer, second }) => {
                self.renew(base, whom, id, line.id().await).await;
                let remote = answer.id.filter(|_| whom.keeps == Keep::ForForks);
                Ok(kept(frame, answer.text, &answer.model, remote, second))
            }
            Err(failure) if verdict(&failure) == Verdict::Fill => {
                self.log(Message::new("job-outline-filled").with("why", failure.message()));
                let frame = plan.own_frame(&self.library);
                let answered = write_outline(&frame, &plan.table).to_string();
                Ok(kept(frame, answered, "", None, None))
            }
            Err(failure) => Err(failure.message()),
        }
    }

    /// The record of how it is written.
    fn audit<'a>(
        &self,
        prompts: impl Iterator<Item = &'a PromptId>,
        base: &BaseText,
        whom: &Whom,
        answered_by: &str,
    ) -> Audit {
        let mark = |id: &PromptId| PromptMark { name: id.name.clone(), hash: id.hash.clone() };
        Audit {
            provider: whom.name.provider.clone(),
            model: whom.name.model.clone(),
            answered_by: answered_by.to_owned(),
            structured_by: None,
            prompts: prompts.map(mark).collect(),
            base: base.hash.clone(),
            job: Some(self.job.clone()),
        }
    }

    /// A base that had to be told again has another name now.
    async fn renew(
        &self,
        base: &BaseText,
        whom: &Whom,
        before: Option<String>,
        now: Option<String>,
    ) {
        if before == now {
            return;
        }
        self.log(Message::new("job-base-again").with("kind", base.kind.id()));
        let ModelName { provider, model } = &whom.name;
        let known = self.backing.base(base.kind.id(), provider, model).await;
        if let Some(known) = known {
            let created = self.backing.now();
            self.backing.keep_base(BaseRecord { remote: now, created, ..known }).await;
        }
    }

    /// The first week an outline stands for has to pass, or no week written against it will.
    pub(super) fn first_week(&self, plan: &Plan, frame: &Frame) -> Result<Week, Complaint> {
        let skeleton = plan.own_week(1, &self.library);
        let days: Vec<Vec<&str>> = frame
            .block(1)
            .map_or(&[][..], |block| &block.days)
            .iter()
            .map(|day| vec!["="; day.slots.len()])
            .collect();
        let same = serde_json::json!({ "week": 1, "focus": frame.phase(1).id(), "days": days });
        let week = read_week(&same, plan.place(frame, &skeleton, &self.library))?;
        judge::judged(week, plan.profile(), &plan.allowed, &self.library)
    }
}
