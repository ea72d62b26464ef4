//! Athletes and groups: taken in, shown, changed, archived; the draft for somebody new.

use serde_json::{Value, json};

use crate::program::{Home, Ran};

fn shown(home: &Home, kind: &str, who: &str) -> Value {
    home.run(&[kind, "show", who, "--json"]).ok().json()
}

fn drafted(ran: &Ran) -> Value {
    ran.json()["draft"].clone()
}

#[test]
fn an_athlete_is_taken_in_drafted_changed_and_archived() {
    let home = Home::new();
    let ran = home
        .run(&[
            "athlete",
            "add",
            "--name",
            "Lea Brandt",
            "--age",
            "34",
            "--weight-kg",
            "61.5",
            "--level",
            "intermediate",
            "--weeks",
            "3",
            "--equipment",
            "dumbbell,bench_flat",
            "--injury",
            "knee",
            "--one-rm",
            "dumbbell_bench_press=20x8",
            "--json",
        ])
        .ok();
    let added = ran.json();
    let id = added["id"].as_str().unwrap();
    let draft = drafted(&ran);
    assert_eq!((draft["weeks"].as_u64(), draft["units"].as_u64()), (Some(3), Some(9)));
    assert!(ran.err.contains("[JOB "), "{}", ran.err);
    let job = home.run(&["job", "show", draft["job"].as_str().unwrap(), "--json"]).ok().json();
    assert_eq!(job["program"], draft["program"]);
    let plans = home.run(&["plan", "list", "--json"]).ok().json();
    let program =
        plans.as_array().unwrap().iter().find(|plan| plan["id"] == draft["program"]).unwrap();
    assert_eq!(program["owner"], id);

    let before = shown(&home, "athlete", "lea brandt");
    assert_eq!(before["id"], id);
    assert_eq!(before["profile"]["equipment"], json!(["dumbbell", "bench_flat"]));
    assert_eq!(before["profile"]["one_rm_kg"]["dumbbell_bench_press"], 25.0);
    assert_eq!(before["history"]["units"], 9);

    home.run(&[
        "athlete",
        "edit",
        id,
        "--days",
        "4",
        "--injury",
        "none",
        "--equipment",
        "all",
        "--one-rm",
        "back_squat=80",
        "--one-rm",
        "dumbbell_bench_press=",
    ])
    .ok();
    let after = shown(&home, "athlete", id);
    assert_eq!(after["profile"]["days_per_week"], 4);
    assert_eq!(after["profile"]["injuries"], json!([]));
    assert_eq!(after["profile"]["equipment"], Value::Null);
    assert_eq!(after["profile"]["one_rm_kg"], json!({"back_squat": 80.0}));
    assert_eq!(after["profile"]["age"], 34, "what was not said stays");

    let profile = home.run(&["athlete", "show", id, "--as-profile"]).ok().out;
    let file = home.file("p.json", &profile);
    home.run(&["generate", "unit", "--profile", &file, "--json"]).ok();
    home.run(&["athlete", "edit", id, "--profile", &file]).ok();
    assert_eq!(shown(&home, "athlete", id), after, "a profile goes out and in unchanged");

    home.run(&["athlete", "archive", id]).ok();
    let left = home.run(&["athlete", "list", "--format", "json"]).ok().json();
    assert!(left.as_array().unwrap().iter().all(|row| row["id"] != id));
    home.run(&["athlete", "show", id]).usage();
    home.run(&["plan", "show", draft["program"].as_str().unwrap()]).ok();
}

#[test]
fn a_group_is_taken_in_from_a_file_and_options_win() {
    let home = Home::new();
    let file = home.file(
        "g.toml",
        "kind = \"group\"\nname = \"Karate U10\"\nsize = 13\ntarget_group = \"kids_young\"\n\
         style = \"karate_shotokan\"\nunits_per_week = 3\nweeks = 8\nminutes = 60\ncontest_week = 8\n\
         equipment = [\"tatami\"]\n[level_mix]\nbeginner = 8\nintermediate = 5\n\
         [skills]\nbalance = 0.8\n",
    );
    let ran = home
        .run(&[
            "group",
            "add",
            "--profile",
            &file,
            "--minutes",
            "75",
            "--device",
            "mat=4",
            "--share",
            "beginner=7",
            "--framework",
            framework(&home).as_str(),
            "--json",
        ])
        .ok();
    assert!(ran.err.contains("contest"), "what is not kept is said: {}", ran.err);
    let id = ran.json()["id"].as_str().unwrap().to_owned();
    let known = shown(&home, "group", "Karate U10");
    let profile = &known["profile"];
    assert_eq!((profile["minutes"].as_u64(), profile["weeks"].as_u64()), (Some(75), Some(8)));
    assert_eq!(profile["units_per_week"], 3);
    assert_eq!((profile["age_min"].as_u64(), profile["age_max"].as_u64()), (Some(7), Some(9)));
    assert_eq!(profile["level_mix"], json!({"beginner": 7, "intermediate": 5}));
    assert_eq!(profile["devices"], json!({"mat": 4}));
    assert_eq!(known["framework"], framework(&home));
    home.run(&[
        "group",
        "edit",
        &id,
        "--style",
        "none",
        "--skill",
        "balance=0",
        "--framework",
        "none",
    ])
    .ok();
    let changed = shown(&home, "group", &id);
    assert_eq!(changed["profile"]["style"], Value::Null);
    assert_eq!(changed["profile"]["skills"], json!({}));
    assert_eq!(changed["framework"], Value::Null);
    let made = home.run(&["generate", "program", "--group", &id, "--json"]).ok().json();
    assert_eq!(made["weeks"].as_array().unwrap().len(), 8, "its own length");
    let text = home.run(&["group", "show", &id, "--lang", "de"]).ok().out;
    assert!(text.contains("Kinder 7-9"), "{text}");
    home.run(&["group", "archive", &id]).ok();
    home.run(&["group", "show", &id]).usage();
}

