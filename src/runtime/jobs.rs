//! Runs a generation: an engine's events become saved weeks, journalled progress and log lines.
//! A week is on disk before anyone is told of it; what stops a job leaves the finished weeks.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::time::Duration;

use futures_util::StreamExt;
use jiff::SignedDuration;

use super::{clock, process};
use crate::domain::{Explain, JobId, Message, Program, UnitId, Viewer, Week};
use crate::generation::{Engine, Job, JobStatus, ProgressEvent, Request, Target};
use crate::llm::Failure;
use crate::store::{Claim, JobRequest, JobState, Store, StoreError, WeekExists, WeekProgress};

/// How long a runner's claim on a job outlives its last sign of life.
const LEASE: SignedDuration = SignedDuration::from_secs(20);
/// A runner whose engine is waiting for a model gives a sign of life this often, and hears then
/// whether the job was cancelled elsewhere.
const HEARTBEAT: Duration = Duration::from_secs(3);

/// Why a job cannot be run.
#[derive(Debug, thiserror::Error)]
pub enum JobError {
    /// The store refused.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The request kept with the job cannot be read.
    #[error("the request of job {0} cannot be read; start it anew")]
    Request(JobId),
    /// No model can, or may, be asked.
    #[error(transparent)]
    Model(Box<Failure>),
    /// A week to be made again is among the plans already.
    #[error("week {0} was taken into the plans; take that back first")]
    Taken(u16),
    /// The outline kept with the job is not readable.
    #[error("the outline of job {0} cannot be read; start it anew")]
    Outline(JobId),
}

impl Explain for JobError {
    fn message(&self) -> Message {
        match self {
            Self::Store(error) => error.message(),
            Self::Model(failure) => failure.message(),
            Self::Taken(_) => Message::new("offer-retry-taken"),
            Self::Outline(_) => Message::new("error-job-outline"),
            Self::Request(id) => Message::new("error-job-request").with("id", id.as_str()),
        }
    }
}

/// What a finished job left.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    /// A program, saved.
    Program(Box<Program>),
    /// A single unit, saved.
    Unit(UnitId),
    /// The engine gave up; the weeks that were finished are saved.
    Failed(Message),
}

/// Puts a new job into the store.
///
/// # Errors
/// When the store refuses.
pub async fn add(store: &Store, viewer: &Viewer, job: &Job) -> Result<(), StoreError> {
    let request = serde_json::to_string(&job.request).unwrap_or_default();
    let request = JobRequest {
        id: job.id.clone(),
        program: None,
        request,
        seed: job.request.seed,
        weeks: weeks_of(&job.request),
    };
    store.add_job(viewer, &request).await
}

fn weeks_of(request: &Request) -> u16 {
    match request.target {
        Target::Program => request.profile.weeks(),
        Target::Unit => 1,
    }
}

/// A job from the store, as a value.
///
/// # Errors
/// When there is none, or its request cannot be read.
pub async fn known(store: &Store, viewer: &Viewer, id: &JobId) -> Result<Job, JobError> {
    let stored = store.job(viewer, id).await?;
    let mut job = value(&stored)?;
    if let Some(program) = &job.program
        && let Ok(program) = store.whole_program(viewer, program).await
    {
        job.title.clone_from(&program.title);
        job.done = program.weeks.iter().map(|week| week.index).collect();
        job.units = program.units().count();
    }
    Ok(job)
}

/// The stored row as a value, without a look at its program.
fn value(stored: &crate::store::Job) -> Result<Job, JobError> {
    let row = &stored.request;
    let request: Request =
        serde_json::from_str(&row.request).map_err(|_| JobError::Request(row.id.clone()))?;
    let mut job = Job::new(row.id.clone(), request.clone(), request.engine.id());
    job.percent = stored.percent;
    job.weeks = row.weeks;
    job.program.clone_from(&row.program);
    job.done = stored
        .weeks
        .iter()
        .filter(|week| week.state == JobState::Done)
        .map(|week| week.week)
        .collect();
    job.status = match stored.state {
        JobState::Pending => JobStatus::Pending,
        JobState::Running => JobStatus::Running,
        JobState::Done => JobStatus::Done,
        JobState::Failed => JobStatus::Failed,
        JobState::Cancelled => JobStatus::Cancelled,
    };
    Ok(job)
}

