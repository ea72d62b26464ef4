//! A program of twelve weeks and six days by a model of fixed latency, on loopback: how long it
//! takes with a valid base and without one, as multiples of the latency.
//!
//! `cargo bench --bench generation` takes about half a minute; `LATENCY_MS=200` shortens it.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a measurement that breaks here has failed as it should"
)]

#[path = "../tests/generation/desk.rs"]
#[allow(dead_code, reason = "shared with the tests")]
mod desk;
#[path = "../tests/llm/host.rs"]
#[allow(dead_code, reason = "shared with the tests")]
mod host;
#[path = "../tests/generation/model/mod.rs"]
#[allow(dead_code, reason = "shared with the tests")]
mod model;

use std::time::{Duration, Instant};

use planwright::llm::ProviderKind;

use desk::{Desk, answers, request};
use model::{Manner, Model};

fn main() {
    let millis = std::env::var("LATENCY_MS").ok().and_then(|text| text.parse().ok());
    let latency = Duration::from_millis(millis.unwrap_or(2_000));
    // the tokenizer of the server is built before anything is timed
    let warm = Model::start(answers(&request()));
    Desk::new(&warm, ProviderKind::OpenAiResponses).run(request(), None, Vec::new()).program();
    let model = Model::with(answers(&request()), Manner { latency, ..Manner::default() });
    let desk = Desk::new(&model, ProviderKind::OpenAiResponses);
    for name in ["base made", "base valid"] {
        let began = Instant::now();
        desk.run(request(), None, Vec::new()).program();
        let took = began.elapsed();
        let times = took.as_secs_f64() / latency.as_secs_f64();
        println!("{name}: {:.2} s, {times:.2} times the latency", took.as_secs_f64());
    }
}
