//! The library from outside: facets, progressions, checks, exchange as files, taught names.

use serde_json::{Value, json};

use crate::program::Home;

/// A small library in the shape of free-exercise-db, with words of its own.
const FOREIGN: &str = r#"[
  {"id": "Cellar_Press", "name": "Cellar press", "level": "beginner", "mechanic": "compound",
   "equipment": "barbell", "primaryMuscles": ["chest"], "secondaryMuscles": ["triceps"],
   "instructions": ["Press the bar in the cellar."], "category": "strength", "images": []},
  {"id": "Moon_Stretch", "name": "Moon stretch", "level": "beginner", "mechanic": null,
   "equipment": "moonstone", "primaryMuscles": ["hamstrings"], "secondaryMuscles": [],
   "instructions": ["Reach for the moon."], "category": "stretching", "images": []}
]"#;

fn ids(list: &Value) -> Vec<&str> {
    list.as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap()).collect()
}

#[test]
fn facets_narrow_the_list() {
    let home = Home::new();
    let list =
        |filter: &[&str]| home.run(&[&["library", "list", "--json"], filter].concat()).ok().json();
    let tires = list(&["--equipment", "tire"]);
    assert_eq!(ids(&tires), ["tire_flip"]);
    let both = list(&["--equipment", "tire,strongman", "--pattern", "carry"]);
    assert!(ids(&both).contains(&"keg_carry") && !ids(&both).contains(&"tire_flip"));
    let drills =
        list(&["--skill", "falling", "--level", "beginner", "--target-group", "kids_young"]);
    assert!(!ids(&drills).is_empty());
    for drill in drills.as_array().unwrap() {
        assert_eq!(drill["level"], "beginner");
        assert!(drill["skills"]["falling"].is_number());
    }
    assert!(list(&["--visibility", "private"]).as_array().unwrap().is_empty());
    for wrong in [["--equipment", "tyre"], ["--muscle", "soul"], ["--level", "godlike"]] {
        let ran = home.run(&[&["library", "list"], &wrong[..]].concat()).usage();
        assert!(ran.err.contains(wrong[1]), "{}", ran.err);
    }
}

#[test]
fn an_exercise_is_shown_with_its_place_in_the_progressions() {
    let home = Home::new();
    let out = home.run(&["library", "show", "push_up", "--graph"]).ok().out;
    assert!(out.contains("└─ ") && out.contains("Knee push-up"), "{out}");
    assert!(out.lines().all(|line| line.chars().count() <= 80), "{out}");
    let detail = home.run(&["library", "show", "push_up", "--graph", "--json"]).ok().json();
    assert_eq!(detail["id"], "push_up");
    assert!(!detail["prerequisites"].as_array().unwrap().is_empty());
    assert!(detail["successors"][0]["harder"].is_string());
    let out = home.run(&["library", "show", "falling_school", "--lang", "de"]).ok().out;
    assert!(out.starts_with("Fallschule\n"), "{out}");
    assert!(out.lines().all(|line| line.chars().count() <= 80), "{out}");
}

#[test]
fn a_combination_is_shown_with_its_parts() {
    let out = Home::new().run(&["library", "show", "bear_complex"]).ok().out;
    for part in ["Power clean", "Front squat", "Push press", "Back squat"] {
        assert!(out.contains(part), "{part}: {out}");
    }
    assert!(out.contains("One round"), "{out}");
}

#[test]
fn the_check_counts_and_passes() {
    let report = Home::new().run(&["library", "check", "--json"]).ok().json();
    assert_eq!(report["ok"], true);
    assert!(report["counts"]["exercises"].as_u64().unwrap() >= 650);
    assert!(report["counts"]["graphs"].as_u64().unwrap() >= 20);
    assert!(report["counts"]["edges"].as_u64().unwrap() >= 400);
    assert!(report["counts"]["combinations"].as_u64().unwrap() >= 15);
    for finding in report["findings"].as_array().unwrap() {
        assert_eq!(finding["gravity"], "warning", "{finding}");
    }
}

