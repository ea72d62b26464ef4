//! Engines behind one interface, and a job as a value.

mod builtin;
mod engine;
mod job;
mod kind;
pub mod model;
mod source;
#[cfg(test)]
mod tests;
pub mod wire;

pub use builtin::Builtin;
pub use engine::{Engine, EngineKind, Events, ProgressEvent, Request, Target};
pub use job::{Job, JobStatus};
pub use kind::{BaseKind, allowed};
pub use model::{BaseStands, Estimate, estimate};
pub use source::{WrittenBy, written_by};

pub use crate::llm::Steps;
