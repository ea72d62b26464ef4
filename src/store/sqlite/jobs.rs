//! Generation jobs in SQLite. Who reports must hold the latest claim, checked in the same
//! statement that writes.

use jiff::{SignedDuration, Timestamp};
use rusqlite::Row;

use crate::domain::{JobId, Message, ProgramId};
use crate::store::columns::read;
use crate::store::error::{StoreError, Thing};
use crate::store::values::{Claim, Job, JobRequest, JobState, WeekProgress};

use super::rows::{found, missing, text};
use super::{Failure, Outcome, Scope};

pub(in crate::store) fn add(scope: &Scope<'_>, job: &JobRequest) -> Outcome<()> {
    let added = scope.change(
        "INSERT INTO jobs (id, club, coach, program, request, seed, weeks, state)
         VALUES (:id, :club, :coach, :program, :request, :seed, :weeks, 'pending')",
        &[
            (":id", &job.id.as_str()),
            (":program", &job.program.as_ref().map(ProgramId::as_str)),
            (":request", &job.request),
            // SQLite's integers are signed; the bits stay the same
            (":seed", &job.seed.cast_signed()),
            (":weeks", &job.weeks),
        ],
    );
    match added {
        Err(failure) if failure.is_taken() => {
            Err(StoreError::Taken { thing: Thing::Job, id: job.id.to_string() }.into())
        }
        other => other.map(|_| ()),
    }
}

pub(in crate::store) fn claim(
    scope: &Scope<'_>,
    id: &JobId,
    runner: &str,
    now: Timestamp,
    lease: SignedDuration,
) -> Outcome<Claim> {
    let number: Option<u32> = scope.first(
        concat!(
            "UPDATE jobs SET state = 'running', runner = :runner, claim = claim + 1,
                             claimed_until = :until
             WHERE id = :id AND (state IN ('pending', 'failed', 'cancelled')
                                 OR (state = 'running' AND claimed_until <= :now)) AND ",
            of_coach!(),
            " RETURNING claim"
        ),
        &[
            (":id", &id.as_str()),
            (":runner", &runner),
            (":now", &now.as_millisecond()),
            (":until", &until(now, lease)),
        ],
        |row| Ok(row.get(0)?),
    )?;
    if let Some(number) = number {
        return Ok(Claim { job: id.clone(), number, lease });
    }
    one(scope, id)?;
    Err(claimed(id))
}

pub(in crate::store) fn link(scope: &Scope<'_>, claim: &Claim, program: &ProgramId) -> Outcome<()> {
    let met = scope.change(
        concat!(
            "UPDATE jobs SET program = :program
             WHERE id = :id AND claim = :claim AND state = 'running' AND ",
            of_coach!()
        ),
        &[(":id", &claim.job.as_str()), (":claim", &claim.number), (":program", &program.as_str())],
    )?;
    if met == 0 {
        return Err(claimed(&claim.job));
    }
    if super::offers::is_offered(scope, program.as_str())? {
        super::offers::list_if_taken(scope, program)?;
    }
    Ok(())
}

pub(in crate::store) fn report(
    scope: &Scope<'_>,
    claim: &Claim,
    percent: u8,
    week: Option<WeekProgress>,
    now: Timestamp,
) -> Outcome<()> {
    let met = scope.change(
        concat!(
            "UPDATE jobs SET percent = :percent, claimed_until = :until
             WHERE id = :id AND claim = :claim AND state = 'running' AND ",
            of_coach!()
        ),
        &[
            (":id", &claim.job.as_str()),
            (":claim", &claim.number),
            (":percent", &percent.min(100)),
            (":until", &until(now, claim.lease)),
        ],
    )?;
    if met == 0 {
        return Err(claimed(&claim.job));
    }
    let Some(week) = week else { return Ok(()) };
    scope.change(
        concat!(
            "INSERT INTO job_weeks (job, week, state, took_ms)
             SELECT id, :week, :state, :took FROM jobs WHERE id = :id AND ",
            of_coach!(),
            " ON CONFLICT (job, week) DO UPDATE SET
                state = excluded.state, took_ms = excluded.took_ms"
        ),
        &[
            (":id", &claim.job.as_str()),
            (":week", &week.week),
            (":state", &week.state.id()),
            (":took", &week.took_ms),
        ],
    )?;
    Ok(())
}

pub(in crate::store) fn end(scope: &Scope<'_>, claim: &Claim, state: JobState) -> Outcome<()> {
    let met = scope.change(
        concat!(
            "UPDATE jobs SET state = :state, claimed_until = NULL,
                             percent = CASE WHEN :state = 'done' THEN 100 ELSE percent END
             WHERE id = :id AND claim = :claim AND state = 'running' AND ",
            of_coach!()
        ),
        &[(":id", &claim.job.as_str()), (":claim", &claim.number), (":state", &state.id())],
    )?;
    if met == 0 { Err(claimed(&claim.job)) } else { Ok(()) }
}

