//! A plan query as values of a statement.

use crate::domain::ProgramId;
use crate::store::columns::OwnerColumns;
use crate::store::values::PlanQuery;

/// The query in the names that the statements use: `:owner_kind`, `:owner`, `:from`, `:to`,
/// `:program`, `:limit`.
pub(super) struct Asked {
    owner_kind: Option<&'static str>,
    owner: Option<String>,
    from: Option<String>,
    to: Option<String>,
    program: Option<String>,
    limit: i64,
}

impl From<&PlanQuery> for Asked {
    fn from(query: &PlanQuery) -> Self {
        let owner: Option<OwnerColumns> = query.owner.as_ref().map(OwnerColumns::from);
        Self {
            owner_kind: owner.as_ref().map(|owner| owner.kind),
            owner: owner.and_then(|owner| owner.id),
            from: query.from.map(|date| date.to_string()),
            to: query.to.map(|date| date.to_string()),
            program: query.program.as_ref().map(ProgramId::to_string),
            // SQLite reads a negative limit as none
            limit: query.limit.map_or(-1, i64::from),
        }
    }
}

impl Asked {
    pub(super) fn values(&self) -> [(&'static str, &dyn rusqlite::ToSql); 6] {
        [
            (":owner_kind", &self.owner_kind),
            (":owner", &self.owner),
            (":from", &self.from),
            (":to", &self.to),
            (":program", &self.program),
            (":limit", &self.limit),
        ]
    }
}
