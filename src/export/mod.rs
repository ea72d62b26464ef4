//! A plan as JSON, Markdown, a printable sheet, a table, a calendar or a Liftoscript program; a
//! library as JSON, TOML or a table.

mod calendar;
mod csv;
mod html;
mod json;
mod library;
mod liftoscript;
mod markdown;
mod plan_json;
mod sheet;
mod table;
#[cfg(test)]
mod tests;

pub use calendar::calendar;
pub use html::{SheetError, html};
pub use json::{Layout, write_json};
pub use library::{LibraryJson, write_library_csv, write_library_toml};
pub use liftoscript::liftoscript;
pub use markdown::markdown;
pub use plan_json::{Exported, PLAN_SCHEMA, PlanWriter, SCHEMA_VERSION};
pub use sheet::{Sheet, SheetPart, SheetRow, SheetSection, SheetUnit, SheetWriter};
pub use table::table;
