//! Engines behind one interface, and a job as a value.

mod builtin;
mod engine;
mod job;
mod kind;
#[cfg(test)]
mod tests;
pub mod wire;

pub use builtin::Builtin;
pub use engine::{Engine, Events, ProgressEvent, Request, Target};
pub use job::{Job, JobStatus};
pub use kind::{BaseKind, allowed};