fn framework(home: &Home) -> String {
    let plans = home.run(&["plan", "list", "--json"]).ok().json();
    let plans = plans.as_array().unwrap();
    let found = plans.iter().find(|plan| plan["kind"] == "framework").unwrap();
    found["id"].as_str().unwrap().to_owned()
}

#[test]
fn what_makes_no_sense_is_refused_by_name_and_nothing_is_saved() {
    let home = Home::new();
    let athlete = home.file("a.json", r#"{"kind":"athlete","name":"A"}"#);
    for (args, parts) in [
        (&["athlete", "add"][..], &["--name"][..]),
        (&["athlete", "add", "--name", "A", "--age", "300"], &["age", "300", "4", "100"]),
        (&["athlete", "add", "--name", "A", "--goal", "huge"], &["goal", "huge"]),
        (&["athlete", "add", "--name", "A", "--equipment", "broom"], &["equipment", "broom"]),
        (&["athlete", "add", "--name", "A", "--one-rm", "bench_press"], &["--one-rm"]),
        (&["athlete", "add", "--name", "A", "--one-rm", "bench_press=much"], &["much", "80x5"]),
        (&["athlete", "add", "--name", "A", "--one-rm", "broom=80"], &["one_rm_kg", "broom"]),
        (&["athlete", "edit", "nobody", "--age", "30"], &["nobody"]),
        (&["athlete", "archive", "nobody"], &["nobody"]),
        (&["group", "add", "--name", "G"], &["--age-min"]),
        (&["group", "add", "--profile", &athlete], &["a.json"]),
        (
            &[
                "group",
                "add",
                "--name",
                "G",
                "--target-group",
                "kids_young",
                "--share",
                "beginner=x",
            ],
            &["--share", "x"],
        ),
        (
            &["group", "add", "--name", "G", "--target-group", "kids_young", "--framework", "f9"],
            &["f9"],
        ),
    ] {
        let ran = home.run(args).usage();
        for part in parts {
            assert!(ran.err.contains(part), "{args:?} lacks {part}: {}", ran.err);
        }
    }
    let names = |kind| home.run(&[kind, "list", "--json"]).ok().json().as_array().unwrap().len();
    assert_eq!((names("athlete"), names("group")), (1, 1), "the demo's alone");
    home.run(&["athlete", "add", "--name", "Jonas Weber", "--no-draft"]).ok();
    let ran = home.run(&["athlete", "show", "Jonas Weber"]).usage();
    assert!(ran.err.contains("id"), "two of a name: {}", ran.err);
}

#[test]
fn an_athlete_is_saved_whatever_becomes_of_the_draft() {
    let home = Home::new();
    let add = |more: &[&str]| {
        let args = ["athlete", "add", "--name", "Lea", "--weeks", "2", "--json"];
        home.run(&[&args[..], more].concat()).ok()
    };
    assert_eq!(drafted(&add(&["--age", "30", "--no-draft"])), Value::Null);
    let ran = add(&[]);
    assert_eq!(drafted(&ran), Value::Null);
    assert!(ran.err.contains("--age"), "{}", ran.err);
    let off = home.file("off.toml", "[generation]\nafter_onboarding = \"off\"\n");
    assert_eq!(drafted(&add(&["--age", "30", "--config", &off])), Value::Null);

    // a model is wished for: nobody configured, nobody agreed, and one whose key is missing
    let none = home.file("none.toml", "[generation]\nafter_onboarding = \"llm\"\n");
    let ran = add(&["--age", "30", "--config", &none]);
    assert!(ran.err.contains("No model"), "{}", ran.err);
    assert_eq!(drafted(&ran)["weeks"], 2);
    let keyless = home.file(
        "keyless.toml",
        "[generation]\nafter_onboarding = \"llm\"\n[llm.providers.far]\nkind = \"anthropic\"\n\
         base_url = \"http://127.0.0.1:9\"\nkey_env = \"NO_SUCH_KEY\"\n\
         [llm.roles]\ngenerate = { provider = \"far\", model = \"m\" }\n",
    );
    let ran = add(&["--age", "30", "--config", &keyless]);
    assert!(ran.err.contains("has not agreed"), "{}", ran.err);
    assert_eq!(drafted(&ran)["weeks"], 2);
    let ran = add(&["--age", "30", "--config", &keyless, "--consent", "yes"]);
    let draft = drafted(&ran);
    assert!(draft["program"].is_null() && draft["error"].is_string(), "{draft}");
    assert!(ran.err.contains("planwright generate program --athlete"), "{}", ran.err);
    let id = ran.json()["id"].as_str().unwrap().to_owned();
    assert_eq!(shown(&home, "athlete", &id)["profile"]["age"], 30);
}
