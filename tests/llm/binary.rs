//! The program itself against a model that is a server of ours: rerank, doubtful lines, limits,
//! cost, consent, the probe; and that nothing which is nobody's business is sent or kept.

use std::path::Path;
use std::process::Output;

use planwright::llm::ProviderKind;
use serde_json::{Value, json};

use crate::server::{Script, Server, response, stream};
use crate::speech::{End, answer};

/// A home with a configuration, a database and a coach.
pub(crate) struct Home {
    pub(crate) folder: tempfile::TempDir,
}

impl Home {
    pub(crate) fn new(config: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let dir = folder.path().join(".config/planwright");
        std::fs::create_dir_all(&dir).unwrap();
        std::fs::write(dir.join("config.toml"), config).unwrap();
        Self { folder }
    }

    pub(crate) fn run(&self, args: &[&str]) -> Output {
        self.run_with(&[], args)
    }

    pub(crate) fn run_with(&self, variables: &[(&str, &str)], args: &[&str]) -> Output {
        assert_cmd::Command::cargo_bin("planwright")
            .unwrap()
            .env_clear()
            .env("HOME", self.folder.path())
            .env("LANG", "en_US.UTF-8")
            .env("USER", "anna")
            .env("MODEL_KEY", crate::host::KEY)
            .envs(variables.iter().copied())
            .args(args)
            .output()
            .unwrap()
    }

    fn json(&self, args: &[&str]) -> Value {
        let output = self.run(args);
        let text = String::from_utf8(output.stdout).unwrap();
        serde_json::from_str(&text)
            .unwrap_or_else(|_| panic!("{text}\n{}", String::from_utf8_lossy(&output.stderr)))
    }

    /// The unit of tonight.
    pub(crate) fn unit(&self) -> String {
        let plans = self.json(&["plan", "list", "--json"]);
        let units: Vec<&Value> =
            plans.as_array().unwrap().iter().filter(|plan| plan["kind"] == "unit").collect();
        units.last().unwrap()["id"].as_str().unwrap().to_owned()
    }

    /// Everything that was written, as one text.
    fn written(&self) -> String {
        fn walk(folder: &Path, out: &mut String) {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    walk(&path, out);
                } else if !path.ends_with("config.toml") {
                    out.push_str(&String::from_utf8_lossy(&std::fs::read(path).unwrap()));
                }
            }
        }
        let mut out = String::new();
        walk(self.folder.path(), &mut out);
        out
    }
}

pub(crate) fn config(url: &str, kind: &str, more: &str) -> String {
    format!(
        "[llm.providers.test]\nkind = \"{kind}\"\nbase_url = \"{url}/v1\"\nkey_env = \"MODEL_KEY\"\n\
         [llm.roles]\nrerank = {{ provider = \"test\", model = \"gpt-4.1-mini\", timeout_s = 5 }}\n\
         parse = {{ provider = \"test\", model = \"gpt-4.1-mini\", timeout_s = 5 }}\n\
         draft = {{ provider = \"test\", model = \"gpt-4.1-mini\", timeout_s = 5 }}\n{more}"
    )
}

pub(crate) fn says(text: &str) -> Script {
    stream(&answer(ProviderKind::OpenAiResponses, text, End::Well))
}