/// The coach's jobs that stopped before their end, oldest first: failed, cancelled, or left
/// behind by a process that is gone.
///
/// # Errors
/// When the store cannot be read.
pub async fn stopped(store: &Store, viewer: &Viewer) -> Result<Vec<Job>, StoreError> {
    let now = clock::now();
    let mut jobs: Vec<Job> = Vec::new();
    for stored in store.jobs(viewer).await? {
        let left = stored.claimed_until.is_none_or(|until| until < now)
            || stored.runner.as_deref().is_some_and(process::is_gone);
        let open = match stored.state {
            JobState::Done => false,
            JobState::Pending | JobState::Running => left,
            JobState::Failed | JobState::Cancelled => true,
        };
        if open && let Ok(job) = known(store, viewer, &stored.request.id).await {
            jobs.push(Job { status: JobStatus::Cancelled, ..job });
        }
    }
    jobs.reverse();
    Ok(jobs)
}

/// Runs a job to its end, telling of each event after what it brought was saved. Weeks that are
/// there are kept. Dropping the future stops the job.
///
/// # Errors
/// When the store refuses, or another process has the job.
pub async fn run(
    store: &Store,
    viewer: &Viewer,
    job: Job,
    engine: Arc<dyn Engine>,
    tell: impl FnMut(&ProgressEvent, &[Message]),
) -> Result<Outcome, JobError> {
    run_anew(store, viewer, job, engine, &BTreeSet::new(), tell).await
}

/// As [`run`], making the weeks in `anew` again although they are there. The job may have ended.
///
/// # Errors
/// As [`run`]; [`StoreError::Conflict`] when a coach has edited a week that was to be made again.
pub async fn run_anew(
    store: &Store,
    viewer: &Viewer,
    mut job: Job,
    engine: Arc<dyn Engine>,
    anew: &BTreeSet<u16>,
    mut tell: impl FnMut(&ProgressEvent, &[Message]),
) -> Result<Outcome, JobError> {
    if !anew.is_empty() {
        store.reopen_job(viewer, &job.id).await?;
    }
    let claim = claim(store, viewer, &job.id).await?;
    let mut done: Vec<Week> = match &job.program {
        Some(program) => {
            store.whole_program(viewer, program).await.map_or_else(|_| Vec::new(), |it| it.weeks)
        }
        None => Vec::new(),
    };
    done.retain(|week| !anew.contains(&week.index));
    let request = job.request.clone();
    let mut events = engine.run(request.clone(), done);
    let mut outcome = Outcome::Failed(Message::new("error-job-ended-early"));
    let mut began: BTreeMap<u16, clock::Clock> = BTreeMap::new();
    let mut sign = clock::Clock::start();
    let mut pace = Pace::default();
    loop {
        if sign.elapsed() >= HEARTBEAT {
            store.report_job(viewer, &claim, job.percent, None, clock::now()).await?;
            sign = clock::Clock::start();
        }
        let event = match tokio::time::timeout(HEARTBEAT, events.next()).await {
            Ok(Some(event)) => event,
            Ok(None) => break,
            Err(_) => continue,
        };
        let mut week = None;
        match &event {
            ProgressEvent::Outlined { program } if request.target == Target::Program => {
                store.start_program(viewer, program).await?;
                store.link_job(viewer, &claim, &program.id).await?;
            }
            ProgressEvent::WeekStarted { index } => {
                began.insert(*index, clock::Clock::start());
                pace.begin();
            }
            ProgressEvent::Kept { outline } => {
                store.keep_outline(viewer, &job.id, outline).await?;
                continue;
            }
            ProgressEvent::Text { .. } => {
                tell(&event, &[]);
                continue;
            }
            ProgressEvent::WeekMended { week } => {
                if request.target == Target::Program
                    && let Some(program) = &job.program
                {
                    match store.save_week(viewer, program, week, WeekExists::Replace).await {
                        // a coach was faster: what she wrote stays
                        Ok(_) | Err(StoreError::Conflict { .. }) => {}
                        Err(error) => return Err(error.into()),
                    }
                }
            }
            ProgressEvent::WeekReady { week: ready } => {
                if request.target == Target::Program
                    && let Some(program) = &job.program
                {
                    let exists = if anew.contains(&ready.index) {
                        WeekExists::Replace
                    } else {
                        WeekExists::Keep
                    };
                    store.save_week(viewer, program, ready, exists).await?;
                }
                let took = began.get(&ready.index).map_or(Duration::ZERO, clock::Clock::elapsed);
                let took_ms = u32::try_from(took.as_millis()).unwrap_or(u32::MAX);
                week = Some(WeekProgress { week: ready.index, state: JobState::Done, took_ms });
            }
            ProgressEvent::Finished { program } => {
                outcome = finish(store, viewer, &request, program).await?;
            }
            ProgressEvent::Failed { message } => outcome = Outcome::Failed(message.clone()),
            ProgressEvent::Started { .. }
            | ProgressEvent::Outlined { .. }
            | ProgressEvent::Remaining { .. }
            | ProgressEvent::Log { .. } => {}
        }
        let lines = job.apply(&event);
        let made = week.is_some();
        report(store, viewer, &claim, &job, week, &lines).await?;
        tell(&event, &lines);
        if made && let Some(seconds) = pace.remaining(&job) {
            let remaining = ProgressEvent::Remaining { seconds };
            job.apply(&remaining);
            tell(&remaining, &[]);
        }
    }
    let state = match outcome {
        Outcome::Failed(_) => JobState::Failed,
        Outcome::Program(_) | Outcome::Unit(_) => JobState::Done,
    };
    store.end_job(viewer, &claim, state).await?;
    Ok(outcome)
}

