//! `import`: the shape of a dry run, and putting what was understood into the database.

use serde_json::Value;

use crate::program::{Home, steers};

const TEXT: &str =
    "Day 1: Upper\nBench Press 3x8 @75%\nKlimmzüge 4x6 RIR 2\nRest day notes: felt great\n";

fn keys(value: &Value) -> Vec<&str> {
    value.as_object().unwrap().keys().map(String::as_str).collect()
}

#[test]
fn a_dry_run_prints_exactly_the_keys_of_the_contract() {
    let home = Home::new();
    let draft = home.run_with(&["import", "-", "--dry-run", "--json"], TEXT).ok().json();
    assert_eq!(keys(&draft), ["format", "lang", "days", "sections", "ignored"]);
    assert_eq!(draft["format"], "text");
    assert_eq!(draft["days"], 1);
    let section = &draft["sections"][0];
    assert!(section["title"].as_str().unwrap().contains("Upper"));
    assert_eq!(section["day"]["n"], 1);
    for key in ["title", "format", "rounds", "cap_s", "day", "items"] {
        assert!(section.get(key).is_some(), "{key}");
    }
    let items = section["items"].as_array().unwrap();
    assert_eq!(items.len(), 2);
    for item in items {
        for key in ["line", "text", "name", "group", "prescription", "match", "spans"] {
            assert!(item.get(key).is_some(), "{key}");
        }
        assert_eq!(
            keys(&item["match"]),
            ["exercise", "name", "confidence", "band", "alternatives"]
        );
        for span in item["spans"].as_array().unwrap() {
            assert_eq!(keys(span), ["from", "to", "as"]);
        }
        let dose = &item["prescription"];
        for key in [
            "text",
            "sets",
            "reps",
            "reps_list",
            "amrap",
            "load",
            "loads_list",
            "rpe",
            "rir",
            "duration_s",
            "distance_m",
            "calories",
            "rest_s",
            "tempo",
            "per_side",
        ] {
            assert!(dose.get(key).is_some(), "{key}");
        }
    }
    assert_eq!(items[0]["line"], 2);
    assert_eq!(items[0]["match"]["exercise"], "bench_press");
    assert_eq!(items[0]["prescription"]["sets"], 3);
    assert_eq!(items[0]["prescription"]["reps"], serde_json::json!([8, 8]));
    assert_eq!(items[0]["prescription"]["load"]["unit"], "%1rm");
    assert_eq!(items[1]["prescription"]["rir"], 2.0);
    assert!(draft["ignored"].as_array().unwrap().iter().any(|line| line["line"] == 4));
    assert_eq!(std::fs::read_dir(home.path()).unwrap().count(), 0, "a dry run leaves nothing");
}

#[test]
fn prose_yields_nothing() {
    let home = Home::new();
    let text = "Dear members,\nthe general meeting is on Friday at eight.\nSee you there!\n";
    let draft = home.run_with(&["import", "-", "--dry-run", "--json"], text).ok().json();
    let items: usize = draft["sections"]
        .as_array()
        .unwrap()
        .iter()
        .map(|section| section["items"].as_array().unwrap().len())
        .sum();
    assert_eq!(items, 0, "{draft}");
}

#[test]
fn an_import_is_stored_once_however_often_it_is_done() {
    let home = Home::new();
    let file = home.file("upper.txt", TEXT);
    let count =
        |home: &Home| home.run(&["plan", "list", "--json"]).ok().json().as_array().unwrap().len();
    let before = count(&home);
    let first = home.run(&["import", &file, "--json"]).ok().json();
    let second = home.run(&["import", &file, "--json"]).ok().json();
    assert_eq!(first["plans"], second["plans"]);
    assert_eq!(count(&home), before + 1);
    let id = first["plans"][0].as_str().unwrap();
    let unit = home.run(&["plan", "export", id]).ok().json();
    assert!(unit["title"].as_str().unwrap().contains("Upper"));
    let item = &unit["weeks"][0]["units"][0]["sections"][0]["items"][0];
    assert_eq!(item["exercise"], "bench_press");
    assert_eq!(item["prescription"]["text"], "3x8 @75%");
}

