//! A language model for trying things out: speaks two protocols on loopback and answers with
//! plans of the offline planner. Nothing leaves the machine, nothing costs anything.
//!
//! `cargo run --example model_server -- [MILLISECONDS an answer takes] [PORT]` prints what to put
//! into `config.toml`, then each request with its tokens, until it is stopped.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a tool to be watched; where it breaks, it says so"
)]

#[path = "../tests/generation/model/mod.rs"]
#[allow(dead_code, unused_imports, reason = "shared with the tests")]
mod model;

use std::time::Duration;

use model::{Answers, Manner, Model};

fn main() {
    let mut arguments = std::env::args().skip(1);
    let millis = arguments.next().and_then(|text| text.parse().ok()).unwrap_or(4_000);
    let port: u16 = arguments.next().and_then(|text| text.parse().ok()).unwrap_or(0);
    let manner = Manner { latency: Duration::from_millis(millis), ..Manner::default() };
    let model = Model::at(&format!("127.0.0.1:{port}"), Answers::Improvised, manner);
    println!(
        "[llm.providers.loopback]\nkind = \"openai-responses\"\nbase_url = \"{}/v1\"\n",
        model.url
    );
    println!("[llm.roles]");
    for role in ["generate", "structure"] {
        println!("{role} = {{ provider = \"loopback\", model = \"gpt-4.1-mini\" }}");
    }
    for count in 1.. {
        model.wait_for_seen(count);
        let seen = &model.seen()[count - 1];
        println!(
            "{:<10} {} input {:>6} cached {:>6} output {:>5}",
            format!("{:?}", seen.asked),
            seen.status,
            seen.input,
            seen.cached,
            seen.output
        );
    }
}