/// How fast weeks come, whatever number of them is under way together.
#[derive(Default)]
struct Pace {
    since: Option<clock::Clock>,
    made: u32,
}

impl Pace {
    fn begin(&mut self) {
        self.since.get_or_insert_with(clock::Clock::start);
    }

    /// Seconds the missing weeks will take at the pace of those that were made.
    fn remaining(&mut self, job: &Job) -> Option<u32> {
        self.made += 1;
        let missing = u32::from(job.weeks).checked_sub(u32::try_from(job.done.len()).ok()?)?;
        let each = self.since.as_ref()?.elapsed().as_secs_f64() / f64::from(self.made);
        Some((each * f64::from(missing)).ceil() as u32)
    }
}

/// Claims a job. A runner of this machine that is gone need not be waited for.
async fn claim(store: &Store, viewer: &Viewer, id: &JobId) -> Result<Claim, StoreError> {
    let stored = store.job(viewer, id).await?;
    let gone = stored.runner.as_deref().is_some_and(process::is_gone);
    let now = clock::now();
    let now = stored.claimed_until.filter(|_| gone).map_or(now, |until| until.max(now));
    store.claim_job(viewer, id, &process::name(), now, LEASE).await
}

async fn finish(
    store: &Store,
    viewer: &Viewer,
    request: &Request,
    program: &Program,
) -> Result<Outcome, StoreError> {
    match request.target {
        Target::Program => {
            store.start_program(viewer, program).await?;
            store.finish_program(viewer, &program.id).await?;
            Ok(Outcome::Program(Box::new(program.clone())))
        }
        Target::Unit => match program.units().next() {
            Some(unit) => {
                let mut unit = unit.clone();
                unit.place = None;
                match store.add_unit(viewer, &unit).await {
                    // The same request was carried out before: the unit is there.
                    Ok(_) | Err(StoreError::Taken { .. }) => Ok(Outcome::Unit(unit.id)),
                    Err(error) => Err(error),
                }
            }
            None => Ok(Outcome::Failed(Message::new("error-job-ended-early"))),
        },
    }
}

async fn report(
    store: &Store,
    viewer: &Viewer,
    claim: &Claim,
    job: &Job,
    week: Option<WeekProgress>,
    lines: &[Message],
) -> Result<(), StoreError> {
    for line in lines {
        store.log_job(viewer, &job.id, line).await?;
    }
    store.report_job(viewer, claim, job.percent, week, clock::now()).await
}