pub(in crate::store) fn cancel(scope: &Scope<'_>, id: &JobId) -> Outcome<()> {
    let met = scope.change(
        concat!(
            "UPDATE jobs SET claimed_until = NULL,
                             state = CASE WHEN state IN ('pending', 'running')
                                     THEN 'cancelled' ELSE state END
             WHERE id = :id AND ",
            of_coach!()
        ),
        &[(":id", &id.as_str())],
    )?;
    found(met, Thing::Job, id.as_str())
}

pub(in crate::store) fn reopen(scope: &Scope<'_>, id: &JobId) -> Outcome<()> {
    let met = scope.change(
        concat!(
            "UPDATE jobs SET state = CASE WHEN state = 'running' THEN state ELSE 'pending' END
             WHERE id = :id AND ",
            of_coach!()
        ),
        &[(":id", &id.as_str())],
    )?;
    found(met, Thing::Job, id.as_str())
}

/// The columns of a job, in the order [`job_of`] reads them.
macro_rules! job_columns {
    () => {
        "id, program, request, seed, weeks, state, percent, runner, claimed_until"
    };
}

pub(in crate::store) fn one(scope: &Scope<'_>, id: &JobId) -> Outcome<Job> {
    let job = scope
        .first(
            concat!("SELECT ", job_columns!(), " FROM jobs WHERE id = :id AND ", of_coach!()),
            &[(":id", &id.as_str())],
            job_of,
        )?
        .ok_or_else(|| missing(Thing::Job, id.as_str()))?;
    with_weeks(scope, job)
}

pub(in crate::store) fn all(scope: &Scope<'_>) -> Outcome<Vec<Job>> {
    let jobs = scope.all(
        concat!(
            "SELECT ",
            job_columns!(),
            " FROM jobs WHERE ",
            of_coach!(),
            " ORDER BY number DESC"
        ),
        &[],
        job_of,
    )?;
    jobs.into_iter().map(|job| with_weeks(scope, job)).collect()
}

fn with_weeks(scope: &Scope<'_>, mut job: Job) -> Outcome<Job> {
    job.weeks = scope.all(
        concat!(
            "SELECT week, state, took_ms FROM job_weeks
             WHERE job IN (SELECT id FROM jobs WHERE id = :id AND ",
            of_coach!(),
            ") ORDER BY week"
        ),
        &[(":id", &job.request.id.as_str())],
        |row| {
            Ok(WeekProgress {
                week: row.get(0)?,
                state: state(text(row, 1)?),
                took_ms: row.get(2)?,
            })
        },
    )?;
    Ok(job)
}

pub(in crate::store) fn log(scope: &Scope<'_>, id: &JobId, line: &str) -> Outcome<()> {
    let met = scope.change(
        concat!(
            "INSERT INTO job_lines (job, line) SELECT id, :line FROM jobs WHERE id = :id AND ",
            of_coach!()
        ),
        &[(":id", &id.as_str()), (":line", &line)],
    )?;
    found(met, Thing::Job, id.as_str())
}

pub(in crate::store) fn lines(scope: &Scope<'_>, id: &JobId) -> Outcome<Vec<Message>> {
    one(scope, id)?;
    scope.all(
        concat!(
            "SELECT line FROM job_lines WHERE job IN (SELECT id FROM jobs WHERE id = :id AND ",
            of_coach!(),
            ") ORDER BY number"
        ),
        &[(":id", &id.as_str())],
        |row| Ok(read(Thing::Job, id.as_str(), text(row, 0)?)?),
    )
}

fn job_of(row: &Row<'_>) -> Outcome<Job> {
    let until: Option<i64> = row.get(8)?;
    Ok(Job {
        request: JobRequest {
            id: JobId::new(row.get::<_, String>(0)?),
            program: row.get::<_, Option<String>>(1)?.map(ProgramId::new),
            request: row.get(2)?,
            seed: row.get::<_, i64>(3)?.cast_unsigned(),
            weeks: row.get(4)?,
        },
        state: state(text(row, 5)?),
        percent: row.get(6)?,
        weeks: Vec::new(),
        runner: row.get(7)?,
        claimed_until: until.and_then(|ms| Timestamp::from_millisecond(ms).ok()),
    })
}

/// The schema lets no other word in.
fn state(id: &str) -> JobState {
    JobState::from_id(id).unwrap_or(JobState::Failed)
}

fn until(now: Timestamp, lease: SignedDuration) -> i64 {
    now.checked_add(lease).unwrap_or(Timestamp::MAX).as_millisecond()
}

fn claimed(id: &JobId) -> Failure {
    StoreError::Claimed { id: id.to_string() }.into()
}
