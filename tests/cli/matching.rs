//! `match`: one answer per name, in order, fast, against any library.

use serde_json::{Value, json};

use crate::program::{Home, steers};

#[test]
fn each_name_is_answered_with_exactly_the_keys_of_the_contract() {
    let home = Home::new();
    let ran = home.run(&["match", "back squat", "Bankdrücken", "zzz qqq", "--json"]).ok();
    let lines = ran.json_lines();
    assert_eq!(lines.len(), 3);
    for (line, query) in lines.iter().zip(["back squat", "Bankdrücken", "zzz qqq"]) {
        let keys: Vec<&String> = line.as_object().unwrap().keys().collect();
        assert_eq!(keys, ["query", "band", "matches"]);
        assert_eq!(line["query"], query);
        for hit in line["matches"].as_array().unwrap() {
            let keys: Vec<&String> = hit.as_object().unwrap().keys().collect();
            assert_eq!(keys, ["id", "name", "confidence"]);
            assert!((0.0..=1.0).contains(&hit["confidence"].as_f64().unwrap()));
        }
    }
    assert_eq!(lines[0]["band"], "high");
    assert_eq!(lines[0]["matches"][0]["id"], "back_squat");
    assert_eq!(lines[1]["matches"][0]["id"], "bench_press");
    assert_eq!(lines[2]["band"], "unmatched");
}

#[test]
fn names_on_standard_input_are_answered_line_by_line() {
    let home = Home::new();
    let ran =
        home.run_with(&["match", "--json"], "squat\r\n\nbench press\nlast without break").ok();
    let queries: Vec<Value> = ran.json_lines().iter().map(|line| line["query"].clone()).collect();
    assert_eq!(queries, ["squat", "", "bench press", "last without break"]);
}

#[test]
fn names_in_latin_1_are_understood() {
    let ran = Home::new().run_with(&["match", "--json"], b"Klimmz\xfcge\n".to_vec()).ok();
    assert_eq!(ran.json_lines()[0]["query"], "Klimmzüge");
}

#[test]
fn the_limit_bounds_the_answers() {
    let home = Home::new();
    for limit in [1, 3] {
        let ran = home.run(&["match", "squat", "--json", "--limit", &limit.to_string()]).ok();
        assert_eq!(ran.json_lines()[0]["matches"].as_array().unwrap().len(), limit);
    }
}

#[test]
fn a_file_of_names_is_a_library() {
    let home = Home::new();
    let names = home.file("names.txt", "Goblet-Kniebeuge\nKreuzheben\n");
    let ran = home.run(&["match", "kreuzheben", "--library", &names, "--json"]).ok();
    assert_eq!(ran.json_lines()[0]["matches"][0]["name"], "Kreuzheben");
    let rows = [json!({"id": "a1", "name": "Barbell Squat"}), json!({"id": "a2", "name": "Plank"})];
    let lines = rows.each_ref().map(ToString::to_string).join("\n");
    for text in [lines, json!(rows).to_string()] {
        let file = home.file("rows.json", text);
        let ran = home.run(&["match", "plank", "--library", &file, "--json"]).ok();
        assert_eq!(ran.json_lines()[0]["matches"][0]["id"], "a2");
    }
    let broken = home.file("broken.jsonl", "{\"id\": \"a\", \"name\": \"b\"}\n{broken\n");
    let ran = home.run(&["match", "plank", "--library", &broken]).usage();
    assert!(ran.err.contains('2'), "{}", ran.err);
    home.run(&["match", "plank", "--library", "missing.txt"]).usage();
}

#[test]
fn bands_follow_the_configuration() {
    let home = Home::new();
    let config = home.file("c.toml", "[match]\nhigh = 1.0\nmedium = 1.0\nlow = 1.0\n");
    let ran = home.run(&["match", "back squat", "--json", "--config", &config]).ok();
    assert_ne!(ran.json_lines()[0]["band"], "high");
}

#[test]
fn hostile_names_of_a_library_are_shown_harmless() {
    let home = Home::new();
    let file = home.file("names.txt", "Plank\u{1b}[2J\u{202e}\u{200b}\n");
    let ran = home.run(&["match", "plank", "--library", &file]).ok();
    assert!(!steers(&ran.out), "{:?}", ran.out);
    let ran = home.run(&["match", "pla\u{9b}nk\u{202e}", "--library", &file, "--json"]).ok();
    assert!(!steers(&ran.out), "{:?}", ran.out);
    assert_eq!(ran.json_lines()[0]["query"], "pla\u{9b}nk\u{202e}", "escaped, not lost");
}

#[test]
fn thousands_of_names_stream_through() {
    let input = "back squat\nKlimmzüge\nBankdrücken KH\nRDL\n".repeat(500);
    let ran = Home::new().run_with(&["match", "--json", "--limit", "1"], input).ok();
    assert_eq!(ran.out.lines().count(), 2000);
}

#[test]
fn names_a_coach_taught_count_once_there_is_a_database() {
    use planwright::domain::{CoachId, ExerciseId, Viewer};
    use planwright::store::{Alias, AliasOrigin, Reach, Store};

    let home = Home::new();
    let db = home.path().join("club.db");
    let path = db.to_str().unwrap();
    let band = |coach: &str| {
        let ran = home.run(&["match", "Eisenfee", "--json", "--db", path, "--as", coach]).ok();
        ran.json_lines()[0].clone()
    };
    assert_ne!(band("anna")["band"], "high");
    assert!(!db.exists(), "asking creates no database");
    home.run(&["plan", "list", "--db", path, "--as", "anna"]).ok();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let store = Store::open(&db).unwrap().store;
        let coach = store.coach(&CoachId::new("anna")).await.unwrap().unwrap();
        let viewer = Viewer { coach: coach.id, club: coach.club };
        let alias = Alias {
            name: "Eisenfee".to_owned(),
            key: planwright::language::fold("Eisenfee"),
            exercise: ExerciseId::new("back_squat"),
            reach: Reach::Coach,
            origin: AliasOrigin::Hand,
        };
        store.put_alias(&viewer, &alias).await.unwrap();
        store.close().await;
    });
    let taught = band("anna");
    assert_eq!(taught["band"], "high");
    assert_eq!(taught["matches"][0]["id"], "back_squat");
    assert_ne!(band("ben")["band"], "high", "another coach was taught nothing");
}
