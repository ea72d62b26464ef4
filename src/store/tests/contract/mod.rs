//! The suite that every backend passes: functions that take a fresh [`crate::store::Store`].

pub(super) mod exercises;
pub(super) mod imports;
pub(super) mod isolation;
pub(super) mod jobs;
pub(super) mod journal;
pub(super) mod models;
pub(super) mod offers;
pub(super) mod people;
pub(super) mod plans;
pub(super) mod programs;
pub(super) mod settings;
