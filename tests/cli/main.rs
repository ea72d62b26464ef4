//! The real binary from outside: exit codes, the JSON of the contract, streams, hostile text.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on has failed"
)]

mod backups;
mod basics;
mod imports;
mod jobs;
mod library;
mod matching;
mod people;
mod plans;
mod program;
mod refusals;
