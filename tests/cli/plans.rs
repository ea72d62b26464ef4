//! Plans: generating, listing, exporting, comparing, judging, and what comes next in a unit.

use serde_json::{Value, json};

use crate::program::{Home, Ran, steers};

const ATHLETE: &str = r#"{"kind":"athlete","name":"Eva","level":"intermediate","goal":"strength",
    "equipment":null,"injuries":["shoulder"],"one_rm_kg":{"back_squat":100}}"#;

/// The items of a plan with their JSON pointers.
fn items(plan: &Value) -> Vec<(String, &Value)> {
    let mut items = Vec::new();
    let list = |value: &'_ Value, key: &str| value[key].as_array().unwrap().len();
    for w in 0..list(plan, "weeks") {
        for u in 0..list(&plan["weeks"][w], "units") {
            let unit = &plan["weeks"][w]["units"][u];
            for s in 0..list(unit, "sections") {
                for i in 0..list(&unit["sections"][s], "items") {
                    let path = format!("/weeks/{w}/units/{u}/sections/{s}/items/{i}");
                    items.push((path.clone(), plan.pointer(&path).unwrap()));
                }
            }
        }
    }
    items
}

fn generate(home: &Home, profile: &str, options: &[&str]) -> Ran {
    home.run(&[&["generate", "program", "--profile", profile, "--json"], options].concat())
}

#[test]
fn the_same_request_gives_the_same_bytes() {
    let home = Home::new();
    let profile = home.file("p.json", ATHLETE);
    let options = ["--weeks", "12", "--days", "4", "--seed", "7"];
    let first = generate(&home, &profile, &options).ok().out;
    assert_eq!(first, generate(&home, &profile, &options).ok().out);
    let elsewhere = Home::new();
    let profile = elsewhere.file("q.json", ATHLETE);
    assert_eq!(first, generate(&elsewhere, &profile, &options).ok().out, "on any machine");
    assert_eq!(std::fs::read_dir(elsewhere.path()).unwrap().count(), 1, "nothing is stored");
}

#[test]
fn options_win_over_the_profile_and_the_plan_tells_where_it_came_from() {
    let home = Home::new();
    let profile = home.file("p.json", ATHLETE);
    let options = ["--weeks", "3", "--days", "2", "--goal", "hypertrophy", "--seed", "7"];
    let plan = generate(&home, &profile, &options).ok().json();
    assert_eq!(plan["schema_version"], 1);
    assert_eq!(plan["engine"], "builtin");
    assert_eq!(plan["seed"], 7);
    assert_eq!(plan["profile"]["kind"], "athlete");
    assert_eq!(plan["profile"]["weeks"], 3);
    assert_eq!(plan["profile"]["goal"], "hypertrophy");
    assert!(plan["library_hash"].as_str().unwrap().len() > 20);
    let weeks = plan["weeks"].as_array().unwrap();
    assert_eq!(weeks.len(), 3);
    for (index, week) in weeks.iter().enumerate() {
        assert_eq!(week["index"], index + 1);
        let units = week["units"].as_array().unwrap();
        assert_eq!(units.len(), 2);
        for unit in units {
            assert_eq!(unit["week"], index + 1);
            assert!((1..=7).contains(&unit["day"].as_u64().unwrap()));
            assert_eq!(unit["date"], Value::Null);
        }
    }
    let start = ["--start", "2026-05-04", "--weeks", "2"];
    let dated = generate(&home, &profile, &start).ok().json();
    assert!(dated["weeks"][1]["units"][0]["date"].as_str().unwrap().starts_with("2026-05-1"));
}

