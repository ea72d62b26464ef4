//! The real binary against the server: killed at any moment it pays for no finished week twice,
//! and two processes never work on one job.
//!
//! `PLANWRIGHT_CRASH_ROUNDS` sets how often it is killed (5 unless said otherwise).

use std::path::Path;
use std::thread;
use std::time::Duration;

use planwright::domain::Profile;
use planwright::generation::Request;
use planwright::store::{Opened, Store};
use serde_json::Value;

use crate::desk::{answers, request};
use crate::machine::Machine;
use crate::model::{Asked, Manner, Model};

async fn sound(path: &Path) {
    let Opened { store, .. } = Store::open(path).unwrap();
    store.check().await.unwrap();
    store.close().await;
}

fn three_days() -> Request {
    let mut request = request();
    if let Profile::Athlete(profile) = &mut request.profile {
        profile.days_per_week = 3;
        profile.minutes = 60;
    }
    request
}

#[tokio::test]
async fn killed_at_any_moment_it_asks_for_no_finished_week_again() {
    let rounds = setting("PLANWRIGHT_CRASH_ROUNDS").map_or(5, |text| text.parse().unwrap());
    let request = three_days();
    let manner = || Manner { latency: Duration::from_millis(60), ..Manner::default() };
    let mut dice = 0x9e37_79b9_7f4a_7c15_u64;
    let mut below = |end: u64| {
        // numbers that look random and are the same in every run (xorshift64*)
        dice ^= dice >> 12;
        dice ^= dice << 25;
        dice ^= dice >> 27;
        dice.wrapping_mul(0x2545_f491_4f6c_dd1d) % end
    };
    println!("killed after  weeks there  asked again  of those there");
    let mut there = 0;
    for _ in 0..rounds {
        let model = Model::with(answers(&request), manner());
        let machine = Machine::new(&model, &request);
        let (mut child, job) = machine.start();
        model.wait_for(usize::try_from(1 + below(14)).unwrap());
        // not a wait for something: the moment of the kill is what is tested
        thread::sleep(Duration::from_millis(below(60)));
        child.kill().unwrap();
        child.wait().unwrap();
        sound(&machine.path("plan.db")).await;
        let done = machine.done(&job);
        let before = model.seen();
        let program = machine.json(&["job", "resume", &job]);
        assert_eq!(program["weeks"].as_array().unwrap().len(), 12);
        assert_eq!(machine.done(&job), (1..=12).collect());
        let after: Vec<Asked> =
            model.seen()[before.len()..].iter().map(|seen| seen.asked).collect();
        let twice = done.iter().filter(|week| after.contains(&Asked::Week(**week))).count();
        println!("{:>12}  {:>11}  {:>11}  {twice:>14}", before.len(), done.len(), after.len());
        assert_eq!(twice, 0, "{done:?} were there, {after:?} asked for");
        if !done.is_empty() {
            assert!(!after.contains(&Asked::Outline) && !after.contains(&Asked::Base));
        }
        there += done.len();
        let judged = machine.path("program.json");
        std::fs::write(&judged, program.to_string()).unwrap();
        let findings = machine.json(&["lint", judged.to_str().unwrap()]);
        let findings = findings["findings"].as_array().unwrap();
        assert!(findings.iter().all(|finding| finding["severity"] != "error"), "{findings:#?}");
    }
    println!("{rounds} kills; {there} finished weeks, none asked for again");
}

#[tokio::test]
async fn two_processes_share_a_database_and_never_a_job() {
    let request = three_days();
    let manner = Manner { latency: Duration::from_millis(400), ..Manner::default() };
    let model = Model::with(answers(&request), manner);
    let machine = Machine::new(&model, &request);
    machine.json(&["base", "create", "strength"]);
    let (first, job) = machine.start();
    let (second, _) = machine.start();
    // somebody else tries to run the first one on
    let refused = machine.run(&["job", "resume", &job]);
    assert_eq!(refused.status.code(), Some(1));
    for child in [first, second] {
        let output = child.wait_with_output().unwrap();
        let program: Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(program["weeks"].as_array().unwrap().len(), 12);
    }
    sound(&machine.path("plan.db")).await;
    assert_eq!((model.count(Asked::Base), model.count(Asked::Outline)), (1, 2));
    let twice: Vec<u16> = (1..=12).flat_map(|week| [week, week]).collect();
    assert_eq!(model.answered_weeks(), twice);
    // now that it is done there is nothing left to ask for
    let again = machine.run(&["job", "resume", &job]);
    assert!(again.status.success());
    assert_eq!(model.seen().len(), 1 + 2 + 24);
}

#[expect(clippy::disallowed_methods, reason = "a test's own settings, not the program's")]
fn setting(name: &str) -> Option<String> {
    std::env::var(name).ok()
}