#[test]
fn importing_twice_changes_nothing_and_export_gives_it_back() {
    let home = Home::new();
    let file = home.file("foreign.json", FOREIGN);
    let import = |extra: &[&str]| {
        home.run(&[&["library", "import", &file, "--json"], extra].concat()).ok().json()
    };
    let before = import(&["--dry-run"]);
    assert_eq!(before["added"], json!(["fed_cellar_press", "fed_moon_stretch"]));
    assert_eq!(before["unmapped"][0]["list"], "equipment");
    assert_eq!(before["unmapped"][0]["value"], "moonstone");
    assert!(!home.path().join(".local").exists(), "a dry run creates nothing");
    assert_eq!(import(&[])["added"], before["added"]);
    let again = import(&[]);
    assert_eq!(again["added"], json!([]));
    assert_eq!(again["updated"], json!([]));
    assert_eq!(again["unchanged"], 2);

    let shown = home.run(&["library", "show", "fed_cellar_press"]).ok().out;
    assert!(shown.contains("free-exercise-db (Unlicense)"), "{shown}");
    for format in ["json", "toml", "csv"] {
        let name = format!("out.{format}");
        let path = home.path().join(&name);
        let path = path.to_str().unwrap();
        home.run(&["library", "export", "--own", "--format", format, "--output", path]).ok();
        let back = home.run(&["library", "import", path, "--json"]).ok().json();
        assert_eq!((&back["unchanged"], &back["added"]), (&json!(2), &json!([])), "{format}");
        // and elsewhere, where nobody knows it
        let other = Home::new();
        let back = other.run(&["library", "import", path, "--json"]).ok().json();
        assert_eq!(back["added"], before["added"], "{format}");
        let one =
            |home: &Home| home.run(&["library", "show", "fed_moon_stretch", "--json"]).ok().out;
        assert_eq!(one(&home), one(&other), "{format}");
    }
    // matching and search know them
    let found = home.run(&["library", "search", "moon", "--json"]).ok().json_lines();
    assert_eq!(found[0]["matches"][0]["id"], "fed_moon_stretch");
    home.run(&["library", "check"]).ok();
}

#[test]
fn the_whole_library_exported_is_unchanged_when_it_comes_back() {
    let home = Home::new();
    let path = home.path().join("all.toml");
    let path = path.to_str().unwrap();
    home.run(&["library", "export", "--format", "toml", "-o", path]).ok();
    let report = home.run(&["library", "import", path, "--json"]).ok().json();
    assert_eq!((&report["added"], &report["updated"]), (&json!([]), &json!([])));
    assert!(report["unchanged"].as_u64().unwrap() >= 650);
    assert_eq!(report["graphs"], json!([]));
}

/// An exercise of ours as JSON, with some fields replaced.
fn own(id: &str, changes: &Value) -> Value {
    let mut exercise = json!({
        "id": id, "name": {"en": id, "de": id}, "category": "drill", "patterns": ["technique"],
        "level": "beginner", "min_age": 8, "partner": "none",
        "fact": {"en": "A fact.", "de": "Ein Satz."}, "visibility": "club",
        "origin": {"from": "club"}
    });
    for (key, value) in changes.as_object().unwrap() {
        exercise[key] = value.clone();
    }
    exercise
}

