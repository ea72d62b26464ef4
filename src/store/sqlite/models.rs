//! Calls to language models and consents in SQLite.

use jiff::Timestamp;
use rusqlite::Row;

use crate::domain::JobId;
use crate::llm::Usage;
use crate::store::values::{Consent, ModelCall, Spending, Subject};

use super::{Outcome, Scope};

pub(in crate::store) fn note(scope: &Scope<'_>, call: &ModelCall) -> Outcome<()> {
    let usage = &call.usage;
    let first = call.first_ms.map(whole);
    scope.change(
        "INSERT INTO model_calls (club, coach, at, role, job, provider, kind, model, prompt,
           prompt_hash, forked, outcome, error, retries, input_new, input_cached, cache_written,
           output, reasoning, bytes_out, bytes_in, first_ms, total_ms, price)
         VALUES (:club, :coach, :at, :role, :job, :provider, :kind, :model, :prompt,
           :prompt_hash, :forked, :outcome, :error, :retries, :input_new, :input_cached,
           :cache_written, :output, :reasoning, :bytes_out, :bytes_in, :first_ms, :total_ms,
           :price)",
        &[
            (":at", &call.at.as_millisecond()),
            (":role", &call.role),
            (":job", &call.job),
            (":provider", &call.provider),
            (":kind", &call.kind),
            (":model", &call.model),
            (":prompt", &call.prompt),
            (":prompt_hash", &call.prompt_hash),
            (":forked", &call.forked),
            (":outcome", &call.outcome),
            (":error", &call.error),
            (":retries", &call.retries),
            (":input_new", &whole(usage.input_new)),
            (":input_cached", &whole(usage.input_cached)),
            (":cache_written", &whole(usage.cache_written)),
            (":output", &whole(usage.output)),
            (":reasoning", &whole(usage.reasoning)),
            (":bytes_out", &whole(call.bytes_out)),
            (":bytes_in", &whole(call.bytes_in)),
            (":first_ms", &first),
            (":total_ms", &whole(call.total_ms)),
            (":price", &call.price),
        ],
    )?;
    Ok(())
}

/// A count as SQLite keeps it; what a server invents beyond that is the highest there is.
fn whole(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

macro_rules! calls {
    () => {
        "SELECT at, role, job, provider, kind, model, prompt, prompt_hash, forked, outcome,
           error, retries, input_new, input_cached, cache_written, output, reasoning,
           bytes_out, bytes_in, first_ms, total_ms, price
         FROM model_calls WHERE "
    };
}

pub(in crate::store) fn calls(scope: &Scope<'_>, since: Timestamp) -> Outcome<Vec<ModelCall>> {
    scope.all(
        concat!(calls!(), "at >= :since AND ", of_coach!(), " ORDER BY at, id"),
        &[(":since", &since.as_millisecond())],
        call,
    )
}

pub(in crate::store) fn job_calls(scope: &Scope<'_>, job: &JobId) -> Outcome<Vec<ModelCall>> {
    scope.all(
        concat!(calls!(), "job = :job AND ", of_coach!(), " ORDER BY at, id"),
        &[(":job", &job.as_str())],
        call,
    )
}

fn call(row: &Row<'_>) -> Outcome<ModelCall> {
    let count = |at: usize| Ok::<_, rusqlite::Error>(row.get::<_, i64>(at)?.unsigned_abs());
    Ok(ModelCall {
        at: moment(row.get(0)?),
        role: row.get(1)?,
        job: row.get(2)?,
        provider: row.get(3)?,
        kind: row.get(4)?,
        model: row.get(5)?,
        prompt: row.get(6)?,
        prompt_hash: row.get(7)?,
        forked: row.get(8)?,
        outcome: row.get(9)?,
        error: row.get(10)?,
        retries: row.get(11)?,
        usage: Usage {
            input_new: count(12)?,
            input_cached: count(13)?,
            cache_written: count(14)?,
            output: count(15)?,
            reasoning: count(16)?,
        },
        bytes_out: count(17)?,
        bytes_in: count(18)?,
        first_ms: row.get::<_, Option<i64>>(19)?.map(i64::unsigned_abs),
        total_ms: count(20)?,
        price: row.get(21)?,
    })
}

fn moment(milliseconds: i64) -> Timestamp {
    Timestamp::from_millisecond(milliseconds).unwrap_or_default()
}

pub(in crate::store) fn spending(
    scope: &Scope<'_>,
    day: Timestamp,
    month: Timestamp,
    hour: Timestamp,
) -> Outcome<Spending> {
    let found = scope.first(
        concat!(
            "SELECT coalesce(sum(price) FILTER (WHERE at >= :day), 0.0),
               coalesce(sum(price) FILTER (WHERE at >= :month), 0.0),
               count(*) FILTER (WHERE at >= :hour AND role = 'parse' AND bytes_out > 0),
               min(at) FILTER (WHERE at >= :hour AND role = 'parse' AND bytes_out > 0)
             FROM model_calls WHERE at >= min(:day, :month, :hour) AND ",
            of_coach!()
        ),
        &[
            (":day", &day.as_millisecond()),
            (":month", &month.as_millisecond()),
            (":hour", &hour.as_millisecond()),
        ],
        |row| {
            Ok(Spending {
                today: row.get(0)?,
                month: row.get(1)?,
                parses: row.get(2)?,
                oldest_parse: row.get::<_, Option<i64>>(3)?.map(moment),
            })
        },
    )?;
    Ok(found.unwrap_or_default())
}

pub(in crate::store) fn set_consent(
    scope: &Scope<'_>,
    subject: &Subject,
    consent: Option<Consent>,
) -> Outcome<()> {
    let (kind, id) = (subject.kind(), subject.id());
    match consent {
        None => scope.change(
            concat!("DELETE FROM consents WHERE subject = :subject AND id = :id AND ", of_club!()),
            &[(":subject", &kind), (":id", &id)],
        )?,
        Some(consent) => scope.change(
            "INSERT INTO consents (club, subject, id, given, author)
             VALUES (:club, :subject, :id, :given, :coach)
             ON CONFLICT (club, subject, id) DO UPDATE SET
               given = excluded.given, author = excluded.author,
               changed = CAST(unixepoch('subsec') * 1000 AS INTEGER)",
            &[(":subject", &kind), (":id", &id), (":given", &(consent == Consent::Given))],
        )?,
    };
    Ok(())
}

pub(in crate::store) fn consent(scope: &Scope<'_>, subject: &Subject) -> Outcome<Option<Consent>> {
    scope.first(
        concat!(
            "SELECT given FROM consents WHERE subject = :subject AND id = :id AND ",
            of_club!()
        ),
        &[(":subject", &subject.kind()), (":id", &subject.id())],
        |row| Ok(if row.get(0)? { Consent::Given } else { Consent::Refused }),
    )
}
