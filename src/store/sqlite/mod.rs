//! The store in one SQLite file. One file per aggregate, as in the interface above; what a
//! viewer may see is written once, in `visible`.

#[macro_use]
mod visible;

pub(super) mod aliases;
pub(super) mod bases;
mod database;
pub(super) mod edits;
pub(super) mod exercises;
mod failure;
mod file;
pub(super) mod frameworks;
pub(super) mod imports;
pub(super) mod jobs;
pub(super) mod journal;
pub(super) mod library;
mod migrations;
pub(super) mod models;
pub(super) mod offers;
pub(super) mod people;
pub(super) mod plans;
pub(super) mod programs;
mod query;
pub(super) mod restoring;
mod rows;
mod scope;
pub(super) mod seeding;
pub(super) mod settings;
pub(super) mod units;
mod worker;

pub(super) use database::Database;
use failure::Failure;
use scope::{House, Scope};

/// What work on a connection gives.
type Outcome<T> = Result<T, Failure>;
