//! A coach's settings in SQLite.

use super::{Outcome, Scope};

pub(in crate::store) fn put(scope: &Scope<'_>, name: &str, value: &str) -> Outcome<()> {
    scope.change(
        "INSERT INTO settings (club, coach, name, value) VALUES (:club, :coach, :name, :value)
         ON CONFLICT (club, coach, name) DO UPDATE SET value = excluded.value",
        &[(":name", &name), (":value", &value)],
    )?;
    Ok(())
}

pub(in crate::store) fn get(scope: &Scope<'_>, name: &str) -> Outcome<Option<String>> {
    scope.first(
        concat!("SELECT value FROM settings WHERE name = :name AND ", of_coach!()),
        &[(":name", &name)],
        |row| Ok(row.get(0)?),
    )
}
