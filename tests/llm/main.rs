//! The model layer against real connections: servers on loopback that speak each protocol on raw
//! sockets, and break it in every way that was seen in the wild.
//!
//! `cargo test --test llm -- --nocapture table` prints the table of faults and what comes of them.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::indexing_slicing,
    clippy::format_push_string,
    reason = "a test that breaks here has failed as it should"
)]

mod binary;
mod cuts;
mod faults;
mod flow;
mod host;
mod requests;
mod schemas;
mod server;
mod setup;
mod speech;