fn ids(report: &Value) -> Vec<String> {
    let hits = report["hits"].as_array().unwrap();
    hits.iter().map(|hit| hit["id"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_model_orders_suggestions_and_every_failure_leaves_them() {
    // what the program ranks itself
    let plain = Home::new("");
    let unit = plain.unit();
    let ask = |home: &Home, unit: &str, more: &[&str]| {
        let mut args = vec!["suggest", "--unit", unit, "--json", "--limit", "8"];
        args.extend(more);
        home.json(&args)
    };
    let before = ids(&ask(&plain, &unit, &[]));
    let off = ask(&plain, &unit, &["--rerank"]);
    assert_eq!((ids(&off), &off["llm_rank_applied"]), (before.clone(), &json!(false)));

    let order = json!({
        "ranked_ids": [before[3], before[0]],
        "reasons": [{ "id": before[3], "reason": "fits [group-1] today" }],
    });
    let server = Server::start(vec![says(&order.to_string())]);
    let home = Home::new(&config(&server.url, "openai-responses", ""));
    let unit = home.unit();
    let shown = ask(&home, &unit, &["--rerank", "--show-request"]);
    assert!(server.seen().is_empty(), "showing sends nothing");
    let ranked = ask(&home, &unit, &["--rerank"]);
    let seen = server.seen();
    assert_eq!(seen.len(), 1);
    let sent: Value = serde_json::from_str(&seen[0].body).unwrap();
    assert_eq!(shown["body"], sent, "what was shown is what was sent");
    assert_eq!(ranked["retrieval_phase"], "profile_v1+llm_rank");
    assert_eq!(ranked["llm_rank_applied"], true);
    let after = ids(&ranked);
    assert_eq!(after[..3], [before[3].clone(), before[0].clone(), before[1].clone()]);
    assert_eq!(after.len(), 8);
    assert_eq!(ranked["hits"][0]["llm_rank"], 1);
    assert!(ranked["hits"][2].get("llm_rank").is_none());
    // the group's name was covered on the way out and shown again on the way in
    let group = ranked["context_summary"]["group_name"].as_str().unwrap().to_owned();
    let reason = ranked["hits"][0]["reasons"][0].as_str().unwrap();
    assert!(reason.contains(&group), "{reason}");
    assert!(!seen[0].body.contains(&group), "{}", seen[0].body);
    let usage = home.json(&["usage", "--json"]);
    assert_eq!(usage["totals"]["calls"], 1);
    assert_eq!(usage["calls"][0]["role"], "rerank");
    assert!(usage["totals"]["price"].as_f64().unwrap() > 0.0);
    // nothing that is secret was written anywhere
    assert!(!home.written().contains(crate::host::KEY));

    // a refusal stops before the call
    let set = home.run(&["consent", "set", "me", "no"]);
    assert!(set.status.success());
    let refused = ask(&home, &unit, &["--rerank"]);
    assert_eq!(refused["llm_rank_applied"], false);
    assert!(server.seen().is_empty());
}

#[test]
fn failures_are_said_with_their_next_step_and_change_nothing() {
    let plain = Home::new("");
    let unit = plain.unit();
    let before = ids(&plain.json(&["suggest", "--unit", &unit, "--json", "--limit", "5"]));
    let unknown = json!({ "ranked_ids": ["made_up"], "reasons": [] }).to_string();
    let cases: [(&str, Vec<Script>, &str); 5] = [
        ("unknown ids", vec![says(&unknown)], "cannot be used"),
        ("401", vec![response("401 No", "", "{}")], "does not accept the key"),
        ("402", vec![response("402 Pay", "", "{}")], "no money or quota"),
        (
            "404",
            vec![response("404 No", "", "{\"error\":{\"code\":\"model_not_found\"}}")],
            "has no model",
        ),
        (
            "cut",
            vec![stream(&answer(ProviderKind::OpenAiResponses, "{\"ran", End::Cut))],
            "broke off",
        ),
    ];
    for (name, scripts, sentence) in cases {
        let server = Server::start(scripts);
        let home = Home::new(&config(&server.url, "openai-responses", ""));
        let unit = home.unit();
        let args = ["suggest", "--unit", &unit, "--json", "--limit", "5", "--rerank"];
        let output = home.run(&args);
        assert!(output.status.success(), "{name}");
        let report: Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!((ids(&report), &report["llm_rank_applied"]), (before.clone(), &json!(false)));
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(told.contains(sentence), "{name}: {told}");
        let usage = home.json(&["usage", "--json"]);
        let error = usage["calls"].as_array().unwrap().last().unwrap()["error"].as_str();
        // an answer that came whole but is of no use is the use's failure, not the call's
        if name != "unknown ids" {
            assert!(told.contains(error.unwrap()), "{name}: the id finds the line");
        }
    }
}

#[test]
fn doubtful_lines_are_read_under_a_limit() {
    let server = Server::start(vec![says("{\"lines\":[]}")]);
    let more = "[llm.limits]\nparses_per_hour = 1\n";
    let home = Home::new(&config(&server.url, "openai-responses", more));
    let file = home.folder.path().join("plan.txt");
    std::fs::write(&file, "Bench Press 3x8 @60kg\nBnch prss thingy 4x8\n").unwrap();
    let file = file.to_str().unwrap();
    let import = |more: &[&str]| {
        let mut args = vec!["import", file, "--dry-run", "--json", "--llm"];
        args.extend(more);
        home.run(&args)
    };
    let shown: Value = serde_json::from_slice(&import(&["--show-request"]).stdout).unwrap();
    assert!(shown["body"].to_string().contains("thingy"));
    let first = import(&[]);
    assert!(first.status.success(), "{}", String::from_utf8_lossy(&first.stderr));
    assert_eq!(server.seen().len(), 1);
    let second = import(&[]);
    assert!(second.status.success());
    let told = String::from_utf8_lossy(&second.stderr).into_owned();
    assert!(told.contains("1 of 1 imports") && told.contains("min"), "{told}");
    assert!(server.seen().is_empty(), "stopped before the call");
}

/// A new exercise as a model answers it.
fn exercise() -> Value {
    json!({
        "name_en": "Belt tug duel", "name_de": "Gürtelziehen-Duell",
        "aliases_en": [], "aliases_de": [],
        "fact_en": "Both pull the belt; whoever steps over the line loses.",
        "fact_de": "Beide ziehen am Gürtel; wer über die Linie tritt, verliert.",
        "category": "game", "patterns": ["game"], "primary": [], "secondary": [],
        "equipment": [["belt"]], "mechanic": null, "unilateral": false, "level": "beginner",
        "min_age": 8, "partner": "pair", "contra": [],
        "skills": [{ "skill": "gripping", "weight": 0.8 }], "focus": [], "training_types": [],
        "target_groups": [], "styles": [],
        "minutes": { "shortest": 3, "usual": 5, "longest": 8 },
        "doses": [{ "goal": "general", "dose": "4x30s" }],
    })
}

#[test]
fn a_new_exercise_is_a_file_to_look_over() {
    let mut wrong = exercise();
    wrong["skills"][0]["skill"] = json!("hacking");
    let server = Server::start(vec![says(&wrong.to_string()), says(&exercise().to_string())]);
    let home = Home::new(&config(&server.url, "openai-responses", ""));
    let unit = home.unit();
    let words = "a grip game with belts";
    let shown = home.json(&["library", "draft", words, "--unit", &unit, "--show-request"]);
    assert!(shown["body"].to_string().contains(words));
    assert!(server.seen().is_empty(), "showing sends nothing");
    let draft = ["library", "draft", words, "--unit", &unit];
    let output = home.run(&draft);
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{told}");
    assert!(told.contains("not in the list for skills"), "repaired once: {told}");
    assert!(told.contains("gpt-4.1-mini") && told.contains("look at every line"), "{told}");
    assert_eq!(server.seen().len(), 2);
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.contains("own_belt_tug_duel"), "{text}");
    // nothing was added; the file it wrote is taken by the import
    let list = || home.json(&["library", "search", "belt tug duel", "--json"]).to_string();
    assert!(!list().contains("own_belt_tug_duel"));
    let file = home.folder.path().join("new.toml");
    std::fs::write(&file, &text).unwrap();
    let imported = home.run(&["library", "import", file.to_str().unwrap()]);
    assert!(imported.status.success(), "{}", String::from_utf8_lossy(&imported.stderr));
    assert!(list().contains("own_belt_tug_duel"));

    // without a model: one clear line, and what the plan says
    let plain = Home::new("");
    let output = plain.run(&["library", "draft", words, "--json"]);
    assert!(output.status.success());
    let made: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert!(made.to_string().contains("own_a_grip_game_with_belts"), "{made}");
    assert!(String::from_utf8_lossy(&output.stderr).contains("No language model is set up"));
}

#[test]
fn the_probe_says_what_works() {
    let server = Server::start(vec![says("{\"ready\":true}")]);
    let home = Home::new(&config(&server.url, "openai-responses", ""));
    let output = home.run(&["doctor", "--llm"]);
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{text}");
    for part in ["rerank: gpt-4.1-mini at test", "keeps to the schema", "price known", "kept there"]
    {
        assert!(text.contains(part), "{part}: {text}");
    }
    let nothing = Home::new("").run(&["doctor", "--llm"]);
    assert!(nothing.status.success());
    assert!(String::from_utf8_lossy(&nothing.stdout).contains("No language model"));
}
