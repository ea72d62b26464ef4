//! Bases from the command line: made once, checked, and what they save, printed.

use crate::desk::{answers, request};
use crate::machine::Machine;
use crate::model::{Asked, Model};

#[test]
fn base_compare_prints_both_ways_and_the_saving() {
    let model = Model::start(answers(&request()));
    let machine = Machine::new(&model, &request());
    machine.json(&["base", "create", "strength"]);
    let both = machine.json(&["base", "compare", "strength"]);
    println!("{}", machine.text(&["base", "compare", "strength"]));
    let (full, fork) = (&both["full"]["usage"], &both["fork"]["usage"]);
    assert_eq!(full["input_cached"], 0);
    assert!(full["input_new"].as_u64().unwrap() > 10_000);
    assert!(fork["input_new"].as_u64().unwrap() < 200, "{fork}");
    let price = |side: &str| both[side]["price"].as_f64().unwrap();
    assert!(price("fork") < 0.5 * price("full"));
}

#[test]
fn a_base_is_made_once_checked_and_made_anew_when_the_provider_lost_it() {
    let model = Model::start(answers(&request()));
    let machine = Machine::new(&model, &request());
    let made = machine.json(&["base", "create", "martial_arts"]);
    assert_eq!(machine.json(&["base", "create", "martial_arts"]), made);
    assert_eq!(model.count(Asked::Base), 1);
    assert_eq!(machine.json(&["base", "list"])[0]["hash"], made["hash"]);
    assert_eq!(machine.json(&["base", "show", "martial_arts"])["hash"], made["hash"]);
    assert_eq!(machine.json(&["base", "validate", "martial_arts"])["valid"], true);
    model.forget();
    let lost = machine.run(&["base", "validate", "martial_arts"]);
    assert_eq!(lost.status.code(), Some(1));
    let again = machine.json(&["base", "refresh", "martial_arts"]);
    assert_ne!(again["remote"], made["remote"]);
    assert_eq!(machine.json(&["base", "validate", "martial_arts"])["valid"], true);
    assert!(machine.run(&["base", "delete", "martial_arts"]).status.success());
    assert_eq!(machine.json(&["base", "list"]).as_array().unwrap().len(), 0);
}
