//! Schema versions. The number lives in `PRAGMA user_version`, so that an up-to-date file costs
//! one read of its header.
//!
//! Written by hand instead of with refinery: that one reads and migrates in transactions of
//! their own, so two processes that start together on an old file run the same step twice; it
//! needs a table of its own to be read at every start, and it unwraps what it finds there.

use rusqlite::{Connection, TransactionBehavior};

use super::Outcome;

/// The steps, in order; step `n` leads to version `n`, counted from 1. Never change one that was
/// released: add the next.
const STEPS: [&str; 6] = [
    include_str!("migrations/V1__first.sql"),
    include_str!("migrations/V2__imports.sql"),
    include_str!("migrations/V3__models.sql"),
    include_str!("migrations/V4__library.sql"),
    include_str!("migrations/V5__bases.sql"),
    include_str!("migrations/V6__offers.sql"),
];

/// The version this program works with.
pub(super) const LATEST: u32 = STEPS.len() as u32;

/// The schema version of the file.
pub(super) fn version(connection: &Connection) -> Outcome<u32> {
    Ok(connection.query_row("PRAGMA user_version", [], |row| row.get(0))?)
}

/// Brings the file to the latest version, all steps or none. Whoever comes second, waits and
/// finds nothing left to do.
pub(super) fn migrate(connection: &mut Connection) -> Outcome<()> {
    let change = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let from = version(&change)?;
    for (step, to) in STEPS.iter().zip(1..).skip(from as usize) {
        change.execute_batch(step)?;
        change.pragma_update(None, "user_version", to)?;
    }
    change.commit()?;
    Ok(())
}
