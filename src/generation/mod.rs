//! Engines behind one interface, and a job as a value.

mod engine;
mod job;

pub use engine::{Engine, Events, ProgressEvent, Request, Target};
pub use job::{Job, JobStatus};