#[test]
fn every_item_names_an_exercise_of_the_library_and_a_readable_dose() {
    let home = Home::new();
    let library = home.run(&["library", "list", "--json"]).ok().json();
    let known: Vec<&str> =
        library.as_array().unwrap().iter().map(|row| row["id"].as_str().unwrap()).collect();
    let group = r#"{"kind":"group","size":13,"age_min":10,"age_max":12,"target_group":"kids_older",
        "style":"judo","units_per_week":2,"minutes":75,"weeks":4}"#;
    for profile in [ATHLETE, group] {
        let profile = home.file("p.json", profile);
        let plan = generate(&home, &profile, &[]).ok().json();
        let items = items(&plan);
        assert!(items.len() > 20);
        for (path, item) in items {
            assert!(known.contains(&item["exercise"].as_str().unwrap()), "{path}: {item}");
            assert!(!item["prescription"]["text"].as_str().unwrap().is_empty(), "{path}: {item}");
            assert!(!item["reasons"].as_array().unwrap().is_empty(), "{path}: {item}");
        }
    }
}

#[test]
fn a_profile_that_is_wrong_is_refused_by_name() {
    let home = Home::new();
    for (profile, named) in [
        (r#"{"name":"x"}"#, "kind"),
        (r#"{"kind":"athlete","hight_cm":170}"#, "hight_cm"),
        (r#"{"kind":"athlete","equipment":["spaceship"]}"#, "spaceship"),
        (r#"{"kind":"athlete","injuries":["pride"]}"#, "pride"),
        (r#"{"kind":"athlete","one_rm_kg":{"flying":1}}"#, "flying"),
        (r#"{"kind":"group","target_group":"martians"}"#, "martians"),
        (r#"{"kind":"robot"}"#, "robot"),
        ("weeks = ", ""),
    ] {
        let file = home.file("p.json", profile);
        let ran = generate(&home, &file, &[]).usage();
        assert!(ran.err.contains(named), "{profile}: {}", ran.err);
    }
    let toml = home.file("p.toml", "kind = \"athlete\"\nweeks = 1\n");
    generate(&home, &toml, &[]).ok();
    let good = home.file("p.json", ATHLETE);
    generate(&home, &good, &["--weeks", "99"]).usage();
    generate(&home, &good, &["--goal", "fame"]).usage();
    generate(&home, "missing.json", &[]).usage();
    home.run(&["generate", "program", "--json"]).usage();
    home.run(&["generate", "program", "--athlete", "nobody", "--json"]).usage();
}

#[test]
fn a_single_unit_is_a_plan_of_its_own() {
    let home = Home::new();
    let profile = home.file("p.json", ATHLETE);
    let ran = home.run(&["generate", "unit", "--profile", &profile, "--json"]).ok();
    let plan = ran.json();
    assert_eq!(plan["kind"], "unit");
    assert_eq!(plan["profile"]["name"], "Eva");
    assert_eq!(plan["weeks"].as_array().unwrap().len(), 1);
    assert_eq!(plan["weeks"][0]["units"].as_array().unwrap().len(), 1);
    let text = home.run(&["generate", "unit", "--profile", &profile]).ok();
    assert!(text.out.starts_with("# "), "{}", text.out);
    assert!(text.err.contains("[JOB "), "{}", text.err);
}

#[test]
fn a_generated_plan_can_be_exported_judged_and_compared() {
    let home = Home::new();
    let profile = home.file("p.json", ATHLETE);
    let text = generate(&home, &profile, &["--weeks", "2"]).ok().out;
    let plan = home.file("plan.json", &text);
    let again = home.run(&["plan", "export", &plan, "--format", "json"]).ok().out;
    assert_eq!(again, text, "reading and writing changes nothing");
    let page = home.run(&["plan", "export", &plan, "--format", "html", "--lang", "de"]).ok().out;
    assert!(page.starts_with("<!DOCTYPE html>") && page.contains("Woche 1"));
    assert!(home.run(&["plan", "show", &plan]).ok().out.contains("## Week 1"));
    let written = home.path().join("out.md");
    let to = ["--format", "markdown", "--output", written.to_str().unwrap()];
    home.run(&[&["plan", "export", &plan], &to[..]].concat()).ok();
    assert!(std::fs::read_to_string(written).unwrap().contains("## Week 2"));

    let findings = home.run(&["lint", &plan, "--json"]).ok().json();
    assert_eq!(findings.as_object().unwrap().keys().collect::<Vec<_>>(), ["findings"]);
    let findings = findings["findings"].as_array().unwrap();
    assert!(findings.iter().all(|finding| finding["severity"] != "error"), "{findings:?}");
    home.run(&["lint", &plan, "--deny", "error"]).ok();

    assert_eq!(home.run(&["plan", "diff", &plan, &plan]).ok().out, "");
    let other = generate(&home, &profile, &["--weeks", "2", "--goal", "endurance"]).ok().out;
    let other = home.file("other.json", other);
    let diff = home.run(&["plan", "diff", &plan, &other]).ok().out;
    assert!(diff.lines().any(|line| line.starts_with('+')), "{diff}");
    assert!(diff.lines().any(|line| line.starts_with('-')), "{diff}");
}

#[test]
fn findings_name_rule_severity_and_place() {
    let home = Home::new();
    let plan = json!({"weeks": [{"units": [{"minutes": 60, "sections": [
        {"kind": "main", "items": [{"exercise": "no_such_lift", "prescription": "3x5"}]},
        {"kind": "cooldown", "items": []},
    ]}]}], "profile": {"kind": "athlete", "weeks": 1, "days_per_week": 1}});
    let file = home.file("plan.json", plan.to_string());
    let report = home.run(&["lint", &file, "--json"]).ok().json();
    let rows = report["findings"].as_array().unwrap();
    for row in rows {
        let keys: Vec<&String> = row.as_object().unwrap().keys().collect();
        assert_eq!(keys, ["rule", "severity", "message", "path", "fixable"]);
        assert!(["error", "warn", "info"].contains(&row["severity"].as_str().unwrap()));
        assert!(
            row["path"] == "" || plan.pointer(row["path"].as_str().unwrap()).is_some(),
            "{row}"
        );
    }
    let unknown = rows.iter().find(|row| row["rule"] == "STR004").unwrap();
    assert_eq!(unknown["path"], "/weeks/0/units/0/sections/0/items/0");
    assert_eq!(unknown["severity"], "error");
    assert_eq!(home.run(&["lint", &file, "--deny", "error"]).code, 1);
    assert_eq!(home.run_with(&["lint", "-", "--json"], plan.to_string()).ok().json(), report);
    home.run_with(&["lint", "-", "--fix"], plan.to_string()).usage();
    home.run(&["lint", &file, "--fix"]).ok();
    let after = home.run(&["lint", &file, "--json"]).ok().json();
    let fixable = |report: &Value| {
        report["findings"].as_array().unwrap().iter().filter(|row| row["fixable"] == true).count()
    };
    assert!(fixable(&after) < fixable(&report), "{after}");
    let rows = std::fs::read_to_string(home.file("broken.json", "{\"weeks\": 3}")).unwrap();
    assert!(!rows.is_empty());
    home.run(&["lint", "broken.json"]).usage();
    home.run(&["lint", "missing.json"]).usage();
}

#[test]
fn a_profile_can_be_judged_by_in_place_of_the_plan_s_own() {
    let home = Home::new();
    let profile = home.file("p.json", r#"{"kind":"athlete","weeks":1}"#);
    let text = generate(&home, &profile, &[]).ok().out;
    let plan = home.file("plan.json", text);
    let hurt = home.file(
        "hurt.json",
        r#"{"kind":"athlete","weeks":1,"injuries":["knee","low_back","shoulder"]}"#,
    );
    let report = home.run(&["lint", &plan, "--profile", &hurt, "--json"]).ok().json();
    let rules: Vec<&Value> =
        report["findings"].as_array().unwrap().iter().map(|row| &row["rule"]).collect();
    assert!(rules.iter().any(|rule| *rule == "SAF001"), "{rules:?}");
}

#[test]
fn the_first_start_brings_a_club_with_tonight_s_unit_last() {
    let home = Home::new();
    let plans = home.run(&["plan", "list", "--json"]).ok().json();
    let plans = plans.as_array().unwrap();
    for plan in plans {
        let keys: Vec<&String> = plan.as_object().unwrap().keys().collect();
        assert_eq!(keys, ["kind", "id", "title", "owner", "date"]);
    }
    let tonight = plans.last().unwrap();
    assert_eq!(tonight["kind"], "unit");
    let id = tonight["id"].as_str().unwrap();
    let unit = home.run(&["plan", "export", id]).ok().json();
    assert_eq!(unit["weeks"][0]["units"][0]["id"], id);
    home.run(&["lint", id, "--json"]).ok();
    home.run(&["plan", "export", "no-such-plan"]).usage();
    let athlete = plans
        .iter()
        .filter_map(|plan| plan["owner"].as_str())
        .find(|owner| *owner != tonight["owner"]);
    let ran =
        home.run(&["generate", "program", "--athlete", athlete.unwrap(), "--weeks", "1", "--json"]);
    assert_eq!(ran.ok().json()["owner"]["athlete"], athlete.unwrap());
}

#[test]
fn suggestions_have_the_shape_of_the_contract() {
    let home = Home::new();
    let plans = home.run(&["plan", "list", "--json"]).ok().json();
    let id = plans.as_array().unwrap().last().unwrap()["id"].as_str().unwrap().to_owned();
    let answer = home.run(&["suggest", "--unit", &id, "--limit", "3", "--json"]).ok().json();
    let keys = |value: &Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    assert_eq!(
        keys(&answer),
        [
            "context_summary",
            "target_profile_summary",
            "retrieval_phase",
            "intent_resolved",
            "llm_rank_applied",
            "hits"
        ]
    );
    assert_eq!(
        keys(&answer["context_summary"]),
        ["unit_title", "group_name", "section_title", "planned_count", "anchor_title"]
    );
    assert_eq!(
        keys(&answer["target_profile_summary"]),
        ["sources", "focus_areas", "top_skills", "has_skill_gap"]
    );
    assert_eq!(answer["retrieval_phase"], "profile_v1");
    assert_eq!(answer["intent_resolved"], "suggest_next");
    assert_eq!(answer["llm_rank_applied"], false);
    let hits = answer["hits"].as_array().unwrap();
    assert_eq!(hits.len(), 3);
    for hit in hits {
        assert_eq!(keys(hit), ["id", "title", "summary", "score", "reasons", "focus_area"]);
        assert!(!hit["reasons"].as_array().unwrap().is_empty());
    }
    let explained = home.run(&["suggest", "--unit", &id, "--explain", "--json"]).ok().json();
    assert!(explained["hits"][0]["parts"].is_array() && explained["excluded"].is_array());
    let anchor = hits[0]["id"].as_str().unwrap();
    let ran = home.run(&[
        "suggest",
        "--unit",
        &id,
        "--anchor",
        anchor,
        "--planned",
        anchor,
        "--intent",
        "deepen_exercise",
        "--json",
    ]);
    let answer = ran.ok().json();
    assert_eq!(answer["intent_resolved"], "deepen_exercise");
    assert_eq!(answer["context_summary"]["planned_count"], 1);
    assert_eq!(answer["context_summary"]["anchor_title"], hits[0]["title"]);
    for wrong in [
        ["--anchor", "nix"],
        ["--planned", "nix"],
        ["--graph", "nix"],
        ["--section", "99"],
        ["--intent", "nix"],
    ] {
        home.run(&["suggest", "--unit", &id, wrong[0], wrong[1], "--json"]).usage();
    }
    home.run(&["suggest", "--unit", "nix", "--json"]).usage();
}

#[test]
fn hostile_text_in_a_plan_is_shown_harmless() {
    let home = Home::new();
    let hostile = "x\u{1b}[2J\u{202e}\u{9b}y";
    let plan = json!({"title": hostile, "weeks": [{"units": [{"title": hostile, "notes": hostile,
        "sections": [{"title": hostile, "items": [{"exercise": hostile, "name": hostile, "notes": hostile}]}]}]}]});
    let file = home.file("plan.json", plan.to_string());
    for args in [
        vec!["plan", "show", &file],
        vec!["plan", "export", &file],
        vec!["plan", "export", &file, "--format", "html"],
        vec!["plan", "diff", &file, &file],
        vec!["lint", &file],
        vec!["lint", &file, "--json"],
    ] {
        let ran = home.run(&args).ok();
        assert!(!steers(&ran.out) && !steers(&ran.err), "{args:?}: {:?}", ran.out);
    }
}
