//! A second version of a program beside the first, by another model or by none; what differs; and
//! how each of them came to be.

use planwright::domain::Profile;

use crate::desk::{answers, request};
use crate::machine::Machine;
use crate::model::{Asked, Model};

#[test]
fn a_program_gets_a_second_version_that_knows_the_first() {
    let mut request = request();
    if let Profile::Athlete(profile) = &mut request.profile {
        profile.weeks = 4;
        profile.days_per_week = 3;
    }
    let model = Model::start(answers(&request));
    let machine = Machine::new(&model, &request);
    let profile = machine.path("profile.json").display().to_string();

    let said = machine.json(&[
        "generate",
        "program",
        "--profile",
        &profile,
        "--engine",
        "llm",
        "--estimate",
    ]);
    assert_eq!((said["requests"].as_u64(), said["in_a_row"].as_u64()), (Some(6), Some(3)));
    assert!(said["price_usd"].as_f64().unwrap() > 0.0);
    assert!(model.seen().is_empty(), "an estimate asks nobody");

    let first = machine.json(&["generate", "program", "--profile", &profile, "--engine", "llm"]);
    let id = first["id"].as_str().unwrap();
    assert!(first.get("version_of").is_none());
    let other = machine.json(&["generate", "again", id, "--model", "test/gpt-4.1"]);
    assert_eq!(other["version_of"], id);
    assert_eq!(other["audit"]["model"], "gpt-4.1");
    assert_ne!(other["id"], id);
    // another model knows nothing of the base of the first
    assert_eq!(model.count(Asked::Base), 2);
    let asked: Vec<_> = model.seen().iter().map(|it| it.body["model"].clone()).collect();
    assert!(asked[..6].iter().all(|name| name == "gpt-4.1-mini"));
    assert!(asked[6..].iter().all(|name| name == "gpt-4.1"), "{asked:?}");

    let offline = machine.json(&["generate", "again", id, "--engine", "builtin"]);
    assert_eq!((&offline["version_of"], &offline["engine"]), (&id.into(), &"builtin".into()));
    let same =
        machine.run(&["generate", "again", offline["id"].as_str().unwrap(), "--engine", "builtin"]);
    assert_eq!(same.status.code(), Some(2), "it would be the same plan again");

    let offline = offline["id"].as_str().unwrap();
    let both = machine.json(&["plan", "compare", id, offline]);
    assert_eq!(both["weeks"].as_array().unwrap().len(), 4);
    assert!(both["left"]["cost"]["price"].as_f64().unwrap() > 0.0);
    assert!(both["right"]["cost"].is_null());
    for lang in ["en", "de"] {
        let text = machine.text(&["plan", "compare", id, offline, "--lang", lang]);
        println!("{text}");
        assert!(text.lines().count() > 20);
        let wide = text.lines().find(|line| line.chars().count() > 80);
        assert_eq!(wide, None);
    }

    let audit = machine.json(&["plan", "audit", id]);
    assert_eq!(audit["provenance"]["audit"]["answered_by"], "test-model-1");
    assert_eq!(audit["calls"].as_array().unwrap().len(), 6);
    let files = audit["transcripts"].as_array().unwrap();
    // base: three files; outline and weeks: five
    assert_eq!(files.len(), 3 + 5 * 5);
    assert!(files.iter().all(|file| std::path::Path::new(file.as_str().unwrap()).is_file()));
    println!("{}", machine.text(&["plan", "audit", id]));
}
