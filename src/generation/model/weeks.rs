//! The weeks, side by side: each asked for, checked, repaired once, filled by the offline planner
//! where that did not help, and told the moment it is whole.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicBool, Ordering};

use futures_util::stream::{self, StreamExt};

use super::line::{Fork, Line};
use super::outcome::{Verdict, verdict};
use super::plan::{Kept, Plan};
use super::run::Run;
use super::{coherence, cost, judge, question};
use crate::domain::{Explain, Message, Week};
use crate::generation::source::{FILLED, REPAIRED};
use crate::generation::wire::{read_week, week_schema};
use crate::generation::{ProgressEvent, Target};
use crate::lint::{Finding, LintContext, Severity, lint_program, lint_unit};
use crate::llm::{Failure, Output, Step};

/// How often weeks that a busy server turned away are asked for again, beyond the client's own
/// attempts.
pub(super) const ROUNDS: u32 = 5;
/// Longest answer, in tokens: several times what is needed.
const WEEK_TOKENS: u32 = 6_000;

/// What the weeks are written from.
#[derive(Clone, Copy)]
struct Work<'a> {
    plan: &'a Plan,
    kept: &'a Kept,
    line: &'a Line<'a>,
}

/// The weeks that are there, and which of them this run made.
#[derive(Default)]
struct Made {
    whole: BTreeMap<u16, Week>,
    fresh: BTreeSet<u16>,
}

impl Run {
    /// Makes the weeks that are not in `done`, and finishes the program.
    pub(super) async fn weeks(
        &self,
        plan: &Plan,
        kept: &Kept,
        line: &Line<'_>,
        done: Vec<Week>,
    ) -> Result<(), Message> {
        let last = plan.weeks();
        let done = done.into_iter().filter(|week| (1..=last).contains(&week.index));
        let mut made =
            Made { whole: done.map(|week| (week.index, week)).collect(), ..Made::default() };
        if !made.whole.is_empty() {
            self.log(Message::new("job-kept").with("weeks", made.whole.len()));
        }
        let mut missing: Vec<u16> =
            (1..=last).filter(|index| !made.whole.contains_key(index)).collect();
        if plan.request.target == Target::Unit && !missing.is_empty() {
            // the outline of a single unit is the unit
            let week = self.first_week(plan, &kept.frame).unwrap_or_else(|_| self.filled(plan, 1));
            missing.clear();
            self.ready(week, &mut made);
        }
        let stopped = self.rounds(Work { plan, kept, line }, &mut missing, &mut made).await;
        self.log(cost::used(&self.backing.used(&self.job).await));
        if let Some(failure) = stopped {
            return Err(Message::new("job-missing")
                .with("missing", missing.len())
                .with("weeks", last)
                .with("why", failure.message()));
        }
        self.finish(plan, kept, made);
        Ok(())
    }

    fn ready(&self, week: Week, made: &mut Made) {
        made.fresh.insert(week.index);
        made.whole.insert(week.index, week.clone());
        self.say(ProgressEvent::WeekReady { week: Box::new(week) });
    }

    /// Asks for what is missing, and again for what a busy server turned away. Returns what
    /// stopped it.
    async fn rounds(
        &self,
        work: Work<'_>,
        missing: &mut Vec<u16>,
        made: &mut Made,
    ) -> Option<Failure> {
        let most = self.backing.client().settings().limits.concurrency.max(1) as usize;
        let mut answered = false;
        for round in 1..=ROUNDS {
            let halt = AtomicBool::new(false);
            let mut stopped = None;
            let mut later = Vec::new();
            let mut coming = stream::iter(std::mem::take(missing))
                .map(|index| self.unless_halted(&halt, work, index))
                .buffer_unordered(most);
            while let Some((index, outcome)) = coming.next().await {
                let week = match outcome {
                    Some(Ok(week)) => {
                        answered = true;
                        week
                    }
                    Some(Err(failure)) => match settled(verdict(&failure), round, answered) {
                        Verdict::Fill => self.fill(work.plan, index, &failure),
                        Verdict::Later => {
                            later.push(index);
                            continue;
                        }
                        Verdict::Stop => {
                            halt.store(true, Ordering::Relaxed);
                            stopped = Some(failure);
                            later.push(index);
                            continue;
                        }
                    },
                    None => {
                        later.push(index);
                        continue;
                    }
                };
                self.ready(week, made);
            }
            drop(coming);
            later.sort_unstable();
            *missing = later;
            if stopped.is_some() || missing.is_empty() {
                return stopped;
            }
        }
        None
    }

