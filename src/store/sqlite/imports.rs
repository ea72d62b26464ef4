//! The import log in SQLite.

use jiff::Timestamp;
use rusqlite::Row;

use crate::domain::{ClubId, CoachId, JobId, Viewer};
use crate::store::columns::{json, read};
use crate::store::error::Thing;
use crate::store::values::{BandCounts, ImportOutcome, ImportState, LoggedImport};

use super::rows::{found, not_taken, text};
use super::{House, Outcome, Scope};

/// A text as it is kept.
pub(in crate::store) struct Kept {
    pub(in crate::store) id: JobId,
    pub(in crate::store) source: String,
    pub(in crate::store) raw: Vec<u8>,
    pub(in crate::store) review: Option<Vec<u8>>,
}

pub(in crate::store) fn begin(
    scope: &Scope<'_>,
    id: &JobId,
    source: &str,
    raw: &[u8],
    review: Option<&[u8]>,
) -> Outcome<()> {
    scope.change(
        concat!(
            "UPDATE imports SET state = 'dropped', review = NULL
             WHERE state = 'open' AND id <> :id AND ",
            of_coach!()
        ),
        &[(":id", &id.as_str())],
    )?;
    let met = scope.change(
        concat!(
            "INSERT INTO imports (id, club, coach, state, source, raw, review)
             VALUES (:id, :club, :coach, 'open', :source, :raw, :review)
             ON CONFLICT (id) DO UPDATE SET
               state = 'open', source = excluded.source, raw = excluded.raw,
               review = excluded.review,
               changed = CAST(unixepoch('subsec') * 1000 AS INTEGER)
             WHERE ",
            of_coach!()
        ),
        &[(":id", &id.as_str()), (":source", &source), (":raw", &raw), (":review", &review)],
    )?;
    not_taken(met, Thing::Import, id.as_str())
}

pub(in crate::store) fn review(
    scope: &Scope<'_>,
    id: &JobId,
    review: Option<&[u8]>,
) -> Outcome<()> {
    let met = scope.change(
        concat!(
            "UPDATE imports SET review = :review,
               changed = CAST(unixepoch('subsec') * 1000 AS INTEGER)
             WHERE id = :id AND state = 'open' AND ",
            of_coach!()
        ),
        &[(":id", &id.as_str()), (":review", &review)],
    )?;
    found(met, Thing::Import, id.as_str())
}

pub(in crate::store) fn open(scope: &Scope<'_>) -> Outcome<Option<Kept>> {
    scope.first(
        concat!(
            "SELECT id, source, raw, review FROM imports
             WHERE state = 'open' AND raw IS NOT NULL AND ",
            of_coach!(),
            " ORDER BY changed DESC, id DESC LIMIT 1"
        ),
        &[],
        kept,
    )
}

pub(in crate::store) fn end(
    scope: &Scope<'_>,
    id: &JobId,
    state: ImportState,
    outcome: &ImportOutcome,
) -> Outcome<()> {
    let met = write(
        scope,
        concat!(
            "UPDATE imports SET
               state = :state, review = NULL, format = :format, items = :items, high = :high,
               medium = :medium, low = :low, unmatched = :unmatched, ignored = :ignored,
               corrections = :corrections, read_ms = :read_ms, review_ms = :review_ms,
               plans = :plans, changed = CAST(unixepoch('subsec') * 1000 AS INTEGER)
             WHERE id = :id AND ",
            of_coach!()
        ),
        id,
        state,
        outcome,
    )?;
    found(met, Thing::Import, id.as_str())?;
    count_uses(scope, outcome)
}

pub(in crate::store) fn log(
    scope: &Scope<'_>,
    id: &JobId,
    source: &str,
    raw: &[u8],
    outcome: &ImportOutcome,
) -> Outcome<()> {
    let added = scope.change(
        "INSERT INTO imports (id, club, coach, state, source, raw)
         VALUES (:id, :club, :coach, 'accepted', :source, :raw)
         ON CONFLICT (id) DO NOTHING",
        &[(":id", &id.as_str()), (":source", &source), (":raw", &raw)],
    )?;
    if added == 0 { Ok(()) } else { end(scope, id, ImportState::Accepted, outcome) }
}

