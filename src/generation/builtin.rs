//! The offline planner as an engine: the outline first, then one week after the other.

use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;

use futures_util::stream::{self, StreamExt};

use super::{Engine, Events, ProgressEvent, Request, Target};
use crate::domain::{Explain, Message, Program, Week};
use crate::library::Library;
use crate::lint::{LintContext, Severity, lint_program};
use crate::planner::{self, Outline};

/// Plans without any model.
#[derive(Debug, Clone)]
pub struct Builtin {
    library: Arc<Library>,
}

impl Builtin {
    /// An engine over a library.
    #[must_use]
    pub const fn new(library: Arc<Library>) -> Self {
        Self { library }
    }
}

impl Engine for Builtin {
    fn name(&self) -> &'static str {
        planner::ENGINE
    }

    fn run(&self, request: Request, done: Vec<Week>) -> Events {
        let run = Run {
            library: Arc::clone(&self.library),
            request,
            done: done.into_iter().map(|week| (week.index, week)).collect(),
            told: VecDeque::from([ProgressEvent::Started { engine: planner::ENGINE.to_owned() }]),
            stage: Stage::Begin,
        };
        stream::unfold(run, |mut run| async move {
            if run.told.is_empty() {
                run.advance();
            }
            let event = run.told.pop_front()?;
            Some((event, run))
        })
        .boxed()
    }
}

/// Where a run stands. Work is done only when the next event is asked for, a week at a time, so
/// that dropping the stream stops it.
enum Stage {
    Begin,
    Weeks { outline: Box<Outline>, next: u16 },
    Over,
}

struct Run {
    library: Arc<Library>,
    request: Request,
    done: BTreeMap<u16, Week>,
    told: VecDeque<ProgressEvent>,
    stage: Stage,
}

impl Run {
    /// Does the next piece of work and puts its events up to be told.
    fn advance(&mut self) {
        self.stage = match std::mem::replace(&mut self.stage, Stage::Over) {
            Stage::Begin => self.begin(),
            Stage::Weeks { outline, next } => self.week(outline, next),
            Stage::Over => Stage::Over,
        };
    }

    fn begin(&mut self) -> Stage {
        let outline = planner::outline(&self.request.profile, &self.library, self.request.seed);
        let outline = match outline {
            Ok(outline) => outline.starting(self.request.start),
            Err(error) => {
                self.told.push_back(ProgressEvent::Failed { message: error.message() });
                return Stage::Over;
            }
        };
        let program = self.program(&outline, Vec::new());
        self.told.push_back(ProgressEvent::Outlined { program: Box::new(program) });
        for note in &outline.notes {
            self.told.push_back(ProgressEvent::Log { message: note.clone() });
        }
        let last = self.last_week(&outline);
        self.done.retain(|index, _| (1..=last).contains(index));
        if !self.done.is_empty() {
            let message = Message::new("job-kept").with("weeks", self.done.len());
            self.told.push_back(ProgressEvent::Log { message });
        }
        let next = self.next_missing(1, last);
        self.announce(next, last);
        Stage::Weeks { outline: Box::new(outline), next }
    }

    fn week(&mut self, outline: Box<Outline>, index: u16) -> Stage {
        let last = self.last_week(&outline);
        if index > last {
            self.finish(&outline);
            return Stage::Over;
        }
        let mut week = planner::week(&outline, &self.library, index);
        if self.request.target == Target::Unit {
            week.units.truncate(1);
        }
        for unit in &mut week.units {
            unit.owner = self.request.owner.clone();
        }
        self.told.push_back(ProgressEvent::WeekReady { week: Box::new(week.clone()) });
        self.done.insert(index, week);
        let next = self.next_missing(index + 1, last);
        self.announce(next, last);
        Stage::Weeks { outline, next }
    }

    fn announce(&mut self, index: u16, last: u16) {
        if index <= last {
            self.told.push_back(ProgressEvent::WeekStarted { index });
        }
    }

    fn finish(&mut self, outline: &Outline) {
        let weeks = std::mem::take(&mut self.done).into_values().collect();
        let program = self.program(outline, weeks);
        let context = LintContext::new(&self.library).for_profile(&program.profile);
        let findings = lint_program(&program, &context);
        let count =
            |severity| findings.iter().filter(|finding| finding.severity == severity).count();
        let message = Message::new("job-lint")
            .with("errors", count(Severity::Error))
            .with("warnings", count(Severity::Warn));
        self.told.push_back(ProgressEvent::Log { message });
        self.told.push_back(ProgressEvent::Finished { program: Box::new(program) });
    }

    fn program(&self, outline: &Outline, weeks: Vec<Week>) -> Program {
        let mut program = planner::compose(outline, weeks, self.request.owner.clone());
        program.provenance.version_of.clone_from(&self.request.version_of);
        program
    }

    fn last_week(&self, outline: &Outline) -> u16 {
        match self.request.target {
            Target::Program => outline.profile.weeks(),
            Target::Unit => 1,
        }
    }

    /// The first index from `from` on that is not there; behind the end when all are.
    fn next_missing(&self, from: u16, last: u16) -> u16 {
        (from..=last).find(|index| !self.done.contains_key(index)).unwrap_or(last + 1)
    }
}