    async fn unless_halted(
        &self,
        halt: &AtomicBool,
        work: Work<'_>,
        index: u16,
    ) -> (u16, Option<Result<Week, Failure>>) {
        if halt.load(Ordering::Relaxed) {
            return (index, None);
        }
        self.say(ProgressEvent::WeekStarted { index });
        (index, Some(self.week(work, index).await))
    }

    async fn week(&self, work: Work<'_>, index: u16) -> Result<Week, Failure> {
        let Work { plan, kept, line } = work;
        let skeleton = plan.own_week(index, &self.library);
        let prompts = &self.backing.client().settings().prompts;
        let filled = question::week(plan, &kept.frame, &skeleton, prompts)?;
        let fork = Fork {
            text: question::said(&filled),
            output: Output::Json { name: "week", schema: week_schema() },
            max_tokens: WEEK_TOKENS,
            expected: cost::WEEK,
            prompt: filled.id,
        };
        let check = |answer: &serde_json::Value| {
            let week = read_week(answer, plan.place(&kept.frame, &skeleton, &self.library))?;
            judge::judged(week, plan.profile(), &plan.allowed, &self.library)
        };
        let mut held = String::new();
        let mut repaired = false;
        let mut tell = |step: Step<'_>| {
            repaired |= matches!(step, Step::Repair { .. });
            self.heard(index, step, &mut held);
        };
        let (mut week, _) = line.ask(&*self.backing, &self.job, &fork, check, &mut tell).await?;
        if repaired {
            week.intent.push(Message::new(REPAIRED));
        }
        Ok(week)
    }

    /// The week by the offline planner, saying so.
    fn fill(&self, plan: &Plan, index: u16, failure: &Failure) -> Week {
        let why = failure.message();
        self.log(Message::new("job-week-filled").with("week", index).with("why", why));
        self.filled(plan, index)
    }

    fn filled(&self, plan: &Plan, index: u16) -> Week {
        let mut week = plan.own_week(index, &self.library);
        week.intent.push(Message::new(FILLED));
        for unit in &mut week.units {
            unit.reasons.push(Message::new(FILLED));
        }
        week
    }

    fn finish(&self, plan: &Plan, kept: &Kept, made: Made) {
        let Made { whole, fresh } = made;
        let mut program = plan.program(kept, whole.into_values().collect());
        let fill = |index| self.filled(plan, index);
        let changed = coherence::settle(&mut program, &fresh, &self.library, fill);
        for week in program.weeks.iter().filter(|week| changed.contains(&week.index)) {
            self.say(ProgressEvent::WeekMended { week: Box::new(week.clone()) });
        }
        let context = LintContext::new(&self.library).for_profile(&program.profile);
        let findings: Vec<Finding> = match plan.request.target {
            Target::Program => lint_program(&program, &context),
            Target::Unit => program.units().flat_map(|unit| lint_unit(unit, &context)).collect(),
        };
        let count =
            |severity| findings.iter().filter(|finding| finding.severity == severity).count();
        self.log(
            Message::new("job-lint")
                .with("errors", count(Severity::Error))
                .with("warnings", count(Severity::Warn)),
        );
        self.say(ProgressEvent::Finished { program: Box::new(program) });
    }
}

/// The verdict on a failure in one of the rounds.
const fn settled(verdict: Verdict, round: u32, answered: bool) -> Verdict {
    match verdict {
        Verdict::Later if round < ROUNDS => Verdict::Later,
        // others were answered, so it is this week that does not work
        Verdict::Later if answered => Verdict::Fill,
        Verdict::Later => Verdict::Stop,
        other => other,
    }
}