pub(in crate::store) fn all(
    scope: &Scope<'_>,
    since: Option<Timestamp>,
) -> Outcome<Vec<LoggedImport>> {
    let since = since.map_or(i64::MIN, Timestamp::as_millisecond);
    scope.all(
        concat!(
            "SELECT id, made, source, state, raw IS NOT NULL, format, items, high, medium, low,
                    unmatched, ignored, corrections, read_ms, review_ms, plans
             FROM imports WHERE state <> 'open' AND made >= :since AND ",
            of_coach!(),
            " ORDER BY made, id"
        ),
        &[(":since", &since)],
        logged,
    )
}

pub(in crate::store) fn purge(house: &House<'_>, before: Timestamp) -> Outcome<usize> {
    house.change(
        "UPDATE imports SET raw = NULL, review = NULL, items = '[]',
           state = CASE state WHEN 'open' THEN 'dropped' ELSE state END
         WHERE raw IS NOT NULL AND made < :before",
        &[(":before", &before.as_millisecond())],
    )
}

pub(in crate::store) fn newest(house: &House<'_>) -> Outcome<Option<(Viewer, Kept)>> {
    house.first(
        "SELECT id, source, raw, NULL, club, coach FROM imports
         WHERE raw IS NOT NULL ORDER BY made DESC, id DESC LIMIT 1",
        &[],
        |row| {
            let viewer = Viewer {
                club: ClubId::new(row.get::<_, String>(4)?),
                coach: CoachId::new(row.get::<_, String>(5)?),
            };
            Ok((viewer, kept(row)?))
        },
    )
}

fn write(
    scope: &Scope<'_>,
    sql: &str,
    id: &JobId,
    state: ImportState,
    outcome: &ImportOutcome,
) -> Outcome<usize> {
    let items = json(Thing::Import, id.as_str(), &outcome.items)?;
    let plans = json(Thing::Import, id.as_str(), &outcome.plans)?;
    let bands = &outcome.bands;
    let state = match state {
        ImportState::Open => "open",
        ImportState::Accepted => "accepted",
        ImportState::Dropped => "dropped",
    };
    scope.change(
        sql,
        &[
            (":id", &id.as_str()),
            (":state", &state),
            (":format", &outcome.format),
            (":items", &items),
            (":high", &bands.high),
            (":medium", &bands.medium),
            (":low", &bands.low),
            (":unmatched", &bands.unmatched),
            (":ignored", &bands.ignored),
            (":corrections", &outcome.corrections),
            (":read_ms", &outcome.read_ms),
            (":review_ms", &outcome.review_ms),
            (":plans", &plans),
        ],
    )
}

/// The coach's own name counts where both taught it.
fn count_uses(scope: &Scope<'_>, outcome: &ImportOutcome) -> Outcome<()> {
    for key in &outcome.taught {
        scope.change(
            concat!(
                "UPDATE aliases SET uses = uses + 1
                 WHERE key = :key AND coach = COALESCE(
                   (SELECT MAX(coach) FROM aliases
                    WHERE key = :key AND club = :club AND coach IN ('', :coach)), '') AND ",
                of_club!()
            ),
            &[(":key", key)],
        )?;
    }
    Ok(())
}

fn kept(row: &Row<'_>) -> Outcome<Kept> {
    Ok(Kept {
        id: JobId::new(row.get::<_, String>(0)?),
        source: row.get(1)?,
        raw: row.get(2)?,
        review: row.get(3)?,
    })
}

fn logged(row: &Row<'_>) -> Outcome<LoggedImport> {
    let id: String = row.get(0)?;
    let outcome = ImportOutcome {
        format: row.get(5)?,
        items: read(Thing::Import, &id, text(row, 6)?)?,
        bands: BandCounts {
            high: row.get(7)?,
            medium: row.get(8)?,
            low: row.get(9)?,
            unmatched: row.get(10)?,
            ignored: row.get(11)?,
        },
        corrections: row.get(12)?,
        read_ms: row.get(13)?,
        review_ms: row.get(14)?,
        plans: read(Thing::Import, &id, text(row, 15)?)?,
        taught: Vec::new(),
    };
    Ok(LoggedImport {
        made: Timestamp::from_millisecond(row.get(1)?).unwrap_or_default(),
        source: row.get(2)?,
        state: match text(row, 3)? {
            "accepted" => ImportState::Accepted,
            "dropped" => ImportState::Dropped,
            _ => ImportState::Open,
        },
        kept: row.get(4)?,
        outcome,
        id: JobId::new(id),
    })
}
