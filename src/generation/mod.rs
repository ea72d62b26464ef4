//! Engines behind one interface, and a job as a value.

mod builtin;
mod engine;
mod job;
mod kind;
pub mod model;
mod past;
mod source;
#[cfg(test)]
mod tests;
mod versions;
pub mod wire;

pub use builtin::Builtin;
pub use engine::{Engine, EngineKind, Events, ProgressEvent, Request, Target};
pub use job::{Job, JobStatus};
pub use kind::{BaseKind, allowed};
pub use model::{BaseStands, Estimate, estimate};
pub use past::{Past, Session};
pub use source::{WrittenBy, written_by};
pub use versions::{
    Change, DayPair, Figures, MuscleSets, Placed, Row, RuleCount, SideBySide, WeekHead, WeekPair,
    side_by_side,
};

pub use crate::llm::Steps;
