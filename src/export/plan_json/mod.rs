//! The versioned public shape of plans: what `generate --json` and `plan export` print and
//! `import` reads back without loss. `data/schema/plan.schema.json` describes it for others.

mod shape;
mod write;

pub use write::{Exported, PlanWriter};

/// Version of the shape. It grows by one when a reader of the old one would misunderstand the new.
pub const SCHEMA_VERSION: u32 = 1;

/// The JSON Schema of an exported plan.
pub const PLAN_SCHEMA: &str = include_str!("../../../data/schema/plan.schema.json");