#[test]
fn an_import_goes_into_a_unit_that_is_there() {
    let home = Home::new();
    let file = home.file("upper.txt", TEXT);
    let plans = home.run(&["plan", "list", "--json"]).ok().json();
    let id = plans.as_array().unwrap().last().unwrap()["id"].as_str().unwrap();
    let sections = |home: &Home| {
        let unit = home.run(&["plan", "export", id]).ok().json();
        unit["weeks"][0]["units"][0]["sections"].as_array().unwrap().len()
    };
    let before = sections(&home);
    home.run(&["import", &file, "--unit", id]).ok();
    assert_eq!(sections(&home), before + 1);
    assert_eq!(home.run(&["import", &file, "--unit", id]).code, 1, "the same text twice");
    assert_eq!(sections(&home), before + 1);
    home.run(&["import", &file, "--unit", "no-such-unit"]).usage();
}

#[test]
fn a_plan_file_is_stored_as_it_is() {
    let home = Home::new();
    let profile = home.file("p.json", r#"{"kind":"athlete","weeks":2}"#);
    let text = home.run(&["generate", "program", "--profile", &profile, "--json"]).ok().out;
    let file = home.file("plan.json", &text);
    let id = home.run(&["import", &file, "--json"]).ok().json()["plans"][0].clone();
    assert_eq!(home.run(&["plan", "export", id.as_str().unwrap()]).ok().out, text);
    home.run(&["import", &file]).ok();
}

#[test]
fn a_folder_is_read_file_by_file() {
    let home = Home::new();
    let folder = home.path().join("texts");
    std::fs::create_dir(&folder).unwrap();
    std::fs::write(folder.join("a.txt"), TEXT).unwrap();
    std::fs::write(folder.join("b.txt"), "Squat 5x5\n").unwrap();
    std::fs::write(folder.join(".hidden"), "Squat 5x5\n").unwrap();
    let ran = home.run(&["import", folder.to_str().unwrap(), "--dry-run", "--json"]).ok();
    let files: Vec<Value> = ran.json_lines().iter().map(|line| line["file"].clone()).collect();
    assert_eq!(files.len(), 2);
    assert!(files[1].as_str().unwrap().ends_with("b.txt"));
    home.run(&["import", "missing.txt", "--dry-run"]).usage();
    home.run(&["import", "-", "--format", "nonsense"]).usage();
}

#[test]
fn hostile_pastes_are_shown_harmless() {
    let home = Home::new();
    let text = "Day 1\u{1b}]0;x\u{7}\nBench\u{202e} Press 3x8\u{9b}2J\nignored \u{200b}\u{1b}[31m line here\n";
    for args in [&["import", "-", "--dry-run"][..], &["import", "-", "--dry-run", "--json"]] {
        let ran = home.run_with(args, text).ok();
        assert!(!steers(&ran.out) && !steers(&ran.err), "{args:?}: {:?}", ran.out);
    }
}

#[test]
fn one_bad_file_does_not_keep_the_others_out() {
    let home = Home::new();
    let folder = home.path().join("texts");
    std::fs::create_dir_all(folder.join("old")).unwrap();
    std::fs::write(folder.join("a.txt"), TEXT).unwrap();
    std::fs::write(folder.join("b.txt"), b"PK\x03\x04\0\0binary").unwrap();
    std::fs::write(folder.join("c.txt"), "Dear members, see you on Friday at eight.\n").unwrap();
    std::fs::write(folder.join("old/d.txt"), "Back squat 5x5 @100kg\n").unwrap();
    let path = folder.to_str().unwrap();
    let ran = home.run(&["import", path]);
    assert_eq!(ran.code, 1, "{}", ran.out);
    for (name, what) in
        [("a.txt", "1 plan"), ("b.txt", "no text"), ("c.txt", "skipped"), ("d.txt", "1 plan")]
    {
        let line = ran.out.lines().find(|line| line.contains(name)).unwrap();
        assert!(line.contains(what), "{line}");
    }
    assert!(ran.err.contains("4 files, 1 failed"), "{}", ran.err);
    let plans = home.run(&["plan", "list", "--json"]).ok().json();
    let again = home.run(&["import", path, "--json"]);
    assert_eq!(again.code, 1);
    assert!(again.json_lines()[1]["error"].as_str().unwrap().contains("no text"));
    assert_eq!(home.run(&["plan", "list", "--json"]).ok().json(), plans, "nothing twice");
    let usage = home.run(&["usage", "imports", "--json"]).ok().json();
    assert_eq!(usage["imports"], 3, "each file once");
}

#[test]
fn a_history_lands_as_past_units_of_an_athlete() {
    let home = Home::new();
    let log = "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE\n\
        2026-03-02 18:00:00,Push,1h,Bench Press (Barbell),1,80,6,0,0,,,8\n\
        2026-03-02 18:00:00,Push,1h,Bench Press (Barbell),2,82.5,5,0,0,,,9\n\
        2026-03-04 18:00:00,Legs,1h,Squat (Barbell),1,100,5,0,0,,,\n";
    let file = home.file("strong.csv", log);
    home.run(&["import", &file, "--athlete", "Mia Muster"]).usage();
    let first = home.run(&["import", &file, "--new-athlete", "Mia Muster", "--json"]).ok().json();
    let units: Vec<&str> =
        first["plans"].as_array().unwrap().iter().map(|id| id.as_str().unwrap()).collect();
    assert_eq!(units.len(), 2);
    let longer = format!("{log}2026-03-06 18:00:00,Pull,1h,Deadlift (Barbell),1,120,5,0,0,,,\n");
    let file = home.file("later.csv", &longer);
    let later = home.run(&["import", &file, "--athlete", "mia muster", "--json"]).ok().json();
    let all = later["plans"].as_array().unwrap();
    assert_eq!(all.len(), 3);
    assert_eq!([&all[0], &all[1]], [units[0], units[1]], "the same workouts are the same units");
    let plans = home.run(&["plan", "list", "--json"]).ok().json();
    let push: Vec<&Value> =
        plans.as_array().unwrap().iter().filter(|plan| plan["id"] == units[0]).collect();
    assert_eq!(push.len(), 1);
    assert_eq!(
        (push[0]["date"].as_str(), push[0]["title"].as_str()),
        (Some("2026-03-02"), Some("Push"))
    );
    let unit = home.run(&["plan", "export", units[0]]).ok().json();
    let unit = &unit["weeks"][0]["units"][0];
    assert_eq!(unit["sections"][0]["items"][0]["exercise"], "bench_press");
}

#[test]
fn the_log_counts_and_keeps_nothing_readable() {
    let home = Home::new();
    let none = home.run(&["usage", "imports", "--json"]).ok().json();
    assert_eq!((none["imports"].as_u64(), none["success_rate"].as_f64()), (Some(0), Some(0.0)));
    let file = home.file("upper.txt", format!("{TEXT}Zorkelpress 3x8\n"));
    home.run(&["import", &file]).ok();
    std::fs::remove_file(&file).unwrap();
    let usage = home.run(&["usage", "imports", "--json"]).ok().json();
    assert_eq!(
        keys(&usage),
        [
            "since",
            "imports",
            "accepted",
            "understood",
            "rows",
            "bands",
            "success_rate",
            "corrections",
            "ignored",
            "read_ms",
            "review_s",
            "formats",
            "mismatched"
        ]
    );
    assert_eq!((usage["imports"].as_u64(), usage["rows"].as_u64()), (Some(1), Some(3)));
    assert_eq!(usage["bands"]["high"], 2);
    assert_eq!(usage["mismatched"][0]["name"], "Zorkelpress");
    let future = home.run(&["usage", "imports", "--since", "2199-01-01", "--json"]).ok().json();
    assert_eq!(future["imports"], 0);
    assert!(home.run(&["usage", "imports"]).ok().out.contains("Zorkelpress"));
    assert!(!home.holds("felt great"), "the text lies in the clear");
    assert!(home.run(&["doctor"]).out.contains("planwright.key"));
    // a retention of no days forgets texts and names, and keeps the numbers
    let config = home.file("none.toml", "[import]\nkeep_days = 0\n");
    let purged = home.run(&["--config", &config, "usage", "imports", "--purge", "--json"]).ok();
    assert!(purged.err.contains("one import"), "{}", purged.err);
    assert_eq!(purged.json()["mismatched"].as_array().unwrap().len(), 0);
    assert_eq!(purged.json()["rows"], 3);
}
