//! Profiles that make no sense: each is refused in one sentence that names field, value and range,
//! or gets the nearest plan there is, with what was relaxed.

use serde_json::Value;

use crate::program::Home;

/// A profile and what the refusal must name.
const REFUSED: [(&str, &[&str]); 26] = [
    (r#"{"kind":"athlete","minutes":0}"#, &["minutes", "0", "20", "150"]),
    (r#"{"kind":"athlete","minutes":-5}"#, &["minutes", "-5"]),
    (r#"{"kind":"athlete","minutes":10081}"#, &["minutes", "10081", "150"]),
    (r#"{"kind":"athlete","minutes":1e99}"#, &["minutes"]),
    (r#"{"kind":"athlete","days_per_week":0}"#, &["days_per_week", "0", "1", "7"]),
    (r#"{"kind":"athlete","days_per_week":8}"#, &["days_per_week", "8"]),
    (r#"{"kind":"athlete","days_per_week":2.5}"#, &["days_per_week", "2.5"]),
    (r#"{"kind":"athlete","days_per_week":"three"}"#, &["days_per_week", "three"]),
    (r#"{"kind":"athlete","weeks":0}"#, &["weeks", "0", "52"]),
    (r#"{"kind":"athlete","weeks":53}"#, &["weeks", "53"]),
    (r#"{"kind":"athlete","age":2}"#, &["age", "2", "4", "100"]),
    (r#"{"kind":"athlete","age":300}"#, &["age", "300"]),
    (r#"{"kind":"athlete","weight_kg":5}"#, &["weight_kg", "5"]),
    (r#"{"kind":"athlete","height_cm":1800}"#, &["height_cm", "1800"]),
    (r#"{"kind":"athlete","goal":"lose 30 kg by friday"}"#, &["goal", "lose 30 kg by friday"]),
    (r#"{"kind":"athlete","level":"godlike"}"#, &["level", "godlike"]),
    (r#"{"kind":"athlete","injuries":["broken heart"]}"#, &["injuries", "broken heart"]),
    (r#"{"kind":"athlete","equipment":["trampoline of doom"]}"#, &["trampoline of doom"]),
    (r#"{"kind":"athlete","one_rm_kg":{"back_squat":-40}}"#, &["one_rm_kg", "-40"]),
    (r#"{"kind":"athlete","weeks":8,"contest_week":9}"#, &["contest_week", "9", "8"]),
    (r#"{"kind":"group","size":1}"#, &["size", "1", "2"]),
    (r#"{"kind":"group","age_min":12,"age_max":8}"#, &["age_max", "8", "12"]),
    (r#"{"kind":"group","size":5,"level_mix":{"beginner":9}}"#, &["level_mix", "9", "5"]),
    (r#"{"kind":"group","devices":{"unicorn":2}}"#, &["devices", "unicorn"]),
    (r#"{"kind":"group","history":[{"days_ago":3,"exercises":["levitation"]}]}"#, &["levitation"]),
    (r#"{"kind":"group","history":[{"days_ago":0,"exercises":[]}]}"#, &["history", "0"]),
];

#[test]
fn nonsense_is_refused_by_field_value_and_range() {
    let home = Home::new();
    for (profile, named) in REFUSED {
        let file = home.file("p.json", profile);
        for lang in ["en", "de"] {
            let args = ["generate", "program", "--profile", &file, "--json", "--lang", lang];
            let ran = home.run(&args).usage();
            for part in named {
                assert!(ran.err.contains(part), "{profile} [{part}]: {}", ran.err);
            }
            assert_eq!(ran.out, "", "{profile}");
        }
    }
}

#[test]
fn what_can_be_bent_is_planned_and_said() {
    let home = Home::new();
    for (profile, said) in [
        (r#"{"kind":"athlete","weeks":1,"days_per_week":7}"#, "7 days were wished; 4 are planned"),
        (r#"{"kind":"athlete","weeks":1,"age":9,"goal":"strength"}"#, "youth training (age 9)"),
        (r#"{"kind":"athlete","weeks":1,"age":7,"level":"elite"}"#, "At 7 the level"),
        (r#"{"kind":"athlete","weeks":1,"age":45,"goal":"youth"}"#, "another age than 45"),
        (r#"{"kind":"athlete","weeks":1,"age":30,"goal":"older"}"#, "another age than 30"),
        (
            r#"{"kind":"athlete","weeks":1,"equipment":["bike"]}"#,
            "Not possible with this equipment",
        ),
        (r#"{"kind":"athlete","weeks":1,"minutes":20}"#, "Below the useful weekly volume"),
        (r#"{"kind":"athlete","weeks":1,"injuries":["pregnancy"]}"#, "medical clearance"),
    ] {
        let file = home.file("p.json", profile);
        let ran = home.run(&["generate", "program", "--profile", &file]).ok();
        assert!(ran.out.contains(said), "{profile}: no “{said}” in\n{}", ran.out);
        let plan = home.run(&["generate", "program", "--profile", &file, "--json"]).ok();
        let judged = home.file("plan.json", &plan.out);
        let lint = home.run(&["lint", &judged, "--json", "--deny", "error"]).ok().json();
        assert!(lint["findings"].as_array().is_some());
    }
}

#[test]
fn a_contest_is_tapered_to_from_the_command_line() {
    let home = Home::new();
    let file = home.file("p.json", r#"{"kind":"athlete","level":"intermediate"}"#);
    let args = ["generate", "program", "--profile", &file, "--json", "--contest", "10"];
    let plan = home.run(&args).ok().json();
    let phases: Vec<&Value> =
        plan["weeks"].as_array().unwrap().iter().map(|week| &week["phase"]).collect();
    assert_eq!((phases[8], phases[9]), (&"taper".into(), &"taper".into()));
    assert_eq!(plan["profile"]["contest_week"], 10);
    home.run(&[&args[..6], &["13"]].concat()).usage();
}