#[test]
fn bad_files_are_refused_with_file_and_place_and_nothing_comes_in() {
    let home = Home::new();
    let edge =
        |from: &str, to: &str| json!({"from": from, "to": to, "harder": {"en": "h", "de": "s"}});
    let graph = |edges: Vec<Value>| {
        let name = json!({"en": "g", "de": "g"});
        json!({
            "exercises": [own("zz_a", &json!({})), own("zz_b", &json!({}))],
            "graphs": [{"id": "zz_g", "name": name, "edges": edges}]
        })
    };
    let one =
        |changes: Value| json!({"exercises": [own("zz_ok", &json!({})), own("zz_bad", &changes)]});
    let cases = [
        ("wrong.json", "{\n  \"exercises\": [\n".to_owned(), "3"),
        ("cycle.json", graph(vec![edge("zz_a", "zz_b"), edge("zz_b", "zz_a")]).to_string(), "zz_g"),
        ("nowhere.json", graph(vec![edge("zz_a", "zz_none")]).to_string(), "zz_none"),
        ("skill.json", one(json!({"skills": {"juggling_cats": 1.0}})).to_string(), "juggling_cats"),
        (
            "weight.json",
            one(json!({"skills": {"falling": 7.0}})).to_string(),
            "exercises/zz_bad/skills",
        ),
        (
            "dose.json",
            one(json!({"doses": {"general": "3 by lots"}})).to_string(),
            "exercises/zz_bad/dose",
        ),
        (
            "twice.json",
            json!([own("zz_a", &json!({})), own("zz_a", &json!({}))]).to_string(),
            "exercises/zz_a",
        ),
        (
            "part.json",
            one(json!({"kind": {"kind": "combination", "parts": [{"exercise": "zz_no"}]}}))
                .to_string(),
            "zz_no",
        ),
    ];
    for (name, text, place) in cases {
        let file = home.file(name, text);
        let ran = home.run(&["library", "import", &file]).usage();
        assert!(ran.err.contains(name) && ran.err.contains(place), "{name}: {}", ran.err);
    }
    let garbage: Vec<u8> =
        (0..5_000_000_u32).map(|at| (at.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
    let file = home.file("garbage.bin", garbage);
    let ran = home.run(&["library", "import", &file]).usage();
    assert!(ran.err.contains("garbage.bin"), "{}", ran.err);
    home.run(&["library", "import", "missing.json"]).usage();
    let all = home.run(&["library", "export", "--own"]).ok().json();
    assert_eq!(all["exercises"], json!([]));
}

#[test]
fn a_club_progression_counts_from_then_on() {
    let home = Home::new();
    let file = json!({
        "exercises": [own("zz_easy", &json!({})), own("zz_hard", &json!({"level": "advanced"}))],
        "graphs": [{"id": "zz_path", "name": {"en": "Our path", "de": "Unser Weg"}, "edges": [
            {"from": "zz_easy", "to": "zz_hard", "harder": {"en": "faster", "de": "schneller"}}]}]
    });
    let file = home.file("club.json", file.to_string());
    home.run(&["library", "import", &file]).ok();
    let out = home.run(&["library", "show", "zz_easy", "--graph"]).ok().out;
    assert!(out.contains("Our path") && out.contains("faster"), "{out}");
    let report = home.run(&["library", "import", &file, "--json"]).ok().json();
    assert_eq!((&report["unchanged"], &report["graphs_unchanged"]), (&json!(2), &json!(1)));
    // private to one coach
    home.run(&["library", "import", &file, "--as", "ann", "--private"]).ok();
    let private = ["library", "list", "--visibility", "private", "--json"];
    assert_eq!(
        ids(&home.run(&[&private[..], &["--as", "ann"]].concat()).ok().json()),
        ["zz_easy", "zz_hard"]
    );
    assert!(ids(&home.run(&private).ok().json()).is_empty());
}

#[test]
fn names_are_taught_listed_and_forgotten() {
    let home = Home::new();
    let alias = |args: &[&str]| home.run(&[&["library", "alias"], args].concat());
    alias(&["add", "back_squat", "Wurzelheber", "--club"]).ok();
    alias(&["add", "push_up", "Bodenkuss"]).ok();
    let list = alias(&["list", "--json"]).ok().json();
    assert_eq!(list[0]["name"], "Bodenkuss");
    assert_eq!(list[1]["reach"], "club");
    let found = home.run(&["match", "wurzelheber", "--json"]).ok().json_lines();
    assert_eq!(found[0]["matches"][0]["id"], "back_squat");
    // a colleague knows the club's name only
    let found = home.run(&["match", "bodenkuss", "--json", "--as", "ann"]).ok().json_lines();
    assert_ne!(found[0]["matches"][0]["id"], "push_up");
    alias(&["remove", "bodenkuss"]).ok();
    alias(&["remove", "bodenkuss"]).usage();
    alias(&["remove", "wurzelheber"]).usage();
    alias(&["remove", "wurzelheber", "--club"]).ok();
    assert_eq!(alias(&["list", "--json"]).ok().json(), json!([]));
    alias(&["add", "no_such_exercise", "x"]).usage();
    alias(&["add", "push_up", " - "]).usage();
}
