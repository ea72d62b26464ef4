//! Statements on behalf of somebody. A [`Scope`] binds the viewer to every statement and refuses
//! one that does not name the viewer's club; a [`House`] is for what belongs to nobody.

use rusqlite::{CachedStatement, Connection, Row, ToSql};

use crate::domain::Viewer;

use super::Outcome;

/// Named values of a statement.
pub(super) type Values<'a> = &'a [(&'a str, &'a dyn ToSql)];

/// A connection in a transaction, on behalf of a viewer.
pub(in crate::store) struct Scope<'a> {
    connection: &'a Connection,
    viewer: &'a Viewer,
}

/// A connection in a transaction, on behalf of the program itself.
pub(in crate::store) struct House<'a> {
    connection: &'a Connection,
}

impl<'a> Scope<'a> {
    pub(super) const fn new(connection: &'a Connection, viewer: &'a Viewer) -> Self {
        Self { connection, viewer }
    }

    pub(super) const fn viewer(&self) -> &Viewer {
        self.viewer
    }

    /// Every row of a query.
    pub(super) fn all<T>(
        &self,
        sql: &str,
        values: Values<'_>,
        row: impl FnMut(&Row<'_>) -> Outcome<T>,
    ) -> Outcome<Vec<T>> {
        all(self.bound(sql, values)?, row)
    }

    /// The first row of a query.
    pub(super) fn first<T>(
        &self,
        sql: &str,
        values: Values<'_>,
        row: impl FnOnce(&Row<'_>) -> Outcome<T>,
    ) -> Outcome<Option<T>> {
        first(self.bound(sql, values)?, row)
    }

    /// Carries a change out and counts the rows it met.
    pub(super) fn change(&self, sql: &str, values: Values<'_>) -> Outcome<usize> {
        Ok(self.bound(sql, values)?.raw_execute()?)
    }

    /// The number SQLite gave to the row inserted last.
    pub(super) fn inserted(&self) -> i64 {
        self.connection.last_insert_rowid()
    }

    fn bound(&self, sql: &str, values: Values<'_>) -> Outcome<CachedStatement<'a>> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut bound = values.len() + 1;
        bind(&mut statement, ":club", &self.viewer.club.as_str())?;
        if let Some(at) = statement.parameter_index(":coach")? {
            statement.raw_bind_parameter(at, self.viewer.coach.as_str())?;
            bound += 1;
        }
        bind_all(&mut statement, values, bound)?;
        Ok(statement)
    }
}

impl<'a> House<'a> {
    pub(super) const fn new(connection: &'a Connection) -> Self {
        Self { connection }
    }

    /// The same transaction, for what belongs to a viewer.
    pub(super) const fn on_behalf_of(&self, viewer: &'a Viewer) -> Scope<'a> {
        Scope::new(self.connection, viewer)
    }

    /// Every row of a query.
    pub(super) fn all<T>(
        &self,
        sql: &str,
        values: Values<'_>,
        row: impl FnMut(&Row<'_>) -> Outcome<T>,
    ) -> Outcome<Vec<T>> {
        all(self.bound(sql, values)?, row)
    }

    /// The first row of a query.
    pub(super) fn first<T>(
        &self,
        sql: &str,
        values: Values<'_>,
        row: impl FnOnce(&Row<'_>) -> Outcome<T>,
    ) -> Outcome<Option<T>> {
        first(self.bound(sql, values)?, row)
    }

    /// Carries a change out and counts the rows it met.
    pub(super) fn change(&self, sql: &str, values: Values<'_>) -> Outcome<usize> {
        Ok(self.bound(sql, values)?.raw_execute()?)
    }

    fn bound(&self, sql: &str, values: Values<'_>) -> Outcome<CachedStatement<'a>> {
        let mut statement = self.connection.prepare_cached(sql)?;
        bind_all(&mut statement, values, values.len())?;
        Ok(statement)
    }
}

fn bind(statement: &mut CachedStatement<'_>, name: &str, value: &dyn ToSql) -> Outcome<()> {
    let at = statement
        .parameter_index(name)?
        .ok_or_else(|| rusqlite::Error::InvalidParameterName(name.to_owned()))?;
    Ok(statement.raw_bind_parameter(at, value)?)
}

/// Binds the values; a parameter that stays without one is an error, never a silent NULL.
fn bind_all(statement: &mut CachedStatement<'_>, values: Values<'_>, bound: usize) -> Outcome<()> {
    let expected = statement.parameter_count();
    if bound != expected {
        return Err(rusqlite::Error::InvalidParameterCount(bound, expected).into());
    }
    values.iter().try_for_each(|(name, value)| bind(statement, name, *value))
}

fn all<T>(
    mut statement: CachedStatement<'_>,
    mut row: impl FnMut(&Row<'_>) -> Outcome<T>,
) -> Outcome<Vec<T>> {
    let mut rows = statement.raw_query();
    let mut found = Vec::new();
    while let Some(next) = rows.next()? {
        found.push(row(next)?);
    }
    Ok(found)
}

fn first<T>(
    mut statement: CachedStatement<'_>,
    row: impl FnOnce(&Row<'_>) -> Outcome<T>,
) -> Outcome<Option<T>> {
    statement.raw_query().next()?.map(row).transpose()
}
