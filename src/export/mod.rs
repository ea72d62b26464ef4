//! A plan as JSON, Markdown or a printable sheet.

mod html;
mod json;
mod markdown;
mod plan_json;
mod sheet;
#[cfg(test)]
mod tests;

pub use html::{SheetError, html};
pub use json::{Layout, write_json};
pub use markdown::markdown;
pub use plan_json::{Exported, PLAN_SCHEMA, PlanWriter, SCHEMA_VERSION};
pub use sheet::{Sheet, SheetPart, SheetRow, SheetSection, SheetUnit, SheetWriter};
