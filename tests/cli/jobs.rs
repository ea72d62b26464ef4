//! Generations that are kept, and the screens as text.

use serde_json::Value;

use crate::program::{Home, steers};

fn first_job(home: &Home, db: &str) -> Value {
    home.run(&["job", "list", "--json", "--db", db]).ok().json()[0].clone()
}

#[test]
fn naming_a_database_keeps_the_generation_as_a_job() {
    let home = Home::new();
    let profile = home.file("p.json", r#"{"kind":"athlete"}"#);
    let db = home.path().join("own.db");
    let db = db.to_str().unwrap();
    let generate = ["generate", "program", "--profile", &profile, "--weeks", "3", "--json"];
    let kept = home.run(&[&generate[..], &["--db", db]].concat()).ok();
    assert_eq!(kept.out, home.run(&generate).ok().out, "keeping a plan does not change it");
    for step in ["[JOB ", "Week 3/3", "complete"] {
        assert!(kept.err.contains(step), "{step}: {}", kept.err);
    }
    let job = first_job(&home, db);
    assert_eq!(job["status"], "done");
    assert_eq!(job["percent"], 100);
    assert_eq!(job["done"], serde_json::json!([1, 2, 3]));
    let program = job["program"].as_str().unwrap();
    assert_eq!(home.run(&["plan", "export", program, "--db", db]).ok().out, kept.out);

    let id = job["id"].as_str().unwrap();
    let shown = home.run(&["job", "show", id, "--json", "--db", db]).ok().json();
    assert!(shown["log"].as_array().unwrap().len() >= 15);
    assert_eq!(home.run(&["job", "resume", id, "--json", "--db", db]).ok().out, kept.out);
    let retried = home.run(&["job", "retry", id, "--week", "2", "--json", "--db", db]).ok();
    assert_eq!(retried.out, kept.out, "the same request gives the same week");
    assert!(retried.err.contains("Week 2") && !retried.err.contains("Week 1/"), "{}", retried.err);
    let redone = home.run(&["job", "redo", id, "--from", "2", "--json", "--db", db]).ok();
    assert!(redone.err.contains("Week 3") && !redone.err.contains("Week 1/"), "{}", redone.err);
    home.run(&["job", "retry", id, "--week", "4", "--db", db]).usage();
    home.run(&["job", "retry", id, "--db", db]).usage();
    home.run(&["job", "show", "no-such-job", "--db", db]).usage();
    home.run(&["job", "cancel", "no-such-job", "--db", db]).usage();
}

#[test]
fn every_command_of_the_screens_is_listed_with_its_keys() {
    let home = Home::new();
    let rows = home.run(&["keys", "--json"]).ok().json();
    let quit = rows.as_array().unwrap().iter().find(|row| row["name"] == "quit").unwrap();
    assert!(!quit["keys"].as_array().unwrap().is_empty());
    let config = home.file("c.toml", "[keys]\nquit = \"f10\"\n");
    let out = home.run(&["keys", "--config", &config]).ok().out;
    assert!(out.lines().any(|line| line.contains("f10") && line.contains("quit")), "{out}");
    let config = home.file("d.toml", "[keys]\nquti = \"f10\"\n");
    home.run(&["keys", "--config", &config]).usage();
    assert_eq!(home.run(&["doctor", "--config", &config]).code, 1);
}

#[test]
fn a_screen_is_text_of_the_size_asked_for() {
    let home = Home::new();
    for (size, columns, lines) in [("80x24", 80, 24), ("120x40", 120, 40), ("40x12", 40, 12)] {
        let out = home.run(&["render", "--size", size]).ok().out;
        assert_eq!(out.lines().count(), lines, "{out}");
        assert!(out.lines().all(|line| line.chars().count() <= columns), "{out}");
        assert!(!steers(&out));
    }
    let out = home.run(&["render", "--lang", "de"]).ok().out;
    assert!(out.contains("Vorschläge"), "{out}");
    let help = home.run(&["render", "--screen", "help"]).ok().out;
    assert_ne!(help, out);
    let moved = home.run(&["render", "--keys", "down", "--keys", "down"]).ok().out;
    assert_ne!(moved, home.run(&["render"]).ok().out);
    for size in ["80", "0x10", "ax b", "9999x10"] {
        home.run(&["render", "--size", size]).usage();
    }
    home.run(&["render", "--screen", "nix"]).usage();
}

#[test]
fn looking_at_a_screen_stores_nothing() {
    let home = Home::new();
    let plans = || home.run(&["plan", "list", "--json"]).ok().json();
    let id = plans().as_array().unwrap().last().unwrap()["id"].as_str().unwrap().to_owned();
    let unit = || home.run(&["plan", "export", &id]).ok().out;
    let before = unit();
    home.run(&["render", "--keys", "d", "--keys", "a"]).ok();
    assert_eq!(unit(), before);
}

#[test]
fn a_damaged_database_is_found() {
    let home = Home::new();
    let db = home.file("broken.db", "this is no database, however long it may be ".repeat(100));
    let ran = home.run(&["doctor", "--db", &db]);
    assert_eq!(ran.code, 1, "{}", ran.out);
    assert!(ran.out.contains("BAD"), "{}", ran.out);
    assert_eq!(home.run(&["plan", "list", "--db", &db]).code, 1);
}
