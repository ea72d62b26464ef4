//! Generation with a model against a server on loopback that speaks two protocols, counts with
//! a real tokenizer, keeps conversations and loses them, and answers with weeks the offline
//! planner wrote.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::indexing_slicing,
    reason = "a test that breaks here has failed as it should"
)]

#[path = "../llm/host.rs"]
#[allow(dead_code, reason = "shared with the tests of the model layer")]
mod host;

mod bases;
mod budget;
mod desk;
mod estimates;
mod faults;
mod machine;
#[allow(dead_code, reason = "shared with a measurement and an example")]
mod model;
mod people;
mod processes;
mod steps;
mod versions;
