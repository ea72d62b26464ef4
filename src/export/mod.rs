//! A plan as JSON, Markdown or a printable sheet.

mod json;
#[cfg(test)]
mod tests;

pub use json::{Layout, write_json};

/// The JSON Schema of an exported plan.
pub const PLAN_SCHEMA: &str = include_str!("../../data/schema/plan.schema.json");
